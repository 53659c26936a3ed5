/* SPDX-License-Identifier: Apache-2.0
 *
 * Decisions stay with their cases when the filings are shuffled, split and exported again in
 * another format, and a flipped bit anywhere in a ledger is found. On contributions made at random,
 * some without a reference, some told twice.
 */
#include <config.h>

#include <string.h>
#include <unistd.h>

#include "../unit/suite.h"
#include "report/ledger.h"
#include "scrutineer.h"

enum { ROWS = 400, FILES = 3 };

static uint64_t state = 20260131; /* the seed */

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

static char folder[64], lawbase[600], plugins[600];
static char rows[ROWS][256];
static struct arena sources; /* that messages quote */

static const char header[] =
    "reference,received,amount,form,payment,recipient,recipient_kind,donor,"
    "donor_id,donor_kind,donor_citizenship,donor_foreign_share,returned\n";

static const char *path_of(const char *name)
{
    static char paths[64][96];
    static unsigned next;
    char *path = paths[next++ % 64];
    snprintf(path, sizeof *paths, "%s/%s", folder, name);
    return path;
}

static void make_rows(void)
{
    static const char *const kinds[] = {"natural", "natural", "company", "trust"};
    static const char *const citizenships[] = {"AM", "RU", "", "AM;FR"};
    for (unsigned i = 0; i < ROWS; i++) {
        unsigned donor = below(30);
        char ref[16] = "";
        if (below(4))
            snprintf(ref, sizeof ref, "R%u", i);
        snprintf(rows[i], sizeof rows[i],
                 "%s,%u-%02u-%02u,%u.%02u,%s,%s,Party %u,party,Donor %u,D%u,%s,%s,%s,\n", ref,
                 2018 + below(6), 1 + below(12), 1 + below(28), below(900000), below(100), "",
                 below(3) ? "bank" : "banknotes", below(3), donor, donor, kinds[donor % 4],
                 citizenships[donor % 4], donor % 4 == 2 ? "45.5" : "");
        if (i && below(20) == 0)
            memcpy(rows[i], rows[i - 1], sizeof rows[i]); /* told twice */
    }
}

static void shuffle_rows(void)
{
    char row[sizeof *rows];
    for (unsigned i = ROWS - 1; i > 0; i--) {
        unsigned k = below(i + 1);
        memcpy(row, rows[i], sizeof row);
        memcpy(rows[i], rows[k], sizeof row);
        memcpy(rows[k], row, sizeof row);
    }
}

static void write_rows(const char *path, unsigned from, unsigned to)
{
    FILE *f = fopen(path, "w");
    fputs(header, f);
    for (unsigned i = from; i < to; i++)
        fputs(rows[i], f);
    fclose(f);
}

static struct scr_options options(bool record)
{
    static const char *const jurisdictions[] = {"am"};
    return (struct scr_options){.lawbase = lawbase,
                                .plugins = plugins,
                                .jurisdictions = jurisdictions,
                                .jurisdiction_count = 1,
                                .dated = "2026-01-31",
                                .include_low = true,
                                .ledger = path_of("ledger.yaml"),
                                .record = record};
}

/* The JSON report; the caller frees it. */
static char *check(const char *const *files, size_t count, bool record)
{
    char *report;
    size_t len;
    struct scr_options o = options(record);
    struct scr_session *s = scr_session_new(&o);
    FILE *out = open_memstream(&report, &len);
    bool ok = scr_load(s) && scr_check(s, files, count, "json", out);
    scr_messages_print(s, stderr, false);
    fclose(out);
    scr_session_free(s);
    ck_assert(ok);
    return report;
}

static unsigned long counted(const char *report, const char *key)
{
    const char *at = strstr(report, "\"ledger\": {");
    ck_assert_ptr_nonnull(at);
    at = strstr(at, key);
    ck_assert_ptr_nonnull(at);
    return strtoul(at + strlen(key), NULL, 10);
}

/* Every third case is dismissed, every fifth confirmed. */
static unsigned long decide_some(void)
{
    struct ledger l;
    struct diags d;
    unsigned long dismissed = 0;
    diags_init(&d);
    ck_assert(ledger_read(&l, &d, &sources, path_of("ledger.yaml"), false));
    size_t count = l.count;
    ck_assert_uint_gt(count, 50);
    for (size_t i = 0; i < count; i += 3) {
        struct case_entry e = l.entries[i];
        e.status = i % 5 ? CASE_DISMISSED : CASE_CONFIRMED;
        e.by = TEXT("A. Person");
        e.why = TEXT("tried \"here\"\nand \\ there");
        dismissed += e.status == CASE_DISMISSED ? e.fact_count : 0;
        ledger_add(&l, &e);
    }
    ck_assert(ledger_write(&l, &d));
    ledger_free(&l);
    diags_free(&d);
    return dismissed;
}

