/* SPDX-License-Identifier: Apache-2.0
 *
 * The public functions about bills: linted, shown, tried on filings.
 */
#include <config.h>

#include "engine/case.h"
#include "report/bill_gaps.h"
#include "report/effect.h"
#include "report/redline.h"
#include "session.h"

/* --- lint --- */

static const struct item *find_item(const struct standard *standard, struct text id)
{
    for (size_t i = 0; standard && i < standard->item_count; i++)
        if (text_equal(standard->items[i].id, id))
            return &standard->items[i];
    return NULL;
}

static bool lint_answer(struct scr_session *s, const struct standards *all,
                        const struct bill_answer *a)
{
    bool ok = find_item(standard_find(all, a->standard), a->item) ||
              diag_error(&s->diags, a->span, "bill-unknown", TEXT("see lawbase/standards"),
                         "the standard \"%.*s\" has no item \"%.*s\"", TEXT_ARG(a->standard),
                         TEXT_ARG(a->item));
    for (size_t i = 0; i < a->provision_count; i++)
        if (!provision_find(&s->law, a->provisions[i]))
            ok = diag_error(&s->diags, a->provision_spans[i], "law-dangling-citation", TEXT(""),
                            "no provision \"%.*s\"", TEXT_ARG(a->provisions[i]));
    for (size_t i = 0; i < a->rule_count; i++)
        if (!rule_find(&s->law, a->rules[i]))
            ok = diag_error(&s->diags, a->rule_spans[i], "law-dangling-citation", TEXT(""),
                            "no rule \"%.*s\"", TEXT_ARG(a->rules[i]));
    return ok;
}

static bool lint_answers(struct scr_session *s)
{
    struct standards all;
    bool ok = standards_read(&all, &s->law, &s->diags);
    for (size_t i = 0; i < s->bill_count; i++)
        for (size_t k = 0; k < s->bills[i]->answer_count; k++)
            ok &= lint_answer(s, &all, &s->bills[i]->answers[k]);
    return ok;
}

static bool is_of_bill(const struct scr_session *s, const struct source *source)
{
    for (size_t i = 0; i < s->bill_count; i++)
        if (s->bills[i]->span.source == source)
            return true;
    return false;
}

static bool lint_law(struct scr_session *s, const struct lawbase *law, struct plan *p,
                     struct diags *d)
{
    bool ok = lawbase_lint(law, d);
    return plan_make(p, d, law, s->vocabulary, s->host, s->options.plugins, NULL) &&
           plan_lint(p, d) && ok;
}

/* That a rule has other days now than its tests is no matter of the bill; of its own rules it is.
 */
static void leave_out_untested(const struct scr_session *s, const struct diags *after,
                               struct diags *known)
{
    for (size_t i = 0; i < after->count; i++) {
        const struct diag *m = &after->items[i];
        bool untested = m->code && strcmp(m->code, "rule-untested") == 0;
        if (untested && !is_of_bill(s, m->span.source))
            *arena_push(&known->arena, &known->items, &known->count) = *m;
    }
}

/* Whether some rule uses the limit on that day or later. */
static bool is_used_from(const struct plan *p, struct text id, day from)
{
    for (size_t i = 0; i < p->task_count; i++)
        for (size_t k = 0; k < p->tasks[i].parameter_count; k++)
            if (text_equal(p->tasks[i].parameters[k]->id, id) && p->tasks[i].rule->force.to > from)
                return true;
    return false;
}

static day first_day(const struct bills *b)
{
    day first = DAY_NEVER;
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; k < b->items[i]->change_count; k++) {
            day on = change_force(b, b->items[i], &b->items[i]->changes[k]).from;
            first = on < first ? on : first;
        }
    return first;
}

/* Limits that the rules use today and, after the bills, no more. */
static void lint_unused(struct scr_session *s, const struct bills *b, const struct plan *before,
                        const struct plan *after)
{
    char on[DAY_TEXT_SIZE];
    day first = first_day(b);
    for (size_t i = 0; i < s->base.parameter_count; i++) {
        const struct parameter *p = s->base.parameters[i], *now = parameter_find(&s->law, p->id);
        bool goes_on = now && now->version_count &&
                       now->versions[now->version_count - 1].force.to > first;
        if (!goes_on || !is_used_from(before, p->id, first) || is_used_from(after, p->id, first))
            continue;
        diag_warning(&s->diags, b->items[0]->span, "bill-forgets",
                     TEXT("repeal it as well, or let a rule use it"),
                     "no rule uses the limit \"%.*s\" any more from %s on", TEXT_ARG(p->id),
                     day_print(first, on));
        diag_note(&s->diags, p->span, "the limit");
    }
}

/* What is wrong with the law after the bills and was not wrong before. */
static bool lint_result(struct scr_session *s, const struct bills *b)
{
    struct diags before, after;
    struct plan old, new;
    size_t errors = s->diags.errors;
    diags_init(&before);
    diags_init(&after);
    before.limit = after.limit = SIZE_MAX;
    lint_law(s, &s->base, &old, &before);
    lint_law(s, &s->law, &new, &after);
    leave_out_untested(s, &after, &before);
    diags_take_new(&s->diags, &after, &before);
    lint_unused(s, b, &old, &new);
    plan_free(&old);
    plan_free(&new);
    diags_free(&before);
    diags_free(&after);
    return s->diags.errors == errors;
}

