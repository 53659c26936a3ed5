/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/format.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct reading {
    struct arena *arena;
    struct diags *diags;
    struct format *format;
};

static bool read_texts(struct reading *r, const struct node *map, const char *key,
                       struct text **texts, size_t *count)
{
    const struct node *list = node_find(map, key);
    *count = 0;
    if (!list)
        return true;
    *texts = arena_array(r->arena, list->count, struct text);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i]->kind != NODE_SCALAR)
            return diag_error(r->diags, list->items[i]->span, "format-list", TEXT(""),
                              "expected a text");
        (*texts)[(*count)++] = list->items[i]->text;
    }
    return true;
}

/* Which of the words a scalar is; `otherwise` when the key is missing. */
static bool read_word(struct reading *r, const struct node *map, const char *key,
                      const char *const *words, size_t count, unsigned otherwise, unsigned *out)
{
    const struct node *n = node_find(map, key);
    struct text names[8];
    *out = otherwise;
    if (!n)
        return true;
    for (unsigned i = 0; i < count; i++) {
        names[i] = text_of(words[i]);
        if (text_equal(n->text, names[i])) {
            *out = i;
            return true;
        }
    }
    return diag_error(r->diags, n->span, "format-word",
                      diag_did_you_mean(r->arena, n->text, names, count),
                      "\"%s\": unknown word \"%.*s\"", key, TEXT_ARG(n->text));
}

static bool read_byte(struct reading *r, const struct node *map, const char *key, char otherwise,
                      char *out)
{
    const struct node *n = node_find(map, key);
    *out = otherwise;
    if (!n)
        return true;
    if (n->text.len != 1)
        return diag_error(r->diags, n->span, "format-character", TEXT(""),
                          "\"%s\": expected one character", key);
    *out = n->text.at[0];
    return true;
}

/* --- money --- */

static bool read_money(struct reading *r, const struct node *n)
{
    static const struct node_key keys[] = {
        {"currency", false, NODE_SCALAR, false},        {"symbol", false, NODE_SCALAR, false},
        {"currency_column", false, NODE_SCALAR, false}, {"decimal", false, NODE_SCALAR, false},
        {"group", false, NODE_SCALAR, false},           {"zero", false, NODE_LIST, false},
    };
    struct format *f = r->format;
    f->style = NUMBER_PLAIN;
    if (!n)
        return true;
    if (!node_check(r->diags, n, "money block", keys, COUNT(keys)))
        return false;
    const struct node *code = node_find(n, "currency");
    f->symbol = node_text(n, "symbol");
    f->currency_column = node_text(n, "currency_column");
    if (code && !currency_find(code->text, &f->currency))
        return diag_error(r->diags, code->span, "format-currency", TEXT("ISO 4217, like GBP"),
                          "unknown currency \"%.*s\"", TEXT_ARG(code->text));
    return read_byte(r, n, "decimal", '.', &f->style.decimal) &&
           read_byte(r, n, "group", 0, &f->style.group) &&
           read_texts(r, n, "zero", &f->zero, &f->zero_count);
}

/* --- mappings --- */

static bool read_codes(struct reading *r, const struct node *codes, struct mapping *m)
{
    struct value v;
    if (!codes)
        return true;
    m->cells = arena_array(r->arena, codes->count, struct text);
    m->codes = arena_array(r->arena, codes->count, struct text);
    for (size_t i = 0; i < codes->count; i++) {
        struct text code = codes->items[i]->text;
        bool keyword = text_equal(code, TEXT("unknown")) || text_equal(code, TEXT("absent"));
        bool fits = keyword || (m->field->type == TYPE_CODE
                                    ? field_has_code(m->field, code)
                                    : value_read(r->arena, m->field->type, code, &v));
        if (!fits)
            return diag_error(r->diags, codes->items[i]->span, "format-code",
                              diag_did_you_mean(r->arena, code, m->field->codes,
                                                m->field->code_count),
                              "\"%.*s\": \"%.*s\" is not %s", TEXT_ARG(m->field->path),
                              TEXT_ARG(code), value_expected(m->field->type));
        m->cells[m->code_count] = codes->keys[i];
        m->codes[m->code_count++] = code;
    }
    return true;
}

static bool read_constant(struct reading *r, const struct node *n, struct mapping *m)
{
    if (!n)
        return true;
    m->is_constant = true;
    bool fits = value_read(r->arena, m->field->type, n->text, &m->constant) &&
                (m->field->type != TYPE_CODE || field_has_code(m->field, n->text));
    return fits || diag_error(r->diags, n->span, "format-constant", TEXT(""),
                              "\"%.*s\": expected %s", TEXT_ARG(m->field->path),
                              value_expected(m->field->type));
}

static bool read_match(struct reading *r, const struct node *n, struct mapping *m)
{
    struct text why;
    size_t offset;
    if (!n)
        return true;
    m->match = regex_new(r->arena, n->text, &why, &offset);
    return m->match || diag_error(r->diags, n->span, "format-regex", TEXT(""),
                                  "wrong regular expression: %.*s (at character %zu)",
                                  TEXT_ARG(why), offset + 1);
}

static bool read_empty(struct reading *r, const struct node *n, struct mapping *m)
{
    m->empty_is_absent = n && text_equal(n->text, TEXT("absent"));
    return !n || m->empty_is_absent || text_equal(n->text, TEXT("unknown")) ||
           diag_error(r->diags, n->span, "format-word", TEXT(""),
                      "\"empty\": expected absent or unknown");
}

