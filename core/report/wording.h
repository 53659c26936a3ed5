/* SPDX-License-Identifier: Apache-2.0
 *
 * The program's own words in the language of a report: gettext's catalogues (po/hy.po) as tables of
 * the program, made when it is built. gettext() itself asks the locale of the process, which a
 * library must not set, and needs that locale on the machine; a report in Armenian is to be the
 * same wherever it is made.
 */
#ifndef REPORT_WORDING_H
#define REPORT_WORDING_H

#include "base/arena.h"
#include "base/value.h"

struct wording;
/* The words in a language ("hy"); NULL: as they are, in English. */
const struct wording *wording_find(struct text language);
/* The words in that language; as they are, when the catalogue does not have them. Static, or the
 * text that was given. */
struct text wording_of(const struct wording *, struct text words);

/* What a fact is called: "donor.foreign_share" -> "donor, foreign share", each in the language. */
struct text wording_of_fact(struct arena *, const struct wording *, struct text name);
/* A fact's value: codes, yes and no, and the unit behind a number in the language. */
struct text wording_of_value(struct arena *, const struct wording *, const struct value *);

/* Marks words for the catalogue that are looked up elsewhere. */
#define N_(words) words

#endif
