/* SPDX-License-Identifier: Apache-2.0
 *
 * A format's YAML: read, shown, and its own tests run, which read the sample that it carries.
 */
#include <config.h>

#include "engine/case.h"
#include "report/format_text.h"
#include "target.h"

static void use(struct diags *d, const struct format *f)
{
    struct case_result result = {0, 0};
    char *out;
    size_t len;
    FILE *shown = open_memstream(&out, &len);
    format_print_line(f, shown);
    format_print(f, shown);
    fclose(shown);
    free(out);
    case_format(d, f, &result);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text body = {(const char *)bytes, size};
    struct arena a = ARENA("format");
    struct diags d;
    diags_init(&d);
    struct node *n = yaml_read(&a, &d, source_from(&a, TEXT("x.yaml"), body));
    struct format *f = n ? format_read(&a, &d, session_loaded()->vocabulary, n) : NULL;
    MUST(f || d.errors > 0, "a format was refused without a word");
    if (f) {
        use(&d, f);
        format_free(f);
    }
    print_messages(&d);
    diags_free(&d);
    arena_free(&a);
    return 0;
}
