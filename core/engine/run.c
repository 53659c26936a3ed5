/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/run.h"

#include <stdlib.h>

#include "base/crew.h"

struct task_state {
    struct tally tally;
    struct diags failure; /* messages of the plugin that failed */
};

struct run {
    const struct plan *plan;
    struct diags *diags;
    struct run_options options;
    finding_sink *sink;
    void *owner;
    struct arena arena; /* of the finding at hand */
    struct arena kept;  /* tallies, names */
    struct task_state *states;
    struct docket lacks; /* of the input at hand: only the lacks are used */
    struct judge *judge;
    struct docket docket; /* of the own judge */
    struct input_names names;
};

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
                      .kept = ARENA("tallies"),
                      .judge = judge_new(p, options.judge)};
    r->states = heap_alloc(p->all_count, sizeof *r->states);
    for (size_t i = 0; i < p->all_count; i++)
        diags_init(&r->states[i].failure);
    docket_init(&r->lacks, p);
    docket_init(&r->docket, p);
    return r;
}

void run_free(struct run *r)
{
    if (!r)
        return;
    for (size_t i = 0; i < r->plan->all_count; i++)
        diags_free(&r->states[i].failure);
    docket_free(&r->lacks);
    docket_free(&r->docket);
    judge_free(r->judge);
    free(r->states);
    arena_free(&r->arena);
    arena_free(&r->kept);
    free(r);
}

struct judge *run_judge(const struct run *r)
{
    return r->judge;
}

const struct tally *run_tally(const struct run *r, size_t task)
{
    return &r->states[task].tally;
}

struct task_cost run_cost(const struct run *r, struct judge *const *judges, size_t judge_count,
                          size_t task)
{
    struct task_cost sum = {0};
    (void)r;
    for (size_t i = 0; i < judge_count; i++) {
        const struct task_cost *c = judge_cost(judges[i], task);
        sum.rows += c->rows;
        sum.candidates += c->candidates;
        sum.calls += c->calls;
        sum.nanoseconds += c->nanoseconds;
        sum.instructions += c->instructions;
        sum.bytes += c->bytes;
    }
    return sum;
}

/* --- counting --- */

static void add_amount(struct run *r, struct tally *t, const struct value *amount)
{
    size_t i = 0;
    while (i < t->amount_count && t->amounts[i].currency != amount->currency)
        i++;
    if (i == t->amount_count)
        arena_push(&r->kept, &t->amounts, &t->amount_count)->currency = amount->currency;
    total_add(&t->amounts[i], amount->number, value_most(amount));
}

/* Counts the finding and hands it to the sink, unless it rests on law of low confidence. */
static void emit(struct run *r, const struct finding *f)
{
    struct tally *t = &r->states[f->task - r->plan->tasks].tally;
    if (f->outcome == OUTCOME_CLEAR || t->failed)
        return;
    if (f->confidence == CONFIDENCE_LOW && !r->options.include_low) {
        t->withheld++;
        return;
    }
    bool broader = plan_is_broader(r->plan, f->task);
    if (r->options.joined && (broader || plan_has_broader(r->plan, f->task)))
        r->options.joined(r->owner, f);
    if (broader)
        return;
    if (r->options.known && r->options.known(r->owner, f)) {
        t->known++;
        return;
    }
    t->outcomes[f->outcome]++;
    if (f->outcome >= OUTCOME_INDICATOR && f->amount_known)
        add_amount(r, t, &f->amount);
    r->sink(r->owner, f);
}

/* --- dockets --- */

/* A rule whose plugin failed is off; its messages stand behind those of the input. */
static void take_failures(struct run *r, const struct docket *d)
{
    for (size_t i = 0; i < d->failure_count; i++) {
        struct task_state *s = &r->states[d->failures[i].task];
        bool broader = plan_is_broader(r->plan, &r->plan->tasks[d->failures[i].task]);
        if (!s->tally.failed && !broader)
            diags_take(&s->failure, &d->failures[i].messages);
        s->tally.failed = true;
    }
}

