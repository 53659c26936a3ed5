/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: plain rows of a table read column by column, many at a time. What is odd about
 * a row or a cell is left to the row-wise reading of input.c, which also writes the messages, so
 * that both ways give the same records.
 */
#ifndef FILING_COLUMNS_H
#define FILING_COLUMNS_H

#include "filing/opened.h"

/* State of one table that is read so; NULL when its kind or format is not for it. */
struct columns *columns_new(const struct input *);
void columns_free(struct columns *);

/* The lane that got rows from the front of the window; NULL: the next row is not for this. Texts of
 * the batch then point into the window: it must not be refilled before the batch is handed out. */
struct lane *columns_take(struct columns *, struct input *);

#endif
