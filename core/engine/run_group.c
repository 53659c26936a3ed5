/* SPDX-License-Identifier: Apache-2.0
 *
 * Rules about groups. A record that might belong to a group (its condition or amount is unknown, or
 * its row was unreadable) is not counted and taints the group: if the group is over the limit
 * without it, that stands; if not, the result is undetermined. A record whose group is unknown
 * stands alone.
 */
#include <config.h>

#include <stdlib.h>

#include "engine/making.h"

struct row_part {
    struct text key;
    struct text *parts;
    bool complete;
    struct text *missing;
    size_t missing_count;
};

static struct row_part group_key(struct run *r, const struct task *t, const struct context *c)
{
    struct row_part p = {.complete = true};
    p.parts = arena_array(&r->arena, t->key_count, struct text);
    for (size_t i = 0; i < t->key_count; i++) {
        struct value v = term_value(t->keys[i], c);
        if (v.knowledge != VALUE_KNOWN) {
            term_missing(t->keys[i], c, &p.missing, &p.missing_count);
            p.complete = false;
        }
        p.parts[i] = value_print(&r->arena, &v);
        p.key = arena_format(&r->arena, "%.*s%zu:%.*s|", TEXT_ARG(p.key), p.parts[i].len,
                             TEXT_ARG(p.parts[i]));
    }
    return p;
}

static void add_member(struct groups *groups, struct group *g, const struct task *t,
                       const struct context *c, bool counted)
{
    struct arena *a = &groups->arena;
    struct member *m = arena_push(a, &g->members, &g->member_count);
    m->at = row_place(t, c->batch, c->row);
    m->at.ref = arena_copy(a, m->at.ref);
    if (g->member_count > 1 && text_equal(m->at.file, g->members[0].at.file))
        m->at.file = g->members[0].at.file;
    else
        m->at.file = arena_copy(a, m->at.file);
    m->counted = counted;
    m->on = c->on_known ? c->on : 0;
    if (c->on_known && (!g->on_known || c->on > g->on)) {
        g->on = c->on;
        g->on_known = true;
    }
}

static void taint(struct groups *groups, struct group *g, const struct text *missing, size_t count)
{
    g->tainted = true;
    for (size_t i = 0; i < count; i++) {
        bool there = false;
        for (size_t k = 0; k < g->missing_count; k++)
            there |= text_equal(g->missing[k], missing[i]);
        if (!there)
            *arena_push(&groups->arena, &g->missing, &g->missing_count) = arena_copy(&groups->arena,
                                                                                     missing[i]);
    }
}

