/* SPDX-License-Identifier: Apache-2.0
 *
 * Encodings: what comes out is UTF-8, and UTF-16 does not depend on how the bytes arrive.
 */
#include <config.h>

#include "target.h"

static struct arena kept = {.name = "charsets"};
static const char *const names[] = {"windows-1252", "windows-1251", "armscii-8", "iso-8859-1"};
enum { CHARSETS = sizeof names / sizeof *names };
static const struct charset *charsets[CHARSETS];

static void check_utf16(struct arena *a, struct text t, bool big_endian)
{
    char *whole = arena_alloc(a, 2 * t.len + 8, 1), *cut = arena_alloc(a, 2 * t.len + 64, 1);
    struct utf16 *u = utf16_new(big_endian);
    size_t whole_len = utf16_read(u, t, whole), cut_len = 0;
    utf16_free(u);
    MUST(whole_len <= 2 * t.len + 8, "%zu bytes became %zu", t.len, whole_len);
    u = utf16_new(big_endian);
    for (size_t i = 0; i < t.len; i++)
        cut_len += utf16_read(u, text_slice(t, i, i + 1), cut + cut_len);
    utf16_free(u);
    MUST(text_equal((struct text){whole, whole_len}, (struct text){cut, cut_len}),
         "byte by byte it is another text");
    for (size_t i = 0, bad; i < whole_len; i += bad + 1) {
        bool ok = text_is_utf8((struct text){whole + i, whole_len - i}, &bad);
        if (ok)
            break;
        MUST((unsigned char)whole[i + bad] == 0xFF, "no UTF-8 comes out");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text t = {(const char *)bytes, size}, out;
    struct arena a = ARENA("charset");
    size_t bad;
    for (size_t i = 0; i < CHARSETS; i++) {
        if (!charsets[i])
            charsets[i] = charset_new(&kept, text_of(names[i]));
        if (!charset_read(&a, charsets[i], t, &out, &bad))
            MUST(bad < t.len, "the wrong byte is outside");
        else
            MUST(text_is_utf8(out, &bad), "%s gives no UTF-8", names[i]);
    }
    if (text_is_utf8(t, &bad)) {
        bool mended = text_mend_double(&a, charsets[0], t, &out);
        MUST(text_is_utf8(out, &bad), "what was mended is no UTF-8");
        MUST(mended || text_equal(t, out), "what was not mended is another text");
    }
    check_utf16(&a, t, true);
    check_utf16(&a, t, false);
    arena_free(&a);
    return 0;
}
