/* SPDX-License-Identifier: Apache-2.0
 *
 * What a word of the name at hand meets in an index. A word is looked up but once.
 */
#include <config.h>

#include <stdlib.h>

#include "name/search_parts.h"

static int compare_met(const void *a, const void *b)
{
    const struct met *x = a, *y = b;
    return x->item < y->item ? -1 : x->item > y->item;
}

static uint8_t item_meets(const struct name_index *x, const struct index_item *item,
                          const struct word *w, uint8_t *quality)
{
    return item->word ? words_meet(x->tables, w, item->word, quality)
                      : join_meets(x->tables, item->join, w, quality);
}

/* Items with one of the keys that do meet; initials are left out: they lead nowhere by themselves.
 */
static struct meets gather(struct name_search *s, struct arena *a, const uint32_t *keys,
                           size_t key_count, const struct word *word, const struct join *join)
{
    const struct name_index *x = s->index;
    struct meets m = {0};
    for (size_t k = 0; k < key_count; k++) {
        size_t from, to;
        key_map_find(&x->keys, keys[k], &from, &to);
        for (size_t i = from; i < to; i++) {
            const struct index_item *item = &x->items[x->keys.pairs[i].item];
            struct met met = {.item = x->keys.pairs[i].item};
            if (word)
                met.how = item_meets(x, item, word, &met.quality);
            else if (item->word)
                met.how = join_meets(x->tables, join, item->word, &met.quality);
            bool counts = met.how && met.how != MEET_INITIAL && met.quality;
            for (size_t n = 0; n < m.count && counts; n++)
                counts = m.items[n].item != met.item;
            if (counts)
                *arena_push(a, &m.items, &m.count) = met;
        }
    }
    if (m.count > 1)
        qsort(m.items, m.count, sizeof *m.items, compare_met);
    return m;
}

static size_t known_slot(const struct name_search *s, const struct word *w)
{
    size_t at = (size_t)((uint64_t)(uintptr_t)w * 0x9E3779B97F4A7C15u >> 32) & (s->known_size - 1);
    while (s->known[at].word && s->known[at].word != w)
        at = (at + 1) & (s->known_size - 1);
    return at;
}

static void grow_known(struct name_search *s)
{
    struct known_word *old = s->known;
    size_t size = s->known_size;
    s->known_size *= 2;
    s->known = heap_alloc(s->known_size, sizeof *s->known);
    for (size_t i = 0; i < size; i++)
        if (old[i].word)
            s->known[known_slot(s, old[i].word)] = old[i];
    free(old);
}

static struct meets meets_of_word(struct name_search *s, const struct word *w)
{
    uint32_t keys[MOST_KEYS];
    size_t at = known_slot(s, w);
    if (s->known[at].word)
        return s->known[at].meets;
    if (2 * (s->known_count + 1) > s->known_size) {
        grow_known(s);
        at = known_slot(s, w);
    }
    size_t count = word_keys(w, keys);
    s->known[at] = (struct known_word){w, gather(s, &s->arena, keys, count, w, NULL)};
    s->known_count++;
    return s->known[at].meets;
}

static struct meets meets_of_join(struct name_search *s, const struct join *j)
{
    uint32_t keys[MOST_KEYS];
    size_t count = join_keys(j, keys);
    return gather(s, &s->scratch, keys, count, NULL, j);
}

void search_tidy(struct name_search *s)
{
    if (!lexicon_tidy(s->lexicon))
        return;
    arena_free(&s->arena);
    s->arena = ARENA("met words");
    memset(s->known, 0, s->known_size * sizeof *s->known);
    s->known_count = 0;
}

void search_meets(struct name_search *s)
{
    const struct spelled *n = &s->name;
    for (size_t i = 0; i < n->count; i++)
        s->meets[i] = meets_of_word(s, n->words[i]);
    for (size_t j = 0; j < n->join_count; j++)
        s->meets[NAME_WORDS + j] = meets_of_join(s, &n->joins[j]);
}
