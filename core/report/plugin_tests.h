/* SPDX-License-Identifier: Apache-2.0
 *
 * What the tests of plugins came to: for people, as TAP, as JUnit's XML.
 */
#ifndef REPORT_PLUGIN_TESTS_H
#define REPORT_PLUGIN_TESTS_H

#include "engine/coverage.h"

struct test_result {
    struct text plugin, rule, name;
    bool passed;
    struct text message; /* why it failed */
};
/* A line of a plugin on which something can run, and whether it did. */
struct line_seen {
    struct text file;
    int line;
    bool ran;
};
struct plugin_tests {
    struct arena arena;
    struct test_result *results;
    size_t result_count, failed;
    struct line_seen *lines; /* sorted by file and line */
    size_t line_count, lines_ran;
    const struct coverage *conditions;
};
/* "text", "tap" or "junit"; false: there is no such form, and nothing was written. */
bool plugin_tests_print(const struct plugin_tests *, const char *form, FILE *);

#endif
