/* SPDX-License-Identifier: Apache-2.0
 *
 * Rows of CSV. The first line chooses the style: its delimiter, then s(trict), n(one), w(ithin
 * line) or e(very cell). No byte is lost, lines are counted right, rows do not depend on how the
 * bytes arrive, and scanned many at a time they are the same.
 */
#include <config.h>

#include "filing/scan.h"
#include "target.h"

/* All that lies between [from, to) of the file and belongs to no row is line ends. */
static void must_be_line_ends(struct text file, size_t from, size_t to)
{
    MUST(from <= to, "a row begins at %zu, before the last one's end at %zu", to, from);
    for (size_t i = from; i < to; i++)
        MUST(file.at[i] == '\n' || file.at[i] == '\r', "byte %zu is in no row", i);
}

static void check_row(struct text file, const struct row *r, enum row_status status, size_t from,
                      size_t to)
{
    bool ended = status == ROW_DAMAGED && to > from && file.at[to - 1] == '\n';
    size_t end = to - ended, begin = end - r->raw.len;
    uint64_t line = 1;
    MUST(r->raw.len <= end - from, "a row of %zu bytes in %zu", r->raw.len, end - from);
    MUST(text_equal(text_slice(file, begin, end), r->raw), "a row's bytes are not the file's");
    must_be_line_ends(file, from, begin);
    for (size_t i = 0; i < begin; i++)
        line += file.at[i] == '\n';
    MUST(r->line == line, "line %zu is told as %zu", (size_t)line, (size_t)r->line);
    for (size_t i = 0; status == ROW_READ && i < r->count; i++)
        MUST(r->offsets[i] <= r->raw.len, "a cell's place is outside its row");
    MUST(status == ROW_READ || r->bad <= r->raw.len, "the wrong byte is outside its row");
}

static char *rows_of(struct text file, const struct csv_style *style, size_t block)
{
    char *out = NULL;
    size_t len = 0, at = 0;
    FILE *seen = open_memstream(&out, &len);
    struct drip drip = {file};
    struct stream s;
    struct row r = {.arena = ARENA("row")};
    uint64_t line = 1;
    stream_init(&s, drip_source(&drip), block);
    for (enum row_status status; (status = csv_next(&s, style, &line, &r)) != ROW_END;) {
        size_t now = (size_t)s.read - stream_window(&s).len;
        check_row(file, &r, status, at, now);
        at = now;
        fprintf(seen, "%d %s", (int)r.line, status == ROW_DAMAGED ? r.code : "");
        for (size_t i = 0; status == ROW_READ && i < r.count; i++)
            fprintf(seen, "[%zu:%.*s]", r.offsets[i], TEXT_ARG(r.cells[i]));
        fputc('\n', seen);
    }
    must_be_line_ends(file, at, file.len);
    fclose(seen);
    stream_free(&s);
    arena_free(&r.arena);
    return out;
}

/* The rows that the scan finds are those at the front, with their cells' ends. */
static void check_scan(struct text file, const struct csv_style *style)
{
    static struct scan scan;
    struct drip drip = {file};
    struct stream s;
    struct row r = {.arena = ARENA("row")};
    uint64_t line = 1;
    if (style->quotes != QUOTES_STRICT && style->quotes != QUOTES_NONE)
        return;
    scan_rows(&scan, file, style);
    stream_init(&s, drip_source(&drip), 1 << 12);
    for (size_t i = 0; i < scan.row_count; i++) {
        const struct scanned_row *row = &scan.rows[i];
        struct text raw = text_slice(file, row->begin, row[1].begin);
        if (text_equal(raw, TEXT("\n")) || text_equal(raw, TEXT("\r\n")))
            continue;
        MUST(csv_next(&s, style, &line, &r) == ROW_READ, "row %zu is none", i);
        MUST(text_equal(raw, r.raw) && r.line == row->line + 1, "row %zu is\n%.*sbut\n%.*s", i,
             TEXT_ARG(raw), TEXT_ARG(r.raw));
        MUST((row[1].other == row->other) == (text_is_ascii(raw) && !memchr(raw.at, 0, raw.len)),
             "the last byte behind row %zu that is not ASCII is at %u, before it at %u", i,
             row[1].other, row->other);
        MUST(r.count == row[1].cell - row->cell, "row %zu has %zu cells", i, r.count);
        for (size_t k = 1; k < r.count; k++)
            MUST(row->begin + r.offsets[k] == scan.ends[row->cell + k - 1] + 1, "cell %zu of %zu",
                 k, i);
    }
    stream_free(&s);
    arena_free(&r.arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text file = {(const char *)bytes, size};
    if (size < 3 || bytes[2] != '\n' || bytes[0] == '\n' || bytes[0] == '\r' || bytes[0] == '"')
        return 0;
    struct csv_style style = {(char)bytes[0],
                              bytes[1] == 'n'   ? QUOTES_NONE
                              : bytes[1] == 'w' ? QUOTES_WITHIN_LINE
                              : bytes[1] == 'e' ? QUOTES_EVERY_CELL
                                                : QUOTES_STRICT,
                              false};
    file = text_slice(file, 3, size);
    check_scan(file, &style);
    char *whole = rows_of(file, &style, 1 << 12);
    for (size_t block = 1; block < 8; block += 3) {
        char *cut = rows_of(file, &style, block);
        MUST(strcmp(whole, cut) == 0, "at once\n%sin blocks of %zu\n%s", whole, block, cut);
        free(cut);
    }
    free(whole);
    return 0;
}
