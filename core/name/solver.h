/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this folder: what a solver keeps from one question to the next.
 */
#ifndef NAME_SOLVER_H
#define NAME_SOLVER_H

#include "name/linear.h"
#include "name/ownership.h"

/* A party during one question; that of another question counts as none. */
struct visit {
    uint64_t query;
    uint32_t index, low; /* of Tarjan's algorithm */
    uint32_t number;     /* of its node */
};
struct party_list {
    uint32_t *items;
    size_t count, room;
};
void solver_push(struct party_list *, uint32_t party);

/* What is known of a party that may be controlled abroad. */
struct reach {
    uint64_t query;
    uint32_t at; /* its place among all above what was asked for */
    bool certain, possible;
    const struct interest *through; /* by which it was found to be controlled */
};

struct ownership_solver {
    const struct ownership *graph;
    uint64_t query;
    struct visit *visits;
    struct reach *reaches; /* NULL until somebody asks about control */
    const struct interest **chain;
    size_t chain_count, chain_room;
};

/* Parties in an order in which owners come first, and the components of those that hold each other:
 * zero-initialised but for the solver and the question; the solver's query is a new one. */
struct walk {
    struct ownership_solver *solver;
    const struct ownership_question *question;
    struct party_list order, stack; /* finished; open */
    struct frame {
        uint32_t party;
        size_t at;
    } * frames;
    size_t depth, room;
    size_t *ends; /* of the components in `order` */
    size_t end_count, end_room;
    size_t twins;         /* from here on `order` has what was asked for a second time */
    uint32_t index, most; /* give up beyond so many; 0: never */
};

/* Adds all that are seen through, from `root` up; false: they are more than `most`. */
bool walk_from(struct walk *, uint32_t root);
void walk_end_component(struct walk *);
void walk_free(struct walk *);

/* At least so many units; more than them when open. */
struct lower {
    share units;
    bool open;
};
/* Of the solution of one node. Doubtful: the system is too large to tell exactly. */
struct lower lower_of(const struct linear *, size_t node, const struct solution *, bool *doubtful);

/* --- control --- */

/* All from whom a chain of interests of any kind leads to the party, itself first; each has its
 * reach of the solver's query. The list is the caller's to free. */
struct party_list solver_above(struct ownership_solver *, const struct ownership_question *,
                               uint32_t party);
/* Whether at least, or at most, so much is beyond the rule's limit. */
bool control_is_over(const struct control_rule *, share least, bool open);
bool control_may_be_over(const struct control_rule *, share most, bool open);
/* Adds to the chain of the question at hand. */
void solver_add_link(struct ownership_solver *, const struct interest *);
/* ownership_controlled() by what is held over all chains. */
enum truth ownership_controlled_over_chains(struct ownership_solver *,
                                            const struct ownership_question *,
                                            const struct control_rule *, uint32_t party);

#endif
