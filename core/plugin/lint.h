/* SPDX-License-Identifier: Apache-2.0
 *
 * Reads a plugin's Lua word by word for what its manifest cannot say: fields and parameters that do
 * not exist, names that the sandbox does not have, state that outlives a call, findings without
 * facts. It knows no types: what goes through a variable is not followed.
 */
#ifndef PLUGIN_LINT_H
#define PLUGIN_LINT_H

#include "plugin/host.h"

struct lint_record {
    const void *owner;
    /* Whether records of the plugin's type have that field, or an actor of that name. */
    bool (*has)(const void *owner, struct text path);
    const struct text *fields; /* for "did you mean" */
    size_t field_count;
};
/* Each finding is a warning; gives how many. */
size_t plugin_lint(struct diags *, const struct plugin *, const struct lint_record *);

#endif
