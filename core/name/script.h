/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: scripts that no table knows, read by ICU. Opening that takes longer than all
 * the rest of a name's reading, so it is done when the first such word comes.
 */
#ifndef NAME_SCRIPT_H
#define NAME_SCRIPT_H

#include "base/text.h"

struct script_reader; /* for any number of threads */
struct script_reader *script_reader_new(void);
void script_reader_free(struct script_reader *);
/* The word (well-formed UTF-8) in small Latin letters and digits; empty when ICU does not know. */
struct text script_read(struct script_reader *, struct text word, char *out, size_t room);

#endif
