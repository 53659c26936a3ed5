/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/country.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/fingerprints.h"
#include "base/regex.h"
#include "base/signing.h"
#include "base/storing.h"
#include "base/value.h"
#include "base/yaml.h"
#include "suite.h"

static struct arena arena = {.name = "test"};

/* --- date --- */

static const struct {
    const char *text, *pattern;
    const char *day; /* NULL: refused */
} dates[] = {
    {"2021-01-31", "yyyy-mm-dd", "2021-01-31"},
    {"2021-02-29", "yyyy-mm-dd", NULL},
    {"2020-02-29", "yyyy-mm-dd", "2020-02-29"},
    {"1900-02-29", "yyyy-mm-dd", NULL},
    {"29/10/2025", "d/m/yyyy", "2025-10-29"},
    {"1/2/2025", "d/m/yyyy", "2025-02-01"},
    {"1/13/2025", "d/m/yyyy", NULL},
    {"2018/10/09 15:51:44Z", "yyyy/mm/dd*", "2018-10-09"},
    {"2018/10/09 15:51", "yyyy/mm/dd", NULL},
    {"20251001", "yyyymmdd", "2025-10-01"},
    {"", "yyyy-mm-dd", NULL},
    {"2021-1-31", "yyyy-mm-dd", NULL},
    {"31 Jan 1970", "d mmm yyyy", "1970-01-31"},
    {"1 DEC 1970", "d mmm yyyy", "1970-12-01"},
    {"31 Feb 1970", "d mmm yyyy", NULL},
    {"31 Ja", "d mmm yyyy", NULL},
    {"31 Foo 1970", "d mmm yyyy", NULL},
};

START_TEST(a_date_is_read_by_its_pattern)
{
    day on;
    char buffer[DAY_TEXT_SIZE];
    bool ok = day_read_pattern(text_of(dates[_i].text), text_of(dates[_i].pattern), &on);
    ck_assert_msg(ok == (dates[_i].day != NULL), "%s", dates[_i].text);
    if (ok)
        ck_assert_str_eq(day_print(on, buffer), dates[_i].day);
}
END_TEST

START_TEST(days_and_civil_dates_are_inverse)
{
    for (day d = -800000; d < 2900000; d += 37) {
        struct civil c = day_to_civil(d);
        ck_assert_int_eq(day_from_civil(c.year, c.month, c.day), d);
    }
}
END_TEST

static const struct {
    const char *from, *duration;
    int sign;
    const char *to;
} sums[] = {
    {"2021-01-31", "1 month", 1, "2021-02-28"}, {"2026-02-14", "3 months", -1, "2025-11-14"},
    {"2024-02-29", "1 year", 1, "2025-02-28"},  {"2022-05-01", "14 days", 1, "2022-05-15"},
    {"2021-03-01", "1 day", -1, "2021-02-28"},  {"2020-12-15", "2 months", 1, "2021-02-15"},
};

START_TEST(durations_go_as_far_as_the_calendar)
{
    struct duration d;
    ck_assert(duration_read(TEXT("9999 years"), &d));
    ck_assert(duration_read(TEXT("119988 months"), &d));
    ck_assert(!duration_read(TEXT("10000 years"), &d));
    ck_assert(!duration_read(TEXT("119989 months"), &d));
}
END_TEST

START_TEST(durations_are_calendar_time)
{
    day from;
    struct duration d;
    char buffer[DAY_TEXT_SIZE];
    ck_assert(day_read(text_of(sums[_i].from), &from));
    ck_assert(duration_read(text_of(sums[_i].duration), &d));
    ck_assert_str_eq(day_print(day_add(from, d, sums[_i].sign), buffer), sums[_i].to);
}
END_TEST

/* --- money --- */

