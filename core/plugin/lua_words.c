/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "plugin/lua_words.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The end of [[...]] or [==[...]==] that begins at `i`; i itself when none begins there. */
static size_t long_bracket(struct text t, size_t i)
{
    size_t at = i + 1, level = 0;
    while (at < t.len && t.at[at] == '=')
        at++, level++;
    if (t.at[i] != '[' || at >= t.len || t.at[at] != '[')
        return i;
    for (at++; at + level + 1 < t.len; at++) {
        size_t k = 0;
        while (k < level && t.at[at + 1 + k] == '=')
            k++;
        if (t.at[at] == ']' && k == level && t.at[at + 1 + level] == ']')
            return at + level + 2;
    }
    return t.len;
}

static size_t quoted(struct text t, size_t i)
{
    size_t at = i + 1;
    while (at < t.len && t.at[at] != t.at[i])
        at += t.at[at] == '\\' ? 2 : 1;
    return at < t.len ? at + 1 : t.len;
}

static size_t comment(struct text t, size_t i)
{
    size_t at = i + 2, end = at < t.len ? long_bracket(t, at) : at;
    if (end > at)
        return end;
    while (at < t.len && t.at[at] != '\n')
        at++;
    return at;
}

static size_t name_end(struct text t, size_t i)
{
    while (i < t.len && (is_letter(t.at[i]) || is_digit(t.at[i])))
        i++;
    return i;
}

static size_t number_end(struct text t, size_t i)
{
    while (i < t.len && (is_letter(t.at[i]) || is_digit(t.at[i]) || t.at[i] == '.'))
        i++;
    return i;
}

static size_t sign_end(struct text t, size_t i)
{
    static const char *const longer[] = {
        "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"};
    for (size_t k = 0; k < sizeof longer / sizeof *longer; k++)
        if (text_starts(text_slice(t, i, t.len), text_of(longer[k])))
            return i + strlen(longer[k]);
    return i + 1;
}

/* The word at `i`, which is no blank and no comment; gives its end. */
static size_t take_word(struct text t, size_t i, enum word_kind *kind)
{
    *kind = WORD_TEXT;
    if (t.at[i] == '"' || t.at[i] == '\'')
        return quoted(t, i);
    if (t.at[i] == '[' && long_bracket(t, i) > i)
        return long_bracket(t, i);
    *kind = WORD_NAME;
    if (is_letter(t.at[i]))
        return name_end(t, i);
    *kind = WORD_NUMBER;
    if (is_digit(t.at[i]))
        return number_end(t, i);
    *kind = WORD_SIGN;
    return sign_end(t, i);
}

size_t lua_words(struct arena *a, const struct source *s, struct word **out)
{
    struct text t = s->body;
    size_t count = 0;
    *out = NULL;
    for (size_t i = 0; i < t.len;) {
        if (strchr(" \t\r\n\f\v", t.at[i])) {
            i++;
        } else if (text_starts(text_slice(t, i, t.len), TEXT("--"))) {
            i = comment(t, i);
        } else {
            enum word_kind kind;
            size_t end = take_word(t, i, &kind);
            *arena_push(a, out, &count) = (struct word){kind, text_slice(t, i, end), (uint32_t)i};
            i = end;
        }
    }
    *arena_push(a, out, &count) = (struct word){WORD_END, TEXT(""), (uint32_t)t.len};
    return count;
}
