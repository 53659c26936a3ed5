/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/text_table.h"

#include <stdlib.h>

/* The slot that holds the text, or the empty one where it belongs. */
static uint32_t *slot_of(const struct text_table *t, struct text text)
{
    size_t i = (size_t)(text_hash(text) >> 32) & (t->slot_count - 1);
    while (t->slots[i] && !text_equal(t->items[t->slots[i] - 1], text))
        i = (i + 1) & (t->slot_count - 1);
    return &t->slots[i];
}

/* At most half of the slots are full, so that a search ends soon. */
static void make_room(struct text_table *t)
{
    if (t->count * 2 < t->slot_count)
        return;
    free(t->slots);
    t->slot_count = t->slot_count ? t->slot_count * 2 : 256;
    t->slots = heap_alloc(t->slot_count, sizeof *t->slots);
    for (size_t i = 0; i < t->count; i++)
        *slot_of(t, t->items[i]) = (uint32_t)(i + 1);
}

size_t text_table_add(struct text_table *t, struct text text)
{
    make_room(t);
    uint32_t *slot = slot_of(t, text);
    if (*slot == 0) {
        *arena_push(&t->arena, &t->items, &t->count) = arena_copy(&t->arena, text);
        *slot = (uint32_t)t->count;
    }
    return *slot - 1;
}

void text_table_free(struct text_table *t)
{
    arena_free(&t->arena);
    free(t->slots);
    *t = (struct text_table){0};
}