/* Adds the row's values to the group's sums; false, with the missing facts, when one is unknown. */
static bool add_values(const struct task *t, const struct context *c, struct group *g,
                       struct text **missing, size_t *missing_count)
{
    struct value values[16];
    size_t count = t->sum_count < 16 ? t->sum_count : 16;
    for (size_t i = 0; i < count; i++) {
        values[i] = term_value(t->sums[i].term, c);
        if (values[i].knowledge == VALUE_UNKNOWN)
            term_missing(t->sums[i].term, c, missing, missing_count);
    }
    if (*missing_count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (values[i].knowledge == VALUE_KNOWN)
            group_sum_add(&g->sums[i], &values[i]);
    return true;
}

static enum truth row_counts(const struct task *t, const struct context *c, struct row_part *p)
{
    enum truth counts = truth_and(rule_holds(t, c), term_truth(t->where, c));
    if (counts == TRUTH_UNKNOWN)
        term_missing(t->where, c, &p->missing, &p->missing_count);
    for (size_t i = 0; counts != TRUTH_FALSE && i < t->rule->unless_count; i++) {
        enum truth excepted = term_truth(t->unless[i], c);
        if (excepted == TRUTH_UNKNOWN)
            term_missing(t->unless[i], c, &p->missing, &p->missing_count);
        counts = truth_and(counts, truth_not(excepted));
    }
    return counts;
}

void run_group_row(struct run *r, const struct task *t, struct task_state *state,
                   const struct batch *b, size_t row)
{
    if (batch_is_memo(b, row))
        return; /* its amount stands in another record */
    struct context c = row_context(r, t, b, row);
    struct row_part p = group_key(r, t, &c);
    struct row_part lacking = {0};
    enum truth counts = row_counts(t, &c, &lacking);
    if (counts == TRUTH_FALSE)
        return;
    if (!c.on_known && rule_holds(t, &c) == TRUTH_UNKNOWN)
        *arena_push(&r->arena, &lacking.missing,
                    &lacking.missing_count) = t->record->fields[t->basis].path;
    struct text key = p.key;
    if (!p.complete) /* nobody knows with whom it belongs: a group of its own */
        key = arena_format(&r->arena, "alone:%.*s:%llu", TEXT_ARG(b->file),
                           (unsigned long long)b->line[row]);
    struct group *g = groups_at(&state->groups, key, t->sum_count);
    bool counted = counts == TRUTH_TRUE && !b->unreadable[row] &&
                   add_values(t, &c, g, &lacking.missing, &lacking.missing_count);
    g->counted += counted;
    if (!g->key_parts) {
        g->key_parts = arena_array(&state->groups.arena, t->key_count, struct text);
        for (size_t i = 0; i < t->key_count; i++)
            g->key_parts[i] = arena_copy(&state->groups.arena, p.parts[i]);
        row_actors(&state->groups.arena, t, b, row, &g->actors, &g->actor_count);
    }
    add_member(&state->groups, g, t, &c, counted);
    if (!p.complete)
        taint(&state->groups, g, p.missing, p.missing_count);
    if (!counted)
        taint(&state->groups, g, lacking.missing, lacking.missing_count);
    if (b->unreadable[row]) {
        struct text row_text = TEXT("an unreadable row");
        taint(&state->groups, g, &row_text, 1);
    }
}

/* --- at the end --- */

struct group_view {
    const struct task *task;
    const struct value *slots;
};

static bool find_in_group(const void *owner, struct text name, struct value *out)
{
    const struct group_view *view = owner;
    for (size_t i = 0; i < view->task->sum_count; i++)
        if (text_equal(view->task->sums[i].name, name)) {
            *out = view->slots[i];
            return true;
        }
    if (!text_equal(name, TEXT("count")))
        return false;
    *out = view->slots[view->task->sum_count];
    return true;
}

static int compare_members(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    int order = text_compare(x->at.file, y->at.file);
    return order ? order : x->at.line < y->at.line ? -1 : x->at.line > y->at.line;
}

static void fill_group(struct run *r, struct finding *f, struct group *g, const struct context *c)
{
    qsort(g->members, g->member_count, sizeof *g->members, compare_members);
    f->records = arena_array(&r->arena, g->member_count, struct record_at);
    for (size_t i = 0; i < g->member_count; i++)
        f->records[f->record_count++] = g->members[i].at;
    f->count = f->record_count;
    f->actors = g->actors;
    f->actor_count = g->actor_count;
    finding_fill_law(r, f, c);
    for (size_t i = 0; i < f->task->sum_count && !f->amount_known; i++)
        if (c->slots[i].type == TYPE_MONEY && c->slots[i].knowledge == VALUE_KNOWN) {
            f->amount_known = true;
            f->amount = c->slots[i];
        }
    for (size_t i = 0; i < f->task->key_count; i++)
        *arena_push(&r->arena, &f->facts, &f->fact_count) = (struct fact){
            term_print(&r->arena, f->task->keys[i]),
            {.type = TYPE_TEXT, .knowledge = VALUE_KNOWN, .text = g->key_parts[i]}};
    if (f->task->within && f->on_known) {
        struct value within = term_value(f->task->within, c);
        f->due_known = within.knowledge == VALUE_KNOWN;
        f->due = f->due_known ? day_add(f->on, within.duration, 1) : 0;
    }
    finding_fingerprint(f, g->key);
}

static void finish_group(struct run *r, const struct task *t, struct task_state *state,
                         struct group *g)
{
    struct value *slots = arena_array(&r->arena, t->sum_count + 1, struct value);
    for (size_t i = 0; i < t->sum_count; i++)
        slots[i] = group_sum_value(&g->sums[i], t->sums[i].term->type);
    slots[t->sum_count] = (struct value){
        .type = TYPE_NUMBER, .knowledge = VALUE_KNOWN, .number = (int64_t)g->counted};
    struct context c = {.law = r->plan->law,
                        .jurisdiction = t->rule->jurisdiction->id,
                        .on_known = g->on_known,
                        .on = g->on,
                        .slots = slots,
                        .arena = &r->arena};
    struct finding f = {.task = t, .outcome = OUTCOME_UNDETERMINED};
    enum truth over = g->counted ? term_truth(t->having, &c) : TRUTH_FALSE;
    if (over == TRUTH_TRUE) {
        struct group_view view = {t, slots};
        struct facts_source subject = {&view, find_in_group};
        if (!finding_judge(r, &f, &c, &subject))
            return;
        term_steps(t->having, &c, &f.steps, &f.step_count);
        fill_group(r, &f, g, &c);
        finding_emit(r, &f);
        return;
    }
    if (over == TRUTH_UNKNOWN)
        term_missing(t->having, &c, &f.missing, &f.missing_count);
    else if (g->tainted) {
        f.missing = g->missing;
        f.missing_count = g->missing_count;
    } else
        return;
    if (g->member_count == 1 && text_starts(g->key, TEXT("alone:"))) {
        lack_add(r, state, &g->members[0].at, f.missing, f.missing_count);
        return;
    }
    fill_group(r, &f, g, &c);
    finding_emit(r, &f);
}

void run_group_finish(struct run *r, const struct task *t, struct task_state *state)
{
    for (size_t i = 0; i < state->groups.count && !state->tally.failed; i++) {
        finish_group(r, t, state, state->groups.order[i]);
        arena_reset(&r->arena);
    }
    /* Records that could not be grouped are told once for all inputs. */
    run_end_input(r, TEXT(""));
}