static void assert_same_cases(const char *report, unsigned long settled)
{
    ck_assert_uint_eq(counted(report, "\"new\": "), 0);
    ck_assert_uint_eq(counted(report, "\"changed\": "), 0);
    ck_assert_uint_eq(counted(report, "\"expired\": "), 0);
    ck_assert_uint_eq(counted(report, "\"gone\": "), 0);
    ck_assert_uint_eq(counted(report, "\"settled\": "), settled);
}

static void export_again(const char *from, const char *to)
{
    struct scr_options o = options(false);
    struct scr_session *s = scr_session_new(&o);
    FILE *out = fopen(to, "w");
    ck_assert(scr_load(s) && scr_convert(s, &from, 1, "ndjson", out));
    fclose(out);
    scr_session_free(s);
}

START_TEST(cases_outlive_shuffling_splitting_and_export)
{
    const char *whole = path_of("whole.csv");
    make_rows();
    write_rows(whole, 0, ROWS);
    free(check(&whole, 1, true));
    unsigned long settled = decide_some();
    char *report = check(&whole, 1, false);
    assert_same_cases(report, settled);
    free(report);
    shuffle_rows();
    const char *parts[FILES] = {path_of("a.csv"), path_of("b.csv"), path_of("c.ndjson")};
    write_rows(parts[0], 0, 100);
    write_rows(parts[1], 100, 300);
    write_rows(path_of("c.csv"), 300, ROWS);
    export_again(path_of("c.csv"), parts[2]);
    report = check(parts, FILES, false);
    assert_same_cases(report, settled);
    free(report);
    /* What was changed on the way is not taken for the same. */
    report = check(parts, FILES - 1, false);
    ck_assert_uint_gt(counted(report, "\"gone\": "), 0);
    free(report);
}
END_TEST

static bool is_whole(const char *path)
{
    struct ledger l;
    struct diags d;
    diags_init(&d);
    bool ok = ledger_read(&l, &d, &sources, path, false);
    ck_assert(ok == (d.errors == 0));
    ledger_free(&l);
    diags_free(&d);
    arena_reset(&sources);
    return ok;
}

START_TEST(a_flipped_bit_anywhere_in_a_ledger_is_found)
{
    const char *path = path_of("flipped.yaml");
    struct ledger l;
    struct diags d;
    struct text fact = TEXT("00112233445566778899aabbccddeeff");
    diags_init(&d);
    ck_assert(ledger_read(&l, &d, &sources, path, true));
    for (unsigned i = 0; i < 3; i++)
        ledger_add(&l, &(struct case_entry){.finding = fact,
                                            .rule = TEXT("zz.rule"),
                                            .status = (enum case_status)i,
                                            .on = 20000,
                                            .by = TEXT("A \"B\" \xD5\x80\xD5\xA1\xD5\xB5"),
                                            .why = TEXT("because"),
                                            .until = i ? 20001 : DAY_NEVER,
                                            .due = i ? DAY_NEVER : 20002,
                                            .facts = &fact,
                                            .fact_count = 1});
    ck_assert(ledger_write(&l, &d));
    ck_assert(is_whole(path));
    ledger_free(&l);
    diags_free(&d);
    char body[4096];
    FILE *f = fopen(path, "r+");
    size_t len = fread(body, 1, sizeof body, f);
    for (size_t i = 0; i < len * 8; i++) {
        char flipped = (char)(body[i / 8] ^ (1 << i % 8));
        fseek(f, (long)(i / 8), SEEK_SET);
        fputc(flipped, f);
        fflush(f);
        ck_assert_msg(!is_whole(path), "bit %zu of byte %zu", i % 8, i / 8);
        fseek(f, (long)(i / 8), SEEK_SET);
        fputc(body[i / 8], f);
        fflush(f);
    }
    ck_assert(is_whole(path));
    fclose(f);
}
END_TEST

int main(void)
{
    const char *source = getenv("SRC");
    Suite *s = suite_create("ledger");
    TCase *c = tcase_create("ledger");
    snprintf(lawbase, sizeof lawbase, "%s/lawbase", source ? source : ".");
    snprintf(plugins, sizeof plugins, "%s/plugins", source ? source : ".");
    snprintf(folder, sizeof folder, "/tmp/scr-ledger-XXXXXX");
    if (!mkdtemp(folder))
        return EXIT_FAILURE;
    tcase_set_timeout(c, 60);
    tcase_add_test(c, cases_outlive_shuffling_splitting_and_export);
    tcase_add_test(c, a_flipped_bit_anywhere_in_a_ledger_is_found);
    suite_add_tcase(s, c);
    sources = ARENA("sources");
    int status = run_suite(s);
    arena_free(&sources);
    char command[96];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) == 0 ? status : EXIT_FAILURE;
}
