/* SPDX-License-Identifier: Apache-2.0
 *
 * Groups of records: an open-addressing table. The key is kept whole and compared, so
 * that two donors never share a sum. Memory: per group its key and sums, per record of a group
 * its place and reference (about 270 bytes, measured).
 */
#ifndef ENGINE_GROUP_H
#define ENGINE_GROUP_H

#include "engine/finding.h"

struct member {
    struct record_at at;
    int64_t on;
    bool counted; /* its values are in the sums; else only its possible part taints the group */
};

struct group_sum {
    __int128 least, most; /* they differ when some amount is known only as a range */
    currency currency;
    bool mixed, overflow; /* currencies that cannot be added; a sum that does not fit */
};

struct group {
    struct text key;
    struct group_sum *sums;
    struct member *members;
    size_t member_count;
    uint64_t counted;
    bool on_known;
    day on;       /* the latest day of its records */
    bool tainted; /* some record might belong to it, or its amount is not known */
    struct text *missing;
    size_t missing_count;
    struct actor *actors; /* of the first record */
    size_t actor_count;
    struct text *key_parts;
};

struct groups {
    struct arena arena;
    struct group **slots;
    size_t slot_count, count;
    struct group **order; /* as first met */
};

void groups_init(struct groups *);
void groups_free(struct groups *);
/* The group with that key, made if need be. The key is copied. */
struct group *groups_at(struct groups *, struct text key, size_t sum_count);
/* Adds an amount or number to a sum. */
void group_sum_add(struct group_sum *, const struct value *);
/* The sum as a value of the type: unknown when mixed or too large. */
struct value group_sum_value(const struct group_sum *, enum type);

#endif