static const struct {
    const char *text;
    char decimal, group;
    bool ok;
    int64_t minor;
} amounts[] = {
    {"9,556.85", '.', ',', true, 955685},
    {"1.234,56", ',', '.', true, 123456},
    {"12,34", '.', ',', false, 0},
    {"1,2345", '.', ',', false, 0},
    {"5.000.1", '.', 0, false, 0},
    {"7", '.', 0, true, 700},
    {"7.", '.', 0, false, 0},
    {".5", '.', 0, false, 0},
    {"-3.10", '.', 0, true, -310},
    {"(3.10)", '.', 0, true, -310},
    {"1.005", '.', 0, false, 0},
    {"1.500", '.', 0, true, 150},
    {"92233720368547758.07", '.', 0, true, INT64_MAX},
    {"92233720368547758.08", '.', 0, false, 0},
    {"", '.', 0, false, 0},
    {"1e5", '.', 0, false, 0},
};

START_TEST(an_amount_is_exact_or_refused)
{
    int64_t minor = 0;
    struct number_style style = {amounts[_i].decimal, amounts[_i].group};
    ck_assert_msg(decimal_read(text_of(amounts[_i].text), style, 2, &minor) == amounts[_i].ok, "%s",
                  amounts[_i].text);
    if (amounts[_i].ok)
        ck_assert_int_eq(minor, amounts[_i].minor);
}
END_TEST

START_TEST(money_is_grouped_for_people)
{
    static const struct {
        const char *plain, *grouped;
    } rows[] = {{"800000000 AMD", "800,000,000 AMD"},
                {"9556.85 GBP", "9,556.85 GBP"},
                {"999 EUR", "999 EUR"},
                {"1000 EUR", "1,000 EUR"},
                {"-123456.05 USD", "-123,456.05 USD"},
                {"-100 USD", "-100 USD"},
                {"0.50 EUR", "0.50 EUR"},
                {"5000 JPY", "5,000 JPY"}};
    struct money m;
    char buffer[MONEY_TEXT_SIZE];
    ck_assert(money_read(text_of(rows[_i].plain), &m));
    ck_assert_str_eq(money_print_grouped(m, buffer), rows[_i].grouped);
}
END_TEST

START_TEST(money_prints_as_a_decimal_string)
{
    struct money m;
    char buffer[MONEY_TEXT_SIZE];
    ck_assert(money_read(TEXT("9556.85 GBP"), &m));
    ck_assert_str_eq(money_print(m, buffer), "9556.85 GBP");
    ck_assert(money_read(TEXT("5000 JPY"), &m));
    ck_assert_str_eq(money_print_amount(m, buffer), "5000");
    ck_assert_str_eq(sum_print_amount(-5, m.currency, buffer), "-5");
    ck_assert(!money_read(TEXT("5000 XXQ"), &m));
    ck_assert(!money_read(TEXT("5000AMD"), &m));
    ck_assert(money_read(TEXT("0.05 GBP"), &m));
    ck_assert_str_eq(money_print_amount(m, buffer), "0.05");
}
END_TEST

START_TEST(a_share_is_exact)
{
    share s;
    char buffer[MONEY_TEXT_SIZE];
    ck_assert(share_read(TEXT("30.01 %"), &s));
    ck_assert_int_eq(s, 30010000);
    ck_assert_str_eq(share_print(s, buffer), "30.01 %");
    ck_assert(share_read(TEXT("30%"), &s));
    ck_assert_str_eq(share_print(s, buffer), "30 %");
    ck_assert(!share_read(TEXT("30"), &s));
}
END_TEST

/* --- country --- */

static const struct {
    const char *name, *code;
} countries[] = {
    {"united states", "US"}, {"US", "US"},          {"Հայաստան", "AM"},       {"ARM", "AM"},
    {"Россия", "RU"},        {"Deutschland", "DE"}, {"United Kingdom", "GB"}, {"nigeria", "NG"},
};

START_TEST(a_country_is_known_by_code_and_by_name)
{
    struct text code;
    ck_assert_msg(country_find(text_of(countries[_i].name), &code), "%s", countries[_i].name);
    ck_assert(text_equal(code, text_of(countries[_i].code)));
}
END_TEST

