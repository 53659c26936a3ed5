/* SPDX-License-Identifier: Apache-2.0
 *
 * The public library, seen from outside: only scrutineer.h, only the shared library.
 */
#include <config.h>

#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "scrutineer.h"
#include "suite.h"

static const char *source_tree(void)
{
    const char *src = getenv("SRC");
    return src ? src : ".";
}

static struct scr_session *session(struct scr_options *o, char *lawbase, char *plugins)
{
    snprintf(lawbase, 500, "%s/lawbase", source_tree());
    snprintf(plugins, 500, "%s/plugins", source_tree());
    o->lawbase = lawbase;
    o->plugins = plugins;
    return scr_session_new(o);
}

/* The report of one example as a text; the caller frees it. */
static char *check(struct scr_options o, const char *name, const char *format, uint64_t *violations)
{
    char lawbase[500], plugins[500], file[500], *report = NULL;
    size_t len = 0;
    struct scr_session *s = session(&o, lawbase, plugins);
    FILE *out = open_memstream(&report, &len);
    const char *files[] = {file};
    snprintf(file, sizeof file, "%s/%s", source_tree(), name);
    ck_assert(scr_load(s));
    scr_check(s, files, 1, format, out);
    *violations = scr_violations(s);
    fclose(out);
    scr_session_free(s);
    return report;
}

START_TEST(the_same_input_gives_the_same_bytes)
{
    uint64_t first, second;
    char *a = check((struct scr_options){0}, "examples/am/donations.csv", "json", &first);
    char *b = check((struct scr_options){0}, "examples/am/donations.csv", "json", &second);
    ck_assert_str_eq(a, b);
    ck_assert_uint_eq(first, 11);
    ck_assert_uint_eq(second, first);
    free(a);
    free(b);
}
END_TEST

static bool stop(void *owner, const struct scr_progress *p)
{
    (void)owner;
    return p->records == 0;
}

START_TEST(a_stopped_check_writes_no_report)
{
    uint64_t violations;
    char *report = check((struct scr_options){.progress = stop}, "examples/am/donations.csv",
                         "json", &violations);
    ck_assert_str_eq(report, "");
    free(report);
}
END_TEST

static bool is_there(const char *path)
{
    FILE *f = fopen(path, "r");
    if (f)
        fclose(f);
    return f != NULL;
}

/* A file for a report is there once it is kept, and only then. */
START_TEST(a_report_file_is_whole_or_not_there)
{
    char lawbase[500], plugins[500];
    struct scr_options o = {0};
    struct scr_session *s = session(&o, lawbase, plugins);
    remove("report-file");
    for (int end = SCR_FILE_DROP; end >= SCR_FILE_SIGN; end--) {
        struct scr_file *f = scr_file_begin(s, "report-file", NULL);
        fputs("some report", scr_file_stream(f));
        ck_assert(!is_there("report-file"));
        ck_assert(scr_file_end(s, f, (enum scr_file_end)end));
        ck_assert(is_there("report-file") == (end != SCR_FILE_DROP));
        remove("report-file");
    }
    ck_assert_ptr_null(scr_file_begin(s, "no-such-folder/report", NULL));
    ck_assert_ptr_null(scr_file_begin(s, "report-file", "no-such-key"));
    scr_session_free(s);
}
END_TEST

START_TEST(what_is_wrong_is_said_and_not_printed)
{
    struct scr_session *s = scr_session_new(
        &(struct scr_options){.lawbase = "nowhere", .plugins = "nowhere"});
    ck_assert(!scr_load(s));
    ck_assert_uint_eq(scr_error_count(s), 1);
    ck_assert(!scr_check(s, NULL, 0, "text", stdout));
    ck_assert(!scr_explain(s, "x", stdout));
    ck_assert(!scr_law_lint(s, stdout));
    scr_session_free(s);
}
END_TEST

/* --- embedded --- */

struct fed {
    const char *at;
    size_t len, most; /* most bytes a call gives */
    bool breaks;      /* ... and then fails */
};

