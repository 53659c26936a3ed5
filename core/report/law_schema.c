/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/law_schema.h"

#include "engine/case.h"
#include "report/json_writer.h"

enum { MOST_KINDS = 64 };

struct writing {
    struct json json;
    struct arena arena;
    const struct vocabulary *vocabulary;
    const struct kind *kinds[MOST_KINDS]; /* met, in this order */
    size_t kind_count;
};

static const struct kind *find_kind(struct text name)
{
    const struct kind *k = law_kind_find(name);
    if (!k)
        k = filing_kind_find(name);
    return !k && text_equal(name, text_of(test_kind.name)) ? &test_kind : k;
}

static void reach(struct writing *w, const struct kind *k)
{
    for (size_t i = 0; i < w->kind_count; i++)
        if (w->kinds[i] == k)
            return;
    w->kinds[w->kind_count++] = k;
}

/* --- what stands behind a key --- */

static void reference(struct writing *w, const char *key, struct text to)
{
    json_open(&w->json, key, '{');
    json_text(&w->json, "$ref", arena_format(&w->arena, "#/$defs/%.*s", TEXT_ARG(to)));
    json_close(&w->json, '}');
}

static void one_of(struct writing *w, const char *key, struct text list)
{
    struct text word;
    json_open(&w->json, key, '{');
    json_open(&w->json, "enum", '[');
    while (text_next(&list, ' ', &word))
        json_text(&w->json, NULL, word);
    json_close(&w->json, ']');
    json_close(&w->json, '}');
}

static void write_form(struct writing *, const char *key, struct text form);

static void many(struct writing *w, const char *key, const char *type, const char *of,
                 struct text form)
{
    json_open(&w->json, key, '{');
    json_chars(&w->json, "type", type);
    write_form(w, of, form);
    json_close(&w->json, '}');
}

/* `a` or `b`; an empty `b` stands for a list of `a`. */
static void either(struct writing *w, const char *key, struct text a, struct text b)
{
    json_open(&w->json, key, '{');
    json_open(&w->json, "anyOf", '[');
    write_form(w, NULL, a);
    if (b.len)
        write_form(w, NULL, b);
    else
        many(w, NULL, "array", "items", a);
    json_close(&w->json, ']');
    json_close(&w->json, '}');
}

static void write_form(struct writing *w, const char *key, struct text form)
{
    static const struct text list = TEXT_INIT("list of "), map = TEXT_INIT("map of "),
                             closed = TEXT_INIT("one of "), some = TEXT_INIT("some of "),
                             text = TEXT_INIT("text or ");
    if (text_starts(form, closed)) {
        one_of(w, key, text_slice(form, closed.len, form.len));
    } else if (text_starts(form, list)) {
        many(w, key, "array", "items", text_slice(form, list.len, form.len));
    } else if (text_starts(form, map)) {
        many(w, key, "object", "additionalProperties", text_slice(form, map.len, form.len));
    } else if (text_starts(form, some)) {
        either(w, key, text_slice(form, some.len, form.len), TEXT(""));
    } else if (text_starts(form, text)) {
        either(w, key, TEXT("text"), text_slice(form, text.len, form.len));
    } else {
        reference(w, key, form);
        if (find_kind(form))
            reach(w, find_kind(form));
    }
}

static struct text form_of(const struct kind *k, const struct node_key *key)
{
    for (const struct value_form *f = k->forms; f->key; f++)
        if (strcmp(f->key, key->name) == 0)
            return text_of(f->form);
    return key->kind == NODE_SCALAR ? TEXT("text")
           : key->kind == NODE_LIST ? TEXT("texts")
                                    : TEXT("values");
}

static void write_kind(struct writing *w, const struct kind *k)
{
    json_open(&w->json, k->name, '{');
    json_chars(&w->json, "description", k->doc);
    json_chars(&w->json, "type", "object");
    json_open(&w->json, "required", '[');
    for (size_t i = 0; i < k->key_count; i++)
        if (k->keys[i].required)
            json_chars(&w->json, NULL, k->keys[i].name);
    json_close(&w->json, ']');
    json_bool(&w->json, "additionalProperties", false);
    json_open(&w->json, "properties", '{');
    for (size_t i = 0; i < k->key_count; i++)
        write_form(w, k->keys[i].name, form_of(k, &k->keys[i]));
    json_close(&w->json, '}');
    json_close(&w->json, '}');
}

/* --- records, by the vocabulary --- */

static void write_field(struct writing *w, struct text name, const struct field *f)
{
    json_open(&w->json, arena_copy(&w->arena, name).at, '{');
    json_text(&w->json, "description", f->doc);
    if (f->type == TYPE_CODE) {
        json_open(&w->json, "enum", '[');
        for (size_t i = 0; i < f->code_count; i++)
            json_text(&w->json, NULL, f->codes[i]);
        json_chars(&w->json, NULL, "none");
        json_close(&w->json, ']');
    } else {
        json_chars(&w->json, "$ref", "#/$defs/text");
    }
    json_close(&w->json, '}');
}

static void write_actor(struct writing *w, const struct record_type *r, struct text actor)
{
    json_open(&w->json, arena_copy(&w->arena, actor).at, '{');
    json_chars(&w->json, "type", "object");
    json_bool(&w->json, "additionalProperties", false);
    json_open(&w->json, "properties", '{');
    for (size_t i = 0; i < r->field_count; i++) {
        struct text path = r->fields[i].path;
        if (path.len > actor.len + 1 && text_starts(path, actor) && path.at[actor.len] == '.')
            write_field(w, text_slice(path, actor.len + 1, path.len), &r->fields[i]);
    }
    json_close(&w->json, '}');
    json_close(&w->json, '}');
}

