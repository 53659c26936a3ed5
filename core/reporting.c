/* SPDX-License-Identifier: Apache-2.0
 *
 * Reports as the public face knows them: their formats, and the files that they go to.
 */
#include <config.h>

#include <errno.h>
#include <stdlib.h>

#include "base/signing.h"
#include "base/storing.h"
#include "report/report.h"
#include "session.h"

const char *scr_report_format(size_t i, const char **what)
{
    const struct report_format *f = report_format_at(i);
    if (f && what)
        *what = f->what;
    return f ? f->name : NULL;
}

struct scr_file {
    const char *path, *key;
    struct whole_file *whole;
};

static bool unwritable(struct scr_session *s, const char *path, int why)
{
    return whole_file_refused(&s->diags, "report-unwritable", path, why);
}

struct scr_file *scr_file_begin(struct scr_session *s, const char *path, const char *key)
{
    char signer[SIGNING_PUBLIC_TEXT];
    if (key && !signing_signer(&s->diags, key, signer))
        return NULL; /* better now than after hours of checking */
    struct whole_file *whole = whole_file_begin(path, WHOLE_FILE_REPLACES, 0666);
    if (!whole) {
        unwritable(s, path, errno);
        return NULL;
    }
    struct scr_file *f = heap_alloc(1, sizeof *f);
    *f = (struct scr_file){path, key, whole};
    return f;
}

FILE *scr_file_stream(struct scr_file *f)
{
    return whole_file_stream(f->whole);
}

bool scr_file_end(struct scr_session *s, struct scr_file *f, enum scr_file_end end)
{
    struct scr_file file = *f;
    bool keep = end != SCR_FILE_DROP;
    bool ok = whole_file_end(f->whole, keep) || !keep || unwritable(s, file.path, errno);
    free(f);
    return ok &&
           (end != SCR_FILE_SIGN || !file.key || signing_sign(&s->diags, file.key, file.path));
}