START_TEST(a_list_of_countries_is_sorted_and_has_no_repeats)
{
    struct text codes, wrong;
    ck_assert(countries_read(&arena, TEXT("RU; Armenia;RU"), ';', &codes, &wrong));
    ck_assert(text_equal(codes, TEXT("AM RU")));
    ck_assert(countries_include(codes, TEXT("RU")));
    ck_assert(!countries_include(codes, TEXT("MR")));
    ck_assert(!countries_read(&arena, TEXT("AM;Atlantis"), ';', &codes, &wrong));
    ck_assert(text_equal(wrong, TEXT("Atlantis")));
}
END_TEST

/* --- text --- */

START_TEST(ill_formed_utf8_is_found_at_its_byte)
{
    static const struct {
        const char *bytes;
        size_t bad;
    } cases[] = {{"ab\xFF", 2},
                 {"\xC0\x80", 0},
                 {"\xED\xA0\x80", 0},
                 {"x\xE2\x82", 1},
                 {"\xF5\x80\x80\x80", 0}};
    size_t bad;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert(!text_is_utf8(text_of(cases[i].bytes), &bad));
        ck_assert_uint_eq(bad, cases[i].bad);
    }
    ck_assert(text_is_utf8(TEXT("Հայ €"), &bad));
    ck_assert_uint_eq(text_characters(TEXT("Հայ €")), 5);
}
END_TEST

START_TEST(what_is_shown_cannot_command_a_terminal)
{
    char *shown = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&shown, &len);
    text_show(out, TEXT("a\33[31m\xC2\x9B\xFFԱ"));
    fclose(out);
    ck_assert_str_eq(shown, "a\\x1B[31m\\xC2\\x9B\\xFFԱ");
    free(shown);
}
END_TEST

/* --- yaml --- */

static const struct {
    const char *yaml, *message;
} wrong_yaml[] = {
    {"a: 1\na: 2\n", "key \"a\" stands here twice"},
    {"a: &x 1\n", "anchors (&name) are not used in a law base"},
    {"a: !t 1\n", "tags (!name) are not used in a law base"},
    {"a: *x\n", "aliases (*name) are not used in a law base"},
    {"a: 1\n---\nb: 2\n", "a second document in the file"},
    {"", "the file is empty"},
    {"a: \xFF\n", "not UTF-8"},
    {"a: x\xE2\x80\xA8y\n", "a line separator that editors do not show"},
};

START_TEST(yaml_that_misleads_is_refused)
{
    struct diags d;
    diags_init(&d);
    struct source *s = source_from(&arena, TEXT("x.yaml"), text_of(wrong_yaml[_i].yaml));
    ck_assert_ptr_null(yaml_read(&arena, &d, s));
    ck_assert_uint_ge(d.count, 1);
    ck_assert_str_eq(d.items[0].message.at, wrong_yaml[_i].message);
    diags_free(&d);
}
END_TEST

START_TEST(deep_yaml_is_refused_quickly)
{
    struct diags d;
    char *body = calloc(1, 20001);
    memset(body, '[', 20000);
    diags_init(&d);
    ck_assert_ptr_null(yaml_read(&arena, &d, source_from(&arena, TEXT("x"), text_of(body))));
    ck_assert_str_eq(d.items[0].message.at, "nested more than 64 deep");
    diags_free(&d);
    free(body);
}
END_TEST

static const struct {
    const char *charset, *bytes, *text;
} encoded[] = {
    {"windows-1252", "K\xF6rber \x80", "Körber €"},
    {"windows-1251", "\xCF\xE5\xF2\xF0\xEE\xF1\xFF\xED", "Петросян"},
    {"ARMSCII-8", "\xB2\xB3", "Աա"},
    {"iso-8859-1", "\xE9", "é"},
};

START_TEST(bytes_become_text_by_their_encoding)
{
    struct arena a = ARENA("test");
    const struct charset *c = charset_new(&a, text_of(encoded[_i].charset));
    struct text out;
    size_t bad;
    ck_assert_ptr_nonnull(c);
    ck_assert(charset_read(&a, c, text_of(encoded[_i].bytes), &out, &bad));
    ck_assert(text_equal(out, text_of(encoded[_i].text)));
    arena_free(&a);
}
END_TEST

