/* SPDX-License-Identifier: Apache-2.0
 *
 * A list of names, so that those alike to a name are found without looking at each. What is found
 * is exactly what comparing it with every entry would find (tests/property/name_test.c holds the
 * two together): words lead to the entries that have a word that meets them; an entry is left out
 * only when what it could share at most is not enough.
 *
 * The list's distinct words and joined words are the items of a table of keys: the sound, what is
 * left of it without vowels, groups of same names, and, for a letter that differs, the sound with
 * each letter left out. Items lead to the distinct names, these to the entries.
 */
#ifndef NAME_INDEX_H
#define NAME_INDEX_H

#include "name/list.h"
#include "name/match.h"

struct name_index;
/* Of a list that does not change any more; both must outlive it. */
struct name_index *name_index_new(const struct name_tables *, const struct name_list *);
void name_index_free(struct name_index *);
/* Whether any entry is of the list with that short name; of any list, when it is empty. */
bool name_index_has(const struct name_index *, struct text list);
const struct name_list *name_index_list(const struct name_index *);
const struct name_tables *name_index_tables(const struct name_index *);

struct name_hit {
    uint32_t entry;        /* the item of the list whose name it is */
    uint16_t score, names; /* with, without what else is known */
};
struct name_hits {
    struct name_hit *items; /* best first, then in the order of the list */
    size_t count;
};

/* What one thread keeps between searches. */
struct name_search;
struct name_search *name_search_new(const struct name_index *);
void name_search_free(struct name_search *);
/* The entries of a list (empty: of all lists) whose score is at least `least`, each once, by the
 * name of its that is most alike. The hits live until the next search. */
struct name_hits name_search_find(struct name_search *, const struct profile *, struct text list,
                                  unsigned least);
/* Likewise by comparing with every entry: the reference. */
struct name_hits name_search_slowly(struct name_search *, const struct profile *, struct text list,
                                    unsigned least);
/* Why an entry has its score. In the arena. */
struct text name_search_explain(struct name_search *, const struct profile *, uint32_t entry,
                                struct arena *);

#endif
