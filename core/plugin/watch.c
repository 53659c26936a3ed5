/* SPDX-License-Identifier: Apache-2.0
 *
 * Who watches plugins at work: the lines that run (coverage), what each costs (profile), calls with
 * their values and log() (trace). The one hook of the state counts instructions in any case.
 */
#include <config.h>

#include <lauxlib.h>

#include "plugin/lua_host.h"

void host_watch(struct host *h, const struct host_watch *w)
{
    h->watch = w ? *w : (struct host_watch){0};
}

void host_spent(const struct host *h, uint64_t *instructions, uint64_t *bytes)
{
    *instructions = (uint64_t)(h->limits.instructions - h->left);
    *bytes = h->allocated;
}

static int hook_mask(const struct host *h)
{
    const struct host_watch *w = &h->watch;
    return LUA_MASKCOUNT | (w->line ? LUA_MASKLINE : 0) | (w->call || w->active ? LUA_MASKCALL : 0);
}

/* An instruction can compare or copy a text: with long ones about it costs more. */
static int64_t price(const struct host *h)
{
    enum { CHEAP = 14 }; /* up to 16 KiB a text is as good as short */
    return 1 + (int64_t)(h->longest >> CHEAP) * 4;
}

/* Past the budget the hook comes with every instruction, so that no pcall in a loop survives. */
static void end_of_budget(lua_State *L, struct host *h, lua_Debug *event)
{
    h->over_budget = true;
    lua_sethook(L, hook_come, LUA_MASKCOUNT, 1);
    lua_getinfo(L, "Sl", event);
    lua_pushfstring(L, "%s:%d: ran more than %I instructions", event->short_src, event->currentline,
                    (LUAI_UACINT)h->limits.instructions);
    lua_error(L);
}

static void count_step(lua_State *L, struct host *h, lua_Debug *event)
{
    int step = lua_gethookcount(L);
    h->left -= step * price(h);
    if (h->left <= 0)
        end_of_budget(L, h, event);
    if (h->watch.step) {
        lua_getinfo(L, "Sl", event);
        h->watch.step(h->watch.owner, text_of(event->short_src), event->currentline, (uint64_t)step,
                      h->allocated - h->told);
        h->told = h->allocated;
    }
}

void host_charge(lua_State *L, uint64_t instructions)
{
    struct host *h = host_of(L);
    uint64_t left = h->left > 0 ? (uint64_t)h->left : 0;
    if (instructions < left) {
        h->left -= (int64_t)instructions;
        return;
    }
    h->left = 0;
    h->over_budget = true;
    lua_sethook(L, hook_come, LUA_MASKCOUNT, 1);
    luaL_error(L, "ran more than %I instructions", (LUAI_UACINT)h->limits.instructions);
}

/* [-0, +0, m] the lines of a function on which something can run */
static void tell_active(lua_State *L, struct host *h, lua_Debug *event)
{
    lua_getinfo(L, "SL", event);
    if (strcmp(event->what, "Lua") == 0 && lua_istable(L, -1))
        for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
            h->watch.active(h->watch.owner, text_of(event->short_src), (int)lua_tointeger(L, -2));
    lua_pop(L, 1);
}

/* [-0, +0, m] a value as it is told; views on records and the law by their kind */
static struct text told(lua_State *L, struct host *h, int index)
{
    struct value v;
    if (value_at(L, index, &h->messages, &v))
        return type_is_text(v.type) ? arena_format(&h->messages, "\"%.*s\"", TEXT_ARG(v.text))
                                    : value_print(&h->messages, &v);
    const char *kind = lua_isuserdata(L, index) ? view_kind(L, index) : NULL;
    return text_of(kind ? kind : luaL_typename(L, index));
}

/* What is told of one call has an end, whatever the plugin does. */
static bool is_enough(struct host *h)
{
    enum { MOST_TOLD = 1000 };
    if (h->told_calls++ == MOST_TOLD)
        h->watch.call(h->watch.owner, TEXT("... more is not told"));
    return h->told_calls > MOST_TOLD;
}

