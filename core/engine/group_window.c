/* SPDX-License-Identifier: Apache-2.0
 *
 * Groups whose records must be looked at one by one: those held against a limit within any stretch
 * of so many days or months, and those of which distinct values are counted.
 *
 * A window of 30 days is 30 days, the first and the last counted; it may lie anywhere. Its length
 * is what the law of its last record's day says. Enough windows are tried: what a window holds
 * changes only where a record comes in at its end or drops out at its beginning.
 *
 * Windows over the limit that share a record are one matter, of which the largest is told: by the
 * plugin's first sum, then by the number of records, then the earliest. So no record is in two
 * findings of a group, and no window over the limit is without a record in common with one that is
 * told and at least as large.
 *
 * A record that counts but has no day may lie in any window: sums and count are then known as
 * ranges only. A window that may be over the limit, and shares no record with one that is, leaves
 * the group undetermined; so does a record of which it is not certain that it counts, unless its
 * day lies within a window that is told.
 */
#include <config.h>

#include <stdlib.h>

#include "engine/group_entry.h"
#include "engine/group_shares.h"

/* What the records at hand hold together. */
struct purse {
    currency currency;
    size_t count;
};
struct held {
    __int128 least[MOST_SUMS], most[MOST_SUMS];
    struct purse *purses[MOST_SUMS];
    size_t purse_count[MOST_SUMS];
    uint32_t *seen[MOST_SUMS]; /* how often each distinct value */
    size_t distinct[MOST_SUMS];
    size_t apart[MOST_SUMS];         /* of these, those that no loose record has */
    struct shares shares[MOST_SUMS]; /* of the largest sums: what each value has */
    uint64_t count;
};

struct window {
    size_t from, to; /* members */
    __int128 size;
};

struct looking {
    struct judge *judge;
    const struct task *task;
    const struct group *whole;
    struct arena arena;
    struct arena *kept; /* of the list of groups */
    struct member **dated;
    size_t dated_count;
    struct member **loose; /* perhaps in a window, perhaps not */
    size_t loose_count;
    struct held in, about; /* the window at hand; the loose ones */
    struct window *over;   /* certainly over the limit */
    size_t over_count;
    struct window *maybe;
    size_t maybe_count;
    struct text *missing;
    size_t missing_count;
};

/* --- what is held --- */

static void hold_currency(struct looking *l, struct held *h, size_t k, currency c, int sign)
{
    for (size_t i = 0; i < h->purse_count[k]; i++)
        if (h->purses[k][i].currency == c) {
            h->purses[k][i].count += (size_t)sign;
            return;
        }
    *arena_push(&l->arena, &h->purses[k], &h->purse_count[k]) = (struct purse){c, (size_t)sign};
}

/* Takes a record in (sign 1) or out again (-1). Sums of 64 bits cannot overflow 128. */
static void hold(struct looking *l, struct held *h, const struct member *m, int sign)
{
    h->count += (uint64_t)sign;
    for (size_t k = 0; k < l->task->sum_count; k++) {
        const struct value *v = &m->sums[k];
        if (v->knowledge != VALUE_KNOWN)
            continue;
        if (l->task->sums[k].distinct) {
            uint32_t *seen = &h->seen[k][v->number];
            *seen += (uint32_t)sign;
            if (*seen == (sign > 0)) { /* the first of its value, or the last */
                h->distinct[k] += (size_t)sign;
                h->apart[k] += l->about.seen[k][v->number] ? 0 : (size_t)sign;
            }
            continue;
        }
        if (l->task->sums[k].largest)
            shares_hold(&h->shares[k], v, &m->sums[l->task->sums[k].of], sign);
        h->least[k] += sign * (__int128)v->number;
        h->most[k] += sign * (__int128)value_most(v);
        hold_currency(l, h, k, v->currency, sign);
    }
}

