/* SPDX-License-Identifier: Apache-2.0
 *
 * A finding as a row of a table: CSV and XLSX have the same columns.
 */
#ifndef REPORT_CELLS_H
#define REPORT_CELLS_H

#include "report/report.h"

struct cell_column {
    const char *name;
    double width; /* of a sheet's column, in characters */
};
enum { CELL_COLUMNS = 23, CELL_AMOUNT = 10 };
extern const struct cell_column cell_columns[CELL_COLUMNS];

/* The cells in the columns' order; in the arena. */
void cells_fill(struct report *, const struct finding *, struct text cells[CELL_COLUMNS]);

#endif
