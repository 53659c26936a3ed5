/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: one table that is being read, shared by input.c (rows), detect.c (which
 * format) and route.c (which column goes where).
 */
#ifndef FILING_OPENED_H
#define FILING_OPENED_H

#include "filing/decode.h"
#include "filing/input.h"
#include "filing/origin.h"

enum { MOST_CURRENCIES = 200, MOST_TYPES = 32, HEADER_ROWS = 20 };

/* One record type of the format: its batch and counts. */
struct lane {
    struct batch batch;
    struct record_counts counts;
    struct total totals[MOST_CURRENCIES];
    bool taken; /* the batch was handed out and is emptied before it is used again */
};

struct columns;
struct route;

/* Amounts of the rows that count for one of the format's declarations. */
struct declared_sum {
    struct total total;
    uint64_t rows, unreadable;
};

/* Rows that were read, but are worth a word; and the first of them. */
struct remark {
    uint64_t rows, line;
    struct text excerpt;
};

struct input {
    struct arena arena;
    struct diags *diags;
    const struct input_options *options;
    struct input_options own_options; /* of a reader of pieces */
    struct origin *origin;
    struct text path;
    const struct format *format;
    enum format_kind kind; /* how this file is read: never FORMAT_EITHER */
    struct stream stream;
    struct row row;
    uint64_t line;
    size_t skipped;       /* rows above the header */
    size_t width;         /* CSV: cells of the header */
    struct remark wider;  /* rows with text behind the last column of the header */
    struct remark stray;  /* rows with quotes in their cells that were not doubled */
    uint64_t *noted;      /* one a part of the format: its rows */
    struct layout layout; /* CSV: the header; JSON: the key paths asked for */
    struct text header;   /* the header row as it is, for the rejects */
    struct csv_style csv;
    struct json_style json;
    struct fec *fec;
    struct declared_sum *sums; /* one a declaration of the format */
    struct lane *lanes[MOST_TYPES];
    struct lane *current; /* the one that got the last row */
    size_t lane_count;
    struct input_counts counts;
    struct record_counts types[MOST_TYPES];
    struct columns *columns; /* NULL: all rows are read one by one */
    bool borrowed;           /* the current batch points into the window */
    bool is_reader;          /* of pieces: its stream is not its own */
    bool ended, stopped, rejected;
};

/* --- input.c, for columns.c and piece.c --- */

/* The lane for a part's rows, begun anew if its batch was handed out. */
struct lane *input_lane(struct input *, const struct part *, const struct route *);
/* Reads in->row into a row of the batch through one mapping, or anew through all of them; false,
 * after messages, when a cell cannot be read. */
bool input_decode(struct input *, const struct part *, const struct route *, size_t mapping,
                  struct batch *, size_t row);
bool input_reread(struct input *, const struct part *, const struct route *, struct batch *,
                  size_t row);
/* Batches for the record types of the format. */
void input_make_lanes(struct input *);
/* Adds an amount to the total of its currency. */
void lane_add(struct lane *, const struct total *);
/* Stops the reading when more rows than the user allows cannot be read. */
void input_check_share(struct input *, bool at_end);
/* Writes the header above the first row that is rejected. */
void input_begin_rejects(struct input *);
/* Counts a row that was put into the lane's batch; one that is not readable must stand in in->row.
 */
void input_count(struct input *, struct lane *, size_t row, bool readable);

/* Adds an error about the file as such. Always false. */
bool input_fail(struct input *, const char *code, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* --- detect.c --- */

/* Refuses what is no text, settles UTF-16 and the byte order mark. False after messages. */
bool detect_kind(struct input *);
/* Finds the format, and for tables how many rows stand above the header. False after messages. */
bool detect_format(struct input *);
/* Takes the format that the user named. */
void detect_forced(struct input *);
/* How a file is read through a format that is found or named. */
enum format_kind detect_reading(const struct input *, const struct format *);
struct csv_style csv_style_of(const struct input *, const struct format *);

/* --- declared.c --- */

void declared_begin(struct input *);
/* Counts a row that is in the batch. */
void declared_add(struct input *, const struct batch *, size_t row);
/* One message for each sum of the cover that the rows do not bear out. Only for .fec. */
void declared_report(struct input *);

/* --- route.c --- */

/* Where a mapping finds its cells; SIZE_MAX: not in the file. */
struct place_of {
    size_t *columns;
    size_t upper;
    currency currency; /* told by the column's name */
    bool found;        /* at least one column, or a constant */
};
struct route {
    struct place_of *places; /* one a mapping of the part */
    size_t *selectors;       /* their columns */
    size_t currency_column;
    size_t *sources; /* one a source name */
};
enum { COLUMN_WHOLE_ROW = -2 }; /* as size_t: the row itself */

/* False after a message: a name that is asked for stands twice in the header. */
bool route_check(struct input *, struct layout *);
struct route *route_of(struct input *, struct layout *, size_t part);
/* The part that the row is for; SIZE_MAX: none. */
size_t route_part(struct input *, struct row *);
struct text route_cell(struct row *, size_t column);

#endif
