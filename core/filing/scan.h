/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: where the cells and rows of a table in text end, 64 bytes at a time. Quotes
 * are counted: a separator behind an odd number of them is text. That holds as long as each
 * quote opens a cell, closes one, or is doubled; the first row of which it does not hold, or that
 * is not whole, is left to csv_next(), which knows what real files have in store.
 */
#ifndef FILING_SCAN_H
#define FILING_SCAN_H

#include "filing/reader.h"

enum { SCAN_MOST_ROWS = 1024 };

struct scanned_row {
    uint32_t begin; /* offset of its first byte */
    uint32_t cell;  /* index in `ends` of its first cell */
    uint32_t line;  /* line feeds between the window's begin and the row's */
    uint32_t other; /* how far behind the window's begin the last byte before it lies that is not
                     * ASCII, or NUL, as an offset and one; 0: there is none */
};

/* rows[row_count] is where the next row begins. */
struct scan {
    uint32_t *ends; /* offset of the separator behind each cell */
    size_t room;
    struct scanned_row rows[SCAN_MOST_ROWS + 1];
    size_t row_count;
};
void scan_free(struct scan *);
/* The complete rows at the front of the window, up to SCAN_MOST_ROWS. */
void scan_rows(struct scan *, struct text window, const struct csv_style *);

/* How many bytes the complete rows at the front of the window take that csv_next() would read from
 * it, whatever they are like; *lines is how many lines that is. `last`: the file ends with the
 * window. 0: not even one row is complete. */
size_t scan_cut(struct text window, const struct csv_style *, bool last, uint64_t *lines);

/* Which instructions find the separators; the first that the machine has is taken. */
enum scan_level { SCAN_BEST, SCAN_PLAIN, SCAN_SSE2, SCAN_AVX2, SCAN_NEON };
/* For tests, before any scan; false: the machine does not have it. */
bool scan_use(enum scan_level);

#endif
