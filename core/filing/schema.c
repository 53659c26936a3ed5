/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/schema.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/regex.h"

enum { MOST_DEPTH = 64, MOST_FILES = 32, MOST_PATTERNS = 64, MOST_SHOWN = 8 };

struct schema {
    struct arena *arena; /* of the patterns */
    json_t *files[MOST_FILES];
    size_t file_count;
    struct {
        const char *text;
        struct regex *regex;
    } patterns[MOST_PATTERNS];
    size_t pattern_count;
    struct arena scratch; /* of one check */
};

struct checking {
    struct schema *schema;
    struct arena *arena;
    void (*take)(void *owner, const struct schema_fault *);
    void *owner;
    struct schema_fault *seen;
    size_t seen_count;
    bool quiet; /* only whether it holds */
    unsigned depth;
    const json_t *root; /* the file in which the schema at hand stands */
};

/* What is checked: a value, where it stands, and as what. */
struct spot {
    const json_t *value;
    struct text path, property;
};

static bool holds(struct checking *, const json_t *schema, const struct spot *);

/* --- faults --- */

static bool fault(struct checking *c, const char *keyword, const struct spot *s,
                  struct text message)
{
    struct schema_fault f = {keyword, s->path, s->property, message};
    if (c->quiet)
        return false;
    for (size_t i = 0; i < c->seen_count; i++)
        if (strcmp(c->seen[i].keyword, keyword) == 0 && text_equal(c->seen[i].path, f.path) &&
            text_equal(c->seen[i].property, f.property))
            return false;
    *arena_push(c->arena, &c->seen, &c->seen_count) = f;
    c->take(c->owner, &f);
    return false;
}

static struct text string_of(const json_t *v)
{
    return (struct text){json_string_value(v), json_string_length(v)};
}

/* A value for a message, not too long. */
static struct text show(struct arena *a, const json_t *v)
{
    enum { MOST = 60 };
    if (json_is_string(v))
        return arena_format(a, "\"%.*s\"%s",
                            json_string_length(v) > MOST ? MOST : (int)json_string_length(v),
                            json_string_value(v), json_string_length(v) > MOST ? "..." : "");
    if (json_is_array(v) || json_is_object(v))
        return json_is_array(v) ? TEXT("a list") : TEXT("an object");
    char *dumped = json_dumps(v, JSON_ENCODE_ANY | JSON_REAL_PRECISION(10));
    struct text out = arena_copy(a, text_of(dumped ? dumped : "?"));
    free(dumped);
    return out;
}

static struct text show_list(struct arena *a, const json_t *list)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < json_array_size(list) && i < MOST_SHOWN; i++) {
        struct text one = show(a, json_array_get(list, i));
        out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), i ? ", " : "", TEXT_ARG(one));
    }
    if (json_array_size(list) > MOST_SHOWN)
        return arena_format(a, "%.*s and %zu more", TEXT_ARG(out),
                            json_array_size(list) - MOST_SHOWN);
    return out;
}

/* --- single keywords --- */

static bool is_of_type(const json_t *v, const char *type)
{
    return strcmp(type, "object") == 0    ? json_is_object(v)
           : strcmp(type, "array") == 0   ? json_is_array(v)
           : strcmp(type, "string") == 0  ? json_is_string(v)
           : strcmp(type, "boolean") == 0 ? json_is_boolean(v)
           : strcmp(type, "number") == 0  ? json_is_number(v)
           : strcmp(type, "null") == 0    ? json_is_null(v)
           : strcmp(type, "integer") == 0
               ? json_is_integer(v) ||
                     (json_is_real(v) && json_real_value(v) == (double)(int64_t)json_real_value(v))
               : false;
}

static bool check_type(struct checking *c, const json_t *type, const struct spot *s)
{
    bool fits = json_is_string(type) && is_of_type(s->value, json_string_value(type));
    for (size_t i = 0; i < json_array_size(type); i++)
        fits |= json_is_string(json_array_get(type, i)) &&
                is_of_type(s->value, json_string_value(json_array_get(type, i)));
    if (fits)
        return true;
    struct text wanted = json_is_array(type) ? show_list(c->arena, type) : string_of(type);
    struct text found = show(c->arena, s->value);
    return fault(
        c, "type", s,
        arena_format(c->arena, "expected %.*s, found %.*s", TEXT_ARG(wanted), TEXT_ARG(found)));
}

