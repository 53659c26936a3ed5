/* SPDX-License-Identifier: Apache-2.0
 *
 * Groups of one part of the log: added up, held against the limit, and for those that are over it
 * or not certain the records gathered. The key is kept whole and compared, so that two donors never
 * share a sum. Nothing depends on the order of the entries.
 */
#include <config.h>

#include <stdlib.h>

#include "engine/group_entry.h"

enum { HAVING_ROWS = 1024 };

/* --- entries --- */

struct entry {
    unsigned flags;
    struct text key;
    size_t input;
    uint64_t line;
    day on;
    struct text ref;
    struct value sums[MOST_SUMS];
    struct unpack rest; /* actors, parts, missing facts */
};

static bool read_entry(struct unpack *u, const struct task *t, struct entry *e)
{
    if (u->at == u->end || u->broken)
        return false;
    e->flags = (unsigned)unpack_number(u);
    e->key = unpack_text(u);
    e->input = (size_t)unpack_number(u);
    e->line = unpack_number(u);
    e->on = e->flags & ENTRY_DAY ? (day)unpack_signed(u) : 0;
    e->ref = unpack_text(u);
    for (size_t i = 0; e->flags & ENTRY_COUNTED && i < t->sum_count; i++)
        e->sums[i] = unpack_value(u);
    e->rest = *u;
    for (size_t i = 0; i < t->record->actor_count; i++)
        unpack_text(u);
    for (size_t i = 0; e->flags & ENTRY_ALONE && i <= t->key_count; i++)
        i == 0 ? (void)unpack_number(u) : (void)unpack_text(u);
    for (size_t left = e->flags & ENTRY_TAINTED ? unpack_count(u) : 0; left > 0; left--)
        unpack_text(u);
    return !u->broken;
}

uint64_t entry_shift(struct unpack *u, const struct task *t, uint64_t more, struct pack *out)
{
    const char *begin = u->at;
    struct entry e;
    out->len = 0;
    if (!read_entry(u, t, &e))
        return 0;
    struct unpack rest = {begin, u->at, false};
    pack_number(out, unpack_number(&rest));
    pack_text(out, unpack_text(&rest));
    pack_number(out, unpack_number(&rest) + more);
    pack_raw(out, rest.at, (size_t)(rest.end - rest.at));
    return text_hash(e.key);
}

/* --- the table --- */

struct table {
    struct arena arena;
    uint32_t *slots; /* index in `groups` + 1; 0: empty */
    uint64_t *hashes;
    size_t slot_count, count, room;
    struct group *groups;
    struct group_sum *sums; /* sum_count a group */
    size_t sum_count;
};

static void double_slots(struct table *t)
{
    t->slot_count = t->slot_count ? t->slot_count * 2 : 1024;
    free(t->slots);
    t->slots = heap_alloc(t->slot_count, sizeof *t->slots);
    for (size_t i = 0; i < t->count; i++) {
        size_t at = t->hashes[i] & (t->slot_count - 1);
        while (t->slots[at])
            at = (at + 1) & (t->slot_count - 1);
        t->slots[at] = (uint32_t)i + 1;
    }
}

static void more_room(struct table *t)
{
    t->room = t->room ? t->room * 2 : 512;
    t->groups = heap_resize(t->groups, t->room, sizeof *t->groups);
    t->hashes = heap_resize(t->hashes, t->room, sizeof *t->hashes);
    t->sums = heap_resize(t->sums, t->room * (t->sum_count ? t->sum_count : 1), sizeof *t->sums);
}

static size_t find_group(struct table *t, struct text key)
{
    uint64_t hash = text_hash(key);
    if (t->count * 2 >= t->slot_count)
        double_slots(t);
    size_t at = hash & (t->slot_count - 1);
    for (; t->slots[at]; at = (at + 1) & (t->slot_count - 1)) {
        size_t i = t->slots[at] - 1;
        if (t->hashes[i] == hash && text_equal(t->groups[i].key, key))
            return i;
    }
    if (t->count == t->room)
        more_room(t);
    t->slots[at] = (uint32_t)t->count + 1;
    t->hashes[t->count] = hash;
    t->groups[t->count] = (struct group){.key = arena_copy(&t->arena, key),
                                         .first_input = SIZE_MAX};
    memset(t->sums + t->count * t->sum_count, 0, t->sum_count * sizeof *t->sums);
    return t->count++;
}

static void sum_add(struct group_sum *s, const struct value *v)
{
    if (v->knowledge != VALUE_KNOWN)
        return;
    if (s->currency == 0)
        s->currency = v->currency;
    s->mixed |= v->currency != s->currency;
    s->overflow |= __builtin_add_overflow(s->least, (__int128)v->number, &s->least);
    s->overflow |= __builtin_add_overflow(s->most, (__int128)value_most(v), &s->most);
}

