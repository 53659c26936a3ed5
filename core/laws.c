/* SPDX-License-Identifier: Apache-2.0
 *
 * The public functions about the law base: linted, listed, shown, tested.
 */
#include <config.h>

#include "engine/case.h"
#include "engine/probe.h"
#include "report/law_diff.h"
#include "report/law_export.h"
#include "report/law_gaps.h"
#include "report/law_schema.h"
#include "report/law_stats.h"
#include "report/law_tests.h"
#include "report/law_text.h"
#include "report/timeline.h"
#include "session.h"

static bool usage(struct scr_session *s, const char *hint, const char *what, const char *value)
{
    return diag_error(&s->diags, (struct span){0}, "usage", text_of(hint), "\"%s\" is %s", value,
                      what);
}

bool session_day(struct scr_session *s, const char *text, day *out)
{
    return day_read(text_of(text), out) ||
           usage(s, "write it like 2021-01-31", "not a day of the calendar", text);
}

/* --- lint --- */

static bool lint_plugin_names(struct scr_session *s)
{
    struct arena a = ARENA("plugins");
    struct text *names;
    bool ok = true;
    size_t count = session_plugins(s, &a, false, &names);
    for (size_t i = 0; i < s->law.rule_count; i++) {
        const struct rule *r = s->law.rules[i];
        bool known = false;
        for (size_t k = 0; k < count; k++)
            known |= text_equal(names[k], r->plugin);
        struct text near = known ? TEXT("")
                                 : diag_did_you_mean(&s->diags.arena, r->plugin, names, count);
        if (!known && near.len)
            ok = diag_error(&s->diags, r->plugin_span, "rule-unknown-plugin", near,
                            "there is no plugin \"%.*s\"", TEXT_ARG(r->plugin));
    }
    arena_free(&a);
    return ok;
}

/* Also those that are counted, but not shown any more. */
static size_t count_warnings(const struct diags *d)
{
    size_t n = d->suppressed;
    for (size_t i = 0; i < d->count; i++)
        n += d->items[i].severity == DIAG_WARNING;
    return n;
}

bool scr_law_lint(struct scr_session *s, FILE *out)
{
    struct plan p;
    struct standards standards;
    struct schemes schemes;
    if (!s->vocabulary)
        return false;
    bool ok = lawbase_lint(&s->law, &s->diags);
    ok &= standards_read(&standards, &s->law, &s->diags);
    ok &= standards_lint(&standards, &s->law, &s->diags);
    ok &= schemes_read(&schemes, &s->law, &s->diags) &&
          schemes_check(&schemes, s->vocabulary, &s->diags);
    ok &= lint_plugin_names(s);
    ok &= session_names(s) != NULL;
    /* With rules missing, what is left would look unused. */
    ok = session_plan(s, &p, NULL) && plan_lint(&p, &s->diags) && ok;
    plan_free(&p);
    size_t idle = lawbase_idle(&s->law, s->options.notes ? &s->diags : NULL);
    if (ok && s->loaded)
        law_print_counts(&s->law, count_warnings(&s->diags), idle, out);
    return ok && s->loaded;
}

/* --- reading --- */

bool scr_law_list(struct scr_session *s, FILE *out)
{
    if (!s->loaded)
        return false;
    law_print_list(&s->law, session_language(s), out);
    return true;
}

bool scr_law_show(struct scr_session *s, const char *id, const char *on, FILE *out)
{
    struct law_question q = {
        .law = &s->law, .id = text_of(id), .out = out, .language = session_language(s)};
    q.on_given = on != NULL;
    return s->loaded && (!on || session_day(s, on, &q.on)) && law_print_one(&q, &s->diags);
}

