/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/spell.h"

/* --- what is no part of the name --- */

struct dropping {
    const struct name_tables *tables;
    struct spelled *name;
    bool gone[NAME_WORDS];
};

/* The longest form that begins with word `at`: how many words, 0: none. */
static size_t form_at(const struct dropping *d, size_t at, uint32_t *sort)
{
    const struct spelled *n = d->name;
    char key[FORM_WORDS * (WORD_BYTES + 1)];
    size_t len = 0, best = 0;
    for (size_t i = at; i < n->count && i - at < FORM_WORDS; i++) {
        struct text word = n->words[i]->text;
        if (i > at)
            key[len++] = ' ';
        memcpy(key + len, word.at, word.len);
        len += word.len;
        const uint32_t *found = word_table_find(&d->tables->forms, (struct text){key, len});
        if (found) {
            best = i - at + 1;
            *sort = *found - 1;
        }
    }
    return best;
}

/* "L. L. C.": single letters, all that stand together, that are a form. */
static size_t initials_form_at(const struct dropping *d, size_t at, uint32_t *sort)
{
    const struct spelled *n = d->name;
    char key[FORM_WORDS * WORD_BYTES];
    size_t len = 0, end = at;
    if (at > 0 && n->words[at - 1]->kind == WORD_INITIAL)
        return 0;
    for (; end < n->count && n->words[end]->kind == WORD_INITIAL; end++) {
        struct text word = n->words[end]->text;
        if (end - at == FORM_WORDS)
            return 0;
        memcpy(key + len, word.at, word.len);
        len += word.len;
    }
    const uint32_t *found = word_table_find(&d->tables->forms, (struct text){key, len});
    if (!found || end < at + 2)
        return 0;
    *sort = *found - 1;
    return end - at;
}

static bool mark_forms(struct dropping *d, uint32_t *forms)
{
    const struct spelled *n = d->name;
    bool any = false;
    for (size_t i = 0; i < n->count;) {
        uint32_t sort = 0;
        size_t len = n->words[i]->begins_form ? form_at(d, i, &sort) : 0;
        if (len == 0 && n->words[i]->long_form) {
            sort = n->words[i]->long_form - 1;
            len = 1;
        }
        if (len == 0 && n->words[i]->kind == WORD_INITIAL)
            len = initials_form_at(d, i, &sort);
        for (size_t k = 0; k < len; k++)
            d->gone[i + k] = true;
        if (len)
            *forms |= (uint32_t)1 << sort;
        any |= len > 0;
        i += len ? len : 1;
    }
    return any;
}

static bool mark_titles(struct dropping *d)
{
    bool any = false;
    for (size_t i = 0; i < d->name->count; i++) {
        const struct word *w = d->name->words[i];
        if (w->title || w->article)
            any = d->gone[i] = true;
    }
    return any;
}

/* False: nothing would be left, and all stays. */
static bool drop_marked(struct dropping *d)
{
    struct spelled *n = d->name;
    size_t left = 0;
    for (size_t i = 0; i < n->count; i++)
        left += !d->gone[i];
    if (left == 0)
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < n->count; i++)
        if (!d->gone[i])
            n->words[kept++] = n->words[i];
    n->count = kept;
    return true;
}

/* What is left may be a form again when what stood between is gone. */
static void drop_forms(struct dropping *d)
{
    for (;;) {
        uint32_t forms = 0;
        memset(d->gone, 0, sizeof d->gone);
        if (!mark_forms(d, &forms) || !drop_marked(d))
            return;
        d->name->forms |= forms & ~(uint32_t)1; /* the first sort says nothing */
        d->name->has_form = true;
    }
}

static void drop_titles(struct dropping *d)
{
    memset(d->gone, 0, sizeof d->gone);
    if (mark_titles(d))
        drop_marked(d);
}

/* --- joins --- */

static void add_join(const struct name_tables *t, struct spelled *n, struct join join, size_t *room)
{
    char latin[WORD_BYTES], key[WORD_BYTES];
    size_t len = 0;
    for (size_t i = join.from; i < join.to; i++) {
        struct text word = n->words[i]->text;
        if (join.is_letters)
            word = text_slice(word, 0, 1);
        if (len + word.len >= WORD_BYTES)
            return;
        memcpy(latin + len, word.at, word.len);
        len += word.len;
    }
    struct text close = close_key(t, (struct text){latin, len}, key);
    if (close.len == 0 || n->join_count == NAME_JOINS || *room + close.len > JOIN_BYTES)
        return;
    struct text kept = {n->join_room + *room, close.len};
    memcpy(n->join_room + *room, close.at, close.len);
    *room += close.len;
    join.close = kept;
    join.close_hash = text_hash(kept);
    n->joins[n->join_count++] = join;
}

/* Two neighbours, all letters of an abbreviation, and the abbreviation of a whole name. */
static void add_joins(const struct name_tables *t, struct spelled *n, enum profile_sort sort)
{
    enum { LEAST_LETTERS = 3, MOST_LETTERS = 8 };
    size_t room = 0;
    n->join_count = 0;
    if (sort != PROFILE_PERSON && n->count >= LEAST_LETTERS && n->count <= MOST_LETTERS)
        add_join(t, n, (struct join){.to = (uint8_t)n->count, .is_letters = true}, &room);
    for (size_t i = 0; i + 1 < n->count; i++) {
        const struct word *a = n->words[i], *b = n->words[i + 1];
        size_t end = i;
        if (a->kind != WORD_INITIAL && b->kind != WORD_INITIAL)
            add_join(t, n, (struct join){.from = (uint8_t)i, .to = (uint8_t)(i + 2)}, &room);
        while (end < n->count && n->words[end]->kind == WORD_INITIAL)
            end++;
        if (end >= i + 2 && (i == 0 || n->words[i - 1]->kind != WORD_INITIAL))
            add_join(t, n, (struct join){.from = (uint8_t)i, .to = (uint8_t)end}, &room);
    }
}

