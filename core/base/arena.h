/* SPDX-License-Identifier: Apache-2.0
 *
 * Memory that dies together. An arena hands out pieces that are never freed
 * one by one; arena_reset() or arena_free() ends them all. No function here
 * gives NULL: when memory runs out, out_of_memory() is called and does not return.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdio.h>

#include "base/text.h"

struct arena_block;
struct arena {
    const char *name;           /* for figures of memory */
    struct arena_block *blocks; /* newest first */
    size_t held;                /* bytes in all blocks */
};

#define ARENA(name_) ((struct arena){.name = (name_)})

/* Zeroed memory for `count` things of `size` bytes, aligned for any of them. */
void *arena_alloc(struct arena *, size_t count, size_t size);
#define arena_make(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define arena_array(arena, count, type) ((type *)arena_alloc((arena), (count), sizeof(type)))

/* A copy of the text; its bytes are followed by a NUL, not counted in len. */
struct text arena_copy(struct arena *, struct text);
/* A formatted text, NUL behind it. */
struct text arena_format(struct arena *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A text that grows at its end, of any length; formatting it anew for each piece would copy it each
 * time, and "%.*s" with TEXT_ARG cuts it. */
struct growing {
    struct arena *arena;
    char *at; /* NUL behind it */
    size_t len, room;
};
void growing_add(struct growing *, struct text);
static inline struct text growing_text(const struct growing *g)
{
    return (struct text){g->at ? g->at : "", g->len};
}
/* `array` of `count` elements with room for one more: doubles at powers of two.
 * Old copies stay in the arena until it ends. */
void *arena_grow(struct arena *, void *array, size_t count, size_t size);
#define arena_push(arena, array, count) \
    (*(array) = arena_grow((arena), *(array), *(count), sizeof **(array)), \
     &(*(array))[(*(count))++])

/* Forgets everything, keeps one block for the next round. */
void arena_reset(struct arena *);
void arena_free(struct arena *);

/* Plain heap with the same promise: never NULL. */
void *heap_alloc(size_t count, size_t size);
void *heap_resize(void *, size_t count, size_t size);
/* A stream whose bytes, once it is closed, are (*bytes)[0..*len) in the heap: the caller frees
 * them. */
FILE *heap_stream(char **bytes, size_t *len);
/* What happens when memory runs out: abort(), or what is called before, if that does not return. */
_Noreturn void out_of_memory(size_t wanted);
void on_out_of_memory(void (*called)(size_t wanted));

#endif
