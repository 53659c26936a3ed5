/* SPDX-License-Identifier: Apache-2.0
 *
 * The figures of a law base, as the tables of a README.
 */
#ifndef REPORT_LAW_STATS_H
#define REPORT_LAW_STATS_H

#include "engine/coverage.h"
#include "engine/mutation.h"
#include "law/standard.h"

void law_print_stats(const struct lawbase *, const struct standards *, const struct coverage *,
                     const struct mutation *, FILE *);

#endif
