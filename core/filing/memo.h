/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what the latest distinct cells of a column meant. A cell that comes again, as
 * most dates, codes and countries do, is not decoded again. Cells and texts that are longer than an
 * entry holds are not kept.
 */
#ifndef FILING_MEMO_H
#define FILING_MEMO_H

#include "base/value.h"

enum { MEMO_CELL = 24, MEMO_TEXT = 23, MEMO_BITS = 10, MEMO_ENTRIES = 1 << MEMO_BITS };

/* A cell's bytes in a shape that is quick to compare: its words overlap. `size` is its length and
 * one; 0: the entry is empty, so that its memory is untouched. */
struct memo_key {
    uint64_t words[3];
    uint32_t size;
};

struct memo_entry {
    struct memo_key key;
    uint8_t text_len; /* the value's own text, when it does not live elsewhere */
    char text[MEMO_TEXT];
    uint16_t code;
    struct value value;
};
struct memo {
    struct memo_entry entries[MEMO_ENTRIES];
};
struct memo *memo_new(void);
void memo_free(struct memo *);
/* Puts the value in place of what the entry held. */
void memo_keep(struct memo_entry *, const struct memo_key *, const struct value *, uint16_t code);

static inline uint64_t memo_word(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* False: the cell is too long. */
static inline bool memo_key(struct text cell, struct memo_key *k)
{
    size_t n = cell.len;
    *k = (struct memo_key){.size = (uint32_t)n + 1};
    if (n > MEMO_CELL)
        return false;
    if (n >= 8) {
        k->words[0] = memo_word(cell.at);
        k->words[1] = memo_word(cell.at + n - 8);
        k->words[2] = n > 16 ? memo_word(cell.at + 8) : 0;
    } else if (n >= 4) {
        uint32_t first, last;
        memcpy(&first, cell.at, sizeof first);
        memcpy(&last, cell.at + n - 4, sizeof last);
        k->words[0] = first | (uint64_t)last << 32;
    } else if (n > 0) {
        k->words[0] = (uint64_t)(unsigned char)cell.at[0] |
                      (uint64_t)(unsigned char)cell.at[n / 2] << 8 |
                      (uint64_t)(unsigned char)cell.at[n - 1] << 16;
    }
    return true;
}

/* Where the cell's entry is or would be. */
static inline struct memo_entry *memo_at(struct memo *m, const struct memo_key *k)
{
    uint64_t hash = (k->words[0] ^ k->words[1] * 0x9E3779B97F4A7C15u ^
                     k->words[2] * 0xC2B2AE3D27D4EB4Fu ^ k->size) *
                    0xD6E8FEB86659FD93u;
    return &m->entries[hash >> (64 - MEMO_BITS)];
}

static inline bool memo_holds(const struct memo_entry *e, const struct memo_key *k)
{
    return e->key.size == k->size && e->key.words[0] == k->words[0] &&
           e->key.words[1] == k->words[1] && e->key.words[2] == k->words[2];
}

#endif
