/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what gzip packed, held against the check sum and the length behind each member
 * (RFC 1952), at which libarchive does not look: without, a flipped bit could change an amount.
 */
#ifndef FILING_GUNZIP_H
#define FILING_GUNZIP_H

#include "filing/reader.h"

struct gunzip;
/* Unpacks what the source, which must outlive it, gives. */
struct gunzip *gunzip_new(struct byte_source packed);
void gunzip_free(struct gunzip *);
/* Up to `size` bytes; 0 at the end, -1 when it is not whole (*why: static, or the source's). */
ssize_t gunzip_pull(struct gunzip *, char *bytes, size_t size, const char **why);

#endif
