/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: one cell of a file as a value of the vocabulary, as its format says.
 */
#ifndef FILING_DECODE_H
#define FILING_DECODE_H

#include "filing/format.h"

enum decoding { DECODED, DECODE_BAD };

struct decoder {
    const struct format *format;
    struct arena *arena;    /* for texts */
    struct text currency;   /* the cell of the currency column, if there is one */
    struct text expected;   /* after DECODE_BAD: what would have fitted */
    const char *code;       /* ... and the message's code */
};

/* A cell may also say nothing (unknown) or that there is none (absent). */
enum decoding cell_decode(struct decoder *, const struct mapping *, struct text cell, struct value *out);

#endif
