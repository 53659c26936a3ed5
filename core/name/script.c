/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/script.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/arena.h"

struct script_reader {
    _Atomic(UTransliterator *) opened; /* NULL: not yet, or ICU has none */
};

struct script_reader *script_reader_new(void)
{
    struct script_reader *r = heap_alloc(1, sizeof *r);
    atomic_init(&r->opened, NULL);
    return r;
}

void script_reader_free(struct script_reader *r)
{
    UTransliterator *opened = r ? atomic_load(&r->opened) : NULL;
    if (opened)
        utrans_close(opened);
    free(r);
}

/* Two threads may open one at a time: the second is not needed. */
static UTransliterator *reader_of(struct script_reader *r)
{
    static const UChar id[] = u"Any-Latin; Latin-ASCII; Lower";
    UTransliterator *opened = atomic_load(&r->opened), *none = NULL;
    UErrorCode error = U_ZERO_ERROR;
    if (opened)
        return opened;
    opened = utrans_openU(id, -1, UTRANS_FORWARD, NULL, -1, NULL, &error);
    if (U_FAILURE(error))
        return NULL;
    if (atomic_compare_exchange_strong(&r->opened, &none, opened))
        return opened;
    utrans_close(opened);
    return none;
}

static size_t keep_alnum(const char *at, size_t len, char *out, size_t room)
{
    size_t kept = 0;
    for (size_t i = 0; i < len && kept < room; i++)
        if ((at[i] >= 'a' && at[i] <= 'z') || (at[i] >= '0' && at[i] <= '9'))
            out[kept++] = at[i];
    return kept;
}

struct text script_read(struct script_reader *r, struct text word, char *out, size_t room)
{
    enum { ROOM = 512 };
    UChar wide[ROOM];
    char bytes[3 * ROOM];
    UErrorCode error = U_ZERO_ERROR;
    UTransliterator *reader = r ? reader_of(r) : NULL;
    int32_t count = 0, limit, len = 0;
    u_strFromUTF8(wide, ROOM, &count, word.at, (int32_t)word.len, &error);
    limit = count;
    if (reader && U_SUCCESS(error))
        utrans_transUChars(reader, wide, &count, ROOM, 0, &limit, &error);
    u_strToUTF8(bytes, sizeof bytes, &len, wide, count, &error);
    return (struct text){out, U_FAILURE(error) ? 0 : keep_alnum(bytes, (size_t)len, out, room)};
}
