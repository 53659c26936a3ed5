/* SPDX-License-Identifier: Apache-2.0
 *
 * YAML as a tree with a span on every node. Refused, each with a message: anchors,
 * aliases, tags, several documents, duplicate keys, depth over 64, U+2028/2029.
 * Scalars have no type; whoever reads them decides.
 */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include "base/diag.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    struct span span;    /* of the value */
    struct text text;    /* scalar */
    bool quoted;         /* scalar in quotes or a block: "true" stays a text */
    struct node **items; /* list and map values */
    struct text *keys;   /* map */
    struct span *key_spans;
    size_t count;
};

/* The tree of a source, or NULL after messages. In the arena. */
struct node *yaml_read(struct arena *, struct diags *, const struct source *);
/* The value of a key, or NULL. */
const struct node *node_find(const struct node *map, const char *key);
/* The text of a scalar key, or empty. */
struct text node_text(const struct node *map, const char *key);

/* A key of a map and what reads it: `field` tables make unknown and missing keys messages. */
struct node_key {
    const char *name;
    bool required;
    enum node_kind kind;
    bool any_kind; /* kind is not looked at */
};
/* Checks that `map` is a map with just these keys, of these kinds; messages with "did you mean".
 * False if any error. `what` names the thing: "rule", "format". */
bool node_check(struct diags *, const struct node *map, const char *what, const struct node_key *,
                size_t key_count);

#endif
