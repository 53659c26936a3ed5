/* SPDX-License-Identifier: Apache-2.0
 *
 * Records written out with the names of the vocabulary; the formats "records" and "records-csv"
 * read them again as the same records. A fact that nobody told is left out (NDJSON) or empty (CSV);
 * one that is told not to be is null, or "(none)".
 */
#ifndef REPORT_RECORDS_H
#define REPORT_RECORDS_H

#include "filing/input.h"

struct record_writer {
    FILE *out;
    bool csv;
    bool with_source;            /* also file and line */
    const struct format *format; /* CSV: whose fields the header names */
    struct text *columns;
    size_t column_count;
    struct arena arena, values; /* columns; what one record needs */
};

/* Before the first batch of a table. False when it is CSV and the table has other columns than the
 * first one. */
bool records_begin(struct record_writer *, const struct format *);
/* All rows but the unreadable ones. */
void records_write(struct record_writer *, const struct batch *);
void records_free(struct record_writer *);

#endif
