/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/filing_kinds.h"

#include "engine/case.h"
#include "filing/kinds.h"
#include "name/kinds.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Read by core/report/format_draft.c, which takes what it finds. */
static const struct node_key header_words_keys[] = {
    {"header_words", true, NODE_SCALAR, false}, {"records", true, NODE_MAP, false},
    {"codes", false, NODE_MAP, false},          {"currencies", false, NODE_MAP, false},
    {"totals", false, NODE_LIST, false},        {"constants", false, NODE_MAP, false}};

static const struct kind header_words_kind = {
    "header-words", "How publishers call things in the headers of their tables", header_words_keys,
    COUNT(header_words_keys),
    (const struct value_form[]){{"records", "map of map of texts"},
                                {"codes", "map of map of texts"},
                                {"currencies", "map of texts"},
                                {"constants", "map of values"},
                                {NULL, NULL}}};

static const struct kind *const kinds[] = {
    &format_kind,   &money_kind,       &part_kind,        &declaration_kind,  &mapping_kind,
    &pieces_kind,   &field_kind,       &record_type_kind, &recognition_kind,  &vocabulary_kind,
    &identity_kind, &layout_form_kind, &layouts_kind,     &header_words_kind, &format_test_kind};

const struct document filing_documents[] = {
    {"vocabulary", "vocabulary.yaml", "vocabulary", false},
    {"format", "formats/NAME.yaml", "format", false},
    {"layouts", "formats/layouts/NAME.yaml", "layouts", false},
    {"header-words", "header-words.yaml", "header-words", false},
    {"names", "names/NAME.yaml", "names", false},
};
const size_t filing_document_count = COUNT(filing_documents);

const struct kind *filing_kind_find(struct text name)
{
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (text_equal(name, text_of(kinds[i]->name)))
            return kinds[i];
    return names_kind_find(name);
}
