/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what is known of one field while a condition is reasoned about: whether it may
 * be unknown or absent, and of its value an interval, or a set of texts.
 */
#ifndef RULE_DOMAIN_H
#define RULE_DOMAIN_H

#include "rule/condition.h"

#define LEAST INT64_MIN /* no lower end */
#define MOST INT64_MAX  /* no upper end */

/* Texts by number: those that the conditions name, and the last for all others. */
enum { SET_WORDS = 4, SET_OTHER = SET_WORDS * 64 - 1 };
struct set {
    uint64_t words[SET_WORDS];
};
static inline void set_add(struct set *s, size_t i)
{
    s->words[i / 64] |= 1ULL << (i % 64);
}
static inline void set_remove(struct set *s, size_t i)
{
    s->words[i / 64] &= ~(1ULL << (i % 64));
}
static inline bool set_has(const struct set *s, size_t i)
{
    return (s->words[i / 64] >> (i % 64)) & 1;
}
struct set set_both(struct set, struct set);  /* what is in both */
struct set set_minus(struct set, struct set); /* what is in the first only */
size_t set_count(const struct set *);
size_t set_first(const struct set *); /* of one that is not empty */

struct domain {
    bool unknown, absent;
    int64_t least, most;     /* of its value: empty when least > most */
    struct set texts, needs; /* text: which it may be; countries: which it may hold, and must */
    currency currency;       /* of a constant; 0: any */
};

/* Whether nothing is left that it could be. */
bool domain_empty(const struct domain *, enum type);
/* Whether it may have a value. */
bool domain_has_value(const struct domain *, enum type);
void domain_drop_value(struct domain *);

/* Narrows both sides of `left R right`, R being one of the six comparisons, to what satisfies it.
 * Their values only: unknown and absent are the caller's. */
void domain_compare(enum operation, struct domain *left, struct domain *right, enum type);
/* The values that an arithmetic term can have. `by`: the span that a date is moved by; NULL: not
 * known, or none. */
struct domain domain_calculate(const struct term *, const struct domain *left,
                               const struct domain *right, const struct duration *by);

#endif
