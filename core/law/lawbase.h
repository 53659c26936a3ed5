/* SPDX-License-Identifier: Apache-2.0
 *
 * The law base: what the law of some jurisdictions says, piece by piece, dated and cited.
 * It is read once and never changes. Conditions are kept as text with their span: rule/ types them.
 */
#ifndef LAW_LAWBASE_H
#define LAW_LAWBASE_H

#include "base/value.h"
#include "law/words.h"

struct jurisdiction {
    struct text id; /* "am" */
    struct words name;
    struct text *languages; /* the official one first */
    size_t language_count;
    currency currency; /* 0: none */
    struct text time_zone;
    bool everywhere;            /* its rules hold for filings of any jurisdiction */
    struct text *authority_ids; /* "cpc" */
    struct words *authorities;
    size_t authority_count;
};

/* Law that was enacted and has not commenced, and a bill, are in force on no day. */
enum status { STATUS_IN_FORCE, STATUS_ENACTED, STATUS_BILL };
/* "in force", "enacted, not in force", "a bill, not in force" */
const char *status_name(enum status);

struct provision_version {
    enum status status; /* of the act, if the version does not say another */
    struct force force;
    struct words summary; /* in our own words */
    struct text source, doubt;
    enum confidence confidence;
};
struct provision {
    struct text id;       /* "am.parties-2016/24.4.4" */
    struct text citation; /* "Article 24(4)(4)" */
    struct words title;
    const struct instrument *instrument;
    struct provision_version *versions;
    size_t version_count;
    struct span span;
    const struct node *node; /* as it stands in its file; likewise below */
};
struct instrument {
    struct text id; /* "am.parties-2016" */
    struct words title;
    struct text citation, source, doubt;
    enum status status;
    enum confidence confidence;
    struct force force;
    struct provision *provisions;
    size_t provision_count;
    struct span span;
    const struct node *node;
};

/* A change that tests need not notice (`law mutate`), and why. */
struct excepted {
    struct text mutant, because;
    struct span span;
};

struct parameter_version {
    enum status status;
    struct force force;
    struct value value;    /* unknown when it was not verified */
    struct text written;   /* as in the file: "2500 x am.minimum_salary_unit", "unverified" */
    struct text provision; /* id */
    struct span provision_span;
    struct text source, doubt;
    enum confidence confidence;
    struct span span;
};
struct parameter {
    struct text id; /* "am.max_foreign_share" */
    struct words title;
    enum type type;
    struct parameter_version *versions;
    size_t version_count;
    struct excepted *except;
    size_t except_count;
    struct span span;
    const struct node *node;
};

/* A condition or another expression as it stands in a YAML file. */
struct expression {
    struct text text;
    struct span span; /* of the text; quoted scalars begin one byte later */
};
struct definition {
    struct text id;
    struct words title;
    struct text *provisions;
    struct span *provision_spans;
    size_t provision_count;
    struct text record;
    struct expression when;
    struct excepted *except;
    size_t except_count;
    struct span span;
    const struct node *node;
    struct force force; /* always, unless a bill changed it on some day */
    bool versioned;     /* one of several of its name, see law/bill.h */
};

struct election {
    struct text id;
    struct words title;
    struct text level;
    day day, called;                /* called: DAY_ALWAYS when not given */
    struct force campaign, silence; /* empty (0,0) when not given */
    enum confidence confidence;
    struct text source, doubt;
    struct span span;
    const struct node *node;
};

/* How grave, and how soon to respond. Impact knows no "urgent". */
enum level { LEVEL_LOW, LEVEL_MEDIUM, LEVEL_HIGH, LEVEL_URGENT };
const char *level_name(enum level);
struct threat {
    struct text id; /* "foreign-funding" */
    struct words title;
    enum level impact, priority;
    struct text source, doubt;
    enum confidence confidence;
    struct text *rules; /* patterns, like "am.*.foreign-*" */
    size_t rule_count;
    struct span span;
};

struct exception {
    struct expression when;
    struct text provision;
    struct span provision_span;
    struct words title;
};
struct consequence {
    bool given;
    struct text action, otherwise, to, authority, from;
    struct text within; /* a duration or the name of a parameter; may be empty */
    struct span within_span, authority_span, from_span;
};
struct argument {
    struct text name;
    struct span name_span;
    struct expression value;
    bool quoted;
};
/* Records that a bill leaves under the old law for a while: the version of a rule that is the old
 * one applies to them alone, the new one to all others. */
