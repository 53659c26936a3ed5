/* SPDX-License-Identifier: Apache-2.0
 *
 * A page of a reference, written as text for a terminal, as Markdown or as HTML.
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include <stdio.h>

#include "base/arena.h"

enum page_form { PAGE_TEXT, PAGE_MARKDOWN, PAGE_HTML };
struct page {
    FILE *out;
    enum page_form form;
    bool in_list;
};
/* False when there is no such form. */
bool page_form_find(const char *name, enum page_form *out);
void page_begin(struct page *, struct text title);
void page_end(struct page *);
void page_heading(struct page *, struct text);
void page_paragraph(struct page *, struct text);
/* One entry of a list: a name as it is written in code, and what there is to say of it. Both may
 * be several lines long. */
void page_entry(struct page *, struct text name, struct text what);
/* Code as it stands. */
void page_code(struct page *, struct text);

#endif
