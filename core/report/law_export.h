/* SPDX-License-Identifier: Apache-2.0
 *
 * The law base for other programs and for proof-readers: all of it as on one day, as JSON with
 * identifiers in the manner of Akoma Ntoso, or with its history as one printable HTML page.
 */
#ifndef REPORT_LAW_EXPORT_H
#define REPORT_LAW_EXPORT_H

#include "engine/plan.h"

struct law_export {
    const struct plan *plan; /* of all rules */
    struct text language;
    const char *version;
    bool on_given;
    day on; /* not given: a day on which all open versions hold */
    FILE *out;
};

void law_export_json(const struct law_export *);
void law_export_book(const struct law_export *);

/* "/akn/am/act/2016-12-16/ho-224-n": the act as a work; by its own name where the citation tells
 * no day and number. In the arena. */
struct text act_uri(struct arena *, const struct instrument *, struct text jurisdiction);
/* "art_24__para_4__point_4" of Article 24(4)(4), "sec_54__subsec_1" of a section; the provision's
 * own name where the citation is none of both. */
struct text provision_eid(struct arena *, const struct provision *);
/* Whose law a name like "am.donation_cap" is. */
bool is_law_of(const struct jurisdiction *, struct text id);

#endif
