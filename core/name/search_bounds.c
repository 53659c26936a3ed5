/* SPDX-License-Identifier: Apache-2.0
 *
 * What names that share something can score at most: who cannot score enough is not compared. That
 * nobody is left out who is alike enough is held against comparing all
 * (tests/property/name_test.c).
 */
#include <config.h>

#include "name/search_parts.h"

unsigned least_of_names(const struct name_tables *t, const struct profile *who, unsigned least)
{
    uint64_t gap = least < SCORE_WHOLE ? SCORE_WHOLE - least : 0, scale = 1;
    if (who->countries.len && t->agrees_country < 100) {
        gap *= 100;
        scale *= 100 - t->agrees_country;
    }
    if (who->birth_known && t->agrees_birth < 100) {
        gap *= 100;
        scale *= 100 - t->agrees_birth;
    }
    bool closes = (who->countries.len && t->agrees_country == 100) ||
                  (who->birth_known && t->agrees_birth == 100);
    gap = gap / scale + 4; /* each step is rounded down */
    return closes || gap >= SCORE_WHOLE ? 1 : (unsigned)(SCORE_WHOLE - gap);
}

unsigned weight_of_name(const struct spelled *n)
{
    unsigned weight = 0;
    for (size_t i = 0; i < n->count; i++)
        weight += word_counts(n->words[i]);
    return weight;
}

static uint64_t postings_of(const struct name_index *x, const struct meets *m)
{
    uint64_t count = 0;
    for (size_t i = 0; i < m->count; i++)
        count += x->items[m->items[i].item].to - x->items[m->items[i].item].from;
    return count;
}

struct ceiling search_ceiling(const struct name_search *s, unsigned least)
{
    const struct name_tables *t = s->index->tables;
    unsigned particle = t->weight_particle > LEAST_WEIGHT ? t->weight_particle : LEAST_WEIGHT;
    struct ceiling c = {.least = least, .all = weight_of_name(&s->name)};
    for (size_t i = 0; i < s->name.count; i++)
        c.whole += s->name.words[i]->weight;
    for (size_t i = 0; i < s->name.count; i++)
        c.slack += s->name.words[i]->kind == WORD_INITIAL ? INITIAL_WEIGHT : particle;
    c.one = c.more = t->extra_body; /* the other name may be a body's */
    if (!s->is_body && t->extra_one_word < c.one)
        c.one = t->extra_one_word;
    if (!s->is_body && t->extra_person < c.more)
        c.more = t->extra_person;
    return c;
}

void choose_skipped(const struct name_search *s, struct ceiling *c, bool skipped[NAME_WORDS])
{
    uint64_t postings[NAME_WORDS] = {0};
    for (size_t i = 0; i < s->name.count; i++) {
        skipped[i] = s->name.words[i]->particle; /* leads to no likeness by itself */
        postings[i] = skipped[i] ? 0 : postings_of(s->index, &s->meets[i]);
        c->particles += skipped[i] ? s->name.words[i]->weight : 0;
        c->particle_count = (uint8_t)(c->particle_count + skipped[i]);
    }
    for (;;) {
        size_t most = s->name.count;
        for (size_t i = 0; i < s->name.count; i++)
            if (!skipped[i] && postings[i] &&
                (most == s->name.count || postings[i] > postings[most]))
                most = i;
        if (most == s->name.count)
            return;
        unsigned with = c->skipped + s->name.words[most]->weight;
        postings[most] = 0; /* looked at */
        if (ceiling_reaches(c, c->particles + with, c->skipped_count == 0))
            continue;
        skipped[most] = true;
        c->skipped = with;
        c->skipped_count++;
    }
}

static uint64_t least_lost(const struct name_search *s, const struct index_name *n, unsigned left,
                           unsigned other_left, unsigned words)
{
    const struct name_tables *t = s->index->tables;
    unsigned both = left < other_left ? left : other_left, extra = left + other_left - 2 * both;
    unsigned percent = s->is_body || n->is_body ? t->extra_body
                       : words >= 2             ? t->extra_person
                                                : t->extra_one_word;
    return (uint64_t)200 * both + (uint64_t)percent * extra;
}

/* An initial may stand for one word of the other name, whichever. */
static unsigned without_initials(unsigned left, unsigned initials)
{
    enum { HEAVIEST = 100 };
    return left > HEAVIEST * initials ? left - HEAVIEST * initials : 0;
}

void share_complete(const struct ceiling *c, const struct index_name *n, struct share *found)
{
    unsigned unseen = c->particle_count;
    found->weight += c->particles;
    if (!(found->marks & SHARE_INITIALS)) {
        found->weight += c->skipped;
        found->words = (uint8_t)(found->words + c->skipped_count);
        unseen += c->skipped_count;
    }
    found->others += unseen * n->heaviest;
}

bool may_be_enough(const struct name_search *s, const struct index_name *n,
                   const struct share *found, const struct ceiling *c)
{
    unsigned shared = found->weight < c->all ? found->weight : c->all;
    uint64_t met = (uint64_t)200 * (found->weight < n->whole ? found->weight : n->whole);
    unsigned initials = 0;
    for (size_t i = 0; i < s->name.count; i++)
        initials += s->name.words[i]->kind == WORD_INITIAL;
    unsigned other_left = n->weight > found->others ? n->weight - found->others : 0;
    uint64_t lost = least_lost(s, n, without_initials(c->all - shared, n->initial_count),
                               without_initials(other_left, initials), found->words);
    met += (uint64_t)200 * INITIAL_WEIGHT * (initials + n->initial_count);
    return SCORE_WHOLE * met >= c->least * (met + lost);
}

bool is_promising(const struct name_search *s, const struct index_name *n, unsigned least)
{
    const struct spelled *name = &s->name;
    uint32_t met_other = 0;
    unsigned shared = 0, other = 0, left = 0, other_left = 0, words = 0;
    unsigned initials = 0, other_initials = n->initial_count;
    for (size_t i = 0; i < name->count; i++) {
        uint32_t met = 0;
        for (size_t k = 0; k < n->word_count; k++)
            if (find_met(&s->meets[i], n->words[k].item))
                met |= (uint32_t)1 << k;
        met_other |= met;
        unsigned weight = name->words[i]->weight;
        *(met ? &shared : &left) += met ? weight : word_counts(name->words[i]);
        words += met != 0;
        initials += name->words[i]->kind == WORD_INITIAL;
    }
    for (size_t k = 0; k < n->word_count; k++) {
        const struct index_word *w = &n->words[k];
        bool met = met_other >> k & 1;
        *(met ? &other : &other_left) += met ? w->weight : w->counts;
    }
    uint64_t met = (uint64_t)200 * (shared < other ? shared : other);
    uint64_t lost = least_lost(s, n, without_initials(left, other_initials),
                               without_initials(other_left, initials), words);
    bool any = met > 0;
    met += (uint64_t)200 * INITIAL_WEIGHT * (initials + other_initials);
    return any && SCORE_WHOLE * met >= least * (met + lost);
}