static bool check_enum(struct checking *c, const json_t *list, const struct spot *s)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_equal(json_array_get(list, i), s->value))
            return true;
    struct text wanted = show_list(c->arena, list), found = show(c->arena, s->value);
    return fault(c, "enum", s,
                 arena_format(c->arena, "%.*s is none of %.*s", TEXT_ARG(found), TEXT_ARG(wanted)));
}

static bool check_const(struct checking *c, const json_t *wanted, const struct spot *s)
{
    struct text w = show(c->arena, wanted);
    return json_equal(wanted, s->value) ||
           fault(c, "const", s, arena_format(c->arena, "must be %.*s here", TEXT_ARG(w)));
}

static bool check_lengths(struct checking *c, const json_t *schema, const struct spot *s)
{
    const json_t *least = json_object_get(schema, "minLength");
    const json_t *most = json_object_get(schema, "maxLength");
    bool ok = true;
    if (!json_is_string(s->value))
        return true;
    json_int_t len = (json_int_t)text_characters(string_of(s->value));
    if (least && len < json_integer_value(least))
        ok = fault(c, "minLength", s,
                   arena_format(c->arena, "has %lld characters, at least %lld are needed",
                                (long long)len, (long long)json_integer_value(least)));
    if (most && len > json_integer_value(most))
        ok = fault(c, "maxLength", s,
                   arena_format(c->arena, "has %lld characters, at most %lld are allowed",
                                (long long)len, (long long)json_integer_value(most)));
    return ok;
}

static bool check_bounds(struct checking *c, const json_t *schema, const struct spot *s)
{
    const json_t *least = json_object_get(schema, "minimum");
    const json_t *most = json_object_get(schema, "maximum");
    bool ok = true;
    if (!json_is_number(s->value))
        return true;
    double v = json_number_value(s->value);
    if (least && v < json_number_value(least))
        ok = fault(c, "minimum", s,
                   arena_format(c->arena, "%g is less than %g", v, json_number_value(least)));
    if (most && v > json_number_value(most))
        ok = fault(c, "maximum", s,
                   arena_format(c->arena, "%g is more than %g", v, json_number_value(most)));
    return ok;
}

static struct regex *pattern_of(struct schema *s, const char *text)
{
    struct text why;
    size_t offset;
    for (size_t i = 0; i < s->pattern_count; i++)
        if (s->patterns[i].text == text)
            return s->patterns[i].regex;
    if (s->pattern_count == MOST_PATTERNS)
        return NULL;
    s->patterns[s->pattern_count].text = text;
    s->patterns[s->pattern_count].regex = regex_new(s->arena, text_of(text), &why, &offset);
    return s->patterns[s->pattern_count++].regex;
}

static bool check_pattern(struct checking *c, const json_t *pattern, const struct spot *s)
{
    struct regex *r = json_is_string(s->value) ? pattern_of(c->schema, json_string_value(pattern))
                                               : NULL;
    return !r || regex_search(r, string_of(s->value), NULL) == REGEX_MATCH ||
           fault(c, "pattern", s,
                 arena_format(c->arena, "does not look like %s", json_string_value(pattern)));
}

/* --- formats --- */

static bool is_date(struct text t)
{
    day d;
    return day_read(t, &d);
}

static bool is_two_digits(struct text t, size_t at, int most)
{
    if (at + 2 > t.len || t.at[at] < '0' || t.at[at] > '9' || t.at[at + 1] < '0' ||
        t.at[at + 1] > '9')
        return false;
    return (t.at[at] - '0') * 10 + t.at[at + 1] - '0' <= most;
}

/* RFC 3339: a date, "T", a time with seconds, and "Z" or an offset. */
static bool is_date_time(struct text t)
{
    enum { DATE = 10, ZONE = 19 };
    if (t.len < ZONE + 1 || !is_date(text_slice(t, 0, DATE)) ||
        (t.at[DATE] != 'T' && t.at[DATE] != 't'))
        return false;
    if (!is_two_digits(t, 11, 23) || t.at[13] != ':' || !is_two_digits(t, 14, 59) ||
        t.at[16] != ':' || !is_two_digits(t, 17, 60))
        return false;
    size_t at = ZONE;
    if (t.at[at] == '.')
        for (at++; at < t.len && t.at[at] >= '0' && t.at[at] <= '9';)
            at++;
    if (at + 1 == t.len)
        return t.at[at] == 'Z' || t.at[at] == 'z';
    return at + 6 == t.len && (t.at[at] == '+' || t.at[at] == '-') &&
           is_two_digits(t, at + 1, 23) && t.at[at + 3] == ':' && is_two_digits(t, at + 4, 59);
}