void run_take(struct run *r, struct docket *d)
{
    struct unpack u = unpack_of(pack_whole(&d->findings));
    struct finding f;
    for (size_t i = 0; i < r->plan->all_count; i++)
        r->states[i].tally.ran |= d->ran[i];
    while (u.at < u.end && finding_unpack(&u, r->plan, &r->arena, &f)) {
        emit(r, &f);
        arena_reset(&r->arena);
    }
    for (size_t i = 0; i < d->lack_count; i++) {
        struct lack *l = &d->lacks[i];
        if (!r->states[l->task].tally.failed)
            docket_lack(&r->lacks, l);
    }
    take_failures(r, d);
}

void run_name_input(struct run *r, size_t number, struct text file, struct text filed)
{
    *arena_push(&r->kept, &r->names.items, &r->names.count) = (struct input_name){
        number, arena_copy(&r->kept, file), arena_copy(&r->kept, filed)};
}

void run_batch(struct run *r, const struct batch *b, const struct judged_input *in)
{
    for (size_t i = 0; i < r->plan->all_count; i++)
        r->docket.failed[i] = r->states[i].tally.failed;
    judge_batch(r->judge, b, in, &r->docket);
    run_take(r, &r->docket);
    docket_clear(&r->docket);
}

/* A file is the same matter in whatever folder it lies. */
static struct text without_folder(struct text file)
{
    for (size_t at; (at = text_find(file, '/')) < file.len;)
        file = text_slice(file, at + 1, file.len);
    return file;
}

/* What tells a matter of all inputs from that of other filings: which record it was met at first.
 */
static struct text first_of(const struct lack *l)
{
    return l->first.ref.len ? l->first.ref : without_folder(l->first.file);
}

void run_end_input(struct run *r, struct text file)
{
    struct docket *d = &r->lacks;
    /* Rules in their order; for one rule as first met. */
    for (size_t task = 0; task < r->plan->all_count; task++)
        for (size_t i = 0; i < d->lack_count; i++) {
            struct lack *l = &d->lacks[i];
            if (l->task != task)
                continue;
            struct finding f = {.task = &r->plan->tasks[task],
                                .outcome = OUTCOME_UNDETERMINED,
                                .records = &l->first,
                                .record_count = 1,
                                .count = l->count,
                                .missing = l->missing,
                                .missing_count = l->missing_count,
                                .confidence = l->confidence};
            const char *sure = l->confidence == CONFIDENCE_HIGH ? ""
                                                                : confidence_name(l->confidence);
            struct text whose = file.len ? without_folder(file) : first_of(l);
            finding_fingerprint(&f, arena_format(&r->arena, "lack:%.*s:%s%.*s", TEXT_ARG(whose),
                                                 sure, TEXT_ARG(l->key)));
            emit(r, &f);
            arena_reset(&r->arena);
        }
    docket_clear(d);
}

void run_end_file(struct run *r)
{
    for (size_t i = 0; i < r->plan->all_count; i++) {
        diags_take(r->diags, &r->states[i].failure);
        diags_clear(&r->states[i].failure);
    }
}

/* --- for partial results --- */

const struct plan *run_plan_of(const struct run *r)
{
    return r->plan;
}

const struct input_names *run_names(const struct run *r)
{
    return &r->names;
}

void run_take_finding(struct run *r, struct unpack *u)
{
    struct finding f;
    if (finding_unpack(u, r->plan, &r->arena, &f))
        emit(r, &f);
    arena_reset(&r->arena);
}

void run_note_ran(struct run *r, size_t task)
{
    if (task < r->plan->all_count)
        r->states[task].tally.ran = true;
}

/* --- groups --- */

struct reduction {
    const struct task *task;
    size_t part;
    struct group_log **logs;
    size_t log_count;
    struct group_list groups;
    bool ok;
};

static void reduce(void *worker, void *job)
{
    struct reduction *r = job;
    r->ok = groups_reduce(worker, r->logs, r->log_count, r->task, r->part, &r->groups);
}

