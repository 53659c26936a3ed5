/* SPDX-License-Identifier: Apache-2.0
 *
 * Formats: how one publisher's file maps onto the vocabulary (lawbase/formats/NAME.yaml).
 */
#ifndef FILING_FORMAT_H
#define FILING_FORMAT_H

#include "base/regex.h"
#include "filing/batch.h"

enum format_kind { FORMAT_CSV, FORMAT_NDJSON };
enum encoding { ENCODING_UTF8, ENCODING_WINDOWS_1252 };
enum otherwise { OTHERWISE_ERROR, OTHERWISE_UNKNOWN, OTHERWISE_ABSENT };

/* Where one field comes from. */
struct mapping {
    const struct field *field;
    struct text column;      /* empty when `constant` */
    bool is_constant;
    struct value constant;
    struct regex *match;     /* its group 1 is what is read; no match: the cell says nothing */
    struct text *cells;      /* code list: the cell ... */
    struct text *codes;      /* ... and what it means */
    size_t code_count;
    enum otherwise others;   /* a cell outside the code list */
    bool empty_is_absent;
    struct text *absent, *unknown; /* further cells of this column that say "none", or nothing */
    size_t absent_count, unknown_count;
    char separator;          /* of a list of countries */
    struct text dates;       /* pattern, overrides the format's */
    struct span span;
};

struct format {
    struct text name;         /* "gb.electoral-commission-donations" */
    struct text title;
    struct text jurisdiction; /* may be empty */
    const struct record_type *record;
    enum format_kind kind;
    enum encoding encoding;
    char delimiter;
    struct text *header;      /* columns or keys by which the file is recognised */
    size_t header_count;
    struct text dates;
    struct number_style style;
    currency currency;        /* 0 when it stands in a column */
    struct text currency_column, symbol;
    struct text *zero, *absent, *unknown; /* cells that mean 0; that there is none; nothing at all */
    size_t zero_count, absent_count, unknown_count;
    struct mapping *mappings;
    size_t mapping_count;
    const struct node *tests; /* may be NULL */
};

struct format_list {
    struct format **items;
    size_t count;
};

/* Reads one format; NULL after messages. */
struct format *format_read(struct arena *, struct diags *, const struct vocabulary *, const struct node *);
void format_free(struct format *); /* what an arena does not free: the regexes */
const struct format *format_find(const struct format_list *, struct text name);

#endif
