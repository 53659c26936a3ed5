/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_LUACHECK_H
#define CLI_LUACHECK_H

#include "cli/options.h"

/* Has luacheck look at the named plugins (none: the add-on's; without one all); says so when it is
 * not installed. False when it found something. */
bool luacheck(struct scr_session *, const char *const *names, size_t count);

#endif
