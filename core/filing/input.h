/* SPDX-License-Identifier: Apache-2.0
 *
 * One filing: a file (or "-" for standard input) read batch by batch through its format.
 * Rows that cannot be read are reported with line and column, counted, and lose nothing else.
 */
#ifndef FILING_INPUT_H
#define FILING_INPUT_H

#include "filing/format.h"

#define INPUT_MAX_ROW ((size_t)16 << 20) /* bytes of one row; a longer one is unreadable */

struct total {
    currency currency;
    __int128 minor;
};

struct input;
struct input_counts {
    uint64_t records;    /* rows read */
    uint64_t unreadable; /* rows that were not; not in `records` nor in the totals */
    uint64_t bytes, size; /* read so far, and of the whole file (0: not known) */
    const struct total *totals; /* all amounts of the readable records, by currency */
    size_t total_count;
};

/* Opens a file and finds its format: `forced` (may be NULL) or the one whose header columns are all in
 * the file; of several, the one with the most. NULL after messages: not there, a directory, empty,
 * binary, UTF-16, no format fits (says which come near and which columns they lack). */
struct input *input_open(struct diags *, const struct format_list *, const struct format *forced,
                         const char *path);
const struct format *input_format(const struct input *);
/* Clears the batch and fills it with the next rows. False at the end of the file. The batch must have been
 * made for the format's record type. */
bool input_next(struct input *, struct batch *);
struct input_counts input_counts(const struct input *);
/* False when reading broke off (an I/O error): already reported. */
bool input_complete(const struct input *);
void input_close(struct input *);

#endif
