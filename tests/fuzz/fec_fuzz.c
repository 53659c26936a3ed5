/* SPDX-License-Identifier: Apache-2.0
 *
 * Electronic filings to the FEC, all versions: rows do not depend on how the bytes arrive.
 */
#include <config.h>

#include "target.h"

/* Until the stream holds the header, as it does in a real reading. */
enum { ENOUGH = 1 << 16 };

static void print_row(FILE *seen, const struct row *r)
{
    MUST(r->count == r->layout->column_count, "%zu cells for %zu columns", r->count,
         r->layout->column_count);
    for (size_t i = 0; i < r->count; i++)
        fprintf(seen, "[%.*s=%.*s]", TEXT_ARG(r->layout->columns[i]), TEXT_ARG(r->cells[i]));
}

static char *rows_of(const struct format *format, struct text file, size_t block)
{
    char *out = NULL;
    const char *why = NULL;
    size_t len = 0;
    FILE *seen = open_memstream(&out, &len);
    struct arena arena = ARENA("filing");
    struct drip drip = {file};
    struct stream s;
    struct row r = {.arena = ARENA("row")};
    struct diags d;
    uint64_t line = 1;
    diags_init(&d);
    stream_init(&s, drip_source(&drip), block);
    while (stream_window(&s).len < ENOUGH && stream_fill(&s))
        ;
    struct fec *fec = fec_begins(text_trim(stream_window(&s)))
                          ? fec_new(&arena, &s, format, &line, &why)
                          : NULL;
    for (enum row_status status; fec && (status = fec_next(fec, &r)) != ROW_END;) {
        fprintf(seen, "%d %s", (int)r.line, status == ROW_DAMAGED ? r.code : "");
        if (status == ROW_READ)
            print_row(seen, &r);
        fputc('\n', seen);
    }
    if (fec)
        fec_report(fec, &d, TEXT("x.fec"));
    print_messages(&d);
    fclose(seen);
    diags_free(&d);
    stream_free(&s);
    arena_free(&r.arena);
    arena_free(&arena);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text file = {(const char *)bytes, size};
    const struct format_list *all = &session_loaded()->formats;
    const struct format *format = format_find(all, TEXT("us.fec-electronic-filing"));
    if (size > ENOUGH)
        return 0;
    char *whole = rows_of(format, file, 1 << 17), *cut = rows_of(format, file, 3);
    MUST(strcmp(whole, cut) == 0, "at once\n%sin blocks of 3\n%s", whole, cut);
    free(whole);
    free(cut);
    return 0;
}
