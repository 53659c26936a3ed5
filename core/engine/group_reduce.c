/* SPDX-License-Identifier: Apache-2.0
 *
 * Groups of one part of the log: added up, held against the limit, and for those that are over it
 * or not certain the records gathered. The key is kept whole and compared, so that two donors never
 * share a sum. Nothing depends on the order of the entries.
 */
#include <config.h>

#include <stdlib.h>

#include "engine/group_entry.h"
#include "engine/group_shares.h"

enum { HAVING_ROWS = 1024 };

/* --- entries --- */

struct entry {
    uint64_t hash; /* of the key */
    unsigned flags;
    struct text key;
    size_t input;
    uint64_t line;
    day on;
    struct unpack rest; /* sums, reference, actors, parts, missing facts */
};

static bool read_front(struct unpack u, struct entry *e)
{
    e->flags = (unsigned)unpack_number(&u);
    e->key = unpack_text(&u);
    e->input = (size_t)unpack_number(&u);
    e->line = unpack_number(&u);
    e->on = e->flags & ENTRY_DAY ? (day)unpack_signed(&u) : 0;
    e->rest = u;
    return !u.broken;
}

uint64_t entry_shift(struct text entry, uint64_t more, struct pack *out)
{
    struct unpack u = unpack_of(entry);
    out->len = 0;
    pack_number(out, unpack_number(&u));
    struct text key = unpack_text(&u);
    pack_text(out, key);
    pack_number(out, unpack_number(&u) + more);
    if (!u.broken)
        pack_raw(out, u.at, (size_t)(u.end - u.at));
    else
        out->len = 0;
    return text_hash(key);
}

/* --- the table --- */

/* A group while its records are added up; what is told of it is gathered once it matters. */
struct tally {
    uint64_t hash;
    struct text key;
    uint64_t counted;
    size_t first_input;
    uint64_t first_line;
    day on, first_day;
    bool on_known, tainted, alone;
    uint32_t candidate; /* its place in the list and one; 0: it does not matter */
};

struct slot {
    uint32_t tally; /* its place and one; 0: empty */
    uint32_t sign;  /* bits of its hash */
};

struct group_table {
    struct arena arena;
    struct slot *slots;
    size_t slot_count, count, room;
    struct tally *tallies;
    struct group_sum *sums;     /* sum_count a group */
    struct share_bound *bounds; /* likewise, when the task asks for largest shares; else NULL */
    const struct task *task;
    size_t sum_count;
    bool closely; /* sums are what any of the records could hold together: bounds */
};

static size_t first_slot(const struct group_table *t, uint64_t hash)
{
    return hash & (t->slot_count - 1);
}

static void double_slots(struct group_table *t)
{
    t->slot_count = t->slot_count ? t->slot_count * 2 : 1024;
    free(t->slots);
    t->slots = heap_alloc(t->slot_count, sizeof *t->slots);
    for (size_t i = 0; i < t->count; i++) {
        uint64_t hash = t->tallies[i].hash;
        size_t at = first_slot(t, hash);
        while (t->slots[at].tally)
            at = (at + 1) & (t->slot_count - 1);
        t->slots[at] = (struct slot){(uint32_t)i + 1, (uint32_t)(hash >> 24)};
    }
}

static void more_room(struct group_table *t)
{
    t->room = t->room ? t->room * 2 : 512;
    t->tallies = heap_resize(t->tallies, t->room, sizeof *t->tallies);
    size_t sums = t->room * (t->sum_count ? t->sum_count : 1);
    t->sums = heap_resize(t->sums, sums, sizeof *t->sums);
    if (t->task->asks_shares)
        t->bounds = heap_resize(t->bounds, sums, sizeof *t->bounds);
}

/* The slot of the key, or the empty one where it would be. */
static struct slot *find_slot(const struct group_table *t, uint64_t hash, struct text key)
{
    size_t at = first_slot(t, hash);
    for (; t->slots[at].tally; at = (at + 1) & (t->slot_count - 1)) {
        const struct tally *g = &t->tallies[t->slots[at].tally - 1];
        if (t->slots[at].sign == (uint32_t)(hash >> 24) && text_equal(g->key, key))
            break;
    }
    return &t->slots[at];
}

