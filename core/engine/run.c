/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "engine/making.h"

struct run *run_new(const struct plan *p, struct diags *d, struct run_options options,
                    finding_sink *sink, void *owner)
{
    struct run *r = heap_alloc(1, sizeof *r);
    *r = (struct run){.plan = p,
                      .diags = d,
                      .options = options,
                      .sink = sink,
                      .owner = owner,
                      .arena = ARENA("finding"),
                      .kept = ARENA("tallies")};
    r->states = heap_alloc(p->task_count, sizeof *r->states);
    for (size_t i = 0; i < p->task_count; i++)
        groups_init(&r->states[i].groups);
    return r;
}

void run_free(struct run *r)
{
    if (!r)
        return;
    for (size_t i = 0; i < r->plan->task_count; i++)
        groups_free(&r->states[i].groups);
    free(r->states);
    arena_free(&r->arena);
    arena_free(&r->kept);
    free(r);
}

const struct tally *run_tally(const struct run *r, size_t task)
{
    return &r->states[task].tally;
}

enum truth rule_holds(const struct task *t, const struct context *c)
{
    struct force f = t->rule->force;
    if (f.from == DAY_ALWAYS && f.to == DAY_NEVER)
        return TRUTH_TRUE;
    return !c->on_known ? TRUTH_UNKNOWN : force_holds(f, c->on) ? TRUTH_TRUE : TRUTH_FALSE;
}

/* --- undetermined --- */

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

void lack_add(struct run *r, struct task_state *state, const struct record_at *at,
              struct text *missing, size_t missing_count)
{
    struct text key = TEXT("");
    qsort(missing, missing_count, sizeof *missing, compare_texts);
    for (size_t i = 0; i < missing_count; i++)
        key = arena_format(&r->arena, "%.*s\n%.*s", TEXT_ARG(key), TEXT_ARG(missing[i]));
    for (size_t i = 0; i < state->lack_count; i++)
        if (text_equal(state->lacks[i].key, key)) {
            state->lacks[i].count++;
            return;
        }
    struct lack *l = arena_push(&r->kept, &state->lacks, &state->lack_count);
    *l = (struct lack){
        .key = arena_copy(&r->kept, key), .count = 1, .missing_count = missing_count};
    l->missing = arena_array(&r->kept, missing_count, struct text);
    for (size_t i = 0; i < missing_count; i++)
        l->missing[i] = arena_copy(&r->kept, missing[i]);
    l->first = *at;
    l->first.file = arena_copy(&r->kept, at->file);
    l->first.ref = arena_copy(&r->kept, at->ref);
}

/* Whether the file has no column at all for any of the missing facts. */
static bool file_lacks(const struct task *t, const struct batch *b, const struct text *missing,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *f = record_field(t->record, missing[i]);
        if (!f || b->columns[f->index].mapped)
            return false;
    }
    return count > 0;
}

static void report_undetermined(struct run *r, const struct task *t, struct task_state *state,
                                const struct context *c, const struct term *cause,
                                bool date_missing)
{
    struct finding f = {.task = t, .outcome = OUTCOME_UNDETERMINED};
    if (date_missing)
        *arena_push(&r->arena, &f.missing, &f.missing_count) = t->record->fields[t->basis].path;
    term_missing(cause, c, &f.missing, &f.missing_count);
    struct record_at at = row_place(t, c->batch, c->row);
    if (file_lacks(t, c->batch, f.missing, f.missing_count)) {
        lack_add(r, state, &at, f.missing, f.missing_count);
        return;
    }
    finding_fill_row(r, &f, c);
    term_steps(cause, c, &f.steps, &f.step_count);
    finding_emit(r, &f);
}

void run_end_input(struct run *r, struct text file)
{
    for (size_t i = 0; i < r->plan->task_count; i++) {
        struct task_state *state = &r->states[i];
        for (size_t k = 0; k < state->lack_count; k++) {
            struct lack *l = &state->lacks[k];
            struct finding f = {.task = &r->plan->tasks[i],
                                .outcome = OUTCOME_UNDETERMINED,
                                .records = &l->first,
                                .record_count = 1,
                                .count = l->count,
                                .missing = l->missing,
                                .missing_count = l->missing_count,
                                .confidence = CONFIDENCE_HIGH};
            finding_fingerprint(
                &f, arena_format(&r->arena, "lack:%.*s:%.*s", TEXT_ARG(file), TEXT_ARG(l->key)));
            finding_emit(r, &f);
            arena_reset(&r->arena);
        }
        state->lacks = NULL;
        state->lack_count = 0;
    }
}

