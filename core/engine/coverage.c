/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/coverage.h"

#include "engine/case.h"
#include "rule/bounds.h"

struct covering {
    struct coverage *coverage;
    struct arena *arena;
    struct diags *diags;
    const struct plan *plan;
    const struct task *task;
    struct case_names names;
    struct bounds bounds;
    struct arena scratch;              /* of one row */
    const struct registers *registers; /* of the test at hand */
};

/* --- what an atom can be, where it is reached --- */

static unsigned can_be(const struct covering *c, const struct term *t,
                       const struct assumption *reached)
{
    unsigned can = 0;
    for (unsigned truth = CAN_FALSE; truth <= CAN_TRUE; truth <<= 1)
        if (bounds_possible(&c->bounds, &(struct assumption){t, truth, reached}))
            can |= truth;
    return can;
}

/* Each part is reached while the parts in front of it have not decided. */
static void gather(struct covering *c, const struct term *t, const struct assumption *reached)
{
    if (t->op == OP_NOT) {
        gather(c, t->args[0], reached);
    } else if (t->op == OP_AND || t->op == OP_OR) {
        unsigned open = CAN_UNKNOWN | (t->op == OP_AND ? CAN_TRUE : CAN_FALSE);
        struct assumption *before = arena_array(c->arena, t->arg_count, struct assumption);
        for (size_t i = 0; i < t->arg_count; i++) {
            gather(c, t->args[i], reached);
            before[i] = (struct assumption){t->args[i], open, reached};
            reached = &before[i];
        }
    } else if (t->op != OP_LITERAL) {
        struct coverage *all = c->coverage;
        *arena_push(c->arena, &all->atoms, &all->count) = (struct coverage_atom){
            .task = c->task, .term = t, .can = can_be(c, t, reached)};
    }
}

/* --- what the tests have seen --- */

static void note(struct covering *c, const struct term *t, enum truth truth)
{
    for (size_t i = 0; i < c->coverage->count; i++) {
        struct coverage_atom *a = &c->coverage->atoms[i];
        if (a->task == c->task && a->term == t)
            a->seen |= 1u << truth;
    }
}

static enum truth see(struct covering *c, const struct term *t, const struct context *context)
{
    if (t->op == OP_NOT)
        return truth_not(see(c, t->args[0], context));
    if (t->op != OP_AND && t->op != OP_OR) {
        enum truth truth = term_truth(t, context);
        note(c, t, truth);
        return truth;
    }
    enum truth decided = t->op == OP_AND ? TRUTH_FALSE : TRUTH_TRUE;
    enum truth result = truth_not(decided);
    for (size_t i = 0; i < t->arg_count && result != decided; i++) {
        enum truth part = see(c, t->args[i], context);
        result = t->op == OP_AND ? truth_and(result, part) : truth_or(result, part);
    }
    return result;
}

/* Whether the row is counted, and by no exception excused. */
static bool see_row(struct covering *c, const struct batch *b, size_t row)
{
    const struct task *t = c->task;
    if (force_is_never(t->rule->force))
        return false;
    struct value basis = batch_value(b, row, t->basis);
    struct context context = {.law = c->plan->law,
                              .registers = c->registers,
                              .jurisdiction = t->rule->jurisdiction->id,
                              .batch = b,
                              .row = row,
                              .on_known = basis.knowledge == VALUE_KNOWN,
                              .on = (day)(basis.knowledge == VALUE_KNOWN ? basis.number : 0),
                              .arena = &c->scratch};
    if (context.on_known && !force_holds(t->rule->force, context.on))
        return false;
    enum truth met = see(c, t->where, &context);
    for (size_t i = 0; met != TRUTH_FALSE && i < t->rule->unless_count; i++)
        met = truth_and(met, truth_not(see(c, t->unless[i], &context)));
    arena_reset(&c->scratch);
    return met == TRUTH_TRUE;
}

/* The condition on a group is about sums that no record holds; what a passing test expects tells
 * its truth. */
static void see_group(struct covering *c, const struct node *expect, bool counted)
{
    bool found = expect && (text_equal(expect->text, TEXT("violation")) ||
                            text_equal(expect->text, TEXT("indicator")));
    bool clear = expect && text_equal(expect->text, TEXT("clear"));
    for (size_t i = 0; counted && (found || clear) && i < c->coverage->count; i++)
        if (c->coverage->atoms[i].term == c->task->having)
            c->coverage->atoms[i].seen |= found ? CAN_TRUE : CAN_FALSE;
}

static void see_test(struct covering *c, const struct node *test)
{
    const struct node *given = node_find(test, "given");
    struct batch b;
    bool counted = false, read;
    if (!given || given->kind != NODE_LIST)
        return;
    batch_init(&b, c->task->record, given->count ? given->count : 1, c->plan->source_names,
               c->plan->source_count);
    b.file = TEXT("test");
    struct registers *registers = case_registers(c->diags, &c->names, c->plan->vocabulary, given,
                                                 &read);
    c->registers = registers;
    if (case_fill(c->diags, c->plan->vocabulary, given, &b) && read)
        for (size_t row = 0; row < b.count; row++)
            counted |= see_row(c, &b, row);
    if (c->task->having)
        see_group(c, node_find(test, "expect"), counted);
    registers_free(registers);
    batch_free(&b);
}

static void cover_task(struct covering *c, const struct task *t)
{
    c->task = t;
    c->bounds = (struct bounds){.law = c->plan->law,
                                .jurisdiction = t->rule->jurisdiction->id,
                                .life = t->rule->force,
                                .basis = &t->record->fields[t->basis]};
    struct assumption met = {t->where, CAN_TRUE | CAN_UNKNOWN, NULL};
    gather(c, t->where, NULL);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        gather(c, t->unless[i], &met);
    if (t->having && t->having->op != OP_LITERAL)
        *arena_push(c->arena, &c->coverage->atoms, &c->coverage->count) = (struct coverage_atom){
            .task = t, .term = t->having, .can = CAN_TRUE | CAN_FALSE};
    const struct node *tests = t->rule->tests;
    for (size_t i = 0; tests && i < tests->count; i++)
        see_test(c, tests->items[i]);
}

void coverage_make(struct coverage *all, struct arena *a, struct diags *d, const struct plan *p)
{
    struct covering c = {.coverage = all,
                         .arena = a,
                         .diags = d,
                         .plan = p,
                         .names = {.law = p->law},
                         .scratch = ARENA("coverage")};
    *all = (struct coverage){0};
    for (size_t i = 0; i < p->task_count; i++)
        cover_task(&c, &p->tasks[i]);
    for (size_t i = 0; i < all->count; i++) {
        struct coverage_atom *atom = &all->atoms[i];
        atom->can |= atom->seen; /* what was seen can be */
        all->wanted += (size_t)__builtin_popcount(atom->can);
        all->seen += (size_t)__builtin_popcount(atom->seen);
    }
    arena_free(&c.scratch);
    case_names_free(&c.names);
}
