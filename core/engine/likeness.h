/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: which rows of a batch lack the same. Where a whole file lacks a fact, every
 * row of it is undetermined for the same reason, and need only be counted with the first of its
 * kind.
 *
 * What a row lacks depends on the truths of the rule's conditions, on which of its fields are
 * known, and on the version of each parameter: rows that agree in all of that have one signature.
 * An amount that is a range shows in the truths where it leaves one open; such a row is told by
 * itself. What can be unknown for another reason (a sum that is too large, a day beyond the
 * calendar of elections, a cell of the source) leaves a rule without signatures.
 */
#ifndef ENGINE_LIKENESS_H
#define ENGINE_LIKENESS_H

#include "engine/judge.h"

/* Kinds of rows that are remembered at a time. */
enum { MOST_KINDS = 16 };

/* One a row, in the batch's arena; NULL: this rule has none. */
uint64_t *likeness_signatures(struct judge *, const struct task *, const struct frame *);
/* Adds something else that tells rows apart. */
static inline uint64_t likeness_join(uint64_t signature, uint64_t more)
{
    return (signature + more + 1) * 0x9E3779B97F4A7C15u;
}

#endif
