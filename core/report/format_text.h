/* SPDX-License-Identifier: Apache-2.0
 *
 * Formats told as text.
 */
#ifndef REPORT_FORMAT_TEXT_H
#define REPORT_FORMAT_TEXT_H

#include "filing/input.h"

/* Name, kind and title on one line. */
void format_print_line(const struct format *, FILE *);
/* What it reads, how it is recognised, and which column becomes which field. */
void format_print(const struct format *, FILE *);
/* Which formats fit a file, and what the others lack. */
void format_print_fits(struct text file, const struct fits *, FILE *);

#endif