struct value group_sum_value(const struct group_sum *s, enum type type)
{
    struct value v = {.type = type, .currency = s->currency};
    if (s->mixed || s->overflow || s->most > INT64_MAX || s->least < INT64_MIN)
        return v;
    v.knowledge = VALUE_KNOWN;
    v.number = (int64_t)s->least;
    v.most = (int64_t)s->most;
    v.ranged = s->least != s->most;
    return v;
}

static bool is_first(const struct group *g, const struct entry *e)
{
    return e->input < g->first_input || (e->input == g->first_input && e->line < g->first_line);
}

static void add_entry(struct table *t, const struct entry *e)
{
    size_t at = find_group(t, e->key);
    struct group *g = &t->groups[at];
    g->alone |= (e->flags & ENTRY_ALONE) != 0;
    g->tainted |= (e->flags & ENTRY_TAINTED) != 0;
    if (e->flags & ENTRY_DAY && (!g->on_known || e->on > g->on)) {
        g->on = e->on;
        g->on_known = true;
    }
    if (is_first(g, e)) {
        g->first_input = e->input;
        g->first_line = e->line;
    }
    if (!(e->flags & ENTRY_COUNTED))
        return;
    g->counted++;
    for (size_t i = 0; i < t->sum_count; i++)
        sum_add(&t->sums[at * t->sum_count + i], &e->sums[i]);
}

static void table_free(struct table *t)
{
    arena_free(&t->arena);
    free(t->slots);
    free(t->hashes);
    free(t->groups);
    free(t->sums);
}

/* --- which groups matter --- */

/* The sums of some groups as vectors, and `count` behind them. */
struct slots {
    struct vector vectors[MOST_SUMS + 1];
    uint8_t knowledge[MOST_SUMS + 1][HAVING_ROWS], on_knowledge[HAVING_ROWS];
    int64_t number[MOST_SUMS + 1][HAVING_ROWS], most[MOST_SUMS + 1][HAVING_ROWS], on[HAVING_ROWS];
    currency currency[MOST_SUMS + 1][HAVING_ROWS];
};

static void set_slot(struct slots *s, size_t slot, size_t row, const struct value *v)
{
    s->knowledge[slot][row] = (uint8_t)v->knowledge;
    s->number[slot][row] = v->number;
    s->most[slot][row] = value_most(v);
    s->currency[slot][row] = v->currency;
}

static void fill_slots(struct slots *s, const struct table *table, const struct task *t,
                       size_t from, size_t count)
{
    for (size_t k = 0; k <= t->sum_count; k++) {
        enum type type = k < t->sum_count ? t->sums[k].term->type : TYPE_NUMBER;
        s->vectors[k] = (struct vector){.type = type,
                                        .knowledge = s->knowledge[k],
                                        .number = s->number[k],
                                        .most = s->most[k],
                                        .currency = type == TYPE_MONEY ? s->currency[k] : NULL};
    }
    for (size_t row = 0; row < count; row++) {
        const struct group *g = &table->groups[from + row];
        struct value v;
        for (size_t k = 0; k < t->sum_count; k++) {
            v = group_sum_value(&table->sums[(from + row) * t->sum_count + k],
                                t->sums[k].term->type);
            set_slot(s, k, row, &v);
        }
        v = (struct value){.knowledge = VALUE_KNOWN, .number = (int64_t)g->counted};
        set_slot(s, t->sum_count, row, &v);
        s->on_knowledge[row] = g->on_known ? VALUE_KNOWN : VALUE_UNKNOWN;
        s->on[row] = g->on;
    }
}

static size_t mark_some(struct judge *j, struct slots *s, struct table *table, const struct task *t,
                        size_t from, size_t count)
{
    size_t marked = 0;
    fill_slots(s, table, t, from, count);
    struct frame f = {.law = j->plan->law,
                      .jurisdiction = t->rule->jurisdiction->id,
                      .count = count,
                      .on_knowledge = s->on_knowledge,
                      .on = s->on,
                      .slots = s->vectors,
                      .slot_count = t->sum_count + 1};
    evaluator_begin(j->evaluator);
    struct truths over = evaluator_truths(j->evaluator, t->having, &f);
    for (size_t row = 0; row < count; row++) {
        struct group *g = &table->groups[from + row];
        bool may = (over.yes[row / 64] | over.unknown[row / 64]) >> row % 64 & 1;
        g->candidate = g->tainted || (g->counted > 0 && may);
        marked += g->candidate;
    }
    return marked;
}

