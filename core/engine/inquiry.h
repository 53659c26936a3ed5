/* SPDX-License-Identifier: Apache-2.0
 *
 * One record held against one rule, again and again: what the rule says of it, and which change of
 * one fact makes it say something else. Each answer is the judge's own: the record, or the record
 * with one cell changed, goes through it as any other. Not for rules about groups of records.
 */
#ifndef ENGINE_INQUIRY_H
#define ENGINE_INQUIRY_H

#include "engine/judge.h"

struct inquiry {
    const struct plan *plan; /* of one task */
    const struct task *task;
    struct judged_input input;
    struct judge *judge;
    struct batch record; /* the record alone */
    struct docket docket;
    struct arena arena;
};

/* The batch must outlive it. */
void inquiry_begin(struct inquiry *, const struct plan *, struct judge_options,
                   const struct batch *, size_t row, struct judged_input);
void inquiry_end(struct inquiry *);

/* False: the plugin failed, or the law is of another jurisdiction. */
bool inquiry_outcome(struct inquiry *, enum outcome *);
/* For looking at its conditions one by one. */
struct context inquiry_context(struct inquiry *);

/* With this value in place of what was filed, and all else unchanged, the record is clear (or
 * exempt). */
struct clearing {
    const struct field *field;
    struct value filed, needed;
};
/* Of a number, an amount, a share or a day the nearest that clears; of a code each; of a text those
 * that the conditions name; and `none`. In the order of the fields; in the arena. */
struct clearing *inquiry_clearings(struct inquiry *, size_t *count);

#endif
