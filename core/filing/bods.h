/* SPDX-License-Identifier: Apache-2.0
 *
 * The Beneficial Ownership Data Standard, 0.2 to 0.4: statements about entities, persons and the
 * interests that one of them has in another, read into a graph of owners.
 *
 * Statements of 0.4 are held against the standard's own schema; one with a fault is reported, with
 * the keyword and the path, and left out. Of 0.2 and 0.3 no schema is at hand: what cannot be
 * understood is reported.
 *
 * A later statement on the same record replaces an earlier one from its day on. An interest that
 * does not say since when it is held is certain from the day of the statement.
 */
#ifndef FILING_BODS_H
#define FILING_BODS_H

#include "filing/owners.h"
#include "filing/schema.h"
#include "filing/statements.h"

/* Faults of one file, as the suite of the standard's tests names them. */
typedef void bods_fault(void *owner, const struct statement *, const struct schema_fault *);
/* Holds one statement against the schema; true: no fault. */
bool bods_check(struct schema *, const struct statement *, bods_fault *, void *owner);

/* Reads a file; statements with a fault are reported and counted. False after messages: it could
 * not be read, or not whole. */
bool bods_read(struct owners *, struct schema *, struct diags *, const char *path,
               struct statement_counts *);

#endif
