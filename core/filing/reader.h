/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: bytes in, rows of cells out. A reader holds one row at a time.
 */
#ifndef FILING_READER_H
#define FILING_READER_H

#include "filing/input.h"

/* Bytes of a file through a window that grows up to INPUT_MAX_ROW and one block. */
struct stream {
    int fd;
    char *bytes;
    size_t capacity, begin, end; /* the window holds [begin, end) */
    size_t block;                /* bytes per read; tests make it small */
    bool ended;
    int error; /* errno of a failed read */
    uint64_t read;
};
void stream_init(struct stream *, int fd, size_t block);
void stream_free(struct stream *);
/* Reads on; false at the end of the file or when the window is full. */
bool stream_fill(struct stream *);
static inline struct text stream_window(const struct stream *s)
{
    return (struct text){s->bytes + s->begin, s->end - s->begin};
}

enum row_status { ROW_READ, ROW_DAMAGED, ROW_END };

struct row {
    struct arena arena; /* of the cells that are not in the window */
    struct text *cells;
    size_t count;
    size_t *offsets;    /* of each cell's first byte in `raw` */
    struct text raw;    /* the row's bytes */
    uint64_t line;      /* where it begins */
    /* A damaged row: */
    const char *code;
    struct text reason;
    size_t bad;         /* offset in `raw` */
};

/* Line and column (characters, both from 1) of an offset in the row. */
void row_place_of(const struct row *, size_t offset, uint64_t *line, uint64_t *column);
/* Cells as UTF-8; a row with bytes that are not of the encoding becomes damaged. */
enum row_status row_convert(struct row *, enum encoding);

/* The next record of a CSV file; `*line` is the line number behind the last one. */
enum row_status csv_next(struct stream *, char delimiter, uint64_t *line, struct row *);
/* The next object of an NDJSON file: one cell for each dotted key path. */
enum row_status ndjson_next(struct stream *, const struct text *paths, size_t path_count,
                            uint64_t *line, struct row *);
/* Cuts one line off the window (without LF); false at the end of the file. Too long: *whole is false and the
 * rest of the line is skipped. */
bool stream_line(struct stream *, struct text *line, bool *whole);

#endif
