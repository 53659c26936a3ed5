/* SPDX-License-Identifier: Apache-2.0
 *
 * One value of a record, a parameter or a condition, with its type and with what
 * is known of it. *Unknown* means that nobody said; *absent* means that somebody
 * said that there is none.
 */
#ifndef BASE_VALUE_H
#define BASE_VALUE_H

#include "base/date.h"
#include "base/money.h"

enum type {
    TYPE_NONE, /* an error was reported already */
    TYPE_BOOL,
    TYPE_NUMBER, /* a whole number */
    TYPE_MONEY,
    TYPE_SHARE,
    TYPE_DATE,
    TYPE_DURATION,
    TYPE_TEXT,
    TYPE_CODE,      /* a text out of a closed list */
    TYPE_COUNTRY,   /* ISO 3166 alpha-2 as text */
    TYPE_COUNTRIES, /* several, sorted, joined with one blank */
    TYPE_KEY,       /* only for grouping: an identity or a period, as text */
    TYPE_ACTOR,     /* only as an argument: a group of fields */
};

/* "money", "date", ...: as written in the vocabulary. Static. */
const char *type_name(enum type);
/* The type with that name; TYPE_NONE when there is none. */
enum type type_find(struct text);
/* Whether values of the type are held as text. */
bool type_is_text(enum type);

enum knowledge { VALUE_UNKNOWN, VALUE_ABSENT, VALUE_KNOWN };

struct value {
    enum type type;
    enum knowledge knowledge;
    /* It lies in [number, most]: publishers print "at most 100" or rounded sums, and registers do
     * not tell all shares. An end that is open does not belong to it. */
    bool ranged, least_open, most_open;
    currency currency;
    union {
        int64_t number; /* bool 0/1, number, money's minor units, share, day */
        struct duration duration;
        struct text text;
    };
    int64_t most; /* only when `ranged` */
};
/* The upper end of an amount; its lower end is `number`. */
static inline int64_t value_most(const struct value *v)
{
    return v->ranged ? v->most : v->number;
}

/* Truth has three values, ordered so that `and` is the smaller, `or` the larger. */
enum truth { TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_TRUE };
static inline enum truth truth_and(enum truth a, enum truth b)
{
    return a < b ? a : b;
}
static inline enum truth truth_or(enum truth a, enum truth b)
{
    return a > b ? a : b;
}
static inline enum truth truth_not(enum truth a)
{
    return (enum truth)(TRUTH_TRUE - a);
}

/* The value as the law base writes it ("30 %", "2500000 AMD", "0.00 to 100.00 EUR", "2021-01-19",
 * yes/no), "none" when absent, "unknown" when unknown. In the arena. */
struct arena;
struct text value_print(struct arena *, const struct value *);
/* Reads such a text (as in `given:` of a rule's test) as a value of `type`; "none" is absent.
 * Copies text into the arena. False when it is not of that type. TYPE_CODE is taken as it stands.
 */
bool value_read(struct arena *, enum type, struct text, struct value *out);
/* What value_read expects, for messages: "a date like 2021-01-31". Static. */
const char *value_expected(enum type);

#endif
