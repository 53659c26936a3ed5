/* SPDX-License-Identifier: Apache-2.0
 *
 * Findings of a check held against the ledger: what is new, what was decided, what came back
 * because a decision ended or a fact changed, what is overdue. Violations and indicators are cases;
 * what is undetermined is told each time, as it asks for a better filing, not for a decision.
 */
#ifndef REPORT_CASES_H
#define REPORT_CASES_H

#include "base/fingerprints.h"
#include "engine/finding.h"
#include "report/ledger.h"

struct case_counts {
    uint64_t fresh, changed, expired; /* findings that the ledger does not have; that came back */
    uint64_t standing;                /* open, confirmed or referred, and still so */
    uint64_t settled;                 /* dismissed or returned: not told again */
    uint64_t overdue;                 /* of all that are told */
    uint64_t gone;                    /* cases of the ledger that this check did not find */
};

struct cases {
    struct arena arena;
    struct ledger ledger;
    day on;
    struct fingerprints same; /* of finding and facts together, as the ledger has them */
    struct fingerprints met;
    struct case_seen *seen;
    size_t seen_count;
    struct case_counts counts;
};

/* False after messages, which quote from `sources`. cases_free() in any case. */
bool cases_begin(struct cases *, struct diags *, struct arena *sources, const char *path, day on);
void cases_free(struct cases *);
/* Takes a finding; true: it was settled, and need not be told again. Else *standing is how it
 * stands ("new", "confirmed on 2026-01-31 by ..."; in the arena), empty for what is no case. */
bool cases_take(struct cases *, struct arena *, const struct finding *, struct text *standing);
/* What is known when all findings were taken. */
struct case_counts cases_count(struct cases *);
/* Writes what is new or came back into the ledger, as open. False after messages. */
bool cases_record(struct cases *, struct diags *);

#endif