/* RFC 3986: a scheme, a colon, and none of the characters that no address may hold. */
static bool is_uri(struct text t)
{
    size_t colon = text_find(t, ':');
    if (colon == 0 || colon == t.len)
        return false;
    for (size_t i = 0; i < colon; i++) {
        char c = t.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (i == 0 || !memchr("0123456789+-.", c, 13)))
            return false;
    }
    for (size_t i = 0; i < t.len; i++)
        if ((unsigned char)t.at[i] <= ' ' || memchr("<>\"{}|\\^`", t.at[i], 9))
            return false;
    return true;
}

static bool check_format(struct checking *c, const json_t *format, const struct spot *s)
{
    static const struct {
        const char *name, *expected;
        bool (*fits)(struct text);
    } formats[] = {{"date", "expected a day like 2021-01-31", is_date},
                   {"date-time", "expected a day and time like 2021-01-31T12:00:00Z", is_date_time},
                   {"uri", "expected a whole address like https://example.org/", is_uri}};
    if (!json_is_string(s->value))
        return true;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, json_string_value(format)) == 0 &&
            !formats[i].fits(string_of(s->value))) {
            struct text found = show(c->arena, s->value);
            return fault(
                c, "format", s,
                arena_format(c->arena, "%s, found %.*s", formats[i].expected, TEXT_ARG(found)));
        }
    return true;
}

/* --- objects and lists --- */

static bool check_required(struct checking *c, const json_t *list, const struct spot *s)
{
    bool ok = true;
    for (size_t i = 0; json_is_object(s->value) && i < json_array_size(list); i++) {
        const char *key = json_string_value(json_array_get(list, i));
        struct spot at = {s->value, s->path, text_of(key)};
        if (!json_object_get(s->value, key))
            ok = fault(c, "required", &at,
                       arena_format(c->arena, "the key \"%s\" is lacking", key));
    }
    return ok;
}

static bool check_properties(struct checking *c, const json_t *schema, const struct spot *s)
{
    const json_t *known = json_object_get(schema, "properties"), *part;
    const json_t *others = json_object_get(schema, "additionalProperties");
    const json_t *least = json_object_get(schema, "minProperties");
    bool ok = true;
    if (least && json_is_object(s->value) &&
        (json_int_t)json_object_size(s->value) < json_integer_value(least))
        ok = fault(c, "minProperties", s, TEXT("has too few keys"));
    const char *key;
    void *at = json_is_object(s->value) ? json_object_iter((json_t *)(uintptr_t)s->value) : NULL;
    for (; at; at = json_object_iter_next((json_t *)(uintptr_t)s->value, at)) {
        key = json_object_iter_key(at);
        part = known ? json_object_get(known, key) : NULL;
        struct spot inner = {json_object_iter_value(at),
                             arena_format(c->arena, "%.*s.%s", TEXT_ARG(s->path), key),
                             text_of(key)};
        if (part)
            ok &= holds(c, part, &inner);
        else if (json_is_false(others))
            ok = fault(c, "additionalProperties", &inner, TEXT("this key is not known"));
    }
    return ok;
}

static bool check_items(struct checking *c, const json_t *schema, const struct spot *s)
{
    const json_t *items = json_object_get(schema, "items"),
                 *least = json_object_get(schema, "minItems");
    bool ok = true;
    if (!json_is_array(s->value))
        return true;
    if (least && (json_int_t)json_array_size(s->value) < json_integer_value(least))
        ok = fault(c, "minItems", s, TEXT("the list is too short"));
    for (size_t i = 0; items && i < json_array_size(s->value); i++) {
        struct spot inner = {json_array_get(s->value, i),
                             arena_format(c->arena, "%.*s[%zu]", TEXT_ARG(s->path), i),
                             s->property};
        ok &= holds(c, items, &inner);
    }
    return ok;
}

/* --- schemas joined --- */

static bool holds_quietly(struct checking *c, const json_t *schema, const struct spot *s)
{
    bool quiet = c->quiet;
    c->quiet = true;
    bool ok = holds(c, schema, s);
    c->quiet = quiet;
    return ok;
}

