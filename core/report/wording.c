/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/wording.h"

struct translation {
    struct text words, translated;
};
struct wording {
    const char *language;
    const struct translation *items; /* ends with one without words */
};

#include "report/wording_hy.h" /* made of po/hy.po: see local.mk */

static const struct wording wordings[] = {{"hy", wording_hy}};

const struct wording *wording_find(struct text language)
{
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
        if (text_equal(text_of(wordings[i].language), language))
            return &wordings[i];
    return NULL;
}

struct text wording_of(const struct wording *w, struct text words)
{
    for (size_t i = 0; w && w->items[i].words.at; i++)
        if (text_equal(w->items[i].words, words) && w->items[i].translated.len)
            return w->items[i].translated;
    return words;
}

struct text wording_of_fact(struct arena *a, const struct wording *w, struct text name)
{
    struct text copy = arena_copy(a, name);
    char *at = (char *)(uintptr_t)copy.at;
    for (size_t i = 0; i < copy.len; i++)
        if (at[i] == '_')
            at[i] = ' ';
    size_t dot = text_find(copy, '.');
    struct text first = wording_of(w, text_slice(copy, 0, dot));
    if (dot == copy.len)
        return first;
    return arena_format(a, "%.*s, %.*s", TEXT_ARG(first),
                        TEXT_ARG(wording_of(w, text_slice(copy, dot + 1, copy.len))));
}

struct text wording_of_value(struct arena *a, const struct wording *w, const struct value *v)
{
    struct text t = value_print(a, v);
    size_t blank_at = text_find(t, ' ');
    if (v->type == TYPE_TEXT && v->knowledge == VALUE_KNOWN)
        return t; /* as filed */
    if (v->type != TYPE_DURATION || blank_at == t.len)
        return wording_of(w, t);
    return arena_format(a, "%.*s %.*s", TEXT_ARG(text_slice(t, 0, blank_at)),
                        TEXT_ARG(wording_of(w, text_slice(t, blank_at + 1, t.len))));
}
