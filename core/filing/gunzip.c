/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/gunzip.h"

#include <stdlib.h>
#include <zlib.h>

#include "base/arena.h"

enum { PACKED = 1 << 16, GZIP = 16 + MAX_WBITS };

struct gunzip {
    struct byte_source source;
    z_stream z;
    bool within; /* a member; else between two, or before the first */
    bool begun, ended;
    unsigned char packed[PACKED];
};

static void *take(void *owner, unsigned count, unsigned size)
{
    (void)owner;
    return heap_alloc(count, size);
}

static void give_back(void *owner, void *memory)
{
    (void)owner;
    free(memory);
}

struct gunzip *gunzip_new(struct byte_source packed)
{
    struct gunzip *g = heap_alloc(1, sizeof *g);
    g->source = packed;
    g->z.zalloc = take;
    g->z.zfree = give_back;
    inflateInit2(&g->z, GZIP); /* fails for want of memory only, and that ends the program */
    return g;
}

void gunzip_free(struct gunzip *g)
{
    if (!g)
        return;
    inflateEnd(&g->z);
    free(g);
}

/* Makes sure that packed bytes are at hand, unless there are no more. False: the source broke off.
 */
static bool fetch(struct gunzip *g, const char **why)
{
    if (g->z.avail_in > 0 || g->ended)
        return true;
    ssize_t n = g->source.pull(g->source.owner, (char *)g->packed, PACKED, why);
    if (n < 0)
        return false;
    g->z.next_in = g->packed;
    g->z.avail_in = (unsigned)n;
    g->ended = n == 0;
    return true;
}

/* Noughts may fill up the end, as on tapes; another member follows at once. */
static bool skip_noughts(struct gunzip *g, const char **why)
{
    while (fetch(g, why)) {
        if (g->z.avail_in == 0 || *g->z.next_in != 0)
            return true;
        g->z.next_in++;
        g->z.avail_in--;
    }
    return false;
}

static bool begin_member(struct gunzip *g, const char **why)
{
    if (!(g->begun ? skip_noughts(g, why) : fetch(g, why)))
        return false;
    g->within = g->z.avail_in > 0;
    if (g->within && g->begun)
        inflateReset(&g->z);
    g->begun = true;
    return true;
}

static const char *reason(const struct gunzip *g, int status)
{
    const char *said = g->z.msg ? g->z.msg : "";
    if (status == Z_BUF_ERROR || (status == Z_OK && g->ended))
        return "what gzip packed breaks off";
    if (strstr(said, "data check") || strstr(said, "length check"))
        return "what gzip packed was changed: its check sum does not fit";
    if (strstr(said, "header"))
        return "what stands here was not packed by gzip";
    return "what gzip packed was changed: it cannot be unpacked";
}

ssize_t gunzip_pull(struct gunzip *g, char *bytes, size_t size, const char **why)
{
    g->z.next_out = (unsigned char *)bytes;
    g->z.avail_out = size < PACKED ? (unsigned)size : PACKED;
    const unsigned room = g->z.avail_out;
    while (g->z.avail_out == room) {
        if (!g->within && !begin_member(g, why))
            return -1;
        if (!g->within)
            return 0;
        if (!fetch(g, why))
            return -1;
        int status = inflate(&g->z, Z_NO_FLUSH);
        g->within = status != Z_STREAM_END;
        if (status != Z_STREAM_END && (status != Z_OK || (g->ended && g->z.avail_out == room))) {
            *why = reason(g, status);
            return -1;
        }
    }
    return room - g->z.avail_out;
}
