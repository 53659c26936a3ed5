/* SPDX-License-Identifier: Apache-2.0
 *
 * All kinds of YAML maps that describe filings, by name: those that core/filing and core/engine
 * read, and the words that a draft of a format looks for.
 */
#ifndef REPORT_FILING_KINDS_H
#define REPORT_FILING_KINDS_H

#include "law/kind.h"

extern const struct document filing_documents[];
extern const size_t filing_document_count;
const struct kind *filing_kind_find(struct text name);

#endif
