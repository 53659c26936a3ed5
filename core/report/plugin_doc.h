/* SPDX-License-Identifier: Apache-2.0
 *
 * A plugin's page: what its manifest says, and the law that uses it.
 */
#ifndef REPORT_PLUGIN_DOC_H
#define REPORT_PLUGIN_DOC_H

#include "engine/plan.h"
#include "report/page.h"

struct plugin_doc {
    const struct plugin *plugin;
    const struct vocabulary *vocabulary;
    const struct lawbase *law;
    struct text language; /* of titles */
};
void plugin_print_doc(const struct plugin_doc *, struct page *);
/* How many rules of the law base use a plugin. */
size_t plugin_uses(const struct lawbase *, struct text plugin);

#endif
