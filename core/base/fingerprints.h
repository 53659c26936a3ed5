/* SPDX-License-Identifier: Apache-2.0
 *
 * A set of fingerprints (32 hex digits), each with how often it is in it. Some 32 bytes for each,
 * so that a report of millions of findings can be remembered.
 */
#ifndef BASE_FINGERPRINTS_H
#define BASE_FINGERPRINTS_H

#include "base/text.h"

struct fingerprints {
    struct fingerprint_entry *entries; /* open addressing */
    size_t room, used;
};
#define FINGERPRINT_LEN 32

/* Whether the text is one: 32 digits or letters a to f. */
bool fingerprint_is(struct text);
/* Adds it once more; gives how often it is now in the set. */
uint64_t fingerprints_add(struct fingerprints *, const char *hex);
/* How often it is in the set. */
uint64_t fingerprints_count(const struct fingerprints *, const char *hex);
/* Takes it out once; false when it is not in the set. */
bool fingerprints_take(struct fingerprints *, const char *hex);
void fingerprints_free(struct fingerprints *);

#endif
