/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/sheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>

/* --- members as XML --- */

struct sheet_xml {
    struct archive *archive;
    xmlTextReaderPtr reader;
};

static int read_member(void *owner, char *bytes, int size)
{
    la_ssize_t n = archive_read_data(owner, bytes, (size_t)size);
    return n < 0 ? -1 : (int)n;
}

static int close_member(void *owner)
{
    (void)owner;
    return 0;
}

/* What libxml2 would say on standard error is said by us. */
static void ignore_errors(void *owner, const char *message, xmlParserSeverities severity,
                          xmlTextReaderLocatorPtr where)
{
    (void)owner, (void)message, (void)severity, (void)where;
}

/* Before several threads use it. */
static pthread_once_t xml_once = PTHREAD_ONCE_INIT;

struct sheet_xml *sheet_xml_open(const char *path, const char *member, const char **why)
{
    struct archive_entry *entry;
    pthread_once(&xml_once, xmlInitParser);
    struct sheet_xml *x = heap_alloc(1, sizeof *x);
    x->archive = archive_read_new();
    archive_read_support_format_zip(x->archive);
    *why = "it cannot be unpacked";
    if (archive_read_open_filename(x->archive, path, 1 << 16) == ARCHIVE_OK) {
        *why = "a part of the workbook is missing";
        while (archive_read_next_header(x->archive, &entry) == ARCHIVE_OK)
            if (archive_entry_pathname_utf8(entry) &&
                strcmp(archive_entry_pathname_utf8(entry), member) == 0) {
                x->reader = xmlReaderForIO(read_member, close_member, x->archive, member, NULL,
                                           XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
                break;
            }
    }
    if (x->reader) {
        xmlTextReaderSetErrorHandler(x->reader, ignore_errors, NULL);
        *why = NULL;
        return x;
    }
    sheet_xml_close(x);
    return NULL;
}

void sheet_xml_close(struct sheet_xml *x)
{
    if (!x)
        return;
    if (x->reader)
        xmlFreeTextReader(x->reader);
    archive_read_free(x->archive);
    free(x);
}

xmlTextReaderPtr sheet_xml_reader(const struct sheet_xml *x)
{
    return x->reader;
}

static bool is_named(xmlTextReaderPtr r, const char *name)
{
    const xmlChar *local = xmlTextReaderConstLocalName(r);
    return local && strcmp((const char *)local, name) == 0;
}

bool xml_at(xmlTextReaderPtr r, const char *name)
{
    return xmlTextReaderNodeType(r) == XML_READER_TYPE_ELEMENT && is_named(r, name);
}

bool xml_at_end(xmlTextReaderPtr r, const char *name)
{
    int type = xmlTextReaderNodeType(r);
    return (type == XML_READER_TYPE_END_ELEMENT ||
            (type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement(r) == 1)) &&
           is_named(r, name);
}

struct text xml_attribute(struct arena *a, xmlTextReaderPtr r, const char *name)
{
    xmlChar *value = xmlTextReaderGetAttribute(r, (const xmlChar *)name);
    struct text t = value ? arena_copy(a, text_of((const char *)value)) : TEXT("");
    xmlFree(value);
    return t;
}

size_t xml_count(xmlTextReaderPtr r, const char *name, size_t most)
{
    xmlChar *value = xmlTextReaderGetAttribute(r, (const xmlChar *)name);
    unsigned long n = value ? strtoul((const char *)value, NULL, 10) : 1;
    xmlFree(value);
    return n < 1 ? 1 : n > most ? most : n;
}

/* --- rows as CSV --- */

static void put(struct sheet_rows *r, const char *bytes, size_t len)
{
    if (r->end + len > r->capacity) {
        r->capacity = 2 * (r->end + len) + 4096;
        r->bytes = heap_resize(r->bytes, r->capacity, 1);
    }
    memcpy(r->bytes + r->end, bytes, len);
    r->end += len;
}

static void begin_row(struct sheet_rows *r)
{
    for (; r->blank > 0; r->blank--)
        put(r, "\n", 1);
}

void sheet_cell(struct sheet_rows *r, size_t column, char mark, struct text t)
{
    /* A row that is too long to be read need not be written whole: it may be a cell repeated. */
    if (t.len == 0 || column >= SHEET_MOST_COLUMNS || r->bytes_of_row > MAX_ROW)
        return;
    r->bytes_of_row += t.len;
    if (r->cells == 0) {
        begin_row(r);
        r->cells = 1;
    }
    for (; r->cells <= column; r->cells++)
        put(r, ",", 1);
    put(r, "\"", 1);
    if (mark)
        put(r, &mark, 1);
    for (size_t at; t.len; t = text_slice(t, at, t.len)) {
        at = text_find(t, '"');
        at += at < t.len;
        put(r, t.at, at);
        if (t.at[at - 1] == '"')
            put(r, "\"", 1);
    }
    put(r, "\"", 1);
}

/* Empty rows are only written when another one follows: sheets often end in thousands of them. */
void sheet_row_end(struct sheet_rows *r)
{
    if (r->cells)
        put(r, "\n", 1);
    else
        r->blank += r->blank < SHEET_MOST_ROWS;
    r->cells = 0;
    r->bytes_of_row = 0;
    r->written++;
}

void sheet_rows_free(struct sheet_rows *r)
{
    free(r->bytes);
    *r = (struct sheet_rows){0};
}

size_t sheet_take(struct sheet_rows *r, char *bytes, size_t size)
{
    size_t len = r->end - r->begin < size ? r->end - r->begin : size;
    if (len)
        memcpy(bytes, r->bytes + r->begin, len);
    r->begin += len;
    if (r->begin == r->end)
        r->begin = r->end = 0;
    return len;
}

struct text sheet_number(struct arena *a, struct text t)
{
    struct text copy = arena_copy(a, t);
    char *end;
    double number = strtod(copy.at, &end);
    if (copy.len == 0 || *end != '\0')
        return t;
    struct text shown = arena_format(a, "%.15g", number);
    if (!memchr(shown.at, 'e', shown.len))
        return shown;
    /* Beyond 15 digits or far behind the point: as many decimals as its 15 digits reach. */
    for (int decimals = 0; decimals <= 20; decimals++) {
        struct text plain = arena_format(a, "%.*f", decimals, number);
        struct text again = arena_format(a, "%.15g", strtod(plain.at, NULL));
        if (text_equal(again, shown))
            return plain;
    }
    return t;
}
