/* SPDX-License-Identifier: Apache-2.0
 *
 * Encodings of text through iconv: those with one byte a character and ASCII below 128
 * (windows-1252, windows-1251, ARMSCII-8, ...), and UTF-16.
 */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include "base/arena.h"

struct charset {
    struct text name;
    uint32_t characters[256]; /* Unicode; 0: the byte means nothing */
};

/* In the arena; NULL when iconv knows no such encoding or it is of another kind. */
const struct charset *charset_new(struct arena *, struct text name);
/* The text as UTF-8, in the arena (or itself when it is ASCII). False, with the offset of the byte,
 * when a byte means nothing. */
bool charset_read(struct arena *, const struct charset *, struct text, struct text *out,
                  size_t *bad);
/* Text that was read as windows-1252 although it was UTF-8 ("KÃ¶rber"), put right, also when that
 * happened more than once. False when there is nothing to mend: *out is the text itself. */
bool text_mend_double(struct arena *, const struct charset *windows_1252, struct text,
                      struct text *out);

/* UTF-16 block by block. */
struct utf16;
struct utf16 *utf16_new(bool big_endian);
void utf16_free(struct utf16 *);
/* Turns bytes into UTF-8 (at most twice as many, in `out`); half a character at the end is kept for
 * the next block. What is no UTF-16 becomes the byte FF, which no UTF-8 text has. Returns how many
 * bytes were written. */
size_t utf16_read(struct utf16 *, struct text bytes, char *out);

#endif
