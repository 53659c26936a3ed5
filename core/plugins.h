/* SPDX-License-Identifier: Apache-2.0
 *
 * Behind scrutineer.h: which plugins the user means.
 */
#ifndef PLUGINS_H
#define PLUGINS_H

#include "session.h"

/* The named plugins; none named: the add-on's, without one all. Each exists. False after messages.
 */
bool plugins_chosen(struct scr_session *, struct arena *, const char *const *names, size_t count,
                    struct text **out, size_t *out_count);

#endif
