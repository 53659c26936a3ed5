/* SPDX-License-Identifier: Apache-2.0
 *
 * Reports: each format turns findings into one kind of output. A report is begun, given every
 * finding, and ended with what is known only then.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/fingerprints.h"
#include "engine/run.h"
#include "report/cases.h"
#include "report/proof.h"

struct html_report;
struct broader;

struct report_end {
    const struct input_summary *inputs;
    size_t input_count;
    const struct run *run;
    const struct task_cost *costs; /* one a rule, for --stats; NULL: not asked for */
    const struct input_summary *registers;
    size_t register_count;
    const struct diags *messages;  /* about the files, so far */
    const struct proof *proof;     /* NULL: not asked for */
    const char *ledger;            /* NULL: none */
    const char *identity;          /* how far actors are joined, when the user said; else NULL */
    const struct broader *broader; /* what joining more would change; NULL: nothing, or not asked */
    struct case_counts cases;
};

struct report {
    FILE *out;
    bool colour;
    const char *version;
    struct text language; /* of titles: "en", "hy" */
    const struct plan *plan;
    struct arena arena;
    struct html_report *html;
    struct text dated;    /* "2026-01-31": the day that the user gave the report; may be empty */
    FILE *findings;       /* kept until the counts in front of them are known */
    size_t finding_count; /* for formats that need it */
    struct fingerprints told; /* things that are told once, like the actors of a record */
    void *book;               /* a format's own */
    struct text standing;     /* of the finding at hand in the ledger; empty: none */
    bool redacted;            /* it is for publication: see report/redaction.h */
    bool failed;              /* a finding was lost: no room for temporary files */
};

struct report_format {
    const char *name, *what;
    bool needs_day;                 /* the format has no place for "some day" */
    bool (*begin)(struct report *); /* false: a temporary file could not be made */
    void (*finding)(struct report *, const struct finding *);
    void (*end)(struct report *, const struct report_end *);
    void (*free)(struct report *); /* also when it was not ended; NULL: nothing is held */
};

/* NULL when there is none of that name. */
const struct report_format *report_format_find(const char *name);
/* In the order in which they are listed; NULL at the end. */
const struct report_format *report_format_at(size_t);
extern const struct report_format report_text_format, report_json_format, report_ndjson_format,
    report_html_format, report_csv_format, report_xlsx_format, report_sarif_format,
    report_junit_format, report_ftm_format, report_stix_format;

/* Findings that are written aside until all are known: r->findings. */
bool findings_begin(struct report *);
/* Copies them to the report and lets go of them. */
void findings_end(struct report *);

/* The finding's fingerprint; of rows that say the same and have no reference, so that their
 * findings have one fingerprint, each a key of its own. For formats whose objects need one. */
void finding_key(struct report *, const struct finding *, char key[FINGERPRINT_LEN + 1]);
/* Lets go of what a report holds, also of one that was not ended. */
void report_drop(struct report *, const struct report_format *);
/* Likewise of r->book. */
void book_drop(struct report *);

/* Sentences that several formats share; in the arena. */
/* "Article 24(4)(4) of Constitutional Law on Political Parties (HO-224-N ...)" */
struct text citation_print(struct arena *, const struct provision *, struct text language);
/* "guards against: Foreign funding (impact high, priority urgent)"; empty when the rule names no
 * threat. */
struct text threat_print(struct arena *, const struct rule *, struct text language);
/* The name of the authority to which the consequence belongs; empty when none. */
struct text authority_print(const struct finding *, struct text language);
/* "return to the donor, or forfeit to state-budget, by 2021-01-14 (Corruption Prevention
 * Commission)"; empty when none. */
struct text consequence_print(struct arena *, const struct finding *, struct text language);

/* "Ministry of Foreign Affairs (IL), us-fara 5443, since 2023-03-04, through Merchant House Films"
 */
struct text listing_print(struct arena *, const struct listing *);

#endif
