/* SPDX-License-Identifier: Apache-2.0
 *
 * A letter about a finding: a template of its jurisdiction, filled with what the finding and the
 * law base say, and nothing else. What they do not say is left for a person to fill in.
 */
#ifndef REPORT_LETTER_H
#define REPORT_LETTER_H

#include "law/letter.h"
#include "report/letter_sheet.h"
#include "report/report.h"

struct letter_order {
    const struct letter *letter;
    const struct letter_text *text;
    const struct finding *finding;
    struct text dated; /* may be empty */
};

/* Writes it and tells how many places are left to fill in. The template must be one that
 * letter_text_check() accepts. */
size_t letter_print(struct arena *, const struct letter_order *, bool html, FILE *);

#endif
