/* SPDX-License-Identifier: Apache-2.0
 *
 * Reports: each format turns findings into one kind of output. A report is begun, given every
 * finding, and ended with what is known only then.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "engine/run.h"

struct html_report;

struct report_end {
    const struct input_summary *inputs;
    size_t input_count;
    const struct run *run;
    const struct task_cost *costs; /* one a rule, for --stats; NULL: not asked for */
    const struct input_summary *registers;
    size_t register_count;
    const struct diags *messages; /* about the files, so far */
};

struct report {
    FILE *out;
    bool colour;
    const char *version;
    struct text language; /* of titles: "en", "hy" */
    const struct plan *plan;
    struct arena arena;
    FILE *findings; /* JSON, HTML: kept until the counts in front of them are known */
    struct html_report *html;
};

struct report_format {
    const char *name, *what;
    bool (*begin)(struct report *); /* false: a temporary file could not be made */
    void (*finding)(struct report *, const struct finding *);
    void (*end)(struct report *, const struct report_end *);
    void (*free)(struct report *); /* also when it was not ended; NULL: nothing is held */
};

/* NULL when there is none of that name. */
const struct report_format *report_format_find(const char *name);
extern const struct report_format report_text_format, report_json_format, report_ndjson_format,
    report_html_format;
/* After the report was begun, ended or not. */
void report_free(struct report *, const struct report_format *);

/* Sentences that several formats share; in the arena. */
/* "Article 24(4)(4) of Constitutional Law on Political Parties (HO-224-N ...)" */
struct text citation_print(struct arena *, const struct provision *, struct text language);
/* "guards against: Foreign funding (impact high, priority urgent)"; empty when the rule names no
 * threat. */
struct text threat_print(struct arena *, const struct rule *, struct text language);
/* "return to the donor, or forfeit to state-budget, by 2021-01-14 (Corruption Prevention
 * Commission)"; empty when none. */
struct text consequence_print(struct arena *, const struct finding *, struct text language);

/* "Ministry of Foreign Affairs (IL), us-fara 5443, since 2023-03-04, through Merchant House Films"
 */
struct text listing_print(struct arena *, const struct listing *);

#endif
