/* SPDX-License-Identifier: Apache-2.0
 *
 * What tests of the law base see and notice, told as text.
 */
#ifndef REPORT_LAW_TESTS_H
#define REPORT_LAW_TESTS_H

#include "engine/case.h"
#include "engine/coverage.h"
#include "engine/mutation.h"

/* Each atomic condition of which some truth was not seen, then one line of figures. */
void coverage_print(const struct coverage *, FILE *);
/* Each mutant alive, those excepted with their reasons, then one line of figures. */
void mutation_print(const struct mutation *, FILE *);

/* One test that was run: its rule, the outcome that it expects, its name. `out` is the FILE. */
void test_print(void *out, const struct rule *, const struct node *test, bool passed);

#endif