/* The place of the group, made if need be. `lasting`: the key's bytes stay. */
static size_t find_group(struct group_table *t, uint64_t hash, struct text key, bool lasting)
{
    if (t->count * 2 >= t->slot_count)
        double_slots(t);
    struct slot *slot = find_slot(t, hash, key);
    if (slot->tally)
        return slot->tally - 1;
    if (t->count == t->room)
        more_room(t);
    *slot = (struct slot){(uint32_t)t->count + 1, (uint32_t)(hash >> 24)};
    t->tallies[t->count] = (struct tally){.hash = hash,
                                          .key = lasting ? key : arena_copy(&t->arena, key),
                                          .first_input = SIZE_MAX,
                                          .first_day = DAY_NEVER};
    memset(t->sums + t->count * t->sum_count, 0, t->sum_count * sizeof *t->sums);
    if (t->task->asks_shares)
        memset(t->bounds + t->count * t->sum_count, 0, t->sum_count * sizeof *t->bounds);
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

/* Of records of which any may belong together: no sum of some of them is outside. */
static void sum_widen(struct group_sum *s, const struct value *v)
{
    struct value reach = *v;
    if (v->type == TYPE_KEY) { /* counted once, whatever it is */
        s->most += v->knowledge == VALUE_KNOWN;
        return;
    }
    reach.number = v->number < 0 ? v->number : 0;
    reach.most = value_most(v) > 0 ? value_most(v) : 0;
    reach.ranged = true;
    sum_add(s, &reach);
}

/* Amounts with those whose they are. What nobody is known to have is of a record that taints the
 * group, which is then looked at in any case. */
static void take_shares(struct group_table *t, size_t at, const struct value *values)
{
    for (size_t i = 0; i < t->sum_count; i++) {
        const struct sum *s = &t->task->sums[i];
        if (!s->largest)
            continue;
        const struct value *amount = &values[i], *whose = &values[s->of];
        if (amount->knowledge == VALUE_KNOWN && whose->knowledge == VALUE_KNOWN &&
            value_most(amount) > 0)
            share_bound_take(&t->bounds[at * t->sum_count + i], text_hash(whose->text),
                             value_most(amount));
    }
}

/* Without a window all that certainly counts is in the group: no part of it is held by itself. */
static bool is_whole(const struct group_table *t, const struct entry *e, size_t i)
{
    const struct sum *s = &t->task->sums[i];
    return !t->closely ||
           (!t->task->window && e->flags & ENTRY_COUNTED && !s->distinct && !s->largest);
}

/* False: the entry is broken. */
static bool add_sums(struct group_table *t, size_t at, struct entry *e)
{
    struct value values[MOST_SUMS];
    for (size_t i = 0; i < t->sum_count; i++) {
        values[i] = unpack_value(&e->rest);
        (is_whole(t, e, i) ? sum_add : sum_widen)(&t->sums[at * t->sum_count + i], &values[i]);
    }
    if (t->task->asks_shares)
        take_shares(t, at, values);
    return !e->rest.broken;
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

static bool is_first(const struct tally *g, const struct entry *e)
{
    return e->input < g->first_input || (e->input == g->first_input && e->line < g->first_line);
}

/* False: the entry is broken. */
static bool add_entry(struct group_table *t, struct entry *e, bool lasting)
{
    size_t at = find_group(t, e->hash, e->key, lasting);
    struct tally *g = &t->tallies[at];
    g->alone |= (e->flags & ENTRY_ALONE) != 0;
    g->tainted |= (e->flags & ENTRY_TAINTED) != 0;
    if (e->flags & ENTRY_DAY && (!g->on_known || e->on > g->on)) {
        g->on = e->on;
        g->on_known = true;
    }
    if (e->flags & ENTRY_DAY && e->on < g->first_day)
        g->first_day = e->on;
    if (is_first(g, e)) {
        g->first_input = e->input;
        g->first_line = e->line;
    }
    if (!entry_has_sums(e->flags))
        return true;
    g->counted++;
    return add_sums(t, at, e);
}

/* Empty, for the groups of a task. A judge's table keeps its memory from part to part: to ask the
 * system for it anew each time takes as long as the adding up. */
static struct group_table *table_begin(struct judge *j, const struct task *task)
{
    if (!j->table) {
        j->table = heap_alloc(1, sizeof *j->table);
        j->table->arena = ARENA("group keys");
    }
    struct group_table *t = j->table;
    arena_reset(&t->arena);
    if (t->slot_count)
        memset(t->slots, 0, t->slot_count * sizeof *t->slots);
    if (t->sum_count != task->sum_count || (task->asks_shares && !t->bounds))
        t->room = 0; /* sums are made for so many a group */
    t->task = task;
    t->count = 0;
    t->sum_count = task->sum_count;
    t->closely = task_looks_closely(task);
    return t;
}

void group_table_free(struct group_table *t)
{
    if (!t)
        return;
    arena_free(&t->arena);
    free(t->slots);
    free(t->tallies);
    free(t->sums);
    free(t->bounds);
    free(t);
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

static void fill_slots(struct slots *s, const struct group_table *table, const struct task *t,
                       size_t from, size_t count)
{
    for (size_t k = 0; k <= t->sum_count; k++) {
        enum type type = k < t->sum_count ? t->sums[k].type : TYPE_NUMBER;
        s->vectors[k] = (struct vector){.type = type,
                                        .knowledge = s->knowledge[k],
                                        .number = s->number[k],
                                        .most = s->most[k],
                                        .currency = type == TYPE_MONEY ? s->currency[k] : NULL};
    }
    for (size_t row = 0; row < count; row++) {
        const struct tally *g = &table->tallies[from + row];
        struct value v;
        for (size_t k = 0; k < t->sum_count; k++) {
            size_t at = (from + row) * t->sum_count + k;
            struct group_sum sum = table->sums[at];
            if (t->sums[k].largest)
                sum.most = share_bound_most(&table->bounds[at]);
            v = group_sum_value(&sum, t->sums[k].type);
            set_slot(s, k, row, &v);
        }
        v = (struct value){.knowledge = VALUE_KNOWN,
                           .number = table->closely ? 0 : (int64_t)g->counted,
                           .most = (int64_t)g->counted,
                           .ranged = table->closely};
        set_slot(s, t->sum_count, row, &v);
        s->on_knowledge[row] = g->on_known ? VALUE_KNOWN : VALUE_UNKNOWN;
        s->on[row] = g->on;
    }
}

/* The parts of a key as make_key() joined them; of one that somebody wrote into a partial result by
 * hand, those that there are. */
static void split_key(struct group *g, size_t count)
{
    struct text rest = g->key;
    for (size_t i = 0; i < count && !g->alone && rest.len; i++) {
        size_t len = 0, at = 0;
        for (; at < rest.len && rest.at[at] >= '0' && rest.at[at] <= '9' && len <= rest.len; at++)
            len = len * 10 + (size_t)(rest.at[at] - '0');
        if (at >= rest.len || len > rest.len - at - 1)
            return;
        g->key_parts[i] = text_slice(rest, at + 1, at + 1 + len);
        size_t end = at + 1 + len;
        rest = text_slice(rest, end < rest.len ? end + 1 : end, rest.len);
    }
}

/* The group as it is told; its records come later. */
static void keep_candidate(struct group_table *table, const struct task *t, size_t which,
                           struct group_list *out)
{
    struct arena *a = &out->arena;
    struct tally *from = &table->tallies[which];
    struct group *g = arena_push(a, &out->items, &out->count);
    *g = (struct group){.key = arena_copy(a, from->key),
                        .sums = arena_array(a, t->sum_count, struct group_sum),
                        .counted = from->counted,
                        .on_known = from->on_known,
                        .tainted = from->tainted,
                        .alone = from->alone,
                        .on = from->on,
                        .first_input = from->first_input,
                        .first_line = from->first_line,
                        .key_parts = arena_array(a, t->key_count, struct text)};
    memcpy(g->sums, table->sums + which * t->sum_count, t->sum_count * sizeof *g->sums);
    split_key(g, t->key_count);
    from->candidate = (uint32_t)out->count;
}

/* Whether another law than that of its latest day may judge some of its records. */
static bool law_changes(const struct task *t, const struct tally *g)
{
    for (size_t i = 0; task_looks_closely(t) && g->on_known && i < t->parameter_count; i++)
        if (parameter_at(t->parameters[i], g->first_day) != parameter_at(t->parameters[i], g->on))
            return true;
    return false;
}

/* Groups over the limit, for certain or perhaps, of any task whose groups these are. */
static void mask_over(struct judge *j, const struct slots *s, const struct task *leader,
                      size_t count, uint64_t *may)
{
    const struct plan *p = j->plan;
    memset(may, 0, HAVING_ROWS / 8);
    for (size_t i = leader->leader; i < p->all_count; i++) {
        const struct task *t = &p->tasks[i];
        if (t->leader != leader->leader)
            continue;
        struct frame f = {.law = t->law,
                          .jurisdiction = t->rule->jurisdiction->id,
                          .count = count,
                          .on_knowledge = s->on_knowledge,
                          .on = s->on,
                          .slots = s->vectors,
                          .slot_count = t->sum_count + 1};
        evaluator_begin(j->evaluator);
        struct truths over = evaluator_truths(j->evaluator, t->having, &f);
        for (size_t w = 0; w * 64 < count; w++)
            may[w] |= over.yes[w] | over.unknown[w];
    }
}

static void mark_some(struct judge *j, struct slots *s, struct group_table *table,
                      const struct task *t, size_t from, size_t count, struct group_list *out)
{
    uint64_t may[HAVING_ROWS / 64];
    fill_slots(s, table, t, from, count);
    mask_over(j, s, t, count, may);
    for (size_t row = 0; row < count; row++) {
        const struct tally *g = &table->tallies[from + row];
        bool over = may[row / 64] >> row % 64 & 1;
        if (g->tainted || (g->counted > 0 && (over || law_changes(t, g))))
            keep_candidate(table, t, from + row, out);
    }
}

static void keep_candidates(struct judge *j, struct group_table *table, const struct task *t,
                            struct group_list *out)
{
    struct slots *s = heap_alloc(1, sizeof *s);
    for (size_t from = 0; from < table->count; from += HAVING_ROWS) {
        size_t left = table->count - from;
        mark_some(j, s, table, t, from, left < HAVING_ROWS ? left : HAVING_ROWS, out);
    }
    free(s);
}

/* --- the candidates' records --- */

void group_add_missing(struct arena *a, struct group *g, struct text missing)
{
    for (size_t i = 0; i < g->missing_count; i++)
        if (text_equal(g->missing[i], missing))
            return;
    *arena_push(a, &g->missing, &g->missing_count) = arena_copy(a, missing);
}

/* The values of the sums: kept where records are looked at one by one, else passed over. */
static struct value *take_sums(struct arena *a, const struct task *t, struct entry *e)
{
    bool closely = task_looks_closely(t) && entry_has_sums(e->flags);
    struct value *sums = closely ? arena_array(a, t->sum_count, struct value) : NULL;
    for (size_t i = 0; entry_has_sums(e->flags) && i < t->sum_count; i++) {
        struct value v = unpack_value(&e->rest);
        if (closely)
            sums[i] = v;
        if (closely && t->sums[i].distinct)
            sums[i].text = arena_copy(a, v.text);
    }
    return sums;
}

/* Records that follow one another often have the same name: it is kept once. */
static struct text keep_name(struct arena *a, const struct group *g, struct text name)
{
    const struct member *before = g->member_count > 1 ? &g->members[g->member_count - 2] : NULL;
    for (size_t i = 0; before && i < before->other_count; i++)
        if (text_equal(before->others[i].name, name))
            return before->others[i].name;
    return arena_copy(a, name);
}

static void add_actors(struct arena *a, struct group *g, const struct task *t, struct unpack *u,
                       bool first)
{
    struct member *m = &g->members[g->member_count - 1];
    for (size_t i = 0; i < t->record->actor_count; i++) {
        struct text name = unpack_text(u);
        struct actor actor = {.role = t->record->actors[i]};
        actor.is_body = name.len && unpack_number(u);
        if (!name.len || (t->actor_grouped[i] && !first))
            continue;
        actor.name = keep_name(a, g, name);
        if (t->actor_grouped[i])
            *arena_push(a, &g->actors, &g->actor_count) = actor;
        else
            *arena_push(a, &m->others, &m->other_count) = actor;
    }
}

static void add_record(struct arena *a, struct group *g, const struct task *t, struct entry *e)
{
    struct unpack *u = &e->rest;
    struct value *sums = take_sums(a, t, e);
    struct text ref = unpack_text(u);
    bool first = e->input == g->first_input && e->line == g->first_line && !g->member_first;
    *arena_push(a, &g->members, &g->member_count) = (struct member){.input = e->input,
                                                                    .line = e->line,
                                                                    .ref = arena_copy(a, ref),
                                                                    .flags = e->flags,
                                                                    .on = e->on,
                                                                    .sums = sums};
    g->member_first |= first;
    add_actors(a, g, t, u, first);
    for (size_t left = e->flags & ENTRY_ALONE ? unpack_count(u) : 0, i = 0; i < left; i++) {
        struct text part = unpack_text(u);
        if (first && i < t->key_count)
            g->key_parts[i] = arena_copy(a, part);
    }
    for (size_t left = e->flags & ENTRY_TAINTED ? unpack_count(u) : 0; left > 0; left--)
        group_add_missing(a, g, unpack_text(u));
    g->alike = e->flags & ENTRY_ALIKE ? unpack_number(u) : 1;
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
    struct group_table *table;
    struct group_list *out;
    bool ok;
};

static bool count_entry(struct reducing *r, struct entry *e, bool lasting)
{
    return add_entry(r->table, e, lasting);
}

static bool gather_entry(struct reducing *r, struct entry *e, bool lasting)
{
    (void)lasting;
    const struct slot *slot = find_slot(r->table, e->hash, e->key);
    uint32_t candidate = slot->tally ? r->table->tallies[slot->tally - 1].candidate : 0;
    if (!candidate)
        return true;
    add_record(&r->out->arena, &r->out->items[candidate - 1], r->task, e);
    return !e->rest.broken;
}

typedef bool visitor(struct reducing *, struct entry *, bool lasting);

static void each_entry(struct reducing *r, visitor *visit)
{
    size_t task = r->task->leader;
    for (size_t i = 0; i < r->log_count && r->ok; i++) {
        struct log_reading reading = {0};
        struct text entries, bytes;
        while (group_log_next(r->logs[i], task, r->part, &reading, &entries)) {
            struct unpack u = unpack_of(entries);
            struct log_head head;
            while (r->ok && log_entry_next(&u, &head, &bytes)) {
                struct entry e = {.hash = head.hash};
                if (r->shares > 1 && head.hash / 65536 % r->shares != r->share)
                    continue;
                r->ok = read_front(unpack_of(bytes), &e) && visit(r, &e, reading.lasting);
            }
            r->ok &= !u.broken;
        }
        r->ok &= !reading.failed;
        log_reading_free(&reading);
    }
}

/* In place of each group what its records give, one by one. */
static void look_closely(struct reducing *r, size_t kept)
{
    size_t count = r->out->count - kept;
    struct group *groups = arena_array(&r->out->arena, count, struct group);
    memcpy(groups, r->out->items + kept, count * sizeof *groups);
    r->out->count = kept;
    for (size_t i = 0; i < count; i++)
        group_windows(r->judge, r->task, &groups[i], r->out);
}

static void reduce_share(struct reducing *r)
{
    size_t kept = r->out->count;
    r->table = table_begin(r->judge, r->task);
    each_entry(r, count_entry);
    if (r->ok && r->table->count > 0)
        keep_candidates(r->judge, r->table, r->task, r->out);
    if (r->ok && r->out->count > kept)
        each_entry(r, gather_entry);
    if (r->ok && r->table->closely && r->out->count > kept)
        look_closely(r, kept);
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
        size += group_log_size(logs[i], t->leader, part);
    *out = (struct group_list){.arena = ARENA("groups")};
    /* A table takes about twice what its entries take in the log. */
    r.shares = j->options.memory ? 1 + 2 * size / j->options.memory : 1;
    for (r.share = 0; r.share < r.shares && r.ok; r.share++)
        reduce_share(&r);
    return r.ok;
}
