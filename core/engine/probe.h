/* SPDX-License-Identifier: Apache-2.0
 *
 * The cheapest ways around a rule: a record that it catches is changed, as little as can be, until
 * it does not. What to change is read off the rule's own conditions (limits, codes, days), and
 * taken from schemes. Each way is proven by running the check on it.
 */
#ifndef ENGINE_PROBE_H
#define ENGINE_PROBE_H

#include "engine/plan.h"
#include "law/scheme.h"

/* One record as fields with their texts, as in a rule's test. */
struct probe_field {
    struct text path, value;
    bool changed;
};
struct probe_record {
    struct probe_field *fields;
    size_t count;
};
struct probe_filing {
    const struct record_type *type; /* of all its records */
    struct probe_record *records;
    size_t count;
};

/* Another rule that catches the way, or now misses a fact about it. */
struct probe_catch {
    const struct rule *rule;
    enum outcome outcome;
};
struct way {
    struct text title; /* "exactly the limit", or a scheme's */
    const struct scheme *scheme;
    struct probe_filing filing;
    size_t changes;       /* fields changed: what it costs */
    enum outcome outcome; /* of the rule: clear or exempt */
    struct probe_catch *others;
    size_t other_count;
    struct text also; /* codes that lead to the same; may be empty */
    size_t number;    /* as they were found */
};
struct probe {
    const struct rule *rule;
    struct probe_filing caught; /* no records: none of its tests is caught */
    enum outcome caught_as;
    struct probe_catch *before; /* what other rules say of what is caught */
    size_t before_count;
    struct way *ways; /* what no other rule minds first, then the fewest changes */
    size_t way_count, tried;
};

struct probing {
    struct arena *arena;
    struct diags *diags;
    const struct plan *plan; /* of the whole law */
    const struct schemes *schemes;
    struct text language;
};
/* The names and values in schemes, held against the vocabulary; false after messages. */
bool schemes_check(const struct schemes *, const struct vocabulary *, struct diags *);
/* Looks for ways around a rule of the plan. */
void probe_rule(const struct probing *, const struct rule *, struct probe *);

#endif
