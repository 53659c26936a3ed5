/* SPDX-License-Identifier: Apache-2.0
 *
 * What rules and lines of plugins cost: instructions of Lua, memory, calls, time.
 */
#ifndef REPORT_PLUGIN_PROFILE_H
#define REPORT_PLUGIN_PROFILE_H

#include "report/report.h"

struct line_cost {
    struct text file;
    int line;
    uint64_t instructions, bytes;
};
/* The dearest first; `lines` are sorted on the way. */
void plugin_print_profile(const struct plan *, const struct task_cost *, struct line_cost *lines,
                          size_t line_count, FILE *);

#endif