bool scr_law_test(struct scr_session *s, const char *const *words, size_t count, FILE *out)
{
    struct arena a = ARENA("tests");
    struct text *texts = arena_array(&a, count + 1, struct text);
    struct case_choice choice = {.words = texts, .word_count = count, .owner = out};
    struct case_result r = {0, 0};
    for (size_t i = 0; i < count; i++)
        texts[i] = text_of(words[i]);
    choice.tell = count ? test_print : NULL;
    if (s->loaded)
        r = cases_run(&s->diags, &s->law, s->vocabulary, s->host, s->options.plugins, &choice);
    for (size_t i = 0; s->loaded && !count && i < s->own_formats; i++)
        case_format(&s->diags, s->formats.items[i], &r);
    if (s->loaded && count && r.passed + r.failed == 0)
        usage(s, "look into the names that `scrutineer law list` shows",
              "in no name of a rule or of a test together with the other words", words[0]);
    else if (s->loaded)
        fprintf(out, "%zu passed, %zu failed\n", r.passed, r.failed);
    arena_free(&a);
    return r.failed == 0 && r.passed > 0;
}

/* --- over time --- */

bool scr_law_timeline(struct scr_session *s, const char *id, const char *format, FILE *out)
{
    struct arena a = ARENA("timeline");
    struct timeline t = {.arena = &a, .language = session_language(s)};
    struct plan p = {0};
    if (!s->loaded)
        return false;
    const struct rule *rule = rule_find(&s->law, text_of(id));
    bool ok = (!rule || session_plan(s, &p, rule)) &&
              (timeline_make(&t, &s->law, &p, text_of(id)) ||
               law_unknown(&s->law, &s->diags, text_of(id)));
    if (ok && strcmp(format, "svg") == 0)
        timeline_draw(&t, out);
    else if (ok)
        timeline_print(&t, out);
    if (rule)
        plan_free(&p);
    arena_free(&a);
    return ok;
}

bool scr_law_diff(struct scr_session *s, const char *from, const char *to, FILE *out)
{
    day first, last;
    if (!s->loaded || !session_day(s, from, &first) || !session_day(s, to, &last))
        return false;
    if (first >= last)
        return usage(s, "give the earlier day first", "not before the second day", from);
    law_print_diff(&s->law, session_language(s), first, last, out);
    return true;
}

bool scr_law_search(struct scr_session *s, const char *const *words, size_t count, FILE *out)
{
    struct text *texts = arena_array(&s->arena, count, struct text);
    if (!s->loaded)
        return false;
    for (size_t i = 0; i < count; i++)
        texts[i] = text_of(words[i]);
    size_t found = law_print_search(&s->law, session_language(s), texts, count, out);
    fprintf(out, "%zu found\n", found);
    return true;
}

/* --- how good the tests are --- */

bool scr_law_coverage(struct scr_session *s, unsigned percent, FILE *out)
{
    struct arena a = ARENA("coverage");
    struct coverage c;
    struct plan p;
    if (!s->loaded)
        return false;
    bool ok = session_plan(s, &p, NULL);
    coverage_make(&c, &a, &s->diags, &p);
    coverage_print(&c, out);
    if (c.seen * 100 < c.wanted * percent)
        ok = diag_error(&s->diags, (struct span){0}, "coverage-low",
                        TEXT("add tests under which the conditions above take the missing truths"),
                        "less than %u %% of the truths were seen", percent);
    plan_free(&p);
    arena_free(&a);
    return ok;
}

bool scr_law_mutate(struct scr_session *s, FILE *out)
{
    struct arena a = ARENA("mutants");
    struct mutation m;
    if (!s->loaded)
        return false;
    bool ok = mutation_run(&m, &a, &s->diags, &s->law, s->vocabulary, session_limits(s),
                           s->options.plugins);
    if (ok)
        mutation_print(&m, out);
    ok = ok && m.count == m.noticed + m.excepted;
    arena_free(&a);
    return ok;
}

/* --- against standards, side by side --- */

static bool begin_gaps(struct scr_session *s, struct gaps_question *q, struct standards *all,
                       const char *on)
{
    q->law = &s->law;
    q->standards = all;
    q->language = session_language(s);
    q->on_given = on != NULL;
    q->on = DAY_NEVER - 1; /* there is no clock here: the law as last encoded */
    return s->loaded && (!on || session_day(s, on, &q->on)) &&
           standards_read(all, &s->law, &s->diags);
}

