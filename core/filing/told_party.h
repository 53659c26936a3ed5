/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: parties of a file whose statements refer to them by numbers of their own,
 * perhaps before any says who they are.
 */
#ifndef FILING_TOLD_PARTY_H
#define FILING_TOLD_PARTY_H

#include "filing/owners.h"

struct told_party {
    struct text id; /* of the file's own */
    uint32_t party; /* once all are in the graph */
    bool told;      /* some statement said who it is ... */
    day told_on;    /* ... on that day, the latest */
    struct who who;
    struct party facts;
    struct told_party *same; /* it is that one; NULL: itself */
    struct told_party *next;
};
struct told_parties {
    struct arena arena;
    struct told_party **slots; /* lists, by the hash of the id */
};

void told_parties_init(struct told_parties *);
void told_parties_free(struct told_parties *);
/* The party with that number, made when it is new; of those that are the same the first. */
struct told_party *told_party_of(struct told_parties *, struct text id);
/* From here on the second number stands for the party of the first. */
void told_party_same(struct told_parties *, struct text id, struct text as);
/* Adds them all to the graph: each is another one than those of its name. */
void told_parties_add(struct told_parties *, struct owners *);

struct text told_keep(struct told_parties *, struct text);
/* The day with which a text begins ("2021-01-31T12:00:00Z"). */
day day_of_text(struct text, day otherwise);
/* The code of a country that is given as "GB", "gb", "GB-SCT" or by its name; empty: it is none. */
struct text told_country(struct text);
/* Sets where the party belongs: codes joined with ";", none when it is not known. */
void told_countries(struct told_parties *, struct party *, struct text codes);

#endif
