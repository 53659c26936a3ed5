/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "law/words.h"

struct text words_in(const struct words *w, struct text language)
{
    struct text english = w->count ? w->texts[0] : TEXT("");
    for (size_t i = 0; i < w->count; i++) {
        if (text_equal(w->languages[i], language))
            return w->texts[i];
        if (text_equal(w->languages[i], TEXT("en")))
            english = w->texts[i];
    }
    return english;
}

bool words_have(const struct words *w, const char *language)
{
    for (size_t i = 0; i < w->count; i++)
        if (text_equal(w->languages[i], text_of(language)) && w->texts[i].len)
            return true;
    return false;
}

bool words_read(struct arena *a, struct diags *d, const struct node *n, struct words *out)
{
    *out = (struct words){0};
    if (n->kind != NODE_MAP)
        return diag_error(d, n->span, "law-not-words", TEXT("write {en: ...}"),
                          "expected a text in each language");
    out->languages = arena_array(a, n->count, struct text);
    out->texts = arena_array(a, n->count, struct text);
    for (size_t i = 0; i < n->count; i++) {
        if (n->keys[i].len != 2 || n->items[i]->kind != NODE_SCALAR)
            return diag_error(d, n->key_spans[i], "law-not-words",
                              TEXT("a language is two letters, like en or hy"),
                              "expected a language and its text");
        out->languages[out->count] = n->keys[i];
        out->texts[out->count++] = n->items[i]->text;
    }
    return true;
}

static const char *const confidences[] = {"low", "medium", "high"};

const char *confidence_name(enum confidence c)
{
    return confidences[c];
}

bool confidence_read(struct diags *d, const struct node *n, enum confidence *out)
{
    for (size_t i = 0; n->kind == NODE_SCALAR && i < 3; i++)
        if (text_equal(n->text, text_of(confidences[i]))) {
            *out = (enum confidence)i;
            return true;
        }
    return diag_error(d, n->span, "law-confidence", TEXT(""),
                      "expected a confidence: high, medium or low");
}

bool node_day(struct diags *d, const struct node *n, day *out)
{
    if (n->kind == NODE_SCALAR && day_read(n->text, out))
        return true;
    return diag_error(d, n->span, "law-date", TEXT("write it like 2021-01-31"),
                      "\"%.*s\" is not a day of the calendar", TEXT_ARG(n->text));
}

bool force_read(struct diags *d, const struct node *map, struct force *out)
{
    const struct node *from = node_find(map, "from"), *to = node_find(map, "to");
    *out = (struct force){DAY_ALWAYS, DAY_NEVER};
    if (from && !node_day(d, from, &out->from))
        return false;
    if (to && !node_day(d, to, &out->to))
        return false;
    if (out->from >= out->to)
        return diag_error(d, to->span, "law-empty-period",
                          TEXT("\"to\" is the first day on which it is no longer in force"),
                          "ends before it begins");
    return true;
}

bool force_split(struct diags *d, const struct node *map, struct force *whole, struct force *first,
                 struct text *why)
{
    const struct node *certain = node_find(map, "certain_from");
    day on;
    *first = (struct force){0, 0};
    *why = node_text(map, "doubt_before");
    if (!certain)
        return true;
    if (!node_day(d, certain, &on))
        return false;
    if (on <= whole->from || on >= whole->to)
        return diag_error(d, certain->span, "law-certain-from",
                          TEXT("it lies between \"from\" and \"to\""),
                          "the first certain day lies outside the version");
    if (why->len == 0)
        return diag_error(d, certain->span, "law-no-doubt",
                          TEXT("say what is not settled: \"doubt_before: ...\""),
                          "the days in front of this one are not certain, but have no doubt");
    *first = (struct force){whole->from, on};
    whole->from = on;
    return true;
}

struct text force_print(struct arena *a, struct force f)
{
    char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE];
    day_print(f.from, from);
    day_print(f.to == DAY_NEVER ? DAY_NEVER : f.to - 1, to);
    if (f.from == DAY_ALWAYS && f.to == DAY_NEVER)
        return TEXT("always");
    if (force_is_never(f))
        return TEXT("never");
    if (f.to == DAY_NEVER)
        return arena_format(a, "from %s", from);
    if (f.from == DAY_ALWAYS)
        return arena_format(a, "until %s", to);
    return arena_format(a, "from %s until %s", from, to);
}
