/* SPDX-License-Identifier: Apache-2.0
 *
 * The program's own words in the language of a report: gettext's catalogues (po/hy.po) as tables of
 * the program, made when it is built. gettext() itself asks the locale of the process, which a
 * library must not set, and needs that locale on the machine; a report in Armenian is to be the
 * same wherever it is made.
 */
#ifndef REPORT_WORDING_H
#define REPORT_WORDING_H

#include "base/text.h"

struct wording;
/* The words in a language ("hy"); NULL: as they are, in English. */
const struct wording *wording_find(struct text language);
/* The words in that language; as they are, when the catalogue does not have them. Static, or the
 * text that was given. */
struct text wording_of(const struct wording *, struct text words);

/* Marks words for the catalogue that are looked up elsewhere. */
#define N_(words) words

#endif
