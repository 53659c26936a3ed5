/* SPDX-License-Identifier: Apache-2.0
 *
 * Conditions that the law's own limits, dates and words make always or never true. What a plugin or
 * a definition says holds for many rules at many times: of those a rule's own words are looked at,
 * and whether the definition as a whole can serve here; each definition is looked into once, by
 * itself, over all time.
 */
#include <config.h>

#include "engine/plan.h"
#include "rule/bounds.h"

struct linting {
    const struct rule *rule;     /* NULL: a definition by itself */
    const struct source *source; /* where its own words stand */
    struct diags *diags;
    struct bounds bounds;
    struct arena arena;
    bool ok;
};

static bool possible(struct linting *l, const struct term *t, unsigned truth,
                     const struct assumption *given)
{
    return bounds_possible(&l->bounds, &(struct assumption){t, truth, given});
}

/* Where it stands in the rule's own words, if in part; a plugin's words only name the condition. */
static struct span span_in_law(const struct linting *l, const struct term *t)
{
    const struct source *law = l->source;
    struct span all = {0};
    if (t->span.source == law)
        return t->span;
    for (size_t i = 0; i < t->arg_count; i++) {
        struct span part = span_in_law(l, t->args[i]);
        if (part.source != law)
            continue;
        if (!all.source)
            all = part;
        all.begin = part.begin < all.begin ? part.begin : all.begin;
        all.end = part.end > all.end ? part.end : all.end;
    }
    return all.source ? all : t->span;
}

static void complain(struct linting *l, const struct term *t, bool always, bool alone)
{
    struct text printed = term_print(&l->arena, t);
    l->ok = diag_error(
        l->diags, span_in_law(l, t), always ? "condition-always" : "condition-never",
        alone ? TEXT("")
              : TEXT("what stands beside it, or the time that it is asked in, settles it"),
        "\"%.*s\" is %s true", TEXT_ARG(printed), always ? "always" : "never");
    if (l->rule)
        diag_note(l->diags, l->rule->span, "in the rule \"%.*s\"", TEXT_ARG(l->rule->id));
}

static void lint_term(struct linting *, const struct term *, bool wanted,
                      const struct assumption *given);

/* Each part is asked together with its sisters, which must hold as well. */
static void lint_parts(struct linting *l, const struct term *t, bool wanted,
                       const struct assumption *given)
{
    bool together = (t->op == OP_AND) == wanted;
    for (size_t i = 0; i < t->arg_count; i++) {
        struct assumption *sisters = arena_array(&l->arena, t->arg_count, struct assumption);
        const struct assumption *all = given;
        for (size_t k = 0; together && k < t->arg_count; k++)
            if (k != i) {
                sisters[k] = (struct assumption){t->args[k], wanted ? CAN_TRUE : CAN_FALSE, all};
                all = &sisters[k];
            }
        lint_term(l, t->args[i], wanted, all);
    }
}

/* `wanted`: the truth by which the term helps the whole condition to be met. */
static void lint_term(struct linting *l, const struct term *t, bool wanted,
                      const struct assumption *given)
{
    if (t->op == OP_LITERAL)
        return; /* `true`, as a plugin's default */
    if (t->op == OP_NOT) {
        lint_term(l, t->args[0], !wanted, given);
        return;
    }
    if (span_in_law(l, t).source != l->source)
        return; /* the plugin's words, which serve other rules, too */
    bool alone = !possible(l, t, wanted ? CAN_TRUE : CAN_FALSE, NULL);
    if (alone || !possible(l, t, wanted ? CAN_TRUE : CAN_FALSE, given))
        complain(l, t, !wanted, alone);
    else if (!possible(l, t, wanted ? CAN_FALSE : CAN_TRUE, NULL))
        complain(l, t, wanted, true);
    else if ((t->op == OP_AND || t->op == OP_OR) && !t->definition)
        lint_parts(l, t, wanted, given);
}

/* An `and` that nothing can meet: its smallest part that is to blame, else the whole. */
static void lint_condition(struct linting *l, const struct term *t, const struct assumption *given)
{
    size_t before = l->diags->errors;
    if (t->op == OP_LITERAL || possible(l, t, CAN_TRUE, given)) {
        lint_term(l, t, true, given);
        return;
    }
    for (size_t i = 0; i < t->arg_count && (t->op == OP_AND || t->op == OP_OR); i++)
        if (!possible(l, t->args[i], CAN_TRUE, given))
            lint_condition(l, t->args[i], given);
    if (l->diags->errors == before)
        complain(l, t, false, !given);
}

static void lint_exception(struct linting *l, const struct task *task, size_t i)
{
    const struct term *t = task->unless[i];
    struct assumption found = {task->where, CAN_TRUE, NULL};
    size_t before = l->diags->errors;
    lint_condition(l, t, NULL);
    if (l->diags->errors != before || !possible(l, task->where, CAN_TRUE, NULL))
        return;
    if (!possible(l, t, CAN_TRUE, &found))
        l->ok = diag_error(l->diags, t->span, "exception-never",
                           TEXT("compare it with the rule's own condition"),
                           "this exception never applies to what the rule finds");
    else if (!possible(l, t, CAN_FALSE | CAN_UNKNOWN, &found))
        l->ok = diag_error(l->diags, t->span, "exception-always",
                           TEXT("compare it with the rule's own condition"),
                           "this exception always applies: the rule finds nothing");
}

bool task_lint_bounds(const struct task *t, const struct lawbase *law, struct diags *d)
{
    struct linting l = {.rule = t->rule,
                        .source = t->rule->span.source,
                        .diags = d,
                        .bounds = {.law = law,
                                   .jurisdiction = t->rule->jurisdiction->id,
                                   .life = t->rule->force,
                                   .basis = &t->record->fields[t->basis]},
                        .arena = ARENA("lint"),
                        .ok = true};
    lint_condition(&l, t->where, NULL);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        lint_exception(&l, t, i);
    if (t->having)
        lint_condition(&l, t->having, NULL);
    arena_free(&l.arena);
    return l.ok;
}

bool definition_lint_bounds(const struct term *t, const struct definition *def,
                            const struct lawbase *law, struct diags *d)
{
    struct linting l = {.source = def->span.source,
                        .diags = d,
                        .bounds = {.law = law,
                                   .jurisdiction = text_slice(def->id, 0, text_find(def->id, '.')),
                                   .life = {DAY_ALWAYS, DAY_NEVER}},
                        .arena = ARENA("lint"),
                        .ok = true};
    lint_condition(&l, t, NULL);
    arena_free(&l.arena);
    return l.ok;
}
