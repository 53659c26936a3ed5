/* SPDX-License-Identifier: Apache-2.0
 *
 * The law held against a standard, and jurisdictions side by side, as text, CSV or HTML.
 */
#ifndef REPORT_LAW_GAPS_H
#define REPORT_LAW_GAPS_H

#include "law/standard.h"

struct gaps_question {
    const struct lawbase *law;
    const struct standards *standards;
    struct text language;
    bool on_given;
    day on;            /* when no day is given: a day on which all open versions hold */
    struct text topic; /* compare: the items and rules that are about it */
    const char *format;
    FILE *out;
};

/* One matrix for each jurisdiction of the law base. */
void gaps_print(const struct gaps_question *, const struct standard *);
/* Every item and every rule about the topic, a column for each jurisdiction. */
void compare_print(const struct gaps_question *);
/* All topics: of the items, and the classes of threat that rules name. In the arena. */
size_t topics_list(struct arena *, const struct standards *, const struct lawbase *,
                   struct text **topics);

#endif
