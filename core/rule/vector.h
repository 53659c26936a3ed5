/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: values over all rows of a batch, for eval_batch.c.
 */
#ifndef RULE_VECTOR_H
#define RULE_VECTOR_H

#include "rule/eval_batch.h"

/* The value of a term in every row, in the arena. TYPE_NONE: spans of time that differ from row to
 * row, which only the plain evaluator knows. */
struct vector vector_of(struct arena *, const struct term *, const struct frame *);
struct vector constant_vector(const struct value *);
struct value vector_value(const struct vector *, size_t row);
/* A row for the plain evaluator. */
struct context context_of(struct arena *, const struct frame *, size_t row);

#endif
