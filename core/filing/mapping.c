/* SPDX-License-Identifier: Apache-2.0
 *
 * The `fields:` of a format, read.
 */
#include <config.h>

#include "filing/format.h"
#include "filing/kinds.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

bool texts_read(struct arena *a, struct diags *d, const struct node *map, const char *key,
                struct text **texts, size_t *count)
{
    const struct node *list = node_find(map, key);
    *count = 0;
    if (!list)
        return true;
    *texts = arena_array(a, list->count, struct text);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i]->kind != NODE_SCALAR)
            return diag_error(d, list->items[i]->span, "format-list", TEXT(""), "expected a text");
        (*texts)[(*count)++] = list->items[i]->text;
    }
    return true;
}

bool character_read(struct diags *d, const struct node *map, const char *key, char otherwise,
                    char *out)
{
    const struct node *n = node_find(map, key);
    *out = otherwise;
    if (!n)
        return true;
    if (n->text.len != 1)
        return diag_error(d, n->span, "format-character", TEXT(""),
                          "\"%s\": expected one character", key);
    *out = n->text.at[0];
    return true;
}

/* --- values of a field --- */

static bool fits_field(struct mapping_reading *r, const struct field *f, struct text t,
                       struct value *v)
{
    return value_read(r->arena, f->type, t, v) &&
           (f->type != TYPE_CODE || v->knowledge != VALUE_KNOWN || field_has_code(f, t));
}

static bool refuse_value(struct mapping_reading *r, const struct mapping *m, const struct node *n)
{
    return diag_error(r->diags, n->span, "format-code",
                      diag_did_you_mean(r->arena, n->text, m->field->codes, m->field->code_count),
                      "\"%.*s\": \"%.*s\" is not %s", TEXT_ARG(m->field->path), TEXT_ARG(n->text),
                      value_expected(m->field->type));
}

static bool is_keyword(struct text t)
{
    return text_equal(t, TEXT("unknown")) || text_equal(t, TEXT("absent"));
}

static bool read_codes(struct mapping_reading *r, const struct node *codes, struct mapping *m)
{
    struct value v;
    if (!codes)
        return true;
    m->cells = arena_array(r->arena, codes->count, struct text);
    m->codes = arena_array(r->arena, codes->count, struct text);
    for (size_t i = 0; i < codes->count; i++) {
        struct text code = codes->items[i]->text;
        if (!is_keyword(code) && !fits_field(r, m->field, code, &v))
            return refuse_value(r, m, codes->items[i]);
        m->cells[m->code_count] = codes->keys[i];
        m->codes[m->code_count++] = code;
    }
    return true;
}

static bool read_others(struct mapping_reading *r, const struct node *n, struct mapping *m)
{
    static const char *const words[] = {"error", "unknown", "absent", "read", "try"};
    struct value v;
    m->others = OTHERWISE_ERROR;
    if (!n)
        return true;
    for (unsigned i = 0; i < COUNT(words); i++)
        if (text_equal(n->text, text_of(words[i]))) {
            m->others = (enum otherwise)i;
            return true;
        }
    m->others = OTHERWISE_VALUE;
    m->others_value = n->text;
    return fits_field(r, m->field, n->text, &v) || refuse_value(r, m, n);
}

static bool read_fixed(struct mapping_reading *r, const struct node *n, struct mapping *m,
                       bool *given, struct value *out)
{
    *given = n != NULL;
    return !n || fits_field(r, m->field, n->text, out) ||
           diag_error(r->diags, n->span, "format-constant", TEXT(""), "\"%.*s\": expected %s",
                      TEXT_ARG(m->field->path), value_expected(m->field->type));
}

static bool read_regex(struct mapping_reading *r, const struct node *n, struct regex **out)
{
    struct text why;
    size_t offset;
    if (!n)
        return true;
    *out = regex_new(r->arena, n->text, &why, &offset);
    return *out || diag_error(r->diags, n->span, "format-regex", TEXT(""),
                              "wrong regular expression: %.*s (at character %zu)", TEXT_ARG(why),
                              offset + 1);
}

static bool read_empty(struct mapping_reading *r, const struct node *n, struct mapping *m)
{
    m->empty_is_absent = n && text_equal(n->text, TEXT("absent"));
    return !n || m->empty_is_absent || text_equal(n->text, TEXT("unknown")) ||
           diag_error(r->diags, n->span, "format-word", TEXT(""),
                      "\"empty\": expected absent or unknown");
}

/* pieces: {separator: "^", order: [2, 1, 4]} */
static bool read_pieces(struct mapping_reading *r, const struct node *n, struct mapping *m)
{
    if (!n)
        return true;
    if (!node_check(r->diags, n, "pieces of a name", pieces_kind.keys, pieces_kind.key_count) ||
        !character_read(r->diags, n, "separator", 0, &m->piece_separator))
        return false;
    const struct node *order = node_find(n, "order");
    for (size_t i = 0; i < order->count; i++) {
        struct text t = order->items[i]->text;
        if (t.len != 1 || t.at[0] < '1' || t.at[0] > '9' || m->order_count == COUNT(m->order))
            return diag_error(r->diags, order->items[i]->span, "format-order", TEXT(""),
                              "expected at most 8 numbers from 1 to 9");
        m->order[m->order_count++] = (uint8_t)(t.at[0] - '0');
    }
    return true;
}

