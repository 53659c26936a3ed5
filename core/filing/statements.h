/* SPDX-License-Identifier: Apache-2.0
 *
 * Files of statements: JSON objects that refer to each other, as registers of owners publish them.
 * Which standard they follow is seen by their keys.
 */
#ifndef FILING_STATEMENTS_H
#define FILING_STATEMENTS_H

#include <jansson.h>

#include "base/diag.h"
#include "base/digest.h"

/* NONE: rows like any other, which a format reads. */
enum statement_standard { STATEMENTS_NONE, STATEMENTS_BODS, STATEMENTS_FTM };
/* By the first object of the file. Nothing is reported. */
enum statement_standard statements_standard(const char *path);

struct statement {
    const json_t *object;
    size_t index; /* in its file or member of an archive, from 0 */
    uint64_t line;
    bool alone; /* the file is one object over many lines, and no list */
    struct text file;
};
struct statement_counts {
    uint64_t read, unreadable;
    struct digest *content; /* gets all objects; may be NULL */
};
/* Hands each object to `take`; what is no JSON is reported, counted, and left out. False when
 * the file could not be read, or not whole. */
bool statements_read(struct diags *, const char *path,
                     void (*take)(void *owner, const struct statement *), void *owner,
                     struct statement_counts *);

/* The part at a path like "recordDetails.names.0.fullName"; NULL: there is none. */
const json_t *json_part(const json_t *, const char *path);
/* Likewise as a text; empty: none, or no text. */
struct text json_part_text(const json_t *, const char *path);

#endif
