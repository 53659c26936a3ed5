/* SPDX-License-Identifier: Apache-2.0
 *
 * Whether a group that is over a limit stays over it whatever records still come: "total > cap"
 * does, "part >= half of total" does not. Sums count as growing, as amounts are no debts.
 */
#ifndef RULE_RISING_H
#define RULE_RISING_H

#include "rule/condition.h"

/* Of a condition about sums and the count; for certain true, it stays so while they grow. */
bool term_only_rises(const struct term *);

#endif