enum transition_side { TRANSITION_NONE, TRANSITION_OLD, TRANSITION_NEW };
struct rule {
    struct text id;
    const struct jurisdiction *jurisdiction;
    struct words title;
    struct text *provisions, *sanctions;
    struct span *provision_spans, *sanction_spans;
    size_t provision_count, sanction_count;
    struct force force;
    const struct provision *awaits; /* has not commenced: the rule finds nothing; NULL: none */
    struct text basis;              /* date field; empty: the record type's */
    struct span basis_span;
    struct text plugin;
    struct span plugin_span;
    struct argument *with;
    size_t with_count;
    struct exception *unless;
    size_t unless_count;
    bool is_violation;       /* severity: violation, else indicator */
    struct text threat_name; /* as the rule says; empty: threats.yaml has a pattern, or none */
    struct span threat_span;
    const struct threat *threat; /* NULL: none */
    struct consequence consequence;
    struct text doubt;
    const struct node *tests; /* list, or NULL */
    struct excepted *except;
    size_t except_count;
    struct span span;
    const struct node *node;
    bool versioned; /* one of several of its name, see law/bill.h */
    struct expression spared;
    enum transition_side transition;
};

/* What the jurisdiction's register publishes about natural persons. */
struct publication {
    const struct jurisdiction *jurisdiction;
    struct text *fields; /* "donor.name" */
    struct span *field_spans;
    size_t field_count;
    struct text source, doubt;
    enum confidence confidence;
    struct span span;
};

struct letter;
struct lawbase {
    struct arena arena;
    struct text folder, add_on; /* add_on: empty when there is none */
    struct jurisdiction **jurisdictions;
    size_t jurisdiction_count;
    struct instrument **instruments;
    size_t instrument_count;
    struct parameter **parameters;
    size_t parameter_count;
    struct definition **definitions;
    size_t definition_count;
    struct election **elections;
    size_t election_count;
    struct rule **rules; /* sorted by id */
    size_t rule_count;
    struct threat **threats;
    size_t threat_count;
    struct letter **letters; /* see law/letter.h */
    size_t letter_count;
    struct publication **publications;
    size_t publication_count;
    struct node *vocabulary;
    struct node **formats;
    size_t format_count;
    struct node **names; /* files of names/ */
    size_t name_count;
    char digest[65];      /* over all files read, by path */
    const void *calendar; /* the same address: the same elections */
};

/* Reads vocabulary, formats and the named jurisdictions (none named: all). False after messages:
 * parts that cannot be read are left out, the rest is there. */
bool lawbase_open(struct lawbase *, struct diags *, const char *folder, const struct text *ids,
                  size_t id_count);
/* Likewise, and besides what the folder ADD_ON/lawbase holds: jurisdictions of its own, or further
 * law of those that were read. add_on NULL: nothing. */
bool lawbase_open_with(struct lawbase *, struct diags *, const char *folder, const char *add_on,
                       const struct text *ids, size_t id_count);
void lawbase_close(struct lawbase *);

const struct jurisdiction *jurisdiction_find(const struct lawbase *, struct text id);
const struct provision *provision_find(const struct lawbase *, struct text id);
const struct instrument *instrument_find(const struct lawbase *, struct text id);
const struct definition *definition_find(const struct lawbase *, struct text id);
/* The version of a definition on a day. */
const struct definition *definition_at(const struct lawbase *, struct text id, day on);
/* Whether a condition names a definition, by its whole name or by what stands behind "am." */
bool definition_is_named(const struct definition *, struct text condition);
const struct rule *rule_find(const struct lawbase *, struct text id);
/* The version of a rule in force on a day; in a transition the new one. NULL: none. */
const struct rule *rule_at(const struct lawbase *, struct text id, day on);
const struct threat *threat_find(const struct lawbase *, struct text id);
const struct parameter *parameter_find(const struct lawbase *, struct text id);
/* The version in force on a day, or NULL: the law has no value on that day, which is not zero. */
const struct parameter_version *parameter_at(const struct parameter *, day on);
/* Likewise when the day is not known: the one that holds on every day, or NULL. */
const struct parameter_version *parameter_always(const struct parameter *);
const struct provision_version *provision_at(const struct provision *, day on);
/* Whether no version of it has commenced. */
bool provision_awaits(const struct provision *);

/* Whether the jurisdiction's register publishes the field ("donor.name") of natural persons; what
 * is of low confidence does not count. */
bool jurisdiction_publishes(const struct lawbase *, struct text jurisdiction, struct text field);

/* Whether an election belongs to the jurisdiction ("am.x" to "am") and the level (empty: any). */
bool election_counts(const struct election *, struct text jurisdiction, struct text level);
/* The next voting day on or after `on`, of elections of the jurisdiction (and level, if not empty);
 * NULL when the calendar has none. */
const struct election *election_next(const struct lawbase *, struct text jurisdiction,
                                     struct text level, day on);
/* Whether a day lies in the campaign or silence period of any such election. */
bool election_during(const struct lawbase *, struct text jurisdiction, struct text level,
                     struct text period, day on);

/* Checks all that this floor knows: citations, periods, sources, confidences, translations. */
bool lawbase_lint(const struct lawbase *, struct diags *);
/* How many provisions no rule, definition or parameter rests on: encoded to be read, not applied.
 * Each a note when diags are given. */
size_t lawbase_idle(const struct lawbase *, struct diags *);

#endif
