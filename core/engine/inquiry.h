/* SPDX-License-Identifier: Apache-2.0
 *
 * Records held against one rule, again and again: what the rule says of them, and which change of
 * one fact makes it say something else. Each answer is the judge's own: the records, or the records
 * with one cell changed, go through it as any others. A rule about single records is asked about
 * one; of a rule about groups all records of the finding are there.
 */
#ifndef ENGINE_INQUIRY_H
#define ENGINE_INQUIRY_H

#include "engine/judge.h"

struct inquiry {
    const struct plan *plan; /* of one task */
    const struct task *task;
    struct judged_input input;
    struct judge *judge;
    struct batch records;
    struct text *files; /* of each record */
    size_t row;         /* the record that is asked about */
    struct docket docket;
    struct arena arena;
};

/* For up to `capacity` records of the batch's type; the input is that of all of them. */
void inquiry_begin(struct inquiry *, const struct plan *, struct judge_options,
                   const struct batch *like, size_t capacity, struct judged_input);
/* Copies a record. */
void inquiry_add(struct inquiry *, const struct batch *, size_t row);
void inquiry_end(struct inquiry *);

/* False: the plugin failed, or the law is of another jurisdiction. */
bool inquiry_outcome(struct inquiry *, enum outcome *);
/* For looking at its conditions one by one. */
struct context inquiry_context(struct inquiry *);

/* With this value in place of what was filed in one record, and all else unchanged, there is no
 * finding (or the record is exempt). */
struct clearing {
    size_t row;
    const struct field *field;
    struct value filed, needed;
};
/* Of a number, an amount, a share or a day the nearest that clears; of a code each; of a text those
 * that the conditions name; and `none`. By record, in the order of the fields; in the arena. Of the
 * records only the first INQUIRY_TRIED are changed. */
enum { INQUIRY_TRIED = 20 };
struct clearing *inquiry_clearings(struct inquiry *, size_t *count);

#endif
