/* SPDX-License-Identifier: Apache-2.0
 *
 * Ways around a rule, told.
 */
#ifndef REPORT_PROBE_TEXT_H
#define REPORT_PROBE_TEXT_H

#include "engine/probe.h"

/* As text, each with its filing as a rule's test would have it; or as a part of a page. */
void probe_print(const struct probe *, struct text language, bool html, FILE *);

#endif
