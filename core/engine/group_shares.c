/* SPDX-License-Identifier: Apache-2.0
 *
 * The largest share of one, in time that grows with the records, not with their pairs.
 */
#include <config.h>

#include "engine/group_shares.h"

/* NULL: nobody's. */
static struct stake *stake_of(struct shares *s, const struct value *whose)
{
    if (whose->knowledge == VALUE_UNKNOWN)
        return &s->nobodys;
    return whose->knowledge == VALUE_KNOWN ? &s->each[whose->number] : NULL;
}

void shares_hold(struct shares *s, const struct value *amount, const struct value *whose, int sign)
{
    struct stake *stake = stake_of(s, whose);
    if (!stake || amount->knowledge != VALUE_KNOWN)
        return;
    stake->least += sign * (__int128)amount->number;
    stake->most += sign * (__int128)value_most(amount);
}

void shares_hold_loose(struct shares *s, const struct value *amount, const struct value *whose)
{
    struct stake *stake = stake_of(s, whose);
    if (!stake || amount->knowledge != VALUE_KNOWN)
        return;
    stake->least += amount->number < 0 ? amount->number : 0;
    stake->most += value_most(amount) > 0 ? value_most(amount) : 0;
}

/* What is nobody's as yet may all be that of the largest, or of one who has nothing else; debts may
 * be his too. */
struct stake shares_largest(const struct shares *certain, const struct shares *loose)
{
    struct stake largest = {0};
    for (size_t i = 0; i < certain->count; i++) {
        struct stake more = i < loose->count ? loose->each[i] : (struct stake){0};
        __int128 least = certain->each[i].least + more.least;
        __int128 most = certain->each[i].most + more.most;
        largest.least = least > largest.least ? least : largest.least;
        largest.most = most > largest.most ? most : largest.most;
    }
    largest.least += certain->nobodys.least + loose->nobodys.least;
    largest.most += certain->nobodys.most + loose->nobodys.most;
    largest.least = largest.least < 0 ? 0 : largest.least;
    return largest;
}

void share_bound_take(struct share_bound *b, uint64_t whose, int64_t amount)
{
    b->all += amount;
    if (b->lead == 0)
        b->leader = whose;
    if (b->leader == whose) {
        b->lead += amount;
    } else if (b->lead >= amount) {
        b->lead -= amount;
    } else {
        b->leader = whose;
        b->lead = amount - b->lead;
    }
}

__int128 share_bound_most(const struct share_bound *b)
{
    return (b->all - b->lead) / 2 + b->lead;
}
