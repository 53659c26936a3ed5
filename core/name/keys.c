/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/keys.h"

#include <stdlib.h>

void key_map_add(struct key_map *m, uint32_t key, uint32_t item)
{
    if (m->count == m->room) {
        m->room = m->room ? 2 * m->room : 1024;
        m->pairs = heap_resize(m->pairs, m->room, sizeof *m->pairs);
    }
    m->pairs[m->count++] = (struct key_pair){key, item};
}

static int compare_keys(const void *a, const void *b)
{
    const struct key_pair *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->item < y->item ? -1 : x->item > y->item;
}

static void drop_repeated(struct key_map *m)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->count; i++)
        if (kept == 0 || compare_keys(&m->pairs[kept - 1], &m->pairs[i]) != 0)
            m->pairs[kept++] = m->pairs[i];
    m->count = kept;
}

/* About two pairs share their upper bits. */
void key_map_finish(struct key_map *m)
{
    if (m->count)
        qsort(m->pairs, m->count, sizeof *m->pairs, compare_keys);
    drop_repeated(m);
    for (m->bits = 4; m->bits < 28 && (size_t)2 << m->bits < m->count;)
        m->bits++;
    size_t buckets = (size_t)1 << m->bits, at = 0;
    m->first = heap_alloc(buckets + 1, sizeof *m->first);
    for (size_t b = 0; b < buckets; b++) {
        m->first[b] = (uint32_t)at;
        while (at < m->count && m->pairs[at].key >> (32 - m->bits) == b)
            at++;
    }
    m->first[buckets] = (uint32_t)at;
    m->there = heap_alloc((buckets << KEY_THERE_BITS) / 64, sizeof *m->there);
    for (size_t i = 0; i < m->count; i++) {
        uint32_t bit = m->pairs[i].key >> (32 - m->bits - KEY_THERE_BITS);
        m->there[bit / 64] |= (uint64_t)1 << bit % 64;
    }
}

void key_map_free(struct key_map *m)
{
    free(m->pairs);
    free(m->first);
    free(m->there);
    *m = (struct key_map){0};
}

/* --- keys --- */

enum salt { SALT_CLOSE = 1, SALT_LOOSE, SALT_GROUP, SALT_LETTER };

static uint32_t key_of(enum salt salt, uint64_t hash)
{
    return (uint32_t)((hash ^ (uint64_t)salt * 0xC2B2AE3D27D4EB4Fu) * 0x9E3779B97F4A7C15u >> 32);
}

/* Two words that are a letter apart, or have two exchanged, have one of these in common. */
static size_t letter_keys(struct text close, uint64_t hash, uint32_t *keys)
{
    char without[WORD_BYTES];
    size_t count = 0;
    keys[count++] = key_of(SALT_LETTER, hash);
    for (size_t i = 0; i < close.len; i++) {
        memcpy(without, close.at, i);
        memcpy(without + i, close.at + i + 1, close.len - i - 1);
        keys[count++] = key_of(SALT_LETTER, text_hash((struct text){without, close.len - 1}));
    }
    return count;
}

size_t word_keys(const struct word *w, uint32_t keys[MOST_KEYS])
{
    size_t count = 0;
    keys[count++] = key_of(SALT_CLOSE, w->close_hash);
    for (size_t i = 0; i < 2; i++)
        if (w->groups[i])
            keys[count++] = key_of(SALT_GROUP, w->groups[i]);
    if (w->kind != WORD_PLAIN || w->close.len < LEAST_ALIKE)
        return count;
    if (w->loose.len >= 2)
        keys[count++] = key_of(SALT_LOOSE, text_hash(w->loose));
    return count + letter_keys(w->close, w->close_hash, keys + count);
}

size_t join_keys(const struct join *j, uint32_t keys[MOST_KEYS])
{
    size_t count = 0;
    keys[count++] = key_of(SALT_CLOSE, j->close_hash);
    if (j->is_letters || j->close.len < LEAST_JOINED)
        return count;
    return count + letter_keys(j->close, j->close_hash, keys + count);
}
