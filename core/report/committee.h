/* SPDX-License-Identifier: Apache-2.0
 *
 * A bill's paper for a committee, as one page or as Markdown: the parts that other files of this
 * floor tell, with headings around them.
 */
#ifndef REPORT_COMMITTEE_H
#define REPORT_COMMITTEE_H

#include "report/effect.h"
#include "report/redline.h"
#include "report/sweep.h"

struct paper {
    const struct redline *redline; /* the bills, the law before and after, where it goes */
    struct effect *effect;
    const struct report_end *end;
    const char *version;
};
void paper_begin(const struct paper *);
/* A heading; what follows stands behind it until the next. */
void paper_section(const struct paper *, const char *title, const char *what);
void paper_effect(const struct paper *);
/* A limit that the bills set, over values around the old one and the new. */
void paper_curve(const struct paper *, const struct sweep *);
/* A sentence by itself. */
void paper_note(const struct paper *, const char *);
/* Provisions that the bills touch or that changed rules rest on. */
void paper_provisions(const struct paper *);
/* What the paper cannot know: doubts, rows that were not read, facts that nobody filed. */
void paper_limits(const struct paper *);
void paper_end(const struct paper *);

#endif
