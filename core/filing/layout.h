/* SPDX-License-Identifier: Apache-2.0
 *
 * Layouts: the columns of a form by the version of its file format, from data
 * (lawbase/formats/layouts/NAME.yaml), for files whose rows do not name their columns.
 */
#ifndef FILING_LAYOUT_H
#define FILING_LAYOUT_H

#include "base/regex.h"
#include "base/yaml.h"

struct layout_version {
    struct text prefixes; /* separated by blanks: "8.5 8.4", "P3"; how the version may begin */
    struct text columns;  /* names, separated by blanks; "-": a column without a name */
    size_t column_count;
};
struct layout_form {
    struct regex *form;
    struct layout_version *versions; /* as listed: the first that fits counts */
    size_t version_count;
};
struct layouts {
    struct layout_form *forms;
    size_t form_count;
};

/* In the arena, the regexes apart. NULL after messages. */
struct layouts *layouts_read(struct arena *, struct diags *, const struct node *);
void layouts_free(const struct layouts *);

enum layout_match { LAYOUT_EXACT, LAYOUT_NEAREST, LAYOUT_NONE };
/* The columns of a form in a version; of a version that is not listed those of the newest of its
 * kind (LAYOUT_NEAREST). */
enum layout_match layout_find(const struct layouts *, struct text form, struct text version,
                              const struct layout_version **out);

#endif
