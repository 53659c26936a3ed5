/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: one cell of a file as a value of the vocabulary, as its format says.
 */
#ifndef FILING_DECODE_H
#define FILING_DECODE_H

#include "filing/format.h"

enum decoding { DECODED, DECODE_BAD };

/* What a cell is besides its text. Cells of spreadsheets know whether they are numbers or dates. */
enum cell_nature { CELL_IS_TEXT, CELL_IS_NUMBER, CELL_IS_DATE };

struct decoder {
    const struct format *format;
    struct arena *arena;     /* for texts */
    enum cell_nature nature; /* of the cell at hand */
    struct text currency;    /* the cell of the currency column, if there is one */
    currency told;           /* the currency that the mapping or the column's name tells; 0: none */
    struct text upper;       /* cell of the amount's upper end */
    struct text dates;       /* the file's own pattern for dates; empty: the format's */
    struct text expected;    /* after DECODE_BAD: what would have fitted */
    const char *code;        /* ... and the message's code */
};

/* A cell may also say nothing (unknown) or that there is none (absent). */
enum decoding cell_decode(struct decoder *, const struct mapping *, struct text cell,
                          struct value *out);

#endif
