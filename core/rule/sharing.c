/* SPDX-License-Identifier: Apache-2.0
 *
 * Which conditions of a plan mean the same, so that each is worked out once a batch.
 */
#include <config.h>

#include <stdlib.h>

#include "rule/eval_batch.h"

enum { SLOTS = 4096 };

struct entry {
    struct term *term;
    struct sharing_place at;
    struct entry *next;
};

struct sharing {
    struct arena arena;
    struct entry *slots[SLOTS];
    size_t count;
};

struct sharing *sharing_new(void)
{
    struct sharing *s = heap_alloc(1, sizeof *s);
    s->arena = ARENA("shared conditions");
    return s;
}

void sharing_free(struct sharing *s)
{
    if (s)
        arena_free(&s->arena);
    free(s);
}

size_t sharing_count(const struct sharing *s)
{
    return s->count;
}

static bool same_value(const struct value *a, const struct value *b)
{
    if (a->type != b->type || a->knowledge != b->knowledge)
        return false;
    if (type_is_text(a->type))
        return text_equal(a->text, b->text);
    if (a->type == TYPE_DURATION)
        return a->duration.months == b->duration.months && a->duration.days == b->duration.days;
    return a->number == b->number && a->currency == b->currency && value_most(a) == value_most(b);
}

bool term_same(const struct term *a, const struct term *b)
{
    if (a->op != b->op || a->type != b->type || a->field != b->field || a->index != b->index ||
        a->parameter != b->parameter || a->function != b->function || a->arg_count != b->arg_count)
        return false;
    if (a->op == OP_LITERAL && !same_value(&a->literal, &b->literal))
        return false;
    if (a->op == OP_ACTOR && !text_equal(a->name, b->name))
        return false;
    for (size_t i = 0; i < a->arg_count; i++)
        if (!term_same(a->args[i], b->args[i]))
            return false;
    return true;
}

static uint64_t hash_term(const struct term *t)
{
    uint64_t hash = (uint64_t)t->op * 0x9E3779B97F4A7C15u ^ (uintptr_t)t->field ^
                    (uintptr_t)t->parameter ^ (uintptr_t)t->function;
    for (size_t i = 0;
         t->op == OP_LITERAL && i < t->literal.text.len && type_is_text(t->literal.type); i++)
        hash = (hash ^ (unsigned char)t->literal.text.at[i]) * 0x100000001B3u;
    for (size_t i = 0; i < t->arg_count; i++)
        hash = (hash << 7 ^ hash >> 57 ^ hash_term(t->args[i])) * 0xD6E8FEB86659FD93u;
    return hash;
}

static void number_term(struct sharing *s, struct term *t, const struct sharing_place *at)
{
    struct entry **slot = &s->slots[hash_term(t) >> 52];
    for (const struct entry *e = *slot; e; e = e->next)
        if (e->at.basis == at->basis && e->at.calendar == at->calendar &&
            text_equal(e->at.jurisdiction, at->jurisdiction) && term_same(e->term, t)) {
            t->shared = e->term->shared;
            return; /* it may be written otherwise: it is printed for itself */
        }
    struct entry *e = arena_make(&s->arena, struct entry);
    *e = (struct entry){t, *at, *slot};
    *slot = e;
    t->shared = ++s->count;
}

/* Whether the day that decides, or the jurisdiction's calendar, makes a difference. */
static bool depends_on_law(const struct term *t)
{
    bool depends = t->op == OP_PARAMETER || t->holding != NULL ||
                   (t->op == OP_CALL && t->arg_count > 0 && t->args[0]->type == TYPE_DATE);
    for (size_t i = 0; i < t->arg_count && !depends; i++)
        depends = depends_on_law(t->args[i]);
    return depends;
}

void sharing_add(struct sharing *s, struct term *t, const struct sharing_place *at)
{
    static const struct sharing_place anywhere = {0};
    for (size_t i = 0; i < t->arg_count; i++)
        sharing_add(s, t->args[i], at);
    if (t->type == TYPE_BOOL && t->op != OP_LITERAL)
        t->printed = term_print(&s->arena, t);
    if (t->type == TYPE_BOOL && t->op != OP_LITERAL)
        number_term(s, t, depends_on_law(t) ? at : &anywhere);
}
