/* SPDX-License-Identifier: Apache-2.0
 *
 * What joining actors one step more broadly would change: the findings of rules that add up what
 * one actor gave, held record by record against those of the same rules joining more (see
 * plan_add_broader()).
 */
#ifndef REPORT_BROADER_H
#define REPORT_BROADER_H

#include "report/report.h"

enum broader_way { BROADER_APPEARS, BROADER_GROWS, BROADER_VANISHES, BROADER_WAYS };
/* "appears", ... Static. */
const char *broader_way_name(enum broader_way);

/* A finding that would appear, have more records, or vanish. */
struct broader_change {
    enum broader_way way;
    const struct rule *rule;
    enum outcome outcome;
    struct text actor;  /* the first that has a name; may be empty */
    struct text fields; /* by which it would be joined, "name" */
    struct record_at first;
    uint64_t records;
    char fingerprint[33];
};

struct broader;
struct broader *broader_new(const struct plan *);
void broader_free(struct broader *);
/* Takes what run_options.joined sees. */
void broader_take(struct broader *, const struct finding *);
/* After the last finding. */
void broader_end(struct broader *);

/* In the order of their findings: those that vanish last. */
const struct broader_change *broader_changes(const struct broader *, size_t *count);
uint64_t broader_count(const struct broader *, enum broader_way);
/* Records that are undetermined as actors are joined, and as they would be. */
uint64_t broader_undetermined(const struct broader *, bool broadly);

/* The fields of a level in words: "id, or registration_number". In the arena. */
struct text identity_level_print(struct arena *, const struct vocabulary *, enum identity_level);
/* "donor by id, recipient by name, kind (not natural)"; empty: one record, or nobody was joined. */
struct text joined_print(struct arena *, const struct finding *);

void broader_print_text(const struct broader *, const struct report *);

#endif
