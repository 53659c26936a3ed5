/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/ownership.h"

#include <stdlib.h>

struct ownership {
    struct arena arena;
    struct party *parties;
    size_t party_count, party_room;
    struct interest *interests; /* finished: sorted by who is owned, by owner, kind and day */
    size_t interest_count, interest_room;
    uint32_t *first;    /* of a party: its interests are [first[p], first[p + 1]) */
    uint32_t *of_owner; /* interests by who holds them ... */
    uint32_t *first_of; /* ... likewise */
    struct text last_file;
};

const char *interest_kind_name(enum interest_kind k)
{
    static const char *const names[] = {"shares", "votes", "control", "other interest"};
    return names[k];
}

struct ownership *ownership_new(void)
{
    struct ownership *o = heap_alloc(1, sizeof *o);
    o->arena = ARENA("owners");
    return o;
}

void ownership_free(struct ownership *o)
{
    if (!o)
        return;
    free(o->parties);
    free(o->interests);
    free(o->first);
    free(o->of_owner);
    free(o->first_of);
    arena_free(&o->arena);
    free(o);
}

/* --- what is told --- */

static void *make_room(void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    *room = *room ? 2 * *room : 64;
    return heap_resize(items, *room, size);
}

static struct text keep(struct ownership *o, struct text t)
{
    return t.len ? arena_copy(&o->arena, t) : TEXT("");
}

/* Files are few, and follow each other. */
static struct text keep_file(struct ownership *o, struct text file)
{
    if (!text_equal(file, o->last_file))
        o->last_file = keep(o, file);
    return o->last_file;
}

uint32_t ownership_add_party(struct ownership *o, const struct party *given)
{
    o->parties = make_room(o->parties, o->party_count, &o->party_room, sizeof *o->parties);
    struct party *p = &o->parties[o->party_count];
    *p = *given;
    p->name = keep(o, given->name);
    p->number = keep(o, given->number);
    p->countries = keep(o, given->countries);
    p->file = keep_file(o, given->file);
    return (uint32_t)o->party_count++;
}

void ownership_amend_party(struct ownership *o, uint32_t number, const struct party *more)
{
    struct party *p = &o->parties[number];
    if (!p->name.len)
        p->name = keep(o, more->name);
    if (!p->number.len)
        p->number = keep(o, more->number);
    if (p->sort == PARTY_UNKNOWN)
        p->sort = more->sort;
    if (!p->line) {
        p->line = more->line;
        p->file = keep_file(o, more->file);
    }
    if (p->knowledge == VALUE_UNKNOWN) {
        p->knowledge = more->knowledge;
        p->countries = keep(o, more->countries);
    } else if (more->knowledge != VALUE_UNKNOWN && !text_equal(p->countries, more->countries)) {
        p->knowledge = VALUE_UNKNOWN;
        p->countries = TEXT("");
    }
}

void ownership_add_interest(struct ownership *o, const struct interest *given)
{
    o->interests = make_room(o->interests, o->interest_count, &o->interest_room,
                             sizeof *o->interests);
    struct interest *i = &o->interests[o->interest_count++];
    *i = *given;
    i->what = keep(o, given->what);
    i->ref = keep(o, given->ref);
    i->file = keep_file(o, given->file);
}

/* --- order --- */

#define ORDER(a, b) ((a) < (b) ? -1 : (a) > (b))

static int compare_interests(const void *first, const void *second)
{
    const struct interest *a = first, *b = second;
    int order = ORDER(a->owner, b->owner);
    order = order ? order : ORDER(a->kind, b->kind);
    order = order ? order : ORDER(a->from, b->from);
    order = order ? order : ORDER(a->sure, b->sure);
    order = order ? order : ORDER(a->to, b->to);
    order = order ? order : ORDER(a->range.least, b->range.least);
    order = order ? order : ORDER(a->range.most, b->range.most);
    order = order ? order : text_compare(a->file, b->file);
    return order ? order : ORDER(a->line, b->line);
}

/* Where the interests of each party begin, once they are sorted by a party. */
static uint32_t *count_firsts(const struct ownership *o, bool by_owner)
{
    uint32_t *first = heap_alloc(o->party_count + 2, sizeof *first);
    for (size_t i = 0; i < o->interest_count; i++)
        first[(by_owner ? o->interests[i].owner : o->interests[i].owned) + 1]++;
    for (size_t p = 0; p < o->party_count; p++)
        first[p + 1] += first[p];
    return first;
}

/* In their place: a swap brings one of two interests to where it belongs. */
static void sort_by_owned(struct ownership *o)
{
    uint32_t *next = count_firsts(o, false);
    o->first = count_firsts(o, false);
    for (uint32_t p = 0; p < o->party_count; p++)
        while (next[p] < o->first[p + 1]) {
            struct interest i = o->interests[next[p]];
            uint32_t *place = &next[i.owned];
            o->interests[next[p]] = o->interests[*place];
            o->interests[(*place)++] = i;
        }
    for (size_t p = 0; p < o->party_count; p++)
        if (o->first[p + 1] - o->first[p] > 1)
            qsort(o->interests + o->first[p], o->first[p + 1] - o->first[p], sizeof *o->interests,
                  compare_interests);
    free(next);
}

static void index_by_owner(struct ownership *o)
{
    uint32_t *next = count_firsts(o, true);
    o->first_of = count_firsts(o, true);
    o->of_owner = heap_alloc(o->interest_count + 1, sizeof *o->of_owner);
    for (size_t i = 0; i < o->interest_count; i++)
        o->of_owner[next[o->interests[i].owner]++] = (uint32_t)i;
    free(next);
}

