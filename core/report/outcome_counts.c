/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/outcome_counts.h"

#include <stdlib.h>

void outcome_counts_add(struct outcome_counts *c, struct text name, enum outcome o)
{
    size_t i = text_table_add(&c->names, name);
    if (i >= c->room) {
        size_t room = c->room ? c->room * 2 : 64;
        c->counts = heap_resize(c->counts, room, sizeof *c->counts);
        memset(c->counts + c->room, 0, (room - c->room) * sizeof *c->counts);
        c->room = room;
    }
    c->counts[i].of[o]++;
}

void outcome_counts_free(struct outcome_counts *c)
{
    text_table_free(&c->names);
    free(c->counts);
    *c = (struct outcome_counts){0};
}

uint64_t outcome_count_all(const struct outcome_count *c)
{
    return c->of[OUTCOME_VIOLATION] + c->of[OUTCOME_INDICATOR] + c->of[OUTCOME_UNDETERMINED];
}

/* What qsort() compares: it hands nothing else on. */
struct ranked {
    const struct outcome_count *count; /* NULL: only the name matters */
    struct text name;
    size_t number;
};

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    for (int o = OUTCOME_VIOLATION; a->count && o >= OUTCOME_UNDETERMINED; o--)
        if (a->count->of[o] != b->count->of[o])
            return a->count->of[o] > b->count->of[o] ? -1 : 1;
    return text_compare(a->name, b->name);
}

static size_t *sorted(struct arena *a, const struct outcome_counts *c, bool by_weight)
{
    size_t count = c->names.count;
    struct ranked *ranks = arena_array(a, count, struct ranked);
    size_t *numbers = arena_array(a, count, size_t);
    for (size_t i = 0; i < count; i++)
        ranks[i] = (struct ranked){by_weight ? &c->counts[i] : NULL, c->names.items[i], i};
    if (count)
        qsort(ranks, count, sizeof *ranks, compare_ranked);
    for (size_t i = 0; i < count; i++)
        numbers[i] = ranks[i].number;
    return numbers;
}

size_t *outcome_counts_by_weight(struct arena *a, const struct outcome_counts *c)
{
    return sorted(a, c, true);
}

size_t *outcome_counts_by_name(struct arena *a, const struct outcome_counts *c)
{
    return sorted(a, c, false);
}
