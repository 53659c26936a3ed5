/* SPDX-License-Identifier: Apache-2.0
 *
 * Where an expression can be changed: operators, numbers, days, amounts.
 */
#include <config.h>

#include "engine/mutation.h"

struct cutting {
    struct arena *arena;
    struct text text;
    size_t at;
    size_t place; /* of the token among those that can be changed, from 1 */
    size_t nth;   /* changes still to be passed over */
    struct text *changed, *what;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* One possible change; true when it is the one that was asked for. */
static bool offer(struct cutting *c, size_t begin, size_t end, struct text by)
{
    struct text old = text_slice(c->text, begin, end);
    if (c->nth > 0) {
        c->nth--;
        return false;
    }
    *c->changed = arena_format(c->arena, "%.*s%.*s%.*s", TEXT_ARG(text_slice(c->text, 0, begin)),
                               TEXT_ARG(by), TEXT_ARG(text_slice(c->text, end, c->text.len)));
    *c->what = arena_format(c->arena, "[%zu] %.*s to %.*s", c->place, TEXT_ARG(old),
                            TEXT_ARG(by.len ? by : TEXT("nothing")));
    return true;
}

/* "1200.50" by one of its last digit, up and down. */
static bool offer_number(struct cutting *c, size_t begin, size_t end)
{
    struct text old = text_slice(c->text, begin, end);
    size_t point = text_find(old, '.');
    unsigned decimals = point < old.len ? (unsigned)(old.len - point - 1) : 0;
    int64_t n;
    c->place++;
    if (!decimal_read(old, NUMBER_PLAIN, decimals, &n))
        return false;
    for (int sign = 1; sign >= -1; sign -= 2) {
        int64_t changed = n + sign, scale = 1;
        for (unsigned i = 0; i < decimals; i++)
            scale *= 10;
        if (changed < 0)
            continue;
        struct text by = decimals
                             ? arena_format(c->arena, "%lld.%0*lld", (long long)(changed / scale),
                                            (int)decimals, (long long)(changed % scale))
                             : arena_format(c->arena, "%lld", (long long)changed);
        if (offer(c, begin, end, by))
            return true;
    }
    return false;
}

static bool offer_day(struct cutting *c, size_t begin, size_t end)
{
    day on;
    char changed[DAY_TEXT_SIZE];
    c->place++;
    if (!day_read(text_slice(c->text, begin, end), &on))
        return false;
    for (int sign = 1; sign >= -1; sign -= 2)
        if (offer(c, begin, end, text_of(day_print(on + sign, changed))))
            return true;
    return false;
}

static size_t number_end(struct text t, size_t at)
{
    while (at < t.len && is_digit(t.at[at]))
        at++;
    if (at + 1 < t.len && t.at[at] == '.' && is_digit(t.at[at + 1]))
        for (at++; at < t.len && is_digit(t.at[at]);)
            at++;
    return at;
}

/* A text in quotes; only inside of money("..."), percent("...") and date("...") is it a value. */
static bool pass_string(struct cutting *c, struct text function)
{
    size_t begin = c->at + 1, end = begin;
    while (end < c->text.len && c->text.at[end] != c->text.at[c->at])
        end += c->text.at[end] == '\\' ? 2 : 1;
    end = end < c->text.len ? end : c->text.len;
    c->at = end + 1;
    if (text_equal(function, TEXT("date")))
        return offer_day(c, begin, end);
    if (!text_equal(function, TEXT("money")) && !text_equal(function, TEXT("percent")))
        return false;
    return offer_number(c, begin, number_end(c->text, begin));
}

static bool pass_word(struct cutting *c, struct text *function)
{
    size_t begin = c->at;
    while (c->at < c->text.len && (is_letter(c->text.at[c->at]) || is_digit(c->text.at[c->at]) ||
                                   c->text.at[c->at] == '.'))
        c->at++;
    struct text word = text_slice(c->text, begin, c->at);
    *function = word;
    bool is_and = text_equal(word, TEXT("and")), is_or = text_equal(word, TEXT("or"));
    bool is_not = text_equal(word, TEXT("not"));
    c->place += is_and || is_or || is_not;
    if (is_and || is_or)
        return offer(c, begin, c->at, is_and ? TEXT("or") : TEXT("and"));
    return is_not && offer(c, begin, c->at, TEXT(""));
}

static bool pass_symbol(struct cutting *c)
{
    static const struct {
        const char *from, *to;
    } neighbours[] = {{">=", ">"}, {"<=", "<"}, {"==", "~="}, {"~=", "=="},
                      {">", ">="}, {"<", "<="}, {"+", "-"},   {"-", "+"}};
    size_t begin = c->at++;
    for (size_t i = 0; i < sizeof neighbours / sizeof *neighbours; i++) {
        struct text from = text_of(neighbours[i].from);
        if (begin + from.len > c->text.len || memcmp(c->text.at + begin, from.at, from.len) != 0)
            continue;
        c->at = begin + from.len;
        c->place++;
        return offer(c, begin, c->at, text_of(neighbours[i].to));
    }
    return false;
}

bool expression_mutate(struct arena *a, struct text expression, size_t nth, struct text *changed,
                       struct text *what)
{
    struct cutting c = {a, expression, 0, 0, nth, changed, what};
    struct text function = TEXT("");
    while (c.at < c.text.len) {
        char next = c.text.at[c.at];
        size_t begin = c.at;
        bool found = false;
        if (next == '"' || next == '\'') {
            found = pass_string(&c, function);
        } else if (is_letter(next)) {
            found = pass_word(&c, &function);
        } else if (is_digit(next)) {
            c.at = number_end(c.text, c.at);
            found = offer_number(&c, begin, c.at);
        } else {
            found = pass_symbol(&c);
        }
        if (found)
            return true;
    }
    return false;
}
