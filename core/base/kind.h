/* SPDX-License-Identifier: Apache-2.0
 *
 * The kinds of YAML maps that are read: their keys are the very tables by which they are checked,
 * so that what is written from them (`law schema`) cannot drift from what is read.
 */
#ifndef BASE_KIND_H
#define BASE_KIND_H

#include "base/yaml.h"

/* What stands behind a key, where "a text", "a list of texts" or "a map" does not say enough:
 *   "day", "words", "confidence"      as read in words.h
 *   "one of a b c"                    a closed list
 *   "KIND", "list of FORM", "map of FORM"
 *   "text or FORM", "some of FORM"    the short form of a map; one, or a list of them
 *   "values", "anything"              a map of texts; not looked into
 *   "records"                         a list of records, by the vocabulary
 *   "outcome"                         of a test */
struct value_form {
    const char *key, *form;
};
struct kind {
    const char *name, *doc;
    const struct node_key *keys;
    size_t key_count;
    const struct value_form *forms; /* the last has key NULL */
};

#endif
