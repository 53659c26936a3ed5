/* SPDX-License-Identifier: Apache-2.0
 *
 * ODS (OpenDocument, ISO/IEC 26300): all tables stand in content.xml, one after the other.
 */
#include <config.h>

#include <stdlib.h>

#include "filing/sheet.h"

struct cell {
    struct text text;
    char mark;
};

struct ods {
    struct sheet_xml *xml;
    struct sheet_rows rows;
    struct arena names, row;
    bool in_table;
    struct cell *cells;  /* the row at hand ... */
    size_t count, times; /* ... and how often it is still to be written */
};

static void close_book(void *book)
{
    struct ods *o = book;
    sheet_xml_close(o->xml);
    sheet_rows_free(&o->rows);
    arena_free(&o->names);
    arena_free(&o->row);
}

static void *open_book(struct arena *a, const char *path, const char **why)
{
    struct ods *o = arena_make(a, struct ods);
    o->names = ARENA("sheet names");
    o->row = ARENA("sheet row");
    o->xml = sheet_xml_open(path, "content.xml", why);
    return o->xml ? o : NULL;
}

static bool next_sheet(void *book, struct text *name, const char **why)
{
    struct ods *o = book;
    xmlTextReaderPtr r = sheet_xml_reader(o->xml);
    int more;
    *why = NULL;
    sheet_rows_free(&o->rows);
    o->times = 0;
    while ((more = xmlTextReaderRead(r)) == 1)
        if (xml_at(r, "table")) {
            *name = xml_attribute(&o->names, r, "table:name");
            o->in_table = xmlTextReaderIsEmptyElement(r) != 1;
            return true;
        }
    if (more < 0)
        *why = "the workbook is damaged";
    return false;
}

/* What the cell shows: its paragraphs, without the notes on it. */
static struct text read_paragraphs(struct ods *o, xmlTextReaderPtr r, const char *element)
{
    struct growing out = {.arena = &o->row};
    bool note = false, begun = false;
    if (xmlTextReaderIsEmptyElement(r) == 1)
        return TEXT("");
    while (xmlTextReaderRead(r) == 1 && !xml_at_end(r, element)) {
        int type = xmlTextReaderNodeType(r);
        note = xml_at(r, "annotation") || (note && !xml_at_end(r, "annotation"));
        const char *piece = NULL;
        if (note)
            continue;
        if (xml_at(r, "p")) {
            piece = begun ? "\n" : "";
            begun = true;
        } else if (xml_at(r, "s")) {
            piece = " ";
        } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                   type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
            piece = begun ? (const char *)xmlTextReaderConstValue(r) : NULL;
        }
        growing_add(&out, text_of(piece));
    }
    return growing_text(&out);
}

static struct cell read_cell(struct ods *o, xmlTextReaderPtr r)
{
    struct arena *a = &o->row;
    struct text type = xml_attribute(a, r, "office:value-type");
    struct text value = xml_attribute(a, r, "office:value");
    struct text date = xml_attribute(a, r, "office:date-value");
    struct cell c = {TEXT(""), 0};
    c.text = read_paragraphs(o, r,
                             xml_at(r, "covered-table-cell") ? "covered-table-cell" : "table-cell");
    if (date.len) {
        c = (struct cell){date, CELL_DATE};
    } else if (text_equal(type, TEXT("percentage"))) {
        struct text hundred = arena_format(a, "%.15g",
                                           strtod(value.len ? value.at : "0", NULL) * 100);
        c.text = arena_format(a, "%.*s%%", TEXT_ARG(hundred));
    } else if (value.len) {
        c = (struct cell){sheet_number(a, value), CELL_NUMBER};
    }
    return c;
}

static void read_row(struct ods *o, xmlTextReaderPtr r)
{
    size_t column = 0;
    o->times = xml_count(r, "table:number-rows-repeated", SHEET_MOST_ROWS);
    o->cells = NULL;
    o->count = 0;
    arena_reset(&o->row);
    if (xmlTextReaderIsEmptyElement(r) == 1)
        return;
    while (xmlTextReaderRead(r) == 1 && !xml_at_end(r, "table-row")) {
        if (!xml_at(r, "table-cell") && !xml_at(r, "covered-table-cell"))
            continue;
        size_t times = xml_count(r, "table:number-columns-repeated", SHEET_MOST_COLUMNS);
        struct cell c = read_cell(o, r);
        for (size_t i = 0; c.text.len && i < times && column + i < SHEET_MOST_COLUMNS; i++) {
            while (o->count < column + i)
                *arena_push(&o->row, &o->cells, &o->count) = (struct cell){TEXT(""), 0};
            *arena_push(&o->row, &o->cells, &o->count) = c;
        }
        column += times;
    }
}

static void write_row(struct ods *o)
{
    o->times--;
    if (o->rows.written == SHEET_MOST_ROWS)
        return;
    for (size_t i = 0; i < o->count; i++)
        sheet_cell(&o->rows, i, o->cells[i].mark, o->cells[i].text);
    sheet_row_end(&o->rows);
}

static ssize_t pull(void *book, char *bytes, size_t size, const char **why)
{
    struct ods *o = book;
    xmlTextReaderPtr r = sheet_xml_reader(o->xml);
    int more = 1;
    while (!sheet_has_enough(&o->rows) && (o->times || o->in_table) && more == 1) {
        if (o->times)
            write_row(o);
        else if ((more = xmlTextReaderRead(r)) != 1)
            break;
        else if (xml_at(r, "table-row"))
            read_row(o, r);
        else if (xml_at_end(r, "table"))
            o->in_table = false;
    }
    if (more < 0) {
        *why = "the sheet is damaged";
        return -1;
    }
    return (ssize_t)sheet_take(&o->rows, bytes, size);
}

const struct sheet_kind sheet_ods = {open_book, next_sheet, pull, close_book};
