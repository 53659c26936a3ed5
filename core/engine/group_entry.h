/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: how a record of a group stands in the log, for who writes it (group_rows.c)
 * and who reads it (group_reduce.c).
 */
#ifndef ENGINE_GROUP_ENTRY_H
#define ENGINE_GROUP_ENTRY_H

#include "engine/judge.h"

enum entry_flags {
    ENTRY_COUNTED = 1,  /* its values are in the sums */
    ENTRY_DAY = 2,      /* its day is known */
    ENTRY_ALONE = 4,    /* its group is not known */
    ENTRY_TAINTED = 8,  /* something about it is not certain */
    ENTRY_ALIKE = 16,   /* it stands for several that are alone and lack the same */
    ENTRY_PERHAPS = 32, /* it is not certain that it counts, but what it would count */
};

/* Whether sums over the whole group do not decide: it has a window, or counts distinct values. */
static inline bool task_looks_closely(const struct task *t)
{
    return t->window || t->counts_distinct;
}
/* Whether the entry has values for the sums. */
static inline bool entry_has_sums(unsigned flags)
{
    return (flags & (ENTRY_COUNTED | ENTRY_PERHAPS)) != 0;
}
/* What the records of a group, one by one, give: the windows over the limit, each a group of its
 * own; perhaps the group as undetermined. */
void group_windows(struct judge *, const struct task *, const struct group *, struct group_list *);
void group_table_free(struct group_table *);
void group_add_missing(struct arena *, struct group *, struct text missing);
/* Copies an entry into *out, the number of its input raised by `more`; gives the hash of its key.
 * *out is empty when the entry is broken. */
uint64_t entry_shift(struct text entry, uint64_t more, struct pack *out);

#endif
