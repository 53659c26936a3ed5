/* SPDX-License-Identifier: Apache-2.0
 *
 * Searching an index. The words of the name lead to names of the list; what these share with it is
 * added up as if all of it counted in full. Where that is not enough for the score that is asked
 * for, the name is done with; the others are compared. Words that many names have need not be
 * followed when what they could bring by themselves is not enough.
 */
#include <config.h>

#include <stdlib.h>

#include "name/index_parts.h"

struct met {
    uint32_t item;
    uint8_t how, quality;
};
/* Items that a word of the name meets, in the order of their numbers. */
struct meets {
    struct met *items;
    size_t count;
};
struct known_word {
    const struct word *word;
    struct meets meets;
};

/* A name of the list that shares something: how much, and which part of the name said so last. */
struct share {
    uint32_t weight;
    uint16_t unit;
    uint8_t words; /* how many parts */
    bool joined;   /* by words written as one */
};

/* What they weigh at most: see weight_of() in spell.c. */
enum { INITIAL_WEIGHT = 20, LEAST_WEIGHT = 10 };

enum { MOST_UNITS = NAME_WORDS + NAME_JOINS };

struct name_search {
    const struct name_index *index;
    struct lexicon *lexicon;
    struct arena arena; /* of known words */
    struct arena scratch;
    struct known_word *known; /* by the word's address */
    size_t known_size, known_count;
    struct share *shares; /* one a name of the list */
    uint32_t *touched;
    size_t touched_count;
    struct name_hits hits;
    size_t hit_room;
    uint32_t *found_in, searches; /* one an entry: the last search that found it */
    /* of the name at hand */
    struct spelled name;
    struct meets meets[MOST_UNITS]; /* of its words, then of its joins */
    bool is_body;
};

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

/* --- what a word meets --- */

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

static void tidy(struct name_search *s)
{
    if (!lexicon_tidy(s->lexicon))
        return;
    arena_free(&s->arena);
    s->arena = ARENA("met words");
    memset(s->known, 0, s->known_size * sizeof *s->known);
    s->known_count = 0;
}

static const struct met *find_met(const struct meets *m, uint32_t item)
{
    size_t from = 0, to = m->count;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (m->items[middle].item < item)
            from = middle + 1;
        else
            to = middle;
    }
    return from < m->count && m->items[from].item == item ? &m->items[from] : NULL;
}

/* --- bounds --- */

/* The most that names can score that share words of that weight with a name that has so much. */
static unsigned best_score(const struct name_search *s, unsigned shared, unsigned all,
                           bool one_word)
{
    const struct name_tables *t = s->index->tables;
    /* Initials and particles that may be shared besides. */
    unsigned slack = 0;
    unsigned particle = t->weight_particle > LEAST_WEIGHT ? t->weight_particle : LEAST_WEIGHT;
    for (size_t i = 0; i < s->name.count; i++)
        slack += s->name.words[i]->kind == WORD_INITIAL ? INITIAL_WEIGHT : particle;
    unsigned percent = t->extra_body;
    if (!s->is_body && one_word && t->extra_one_word < percent)
        percent = t->extra_one_word;
    if (!s->is_body && !one_word && t->extra_person < percent)
        percent = t->extra_person;
    if (shared > all)
        shared = all;
    uint64_t met = (uint64_t)200 * (shared + slack), lost = (uint64_t)percent * (all - shared);
    return met + lost ? (unsigned)((SCORE_WHOLE * met + met + lost - 1) / (met + lost)) : 0;
}

/* What names alone must score so that all that may raise them is enough. */
static unsigned least_of_names(const struct name_tables *t, const struct profile *who,
                               unsigned least)
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

static unsigned weight_of_name(const struct spelled *n)
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

/* Words that need not be followed: those of the most names first, as long as what they could bring
 * together is not enough. Gives their weight. */
static unsigned choose_skipped(const struct name_search *s, unsigned least,
                               bool skipped[NAME_WORDS], unsigned *words)
{
    unsigned all = weight_of_name(&s->name), weight = 0;
    uint64_t postings[NAME_WORDS];
    for (size_t i = 0; i < s->name.count; i++) {
        skipped[i] = s->name.words[i]->particle; /* leads to no likeness by itself */
        postings[i] = skipped[i] ? 0 : postings_of(s->index, &s->meets[i]);
        weight += skipped[i] ? s->name.words[i]->weight : 0;
    }
    for (;;) {
        size_t most = s->name.count;
        for (size_t i = 0; i < s->name.count; i++)
            if (!skipped[i] && postings[i] &&
                (most == s->name.count || postings[i] > postings[most]))
                most = i;
        if (most == s->name.count)
            return weight;
        unsigned with = weight + s->name.words[most]->weight;
        postings[most] = 0; /* looked at */
        if (best_score(s, with, all, *words == 0) >= least)
            continue;
        skipped[most] = true;
        weight = with;
        ++*words;
    }
}

/* --- names that share something --- */

static void share_with(struct name_search *s, uint32_t from, uint32_t to, unsigned weight,
                       uint16_t unit, bool joined)
{
    const uint32_t *names = s->index->postings;
    for (uint32_t i = from; i < to; i++) {
        struct share *found = &s->shares[names[i]];
        if (found->unit == 0)
            s->touched[s->touched_count++] = names[i];
        found->joined |= joined;
        if (found->unit == unit)
            continue;
        found->weight += weight;
        found->unit = unit;
        found->words++;
    }
}

static void follow(struct name_search *s, const struct meets *m, unsigned weight, uint16_t unit,
                   bool skipped)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct index_item *item = &s->index->items[m->items[i].item];
        bool all = !skipped || item->join;
        share_with(s, all ? item->from : item->initials, item->to, weight, unit,
                   item->join || unit > NAME_WORDS);
    }
}

