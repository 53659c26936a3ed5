/* SPDX-License-Identifier: Apache-2.0
 *
 * What a path holds: one table or text, the members of an archive, or the sheets of a workbook,
 * unpacked while they are read. Formats: gzip, xz, zstd, bzip2; zip, tar; XLSX, ODS. libarchive and
 * libxml2 stay behind this floor's origin.c and sheet_*.c.
 */
#ifndef FILING_ORIGIN_H
#define FILING_ORIGIN_H

#include "base/diag.h"
#include "filing/reader.h"

struct origin;
struct filing_feed;
/* Opens a feed, or (NULL) a file, or standard input ("-"). NULL after messages. */
struct origin *origin_open(struct diags *, const char *path, const struct filing_feed *);
void origin_free(struct origin *);
/* Goes to the first, then the next thing in it, named "book.xlsx/Sheet1" when there may be several.
 * False at the end, or when the archive broke off (*why then says so, else NULL). */
bool origin_next(struct origin *, struct text *name, const char **why);
/* As the user gave it. */
struct text origin_path(const struct origin *);
struct byte_source origin_source(struct origin *);
/* Whether it is an archive or a workbook: what is in it may be no filing at all. */
bool origin_is_container(const struct origin *);
/* Whether the rows come from a sheet, as CSV: numbers and dates then carry a mark in front
 * (CELL_...). */
bool origin_is_sheet(const struct origin *);
/* Bytes read so far of the file itself, and its size (0: not known). */
uint64_t origin_read(const struct origin *);
uint64_t origin_size(const struct origin *);

/* Marks before the cells of a sheet that are no text: XML cannot hold these characters, so no text
 * does. */
enum { CELL_NUMBER = 1, CELL_DATE = 2 };

/* Inside this floor: a workbook's sheets, one after the other, as CSV with LF, every row on one
 * line but for line breaks within cells. */
struct sheet_kind {
    /* Reads what comes before the rows (texts, formats, names); NULL with a reason (static). */
    void *(*open)(struct arena *, const char *path, const char **why);
    /* Goes to the next sheet. False when there is none, or it cannot be read (*why). */
    bool (*next)(void *book, struct text *name, const char **why);
    ssize_t (*pull)(void *book, char *bytes, size_t size, const char **why);
    void (*close)(void *book);
};
extern const struct sheet_kind sheet_xlsx, sheet_ods;

#endif