const struct standard *session_standard(struct scr_session *s, const struct standards *all,
                                        const char *name)
{
    const struct standard *found = standard_find(all, text_of(name));
    struct text list = TEXT("none");
    for (size_t i = 0; i < all->count; i++)
        list = arena_format(&s->arena, "%.*s%s%.*s", TEXT_ARG(i ? list : TEXT("")), i ? ", " : "",
                            TEXT_ARG(all->list[i].id));
    if (!found)
        diag_error(&s->diags, (struct span){0}, "standard-unknown",
                   arena_format(&s->arena, "there are: %.*s", TEXT_ARG(list)),
                   "there is no standard \"%s\"", name);
    return found;
}

bool scr_law_gaps(struct scr_session *s, const char *against, const char *on, const char *format,
                  FILE *out)
{
    struct standards all;
    struct gaps_question q = {.format = format, .out = out};
    if (!begin_gaps(s, &q, &all, on))
        return false;
    const struct standard *standard = session_standard(s, &all, against);
    if (standard)
        gaps_print(&q, standard);
    return standard != NULL;
}

bool scr_law_compare(struct scr_session *s, const char *topic, const char *on, const char *format,
                     FILE *out)
{
    struct standards all;
    struct text *topics, list = TEXT("");
    struct gaps_question q = {.format = format, .out = out, .topic = text_of(topic)};
    if (!begin_gaps(s, &q, &all, on))
        return false;
    size_t count = topics_list(&s->arena, &all, &s->law, &topics);
    bool known = false;
    for (size_t i = 0; i < count; i++) {
        known |= text_equal(topics[i], q.topic);
        list = arena_format(&s->arena, "%.*s%s%.*s", TEXT_ARG(list), i ? ", " : "",
                            TEXT_ARG(topics[i]));
    }
    if (!known)
        return diag_error(&s->diags, (struct span){0}, "topic-unknown",
                          arena_format(&s->arena, "there are: %.*s", TEXT_ARG(list)),
                          "nothing is about the topic \"%s\"", topic);
    compare_print(&q);
    return true;
}

/* --- for others --- */

bool scr_law_export(struct scr_session *s, const char *on, const char *format, FILE *out)
{
    struct plan p;
    struct law_export e = {.plan = &p,
                           .language = session_language(s),
                           .version = PACKAGE_VERSION,
                           .on_given = on != NULL,
                           .on = DAY_NEVER - 1,
                           .out = out};
    if (!s->loaded || (on && !session_day(s, on, &e.on)))
        return false;
    bool ok = session_plan(s, &p, NULL);
    if (ok && strcmp(format, "html") == 0)
        law_export_book(&e);
    else if (ok)
        law_export_json(&e);
    plan_free(&p);
    return ok;
}

bool scr_law_stats(struct scr_session *s, FILE *out)
{
    struct arena a = ARENA("stats");
    struct standards standards;
    struct coverage coverage;
    struct mutation mutation;
    struct plan p;
    if (!s->loaded || !standards_read(&standards, &s->law, &s->diags))
        return false;
    bool ok = session_plan(s, &p, NULL);
    coverage_make(&coverage, &a, &s->diags, &p);
    ok = ok && mutation_run(&mutation, &a, &s->diags, &s->law, s->vocabulary, session_limits(s),
                            s->options.plugins);
    if (ok)
        law_print_stats(&s->law, &standards, &coverage, &mutation, out);
    plan_free(&p);
    arena_free(&a);
    return ok;
}

bool scr_law_schema(struct scr_session *s, const char *name, FILE *out)
{
    struct text names;
    if (!s->vocabulary)
        return false;
    const struct document *document = document_find(&s->arena, text_of(name), &names);
    if (!document)
        return diag_error(&s->diags, (struct span){0}, "schema-unknown",
                          arena_format(&s->arena, "there are: %.*s", TEXT_ARG(names)),
                          "there is no kind of file \"%s\"", name);
    law_print_schema(document, s->vocabulary, out);
    return true;
}