/* The loose records: each may be in the window or not. */
static void hold_loose(struct looking *l, const struct member *m)
{
    struct held *h = &l->about;
    h->count++;
    for (size_t k = 0; k < l->task->sum_count; k++) {
        const struct value *v = &m->sums[k];
        if (v->knowledge == VALUE_UNKNOWN) /* another one, perhaps */
            h->distinct[k]++;
        if (v->knowledge != VALUE_KNOWN)
            continue;
        if (l->task->sums[k].distinct) {
            h->distinct[k] += h->seen[k][v->number]++ == 0;
            continue;
        }
        if (l->task->sums[k].largest)
            shares_hold_loose(&h->shares[k], v, &m->sums[l->task->sums[k].of]);
        h->least[k] += v->number < 0 ? v->number : 0;
        h->most[k] += value_most(v) > 0 ? value_most(v) : 0;
        hold_currency(l, h, k, v->currency, 1);
    }
}

/* One currency over both; false: several. */
static bool one_currency(const struct held *a, const struct held *b, size_t k, currency *out)
{
    const struct held *both[] = {a, b};
    bool any = false;
    for (size_t n = 0; n < 2; n++)
        for (size_t i = 0; i < both[n]->purse_count[k]; i++) {
            const struct purse *p = &both[n]->purses[k][i];
            if (p->count == 0)
                continue;
            if (any && p->currency != *out)
                return false;
            *out = p->currency;
            any = true;
        }
    return true;
}

static struct group_sum sum_of(const struct looking *l, const struct held *h,
                               const struct held *about, size_t k)
{
    struct group_sum s = {.least = h->least[k] + about->least[k],
                          .most = h->most[k] + about->most[k]};
    if (l->task->sums[k].largest) {
        struct stake largest = shares_largest(&h->shares[k], &about->shares[k]);
        s = (struct group_sum){.least = largest.least, .most = largest.most};
    }
    s.mixed = !one_currency(h, about, k, &s.currency);
    if (l->task->sums[k].distinct)
        s = (struct group_sum){.least = (__int128)h->distinct[k],
                               .most = (__int128)(h->apart[k] + about->distinct[k])};
    return s;
}

static struct value count_value(uint64_t least, uint64_t most)
{
    return (struct value){.type = TYPE_NUMBER,
                          .knowledge = VALUE_KNOWN,
                          .ranged = least != most,
                          .number = (int64_t)least,
                          .most = (int64_t)most};
}

static struct context law_of(const struct looking *l, bool on_known, day on)
{
    return (struct context){.law = l->task->law,
                            .registers = l->judge->plan->registers,
                            .jurisdiction = l->task->rule->jurisdiction->id,
                            .on_known = on_known,
                            .on = on,
                            .arena = l->kept};
}

/* Whether what is held is over the limit, by the law of a day. */
static enum truth judge_held(struct looking *l, bool on_known, day on)
{
    const struct task *t = l->task;
    struct value slots[MOST_SUMS + 1];
    for (size_t k = 0; k < t->sum_count; k++) {
        struct group_sum s = sum_of(l, &l->in, &l->about, k);
        slots[k] = group_sum_value(&s, t->sums[k].type);
    }
    slots[t->sum_count] = count_value(l->in.count, l->in.count + l->about.count);
    struct context c = law_of(l, on_known, on);
    c.slots = slots;
    enum truth truth = term_truth(t->having, &c);
    if (truth == TRUTH_UNKNOWN && l->maybe_count == 0)
        term_missing(t->having, &c, &l->missing, &l->missing_count);
    return truth;
}

/* Whether what is held may be over the limit on some day while the rule is in force: the law stays
 * the same from one version of a parameter to the next. */
static bool may_be_over(struct looking *l)
{
    const struct task *t = l->task;
    const struct force f = t->rule->force;
    const day begins = f.from == DAY_ALWAYS ? day_from_civil(1, 1, 1) : f.from;
    if (judge_held(l, true, begins) != TRUTH_FALSE)
        return true;
    for (size_t i = 0; i < t->parameter_count; i++)
        for (size_t k = 0; k < t->parameters[i]->version_count; k++) {
            day from = t->parameters[i]->versions[k].force.from;
            if (from > begins && from < f.to && judge_held(l, true, from) != TRUTH_FALSE)
                return true;
        }
    return false;
}

/* --- the records --- */

