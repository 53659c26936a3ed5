/* SPDX-License-Identifier: Apache-2.0
 *
 * A batch: some thousand records of one type from one file as typed columns.
 */
#ifndef FILING_BATCH_H
#define FILING_BATCH_H

#include "filing/vocabulary.h"

/* One field over the rows. Vectors that the type does not need are NULL. */
struct column {
    bool mapped;        /* the file's format says something about this field */
    uint8_t *knowledge; /* enum knowledge */
    int64_t *number;
    int64_t *most; /* money: the upper end of the amount */
    currency *currency;
    struct text *text;
    uint16_t *code; /* codes and countries as numbers: see field_code() and country_code() */
};

struct batch {
    struct arena arena;   /* texts of the rows; reset by batch_clear */
    struct arena vectors; /* the columns themselves */
    const struct record_type *record;
    struct text file; /* as the user gave it */
    size_t input;     /* index of the input */
    size_t capacity, count;
    struct column *columns; /* one a field */
    uint64_t *line;         /* where the row begins, from 1 */
    /* A row of which some cell could not be read: that cell is unknown. Such a row is
     * judged by no rule and only taints the groups it might belong to. */
    bool *unreadable;
    /* source["Name"]: the file's own cells, for the names asked for. `at` NULL when the file has no
     * such column. */
    const struct text *source_names;
    size_t source_count;
    struct text **source; /* [name][row] */
};

void batch_init(struct batch *, const struct record_type *, size_t capacity,
                const struct text *source_names, size_t source_count);
void batch_clear(struct batch *);
void batch_free(struct batch *);

/* Adds an empty row (all unknown) and gives its index. The batch must not be full. */
size_t batch_add(struct batch *, uint64_t line);
void batch_set(struct batch *, size_t row, size_t field, const struct value *);
struct value batch_value(const struct batch *, size_t row, size_t field);
/* Whether the record only explains another one, so that its amount must not be added up. */
bool batch_is_memo(const struct batch *, size_t row);

#endif
