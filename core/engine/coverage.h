/* SPDX-License-Identifier: Apache-2.0
 *
 * What the tests of rules have seen: for each atomic condition whether it was true, false and
 * unknown, as far as it can be. An atom counts as seen only where the evaluation needs it: behind a
 * false part of an `and` nothing is seen.
 */
#ifndef ENGINE_COVERAGE_H
#define ENGINE_COVERAGE_H

#include "engine/plan.h"

/* One atomic condition of one rule; truths as CAN_FALSE, CAN_UNKNOWN, CAN_TRUE (rule/bounds.h). */
struct coverage_atom {
    const struct task *task;
    const struct term *term;
    unsigned can, seen;
};
struct coverage {
    struct coverage_atom *atoms;
    size_t count;
    size_t wanted, seen; /* truths, over all atoms */
};

/* The atoms of every task of the plan, in the arena. Messages about tests that cannot be read. */
void coverage_make(struct coverage *, struct arena *, struct diags *, const struct plan *);

#endif
