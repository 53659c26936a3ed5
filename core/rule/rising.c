/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "rule/rising.h"

static void find_slot(const struct term *t, void *found)
{
    *(bool *)found |= t->op == OP_SLOT;
}

static bool is_fixed(const struct term *t)
{
    bool found = false;
    term_walk(t, find_slot, &found);
    return !found;
}

/* Whether the value can only go up (or only down) while the sums in it grow. */
static bool goes(const struct term *t, bool up)
{
    if (is_fixed(t))
        return true;
    switch (t->op) {
    case OP_SLOT:
        return up;
    case OP_ADD:
    case OP_MULTIPLY: /* by a number that is not negative */
        return goes(t->args[0], up) && goes(t->args[1], up);
    case OP_SUBTRACT:
        return goes(t->args[0], up) && goes(t->args[1], !up);
    default:
        return false;
    }
}

static bool comparison_rises(const struct term *t, bool rises)
{
    bool greater = t->op == OP_GREATER || t->op == OP_GREATER_EQUAL;
    bool less = t->op == OP_LESS || t->op == OP_LESS_EQUAL;
    bool up = greater == rises;
    return (greater || less) && goes(t->args[0], up) && goes(t->args[1], !up);
}

/* `rises`: once true, always true; otherwise once false, always false. */
static bool keeps(const struct term *t, bool rises)
{
    if (is_fixed(t))
        return true;
    if (t->op == OP_NOT)
        return keeps(t->args[0], !rises);
    if (t->op != OP_AND && t->op != OP_OR)
        return comparison_rises(t, rises);
    bool all = true;
    for (size_t i = 0; i < t->arg_count; i++)
        all &= keeps(t->args[i], rises);
    return all;
}

bool term_only_rises(const struct term *t)
{
    return keeps(t, true);
}
