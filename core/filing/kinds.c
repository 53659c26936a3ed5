/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/kinds.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct node_key format_keys[] = {
    {"format", true, NODE_SCALAR, false},
    {"title", true, NODE_MAP, false},
    {"jurisdiction", false, NODE_SCALAR, false},
    {"record", false, NODE_SCALAR, false},
    {"kind", true, NODE_SCALAR, false},
    {"encoding", false, NODE_SCALAR, true},
    {"header", false, NODE_LIST, false},
    {"delimiter", false, NODE_SCALAR, false},
    {"dates", false, NODE_SCALAR, false},
    {"money", false, NODE_MAP, false},
    {"absent", false, NODE_LIST, false},
    {"unknown", false, NODE_LIST, false},
    {"fields", false, NODE_MAP, false},
    {"tests", false, NODE_LIST, false},
    {"parts", false, NODE_LIST, false},
    {"columns", false, NODE_LIST, false},
    {"quotes", false, NODE_SCALAR, false},
    {"layouts", false, NODE_SCALAR, false},
    {"mend", false, NODE_SCALAR, false},
    {"note", false, NODE_SCALAR, false},
    {"rows", false, NODE_MAP, false},
    {"declared", false, NODE_LIST, false},
    {"wider_rows", false, NODE_SCALAR, false},
};
static const struct node_key money_keys[] = {
    {"currency", false, NODE_SCALAR, false},        {"symbol", false, NODE_SCALAR, false},
    {"currency_column", false, NODE_SCALAR, false}, {"decimal", false, NODE_SCALAR, false},
    {"group", false, NODE_SCALAR, false},           {"zero", false, NODE_LIST, false},
    {"at_most", false, NODE_LIST, false},
};
static const struct node_key part_keys[] = {
    {"record", true, NODE_SCALAR, false},
    {"rows", false, NODE_MAP, false},
    {"fields", true, NODE_MAP, false},
    {"note", false, NODE_SCALAR, false},
};
static const struct node_key declaration_keys[] = {
    {"cover", true, NODE_SCALAR, true},
    {"rows", true, NODE_SCALAR, false},
    {"rows_are", false, NODE_SCALAR, false},
};
static const struct node_key mapping_keys[] = {
    {"column", false, NODE_SCALAR, false},   {"join", false, NODE_LIST, false},
    {"like", false, NODE_SCALAR, false},     {"constant", false, NODE_SCALAR, false},
    {"match", false, NODE_SCALAR, false},    {"value", false, NODE_SCALAR, false},
    {"codes", false, NODE_MAP, false},       {"others", false, NODE_SCALAR, false},
    {"empty", false, NODE_SCALAR, false},    {"absent", false, NODE_LIST, false},
    {"unknown", false, NODE_LIST, false},    {"separator", false, NODE_SCALAR, false},
    {"dates", false, NODE_SCALAR, false},    {"pieces", false, NODE_MAP, false},
    {"currency", false, NODE_SCALAR, false}, {"rounded", false, NODE_SCALAR, false},
    {"upper", false, NODE_SCALAR, false},    {"drop", false, NODE_LIST, false},
    {"digits", false, NODE_SCALAR, false},
};
static const struct node_key pieces_keys[] = {
    {"separator", true, NODE_SCALAR, false},
    {"order", true, NODE_LIST, false},
};
static const struct node_key field_keys[] = {
    {"type", true, NODE_SCALAR, false},
    {"doc", true, NODE_SCALAR, false},
    {"codes", false, NODE_MAP, false},
    {"personal", false, NODE_SCALAR, false},
};
static const struct node_key record_type_keys[] = {
    {"doc", true, NODE_SCALAR, false},     {"date", true, NODE_SCALAR, false},
    {"amount", false, NODE_SCALAR, false}, {"reference", false, NODE_SCALAR, false},
    {"memo", false, NODE_SCALAR, false},   {"fields", true, NODE_MAP, false},
    {"register", false, NODE_MAP, false},
};
static const struct node_key recognition_keys[] = {
    {"name", true, NODE_SCALAR, false},      {"birth_date", false, NODE_SCALAR, false},
    {"kind", false, NODE_SCALAR, false},     {"persons", false, NODE_LIST, false},
    {"numbers", false, NODE_LIST, false},    {"countries", false, NODE_LIST, false},
    {"states", false, NODE_LIST, false},     {"citizenship", false, NODE_SCALAR, false},
    {"registered", false, NODE_LIST, false},
};
static const struct node_key identity_keys[] = {
    {"strict", false, NODE_LIST, false},
    {"usual", false, NODE_LIST, false},
    {"broad", false, NODE_LIST, false},
};
static const struct node_key vocabulary_keys[] = {
    {"vocabulary", true, NODE_SCALAR, false}, {"actor", true, NODE_MAP, false},
    {"identity", true, NODE_LIST, false},     {"recognition", false, NODE_MAP, false},
    {"records", true, NODE_MAP, false},
};
static const struct node_key layout_form_keys[] = {
    {"form", true, NODE_SCALAR, false},
    {"versions", true, NODE_MAP, false},
};
static const struct node_key layouts_keys[] = {
    {"layouts", true, NODE_SCALAR, false},
    {"forms", true, NODE_LIST, false},
};

