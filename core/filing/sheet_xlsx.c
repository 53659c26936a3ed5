/* SPDX-License-Identifier: Apache-2.0
 *
 * XLSX (ECMA-376): texts and formats are read first and kept, rows are streamed.
 */
#include <config.h>

#include <ctype.h>
#include <stdlib.h>

#include "base/date.h"
#include "filing/sheet.h"

enum { MOST_TEXT = 256 << 20 };
enum number_look { LOOK_PLAIN, LOOK_DATE, LOOK_PERCENT };

struct sheet_name {
    struct text name, relation, member;
};

struct xlsx {
    struct arena *arena;
    struct text path;
    struct sheet_name *sheets;
    size_t sheet_count, at; /* the sheet to come */
    struct text *texts;     /* shared strings */
    size_t text_count, text_bytes;
    uint8_t *looks; /* one a cell format */
    size_t look_count;
    bool from_1904;
    struct sheet_xml *xml; /* the sheet at hand */
    struct sheet_rows rows;
    struct arena cell;
};

/* --- the parts before the rows --- */

static bool is_date_code(struct text code)
{
    bool quoted = false, bracket = false;
    for (size_t i = 0; i < code.len; i++) {
        char c = (char)tolower((unsigned char)code.at[i]);
        quoted ^= c == '"';
        bracket = c == '[' || (bracket && c != ']');
        if (!quoted && !bracket && (c == 'y' || c == 'd'))
            return true;
    }
    return false;
}

static enum number_look look_of(size_t id, struct text code)
{
    if ((id >= 14 && id <= 17) || id == 22 || is_date_code(code))
        return LOOK_DATE;
    return id == 9 || id == 10 || text_find(code, '%') < code.len ? LOOK_PERCENT : LOOK_PLAIN;
}

struct own_format {
    size_t id;
    struct text code;
};

static void read_styles(struct xlsx *x, const char **why)
{
    struct own_format *own = NULL;
    size_t own_count = 0;
    bool in_cells = false;
    struct sheet_xml *xml = sheet_xml_open(x->path.at, "xl/styles.xml", why);
    *why = NULL;
    if (!xml)
        return; /* a workbook may do without */
    xmlTextReaderPtr r = sheet_xml_reader(xml);
    while (xmlTextReaderRead(r) == 1) {
        if (xml_at(r, "numFmt"))
            *arena_push(x->arena, &own, &own_count) = (struct own_format){
                xml_count(r, "numFmtId", SIZE_MAX), xml_attribute(x->arena, r, "formatCode")};
        if (xml_at(r, "cellXfs"))
            in_cells = true;
        if (xml_at_end(r, "cellXfs"))
            in_cells = false;
        if (!in_cells || !xml_at(r, "xf"))
            continue;
        struct text id_text = xml_attribute(x->arena, r, "numFmtId"), code = TEXT("");
        size_t id = id_text.len ? strtoul(id_text.at, NULL, 10) : 0;
        for (size_t i = 0; i < own_count; i++)
            if (own[i].id == id)
                code = own[i].code;
        *arena_push(x->arena, &x->looks, &x->look_count) = (uint8_t)look_of(id, code);
    }
    sheet_xml_close(xml);
}