static ptrdiff_t feed(void *owner, void *bytes, size_t size)
{
    struct fed *f = owner;
    size_t n = f->len < size ? f->len : size;
    if (f->len == 0 && f->breaks)
        return -1;
    n = n < f->most ? n : f->most;
    memcpy(bytes, f->at, n);
    f->at += n;
    f->len -= n;
    return (ptrdiff_t)n;
}

static char *file_whole(const char *name, size_t *len)
{
    char path[500];
    snprintf(path, sizeof path, "%s/%s", source_tree(), name);
    FILE *in = fopen(path, "rb");
    char *whole = malloc(1 << 20);
    *len = fread(whole, 1, 1 << 20, in);
    fclose(in);
    return whole;
}

/* What a run found of records: fingerprints, in order, with a line each. (What a file as a
 * whole lacks is another one in a file of another name.) */
static char *found(struct scr_session *s)
{
    char *all = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&all, &len);
    for (const struct scr_finding *f = NULL; (f = scr_finding_next(s, f)) != NULL;)
        if (*scr_finding_text(f, SCR_ON))
            fprintf(out, "%s %s\n", scr_finding_text(f, SCR_FINGERPRINT),
                    scr_finding_text(f, SCR_RULE));
    fclose(out);
    return all;
}

static struct scr_session *opened(struct scr_options o)
{
    static _Thread_local char lawbase[500], plugins[500];
    static const char *const law[] = {"am"};
    o.size = sizeof o;
    o.jurisdictions = law;
    o.jurisdiction_count = 1;
    struct scr_session *s = session(&o, lawbase, plugins);
    ck_assert(scr_load(s));
    return s;
}

static char *found_in(struct scr_session *s, const char *name)
{
    char file[500];
    snprintf(file, sizeof file, "%s/%s", source_tree(), name);
    scr_add_file(s, file);
    ck_assert(scr_run(s, NULL, NULL));
    return found(s);
}

START_TEST(a_callback_is_as_good_as_a_file)
{
    size_t len;
    char *whole = file_whole("examples/am/donations.csv", &len);
    struct fed fed = {.at = whole, .len = len, .most = 7};
    struct scr_session *s = opened((struct scr_options){0});
    char *of_file = found_in(s, "examples/am/donations.csv");
    scr_add_reader(s, "donations", feed, &fed);
    ck_assert(scr_run(s, NULL, NULL));
    char *of_feed = found(s);
    ck_assert_str_eq(of_file, of_feed);
    ck_assert_uint_eq(scr_violations(s), 11);
    struct scr_input in;
    ck_assert(scr_run_input(s, 0, &in) && !scr_run_input(s, 1, &in));
    ck_assert_str_eq(in.name, "donations");
    ck_assert_uint_eq(in.records, 22);
    free(of_file);
    free(of_feed);
    free(whole);
    scr_session_free(s);
}
END_TEST

START_TEST(a_callback_that_fails_is_a_message)
{
    struct fed fed = {.at = "ref,received,amount\n", .len = 20, .most = 100, .breaks = true};
    struct scr_session *s = opened((struct scr_options){0});
    struct scr_message m;
    scr_add_reader(s, "half", feed, &fed);
    ck_assert(!scr_run(s, NULL, NULL));
    ck_assert(scr_message(s, 0, &m));
    ck_assert_str_eq(m.severity, "error");
    ck_assert_str_eq(m.code, "filing-unreadable");
    ck_assert_str_eq(m.file, "half");
    ck_assert(!scr_message(s, 1, &m));
    scr_session_free(s);
}
END_TEST

static bool take_two(void *owner, const struct scr_finding *f)
{
    size_t *taken = owner;
    ck_assert_str_ne(scr_finding_text(f, SCR_RULE), "");
    return ++*taken < 2;
}

START_TEST(findings_can_be_taken_as_they_come)
{
    struct scr_session *s = opened((struct scr_options){.jobs = 1});
    char file[500];
    size_t taken = 0;
    snprintf(file, sizeof file, "%s/examples/am/donations.csv", source_tree());
    scr_add_file(s, file);
    ck_assert(!scr_run(s, take_two, &taken));
    ck_assert_uint_eq(taken, 2);
    ck_assert(scr_stopped(s));
    ck_assert_ptr_null(scr_finding_next(s, NULL));
    scr_session_free(s);
}
END_TEST

