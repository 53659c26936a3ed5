/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/law_tests.h"

#include "rule/bounds.h"

static void print_place(struct span span, FILE *out)
{
    size_t line, column;
    if (!span.source)
        return;
    source_place(span.source, span.begin, &line, &column);
    fprintf(out, "%.*s:%zu:%zu", TEXT_ARG(span.source->path), line, column);
}

static void print_atom(struct arena *a, const struct coverage_atom *atom, FILE *out)
{
    static const char *const names[] = {"false", "unknown", "true"};
    unsigned missing = atom->can & ~atom->seen;
    fprintf(out, "  %.*s\n      never seen", TEXT_ARG(term_print(a, atom->term)));
    for (unsigned i = 0; i < 3; i++)
        if (missing & (1u << i))
            fprintf(out, " %s", names[i]);
    fputs("  ", out);
    print_place(atom->term->span, out);
    fputc('\n', out);
}

void coverage_print(const struct coverage *c, FILE *out)
{
    struct arena a = ARENA("coverage");
    const struct task *last = NULL;
    for (size_t i = 0; i < c->count; i++) {
        const struct coverage_atom *atom = &c->atoms[i];
        if ((atom->can & ~atom->seen) == 0)
            continue;
        if (atom->task != last)
            fprintf(out, "%.*s\n", TEXT_ARG(atom->task->rule->id));
        last = atom->task;
        print_atom(&a, atom, out);
    }
    size_t tenths = c->wanted ? c->seen * 1000 / c->wanted : 1000;
    fprintf(out, "%zu atomic conditions, %zu of %zu truths seen: %zu.%zu %%\n", c->count, c->seen,
            c->wanted, tenths / 10, tenths % 10);
    arena_free(&a);
}

void mutation_print(const struct mutation *m, FILE *out)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct mutant *x = &m->mutants[i];
        if (x->noticed)
            continue;
        fprintf(out, "%-9s %.*s  %.*s\n          ", x->because ? "excepted" : "alive",
                TEXT_ARG(x->of), TEXT_ARG(x->what));
        if (x->because)
            fprintf(out, "%.*s", TEXT_ARG(*x->because));
        else
            print_place(x->span, out);
        fputc('\n', out);
    }
    fprintf(out, "%zu mutants: %zu noticed, %zu excepted, %zu alive\n", m->count, m->noticed,
            m->excepted, m->count - m->noticed - m->excepted);
}

void test_print(void *out, const struct rule *r, const struct node *test, bool passed)
{
    const struct node *expect = node_find(test, "expect");
    struct text name = node_text(test, "name"), outcome = TEXT("undetermined");
    if (expect && expect->kind == NODE_SCALAR)
        outcome = expect->text;
    fprintf(out, "%-6s %-12.*s %.*s: %.*s\n", passed ? "ok" : "FAILED", TEXT_ARG(outcome),
            TEXT_ARG(r->id), TEXT_ARG(name));
}
