/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what a search is made of.
 */
#ifndef NAME_SEARCH_PARTS_H
#define NAME_SEARCH_PARTS_H

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
    uint32_t weight, others; /* of the name that is sought; of the words that it meets */
    uint8_t unit, words;     /* words: how many parts */
    uint8_t marks;           /* enum share_mark */
};
enum share_mark {
    SHARE_JOINED = 1,   /* by words written as one */
    SHARE_INITIALS = 2, /* the name has initials, which may stand for any word */
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

/* --- what a word meets --- */

/* What the words of the name at hand, and its joins, meet of the list. */
void search_meets(struct name_search *);
/* How an item of the list is met; NULL: it is not. */
static inline const struct met *find_met(const struct meets *m, uint32_t item)
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
/* Forgets the words that were met when there are many; between names only. */
void search_tidy(struct name_search *);

/* --- bounds: what need not be looked at --- */

/* What names alone must score so that all that may raise them is enough. */
unsigned least_of_names(const struct name_tables *, const struct profile *, unsigned least);
unsigned weight_of_name(const struct spelled *);
/* What the name at hand can score at most, whatever the other one is. */
struct ceiling {
    unsigned least;     /* what is asked for */
    unsigned all;       /* what the name weighs */
    unsigned whole;     /* likewise, with words that may be missing */
    unsigned slack;     /* of initials and particles, which may be shared besides */
    unsigned one, more; /* percent that a word costs which the other has not: one shared; more */
    unsigned particles; /* weight of those, which are not followed */
    unsigned skipped;   /* of words that only names with initials were followed from */
    uint8_t particle_count, skipped_count;
};
struct ceiling search_ceiling(const struct name_search *, unsigned least);
/* Chooses words that need not be followed to names without initials: those of the most names first,
 * as long as what they could bring together is not enough. */
void choose_skipped(const struct name_search *, struct ceiling *, bool skipped[NAME_WORDS]);
/* Whether names without initials that share so much with it may be alike enough. */
static inline bool ceiling_reaches(const struct ceiling *c, unsigned shared, bool one_word)
{
    unsigned weight = shared < c->all ? shared : c->all;
    uint64_t met = (uint64_t)200 * (weight + c->slack);
    uint64_t lost = (uint64_t)(one_word ? c->one : c->more) * (c->all - weight);
    return met && (uint64_t)SCORE_WHOLE * met + met + lost > (uint64_t)c->least * (met + lost);
}
/* Whether names in which words of this weight meet with this quality may be alike enough, if all
 * else meets in full. */
static inline bool quality_suffices(const struct ceiling *c, unsigned weight, unsigned quality)
{
    uint64_t all = (uint64_t)100 * c->whole, lost = (uint64_t)weight * (100 - quality);
    return SCORE_WHOLE * (all - lost) >= c->least * all;
}
/* To what was followed adds what was not. */
void share_complete(const struct ceiling *, const struct index_name *, struct share *);
/* Whether what is shared may be enough, without a look at the words of the other name. */
bool may_be_enough(const struct name_search *, const struct index_name *, const struct share *,
                   const struct ceiling *);
/* Which words meet at all, without pairing them: the most that the names can score. Only where no
 * joined words are about. */
bool is_promising(const struct name_search *, const struct index_name *, unsigned least);

#endif
