/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/group.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

void groups_init(struct groups *g)
{
    *g = (struct groups){.arena = ARENA("groups"), .slot_count = FIRST_SLOTS};
    g->slots = heap_alloc(g->slot_count, sizeof *g->slots);
}

void groups_free(struct groups *g)
{
    free(g->slots);
    arena_free(&g->arena);
    *g = (struct groups){0};
}

/* FNV-1a; equal hashes only cost a comparison of keys. */
static uint64_t hash_of(struct text key)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < key.len; i++)
        h = (h ^ (unsigned char)key.at[i]) * 1099511628211u;
    return h ^ h >> 29;
}

static struct group **find_slot(struct group **slots, size_t slot_count, struct text key)
{
    size_t at = hash_of(key) & (slot_count - 1);
    while (slots[at] && !text_equal(slots[at]->key, key))
        at = (at + 1) & (slot_count - 1);
    return &slots[at];
}

static void double_slots(struct groups *g)
{
    size_t wider = g->slot_count * 2;
    struct group **slots = heap_alloc(wider, sizeof *slots);
    for (size_t i = 0; i < g->count; i++)
        *find_slot(slots, wider, g->order[i]->key) = g->order[i];
    free(g->slots);
    g->slots = slots;
    g->slot_count = wider;
}

struct group *groups_at(struct groups *g, struct text key, size_t sum_count)
{
    if (g->count * 2 >= g->slot_count)
        double_slots(g);
    struct group **slot = find_slot(g->slots, g->slot_count, key);
    if (!*slot) {
        *slot = arena_make(&g->arena, struct group);
        (*slot)->key = arena_copy(&g->arena, key);
        (*slot)->sums = arena_array(&g->arena, sum_count, struct group_sum);
        *arena_push(&g->arena, &g->order, &g->count) = *slot;
    }
    return *slot;
}

void group_sum_add(struct group_sum *s, const struct value *v)
{
    if (s->currency == 0)
        s->currency = v->currency;
    s->mixed |= v->currency != s->currency;
    s->overflow |= __builtin_add_overflow(s->least, (__int128)v->number, &s->least);
    s->overflow |= __builtin_add_overflow(s->most, (__int128)value_most(v), &s->most);
}

struct value group_sum_value(const struct group_sum *s, enum type type)
{
    struct value v = {.type = type, .currency = s->currency};
    if (s->mixed || s->overflow || s->most > INT64_MAX || s->least < INT64_MIN)
        return v;
    v.knowledge = VALUE_KNOWN;
    v.number = (int64_t)s->least;
    v.most = (int64_t)s->most;
    v.ranged = s->least != s->most;
    return v;
}
