/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside the library: a check while it is done, and its filings read and judged by one thread or by
 * several (judging.c).
 */
#ifndef CHECKING_H
#define CHECKING_H

#include <stdatomic.h>

#include "base/crew.h"
#include "engine/trace.h"
#include "report/report.h"
#include "session.h"

struct worker;
struct checking {
    struct scr_session *session;
    const struct report_format *format;
    struct report report;
    struct fingerprints baseline;    /* what need not be told again */
    struct cases *cases;             /* the ledger; NULL: none */
    struct partial_writer *partial;  /* instead of a report; NULL: none is asked for */
    const struct check_taker *taker; /* likewise */
    const struct plan *plan;
    struct run *run;
    struct broader *broader; /* what joining actors more broadly finds; NULL: not asked for */
    struct input_options options;
    struct input_summary *summaries;
    size_t summary_count;
    struct worker *workers;
    struct judge **judges;
    size_t worker_count;
    struct crew *crew;  /* NULL: one thread does everything */
    struct trace trace; /* of no rule: none is asked for */
    atomic_bool stop;
    size_t file_number; /* of the file at hand, and of the table in it */
    size_t table_number;
    const char *const *files; /* of a check, as given */
    size_t file_count;
    bool ok;
};

/* What the check's report is made from; false after messages: a file could not be read again. */
bool checking_prove(struct checking *, struct proof *out);
/* Keeps what is known of a table whose reading ended. */
void checking_add_summary(struct checking *, const struct input_summary *);

/* As many threads as the machine lets this process have, unless the user says. */
size_t judging_threads(const struct scr_options *);
/* Before the first file: a judge for each thread. */
void judging_begin(struct checking *, const struct judge_options *);
/* Reads and judges a file, or leaves that to some thread; `others`: it is not the only one. */
void judging_file(struct checking *, const char *path, bool others);
/* Takes all that was left to other threads. */
void judging_drain(struct checking *);
/* The threads are gone; the judges stay. */
void judging_end(struct checking *);

#endif
