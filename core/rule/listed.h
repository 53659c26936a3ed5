/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: functions that look names up in registers; see functions.def.
 */
#ifndef RULE_LISTED_H
#define RULE_LISTED_H

#include "rule/condition.h"

struct value call_listed(const struct term *, const struct context *);
struct value call_loaded(const struct term *, const struct context *);

#endif
