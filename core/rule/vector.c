/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "rule/vector.h"

#include "rule/holding.h"

struct value vector_value(const struct vector *v, size_t row)
{
    if (v->constant)
        return v->value;
    struct value out = {.type = v->type, .knowledge = (enum knowledge)v->knowledge[row]};
    if (out.knowledge != VALUE_KNOWN)
        return out;
    if (v->text)
        out.text = v->text[row];
    else
        out.number = v->number[row];
    if (v->currency)
        out.currency = v->currency[row];
    if (v->most && v->most[row] != v->number[row]) {
        out.ranged = true;
        out.most = v->most[row];
    }
    return out;
}

struct context context_of(struct arena *a, const struct frame *f, size_t row)
{
    struct context c = {.law = f->law,
                        .registers = f->registers,
                        .search = f->search,
                        .jurisdiction = f->jurisdiction,
                        .batch = f->batch,
                        .row = row,
                        .on_known = f->on_knowledge && f->on_knowledge[row] == VALUE_KNOWN,
                        .arena = a};
    c.on = c.on_known ? (day)f->on[row] : 0;
    if (!f->slot_count)
        return c;
    struct value *slots = arena_array(a, f->slot_count, struct value);
    for (size_t i = 0; i < f->slot_count; i++)
        slots[i] = vector_value(&f->slots[i], row);
    c.slots = slots;
    return c;
}

/* Room for values that are worked out row by row. */
struct values {
    uint8_t *knowledge;
    int64_t *number, *most;
    currency *currency;
    struct text *text;
};

static struct values values_new(struct arena *a, const struct frame *f, enum type type)
{
    struct values v = {.knowledge = arena_array(a, f->count, uint8_t)};
    if (type_is_text(type))
        v.text = arena_array(a, f->count, struct text);
    else
        v.number = arena_array(a, f->count, int64_t);
    if (type == TYPE_MONEY || type == TYPE_NUMBER)
        v.most = arena_array(a, f->count, int64_t);
    if (type == TYPE_MONEY)
        v.currency = arena_array(a, f->count, currency);
    return v;
}

static void values_set(struct values *v, size_t row, const struct value *one)
{
    v->knowledge[row] = (uint8_t)one->knowledge;
    if (v->text)
        v->text[row] = one->text;
    else
        v->number[row] = one->number;
    if (v->most)
        v->most[row] = value_most(one);
    if (v->currency)
        v->currency[row] = one->currency;
}

static struct vector values_vector(const struct values *v, enum type type)
{
    return (struct vector){.type = type,
                           .knowledge = v->knowledge,
                           .number = v->number,
                           .most = v->most,
                           .currency = v->currency,
                           .text = v->text};
}

struct vector constant_vector(const struct value *v)
{
    return (struct vector){.type = v->type, .constant = true, .value = *v};
}

static struct vector column_vector(const struct frame *f, size_t field)
{
    const struct column *c = &f->batch->columns[field];
    return (struct vector){.type = f->batch->record->fields[field].type,
                           .knowledge = c->knowledge,
                           .number = c->number,
                           .most = c->most,
                           .currency = c->currency,
                           .text = c->text,
                           .code = c->code};
}

static struct vector source_vector(struct arena *a, const struct term *t, const struct frame *f)
{
    const struct text *cells = f->batch->source ? f->batch->source[t->index] : NULL;
    uint8_t *knowledge = arena_array(a, f->count, uint8_t);
    for (size_t i = 0; cells && i < f->count; i++)
        knowledge[i] = cells[i].len ? VALUE_KNOWN : VALUE_UNKNOWN;
    return (struct vector){.type = TYPE_TEXT, .knowledge = knowledge, .text = cells};
}

/* Whether all deciding days lie in one version, or all before, between or behind them; then any of
 * the days speaks for all. */
static bool is_one_version(const struct parameter *p, const struct frame *f)
{
    int64_t first = INT64_MAX, last = INT64_MIN;
    for (size_t i = 0; i < f->count; i++) {
        if (f->on_knowledge[i] != VALUE_KNOWN)
            return false;
        first = f->on[i] < first ? f->on[i] : first;
        last = f->on[i] > last ? f->on[i] : last;
    }
    for (size_t i = 0; i < p->version_count; i++) {
        const struct force *v = &p->versions[i].force;
        if ((v->from > first && v->from <= last) || (v->to > first && v->to <= last))
            return false;
    }
    return f->count > 0;
}

