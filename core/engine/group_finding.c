/* SPDX-License-Identifier: Apache-2.0
 *
 * What a group over its limit, or one that is not certain, is told as.
 */
#include <config.h>

#include <stdlib.h>

#include "engine/group_entry.h"
#include "engine/group_shares.h"
#include "engine/trace.h"

struct group_view {
    const struct task *task;
    const struct group *group;
    const struct value *slots;
};

static struct value day_value(day on)
{
    return (struct value){.type = TYPE_DATE, .knowledge = VALUE_KNOWN, .number = on};
}

static bool find_in_group(const void *owner, struct text name, struct value *out)
{
    const struct group_view *view = owner;
    for (size_t i = 0; i < view->task->sum_count; i++)
        if (text_equal(view->task->sums[i].name, name)) {
            *out = view->slots[i];
            return true;
        }
    bool first = text_equal(name, TEXT("first_day")), last = text_equal(name, TEXT("last_day"));
    if (view->task->window && (first || last)) {
        *out = day_value(first ? view->group->first_day : view->group->on);
        return true;
    }
    if (!text_equal(name, TEXT("count")))
        return false;
    *out = view->slots[view->task->sum_count];
    return true;
}

static int compare_records(const void *a, const void *b)
{
    const struct record_at *x = a, *y = b;
    int order = text_compare(x->file, y->file);
    if (order == 0)
        order = x->line < y->line ? -1 : x->line > y->line;
    return order ? order : text_compare(x->ref, y->ref);
}

static int compare_numbers(const void *a, const void *b)
{
    const struct input_name *x = a, *y = b;
    return x->number < y->number ? -1 : x->number > y->number;
}

static struct record_at record_of(const struct input_names *names, const struct member *m)
{
    struct input_name key = {.number = m->input};
    const struct input_name *name = NULL;
    if (names->count)
        name = bsearch(&key, names->items, names->count, sizeof key, compare_numbers);
    return (struct record_at){name ? name->file : TEXT(""), m->line, m->ref,
                              name ? name->filed : TEXT("")};
}

static void fill_records(struct judge *j, struct finding *f, const struct group *g,
                         const struct input_names *names)
{
    f->records = arena_array(&j->arena, g->member_count, struct record_at);
    for (size_t i = 0; i < g->member_count; i++)
        f->records[f->record_count++] = record_of(names, &g->members[i]);
    qsort(f->records, f->record_count, sizeof *f->records, compare_records);
    f->count = f->record_count;
}

