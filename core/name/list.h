/* SPDX-License-Identifier: Apache-2.0
 *
 * Lists of names, as registers and watch-lists publish them.
 */
#ifndef NAME_LIST_H
#define NAME_LIST_H

#include "base/arena.h"
#include "name/profile.h"

/* One entry of a list; a name that the list gives as another name of an entry is one of its own. */
struct listed {
    struct profile who;
    struct text list;          /* short name of the list */
    struct text ref;           /* the list's own reference of the entry */
    struct text reason;        /* why it is listed, as published; may be empty */
    struct text through;       /* who acts for it; may be empty */
    bool from_known, to_known; /* to_known: it left the list, or will */
    day from, to;
    struct text file; /* of the register */
    uint64_t line;
};

struct name_list {
    struct arena arena;
    struct listed *items; /* on the heap */
    size_t count, room;
};
/* Adds a copy, whose texts are copied, too. */
void name_list_add(struct name_list *, const struct listed *);
void name_list_free(struct name_list *);

#endif
