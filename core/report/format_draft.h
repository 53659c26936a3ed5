/* SPDX-License-Identifier: Apache-2.0
 *
 * A first format for a table that no format knows: columns are matched with fields by the names
 * that lawbase/header-words.yaml lists, and by what their values look like. What is not certain is
 * said so in a comment.
 */
#ifndef REPORT_FORMAT_DRAFT_H
#define REPORT_FORMAT_DRAFT_H

#include "filing/sample.h"

struct draft_options {
    const struct vocabulary *vocabulary;
    const struct node *words; /* of lawbase/header-words.yaml */
    struct text file;         /* as the user named it */
    struct text jurisdiction; /* may be empty */
    currency currency;        /* of the jurisdiction; 0: not known */
};

/* Writes YAML. False, with a message, when no column could be matched. */
bool format_draft(struct diags *, const struct draft_options *, const struct sample *, FILE *);

#endif
