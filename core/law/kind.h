/* SPDX-License-Identifier: Apache-2.0
 *
 * The kinds of YAML maps of the law: how they are read, and told by name.
 */
#ifndef LAW_KIND_H
#define LAW_KIND_H

#include "base/kind.h"

/* A file of the law base: one map, or a list of maps. */
struct document {
    const char *name, *file; /* "rules", "JURISDICTION/rules/NAME.yaml" */
    const char *kind;
    bool is_list;
};
extern const struct document law_documents[];
extern const size_t law_document_count;
/* The kind of that name among those of this floor; NULL: none. */
const struct kind *law_kind_find(struct text name);

/* --- inside this floor --- */

extern const struct kind jurisdiction_kind, authority_kind, instrument_kind, provision_kind,
    provision_version_kind, life_kind, definition_kind, election_kind, period_kind,
    mutant_exception_kind, parameter_kind, parameter_version_kind, rule_kind, exception_kind,
    consequence_kind, threat_kind, standard_kind, item_kind, reply_kind, bill_kind, bill_base_kind,
    bill_change_kind, bill_transition_kind, bill_provision_kind, bill_answer_kind, scheme_kind,
    letter_kind, publication_kind;

#endif
