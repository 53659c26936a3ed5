/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/index.h"

#include <stdlib.h>

#include "name/index_parts.h"

/* --- building --- */

struct building {
    struct name_index *index;
    struct word_table word_items; /* text of a word: its item and one */
    struct word_table join_items; /* sound of joined words, with a mark in front */
    struct word_table names;      /* key of a distinct name: its number and one */
    struct arena arena;
    /* postings as pairs of item and name */
    struct key_map pairs;
    size_t item_room, name_room;
};

static uint32_t add_item(struct building *b, struct index_item item)
{
    struct name_index *x = b->index;
    uint32_t keys[MOST_KEYS];
    if (x->item_count == b->item_room) {
        b->item_room = b->item_room ? 2 * b->item_room : 1024;
        x->items = heap_resize(x->items, b->item_room, sizeof *x->items);
    }
    uint32_t number = (uint32_t)x->item_count++;
    x->items[number] = item;
    size_t count = item.word ? word_keys(item.word, keys) : join_keys(item.join, keys);
    for (size_t i = 0; i < count; i++)
        key_map_add(&x->keys, keys[i], number);
    return number;
}

static uint32_t word_item(struct building *b, const struct word *w)
{
    /* A word's text does not tell an initial from a word of one letter in another script. */
    struct text key = w->kind == WORD_INITIAL ? arena_format(&b->arena, "\1%.*s", TEXT_ARG(w->text))
                                              : w->text;
    uint32_t *at = word_table_put(&b->word_items, &b->arena, key);
    if (*at == 0)
        *at = add_item(b, (struct index_item){.word = w, .weight = (uint8_t)w->weight}) + 1;
    return *at - 1;
}

static uint32_t join_item(struct building *b, const struct join *j)
{
    struct text key = arena_format(&b->arena, "%c%.*s", j->is_letters ? '\2' : '\3',
                                   TEXT_ARG(j->close));
    uint32_t *at = word_table_put(&b->join_items, &b->arena, key);
    if (*at == 0) {
        struct join *kept = arena_make(&b->index->arena, struct join);
        *kept = *j;
        kept->close = arena_copy(&b->index->arena, j->close);
        *at = add_item(b, (struct index_item){.join = kept}) + 1;
    }
    return *at - 1;
}

static void add_words(struct building *b, const struct spelled *s, struct index_name *n,
                      uint32_t number)
{
    struct arena *a = &b->index->arena;
    n->words = arena_array(a, s->count, struct index_word);
    n->joins = arena_array(a, s->join_count, struct index_join);
    for (size_t i = 0; i < s->count; i++) {
        n->words[i] = (struct index_word){word_item(b, s->words[i]), (uint8_t)s->words[i]->weight,
                                          (uint8_t)word_counts(s->words[i])};
        n->initial_count = (uint8_t)(n->initial_count + (s->words[i]->kind == WORD_INITIAL));
        n->whole = (uint16_t)(n->whole + s->words[i]->weight);
        n->weight = (uint16_t)(n->weight + word_counts(s->words[i]));
        if (s->words[i]->weight > n->heaviest)
            n->heaviest = s->words[i]->weight;
        key_map_add(&b->pairs, n->words[i].item, number);
    }
    for (size_t i = 0; i < s->join_count; i++) {
        const struct join *j = &s->joins[i];
        n->joins[i] = (struct index_join){join_item(b, j), j->from, j->to};
        key_map_add(&b->pairs, n->joins[i].item, number);
    }
}

static uint32_t distinct_name(struct building *b, const struct spelled *s, enum profile_sort sort)
{
    struct name_index *x = b->index;
    struct text key = arena_format(&b->arena, "%d %u %d %d ", (int)sort, s->forms, s->has_form,
                                   s->has_comma);
    for (size_t i = 0; i < s->count; i++)
        key = arena_format(&b->arena, "%.*s %d%.*s", TEXT_ARG(key), s->words[i]->kind,
                           TEXT_ARG(s->words[i]->text));
    uint32_t *at = word_table_put(&b->names, &b->arena, key);
    if (*at)
        return *at - 1;
    if (x->name_count == b->name_room) {
        b->name_room = b->name_room ? 2 * b->name_room : 1024;
        x->names = heap_resize(x->names, b->name_room, sizeof *x->names);
    }
    uint32_t number = (uint32_t)x->name_count++;
    struct index_name *n = &x->names[number];
    *n = (struct index_name){.word_count = (uint8_t)s->count,
                             .join_count = (uint8_t)s->join_count,
                             .forms = s->forms,
                             .has_form = s->has_form,
                             .has_comma = s->has_comma,
                             .sort = (uint8_t)sort,
                             .is_body = spelled_is_body(s, sort),
                             .first = INDEX_END};
    add_words(b, s, n, number);
    *at = number + 1;
    return number;
}

