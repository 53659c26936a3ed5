/* SPDX-License-Identifier: Apache-2.0
 *
 * What is known of somebody by which he may be recognised: the name, and what raises or sinks a
 * likeness of names.
 */
#ifndef NAME_PROFILE_H
#define NAME_PROFILE_H

#include "base/date.h"
#include "base/text.h"

enum profile_sort { PROFILE_ANY, PROFILE_PERSON, PROFILE_BODY };

struct profile {
    struct text name; /* as filed; empty: not known */
    enum profile_sort sort;
    bool birth_known;
    day birth;
    struct text *numbers; /* that belong to one actor only, as filed */
    size_t number_count;
    struct text countries; /* ISO codes joined with single blanks; empty: none known */
};

#endif
