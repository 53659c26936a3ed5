/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what an index is made of.
 */
#ifndef NAME_INDEX_PARTS_H
#define NAME_INDEX_PARTS_H

#include "name/index.h"
#include "name/keys.h"

#define INDEX_END UINT32_MAX

/* A distinct word, or words joined, of the list. */
struct index_item {
    const struct word *word; /* NULL: a join */
    const struct join *join;
    uint8_t weight;              /* of a word */
    uint32_t from, initials, to; /* names in `postings`; from `initials` on those with initials */
};
struct index_join {
    uint32_t item;
    uint8_t from, to;
};
/* A word of a name: its item, and what one asks of it often. */
struct index_word {
    uint32_t item;
    uint8_t weight, counts; /* counts: as one that must not be missing */
};
struct index_name {
    struct index_word *words;
    struct index_join *joins;
    uint32_t forms;
    uint32_t first;                   /* entry; INDEX_END: none */
    uint16_t whole, weight, heaviest; /* of all words, of those that count; of one */
    uint8_t word_count, join_count, initial_count, sort;
    bool has_form, has_comma, is_body;
};

struct name_index {
    const struct name_tables *tables;
    const struct name_list *list;
    struct lexicon *lexicon; /* of the list's words; not changed any more */
    struct arena arena;
    struct index_item *items;
    size_t item_count;
    struct index_name *names;
    size_t name_count;
    uint32_t *postings;
    struct key_map keys;                /* to items */
    struct key_map numbers;             /* to entries */
    struct word_table lists;            /* short name: number, from 1 */
    uint32_t *list_of, *next, *name_of; /* one an entry: its list; the next one of the same name;
                                           the name */
};

/* The list's number; 0: there is none. */
uint32_t index_list_find(const struct name_index *, struct text list);
/* A name as it was taken apart. */
void index_spelled(const struct name_index *, const struct index_name *, struct spelled *out);
uint32_t number_key(struct text number);

#endif
