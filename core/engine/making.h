/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: the state of a run, and how findings are put together.
 */
#ifndef ENGINE_MAKING_H
#define ENGINE_MAKING_H

#include "engine/group.h"
#include "engine/run.h"

/* Undetermined records of one file that lack the same facts: told once. */
struct lack {
    struct text key; /* the facts' names joined */
    struct text *missing;
    size_t missing_count;
    struct record_at first;
    uint64_t count;
};

struct task_state {
    struct tally tally;
    struct groups groups;
    struct lack *lacks; /* of the current input */
    size_t lack_count;
};

struct run {
    const struct plan *plan;
    struct diags *diags;
    struct run_options options;
    struct text jurisdiction; /* of the input at hand */
    finding_sink *sink;
    void *owner;
    struct arena arena; /* of the record or group at hand */
    struct arena kept;  /* tallies and lacks */
    struct task_state *states;
};

/* A context for one row: the deciding day is the task's basis field. */
struct context row_context(struct run *, const struct task *, const struct batch *, size_t row);
struct record_at row_place(const struct task *, const struct batch *, size_t row);
/* Actors' names of a row, in the arena. */
void row_actors(struct arena *, const struct task *, const struct batch *, size_t row,
                struct actor **actors, size_t *count);
void finding_fill_row(struct run *, struct finding *, const struct context *);
void finding_fill_law(struct run *, struct finding *, const struct context *);
void finding_fingerprint(struct finding *, struct text key);
/* Counts the finding and hands it to the sink, unless it rests on law of low confidence. */
void finding_emit(struct run *, struct finding *);
/* Calls the plugin; false when it failed (the rule is then off). Fills outcome, facts, because. */
bool finding_judge(struct run *, struct finding *, const struct context *,
                   const struct facts_source *subject);

/* Whether the rule is in force on the deciding day. */
enum truth rule_holds(const struct task *, const struct context *);
void lack_add(struct run *, struct task_state *, const struct record_at *, struct text *missing,
              size_t missing_count);
void run_group_row(struct run *, const struct task *, struct task_state *, const struct batch *,
                   size_t row);
void run_group_finish(struct run *, const struct task *, struct task_state *);

#endif
