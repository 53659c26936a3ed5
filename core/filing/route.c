/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/opened.h"

static size_t find_column(const struct layout *l, struct text name)
{
    if (text_equal(name, WHOLE_ROW))
        return (size_t)COLUMN_WHOLE_ROW;
    for (size_t i = 0; i < l->column_count; i++)
        if (text_equal(l->columns[i], name))
            return i;
    return SIZE_MAX;
}

static bool stands_twice(const struct layout *l, struct text name)
{
    size_t times = 0;
    for (size_t i = 0; i < l->column_count; i++)
        times += text_equal(l->columns[i], name);
    return times > 1;
}

bool route_check(struct input *in, struct layout *l)
{
    for (size_t p = 0; p < in->format->part_count; p++)
        for (size_t i = 0; i < in->format->parts[p].mapping_count; i++) {
            const struct mapping *m = &in->format->parts[p].mappings[i];
            for (size_t k = 0; k < m->column_count; k++)
                if (stands_twice(l, m->columns[k]))
                    return input_fail(in, "filing-duplicate-column", "rename one of them",
                                      "two columns are called \"%.*s\"", TEXT_ARG(m->columns[k]));
        }
    return true;
}

/* The first column whose name matches; its group 1 may tell the currency. */
static size_t find_like(const struct layout *l, const struct mapping *m, currency *told)
{
    struct text group;
    for (size_t i = 0; i < l->column_count; i++)
        if (regex_search(m->like, l->columns[i], &group) == REGEX_MATCH) {
            if (m->field->type == TYPE_MONEY)
                currency_find(group, told);
            return i;
        }
    return SIZE_MAX;
}

static struct place_of place_mapping(struct input *in, const struct layout *l,
                                     const struct mapping *m)
{
    size_t count = m->column_count ? m->column_count : 1;
    struct place_of p = {.columns = arena_array(&in->arena, count, size_t),
                         .upper = m->upper.len ? find_column(l, m->upper) : SIZE_MAX,
                         .currency = m->currency,
                         .found = m->is_constant};
    p.columns[0] = m->like ? find_like(l, m, &p.currency) : SIZE_MAX;
    for (size_t i = 0; i < m->column_count; i++)
        p.columns[i] = find_column(l, m->columns[i]);
    for (size_t i = 0; i < count; i++)
        p.found |= p.columns[i] != SIZE_MAX;
    return p;
}

static struct route *make_route(struct input *in, const struct layout *l, const struct part *part)
{
    struct arena *a = &in->arena;
    struct route *r = arena_make(a, struct route);
    r->places = arena_array(a, part->mapping_count, struct place_of);
    for (size_t i = 0; i < part->mapping_count; i++)
        r->places[i] = place_mapping(in, l, &part->mappings[i]);
    r->selectors = arena_array(a, part->selector_count, size_t);
    for (size_t i = 0; i < part->selector_count; i++)
        r->selectors[i] = find_column(l, part->selectors[i].column);
    r->currency_column = in->format->currency_column.len
                             ? find_column(l, in->format->currency_column)
                             : SIZE_MAX;
    r->sources = arena_array(a, in->options->source_count, size_t);
    for (size_t i = 0; i < in->options->source_count; i++)
        r->sources[i] = find_column(l, in->options->source_names[i]);
    return r;
}

struct route *route_of(struct input *in, struct layout *l, size_t part)
{
    if (!l->routes)
        l->routes = arena_array(&in->arena, in->format->part_count, struct route *);
    if (!l->routes[part])
        l->routes[part] = make_route(in, l, &in->format->parts[part]);
    return l->routes[part];
}

struct text route_cell(struct row *r, size_t column)
{
    return column == SIZE_MAX                   ? TEXT("")
           : column == (size_t)COLUMN_WHOLE_ROW ? text_trim(row_whole(r))
           : column < r->count                  ? r->cells[column]
                                                : TEXT("");
}

size_t route_part(struct input *in, struct row *r)
{
    for (size_t p = 0; p < in->format->part_count; p++) {
        const struct part *part = &in->format->parts[p];
        const struct route *route = route_of(in, r->layout, p);
        bool fits = true;
        for (size_t i = 0; fits && i < part->selector_count; i++)
            fits = regex_search(part->selectors[i].regex, route_cell(r, route->selectors[i]),
                                NULL) == REGEX_MATCH;
        if (fits)
            return p;
    }
    return SIZE_MAX;
}
