/* SPDX-License-Identifier: Apache-2.0
 *
 * A partial result: all that a run knows of some filings before groups are added up. Partial
 * results of several runs, on one machine or many, are merged into the report that one run over all
 * filings would have given. It is only good for the law base, plugins, jurisdictions and program
 * that made it.
 */
#ifndef ENGINE_PARTIAL_H
#define ENGINE_PARTIAL_H

#include "engine/run.h"

/* What must agree between the partial results that are merged, and with who merges them. */
struct partial_terms {
    struct text version, law, plugins, jurisdictions,
        registers; /* law, plugins, registers: digests */
};

/* Writing: findings as they come, the rest at the end. Beside its place, until it is whole. */
struct partial_writer;
struct partial_writer *partial_create(struct diags *, const char *path,
                                      const struct partial_terms *);
void partial_finding(struct partial_writer *, const struct plan *, const struct finding *);
struct partial_rest {
    const struct input_summary *inputs;
    size_t input_count;
    size_t file_count; /* as given by the user */
    const struct run *run;
    struct judge *const *judges;
    size_t judge_count;
    const struct diags *messages;
};
/* False after messages; the file is then not there. Frees the writer in any case. */
bool partial_finish(struct partial_writer *, struct diags *, const struct partial_rest *);
void partial_abandon(struct partial_writer *);

/* Reading. What was read is given to the run and to a judge's log; summaries live in the arena. */
struct partial_reading {
    struct diags *diags;
    const struct plan *plan;
    struct run *run;
    struct judge *judge;
    size_t files_before; /* files of the partial results that were read before */
    struct arena *arena;
    struct input_summary *inputs;
    size_t input_count;
};
/* False after messages: broken, made under other terms. */
bool partial_read(struct partial_reading *, const char *path, const struct partial_terms *);

#endif
