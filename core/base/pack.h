/* SPDX-License-Identifier: Apache-2.0
 *
 * Bytes that are written once and read back in the same order: what one worker found, groups that
 * wait on disk, partial results. Numbers have seven bits a byte, least first.
 */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include "base/value.h"

struct pack {
    char *bytes;
    size_t len, capacity;
};
void pack_free(struct pack *);
/* Makes sure that so many more bytes fit; they are written to what it gives, and `len` raised. */
char *pack_widen(struct pack *, size_t more);
static inline char *pack_room(struct pack *p, size_t more)
{
    return p->capacity - p->len >= more ? p->bytes + p->len : pack_widen(p, more);
}
enum { PACK_NUMBER_BYTES = 10 };
static inline void pack_number(struct pack *p, uint64_t n)
{
    char *at = pack_room(p, PACK_NUMBER_BYTES), *begin = at;
    for (; n >= 0x80; n >>= 7)
        *at++ = (char)(n | 0x80);
    *at++ = (char)n;
    p->len += (size_t)(at - begin);
}
static inline void pack_signed(struct pack *p, int64_t n)
{
    pack_number(p, (uint64_t)n << 1 ^ (n < 0 ? UINT64_MAX : 0));
}
/* The bytes as they are. */
static inline void pack_raw(struct pack *p, const void *bytes, size_t len)
{
    char *at = pack_room(p, len);
    if (len)
        memcpy(at, bytes, len);
    p->len += len;
}
static inline void pack_text(struct pack *p, struct text t)
{
    pack_number(p, t.len);
    pack_raw(p, t.at, t.len);
}
void pack_value(struct pack *, const struct value *);
/* A number in decimal digits, for texts. */
void pack_decimal(struct pack *, uint64_t);
static inline struct text pack_whole(const struct pack *p)
{
    return (struct text){p->bytes, p->len};
}

/* Reading. What is cut or malformed gives zeros and sets `broken`. */
struct unpack {
    const char *at, *end;
    bool broken;
};
static inline struct unpack unpack_of(struct text t)
{
    const char *at = t.at ? t.at : ""; /* an empty text may have no bytes at all */
    return (struct unpack){at, at + t.len, false};
}
uint64_t unpack_number(struct unpack *);
int64_t unpack_signed(struct unpack *);
/* Texts point into the packed bytes. */
struct text unpack_text(struct unpack *);
struct value unpack_value(struct unpack *);
/* So many bytes as they are; empty when there are not so many. */
struct text unpack_raw(struct unpack *, size_t len);
/* A number that counts things of at least one byte each, so that it cannot be larger than the rest.
 */
size_t unpack_count(struct unpack *);

#endif
