/* SPDX-License-Identifier: Apache-2.0
 *
 * Texts by number: equal texts have the same one, counted from 0 in the order in which they came.
 */
#ifndef REPORT_TEXT_TABLE_H
#define REPORT_TEXT_TABLE_H

#include "base/arena.h"

struct text_table {
    struct arena arena; /* its own copies */
    struct text *items;
    size_t count;
    uint32_t *slots; /* a number + 1; 0: empty */
    size_t slot_count;
};

/* The text's number; `count` tells whether it is new. */
size_t text_table_add(struct text_table *, struct text);
void text_table_free(struct text_table *);

#endif
