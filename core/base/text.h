/* SPDX-License-Identifier: Apache-2.0
 *
 * A view of bytes with a length. It owns nothing, is not NUL-terminated, and
 * may hold any byte, NUL included. The empty text is {"", 0} or {NULL, 0}.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct text {
    const char *at;
    size_t len;
};

/* A text from a string literal: TEXT("x") in code, TEXT_INIT("x") in a table. */
#define TEXT_INIT(literal) \
    { \
        "" literal, sizeof(literal) - 1 \
    }
#define TEXT(literal) ((struct text)TEXT_INIT(literal))
/* The two arguments of printf's "%.*s". */
#define TEXT_ARG(t) (int)((t).len > 100000 ? 100000 : (t).len), ((t).at ? (t).at : "")

static inline struct text text_of(const char *string)
{
    return (struct text){string, string ? strlen(string) : 0};
}

static inline bool text_equal(struct text a, struct text b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline struct text text_slice(struct text t, size_t from, size_t to)
{
    return (struct text){from ? t.at + from : t.at, to - from}; /* NULL + 0 is undefined */
}

/* Byte order, shorter first on a common prefix: <0, 0, >0. */
int text_compare(struct text a, struct text b);
/* ASCII letters compare without case; other bytes as they are. */
bool text_equal_ascii(struct text a, struct text b);
bool text_starts(struct text t, struct text prefix);
/* Without blanks at both ends: space, tab, CR, LF, and the no-break space. */
struct text text_trim(struct text t);
/* For tables: equal texts have equal hashes. */
uint64_t text_hash(struct text t);
/* Index of the first `byte`, or t.len. */
size_t text_find(struct text t, char byte);
/* Cuts the part up to `separator` off the front of *rest; false when nothing is left. */
bool text_next(struct text *rest, char separator, struct text *part);
bool text_is_ascii(struct text t);
/* Whether the bytes are well-formed UTF-8; if not, *bad is the offset of the first wrong byte. */
bool text_is_utf8(struct text t, size_t *bad);
/* Writes it so that it cannot command a terminal: control characters and ill-formed bytes as \xHH.
 */
void text_show(FILE *, struct text);
/* How many characters (UTF-8) the bytes hold; every ill-formed byte counts as one. */
size_t text_characters(struct text t);
/* Edits between two short texts (at most 64 bytes each): letters put in, left out, replaced, or two
 * neighbours swapped; for "did you mean". */
unsigned text_distance(struct text a, struct text b);
/* Which of the names is nearest to the word, by at most two edits; `count`: none. */
size_t text_nearest(struct text word, const struct text *names, size_t count);

#endif
