/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/yaml.h"

#include <yaml.h>

/* libyaml needs 40 s for 200,000 nested brackets; nobody needs more than these. */
enum { MAX_DEPTH = 64 };

struct reading {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
    yaml_parser_t parser;
};

/* libyaml counts characters, not bytes; line and column find the byte in our own table. */
static uint32_t offset_of(const struct reading *r, yaml_mark_t mark)
{
    return source_offset(r->source, mark.line, mark.column);
}

static struct span span_of(const struct reading *r, yaml_mark_t begin, yaml_mark_t end)
{
    return (struct span){r->source, offset_of(r, begin), offset_of(r, end)};
}

static bool parser_failed(struct reading *r)
{
    const yaml_parser_t *p = &r->parser;
    uint32_t problem = offset_of(r, p->problem_mark);
    struct span here = {r->source, problem, problem + 1};
    if (p->context && p->context_mark.line != p->problem_mark.line) {
        uint32_t opened = offset_of(r, p->context_mark);
        diag_error(r->diags, (struct span){r->source, opened, opened + 1}, "yaml-syntax", TEXT(""),
                   "%s", p->context);
        diag_note(r->diags, here, "%s", p->problem ? p->problem : "noticed here");
        return false;
    }
    return diag_error(r->diags, here, "yaml-syntax", TEXT(""), "%s%s%s",
                      p->problem ? p->problem : "not YAML", p->context ? " " : "",
                      p->context ? p->context : "");
}

static bool refuse(struct reading *r, const yaml_event_t *e, const char *what, const char *hint)
{
    return diag_error(r->diags, span_of(r, e->start_mark, e->end_mark), "yaml-refused",
                      text_of(hint), "%s", what);
}

/* Anchors and tags: data that means something else than one reads. */
static bool check_event(struct reading *r, const yaml_event_t *e)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    switch (e->type) {
    case YAML_ALIAS_EVENT:
        return refuse(r, e, "aliases (*name) are not used in a law base", "write the value out");
    case YAML_SCALAR_EVENT:
        anchor = e->data.scalar.anchor;
        tag = e->data.scalar.tag;
        break;
    case YAML_SEQUENCE_START_EVENT:
        anchor = e->data.sequence_start.anchor;
        tag = e->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        anchor = e->data.mapping_start.anchor;
        tag = e->data.mapping_start.tag;
        break;
    default:
        break;
    }
    if (anchor)
        return refuse(r, e, "anchors (&name) are not used in a law base", "remove the anchor");
    if (tag)
        return refuse(r, e, "tags (!name) are not used in a law base", "remove the tag");
    return true;
}

static struct node *read_node(struct reading *r, yaml_event_t *e, unsigned depth);

static bool next_event(struct reading *r, yaml_event_t *e)
{
    if (!yaml_parser_parse(&r->parser, e))
        return parser_failed(r);
    if (check_event(r, e))
        return true;
    yaml_event_delete(e);
    return false;
}

static void add_item(struct reading *r, struct node *n, struct node *item)
{
    *arena_push(r->arena, &n->items, &n->count) = item;
}

static bool read_list(struct reading *r, struct node *n, unsigned depth)
{
    for (;;) {
        yaml_event_t e;
        if (!next_event(r, &e))
            return false;
        bool end = e.type == YAML_SEQUENCE_END_EVENT;
        n->span.end = offset_of(r, e.end_mark);
        struct node *item = end ? NULL : read_node(r, &e, depth + 1);
        yaml_event_delete(&e);
        if (end)
            return true;
        if (!item)
            return false;
        add_item(r, n, item);
    }
}

static bool add_key(struct reading *r, struct node *n, const yaml_event_t *e)
{
    struct span span = span_of(r, e->start_mark, e->end_mark);
    if (e->type != YAML_SCALAR_EVENT)
        return diag_error(r->diags, span, "yaml-key", TEXT(""), "a key must be a plain word");
    struct text key = {(const char *)e->data.scalar.value, e->data.scalar.length};
    for (size_t i = 0; i < n->count; i++)
        if (text_equal(n->keys[i], key)) {
            diag_error(r->diags, span, "yaml-duplicate-key", TEXT("keep one of them"),
                       "key \"%.*s\" stands here twice", TEXT_ARG(key));
            diag_note(r->diags, n->key_spans[i], "first here");
            return false;
        }
    /* Key and span grow with the item that follows, which counts them. */
    n->keys = arena_grow(r->arena, n->keys, n->count, sizeof *n->keys);
    n->key_spans = arena_grow(r->arena, n->key_spans, n->count, sizeof *n->key_spans);
    n->keys[n->count] = arena_copy(r->arena, key);
    n->key_spans[n->count] = span;
    return true;
}

static bool read_map(struct reading *r, struct node *n, unsigned depth)
{
    for (;;) {
        yaml_event_t e;
        if (!next_event(r, &e))
            return false;
        bool end = e.type == YAML_MAPPING_END_EVENT;
        bool ok = end || add_key(r, n, &e);
        n->span.end = offset_of(r, e.end_mark);
        yaml_event_delete(&e);
        if (end || !ok)
            return ok;
        if (!next_event(r, &e))
            return false;
        struct node *item = read_node(r, &e, depth + 1);
        yaml_event_delete(&e);
        if (!item)
            return false;
        add_item(r, n, item);
    }
}

