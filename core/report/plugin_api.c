/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/plugin_api.h"

#include "plugin/api.h"

/* "s: string; n?: integer" cut: one argument a call; false at the end. */
static bool next_argument(struct text *rest, struct text *name, struct text *type)
{
    struct text one;
    if (!text_next(rest, ';', &one))
        return false;
    one = text_trim(one);
    size_t colon = text_find(one, ':');
    *name = text_slice(one, 0, colon);
    *type = text_trim(text_slice(one, colon < one.len ? colon + 1 : colon, one.len));
    return true;
}

/* "(s, n)" */
static struct text arguments(struct arena *a, const struct api_entry *e)
{
    struct growing g = {.arena = a};
    struct text rest = text_of(e->takes), name, type;
    growing_add(&g, TEXT("("));
    for (bool first = true; next_argument(&rest, &name, &type); first = false) {
        growing_add(&g, first ? TEXT("") : TEXT(", "));
        bool optional = name.len > 0 && name.at[name.len - 1] == '?';
        growing_add(&g, text_slice(name, 0, name.len - optional));
    }
    growing_add(&g, TEXT(")"));
    return growing_text(&g);
}

/* --- for people --- */

static struct text signature(struct arena *a, const struct api_entry *e)
{
    struct growing g = {.arena = a};
    struct text rest = text_of(e->takes), name, type;
    growing_add(&g, arena_format(a, "%s(", e->name));
    for (bool first = true; next_argument(&rest, &name, &type); first = false)
        growing_add(
            &g, arena_format(a, "%s%.*s: %.*s", first ? "" : ", ", TEXT_ARG(name), TEXT_ARG(type)));
    growing_add(&g, arena_format(a, ")%s%s", *e->gives ? ": " : "", e->gives));
    return growing_text(&g);
}

static void print_absences(struct page *page)
{
    page_heading(page, TEXT("What a plugin does not have, and why"));
    page_paragraph(page,
                   TEXT("The list of what there is, is positive: a name that a new Lua brings "
                        "is not there until somebody puts it above."));
    for (size_t i = 0; i < api_absence_count; i++)
        page_entry(page, text_of(api_absences[i].name), text_of(api_absences[i].why));
}

void plugin_print_api(struct page *page)
{
    struct arena a = ARENA("api");
    page_begin(page, arena_format(&a, "What a plugin may call (api = %d)", API_VERSION));
    page_paragraph(page, TEXT("check(record, law) sees the record's fields by their names in the "
                              "vocabulary, nil for what is unknown; of a group its sums and count; "
                              "of the law the rule's parameters. A plugin of api 1 runs unchanged "
                              "on later versions of the program."));
    page_heading(page, TEXT("Values"));
    for (size_t i = 0; i < api_type_count; i++)
        page_entry(page, text_of(api_types[i].name), text_of(api_types[i].doc));
    page_heading(page, TEXT("Functions"));
    for (size_t i = 0; i < api_count; i++) {
        const struct api_entry *e = &api_entries[i];
        page_entry(page, signature(&a, e),
                   arena_format(&a, "%s%s%s%s", e->doc, *e->raises ? " Raises an error when: " : "",
                                e->raises, *e->raises ? "." : ""));
        page_code(page, text_of(e->example));
    }
    print_absences(page);
    page_end(page);
    arena_free(&a);
}

/* --- for editors --- */

static const char *stub_type(enum type t)
{
    switch (t) {
    case TYPE_BOOL:
        return "boolean";
    case TYPE_NUMBER:
        return "integer";
    case TYPE_MONEY:
        return "scrutineer.money";
    case TYPE_SHARE:
        return "scrutineer.share";
    case TYPE_DATE:
        return "scrutineer.date";
    case TYPE_DURATION:
        return "scrutineer.duration";
    default:
        return "string";
    }
}