/* --- single records --- */

struct row_view {
    const struct batch *batch;
    size_t row;
};

static bool find_in_row(const void *owner, struct text name, struct value *out)
{
    const struct row_view *view = owner;
    const struct field *f = record_field(view->batch->record, name);
    if (f)
        *out = batch_value(view->batch, view->row, f->index);
    return f != NULL;
}

/* The first exception that applies, or the truth of whether one might. */
static enum truth find_exception(const struct task *t, const struct context *c, size_t *which)
{
    enum truth result = TRUTH_FALSE;
    for (size_t i = 0; i < t->rule->unless_count; i++) {
        enum truth truth = term_truth(t->unless[i], c);
        if (truth > result) {
            result = truth;
            *which = i;
        }
    }
    return result;
}

static void report_exempt(struct run *r, const struct task *t, const struct context *c,
                          size_t which)
{
    struct finding f = {.task = t, .outcome = OUTCOME_EXEMPT, .exception = &t->rule->unless[which]};
    finding_fill_row(r, &f, c);
    term_steps(t->where, c, &f.steps, &f.step_count);
    term_steps(t->unless[which], c, &f.steps, &f.step_count);
    finding_emit(r, &f);
}

static void report_candidate(struct run *r, const struct task *t, const struct context *c)
{
    struct finding f = {.task = t};
    struct row_view view = {c->batch, c->row};
    struct facts_source subject = {&view, find_in_row};
    if (!finding_judge(r, &f, c, &subject))
        return;
    finding_fill_row(r, &f, c);
    term_steps(t->where, c, &f.steps, &f.step_count);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        term_steps(t->unless[i], c, &f.steps, &f.step_count);
    finding_emit(r, &f);
}

static void run_row(struct run *r, const struct task *t, struct task_state *state,
                    const struct batch *b, size_t row)
{
    struct context c = row_context(r, t, b, row);
    enum truth holds = rule_holds(t, &c);
    enum truth where = holds == TRUTH_FALSE ? TRUTH_FALSE : term_truth(t->where, &c);
    enum truth met = truth_and(holds, where);
    size_t which = 0;
    if (met == TRUTH_FALSE)
        return;
    enum truth excepted = find_exception(t, &c, &which);
    if (met == TRUTH_UNKNOWN && excepted != TRUTH_TRUE)
        report_undetermined(r, t, state, &c, t->where, holds == TRUTH_UNKNOWN);
    else if (met == TRUTH_TRUE && excepted == TRUTH_TRUE)
        report_exempt(r, t, &c, which);
    else if (met == TRUTH_TRUE && excepted == TRUTH_UNKNOWN)
        report_undetermined(r, t, state, &c, t->unless[which], false);
    else if (met == TRUTH_TRUE)
        report_candidate(r, t, &c);
}

void run_begin_input(struct run *r, struct text jurisdiction)
{
    r->jurisdiction = jurisdiction;
}

/* A filing of one country is not judged by another's law, by accident. */
static bool applies(const struct run *r, const struct task *t, const struct batch *b)
{
    const struct jurisdiction *j = t->rule->jurisdiction;
    return t->record == b->record && (r->options.any_jurisdiction || r->jurisdiction.len == 0 ||
                                      j->everywhere || text_equal(j->id, r->jurisdiction));
}

void run_batch(struct run *r, const struct batch *b)
{
    for (size_t row = 0; row < b->count; row++)
        for (size_t i = 0; i < r->plan->task_count; i++) {
            const struct task *t = &r->plan->tasks[i];
            struct task_state *state = &r->states[i];
            if (!applies(r, t, b) || state->tally.failed)
                continue;
            state->tally.ran = true;
            if (t->key_count > 0)
                run_group_row(r, t, state, b, row);
            else if (!b->unreadable[row])
                run_row(r, t, state, b, row);
            arena_reset(&r->arena);
        }
}

void run_finish(struct run *r)
{
    for (size_t i = 0; i < r->plan->task_count; i++)
        if (r->plan->tasks[i].key_count > 0 && !r->states[i].tally.failed)
            run_group_finish(r, &r->plan->tasks[i], &r->states[i]);
}
