/* SPDX-License-Identifier: Apache-2.0
 *
 * JSON, read by jansson object by object: one a line (NDJSON), or those of a list.
 */
#include <config.h>

#include <jansson.h>
#include <stdlib.h>

#include "filing/reader.h"

static const char null_text[] = "null";
const struct text null_cell = {null_text, 0};

/* A real number as the decimal text that it was. Up to 15 significant digits survive the double in
 * between; a number with more is refused rather than bent. */
static bool print_real(struct row *r, double number, struct text *out)
{
    *out = arena_format(&r->arena, "%.15g", number);
    return strtod(out->at, NULL) == number && !strchr(out->at, 'e');
}

static bool print_value(struct row *r, const json_t *v, struct text *out);

static bool print_list(struct row *r, const json_t *list, struct text *out)
{
    struct growing all = {.arena = &r->arena};
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct text item;
        const json_t *v = json_array_get(list, i);
        if (json_is_array(v) || !print_value(r, v, &item))
            return false;
        growing_add(&all, i ? TEXT(";") : TEXT(""));
        growing_add(&all, item);
    }
    *out = growing_text(&all);
    return true;
}

/* An object where a single value was expected stands as it is written. */
static bool print_object(struct row *r, const json_t *v, struct text *out)
{
    char *written = json_dumps(v, JSON_COMPACT | JSON_SORT_KEYS);
    if (!written)
        return false;
    *out = arena_copy(&r->arena, text_of(written));
    free(written);
    return true;
}

static bool print_value(struct row *r, const json_t *v, struct text *out)
{
    switch (json_typeof(v)) {
    case JSON_STRING:
        *out = arena_copy(&r->arena, (struct text){json_string_value(v), json_string_length(v)});
        return true;
    case JSON_INTEGER:
        *out = arena_format(&r->arena, "%lld", (long long)json_integer_value(v));
        return true;
    case JSON_REAL:
        return print_real(r, json_real_value(v), out);
    case JSON_TRUE:
        *out = TEXT("true");
        return true;
    case JSON_FALSE:
        *out = TEXT("false");
        return true;
    case JSON_NULL:
        *out = null_cell;
        return true;
    case JSON_ARRAY:
        return print_list(r, v, out);
    default:
        return print_object(r, v, out);
    }
}

static const json_t *find_part(struct arena *a, const json_t *v, struct text part)
{
    if (!json_is_array(v))
        return json_object_get(v, arena_copy(a, part).at);
    return part.len == 1 && part.at[0] >= '0' && part.at[0] <= '9'
               ? json_array_get(v, (size_t)(part.at[0] - '0'))
               : NULL;
}

/* The value at "donor.name": {"donor": {"name": ...}} or {"donor.name": ...}. */
static const json_t *find_path(struct arena *a, const json_t *object, struct text path)
{
    const json_t *v = json_object_get(object, arena_copy(a, path).at);
    for (struct text part; !v && text_next(&path, '.', &part);) {
        object = find_part(a, object, part);
        if (!object || path.at == NULL)
            return object;
    }
    return v;
}

static enum row_status fill_cells(struct row *r, const json_t *object, const struct text *paths,
                                  size_t path_count)
{
    r->cells = arena_array(&r->arena, path_count, struct text);
    r->offsets = arena_array(&r->arena, path_count, size_t);
    for (size_t i = 0; i < path_count; i++) {
        const json_t *v = find_path(&r->arena, object, paths[i]);
        if (v && !print_value(r, v, &r->cells[i]))
            return row_damage(r, "filing-json-value", 0,
                              arena_format(&r->arena, "\"%.*s\": %s", TEXT_ARG(paths[i]),
                                           json_is_real(v)
                                               ? "a number with too many digits; write it in quotes"
                                               : "expected a single value"));
    }
    r->count = path_count;
    return ROW_READ;
}

/* --- where objects begin and end --- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Goes behind white space and commas; false at the end of the file. */
static bool skip_between(struct stream *s, uint64_t *line)
{
    for (;;) {
        struct text w = stream_window(s);
        if (w.len == 0 && !stream_fill(s))
            return false;
        w = stream_window(s);
        if (w.len && !is_space(w.at[0]) && w.at[0] != ',')
            return true;
        *line += w.len && w.at[0] == '\n';
        s->begin += w.len > 0;
    }
}

