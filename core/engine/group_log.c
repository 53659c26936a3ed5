/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/group_log.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/storing.h"

/* Blocks of 512 bytes, and of each power of two up to 32 KiB, come from slabs and go back to a list
 * when they were written to the file: then no page is asked of the system twice. */
enum { FIRST_BLOCK = 512, SIZES = 7, MOST_BLOCK = FIRST_BLOCK << (SIZES - 1) };
enum { FIRST_SLAB = 1 << 16, SLAB = 1 << 21 };

struct slab {
    struct slab *next;
    size_t size, used;
};
struct spare {
    struct spare *next;
};

/* Some entries: in memory, or (bytes NULL) at an offset of the file. */
struct block {
    char *bytes;
    uint64_t offset;
    size_t len, room;
};

struct chain {
    struct block *blocks;
    size_t count, room;
    uint64_t len;
};

struct group_log {
    struct chain *chains; /* [task * GROUP_PARTS + part] */
    size_t chain_count;
    size_t budget, held; /* bytes in memory */
    struct slab *slabs;  /* newest first */
    struct spare *spares[SIZES];
    int file; /* -1: none yet */
    uint64_t file_len;
    const char *error;
};

struct group_log *group_log_new(size_t tasks, size_t budget)
{
    struct group_log *g = heap_alloc(1, sizeof *g);
    g->chain_count = tasks * GROUP_PARTS;
    g->chains = heap_alloc(g->chain_count, sizeof *g->chains);
    g->budget = budget;
    g->file = -1;
    return g;
}

/* --- memory --- */

static struct slab *add_slab(struct group_log *g)
{
    size_t size = g->slabs ? SLAB : FIRST_SLAB;
    struct slab *s = aligned_alloc(size, size);
    if (!s)
        out_of_memory(size);
    if (size == SLAB)
        madvise(s, size, MADV_HUGEPAGE); /* a wish: without, all goes on, slower */
    *s = (struct slab){.next = g->slabs, .size = size, .used = FIRST_BLOCK};
    return g->slabs = s;
}

static size_t class_of(size_t room)
{
    size_t which = 0;
    while ((size_t)FIRST_BLOCK << which < room)
        which++;
    return which;
}

/* `room` is a power of two from FIRST_BLOCK on; larger ones than MOST_BLOCK are by themselves. */
static char *take_memory(struct group_log *g, size_t room)
{
    if (room > MOST_BLOCK)
        return heap_resize(NULL, room, 1);
    struct spare **spares = &g->spares[class_of(room)], *first = *spares;
    if (first) {
        *spares = first->next;
        return (char *)first;
    }
    struct slab *s = g->slabs;
    if (!s || s->size - s->used < room)
        s = add_slab(g);
    s->used += room;
    return (char *)s + s->used - room;
}

static void give_back(struct group_log *g, struct block *b)
{
    if (b->room > MOST_BLOCK) {
        free(b->bytes);
    } else if (b->bytes) {
        struct spare *spare = (struct spare *)(void *)b->bytes;
        spare->next = g->spares[class_of(b->room)];
        g->spares[class_of(b->room)] = spare;
    }
    b->bytes = NULL;
    b->room = 0;
}

void group_log_free(struct group_log *g)
{
    if (!g)
        return;
    for (size_t i = 0; i < g->chain_count; i++) {
        for (size_t k = 0; k < g->chains[i].count; k++)
            give_back(g, &g->chains[i].blocks[k]);
        free(g->chains[i].blocks);
    }
    for (struct slab *s = g->slabs, *next; s; s = next) {
        next = s->next;
        free(s);
    }
    if (g->file >= 0)
        close(g->file);
    free(g->chains);
    free(g);
}

const char *group_log_error(const struct group_log *g)
{
    return g->error;
}

uint64_t group_log_size(const struct group_log *g, size_t task, size_t part)
{
    return g->chains[task * GROUP_PARTS + part].len;
}

/* --- the file --- */

static bool open_file(struct group_log *g)
{
    if (g->file < 0)
        g->file = put_aside_file();
    if (g->file < 0)
        g->error = strerror(errno);
    return g->file >= 0;
}

