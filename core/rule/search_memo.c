/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "rule/search_memo.h"

#include <stdlib.h>

enum { BITS = 11, ENTRIES = 1 << BITS, NOWHERE = UINT16_MAX };

struct search_memo {
    struct searched entries[ENTRIES];
    unsigned searches;
    uint64_t batch;
    uint16_t *places; /* of the batch's rows: an entry and one; 0: not looked up yet */
};

struct search_memo *search_memo_new(void)
{
    return heap_alloc(1, sizeof(struct search_memo));
}

void search_memo_free(struct search_memo *m)
{
    free(m);
}

bool search_memo_add(struct search_memo *m, unsigned *number)
{
    if (m->searches == MOST_SEARCHES)
        return false;
    *number = m->searches++;
    return true;
}

/* A text that stands in this batch keeps its place until the batch ends. */
static uint16_t find_place(struct search_memo *m, struct text t)
{
    if (t.len > MEMO_TEXT_ROOM)
        return NOWHERE;
    size_t at = text_hash(t) >> (64 - BITS);
    struct searched *s = &m->entries[at];
    bool same = s->batch && text_equal((struct text){s->text, s->len}, t);
    if (!same && s->batch == m->batch)
        return NOWHERE;
    if (!same) {
        *s = (struct searched){.len = (uint8_t)t.len};
        if (t.len)
            memcpy(s->text, t.at, t.len);
    }
    s->batch = m->batch;
    return (uint16_t)(at + 1);
}

struct searched *search_memo_at(struct search_memo *m, struct arena *a, uint64_t batch, size_t rows,
                                size_t row, struct text t)
{
    if (m->batch != batch) {
        m->batch = batch;
        m->places = arena_array(a, rows, uint16_t);
    }
    if (m->places[row] == 0)
        m->places[row] = find_place(m, t);
    return m->places[row] == NOWHERE ? NULL : &m->entries[m->places[row] - 1];
}
