/* SPDX-License-Identifier: Apache-2.0
 *
 * PCRE2 behind one file: UTF-8, JIT where it is to be had, and limits on matching so that
 * no pattern can hang the program.
 */
#ifndef BASE_REGEX_H
#define BASE_REGEX_H

#include "base/arena.h"

struct regex;
enum regex_result { REGEX_NO_MATCH, REGEX_MATCH, REGEX_LIMIT };

/* NULL on a wrong pattern: *why (static or in the arena) and *offset tell. */
struct regex *regex_new(struct arena *for_why, struct text pattern, struct text *why,
                        size_t *offset);
void regex_free(struct regex *);
/* Searches anywhere. group, if not NULL, becomes the text of group 1 (or the whole match when the
 * pattern has no group; unset group: {NULL, 0}). Ill-formed UTF-8 never matches. */
/* Several threads may search with one regex. */
enum regex_result regex_search(const struct regex *, struct text subject, struct text *group);

#endif
