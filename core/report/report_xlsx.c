/* SPDX-License-Identifier: Apache-2.0
 *
 * XLSX, through libxlsxwriter: a sheet of findings with filters, one of rules, one of inputs. Every
 * cell is text or a number, never a formula. Rows go to a temporary file as they come, so that
 * memory does not grow with them.
 */
#include <config.h>

#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/storing.h"
#include "report/cells.h"
#include "report/markup.h"

enum { SHEET_ROWS = 1000000, CELL_CHARACTERS = 16000 };
/* A file has a time in it: the zero of packed files, unless the user gives a day. */
enum { PACKED_ZERO = 3652 };

struct book {
    int file; /* put aside: the library writes to a path, and a report goes to a stream */
    lxw_workbook *workbook;
    lxw_worksheet *sheet; /* of findings */
    lxw_format *head, *wrapped;
    uint32_t row;
    unsigned sheets; /* of findings */
};

static void write_text(struct report *r, lxw_worksheet *sheet, uint32_t row, size_t column,
                       struct text t, lxw_format *format)
{
    struct text clean = text_clean(&r->arena, t);
    if (clean.len > CELL_CHARACTERS)
        clean = arena_copy(&r->arena, text_cut(&r->arena, clean, CELL_CHARACTERS));
    if (clean.len)
        worksheet_write_string(sheet, row, (lxw_col_t)column, clean.at, format);
}

/* A number that a sheet can hold exactly. */
static void write_number(lxw_worksheet *sheet, uint32_t row, size_t column, uint64_t n)
{
    worksheet_write_number(sheet, row, (lxw_col_t)column, (double)n, NULL);
}

static void write_head(struct report *r, lxw_worksheet *sheet, const struct cell_column *columns,
                       size_t count)
{
    struct book *b = r->book;
    for (size_t i = 0; i < count; i++) {
        worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL);
        write_text(r, sheet, 0, i, text_of(columns[i].name), b->head);
    }
    worksheet_freeze_panes(sheet, 1, 0);
}

static void begin_sheet(struct report *r)
{
    struct book *b = r->book;
    char name[32] = "Findings";
    if (b->sheets++)
        snprintf(name, sizeof name, "Findings %u", b->sheets);
    b->sheet = workbook_add_worksheet(b->workbook, name);
    b->row = 1;
    write_head(r, b->sheet, cell_columns, CELL_COLUMNS);
}

static void end_sheet(struct report *r)
{
    struct book *b = r->book;
    worksheet_autofilter(b->sheet, 0, 0, b->row > 1 ? b->row - 1 : 1, CELL_COLUMNS - 1);
}

static bool begin_xlsx(struct report *r)
{
    struct book *b = heap_alloc(1, sizeof *b);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE,
                                    .tmpdir = (char *)(uintptr_t)put_aside_folder()};
    char path[PUT_ASIDE_PATH_SIZE];
    day made = PACKED_ZERO;
    r->book = b;
    b->file = put_aside_file();
    if (b->file < 0)
        return false;
    put_aside_path(b->file, path);
    b->workbook = workbook_new_opt(path, &options);
    if (!b->workbook)
        return false;
    if (r->dated.len)
        day_read(r->dated, &made);
    char title[] = "Findings";
    lxw_doc_properties about = {.title = title, .created = (time_t)made * 86400};
    workbook_set_properties(b->workbook, &about);
    b->head = workbook_add_format(b->workbook);
    format_set_bold(b->head);
    b->wrapped = workbook_add_format(b->workbook);
    format_set_align(b->wrapped, LXW_ALIGN_VERTICAL_TOP);
    begin_sheet(r);
    return true;
}

/* The amount as a number that can be added up, where a sheet can hold it exactly. */
static bool write_amount(struct book *b, const struct finding *f, struct text cell)
{
    const int64_t most = (int64_t)1 << 53;
    if (!f->amount_known || f->amount.ranged || f->amount.number > most || f->amount.number < -most)
        return false;
    worksheet_write_number(b->sheet, b->row, CELL_AMOUNT, strtod(cell.at, NULL), b->wrapped);
    return true;
}

