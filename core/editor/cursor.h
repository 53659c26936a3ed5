/* SPDX-License-Identifier: Apache-2.0
 *
 * Where the cursor stands in a text that need not be whole: between which keys of the YAML, in
 * which string of a plugin. Lines and their indentation are looked at, no tree: while somebody
 * types there is none.
 */
#ifndef EDITOR_CURSOR_H
#define EDITOR_CURSOR_H

#include "editor/names.h"

enum { CURSOR_DEEPEST = 16 };

struct cursor {
    struct text body;
    size_t offset;
    struct text word, typed;             /* around the cursor; its part in front of it */
    struct text key;                     /* whose value it is in; empty: of none */
    bool at_value;                       /* a value is written, else a key */
    struct text parents[CURSOR_DEEPEST]; /* keys around it, the innermost first */
    size_t depth;
    struct text plugin;       /* of the rule around it; of a plugin its record type is below */
    struct text rule;         /* the rule around it */
    struct text record;       /* a plugin: its record type */
    struct text subject, law; /* a plugin: what check() calls its arguments */
    bool in_string;           /* a plugin: in a text of its manifest */
};

/* In a file of the law base, in a plugin. */
struct cursor cursor_in_yaml(struct text body, size_t offset);
struct cursor cursor_in_lua(struct text body, size_t offset);

/* Which kinds of names may stand there. `document` is the file's kind of the law base ("rule"; NULL
 * for a plugin); keys and words of `names` are set as is fit. */
unsigned cursor_wants(const struct cursor *, const struct kind *document, struct names *);

#endif
