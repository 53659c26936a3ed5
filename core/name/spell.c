/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/spell.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "name/script.h"

/* --- cutting into words --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum part_of_word { PART_LETTER, PART_NOTHING, PART_BETWEEN };

static enum part_of_word part_of(UChar32 c)
{
    static const UChar32 apostrophes[] = {'\'',   '`',    0xB4,   0x2B9,  0x2BA,  0x2BB, 0x2BC,
                                          0x2BD,  0x2018, 0x2019, 0x201B, 0x2032, 0x55A, 0x5F3,
                                          0xFF07, 0x200B, 0x200C, 0x200D, 0xAD,   0x55F};
    for (size_t i = 0; i < sizeof apostrophes / sizeof *apostrophes; i++)
        if (c == apostrophes[i])
            return PART_NOTHING;
    int type = u_charType(c);
    bool mark = type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
    return u_isalnum(c) || mark ? PART_LETTER : PART_BETWEEN;
}

/* The words of bytes that are lower-case already, in place: apostrophes are closed up. */
struct cutting {
    struct text *out;
    size_t most, count;
    char *begin, *end; /* of the word at hand */
};

static void end_word(struct cutting *c)
{
    if (c->end > c->begin && c->count < c->most)
        c->out[c->count++] = (struct text){c->begin, (size_t)(c->end - c->begin)};
}

static void begin_word(struct cutting *c, char *at)
{
    end_word(c);
    c->begin = c->end = at;
}

static void take_letter(struct cutting *c, const char *bytes, size_t len)
{
    if ((size_t)(c->end - c->begin) + len >= WORD_BYTES)
        begin_word(c, c->end);
    memmove(c->end, bytes, len);
    c->end += len;
}

static size_t cut_ascii(struct cutting *c, char *bytes, size_t len)
{
    begin_word(c, bytes);
    for (size_t i = 0; i < len; i++) {
        char b = bytes[i];
        if ((b >= 'a' && b <= 'z') || is_digit(b))
            take_letter(c, bytes + i, 1);
        else if (b != '\'' && b != '`')
            begin_word(c, bytes + i + 1);
    }
    end_word(c);
    return c->count;
}

/* The character at the front of well-formed UTF-8, and its bytes. */
static size_t next_character(const char *at, UChar32 *point)
{
    const unsigned char *s = (const unsigned char *)at;
    size_t len = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    *point = len == 1 ? s[0] : s[0] & (0x7F >> len);
    for (size_t i = 1; i < len; i++)
        *point = *point << 6 | (s[i] & 0x3F);
    return len;
}

static size_t cut_utf8(struct cutting *c, char *bytes, size_t len)
{
    begin_word(c, bytes);
    for (size_t i = 0, step; i < len; i += step) {
        UChar32 point;
        step = next_character(bytes + i, &point);
        enum part_of_word part = part_of(point);
        if (part == PART_LETTER)
            take_letter(c, bytes + i, step);
        else if (part == PART_BETWEEN)
            begin_word(c, bytes + i + step);
    }
    end_word(c);
    return c->count;
}

static bool small_ascii(struct text name, char *out)
{
    unsigned char seen = 0;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char b = (unsigned char)name.at[i];
        seen |= b;
        out[i] = (char)(b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b);
    }
    return seen < 0x80;
}

/* Unicode NFKC with case folded; empty when ICU cannot. */
static struct text fold_unicode(struct arena *a, struct text name)
{
    enum { MOST = 100000, GROWS = 4 };
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFKCCasefoldInstance(&error);
    int32_t most = name.len > MOST ? MOST : (int32_t)name.len, count = 0, bytes = 0;
    UChar *wide = arena_array(a, (size_t)most + 1, UChar);
    UChar *folded = arena_array(a, (size_t)most * GROWS + 32, UChar);
    u_strFromUTF8WithSub(wide, most + 1, &count, name.at, most, 0xFFFD, NULL, &error);
    count = unorm2_normalize(form, wide, count, folded, most * GROWS + 32, &error);
    char *out = arena_alloc(a, (size_t)(U_FAILURE(error) ? 0 : count) * 3 + 1, 1);
    u_strToUTF8(out, U_FAILURE(error) ? 0 : count * 3 + 1, &bytes, folded, count, &error);
    return U_FAILURE(error) ? TEXT("") : (struct text){out, (size_t)bytes};
}

size_t raw_words(struct arena *a, struct text name, struct text *out, size_t most)
{
    struct cutting c = {.out = out, .most = most};
    char *bytes = arena_alloc(a, name.len + 1, 1);
    if (small_ascii(name, bytes))
        return cut_ascii(&c, bytes, name.len);
    struct text folded = fold_unicode(a, name);
    bytes = arena_alloc(a, folded.len + 1, 1);
    if (folded.len)
        memcpy(bytes, folded.at, folded.len);
    return cut_utf8(&c, bytes, folded.len);
}

/* --- Latin letters --- */

/* Letters of two scripts, or digits among letters. */
static bool is_mixed(struct text raw)
{
    size_t letters = 0, digits = 0, others = 0;
    for (size_t i = 0; i < raw.len; i++) {
        unsigned char b = (unsigned char)raw.at[i];
        letters += b >= 'a' && b <= 'z';
        digits += is_digit(raw.at[i]);
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
        if (kept == 0 || at[kept - 1] != at[i] || is_digit(at[i]))
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

struct lexicon {
    const struct name_tables *tables;
    struct arena arena, scratch;
    struct text *raw;
    struct word **words;
    size_t size, count;
};

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
        digit |= is_digit(latin.at[i]);
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
    while (digits < w->text.len && is_digit(w->text.at[digits]))
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
    struct text raw[NAME_WORDS];
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
    if (sort == PROFILE_PERSON)
        split_letters(l, out);
    else
        write_abbreviations(l, out, sort);
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
