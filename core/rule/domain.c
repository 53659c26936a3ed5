/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "rule/domain.h"

/* --- sets --- */

struct set set_both(struct set a, struct set b)
{
    for (size_t i = 0; i < SET_WORDS; i++)
        a.words[i] &= b.words[i];
    return a;
}

struct set set_minus(struct set a, struct set b)
{
    for (size_t i = 0; i < SET_WORDS; i++)
        a.words[i] &= ~b.words[i];
    return a;
}

size_t set_count(const struct set *s)
{
    size_t n = 0;
    for (size_t i = 0; i < SET_WORDS; i++)
        n += (size_t)__builtin_popcountll(s->words[i]);
    return n;
}

size_t set_first(const struct set *s)
{
    size_t i = 0;
    while (!s->words[i])
        i++;
    return i * 64 + (size_t)__builtin_ctzll(s->words[i]);
}

/* --- domains --- */

bool domain_has_value(const struct domain *d, enum type type)
{
    if (type == TYPE_COUNTRIES) {
        struct set lacking = set_minus(d->needs, d->texts);
        return set_count(&d->texts) > 0 && set_count(&lacking) == 0;
    }
    if (type_is_text(type))
        return set_count(&d->texts) > 0;
    return d->least <= d->most;
}

bool domain_empty(const struct domain *d, enum type type)
{
    return !d->unknown && !d->absent && !domain_has_value(d, type);
}

void domain_drop_value(struct domain *d)
{
    d->texts = d->needs = (struct set){{0}};
    d->least = 1;
    d->most = 0;
}

/* --- comparison --- */

static int64_t above(int64_t n)
{
    return n == LEAST || n == MOST ? n : n + 1;
}

static int64_t below(int64_t n)
{
    return n == LEAST || n == MOST ? n : n - 1;
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static bool is_single(const struct domain *d)
{
    return d->least == d->most && d->least != LEAST && d->least != MOST;
}

static void exclude(struct domain *d, const struct domain *other)
{
    if (!is_single(other))
        return;
    if (d->least == other->least)
        d->least++; /* a single value becomes empty */
    else if (d->most == other->least)
        d->most--;
}

static void compare_intervals(enum operation op, struct domain *a, struct domain *b)
{
    struct domain left = *a, right = *b;
    switch (op) {
    case OP_EQUAL:
        a->least = b->least = larger(left.least, right.least);
        a->most = b->most = smaller(left.most, right.most);
        break;
    case OP_UNEQUAL:
        exclude(a, &right);
        exclude(b, &left);
        break;
    case OP_LESS:
        a->most = smaller(left.most, below(right.most));
        b->least = larger(right.least, above(left.least));
        break;
    case OP_LESS_EQUAL:
        a->most = smaller(left.most, right.most);
        b->least = larger(right.least, left.least);
        break;
    case OP_GREATER:
        compare_intervals(OP_LESS, b, a);
        break;
    default:
        compare_intervals(OP_LESS_EQUAL, b, a);
        break;
    }
}

/* A set of one named text; "another text" is not one text. */
static bool is_one_text(const struct set *s)
{
    return set_count(s) == 1 && !set_has(s, SET_OTHER);
}

static void compare_texts(enum operation op, struct domain *a, struct domain *b)
{
    struct set left = a->texts, right = b->texts;
    if (op == OP_EQUAL) {
        a->texts = b->texts = set_both(left, right);
    } else {
        if (is_one_text(&right))
            a->texts = set_minus(left, right);
        if (is_one_text(&left))
            b->texts = set_minus(right, left);
    }
}

void domain_compare(enum operation op, struct domain *left, struct domain *right, enum type type)
{
    if (left->currency && right->currency && left->currency != right->currency) {
        domain_drop_value(left); /* neither true nor false */
        domain_drop_value(right);
    } else if (type_is_text(type)) {
        compare_texts(op, left, right);
    } else if (type != TYPE_DURATION) {
        compare_intervals(op, left, right);
    }
}

/* --- arithmetic --- */

static int64_t add_ends(int64_t a, int64_t b, int64_t open)
{
    int64_t sum;
    if (a == LEAST || a == MOST || b == LEAST || b == MOST || __builtin_add_overflow(a, b, &sum))
        return open;
    return sum;
}

static int64_t negated(int64_t n)
{
    return n == LEAST ? MOST : n == MOST ? LEAST : -n;
}

/* A day moved by a constant span; an end that is open, or outside the calendar, stays open. */
static int64_t moved(int64_t end, struct duration by, int sign, int64_t open)
{
    const int64_t far = 4000000;
    return end < -far || end > far ? open : day_add((day)end, by, sign);
}

struct domain domain_calculate(const struct term *t, const struct domain *left,
                               const struct domain *right, const struct duration *by)
{
    struct domain d = {.unknown = left->unknown || right->unknown,
                       .absent = left->absent || right->absent,
                       .least = LEAST,
                       .most = MOST,
                       .currency = left->currency};
    bool values = domain_has_value(left, t->args[0]->type) &&
                  domain_has_value(right, t->args[1]->type);
    bool minus = t->op == OP_SUBTRACT;
    if (!values) {
        domain_drop_value(&d);
    } else if (t->args[1]->type == TYPE_DURATION && t->type == TYPE_DATE) {
        if (by) {
            d.least = moved(left->least, *by, minus ? -1 : 1, LEAST);
            d.most = moved(left->most, *by, minus ? -1 : 1, MOST);
        }
    } else if (t->type == TYPE_DURATION) {
        return d; /* spans have no order */
    } else if (t->op == OP_ADD || minus) {
        d.least = add_ends(left->least, minus ? negated(right->most) : right->least, LEAST);
        d.most = add_ends(left->most, minus ? negated(right->least) : right->most, MOST);
    }
    return d;
}