START_TEST(a_text_grows_to_any_length)
{
    struct arena a = ARENA("test");
    struct growing g = {.arena = &a};
    ck_assert_str_eq(growing_text(&g).at, "");
    for (int i = 0; i < 150000; i++)
        growing_add(&g, TEXT("ab"));
    ck_assert_uint_eq(g.len, 300000);
    ck_assert_uint_eq(strlen(g.at), 300000);
    ck_assert_uint_lt(a.held, 4 * 300000);
    arena_free(&a);
}
END_TEST

START_TEST(encodings_of_another_kind_are_refused)
{
    struct arena a = ARENA("test");
    ck_assert_ptr_null(charset_new(&a, TEXT("utf-16")));
    ck_assert_ptr_null(charset_new(&a, TEXT("no-such-thing")));
    ck_assert_ptr_null(charset_new(&a, TEXT("EBCDIC-US")));
    ck_assert_ptr_null(charset_new(&a, TEXT("windows -1252")));
    ck_assert_ptr_null(charset_new(&a, TEXT("windows-1252//IGNORE")));
    arena_free(&a);
}
END_TEST

static const struct {
    const char *from, *to;
} doubly[] = {
    {"KÃ¶rber", "Körber"}, {"KÃƒÂ¶rber", "Körber"}, {"KÃƒ¶rber", "Körber"}, {"plain", "plain"},
    {"Körber", "Körber"},  {"Â£5", "£5"},           {"donâ€™t", "don’t"},   {"Հայ", "Հայ"},
};

START_TEST(text_that_was_encoded_twice_is_put_right)
{
    struct arena a = ARENA("test");
    const struct charset *c = charset_new(&a, TEXT("windows-1252"));
    struct text from = text_of(doubly[_i].from), out;
    bool mended = text_mend_double(&a, c, from, &out);
    ck_assert_msg(text_equal(out, text_of(doubly[_i].to)), "%.*s", TEXT_ARG(out));
    ck_assert(mended == !text_equal(from, out));
    arena_free(&a);
}
END_TEST

static const struct {
    const char *a, *b;
    unsigned edits;
} edits[] = {{"", "", 0},          {"list", "List", 0}, {"", "abc", 3},   {"list", "lsit", 1},
             {"check", "chek", 1}, {"lint", "lsit", 2}, {"ca", "abc", 3}, {"ab", "ba", 1},
             {"abcd", "badc", 2},  {"show", "shows", 1}};

START_TEST(a_distance_counts_edits_and_swaps)
{
    struct text a = text_of(edits[_i].a), b = text_of(edits[_i].b);
    ck_assert_uint_eq(text_distance(a, b), edits[_i].edits);
    ck_assert_uint_eq(text_distance(b, a), edits[_i].edits);
}
END_TEST

START_TEST(utf_16_is_turned_however_it_is_cut)
{
    static const char le[] =
        "a\0\x51\x05\x3D\xD8\x00\xDE\x00\xDC!\0"; /* a, Armenian B, an emoji, half of one, ! */
    for (size_t step = 1; step < sizeof le; step++) {
        struct utf16 *u = utf16_new(false);
        char out[80];
        size_t len = 0;
        for (size_t at = 0; at < sizeof le - 1; at += step) {
            size_t end = at + step < sizeof le - 1 ? at + step : sizeof le - 1;
            len += utf16_read(u, (struct text){le + at, end - at}, out + len);
        }
        ck_assert(text_equal((struct text){out, len}, TEXT("aՑ😀\xFF!")));
        utf16_free(u);
    }
}
END_TEST

static const struct {
    const char *text, *printed;
} ranges[] = {
    {"0 to 100 EUR", "0.00 to 100.00 EUR"},
    {"100 EUR", "100.00 EUR"},
    {"5 to 4 EUR", ""},
    {"x to 4 EUR", ""},
};

