/* SPDX-License-Identifier: Apache-2.0
 *
 * Formats: how one publisher's file maps onto the vocabulary (lawbase/formats/NAME.yaml).
 * A format has parts: each turns the rows that it is for into records of one type.
 */
#ifndef FILING_FORMAT_H
#define FILING_FORMAT_H

#include "base/charset.h"
#include "base/regex.h"
#include "filing/batch.h"
#include "filing/layout.h"

/* FORMAT_EITHER: the names are columns of a table or keys of JSON objects, whichever the file
 * holds. */
enum format_kind { FORMAT_CSV, FORMAT_NDJSON, FORMAT_FEC, FORMAT_EITHER };
/* A cell outside the code list: is an error; says nothing; says "none"; is read like one without a
 * list; likewise, but says nothing when that fails; or means a value. */
enum otherwise {
    OTHERWISE_ERROR,
    OTHERWISE_UNKNOWN,
    OTHERWISE_ABSENT,
    OTHERWISE_READ,
    OTHERWISE_TRY,
    OTHERWISE_VALUE
};
/* Quotes around cells: as in RFC 4180; not at all; where they pair up within a line; or around
 * every cell, with quotes inside that were not doubled. */
enum quotes { QUOTES_STRICT, QUOTES_NONE, QUOTES_WITHIN_LINE, QUOTES_EVERY_CELL };

/* What `convert` writes into a CSV cell for "there is none"; NDJSON has null. */
#define RECORDS_ABSENT TEXT("(none)")
enum { MOST_DECLARATIONS = 32, MOST_DIGITS = 32 };
/* The column that is the whole row as it was filed. */
#define WHOLE_ROW TEXT("(row)")

/* Where one field comes from. A field may have several: the first that says something counts. */
struct mapping {
    const struct field *field;
    struct text *columns; /* joined with blanks; none when `constant` or `like` */
    size_t column_count;
    struct regex *like; /* the column whose name it matches; money: its group 1 is the currency */
    struct text upper;  /* column of an amount's upper end */
    bool is_constant;
    struct value constant;
    struct regex *match; /* its group 1 is what is read; no match: the cell says nothing */
    bool has_value;      /* ... or, when it matches, the field is `value` */
    struct value value;
    struct text *cells; /* code list: the cell ... */
    struct text *codes; /* ... and what it means */
    size_t code_count;
    enum otherwise others; /* a cell outside the code list */
    struct text others_value;
    bool empty_is_absent;
    struct text *absent, *unknown; /* further cells of this column that say "none", or nothing */
    size_t absent_count, unknown_count;
    char separator;    /* of a list of countries */
    struct text *drop; /* entries of such a list that are no countries */
    size_t drop_count;
    char piece_separator; /* "Last^First^Prefix": pieces are put in `order` (from 1) */
    uint8_t order[8];
    size_t order_count;
    size_t digits;     /* a number shorter than that lost its leading zeros; 0: never */
    struct text dates; /* pattern, overrides the format's */
    currency currency; /* likewise */
    int64_t rounded;   /* the amount may be off by so many major units either way */
    struct span span;
};

/* A row belongs to a part when each of these columns matches. */
struct selector {
    struct text column;
    struct regex *regex;
};

struct part {
    const struct record_type *record;
    struct selector *selectors;
    size_t selector_count;
    struct mapping *mappings;
    size_t mapping_count;
    struct text note; /* what to tell when a file has such rows; may be empty */
};

/* A sum on a filing's cover, of the amounts of the rows of some forms. */
struct declaration {
    struct text *columns; /* of the cover: the first that is there */
    size_t column_count;
    struct regex *rows; /* their forms */
    bool in_part;       /* small amounts need no rows: they add up to that much at most */
};

struct format {
    struct text name; /* "gb.electoral-commission-donations" */
    struct text title;
    struct text jurisdiction; /* may be empty */
    struct text note;         /* what one should know of these files; may be empty */
    enum format_kind kind;
    struct text *encodings;          /* as named; the first that a cell fits */
    const struct charset **charsets; /* NULL: UTF-8 */
    size_t encoding_count;
    const struct charset *mend; /* windows-1252, when doubly encoded cells are to be mended */
    char delimiter;
    enum quotes quotes;
    bool reads_wider;    /* rows may have more cells than the header: what is in them is told */
    struct text *header; /* columns or keys by which the file is recognised */
    size_t header_count;
    struct text *columns; /* names of the columns of a file without a header */
    size_t column_count;
    struct text dates;
    struct number_style style;
    currency currency; /* 0 when it stands in a column */
    struct text currency_column, symbol;
    struct text *zero, *absent,
        *unknown; /* cells that mean 0; that there is none; nothing at all */
    size_t zero_count, absent_count, unknown_count;
    struct text *at_most; /* what stands before an amount of which only the upper end is told */
    size_t at_most_count;
    bool null_is_absent;              /* JSON's null says that there is none */
    bool of_vocabulary;               /* format_of_vocabulary() */
    const struct layouts *layouts;    /* of FORMAT_FEC */
    struct declaration *declarations; /* at most MOST_DECLARATIONS */
    size_t declaration_count;
    struct part *parts;
    size_t part_count;
    const struct node *tests; /* may be NULL */
};

struct format_list {
    struct format **items;
    size_t count;
};

/* Reads one format; NULL after messages. */
struct format *format_read(struct arena *, struct diags *, const struct vocabulary *,
                           const struct node *);
/* The format in which records are written out and read again (convert): the vocabulary's own names,
 * as "ndjson" or "csv". */
struct format *format_of_vocabulary(struct arena *, const struct vocabulary *, enum format_kind);
void format_free(struct format *); /* what an arena does not free: the regexes */
const struct format *format_find(const struct format_list *, struct text name);
/* "csv", "ndjson", "fec", "csv-or-ndjson". Static. */
const char *format_kind_name(enum format_kind);

/* Inside this floor: one field of `fields:`, added to the part; false after messages. */
struct mapping_reading {
    struct arena *arena;
    struct diags *diags;
    struct part *part;
};
bool mappings_read(struct mapping_reading *, const struct node *fields);
/* A list of texts under a key. */
bool texts_read(struct arena *, struct diags *, const struct node *map, const char *key,
                struct text **texts, size_t *count);
/* One character under a key, or `otherwise`. */
bool character_read(struct diags *, const struct node *map, const char *key, char otherwise,
                    char *out);

#endif