/* Of anyOf at least one must hold, of oneOf one; that none requires what is there is told as such.
 */
static bool check_some(struct checking *c, const json_t *list, const struct spot *s, bool only_one)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(list); i++)
        count += holds_quietly(c, json_array_get(list, i), s);
    return (only_one ? count == 1 : count > 0) ||
           fault(c, only_one ? "oneOf" : "anyOf", s,
                 count ? TEXT("fits several of the forms that exclude each other")
                       : TEXT("has none of the forms that are allowed here"));
}

static bool check_joined(struct checking *c, const json_t *schema, const struct spot *s)
{
    const json_t *all = json_object_get(schema, "allOf"), *any = json_object_get(schema, "anyOf");
    const json_t *one = json_object_get(schema, "oneOf"), *no = json_object_get(schema, "not");
    const json_t *condition = json_object_get(schema, "if");
    bool ok = true;
    for (size_t i = 0; i < json_array_size(all); i++)
        ok &= holds(c, json_array_get(all, i), s);
    if (any)
        ok &= check_some(c, any, s, false);
    if (one)
        ok &= check_some(c, one, s, true);
    if (no && holds_quietly(c, no, s))
        ok = fault(c, "not", s, TEXT("this is not allowed here"));
    if (condition) {
        const json_t *part = json_object_get(schema,
                                             holds_quietly(c, condition, s) ? "then" : "else");
        ok &= !part || holds(c, part, s);
    }
    return ok;
}

/* "urn:components#/$defs/Country", "#/$defs/Interest", "urn:entity" */
static const json_t *find_reference(struct checking *c, const char *reference, const json_t **root)
{
    struct text rest = text_of(reference), part;
    size_t hash = text_find(rest, '#');
    struct text id = text_slice(rest, 0, hash);
    *root = id.len ? NULL : c->root;
    for (size_t i = 0; id.len && i < c->schema->file_count; i++)
        if (text_equal(string_of(json_object_get(c->schema->files[i], "$id")), id))
            *root = c->schema->files[i];
    const json_t *at = *root;
    rest = hash < rest.len ? text_slice(rest, hash + 1, rest.len) : TEXT("");
    while (at && text_next(&rest, '/', &part))
        if (part.len)
            at = json_object_get(at, arena_copy(c->arena, part).at);
    return at;
}

static bool check_reference(struct checking *c, const char *reference, const struct spot *s)
{
    const json_t *root, *before = c->root;
    const json_t *schema = find_reference(c, reference, &root);
    if (!schema)
        return fault(c, "$ref", s, arena_format(c->arena, "the schema has no %s", reference));
    c->root = root;
    bool ok = holds(c, schema, s);
    c->root = before;
    return ok;
}

static bool check_value(struct checking *c, const json_t *schema, const struct spot *s)
{
    static const struct {
        const char *keyword;
        bool (*check)(struct checking *, const json_t *, const struct spot *);
    } checks[] = {{"enum", check_enum},
                  {"const", check_const},
                  {"pattern", check_pattern},
                  {"format", check_format},
                  {"required", check_required}};
    const json_t *type = json_object_get(schema, "type"), *part;
    if (type && !check_type(c, type, s))
        return false; /* what else is said of it means nothing */
    bool ok = true;
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if ((part = json_object_get(schema, checks[i].keyword)) != NULL)
            ok &= checks[i].check(c, part, s);
    ok &= check_lengths(c, schema, s);
    ok &= check_bounds(c, schema, s);
    ok &= check_properties(c, schema, s);
    ok &= check_items(c, schema, s);
    return check_joined(c, schema, s) && ok;
}

static bool holds(struct checking *c, const json_t *schema, const struct spot *s)
{
    const json_t *reference = json_object_get(schema, "$ref");
    if (json_is_boolean(schema))
        return json_is_true(schema) || fault(c, "false", s, TEXT("nothing is allowed here"));
    if (c->depth == MOST_DEPTH)
        return fault(c, "depth", s, TEXT("is nested too deep"));
    c->depth++;
    bool ok = !reference || check_reference(c, json_string_value(reference), s);
    ok &= check_value(c, schema, s);
    c->depth--;
    return ok;
}

bool schema_check(struct schema *schema, const char *reference, const json_t *value,
                  struct text path, void (*take)(void *owner, const struct schema_fault *),
                  void *owner)
{
    arena_reset(&schema->scratch);
    struct checking c = {.schema = schema, .arena = &schema->scratch, .take = take, .owner = owner};
    struct spot s = {value, path, TEXT("")};
    return check_reference(&c, reference, &s);
}