/* The text within an element, over its runs, without hints for pronunciation. */
static struct text read_text(struct arena *a, xmlTextReaderPtr r, const char *element)
{
    struct growing out = {.arena = a};
    bool phonetic = false;
    if (xmlTextReaderIsEmptyElement(r) == 1)
        return TEXT("");
    while (xmlTextReaderRead(r) == 1 && !xml_at_end(r, element)) {
        int type = xmlTextReaderNodeType(r);
        phonetic = xml_at(r, "rPh") || (phonetic && !xml_at_end(r, "rPh"));
        if (phonetic || (type != XML_READER_TYPE_TEXT && type != XML_READER_TYPE_CDATA &&
                         type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
            continue;
        growing_add(&out, text_of((const char *)xmlTextReaderConstValue(r)));
    }
    return growing_text(&out);
}

static bool read_shared_texts(struct xlsx *x, const char **why)
{
    struct sheet_xml *xml = sheet_xml_open(x->path.at, "xl/sharedStrings.xml", why);
    *why = NULL;
    if (!xml)
        return true; /* all texts stand in their cells */
    xmlTextReaderPtr r = sheet_xml_reader(xml);
    while (!*why && xmlTextReaderRead(r) == 1)
        if (xml_at(r, "si")) {
            struct text t = read_text(x->arena, r, "si");
            *arena_push(x->arena, &x->texts, &x->text_count) = t;
            x->text_bytes += t.len;
            if (x->text_bytes > MOST_TEXT)
                *why = "its texts are longer than 256 MiB; save the sheet as CSV";
        }
    sheet_xml_close(xml);
    return !*why;
}

static bool read_sheet_names(struct xlsx *x, const char **why)
{
    struct sheet_xml *xml = sheet_xml_open(x->path.at, "xl/workbook.xml", why);
    if (!xml)
        return false;
    xmlTextReaderPtr r = sheet_xml_reader(xml);
    while (xmlTextReaderRead(r) == 1) {
        if (xml_at(r, "workbookPr")) {
            struct text date1904 = xml_attribute(x->arena, r, "date1904");
            x->from_1904 = text_equal(date1904, TEXT("1")) || text_equal(date1904, TEXT("true"));
        }
        if (xml_at(r, "sheet"))
            *arena_push(x->arena, &x->sheets, &x->sheet_count) = (struct sheet_name){
                xml_attribute(x->arena, r, "name"), xml_attribute(x->arena, r, "r:id"), TEXT("")};
    }
    sheet_xml_close(xml);
    return true;
}

static bool read_relations(struct xlsx *x, const char **why)
{
    struct sheet_xml *xml = sheet_xml_open(x->path.at, "xl/_rels/workbook.xml.rels", why);
    if (!xml)
        return false;
    xmlTextReaderPtr r = sheet_xml_reader(xml);
    while (xmlTextReaderRead(r) == 1) {
        if (!xml_at(r, "Relationship"))
            continue;
        struct text id = xml_attribute(x->arena, r, "Id"),
                    target = xml_attribute(x->arena, r, "Target");
        bool absolute = target.len && target.at[0] == '/';
        for (size_t i = 0; i < x->sheet_count; i++)
            if (text_equal(x->sheets[i].relation, id))
                x->sheets[i].member = absolute
                                          ? text_slice(target, 1, target.len)
                                          : arena_format(x->arena, "xl/%.*s", TEXT_ARG(target));
    }
    sheet_xml_close(xml);
    return true;
}

static void close_book(void *book)
{
    struct xlsx *x = book;
    sheet_xml_close(x->xml);
    sheet_rows_free(&x->rows);
    arena_free(&x->cell);
}

static void *open_book(struct arena *a, const char *path, const char **why)
{
    struct xlsx *x = arena_make(a, struct xlsx);
    x->arena = a;
    x->cell = ARENA("cell");
    x->path = arena_copy(a, text_of(path));
    if (read_sheet_names(x, why) && read_relations(x, why) && read_shared_texts(x, why)) {
        read_styles(x, why);
        return x;
    }
    close_book(x);
    return NULL;
}

/* --- rows --- */

static bool next_sheet(void *book, struct text *name, const char **why)
{
    struct xlsx *x = book;
    sheet_xml_close(x->xml);
    x->xml = NULL;
    sheet_rows_free(&x->rows);
    *why = NULL;
    if (x->at == x->sheet_count)
        return false;
    const struct sheet_name *s = &x->sheets[x->at++];
    *name = s->name;
    x->xml = sheet_xml_open(x->path.at, s->member.len ? s->member.at : "", why);
    return x->xml != NULL;
}

/* "AB12" -> 27 */
static size_t column_of(struct text reference, size_t otherwise)
{
    size_t column = 0;
    for (size_t i = 0; i < reference.len && isupper((unsigned char)reference.at[i]); i++)
        column = column < SHEET_MOST_COLUMNS ? column * 26 + (size_t)(reference.at[i] - 'A' + 1)
                                             : column;
    return column ? column - 1 : otherwise;
}

/* Days since 1899-12-30 (or 1904-01-01), with the time behind the point. */
static struct text print_date(struct xlsx *x, struct text serial)
{
    char buffer[DAY_TEXT_SIZE];
    double number = strtod(arena_copy(&x->cell, serial).at, NULL);
    if (number < 0 || number > 2958466)
        return serial;
    int whole = (int)number;
    int seconds = (int)((number - whole) * 86400 + 0.5);
    int since_1970 = whole - 25569 + (x->from_1904 ? 1462 : whole < 60 ? 1 : 0);
    day_print(since_1970, buffer);
    if (seconds == 0)
        return arena_copy(&x->cell, text_of(buffer));
    return arena_format(&x->cell, "%s %02d:%02d:%02d", buffer, seconds / 3600, seconds / 60 % 60,
                        seconds % 60);
}

static struct text print_percent(struct xlsx *x, struct text t)
{
    double number = strtod(arena_copy(&x->cell, t).at, NULL);
    struct text hundred = arena_format(&x->cell, "%.15g", number * 100);
    return arena_format(&x->cell, "%.*s%%", TEXT_ARG(hundred));
}

struct cell {
    size_t column, style;
    char type; /* n, s(hared), i(nline), t(ext of a formula), b, e, d */
    struct text value;
};

static void write_cell(struct xlsx *x, const struct cell *c)
{
    size_t index;
    enum number_look look = c->style < x->look_count ? x->looks[c->style] : LOOK_PLAIN;
    switch (c->type) {
    case 's':
        index = c->value.len ? strtoul(arena_copy(&x->cell, c->value).at, NULL, 10) : SIZE_MAX;
        if (index < x->text_count)
            sheet_cell(&x->rows, c->column, 0, x->texts[index]);
        return;
    case 'b':
        sheet_cell(&x->rows, c->column, 0,
                   text_equal(c->value, TEXT("1")) ? TEXT("TRUE") : TEXT("FALSE"));
        return;
    case 'd':
        sheet_cell(&x->rows, c->column, CELL_DATE, c->value);
        return;
    case 'n':
        if (look == LOOK_DATE && c->value.len)
            sheet_cell(&x->rows, c->column, CELL_DATE, print_date(x, c->value));
        else if (look == LOOK_PERCENT && c->value.len)
            sheet_cell(&x->rows, c->column, 0, print_percent(x, c->value));
        else if (c->value.len)
            sheet_cell(&x->rows, c->column, CELL_NUMBER, sheet_number(&x->cell, c->value));
        return;
    default: /* texts; an error like #REF! stands as it is shown */
        sheet_cell(&x->rows, c->column, 0, c->value);
    }
}

static struct cell begin_cell(struct xlsx *x, xmlTextReaderPtr r, size_t next_column)
{
    struct text type = xml_attribute(&x->cell, r, "t"), style = xml_attribute(&x->cell, r, "s");
    struct cell c = {.column = column_of(xml_attribute(&x->cell, r, "r"), next_column),
                     .type = 'n'};
    c.style = style.len ? strtoul(style.at, NULL, 10) : 0;
    if (text_equal(type, TEXT("inlineStr")))
        c.type = 'i';
    else if (text_equal(type, TEXT("str")))
        c.type = 't';
    else if (type.len == 1)
        c.type = type.at[0];
    return c;
}

static void read_row(struct xlsx *x, xmlTextReaderPtr r)
{
    struct cell c = {.column = SIZE_MAX};
    if (xmlTextReaderIsEmptyElement(r) == 1)
        return;
    while (xmlTextReaderRead(r) == 1 && !xml_at_end(r, "row")) {
        if (xml_at(r, "c")) {
            arena_reset(&x->cell);
            c = begin_cell(x, r, c.column + 1);
        }
        if (xml_at(r, "v"))
            c.value = read_text(&x->cell, r, "v");
        else if (xml_at(r, "is"))
            c.value = read_text(&x->cell, r, "is");
        if (xml_at_end(r, "c"))
            write_cell(x, &c);
    }
}

static ssize_t pull(void *book, char *bytes, size_t size, const char **why)
{
    struct xlsx *x = book;
    xmlTextReaderPtr r = sheet_xml_reader(x->xml);
    int more = 1;
    while (!sheet_has_enough(&x->rows) && (more = xmlTextReaderRead(r)) == 1)
        if (xml_at(r, "row")) {
            size_t number = xml_count(r, "r", SHEET_MOST_ROWS);
            bool told = xmlTextReaderMoveToAttribute(r, (const xmlChar *)"r") == 1;
            xmlTextReaderMoveToElement(r);
            while (told && x->rows.written + 1 < number)
                sheet_row_end(&x->rows);
            read_row(x, r);
            sheet_row_end(&x->rows);
        }
    if (more < 0) {
        *why = "the sheet is damaged";
        return -1;
    }
    return (ssize_t)sheet_take(&x->rows, bytes, size);
}

const struct sheet_kind sheet_xlsx = {open_book, next_sheet, pull, close_book};
