/* SPDX-License-Identifier: Apache-2.0
 *
 * A plan's run over filings. Judges hold batches against the rules, in one thread or in several;
 * the run takes what they found in the order of the records, so that the same records give the same
 * findings whoever judged them. Findings about single records come in that order; findings about
 * groups and summaries at the end of the input or of the run.
 */
#ifndef ENGINE_RUN_H
#define ENGINE_RUN_H

#include "engine/judge.h"
#include "filing/input.h"

typedef void finding_sink(void *owner, const struct finding *);

/* Outcomes of one task so far. */
struct tally {
    uint64_t outcomes[OUTCOME_VIOLATION + 1]; /* findings (and exempt records), by outcome */
    uint64_t withheld;                        /* findings that rest on law of low confidence */
    uint64_t known;                           /* findings that need not be told again */
    struct total *amounts;                    /* over violations and indicators */
    size_t amount_count;
    bool ran, failed; /* met records of its type; its plugin failed */
};

/* What is known of an input when its reading ended. */
struct input_summary {
    struct text replaces; /* number of the filing that it replaces; may be empty */
    struct text file, format;
    struct input_counts counts;
};

struct run;
struct run_options {
    bool include_low; /* also report what rests on law of low confidence */
    /* Whether a finding is known and need not be told again; NULL: none is. With the sink's owner.
     */
    bool (*known)(void *owner, const struct finding *);
    /* Sees what is found by rules that join actors, as the vocabulary joins them and (tasks of
     * which plan_is_broader() holds) more broadly, known or not; NULL: nobody does. */
    void (*joined)(void *owner, const struct finding *);
    struct judge_options judge;
};
struct run *run_new(const struct plan *, struct diags *, struct run_options, finding_sink *,
                    void *owner);
/* The run's own judge, for the thread that has the run. */
struct judge *run_judge(const struct run *);

/* Names an input, and the jurisdiction whose filings it holds; inputs come in the order of their
 * numbers. */
void run_name_input(struct run *, size_t number, struct text file, struct text filed);
/* Judges a batch here and now. */
void run_batch(struct run *, const struct batch *, const struct judged_input *);
/* Takes what a judge found; dockets come in the order of their records. */
void run_take(struct run *, struct docket *);
/* After the last batch of one input: summaries of what it lacks as a whole. */
void run_end_input(struct run *, struct text file);
/* After the last input of one file: messages of plugins that failed. */
void run_end_file(struct run *);
/* After the last input: groups, added up by all judges (the run's own first). */
void run_finish(struct run *, struct judge *const *judges, size_t judge_count);

/* For partial results: what a run knows, and what another one knew. */
const struct plan *run_plan_of(const struct run *);
const struct input_names *run_names(const struct run *);
void run_take_finding(struct run *, struct unpack *);
void run_note_ran(struct run *, size_t task);

const struct tally *run_tally(const struct run *, size_t task);
/* What a rule cost, all judges together. */
struct task_cost run_cost(const struct run *, struct judge *const *judges, size_t judge_count,
                          size_t task);
void run_free(struct run *);

#endif
