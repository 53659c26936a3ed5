/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: period(date, "word"), the stretch of time that a day belongs to, as the key of
 * a group. Three answers: its name; none, where the law knows no such period on that day (a day
 * outside every campaign); unknown, where the law base does not reach so far.
 */
#ifndef RULE_PERIOD_H
#define RULE_PERIOD_H

#include "rule/condition.h"

/* Checks the word and resolves what it needs of the law (term->index, term->parameter). NULL after
 * messages. */
struct term *period_resolve(const struct scope *, struct term *);
struct value period_value(const struct term *, const struct context *);
/* "the financial year, by the day in "received"". */
struct text period_words(struct arena *, const struct term *);

#endif
