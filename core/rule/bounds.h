/* SPDX-License-Identifier: Apache-2.0
 *
 * What conditions can be, by reasoning and not by trying values: each field has a domain by its
 * type (an interval, or a set of the texts that the conditions name and "another"), and may be
 * unknown or absent; each assumption narrows it; alternatives are followed one by one, in every
 * stretch of time in which the parameters have one value.
 *
 * It errs on one side: what it calls impossible is impossible. It does not see that two fields are
 * related to each other (a < b and b < a), and beyond a budget of alternatives everything counts as
 * possible. It does not think of regular expressions that run into their limit.
 */
#ifndef RULE_BOUNDS_H
#define RULE_BOUNDS_H

#include "rule/condition.h"

enum { CAN_FALSE = 1, CAN_UNKNOWN = 2, CAN_TRUE = 4 };

/* That a condition has one of these truths. */
struct assumption {
    const struct term *term;
    unsigned truths; /* CAN_... */
    const struct assumption *next;
};

struct bounds {
    const struct lawbase *law;
    struct text jurisdiction;
    struct force life;         /* of the rule: its days decide which law applies */
    const struct field *basis; /* the field that holds that day; NULL: none */
    bool basis_known;          /* whether only facts with that day are asked about */
};

/* Whether facts exist, on some day of the life, under which all the assumptions hold. */
bool bounds_possible(const struct bounds *, const struct assumption *);

#endif
