/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/layout.h"

#include "filing/kinds.h"

static size_t count_words(struct text t)
{
    struct text word;
    size_t count = 0;
    while (text_next(&t, ' ', &word))
        count += word.len > 0;
    return count;
}

static bool read_form(struct arena *a, struct diags *d, const struct node *n, struct layout_form *f)
{
    struct text why;
    size_t offset;
    if (!node_check(d, n, "form", layout_form_kind.keys, layout_form_kind.key_count))
        return false;
    const struct node *form = node_find(n, "form"), *versions = node_find(n, "versions");
    f->form = regex_new(a, form->text, &why, &offset);
    if (!f->form)
        return diag_error(d, form->span, "layout-regex", TEXT(""),
                          "wrong regular expression: %.*s (at character %zu)", TEXT_ARG(why),
                          offset + 1);
    f->versions = arena_array(a, versions->count, struct layout_version);
    for (size_t i = 0; i < versions->count; i++) {
        struct text columns = versions->items[i]->text;
        f->versions[f->version_count++] = (struct layout_version){versions->keys[i], columns,
                                                                  count_words(columns)};
    }
    return true;
}

struct layouts *layouts_read(struct arena *a, struct diags *d, const struct node *n)
{
    if (!node_check(d, n, "file of layouts", layouts_kind.keys, layouts_kind.key_count))
        return NULL;
    struct layouts *l = arena_make(a, struct layouts);
    const struct node *forms = node_find(n, "forms");
    bool ok = true;
    l->forms = arena_array(a, forms->count, struct layout_form);
    for (size_t i = 0; i < forms->count; i++)
        ok &= read_form(a, d, forms->items[i], &l->forms[l->form_count++]);
    if (ok)
        return l;
    layouts_free(l);
    return NULL;
}

void layouts_free(const struct layouts *l)
{
    for (size_t i = 0; l && i < l->form_count; i++)
        regex_free(l->forms[i].form);
}

static bool is_version(struct text prefixes, struct text version)
{
    struct text prefix;
    while (text_next(&prefixes, ' ', &prefix))
        if (prefix.len && text_starts(version, prefix))
            return true;
    return false;
}

/* Paper filings ("P3.4") have other columns than electronic ones. */
static bool is_paper(struct text version)
{
    return version.len && version.at[0] == 'P';
}

enum layout_match layout_find(const struct layouts *l, struct text form, struct text version,
                              const struct layout_version **out)
{
    const struct layout_form *f = NULL;
    for (size_t i = 0; i < l->form_count && !f; i++)
        if (regex_search(l->forms[i].form, form, NULL) == REGEX_MATCH)
            f = &l->forms[i];
    *out = NULL;
    for (size_t i = 0; f && i < f->version_count; i++) {
        if (is_version(f->versions[i].prefixes, version)) {
            *out = &f->versions[i];
            return LAYOUT_EXACT;
        }
        if (!*out && is_paper(f->versions[i].prefixes) == is_paper(version))
            *out = &f->versions[i]; /* the newest comes first */
    }
    return *out ? LAYOUT_NEAREST : LAYOUT_NONE;
}