/* A field of an actor may stand in a map of the actor's name, or behind a dot. */
static void write_record(struct writing *w, const struct record_type *r)
{
    json_open(&w->json, arena_copy(&w->arena, r->name).at, '{');
    json_text(&w->json, "description", r->doc);
    json_chars(&w->json, "type", "object");
    json_bool(&w->json, "additionalProperties", false);
    json_open(&w->json, "properties", '{');
    for (size_t i = 0; i < r->field_count; i++)
        write_field(w, r->fields[i].path, &r->fields[i]);
    for (size_t i = 0; i < r->actor_count; i++)
        write_actor(w, r, r->actors[i]);
    json_close(&w->json, '}');
    json_close(&w->json, '}');
}

static void write_records(struct writing *w)
{
    json_open(&w->json, "records", '{');
    json_chars(&w->json, "type", "array");
    json_open(&w->json, "items", '{');
    json_chars(&w->json, "type", "object");
    json_number(&w->json, "minProperties", 1);
    json_number(&w->json, "maxProperties", 1);
    json_bool(&w->json, "additionalProperties", false);
    json_open(&w->json, "properties", '{');
    for (size_t i = 0; i < w->vocabulary->record_count; i++)
        write_record(w, &w->vocabulary->records[i]);
    json_close(&w->json, '}');
    json_close(&w->json, '}');
    json_close(&w->json, '}');
}

/* --- forms that many kinds share --- */

static void write_texts(struct writing *w)
{
    static const char *const types[] = {"string", "number", "boolean"};
    json_open(&w->json, "text", '{');
    json_open(&w->json, "type", '[');
    for (size_t i = 0; i < 3; i++)
        json_chars(&w->json, NULL, types[i]);
    json_close(&w->json, ']');
    json_close(&w->json, '}');
    many(w, "texts", "array", "items", TEXT("text"));
    many(w, "values", "object", "additionalProperties", TEXT("text"));
    json_open(&w->json, "anything", '{');
    json_close(&w->json, '}');
    json_open(&w->json, "day", '{');
    json_chars(&w->json, "type", "string");
    json_chars(&w->json, "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    json_close(&w->json, '}');
}

static void write_words(struct writing *w)
{
    json_open(&w->json, "words", '{');
    json_chars(&w->json, "description", "a text in each language");
    json_chars(&w->json, "type", "object");
    json_open(&w->json, "propertyNames", '{');
    json_chars(&w->json, "pattern", "^[a-z]{2}$");
    json_close(&w->json, '}');
    reference(w, "additionalProperties", TEXT("text"));
    json_close(&w->json, '}');
    json_open(&w->json, "confidence", '{');
    json_open(&w->json, "enum", '[');
    for (int c = CONFIDENCE_HIGH; c >= CONFIDENCE_LOW; c--)
        json_chars(&w->json, NULL, confidence_name((enum confidence)c));
    json_close(&w->json, ']');
    json_close(&w->json, '}');
}

static void write_outcome(struct writing *w)
{
    json_open(&w->json, "outcome", '{');
    json_open(&w->json, "anyOf", '[');
    json_open(&w->json, NULL, '{');
    json_open(&w->json, "enum", '[');
    for (int o = OUTCOME_CLEAR; o <= OUTCOME_VIOLATION; o++)
        json_chars(&w->json, NULL, outcome_name((enum outcome)o));
    json_close(&w->json, ']');
    json_close(&w->json, '}');
    json_open(&w->json, NULL, '{');
    json_chars(&w->json, "type", "object");
    json_bool(&w->json, "additionalProperties", false);
    json_open(&w->json, "properties", '{');
    reference(w, "undetermined", TEXT("texts"));
    json_close(&w->json, '}');
    json_close(&w->json, '}');
    json_close(&w->json, ']');
    json_close(&w->json, '}');
}

static void write_definitions(struct writing *w)
{
    json_open(&w->json, "$defs", '{');
    for (size_t i = 0; i < w->kind_count; i++) /* grows on the way */
        write_kind(w, w->kinds[i]);
    write_texts(w);
    write_words(w);
    for (size_t i = 0; i < w->kind_count; i++)
        if (w->kinds[i] == &test_kind) {
            write_outcome(w);
            write_records(w);
        }
    json_close(&w->json, '}');
}

void law_print_schema(const struct document *document, const struct vocabulary *v, FILE *out)
{
    struct writing w = {
        .json = {.out = out, .indent = true}, .arena = ARENA("schema"), .vocabulary = v};
    json_open(&w.json, NULL, '{');
    json_chars(&w.json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_text(&w.json, "title", arena_format(&w.arena, "lawbase/%s", document->file));
    if (document->is_list) {
        json_chars(&w.json, "type", "array");
        reference(&w, "items", text_of(document->kind));
    } else {
        json_text(&w.json, "$ref", arena_format(&w.arena, "#/$defs/%s", document->kind));
    }
    reach(&w, find_kind(text_of(document->kind)));
    write_definitions(&w);
    json_close(&w.json, '}');
    arena_free(&w.arena);
}

const struct document *document_find(struct arena *a, struct text name, struct text *names)
{
    *names = TEXT("");
    for (size_t i = 0; i < law_document_count + filing_document_count; i++) {
        const struct document *d = i < law_document_count
                                       ? &law_documents[i]
                                       : &filing_documents[i - law_document_count];
        if (text_equal(name, text_of(d->name)))
            return d;
        *names = arena_format(a, "%.*s%s%s", TEXT_ARG(*names), i ? ", " : "", d->name);
    }
    return NULL;
}
