/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: what regular expressions said of the latest distinct texts of one column. All
 * that search the column share it: a text is looked up once a row, however many they are.
 */
#ifndef RULE_SEARCH_MEMO_H
#define RULE_SEARCH_MEMO_H

#include "base/arena.h"

/* What so many searches, a bit each, said of one text. */
enum { MOST_SEARCHES = 64, MEMO_TEXT_ROOM = 55 };
struct searched {
    uint64_t batch; /* the latest in which the text stood */
    uint64_t asked, yes, unknown;
    uint8_t len;
    char text[MEMO_TEXT_ROOM];
};

struct search_memo;
struct search_memo *search_memo_new(void);
void search_memo_free(struct search_memo *);
/* The number of one more search; false when there are too many. */
bool search_memo_add(struct search_memo *, unsigned *number);
/* Where what is known of the row's text stands; NULL: the text is too long, or another text of the
 * same batch has its place. `batch` counts batches from 1; `rows` of it have memory in the arena.
 */
struct searched *search_memo_at(struct search_memo *, struct arena *, uint64_t batch, size_t rows,
                                size_t row, struct text);

#endif
