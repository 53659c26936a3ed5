/* SPDX-License-Identifier: Apache-2.0
 *
 * SHA-256 (libsodium) over texts, with lengths in between so that ("ab","c") and ("a","bc") differ.
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/text.h"

struct digest {
    unsigned char state[256]; /* libsodium's, kept behind this file */
};
#define DIGEST_TEXT_SIZE 65

void digest_init(struct digest *);
void digest_add(struct digest *, struct text);
/* Bytes as they are, without their length: what `sha256sum` would see. */
void digest_add_bytes(struct digest *, struct text);
/* Lower-case hex of the first `bytes` bytes (at most 32). Returns buffer. */
const char *digest_end(struct digest *, size_t bytes, char buffer[DIGEST_TEXT_SIZE]);

#endif
