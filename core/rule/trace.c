/* SPDX-License-Identifier: Apache-2.0
 *
 * A condition's tree, each node with its truth and values: for who looks for the cause of an
 * outcome. Unlike the reasons of a finding it also tells what decided nothing.
 */
#include <config.h>

#include "rule/condition.h"

static const char *const truths[] = {"no", "unknown", "yes"};

static void atom(const struct term *t, const struct context *c, FILE *out)
{
    struct step *steps = NULL;
    size_t count = 0;
    term_steps(t, c, &steps, &count);
    if (count == 1)
        text_show(out, step_print(c->arena, &steps[0]));
    else
        fprintf(out, "%.*s: %s", TEXT_ARG(term_print(c->arena, t)), truths[term_truth(t, c)]);
}

void term_trace(const struct term *t, const struct context *c, unsigned indent, FILE *out)
{
    fprintf(out, "%*s", (int)indent, "");
    if (t->op != OP_AND && t->op != OP_OR && t->op != OP_NOT) {
        atom(t, c, out);
        fputc('\n', out);
        return;
    }
    fprintf(out, "%s: %s",
            t->op == OP_AND  ? "and"
            : t->op == OP_OR ? "or"
                             : "not",
            truths[term_truth(t, c)]);
    if (t->definition)
        fprintf(out, "  (%s)", t->definition);
    fputc('\n', out);
    for (size_t i = 0; i < t->arg_count; i++)
        term_trace(t->args[i], c, indent + 2, out);
}
