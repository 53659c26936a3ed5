/* SPDX-License-Identifier: Apache-2.0
 *
 * Functions of the condition language that look into the registers of owners: how much of an actor
 * is held abroad, and who controls it from there, on the day that decides. Of an actor that no
 * register has nothing is known.
 */
#ifndef RULE_HOLDING_H
#define RULE_HOLDING_H

#include "name/ownership.h"
#include "rule/condition.h"

/* What is settled when the condition is read. */
struct holding_call {
    struct actor_fields fields;
    struct text home;         /* countries, joined with single blanks */
    const struct term *limit; /* control: the share that must be passed */
    bool jointly, at_least, over_chains;
};

/* Resolves a call once its arguments are; NULL after messages. */
struct term *holding_resolve(const struct scope *, struct term *);
/* Whether the term, or one within it, looks into registers of owners. */
bool term_asks_owners(const struct term *);

struct value call_owners_known(const struct term *, const struct context *);
struct value call_foreign_share(const struct term *, const struct context *);
struct value call_direct_foreign_share(const struct term *, const struct context *);
struct value call_largest_foreign_share(const struct term *, const struct context *);
struct value call_controlled_abroad(const struct term *, const struct context *);
struct value call_control_chain(const struct term *, const struct context *);

/* What decided a yes or no of these functions: the chain of control, or who the actor is. */
struct text holding_values(const struct term *, const struct context *);

/* One interest that an answer rests on, as a report tells it. */
struct holding_told {
    struct text owner, owner_from; /* "CY", "RU"; "?" when nobody knows */
    struct text owned;
    struct text interest;                   /* "45 % of the shares" */
    struct text period;                     /* "since 2019-01-01" */
    struct text source;                     /* "register.csv:4" */
    bool owner_is_body, owned_is_body;      /* the register says that it is no natural person */
    uint32_t owner_party, owned_party;      /* in the graph: what tells parties of one name apart */
    enum party_side owner_side, owned_side; /* seen from who asks; of holding_tell(): unknown */
};
struct holding_told holding_tell(struct arena *, const struct ownership *, const struct interest *);
/* A range of shares as a value; unknown when it may be anything. */
struct value holding_share(struct share_range);
/* The interests on which the answers to the term's questions about the row rest, each once, from
 * the actor upward; beyond `most` they are only counted. */
void term_holdings(const struct term *, const struct context *, struct holding_told **,
                   size_t *count, size_t *left_out);

#endif
