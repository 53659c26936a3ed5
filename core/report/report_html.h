/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what a report in HTML keeps of the findings until the page is written. The
 * findings themselves wait in a temporary file as lists of numbers: texts, rules and the law that
 * they rest on are written once.
 */
#ifndef REPORT_REPORT_HTML_H
#define REPORT_REPORT_HTML_H

#include "report/html_parts.h"
#include "report/outcome_counts.h"
#include "report/report.h"

/* An actor's role ("recipient") with the names that were met in it. */
struct role_counts {
    struct text role;
    struct outcome_counts names;
};
struct html_report {
    struct html_out page;
    struct arena arena;
    struct outcome_count all;
    struct text_table texts, laws; /* laws: JSON */
    size_t *rules;                 /* tasks that have findings, in the order of their numbers */
    size_t rule_count;
    size_t *rule_numbers; /* by task; SIZE_MAX: none yet */
    struct outcome_counts priorities, jurisdictions, tasks, days, missing;
    struct role_counts *roles;
    size_t role_count;
    uint64_t findings;
};

/* The level of the threat that a rule guards against, as a word of the page's language. */
struct text html_priority(const struct html_report *, const struct rule *);
/* The page around the findings, when all is known. */
void html_write(struct report *, struct html_report *, const struct report_end *);
/* The data behind the list of findings, as JSON. */
void html_write_data(struct report *, struct html_report *);

#endif
