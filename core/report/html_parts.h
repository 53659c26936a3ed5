/* SPDX-License-Identifier: Apache-2.0
 *
 * A page put together from parts. The markup is in html/parts.html, cut up by lines like
 * <!-- part: bar -->; C says which part comes next and what goes into its holes:
 *
 *     {{name}}        a value, escaped: whatever it holds stays text
 *     {{_ Words}}     the program's own words, in the language of the page
 *
 * There is no way to put markup into a hole.
 */
#ifndef REPORT_HTML_PARTS_H
#define REPORT_HTML_PARTS_H

#include <stdio.h>

#include "report/wording.h"

struct html_out {
    FILE *out;
    const struct wording *wording;
};
struct hole {
    const char *name;
    struct text value;
};

/* A part with these holes; a hole that is not told is empty. The part must be there. */
void html_part(const struct html_out *, const char *part, const struct hole *, size_t count);
#define HTML_PART(page, part, ...) \
    html_part((page), (part), (const struct hole[]){__VA_ARGS__}, \
              sizeof(const struct hole[]){__VA_ARGS__} / sizeof(struct hole))
/* A file of html/ as it is: the style, the script. */
void html_style(const struct html_out *);
void html_script(const struct html_out *);
/* The program's words that the script asks for; NULL behind the last. */
extern const char *const html_script_words[];

#endif
