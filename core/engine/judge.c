/* SPDX-License-Identifier: Apache-2.0
 *
 * Batches against rules: conditions pick the rows that a rule may concern, all rows at once; those
 * rows alone are looked at one by one.
 */
#include <config.h>

#include "engine/judge.h"

#include <stdlib.h>
#include <time.h>

#include "engine/group_entry.h"
#include "engine/likeness.h"
#include "engine/trace.h"

/* --- a judge --- */

struct judge *judge_new(const struct plan *p, struct judge_options o)
{
    struct judge *j = heap_alloc(1, sizeof *j);
    *j = (struct judge){.plan = p,
                        .options = o,
                        .host = p->host,
                        .plugins = p->plugins,
                        .loaded = ARENA("plugins"),
                        .evaluator = evaluator_new(sharing_count(p->sharing)),
                        .arena = ARENA("finding"),
                        .batch = ARENA("batch"),
                        .log = group_log_new(p->all_count, o.memory)};
    j->costs = heap_alloc(p->all_count, sizeof *j->costs);
    if (p->registers && p->registers->index)
        j->search = name_search_new(p->registers->index);
    return j;
}

struct judge *judge_new_with_host(const struct plan *p, struct judge_options o, struct diags *d,
                                  struct host_limits limits)
{
    struct judge *j = judge_new(p, o);
    j->own_host = true;
    j->host = host_new(limits);
    j->plugins = arena_array(&j->loaded, p->plugin_count, struct plugin *);
    bool ok = j->host != NULL;
    for (size_t i = 0; ok && i < p->plugin_count; i++) {
        struct text path = arena_copy(&j->loaded, p->plugins[i]->source->path);
        j->plugins[i] = plugin_load(j->host, &j->loaded, d, path.at);
        ok = j->plugins[i] != NULL;
    }
    if (ok)
        return j;
    judge_free(j);
    return NULL;
}

void judge_free(struct judge *j)
{
    if (!j)
        return;
    if (j->own_host)
        host_free(j->host);
    name_search_free(j->search);
    evaluator_free(j->evaluator);
    group_log_free(j->log);
    group_table_free(j->table);
    pack_free(&j->part);
    pack_free(&j->key);
    pack_free(&j->entry);
    arena_free(&j->arena);
    arena_free(&j->batch);
    arena_free(&j->loaded);
    free(j->costs);
    free(j);
}

const struct task_cost *judge_cost(const struct judge *j, size_t task)
{
    return &j->costs[task];
}

struct group_log *judge_log(const struct judge *j)
{
    return j->log;
}

enum truth rule_holds(const struct task *t, const struct context *c)
{
    struct force f = t->rule->force;
    if (f.from == DAY_ALWAYS && f.to == DAY_NEVER)
        return TRUTH_TRUE;
    if (force_is_never(f))
        return TRUTH_FALSE;
    return !c->on_known ? TRUTH_UNKNOWN : force_holds(f, c->on) ? TRUTH_TRUE : TRUTH_FALSE;
}

/* --- undetermined --- */

/* Whether the file has no column at all for any of the missing facts. */
static bool file_lacks(const struct task *t, const struct batch *b, const struct text *missing,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_starts(missing[i], MISSING_REGISTER))
            continue;
        const struct field *f = record_field(t->record, missing[i]);
        if (!f || b->columns[f->index].mapped)
            return false;
    }
    return count > 0;
}

static size_t task_number(const struct judge *j, const struct task *t)
{
    return (size_t)(t - j->plan->tasks);
}