static size_t mark_candidates(struct judge *j, struct table *table, const struct task *t)
{
    struct slots *s = heap_alloc(1, sizeof *s);
    size_t marked = 0;
    for (size_t from = 0; from < table->count; from += HAVING_ROWS) {
        size_t left = table->count - from;
        marked += mark_some(j, s, table, t, from, left < HAVING_ROWS ? left : HAVING_ROWS);
    }
    free(s);
    return marked;
}

/* --- the candidates' records --- */

static void add_missing(struct arena *a, struct group *g, struct text missing)
{
    for (size_t i = 0; i < g->missing_count; i++)
        if (text_equal(g->missing[i], missing))
            return;
    *arena_push(a, &g->missing, &g->missing_count) = arena_copy(a, missing);
}

static void take_rest(struct arena *a, struct group *g, const struct task *t, const struct entry *e)
{
    struct unpack u = e->rest;
    bool first = e->input == g->first_input && e->line == g->first_line && !g->key_parts;
    if (first)
        g->key_parts = arena_array(a, t->key_count, struct text);
    for (size_t i = 0; i < t->record->actor_count; i++) {
        struct text name = unpack_text(&u);
        if (first && name.len)
            *arena_push(a, &g->actors, &g->actor_count) = (struct actor){t->record->actors[i],
                                                                         arena_copy(a, name)};
    }
    if (e->flags & ENTRY_ALONE) {
        unpack_number(&u);
        for (size_t i = 0; i < t->key_count; i++) {
            struct text part = unpack_text(&u);
            if (first)
                g->key_parts[i] = arena_copy(a, part);
        }
    }
    for (size_t left = e->flags & ENTRY_TAINTED ? unpack_count(&u) : 0; left > 0; left--)
        add_missing(a, g, unpack_text(&u));
}

/* The parts of a key as make_key() joined them. */
static void split_key(struct group *g, size_t count)
{
    struct text rest = g->key;
    for (size_t i = 0; i < count && !g->alone; i++) {
        size_t len = 0, at = 0;
        for (; at < rest.len && rest.at[at] != ':'; at++)
            len = len * 10 + (size_t)(rest.at[at] - '0');
        g->key_parts[i] = text_slice(rest, at + 1, at + 1 + len);
        rest = text_slice(rest, at + 2 + len, rest.len);
    }
}

static void add_member(struct arena *a, struct group *g, const struct entry *e)
{
    *arena_push(a, &g->members, &g->member_count) = (struct member){e->input, e->line,
                                                                    arena_copy(a, e->ref)};
}

static void keep_candidates(struct table *table, const struct task *t, struct group_list *out)
{
    struct arena *a = &out->arena;
    for (size_t i = 0; i < table->count; i++) {
        struct group *g = &table->groups[i];
        if (!g->candidate)
            continue;
        g->sums = arena_array(a, t->sum_count, struct group_sum);
        memcpy(g->sums, table->sums + i * t->sum_count, t->sum_count * sizeof *g->sums);
        g->key = arena_copy(a, g->key);
        split_key(g, t->key_count);
        *arena_push(a, &out->items, &out->count) = *g;
    }
}

/* --- a part --- */

struct reducing {
    struct judge *judge;
    struct group_log *const *logs;
    size_t log_count;
    const struct task *task;
    size_t part;
    /* A part that is too large for the memory is gone through several times, a share of its groups
     * each time. */
    uint64_t share, shares;
    struct table table;
    struct group_list *out;
    bool ok;
};

static void count_entry(struct reducing *r, const struct entry *e)
{
    add_entry(&r->table, e);
}

static void gather_entry(struct reducing *r, const struct entry *e)
{
    struct group *g = &r->table.groups[find_group(&r->table, e->key)];
    if (!g->candidate)
        return;
    add_member(&r->out->arena, g, e);
    take_rest(&r->out->arena, g, r->task, e);
}

static void each_entry(struct reducing *r, void (*visit)(struct reducing *, const struct entry *))
{
    size_t task = (size_t)(r->task - r->judge->plan->tasks);
    for (size_t i = 0; i < r->log_count && r->ok; i++) {
        struct log_reading reading = {0};
        struct text entries;
        while (group_log_next(r->logs[i], task, r->part, &reading, &entries)) {
            struct unpack u = unpack_of(entries);
            struct entry e;
            while (read_entry(&u, r->task, &e))
                if (r->shares == 1 || text_hash(e.key) / 64 % r->shares == r->share)
                    visit(r, &e);
            r->ok &= !u.broken;
        }
        r->ok &= !reading.failed;
        log_reading_free(&reading);
    }
}

