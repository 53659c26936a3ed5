/* SPDX-License-Identifier: Apache-2.0
 *
 * Who owns whom, as registers tell it: interests and parties read from their records into a graph
 * (name/ownership.h), and the parties found again by what a filing says of an actor.
 *
 * A number decides who somebody is; a body without one that fits is known by its name, when only
 * one in the registers bears it, and nothing says that they are two. People are never found by a
 * name alone.
 */
#ifndef FILING_OWNERS_H
#define FILING_OWNERS_H

#include "filing/register.h"
#include "name/ownership.h"

/* By what a party is recognised. */
struct who {
    struct text name;
    enum party_sort sort;
    bool birth_known;
    day birth;
    struct text numbers[MOST_NUMBERS]; /* each of its own kind; empty: not known */
    struct text other_number;          /* of a kind that nobody knows */
};

struct owners;
struct owners *owners_new(const struct vocabulary *);
void owners_free(struct owners *);
/* Rows of a record type that holds interests, or parties. Rows that could not be read are left out;
 * gives how many were taken. */
uint64_t owners_add(struct owners *, const struct batch *);
/* A party and an interest that were read otherwise. `apart`: it is another one than those of the
 * same name. */
uint32_t owners_add_party(struct owners *, const struct who *, const struct party *, bool apart);
void owners_add_interest(struct owners *, const struct interest *);
/* After the last one. */
void owners_finish(struct owners *);
const struct ownership *owners_graph(const struct owners *);

/* The party that an actor of a row is. */
bool owners_find(const struct owners *, const struct actor_fields *, const struct batch *,
                 size_t row, uint32_t *party);
/* The party with that number, or the only one with that name. */
bool owners_find_named(const struct owners *, struct text name_or_number, uint32_t *party);

/* A solver of nobody else until it is given back; any thread may ask. */
struct ownership_solver *owners_borrow(const struct owners *);
void owners_give_back(const struct owners *, struct ownership_solver *);

#endif
