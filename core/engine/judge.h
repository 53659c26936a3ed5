/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor and for who runs several threads: a worker that holds batches against the
 * rules. Each has a Lua state and caches of its own, and fills a docket and a log of groups.
 */
#ifndef ENGINE_JUDGE_H
#define ENGINE_JUDGE_H

#include "engine/docket.h"
#include "engine/group_log.h"
#include "rule/eval_batch.h"

struct judge_options {
    bool any_jurisdiction; /* the user named the jurisdictions: filings of others are judged, too */
    bool timed;            /* measure what each rule costs */
    struct trace *trace;   /* tells of one rule; NULL: none is asked for */
    size_t memory;         /* bytes that groups may take before they go to disk */
};

/* What a rule cost. */
struct task_cost {
    uint64_t rows, candidates, calls, nanoseconds;
    uint64_t instructions, bytes; /* of Lua; in thousands, unless a watcher is told each step */
};

/* A batch's input: its number, which orders the inputs, and whose filings they are ("": nobody's in
 * particular). Law of other jurisdictions is not applied to them, unless the judge was told to. */
struct judged_input {
    size_t number;
    struct text jurisdiction;
};

/* Names of the inputs, by their numbers. */
struct input_name {
    size_t number;
    struct text file, filed; /* filed: the jurisdiction whose filings they are */
};
struct input_names {
    struct input_name *items; /* sorted */
    size_t count;
};

struct judge;
/* With the plan's own host and plugins, or (own_host) with others that are loaded anew: then NULL,
 * after messages, when they cannot be. */
struct judge *judge_new(const struct plan *, struct judge_options);
struct judge *judge_new_with_host(const struct plan *, struct judge_options, struct diags *,
                                  struct host_limits);
void judge_free(struct judge *);
void judge_batch(struct judge *, const struct batch *, const struct judged_input *,
                 struct docket *);
const struct task_cost *judge_cost(const struct judge *, size_t task);
struct group_log *judge_log(const struct judge *);

/* --- inside this floor --- */

struct judge {
    const struct plan *plan;
    struct judge_options options;
    struct host *host;
    bool own_host;
    struct plugin **plugins; /* as plan->plugins */
    struct arena loaded;     /* of own plugins */
    struct evaluator *evaluator;
    struct name_search *search; /* of the registers; NULL: none were given */
    struct arena arena;         /* of the record or group at hand */
    struct arena batch;         /* of the batch at hand */
    struct day_span {
        size_t field; /* SIZE_MAX: of none yet */
        bool known;   /* of every row */
        int64_t first, last;
    } days; /* in a column of the batch at hand */
    struct docket *docket;
    struct group_log *log;
    struct group_table *table;    /* where groups are added up; NULL: not yet */
    struct pack part, key, entry; /* of the row at hand */
    struct task_cost *costs;
};

struct context row_context(struct judge *, const struct task *, const struct batch *, size_t row);
struct record_at row_place(const struct task *, const struct batch *, size_t row);
/* Whether the rule is in force on the deciding day. */
enum truth rule_holds(const struct task *, const struct context *);
/* Whether the filing says of the record's actor (by its place) that it is no natural person. */
bool row_actor_is_body(const struct task *, const struct batch *, size_t row, size_t actor);
/* Actors' names of a row, in the arena. */
void row_actors(struct arena *, const struct task *, const struct batch *, size_t row,
                struct actor **actors, size_t *count);
void finding_fill_row(struct judge *, struct finding *, const struct context *);
void finding_fill_law(struct judge *, struct finding *, const struct context *);
void finding_fingerprint(struct finding *, struct text key);
/* Calls the plugin; false when it failed: the messages are in the docket. Fills outcome, facts,
 * because. */
bool finding_judge(struct judge *, struct finding *, const struct context *,
                   const struct facts_source *subject);

/* Likewise, but counts nothing, and a failure goes to `said` (NULL: nowhere). */
bool finding_call(struct judge *, struct finding *, const struct context *,
                  const struct facts_source *subject, struct diags *said);

/* Rows of a batch for one rule: who may meet it, and what is certain. */
struct row_masks {
    const uint64_t *may, *met; /* in force and `where`: perhaps; certainly */
    const uint64_t *excepted, *maybe_excepted;
};
/* Adds the rows of a group rule to the log. */
void group_rows(struct judge *, const struct task *, const struct frame *,
                const struct judged_input *, const struct row_masks *);

/* A group whose sums are over the limit, may be, or are not certain. */
struct group {
    struct text key;
    struct group_sum *sums;
    uint64_t counted;
    bool on_known, tainted, alone;
    bool open;      /* records one by one did not decide it: undetermined */
    uint64_t alike; /* of records that stand alone: how many lack the same */
    day on;         /* the latest day of its records */
    day first_day;  /* of a window: the earliest */
    size_t first_input;
    uint64_t first_line;
    bool member_first; /* the first record is among the members */
    struct member *members;
    size_t member_count;
    struct text *missing;
    size_t missing_count;
    struct actor *actors; /* of the first record: those whom all have in common */
    size_t actor_count;
    struct text *key_parts;
};
struct member {
    size_t input;
    uint64_t line;
    struct text ref;
    unsigned flags; /* as in group_entry.h */
    day on;
    struct value *sums;   /* of a rule that looks at records one by one, if known; else NULL */
    struct actor *others; /* whom the group's records need not have in common; NULL: nobody */
    size_t other_count;
};
struct group_sum {
    __int128 least, most; /* they differ when some amount is known only as a range */
    currency currency;
    bool mixed, overflow; /* currencies that cannot be added; a sum that does not fit */
};
/* The sum as a value of the type: unknown when mixed or too large. */
struct value group_sum_value(const struct group_sum *, enum type);

/* The candidates among the groups of one part of one rule, from all logs. Texts are in the arena.
 * False when a log could not be read. */
struct group_list {
    struct arena arena;
    struct group *items;
    size_t count;
};
bool groups_reduce(struct judge *, struct group_log *const *logs, size_t log_count,
                   const struct task *, size_t part, struct group_list *out);
/* Gives the finding, if any, that a candidate makes; false: none. */
bool group_finding(struct judge *, const struct task *, struct group *, const struct input_names *,
                   struct finding *);

#endif