START_TEST(a_finding_has_its_fields)
{
    struct scr_session *s = opened((struct scr_options){0});
    free(found_in(s, "examples/am/donations.csv"));
    const struct scr_finding *f = NULL;
    do
        f = scr_finding_next(s, f);
    while (strcmp(scr_finding_text(f, SCR_RULE), "am.donation.foreign-share") != 0);
    const char *name, *value;
    struct scr_place place;
    struct scr_rule rule;
    ck_assert_str_eq(scr_finding_text(f, SCR_RULE), "am.donation.foreign-share");
    ck_assert_str_eq(scr_finding_text(f, SCR_OUTCOME), "violation");
    ck_assert_str_eq(scr_finding_text(f, SCR_ON), "2020-12-15");
    ck_assert_str_eq(scr_finding_text(f, SCR_DUE), "");
    ck_assert_str_eq(scr_finding_text(f, (enum scr_text)99), "");
    ck_assert_ptr_nonnull(strstr(scr_finding_text(f, SCR_JSON), "\"fingerprint\""));
    ck_assert_ptr_null(strchr(scr_finding_text(f, SCR_JSON), '\n'));
    ck_assert(scr_finding_place(f, 0, &place) && !scr_finding_place(f, 1, &place));
    ck_assert_uint_eq(place.line, 4);
    ck_assert_str_eq(place.reference, "AM-03");
    ck_assert(scr_finding_pair(f, SCR_ACTORS, 0, &name, &value));
    ck_assert_str_eq(name, "donor");
    ck_assert(scr_finding_pair(f, SCR_LIMITS, 0, &name, &value));
    ck_assert_str_eq(value, "30 %");
    ck_assert(!scr_finding_pair(f, (enum scr_pairs)99, 0, &name, &value));
    ck_assert(scr_run_rule(s, 0, &rule));
    ck_assert(!rule.failed);
    scr_session_free(s);
}
END_TEST

START_TEST(an_older_programs_options_are_shorter)
{
    struct scr_options o = {.size = offsetof(struct scr_options, add_on), .lawbase = "nowhere"};
    o.add_on = "never read";
    struct scr_session *s = scr_session_new(&o);
    struct scr_message m;
    ck_assert(!scr_load(s));
    ck_assert(scr_message(s, 0, &m));
    ck_assert_ptr_null(strstr(m.file, "never read"));
    scr_session_free(s);
}
END_TEST

static void *check_alone(void *unused)
{
    (void)unused;
    struct scr_session *s = opened((struct scr_options){.jobs = 2});
    char *all = found_in(s, "examples/am/donations.csv");
    scr_session_free(s);
    return all;
}

START_TEST(sessions_in_several_threads_do_not_meet)
{
    enum { THREADS = 2 };
    pthread_t threads[THREADS];
    char *alone = check_alone(NULL);
    for (size_t i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, check_alone, NULL), 0);
    for (size_t i = 0; i < THREADS; i++) {
        void *all;
        pthread_join(threads[i], &all);
        ck_assert_str_eq(all, alone);
        free(all);
    }
    free(alone);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("library");
    TCase *c = tcase_create("library");
    tcase_add_test(c, the_same_input_gives_the_same_bytes);
    tcase_add_test(c, a_stopped_check_writes_no_report);
    tcase_add_test(c, a_report_file_is_whole_or_not_there);
    tcase_add_test(c, what_is_wrong_is_said_and_not_printed);
    tcase_add_test(c, a_callback_is_as_good_as_a_file);
    tcase_add_test(c, a_callback_that_fails_is_a_message);
    tcase_add_test(c, findings_can_be_taken_as_they_come);
    tcase_add_test(c, a_finding_has_its_fields);
    tcase_add_test(c, an_older_programs_options_are_shorter);
    tcase_add_test(c, sessions_in_several_threads_do_not_meet);
    suite_add_tcase(s, c);
    return run_suite(s);
}
