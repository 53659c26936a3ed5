/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor. C functions are of two kinds: *outside* takes a struct host, gives a bool and
 * never throws; *inside* has the signature of a lua_CFunction or a stack comment, may throw, and
 * owns nothing but what Lua collects.
 */
#ifndef PLUGIN_LUA_HOST_H
#define PLUGIN_LUA_HOST_H

#include <lua.h>

#include "plugin/host.h"

struct host {
    lua_State *L;
    struct host_limits limits;
    size_t used;  /* bytes of Lua objects */
    int64_t left; /* instructions of this call */
    bool over_budget, over_memory, over_text, over_churn;
    uint64_t generation; /* of the call at hand: views of an older one are dead */
    struct arena *arena; /* of the call at hand */
    struct verdict *verdict;
    struct text error; /* of the last protected call, in `messages` */
    struct text traceback;
    struct arena messages;
    struct host_watch watch;
    struct arena scratch; /* of one C function, until the next: errors may fly past its end */
    size_t longest;       /* text made so far: the longer, the dearer is an instruction */
    size_t given;         /* bytes of facts in this call */
    unsigned told_calls;
    uint64_t allocated, told; /* bytes in this call; of those, what the watcher was told */
};

/* The only place where C calls Lua: sets the budget, catches every error, leaves the stack as it
 * found it. On failure host->error and host->traceback tell. */
bool host_protect(struct host *, lua_CFunction body, void *argument);
struct host *host_of(lua_State *);

/* The hook of the state: counts instructions, tells the watcher. */
void hook_come(lua_State *, lua_Debug *);
void hook_set(struct host *);
/* [-0, +0, v] takes so many instructions off the budget, for work that C does in one of them. */
void host_charge(lua_State *, uint64_t instructions);
/* [-0, +0, m] tells the watcher of the value on top, which was read. */
void watch_value(lua_State *, const char *of, const char *name);
/* log(...) */
int watch_log(lua_State *);
/* [-0, +0, -] "record", "law": what the view at an index shows; NULL: it is none. */
const char *view_kind(lua_State *, int index);

/* [-0, +1, m] the environment of a plugin: just the names of the allowlist. */
void sandbox_push(lua_State *);
/* [-0, +0, m] what is set up once per state: the metatables. */
void sandbox_open(lua_State *);
void values_open(lua_State *);
void views_open(lua_State *);

/* [-0, +1, m] a value for Lua: integer, boolean, string, or a typed value; nil when not known. */
void value_push(lua_State *, const struct value *);
/* [-0, +0, v] the value at a stack index; false when Lua's value is of no such kind. */
bool value_at(lua_State *, int index, struct arena *, struct value *out);
/* [-0, +1, m] a view on a source of facts, alive during this call. */
void view_push(lua_State *, const struct facts_source *, const char *what);
/* [-0, +1, m] the law: parameters by name, and law.violation{...} and its sisters. */
void law_push(lua_State *, const struct facts_source *);

/* Reads the table on top as a manifest; the messages of what is wrong are errors of Lua. */
struct manifest_reading {
    struct host *host;
    struct arena *arena;
    struct plugin *plugin;
};
/* [-1, +0, v] */
void manifest_read(lua_State *, struct manifest_reading *);

#endif
