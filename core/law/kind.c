/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "law/kind.h"

static const struct kind *const kinds[] = {
    &jurisdiction_kind,
    &authority_kind,
    &instrument_kind,
    &provision_kind,
    &provision_version_kind,
    &life_kind,
    &definition_kind,
    &election_kind,
    &period_kind,
    &mutant_exception_kind,
    &parameter_kind,
    &parameter_version_kind,
    &rule_kind,
    &exception_kind,
    &consequence_kind,
    &threat_kind,
    &standard_kind,
    &item_kind,
    &reply_kind,
    &bill_kind,
    &bill_base_kind,
    &bill_change_kind,
    &bill_transition_kind,
    &bill_provision_kind,
    &bill_answer_kind,
    &scheme_kind,
    &letter_kind,
    &publication_kind,
};

const struct document law_documents[] = {
    {"jurisdiction", "JURISDICTION/jurisdiction.yaml", "jurisdiction", false},
    {"instruments", "JURISDICTION/instruments.yaml", "instrument", true},
    {"parameters", "JURISDICTION/parameters.yaml", "parameter", true},
    {"definitions", "JURISDICTION/definitions.yaml", "definition", true},
    {"elections", "JURISDICTION/elections.yaml", "election", true},
    {"rules", "JURISDICTION/rules/NAME.yaml", "rule", true},
    {"letters", "JURISDICTION/letters.yaml", "letter", true},
    {"publication", "JURISDICTION/publication.yaml", "publication", true},
    {"threats", "threats.yaml", "threat", true},
    {"standard", "standards/NAME.yaml", "standard", false},
    {"bill", "BILL.yaml", "bill", false},
    {"schemes", "schemes.yaml", "scheme", true},
};
const size_t law_document_count = sizeof law_documents / sizeof *law_documents;

const struct kind *law_kind_find(struct text name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_equal(name, text_of(kinds[i]->name)))
            return kinds[i];
    return NULL;
}
