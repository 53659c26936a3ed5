/* SPDX-License-Identifier: Apache-2.0
 *
 * How many findings of each outcome there are by some name: of a recipient, a month.
 */
#ifndef REPORT_OUTCOME_COUNTS_H
#define REPORT_OUTCOME_COUNTS_H

#include "engine/finding.h"
#include "report/text_table.h"

struct outcome_count {
    uint64_t of[OUTCOME_VIOLATION + 1];
};
struct outcome_counts {
    struct text_table names;
    struct outcome_count *counts; /* one a name */
    size_t room;
};

void outcome_counts_add(struct outcome_counts *, struct text name, enum outcome);
void outcome_counts_free(struct outcome_counts *);
/* Violations, indicators and undetermined matters together. */
uint64_t outcome_count_all(const struct outcome_count *);
/* Numbers of the names: most violations first, then most indicators, then most undetermined, then
 * by name; or by name only. As many as there are names, in the arena. */
size_t *outcome_counts_by_weight(struct arena *, const struct outcome_counts *);
size_t *outcome_counts_by_name(struct arena *, const struct outcome_counts *);

#endif
