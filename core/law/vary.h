/* SPDX-License-Identifier: Apache-2.0
 *
 * The law with other values of some limits: what a curve over a limit is made of.
 */
#ifndef LAW_VARY_H
#define LAW_VARY_H

#include "law/bill.h"

struct limit_value {
    const struct parameter *parameter;
    struct value value;
};

/* "5%..50%/5%" (from, to, step) or "10%,20%,50%" as values of the parameter's type, in the arena;
 * an amount without a currency has that of the limit. False after a message. */
bool limit_values_read(struct arena *, struct diags *, const struct parameter *, struct text,
                       struct value **values, size_t *count);
/* Values around two of the same kind, both among them: evenly from some way below the lower to some
 * way above the higher, none of them 0 or less. False when they are alike, or cannot be compared.
 */
bool limit_values_around(struct arena *, const struct value *, const struct value *,
                         struct value **values, size_t *count);
/* The law with the value on every day on which the limit has one, and no value elsewhere, as
 * before. It shares all else with `base`, which must outlive it. */
bool lawbase_vary(struct lawbase *out, struct diags *, const struct lawbase *base,
                  const struct limit_value *, size_t count);

#endif