/* Bytes of the object at the front of the window; 0: it goes on behind it. */
static size_t object_len(struct text w)
{
    size_t depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < w.len; i++) {
        char c = w.at[i];
        if (quoted) {
            i += c == '\\';
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

/* Goes to where the next object should begin: behind white space, commas and the brackets of lists,
 * of which a file may hold several. ROW_DAMAGED: the file ends within a list. */
static enum row_status find_object(struct stream *s, struct json_style *style, uint64_t *line,
                                   struct row *r)
{
    while (skip_between(s, line)) {
        char c = stream_window(s).at[0];
        if (c != '[' && c != ']')
            return ROW_READ;
        style->in_list = c == '[';
        s->begin++;
    }
    if (!style->in_list)
        return ROW_END;
    style->in_list = false;
    r->raw = TEXT("");
    r->line = *line;
    return row_damage(r, "filing-json-open-list", 0,
                      TEXT("the list has no end; was the file cut?"));
}

/* The next object of a list; what is none costs the rest of its line. */
static enum row_status cut_object(struct stream *s, struct json_style *style, uint64_t *line,
                                  struct row *r)
{
    bool whole;
    enum row_status status = find_object(s, style, line, r);
    if (status != ROW_READ)
        return status;
    r->line = *line;
    size_t len = 0;
    bool opened = stream_window(s).at[0] == '{';
    if (opened)
        do {
            len = object_len(stream_window(s));
        } while (len == 0 && stream_window(s).len <= MAX_ROW && stream_fill(s));
    if (len == 0) {
        style->in_list &= !(opened && s->ended); /* that the file ends in it is told once */
        stream_line(s, &r->raw, &whole);
        ++*line;
        return row_damage(r, "filing-json-syntax", 0,
                          opened ? TEXT("an object that has no end; was the file cut?")
                                 : TEXT("expected an object { ... }"));
    }
    r->raw = text_slice(stream_window(s), 0, len);
    s->begin += len;
    for (size_t i = 0; i < len; i++)
        *line += r->raw.at[i] == '\n';
    return ROW_READ;
}

static enum row_status cut_line(struct stream *s, uint64_t *line, struct row *r)
{
    bool whole;
    do {
        if (!stream_line(s, &r->raw, &whole))
            return ROW_END;
        r->line = (*line)++;
    } while (whole && text_trim(r->raw).len == 0);
    if (whole)
        return ROW_READ;
    return row_damage(r, "filing-long-row", 0,
                      arena_format(&r->arena, "longer than %zu MiB", MAX_ROW >> 20));
}

void json_begin(struct stream *s, struct json_style *style, uint64_t *line)
{
    style->loose = style->in_list = false;
    if (!skip_between(s, line))
        return;
    struct text w = stream_window(s);
    style->loose = w.at[0] == '[';
    if (style->loose)
        return;
    struct text rest = w, first, second = TEXT("");
    text_next(&rest, '\n', &first);
    text_next(&rest, '\n', &second);
    first = text_trim(first);
    second = text_trim(second);
    style->loose = first.len && first.at[first.len - 1] != '}' && second.len && second.at[0] != '{';
}

enum row_status json_next(struct stream *s, struct json_style *style, uint64_t *line, struct row *r)
{
    arena_reset(&r->arena);
    enum row_status status = style->loose ? cut_object(s, style, line, r) : cut_line(s, line, r);
    if (status != ROW_READ)
        return status;
    json_error_t error;
    json_t *object = json_loadb(r->raw.at, r->raw.len, JSON_REJECT_DUPLICATES, &error);
    if (!object)
        return row_damage(r, "filing-json-syntax",
                          error.position > 0 ? (size_t)error.position - 1 : 0,
                          arena_copy(&r->arena, text_of(error.text)));
    status = json_is_object(object)
                 ? fill_cells(r, object, style->paths, style->path_count)
                 : row_damage(r, "filing-json-syntax", 0, TEXT("expected an object"));
    json_decref(object);
    return status;
}
