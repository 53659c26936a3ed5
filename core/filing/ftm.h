/* SPDX-License-Identifier: Apache-2.0
 *
 * FollowTheMoney entities, one JSON object a line: people and bodies by their schema, and who owns
 * or directs whom. Properties are lists of texts; what this reader does not know is passed over.
 */
#ifndef FILING_FTM_H
#define FILING_FTM_H

#include "filing/owners.h"
#include "filing/statements.h"

/* Reads a file; entities with a fault are reported and counted. False after messages: it could not
 * be read, or not whole. */
bool ftm_read(struct owners *, struct diags *, const char *path, struct statement_counts *);

#endif
