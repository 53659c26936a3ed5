/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/mutation.h"

#include "rule/bounds.h"

struct mutating {
    struct mutation *all;
    struct arena *arena;
    struct diags *diags;
    struct lawbase *law;
    const struct vocabulary *vocabulary;
    struct host_limits limits;
    const char *folder;
    const struct plan *plan; /* of the law as it is: who uses what */
};

/* --- who notices --- */

static bool passes(struct mutating *m, struct host *host, const struct rule *r)
{
    struct diags said;
    diags_init(&said);
    struct case_choice its = {.only = r};
    struct case_result result = cases_run(&said, m->law, m->vocabulary, host, m->folder, &its);
    diags_free(&said);
    return result.failed == 0;
}

/* Whether a test of one of the rules fails under the law as it now is. */
static bool is_noticed(struct mutating *m, const struct rule *const *rules, size_t count)
{
    bool noticed = false;
    struct host *host = host_new(m->limits);
    for (size_t i = 0; host && i < count && !noticed; i++)
        noticed = !passes(m, host, rules[i]);
    host_free(host);
    return noticed;
}

static const struct text *find_exception(const struct excepted *list, size_t count,
                                         struct text what)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(list[i].mutant, what))
            return &list[i].because;
    return NULL;
}

/* The law has been changed: does anybody notice? The mutant may come with a proof that nobody can.
 */
static void judge(struct mutating *m, struct mutant mutant, const struct excepted *except,
                  size_t except_count, const struct rule *const *rules, size_t count)
{
    const struct text *proof = mutant.because, *written = NULL;
    mutant.noticed = is_noticed(m, rules, count);
    if (!mutant.noticed)
        written = find_exception(except, except_count, mutant.what);
    mutant.because = mutant.noticed ? NULL : written ? written : proof;
    m->all->noticed += mutant.noticed;
    m->all->excepted += mutant.because != NULL;
    *arena_push(m->arena, &m->all->mutants, &m->all->count) = mutant;
}

/* --- rules --- */

/* Whether a record that the law of this day decides could meet the rule, or be in doubt. */
static bool can_meet(const struct mutating *m, const struct task *t, day on)
{
    struct bounds b = {.law = m->law,
                       .jurisdiction = t->rule->jurisdiction->id,
                       .life = {on, on + 1},
                       .basis = &t->record->fields[t->basis],
                       .basis_known = true};
    return bounds_possible(&b, &(struct assumption){t->where, CAN_TRUE | CAN_UNKNOWN, NULL});
}

static void shift_life(struct mutating *m, struct rule *r, const struct task *t, day *end,
                       const char *name)
{
    static const struct text proof = TEXT_INIT(
        "no record of that day can meet the rule's condition");
    const struct rule *self = r;
    day kept = *end;
    for (int sign = 1; sign >= -1; sign -= 2) {
        bool matters = can_meet(m, t, sign > 0 ? kept : kept - 1); /* the day that changes sides */
        *end = kept + sign;
        if (r->force.from < r->force.to)
            judge(m,
                  (struct mutant){.of = r->id,
                                  .what = arena_format(m->arena, "in_force.%s %c 1 day", name,
                                                       sign > 0 ? '+' : '-'),
                                  .because = matters ? NULL : &proof,
                                  .span = r->span},
                  r->except, r->except_count, &self, 1);
        *end = kept;
    }
}

static void mutate_expression(struct mutating *m, struct rule *r, struct expression *e,
                              const char *name)
{
    const struct rule *self = r;
    struct text kept = e->text, changed = TEXT(""), what = TEXT("");
    for (size_t i = 0; expression_mutate(m->arena, kept, i, &changed, &what); i++) {
        e->text = changed;
        judge(m,
              (struct mutant){.of = r->id,
                              .what = arena_format(m->arena, "%s%.*s", name, TEXT_ARG(what)),
                              .span = e->span},
              r->except, r->except_count, &self, 1);
        e->text = kept;
    }
}

static bool is_words(const struct task *t, struct text name)
{
    for (size_t i = 0; i < t->plugin->param_count; i++)
        if (text_equal(t->plugin->params[i].name, name))
            return t->plugin->params[i].kind == PARAM_TEXT ||
                   t->plugin->params[i].kind == PARAM_PERIOD;
    return true;
}

