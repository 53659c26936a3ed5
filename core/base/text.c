/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/text.h"

int text_compare(struct text a, struct text b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.at, b.at, common) : 0;
    if (order)
        return order;
    return a.len < b.len ? -1 : a.len > b.len;
}

static char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_equal_ascii(struct text a, struct text b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.at[i]) != ascii_lower(b.at[i]))
            return false;
    return true;
}

bool text_starts(struct text t, struct text prefix)
{
    return t.len >= prefix.len && text_equal(text_slice(t, 0, prefix.len), prefix);
}

/* Bytes of the blank that begins at t.at[0]: 0, 1, or 2 for the no-break space. */
static size_t blank_at(struct text t)
{
    if (t.len == 0)
        return 0;
    char c = t.at[0];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
        return 1;
    return t.len > 1 && c == '\xC2' && t.at[1] == '\xA0' ? 2 : 0;
}

struct text text_trim(struct text t)
{
    for (size_t n; (n = blank_at(t)) > 0;)
        t = text_slice(t, n, t.len);
    while (t.len > 0) {
        if (blank_at(text_slice(t, t.len - 1, t.len)) == 1)
            t.len--;
        else if (t.len > 1 && blank_at(text_slice(t, t.len - 2, t.len)) == 2)
            t.len -= 2;
        else
            break;
    }
    return t;
}

size_t text_find(struct text t, char byte)
{
    const char *found = t.len ? memchr(t.at, byte, t.len) : NULL;
    return found ? (size_t)(found - t.at) : t.len;
}

bool text_next(struct text *rest, char separator, struct text *part)
{
    if (!rest->at)
        return false;
    size_t end = text_find(*rest, separator);
    *part = text_slice(*rest, 0, end);
    *rest = end < rest->len ? text_slice(*rest, end + 1, rest->len) : (struct text){NULL, 0};
    return true;
}

/* Length of the well-formed UTF-8 sequence at t.at[0], 0 when it is ill-formed.
 * Table 3-7 of the Unicode Standard: no surrogates, no overlong forms. */
