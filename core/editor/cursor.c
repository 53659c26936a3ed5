/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "editor/cursor.h"

#include "editor/document.h"
#include "law/kind.h"

static bool in_word(char c, bool yaml)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || c == '_' || c == '.' || (yaml && (c == '-' || c == '/'));
}

static void find_word(struct cursor *c, bool yaml)
{
    size_t end = c->offset, begin = end;
    while (begin > 0 && in_word(c->body.at[begin - 1], yaml))
        begin--;
    while (end < c->body.len && in_word(c->body.at[end], yaml))
        end++;
    c->word = text_slice(c->body, begin, end);
    c->typed = text_slice(c->body, begin, c->offset);
}

static struct text trim_quotes(struct text t)
{
    t = text_trim(t);
    bool quoted = t.len >= 2 && (t.at[0] == '"' || t.at[0] == '\'') && t.at[t.len - 1] == t.at[0];
    return quoted ? text_slice(t, 1, t.len - 1) : t;
}

/* --- YAML --- */

/* "  - KEY: VALUE" */
struct yaml_line {
    size_t indent, column; /* of the line; of what stands behind "- " */
    struct text key, value;
    bool item, has_key, blank;
};

static struct yaml_line read_yaml_line(struct text line)
{
    struct yaml_line y = {0};
    while (y.indent < line.len && line.at[y.indent] == ' ')
        y.indent++;
    y.column = y.indent;
    while (y.column + 1 < line.len && line.at[y.column] == '-' && line.at[y.column + 1] == ' ') {
        y.item = true;
        y.column += 2;
    }
    struct text rest = text_slice(line, y.column, line.len);
    y.blank = !text_trim(rest).len || rest.at[0] == '#';
    size_t colon = text_find(rest, ':');
    y.has_key = colon < rest.len && (colon + 1 == rest.len || rest.at[colon + 1] == ' ') &&
                text_find(text_slice(rest, 0, colon), ' ') == colon;
    if (y.has_key) {
        y.key = text_slice(rest, 0, colon);
        y.value = text_trim(text_slice(rest, colon + 1, rest.len));
    }
    return y;
}

/* Keys of the lines above that stand further to the left, one for each step. */
static void find_parents(struct cursor *c, size_t begin, size_t column)
{
    while (begin > 0 && column > 0 && c->depth < CURSOR_DEEPEST) {
        struct yaml_line y = read_yaml_line(line_around(c->body, begin - 1, &begin));
        if (y.blank || !y.has_key || y.column >= column)
            continue;
        c->parents[c->depth++] = y.key;
        column = y.column;
        /* What stands left of an item's first key is outside of the item. */
        if (y.item && y.indent < column)
            column = y.indent + 1;
    }
}

/* `rule:` and `plugin:` of the item of the outermost list that the cursor is in. */
static void find_item(struct cursor *c)
{
    size_t begin, at = c->offset;
    struct text line = line_around(c->body, at, &begin);
    while (begin > 0 && !(line.len && line.at[0] == '-'))
        line = line_around(c->body, begin - 1, &begin);
    for (bool first = true; begin < c->body.len; first = false) {
        line = line_around(c->body, begin, &at);
        if (!first && line.len && line.at[0] == '-')
            return;
        struct yaml_line y = read_yaml_line(line);
        if (y.has_key && y.column == 2 && text_equal(y.key, TEXT("plugin")))
            c->plugin = trim_quotes(y.value);
        if (y.has_key && y.column == 2 && text_equal(y.key, TEXT("rule")))
            c->rule = trim_quotes(y.value);
        begin += line.len + 1;
    }
}

static void push_parent(struct cursor *c, struct text key)
{
    if (c->depth == CURSOR_DEEPEST)
        c->depth--;
    memmove(c->parents + 1, c->parents, c->depth * sizeof *c->parents);
    c->parents[0] = key;
    c->depth++;
}

/* {KEY: VALUE, KEY: VALUE} on one line: the last opened map, its last key. */
static void enter_flow(struct cursor *c, struct text before)
{
    size_t from = before.len;
    while (from > 0 && !strchr("{},", before.at[from - 1]))
        from--;
    bool inside = memchr(before.at, '{', before.len) != NULL;
    if (!inside || from == 0 || before.at[from - 1] == '}')
        return;
    struct text part = text_slice(before, from, before.len);
    size_t colon = text_find(part, ':');
    push_parent(c, c->key);
    c->at_value = colon < part.len;
    c->key = c->at_value ? text_trim(text_slice(part, 0, colon)) : TEXT("");
}

struct cursor cursor_in_yaml(struct text body, size_t offset)
{
    struct cursor c = {.body = body, .offset = offset};
    size_t begin;
    struct text line = line_around(body, offset, &begin);
    struct text before = text_slice(line, 0, offset - begin);
    struct yaml_line y = read_yaml_line(before), whole = read_yaml_line(line);
    if (text_trim(line).len && text_trim(line).at[0] == '#')
        return c;
    find_word(&c, true);
    find_item(&c);
    find_parents(&c, begin, y.has_key || !y.item ? y.column : y.indent + 1);
    if (y.has_key) {
        c.key = y.key;
        c.at_value = true;
        enter_flow(&c, text_slice(before, y.column, before.len));
    } else if (y.item && !whole.has_key && c.depth > 0) {
        c.key = c.parents[0]; /* an item of a list of texts, or the first key of a map: both fit */
    }
    return c;
}

/* --- Lua --- */

static struct text identifier_at(struct text body, size_t at)
{
    while (at < body.len && (body.at[at] == ' ' || body.at[at] == '(' || body.at[at] == ','))
        at++;
    size_t end = at;
    while (end < body.len && in_word(body.at[end], false) && body.at[end] != '.')
        end++;
    return text_slice(body, at, end);
}

