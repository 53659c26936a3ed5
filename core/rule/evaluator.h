/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what an evaluator of batches remembers, and the bit masks that its truths are
 * made of. Masks live in its arena, as long as the batch at hand.
 */
#ifndef RULE_EVALUATOR_H
#define RULE_EVALUATOR_H

#include "rule/search_memo.h"
#include "rule/vector.h"

enum { MOST_COLUMNS = 32 };

struct listed_memo;

/* Of one condition. */
struct shared {
    uint64_t batch; /* of which `truths` are */
    struct truths truths;
    struct listed_memo *listed;
    bool counted; /* `search` is its number in its column's memo */
    unsigned search;
};

/* What is learnt of a column once a batch. */
struct learnt {
    const uint8_t *knowledge; /* which column */
    uint64_t *masks[VALUE_KNOWN + 1];
    bool looked, plain; /* amounts are all in one currency, and none is a range */
    currency money;
};

struct evaluator {
    const uint64_t *interest; /* rows for which a search is of interest; NULL: all */
    struct arena arena;       /* of the batch at hand */
    struct shared *shared;
    size_t shared_count;
    uint64_t batch;
    struct pack key;                     /* of the actor at hand */
    struct learnt columns[MOST_COLUMNS]; /* of the batch at hand */
    size_t column_count;
    struct search_memo **memos; /* one a field of the records, where it is searched */
    size_t memo_count;
};

/* What is learnt of the column that the vector is of; NULL: there are too many to remember. */
struct learnt *learnt_of(struct evaluator *, const struct vector *);

/* Words of 64 rows that a mask has. */
static inline size_t words_of(const struct frame *f)
{
    return (f->count + 63) / 64;
}

/* The rows of word `w` that exist. */
static inline uint64_t rows_of_word(const struct frame *f, size_t w)
{
    size_t left = f->count - w * 64;
    return left >= 64 ? UINT64_MAX : ((uint64_t)1 << left) - 1;
}

static inline void set_bit(uint64_t *mask, size_t row)
{
    mask[row / 64] |= (uint64_t)1 << row % 64;
}

static inline void set_truth(struct truths *out, size_t row, enum truth t)
{
    if (t == TRUTH_TRUE)
        set_bit(out->yes, row);
    else if (t == TRUTH_UNKNOWN)
        set_bit(out->unknown, row);
}

/* Whether a search for the row is of use: the conditions beside it leave it open. */
static inline bool is_of_interest(const struct evaluator *e, size_t row)
{
    return !e->interest || (e->interest[row / 64] >> row % 64 & 1);
}

/* All false. */
struct truths truths_new(struct evaluator *, const struct frame *);
/* A byte a row, 0, rounded up to whole words. */
uint8_t *flags_new(struct evaluator *, const struct frame *);
/* Rows whose knowledge is `k`; not to be changed: others look at it, too. */
uint64_t *mask_knowledge(struct evaluator *, const struct frame *, const struct vector *,
                         enum knowledge k);
/* From flags that hold of the known values: rows with an unknown one are unknown, rows with an
 * absent one are as `absent` says. */
struct truths flag_truths(struct evaluator *, const struct frame *, const uint8_t *flags,
                          const struct vector *a, const struct vector *b, bool absent);

/* The condition row by row, by the reference. */
struct truths scalar_truths(struct evaluator *, const struct term *, const struct frame *);
/* ==, ~=, <, ...: of numbers, days, amounts and codes all rows at once. */
struct truths compare_truths(struct evaluator *, const struct term *, const struct frame *);
/* matches(), and listed(): once for each of the latest distinct texts or actors. */
struct truths matches_truths(struct evaluator *, const struct term *, const struct frame *);
struct truths listed_truths(struct evaluator *, const struct term *, const struct frame *);
/* What a search remembers of a condition; NULL may be given. */
void listed_memo_free(struct listed_memo *);
/* The code of a literal among the codes of the field that it is compared with. */
bool code_of(const struct term *field, const struct value *literal, uint16_t *code);

#endif
