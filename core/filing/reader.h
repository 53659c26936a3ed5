/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: bytes in, rows of cells out. A reader holds one row at a time.
 */
#ifndef FILING_READER_H
#define FILING_READER_H

#include "filing/format.h"

#define MAX_ROW ((size_t)16 << 20) /* bytes of one row; a longer one is unreadable */

/* Where bytes come from: at most `size` of them into `bytes`; 0 at the end, -1 when it broke off
 * (*why, static or living as long as the source, says so). */
struct byte_source {
    ssize_t (*pull)(void *owner, char *bytes, size_t size, const char **why);
    void *owner;
};

/* Bytes through a window that grows up to MAX_ROW and one block. */
struct stream {
    struct byte_source source;
    struct utf16 *utf16; /* NULL: the bytes are passed on as they are */
    char *raw;           /* UTF-16 before it is turned */
    char *bytes;
    size_t capacity, begin, end; /* the window holds [begin, end) */
    size_t block;                /* bytes per read; tests make it small */
    bool ended;
    const char *error; /* why reading broke off */
    uint64_t read;
};
void stream_init(struct stream *, struct byte_source, size_t block);
void stream_free(struct stream *);
/* Reads on; false at the end of the file or when the window is full. */
bool stream_fill(struct stream *);
/* From here on, and for what the window holds, the bytes are UTF-16. */
void stream_turn_utf16(struct stream *, bool big_endian);
static inline struct text stream_window(const struct stream *s)
{
    return (struct text){s->bytes + s->begin, s->end - s->begin};
}

enum row_status { ROW_READ, ROW_DAMAGED, ROW_END };

/* The columns that the cells of a row belong to, and what `input.c` found out about them. */
struct route;
struct layout {
    struct text *columns;
    size_t column_count;
    struct route **routes; /* one a part of the format; made when first needed */
    uint32_t declares;     /* .fec: bit i: its rows count for the format's declaration i */
};

struct row {
    struct arena arena; /* of the cells that are not in the window */
    struct text *cells;
    size_t count;
    size_t *offsets; /* of each cell's first byte in `raw` */
    struct layout *layout;
    struct text raw;             /* the row's bytes */
    const struct format *format; /* by which its cells were turned into UTF-8; NULL: they were it */
    uint64_t line;               /* where it begins */
    size_t mended;               /* doubly encoded cells that were put right */
    bool stray;                  /* quotes within its cells were not doubled */
    /* A damaged row: */
    const char *code;
    struct text reason;
    size_t bad; /* offset in `raw` */
};

/* Line and column (characters, both from 1) of an offset in the row. */
void row_place_of(const struct row *, size_t offset, uint64_t *line, uint64_t *column);
/* Cells as UTF-8; a row with bytes that are of none of the format's encodings becomes damaged. */
enum row_status row_convert(struct row *, const struct format *);
/* The row as it stands, as UTF-8: what is of none of the encodings becomes U+FFFD. */
struct text row_whole(struct row *);
enum row_status row_damage(struct row *, const char *code, size_t bad, struct text reason);

struct csv_style {
    char delimiter;
    enum quotes quotes;
    bool line_is_row; /* the rows of a spreadsheet: line breaks within cells do not count */
};
/* The next record of a CSV file; `*line` is the line number behind the last one. */
enum row_status csv_next(struct stream *, const struct csv_style *, uint64_t *line, struct row *);

/* JSON's null as a cell: this very text. */
extern const struct text null_cell;
struct json_style {
    const struct text
        *paths; /* one cell for each of these dotted key paths; "a.0.b": the first of a list */
    size_t path_count;
    /* Objects follow each other with any white space and commas between, as in a list; else one a
     * line. */
    bool loose;
    bool in_list; /* reading is between the brackets of one */
};
/* Looks at the beginning of a file: a list of objects, one object over many lines, or one object a
 * line? */
void json_begin(struct stream *, struct json_style *, uint64_t *line);
enum row_status json_next(struct stream *, struct json_style *, uint64_t *line, struct row *);

/* An FEC electronic filing. */
struct fec;
/* Reads the header; NULL with a reason (static) when there is none that can be read. */
struct fec *fec_new(struct arena *, struct stream *, const struct format *, uint64_t *line,
                    const char **why);
enum row_status fec_next(struct fec *, struct row *);
/* Pattern of its dates, from its header; empty: the format's. */
struct text fec_dates(const struct fec *);
/* Header and cover as they are, without which no row can be read. */
struct text fec_head(const struct fec *);
/* The number of the filing that this one replaces, like "FEC-24088"; empty: none, or not told. */
struct text fec_replaces(const struct fec *);
/* What the cover says in a column of the format's declaration i; an empty cell: nothing. */
struct declared_cell {
    struct text column, cell;
    uint64_t line;
};
struct declared_cell fec_declared(const struct fec *, size_t i);
/* At the end: one message for each form that has no columns here, fields beyond the known ones, and
 * declared counts that are not met. */
void fec_report(const struct fec *, struct diags *, struct text file);
/* Whether a file begins like one. */
bool fec_begins(struct text start);

/* Cuts one line off the window (without LF); false at the end of the file. Too long: *whole is
 * false and the rest of the line is skipped. */
bool stream_line(struct stream *, struct text *line, bool *whole);

#endif
