/* SPDX-License-Identifier: Apache-2.0
 *
 * The kinds of YAML maps that describe filings: by these tables they are read, and told.
 */
#ifndef FILING_KINDS_H
#define FILING_KINDS_H

#include "base/kind.h"

extern const struct kind format_kind, money_kind, part_kind, declaration_kind, mapping_kind,
    pieces_kind, field_kind, record_type_kind, recognition_kind, vocabulary_kind, identity_kind,
    layout_form_kind, layouts_kind;

#endif
