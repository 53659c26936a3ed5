/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what one worker found in some batches, packed, so that it can be taken by the
 * run in the order of the records, or be written into a partial result.
 */
#ifndef ENGINE_DOCKET_H
#define ENGINE_DOCKET_H

#include "base/pack.h"
#include "engine/finding.h"

/* Undetermined records of one file that lack the same facts under law that is equally sure: told
 * once. */
struct lack {
    size_t task;
    enum confidence confidence;
    struct text key; /* the facts' names joined */
    struct text *missing;
    size_t missing_count;
    struct record_at first;
    uint64_t count;
};

/* A plugin that failed: its rule is off from there on. */
struct failure {
    size_t task;
    struct diags messages;
};

struct docket {
    struct pack findings; /* of single records, in their order */
    struct arena arena;   /* of the lacks */
    struct lack *lacks;
    size_t lack_count, last_lack; /* the one that was counted last */
    struct failure *failures;
    size_t failure_count;
    bool *ran, *failed; /* one a task */
};
void docket_init(struct docket *, const struct plan *);
void docket_clear(struct docket *);
void docket_free(struct docket *);

/* Sorts the missing facts and counts the records with others that lack the same; the key is made
 * here. */
void docket_lack(struct docket *, const struct lack *);

void finding_pack(struct pack *, const struct plan *, const struct finding *);
/* Texts point into the packed bytes, the rest is in the arena. False: the bytes are broken. */
bool finding_unpack(struct unpack *, const struct plan *, struct arena *, struct finding *);

#endif
