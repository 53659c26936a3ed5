/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/batch.h"

#include "base/country.h"

/* The vectors of all columns, all unknown. */
static void make_vectors(struct batch *b)
{
    const struct record_type *t = b->record;
    struct arena *a = &b->vectors;
    b->columns = arena_array(a, t->field_count, struct column);
    for (size_t i = 0; i < t->field_count; i++) {
        struct column *c = &b->columns[i];
        c->knowledge = arena_array(a, b->capacity, uint8_t);
        if (t->fields[i].type == TYPE_CODE || t->fields[i].type == TYPE_COUNTRY)
            c->code = arena_array(a, b->capacity, uint16_t);
        if (type_is_text(t->fields[i].type))
            c->text = arena_array(a, b->capacity, struct text);
        else
            c->number = arena_array(a, b->capacity, int64_t);
        if (t->fields[i].type != TYPE_MONEY)
            continue;
        c->currency = arena_array(a, b->capacity, currency);
        c->most = arena_array(a, b->capacity, int64_t);
    }
    b->line = arena_array(a, b->capacity, uint64_t);
    b->unreadable = arena_array(a, b->capacity, bool);
    b->source = arena_array(a, b->source_count, struct text *);
    for (size_t i = 0; i < b->source_count; i++)
        b->source[i] = arena_array(a, b->capacity, struct text);
}

void batch_init(struct batch *b, const struct record_type *record, size_t capacity,
                const struct text *source_names, size_t source_count)
{
    *b = (struct batch){.arena = ARENA("batch"),
                        .vectors = ARENA("batch vectors"),
                        .record = record,
                        .capacity = capacity,
                        .source_names = source_names,
                        .source_count = source_count};
    make_vectors(b);
}

/* Only what was used is emptied: a batch may hold one row or a thousand. */
void batch_clear(struct batch *b)
{
    arena_reset(&b->arena);
    for (size_t i = 0; i < b->record->field_count; i++) {
        b->columns[i].mapped = false;
        memset(b->columns[i].knowledge, VALUE_UNKNOWN, b->count);
    }
    memset(b->unreadable, 0, b->count * sizeof *b->unreadable);
    for (size_t i = 0; i < b->source_count; i++)
        memset(b->source[i], 0, b->count * sizeof **b->source);
    b->count = 0;
}

void batch_free(struct batch *b)
{
    arena_free(&b->arena);
    arena_free(&b->vectors);
    *b = (struct batch){0};
}

size_t batch_add(struct batch *b, uint64_t line)
{
    b->line[b->count] = line;
    return b->count++;
}

/* The text of a code is then that of the vocabulary, which lives as long as the program. */
static void set_code(struct column *c, size_t row, const struct field *f)
{
    if (f->type == TYPE_COUNTRY) {
        c->code[row] = country_code(c->text[row]);
        return;
    }
    c->code[row] = field_code(f, c->text[row]);
    if (c->code[row] != CODE_NONE)
        c->text[row] = f->codes[c->code[row]];
}

void batch_set(struct batch *b, size_t row, size_t field, const struct value *v)
{
    struct column *c = &b->columns[field];
    c->knowledge[row] = (uint8_t)v->knowledge;
    if (c->text)
        c->text[row] = v->text;
    else
        c->number[row] = v->number;
    if (c->currency) {
        c->currency[row] = v->currency;
        c->most[row] = value_most(v);
    }
    if (c->code && v->knowledge == VALUE_KNOWN)
        set_code(c, row, &b->record->fields[field]);
}
