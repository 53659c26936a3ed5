/* SPDX-License-Identifier: Apache-2.0
 *
 * Who owns a party, and who owns its owners, on a day: as indented text, or as a drawing in SVG
 * with the party at the bottom and its owners above. Both show each interest with its source and
 * since when it is held, so that every share that is told can be worked out by hand.
 */
#ifndef REPORT_OWNERS_PICTURE_H
#define REPORT_OWNERS_PICTURE_H

#include "base/arena.h"
#include "name/ownership.h"

enum { MOST_SHOWN_PARTIES = 60 };

struct owners_picture {
    const struct ownership *graph;
    struct arena *arena;
    uint32_t party;
    day on;
    struct text
        home; /* countries joined with single blanks; empty: nothing is said of what is abroad */
    struct ownership_solver *solver;
};

void owners_tell(const struct owners_picture *, FILE *out);
void owners_draw(const struct owners_picture *, FILE *out);

#endif
