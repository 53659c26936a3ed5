/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/memo.h"

#include <stdlib.h>

#include "base/arena.h"

enum { EMPTY = 255 };

struct memo {
    struct memo_entry entries[MEMO_ENTRIES];
};

struct memo *memo_new(void)
{
    struct memo *m = heap_alloc(1, sizeof *m);
    for (size_t i = 0; i < MEMO_ENTRIES; i++)
        m->entries[i].len = EMPTY;
    return m;
}

void memo_free(struct memo *m)
{
    free(m);
}

struct memo_entry *memo_at(struct memo *m, struct text cell)
{
    uint64_t words[3] = {0, 0, 0}, hash;
    if (cell.len > MEMO_CELL)
        return NULL;
    if (cell.len)
        memcpy(words, cell.at, cell.len);
    hash = (words[0] ^ words[1] * 0x9E3779B97F4A7C15u ^ words[2] * 0xC2B2AE3D27D4EB4Fu ^ cell.len) *
           0xD6E8FEB86659FD93u;
    return &m->entries[hash >> 53];
}

/* Texts of closed lists, countries and single characters live as long as the program; others are
 * copied, as far as there is room. */
void memo_keep(struct memo_entry *e, struct text cell, const struct value *v, uint16_t code)
{
    bool own = v->knowledge == VALUE_KNOWN &&
               (v->type == TYPE_TEXT || v->type == TYPE_COUNTRIES || v->type == TYPE_KEY);
    if (own && v->text.len > MEMO_TEXT)
        return;
    e->len = (uint8_t)cell.len;
    if (cell.len)
        memcpy(e->cell, cell.at, cell.len);
    e->value = *v;
    e->code = code;
    e->text_len = own ? (uint8_t)v->text.len : 0;
    if (e->text_len)
        memcpy(e->text, v->text.at, e->text_len);
}
