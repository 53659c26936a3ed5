/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this folder: what a solver keeps from one question to the next.
 */
#ifndef NAME_SOLVER_H
#define NAME_SOLVER_H

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

#endif
