/* SPDX-License-Identifier: Apache-2.0
 *
 * Searching an index. The words of the name lead to names of the list; what these share with it is
 * added up as if all of it counted in full. Where that is not enough for the score that is asked
 * for, the name is done with; the others are compared. Words that many names have need not be
 * followed when what they could bring by themselves is not enough.
 */
#include <config.h>

#include <stdlib.h>

#include "name/search_parts.h"

struct name_search *name_search_new(const struct name_index *x)
{
    struct name_search *s = heap_alloc(1, sizeof *s);
    s->index = x;
    s->lexicon = lexicon_new(x->tables);
    s->arena = ARENA("met words");
    s->scratch = ARENA("search");
    s->known_size = 1024;
    s->known = heap_alloc(s->known_size, sizeof *s->known);
    s->shares = heap_alloc(x->name_count + 1, sizeof *s->shares);
    s->touched = heap_alloc(x->name_count + 1, sizeof *s->touched);
    s->found_in = heap_alloc(x->list->count + 1, sizeof *s->found_in);
    return s;
}

void name_search_free(struct name_search *s)
{
    if (!s)
        return;
    lexicon_free(s->lexicon);
    arena_free(&s->arena);
    arena_free(&s->scratch);
    free(s->known);
    free(s->shares);
    free(s->touched);
    free(s->found_in);
    free(s->hits.items);
    free(s);
}

/* --- names that share something --- */

/* A part of the name, by its number, and what it weighs. */
struct part {
    uint8_t unit, weight_of_other, marks;
    unsigned weight;
};

static void share_with(struct name_search *s, uint32_t from, uint32_t to, const struct part *p)
{
    const uint32_t *names = s->index->postings;
    for (uint32_t i = from; i < to; i++) {
        struct share *found = &s->shares[names[i]];
        if (found->unit == 0)
            s->touched[s->touched_count++] = names[i];
        found->marks |= p->marks;
        found->others += p->weight_of_other;
        if (found->unit == p->unit)
            continue;
        found->weight += p->weight;
        found->unit = p->unit;
        found->words++;
    }
}

/* To the names for which it may be enough that a word, or a join, meets this well. */
static void follow(struct name_search *s, const struct ceiling *c, const struct meets *m,
                   unsigned weight, uint8_t unit, bool skipped)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct index_item *item = &s->index->items[m->items[i].item];
        unsigned both = weight < item->weight ? weight : item->weight;
        if (item->word && unit <= NAME_WORDS && !quality_suffices(c, both, m->items[i].quality))
            continue;
        struct part p = {.unit = unit, .weight = weight, .weight_of_other = item->weight};
        p.marks = item->join || unit > NAME_WORDS ? SHARE_JOINED : 0;
        if (!skipped || item->join)
            share_with(s, item->from, item->initials, &p);
        p.marks |= SHARE_INITIALS;
        share_with(s, item->initials, item->to, &p);
    }
}

static unsigned weight_of_join(const struct spelled *n, const struct join *j)
{
    unsigned weight = 0;
    for (size_t i = j->from; i < j->to; i++)
        weight += n->words[i]->weight;
    return weight;
}

static void follow_all(struct name_search *s, struct ceiling *c)
{
    bool skipped[NAME_WORDS] = {false};
    const struct spelled *n = &s->name;
    search_meets(s);
    choose_skipped(s, c, skipped);
    for (size_t i = 0; i < n->count; i++)
        if (n->words[i]->kind != WORD_INITIAL)
            follow(s, c, &s->meets[i], n->words[i]->weight, (uint8_t)(i + 1), skipped[i]);
    for (size_t j = 0; j < n->join_count; j++)
        follow(s, c, &s->meets[NAME_WORDS + j], weight_of_join(n, &n->joins[j]),
               (uint8_t)(NAME_WORDS + j + 1), false);
}

/* --- comparing --- */

static void add_pair(struct word_pair *pairs, size_t *count, struct word_pair p)
{
    if (*count < NAME_PAIRS)
        pairs[(*count)++] = p;
}

