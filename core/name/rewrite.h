/* SPDX-License-Identifier: Apache-2.0
 *
 * Letters for letters: a table of pieces of a word and what is written for them, applied from left
 * to right, the longest piece that fits first. "^" is the beginning of the word, "$" its end; of
 * two pieces of the same length the one that asks for more wins.
 */
#ifndef NAME_REWRITE_H
#define NAME_REWRITE_H

#include "base/arena.h"

enum { WORD_BYTES = 64 }; /* longer words are cut into several */

struct rewrite_rule {
    struct text from, to;
    bool at_begin, at_end;
};
struct rewrite {
    struct rewrite_rule *rules; /* by their first byte, after rewrite_finish() */
    size_t count;
    size_t first[257]; /* where the rules of each first byte begin */
};

/* False: an empty piece, or longer than a word. Texts must outlive the table. */
bool rewrite_add(struct rewrite *, struct arena *, struct text from, struct text to);
void rewrite_finish(struct rewrite *);
/* Writes at most WORD_BYTES - 1 bytes; what goes beyond is left out. Bytes that no rule is about
 * stay as they are. The text lies in `out`. */
struct text rewrite_word(const struct rewrite *, struct text word, char out[WORD_BYTES]);

#endif
