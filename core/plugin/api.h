/* SPDX-License-Identifier: Apache-2.0
 *
 * All that a plugin can call, in one table: the reference, the stubs for editors (scrutineer.d.lua)
 * and `plugin lint` are made from it; a test holds it against the sandbox, and runs each example.
 */
#ifndef PLUGIN_API_H
#define PLUGIN_API_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum { API_VERSION = 1 };

struct api_entry {
    const char *name;    /* "text.matches"; the last part after the last dot */
    const char *takes;   /* "s: string; pattern: string", LuaCATS types; "" for none */
    const char *gives;   /* LuaCATS type of the result; "" for none */
    const char *doc;     /* what it does, with units */
    const char *raises;  /* when it raises an error; "" for never */
    const char *example; /* body of a check() that ends without an error */
};
extern const struct api_entry api_entries[];
extern const size_t api_count;

/* What Lua has and a plugin has not, each for its reason. */
struct api_absence {
    const char *name, *why;
};
extern const struct api_absence api_absences[];
extern const size_t api_absence_count;

/* What values of the law are in Lua: a class of the stubs, and how it calculates. */
struct api_type {
    const char *name, *doc, *operators; /* LuaCATS operators, one a line */
};
extern const struct api_type api_types[];
extern const size_t api_type_count;

const struct api_entry *api_find(struct text name);
/* Why Lua's function or library is not there; NULL: Lua has no such name either. */
const char *api_absence_of(struct text name);
/* "finding", "violation", ...: the functions of `law`, as the host has them; NULL at the end. */
const char *law_outcome_name(size_t i);

#endif
