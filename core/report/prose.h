/* SPDX-License-Identifier: Apache-2.0
 *
 * What a finding says, for formats that have one place for each matter: a cell, a message. All in
 * the arena, UTF-8 as filed.
 */
#ifndef REPORT_PROSE_H
#define REPORT_PROSE_H

#include "report/report.h"

/* "donor: A Ltd; recipient: B Party" */
struct text actors_print(struct arena *, const struct finding *);
/* "amount: 20.00 EUR; received: 2001-05-01" */
struct text facts_print(struct arena *, const struct finding *);
/* "donor.citizenship, received" */
struct text missing_print(struct arena *, const struct finding *);
/* The plugin's sentence and the conditions that decided, with their values. */
struct text reasons_print(struct arena *, const struct finding *);
/* The provisions, with the source of what was in force on the day. */
struct text articles_print(struct arena *, const struct finding *, struct text language);
/* Where the first record stands: "gifts.csv:4". */
struct text place_print(struct arena *, const struct finding *);
/* All of it, a line for each. */
struct text story_print(struct arena *, const struct finding *, struct text language);

/* An actor of a finding has no number of its own in a report. One that names the record and the
 * role: the same actor of the same record in every finding, and never two people for their having
 * the same name. 32 hex digits. */
void actor_key(const struct finding *, const struct actor *, char key[FINGERPRINT_LEN + 1]);

#endif