static void mutate_rule(struct mutating *m, struct rule *r, const struct task *t)
{
    if (force_is_never(r->force))
        return; /* it finds nothing yet */
    if (r->force.from != DAY_ALWAYS)
        shift_life(m, r, t, &r->force.from, "from");
    if (r->force.to != DAY_NEVER)
        shift_life(m, r, t, &r->force.to, "to");
    for (size_t i = 0; i < r->with_count; i++)
        if (!is_words(t, r->with[i].name))
            mutate_expression(m, r, &r->with[i].value,
                              arena_format(m->arena, "with.%.*s", TEXT_ARG(r->with[i].name)).at);
    for (size_t i = 0; i < r->unless_count; i++)
        mutate_expression(m, r, &r->unless[i].when, arena_format(m->arena, "unless.%zu", i + 1).at);
}

/* --- definitions --- */

static size_t rules_of(struct mutating *m, struct text jurisdiction, const struct rule ***rules)
{
    size_t count = 0;
    *rules = NULL;
    for (size_t i = 0; i < m->law->rule_count; i++)
        if (text_equal(m->law->rules[i]->jurisdiction->id, jurisdiction))
            *arena_push(m->arena, rules, &count) = m->law->rules[i];
    return count;
}

static void mutate_definition(struct mutating *m, struct definition *d)
{
    const struct rule **rules;
    struct text kept = d->when.text, changed = TEXT(""), what = TEXT("");
    size_t count = rules_of(m, text_slice(d->id, 0, text_find(d->id, '.')), &rules);
    for (size_t i = 0; count && expression_mutate(m->arena, kept, i, &changed, &what); i++) {
        d->when.text = changed;
        judge(m,
              (struct mutant){.of = d->id,
                              .what = arena_format(m->arena, "when%.*s", TEXT_ARG(what)),
                              .span = d->when.span},
              d->except, d->except_count, rules, count);
        d->when.text = kept;
    }
}

/* --- limits --- */

/* The rules whose conditions name the limit and that are in force on some day of the period. */
static size_t users_of(struct mutating *m, const struct parameter *p, struct force f,
                       const struct rule ***rules)
{
    size_t count = 0;
    *rules = NULL;
    for (size_t i = 0; i < m->plan->task_count; i++) {
        const struct task *t = &m->plan->tasks[i];
        bool uses = t->rule->force.from < f.to && t->rule->force.to > f.from;
        bool names = false;
        for (size_t k = 0; k < t->parameter_count; k++)
            names |= t->parameters[k] == p;
        if (uses && names)
            *arena_push(m->arena, rules, &count) = t->rule;
    }
    return count;
}

static struct text version_name(struct mutating *m, const struct parameter_version *v)
{
    char from[DAY_TEXT_SIZE];
    return v->force.from == DAY_ALWAYS
               ? TEXT("always")
               : arena_format(m->arena, "from %s", day_print(v->force.from, from));
}

/* One whole unit of money, a tenth of a percent, one day, one. */
static bool step_value(struct value *v, int sign)
{
    int64_t step = 1;
    if (v->type == TYPE_DURATION) {
        v->duration.days += sign;
        return v->duration.days >= 0 || v->duration.months > 0;
    }
    for (unsigned i = 0; v->type == TYPE_MONEY && i < currency_digits(v->currency); i++)
        step *= 10;
    if (v->type == TYPE_SHARE)
        step = 100000;
    v->number += sign * step;
    return v->number >= 0;
}

static void mutate_value(struct mutating *m, struct parameter *p, struct parameter_version *v)
{
    const struct rule **rules;
    size_t count = users_of(m, p, v->force, &rules);
    const struct value kept = v->value;
    struct text name = version_name(m, v);
    if (kept.knowledge != VALUE_KNOWN)
        return; /* nobody has read it: there is nothing to change */
    for (int sign = 1; count && sign >= -1; sign -= 2) {
        if (step_value(&v->value, sign)) {
            struct text is = value_print(m->arena, &v->value);
            judge(m,
                  (struct mutant){.of = p->id,
                                  .what = arena_format(m->arena, "%.*s: value to %.*s",
                                                       TEXT_ARG(name), TEXT_ARG(is)),
                                  .span = v->span},
                  p->except, p->except_count, rules, count);
        }
        v->value = kept;
    }
}

/* Whether no record can tell the two apart; NULL: no value, which is as unknown as one that was not
 * read. Versions may differ in nothing but how sure they are. */
static bool is_same_value(const struct parameter_version *a, const struct parameter_version *b)
{
    bool known = a && a->value.knowledge == VALUE_KNOWN;
    if (known != (b && b->value.knowledge == VALUE_KNOWN))
        return false;
    if (!known)
        return true;
    if (a->value.type == TYPE_DURATION)
        return a->value.duration.months == b->value.duration.months &&
               a->value.duration.days == b->value.duration.days;
    return a->value.number == b->value.number && a->value.currency == b->value.currency;
}

