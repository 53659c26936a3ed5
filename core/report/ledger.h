/* SPDX-License-Identifier: Apache-2.0
 *
 * The ledger of cases: what was decided on findings, by whom, when, why and until when. It is a
 * YAML file to which entries are only added; the last entry of a finding counts. Each entry's hash
 * holds the entry and the hash before it, and the file has one form only, so that a change of any
 * byte is found, and its line told. That entries were cut off the end only shows to who kept the
 * last hash.
 */
#ifndef REPORT_LEDGER_H
#define REPORT_LEDGER_H

#include "base/date.h"
#include "base/diag.h"

enum case_status { CASE_OPEN, CASE_CONFIRMED, CASE_DISMISSED, CASE_RETURNED, CASE_REFERRED };
enum { CASE_STATUSES = CASE_REFERRED + 1, CASE_HASH = 33 };
const char *case_status_name(enum case_status);
bool case_status_find(struct text, enum case_status *out);

struct case_entry {
    struct text finding; /* its fingerprint */
    struct text rule;
    enum case_status status;
    day on;
    struct text by, why;
    day until;          /* the last day on which the decision holds; DAY_NEVER: no end */
    day due;            /* of what must follow; DAY_NEVER: none */
    struct text *facts; /* digests of the facts on which it rests, sorted; one a record */
    size_t fact_count;
    char hash[CASE_HASH];
    struct span span;
};

struct ledger {
    struct arena arena;
    const char *path;
    struct case_entry *entries;
    size_t count;
    size_t *last; /* numbers of the entries that count, by fingerprint */
    size_t last_count;
};

/* Reads and verifies; a file that is not there is an empty ledger when `new_allowed`. False after
 * messages, which quote the file: it is kept in `sources`, which outlives them. ledger_free() in
 * any case. */
bool ledger_read(struct ledger *, struct diags *, struct arena *sources, const char *path,
                 bool new_allowed);
void ledger_free(struct ledger *);
/* The entry that counts for a finding; NULL: none. */
const struct case_entry *ledger_find(const struct ledger *, struct text finding);
/* Copies the entry to the end; its hash is made here. */
void ledger_add(struct ledger *, const struct case_entry *);
/* Writes it beside its place, then puts it there. False after messages: the file is as it was. */
bool ledger_write(const struct ledger *, struct diags *);
/* The hash of the last entry, or of none. */
const char *ledger_head(const struct ledger *);

/* Whether a decision no longer holds: it was given an end, and that is past. */
bool case_is_expired(const struct case_entry *, day on);
/* Whether something should have followed before that day, and nobody has said that it did. */
bool case_is_overdue(const struct case_entry *, day on);

#endif