/* The pairs that names_compare() would find, from what is known of the words. */
static size_t gather_pairs(const struct name_search *s, const struct index_name *n,
                           const struct spelled *other, struct word_pair *pairs)
{
    const struct spelled *name = &s->name;
    size_t count = 0;
    for (size_t i = 0; i < name->count; i++)
        for (size_t k = 0; k < other->count; k++) {
            const struct met *met = find_met(&s->meets[i], n->words[k].item);
            uint8_t quality = met ? met->quality : 0, how = met ? met->how : MEET_NOT;
            if (name->words[i]->kind == WORD_INITIAL || other->words[k]->kind == WORD_INITIAL)
                how = words_meet(s->index->tables, name->words[i], other->words[k], &quality);
            if (how && quality)
                add_pair(pairs, &count,
                         (struct word_pair){(uint8_t)i, 1, (uint8_t)k, 1, how, quality, 0});
        }
    for (size_t j = 0; j < name->join_count; j++)
        for (size_t k = 0; k < other->count; k++) {
            const struct met *met = find_met(&s->meets[NAME_WORDS + j], n->words[k].item);
            uint8_t from = name->joins[j].from, len = (uint8_t)(name->joins[j].to - from);
            if (met)
                add_pair(pairs, &count,
                         (struct word_pair){from, len, (uint8_t)k, 1, met->how, met->quality, 0});
        }
    for (size_t j = 0; j < other->join_count; j++)
        for (size_t i = 0; i < name->count; i++) {
            const struct met *met = find_met(&s->meets[i], n->joins[j].item);
            uint8_t from = other->joins[j].from, len = (uint8_t)(other->joins[j].to - from);
            if (met)
                add_pair(pairs, &count,
                         (struct word_pair){(uint8_t)i, 1, from, len, met->how, met->quality, 0});
        }
    for (size_t i = 0; i < count; i++)
        pair_weigh(name, other, &pairs[i]);
    return count;
}

static unsigned compare_known(const struct name_search *s, const struct index_name *n)
{
    struct word_pair pairs[NAME_PAIRS];
    struct spelled other;
    struct likeness l;
    index_spelled(s->index, n, &other);
    size_t count = gather_pairs(s, n, &other, pairs);
    likeness_score(s->index->tables, &s->name, &other, s->is_body || n->is_body, pairs, count, &l);
    return l.names;
}

/* --- hits --- */

struct wanted {
    const struct profile *who;
    uint32_t list; /* number; 0: any */
    unsigned least;
};

static void add_hit(struct name_search *s, uint32_t entry, unsigned score, unsigned names)
{
    if (s->hits.count == s->hit_room) {
        s->hit_room = s->hit_room ? 2 * s->hit_room : 64;
        s->hits.items = heap_resize(s->hits.items, s->hit_room, sizeof *s->hits.items);
    }
    s->hits.items[s->hits.count++] = (struct name_hit){entry, (uint16_t)score, (uint16_t)names};
}

static void take_entry(struct name_search *s, const struct wanted *w, uint32_t entry,
                       unsigned names)
{
    const struct name_index *x = s->index;
    if (w->list && x->list_of[entry] != w->list)
        return;
    struct evidences e = profiles_compare(w->who, &x->list->items[entry].who);
    unsigned score = score_with(x->tables, names, &e);
    if (score >= w->least && score > 0)
        add_hit(s, entry, score, names);
}

static void take_name(struct name_search *s, const struct wanted *w, const struct index_name *n)
{
    unsigned names = compare_known(s, n);
    for (uint32_t entry = n->first; entry != INDEX_END; entry = s->index->next[entry])
        take_entry(s, w, entry, names);
}

/* Entries that have one of the numbers, whatever they are called. */
static void take_numbers(struct name_search *s, const struct wanted *w)
{
    const struct name_index *x = s->index;
    for (size_t i = 0; i < w->who->number_count; i++) {
        size_t from, to;
        key_map_find(&x->numbers, number_key(w->who->numbers[i]), &from, &to);
        for (size_t k = from; k < to; k++) {
            uint32_t entry = x->numbers.pairs[k].item;
            bool again = false;
            for (size_t h = 0; h < s->hits.count; h++)
                again |= s->hits.items[h].entry == entry;
            if (!again)
                take_entry(s, w, entry, compare_known(s, &x->names[x->name_of[entry]]));
        }
    }
}

