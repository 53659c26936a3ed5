/* SPDX-License-Identifier: Apache-2.0
 *
 * The law base told as text.
 */
#ifndef REPORT_LAW_TEXT_H
#define REPORT_LAW_TEXT_H

#include "engine/plan.h"

struct law_question {
    const struct lawbase *law;
    struct text id, language;
    bool on_given; /* else the whole history */
    day on;
    FILE *out;
};

/* One line of figures; "clean" when there were no warnings. `idle`: provisions without a rule. */
void law_print_counts(const struct lawbase *, size_t warnings, size_t idle, FILE *);
void law_print_list(const struct lawbase *, struct text language, FILE *);
/* A rule, provision, instrument, parameter, definition or election by id; false, with a message,
 * when there is none. */
bool law_print_one(const struct law_question *, struct diags *);
bool law_unknown(const struct lawbase *, struct diags *, struct text id);
void law_explain_rule(const struct task *, struct text language, FILE *);

#endif
