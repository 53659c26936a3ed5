/* SPDX-License-Identifier: Apache-2.0
 *
 * The public library, seen from outside: only scrutineer.h, only the shared library.
 */
#include <config.h>

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

int main(void)
{
    Suite *s = suite_create("library");
    TCase *c = tcase_create("library");
    tcase_add_test(c, the_same_input_gives_the_same_bytes);
    tcase_add_test(c, a_stopped_check_writes_no_report);
    tcase_add_test(c, what_is_wrong_is_said_and_not_printed);
    suite_add_tcase(s, c);
    return run_suite(s);
}
