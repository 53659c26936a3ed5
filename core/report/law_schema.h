/* SPDX-License-Identifier: Apache-2.0
 *
 * JSON Schemas of the law base's files, made from the tables by which they are read.
 */
#ifndef REPORT_LAW_SCHEMA_H
#define REPORT_LAW_SCHEMA_H

#include <stdio.h>

#include "filing/vocabulary.h"
#include "law/kind.h"
#include "report/filing_kinds.h"

/* The kind of file of that name ("rules", "format"); NULL, with all names in *names, when there is
 * none. */
const struct document *document_find(struct arena *, struct text name, struct text *names);
void law_print_schema(const struct document *, const struct vocabulary *, FILE *);

#endif
