/* SPDX-License-Identifier: Apache-2.0
 *
 * A bill: changes to the law base, as a legal adviser writes them. Bills are read from their own
 * files and applied in order; the result is another law base that shares with the first whatever
 * no bill touches, so that what is the same in both can be known by its address. Spans of what a
 * bill brings point into the bill.
 *
 * What changes from a day on is cut in two there: the old version ends on that day, the new one
 * begins. A rule or definition has then several versions under one name.
 */
#ifndef LAW_BILL_H
#define LAW_BILL_H

#include "law/standard.h"

enum change_kind { CHANGE_SET, CHANGE_REPLACE, CHANGE_INSERT, CHANGE_REPEAL };
enum piece_kind {
    PIECE_NONE,
    PIECE_PROVISION,
    PIECE_PARAMETER,
    PIECE_DEFINITION,
    PIECE_ELECTION,
    PIECE_RULE,
    PIECE_INSTRUMENT
};
/* "set", "replace", ...; "rule", "provision", ... Static. */
const char *change_kind_name(enum change_kind);
const char *piece_kind_name(enum piece_kind);

struct change {
    enum change_kind kind;
    struct text target;    /* id of what it changes or brings */
    struct span span;      /* of that id */
    const struct node *as; /* what it shall read (NULL: nothing, or `value` alone) */
    const struct node *value;
    struct text *without; /* set: keys that are dropped */
    struct span *without_spans;
    size_t without_count;
    struct force force; /* from the commencement on */
    bool commencement_given;
    /* In the transition records that meet `spares` stay under the old law (until a day); or a limit
     * has a value of its own until then. */
    struct span transition_span;
    bool has_transition;
    struct expression spares;
    const struct node *transition_value;
    day transition_until; /* DAY_NEVER: without end */
    struct words note;
};

/* What the bill answers to an item of a standard (lawbase/standards). */
struct bill_answer {
    struct text standard, item, remark;
    struct span span; /* of the item's name */
    enum answer answer;
    struct text *provisions, *rules;
    struct span *provision_spans, *rule_spans;
    size_t provision_count, rule_count;
};

struct bill {
    struct text id;
    struct words title;
    struct text sponsor, source, doubt;
    const struct node *confidence; /* of what it brings; NULL: high */
    day drafted;                   /* the day of the law on which it was drafted */
    struct text base_digest;       /* of that whole law base; may be empty */
    struct text *piece_ids, *piece_digests;
    struct span *piece_spans;
    size_t piece_count;
    struct text *amends;
    struct span *amends_spans;
    size_t amends_count;
    struct bill_answer *answers;
    size_t answer_count;
    struct change *changes;
    size_t change_count;
    struct span span;
    const struct node *node;
};

/* Reads a bill's file into the arena; NULL after messages. */
struct bill *bill_open(struct arena *, struct diags *, const char *path);
struct bill *bill_read(struct arena *, struct diags *, const struct source *);

struct bills {
    struct bill *const *items; /* in the order in which they apply */
    size_t count;
    /* The bills are taken as in force from that day on: the earliest commencement of each moves
     * there, and all its other days with it. */
    bool as_if;
    day as_if_from; /* DAY_ALWAYS: as if it had always been the law, for filings without days */
};
/* The law after the bills. `base` must outlive it. False after messages: what cannot be applied is
 * left out. */
bool bills_apply(struct lawbase *out, struct diags *, const struct lawbase *base,
                 const struct bills *);
/* The stretch of time of a change, moved by --as-if. */
struct force change_force(const struct bills *, const struct bill *, const struct change *);
/* Likewise of the day on which its transition ends; DAY_ALWAYS: it is over. */
day change_transition(const struct bills *, const struct bill *, const struct change *);

/* What a change is about, in a law base; PIECE_NONE: there is no such thing. */
enum piece_kind piece_find(const struct lawbase *, struct text id);
/* What a change brings or is about: an insertion says so itself. */
enum piece_kind change_piece(const struct lawbase *, const struct change *);
/* Where it stands; 12 digits over what it says, tests left out; "" when there is no such thing. */
struct span piece_span(const struct lawbase *, struct text id);
struct text piece_digest(struct arena *, const struct lawbase *, struct text id);

/* Whether the bills still fit the law on which they were drafted, whether they are in each other's
 * way, and what they forget: citations of what is repealed, sanctions without an offence, later
 * values that they override. `amended` is the law after them. */
bool bills_lint(const struct bills *, const struct lawbase *base, const struct lawbase *amended,
                struct diags *);
/* The lines under `base:` for a bill as the law base stands. */
void bill_print_base(const struct bill *, const struct lawbase *, FILE *);

#endif
