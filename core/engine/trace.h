/* SPDX-License-Identifier: Apache-2.0
 *
 * What became of one rule for one record, told step by step: whether the rule was in force, the
 * tree of its conditions, the calls of Lua with their values. It judges by itself and changes no
 * finding.
 */
#ifndef ENGINE_TRACE_H
#define ENGINE_TRACE_H

#include "engine/judge.h"

struct trace {
    const struct rule *rule;
    struct text record; /* its reference or its line; "": all */
    FILE *out;
    uint64_t told; /* records */
};

/* Whether it is a record that is asked for. */
bool trace_wants(const struct trace *, const struct record_at *);
/* Tells of the rows of a batch that are asked for. */
void trace_batch(struct judge *, const struct batch *);
/* Tells of a group's `having`, and of the calls that follow, until trace_end(): NULL, the call
 * failed. */
void trace_group(struct judge *, const struct task *, struct text key, const struct context *);
void trace_end(struct judge *, const struct finding *);

#endif