static struct case_result run_tests(struct scr_session *s)
{
    struct case_result all = {0, 0};
    for (size_t i = 0; i < s->law.rule_count; i++) {
        const struct rule *r = s->law.rules[i];
        if (!r->tests || !is_of_bill(s, r->tests->span.source))
            continue;
        struct case_result one = cases_run(&s->diags, &s->law, s->vocabulary, s->host,
                                           s->options.plugins, &(struct case_choice){.only = r});
        all.passed += one.passed;
        all.failed += one.failed;
    }
    return all;
}

static size_t count_changes(const struct scr_session *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->bill_count; i++)
        n += s->bills[i]->change_count;
    return n;
}

static size_t count_warnings(const struct diags *d)
{
    size_t n = d->suppressed;
    for (size_t i = 0; i < d->count; i++)
        n += d->items[i].severity == DIAG_WARNING;
    return n;
}

bool scr_bill_lint(struct scr_session *s, FILE *out)
{
    struct bills bills;
    if (!s->vocabulary || !s->bills_apply || !session_bills(s, &bills))
        return false;
    bool ok = bills_lint(&bills, &s->base, &s->law, &s->diags);
    ok &= lint_answers(s);
    ok &= lint_result(s, &bills);
    struct case_result tests = run_tests(s);
    if (!ok || tests.failed || !s->loaded)
        return false;
    fprintf(out, "%zu bill%s, %zu changes, %zu tests passed: ", s->bill_count,
            s->bill_count == 1 ? "" : "s", count_changes(s), tests.passed);
    size_t warnings = count_warnings(&s->diags);
    if (warnings)
        fprintf(out, "%zu warnings\n", warnings);
    else
        fputs("clean\n", out);
    return true;
}

bool scr_bill_base(struct scr_session *s, FILE *out)
{
    if (!s->bills_apply)
        return false;
    bill_print_base(s->bills[s->bill_count - 1], &s->base, out);
    return true;
}

/* --- shown --- */

bool scr_bill_show(struct scr_session *s, const char *format, FILE *out)
{
    struct bills bills;
    if (!s->loaded || !s->bills_apply || !session_bills(s, &bills))
        return false;
    redline_print_all(&(struct redline){.bills = &bills,
                                        .before = &s->base,
                                        .after = &s->law,
                                        .language = session_language(s),
                                        .diags = &s->diags,
                                        .out = out,
                                        .colour = s->options.colour,
                                        .html = strcmp(format, "html") == 0});
    return true;
}

/* --- against standards --- */

bool scr_bill_gaps(struct scr_session *s, const char *against, FILE *out)
{
    struct standards all;
    struct bills bills;
    if (!s->loaded || !s->bills_apply || !session_bills(s, &bills) ||
        !standards_read(&all, &s->law, &s->diags))
        return false;
    const struct standard *standard = session_standard(s, &all, against);
    if (standard)
        bill_gaps_print(&(struct bill_gaps){.bills = &bills,
                                            .before = &s->base,
                                            .after = &s->law,
                                            .standard = standard,
                                            .language = session_language(s),
                                            .out = out});
    return standard != NULL;
}

/* --- tried on filings --- */

struct trying {
    struct effect *effect;
    FILE *out;
    bool as_json;
};

static void end_trying(void *owner, const struct report_end *end)
{
    struct trying *t = owner;
    effect_end(t->effect, end);
    if (t->as_json)
        effect_print_json(t->effect, end, t->out);
    else
        effect_print_text(t->effect, end, t->out);
}

static void take_finding(void *owner, const struct finding *f)
{
    struct trying *t = owner;
    effect_take(t->effect, f);
}

static bool try_files(struct scr_session *s, struct plan *p, struct trying *t,
                      const char *const *files, size_t file_count)
{
    struct bills bills;
    if (!session_bills(s, &bills))
        return false;
    struct effect_terms terms = {p, &bills, session_language(s), PACKAGE_VERSION,
                                 s->options.colour};
    struct check_taker taker = {take_finding, end_trying, t};
    t->effect = effect_new(&terms);
    bool ok = t->effect && session_check(s, p, &taker, files, file_count) &&
              !effect_failed(t->effect);
    if (!t->effect || effect_failed(t->effect))
        ok = diag_error(&s->diags, (struct span){0}, "report-temporary",
                        TEXT("is there room in TMPDIR?"), "a temporary file could not be used");
    effect_free(t->effect);
    return ok;
}

bool scr_bill_try(struct scr_session *s, const char *const *files, size_t file_count,
                  const char *format, FILE *out)
{
    const struct lawbase *laws[] = {&s->base, &s->law};
    struct plan_terms terms = {laws, 2, s->vocabulary, s->host, s->options.plugins};
    struct trying t = {.out = out, .as_json = strcmp(format, "json") == 0};
    struct plan p;
    if (!s->loaded || !s->bills_apply || !session_read_registers(s))
        return false;
    bool ok = plan_make_variants(&p, &s->diags, &terms);
    p.registers = s->registers;
    ok = try_files(s, &p, &t, files, file_count) && ok;
    plan_free(&p);
    return ok;
}
