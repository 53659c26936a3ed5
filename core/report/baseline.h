/* SPDX-License-Identifier: Apache-2.0
 *
 * A baseline: the findings of an earlier report, which are not told again.
 */
#ifndef REPORT_BASELINE_H
#define REPORT_BASELINE_H

#include "base/diag.h"
#include "base/fingerprints.h"

/* Adds the fingerprints of a report that was written as JSON or NDJSON. False after messages: it
 * cannot be read, or is no report. */
bool baseline_read(struct diags *, const char *path, struct fingerprints *out);

#endif
