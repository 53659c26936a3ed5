/* SPDX-License-Identifier: Apache-2.0
 *
 * What a jurisdiction's own register publishes about natural persons: publication.yaml. All else
 * about them stays out of reports that are published.
 */
#include <config.h>

#include "law/kind.h"
#include "law/lint.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct node_key publication_keys[] = {
    {"publishes", true, NODE_LIST, false},
    {"source", true, NODE_SCALAR, false},
    {"confidence", true, NODE_SCALAR, false},
    {"doubt", false, NODE_SCALAR, false},
};

const struct kind publication_kind = {
    "publication", "Fields of natural persons that the jurisdiction's register publishes",
    publication_keys, COUNT(publication_keys),
    (const struct value_form[]){{"confidence", "confidence"}, {NULL, NULL}}};

bool publication_read(struct lawbase *l, struct diags *d, const struct node *n,
                      const struct jurisdiction *j)
{
    if (!node_check(d, n, "publication", publication_keys, COUNT(publication_keys)))
        return false;
    struct publication *p = arena_make(&l->arena, struct publication);
    p->jurisdiction = j;
    p->source = node_text(n, "source");
    p->doubt = node_text(n, "doubt");
    p->span = node_find(n, "publishes")->span;
    if (!confidence_read(d, node_find(n, "confidence"), &p->confidence) ||
        !names_read(&l->arena, d, node_find(n, "publishes"), &p->fields, &p->field_spans,
                    &p->field_count))
        return false;
    *arena_push(&l->arena, &l->publications, &l->publication_count) = p;
    return true;
}

bool jurisdiction_publishes(const struct lawbase *l, struct text jurisdiction, struct text field)
{
    for (size_t i = 0; i < l->publication_count; i++) {
        const struct publication *p = l->publications[i];
        if (p->confidence == CONFIDENCE_LOW || !text_equal(p->jurisdiction->id, jurisdiction))
            continue;
        for (size_t k = 0; k < p->field_count; k++)
            if (text_equal(p->fields[k], field))
                return true;
    }
    return false;
}
