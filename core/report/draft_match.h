/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: a format that is being drafted, and what its columns were taken for.
 */
#ifndef REPORT_DRAFT_MATCH_H
#define REPORT_DRAFT_MATCH_H

#include "report/format_draft.h"

/* A column as the source of a field. */
struct match {
    const struct field *field;
    size_t column;
    int score;
    bool unsure;
};

struct draft {
    struct arena arena;
    const struct draft_options *options;
    const struct sample *sample;
    const struct record_type *record;
    struct match *matches; /* the chosen ones, in the order of the record's fields */
    size_t match_count;
    FILE *out;
    size_t unsure; /* places marked so far */
};

/* "Donor_Name", "DonorName", "donor name:" -> "donor name" */
struct text draft_plain_name(struct arena *, struct text name);
/* How well a plain name fits one of the words; 0: not at all. Longer words tell more. */
int draft_score(struct arena *, struct text name, const struct node *words);
/* The key of the map of word lists that the name fits best, or empty: `least` is the lowest score
 * that counts. */
struct text draft_best(struct arena *, struct text name, const struct node *lists, int least);
enum { DRAFT_EXACT = 100 }; /* the score from which a name is one of the words */
/* The currency that the name of a column tells, or 0; *rest is the name without it. */
currency draft_currency(struct draft *, struct text name, struct text *rest);
/* The match of a field or of a column. */
const struct match *draft_matched(const struct match *, size_t count, const struct field *,
                                  size_t column);
/* Fills record and matches; false: no column has a name that is known. */
bool draft_choose(struct draft *);

#endif
