/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/statements.h"

#include <string.h>

#include "filing/origin.h"

enum { BLOCK = 1 << 16 };

const json_t *json_part(const json_t *v, const char *path)
{
    char key[64];
    while (v && *path) {
        size_t len = strcspn(path, ".");
        if (len >= sizeof key)
            return NULL;
        memcpy(key, path, len);
        key[len] = '\0';
        v = json_is_array(v) ? json_array_get(v, (size_t)(key[0] - '0')) : json_object_get(v, key);
        path += len + (path[len] == '.');
    }
    return v;
}

struct text json_part_text(const json_t *v, const char *path)
{
    v = json_part(v, path);
    return json_is_string(v) ? (struct text){json_string_value(v), json_string_length(v)}
                             : TEXT("");
}

/* One member after the other, object by object. */
struct reading {
    struct origin *origin;
    struct stream stream;
    struct json_style style;
    struct row row;
    struct text name;
    uint64_t line;
    size_t index;
    bool open, alone;
};

static bool next_member(struct reading *r, const char **why)
{
    if (r->open)
        stream_free(&r->stream);
    r->open = origin_next(r->origin, &r->name, why);
    if (!r->open)
        return false;
    stream_init(&r->stream, origin_source(r->origin), BLOCK);
    r->line = 1;
    r->index = 0;
    r->style = (struct json_style){0};
    json_begin(&r->stream, &r->style, &r->line);
    struct text start = stream_window(&r->stream);
    r->alone = r->style.loose && start.len && start.at[0] == '{';
    return true;
}

static void end_reading(struct reading *r)
{
    if (r->open)
        stream_free(&r->stream);
    arena_free(&r->row.arena);
    origin_free(r->origin);
}

/* Numbers of any size are no fault of JSON. NULL: it is no object. */
static json_t *load(const struct row *r)
{
    json_t *object = json_loadb(r->raw.at, r->raw.len,
                                JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
    if (json_is_object(object))
        return object;
    json_decref(object);
    return NULL;
}

static bool has(const json_t *object, const char *key)
{
    return json_object_get(object, key) != NULL;
}

enum statement_standard statements_standard(const char *path)
{
    struct diags quiet;
    struct reading r = {.row = {.arena = ARENA("statement")}};
    const char *why = NULL;
    enum statement_standard found = STATEMENTS_NONE;
    if (strcmp(path, "-") == 0)
        return STATEMENTS_NONE;
    diags_init(&quiet);
    r.origin = origin_open(&quiet, path, NULL);
    if (r.origin && !origin_is_sheet(r.origin) && next_member(&r, &why) &&
        json_next(&r.stream, &r.style, &r.line, &r.row) != ROW_END) {
        json_t *object = load(&r.row);
        if (has(object, "statementID") || has(object, "statementId") ||
            (has(object, "recordType") && has(object, "recordDetails")))
            found = STATEMENTS_BODS;
        else if (has(object, "schema") && json_is_object(json_object_get(object, "properties")))
            found = STATEMENTS_FTM;
        json_decref(object);
    }
    end_reading(&r);
    diags_free(&quiet);
    return found;
}

static void report_row(struct diags *d, const struct reading *r)
{
    uint64_t line, column;
    row_place_of(&r->row, r->row.bad, &line, &column);
    diag_at(d, DIAG_ERROR, (struct place){.file = r->name, .line = line, .column = column},
            r->row.code, TEXT("the statement is left out"), TEXT(""), "%.*s",
            TEXT_ARG(r->row.reason));
}

static void read_member(struct diags *d, struct reading *r,
                        void (*take)(void *owner, const struct statement *), void *owner,
                        struct statement_counts *counts)
{
    while (json_next(&r->stream, &r->style, &r->line, &r->row) != ROW_END) {
        json_t *object = r->row.raw.len ? load(&r->row) : NULL;
        if (!object) {
            counts->unreadable++;
            report_row(d, r);
            continue;
        }
        if (counts->content)
            digest_add(counts->content, r->row.raw);
        take(owner, &(struct statement){object, r->index++, r->row.line, r->alone, r->name});
        counts->read++;
        json_decref(object);
    }
}

bool statements_read(struct diags *d, const char *path,
                     void (*take)(void *owner, const struct statement *), void *owner,
                     struct statement_counts *counts)
{
    struct reading r = {.origin = origin_open(d, path, NULL), .row = {.arena = ARENA("statement")}};
    const char *why = NULL;
    bool ok = r.origin != NULL;
    while (r.origin && next_member(&r, &why)) {
        read_member(d, &r, take, owner, counts);
        if (r.stream.error)
            ok = diag_at(d, DIAG_ERROR, (struct place){.file = r.name}, "filing-broken", TEXT(""),
                         TEXT(""), "reading broke off: %s", r.stream.error);
    }
    if (why)
        ok = diag_at(d, DIAG_ERROR, (struct place){.file = text_of(path)}, "filing-broken",
                     TEXT(""), TEXT(""), "reading broke off: %s", why);
    end_reading(&r);
    return ok;
}