static bool read_money_keys(struct mapping_reading *r, const struct node *n, struct mapping *m)
{
    const struct node *code = node_find(n, "currency"), *rounded = node_find(n, "rounded");
    m->upper = node_text(n, "upper");
    if (m->field->type != TYPE_MONEY && (code || rounded || m->upper.len))
        return diag_error(r->diags, n->span, "format-field", TEXT(""),
                          "\"%.*s\" is no amount: it has no currency, rounded or upper",
                          TEXT_ARG(m->field->path));
    if (code && !currency_find(code->text, &m->currency))
        return diag_error(r->diags, code->span, "format-currency", TEXT("ISO 4217, like GBP"),
                          "unknown currency \"%.*s\"", TEXT_ARG(code->text));
    return !rounded || decimal_read(rounded->text, NUMBER_PLAIN, 0, &m->rounded) ||
           diag_error(r->diags, rounded->span, "format-field", TEXT(""),
                      "\"rounded\": expected a whole number");
}

/* digits: 8 */
static bool read_digits(struct mapping_reading *r, const struct node *n, struct mapping *m)
{
    int64_t digits = 0;
    if (!n)
        return true;
    if (m->field->type != TYPE_TEXT || !decimal_read(n->text, NUMBER_PLAIN, 0, &digits) ||
        digits < 1 || digits > MOST_DIGITS)
        return diag_error(r->diags, n->span, "format-field", TEXT(""),
                          "\"digits\": expected a number from 1 to %d, for a text", MOST_DIGITS);
    m->digits = (size_t)digits;
    return true;
}

/* --- one field --- */

static void set_column(struct mapping_reading *r, struct mapping *m, struct text column)
{
    m->columns = arena_array(r->arena, 1, struct text);
    m->columns[0] = column;
    m->column_count = 1;
}

static bool read_origin(struct mapping_reading *r, const struct node *n, struct mapping *m)
{
    unsigned given = 0;
    static const char *const keys[] = {"column", "join", "like", "constant"};
    for (size_t i = 0; i < COUNT(keys); i++)
        given += node_find(n, keys[i]) != NULL;
    if (given != 1)
        return diag_error(r->diags, n->span, "format-field", TEXT(""),
                          "\"%.*s\" needs one of: column, join, like, constant",
                          TEXT_ARG(m->field->path));
    if (!texts_read(r->arena, r->diags, n, "join", &m->columns, &m->column_count))
        return false;
    if (node_find(n, "column"))
        set_column(r, m, node_text(n, "column"));
    return read_regex(r, node_find(n, "like"), &m->like) &&
           read_fixed(r, node_find(n, "constant"), m, &m->is_constant, &m->constant);
}

static bool read_keys(struct mapping_reading *r, const struct node *n, struct mapping *m)
{
    if (!node_check(r->diags, n, "field of a format", mapping_kind.keys, mapping_kind.key_count))
        return false;
    m->dates = node_text(n, "dates");
    return read_origin(r, n, m) && read_regex(r, node_find(n, "match"), &m->match) &&
           read_fixed(r, node_find(n, "value"), m, &m->has_value, &m->value) &&
           read_codes(r, node_find(n, "codes"), m) && read_others(r, node_find(n, "others"), m) &&
           read_empty(r, node_find(n, "empty"), m) && read_money_keys(r, n, m) &&
           read_pieces(r, node_find(n, "pieces"), m) && read_digits(r, node_find(n, "digits"), m) &&
           texts_read(r->arena, r->diags, n, "absent", &m->absent, &m->absent_count) &&
           texts_read(r->arena, r->diags, n, "drop", &m->drop, &m->drop_count) &&
           texts_read(r->arena, r->diags, n, "unknown", &m->unknown, &m->unknown_count) &&
           character_read(r->diags, n, "separator", ';', &m->separator);
}

static bool read_mapping(struct mapping_reading *r, const struct field *f, struct span span,
                         const struct node *n)
{
    struct mapping m = {.field = f, .span = span, .separator = ';'};
    if (n->kind == NODE_SCALAR)
        set_column(r, &m, n->text);
    else if (!read_keys(r, n, &m)) {
        regex_free(m.like);
        regex_free(m.match);
        return false;
    }
    *arena_push(r->arena, &r->part->mappings, &r->part->mapping_count) = m;
    return true;
}

static bool read_field(struct mapping_reading *r, struct text path, struct span span,
                       const struct node *n)
{
    const struct record_type *t = r->part->record;
    const struct field *f = record_field(t, path);
    if (!f) {
        struct text *names = arena_array(r->arena, t->field_count, struct text);
        for (size_t i = 0; i < t->field_count; i++)
            names[i] = t->fields[i].path;
        return diag_error(r->diags, span, "format-unknown-field",
                          diag_did_you_mean(r->arena, path, names, t->field_count),
                          "a \"%.*s\" has no field \"%.*s\"", TEXT_ARG(t->name), TEXT_ARG(path));
    }
    bool ok = true;
    for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++)
        ok &= read_mapping(r, f, n->items[i]->span, n->items[i]);
    return n->kind == NODE_LIST ? ok : read_mapping(r, f, span, n);
}

bool mappings_read(struct mapping_reading *r, const struct node *fields)
{
    bool ok = true;
    for (size_t i = 0; i < fields->count; i++)
        ok &= read_field(r, fields->keys[i], fields->key_spans[i], fields->items[i]);
    return ok;
}