static bool read_mapping_keys(struct reading *r, const struct node *n, struct mapping *m)
{
    static const struct node_key keys[] = {
        {"column", false, NODE_SCALAR, false}, {"constant", false, NODE_SCALAR, false},
        {"match", false, NODE_SCALAR, false},  {"codes", false, NODE_MAP, false},
        {"others", false, NODE_SCALAR, false}, {"empty", false, NODE_SCALAR, false},
        {"absent", false, NODE_LIST, false},   {"separator", false, NODE_SCALAR, false},
        {"dates", false, NODE_SCALAR, false},  {"unknown", false, NODE_LIST, false},
    };
    static const char *const others[] = {"error", "unknown", "absent"};
    unsigned otherwise = OTHERWISE_ERROR;
    if (!node_check(r->diags, n, "field of a format", keys, COUNT(keys)))
        return false;
    m->column = node_text(n, "column");
    m->dates = node_text(n, "dates");
    if ((m->column.len == 0) == (node_find(n, "constant") == NULL))
        return diag_error(r->diags, n->span, "format-field", TEXT(""),
                          "\"%.*s\" needs a column or a constant", TEXT_ARG(m->field->path));
    bool ok = read_word(r, n, "others", others, 3, OTHERWISE_ERROR, &otherwise) &&
              read_constant(r, node_find(n, "constant"), m) &&
              read_match(r, node_find(n, "match"), m) && read_codes(r, node_find(n, "codes"), m) &&
              read_empty(r, node_find(n, "empty"), m) &&
              read_texts(r, n, "absent", &m->absent, &m->absent_count) &&
              read_texts(r, n, "unknown", &m->unknown, &m->unknown_count) &&
              read_byte(r, n, "separator", ';', &m->separator);
    m->others = (enum otherwise)otherwise;
    return ok;
}

static bool read_mapping(struct reading *r, struct text path, struct span path_span,
                         const struct node *n)
{
    const struct record_type *t = r->format->record;
    struct mapping m = {.field = record_field(t, path), .span = path_span, .separator = ';'};
    if (!m.field) {
        struct text *names = arena_array(r->arena, t->field_count, struct text);
        for (size_t i = 0; i < t->field_count; i++)
            names[i] = t->fields[i].path;
        return diag_error(r->diags, path_span, "format-unknown-field",
                          diag_did_you_mean(r->arena, path, names, t->field_count),
                          "a \"%.*s\" has no field \"%.*s\"", TEXT_ARG(t->name), TEXT_ARG(path));
    }
    if (n->kind == NODE_SCALAR)
        m.column = n->text;
    else if (!read_mapping_keys(r, n, &m))
        return false;
    struct format *f = r->format;
    *arena_push(r->arena, &f->mappings, &f->mapping_count) = m;
    return true;
}

static bool read_mappings(struct reading *r, const struct node *fields)
{
    bool ok = true;
    for (size_t i = 0; i < fields->count; i++)
        ok &= read_mapping(r, fields->keys[i], fields->key_spans[i], fields->items[i]);
    return ok;
}

/* --- the format --- */

static const struct node_key format_keys[] = {
    {"format", true, NODE_SCALAR, false},        {"title", true, NODE_MAP, false},
    {"jurisdiction", false, NODE_SCALAR, false}, {"record", true, NODE_SCALAR, false},
    {"kind", true, NODE_SCALAR, false},          {"encoding", false, NODE_SCALAR, false},
    {"header", true, NODE_LIST, false},          {"delimiter", false, NODE_SCALAR, false},
    {"dates", false, NODE_SCALAR, false},        {"money", false, NODE_MAP, false},
    {"absent", false, NODE_LIST, false},         {"unknown", false, NODE_LIST, false},
    {"fields", true, NODE_MAP, false},           {"tests", false, NODE_LIST, false},
};

static bool read_head(struct reading *r, const struct node *n)
{
    static const char *const kinds[] = {"csv", "ndjson"};
    static const char *const encodings[] = {"utf-8", "windows-1252"};
    struct format *f = r->format;
    unsigned kind, encoding;
    f->name = node_text(n, "format");
    f->title = node_text(node_find(n, "title"), "en");
    f->jurisdiction = node_text(n, "jurisdiction");
    f->dates = node_find(n, "dates") ? node_text(n, "dates") : TEXT("yyyy-mm-dd");
    f->tests = node_find(n, "tests");
    if (!read_word(r, n, "kind", kinds, 2, 0, &kind) ||
        !read_word(r, n, "encoding", encodings, 2, 0, &encoding))
        return false;
    f->kind = (enum format_kind)kind;
    f->encoding = (enum encoding)encoding;
    return read_byte(r, n, "delimiter", ',', &f->delimiter) &&
           read_texts(r, n, "header", &f->header, &f->header_count) &&
           read_texts(r, n, "absent", &f->absent, &f->absent_count) &&
           read_texts(r, n, "unknown", &f->unknown, &f->unknown_count) &&
           read_money(r, node_find(n, "money"));
}

struct format *format_read(struct arena *a, struct diags *d, const struct vocabulary *v,
                           const struct node *n)
{
    if (!node_check(d, n, "format", format_keys, COUNT(format_keys)))
        return NULL;
    struct reading r = {a, d, arena_make(a, struct format)};
    const struct node *record = node_find(n, "record");
    r.format->record = vocabulary_record(v, record->text);
    if (!r.format->record) {
        diag_error(d, record->span, "format-unknown-record", TEXT("see vocabulary.yaml"),
                   "no record type \"%.*s\"", TEXT_ARG(record->text));
        return NULL;
    }
    if (read_head(&r, n) && read_mappings(&r, node_find(n, "fields")))
        return r.format;
    format_free(r.format);
    return NULL;
}

void format_free(struct format *f)
{
    for (size_t i = 0; i < f->mapping_count; i++)
        regex_free(f->mappings[i].match);
}

const struct format *format_find(const struct format_list *list, struct text name)
{
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i]->name, name))
            return list->items[i];
    return NULL;
}
