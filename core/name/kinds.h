/* SPDX-License-Identifier: Apache-2.0
 *
 * The kinds of YAML maps that describe names: by these tables they are read, and told.
 */
#ifndef NAME_KINDS_H
#define NAME_KINDS_H

#include "base/kind.h"

extern const struct kind names_kind;
/* names_kind, or one of the maps in it; NULL: there is none of that name. */
const struct kind *names_kind_find(struct text name);

#endif