START_TEST(an_amount_may_be_a_range)
{
    struct arena a = ARENA("test");
    struct value v;
    bool read = value_read(&a, TYPE_MONEY, text_of(ranges[_i].text), &v);
    ck_assert(read == (ranges[_i].printed[0] != 0));
    if (read)
        ck_assert(text_equal(value_print(&a, &v), text_of(ranges[_i].printed)));
    arena_free(&a);
}
END_TEST

START_TEST(a_span_counts_bytes_behind_armenian_letters)
{
    struct diags d;
    diags_init(&d);
    struct source *s = source_from(&arena, TEXT("x"),
                                   TEXT("hy: Հայաստան\nen: Armenia\nk: {a: Բ, b: c}\n"));
    struct node *n = yaml_read(&arena, &d, s);
    const struct node *c = node_find(node_find(n, "k"), "b");
    size_t line, column;
    source_place(s, c->span.begin, &line, &column);
    ck_assert_uint_eq(line, 3);
    ck_assert_uint_eq(column, 14);
    ck_assert(s->body.at[c->span.begin] == 'c');
    diags_free(&d);
}
END_TEST

/* --- regex, digest --- */

START_TEST(a_catastrophic_pattern_meets_its_limit)
{
    struct text why;
    size_t offset;
    struct regex *r = regex_new(&arena, TEXT("^(a+)+$"), &why, &offset);
    ck_assert_int_eq(
        regex_search(r, TEXT("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"), NULL),
        REGEX_LIMIT);
    regex_free(r);
    ck_assert_ptr_null(regex_new(&arena, TEXT("a("), &why, &offset));
    ck_assert_uint_eq(offset, 2);
}
END_TEST

START_TEST(a_digest_keeps_texts_apart)
{
    struct digest a, b;
    char x[DIGEST_TEXT_SIZE], y[DIGEST_TEXT_SIZE];
    digest_init(&a);
    digest_init(&b);
    digest_add(&a, TEXT("ab"));
    digest_add(&a, TEXT("c"));
    digest_add(&b, TEXT("a"));
    digest_add(&b, TEXT("bc"));
    ck_assert_str_ne(digest_end(&a, 32, x), digest_end(&b, 32, y));
}
END_TEST

START_TEST(a_fingerprint_is_in_the_set_as_often_as_it_was_added)
{
    struct fingerprints set = {0};
    char hex[64];
    for (unsigned round = 1; round <= 2; round++)
        for (unsigned i = 0; i < 1000; i++) {
            snprintf(hex, sizeof hex, "%016x%016x", i * 64, i % 7); /* many at one place */
            ck_assert_uint_eq(fingerprints_add(&set, hex), round);
        }
    ck_assert_str_eq(hex, "000000000000f9c00000000000000005");
    ck_assert(fingerprints_take(&set, hex));
    ck_assert_uint_eq(fingerprints_count(&set, hex), 1);
    ck_assert(fingerprints_take(&set, hex));
    ck_assert(!fingerprints_take(&set, hex));
    ck_assert_uint_eq(fingerprints_add(&set, hex), 1);
    ck_assert_uint_eq(fingerprints_count(&set, "000000000000f9c00000000000000006"), 0);
    ck_assert(fingerprint_is(text_of(hex)));
    ck_assert(!fingerprint_is(TEXT("000000000000F9C00000000000000005")));
    ck_assert(!fingerprint_is(TEXT("000000000000f9c0000000000000000")));
    fingerprints_free(&set);
}
END_TEST

static bool is_signed(const char *key, const char *file)
{
    struct diags d;
    diags_init(&d);
    bool ok = signing_verify(&d, key, file);
    ck_assert(ok == (d.errors == 0));
    diags_free(&d);
    return ok;
}

/* Every bit of the file at `path` flipped, one after the other. */
static void flip_each_bit(const char *path, const char *key, const char *file)
{
    char body[512];
    FILE *f = fopen(path, "r+");
    size_t len = fread(body, 1, sizeof body, f);
    for (size_t i = 0; i < len * 8; i++) {
        char pair[2] = {(char)(body[i / 8] ^ (1 << i % 8)), body[i / 8]};
        for (int k = 0; k < 2; k++) {
            fseek(f, (long)(i / 8), SEEK_SET);
            fputc(pair[k], f);
            fflush(f);
            ck_assert_msg(is_signed(key, file) == (k == 1), "%s: bit %zu", path, i);
        }
    }
    fclose(f);
}

