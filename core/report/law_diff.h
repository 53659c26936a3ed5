/* SPDX-License-Identifier: Apache-2.0
 *
 * What changed in the law between two days; what the law base says about some words.
 */
#ifndef REPORT_LAW_DIFF_H
#define REPORT_LAW_DIFF_H

#include "law/lawbase.h"

/* Every change on days from < d <= to, in the order of time. */
void law_print_diff(const struct lawbase *, struct text language, day from, day to, FILE *);

/* All that holds every one of the words (in any language, capitals or not); how many were found. */
size_t law_print_search(const struct lawbase *, struct text language, const struct text *words,
                        size_t count, FILE *);

#endif
