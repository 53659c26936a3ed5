/* SPDX-License-Identifier: Apache-2.0
 *
 * However a check is cut up, into threads, pieces of a table, memory, or partial results that are
 * merged, the report is the same: on contributions made at random, with line breaks within quotes,
 * rows that cannot be read, quotes that are none, and groups over, at and under the cap.
 */
#include <config.h>

#include <string.h>
#include <unistd.h>

#include "../unit/suite.h"
#include "scrutineer.h"

enum { ROWS = 3000, MOST_SHARDS = 64 };

static uint64_t state = 20261124; /* the seed */

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

static char folder[64];
static char lawbase[600], plugins[600];

static const char header[] =
    "reference,received,amount,form,payment,recipient,recipient_kind,donor,"
    "donor_id,donor_kind,donor_citizenship,donor_foreign_share,returned\n";

static void write_row(FILE *f, unsigned i)
{
    static const char *const kinds[] = {"natural", "natural", "natural", "company", "trust", ""};
    static const char *const citizenships[] = {"AM", "AM", "AM", "RU", "AM;FR", "none", ""};
    static const char *const names[] = {"Plain Example",        "\"Quoted, Example\"",
                                        "\"Two\nLines\"",       "\"Says \"\"Example\"\"\"",
                                        "\"CR\r\nLF Example\"", "Stray \" quote"};
    unsigned donor = below(60);
    if (below(200) == 0) {
        fputs(below(2) ? "\n" : "\"not closed well\" x,,,,,,,,,,,,\n", f);
        return;
    }
    fprintf(f, "R%u,%u-%02u-%02u,", i, 2016 + below(9), 1 + below(12),
            1 + below(below(300) ? 28 : 40));
    fprintf(f, "%u.%02u,%s,%s,Party %u,party,", below(900000), below(100),
            below(20) ? "" : "anonymous", below(3) ? "bank" : "cash", below(3));
    fprintf(f, "%s,%s%u,%s,", names[donor % 6], below(30) ? "D" : "", donor, kinds[donor % 6]);
    fprintf(f, "%s,%s,\n", citizenships[below(7)], donor % 6 == 3 ? "45.5" : "");
}

static char *path_of(const char *name, unsigned i)
{
    static char paths[MOST_SHARDS + 4][64];
    char *path = paths[i];
    snprintf(path, sizeof *paths, "%s/%s%u", folder, name, i);
    return path;
}

/* The same rows as one file, or as shards that follow each other. */
static void write_files(unsigned shards, const char **files)
{
    FILE *f = NULL;
    state = 7;
    for (unsigned i = 0; i < ROWS; i++) {
        unsigned shard = i * shards / ROWS;
        if (i == 0 || shard != (i - 1) * shards / ROWS) {
            if (f)
                fclose(f);
            files[shard] = path_of("shard", shard);
            f = fopen(files[shard], "wb");
            ck_assert_ptr_nonnull(f);
            fputs(header, f);
        }
        write_row(f, i);
    }
    fclose(f);
}

struct output {
    char *report, *messages;
    size_t report_len, messages_len;
};

static void output_free(struct output *o)
{
    free(o->report);
    free(o->messages);
}

typedef bool action(struct scr_session *, const char *const *files, size_t count, FILE *out);

static bool check(struct scr_session *s, const char *const *files, size_t count, FILE *out)
{
    return scr_check(s, files, count, "json", out);
}

static bool merge(struct scr_session *s, const char *const *files, size_t count, FILE *out)
{
    return scr_merge(s, files, count, "json", out);
}

static struct output run(action *act, struct scr_options o, const char *const *files, size_t count)
{
    static const char *const jurisdictions[] = {"am"};
    struct output out = {0};
    FILE *report = open_memstream(&out.report, &out.report_len);
    FILE *messages = open_memstream(&out.messages, &out.messages_len);
    o.lawbase = lawbase;
    o.plugins = plugins;
    o.jurisdictions = jurisdictions;
    o.jurisdiction_count = 1;
    o.format_in = "am.donations";
    struct scr_session *s = scr_session_new(&o);
    bool loaded = scr_load(s), ok = loaded && act(s, files, count, report);
    scr_messages_print(s, messages, false);
    scr_session_free(s);
    fclose(report);
    fclose(messages);
    ck_assert_msg(ok, "%s", out.messages);
    return out;
}