START_TEST(a_flipped_bit_anywhere_in_what_was_signed_is_found)
{
    char folder[] = "/tmp/scr-sign-XXXXXX", name[64], key[64], public[64], file[64], sig[80];
    struct diags d;
    diags_init(&d);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(name, sizeof name, "%s/k", folder);
    snprintf(key, sizeof key, "%s/k.key", folder);
    snprintf(public, sizeof public, "%s/k.pub", folder);
    snprintf(file, sizeof file, "%s/report", folder);
    snprintf(sig, sizeof sig, "%s/report.sig", folder);
    FILE *f = fopen(file, "w");
    fputs("{\"scrutineer\": \"0\", \"findings\": []}\n", f);
    fclose(f);
    ck_assert(signing_key_new(&d, name));
    ck_assert(signing_sign(&d, key, file));
    ck_assert(is_signed(public, file));
    flip_each_bit(file, public, file);
    flip_each_bit(sig, public, file);
    flip_each_bit(public, public, file);
    const char *paths[] = {key, public, file, sig, folder};
    for (size_t i = 0; i < 5; i++)
        ck_assert_int_eq(remove(paths[i]), 0);
    diags_free(&d);
}
END_TEST

/* --- files that are written --- */

static struct text content_of(const char *path)
{
    const char *why;
    const struct source *s = source_read(&arena, path, &why);
    return s ? s->body : TEXT("(cannot be read)");
}

static size_t files_in(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    for (const struct dirent *e; (e = readdir(folder)) != NULL;)
        count += e->d_name[0] != '.';
    closedir(folder);
    return count;
}

START_TEST(a_file_has_its_name_when_it_is_whole)
{
    char folder[] = "/tmp/scr-whole-XXXXXX", path[64], link[64], device[64];
    struct stat about;
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/report", folder);
    snprintf(link, sizeof link, "%s/link", folder);
    snprintf(device, sizeof device, "%s/none/report", folder);
    struct whole_file *w = whole_file_begin(path, WHOLE_FILE_IS_NEW, 0600);
    fputs("half", whole_file_stream(w));
    fflush(whole_file_stream(w));
    ck_assert_int_ne(access(path, F_OK), 0);
    ck_assert(whole_file_end(w, false));
    ck_assert_uint_eq(files_in(folder), 0);
    ck_assert(whole_file_write(path, WHOLE_FILE_IS_NEW, 0600, TEXT("one")));
    ck_assert(!whole_file_write(path, WHOLE_FILE_IS_NEW, 0600, TEXT("two")));
    ck_assert_int_eq(errno, EEXIST);
    ck_assert(text_equal(content_of(path), TEXT("one")));
    /* In the place of another it keeps who may read it; a link stays a link. */
    ck_assert_int_eq(symlink("report", link), 0);
    ck_assert(whole_file_write(link, WHOLE_FILE_REPLACES, 0666, TEXT("three")));
    ck_assert(text_equal(content_of(path), TEXT("three")));
    ck_assert(lstat(link, &about) == 0 && S_ISLNK(about.st_mode));
    ck_assert(stat(path, &about) == 0 && (about.st_mode & 0777) == 0600);
    ck_assert(!whole_file_write(device, WHOLE_FILE_REPLACES, 0666, TEXT("four")));
    ck_assert_int_eq(errno, ENOENT);
    ck_assert(!whole_file_write(folder, WHOLE_FILE_REPLACES, 0666, TEXT("five")));
    ck_assert_int_eq(errno, EISDIR);
    ck_assert_uint_eq(files_in(folder), 2);
    ck_assert(remove(link) == 0 && remove(path) == 0 && remove(folder) == 0);
}
END_TEST

