/* SPDX-License-Identifier: Apache-2.0
 *
 * Rows of CSV, JSON and .fec, and a property: however the bytes arrive, the rows are the same.
 */
#include <config.h>

#include "filing/reader.h"
#include "suite.h"

/* Bytes from memory, a few at a time. */
struct drip {
    struct text left;
};

static ssize_t drip(void *owner, char *bytes, size_t size, const char **why)
{
    struct drip *d = owner;
    size_t n = d->left.len < size ? d->left.len : size;
    (void)why;
    if (n)
        memcpy(bytes, d->left.at, n);
    d->left = text_slice(d->left, n, d->left.len);
    return (ssize_t)n;
}

enum kind { CSV_STRICT, CSV_NONE, CSV_WITHIN_LINE, CSV_EVERY_CELL, JSON };

static enum row_status next_row(struct stream *s, enum kind kind, struct json_style *json,
                                uint64_t *line, struct row *r)
{
    static const enum quotes quotes[] = {QUOTES_STRICT, QUOTES_NONE, QUOTES_WITHIN_LINE,
                                         QUOTES_EVERY_CELL};
    struct csv_style style = {',', kind < JSON ? quotes[kind] : QUOTES_STRICT, false};
    return kind == JSON ? json_next(s, json, line, r) : csv_next(s, &style, line, r);
}

/* All rows as one text: cells in brackets, damaged rows by their code, each with its line. */
static char *rows_of(struct text bytes, size_t block, enum kind kind)
{
    char *out = NULL;
    size_t len = 0;
    FILE *seen = open_memstream(&out, &len);
    struct drip source = {bytes};
    struct stream s;
    struct row r = {.arena = ARENA("row")};
    uint64_t line = 1;
    static const struct text paths[] = {TEXT_INIT("a"), TEXT_INIT("b.c")};
    struct json_style json = {paths, 2, false, false};
    stream_init(&s, (struct byte_source){drip, &source}, block);
    if (kind == JSON) {
        while (stream_window(&s).len < 64 && stream_fill(&s))
            ;
        json_begin(&s, &json, &line);
    }
    for (enum row_status status; (status = next_row(&s, kind, &json, &line, &r)) != ROW_END;) {
        fprintf(seen, "%d", (int)r.line);
        if (status == ROW_DAMAGED)
            fprintf(seen, " %s", r.code);
        for (size_t i = 0; status == ROW_READ && i < r.count; i++)
            fprintf(seen, "[%.*s]", TEXT_ARG(r.cells[i]));
        fputc(';', seen);
    }
    fclose(seen);
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
    char *rows = rows_of(text_of(files[_i].csv), 1 << 16, CSV_STRICT);
    ck_assert_str_eq(rows, files[_i].rows);
    free(rows);
}
END_TEST

