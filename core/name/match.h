/* SPDX-License-Identifier: Apache-2.0
 *
 * How alike two names are: a score from 0 to 1000, and how it came about. It does not depend on
 * which name comes first, on the order of words, or on what else is compared. A score says that
 * names are alike; it does not say that two people are one.
 */
#ifndef NAME_MATCH_H
#define NAME_MATCH_H

#include "name/spell.h"

enum { SCORE_WHOLE = 1000 };

/* Words of the one name that meet words of the other. */
struct word_pair {
    uint8_t a, a_count, b, b_count; /* words [a, a + a_count) */
    uint8_t how, quality;           /* enum meeting, percent */
    uint32_t gain;                  /* what the pair counts */
};
struct likeness {
    unsigned score;
    unsigned names; /* of the names alone, before what else is known raised or sank it */
    struct word_pair pairs[NAME_WORDS];
    size_t pair_count;
    uint32_t left_a, left_b; /* bit by word: met nothing */
    bool forms_differ, order_differs;
    bool is_body;
};

/* How two words meet: enum meeting, and the percentage. */
uint8_t words_meet(const struct name_tables *, const struct word *, const struct word *,
                   uint8_t *quality);
/* Of names alone. */
void names_compare(const struct name_tables *, const struct spelled *a, const struct spelled *b,
                   enum profile_sort, enum profile_sort, struct likeness *out);

/* What else is known of two actors: each raises the score or sinks it. */
enum evidence { EVIDENCE_NONE, EVIDENCE_AGREES, EVIDENCE_DIFFERS };
struct evidences {
    enum evidence birth_date, country, number, kind;
};
struct evidences profiles_compare(const struct profile *, const struct profile *);
unsigned score_with(const struct name_tables *, unsigned names, const struct evidences *);
/* Whether two numbers are the same but for blanks, dots and case. */
bool numbers_same(struct text, struct text);

/* The score in words: "petrosyan ~ bedrossian (voices or vowels, 89 %); ...". In the arena. */
struct text likeness_print(struct arena *, const struct spelled *x, const struct spelled *y,
                           const struct likeness *, const struct evidences *);
/* "97 %", "97.3 %". In the arena. */
struct text score_print(struct arena *, unsigned score);

/* --- inside this floor --- */

/* Takes the next sign of a number that counts, letters small or not; false: there is none. */
bool number_sign(struct text *number, char *sign);

enum { NAME_PAIRS = NAME_WORDS * NAME_WORDS + 4 * NAME_JOINS };
/* Picks from the pairs those that count and works out the score; the list is sorted on the way. */
void likeness_score(const struct name_tables *, const struct spelled *a, const struct spelled *b,
                    bool is_body, struct word_pair *pairs, size_t count, struct likeness *out);
/* Whether a join meets a word; with how much. */
uint8_t join_meets(const struct name_tables *, const struct join *, const struct word *,
                   uint8_t *quality);
/* What a pair counts: its quality times the weight of the lighter side. */
void pair_weigh(const struct spelled *a, const struct spelled *b, struct word_pair *);
/* Adds the joined pairs, whose words stand side by side in one name. */
void add_joined(const struct name_tables *, const struct spelled *a, const struct spelled *b,
                struct word_pair *pairs, size_t *count);
/* Whether a name is one of a body rather than a person's. */
bool spelled_is_body(const struct spelled *, enum profile_sort);
/* Half steps between two spellings: letters that are near count one, others two; vowels that are
 * missing one. More than `most`: most + 1. */
unsigned spelling_distance(const struct name_tables *, struct text a, struct text b, unsigned most);

#endif