static void tell_call(lua_State *L, struct host *h, lua_Debug *event)
{
    struct growing g = {.arena = &h->messages};
    const char *name;
    lua_getinfo(L, "nSlu", event);
    if (strcmp(event->what, "Lua") != 0 || is_enough(h))
        return;
    for (int i = 1; i <= event->nparams && (name = lua_getlocal(L, event, i)) != NULL; i++) {
        struct text value = told(L, h, lua_gettop(L));
        lua_pop(L, 1);
        growing_add(&g, arena_format(&h->messages, "%s%s = %.*s", g.len ? ", " : "", name,
                                     TEXT_ARG(value)));
    }
    struct text arguments = growing_text(&g);
    h->watch.call(h->watch.owner,
                  arena_format(&h->messages, "%s:%d: %s(%.*s)", event->short_src,
                               event->linedefined, event->name ? event->name : "check",
                               TEXT_ARG(arguments)));
}

void hook_come(lua_State *L, lua_Debug *event)
{
    struct host *h = host_of(L);
    if (event->event == LUA_HOOKCOUNT) {
        count_step(L, h, event);
    } else if (event->event == LUA_HOOKLINE && h->watch.line) {
        lua_getinfo(L, "S", event);
        h->watch.line(h->watch.owner, text_of(event->short_src), event->currentline);
    } else if (event->event == LUA_HOOKCALL || event->event == LUA_HOOKTAILCALL) {
        if (h->watch.active)
            tell_active(L, h, event);
        if (h->watch.call)
            tell_call(L, h, event);
    }
}

void hook_set(struct host *h)
{
    enum { STEP = 1000 };
    int step = h->watch.step ? 1 : h->left < STEP ? (int)h->left : STEP;
    lua_sethook(h->L, hook_come, hook_mask(h), step);
}

void watch_value(lua_State *L, const char *of, const char *name)
{
    struct host *h = host_of(L);
    if (!h->watch.call)
        return;
    if (is_enough(h))
        return;
    struct text value = told(L, h, lua_gettop(L));
    h->watch.call(h->watch.owner,
                  arena_format(&h->messages, "%s.%s = %.*s", of, name, TEXT_ARG(value)));
}

/* log(...): [-n, +0, m] */
int watch_log(lua_State *L)
{
    struct host *h = host_of(L);
    struct growing g = {.arena = &h->messages};
    if (!h->watch.call || is_enough(h))
        return 0;
    growing_add(&g, TEXT("log:"));
    for (int i = 1; i <= lua_gettop(L); i++) {
        growing_add(&g, TEXT(" "));
        growing_add(&g, told(L, h, i));
    }
    h->watch.call(h->watch.owner, growing_text(&g));
    return 0;
}

/* --- lines on which something can run --- */

struct walking {
    const struct plugin *plugin;
    const struct host_watch *watch;
};

enum { MOST_DEPTH = 8 };

/* [-0, +0, m] the functions that a value leads to: itself, its upvalues, fields of tables */
static void walk_value(lua_State *L, const struct walking *w, int index, int depth)
{
    index = lua_absindex(L, index);
    luaL_checkstack(L, 8, "too deep");
    if (lua_istable(L, index) && depth < MOST_DEPTH)
        for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1))
            walk_value(L, w, -1, depth + 1);
    if (!lua_isfunction(L, index) || lua_iscfunction(L, index) || depth >= MOST_DEPTH)
        return;
    lua_Debug about;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">SL", &about);
    for (lua_pushnil(L); lua_istable(L, -2) && lua_next(L, -2); lua_pop(L, 1))
        w->watch->active(w->watch->owner, text_of(about.short_src), (int)lua_tointeger(L, -2));
    lua_pop(L, 1);
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, index, i)) != NULL; i++) {
        if (strcmp(name, "_ENV") != 0)
            walk_value(L, w, -1, depth + 1);
        lua_pop(L, 1);
    }
}

static int walk_plugin(lua_State *L)
{
    const struct walking *w = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, w->plugin->reference);
    walk_value(L, w, -1, 0);
    return 0;
}

void host_tell_lines(struct host *h, const struct plugin *p)
{
    struct walking w = {p, &h->watch};
    struct host_watch kept = h->watch;
    if (!kept.active)
        return;
    w.watch = &kept;
    host_watch(h, NULL);
    host_protect(h, walk_plugin, &w);
    host_watch(h, &kept);
}