static int compare_groups(const void *a, const void *b)
{
    const struct group *x = *(struct group *const *)a, *y = *(struct group *const *)b;
    if (x->first_input != y->first_input)
        return x->first_input < y->first_input ? -1 : 1;
    if (x->first_line != y->first_line)
        return x->first_line < y->first_line ? -1 : 1;
    int order = text_compare(x->key, y->key);
    return order ? order : x->open - y->open;
}

/* Groups come in the order of their first records. */
static void tell_groups(struct run *r, const struct task *t, struct reduction *parts)
{
    struct arena a = ARENA("group order");
    struct group **order = NULL;
    size_t count = 0, task = (size_t)(t - r->plan->tasks);
    for (size_t part = 0; part < GROUP_PARTS; part++)
        for (size_t i = 0; i < parts[part].groups.count; i++)
            *arena_push(&a, &order, &count) = &parts[part].groups.items[i];
    if (count)
        qsort(order, count, sizeof *order, compare_groups);
    r->judge->docket = &r->docket;
    for (size_t i = 0; i < count && !r->docket.failed[task]; i++) {
        struct finding f;
        if (group_finding(r->judge, t, order[i], &r->names, &f))
            emit(r, &f);
        arena_reset(&r->judge->arena);
    }
    arena_free(&a);
}

static void reduce_task(struct run *r, struct crew *crew, struct group_log **logs, size_t log_count,
                        const struct task *t)
{
    struct reduction *parts = heap_alloc(GROUP_PARTS, sizeof *parts);
    bool ok = true;
    for (size_t part = 0; part < GROUP_PARTS; part++) {
        parts[part] = (struct reduction){
            .task = t, .part = part, .logs = logs, .log_count = log_count};
        if (crew_is_full(crew))
            crew_take(crew);
        crew_give(crew, &parts[part]);
    }
    while (crew_take(crew))
        ;
    for (size_t part = 0; part < GROUP_PARTS; part++)
        ok &= parts[part].ok;
    if (!ok)
        diag_error(r->diags, (struct span){0}, "groups-unreadable", TEXT("run it again"),
                   "groups that were put aside in TMPDIR cannot be read again");
    for (size_t i = t->leader; i < r->plan->all_count; i++) {
        if (r->plan->tasks[i].leader != t->leader)
            continue;
        r->states[i].tally.failed |= !ok;
        if (!r->states[i].tally.failed)
            tell_groups(r, &r->plan->tasks[i], parts);
    }
    for (size_t part = 0; part < GROUP_PARTS; part++)
        arena_free(&parts[part].groups.arena);
    free(parts);
}

/* Where a log lost entries, no group can be added up. */
static bool logs_are_whole(struct run *r, struct group_log *const *logs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *why = group_log_error(logs[i]);
        if (!why)
            continue;
        diag_error(r->diags, (struct span){0}, "groups-unwritable",
                   TEXT("give --memory more, or name a folder with room in TMPDIR"),
                   "groups could not be put aside in TMPDIR: %s; rules about groups are left out",
                   why);
        for (size_t k = 0; k < r->plan->all_count; k++)
            r->states[k].tally.failed |= r->plan->tasks[k].key_count > 0;
        return false;
    }
    return true;
}

void run_finish(struct run *r, struct judge *const *judges, size_t judge_count)
{
    struct group_log **logs = heap_alloc(judge_count, sizeof *logs);
    void **workers = heap_alloc(judge_count, sizeof *workers);
    for (size_t i = 0; i < judge_count; i++) {
        logs[i] = judge_log(judges[i]);
        workers[i] = judges[i];
    }
    if (logs_are_whole(r, logs, judge_count)) {
        struct crew *crew = crew_new(judge_count, workers, reduce);
        for (size_t i = 0; i < r->plan->all_count; i++) {
            if (r->plan->tasks[i].key_count == 0 || r->plan->tasks[i].leader != i)
                continue;
            reduce_task(r, crew, logs, judge_count, &r->plan->tasks[i]);
            run_take(r, &r->docket);
            docket_clear(&r->docket);
            /* Records that could not be grouped are told once for all inputs. */
            run_end_input(r, TEXT(""));
        }
        crew_free(crew);
    }
    free(workers);
    free(logs);
    run_end_file(r);
}
