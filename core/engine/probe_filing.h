/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: the small filings that are probed, and what schemes make of them.
 */
#ifndef ENGINE_PROBE_FILING_H
#define ENGINE_PROBE_FILING_H

#include "engine/probe.h"

/* The field with that path; NULL: the record does not tell it. */
struct probe_field *probe_field_find(const struct probe_record *, struct text path);
/* Sets a field; 1 when it gets another value, else 0. */
size_t probe_field_set(struct arena *, struct probe_record *, struct text path, struct text value);
/* The records under `given:` of a rule's test; false: they are not all of that type. */
bool probe_filing_read(struct arena *, const struct node *given, const struct record_type *,
                       struct probe_filing *);
struct probe_filing probe_filing_copy(struct arena *, const struct probe_filing *);
bool probe_filing_equal(const struct probe_filing *, const struct probe_filing *);
/* Fills a batch of the filing's type; false: a value does not fit its field. */
bool probe_filing_fill(const struct probe_filing *, struct batch *);

/* Where a scheme is used. */
struct scheme_use {
    struct arena *arena;
    const struct vocabulary *vocabulary;
    struct text home; /* country code, in capitals */
};
/* What the scheme makes of a filing, and how many facts it changes. */
struct probe_filing scheme_apply(const struct scheme_use *, const struct scheme *,
                                 const struct probe_filing *, size_t *changes);

#endif
