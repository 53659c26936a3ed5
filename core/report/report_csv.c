/* SPDX-License-Identifier: Apache-2.0
 *
 * CSV (RFC 4180, UTF-8): one finding a row, for spreadsheets and scripts. What a spreadsheet would
 * run as a formula has an apostrophe in front (report/markup.h). Counts of rows and rules have no
 * place in one table: XLSX and JSON have them.
 */
#include <config.h>

#include "report/cells.h"
#include "report/markup.h"

static bool begin_csv(struct report *r)
{
    for (size_t i = 0; i < CELL_COLUMNS; i++)
        fprintf(r->out, "%s%s", i ? "," : "", cell_columns[i].name);
    fputc('\n', r->out);
    return true;
}

static void finding_csv(struct report *r, const struct finding *f)
{
    struct text cells[CELL_COLUMNS];
    cells_fill(r, f, cells);
    for (size_t i = 0; i < CELL_COLUMNS; i++) {
        if (i)
            fputc(',', r->out);
        csv_field(r->out, cells[i]);
    }
    fputc('\n', r->out);
    arena_reset(&r->arena);
}

static void end_csv(struct report *r, const struct report_end *e)
{
    (void)r;
    (void)e;
}

const struct report_format report_csv_format = {
    "csv", "one finding a row, for spreadsheets", false, begin_csv, finding_csv, end_csv, NULL};
