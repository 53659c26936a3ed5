/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/told_party.h"

#include <stdlib.h>

#include "base/country.h"

enum { SLOTS = 1 << 16, SLOT_SHIFT = 48, MOST_SAME = 1000 };

void told_parties_init(struct told_parties *t)
{
    t->arena = ARENA("statements");
    t->slots = heap_alloc(SLOTS, sizeof(struct told_party *));
}

void told_parties_free(struct told_parties *t)
{
    free(t->slots);
    arena_free(&t->arena);
}

struct text told_keep(struct told_parties *t, struct text text)
{
    return text.len ? arena_copy(&t->arena, text) : TEXT("");
}

/* A chain of replacements that runs in a circle ends somewhere in it. */
static struct told_party *first_of(struct told_party *p)
{
    for (unsigned i = 0; p->same && i < MOST_SAME; i++)
        p = p->same;
    return p;
}

static struct told_party *find(struct told_parties *t, struct text id)
{
    struct told_party **slot = &t->slots[text_hash(id) >> SLOT_SHIFT];
    for (struct told_party *p = *slot; p; p = p->next)
        if (text_equal(p->id, id))
            return p;
    struct told_party *p = arena_make(&t->arena, struct told_party);
    *p = (struct told_party){.id = arena_copy(&t->arena, id), .told_on = DAY_ALWAYS, .next = *slot};
    *slot = p;
    return p;
}

struct told_party *told_party_of(struct told_parties *t, struct text id)
{
    return first_of(find(t, id));
}

void told_party_same(struct told_parties *t, struct text id, struct text as)
{
    struct told_party *one = find(t, id), *other = first_of(find(t, as));
    if (first_of(one) != other && !one->same)
        one->same = other;
}

void told_parties_add(struct told_parties *t, struct owners *o)
{
    for (size_t i = 0; i < SLOTS; i++)
        for (struct told_party *p = t->slots[i]; p; p = p->next)
            if (first_of(p) == p)
                p->party = owners_add_party(o, &p->who, &p->facts, true);
    for (size_t i = 0; i < SLOTS; i++)
        for (struct told_party *p = t->slots[i]; p; p = p->next)
            p->party = first_of(p)->party;
}

day day_of_text(struct text t, day otherwise)
{
    enum { DATE = 10 };
    day d;
    return t.len >= DATE && day_read(text_slice(t, 0, DATE), &d) ? d : otherwise;
}

struct text told_country(struct text t)
{
    struct text code;
    if (t.len > 2 && t.at[2] == '-')
        t = text_slice(t, 0, 2);
    return country_find(t, &code) ? code : TEXT("");
}

void told_countries(struct told_parties *t, struct party *p, struct text codes)
{
    struct text wrong;
    if (codes.len && countries_read(&t->arena, codes, ';', &p->countries, &wrong))
        p->knowledge = VALUE_KNOWN;
}
