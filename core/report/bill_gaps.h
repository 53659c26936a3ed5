/* SPDX-License-Identifier: Apache-2.0
 *
 * Which items of a standard bills close, and which they open.
 */
#ifndef REPORT_BILL_GAPS_H
#define REPORT_BILL_GAPS_H

#include "law/bill.h"
#include "law/standard.h"

struct bill_gaps {
    const struct bills *bills;
    const struct lawbase *before, *after;
    const struct standard *standard;
    struct text language;
    bool html; /* a part of a page */
    FILE *out;
};
void bill_gaps_print(const struct bill_gaps *);
/* The day on which the bills hold in full. */
day bills_last_day(const struct bills *);

#endif
