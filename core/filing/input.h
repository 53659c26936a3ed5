/* SPDX-License-Identifier: Apache-2.0
 *
 * Filings: a path holds one or more tables (the members of an archive, the sheets of a workbook);
 * each is read batch by batch through its format. Rows that cannot be read are reported with line
 * and column, counted, and lose nothing else.
 */
#ifndef FILING_INPUT_H
#define FILING_INPUT_H

#include "base/pack.h"
#include "filing/format.h"

/* A filing that somebody hands over piece by piece, in place of a file. It is known by the address
 * of its name, so that a file of the same name is another one. */
struct filing_feed {
    const char *name;
    /* Fills at most `size` bytes; 0: the end, negative: it broke off. */
    ptrdiff_t (*read)(void *owner, void *bytes, size_t size);
    void *owner;
};

struct input_options {
    const struct filing_feed *feeds; /* filings that are no files */
    size_t feed_count;
    const struct format_list *formats;
    const struct format *forced; /* NULL: found out by the header */
    struct text encoding;        /* in place of the format's; may be empty */
    FILE *rejects;               /* gets the rows that cannot be read, as they are; may be NULL */
    uint64_t most_unreadable;    /* reading stops beyond so many in one input ... */
    unsigned most_percent;       /* ... or beyond that share of its rows; 100: never */
    const struct text *source_names; /* cells asked for as source["Name"] */
    size_t source_count;
    size_t block;      /* bytes per read, of which the first are looked at; tests make it small */
    size_t batch_rows; /* likewise */
};
#define INPUT_OPTIONS(list) \
    ((struct input_options){.formats = (list), \
                            .most_unreadable = UINT64_MAX, \
                            .most_percent = 100, \
                            .block = 1 << 20, \
                            .batch_rows = 1024})

/* Records of one type. */
struct record_counts {
    const struct record_type *record;
    uint64_t records, memos;    /* of which memos explain other records: not in the totals */
    const struct total *totals; /* amounts of the readable records, by currency */
    size_t total_count;
};

struct input_counts {
    uint64_t rows;        /* all of them: the sum of the next three */
    uint64_t records;     /* rows read */
    uint64_t unreadable;  /* rows that were not; not in `records` nor in the totals */
    uint64_t unmatched;   /* rows of a kind for which the format has no part */
    uint64_t mended;      /* doubly encoded cells that were put right */
    uint64_t bytes, size; /* read so far, and of the whole file (0: not known) */
    const struct record_counts *types;
    size_t type_count;
};

struct filing;
struct input;

/* The feed that this path, by its address, stands for; NULL: it is a file. */
const struct filing_feed *input_feed_of(const struct input_options *, const char *path);
/* NULL after messages: not there, a directory, a broken archive. The options must outlive it. */
struct filing *filing_open(struct diags *, const struct input_options *, const char *path);
/* The next table in it; close it before asking for another. NULL at the end. A table that cannot be
 * read is reported: in an archive or a workbook that has others as a warning. */
struct input *filing_next(struct filing *);
/* False when something in it was not read: already reported. */
bool filing_complete(const struct filing *);
void filing_free(struct filing *);

/* As the user gave it, with the member's name behind it. Lives as long as the filing. */
struct text input_name(const struct input *);
const struct format *input_format(const struct input *);
/* The publisher's number of the filing that this one replaces; empty: none that is told. */
struct text input_replaces(const struct input *);
/* The next batch: rows of one of the format's record types that follow each other; NULL at the end.
 * It is emptied by the next call. */
struct batch *input_next(struct input *);
/* Takes the batch that input_next() gave, so that reading can go on while somebody else looks at
 * it. `spare` is an emptied one of the same input and record type, or NULL; it takes its place.
 * NULL: the batch points to what reading on would move. The caller owns what it gets: batch_free(),
 * free(). */
struct batch *input_take_batch(struct input *, struct batch *taken, struct batch *spare);
struct input_counts input_counts(const struct input *);
/* False when reading broke off: already reported. */
bool input_complete(const struct input *);
void input_close(struct input *);

/* --- pieces: one table read by several threads --- */

/* Some whole rows of a table, in memory of their own. */
struct piece {
    char *bytes;
    size_t len, room;
    uint64_t line; /* of the first row */
};
void piece_free(struct piece *);

/* Whether the table can be cut. */
bool input_divisible(const struct input *);
/* Cuts the next piece of about `wanted` bytes off, into the memory that *out has, if any; false:
 * what is left (often nothing) is to be read by input_next(), after all pieces were absorbed. */
bool input_cut(struct input *, size_t wanted, struct piece *out);
/* A reader of pieces, for one thread at a time: fed with one, it gives its batches by input_next(),
 * and then reports its counts. The table must outlive it. */
struct input *input_reader(const struct input *table);
void input_feed(struct input *reader, const struct piece *, struct diags *, FILE *rejects);
void input_report(const struct input *reader, struct pack *);
/* Adds a piece's counts and rejected rows to the table's. */
void input_absorb(struct input *table, struct unpack *counts);
void input_take_rejects(struct input *table, struct text rows);
/* A table that is read whole by another thread gives its messages and rejected rows there. */
void input_redirect(struct input *, struct diags *, FILE *rejects);

/* How well the formats fit a file, best first; for `format guess`. */
struct fit {
    const struct format *format;
    size_t present, needed; /* header columns or keys */
    struct text lacking;    /* names of some that are not there */
};
/* The fits (at least one column present), in the arena; and the file's own columns or keys. */
struct fits {
    struct fit *items;
    size_t count;
    struct text *columns;
    size_t column_count;
};
bool input_guess(struct input *, struct arena *, struct fits *);
/* Opens for guessing or drafting: no format is looked for. */
struct input *filing_next_raw(struct filing *);

#endif
