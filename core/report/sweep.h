/* SPDX-License-Identifier: Apache-2.0
 *
 * What filings meet under many values of a limit, out of one check of a plan of as many laws:
 * counts, sums and actors over the values, as a table or a curve.
 */
#ifndef REPORT_SWEEP_H
#define REPORT_SWEEP_H

#include "report/report.h"

/* What was found at one value (of each limit). */
struct sweep_point {
    struct text *values; /* one a limit, as printed */
    const char *mark;    /* "today": what this value is; NULL: nothing in particular. Static */
    uint64_t counts[OUTCOME_VIOLATION + 1];
    struct total *totals; /* over violations and indicators, one a currency */
    size_t total_count;
    uint64_t *actors; /* hashes of the names of those concerned, a table */
    size_t actor_room, actor_count;
};
struct sweep {
    struct arena arena;
    struct text *limits, *titles; /* ids of the limits, and how they are called */
    size_t limit_count;
    struct sweep_point *points; /* one a law of the plan, */
    size_t point_count, first;  /* from its law `first` on */
    uint64_t same;              /* findings that are there at every value */
    uint64_t withheld;
    const char *version;
    struct text language;
};

/* A finding_sink: the owner is a sweep. */
void sweep_take(void *sweep, const struct finding *);
void sweep_end(void *sweep, const struct report_end *);
void sweep_free(struct sweep *);

/* Violations and indicators at a point. */
uint64_t sweep_found(const struct sweep_point *);
/* The point at which the curve bends most; SIZE_MAX: it does not, or there are several limits. */
size_t sweep_bend(const struct sweep *);

void sweep_print_text(const struct sweep *, const struct report_end *, FILE *);
/* The values alone, a line each. */
void sweep_print_table(const struct sweep *, FILE *);
void sweep_print_html_table(const struct sweep *, FILE *);
void sweep_print_csv(const struct sweep *, FILE *);
/* See report/schema/sweep.schema.json. */
void sweep_print_json(const struct sweep *, const struct report_end *, FILE *);
/* A picture: findings over the values of the one limit. */
void sweep_draw(const struct sweep *, FILE *);

#endif
