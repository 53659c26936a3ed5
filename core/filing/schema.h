/* SPDX-License-Identifier: Apache-2.0
 *
 * JSON held against a JSON Schema (draft 2020-12), as far as standards of data use it: types,
 * values, lengths, patterns, formats (date, date-time, uri), required and allowed keys, lists, and
 * schemas joined by allOf, anyOf, oneOf, not, if-then-else and $ref. Keywords that only describe
 * are passed over; an unknown one that would allow less makes the schema unusable, so that nothing
 * is passed over in silence.
 */
#ifndef FILING_SCHEMA_H
#define FILING_SCHEMA_H

#include <jansson.h>

#include "base/diag.h"

struct schema;
/* Reads the schemas (*.json) of a folder, which refer to each other by their "$id". NULL after
 * messages. */
struct schema *schema_read(struct arena *, struct diags *, const char *folder);
void schema_free(struct schema *);

/* What is wrong with a value. Texts live until the next call. */
struct schema_fault {
    const char *keyword;  /* of the schema, by which it is wrong: "required" */
    struct text path;     /* "$[0].recordDetails.share.exact" */
    struct text property; /* the key that is wrong or lacking; empty: none */
    struct text message;
};
/* Holds a value against "urn:statement#/$defs/Statement"; each fault once. True: there is none. */
bool schema_check(struct schema *, const char *reference, const json_t *, struct text path,
                  void (*take)(void *owner, const struct schema_fault *), void *owner);

#endif
