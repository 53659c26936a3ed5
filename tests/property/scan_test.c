/* SPDX-License-Identifier: Apache-2.0
 *
 * The scan of many rows at once against csv_next(), row after row, on text made at random: the same
 * rows, cells and lines with every kind of instruction, and cuts only where csv_next() ends a row.
 */
#include <config.h>

#include "../unit/suite.h"
#include "filing/scan.h"

enum { CASES = 40000, MOST = 700 };

static uint64_t state = 20261124; /* the seed */

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

/* Mostly whole cells, so that rows get long; sometimes anything. */
static size_t make_text(char *bytes)
{
    static const char *const pieces[] = {"abc",      ",",
                                         ",",        "\n",
                                         "\r\n",     "\"x,y\"",
                                         "\"\"",     "\"",
                                         "\r",       "\n\n",
                                         "\"a\nb\"", "\"q\"\"q\"",
                                         "\xC3\xA9", "long cell without anything in it",
                                         ",,,,,,,,", "\"\r\n\""};
    size_t len = 0, wanted = 1 + below(MOST - 60);
    bool tidy = below(3) > 0;
    while (len < wanted) {
        unsigned which = below(sizeof pieces / sizeof *pieces);
        if (tidy && (which == 7 || which == 8))
            continue;
        size_t n = strlen(pieces[which]);
        memcpy(bytes + len, pieces[which], n);
        len += n;
        if (tidy && bytes[len - 1] != ',' && bytes[len - 1] != '\n')
            bytes[len++] = below(4) ? ',' : '\n';
    }
    return len;
}

static struct stream stream_over(struct text t)
{
    return (struct stream){.bytes = (char *)(uintptr_t)t.at, .end = t.len, .ended = true};
}

static struct text scanned_cell(const struct scan *s, struct text t, size_t row, size_t cell,
                                const struct csv_style *style)
{
    const struct scanned_row *r = &s->rows[row];
    uint32_t begin = cell ? s->ends[r->cell + cell - 1] + 1 : r->begin;
    struct text out = text_slice(t, begin, s->ends[r->cell + cell]);
    if (r->cell + cell + 1 == r[1].cell && out.len && out.at[out.len - 1] == '\r')
        out.len--;
    if (out.len && out.at[0] == '"' && style->quotes == QUOTES_STRICT)
        out = text_slice(out, 1, out.len - 1);
    return out;
}

/* Doubled quotes are the only difference that is left. */
static bool same_cell(struct text raw, struct text cell)
{
    size_t k = 0;
    for (size_t i = 0; i < raw.len; i++, k++) {
        if (k >= cell.len || raw.at[i] != cell.at[k])
            return false;
        if (raw.at[i] == '"' && i + 1 < raw.len && raw.at[i + 1] == '"' && raw.len != cell.len)
            i++;
    }
    return k == cell.len;
}

static bool is_empty_line(const struct scan *s, struct text t, size_t row)
{
    const struct scanned_row *r = &s->rows[row];
    struct text raw = text_slice(t, r->begin, r[1].begin);
    return text_equal(raw, TEXT("\n")) || text_equal(raw, TEXT("\r\n"));
}

/* The offset behind the last byte that is not ASCII, or NUL; 0: there is none. */
static uint32_t behind_last_other(struct text t)
{
    size_t i = t.len;
    while (i > 0 && t.at[i - 1] != '\0' && (unsigned char)t.at[i - 1] < 0x80)
        i--;
    return (uint32_t)i;
}

static void compare_rows(const struct scan *s, struct text t, const struct csv_style *style)
{
    struct stream stream = stream_over(t);
    struct row r = {.arena = ARENA("row")};
    uint64_t line = 1;
    for (size_t i = 0; i < s->row_count; i++) {
        if (is_empty_line(s, t, i))
            continue;
        ck_assert_int_eq(csv_next(&stream, style, &line, &r), ROW_READ);
        ck_assert_uint_eq(r.line, s->rows[i].line + 1);
        ck_assert_uint_eq(s->rows[i].other, behind_last_other(text_slice(t, 0, s->rows[i].begin)));
        ck_assert_msg(r.count == s->rows[i + 1].cell - s->rows[i].cell, "%.*s", TEXT_ARG(t));
        for (size_t k = 0; k < r.count; k++)
            ck_assert_msg(same_cell(scanned_cell(s, t, i, k, style), r.cells[k]), "%.*s\n%zu %zu",
                          TEXT_ARG(t), i, k);
    }
    arena_free(&r.arena);
}

/* Line feeds, if the text is nothing but empty lines; else SIZE_MAX. */
static size_t empty_lines(struct text t)
{
    size_t lines = 0;
    for (size_t i = 0; i < t.len; i++) {
        if (t.at[i] != '\n' && !(t.at[i] == '\r' && i + 1 < t.len && t.at[i + 1] == '\n'))
            return SIZE_MAX;
        lines += t.at[i] == '\n';
    }
    return lines;
}

/* Whether csv_next() ends a row at `cut`, so many lines behind the beginning. Empty lines behind a
 * row may go with it. */
static bool is_row_end(struct text t, const struct csv_style *style, size_t cut, uint64_t lines)
{
    struct stream stream = stream_over(t);
    struct row r = {.arena = ARENA("row")};
    uint64_t line = 1;
    while (stream.begin < cut && empty_lines(text_slice(t, stream.begin, cut)) == SIZE_MAX &&
           csv_next(&stream, style, &line, &r) != ROW_END)
        ;
    arena_free(&r.arena);
    return stream.begin <= cut && line + empty_lines(text_slice(t, stream.begin, cut)) == lines + 1;
}

START_TEST(many_rows_at_once_are_the_rows_one_by_one)
{
    static const enum quotes quotes[] = {QUOTES_STRICT, QUOTES_NONE};
    static struct scan s;
    char bytes[MOST + 64];
    if (!scan_use((enum scan_level)_i))
        return; /* not on this machine */
    for (int i = 0; i < CASES; i++) {
        struct text t = {bytes, make_text(bytes)};
        struct csv_style style = {',', quotes[i % 2], false};
        scan_rows(&s, t, &style);
        compare_rows(&s, t, &style);
    }
    scan_free(&s);
    scan_use(SCAN_BEST);
}
END_TEST

START_TEST(text_is_cut_where_a_row_ends)
{
    static const enum quotes quotes[] = {QUOTES_STRICT, QUOTES_NONE, QUOTES_WITHIN_LINE};
    char bytes[MOST + 64];
    size_t cuts = 0;
    for (int i = 0; i < CASES; i++) {
        struct text t = {bytes, make_text(bytes)};
        struct csv_style style = {',', quotes[i % 3], false};
        uint64_t lines;
        size_t part = below((unsigned)t.len + 1);
        size_t cut = scan_cut(text_slice(t, 0, part), &style, false, &lines);
        ck_assert_msg(is_row_end(t, &style, cut, lines), "%.*s\n%zu of %zu", TEXT_ARG(t), cut,
                      part);
        cuts += cut > 0;
        cut = scan_cut(t, &style, true, &lines);
        ck_assert_msg(is_row_end(t, &style, cut, lines), "%.*s\n%zu", TEXT_ARG(t), cut);
    }
    ck_assert_uint_gt(cuts, CASES / 4);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("scan");
    TCase *rows = tcase_create("rows");
    tcase_set_timeout(rows, 0);
    tcase_add_loop_test(rows, many_rows_at_once_are_the_rows_one_by_one, SCAN_BEST, SCAN_NEON + 1);
    tcase_add_test(rows, text_is_cut_where_a_row_ends);
    suite_add_tcase(s, rows);
    return run_suite(s);
}