/* A holding of which no end is told lasts until the next statement on it. */
static void end_replaced(struct ownership *o)
{
    for (size_t i = 0; i + 1 < o->interest_count; i++) {
        struct interest *a = &o->interests[i];
        for (size_t k = i + 1; k < o->interest_count; k++) {
            const struct interest *b = &o->interests[k];
            if (b->owned != a->owned || b->owner != a->owner || b->kind != a->kind)
                break;
            if (a->to != DAY_NEVER || (b->from == a->from && b->sure == a->sure))
                continue;
            a->to = b->from == a->from ? b->sure : b->from;
            break;
        }
    }
}

void ownership_finish(struct ownership *o)
{
    if (!o->interests)
        o->interests = heap_alloc(1, sizeof *o->interests); /* nothing, but somewhere */
    sort_by_owned(o);
    end_replaced(o);
    index_by_owner(o);
}

/* --- looking --- */

size_t ownership_party_count(const struct ownership *o)
{
    return o->party_count;
}

size_t ownership_interest_count(const struct ownership *o)
{
    return o->interest_count;
}

const struct party *ownership_party(const struct ownership *o, uint32_t p)
{
    return &o->parties[p];
}

struct text party_name(const struct ownership *o, uint32_t number)
{
    const struct party *p = &o->parties[number];
    return p->name.len ? p->name : p->number.len ? p->number : TEXT("somebody who is not named");
}

struct text party_belongs(const struct party *p)
{
    return p->knowledge == VALUE_KNOWN    ? p->countries
           : p->knowledge == VALUE_ABSENT ? TEXT("stateless")
                                          : TEXT("?");
}

const struct interest *ownership_interests(const struct ownership *o, uint32_t owned, size_t *count)
{
    *count = o->first[owned + 1] - o->first[owned];
    return *count ? o->interests + o->first[owned] : NULL;
}

const struct interest *ownership_held(const struct ownership *o, uint32_t owner, size_t *at)
{
    size_t place = o->first_of[owner] + (*at)++;
    return place < o->first_of[owner + 1] ? &o->interests[o->of_owner[place]] : NULL;
}

bool interest_holds(const struct interest *i, day on)
{
    return i->from <= on && on < i->to;
}

/* --- sides --- */

/* Whether a code is among those of a list, both being joined with single blanks. */
static bool shares_code(struct text list, struct text home)
{
    struct text code;
    while (text_next(&list, ' ', &code)) {
        struct text rest = home, one;
        while (text_next(&rest, ' ', &one))
            if (text_equal(one, code))
                return true;
    }
    return false;
}

enum party_side party_side(const struct party *p, struct text home)
{
    if (p->knowledge != VALUE_KNOWN || !p->countries.len)
        return SIDE_UNKNOWN;
    return shares_code(p->countries, home) ? SIDE_HOME : SIDE_ABROAD;
}

bool party_is_seen_through(const struct party *p, struct text home)
{
    return p->sort != PARTY_PERSON && p->sort != PARTY_STATE && party_side(p, home) != SIDE_ABROAD;
}

/* --- holdings of one party --- */

/* Before its first certain day an interest may not be held yet. */
static struct share_range range_on(const struct interest *i, day on)
{
    struct share_range r = i->range;
    if (on < i->sure) {
        r.least = 0;
        r.least_open = false;
    }
    return r;
}

/* Two statements on one holding are the same holding told twice, or parts of it: the truth lies
 * between the smaller and the sum. */
static void join_range(struct share_range *r, struct share_range more)
{
    if (more.least < r->least) {
        r->least = more.least;
        r->least_open = more.least_open;
    } else if (more.least == r->least) {
        r->least_open = r->least_open && more.least_open;
    }
    r->most = r->most + more.most > SHARE_WHOLE ? SHARE_WHOLE : r->most + more.most;
    r->most_open = false;
}

/* Whether interests of that kind are stated; *direct: some that are held directly. */
static bool is_stated(const struct ownership *o, enum interest_kind kind, day on, uint32_t owned,
                      bool *direct)
{
    bool stated = false;
    *direct = false;
    for (uint32_t i = o->first[owned]; i < o->first[owned + 1]; i++)
        if (o->interests[i].kind == kind && interest_holds(&o->interests[i], on)) {
            stated = true;
            *direct |= !o->interests[i].indirect;
        }
    return stated;
}

struct ownership_question question_of(const struct ownership *o,
                                      const struct ownership_question *asked, uint32_t owned,
                                      enum interest_kind kind)
{
    struct ownership_question q = *asked;
    q.kind = kind;
    is_stated(o, kind, q.on, owned, &q.direct_only);
    return q;
}

struct ownership_question question_stated(const struct ownership *o,
                                          const struct ownership_question *asked, uint32_t owned)
{
    struct ownership_question q = *asked;
    bool direct;
    enum interest_kind other = q.kind == INTEREST_VOTES ? INTEREST_SHARES : INTEREST_VOTES;
    if (!is_stated(o, q.kind, q.on, owned, &q.direct_only) &&
        is_stated(o, other, q.on, owned, &direct)) {
        q.kind = other;
        q.direct_only = direct;
    }
    return q;
}

bool holding_next(const struct ownership *o, const struct ownership_question *q, uint32_t owned,
                  size_t *at, struct holding *out)
{
    size_t count;
    const struct interest *all = ownership_interests(o, owned, &count);
    out->interest = NULL;
    for (; *at < count; (*at)++) {
        const struct interest *i = &all[*at];
        if (i->kind != q->kind || !interest_holds(i, q->on) || (q->direct_only && i->indirect))
            continue;
        if (out->interest && i->owner != out->owner)
            break;
        if (out->interest) {
            join_range(&out->range, range_on(i, q->on));
            continue;
        }
        *out = (struct holding){i->owner, range_on(i, q->on), i};
    }
    return out->interest != NULL;
}