static void finding_xlsx(struct report *r, const struct finding *f)
{
    struct book *b = r->book;
    struct text cells[CELL_COLUMNS];
    if (b->row == SHEET_ROWS) {
        end_sheet(r);
        begin_sheet(r);
    }
    cells_fill(r, f, cells);
    for (size_t i = 0; i < CELL_COLUMNS; i++)
        if (i != CELL_AMOUNT || !write_amount(b, f, cells[i]))
            write_text(r, b->sheet, b->row, i, cells[i], b->wrapped);
    b->row++;
    arena_reset(&r->arena);
}

static void write_rules(struct report *r, const struct report_end *e)
{
    static const struct cell_column columns[] = {
        {"rule", 36},         {"title", 50},  {"violation", 10}, {"indicator", 10},
        {"undetermined", 14}, {"exempt", 10}, {"withheld", 10},  {"failed", 8}};
    struct book *b = r->book;
    lxw_worksheet *sheet = workbook_add_worksheet(b->workbook, "Rules");
    uint32_t row = 0;
    write_head(r, sheet, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < r->plan->task_count; i++) {
        const struct tally *t = run_tally(e->run, i);
        if (!t->ran)
            continue;
        row++;
        write_text(r, sheet, row, 0, r->plan->tasks[i].rule->id, NULL);
        write_text(r, sheet, row, 1, words_in(&r->plan->tasks[i].rule->title, r->language), NULL);
        write_number(sheet, row, 2, t->outcomes[OUTCOME_VIOLATION]);
        write_number(sheet, row, 3, t->outcomes[OUTCOME_INDICATOR]);
        write_number(sheet, row, 4, t->outcomes[OUTCOME_UNDETERMINED]);
        write_number(sheet, row, 5, t->outcomes[OUTCOME_EXEMPT]);
        write_number(sheet, row, 6, t->withheld);
        write_text(r, sheet, row, 7, t->failed ? TEXT("failed") : TEXT(""), NULL);
    }
}

static void write_inputs(struct report *r, const struct report_end *e)
{
    static const struct cell_column columns[] = {{"file", 40},       {"format", 24},
                                                 {"rows", 10},       {"records", 10},
                                                 {"unreadable", 12}, {"unmatched", 12}};
    struct book *b = r->book;
    lxw_worksheet *sheet = workbook_add_worksheet(b->workbook, "Inputs");
    write_head(r, sheet, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < e->input_count; i++) {
        const struct input_summary *s = &e->inputs[i];
        uint32_t row = (uint32_t)i + 1;
        write_text(r, sheet, row, 0, s->file, NULL);
        write_text(r, sheet, row, 1, s->format, NULL);
        write_number(sheet, row, 2, s->counts.rows);
        write_number(sheet, row, 3, s->counts.records);
        write_number(sheet, row, 4, s->counts.unreadable);
        write_number(sheet, row, 5, s->counts.unmatched);
    }
}

static void end_xlsx(struct report *r, const struct report_end *e)
{
    struct book *b = r->book;
    end_sheet(r);
    write_rules(r, e);
    write_inputs(r, e);
    lxw_error error = workbook_close(b->workbook);
    b->workbook = NULL; /* it is freed in any case */
    r->findings = error == LXW_NO_ERROR ? fdopen(b->file, "rb") : NULL;
    if (r->findings) {
        b->file = -1; /* the stream's now */
        findings_end(r);
    } else {
        r->failed = true;
    }
}

void book_drop(struct report *r)
{
    struct book *b = r->book;
    if (b && b->workbook)
        lxw_workbook_free(b->workbook);
    if (b && b->file >= 0)
        close(b->file);
    free(b);
    r->book = NULL;
}

const struct report_format report_xlsx_format = {
    "xlsx", "a workbook: findings, rules, inputs", false, begin_xlsx, finding_xlsx, end_xlsx, NULL};
