/* SPDX-License-Identifier: Apache-2.0
 *
 * Schemes: the ways around prohibitions that are known from practice, in words of the vocabulary.
 * What a scheme sets is tried on a record that a rule catches. Read only when asked for.
 */
#ifndef LAW_SCHEME_H
#define LAW_SCHEME_H

#include "law/lawbase.h"

/* A field and the value that it gets: a text as in a rule's test, "home" (the country whose law it
 * is), or "half of FIELD". Of a move a field or actor, and what holds it in the other record. */
struct setting {
    struct text field, value;
    struct span field_span, span;
};
struct scheme {
    struct text id;
    struct words title;
    struct text record, source;
    struct text becomes;   /* another record type in which the same flow is told; may be empty */
    struct setting *moves; /* then: what of the record is told there as well; the rest is not */
    size_t move_count;
    struct setting *settings; /* of the record as it becomes */
    size_t setting_count;
    uint64_t copies; /* so many records in place of one, each with a donor and a reference of its
                        own: fields that end in what `apart` names get another text in each */
    struct text *apart;
    struct span *apart_spans;
    size_t apart_count;
    struct span span, record_span, becomes_span;
};
struct schemes {
    struct scheme *list;
    size_t count;
};
/* Reads schemes.yaml of the law base's folder into its arena; none is no error. False after
 * messages. */
bool schemes_read(struct schemes *, struct lawbase *, struct diags *);

#endif