/* True: the file lacks the facts, and the record was counted with others. */
static bool report_undetermined(struct judge *j, const struct task *t, const struct context *c,
                                const struct term *cause, bool date_missing)
{
    struct finding f = {.task = t, .outcome = OUTCOME_UNDETERMINED};
    if (date_missing)
        *arena_push(&j->arena, &f.missing, &f.missing_count) = t->record->fields[t->basis].path;
    term_missing(cause, c, &f.missing, &f.missing_count);
    struct record_at at = row_place(t, c->batch, c->row);
    if (file_lacks(t, c->batch, f.missing, f.missing_count)) {
        docket_lack(j->docket, &(struct lack){.task = task_number(j, t),
                                              .confidence = task_confidence(
                                                  t, task_day(t, c->on_known, c->on)),
                                              .missing = f.missing,
                                              .missing_count = f.missing_count,
                                              .first = at,
                                              .count = 1});
        return true;
    }
    finding_fill_row(j, &f, c);
    term_steps(cause, c, &f.steps, &f.step_count);
    finding_pack(&j->docket->findings, j->plan, &f);
    return false;
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

static void report_exempt(struct judge *j, const struct task *t, const struct context *c,
                          size_t which)
{
    struct finding f = {.task = t, .outcome = OUTCOME_EXEMPT, .exception = &t->rule->unless[which]};
    finding_fill_row(j, &f, c);
    term_steps(t->where, c, &f.steps, &f.step_count);
    term_steps(t->unless[which], c, &f.steps, &f.step_count);
    finding_pack(&j->docket->findings, j->plan, &f);
}

static void report_candidate(struct judge *j, const struct task *t, const struct context *c)
{
    struct finding f = {.task = t};
    struct row_view view = {c->batch, c->row};
    struct facts_source subject = {&view, find_in_row};
    if (!finding_judge(j, &f, c, &subject) || f.outcome == OUTCOME_CLEAR)
        return;
    finding_fill_row(j, &f, c);
    term_steps(t->where, c, &f.steps, &f.step_count);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        term_steps(t->unless[i], c, &f.steps, &f.step_count);
    finding_pack(&j->docket->findings, j->plan, &f);
}

/* True: the record was only counted among those for which the file lacks facts. */
static bool judge_row(struct judge *j, const struct task *t, const struct batch *b, size_t row)
{
    struct context c = row_context(j, t, b, row);
    enum truth holds = rule_holds(t, &c);
    enum truth where = holds == TRUTH_FALSE ? TRUTH_FALSE : term_truth(t->where, &c);
    enum truth met = truth_and(holds, where);
    size_t which = 0;
    if (met == TRUTH_FALSE)
        return false;
    enum truth excepted = find_exception(t, &c, &which);
    if (met == TRUTH_UNKNOWN && excepted != TRUTH_TRUE)
        return report_undetermined(j, t, &c, t->where, holds == TRUTH_UNKNOWN);
    if (met == TRUTH_TRUE && excepted == TRUTH_TRUE)
        report_exempt(j, t, &c, which);
    else if (met == TRUTH_TRUE && excepted == TRUTH_UNKNOWN)
        return report_undetermined(j, t, &c, t->unless[which], false);
    else if (met == TRUTH_TRUE)
        report_candidate(j, t, &c);
    return false;
}

/* --- rows that lack the same --- */

enum { MOST_WORDS = 64, MOST_ROWS = MOST_WORDS * 64 };

struct lacking {
    const struct task *task;
    const struct batch *batch;
    uint64_t *signatures; /* one a row; NULL: each is looked at */
    struct {
        uint64_t signature;
        size_t lack; /* in the docket */
    } seen[MOST_KINDS];
    size_t seen_count;
};

static bool lacks_some_field(const struct task *t, const struct batch *b)
{
    for (size_t i = 0; i < t->field_count; i++)
        if (!b->columns[t->fields[i]->index].mapped)
            return true;
    return false;
}

static void begin_lacking(struct judge *j, struct lacking *l, const struct task *t,
                          const struct frame *f)
{
    *l = (struct lacking){.task = t, .batch = f->batch};
    if (lacks_some_field(t, f->batch))
        l->signatures = likeness_signatures(j, t, f);
}

static void judge_row_once(struct judge *j, struct lacking *l, size_t row)
{
    struct docket *d = j->docket;
    uint64_t signature = l->signatures ? l->signatures[row] : 0;
    for (size_t i = 0; l->signatures && i < l->seen_count; i++)
        if (l->seen[i].signature == signature) {
            d->lacks[l->seen[i].lack].count++;
            return;
        }
    bool lacks = judge_row(j, l->task, l->batch, row);
    if (!l->signatures || !lacks || l->seen_count == MOST_KINDS)
        return;
    l->seen[l->seen_count].signature = signature;
    l->seen[l->seen_count++].lack = d->last_lack;
}

/* --- batches --- */

/* A filing of one country is not judged by another's law, by accident. */
static bool applies(const struct judge *j, const struct task *t, const struct batch *b,
                    const struct judged_input *in)
{
    const struct jurisdiction *of = t->rule->jurisdiction;
    return t->record == b->record && (j->options.any_jurisdiction || in->jurisdiction.len == 0 ||
                                      of->everywhere || text_equal(of->id, in->jurisdiction));
}

static struct frame frame_of(const struct judge *j, const struct task *t, const struct batch *b)
{
    const struct column *on = &b->columns[t->basis];
    return (struct frame){.law = t->law,
                          .registers = j->plan->registers,
                          .search = j->search,
                          .jurisdiction = t->rule->jurisdiction->id,
                          .batch = b,
                          .count = b->count,
                          .on_knowledge = on->knowledge,
                          .on = on->number};
}

static size_t words_of(const struct batch *b)
{
    return (b->count + 63) / 64;
}

/* The earliest and the latest deciding day of the batch: most batches lie within a rule's life. */
static struct day_span days_of(struct judge *j, const struct task *t, const struct frame *f)
{
    struct day_span *s = &j->days;
    if (s->field == t->basis)
        return *s;
    *s = (struct day_span){.field = t->basis, .known = true, .first = INT64_MAX, .last = INT64_MIN};
    for (size_t i = 0; i < f->count; i++) {
        s->known &= f->on_knowledge[i] == VALUE_KNOWN;
        s->first = f->on[i] < s->first ? f->on[i] : s->first;
        s->last = f->on[i] > s->last ? f->on[i] : s->last;
    }
    return *s;
}

static void mask_all(size_t rows, uint64_t *mask)
{
    for (size_t w = 0; w * 64 < rows; w++)
        mask[w] = rows - w * 64 < 64 ? ((uint64_t)1 << (rows - w * 64)) - 1 : UINT64_MAX;
}

/* Rows on whose day the rule is in force: certainly, perhaps. */
static void mask_force(struct judge *j, const struct task *t, const struct frame *f, uint64_t *yes,
                       uint64_t *may)
{
    struct force force = t->rule->force;
    struct day_span days = days_of(j, t, f);
    if (days.known && days.first >= force.from && days.last < force.to) {
        mask_all(f->count, yes);
        mask_all(f->count, may);
        return;
    }
    uint8_t sure[MOST_ROWS], perhaps[MOST_ROWS];
    uint8_t always = force.from == DAY_ALWAYS && force.to == DAY_NEVER;
    uint8_t never = force_is_never(force);
    size_t words = words_of(f->batch);
    for (size_t i = 0; i < f->count; i++) {
        uint8_t known = f->on_knowledge[i] == VALUE_KNOWN;
        uint8_t in = (f->on[i] >= force.from) & (f->on[i] < force.to);
        sure[i] = always | (known & in);
        perhaps[i] = always | (!known & !never) | in;
    }
    memset(sure + f->count, 0, words * 64 - f->count);
    memset(perhaps + f->count, 0, words * 64 - f->count);
    mask_flags(sure, words, yes);
    mask_flags(perhaps, words, may);
}

struct masks {
    uint64_t yes[MOST_WORDS], may[MOST_WORDS];
    uint64_t excepted[MOST_WORDS], maybe_excepted[MOST_WORDS];
};

/* Rows that meet the rule, and of those who may be excepted; false: there are none. */
static bool mask_rows(struct judge *j, const struct task *t, const struct frame *f, struct masks *m)
{
    size_t words = words_of(f->batch);
    uint64_t any = 0;
    mask_force(j, t, f, m->yes, m->may);
    for (size_t w = 0; w < words; w++)
        any |= m->may[w];
    if (!any)
        return false;
    struct truths where = evaluator_truths(j->evaluator, t->where, f);
    any = 0;
    for (size_t w = 0; w < words; w++) {
        m->may[w] &= where.yes[w] | where.unknown[w];
        m->yes[w] &= where.yes[w];
        m->excepted[w] = m->maybe_excepted[w] = 0;
        any |= m->may[w];
    }
    for (size_t i = 0; any && i < t->rule->unless_count; i++) {
        struct truths unless = evaluator_truths(j->evaluator, t->unless[i], f);
        for (size_t w = 0; w < words; w++) {
            m->excepted[w] |= unless.yes[w];
            m->maybe_excepted[w] |= unless.unknown[w];
        }
    }
    return any != 0;
}

static uint64_t now(const struct judge *j)
{
    struct timespec t;
    if (!j->options.timed)
        return 0;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void mask_readable(const struct batch *b, uint64_t *rows)
{
    for (size_t i = 0; i < b->count; i++)
        if (b->unreadable[i])
            rows[i / 64] &= ~((uint64_t)1 << i % 64);
}

/* Rules about single records for which some row is left, with those rows. */
struct pending {
    struct lacking lacking;
    uint64_t rows[MOST_WORDS];
};

/* Findings come record by record, and for one record in the order of the rules. */
static void judge_pending(struct judge *j, struct pending **pending, size_t count, size_t words)
{
    for (size_t w = 0; w < words; w++) {
        uint64_t rows = 0;
        for (size_t i = 0; i < count; i++)
            rows |= pending[i]->rows[w];
        for (; rows; rows &= rows - 1) {
            unsigned bit = (unsigned)__builtin_ctzll(rows);
            for (size_t i = 0; i < count; i++) {
                size_t task = task_number(j, pending[i]->lacking.task);
                if (!(pending[i]->rows[w] >> bit & 1) || j->docket->failed[task])
                    continue;
                uint64_t began = now(j);
                judge_row_once(j, &pending[i]->lacking, w * 64 + bit);
                arena_reset(&j->arena);
                j->costs[task].nanoseconds += now(j) - began;
            }
        }
    }
}

static uint64_t count_rows(const uint64_t *rows, size_t words)
{
    uint64_t count = 0;
    for (size_t w = 0; w < words; w++)
        count += (uint64_t)__builtin_popcountll(rows[w]);
    return count;
}

/* A group rule is done with at once; of another the rows are kept: true. */
static bool judge_task(struct judge *j, const struct task *t, const struct batch *b,
                       const struct judged_input *in, struct pending *p)
{
    struct frame f = frame_of(j, t, b);
    struct masks m;
    size_t words = words_of(b);
    struct task_cost *cost = &j->costs[task_number(j, t)];
    if (!mask_rows(j, t, &f, &m))
        return false;
    if (t->key_count > 0) {
        cost->candidates += count_rows(m.may, words);
        group_rows(j, t, &f, in, &(struct row_masks){m.may, m.yes, m.excepted, m.maybe_excepted});
        arena_reset(&j->arena);
        return false;
    }
    mask_readable(b, m.may);
    for (size_t w = 0; w < words; w++) /* what may be met and is surely excepted is clear */
        m.may[w] &= m.yes[w] | ~m.excepted[w];
    uint64_t left = count_rows(m.may, words);
    cost->candidates += left;
    if (left == 0)
        return false;
    memcpy(p->rows, m.may, words * sizeof *m.may);
    begin_lacking(j, &p->lacking, t, &f);
    return true;
}

void judge_batch(struct judge *j, const struct batch *b, const struct judged_input *in,
                 struct docket *d)
{
    struct pending **pending = NULL, *spare = NULL;
    size_t count = 0;
    j->docket = d;
    j->days.field = SIZE_MAX;
    arena_reset(&j->batch);
    if (j->options.trace)
        trace_batch(j, b);
    evaluator_begin(j->evaluator);
    for (size_t i = 0; i < j->plan->all_count; i++) {
        const struct task *t = &j->plan->tasks[i];
        if (!applies(j, t, b, in) || d->failed[i])
            continue;
        d->ran[i] = true;
        if (t->leader != i)
            continue; /* its groups are the leader's */
        uint64_t began = now(j);
        j->costs[i].rows += b->count;
        if (!spare)
            spare = arena_make(&j->batch, struct pending);
        if (judge_task(j, t, b, in, spare)) {
            *arena_push(&j->batch, &pending, &count) = spare;
            spare = NULL;
        }
        j->costs[i].nanoseconds += now(j) - began;
    }
    judge_pending(j, pending, count, words_of(b));
}
