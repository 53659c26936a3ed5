/* SPDX-License-Identifier: Apache-2.0
 *
 * A plan's run over batches. Findings about single records come in the order of the records;
 * findings about groups and summaries at the end of the input or of the run. The same records give
 * the same findings.
 */
#ifndef ENGINE_RUN_H
#define ENGINE_RUN_H

#include "engine/finding.h"
#include "filing/input.h"

typedef void finding_sink(void *owner, const struct finding *);

/* Outcomes of one task so far. */
struct tally {
    uint64_t outcomes[OUTCOME_VIOLATION + 1]; /* findings (and exempt records), by outcome */
    uint64_t withheld;                        /* findings that rest on law of low confidence */
    struct total *amounts;                    /* over violations and indicators */
    size_t amount_count;
    bool ran, failed; /* met records of its type; its plugin failed */
};

struct run;
struct run_options {
    bool include_low;      /* also report what rests on law of low confidence */
    bool any_jurisdiction; /* the user named the jurisdictions: filings of others are judged, too */
};
struct run *run_new(const struct plan *, struct diags *, struct run_options, finding_sink *,
                    void *owner);
/* Before the first batch of an input: whose filings they are ("": nobody's in particular). Law of
 * other jurisdictions is then not applied to them, unless the run was told to. */
void run_begin_input(struct run *, struct text jurisdiction);
void run_batch(struct run *, const struct batch *);
/* After the last batch of one input: summaries of what the whole file lacks. */
void run_end_input(struct run *, struct text file);
/* After the last input: groups. */
void run_finish(struct run *);
const struct tally *run_tally(const struct run *, size_t task);
void run_free(struct run *);

#endif