/* The day on which a version begins (and the one in front of it ends), or on which the last ends.
 */
static void shift_boundary(struct mutating *m, struct parameter *p, struct parameter_version *v,
                           day *end, day *other, const char *name)
{
    day kept = *end;
    struct text version = version_name(m, v);
    for (int sign = 1; sign >= -1; sign -= 2) {
        const struct rule **rules;
        day changed = sign > 0 ? kept : kept - 1; /* the day that gets another value */
        size_t count = users_of(m, p, (struct force){changed, changed + 1}, &rules);
        if (!count)
            continue; /* no rule asks on that day */
        *end = kept + sign;
        if (other)
            *other = *end;
        judge(m,
              (struct mutant){.of = p->id,
                              .what = arena_format(m->arena, "%.*s: %s %c 1 day", TEXT_ARG(version),
                                                   name, sign > 0 ? '+' : '-'),
                              .span = v->span},
              p->except, p->except_count, rules, count);
        *end = kept;
        if (other)
            *other = kept;
    }
}

static void mutate_parameter(struct mutating *m, struct parameter *p)
{
    for (size_t i = 0; i < p->version_count; i++) {
        struct parameter_version *v = &p->versions[i];
        struct parameter_version *before = i ? v - 1 : NULL;
        bool joined = before && before->force.to == v->force.from;
        if (v->status != STATUS_IN_FORCE)
            continue;
        mutate_value(m, p, v);
        if (v->force.from != DAY_ALWAYS && !is_same_value(v, joined ? before : NULL))
            shift_boundary(m, p, v, &v->force.from, joined ? &before->force.to : NULL, "from");
        bool last = i + 1 == p->version_count || v[1].force.from != v->force.to;
        if (last && v->force.to != DAY_NEVER && !is_same_value(v, NULL))
            shift_boundary(m, p, v, &v->force.to, NULL, "to");
    }
}

/* --- all --- */

static void warn_of_unneeded(struct mutating *m, struct text of, const struct excepted *list,
                             size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool needed = false;
        for (size_t k = 0; k < m->all->count; k++)
            needed |= m->all->mutants[k].because == &list[i].because;
        if (!needed)
            diag_warning(m->diags, list[i].span, "mutant-not-alive", TEXT("remove it"),
                         "\"%.*s\" has no living mutant \"%.*s\"", TEXT_ARG(of),
                         TEXT_ARG(list[i].mutant));
    }
}

static bool pass_as_they_are(struct mutating *m)
{
    struct host *host = host_new(m->limits);
    struct case_choice all = {0};
    struct case_result r = cases_run(m->diags, m->law, m->vocabulary, host, m->folder, &all);
    host_free(host);
    return r.failed == 0 || diag_error(m->diags, (struct span){0}, "mutant-tests-fail",
                                       TEXT("`scrutineer law test` first"),
                                       "%zu tests fail before anything is changed", r.failed);
}

static void mutate_all(struct mutating *m)
{
    struct lawbase *l = m->law;
    for (size_t i = 0, k = 0; i < l->rule_count && k < m->plan->task_count; i++) {
        struct rule *r = l->rules[i];
        if (m->plan->tasks[k].rule != r)
            continue;
        mutate_rule(m, r, &m->plan->tasks[k++]);
        warn_of_unneeded(m, r->id, r->except, r->except_count);
    }
    for (size_t i = 0; i < l->definition_count; i++) {
        mutate_definition(m, l->definitions[i]);
        warn_of_unneeded(m, l->definitions[i]->id, l->definitions[i]->except,
                         l->definitions[i]->except_count);
    }
    for (size_t i = 0; i < l->parameter_count; i++) {
        mutate_parameter(m, l->parameters[i]);
        warn_of_unneeded(m, l->parameters[i]->id, l->parameters[i]->except,
                         l->parameters[i]->except_count);
    }
}

bool mutation_run(struct mutation *all, struct arena *a, struct diags *d, struct lawbase *law,
                  const struct vocabulary *v, struct host_limits limits, const char *plugin_folder)
{
    struct plan plan;
    struct mutating m = {.all = all,
                         .arena = a,
                         .diags = d,
                         .law = law,
                         .vocabulary = v,
                         .limits = limits,
                         .folder = plugin_folder,
                         .plan = &plan};
    struct host *host = host_new(limits);
    *all = (struct mutation){0};
    bool ok = plan_make(&plan, d, law, v, host, plugin_folder, NULL) && pass_as_they_are(&m);
    if (ok)
        mutate_all(&m);
    plan_free(&plan);
    host_free(host);
    return ok;
}
