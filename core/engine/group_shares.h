/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what each of several values, mostly donors, has of the records of a group; the
 * largest of these sums.
 */
#ifndef ENGINE_GROUP_SHARES_H
#define ENGINE_GROUP_SHARES_H

#include "engine/judge.h"

/* Sums that are known as ranges; zeroes are an empty one. */
struct stake {
    __int128 least, most;
};
struct shares {
    struct stake *each;   /* by the number of the value; whose memory it is, the owner knows */
    size_t count;         /* so many numbers there may be */
    struct stake nobodys; /* of records of which nobody knows whose they are */
};

/* Takes an amount in (sign 1) or out again (-1). `whose` is a number, or not known; what is for
 * certain nobody's is no one's share. */
void shares_hold(struct shares *, const struct value *amount, const struct value *whose, int sign);
/* Takes in an amount of which it is not certain that it counts. */
void shares_hold_loose(struct shares *, const struct value *amount, const struct value *whose);
/* The largest share of both together; 0 where nobody has one. `loose` has the same numbers, or
 * nothing at all. */
struct stake shares_largest(const struct shares *certain, const struct shares *loose);

/* What no share can be above, in little memory and without keeping who has what: amounts of two
 * different ones are struck off against each other, and `lead` is what is left, all of it that of
 * `leader`. So nobody has more than half of what was struck off, and the lead. */
struct share_bound {
    uint64_t leader; /* a hash: two whom it takes for one only make the bound larger */
    __int128 lead, all;
};
/* `amount` is not negative. */
void share_bound_take(struct share_bound *, uint64_t whose, int64_t amount);
__int128 share_bound_most(const struct share_bound *);

#endif
