/* SPDX-License-Identifier: Apache-2.0
 *
 * Text inside HTML, SVG, XML and CSV, and text cut to a width.
 */
#ifndef REPORT_MARKUP_H
#define REPORT_MARKUP_H

#include <stdio.h>

#include "base/arena.h"

/* Escaped, so that it is text and nothing else, also between quotes. Control characters and what is
 * not UTF-8 become U+FFFD. */
void markup_text(FILE *, struct text);
/* At most that many characters, an ellipsis at the end when it was cut; whole UTF-8 characters. */
struct text text_cut(struct arena *, struct text, size_t characters);
/* With U+FFFD for control characters (but line breaks and tabs) and for what is not UTF-8; NUL
 * behind it. */
struct text text_clean(struct arena *, struct text);
/* A field of CSV, in quotes when it needs them. One that a spreadsheet would take for a formula
 * (= + - @, tab or CR in front) gets an apostrophe in front. */
void csv_field(FILE *, struct text);

#endif