/* --- numbers --- */

/* 1 to 9, in words or as a digit; 0: it is none. */
static unsigned unit_of(const struct word *w)
{
    if (w->counts)
        return w->number < 10 ? w->number : 0;
    bool digit = w->text.len == 1 && w->text.at[0] >= '1' && w->text.at[0] <= '9';
    return digit ? (unsigned)(w->text.at[0] - '0') : 0;
}

/* "forty four" is 44: tens and what follows them. */
static void write_numbers(struct lexicon *l, struct spelled *n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n->count; i++) {
        const struct word *w = n->words[i], *next = i + 1 < n->count ? n->words[i + 1] : NULL;
        if (w->counts) {
            char digits[16];
            unsigned number = w->number;
            bool tens = number >= 20 && number < 100 && number % 10 == 0;
            unsigned unit = next ? unit_of(next) : 0;
            if (tens && unit) {
                number += unit;
                i++;
            }
            int len = snprintf(digits, sizeof digits, "%u", number);
            w = lexicon_word(l, (struct text){digits, (size_t)len});
        }
        n->words[kept++] = w;
    }
    n->count = kept;
}

/* --- abbreviations --- */

static bool reads_as_body(const struct spelled *n, enum profile_sort sort)
{
    bool plain = false;
    for (size_t i = 0; i < n->count; i++)
        plain |= n->words[i]->kind == WORD_PLAIN && !n->words[i]->common;
    return sort == PROFILE_BODY || n->has_form || !plain;
}

/* As one word the letters would be read as another thing: a title, a number, a form. */
static bool means_something(const struct word *w)
{
    return w->title || w->article || w->counts || w->begins_form || w->long_form ||
           w->kind != WORD_PLAIN;
}

/* The letters of a body's name are one word, whose order tells: "A.B.C." Of a person they are first
 * names, unless there are many. */
static void write_abbreviations(struct lexicon *l, struct spelled *n, enum profile_sort sort)
{
    enum { MANY = 3 };
    size_t kept = 0, least = reads_as_body(n, sort) ? 2 : MANY;
    for (size_t i = 0, end; i < n->count; i = end) {
        char letters[WORD_BYTES];
        size_t len = 0;
        for (end = i; end < n->count && n->words[end]->kind == WORD_INITIAL; end++) {
            struct text letter = n->words[end]->text;
            if (len + letter.len >= WORD_BYTES)
                break;
            memcpy(letters + len, letter.at, letter.len);
            len += letter.len;
        }
        const struct word *whole = end >= i + least ? lexicon_word(l, (struct text){letters, len})
                                                    : NULL;
        bool apart = !whole || means_something(whole);
        if (end == i)
            end = i + 1;
        for (size_t k = i; apart && k < end; k++)
            n->words[kept++] = n->words[k];
        if (!apart)
            n->words[kept++] = whole;
    }
    n->count = kept;
}

/* "JC" before a person's name is two letters. */
static bool are_letters(const struct name_tables *t, const struct word *w)
{
    enum { VOWELS = 1 };
    unsigned char first = (unsigned char)w->text.at[0], second;
    if (w->kind != WORD_PLAIN || w->text.len != 2 || w->title)
        return false;
    second = (unsigned char)w->text.at[1];
    return first < NEAR_CLASSES && second < NEAR_CLASSES && t->near[first] != VOWELS &&
           t->near[second] != VOWELS && !w->particle;
}

static void split_letters(struct lexicon *l, struct spelled *n)
{
    struct spelled whole = *n;
    n->count = 0;
    for (size_t i = 0; i < whole.count && n->count < NAME_WORDS; i++) {
        const struct word *w = whole.words[i];
        bool split = whole.count > 1 && are_letters(l->tables, w) && n->count + 2 <= NAME_WORDS;
        for (size_t k = 0; split && k < 2; k++)
            n->words[n->count++] = lexicon_word(l, text_slice(w->text, k, k + 1));
        if (!split)
            n->words[n->count++] = w;
    }
}

void name_spell(struct lexicon *l, struct text name, enum profile_sort sort, struct spelled *out)
{
    struct text raw[NAME_WORDS] = {0};
    struct dropping d = {.tables = l->tables, .name = out};
    arena_reset(&l->scratch);
    out->count = raw_words(&l->scratch, name, raw, NAME_WORDS);
    out->forms = 0;
    out->has_form = false;
    out->has_comma = text_find(name, ',') < name.len;
    for (size_t i = 0; i < out->count; i++)
        out->words[i] = lexicon_word(l, raw[i]);
    write_numbers(l, out);
    for (size_t before = 0; before != out->count;) { /* what is left may be one again */
        before = out->count;
        if (sort != PROFILE_PERSON)
            drop_forms(&d);
        drop_titles(&d);
    }
    if (sort == PROFILE_PERSON) {
        split_letters(l, out);
    } else {
        write_abbreviations(l, out, sort);
        drop_forms(&d); /* letters that are a word now may be what is left without them */
    }
    add_joins(l->tables, out, sort);
}

struct text spelled_text(struct arena *a, const struct spelled *n)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < n->count; i++)
        out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), i ? " " : "",
                           TEXT_ARG(n->words[i]->text));
    return out;
}