static struct node *read_node(struct reading *r, yaml_event_t *e, unsigned depth)
{
    if (depth > MAX_DEPTH) {
        refuse(r, e, "nested more than 64 deep", "");
        return NULL;
    }
    struct node *n = arena_make(r->arena, struct node);
    n->span = span_of(r, e->start_mark, e->end_mark);
    switch (e->type) {
    case YAML_SCALAR_EVENT:
        n->kind = NODE_SCALAR;
        n->text = arena_copy(
            r->arena, (struct text){(const char *)e->data.scalar.value, e->data.scalar.length});
        n->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
        return n;
    case YAML_SEQUENCE_START_EVENT:
        n->kind = NODE_LIST;
        return read_list(r, n, depth) ? n : NULL;
    case YAML_MAPPING_START_EVENT:
        n->kind = NODE_MAP;
        return read_map(r, n, depth) ? n : NULL;
    default:
        refuse(r, e, "expected a value", "");
        return NULL;
    }
}

/* Bytes that editors and libyaml take differently, or that YAML does not allow at all. */
static bool check_bytes(struct diags *d, const struct source *s)
{
    size_t bad;
    if (!text_is_utf8(s->body, &bad))
        return diag_error(d, (struct span){s, (uint32_t)bad, (uint32_t)bad + 1}, "yaml-encoding",
                          TEXT("save the file as UTF-8"), "not UTF-8");
    for (size_t i = 0; i + 2 < s->body.len; i++)
        if (memcmp(s->body.at + i, "\xE2\x80", 2) == 0 &&
            (s->body.at[i + 2] == '\xA8' || s->body.at[i + 2] == '\xA9'))
            return diag_error(d, (struct span){s, (uint32_t)i, (uint32_t)i + 3}, "yaml-encoding",
                              TEXT("remove it"), "a line separator that editors do not show");
    return true;
}

/* Skips the events in front of the first node; a NULL result with *ok is an empty file. */
static struct node *read_document(struct reading *r)
{
    struct node *root = NULL;
    for (bool done = false; !done;) {
        yaml_event_t e;
        if (!next_event(r, &e))
            return NULL;
        yaml_event_type_t type = e.type;
        if (type == YAML_STREAM_END_EVENT) {
            done = true;
        } else if (root && type == YAML_DOCUMENT_START_EVENT) {
            refuse(r, &e, "a second document in the file", "put it into a file of its own");
            root = NULL;
            done = true;
        } else if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_START_EVENT &&
                   type != YAML_DOCUMENT_END_EVENT) {
            root = read_node(r, &e, 0);
            done = !root;
        }
        yaml_event_delete(&e);
        if (done && type == YAML_STREAM_END_EVENT && !root)
            diag_error(r->diags, (struct span){r->source, 0, 0}, "yaml-empty", TEXT(""),
                       "the file is empty");
    }
    return root;
}

struct node *yaml_read(struct arena *a, struct diags *d, const struct source *s)
{
    struct reading r = {.arena = a, .diags = d, .source = s};
    if (!check_bytes(d, s))
        return NULL;
    if (!yaml_parser_initialize(&r.parser))
        out_of_memory(sizeof r.parser);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)s->body.at, s->body.len);
    struct node *root = read_document(&r);
    yaml_parser_delete(&r.parser);
    return root;
}

const struct node *node_find(const struct node *map, const char *key)
{
    if (!map || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++)
        if (text_equal(map->keys[i], text_of(key)))
            return map->items[i];
    return NULL;
}

struct text node_text(const struct node *map, const char *key)
{
    const struct node *n = node_find(map, key);
    return n && n->kind == NODE_SCALAR ? n->text : TEXT("");
}

/* --- checking a map against a table of keys --- */

static const char *kind_word(enum node_kind kind)
{
    return kind == NODE_SCALAR ? "a single value" : kind == NODE_LIST ? "a list" : "a map of keys";
}

static bool check_key(struct diags *d, const struct node *map, size_t at, const char *what,
                      const struct node_key *keys, size_t key_count)
{
    struct text names[64];
    size_t names_count = 0;
    for (size_t i = 0; i < key_count; i++) {
        if (names_count < 64)
            names[names_count++] = text_of(keys[i].name);
        if (!text_equal(map->keys[at], text_of(keys[i].name)))
            continue;
        const struct node *n = map->items[at];
        if (keys[i].any_kind || n->kind == keys[i].kind)
            return true;
        return diag_error(d, n->span, "law-wrong-kind", TEXT(""),
                          "\"%s\" of a %s: expected %s, found %s", keys[i].name, what,
                          kind_word(keys[i].kind), kind_word(n->kind));
    }
    return diag_error(d, map->key_spans[at], "law-unknown-key",
                      diag_did_you_mean(&d->arena, map->keys[at], names, names_count),
                      "unknown key \"%.*s\" in a %s", TEXT_ARG(map->keys[at]), what);
}

bool node_check(struct diags *d, const struct node *map, const char *what,
                const struct node_key *keys, size_t key_count)
{
    if (map->kind != NODE_MAP)
        return diag_error(d, map->span, "law-wrong-kind", TEXT(""), "a %s: expected %s, found %s",
                          what, kind_word(NODE_MAP), kind_word(map->kind));
    bool ok = true;
    for (size_t i = 0; i < map->count; i++)
        ok &= check_key(d, map, i, what, keys, key_count);
    for (size_t i = 0; i < key_count; i++)
        if (keys[i].required && !node_find(map, keys[i].name)) {
            struct span begin = {map->span.source, map->span.begin, map->span.begin + 1};
            ok = diag_error(d, map->count ? map->key_spans[0] : begin, "law-missing-key", TEXT(""),
                            "a %s needs the key \"%s\"", what, keys[i].name);
        }
    return ok;
}
