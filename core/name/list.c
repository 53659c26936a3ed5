/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/list.h"

#include <stdlib.h>

/* What the last entry said as well is not kept twice. */
static struct text keep(struct name_list *l, struct text t, const struct text *last)
{
    return last && text_equal(*last, t) ? *last : arena_copy(&l->arena, t);
}

static void make_room(struct name_list *l)
{
    if (l->count < l->room)
        return;
    l->room = l->room ? 2 * l->room : 64;
    l->items = heap_resize(l->items, l->room, sizeof *l->items);
}

void name_list_add(struct name_list *l, const struct listed *given)
{
    make_room(l);
    const struct listed *last = l->count ? &l->items[l->count - 1] : NULL;
    struct listed e = *given;
    e.who.name = arena_copy(&l->arena, e.who.name);
    e.who.countries = keep(l, e.who.countries, last ? &last->who.countries : NULL);
    e.list = keep(l, e.list, last ? &last->list : NULL);
    e.ref = keep(l, e.ref, last ? &last->ref : NULL);
    e.reason = keep(l, e.reason, last ? &last->reason : NULL);
    e.through = keep(l, e.through, last ? &last->through : NULL);
    e.file = keep(l, e.file, last ? &last->file : NULL);
    e.who.numbers = arena_array(&l->arena, e.who.number_count, struct text);
    for (size_t i = 0; i < e.who.number_count; i++)
        e.who.numbers[i] = arena_copy(&l->arena, given->who.numbers[i]);
    l->items[l->count++] = e;
}

void name_list_free(struct name_list *l)
{
    free(l->items);
    arena_free(&l->arena);
    *l = (struct name_list){0};
}
