/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/charset.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#define NO_ICONV ((iconv_t)-1)

static size_t put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
}

/* --- one byte a character --- */

static uint32_t character_of(iconv_t to_utf32, unsigned char byte)
{
    char in[1] = {(char)byte}, *from = in;
    unsigned char out[8], *to = out;
    char *to_bytes = (char *)to;
    size_t left = 1, room = sizeof out;
    iconv(to_utf32, NULL, NULL, NULL, NULL);
    if (iconv(to_utf32, &from, &left, &to_bytes, &room) == (size_t)-1 || left || room != 4)
        return 0;
    uint32_t c = (uint32_t)out[0] | (uint32_t)out[1] << 8 | (uint32_t)out[2] << 16;
    return c < 0x10000 ? c : 0;
}

/* iconv passes over blanks, and takes instructions behind a slash. */
static bool is_name(struct text t)
{
    for (size_t i = 0; i < t.len; i++)
        if (!isalnum((unsigned char)t.at[i]) && !(t.at[i] && strchr("-_.:", t.at[i])))
            return false;
    return t.len > 0;
}

const struct charset *charset_new(struct arena *a, struct text name)
{
    if (!is_name(name))
        return NULL;
    struct charset *c = arena_make(a, struct charset);
    c->name = arena_copy(a, name);
    iconv_t to_utf32 = iconv_open("UTF-32LE", c->name.at);
    if (to_utf32 == NO_ICONV)
        return NULL;
    bool ascii = true;
    for (unsigned i = 0; i < 256; i++) {
        c->characters[i] = character_of(to_utf32, (unsigned char)i);
        ascii &= i >= 128 || c->characters[i] == i;
    }
    iconv_close(to_utf32);
    return ascii ? c : NULL;
}

bool charset_read(struct arena *a, const struct charset *c, struct text t, struct text *out,
                  size_t *bad)
{
    size_t i = 0, len = 0;
    while (i < t.len && (unsigned char)t.at[i] < 0x80)
        i++;
    *out = t;
    if (i == t.len)
        return true;
    char *bytes = arena_alloc(a, t.len * 3 + 1, 1);
    for (i = 0; i < t.len; i++) {
        uint32_t code = c->characters[(unsigned char)t.at[i]];
        if (code == 0 && t.at[i] != 0) {
            *bad = i;
            return false;
        }
        len += put_utf8(bytes + len, code);
    }
    *out = (struct text){bytes, len};
    return true;
}

/* --- encoded twice --- */

static size_t take_utf8(struct text t, uint32_t *c)
{
    static const uint32_t first[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned char lead = (unsigned char)t.at[0];
    size_t len = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    *c = lead & first[len];
    for (size_t i = 1; i < len; i++)
        *c = *c << 6 | ((unsigned char)t.at[i] & 0x3F);
    return len;
}

/* The byte that stands for a character; 0: none above ASCII. Bytes that windows-1252 leaves open
 * were passed on as control characters. */
static unsigned char byte_of(const struct charset *w, uint32_t c)
{
    if (c >= 0x80 && c < 0xA0 && w->characters[c] == 0)
        return (unsigned char)c;
    for (unsigned i = 128; i < 256; i++)
        if (w->characters[i] == c)
            return (unsigned char)i;
    return 0;
}

/* The character that was taken apart at the front of `t`, and the bytes of `t` that it takes. */
static size_t mend_one(const struct charset *w, struct text t, char *out, size_t *out_len)
{
    size_t used = 0, need = 0, len = 0, bad;
    while (used < t.len && (need == 0 || len < need)) {
        uint32_t c;
        size_t step = take_utf8(text_slice(t, used, t.len), &c);
        unsigned char byte = byte_of(w, c);
        if (byte == 0)
            return 0;
        if (need == 0)
            need = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0;
        if (need == 0)
            return 0;
        out[len++] = (char)byte;
        used += step;
    }
    if (len != need || !text_is_utf8((struct text){out, len}, &bad))
        return 0;
    *out_len = len;
    return used;
}

static bool mend_once(struct arena *a, const struct charset *w, struct text t, struct text *out)
{
    char *bytes = arena_alloc(a, t.len + 4, 1);
    size_t len = 0;
    bool mended = false;
    for (size_t i = 0; i < t.len;) {
        char one[4];
        size_t one_len = 0;
        size_t used = (unsigned char)t.at[i] < 0x80
                          ? 0
                          : mend_one(w, text_slice(t, i, t.len), one, &one_len);
        if (used) {
            memcpy(bytes + len, one, one_len);
            len += one_len;
            i += used;
            mended = true;
        } else {
            bytes[len++] = t.at[i++];
        }
        while (!used && i < t.len && ((unsigned char)t.at[i] & 0xC0) == 0x80)
            bytes[len++] = t.at[i++];
    }
    *out = (struct text){bytes, len};
    return mended;
}

bool text_mend_double(struct arena *a, const struct charset *w, struct text t, struct text *out)
{
    enum { MOST_TIMES = 3 };
    struct text better;
    size_t times = 0, bad;
    *out = t;
    if (!text_is_utf8(t, &bad))
        return false;
    while (times < MOST_TIMES && mend_once(a, w, *out, &better)) {
        *out = better;
        times++;
    }
    return times > 0;
}

/* --- UTF-16 --- */

struct utf16 {
    iconv_t to_utf8;
    char kept[4]; /* the beginning of a character */
    size_t kept_len;
};

struct utf16 *utf16_new(bool big_endian)
{
    struct utf16 *u = heap_alloc(1, sizeof *u);
    u->to_utf8 = iconv_open("UTF-8", big_endian ? "UTF-16BE" : "UTF-16LE");
    if (u->to_utf8 != NO_ICONV)
        return u;
    free(u);
    return NULL;
}

void utf16_free(struct utf16 *u)
{
    if (u)
        iconv_close(u->to_utf8);
    free(u);
}

size_t utf16_read(struct utf16 *u, struct text bytes, char *out)
{
    char *whole = heap_alloc(bytes.len + sizeof u->kept, 1), *from = whole, *to = out;
    memcpy(whole, u->kept, u->kept_len);
    memcpy(whole + u->kept_len, bytes.at, bytes.len);
    size_t left = u->kept_len + bytes.len, room = 2 * left + 4;
    while (left > 0 && iconv(u->to_utf8, &from, &left, &to, &room) == (size_t)-1 &&
           errno != EINVAL) {
        *to++ = '\xFF';
        room--;
        from += left < 2 ? left : 2;
        left -= left < 2 ? left : 2;
    }
    u->kept_len = left < sizeof u->kept ? left : 0;
    memcpy(u->kept, from, u->kept_len);
    free(whole);
    return (size_t)(to - out);
}