START_TEST(rows_do_not_depend_on_how_the_bytes_arrive)
{
    for (size_t block = 1; block < 12; block++) {
        char *rows = rows_of(text_of(files[_i].csv), block, CSV_STRICT);
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
        enum kind kind = (enum kind)(i % JSON);
        char *whole = rows_of((struct text){bytes, len}, 1 << 12, kind);
        char *cut = rows_of((struct text){bytes, len}, 1 + (seed >> 24) % 5, kind);
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
    {"{\"a\": {\"b\": 1}}\n", "1[{\"b\":1}][];"},
    {"{\"a\": 1, \"a\": 2}\n", "1 filing-json-syntax;"},
    {"{}\n[1]\n{\"a\"\n{\"a\": \"x\"}\n",
     "1[][];2 filing-json-syntax;3 filing-json-syntax;4[x][];"},
    {"[{\"a\": 1},\n {\"a\": \"}]\"}\n, {\"b\": {\"c\": 2}}]\n", "1[1][];2[}]][];3[][2];"},
    {"[\n{\"a\": 1 2},\n{\"a\": 3}\n]", "2 filing-json-syntax;3[3][];"},
    {"[\n{\"a\": 1},\n7,\n{\"a\": 3}",
     "2[1][];3 filing-json-syntax;4[3][];4 filing-json-open-list;"},
    {"[{\"a\": 1}]\n[{\"a\": 2}]\nmore\n{\"a\": 3}", "1[1][];2[2][];3 filing-json-syntax;4[3][];"},
    {"[{\"a\": 1}, {\"a\": 2", "1[1][];1 filing-json-syntax;"},
    {"{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n", "1[1][];4[2][];"},
    {"[]", ""},
};

START_TEST(json_is_exact_or_refused)
{
    char *rows = rows_of(text_of(objects[_i].json), 1 << 12, JSON);
    ck_assert_str_eq(rows, objects[_i].rows);
    free(rows);
    rows = rows_of(text_of(objects[_i].json), 3, JSON);
    ck_assert_str_eq(rows, objects[_i].rows);
    free(rows);
}
END_TEST

static const struct {
    enum kind kind;
    const char *csv, *rows;
} styles[] = {
    {CSV_NONE, "\"a,b\"\n\"c\n", "1[\"a][b\"];2[\"c];"},
    {CSV_WITHIN_LINE, "\"a,b\",\"c \"d\" e\"\n", "1[a,b][c \"d\" e];"},
    {CSV_WITHIN_LINE, "\"a,b\nc,\"d\n", "1[a][b];2[c][d];"},
    {CSV_WITHIN_LINE, "\"x \"\"y\"\"\",\"\",z\n", "1[x \"y\"][][z];"},
    {CSV_EVERY_CELL, "\"a \"b\", c\nd\",\"e \"\"f\"\"\"\n\"g\",\"h\"\r\n",
     "1[a \"b\", c\nd][e \"f\"];3[g][h];"},
    {CSV_EVERY_CELL, "\"a \"b\"\",\"c\"\r\n\"d\",\"\"e\"\"", "1[a \"b\"][c];2[d][\"e\"];"},
    {CSV_EVERY_CELL, "\"a \"b\nc,d\n", "1 filing-stray-quote;2[c][d];"},
};

START_TEST(quotes_are_taken_as_the_format_says)
{
    char *rows = rows_of(text_of(styles[_i].csv), 1 << 12, styles[_i].kind);
    ck_assert_str_eq(rows, styles[_i].rows);
    free(rows);
}
END_TEST

START_TEST(cells_are_read_in_the_first_encoding_that_fits)
{
    struct row r = {.arena = ARENA("row")};
    struct text names[] = {TEXT_INIT("utf-8"), TEXT_INIT("windows-1252")};
    const struct charset *charsets[] = {NULL, charset_new(&r.arena, names[1])};
    struct format f = {.encodings = names, .charsets = charsets, .encoding_count = 2};
    struct text cells[] = {TEXT_INIT("\xA3"
                                     "5"),
                           TEXT_INIT("\x80\x93"), TEXT_INIT("£5")};
    size_t offsets[] = {0, 3, 6};
    r.cells = cells;
    r.offsets = offsets;
    r.count = 3;
    ck_assert_int_eq(row_convert(&r, &f), ROW_READ);
    ck_assert(text_equal(cells[0], TEXT("£5")) && text_equal(cells[1], TEXT("€“")));
    ck_assert(text_equal(cells[2], TEXT("£5")));
    cells[0] = TEXT("\x81"); /* means nothing in either */
    ck_assert_int_eq(row_convert(&r, &f), ROW_DAMAGED);
    arena_free(&r.arena);
}
END_TEST

/* All that an .fec file gives: form, first column by name, last cell; then the messages. */
static char *filing_of(struct text bytes, size_t block)
{
    static const char layouts[] =
        "layouts: x\n"
        "forms:\n"
        "  - {form: '(?i)^hdr', versions: {'8 3 P': a b c}}\n"
        "  - {form: '(?i)^F3', versions: {'8 3 2': form_type name}}\n"
        "  - {form: '(?i)^SA', versions: {'8.2': form_type x, '3 2': form_type y}}\n";
    static const struct text asked[] = {TEXT_INIT("cover.name")};
    char *out = NULL;
    size_t len = 0;
    FILE *seen = open_memstream(&out, &len);
    struct arena a = ARENA("test");
    struct row r = {.arena = ARENA("row")};
    struct diags d;
    struct drip source = {bytes};
    struct stream s;
    uint64_t line = 1;
    const char *why;
    diags_init(&d);
    const struct node *n = yaml_read(&a, &d, source_from(&a, TEXT("x"), text_of(layouts)));
    struct mapping m = {.columns = (struct text *)(uintptr_t)asked, .column_count = 1};
    struct part p = {.mappings = &m, .mapping_count = 1};
    struct format f = {.layouts = layouts_read(&a, &d, n), .parts = &p, .part_count = 1};
    stream_init(&s, (struct byte_source){drip, &source}, block);
    while (stream_window(&s).len < 64 && stream_fill(&s))
        ;
    struct fec *fec = fec_new(&a, &s, &f, &line, &why);
    if (!fec)
        fprintf(seen, "%s", why);
    while (fec && fec_next(fec, &r) == ROW_READ) {
        fprintf(seen, "%d", (int)r.line);
        for (size_t i = 0; i < r.count; i++)
            fprintf(seen, "[%.*s=%.*s]", TEXT_ARG(r.layout->columns[i]), TEXT_ARG(r.cells[i]));
        fputc(';', seen);
    }
    if (fec)
        fec_report(fec, &d, TEXT("x.fec"));
    for (size_t i = 0; i < d.count; i++)
        fprintf(seen, " %s", d.items[i].code);
    fclose(seen);
    layouts_free(f.layouts);
    stream_free(&s);
    diags_free(&d);
    arena_free(&r.arena);
    arena_free(&a);
    return out;
}

static const struct {
    const char *fec, *rows;
} filings[] = {
    {"HDR\x1C"
     "FEC\x1C"
     "8.2\nF3N\x1C"
     "Name\x1C\x1C\r\nSA11\x1C\"5\n",
     "2[form_type=F3N][name=Name][block=][rest=][cover.name=Name];"
     "3[form_type=SA11][x=\"5][block=][rest=][cover.name=Name];"},
    {"HDR,FEC,3.00\n\"F3N\",\"A, B\"\nsa11,\"x\n",
     "2[form_type=F3N][name=A, B][block=][rest=][cover.name=A, B];"
     "3[form_type=sa11][y=x][block=][rest=][cover.name=A, B];"},
    {"HDR\x1C"
     "FEC\x1C"
     "8.2\nF3N\x1C"
     "N\n\n[BEGINTEXT]\nline 1\nline 2\n[ENDTEXT]\nSA1\x1C"
     "2\n",
     "2[form_type=F3N][name=N][block=line 1\nline 2][rest=][cover.name=N];"
     "8[form_type=SA1][x=2][block=][rest=][cover.name=N];"},
    {"/* Header\nFEC_Ver_# = 2.02\nSchedule_Counts:\nSA11 = 00002\n/* End Header\nF3N,N\nSA11,1\n",
     "6[form_type=F3N][name=N][block=][rest=][cover.name=N];7[form_type=SA11][y=1][block=][rest=]["
     "cover.name=N]; "
     "filing-declared-count"},
    {"HDR\x1C"
     "FEC\x1C"
     "8.9\nF3N\x1C"
     "N\nSA1\x1C"
     "2\x1C"
     "more\nQ\x1C"
     "x\n",
     "2[form_type=F3N][name=N][block=][rest=][cover.name=N];"
     "3[form_type=SA1][x=2][block=][rest=more][cover.name=N];"
     "4[form_type=Q][block=][rest=x][cover.name=N]; filing-unknown-version filing-extra-fields "
     "filing-unknown-form"},
    {"/* Header\nFEC_Ver_# = 2.02\nDec/NoDec = NODEC\n/* End Header\n",
     "its amounts are written without a decimal point, which cannot be read"},
    {"/* Header\nFEC_Ver_# = 2.02\n", "its header has no end (/* End Header)"},
};

START_TEST(filings_to_the_fec_are_read_by_form_and_version)
{
    for (size_t block = 1; block < 80; block = block * 3 + 1) {
        char *rows = filing_of(text_of(filings[_i].fec), block);
        ck_assert_str_eq(rows, filings[_i].rows);
        free(rows);
    }
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
    tcase_add_loop_test(c, quotes_are_taken_as_the_format_says, 0,
                        (int)(sizeof styles / sizeof *styles));
    tcase_add_test(c, cells_are_read_in_the_first_encoding_that_fits);
    tcase_add_loop_test(c, filings_to_the_fec_are_read_by_form_and_version, 0,
                        (int)(sizeof filings / sizeof *filings));
    tcase_add_test(c, a_place_counts_characters_and_lines);
    suite_add_tcase(s, c);
    return run_suite(s);
}
