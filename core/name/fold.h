/* SPDX-License-Identifier: Apache-2.0
 *
 * Names in a comparable form: Unicode NFKC with case folded (ICU), blanks made single.
 */
#ifndef NAME_FOLD_H
#define NAME_FOLD_H

#include "base/arena.h"

/* The folded name in the arena; empty when nothing is left of it. */
struct text name_fold(struct arena *, struct text name);
/* Likewise for a name in ASCII, into `out`, which has room for name.len bytes; *len is what it
 * took. False: it has other letters, and name_fold() is for it. */
bool name_fold_ascii(struct text name, char *out, size_t *len);

#endif
