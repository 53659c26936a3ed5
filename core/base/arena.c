/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/arena.h"

#include <stdarg.h>
#include <stdlib.h>

#define BLOCK_SIZE ((size_t)64 << 10)
#define ALIGNMENT 16

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    _Alignas(ALIGNMENT) char bytes[];
};

static void (*handler)(size_t wanted);

void on_out_of_memory(void (*called)(size_t wanted))
{
    handler = called;
}

void out_of_memory(size_t wanted)
{
    if (handler)
        handler(wanted);
    abort();
}

void *heap_alloc(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        out_of_memory(count * size);
    return memory;
}

void *heap_resize(void *memory, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        out_of_memory(SIZE_MAX);
    void *resized = realloc(memory, bytes ? bytes : 1);
    if (!resized)
        out_of_memory(bytes);
    return resized;
}

FILE *heap_stream(char **bytes, size_t *len)
{
    FILE *out = open_memstream(bytes, len);
    if (!out)
        out_of_memory(BUFSIZ);
    return out;
}

/* A block with room for `bytes`; a large piece gets a block of its own behind the newest one, so
 * that the room left in that one is not lost. */
static struct arena_block *add_block(struct arena *a, size_t bytes)
{
    size_t size = bytes > BLOCK_SIZE ? bytes : BLOCK_SIZE;
    struct arena_block *b = heap_resize(NULL, 1, sizeof *b + size); /* pieces are zeroed */
    b->next = NULL;
    b->used = 0;
    b->size = size;
    if (a->blocks && bytes > BLOCK_SIZE) {
        b->next = a->blocks->next;
        a->blocks->next = b;
    } else {
        b->next = a->blocks;
        a->blocks = b;
    }
    a->held += size;
    return b;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2)
        out_of_memory(SIZE_MAX);
    bytes = (bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    struct arena_block *b = a->blocks;
    if (!b || b->size - b->used < bytes)
        b = add_block(a, bytes);
    void *memory = b->bytes + b->used;
    b->used += bytes;
    return memset(memory, 0, bytes);
}

struct text arena_copy(struct arena *a, struct text t)
{
    char *copy = arena_alloc(a, t.len + 1, 1);
    if (t.len)
        memcpy(copy, t.at, t.len);
    return (struct text){copy, t.len};
}

/* The room that is left in the newest block. */
static char *room_left(const struct arena *a, size_t *room)
{
    struct arena_block *b = a->blocks;
    *room = b ? b->size - b->used : 0;
    return b ? b->bytes + b->used : NULL;
}

/* Most texts fit into the room that is left; only others are formatted twice. */
struct text arena_format(struct arena *a, const char *format, ...)
{
    size_t room;
    char *made = room_left(a, &room);
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int printed = vsnprintf(made, made ? room : 0, format, args);
    va_end(args);
    size_t len = printed < 0 ? 0 : (size_t)printed;
    bool fits = len < room;
    if (fits)
        a->blocks->used += (len + ALIGNMENT) & ~(size_t)(ALIGNMENT - 1);
    else
        made = arena_alloc(a, len + 1, 1);
    if (!fits && len > 0)
        vsnprintf(made, len + 1, format, again);
    va_end(again);
    return (struct text){made, len};
}

void growing_add(struct growing *g, struct text t)
{
    if (t.len > SIZE_MAX / 4 - g->len)
        out_of_memory(SIZE_MAX);
    if (!g->at || g->len + t.len >= g->room) {
        g->room = 2 * (g->len + t.len) + 32;
        char *wider = arena_alloc(g->arena, g->room, 1);
        if (g->len)
            memcpy(wider, g->at, g->len);
        g->at = wider;
    }
    if (t.len)
        memcpy(g->at + g->len, t.at, t.len);
    g->len += t.len;
}

void *arena_grow(struct arena *a, void *array, size_t count, size_t size)
{
    if (count != 0 && (count & (count - 1)) != 0)
        return array;
    if (count > SIZE_MAX / 2)
        out_of_memory(SIZE_MAX);
    void *grown = arena_alloc(a, count ? count * 2 : 1, size);
    if (count && array)
        memcpy(grown, array, count * size);
    return grown;
}

void arena_reset(struct arena *a)
{
    struct arena_block *kept = a->blocks;
    if (!kept)
        return;
    for (struct arena_block *b = kept->next, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    kept->next = NULL;
    kept->used = 0;
    a->held = kept->size;
}

void arena_free(struct arena *a)
{
    for (struct arena_block *b = a->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    a->blocks = NULL;
    a->held = 0;
}