static int compare_members(const void *a, const void *b)
{
    const struct member *x = *(struct member *const *)a, *y = *(struct member *const *)b;
    if (x->on != y->on)
        return x->on < y->on ? -1 : 1;
    if (x->input != y->input)
        return x->input < y->input ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static int compare_values(const void *a, const void *b)
{
    return text_compare((*(struct value *const *)a)->text, (*(struct value *const *)b)->text);
}

/* Numbers the distinct values of one sum: the value becomes its number. */
static void number_values(struct looking *l, size_t k)
{
    const struct group *g = l->whole;
    struct value **values = arena_array(&l->arena, g->member_count + 1, struct value *);
    size_t count = 0;
    int64_t last = -1;
    struct text text = TEXT("");
    for (size_t i = 0; i < g->member_count; i++)
        if (g->members[i].sums && g->members[i].sums[k].knowledge == VALUE_KNOWN)
            values[count++] = &g->members[i].sums[k];
    qsort(values, count, sizeof *values, compare_values);
    for (size_t i = 0; i < count; i++) {
        last += last < 0 || !text_equal(text, values[i]->text);
        text = values[i]->text;
        values[i]->number = last; /* in place of the text */
    }
    l->in.seen[k] = arena_array(&l->arena, count + 1, uint32_t);
    l->about.seen[k] = arena_array(&l->arena, count + 1, uint32_t);
}

/* As many shares as there may be values, once more for the loose records. */
static void make_shares(struct looking *l, size_t k)
{
    size_t count = l->whole->member_count;
    l->in.shares[k] = (struct shares){.each = arena_array(&l->arena, count, struct stake),
                                      .count = count};
    l->about.shares[k] = (struct shares){.each = arena_array(&l->arena, count, struct stake),
                                         .count = count};
}

/* Without a window all records lie together, whether their day is known or not. */
static void part_members(struct looking *l)
{
    const struct group *g = l->whole;
    l->dated = arena_array(&l->arena, g->member_count + 1, struct member *);
    l->loose = arena_array(&l->arena, g->member_count + 1, struct member *);
    for (size_t i = 0; i < g->member_count; i++) {
        struct member *m = &g->members[i];
        if (!m->sums)
            continue;
        if (m->flags & ENTRY_COUNTED && (m->flags & ENTRY_DAY || !l->task->window))
            l->dated[l->dated_count++] = m;
        else
            l->loose[l->loose_count++] = m;
    }
    if (l->dated_count)
        qsort(l->dated, l->dated_count, sizeof *l->dated, compare_members);
    for (size_t k = 0; k < l->task->sum_count; k++)
        if (l->task->sums[k].distinct)
            number_values(l, k);
    for (size_t k = 0; k < l->task->sum_count; k++)
        if (l->task->sums[k].largest)
            make_shares(l, k);
    for (size_t i = 0; i < l->loose_count; i++)
        hold_loose(l, l->loose[i]);
}

/* --- windows --- */

static void note_window(struct looking *l, size_t from, size_t to, enum truth truth)
{
    struct window w = {from, to, 0};
    if (l->task->sum_count)
        w.size = l->task->sums[0].distinct ? (__int128)l->in.distinct[0] : l->in.least[0];
    if (truth == TRUTH_TRUE)
        *arena_push(&l->arena, &l->over, &l->over_count) = w;
    else if (truth == TRUTH_UNKNOWN)
        *arena_push(&l->arena, &l->maybe, &l->maybe_count) = w;
}

static struct value length_on(const struct looking *l, day on)
{
    struct context c = law_of(l, true, on);
    return term_value(l->task->window, &c);
}

static bool same_length(const struct value *a, const struct value *b)
{
    return a->knowledge == VALUE_KNOWN && b->knowledge == VALUE_KNOWN &&
           a->duration.months == b->duration.months && a->duration.days == b->duration.days;
}

/* The earliest first day of a window in which `on` still lies. Months differ in length, so that the
 * way back may end some days before it, never behind it. */
static day earliest_first(day on, struct duration length)
{
    day back = day_add(on, length, -1);
    day first = back == DAY_ALWAYS ? day_from_civil(1, 1, 1) : back + 1;
    while (day_add(first, length, 1) <= on)
        first++;
    return first;
}

static int compare_days(const void *a, const void *b)
{
    day x = *(const day *)a, y = *(const day *)b;
    return x < y ? -1 : x > y;
}

/* The first days of windows that are worth a look, in order. */
static size_t first_days(struct looking *l, struct duration length, day **out)
{
    day *days = arena_array(&l->arena, 2 * l->dated_count + 1, day);
    size_t count = 0;
    for (size_t i = 0; i < l->dated_count; i++) {
        if (i > 0 && l->dated[i]->on == l->dated[i - 1]->on)
            continue;
        days[count++] = earliest_first(l->dated[i]->on, length);
        days[count++] = l->dated[i]->on + 1;
    }
    qsort(days, count, sizeof *days, compare_days);
    *out = days;
    return count;
}

/* All windows of one length; those count whose last record's day asks for this length. */
static void try_length(struct looking *l, struct value length)
{
    day *firsts;
    size_t count = first_days(l, length.duration, &firsts), from = 0, to = 0, seen_to = 0;
    for (size_t i = 0; i < count; i++) {
        size_t old = from;
        while (from < l->dated_count && l->dated[from]->on < firsts[i]) {
            if (from < to)
                hold(l, &l->in, l->dated[from], -1);
            from++;
        }
        to = to < from ? from : to;
        day end = day_add(firsts[i], length.duration, 1);
        for (; to < l->dated_count && l->dated[to]->on < end; to++)
            hold(l, &l->in, l->dated[to], 1);
        if (from == to || (from == old && to == seen_to))
            continue; /* empty, or as before */
        seen_to = to;
        day on = l->dated[to - 1]->on;
        struct value asked = length_on(l, on);
        if (same_length(&asked, &length))
            note_window(l, from, to, judge_held(l, true, on));
    }
    for (; from < to; from++)
        hold(l, &l->in, l->dated[from], -1);
}

/* The law of that day says no length. */
static void note_unknown_length(struct looking *l, size_t at)
{
    struct context c = law_of(l, true, l->dated[at]->on);
    if (l->maybe_count == 0)
        term_missing(l->task->window, &c, &l->missing, &l->missing_count);
    note_window(l, at, at + 1, TRUTH_UNKNOWN);
}

/* The lengths that the law of the records' days asks for: mostly one. */
static void try_lengths(struct looking *l)
{
    struct value *tried = NULL;
    size_t tried_count = 0;
    for (size_t i = 0; i < l->dated_count; i++) {
        if (i > 0 && l->dated[i]->on == l->dated[i - 1]->on)
            continue;
        struct value length = length_on(l, l->dated[i]->on);
        bool known = length.knowledge == VALUE_KNOWN, old = !known;
        for (size_t k = 0; k < tried_count && !old; k++)
            old = same_length(&tried[k], &length);
        if (!known)
            note_unknown_length(l, i);
        if (!old) {
            *arena_push(&l->arena, &tried, &tried_count) = length;
            try_length(l, length);
        }
    }
}

static void try_all(struct looking *l)
{
    for (size_t i = 0; i < l->dated_count; i++)
        hold(l, &l->in, l->dated[i], 1);
    if (l->dated_count)
        note_window(l, 0, l->dated_count, judge_held(l, l->whole->on_known, l->whole->on));
    for (size_t i = 0; i < l->dated_count; i++)
        hold(l, &l->in, l->dated[i], -1);
}

/* --- which windows are told --- */

static int compare_sizes(const void *a, const void *b)
{
    const struct window *x = a, *y = b;
    size_t x_count = x->to - x->from, y_count = y->to - y->from;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    if (x_count != y_count)
        return x_count > y_count ? -1 : 1;
    return x->from < y->from ? -1 : x->from > y->from;
}

/* Where among the windows told so far, which lie one behind the other, this one would stand;
 * SIZE_MAX if it shares a record with one of them. */
static size_t place_among(const struct window *told, size_t count, const struct window *w)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (told[middle].to <= w->from)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && told[low].from < w->to ? SIZE_MAX : low;
}