static size_t find_after(struct text body, const char *word)
{
    const char *at = memmem(body.at, body.len, word, strlen(word));
    return at ? (size_t)(at - body.at) + strlen(word) : body.len;
}

/* The value of NAME = "VALUE" of the manifest. */
static struct text manifest_value(struct text body, const char *name)
{
    size_t at = find_after(body, name);
    while (at < body.len && (body.at[at] == ' ' || body.at[at] == '='))
        at++;
    if (at >= body.len || body.at[at] != '"')
        return TEXT("");
    struct text rest = text_slice(body, at + 1, body.len);
    return text_slice(rest, 0, text_find(rest, '"'));
}

struct cursor cursor_in_lua(struct text body, size_t offset)
{
    struct cursor c = {.body = body, .offset = offset};
    size_t begin, check = find_after(body, "function check(");
    line_around(body, offset, &begin);
    if (check == body.len)
        check = find_after(body, "check = function(");
    find_word(&c, false);
    for (size_t i = begin; i < offset; i++)
        if (body.at[i] == '"')
            c.in_string = !c.in_string;
    if (check < body.len) {
        c.subject = identifier_at(body, check);
        struct text rest = text_slice(body, check, body.len);
        size_t comma = text_find(rest, ',');
        if (comma < text_find(rest, ')'))
            c.law = identifier_at(rest, comma);
    }
    c.record = manifest_value(body, "\n  record");
    return c;
}

/* --- what may stand there --- */

static const char *form_of(const struct kind *k, struct text key)
{
    for (const struct value_form *f = k ? k->forms : NULL; f && f->key; f++)
        if (text_equal(text_of(f->key), key))
            return f->form;
    return NULL;
}

/* The kind behind "list of KIND", "some of KIND", ...; `maps` counts "map of". */
static const struct kind *kind_behind(const char *form, bool *map)
{
    static const char *const prefixes[] = {"list of ", "some of ", "text or ", "map of "};
    struct text rest = text_of(form);
    *map = false;
    for (size_t i = 0; form && i < 4; i++)
        if (text_starts(rest, text_of(prefixes[i]))) {
            *map |= i == 3;
            rest = text_slice(rest, strlen(prefixes[i]), rest.len);
            i = (size_t)-1;
        }
    return form ? law_kind_find(rest) : NULL;
}

/* The map that the cursor is in, by the keys around it. */
static const struct kind *kind_at(const struct cursor *c, const struct kind *document)
{
    const struct kind *k = document;
    for (size_t i = c->depth; k && i-- > 0;) {
        bool map;
        k = kind_behind(form_of(k, c->parents[i]), &map);
        if (map && i > 0)
            i--;
    }
    return k;
}

static bool is_one(struct text key, const char *words)
{
    struct text rest = text_of(words);
    for (struct text word; text_next(&rest, ' ', &word);)
        if (text_equal(word, key))
            return true;
    return false;
}

static bool is_in(const struct cursor *c, const char *parent)
{
    for (size_t i = 0; i < c->depth; i++)
        if (text_equal(c->parents[i], text_of(parent)))
            return true;
    return false;
}

static unsigned wants_value(const struct cursor *c, const struct kind *k, struct names *n)
{
    const char *form = form_of(k, c->key);
    if (is_in(c, "with"))
        return NAME_CONDITION;
    if (is_in(c, "given"))
        return 0;
    if (is_one(c->key, "plugin"))
        return NAME_PLUGIN;
    if (is_one(c->key, "provision provisions sanctions"))
        return NAME_PROVISION;
    if (is_one(c->key, "threat"))
        return NAME_THREAT;
    if (is_one(c->key, "when where"))
        return NAME_CONDITION;
    if (is_one(c->key, "basis from"))
        return NAME_FIELD;
    if (is_one(c->key, "rules"))
        return NAME_RULE;
    if (is_one(c->key, "record"))
        return NAME_RECORD;
    if (form && strncmp(form, "one of ", 7) == 0) {
        n->words = text_of(form + 7);
        return NAME_WORD;
    }
    return 0;
}

static unsigned wants_key(const struct cursor *c, const struct kind *k, struct names *n)
{
    if (c->depth && text_equal(c->parents[0], TEXT("with")))
        return NAME_PARAM;
    if (is_in(c, "given"))
        return text_equal(c->parents[0], TEXT("given")) ? NAME_RECORD : NAME_FIELD;
    n->keys = k;
    return k ? NAME_KEY : 0;
}

static unsigned wants_lua(const struct cursor *c)
{
    if (c->in_string)
        return NAME_FIELD | NAME_PARAM | NAME_FUNCTION;
    size_t dot = text_find(c->typed, '.');
    struct text first = text_slice(c->typed, 0, dot);
    if (dot < c->typed.len && c->subject.len && text_equal(first, c->subject))
        return NAME_FIELD;
    if (dot < c->typed.len && c->law.len && text_equal(first, c->law))
        return NAME_PARAM | NAME_OUTCOME;
    return NAME_API;
}

unsigned cursor_wants(const struct cursor *c, const struct kind *document, struct names *n)
{
    if (!document)
        return wants_lua(c);
    const struct kind *k = kind_at(c, document);
    if (c->at_value)
        return wants_value(c, k, n);
    unsigned wanted = wants_key(c, k, n);
    if (c->key.len) { /* the item may be a text: then the list's key tells */
        struct cursor of_list = *c;
        of_list.depth = c->depth - 1;
        memmove(of_list.parents, c->parents + 1, of_list.depth * sizeof *of_list.parents);
        wanted |= wants_value(&of_list, kind_at(&of_list, document), n);
    }
    return wanted;
}
