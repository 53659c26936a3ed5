/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/wording.h"

struct translation {
    const char *words, *translated;
};
struct wording {
    const char *language;
    const struct translation *items; /* ends with NULL */
};

#include "report/wording_hy.h" /* made of po/hy.po: see local.mk */

static const struct wording wordings[] = {{"hy", wording_hy}};

const struct wording *wording_find(struct text language)
{
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
        if (text_equal(text_of(wordings[i].language), language))
            return &wordings[i];
    return NULL;
}

struct text wording_of(const struct wording *w, struct text words)
{
    for (size_t i = 0; w && w->items[i].words; i++)
        if (text_equal(text_of(w->items[i].words), words) && *w->items[i].translated)
            return text_of(w->items[i].translated);
    return words;
}
