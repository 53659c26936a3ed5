/* SPDX-License-Identifier: Apache-2.0
 *
 * The first rows of a table that no format knows: how it is cut and encoded, and what its columns
 * look like.
 */
#ifndef FILING_SAMPLE_H
#define FILING_SAMPLE_H

#include "filing/input.h"

enum { SAMPLE_ROWS = 1000, SAMPLE_CODES = 40, SAMPLE_TOTALS = 100000, SAMPLE_ASIDES = 2 };

/* What all values of a column that are not empty have in common; the first that fits. */
enum shape {
    SHAPE_EMPTY,
    SHAPE_BOOL,
    SHAPE_DATE,
    SHAPE_PERCENT,
    SHAPE_AMOUNT,
    SHAPE_COUNTRY,
    SHAPE_TEXT
};

struct column_sample {
    struct text name;
    struct text *values; /* distinct, as first met */
    size_t value_count;  /* beyond SAMPLE_CODES they are no codes */
    size_t filled;       /* rows in which it is not empty */
    size_t in_totals;    /* likewise of the rows that add up others */
    struct text *asides; /* of a column of dates: values that are none, like "no" */
    size_t aside_count;
    char separator; /* of a column of countries: what parts several of them, or 0 */
    enum shape shape;
    struct text dates;         /* pattern that fits all values ... */
    struct text other_dates;   /* ... and another that does as well, or empty */
    struct number_style style; /* of amounts and percentages */
    bool style_unsure;         /* a separator was met that may be either: "1,234" */
    struct text
        at_most; /* that stands before amounts of which only the upper end is told, or empty */
    struct text symbol; /* that stands before or behind the numbers, or empty */
    currency currency;  /* that the symbol or the column's name tells; 0: none */
};

struct sample {
    struct text encoding; /* "utf-8", or what the bytes look most like ... */
    bool encoding_unsure; /* ... which is not certain */
    char delimiter;
    size_t skipped; /* rows above the header */
    struct column_sample *columns;
    size_t column_count;
    size_t rows; /* rows looked at */
    /* Rows, among the table's first SAMPLE_TOTALS, that add up others; the distinct cells that say
     * so
     * ("Total"), and the column in which the first one stands. */
    size_t total_rows, total_column;
    struct text *totals;
    size_t total_count;
    struct text first; /* header and first row as they stand, as UTF-8 */
};

/* `totals`: the words of rows that add up others, a list; may be NULL. False after a message: JSON
 * or .fec, or no table. */
bool sample_read(struct input *raw, struct arena *, const struct node *totals, struct sample *);

#endif
