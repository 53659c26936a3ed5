/* SPDX-License-Identifier: Apache-2.0
 *
 * Reports as the public face knows them.
 */
#include <config.h>

#include "report/report.h"
#include "scrutineer.h"

const char *scr_report_format(size_t i, const char **what)
{
    const struct report_format *f = report_format_at(i);
    if (f && what)
        *what = f->what;
    return f ? f->name : NULL;
}
