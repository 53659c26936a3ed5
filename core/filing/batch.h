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
    struct text file;         /* as the user gave it */
    struct text jurisdiction; /* of the format: whose filings they are; may be empty */
    size_t input;             /* index of the input */
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
/* Here, since a value is wanted for each row and rule: a compiler that sees both ends need not
 * build it in memory. */
static inline struct value batch_value(const struct batch *b, size_t row, size_t field)
{
    const struct column *c = &b->columns[field];
    struct value v = {.type = b->record->fields[field].type,
                      .knowledge = (enum knowledge)c->knowledge[row]};
    if (c->text)
        v.text = c->text[row];
    else
        v.number = c->number[row];
    if (c->currency) {
        v.currency = c->currency[row];
        v.most = c->most[row];
        v.ranged = v.most != v.number;
    }
    return v;
}

/* Whether the record only explains another one, so that its amount must not be added up. */
static inline bool batch_is_memo(const struct batch *b, size_t row)
{
    const struct column *c = b->record->memo == SIZE_MAX ? NULL : &b->columns[b->record->memo];
    return c && c->knowledge[row] == VALUE_KNOWN && c->number[row];
}

#endif
