/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/probe_filing.h"

struct probe_field *probe_field_find(const struct probe_record *r, struct text path)
{
    for (size_t i = 0; i < r->count; i++)
        if (text_equal(r->fields[i].path, path))
            return &r->fields[i];
    return NULL;
}

static void add_field(struct arena *a, struct probe_record *r, struct text path, struct text value)
{
    *arena_push(a, &r->fields, &r->count) = (struct probe_field){path, value, false};
}

size_t probe_field_set(struct arena *a, struct probe_record *r, struct text path, struct text value)
{
    struct probe_field *f = probe_field_find(r, path);
    if (f && text_equal(f->value, value))
        return 0;
    if (!f) {
        add_field(a, r, path, value);
        f = &r->fields[r->count - 1];
    }
    f->value = value;
    f->changed = true;
    return 1;
}

/* --- out of a rule's test --- */

static void read_record(struct arena *a, const struct node *n, struct probe_record *out)
{
    for (size_t i = 0; i < n->count; i++) {
        const struct node *item = n->items[i];
        if (item->kind == NODE_SCALAR)
            add_field(a, out, n->keys[i], item->text);
        for (size_t k = 0; item->kind == NODE_MAP && k < item->count; k++)
            if (item->items[k]->kind == NODE_SCALAR)
                add_field(
                    a, out,
                    arena_format(a, "%.*s.%.*s", TEXT_ARG(n->keys[i]), TEXT_ARG(item->keys[k])),
                    item->items[k]->text);
    }
}

bool probe_filing_read(struct arena *a, const struct node *given, const struct record_type *type,
                       struct probe_filing *out)
{
    *out = (struct probe_filing){.type = type};
    for (size_t i = 0; i < given->count; i++) {
        const struct node *record = given->items[i];
        if (record->kind != NODE_MAP || record->count != 1 || record->items[0]->kind != NODE_MAP ||
            !text_equal(record->keys[0], type->name))
            return false;
        struct probe_record *r = arena_push(a, &out->records, &out->count);
        *r = (struct probe_record){0};
        read_record(a, record->items[0], r);
    }
    return out->count > 0;
}

struct probe_filing probe_filing_copy(struct arena *a, const struct probe_filing *from)
{
    struct probe_filing to = {from->type, arena_array(a, from->count, struct probe_record),
                              from->count};
    for (size_t i = 0; i < from->count; i++)
        for (size_t k = 0; k < from->records[i].count; k++)
            *arena_push(a, &to.records[i].fields,
                        &to.records[i].count) = from->records[i].fields[k];
    return to;
}

bool probe_filing_equal(const struct probe_filing *a, const struct probe_filing *b)
{
    if (a->type != b->type || a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (a->records[i].count != b->records[i].count)
            return false;
        for (size_t k = 0; k < a->records[i].count; k++) {
            const struct probe_field *f = &a->records[i].fields[k],
                                     *g = probe_field_find(&b->records[i], f->path);
            if (!g || !text_equal(f->value, g->value))
                return false;
        }
    }
    return true;
}

/* --- as a batch --- */

static bool fill_row(const struct probe_record *r, struct batch *b)
{
    size_t row = batch_add(b, b->count + 1);
    for (size_t i = 0; i < r->count; i++) {
        const struct field *f = record_field(b->record, r->fields[i].path);
        struct value v;
        if (!f || !value_read(&b->arena, f->type, r->fields[i].value, &v) ||
            (f->type == TYPE_CODE && v.knowledge == VALUE_KNOWN && !field_has_code(f, v.text)))
            return false;
        batch_set(b, row, f->index, &v);
    }
    return true;
}

bool probe_filing_fill(const struct probe_filing *f, struct batch *b)
{
    bool ok = true;
    for (size_t i = 0; i < f->count; i++)
        ok &= fill_row(&f->records[i], b);
    return ok;
}
