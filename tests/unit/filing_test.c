/* SPDX-License-Identifier: Apache-2.0
 *
 * Rows of CSV and NDJSON, and a property: however the bytes arrive, the rows are the same.
 */
#include <config.h>

#include "filing/reader.h"
#include "suite.h"

#include <unistd.h>

/* All rows as one text: cells in brackets, damaged rows by their code, each with its line. */
static char *rows_of(struct text bytes, size_t block, char delimiter, bool json)
{
    char *out = NULL;
    size_t len = 0;
    FILE *f = tmpfile(), *seen = open_memstream(&out, &len);
    struct stream s;
    struct row r = {.arena = ARENA("row")};
    uint64_t line = 1;
    static const struct text paths[] = {TEXT_INIT("a"), TEXT_INIT("b.c")};
    fwrite(bytes.at, 1, bytes.len, f);
    fflush(f);
    lseek(fileno(f), 0, SEEK_SET);
    stream_init(&s, fileno(f), block);
    for (enum row_status status; (status = json ? ndjson_next(&s, paths, 2, &line, &r)
                                                : csv_next(&s, delimiter, &line, &r)) != ROW_END;) {
        fprintf(seen, "%d", (int)r.line);
        if (status == ROW_DAMAGED)
            fprintf(seen, " %s", r.code);
        for (size_t i = 0; status == ROW_READ && i < r.count; i++)
            fprintf(seen, "[%.*s]", TEXT_ARG(r.cells[i]));
        fputc(';', seen);
    }
    fclose(seen);
    fclose(f);
    stream_free(&s);
    arena_free(&r.arena);
    return out;
}

static const struct {
    const char *csv, *rows;
} files[] = {
    {"a,b\n1,2\n", "1[a][b];2[1][2];"},
    {"a,b\r\n1,2", "1[a][b];2[1][2];"},
    {"a,\n,\n", "1[a][];2[][];"},
    {"\"a,\"\"b\"\"\",c\n", "1[a,\"b\"][c];"},
    {"\"a\nb\",c\nd,e\n", "1[a\nb][c];3[d][e];"},
    {"\"a\r\nb\rc\",d\r\ne,f\r\n", "1[a\r\nb\rc][d];3[e][f];"},
    {"a \"b\" c,d\n", "1[a \"b\" c][d];"},
    {"a\rb,c\n", "1[a\rb][c];"},
    {"\n\na,b\n\nc,d\n", "3[a][b];5[c][d];"},
    {"a,\"b\" x,c\nd,e\n", "1 filing-stray-quote;2[d][e];"},
    {"a,\"b\nc,d\n", "1 filing-open-quote;2[c][d];"},
    {"\"\",\"\"\n", "1[][];"},
    {"", ""},
};

START_TEST(csv_is_read_as_real_files_have_it)
{
    char *rows = rows_of(text_of(files[_i].csv), 1 << 16, ',', false);
    ck_assert_str_eq(rows, files[_i].rows);
    free(rows);
}
END_TEST

START_TEST(rows_do_not_depend_on_how_the_bytes_arrive)
{
    for (size_t block = 1; block < 12; block++) {
        char *rows = rows_of(text_of(files[_i].csv), block, ',', false);
        ck_assert_msg(strcmp(rows, files[_i].rows) == 0, "block %zu: %s", block, rows);
        free(rows);
    }
}
END_TEST

static unsigned seed = 7;

START_TEST(files_made_at_random_are_cut_anywhere)
{
    static const char letters[] = "ab,\"\n\r\xC3\xA9;";
    char bytes[60];
    for (int i = 0; i < 20000; i++) {
        size_t len = 0;
        for (; len < 1 + (seed >> 20) % 50; len++) {
            seed = seed * 1103515245u + 12345u;
            bytes[len] = letters[(seed >> 16) % (sizeof letters - 1)];
        }
        char *whole = rows_of((struct text){bytes, len}, 1 << 12, ',', false);
        char *cut = rows_of((struct text){bytes, len}, 1 + (seed >> 24) % 5, ',', false);
        ck_assert_msg(strcmp(whole, cut) == 0, "%.*s\n%s\n%s", (int)len, bytes, whole, cut);
        free(whole);
        free(cut);
    }
}
END_TEST

static const struct {
    const char *json, *rows;
} objects[] = {
    {"{\"a\": 1, \"b\": {\"c\": true}}\n", "1[1][true];"},
    {"{\"a\": 0.05, \"b.c\": null}", "1[0.05][];"},
    {"{\"a\": [\"AM\", \"RU\"]}\n\n{}\n", "1[AM;RU][];3[][];"},
    {"{\"a\": 123456789012345678}\n", "1[123456789012345678][];"},
    {"{\"a\": 1234567890123456.78}\n{}\n", "1 filing-json-value;2[][];"},
    {"{\"a\": {}}\n", "1 filing-json-value;"},
    {"{\"a\": 1, \"a\": 2}\n", "1 filing-json-syntax;"},
    {"[1]\n{\"a\"\n{\"a\": \"x\"}\n", "1 filing-json-syntax;2 filing-json-syntax;3[x][];"},
};

START_TEST(json_is_exact_or_refused)
{
    char *rows = rows_of(text_of(objects[_i].json), 1 << 12, ',', true);
    ck_assert_str_eq(rows, objects[_i].rows);
    free(rows);
    rows = rows_of(text_of(objects[_i].json), 3, ',', true);
    ck_assert_str_eq(rows, objects[_i].rows);
    free(rows);
}
END_TEST

START_TEST(windows_1252_becomes_utf8)
{
    struct row r = {.arena = ARENA("row")};
    struct text cells[] = {TEXT_INIT("\xA3" "5"), TEXT_INIT("\x80\x93")};
    size_t offsets[] = {0, 3};
    r.cells = cells;
    r.offsets = offsets;
    r.count = 2;
    ck_assert_int_eq(row_convert(&r, ENCODING_WINDOWS_1252), ROW_READ);
    ck_assert(text_equal(cells[0], TEXT("£5")) && text_equal(cells[1], TEXT("€“")));
    cells[0] = TEXT("\x81");
    ck_assert_int_eq(row_convert(&r, ENCODING_WINDOWS_1252), ROW_DAMAGED);
    arena_free(&r.arena);
}
END_TEST

START_TEST(a_place_counts_characters_and_lines)
{
    struct row r = {.line = 7, .raw = TEXT("Հայ,\"x\nԲ\",y")};
    uint64_t line, column;
    row_place_of(&r, 6, &line, &column);
    ck_assert(line == 7 && column == 4);
    row_place_of(&r, r.raw.len - 1, &line, &column);
    ck_assert(line == 8 && column == 4);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("filing");
    TCase *c = tcase_create("readers");
    int file_count = (int)(sizeof files / sizeof *files);
    tcase_set_timeout(c, 120);
    tcase_add_loop_test(c, csv_is_read_as_real_files_have_it, 0, file_count);
    tcase_add_loop_test(c, rows_do_not_depend_on_how_the_bytes_arrive, 0, file_count);
    tcase_add_test(c, files_made_at_random_are_cut_anywhere);
    tcase_add_loop_test(c, json_is_exact_or_refused, 0, (int)(sizeof objects / sizeof *objects));
    tcase_add_test(c, windows_1252_becomes_utf8);
    tcase_add_test(c, a_place_counts_characters_and_lines);
    suite_add_tcase(s, c);
    return run_suite(s);
}
