/* SPDX-License-Identifier: Apache-2.0
 *
 * What a bill would have changed: the findings under today's law and those under the bill, out of
 * one check of a plan of both laws (the first: today's, the second: the bill's; others do not
 * count), held against each
 * other matter by matter.
 */
#ifndef REPORT_EFFECT_H
#define REPORT_EFFECT_H

#include "law/bill.h"
#include "report/report.h"

enum move { MOVE_APPEARS, MOVE_VANISHES, MOVE_CHANGES, MOVE_UNDETERMINED, MOVE_STAYS, MOVE_COUNT };
/* "appears", "changes severity", ... Static. */
const char *move_name(enum move);

/* Findings that moved, of one rule, of one actor, of one year. */
struct effect_row {
    struct text key;
    uint64_t counts[MOVE_COUNT];
    struct total *totals[MOVE_COUNT]; /* sums, currency by currency; none of what stays */
    size_t total_counts[MOVE_COUNT];
    uint64_t before, after; /* findings under today's law, and under the bill */
    const struct rule *rule;
};
struct effect_table {
    struct text name; /* "rule", an actor's role, "year" */
    struct effect_row *rows;
    size_t count;
    size_t *slots; /* while it is made: numbers of rows, by their keys */
    size_t slot_count;
};

/* One matter: a finding on either side, or on both. */
struct effect_pair {
    enum move move;
    size_t before, after; /* numbers for effect_finding(); SIZE_MAX: none */
};

struct effect_terms {
    const struct plan *plan;
    const struct bills *bills;
    struct text language;
    const char *version;
    bool colour;
};
struct effect;
/* NULL: a temporary file could not be made. */
struct effect *effect_new(const struct effect_terms *);
void effect_free(struct effect *);
/* A finding_sink. */
void effect_take(void *effect, const struct finding *);
/* After the last finding: pairs and tables are made. */
void effect_end(void *effect, const struct report_end *);
/* Whether something went wrong with the temporary file. */
bool effect_failed(const struct effect *);

const struct effect_terms *effect_terms_of(const struct effect *);
const struct effect_pair *effect_pairs(const struct effect *, size_t *count);
/* The first is by rule, the last by year. */
const struct effect_table *effect_tables(const struct effect *, size_t *count);
/* A finding, in the arena. */
struct finding effect_finding(struct effect *, size_t which, struct arena *);
/* Why the other law has nothing about a matter that one law finds; `side` 0: today's law. */
struct text effect_why_not(const struct effect *, const struct finding *, size_t side,
                           struct arena *);
/* How many findings rest on law of low confidence and were left out. */
uint64_t effect_withheld(const struct effect *);
/* The inputs as text, at the head of a report. */
void effect_print_inputs(const struct report_end *, FILE *);

void effect_print_text(struct effect *, const struct report_end *, FILE *);
void effect_print_json(struct effect *, const struct report_end *, FILE *);

#endif
