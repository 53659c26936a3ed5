/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor, for the two kinds of workbooks: a member of the ZIP as XML, and rows as CSV.
 */
#ifndef FILING_SHEET_H
#define FILING_SHEET_H

#include <libxml/xmlreader.h>

#include "filing/origin.h"

/* XML of one member of a ZIP file, streamed. */
struct sheet_xml;
/* NULL with a reason when there is no such member. */
struct sheet_xml *sheet_xml_open(const char *path, const char *member, const char **why);
void sheet_xml_close(struct sheet_xml *);
xmlTextReaderPtr sheet_xml_reader(const struct sheet_xml *);
/* Whether the reader is at the start (or end) of an element of that name, whatever its namespace.
 */
bool xml_at(xmlTextReaderPtr, const char *name);
bool xml_at_end(xmlTextReaderPtr, const char *name);
/* An attribute's value in the arena, or empty; the name with its prefix as it is usually written.
 */
struct text xml_attribute(struct arena *, xmlTextReaderPtr, const char *name);
/* A number of columns or rows in an attribute, at least 1 and at most `most`. */
size_t xml_count(xmlTextReaderPtr, const char *name, size_t most);

/* CSV that is waiting to be pulled. */
struct sheet_rows {
    char *bytes;
    size_t capacity, begin, end;
    uint64_t written;    /* rows so far */
    uint64_t blank;      /* empty rows that come before the next one with text */
    size_t cells;        /* in the row at hand ... */
    size_t bytes_of_row; /* ... and about how many bytes they have */
};
enum { SHEET_MOST_COLUMNS = 16384, SHEET_MOST_ROWS = 1048576, SHEET_ENOUGH = 1 << 16 };
static inline bool sheet_has_enough(const struct sheet_rows *r)
{
    return r->end - r->begin >= SHEET_ENOUGH;
}
void sheet_cell(struct sheet_rows *, size_t column, char mark, struct text);
void sheet_row_end(struct sheet_rows *);
void sheet_rows_free(struct sheet_rows *);
/* Hands out what waits; 0 when nothing does. */
size_t sheet_take(struct sheet_rows *, char *bytes, size_t size);

/* A number as Excel shows it: at most 15 digits, without exponent ("9556.8500000000004" ->
 * "9556.85"); as it stands when it is none. */
struct text sheet_number(struct arena *, struct text);

#endif
