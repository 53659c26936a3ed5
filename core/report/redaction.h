/* SPDX-License-Identifier: Apache-2.0
 *
 * Findings as they may be published: of natural persons only what the register of the jurisdiction
 * publishes whose filing it is (lawbase: publication.yaml), of nobody what the vocabulary keeps
 * back. It is done before any format sees the finding, so that all formats tell the same. What
 * cannot be shown to be harmless is withheld: a person of whom nothing says that it is a body
 * counts as a natural one, and a plugin's own words are told only when its source has them.
 */
#ifndef REPORT_REDACTION_H
#define REPORT_REDACTION_H

#include "engine/finding.h"

/* What stands in the place of what is withheld. */
extern const struct text redaction_mark;

/* A copy, in the arena, that shares with the finding what may be published. Its fingerprint is made
 * of what it tells: the finding's own could be found again by who guesses a name. */
struct finding finding_redacted(struct arena *, const struct finding *);
/* Messages about files without what they quote of them. The result is to be freed. */
void diags_redacted(struct diags *out, const struct diags *);

#endif
