/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: how a plan is made, rule by rule.
 */
#ifndef ENGINE_PLAN_MAKING_H
#define ENGINE_PLAN_MAKING_H

#include "engine/plan.h"

/* An empty plan, with room for a task of each rule of each law. */
void plan_begin(struct plan *, const struct plan_terms *);
/* A task for a rule of law number `which`; when it cannot be made that is reported, and *ok is
 * false. */
void plan_compile(struct plan *, struct diags *, const struct plan_terms *, size_t which,
                  const struct rule *, bool *ok);

#endif