static unsigned weight_of_join(const struct spelled *n, const struct join *j)
{
    unsigned weight = 0;
    for (size_t i = j->from; i < j->to; i++)
        weight += n->words[i]->weight;
    return weight;
}

/* Gives the weight of the words that were not followed, and how many of them might count. */
static unsigned follow_all(struct name_search *s, unsigned least, unsigned *words)
{
    bool skipped[NAME_WORDS] = {false};
    const struct spelled *n = &s->name;
    for (size_t i = 0; i < n->count; i++)
        s->meets[i] = meets_of_word(s, n->words[i]);
    for (size_t j = 0; j < n->join_count; j++)
        s->meets[NAME_WORDS + j] = meets_of_join(s, &n->joins[j]);
    unsigned weight = choose_skipped(s, least, skipped, words);
    for (size_t i = 0; i < n->count; i++)
        if (n->words[i]->kind != WORD_INITIAL)
            follow(s, &s->meets[i], n->words[i]->weight, (uint16_t)(i + 1), skipped[i]);
    for (size_t j = 0; j < n->join_count; j++)
        follow(s, &s->meets[NAME_WORDS + j], weight_of_join(n, &n->joins[j]),
               (uint16_t)(NAME_WORDS + j + 1), false);
    return weight;
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
            const struct met *met = find_met(&s->meets[i], n->words[k]);
            uint8_t quality = met ? met->quality : 0, how = met ? met->how : MEET_NOT;
            if (name->words[i]->kind == WORD_INITIAL || other->words[k]->kind == WORD_INITIAL)
                how = words_meet(s->index->tables, name->words[i], other->words[k], &quality);
            if (how && quality)
                add_pair(pairs, &count,
                         (struct word_pair){(uint8_t)i, 1, (uint8_t)k, 1, how, quality, 0});
        }
    for (size_t j = 0; j < name->join_count; j++)
        for (size_t k = 0; k < other->count; k++) {
            const struct met *met = find_met(&s->meets[NAME_WORDS + j], n->words[k]);
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

/* Whether what is shared may be enough, without a look at the words of the other name. */
static bool may_be_enough(const struct name_search *s, const struct index_name *n,
                          const struct share *found, unsigned all, unsigned least)
{
    unsigned shared = found->weight < all ? found->weight : all, taken = found->words * n->heaviest;
    uint64_t met = (uint64_t)200 * (found->weight < n->whole ? found->weight : n->whole);
    unsigned initials = 0;
    for (size_t i = 0; i < s->name.count; i++) {
        initials += s->name.words[i]->kind == WORD_INITIAL;
        taken += s->name.words[i]->particle ? n->heaviest : 0; /* followed nowhere */
    }
    unsigned other_left = without_initials(n->weight > taken ? n->weight - taken : 0, initials);
    unsigned left = without_initials(all - shared, n->initial_count);
    uint64_t lost = least_lost(s, n, left, other_left, found->words);
    met += (uint64_t)200 * INITIAL_WEIGHT * (initials + n->initial_count);
    return SCORE_WHOLE * met >= least * (met + lost);
}

/* Which words meet at all, without pairing them: the most that the names can score. Only where no
 * joined words are about. */
static bool is_promising(const struct name_search *s, const struct index_name *n, unsigned least)
{
    const struct spelled *name = &s->name;
    uint32_t met_other = 0;
    unsigned shared = 0, other = 0, left = 0, other_left = 0, words = 0;
    unsigned initials = 0, other_initials = 0;
    for (size_t i = 0; i < name->count; i++) {
        uint32_t met = 0;
        for (size_t k = 0; k < n->word_count; k++)
            if (find_met(&s->meets[i], n->words[k]))
                met |= (uint32_t)1 << k;
        met_other |= met;
        unsigned weight = name->words[i]->weight;
        *(met ? &shared : &left) += met ? weight : word_counts(name->words[i]);
        words += met != 0;
        initials += name->words[i]->kind == WORD_INITIAL;
    }
    for (size_t k = 0; k < n->word_count; k++) {
        const struct word *w = s->index->items[n->words[k]].word;
        bool met = met_other >> k & 1;
        *(met ? &other : &other_left) += met ? w->weight : word_counts(w);
        other_initials += w->kind == WORD_INITIAL;
    }
    uint64_t met = (uint64_t)200 * (shared < other ? shared : other);
    uint64_t lost = least_lost(s, n, without_initials(left, other_initials),
                               without_initials(other_left, initials), words);
    bool any = met > 0;
    met += (uint64_t)200 * INITIAL_WEIGHT * (initials + other_initials);
    return any && SCORE_WHOLE * met >= least * (met + lost);
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
    tidy(s);
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

struct name_hits name_search_find(struct name_search *s, const struct profile *who,
                                  struct text list, unsigned least)
{
    const struct name_index *x = s->index;
    struct wanted w = {who, index_list_find(x, list), least};
    begin_search(s, who);
    if (list.len && !w.list)
        return s->hits;
    unsigned enough = least_of_names(x->tables, who, least);
    unsigned words = 0, not_followed = follow_all(s, enough, &words),
             all = weight_of_name(&s->name);
    for (size_t i = 0; i < s->touched_count; i++) {
        const struct index_name *n = &x->names[s->touched[i]];
        struct share *found = &s->shares[s->touched[i]];
        found->weight += not_followed;
        found->words = (uint8_t)(found->words + words);
        if (found->joined ||
            (may_be_enough(s, n, found, all, enough) && is_promising(s, n, enough)))
            take_name(s, &w, n);
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