static bool write_block(struct group_log *g, struct block *b)
{
    size_t done = 0;
    while (done < b->len) {
        ssize_t n = pwrite(g->file, b->bytes + done, b->len - done, (off_t)(g->file_len + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            g->error = strerror(n < 0 ? errno : ENOSPC);
            return false;
        }
        done += (size_t)n;
    }
    give_back(g, b);
    b->offset = g->file_len;
    g->file_len += b->len;
    return true;
}

static void spill(struct group_log *g)
{
    if (!open_file(g))
        return;
    for (size_t i = 0; i < g->chain_count; i++)
        for (size_t k = 0; k < g->chains[i].count; k++)
            if (g->chains[i].blocks[k].bytes && !write_block(g, &g->chains[i].blocks[k]))
                return;
    g->held = 0;
}

/* --- entries --- */

static struct block *add_block(struct group_log *g, struct chain *c, size_t wanted)
{
    size_t last = c->count ? c->blocks[c->count - 1].len : 0, room = FIRST_BLOCK;
    while (room < wanted || (room < last * 2 && room < MOST_BLOCK))
        room *= 2;
    if (c->count == c->room) {
        c->room = c->room ? c->room * 2 : 4;
        c->blocks = heap_resize(c->blocks, c->room, sizeof *c->blocks);
    }
    struct block *b = &c->blocks[c->count++];
    *b = (struct block){.bytes = take_memory(g, room), .room = room};
    g->held += room;
    return b;
}

static void add_bytes(struct block *b, const void *bytes, size_t len)
{
    memcpy(b->bytes + b->len, bytes, len);
    b->len += len;
}

/* The chain's next entry comes many rows later; the memory for it is best in the cache by then:
 * while a store waits for memory, all that reads what was stored lately waits with it. */
static void fetch_ahead(const struct block *b)
{
    enum { LINE = 64, LINES = 3 };
    for (size_t i = 1; i <= LINES; i++)
        if (b->len + i * LINE < b->room)
            __builtin_prefetch(b->bytes + b->len + i * LINE, 1);
}

void group_log_add(struct group_log *g, size_t task, uint64_t hash, struct text entry)
{
    struct chain *c = &g->chains[task * GROUP_PARTS + (hash >> 56)];
    struct block *b = c->count ? &c->blocks[c->count - 1] : NULL;
    uint32_t len = (uint32_t)entry.len;
    size_t wanted = sizeof hash + sizeof len + entry.len;
    if (g->error)
        return;
    if (!b || !b->bytes || b->room - b->len < wanted) {
        if (g->held > g->budget)
            spill(g);
        b = add_block(g, c, wanted);
    }
    add_bytes(b, &hash, sizeof hash);
    add_bytes(b, &len, sizeof len);
    add_bytes(b, entry.at, entry.len);
    c->len += wanted;
    fetch_ahead(b);
}

bool log_entry_next(struct unpack *entries, struct log_head *h, struct text *entry)
{
    if (entries->at == entries->end || entries->broken)
        return false;
    struct text hash = unpack_raw(entries, sizeof h->hash);
    struct text len = unpack_raw(entries, sizeof h->len);
    if (entries->broken)
        return false;
    memcpy(&h->hash, hash.at, hash.len);
    memcpy(&h->len, len.at, len.len);
    *entry = unpack_raw(entries, h->len);
    return !entries->broken;
}

static bool read_block(const struct group_log *g, const struct block *b, char *out)
{
    size_t done = 0;
    while (done < b->len) {
        ssize_t n = pread(g->file, out + done, b->len - done, (off_t)(b->offset + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += (size_t)n;
    }
    return true;
}

bool group_log_next(const struct group_log *g, size_t task, size_t part, struct log_reading *r,
                    struct text *entries)
{
    const struct chain *c = &g->chains[task * GROUP_PARTS + part];
    if (r->next == c->count || r->failed)
        return false;
    const struct block *b = &c->blocks[r->next++];
    *entries = (struct text){b->bytes, b->len};
    r->lasting = b->bytes != NULL;
    if (b->bytes)
        return true;
    if (r->room < b->len) {
        r->room = b->len;
        r->buffer = heap_resize(r->buffer, r->room, 1);
    }
    entries->at = r->buffer;
    r->failed = !read_block(g, b, r->buffer);
    return !r->failed;
}

void log_reading_free(struct log_reading *r)
{
    free(r->buffer);
    *r = (struct log_reading){0};
}
