/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/country.h"
#include "rule/evaluator.h"

/* Two loops for each operator: against one number, and against another column. */
#define COMPARE_LOOPS(operator) \
    if (b->constant) \
        for (size_t i = 0; i < count; i++) \
            flags[i] = a->number[i] operator b->value.number; \
    else \
        for (size_t i = 0; i < count; i++) \
            flags[i] = a->number[i] operator b->number[i]; \
    break

static void compare_numbers(enum operation op, const struct vector *a, const struct vector *b,
                            size_t count, uint8_t *flags)
{
    switch (op) {
    case OP_EQUAL:
        COMPARE_LOOPS(==);
    case OP_UNEQUAL:
        COMPARE_LOOPS(!=);
    case OP_LESS:
        COMPARE_LOOPS(<);
    case OP_LESS_EQUAL:
        COMPARE_LOOPS(<=);
    case OP_GREATER:
        COMPARE_LOOPS(>);
    default:
        COMPARE_LOOPS(>=);
    }
}

static enum operation mirrored(enum operation op)
{
    return op == OP_LESS            ? OP_GREATER
           : op == OP_LESS_EQUAL    ? OP_GREATER_EQUAL
           : op == OP_GREATER       ? OP_LESS
           : op == OP_GREATER_EQUAL ? OP_LESS_EQUAL
                                    : op;
}

bool code_of(const struct term *field, const struct value *literal, uint16_t *code)
{
    if (literal->knowledge != VALUE_KNOWN || field->op != OP_FIELD)
        return false;
    *code = field->type == TYPE_COUNTRY ? country_code(literal->text)
                                        : field_code(field->field, literal->text);
    return field->type == TYPE_COUNTRY || *code != CODE_NONE;
}

static bool is_number(enum type t)
{
    return t == TYPE_NUMBER || t == TYPE_SHARE || t == TYPE_DATE || t == TYPE_BOOL;
}

/* No early way out of these loops over rows: then the compiler does many rows at once. */
static bool has_ranges(const struct vector *v, size_t count)
{
    uint64_t differs = v->constant && v->value.ranged;
    for (size_t i = 0; v->most && i < count; i++)
        differs |= (uint64_t)(v->most[i] ^ v->number[i]);
    return differs != 0;
}

static currency first_currency(const struct vector *v, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (v->knowledge[i] == VALUE_KNOWN)
            return v->currency[i];
    return 0;
}

/* Amounts in one currency only, without ranges, are numbers. Rows that are not known do not count.
 */
static bool look_at_money(const struct vector *v, size_t count, currency *money)
{
    uint64_t differs = 0;
    *money = first_currency(v, count);
    for (size_t i = 0; i < count; i++) {
        uint64_t counts = 0 - (uint64_t)(v->knowledge[i] == VALUE_KNOWN);
        differs |= counts &
                   ((uint64_t)(v->currency[i] ^ *money) | (uint64_t)(v->most[i] ^ v->number[i]));
    }
    return differs == 0;
}

static bool is_plain_money(struct evaluator *e, const struct vector *v, size_t count,
                           currency *money)
{
    if (v->constant) {
        *money = v->value.currency;
        return !v->value.ranged;
    }
    struct learnt *l = learnt_of(e, v);
    if (!l)
        return look_at_money(v, count, money);
    if (!l->looked)
        l->plain = look_at_money(v, count, &l->money);
    l->looked = true;
    *money = l->money;
    return l->plain;
}

static bool are_numbers(struct evaluator *e, const struct vector *a, const struct vector *b,
                        size_t count)
{
    currency x = 0, y = 0;
    if (a->type == TYPE_MONEY)
        return is_plain_money(e, a, count, &x) && is_plain_money(e, b, count, &y) &&
               (x == y || x == 0 || y == 0);
    return is_number(a->type) && !has_ranges(a, count) && !has_ranges(b, count);
}

static struct truths compare_one_by_one(struct evaluator *e, const struct term *t,
                                        const struct frame *f, const struct vector *a,
                                        const struct vector *b)
{
    struct truths out = truths_new(e, f);
    for (size_t i = 0; i < f->count; i++) {
        struct value x = vector_value(a, i), y = vector_value(b, i);
        struct value v = value_compare(t->op, &x, &y);
        set_truth(&out, i,
                  v.knowledge == VALUE_UNKNOWN ? TRUTH_UNKNOWN
                  : v.number                   ? TRUTH_TRUE
                                               : TRUTH_FALSE);
    }
    return out;
}

struct truths compare_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct vector a = vector_of(&e->arena, t->args[0], f), b = vector_of(&e->arena, t->args[1], f);
    const struct term *left = t->args[0];
    enum operation op = t->op;
    uint16_t code;
    if (a.type == TYPE_NONE || b.type == TYPE_NONE || a.type == TYPE_DURATION)
        return scalar_truths(e, t, f);
    if (a.constant && !b.constant) { /* the column comes first */
        struct vector swapped = a;
        a = b;
        b = swapped;
        left = t->args[1];
        op = mirrored(op);
    }
    if (a.constant)
        return compare_one_by_one(e, t, f, &a, &b);
    uint8_t *flags = flags_new(e, f);
    if (a.number && are_numbers(e, &a, &b, f->count) && (b.constant || b.number))
        compare_numbers(op, &a, &b, f->count, flags);
    else if (a.code && b.constant && code_of(left, &b.value, &code))
        for (size_t i = 0; i < f->count; i++)
            flags[i] = (a.code[i] == code) == (op == OP_EQUAL);
    else
        return left == t->args[0] ? compare_one_by_one(e, t, f, &a, &b)
                                  : compare_one_by_one(e, t, f, &b, &a);
    return flag_truths(e, f, flags, &a, &b, op == OP_UNEQUAL);
}