const struct kind format_kind = {
    "format", "How one publisher's file becomes records", format_keys, COUNT(format_keys),
    (const struct value_form[]){{"title", "words"},
                                {"kind", "text"},
                                {"encoding", "anything"},
                                {"money", "money-block"},
                                {"fields", "map of some of text or mapping"},
                                {"tests", "list of format-test"},
                                {"parts", "list of part"},
                                {"rows", "map of anything"},
                                {"declared", "list of declaration"},
                                {NULL, NULL}}};
const struct kind money_kind = {"money-block", "How amounts are written", money_keys,
                                COUNT(money_keys), (const struct value_form[]){{NULL, NULL}}};
const struct kind part_kind = {
    "part", "Rows of one type of record", part_keys, COUNT(part_keys),
    (const struct value_form[]){
        {"rows", "map of anything"}, {"fields", "map of some of text or mapping"}, {NULL, NULL}}};
const struct kind declaration_kind = {
    "declaration", "A sum that the cover of a filing states about its rows", declaration_keys,
    COUNT(declaration_keys),
    (const struct value_form[]){
        {"cover", "anything"}, {"rows_are", "one of all some"}, {NULL, NULL}}};
const struct kind mapping_kind = {"mapping", "Where a field comes from, and how its cells are read",
                                  mapping_keys, COUNT(mapping_keys),
                                  (const struct value_form[]){{"pieces", "pieces"},
                                                              {"codes", "map of anything"},
                                                              {"empty", "one of absent unknown"},
                                                              {NULL, NULL}}};
const struct kind pieces_kind = {"pieces", "A name in pieces, and their order", pieces_keys,
                                 COUNT(pieces_keys), (const struct value_form[]){{NULL, NULL}}};
const struct kind field_kind = {
    "field", "A field: its type and what it means", field_keys, COUNT(field_keys),
    (const struct value_form[]){{"codes", "values"},
                                {"personal", "one of none natural natural-never never"},
                                {NULL, NULL}}};
const struct kind record_type_kind = {
    "record-type", "A type of records", record_type_keys, COUNT(record_type_keys),
    (const struct value_form[]){{"fields", "map of field"}, {NULL, NULL}}};
const struct kind recognition_kind = {
    "recognition", "By which fields of an actor one can tell whether two are the same",
    recognition_keys, COUNT(recognition_keys), (const struct value_form[]){{NULL, NULL}}};
const struct kind identity_kind = {
    "identity-set", "Fields that identify an actor, and how far one joins by them", identity_keys,
    COUNT(identity_keys), (const struct value_form[]){{NULL, NULL}}};
const struct kind vocabulary_kind = {
    "vocabulary", "What is filed, and what each field means", vocabulary_keys,
    COUNT(vocabulary_keys),
    (const struct value_form[]){{"actor", "map of field"},
                                {"identity", "list of identity-set"},
                                {"recognition", "recognition"},
                                {"records", "map of record-type"},
                                {NULL, NULL}}};
const struct kind layout_form_kind = {"layout-form", "The columns of a form, by version",
                                      layout_form_keys, COUNT(layout_form_keys),
                                      (const struct value_form[]){{NULL, NULL}}};
const struct kind layouts_kind = {
    "layouts", "Columns of forms without a header", layouts_keys, COUNT(layouts_keys),
    (const struct value_form[]){{"forms", "list of layout-form"}, {NULL, NULL}}};
