/* SPDX-License-Identifier: Apache-2.0
 *
 * The tests that a rule carries: given records, the expected outcome.
 */
#ifndef ENGINE_CASE_H
#define ENGINE_CASE_H

#include "engine/run.h"
#include "law/kind.h"

/* What a test of a rule, and of a format, may hold. */
extern const struct kind test_kind, format_test_kind;

/* Fills one batch row from a YAML map of fields (actors as maps within). False after messages. */
bool case_row(struct diags *, const struct node *fields, struct batch *, size_t row);

/* Fills a batch from a test's list of given records, but for those that a register holds. Every
 * field counts as mapped. */
bool case_fill(struct diags *, const struct vocabulary *, const struct node *given, struct batch *);
/* How names are compared, read when the first test needs it. */
struct case_names {
    const struct lawbase *law;
    struct name_tables tables;
    bool read;
};
void case_names_free(struct case_names *);
/* The registers that are among the given records; NULL: none, or after messages (*ok). */
struct registers *case_registers(struct diags *, struct case_names *, const struct vocabulary *,
                                 const struct node *given, bool *ok);

struct case_result {
    size_t passed, failed;
};
/* Which tests of rules are run (all zero: all), and who is told of each. */
struct case_choice {
    const struct rule *only;  /* NULL: of all rules */
    const struct text *words; /* all of them stand in the name of the rule or of the test */
    size_t word_count;
    void (*tell)(void *owner, const struct rule *, const struct node *test, bool passed);
    void *owner;
};
/* Runs tests of the law base's rules; each failure is a message at the test's place. */
struct case_result cases_run(struct diags *, const struct lawbase *, const struct vocabulary *,
                             struct host *, const char *plugin_folder, const struct case_choice *);

/* Runs the tests of a format: its sample read, the records compared. */
void case_format(struct diags *, const struct format *, struct case_result *);

#endif