/* --- reading --- */

/* Keywords that are checked, and those that only describe. */
static const char *const keywords[] = {"$id",
                                       "$schema",
                                       "$defs",
                                       "$ref",
                                       "$comment",
                                       "title",
                                       "description",
                                       "version",
                                       "type",
                                       "enum",
                                       "const",
                                       "pattern",
                                       "format",
                                       "required",
                                       "properties",
                                       "items",
                                       "minProperties",
                                       "minItems",
                                       "additionalProperties",
                                       "minLength",
                                       "maxLength",
                                       "minimum",
                                       "maximum",
                                       "allOf",
                                       "anyOf",
                                       "oneOf",
                                       "not",
                                       "if",
                                       "then",
                                       "else",
                                       "propertyOrder",
                                       "codelist",
                                       "openCodelist",
                                       "technical note"};

static const char *unknown_keyword(const json_t *schema, unsigned depth);

static const char *unknown_in_map(const json_t *map, unsigned depth)
{
    const char *key, *found = NULL;
    json_t *part;
    json_object_foreach((json_t *)(uintptr_t)map, key, part)
        found = found ? found : unknown_keyword(part, depth);
    return found;
}

/* A keyword that is neither checked nor known to describe only; NULL: there is none. */
static const char *unknown_keyword(const json_t *schema, unsigned depth)
{
    const char *key, *found = NULL;
    json_t *part;
    if (depth == MOST_DEPTH)
        return "nested too deep";
    json_object_foreach((json_t *)(uintptr_t)schema, key, part)
    {
        bool known = false;
        for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
            known |= strcmp(keywords[i], key) == 0;
        if (!known)
            return key;
        bool names = strcmp(key, "properties") == 0 || strcmp(key, "$defs") == 0;
        bool value = strcmp(key, "const") == 0 || strcmp(key, "enum") == 0;
        if (names && !found)
            found = unknown_in_map(part, depth + 1);
        else if (json_is_object(part) && !value && !found)
            found = unknown_keyword(part, depth + 1);
        for (size_t i = 0; json_is_array(part) && !value && !found && i < json_array_size(part);
             i++)
            found = unknown_keyword(json_array_get(part, i), depth + 1);
    }
    return found;
}

static bool read_file(struct schema *s, struct diags *d, const char *path)
{
    json_error_t error;
    json_t *file = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    const char *unknown = file ? unknown_keyword(file, 0) : NULL;
    struct place place = {.file = text_of(path),
                          .line = file || error.line < 0 ? 0 : (uint64_t)error.line};
    if (file && !unknown && s->file_count < MOST_FILES) {
        s->files[s->file_count++] = file;
        return true;
    }
    json_decref(file);
    return diag_at(d, DIAG_ERROR, place, "schema-unusable", TEXT("is the law base whole?"),
                   TEXT(""), "%s%s",
                   file && unknown ? "a keyword that is not known here: "
                   : file          ? "too many schemas"
                                   : "",
                   file && unknown ? unknown
                   : file          ? ""
                                   : error.text);
}

struct schema *schema_read(struct arena *a, struct diags *d, const char *folder)
{
    struct schema *s = heap_alloc(1, sizeof *s);
    s->arena = a;
    s->scratch = ARENA("schema");
    DIR *dir = opendir(folder);
    bool ok = dir ||
              diag_at(d, DIAG_ERROR, (struct place){.file = text_of(folder)}, "schema-unusable",
                      TEXT("is the law base whole?"), TEXT(""), "there is no such folder");
    for (struct dirent *e; dir && (e = readdir(dir)) != NULL;) {
        struct text name = text_of(e->d_name), end = TEXT(".json");
        if (name.len > end.len && text_equal(text_slice(name, name.len - end.len, name.len), end))
            ok &= read_file(s, d, arena_format(a, "%s/%s", folder, e->d_name).at);
    }
    if (dir)
        closedir(dir);
    if (ok)
        return s;
    schema_free(s);
    return NULL;
}

void schema_free(struct schema *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->file_count; i++)
        json_decref(s->files[i]);
    for (size_t i = 0; i < s->pattern_count; i++)
        regex_free(s->patterns[i].regex);
    arena_free(&s->scratch);
    free(s);
}