/* The first and the last day of the window's records, and within how long they lie. */
static void add_window(struct judge *j, struct finding *f, const struct group *g,
                       const struct context *c)
{
    struct fact facts[] = {{TEXT("first_day"), day_value(g->first_day)},
                           {TEXT("last_day"), day_value(g->on)},
                           {TEXT("within"), term_value(f->task->window, c)}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        *arena_push(&j->arena, &f->facts, &f->fact_count) = facts[i];
}

/* By what the records were taken for one actor's. */
static void tell_joined(struct judge *j, struct finding *f, const struct group *g)
{
    for (size_t i = 0; i < f->task->key_count; i++) {
        const struct term *key = f->task->keys[i];
        struct joined joined;
        if (!term_joined_by(key, g->key_parts[i], &j->arena, &joined.fields, &joined.level))
            continue;
        joined.role = key->args[0]->name;
        *arena_push(&j->arena, &f->joined, &f->joined_count) = joined;
    }
}

/* A name by itself proves nothing. */
static void lower_severity(struct finding *f)
{
    for (size_t i = 0; i < f->joined_count && f->record_count > 1; i++)
        if (f->joined[i].level == IDENTITY_BROAD && f->outcome == OUTCOME_VIOLATION)
            f->outcome = OUTCOME_INDICATOR;
}

/* Several windows of one group are several matters; one that gets longer stays the same. */
static struct text window_key(struct judge *j, const struct task *t, const struct group *g)
{
    char day_text[DAY_TEXT_SIZE];
    return t->window && !g->open
               ? arena_format(&j->arena, "from %s", day_print(g->first_day, day_text))
               : TEXT("");
}

/* What the records have in common, but for who it is, which the actors tell, and what is common to
 * all records of the rule. */
static void tell_keys(struct judge *j, struct finding *f, const struct group *g)
{
    for (size_t i = 0; i < f->task->key_count; i++) {
        const struct term *key = f->task->keys[i];
        struct text name = term_is_call(key, "period") ? key->name : term_print(&j->arena, key);
        bool is_actor = term_is_call(key, "identity") || term_is_call(key, "pair");
        bool is_told = key->op == OP_LITERAL ||
                       (is_actor && !text_equal(g->key_parts[i], TEXT("unknown")));
        if (!is_told)
            *arena_push(&j->arena, &f->facts, &f->fact_count) = (struct fact){
                name, {.type = TYPE_TEXT, .knowledge = VALUE_KNOWN, .text = g->key_parts[i]}};
    }
}

static int compare_actors(const void *a, const void *b)
{
    return text_compare(((const struct actor *)a)->name, ((const struct actor *)b)->name);
}

/* Which sum is the largest of one's shares; NULL: none. */
static const struct sum *largest_sum(const struct task *t, size_t *at)
{
    for (*at = 0; *at < t->sum_count; ++*at)
        if (t->sums[*at].largest)
            return &t->sums[*at];
    return NULL;
}

/* The number of the value whose the record is; negative: nobody knows, or the record does not
 * count. */
static int64_t whose(const struct member *m, size_t of)
{
    return m->sums && m->sums[of].knowledge == VALUE_KNOWN ? m->sums[of].number : -1;
}

static int64_t find_leader(struct judge *j, const struct group *g, size_t amount, size_t of)
{
    int64_t last = -1, leader = 0;
    for (size_t i = 0; i < g->member_count; i++)
        last = whose(&g->members[i], of) > last ? whose(&g->members[i], of) : last;
    size_t count = (size_t)(last + 1);
    struct shares shares = {.each = arena_array(&j->arena, count, struct stake), .count = count};
    for (size_t i = 0; i < g->member_count; i++)
        if (whose(&g->members[i], of) >= 0)
            shares_hold(&shares, &g->members[i].sums[amount], &g->members[i].sums[of], 1);
    for (int64_t i = 1; i <= last; i++)
        if (shares.each[i].least > shares.each[leader].least)
            leader = i;
    return leader;
}

/* Whose records tell who it is: all, but in a rule about the largest share those of who has it. */
static bool *members_meant(struct judge *j, const struct task *t, const struct group *g)
{
    bool *meant = arena_array(&j->arena, g->member_count, bool);
    size_t amount;
    const struct sum *largest = g->open ? NULL : largest_sum(t, &amount);
    int64_t leader = largest ? find_leader(j, g, amount, largest->of) : 0;
    for (size_t i = 0; i < g->member_count; i++)
        meant[i] = !largest || whose(&g->members[i], largest->of) == leader;
    return meant;
}

/* Whom the records need not have in common: each, when they are few; of many the records tell. */
static void tell_others(struct judge *j, struct finding *f, const struct group *g, struct text role)
{
    enum { FEW = 8 };
    struct actor *all = NULL;
    size_t count = 0, distinct = 0;
    const bool *meant = members_meant(j, f->task, g);
    for (size_t i = 0; i < g->member_count; i++)
        for (size_t k = 0; meant[i] && k < g->members[i].other_count; k++)
            if (text_equal(g->members[i].others[k].role, role))
                *arena_push(&j->arena, &all, &count) = g->members[i].others[k];
    if (count)
        qsort(all, count, sizeof *all, compare_actors);
    for (size_t i = 0; i < count; i++)
        if (!i || compare_actors(&all[i], &all[i - 1]) != 0)
            all[distinct++] = all[i];
    for (size_t i = 0; distinct <= FEW && i < distinct; i++)
        *arena_push(&j->arena, &f->actors, &f->actor_count) = all[i];
}

static void tell_actors(struct judge *j, struct finding *f, const struct group *g)
{
    const struct task *t = f->task;
    for (size_t i = 0; i < t->record->actor_count; i++) {
        tell_others(j, f, g, t->record->actors[i]);
        for (size_t k = 0; k < g->actor_count; k++)
            if (text_equal(g->actors[k].role, t->record->actors[i]))
                *arena_push(&j->arena, &f->actors, &f->actor_count) = g->actors[k];
    }
}

static void fill_group(struct judge *j, struct finding *f, struct group *g, const struct context *c,
                       const struct input_names *names)
{
    fill_records(j, f, g, names);
    tell_actors(j, f, g);
    tell_joined(j, f, g);
    lower_severity(f);
    finding_fill_law(j, f, c);
    for (size_t i = 0; i < f->task->sum_count && !f->amount_known; i++)
        if (c->slots[i].type == TYPE_MONEY && c->slots[i].knowledge == VALUE_KNOWN) {
            f->amount_known = true;
            f->amount = c->slots[i];
        }
    tell_keys(j, f, g);
    if (f->task->window && !g->open)
        add_window(j, f, g, c);
    if (f->task->within && f->on_known) {
        struct value within = term_value(f->task->within, c);
        f->due_known = within.knowledge == VALUE_KNOWN;
        f->due = f->due_known ? day_add(f->on, within.duration, 1) : 0;
    }
    struct text key = arena_format(&j->arena, "%.*s%s%.*s", TEXT_ARG(g->key), g->open ? "open" : "",
                                   TEXT_ARG(window_key(j, f->task, g)));
    finding_fingerprint(f, key);
}

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static bool is_traced(const struct judge *j, const struct task *t, const struct group *g,
                      const struct input_names *names)
{
    const struct trace *trace = j->options.trace;
    if (plan_is_broader(j->plan, t))
        return false;
    bool wanted = trace && trace->rule == t->rule && !trace->record.len;
    for (size_t i = 0; trace && trace->rule == t->rule && i < g->member_count; i++) {
        struct record_at at = record_of(names, &g->members[i]);
        wanted |= trace_wants(trace, &at);
    }
    return wanted;
}

bool group_finding(struct judge *j, const struct task *t, struct group *g,
                   const struct input_names *names, struct finding *f)
{
    struct value *slots = arena_array(&j->arena, t->sum_count + 1, struct value);
    for (size_t i = 0; i < t->sum_count; i++)
        slots[i] = group_sum_value(&g->sums[i], t->sums[i].type);
    slots[t->sum_count] = (struct value){
        .type = TYPE_NUMBER, .knowledge = VALUE_KNOWN, .number = (int64_t)g->counted};
    struct context c = {.law = t->law,
                        .registers = j->plan->registers,
                        .jurisdiction = t->rule->jurisdiction->id,
                        .on_known = g->on_known,
                        .on = g->on,
                        .slots = slots,
                        .arena = &j->arena};
    *f = (struct finding){.task = t, .outcome = OUTCOME_UNDETERMINED};
    enum truth over = g->counted && !g->open ? term_truth(t->having, &c) : TRUTH_FALSE;
    bool may_change = g->tainted && t->may_fall; /* by what is not certain to belong to it */
    if (over == TRUTH_TRUE && !may_change) {
        struct group_view view = {t, g, slots};
        struct facts_source subject = {&view, find_in_group};
        if (is_traced(j, t, g, names))
            trace_group(j, t, g->key, &c);
        bool judged = finding_judge(j, f, &c, &subject);
        if (is_traced(j, t, g, names))
            trace_end(j, judged ? f : NULL);
        if (!judged)
            return false;
        term_steps(t->having, &c, &f->steps, &f->step_count);
        fill_group(j, f, g, &c, names);
        return true;
    }
    if (over == TRUTH_UNKNOWN)
        term_missing(t->having, &c, &f->missing, &f->missing_count);
    else if (g->tainted || g->open) {
        f->missing = g->missing;
        f->missing_count = g->missing_count;
        if (f->missing_count)
            qsort(f->missing, f->missing_count, sizeof *f->missing, compare_texts);
    } else
        return false;
    if (g->member_count == 1 && g->alone) {
        struct record_at at = record_of(names, &g->members[0]);
        docket_lack(j->docket, &(struct lack){.task = (size_t)(t - j->plan->tasks),
                                              .confidence = task_confidence(
                                                  t, task_day(t, g->on_known, g->on)),
                                              .missing = f->missing,
                                              .missing_count = f->missing_count,
                                              .first = at,
                                              .count = g->alike});
        return false;
    }
    fill_group(j, f, g, &c, names);
    return true;
}