static void add_list(struct name_index *x, uint32_t entry)
{
    uint32_t *at = word_table_put(&x->lists, &x->arena, x->list->items[entry].list);
    if (*at == 0)
        *at = (uint32_t)x->lists.count;
    x->list_of[entry] = *at;
}

static void add_numbers(struct name_index *x, uint32_t entry)
{
    const struct profile *who = &x->list->items[entry].who;
    for (size_t i = 0; i < who->number_count; i++)
        key_map_add(&x->numbers, number_key(who->numbers[i]), entry);
}

/* From the last entry on, so that each chain is in the order of the list. */
static void add_entries(struct building *b)
{
    struct name_index *x = b->index;
    struct spelled s;
    for (size_t i = 0; i < x->list->count; i++)
        add_list(x, (uint32_t)i);
    for (size_t i = x->list->count; i-- > 0;) {
        const struct profile *who = &x->list->items[i].who;
        name_spell(x->lexicon, who->name, who->sort, &s);
        uint32_t name = distinct_name(b, &s, who->sort);
        x->next[i] = x->names[name].first;
        x->names[name].first = (uint32_t)i;
        x->name_of[i] = name;
        add_numbers(x, (uint32_t)i);
    }
}

static int compare_postings(const void *a, const void *b)
{
    const struct key_pair *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->item < y->item ? -1 : x->item > y->item;
}

/* Names with initials behind the others of each item. */
static void make_postings(struct building *b)
{
    struct name_index *x = b->index;
    struct key_map *p = &b->pairs;
    if (p->count)
        qsort(p->pairs, p->count, sizeof *p->pairs, compare_postings);
    x->postings = heap_alloc(p->count + 1, sizeof *x->postings);
    size_t out = 0;
    for (size_t at = 0; at < p->count;) {
        size_t end = at;
        struct index_item *item = &x->items[p->pairs[at].key];
        while (end < p->count && p->pairs[end].key == p->pairs[at].key)
            end++;
        item->from = (uint32_t)out;
        for (int initials = 0; initials < 2; initials++) {
            for (size_t i = at; i < end; i++) {
                uint32_t name = p->pairs[i].item;
                bool again = i > at && p->pairs[i - 1].item == name;
                if (!again && (x->names[name].initial_count > 0) == (initials == 1))
                    x->postings[out++] = name;
            }
            *(initials ? &item->to : &item->initials) = (uint32_t)out;
        }
        at = end;
    }
}

struct name_index *name_index_new(const struct name_tables *t, const struct name_list *l)
{
    struct name_index *x = heap_alloc(1, sizeof *x);
    struct building b = {.index = x, .arena = ARENA("index being built")};
    *x = (struct name_index){.tables = t, .list = l, .arena = ARENA("index of names")};
    x->lexicon = lexicon_new(t);
    x->list_of = heap_alloc(l->count + 1, sizeof *x->list_of);
    x->next = heap_alloc(l->count + 1, sizeof *x->next);
    x->name_of = heap_alloc(l->count + 1, sizeof *x->name_of);
    add_entries(&b);
    make_postings(&b);
    key_map_finish(&x->keys);
    key_map_finish(&x->numbers);
    key_map_free(&b.pairs);
    arena_free(&b.arena);
    return x;
}

void name_index_free(struct name_index *x)
{
    if (!x)
        return;
    key_map_free(&x->keys);
    key_map_free(&x->numbers);
    free(x->items);
    free(x->names);
    free(x->postings);
    free(x->list_of);
    free(x->next);
    free(x->name_of);
    lexicon_free(x->lexicon);
    arena_free(&x->arena);
    free(x);
}

uint32_t index_list_find(const struct name_index *x, struct text list)
{
    const uint32_t *at = word_table_find(&x->lists, list);
    return at ? *at : 0;
}

bool name_index_has(const struct name_index *x, struct text list)
{
    return x->list->count > 0 && (list.len == 0 || index_list_find(x, list));
}

const struct name_list *name_index_list(const struct name_index *x)
{
    return x->list;
}

const struct name_tables *name_index_tables(const struct name_index *x)
{
    return x->tables;
}

void index_spelled(const struct name_index *x, const struct index_name *n, struct spelled *out)
{
    out->count = n->word_count;
    out->forms = n->forms;
    out->has_form = n->has_form;
    out->has_comma = n->has_comma;
    out->join_count = n->join_count;
    for (size_t i = 0; i < n->word_count; i++)
        out->words[i] = x->items[n->words[i].item].word;
    for (size_t i = 0; i < n->join_count; i++) {
        out->joins[i] = *x->items[n->joins[i].item].join;
        out->joins[i].from = n->joins[i].from;
        out->joins[i].to = n->joins[i].to;
    }
}

uint32_t number_key(struct text number)
{
    char sign;
    uint64_t hash = 0;
    while (number_sign(&number, &sign))
        hash = (hash ^ (unsigned char)sign) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 32);
}
