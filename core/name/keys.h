/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: keys to the items of an index. A key is 32 bits of a hash; that two keys are
 * equal only says that it is worth to look.
 */
#ifndef NAME_KEYS_H
#define NAME_KEYS_H

#include "name/spell.h"

enum { LEAST_ALIKE = 4, LEAST_JOINED = 8 }; /* letters of words that may differ in one */

struct key_pair {
    uint32_t key, item;
};
struct key_map {
    struct key_pair *pairs; /* sorted */
    size_t count, room;
    uint32_t *first; /* by the upper bits of a key */
    uint64_t *there; /* a bit by some more of them: most keys that are sought are not there, and to
                        find that out the pairs need not be fetched */
    unsigned bits;
};
enum { KEY_THERE_BITS = 4 }; /* how many more */

void key_map_add(struct key_map *, uint32_t key, uint32_t item);
void key_map_finish(struct key_map *);
void key_map_free(struct key_map *);
/* The items of a key: [*from, *to) of the pairs. */
static inline void key_map_find(const struct key_map *m, uint32_t key, size_t *from, size_t *to)
{
    uint32_t bit = key >> (32 - m->bits - KEY_THERE_BITS);
    *from = *to = 0;
    if (!(m->there[bit / 64] >> bit % 64 & 1))
        return;
    size_t at = m->first[key >> (32 - m->bits)], end = m->first[(key >> (32 - m->bits)) + 1];
    while (at < end && m->pairs[at].key < key)
        at++;
    *from = at;
    while (at < end && m->pairs[at].key == key)
        at++;
    *to = at;
}

enum { MOST_KEYS = 2 * WORD_BYTES + 8 };
/* The keys by which a word, or words joined, may meet others. */
size_t word_keys(const struct word *, uint32_t keys[MOST_KEYS]);
size_t join_keys(const struct join *, uint32_t keys[MOST_KEYS]);

#endif
