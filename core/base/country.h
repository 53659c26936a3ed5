/* SPDX-License-Identifier: Apache-2.0
 *
 * Countries by ISO 3166-1, their names from ICU's data in English, Armenian,
 * Russian, German and French.
 */
#ifndef BASE_COUNTRY_H
#define BASE_COUNTRY_H

#include "base/arena.h"

/* The alpha-2 code (static text) of a country given as alpha-2, alpha-3 or a name in any of the
 * languages above, without regard to case; false when there is none. */
bool country_find(struct text, struct text *alpha2);
/* Several of them, separated by `separator`: codes sorted, without repeats, joined with one
 * blank. On failure *wrong is the part that is no country. */
bool countries_read(struct arena *, struct text, char separator, struct text *codes,
                    struct text *wrong);
/* Whether a list made by countries_read holds the code. */
bool countries_include(struct text codes, struct text alpha2);

/* The two letters as a number. */
static inline uint16_t country_code(struct text alpha2)
{
    return alpha2.len == 2
               ? (uint16_t)((unsigned char)alpha2.at[0] << 8 | (unsigned char)alpha2.at[1])
               : 0;
}

#endif
