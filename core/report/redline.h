/* SPDX-License-Identifier: Apache-2.0
 *
 * Bills as a redline: article by article what is struck out and what is put in, and the law as it
 * would read.
 */
#ifndef REPORT_REDLINE_H
#define REPORT_REDLINE_H

#include "law/bill.h"

struct redline {
    const struct bills *bills;
    const struct lawbase *before, *after;
    struct text language;
    struct diags *diags;
    FILE *out;
    bool colour, html;
};
/* The changes alone, and with the law after them. HTML comes as a part of a page. */
void redline_print(const struct redline *);
void redline_print_law(const struct redline *);
/* A whole page, or both as text. */
void redline_print_all(const struct redline *);

/* What was struck out and put in between two texts, word by word: [-...-] and {+...+}, in colour on
 * a terminal, or <del> and <ins>. */
void redline_words(const struct redline *, struct text before, struct text after);

#endif
