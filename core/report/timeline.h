/* SPDX-License-Identifier: Apache-2.0
 *
 * How something of the law base changed over time: rows of versions, as text or as an SVG picture.
 */
#ifndef REPORT_TIMELINE_H
#define REPORT_TIMELINE_H

#include "engine/plan.h"

/* One version: a value, or what a provision said. */
struct bar {
    struct force force;
    struct text label, source, doubt;
    struct text picture_label; /* instead of `label` in a picture, when not empty */
    enum confidence confidence;
};
/* The versions of one thing, in the order of time. */
struct timeline_row {
    struct text id, title;
    struct bar *bars;
    size_t count;
};
struct timeline {
    struct arena *arena;
    struct text language, id, title;
    struct timeline_row *rows;
    size_t count;
};

/* A rule (with its limits and provisions), a limit, a provision, or an act with all its provisions;
 * false when there is none of that name. `plan` holds the rule, if it is one. */
bool timeline_make(struct timeline *, const struct lawbase *, const struct plan *, struct text id);
void timeline_print(const struct timeline *, FILE *);
void timeline_draw(const struct timeline *, FILE *);

#endif
