/* SPDX-License-Identifier: Apache-2.0
 *
 * The public function that looks for ways around bills.
 */
#include <config.h>

#include "report/probe_text.h"
#include "session.h"

static bool is_of_base(const struct scr_session *s, const struct rule *r)
{
    for (size_t i = 0; i < s->base.rule_count; i++)
        if (s->base.rules[i]->node == r->node)
            return true;
    return false;
}

/* Rules that the bills bring or change, also by a limit; not what they leave of the old ones. */
static bool is_new(const struct scr_session *s, const struct task *t)
{
    if (!is_of_base(s, t->rule))
        return t->rule->transition != TRANSITION_OLD;
    for (size_t i = 0; i < t->parameter_count && !t->rule->versioned; i++)
        if (parameter_find(&s->base, t->parameters[i]->id) != t->parameters[i])
            return true;
    return false;
}

bool session_probe(struct scr_session *s, bool html, FILE *out)
{
    struct arena a = ARENA("probe");
    struct schemes schemes;
    struct plan p;
    size_t count = 0;
    bool ok = schemes_read(&schemes, &s->law, &s->diags) &&
              schemes_check(&schemes, s->vocabulary, &s->diags) && session_plan(s, &p, NULL);
    struct probing probing = {&a, &s->diags, &p, &schemes, session_language(s)};
    for (size_t i = 0; ok && i < p.task_count; i++) {
        struct probe probe;
        if (!is_new(s, &p.tasks[i]))
            continue;
        probe_rule(&probing, p.tasks[i].rule, &probe);
        fputs(count++ && !html ? "\n" : "", out);
        probe_print(&probe, session_language(s), html, out);
    }
    if (ok && count == 0)
        fputs("the bill brings and changes no prohibition\n", out);
    plan_free(&p);
    arena_free(&a);
    return ok;
}

bool scr_bill_probe(struct scr_session *s, FILE *out)
{
    return s->loaded && s->bills_apply && session_probe(s, false, out);
}
