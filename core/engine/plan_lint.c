/* SPDX-License-Identifier: Apache-2.0
 *
 * Checks of the law base that need compiled rules.
 */
#include <config.h>

#include "engine/plan.h"

static bool is_used(const struct plan *p, const struct parameter *q)
{
    for (size_t i = 0; i < p->task_count; i++)
        for (size_t k = 0; k < p->tasks[i].parameter_count; k++)
            if (p->tasks[i].parameters[k] == q)
                return true;
    return false;
}

/* A unit that another parameter is a multiple of is used, too. */
static bool is_unit(const struct lawbase *law, const struct parameter *q)
{
    for (size_t i = 0; i < law->parameter_count; i++)
        for (size_t k = 0; k < law->parameters[i]->version_count; k++) {
            struct text w = law->parameters[i]->versions[k].written;
            if (w.len > q->id.len + 3 && text_equal(text_slice(w, w.len - q->id.len, w.len), q->id))
                return true;
        }
    return false;
}

static bool lint_parameters(const struct plan *p, struct diags *d)
{
    for (size_t i = 0; i < p->law->parameter_count; i++) {
        const struct parameter *q = p->law->parameters[i];
        if (!is_used(p, q) && !is_unit(p->law, q))
            diag_warning(d, q->span, "law-unused-parameter", TEXT(""),
                         "no rule uses the parameter \"%.*s\"", TEXT_ARG(q->id));
    }
    return true;
}

/* Every day of a rule's life its parameters must have a value. */
static bool lint_gaps(const struct task *t, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < t->parameter_count; i++) {
        const struct parameter *q = t->parameters[i];
        struct force life = t->rule->force;
        day at = life.from;
        for (const struct parameter_version *v; (v = parameter_at(q, at)) != NULL;) {
            at = v->force.to;
            if (at >= life.to || at == DAY_NEVER)
                break;
        }
        if (at >= life.to || at == DAY_NEVER)
            continue;
        char on[DAY_TEXT_SIZE];
        ok = diag_error(d, t->rule->span, "law-gap", TEXT("give it a version, or end the rule"),
                        "\"%.*s\" is in force on %s, but \"%.*s\" has no value then",
                        TEXT_ARG(t->rule->id),
                        at == DAY_ALWAYS ? "any early day" : day_print(at, on), TEXT_ARG(q->id));
        diag_note(d, q->span, "the parameter");
    }
    return ok;
}

static bool expects(const struct node *tests, const char *outcome)
{
    for (size_t i = 0; tests && i < tests->count; i++) {
        const struct node *e = node_find(tests->items[i], "expect");
        if (e && e->kind == NODE_SCALAR && text_equal(e->text, text_of(outcome)))
            return true;
    }
    return false;
}

static bool lint_tests(const struct task *t, struct diags *d)
{
    const struct rule *r = t->rule;
    const char *found = r->is_violation ? "violation" : "indicator";
    const char *wanted[] = {"clear", found, r->unless_count && t->key_count == 0 ? "exempt" : NULL};
    for (size_t i = 0; i < 3; i++)
        if (wanted[i] && !expects(r->tests, wanted[i]))
            diag_warning(d, r->span, "rule-untested", TEXT("add one under \"tests:\""),
                         "rule \"%.*s\" has no test that expects \"%s\"", TEXT_ARG(r->id),
                         wanted[i]);
    return true;
}

bool plan_lint(const struct plan *p, struct diags *d)
{
    bool ok = lint_parameters(p, d);
    for (size_t i = 0; i < p->task_count; i++) {
        ok &= lint_gaps(&p->tasks[i], d);
        ok &= lint_tests(&p->tasks[i], d);
    }
    return ok;
}
