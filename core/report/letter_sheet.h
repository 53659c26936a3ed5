/* SPDX-License-Identifier: Apache-2.0
 *
 * The sheet on which a letter is written, line by line: text for a mail or a word processor, or
 * HTML for printing. What a person is to fill in stands between LETTER_OPEN and LETTER_CLOSE in the
 * lines and is marked on the sheet.
 */
#ifndef REPORT_LETTER_SHEET_H
#define REPORT_LETTER_SHEET_H

#include <stdio.h>

#include "report/wording.h"

/* Control characters, which no cleaned text holds. */
#define LETTER_OPEN "\001"
#define LETTER_CLOSE "\002"

struct letter_sheet {
    FILE *out;
    bool html;
    const struct wording *wording;
    enum { SHEET_NOTHING, SHEET_PARAGRAPH, SHEET_LIST } inside;
    size_t blanks; /* marked so far */
    bool gap;      /* the line before was empty */
};

void letter_sheet_begin(struct letter_sheet *, struct text language, struct text title);
void letter_sheet_heading(struct letter_sheet *, struct text);
/* A line that is not empty; those that follow each other are one paragraph. An empty one ends it.
 */
void letter_sheet_line(struct letter_sheet *, struct text);
void letter_sheet_item(struct letter_sheet *, struct text);
void letter_sheet_end(struct letter_sheet *);

#endif
