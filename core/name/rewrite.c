/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/rewrite.h"

#include <stdlib.h>

bool rewrite_add(struct rewrite *r, struct arena *a, struct text from, struct text to)
{
    struct rewrite_rule rule = {from, to, false, false};
    if (rule.from.len && rule.from.at[0] == '^') {
        rule.at_begin = true;
        rule.from = text_slice(rule.from, 1, rule.from.len);
    }
    if (rule.from.len && rule.from.at[rule.from.len - 1] == '$') {
        rule.at_end = true;
        rule.from = text_slice(rule.from, 0, rule.from.len - 1);
    }
    if (rule.from.len == 0 || rule.from.len >= WORD_BYTES || rule.to.len >= WORD_BYTES)
        return false;
    *arena_push(a, &r->rules, &r->count) = rule;
    return true;
}

static int compare_rules(const void *a, const void *b)
{
    const struct rewrite_rule *x = a, *y = b;
    unsigned char first = (unsigned char)x->from.at[0], second = (unsigned char)y->from.at[0];
    int asks_x = x->at_begin + x->at_end, asks_y = y->at_begin + y->at_end;
    if (first != second)
        return first < second ? -1 : 1;
    if (x->from.len != y->from.len)
        return x->from.len > y->from.len ? -1 : 1;
    if (asks_x != asks_y)
        return asks_x > asks_y ? -1 : 1;
    int order = text_compare(x->from, y->from);
    return order ? order : (int)y->at_begin - (int)x->at_begin;
}

void rewrite_finish(struct rewrite *r)
{
    if (r->count)
        qsort(r->rules, r->count, sizeof *r->rules, compare_rules);
    size_t at = 0;
    for (size_t byte = 0; byte < 256; byte++) {
        r->first[byte] = at;
        while (at < r->count && (unsigned char)r->rules[at].from.at[0] == byte)
            at++;
    }
    r->first[256] = at;
}

static const struct rewrite_rule *find_rule(const struct rewrite *r, struct text word, size_t at)
{
    size_t byte = (unsigned char)word.at[at];
    for (size_t i = r->first[byte]; i < r->first[byte + 1]; i++) {
        const struct rewrite_rule *rule = &r->rules[i];
        size_t len = rule->from.len;
        if (len <= word.len - at && (!rule->at_begin || at == 0) &&
            (!rule->at_end || at + len == word.len) &&
            memcmp(word.at + at, rule->from.at, len) == 0)
            return rule;
    }
    return NULL;
}

struct text rewrite_word(const struct rewrite *r, struct text word, char out[WORD_BYTES])
{
    size_t len = 0;
    for (size_t at = 0; at < word.len;) {
        const struct rewrite_rule *rule = find_rule(r, word, at);
        struct text piece = rule ? rule->to : text_slice(word, at, at + 1);
        if (len + piece.len >= WORD_BYTES)
            break;
        if (piece.len)
            memcpy(out + len, piece.at, piece.len);
        len += piece.len;
        at += rule ? rule->from.len : 1;
    }
    return (struct text){out, len};
}
