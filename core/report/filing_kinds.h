/* SPDX-License-Identifier: Apache-2.0
 *
 * The kinds of YAML maps that describe filings. Their tables repeat those of core/filing, which
 * keeps its own to itself; tests/schema.sh holds the two against each other, line by line.
 */
#ifndef REPORT_FILING_KINDS_H
#define REPORT_FILING_KINDS_H

#include "law/kind.h"

extern const struct document filing_documents[];
extern const size_t filing_document_count;
const struct kind *filing_kind_find(struct text name);

#endif
