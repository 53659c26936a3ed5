/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what the latest distinct cells of a column meant. A cell that comes again, as
 * most dates, codes and countries do, is not decoded again. Cells and texts that are longer than an
 * entry holds are not kept.
 */
#ifndef FILING_MEMO_H
#define FILING_MEMO_H

#include "base/value.h"

enum { MEMO_CELL = 23, MEMO_TEXT = 23, MEMO_ENTRIES = 2048 };

struct memo_entry {
    uint8_t len; /* of the cell; 255: the entry is empty */
    char cell[MEMO_CELL];
    uint8_t text_len; /* the value's own text, when it does not live elsewhere */
    char text[MEMO_TEXT];
    uint16_t code;
    struct value value;
};
struct memo;
struct memo *memo_new(void);
void memo_free(struct memo *);
/* Where the cell's entry is or would be; NULL: the cell is too long. */
struct memo_entry *memo_at(struct memo *, struct text cell);
static inline bool memo_holds(const struct memo_entry *e, struct text cell)
{
    return e->len == cell.len && memcmp(e->cell, cell.at, cell.len) == 0;
}
/* Puts the value in place of what the entry held. */
void memo_keep(struct memo_entry *, struct text cell, const struct value *, uint16_t code);

#endif
