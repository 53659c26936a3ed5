/* SPDX-License-Identifier: Apache-2.0
 *
 * Words: read in Latin letters, with the keys of their spellings and what lawbase/names says of
 * them. A thread works out each but once.
 */
#include <config.h>

#include <stdlib.h>

#include "name/script.h"
#include "name/spell.h"

/* --- Latin letters --- */

/* Letters of two scripts, or digits among letters. */
static bool is_mixed(struct text raw)
{
    size_t letters = 0, digits = 0, others = 0;
    for (size_t i = 0; i < raw.len; i++) {
        unsigned char b = (unsigned char)raw.at[i];
        letters += b >= 'a' && b <= 'z';
        digits += byte_is_digit(raw.at[i]);
        others += b >= 0x80;
    }
    return letters && ((others && digits == 0) || (digits && digits < letters && letters >= 3));
}

/* `word` into `out`, and letters for the digits that stand among its letters: a nought in Cyrillic
 * too is an o when it is read. */
static struct text settle(const struct name_tables *t, struct text word, char out[WORD_BYTES])
{
    char likened[WORD_BYTES];
    if (text_is_ascii(word) && is_mixed(word))
        word = rewrite_word(&t->lookalikes, word, likened);
    size_t len = word.len < WORD_BYTES ? word.len : WORD_BYTES - 1;
    if (len)
        memmove(out, word.at, len);
    return (struct text){out, len};
}

struct text word_in_latin(const struct name_tables *t, struct text raw, char out[WORD_BYTES])
{
    char likened[WORD_BYTES], letters[WORD_BYTES];
    if (is_mixed(raw))
        raw = rewrite_word(&t->lookalikes, raw, likened);
    if (text_is_ascii(raw))
        return settle(t, raw, out);
    struct text known = rewrite_word(&t->letters, raw, letters);
    if (known.len && text_is_ascii(known))
        return settle(t, known, out);
    struct text word = known.len ? known : raw;
    struct text read = script_read(t->reader, word, out, WORD_BYTES - 1);
    return settle(t, read.len ? read : word, out); /* nobody knows it: as it stands */
}

/* Doubled letters count once. */
static size_t undouble(char *at, size_t len)
{
    size_t kept = 0;
    for (size_t i = 0; i < len; i++)
        if (kept == 0 || at[kept - 1] != at[i] || byte_is_digit(at[i]))
            at[kept++] = at[i];
    return kept;
}

struct text close_key(const struct name_tables *t, struct text latin, char out[WORD_BYTES])
{
    struct text key = rewrite_word(&t->close, latin, out);
    return (struct text){out, undouble(out, key.len)};
}

/* --- words --- */

enum { LEXICON_FULL = 1 << 18 };

static void lexicon_begin(struct lexicon *l)
{
    l->size = 1024;
    l->count = 0;
    l->raw = heap_alloc(l->size, sizeof *l->raw);
    l->words = heap_alloc(l->size, sizeof *l->words);
}

struct lexicon *lexicon_new(const struct name_tables *t)
{
    struct lexicon *l = heap_alloc(1, sizeof *l);
    l->tables = t;
    l->arena = ARENA("words");
    l->scratch = ARENA("name");
    lexicon_begin(l);
    return l;
}

void lexicon_free(struct lexicon *l)
{
    if (!l)
        return;
    free(l->raw);
    free(l->words);
    arena_free(&l->arena);
    arena_free(&l->scratch);
    free(l);
}

bool lexicon_tidy(struct lexicon *l)
{
    if (l->count < LEXICON_FULL)
        return false;
    free(l->raw);
    free(l->words);
    arena_free(&l->arena);
    l->arena = ARENA("words");
    lexicon_begin(l);
    return true;
}

static uint16_t weight_of(const struct name_tables *t, const struct word *w)
{
    static const uint16_t by_length[] = {20, 20, 40, 50, 60, 70, 80, 90, 100};
    enum { LAST = sizeof by_length / sizeof *by_length - 1, LEAST = 10 };
    size_t letters = w->kind == WORD_INITIAL ? 1 : w->text.len;
    unsigned weight = by_length[letters < LAST ? letters : LAST];
    if (w->particle)
        weight = weight * t->weight_particle / 100;
    else if (w->common)
        weight = weight * t->weight_common / 100;
    return (uint16_t)(weight < LEAST ? LEAST : weight);
}