static size_t choose_windows(struct looking *l, struct window **out)
{
    struct window *told = arena_array(&l->arena, l->over_count + 1, struct window);
    size_t count = 0;
    if (l->over_count)
        qsort(l->over, l->over_count, sizeof *l->over, compare_sizes);
    for (size_t i = 0; i < l->over_count; i++) {
        size_t at = place_among(told, count, &l->over[i]);
        if (at == SIZE_MAX)
            continue;
        memmove(told + at + 1, told + at, (count - at) * sizeof *told);
        told[at] = l->over[i];
        count++;
    }
    *out = told;
    return count;
}

/* --- what is told --- */

static void tell_window(struct looking *l, const struct window *w, struct group_list *out)
{
    struct group *g = arena_push(l->kept, &out->items, &out->count);
    struct held h = {0};
    *g = *l->whole;
    g->counted = w->to - w->from;
    g->members = arena_array(l->kept, g->counted, struct member);
    g->member_count = g->counted;
    g->first_input = SIZE_MAX;
    for (size_t k = 0; k < l->task->sum_count; k++)
        h.seen[k] = l->task->sums[k].distinct ? l->in.seen[k] : NULL;
    for (size_t k = 0; k < l->task->sum_count; k++)
        h.shares[k] = l->in.shares[k];
    for (size_t i = w->from; i < w->to; i++) {
        const struct member *m = l->dated[i];
        g->members[i - w->from] = *m;
        hold(l, &h, m, 1);
        if (m->input < g->first_input || (m->input == g->first_input && m->line < g->first_line)) {
            g->first_input = m->input;
            g->first_line = m->line;
        }
    }
    static const struct held nothing;
    g->sums = arena_array(l->kept, l->task->sum_count, struct group_sum);
    for (size_t k = 0; k < l->task->sum_count; k++)
        g->sums[k] = sum_of(l, &h, &nothing, k);
    for (size_t i = w->from; i < w->to; i++)
        hold(l, &h, l->dated[i], -1);
    if (l->task->window) {
        g->first_day = l->dated[w->from]->on;
        g->on = l->dated[w->to - 1]->on;
        g->on_known = true;
    }
}

