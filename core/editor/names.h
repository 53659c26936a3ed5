/* SPDX-License-Identifier: Apache-2.0
 *
 * Every name that the law base and plugins have: what it means, and where it is written. Completion
 * asks for those that may stand somewhere, hover and "go to definition" for one.
 */
#ifndef EDITOR_NAMES_H
#define EDITOR_NAMES_H

#include "base/kind.h"
#include "filing/vocabulary.h"
#include "law/lawbase.h"
#include "plugin/host.h"

enum name_kind {
    NAME_RULE = 1,
    NAME_PARAMETER = 2,
    NAME_DEFINITION = 4,
    NAME_PROVISION = 8,
    NAME_THREAT = 16,
    NAME_PLUGIN = 32,
    NAME_PARAM = 64,  /* of the plugin at hand */
    NAME_FIELD = 128, /* of the record type at hand, else of all */
    NAME_RECORD = 256,
    NAME_FUNCTION = 512, /* of conditions */
    NAME_API = 1024,     /* that Lua may call */
    NAME_OUTCOME = 2048, /* law.finding, ... */
    NAME_KEY = 4096,     /* of the YAML map at hand */
    NAME_WORD = 8192     /* of a closed list */
};
enum { NAME_CONDITION = NAME_PARAMETER | NAME_DEFINITION | NAME_FIELD | NAME_FUNCTION };

/* The law and the place about which names are asked. */
struct names {
    struct arena *arena;
    const struct lawbase *law;
    const struct vocabulary *vocabulary;
    struct text language, jurisdiction;
    const struct plugin *plugin;      /* NULL: none */
    const struct record_type *record; /* NULL: none */
    const struct kind *keys;          /* of NAME_KEY */
    struct text words;                /* of NAME_WORD, with blanks in between */
    const struct plugin *(*load)(void *owner, struct text name); /* NULL is normal */
    struct text *plugins;                                        /* names of all */
    size_t plugin_count;
    void *owner;
};
struct name {
    enum name_kind kind;
    struct text name;        /* as it is written here */
    struct text detail;      /* a line about it */
    struct text doc;         /* Markdown; may be empty */
    struct span span;        /* where it is written; source NULL: nowhere that can be shown */
    const struct rule *rule; /* of NAME_RULE */
};
typedef void name_taker(void *owner, const struct name *);

/* Gives all names of these kinds. */
void names_each(const struct names *, unsigned kinds, name_taker *, void *owner);
/* The one that is written so; false: none. A parameter or definition of the jurisdiction may be
 * written with and without its prefix. */
bool names_find(const struct names *, unsigned kinds, struct text word, struct name *out);

#endif
