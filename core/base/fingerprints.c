/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/fingerprints.h"

#include <stdlib.h>

#include "base/arena.h"

/* An entry that was taken out stays with a count of 0, so that others are found behind it. */
struct fingerprint_entry {
    uint64_t high, low, count;
    bool taken;
};

bool fingerprint_is(struct text t)
{
    for (size_t i = 0; i < t.len; i++)
        if (!strchr("0123456789abcdef", t.at[i]) || !t.at[i])
            return false;
    return t.len == FINGERPRINT_LEN;
}

static uint64_t half(const char *hex)
{
    uint64_t n = 0;
    for (size_t i = 0; i < FINGERPRINT_LEN / 2; i++) {
        unsigned char c = (unsigned char)hex[i];
        n = n << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return n;
}

/* The entry of the fingerprint, or the free one where it would be. */
static struct fingerprint_entry *place(const struct fingerprints *s, uint64_t high, uint64_t low)
{
    size_t at = (size_t)low & (s->room - 1);
    while (s->entries[at].taken && (s->entries[at].high != high || s->entries[at].low != low))
        at = (at + 1) & (s->room - 1);
    return &s->entries[at];
}

static void grow(struct fingerprints *s)
{
    struct fingerprints larger = {.room = s->room ? s->room * 2 : 64};
    larger.entries = heap_alloc(larger.room, sizeof *larger.entries);
    for (size_t i = 0; i < s->room; i++)
        if (s->entries[i].count) {
            *place(&larger, s->entries[i].high, s->entries[i].low) = s->entries[i];
            larger.used++;
        }
    free(s->entries);
    *s = larger;
}

uint64_t fingerprints_add(struct fingerprints *s, const char *hex)
{
    if (s->used * 2 >= s->room)
        grow(s);
    uint64_t high = half(hex), low = half(hex + FINGERPRINT_LEN / 2);
    struct fingerprint_entry *e = place(s, high, low);
    if (!e->taken) {
        *e = (struct fingerprint_entry){high, low, 0, true};
        s->used++;
    }
    return ++e->count;
}

static struct fingerprint_entry *find(const struct fingerprints *s, const char *hex)
{
    if (!s->room)
        return NULL;
    struct fingerprint_entry *e = place(s, half(hex), half(hex + FINGERPRINT_LEN / 2));
    return e->taken && e->count ? e : NULL;
}

uint64_t fingerprints_count(const struct fingerprints *s, const char *hex)
{
    const struct fingerprint_entry *e = find(s, hex);
    return e ? e->count : 0;
}

bool fingerprints_take(struct fingerprints *s, const char *hex)
{
    struct fingerprint_entry *e = find(s, hex);
    if (e)
        e->count--;
    return e != NULL;
}

void fingerprints_free(struct fingerprints *s)
{
    free(s->entries);
    *s = (struct fingerprints){0};
}
