/* SPDX-License-Identifier: Apache-2.0
 *
 * A text in several languages: {en: ..., hy: ...}. And what every piece of law carries:
 * how sure we are of it, and when it is in force.
 */
#ifndef LAW_WORDS_H
#define LAW_WORDS_H

#include "base/date.h"
#include "base/yaml.h"

struct words {
    struct text *languages, *texts;
    size_t count;
};

/* The text in the language, else in English, else the first, else "". */
struct text words_in(const struct words *, struct text language);
bool words_have(const struct words *, const char *language);
bool words_read(struct arena *, struct diags *, const struct node *, struct words *out);

enum confidence { CONFIDENCE_LOW, CONFIDENCE_MEDIUM, CONFIDENCE_HIGH };
const char *confidence_name(enum confidence);
bool confidence_read(struct diags *, const struct node *, enum confidence *out);

/* Days [from, to). */
struct force {
    day from, to;
};
static inline bool force_holds(struct force f, day on)
{
    return f.from <= on && on < f.to;
}
/* Of law that has not commenced: no day at all. */
#define FORCE_NEVER ((struct force){DAY_NEVER, DAY_NEVER})
static inline bool force_is_never(struct force f)
{
    return f.from >= f.to;
}
/* Reads keys `from` and `to` of a map (both optional). */
bool force_read(struct diags *, const struct node *map, struct force *out);
/* Reads keys `certain_from` and `doubt_before` of a version: the first day on which it was surely
 * in force, when the day on which it came into force is itself not sure, and why. `first` is then
 * the part in front of that day, `whole` begins on it, and `why` is what is in doubt in front of
 * it; without the keys `first` is empty. */
bool force_split(struct diags *, const struct node *map, struct force *whole, struct force *first,
                 struct text *why);
/* "from 2017-04-01 until 2021-01-18" (the last day included), "from 2017-04-01", "always", "never".
 */
struct text force_print(struct arena *, struct force);

/* One day of a scalar node, with a message when it is none. */
bool node_day(struct diags *, const struct node *, day *out);

#endif
