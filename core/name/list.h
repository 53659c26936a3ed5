/* SPDX-License-Identifier: Apache-2.0
 *
 * Lists of names, as registers and watch-lists publish them.
 */
#ifndef NAME_LIST_H
#define NAME_LIST_H

#include "base/arena.h"
#include "name/profile.h"

/* A name of an entry of a list, and what the list tells of the entry. An entry that has several
 * names has an item for each: its own name, and others that say whose they are. */
struct listed {
    struct profile who;
    uint32_t other_of; /* another name: the item with the entry's own, and one; 0: this is it */
    bool apart; /* another name that was told apart from its entry, by the entry's reference */
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
/* Adds a copy, whose texts are copied, too; gives its number. */
uint32_t name_list_add(struct name_list *, const struct listed *);
/* After the last one: names that were told apart come to the entry of their list and reference,
 * and are told what is known of it. Those whose entry is missing are an entry together. */
void name_list_join(struct name_list *);
/* The item with the entry's own name, for any of its names. */
uint32_t name_list_entry(const struct name_list *, uint32_t item);
void name_list_free(struct name_list *);

#endif