static void reduce_share(struct reducing *r)
{
    r->table = (struct table){.arena = ARENA("group keys"), .sum_count = r->task->sum_count};
    each_entry(r, count_entry);
    if (r->ok && r->table.count > 0 && mark_candidates(r->judge, &r->table, r->task) > 0) {
        each_entry(r, gather_entry);
        keep_candidates(&r->table, r->task, r->out);
    }
    table_free(&r->table);
}

bool groups_reduce(struct judge *j, struct group_log *const *logs, size_t log_count,
                   const struct task *t, size_t part, struct group_list *out)
{
    struct reducing r = {.judge = j,
                         .logs = logs,
                         .log_count = log_count,
                         .task = t,
                         .part = part,
                         .out = out,
                         .ok = true};
    uint64_t size = 0;
    for (size_t i = 0; i < log_count; i++)
        size += group_log_size(logs[i], (size_t)(t - j->plan->tasks), part);
    *out = (struct group_list){.arena = ARENA("groups")};
    /* A table takes about twice what its entries take in the log. */
    r.shares = j->options.memory ? 1 + 2 * size / j->options.memory : 1;
    for (r.share = 0; r.share < r.shares && r.ok; r.share++)
        reduce_share(&r);
    return r.ok;
}

/* --- findings --- */

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
    const struct input_name *name = bsearch(&key, names->items, names->count, sizeof key,
                                            compare_numbers);
    return (struct record_at){name ? name->file : TEXT(""), m->line, m->ref};
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

static void fill_group(struct judge *j, struct finding *f, struct group *g, const struct context *c,
                       const struct input_names *names)
{
    fill_records(j, f, g, names);
    f->actors = g->actors;
    f->actor_count = g->actor_count;
    finding_fill_law(j, f, c);
    for (size_t i = 0; i < f->task->sum_count && !f->amount_known; i++)
        if (c->slots[i].type == TYPE_MONEY && c->slots[i].knowledge == VALUE_KNOWN) {
            f->amount_known = true;
            f->amount = c->slots[i];
        }
    for (size_t i = 0; i < f->task->key_count; i++)
        *arena_push(&j->arena, &f->facts, &f->fact_count) = (struct fact){
            term_print(&j->arena, f->task->keys[i]),
            {.type = TYPE_TEXT, .knowledge = VALUE_KNOWN, .text = g->key_parts[i]}};
    if (f->task->within && f->on_known) {
        struct value within = term_value(f->task->within, c);
        f->due_known = within.knowledge == VALUE_KNOWN;
        f->due = f->due_known ? day_add(f->on, within.duration, 1) : 0;
    }
    finding_fingerprint(f, g->key);
}

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

bool group_finding(struct judge *j, const struct task *t, struct group *g,
                   const struct input_names *names, struct finding *f)
{
    struct value *slots = arena_array(&j->arena, t->sum_count + 1, struct value);
    for (size_t i = 0; i < t->sum_count; i++)
        slots[i] = group_sum_value(&g->sums[i], t->sums[i].term->type);
    slots[t->sum_count] = (struct value){
        .type = TYPE_NUMBER, .knowledge = VALUE_KNOWN, .number = (int64_t)g->counted};
    struct context c = {.law = j->plan->law,
                        .registers = j->plan->registers,
                        .jurisdiction = t->rule->jurisdiction->id,
                        .on_known = g->on_known,
                        .on = g->on,
                        .slots = slots,
                        .arena = &j->arena};
    *f = (struct finding){.task = t, .outcome = OUTCOME_UNDETERMINED};
    enum truth over = g->counted ? term_truth(t->having, &c) : TRUTH_FALSE;
    if (over == TRUTH_TRUE) {
        struct group_view view = {t, slots};
        struct facts_source subject = {&view, find_in_group};
        if (!finding_judge(j, f, &c, &subject))
            return false;
        term_steps(t->having, &c, &f->steps, &f->step_count);
        fill_group(j, f, g, &c, names);
        return true;
    }
    if (over == TRUTH_UNKNOWN)
        term_missing(t->having, &c, &f->missing, &f->missing_count);
    else if (g->tainted) {
        f->missing = g->missing;
        f->missing_count = g->missing_count;
        if (f->missing_count)
            qsort(f->missing, f->missing_count, sizeof *f->missing, compare_texts);
    } else
        return false;
    if (g->member_count == 1 && g->alone) {
        struct record_at at = record_of(names, &g->members[0]);
        docket_lack(j->docket, (size_t)(t - j->plan->tasks), &at, f->missing, f->missing_count, 1);
        return false;
    }
    fill_group(j, f, g, &c, names);
    return true;
}