/* Whether a record of which nobody knows what it would count lies outside all windows that are
 * told. */
static bool has_open_record(const struct looking *l, const struct window *told, size_t count)
{
    const struct group *g = l->whole;
    if (g->alone) /* with others, whom nobody knows, it might be */
        return count == 0;
    for (size_t i = 0; i < g->member_count; i++) {
        const struct member *m = &g->members[i];
        bool within = !l->task->window && count > 0;
        for (size_t k = 0; k < count && m->flags & ENTRY_DAY; k++)
            within |= l->dated[told[k].from]->on <= m->on && m->on <= l->dated[told[k].to - 1]->on;
        if (m->flags & ENTRY_TAINTED && !(m->flags & ENTRY_PERHAPS) && !within)
            return true;
    }
    return false;
}

static bool has_open_window(const struct looking *l, const struct window *told, size_t count)
{
    for (size_t i = 0; i < l->maybe_count; i++)
        if (place_among(told, count, &l->maybe[i]) != SIZE_MAX)
            return true;
    return false;
}

static void tell_open(struct looking *l, struct group_list *out)
{
    struct group *g = arena_push(l->kept, &out->items, &out->count);
    *g = *l->whole;
    g->open = true;
    for (size_t i = 0; i < l->loose_count && l->task->window; i++)
        if (!(l->loose[i]->flags & ENTRY_DAY))
            group_add_missing(l->kept, g, l->task->record->fields[l->task->basis].path);
    for (size_t i = 0; i < l->missing_count; i++)
        group_add_missing(l->kept, g, l->missing[i]);
}

void group_windows(struct judge *j, const struct task *t, const struct group *whole,
                   struct group_list *out)
{
    struct looking l = {
        .judge = j, .task = t, .whole = whole, .arena = ARENA("windows"), .kept = &out->arena};
    struct window *told;
    part_members(&l);
    bool alone_maybe = l.loose_count && may_be_over(&l);
    if (t->window)
        try_lengths(&l);
    else
        try_all(&l);
    size_t count = choose_windows(&l, &told);
    for (size_t i = 0; i < count; i++)
        tell_window(&l, &told[i], out);
    bool settled = count > 0 && !t->window; /* with the loose ones or without them, it is over */
    if ((alone_maybe && !settled) || has_open_window(&l, told, count) ||
        has_open_record(&l, told, count))
        tell_open(&l, out);
    arena_free(&l.arena);
}