static struct vector parameter_vector(struct arena *a, const struct term *t, const struct frame *f)
{
    const struct value unknown = {.type = t->type, .knowledge = VALUE_UNKNOWN};
    const struct parameter_version *v = parameter_always(t->parameter);
    if (v || !f->on_knowledge)
        return constant_vector(v ? &v->value : &unknown);
    if (is_one_version(t->parameter, f)) {
        v = parameter_at(t->parameter, (day)f->on[0]);
        return constant_vector(v ? &v->value : &unknown);
    }
    if (t->type == TYPE_DURATION)
        return (struct vector){.type = TYPE_NONE};
    struct values values = values_new(a, f, t->type);
    for (size_t i = 0; i < f->count; i++) {
        v = f->on_knowledge[i] == VALUE_KNOWN ? parameter_at(t->parameter, (day)f->on[i]) : NULL;
        values_set(&values, i, v ? &v->value : &unknown);
    }
    return values_vector(&values, t->type);
}

static struct vector scalar_vector(struct arena *a, const struct term *t, const struct frame *f)
{
    if (t->type == TYPE_DURATION)
        return (struct vector){.type = TYPE_NONE};
    struct values values = values_new(a, f, t->type);
    for (size_t i = 0; i < f->count; i++) {
        struct context c = context_of(a, f, i);
        struct value v = term_value(t, &c);
        values_set(&values, i, &v);
    }
    return values_vector(&values, t->type);
}

/* A day and the same span of time for all rows; days often come again. */
static struct vector moved_days(struct arena *a, const struct term *t, const struct frame *f,
                                const struct vector *days, struct duration by)
{
    struct values values = values_new(a, f, TYPE_DATE);
    int64_t last = INT64_MIN, moved = 0;
    int sign = t->op == OP_SUBTRACT ? -1 : 1;
    for (size_t i = 0; i < f->count; i++) {
        values.knowledge[i] = days->knowledge[i];
        if (days->number[i] != last && days->knowledge[i] == VALUE_KNOWN) {
            last = days->number[i];
            moved = day_add((day)last, by, sign);
        }
        values.number[i] = moved;
    }
    return values_vector(&values, TYPE_DATE);
}

static struct vector arithmetic_vector(struct arena *arena, const struct term *t,
                                       const struct frame *f)
{
    struct vector a = vector_of(arena, t->args[0], f), b = vector_of(arena, t->args[1], f);
    if (a.type == TYPE_NONE || b.type == TYPE_NONE || t->type == TYPE_DURATION)
        return scalar_vector(arena, t, f);
    if (a.type == TYPE_DATE && !a.constant && b.type == TYPE_DURATION && b.constant &&
        b.value.knowledge == VALUE_KNOWN)
        return moved_days(arena, t, f, &a, b.value.duration);
    struct values values = values_new(arena, f, t->type);
    for (size_t i = 0; i < f->count; i++) {
        struct value x = vector_value(&a, i), y = vector_value(&b, i);
        struct value v = value_calculate(t, &x, &y);
        values_set(&values, i, &v);
    }
    return values_vector(&values, t->type);
}

struct vector vector_of(struct arena *a, const struct term *t, const struct frame *f)
{
    if (t->type == TYPE_SHARE && term_asks_owners(t))
        return (struct vector){.type = TYPE_NONE}; /* shares of registers may be ranges */
    switch (t->op) {
    case OP_LITERAL:
        return constant_vector(&t->literal);
    case OP_FIELD:
        return column_vector(f, t->field->index);
    case OP_SOURCE:
        return source_vector(a, t, f);
    case OP_PARAMETER:
        return parameter_vector(a, t, f);
    case OP_SLOT:
        return f->slots[t->index];
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_MULTIPLY:
        return arithmetic_vector(a, t, f);
    default:
        return scalar_vector(a, t, f);
    }
}