static size_t sequence_at(struct text t)
{
    const unsigned char *s = (const unsigned char *)t.at;
    if (s[0] < 0x80)
        return 1;
    size_t len = s[0] >= 0xC2 && s[0] <= 0xDF   ? 2
                 : s[0] >= 0xE0 && s[0] <= 0xEF ? 3
                 : s[0] >= 0xF0 && s[0] <= 0xF4 ? 4
                                                : 0;
    if (len == 0 || len > t.len)
        return 0;
    unsigned char low = s[0] == 0xE0 ? 0xA0 : s[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = s[0] == 0xED ? 0x9F : s[0] == 0xF4 ? 0x8F : 0xBF;
    if (s[1] < low || s[1] > high)
        return 0;
    for (size_t i = 2; i < len; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

static uint64_t load_8(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* Fewer than eight bytes in one word, which tells them apart together with their number: the first,
 * middle and last, or two overlapping halves. */
static uint64_t load_few(struct text t)
{
    const unsigned char *s = (const unsigned char *)t.at;
    uint32_t first, last;
    if (t.len == 0)
        return 0;
    if (t.len < sizeof first)
        return s[0] | (uint64_t)s[t.len / 2] << 8 | (uint64_t)s[t.len - 1] << 16;
    memcpy(&first, t.at, sizeof first);
    memcpy(&last, t.at + t.len - sizeof last, sizeof last);
    return first | (uint64_t)last << 32;
}

static uint64_t hash_word(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
    return hash ^ hash >> 32;
}

/* Eight bytes at a time: multiplied, and the upper half folded down. The last eight overlap. */
uint64_t text_hash(struct text t)
{
    enum { WORD = sizeof(uint64_t) };
    uint64_t hash = t.len * 0x9E3779B97F4A7C15u;
    if (t.len < WORD)
        return hash_word(hash, load_few(t)) * 0x9E3779B97F4A7C15u;
    for (size_t i = 0; i + WORD < t.len; i += WORD)
        hash = hash_word(hash, load_8(t.at + i));
    return hash_word(hash, load_8(t.at + t.len - WORD)) * 0x9E3779B97F4A7C15u;
}

bool text_is_ascii(struct text t)
{
    uint64_t seen[4] = {0, 0, 0, 0}, words[4];
    size_t i = 0;
    for (; t.len - i >= sizeof words; i += sizeof words) {
        memcpy(words, t.at + i, sizeof words);
        for (size_t k = 0; k < 4; k++)
            seen[k] |= words[k];
    }
    unsigned char rest = 0;
    for (; i < t.len; i++)
        rest |= (unsigned char)t.at[i];
    return !((seen[0] | seen[1] | seen[2] | seen[3]) & 0x8080808080808080u) && rest < 0x80;
}

/* How many bytes at the front are ASCII, in steps of eight. */
static size_t skip_ascii(struct text t)
{
    const uint64_t high = 0x8080808080808080u;
    size_t i = 0;
    while (t.len - i >= 32 && !((load_8(t.at + i) | load_8(t.at + i + 8) | load_8(t.at + i + 16) |
                                 load_8(t.at + i + 24)) &
                                high))
        i += 32;
    while (t.len - i >= 8 && !(load_8(t.at + i) & high))
        i += 8;
    return i;
}

/* Letters of two bytes, as most other alphabets have, come several together. */
static size_t skip_pairs(struct text t)
{
    const unsigned char *s = (const unsigned char *)t.at;
    size_t i = 0;
    while (t.len - i >= 2 && s[i] >= 0xC2 && s[i] <= 0xDF && (s[i + 1] & 0xC0) == 0x80)
        i += 2;
    return i;
}

bool text_is_utf8(struct text t, size_t *bad)
{
    for (size_t i = 0; i < t.len;) {
        i += skip_ascii(text_slice(t, i, t.len));
        i += skip_pairs(text_slice(t, i, t.len));
        size_t len = i < t.len ? sequence_at(text_slice(t, i, t.len)) : 1;
        if (len == 0) {
            *bad = i;
            return false;
        }
        i += len;
    }
    return true;
}

size_t text_characters(struct text t)
{
    size_t count = 0;
    for (size_t i = 0; i < t.len; count++) {
        size_t len = sequence_at(text_slice(t, i, t.len));
        i += len ? len : 1;
    }
    return count;
}

/* How many bytes at the front can be shown as they are. */
static size_t showable(struct text t)
{
    size_t at = 0;
    while (at < t.len) {
        unsigned char c = (unsigned char)t.at[at];
        size_t len = c < 0x80 ? 1 : sequence_at(text_slice(t, at, t.len));
        /* C0 controls, DEL, and the C1 controls U+0080 to U+009F */
        bool control = c < 0x20 || c == 0x7F ||
                       (len == 2 && c == 0xC2 && (unsigned char)t.at[at + 1] < 0xA0);
        if (len == 0 || control)
            break;
        at += len;
    }
    return at;
}

void text_show(FILE *out, struct text t)
{
    while (t.len > 0) {
        size_t plain = showable(t);
        if (plain)
            fwrite(t.at, 1, plain, out);
        t = text_slice(t, plain, t.len);
        size_t len = t.len ? sequence_at(t) : 0, bad = t.len == 0 ? 0 : len ? len : 1;
        for (size_t i = 0; i < bad; i++)
            fprintf(out, "\\x%02X", (unsigned char)t.at[i]);
        t = text_slice(t, bad, t.len);
    }
}

unsigned text_distance(struct text a, struct text b)
{
    enum { MOST = 64 };
    if (a.len > MOST || b.len > MOST)
        return MOST;
    unsigned rows[3][MOST + 1]; /* of the letter, of the one before it, of the one before that */
    unsigned *row = rows[0], *before = rows[1], *second = rows[2];
    for (unsigned j = 0; j <= b.len; j++)
        before[j] = j;
    for (unsigned i = 1; i <= a.len; i++) {
        row[0] = i;
        for (unsigned j = 1; j <= b.len; j++) {
            char x = ascii_lower(a.at[i - 1]), y = ascii_lower(b.at[j - 1]);
            unsigned best = row[j - 1] < before[j] ? row[j - 1] + 1 : before[j] + 1;
            if (before[j - 1] + (x != y) < best)
                best = before[j - 1] + (x != y);
            if (i > 1 && j > 1 && x == ascii_lower(b.at[j - 2]) && y == ascii_lower(a.at[i - 2]) &&
                second[j - 2] + 1 < best)
                best = second[j - 2] + 1;
            row[j] = best;
        }
        unsigned *spare = second;
        second = before;
        before = row;
        row = spare;
    }
    return before[b.len];
}

size_t text_nearest(struct text word, const struct text *names, size_t count)
{
    unsigned best = 3;
    size_t nearest = count;
    for (size_t i = 0; i < count; i++) {
        unsigned distance = text_distance(word, names[i]);
        if (distance < best && distance < names[i].len) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}