static void compare(const struct output *a, struct output b, const char *what)
{
    ck_assert_msg(a->report_len == b.report_len && memcmp(a->report, b.report, a->report_len) == 0,
                  "the report differs: %s", what);
    ck_assert_msg(strcmp(a->messages, b.messages) == 0, "the messages differ: %s", what);
    output_free(&b);
}

static void setup(void)
{
    const char *source = getenv("SRC");
    snprintf(lawbase, sizeof lawbase, "%s/lawbase", source ? source : ".");
    snprintf(plugins, sizeof plugins, "%s/plugins", source ? source : ".");
    strcpy(folder, "/tmp/scrutineer-run-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void remove_files(const char *const *files, size_t count)
{
    for (size_t i = 0; i < count; i++)
        unlink(files[i]);
    rmdir(folder);
}

START_TEST(threads_pieces_and_memory_make_no_difference)
{
    static const struct {
        const char *what;
        struct scr_options options;
    } ways[] = {
        {"two threads", {.jobs = 2}},
        {"four threads, pieces of a row", {.jobs = 4, .piece = 1}},
        {"two threads, pieces of 97 bytes", {.jobs = 2, .piece = 97}},
        {"three threads, pieces of 1000 bytes, no memory", {.jobs = 3, .piece = 1000, .memory = 1}},
        {"one thread, little memory", {.jobs = 1, .memory = 1 << 16}},
    };
    const char *files[1];
    write_files(1, files);
    struct output one = run(check, (struct scr_options){.jobs = 1}, files, 1);
    ck_assert_ptr_nonnull(strstr(one.report, "am.donation.cap"));
    ck_assert_ptr_nonnull(strstr(one.messages, "unreadable row"));
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        compare(&one, run(check, ways[i].options, files, 1), ways[i].what);
    output_free(&one);
    remove_files(files, 1);
}
END_TEST

static bool write_partial(struct scr_session *s, const char *const *files, size_t count, FILE *out)
{
    char path[128];
    (void)out;
    snprintf(path, sizeof path, "%s.part", files[0]);
    return scr_check_partial(s, files, count, path);
}

START_TEST(merged_shards_are_one_check)
{
    static const unsigned counts[] = {1, 2, 7, 64};
    const char *files[MOST_SHARDS], *parts[MOST_SHARDS];
    unsigned shards = counts[_i];
    write_files(shards, files);
    struct output one = run(check, (struct scr_options){.jobs = 1}, files, shards);
    compare(&one, run(check, (struct scr_options){.jobs = 2}, files, shards), "two threads");
    for (unsigned i = 0; i < shards; i++) {
        struct output none = run(write_partial, (struct scr_options){.jobs = 1 + i % 2}, &files[i],
                                 1);
        output_free(&none);
        char *part = malloc(128);
        snprintf(part, 128, "%s.part", files[i]);
        parts[i] = part;
    }
    compare(&one, run(merge, (struct scr_options){.jobs = 2}, parts, shards), "merged");
    output_free(&one);
    for (unsigned i = 0; i < shards; i++) {
        unlink(parts[i]);
        free((char *)(uintptr_t)parts[i]);
    }
    remove_files(files, shards);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("run");
    TCase *same = tcase_create("the same report");
    tcase_set_timeout(same, 0);
    tcase_add_checked_fixture(same, setup, NULL);
    tcase_add_test(same, threads_pieces_and_memory_make_no_difference);
    tcase_add_loop_test(same, merged_shards_are_one_check, 0, 4);
    suite_add_tcase(s, same);
    return run_suite(s);
}
