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

#endif
