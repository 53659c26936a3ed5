/* SPDX-License-Identifier: Apache-2.0
 *
 * A finding: from it a lawyer can write the decision. It lives until the sink returns.
 */
#ifndef ENGINE_FINDING_H
#define ENGINE_FINDING_H

#include "engine/plan.h"
#include "rule/holding.h"

struct record_at {
    struct text file;
    uint64_t line;
    struct text ref;   /* may be empty */
    struct text filed; /* the jurisdiction whose filing it is; may be empty */
};
struct actor {
    struct text role, name; /* "donor"; the name as filed */
    bool is_body;           /* the filing says that it is no natural person */
};
struct law_used {
    const struct parameter *parameter;
    const struct parameter_version *version;
};

/* An entry of a register that is alike to an actor. */
struct listing {
    struct text role;        /* "donor" */
    struct text name, alias; /* the entry's own; the other name of its that is alike, or empty */
    struct text list, ref, reason, through, countries;
    struct record_at at;
    bool from_known, to_known;
    day from, to;
    unsigned score, names; /* of 1000; of the names alone */
    struct text how;       /* word by word */
};

/* An actor whose records were added up as of one, and by which of its fields. */
struct joined {
    struct text role, fields; /* "donor"; "name, birth_date" */
    enum identity_level level;
};

struct finding {
    const struct task *task;
    enum outcome outcome;
    struct record_at *records;
    size_t record_count;
    uint64_t count; /* records concerned; more than record_count when only the first are named */
    struct actor *actors;
    size_t actor_count;
    struct fact
        *facts; /* first what the plugin returned, then the fields that the conditions used */
    size_t fact_count;
    struct joined *joined; /* of a finding about several records */
    size_t joined_count;
    struct text *missing; /* undetermined: the facts that are missing */
    size_t missing_count;
    struct step *steps;
    size_t step_count;
    struct holding_told *holdings; /* what registers of owners tell about it */
    size_t holding_count;
    size_t holdings_left_out;
    struct text because;
    struct listing *listings; /* the best; listing_count is how many there are in all */
    size_t listing_shown, listing_count;
    const struct exception *exception; /* exempt: under which */
    bool on_known;
    day on;
    struct law_used *law;
    size_t law_count;
    bool due_known;
    day due;
    enum confidence confidence;
    bool amount_known;
    struct value amount;
    char fingerprint[33];
};

/* "violation", "indicator", ... Static. */
const char *outcome_name(enum outcome);

#endif
