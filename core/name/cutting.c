/* SPDX-License-Identifier: Apache-2.0
 *
 * Cutting a name into words.
 */
#include <config.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "name/spell.h"

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
        if ((b >= 'a' && b <= 'z') || byte_is_digit(b))
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
