/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/format.h"

#include "filing/kinds.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct reading {
    struct arena *arena;
    struct diags *diags;
    const struct vocabulary *vocabulary;
    struct format *format;
};

static const char *const kinds[] = {"csv", "ndjson", "fec", "csv-or-ndjson"};

const char *format_kind_name(enum format_kind kind)
{
    return kinds[kind];
}

/* Which of the words a scalar is; the first when the key is missing. */
static bool read_word(struct reading *r, const struct node *map, const char *key,
                      const char *const *words, size_t count, unsigned *out)
{
    const struct node *n = node_find(map, key);
    struct text names[8];
    *out = 0;
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

/* --- encodings --- */

static bool add_encoding(struct reading *r, struct text name, struct span span)
{
    struct format *f = r->format;
    size_t count = f->encoding_count;
    const struct charset *c = NULL;
    if (!text_equal(name, TEXT("utf-8"))) {
        c = charset_new(r->arena, name);
        if (!c)
            return diag_error(r->diags, span, "format-encoding",
                              TEXT("utf-8, windows-1252, windows-1251, armscii-8, iso-8859-1, ..."),
                              "unknown encoding \"%.*s\"", TEXT_ARG(name));
    }
    *arena_push(r->arena, &f->charsets, &count) = c;
    *arena_push(r->arena, &f->encodings, &f->encoding_count) = name;
    return true;
}

static bool read_encodings(struct reading *r, const struct node *n)
{
    bool ok = true;
    if (!n)
        return add_encoding(r, TEXT("utf-8"), (struct span){0});
    if (n->kind == NODE_SCALAR)
        return add_encoding(r, n->text, n->span);
    for (size_t i = 0; i < n->count; i++)
        ok &= add_encoding(r, n->items[i]->text, n->items[i]->span);
    return ok;
}

static bool read_mend(struct reading *r, const struct node *n)
{
    if (!n)
        return true;
    if (!text_equal(n->text, TEXT("double-encoding")))
        return diag_error(r->diags, n->span, "format-word", TEXT(""),
                          "\"mend\": expected double-encoding");
    r->format->mend = charset_new(r->arena, TEXT("windows-1252"));
    return true;
}

/* --- money --- */

static bool read_money(struct reading *r, const struct node *n)
{
    struct format *f = r->format;
    f->style = NUMBER_PLAIN;
    if (!n)
        return true;
    if (!node_check(r->diags, n, "money block", money_kind.keys, money_kind.key_count))
        return false;
    const struct node *code = node_find(n, "currency");
    f->symbol = node_text(n, "symbol");
    f->currency_column = node_text(n, "currency_column");
    if (code && !currency_find(code->text, &f->currency))
        return diag_error(r->diags, code->span, "format-currency", TEXT("ISO 4217, like GBP"),
                          "unknown currency \"%.*s\"", TEXT_ARG(code->text));
    /* ISO 4217's code for none; a draft has it where nothing tells the currency. */
    if (code && text_equal(code->text, TEXT("XXX")))
        return diag_error(r->diags, code->span, "format-currency",
                          TEXT("put its code in, like AMD"), "the currency is not told yet");
    return character_read(r->diags, n, "decimal", '.', &f->style.decimal) &&
           character_read(r->diags, n, "group", 0, &f->style.group) &&
           texts_read(r->arena, r->diags, n, "at_most", &f->at_most, &f->at_most_count) &&
           texts_read(r->arena, r->diags, n, "zero", &f->zero, &f->zero_count);
}

/* --- parts --- */

static bool read_selectors(struct reading *r, const struct node *n, struct part *p)
{
    struct text why;
    size_t offset;
    for (size_t i = 0; n && i < n->count; i++) {
        struct selector s = {n->keys[i], regex_new(r->arena, n->items[i]->text, &why, &offset)};
        if (!s.regex)
            return diag_error(r->diags, n->items[i]->span, "format-regex", TEXT(""),
                              "wrong regular expression: %.*s (at character %zu)", TEXT_ARG(why),
                              offset + 1);
        *arena_push(r->arena, &p->selectors, &p->selector_count) = s;
    }
    return true;
}

static bool read_part(struct reading *r, const struct node *n, bool parts)
{
    const struct node *record = node_find(n, "record"), *fields = node_find(n, "fields");
    struct part p = {.note = parts ? node_text(n, "note") : TEXT("")};
    if (!record || !fields || fields->kind != NODE_MAP)
        return diag_error(r->diags, n->span, "format-part", TEXT(""),
                          "needs \"record\" and \"fields\"");
    p.record = vocabulary_record(r->vocabulary, record->text);
    if (!p.record)
        return diag_error(r->diags, record->span, "format-unknown-record",
                          TEXT("see vocabulary.yaml"), "no record type \"%.*s\"",
                          TEXT_ARG(record->text));
    struct mapping_reading m = {r->arena, r->diags, &p};
    bool ok = read_selectors(r, node_find(n, "rows"), &p) && mappings_read(&m, fields);
    *arena_push(r->arena, &r->format->parts, &r->format->part_count) = p;
    return ok;
}

static bool read_parts(struct reading *r, const struct node *n)
{
    const struct node *parts = node_find(n, "parts");
    bool ok = true;
    if ((parts != NULL) == (node_find(n, "record") != NULL))
        return diag_error(r->diags, n->span, "format-part", TEXT(""),
                          "needs either \"record\" and \"fields\", or \"parts\"");
    if (!parts)
        return read_part(r, n, false);
    for (size_t i = 0; i < parts->count; i++)
        ok &= node_check(r->diags, parts->items[i], "part of a format", part_kind.keys,
                         part_kind.key_count) &&
              read_part(r, parts->items[i], true);
    return ok;
}

/* --- what a cover declares --- */

static bool read_declaration(struct reading *r, const struct node *n)
{
    static const char *const words[] = {"all", "some"};
    struct declaration d = {0};
    struct text why;
    size_t offset;
    unsigned word;
    if (!node_check(r->diags, n, "declared sum", declaration_kind.keys,
                    declaration_kind.key_count) ||
        !read_word(r, n, "rows_are", words, COUNT(words), &word))
        return false;
    const struct node *cover = node_find(n, "cover"), *rows = node_find(n, "rows");
    if (cover->kind == NODE_SCALAR)
        *arena_push(r->arena, &d.columns, &d.column_count) = cover->text;
    else if (!texts_read(r->arena, r->diags, n, "cover", &d.columns, &d.column_count))
        return false;
    d.in_part = word == 1;
    d.rows = regex_new(r->arena, rows->text, &why, &offset);
    if (!d.rows)
        return diag_error(r->diags, rows->span, "format-regex", TEXT(""),
                          "wrong regular expression: %.*s (at character %zu)", TEXT_ARG(why),
                          offset + 1);
    *arena_push(r->arena, &r->format->declarations, &r->format->declaration_count) = d;
    return true;
}

static bool read_declared(struct reading *r, const struct node *n)
{
    bool ok = true;
    if (n && (r->format->kind != FORMAT_FEC || n->count > MOST_DECLARATIONS))
        return diag_error(r->diags, n->span, "format-declared", TEXT(""),
                          "only formats of kind fec declare sums, and %d at most",
                          MOST_DECLARATIONS);
    for (size_t i = 0; n && i < n->count; i++)
        ok &= read_declaration(r, n->items[i]);
    return ok;
}

/* --- the format --- */

static bool read_head(struct reading *r, const struct node *n)
{
    static const char *const quotes[] = {"strict", "none", "within-line", "every-cell"};
    static const char *const wider[] = {"refuse", "read"};
    struct format *f = r->format;
    unsigned kind, quoting, reads;
    f->name = node_text(n, "format");
    f->title = node_text(node_find(n, "title"), "en");
    f->jurisdiction = node_text(n, "jurisdiction");
    f->note = node_text(n, "note");
    f->dates = node_find(n, "dates") ? node_text(n, "dates") : TEXT("yyyy-mm-dd");
    f->tests = node_find(n, "tests");
    if (!read_word(r, n, "kind", kinds, COUNT(kinds), &kind) ||
        !read_word(r, n, "quotes", quotes, COUNT(quotes), &quoting) ||
        !read_word(r, n, "wider_rows", wider, COUNT(wider), &reads))
        return false;
    f->reads_wider = reads == 1;
    f->kind = (enum format_kind)kind;
    f->quotes = (enum quotes)quoting;
    return read_encodings(r, node_find(n, "encoding")) && read_mend(r, node_find(n, "mend")) &&
           character_read(r->diags, n, "delimiter", ',', &f->delimiter) &&
           texts_read(r->arena, r->diags, n, "header", &f->header, &f->header_count) &&
           texts_read(r->arena, r->diags, n, "columns", &f->columns, &f->column_count) &&
           texts_read(r->arena, r->diags, n, "absent", &f->absent, &f->absent_count) &&
           texts_read(r->arena, r->diags, n, "unknown", &f->unknown, &f->unknown_count) &&
           read_money(r, node_find(n, "money"));
}

/* A file without a header is recognised by nothing: it must be named. */
static bool check_recognition(struct reading *r, const struct node *n)
{
    const struct format *f = r->format;
    if (f->kind == FORMAT_FEC || f->header_count || f->column_count)
        return true;
    return diag_error(r->diags, n->span, "format-header", TEXT(""),
                      "needs \"header\", or \"columns\" when the file has none");
}

/* layouts/us.fec.yaml, beside the format's own file. */
static bool read_layouts(struct reading *r, const struct node *n)
{
    const struct node *name = node_find(n, "layouts");
    const char *why;
    if ((name != NULL) != (r->format->kind == FORMAT_FEC))
        return diag_error(r->diags, n->span, "format-layouts", TEXT(""),
                          "a format of kind fec needs \"layouts\", others have none");
    if (!name)
        return true;
    struct text folder = n->span.source->path;
    while (folder.len && folder.at[folder.len - 1] != '/')
        folder.len--;
    struct text path = arena_format(r->arena, "%.*s%.*s", TEXT_ARG(folder), TEXT_ARG(name->text));
    const struct source *source = source_read(r->arena, path.at, &why);
    if (!source)
        return diag_error(r->diags, name->span, "format-layouts", TEXT(""), "%s: %s", path.at, why);
    const struct node *tree = yaml_read(r->arena, r->diags, source);
    r->format->layouts = tree ? layouts_read(r->arena, r->diags, tree) : NULL;
    return r->format->layouts != NULL;
}

struct format *format_read(struct arena *a, struct diags *d, const struct vocabulary *v,
                           const struct node *n)
{
    if (!node_check(d, n, "format", format_kind.keys, format_kind.key_count))
        return NULL;
    struct reading r = {a, d, v, arena_make(a, struct format)};
    if (read_head(&r, n) && check_recognition(&r, n) && read_layouts(&r, n) &&
        read_declared(&r, node_find(n, "declared")) && read_parts(&r, n))
        return r.format;
    format_free(r.format);
    return NULL;
}

void format_free(struct format *f)
{
    for (size_t i = 0; i < f->part_count; i++) {
        struct part *p = &f->parts[i];
        for (size_t k = 0; k < p->selector_count; k++)
            regex_free(p->selectors[k].regex);
        for (size_t k = 0; k < p->mapping_count; k++) {
            regex_free(p->mappings[k].match);
            regex_free(p->mappings[k].like);
        }
    }
    for (size_t i = 0; i < f->declaration_count; i++)
        regex_free(f->declarations[i].rows);
    layouts_free(f->layouts);
}

const struct format *format_find(const struct format_list *list, struct text name)
{
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i]->name, name))
            return list->items[i];
    return NULL;
}