static int compare_hits(const void *a, const void *b)
{
    const struct name_hit *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static void begin_search(struct name_search *s, const struct profile *who)
{
    search_tidy(s);
    arena_reset(&s->scratch);
    s->hits.count = 0;
    name_spell(s->lexicon, who->name, who->sort, &s->name);
    s->is_body = spelled_is_body(&s->name, who->sort);
}

/* Of an entry's several names the one that is most alike. */
static void keep_best_names(struct name_search *s)
{
    size_t kept = 0;
    s->searches++;
    for (size_t i = 0; i < s->hits.count; i++) {
        uint32_t entry = name_list_entry(s->index->list, s->hits.items[i].entry);
        if (s->found_in[entry] == s->searches)
            continue;
        s->found_in[entry] = s->searches;
        s->hits.items[kept++] = s->hits.items[i];
    }
    s->hits.count = kept;
}

static struct name_hits end_search(struct name_search *s)
{
    if (s->hits.count > 1) {
        qsort(s->hits.items, s->hits.count, sizeof *s->hits.items, compare_hits);
        keep_best_names(s);
    }
    return s->hits;
}

/* From what is known without looking at the other name to what a look at its words tells. */
static bool is_worth_comparing(const struct name_search *s, uint32_t name, struct share *found,
                               const struct ceiling *c)
{
    const struct index_name *n = &s->index->names[name];
    if (found->marks & SHARE_JOINED)
        return true;
    if (!(found->marks & SHARE_INITIALS) &&
        !ceiling_reaches(c, found->weight + c->particles + c->skipped,
                         found->words + c->skipped_count < 2))
        return false;
    share_complete(c, n, found);
    return may_be_enough(s, n, found, c) && is_promising(s, n, c->least);
}

struct name_hits name_search_find(struct name_search *s, const struct profile *who,
                                  struct text list, unsigned least)
{
    const struct name_index *x = s->index;
    struct wanted w = {who, index_list_find(x, list), least};
    begin_search(s, who);
    if (list.len && !w.list)
        return s->hits;
    struct ceiling c = search_ceiling(s, least_of_names(x->tables, who, least));
    follow_all(s, &c);
    for (size_t i = 0; i < s->touched_count; i++) {
        struct share *found = &s->shares[s->touched[i]];
        if (is_worth_comparing(s, s->touched[i], found, &c))
            take_name(s, &w, &x->names[s->touched[i]]);
        *found = (struct share){0};
    }
    s->touched_count = 0;
    take_numbers(s, &w);
    return end_search(s);
}

struct name_hits name_search_slowly(struct name_search *s, const struct profile *who,
                                    struct text list, unsigned least)
{
    const struct name_index *x = s->index;
    struct wanted w = {who, index_list_find(x, list), least};
    begin_search(s, who);
    if (list.len && !w.list)
        return s->hits;
    for (size_t i = 0; i < x->name_count; i++) {
        const struct index_name *n = &x->names[i];
        struct spelled other;
        struct likeness l;
        index_spelled(x, n, &other);
        names_compare(x->tables, &s->name, &other, who->sort, (enum profile_sort)n->sort, &l);
        for (uint32_t entry = n->first; entry != INDEX_END; entry = x->next[entry])
            take_entry(s, &w, entry, l.names);
    }
    return end_search(s);
}

struct text name_search_explain(struct name_search *s, const struct profile *who, uint32_t entry,
                                struct arena *a)
{
    const struct name_index *x = s->index;
    const struct index_name *n = &x->names[x->name_of[entry]];
    struct spelled other;
    struct likeness l;
    name_spell(s->lexicon, who->name, who->sort, &s->name);
    index_spelled(x, n, &other);
    names_compare(x->tables, &s->name, &other, who->sort, (enum profile_sort)n->sort, &l);
    struct evidences e = profiles_compare(who, &x->list->items[entry].who);
    return likeness_print(a, &s->name, &other, &l, &e);
}
