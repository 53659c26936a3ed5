/* SPDX-License-Identifier: Apache-2.0
 *
 * Conditions over all rows of a batch at once. A truth is two bit masks; what several rules ask is
 * worked out once a batch. The results are those of eval_scalar.c, which also does the work where
 * there is nothing to gain: a test holds both together.
 */
#ifndef RULE_EVAL_BATCH_H
#define RULE_EVAL_BATCH_H

#include "rule/condition.h"

/* Bit r of word r / 64 belongs to row r; a row in neither is false. Rows beyond the batch are 0. */
struct truths {
    uint64_t *yes, *unknown;
};

/* Numbers conditions (and those within) so that equal ones share their number, counted from 1. The
 * day that decides, the jurisdiction and its elections belong to what a condition means. */
struct sharing_place {
    struct text jurisdiction;
    size_t basis;
    const void *calendar;
};
struct sharing;
struct sharing *sharing_new(void);
void sharing_free(struct sharing *);
void sharing_add(struct sharing *, struct term *, const struct sharing_place *);
size_t sharing_count(const struct sharing *);
/* Whether two terms mean the same, on the same day of the same jurisdiction. */
bool term_same(const struct term *, const struct term *);

/* Values over rows: of a column, of the sums of groups. A vector that the type does not need is
 * NULL. */
struct vector {
    enum type type;
    bool constant; /* all rows have `value` */
    struct value value;
    const uint8_t *knowledge;
    const int64_t *number, *most;
    const currency *currency;
    const struct text *text;
    const uint16_t *code;
};

/* The rows, and the law under which they are looked at. */
struct frame {
    const struct lawbase *law;
    const struct registers *registers; /* NULL: none were given */
    struct text jurisdiction;
    const struct batch *batch; /* NULL: groups, which have slots only */
    size_t count;
    const uint8_t *on_knowledge; /* the day that decides, row by row */
    const int64_t *on;
    const struct vector *slots;
    size_t slot_count;
    struct name_search *search; /* of the registers; may be NULL */
};

/* Flags of 0 and 1, one a row and rounded up to whole words, as bits. */
void mask_flags(const uint8_t *flags, size_t words, uint64_t *mask);

struct evaluator;
/* For terms whose numbers are at most `shared`. */
struct evaluator *evaluator_new(size_t shared);
void evaluator_free(struct evaluator *);
/* Begins with new rows; results for older ones are gone. */
void evaluator_begin(struct evaluator *);
struct truths evaluator_truths(struct evaluator *, const struct term *, const struct frame *);

#endif