START_TEST(a_device_is_written_to_as_it_is)
{
    struct stat about;
    ck_assert(whole_file_write("/dev/null", WHOLE_FILE_REPLACES, 0666, TEXT("gone")));
    ck_assert(!whole_file_write("/dev/full", WHOLE_FILE_REPLACES, 0666, TEXT("too much")));
    ck_assert_int_eq(errno, ENOSPC);
    ck_assert(stat("/dev/full", &about) == 0 && S_ISCHR(about.st_mode));
}
END_TEST

START_TEST(what_is_put_aside_has_no_name)
{
    char folder[] = "/tmp/scr-aside-XXXXXX", path[PUT_ASIDE_PATH_SIZE], bytes[8] = "";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    setenv("TMPDIR", folder, 1);
    int file = put_aside_file();
    ck_assert_int_ge(file, 0);
    ck_assert_uint_eq(files_in(folder), 0);
    ck_assert(write_all(file, "groups", 6));
    put_aside_path(file, path);
    int again = open(path, O_RDONLY);
    ck_assert_int_eq(read(again, bytes, sizeof bytes), 6);
    ck_assert_str_eq(bytes, "groups");
    close(again);
    close(file);
    ck_assert_int_eq(remove(folder), 0);
    ck_assert_ptr_null(put_aside_stream()); /* the folder is gone */
    unsetenv("TMPDIR");
    ck_assert(!write_all(-1, "x", 1));
}
END_TEST

#define LOOP(c, test, table) tcase_add_loop_test(c, test, 0, (int)(sizeof(table) / sizeof *(table)))

int main(void)
{
    Suite *s = suite_create("base");
    TCase *c = tcase_create("base");
    LOOP(c, a_date_is_read_by_its_pattern, dates);
    tcase_add_test(c, days_and_civil_dates_are_inverse);
    LOOP(c, durations_are_calendar_time, sums);
    tcase_add_test(c, durations_go_as_far_as_the_calendar);
    LOOP(c, an_amount_is_exact_or_refused, amounts);
    tcase_add_test(c, money_prints_as_a_decimal_string);
    tcase_add_loop_test(c, money_is_grouped_for_people, 0, 8);
    tcase_add_test(c, a_share_is_exact);
    LOOP(c, a_country_is_known_by_code_and_by_name, countries);
    tcase_add_test(c, a_list_of_countries_is_sorted_and_has_no_repeats);
    tcase_add_test(c, ill_formed_utf8_is_found_at_its_byte);
    tcase_add_test(c, what_is_shown_cannot_command_a_terminal);
    LOOP(c, yaml_that_misleads_is_refused, wrong_yaml);
    tcase_add_test(c, deep_yaml_is_refused_quickly);
    tcase_add_loop_test(c, bytes_become_text_by_their_encoding, 0,
                        (int)(sizeof encoded / sizeof *encoded));
    tcase_add_test(c, encodings_of_another_kind_are_refused);
    tcase_add_test(c, a_text_grows_to_any_length);
    tcase_add_loop_test(c, text_that_was_encoded_twice_is_put_right, 0,
                        (int)(sizeof doubly / sizeof *doubly));
    tcase_add_test(c, utf_16_is_turned_however_it_is_cut);
    LOOP(c, a_distance_counts_edits_and_swaps, edits);
    tcase_add_loop_test(c, an_amount_may_be_a_range, 0, (int)(sizeof ranges / sizeof *ranges));
    tcase_add_test(c, a_span_counts_bytes_behind_armenian_letters);
    tcase_add_test(c, a_catastrophic_pattern_meets_its_limit);
    tcase_add_test(c, a_digest_keeps_texts_apart);
    tcase_add_test(c, a_flipped_bit_anywhere_in_what_was_signed_is_found);
    tcase_add_test(c, a_file_has_its_name_when_it_is_whole);
    tcase_add_test(c, a_device_is_written_to_as_it_is);
    tcase_add_test(c, what_is_put_aside_has_no_name);
    tcase_add_test(c, a_fingerprint_is_in_the_set_as_often_as_it_was_added);
    suite_add_tcase(s, c);
    return run_suite(s);
}
