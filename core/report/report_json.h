/* SPDX-License-Identifier: Apache-2.0
 *
 * Parts of the JSON report that other JSON has as well (see report/schema/report.schema.json).
 */
#ifndef REPORT_REPORT_JSON_H
#define REPORT_REPORT_JSON_H

#include "report/json_writer.h"
#include "report/report.h"

/* Uses the report's arena and forgets what is in it. */
void json_finding(struct report *, struct json *, const char *key, const struct finding *);
/* {"EUR": "8235.00"}, or {"EUR": {"least": "8235.00", "most": "76635.00"}} */
void json_totals(struct json *, const char *key, const struct total *, size_t count);
void json_inputs(struct json *, const struct report_end *);

#endif