static void print_function(struct arena *a, const struct api_entry *e, FILE *out)
{
    struct text rest = text_of(e->takes), name, type;
    fprintf(out, "\n---%s\n", e->doc);
    if (*e->raises)
        fprintf(out, "---Raises an error when: %s.\n", e->raises);
    while (next_argument(&rest, &name, &type))
        fprintf(out, "---@param %.*s %.*s\n", TEXT_ARG(name), TEXT_ARG(type));
    if (*e->gives)
        fprintf(out, "---@return %s\n", e->gives);
    bool of_law = text_starts(text_of(e->name), TEXT("law."));
    fprintf(out, "function %s%s%.*s end\n", of_law ? "scrutineer_" : "", e->name,
            TEXT_ARG(arguments(a, e)));
}

/* A record type is a class; each of its actors is one, too. */
static void print_record(const struct record_type *r, FILE *out)
{
    fprintf(out, "\n---%.*s\n---@class scrutineer.record.%.*s\n", TEXT_ARG(r->doc),
            TEXT_ARG(r->name));
    for (size_t i = 0; i < r->actor_count; i++)
        fprintf(out, "---@field %.*s scrutineer.record.%.*s.%.*s\n", TEXT_ARG(r->actors[i]),
                TEXT_ARG(r->name), TEXT_ARG(r->actors[i]));
    for (size_t i = 0; i < r->field_count; i++)
        if (text_find(r->fields[i].path, '.') == r->fields[i].path.len)
            fprintf(out, "---@field %.*s %s? %.*s\n", TEXT_ARG(r->fields[i].path),
                    stub_type(r->fields[i].type), TEXT_ARG(r->fields[i].doc));
    for (size_t k = 0; k < r->actor_count; k++) {
        fprintf(out, "\n---@class scrutineer.record.%.*s.%.*s\n", TEXT_ARG(r->name),
                TEXT_ARG(r->actors[k]));
        for (size_t i = 0; i < r->field_count; i++) {
            struct text path = r->fields[i].path, actor = r->actors[k];
            if (path.len > actor.len && text_starts(path, actor) && path.at[actor.len] == '.')
                fprintf(out, "---@field %.*s %s? %.*s\n",
                        TEXT_ARG(text_slice(path, actor.len + 1, path.len)),
                        stub_type(r->fields[i].type), TEXT_ARG(r->fields[i].doc));
        }
    }
}

static bool is_library_of(const char *name, struct text library)
{
    struct text whole = text_of(name);
    return whole.len > library.len && text_starts(whole, library) && whole.at[library.len] == '.';
}

void plugin_print_stubs(const struct vocabulary *v, FILE *out)
{
    struct arena a = ARENA("stubs");
    fprintf(out,
            "---@meta\n-- SPDX-License-Identifier: Apache-2.0\n"
            "-- Stubs for lua-language-server; `scrutineer plugin api --format luacats` writes "
            "them.\n-- api = %d\n\n"
            "---@alias scrutineer.fact string|integer|boolean|scrutineer.money|scrutineer.share|"
            "scrutineer.date|scrutineer.duration\n",
            API_VERSION);
    for (size_t i = 0; i < api_type_count; i++)
        fprintf(out, "\n---%s\n---@class %s\n%s%s", api_types[i].doc, api_types[i].name,
                api_types[i].operators, *api_types[i].operators ? "\n" : "");
    fputs("\n---The rule's parameters, by name; and what check() can return.\n"
          "---@class scrutineer.law\n---@field [string] any\nlocal scrutineer_law = {}\n",
          out);
    struct text library = TEXT("");
    for (size_t i = 0; i < api_count; i++) {
        struct text name = text_of(api_entries[i].name);
        size_t dot = text_find(name, '.');
        if (dot < name.len && !is_library_of(api_entries[i].name, library)) {
            library = text_slice(name, 0, dot);
            if (!text_equal(library, TEXT("law")))
                fprintf(out, "\n%.*s = {}\n", TEXT_ARG(library));
        }
        print_function(&a, &api_entries[i], out);
    }
    for (size_t i = 0; i < v->record_count; i++)
        print_record(&v->records[i], out);
    arena_free(&a);
}
