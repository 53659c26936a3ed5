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
void pack_number(struct pack *, uint64_t);
void pack_signed(struct pack *, int64_t);
void pack_text(struct pack *, struct text);
void pack_value(struct pack *, const struct value *);
/* A number in decimal digits, for texts. */
void pack_decimal(struct pack *, uint64_t);
/* The bytes as they are. */
void pack_raw(struct pack *, const void *bytes, size_t len);
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
