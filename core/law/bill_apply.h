/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: the parts of bills_apply. The law being made shares all pieces with the law it
 * was made from; a piece is copied before it is changed.
 */
#ifndef LAW_BILL_APPLY_H
#define LAW_BILL_APPLY_H

#include "law/bill.h"

struct applying {
    struct lawbase *law;
    struct diags *diags;
    const struct bill *bill;
    const struct change *change;
    struct force force;   /* of the change */
    day transition_until; /* likewise moved by --as-if */
};

/* A copy of a list with room for more, as arena_push wants it. */
void *list_copy(struct arena *, const void *list, size_t count, size_t size);
/* The days of a that are also in b; empty (from >= to) when there are none. */
struct force force_common(struct force a, struct force b);
/* A map with one key more, or with another value behind it. */
struct node *node_with(struct arena *, const struct node *map, const char *key,
                       const struct node *item);
/* A scalar that the program writes, with the place of what it stands for. */
struct node *node_scalar(struct arena *, struct text, struct span);
/* What a piece shall read: its own map with the keys of `as` in place of its own (maps under `with`
 * key by key), less `without`. NULL after a message. */
const struct node *change_merge(const struct applying *, const struct node *own);

bool apply_parameter(struct applying *);
bool apply_provision(struct applying *);
bool apply_rule(struct applying *);
bool apply_definition(struct applying *);

#endif