/* A letter by itself is an initial, whether Latin writes it with two or a silent one stood with it.
 */
static uint8_t kind_of(struct text raw, struct text latin)
{
    bool digit = false;
    for (size_t i = 0; i < latin.len; i++)
        digit |= byte_is_digit(latin.at[i]);
    bool initial = text_characters(raw) == 1 || latin.len == 1;
    return digit ? WORD_NUMBER : initial ? WORD_INITIAL : WORD_PLAIN;
}

static void note_word(const struct name_tables *t, struct word *w)
{
    const uint32_t *at = word_table_find(&t->notes_of, w->text);
    const uint32_t *begins = word_table_find(&t->form_begin, w->text);
    w->begins_form = begins && *begins;
    if (at && *at) {
        const struct word_note *n = &t->notes[*at - 1];
        w->title = n->title;
        w->article = n->article;
        w->common = n->common;
        w->particle = n->particle;
        w->given = n->given;
        w->counts = n->counts;
        w->number = n->number;
        memcpy(w->groups, n->groups, sizeof w->groups);
    }
    at = word_table_find(&t->long_forms, w->close);
    w->long_form = at ? *at : 0;
    at = word_table_find(&t->groups_of_sound, w->close);
    if (w->groups[0] == 0 && at && w->kind != WORD_INITIAL)
        w->groups[0] = *at;
    w->given |= w->groups[0] && t->group_is_given[w->groups[0] - 1];
    for (size_t i = 0; i < t->patronymic_count; i++) {
        struct text ending = t->patronymics[i];
        w->patronymic |= w->text.len > ending.len + 1 &&
                         memcmp(w->text.at + w->text.len - ending.len, ending.at, ending.len) == 0;
    }
}

/* "21st" is 21. */
static void strip_ordinal(const struct name_tables *t, struct word *w)
{
    size_t digits = 0;
    while (digits < w->text.len && byte_is_digit(w->text.at[digits]))
        digits++;
    for (size_t i = 0; digits && i < t->ordinal_count; i++)
        if (text_equal(text_slice(w->text, digits, w->text.len), t->ordinals[i]))
            w->text.len = digits;
}

static struct word *make_word(struct lexicon *l, struct text raw)
{
    const struct name_tables *t = l->tables;
    char latin[WORD_BYTES], close[WORD_BYTES], loose[WORD_BYTES];
    struct word *w = arena_make(&l->arena, struct word);
    w->text = arena_copy(&l->arena, word_in_latin(t, raw, latin));
    w->kind = kind_of(raw, w->text);
    strip_ordinal(t, w);
    struct text key = close_key(t, w->text, close);
    w->close = key.len ? arena_copy(&l->arena, key) : w->text;
    key = rewrite_word(&t->loose, w->close, loose);
    w->loose = arena_copy(&l->arena, (struct text){loose, undouble(loose, key.len)});
    w->close_hash = text_hash(w->close);
    note_word(t, w);
    w->weight = weight_of(t, w);
    return w;
}

static size_t lexicon_slot(const struct lexicon *l, struct text raw)
{
    size_t at = text_hash(raw) & (l->size - 1);
    while (l->words[at] && !text_equal(l->raw[at], raw))
        at = (at + 1) & (l->size - 1);
    return at;
}

static void lexicon_grow(struct lexicon *l)
{
    struct lexicon old = *l;
    l->size *= 2;
    l->raw = heap_alloc(l->size, sizeof *l->raw);
    l->words = heap_alloc(l->size, sizeof *l->words);
    for (size_t i = 0; i < old.size; i++) {
        if (!old.words[i])
            continue;
        size_t at = lexicon_slot(l, old.raw[i]);
        l->raw[at] = old.raw[i];
        l->words[at] = old.words[i];
    }
    free(old.raw);
    free(old.words);
}

const struct word *lexicon_word(struct lexicon *l, struct text raw)
{
    size_t at = lexicon_slot(l, raw);
    if (l->words[at])
        return l->words[at];
    if (2 * (l->count + 1) > l->size) {
        lexicon_grow(l);
        at = lexicon_slot(l, raw);
    }
    l->raw[at] = arena_copy(&l->arena, raw);
    l->words[at] = make_word(l, raw);
    l->count++;
    return l->words[at];
}
