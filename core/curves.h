/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside the library: each limit that bills set, over values around the old one and the new. Each
 * value is a law of its own, so that one pass over the filings judges all of them together with
 * today's law and the bills'.
 */
#ifndef CURVES_H
#define CURVES_H

#include "report/sweep.h"
#include "session.h"

struct curve {
    const struct parameter *limit; /* of the law after the bills */
    struct value *values;          /* the old one and the new among them */
    size_t value_count, before, after;
    struct sweep sweep;
};
struct curves {
    struct curve *items;
    size_t count;
    size_t left_out; /* limits that are set, too, but would be too many laws */
    struct lawbase *laws;
    size_t law_count;
};
/* `first`: how many other laws stand in front of these in the plan. False after messages. */
bool curves_make(struct curves *, struct scr_session *, const struct bills *, size_t first);
void curves_free(struct curves *);

#endif
