/* SPDX-License-Identifier: Apache-2.0
 *
 * NDJSON: one JSON object a line, read by jansson.
 */
#include <config.h>

#include "filing/reader.h"

#include <jansson.h>
#include <stdlib.h>

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
    *out = TEXT("");
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct text item;
        const json_t *v = json_array_get(list, i);
        if (json_is_array(v) || !print_value(r, v, &item))
            return false;
        *out = arena_format(&r->arena, "%.*s%s%.*s", TEXT_ARG(*out), i ? ";" : "", TEXT_ARG(item));
    }
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
        *out = TEXT("");
        return true;
    case JSON_ARRAY:
        return print_list(r, v, out);
    default:
        return false;
    }
}

/* The value at "donor.name": {"donor": {"name": ...}} or {"donor.name": ...}. */
static const json_t *find_path(struct arena *a, const json_t *object, struct text path)
{
    const json_t *v = json_object_get(object, arena_copy(a, path).at);
    for (struct text part; !v && text_next(&path, '.', &part);) {
        object = json_object_get(object, arena_copy(a, part).at);
        if (!object || path.at == NULL)
            return object;
    }
    return v;
}

static enum row_status damaged(struct row *r, const char *code, size_t bad, struct text reason)
{
    r->code = code;
    r->bad = bad;
    r->reason = reason;
    r->count = 0;
    return ROW_DAMAGED;
}

static enum row_status fill_cells(struct row *r, const json_t *object, const struct text *paths,
                                  size_t path_count)
{
    r->cells = arena_array(&r->arena, path_count, struct text);
    r->offsets = arena_array(&r->arena, path_count, size_t);
    for (size_t i = 0; i < path_count; i++) {
        const json_t *v = find_path(&r->arena, object, paths[i]);
        if (v && !print_value(r, v, &r->cells[i]))
            return damaged(r, "filing-json-value", 0,
                           arena_format(&r->arena, "\"%.*s\": %s", TEXT_ARG(paths[i]),
                                        json_is_real(v)
                                            ? "a number with too many digits; write it in quotes"
                                            : "expected a single value"));
    }
    r->count = path_count;
    return ROW_READ;
}

enum row_status ndjson_next(struct stream *s, const struct text *paths, size_t path_count,
                            uint64_t *line, struct row *r)
{
    bool whole;
    arena_reset(&r->arena);
    do {
        if (!stream_line(s, &r->raw, &whole))
            return ROW_END;
        r->line = (*line)++;
    } while (whole && text_trim(r->raw).len == 0);
    if (!whole)
        return damaged(r, "filing-long-row", 0,
                       arena_format(&r->arena, "longer than %zu MiB", INPUT_MAX_ROW >> 20));
    json_error_t error;
    json_t *object = json_loadb(r->raw.at, r->raw.len, JSON_REJECT_DUPLICATES, &error);
    if (!object)
        return damaged(r, "filing-json-syntax",
                       error.position > 0 ? (size_t)error.position - 1 : 0,
                       arena_copy(&r->arena, text_of(error.text)));
    enum row_status status =
        json_is_object(object) ? fill_cells(r, object, paths, path_count)
                               : damaged(r, "filing-json-syntax", 0, TEXT("expected an object"));
    json_decref(object);
    return status;
}