/* --- the vocabulary's own format --- */

static void add_identical(struct arena *a, struct part *p, const struct field *f)
{
    struct mapping m = {.field = f, .separator = ';', .column_count = 1};
    m.columns = arena_array(a, 1, struct text);
    m.columns[0] = f->path;
    *arena_push(a, &p->mappings, &p->mapping_count) = m;
}

static void add_record(struct arena *a, struct format *f, const struct record_type *t)
{
    struct part *p = arena_push(a, &f->parts, &f->part_count);
    struct text why;
    size_t offset;
    *p = (struct part){.record = t};
    *arena_push(a, &p->selectors, &p->selector_count) = (struct selector){
        TEXT("record"), regex_new(a, arena_format(a, "^%.*s$", TEXT_ARG(t->name)), &why, &offset)};
    for (size_t i = 0; i < t->field_count; i++)
        add_identical(a, p, &t->fields[i]);
}

struct format *format_of_vocabulary(struct arena *a, const struct vocabulary *v,
                                    enum format_kind kind)
{
    struct format *f = arena_make(a, struct format);
    struct diags none = {0};
    struct reading r = {a, &none, v, f};
    size_t count = 0;
    f->kind = kind;
    f->name = kind == FORMAT_NDJSON ? TEXT("records") : TEXT("records-csv");
    f->title = TEXT("Records with the names of the vocabulary, as `format convert` writes them");
    f->dates = TEXT("yyyy-mm-dd");
    f->delimiter = ',';
    f->style = NUMBER_PLAIN;
    f->null_is_absent = true;
    f->of_vocabulary = true;
    add_encoding(&r, TEXT("utf-8"), (struct span){0});
    *arena_push(a, &f->header, &f->header_count) = TEXT("record");
    if (kind == FORMAT_CSV)
        *arena_push(a, &f->absent, &count) = RECORDS_ABSENT;
    f->absent_count = count;
    for (size_t i = 0; i < v->record_count; i++)
        add_record(a, f, &v->records[i]);
    return f;
}
