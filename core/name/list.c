/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/list.h"

#include <stdlib.h>

#include "name/tables.h"

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

uint32_t name_list_add(struct name_list *l, const struct listed *given)
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
    l->items[l->count] = e;
    return (uint32_t)l->count++;
}

uint32_t name_list_entry(const struct name_list *l, uint32_t item)
{
    uint32_t other_of = l->items[item].other_of;
    return other_of ? other_of - 1 : item;
}

/* --- names told apart from their entry --- */

/* The item, and one, of a list's reference; made as 0. */
static uint32_t *entry_of(struct word_table *entries, struct arena *a, const struct listed *e)
{
    return word_table_put(entries, a,
                          arena_format(a, "%.*s\n%.*s", TEXT_ARG(e->list), TEXT_ARG(e->ref)));
}

/* What is known of the entry is known of whoever bears one of its names. */
static void know_as(struct listed *name, const struct listed *entry)
{
    struct text own = name->who.name;
    name->who = entry->who;
    name->who.name = own;
    name->reason = entry->reason;
    name->through = entry->through;
    name->from_known = entry->from_known;
    name->to_known = entry->to_known;
    name->from = entry->from;
    name->to = entry->to;
}

void name_list_join(struct name_list *l)
{
    struct word_table entries = {0};
    struct arena a = ARENA("entries by reference");
    bool any = false;
    for (size_t i = 0; i < l->count; i++)
        any |= l->items[i].apart;
    for (int apart = 0; any && apart < 2; apart++) /* first those that have a name of their own */
        for (size_t i = 0; i < l->count; i++) {
            struct listed *e = &l->items[i];
            if (e->apart != apart || (!apart && e->other_of))
                continue;
            uint32_t *entry = entry_of(&entries, &a, e);
            if (*entry == 0)
                *entry = (uint32_t)i + 1;
            else if (apart && (e->other_of = *entry))
                know_as(e, &l->items[*entry - 1]);
        }
    arena_free(&a);
}

void name_list_free(struct name_list *l)
{
    free(l->items);
    arena_free(&l->arena);
    *l = (struct name_list){0};
}
