/* SPDX-License-Identifier: Apache-2.0
 *
 * What a plugin may see: a positive list. Left out, each for its reason: io os debug package
 * require load dofile (the outside world, bytecode), coroutine (its hooks count apart),
 * setmetatable getmetatable rawset rawget (finalizers, the shared string metatable), string.find
 * match gmatch gsub (patterns run in C where no budget counts; text.matches has PCRE2's limit),
 * string.dump, math.random, next (order), collectgarbage. pairs goes by sorted keys, table.sort is
 * stable, tostring shows no addresses.
 */
#include <config.h>

#include <lauxlib.h>
#include <lualib.h>

#include "base/regex.h"
#include "plugin/lua_host.h"

static const char *const base_names[] = {"assert", "error",    "ipairs", "pcall",
                                         "select", "tonumber", "type",   NULL};
static const char *const string_names[] = {"len", "lower", "sub", "upper", NULL};
static const char *const math_names[] = {"abs", "floor", "max", "min", "tointeger", NULL};

enum { MAX_TEXT = 1 << 20, MAX_VALUES = 200, MAX_PATTERN = 1000 };

/* --- own versions --- */

/* tostring(v) -> string. Tables and functions show their type, never an address. [-1, +1, e] */
static int sandbox_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    int type = lua_type(L, 1);
    if (type == LUA_TTABLE || type == LUA_TFUNCTION)
        lua_pushstring(L, lua_typename(L, type));
    else
        luaL_tolstring(L, 1, NULL);
    return 1;
}

/* Numbers before strings before booleans; each in its own order. */
static bool key_less(lua_State *L, int a, int b)
{
    int x = lua_type(L, a), y = lua_type(L, b);
    if (x != y)
        return x == LUA_TNUMBER || (x == LUA_TSTRING && y != LUA_TNUMBER);
    return x == LUA_TBOOLEAN ? lua_toboolean(L, a) < lua_toboolean(L, b)
                             : lua_compare(L, a, b, LUA_OPLT);
}

/* [-0, +0, e] merge sort of list[from..to] by way of `spare`; `less` decides over two stack
 * indexes. */
static void merge_sort(lua_State *L, int list, int spare, lua_Integer from, lua_Integer to,
                       bool (*less)(lua_State *, int, int))
{
    if (to <= from)
        return;
    lua_Integer middle = from + (to - from) / 2, i = from, j = middle + 1;
    merge_sort(L, list, spare, from, middle, less);
    merge_sort(L, list, spare, middle + 1, to, less);
    host_charge(L, (uint64_t)(to - from));
    for (lua_Integer k = from; k <= to; k++) {
        bool right = i > middle;
        if (!right && j <= to) {
            lua_rawgeti(L, list, j);
            lua_rawgeti(L, list, i);
            right = less(L, -2, -1);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, list, right ? j++ : i++);
        lua_rawseti(L, spare, k);
    }
    for (lua_Integer k = from; k <= to; k++) {
        lua_rawgeti(L, spare, k);
        lua_rawseti(L, list, k);
    }
}

static bool key_less_at(lua_State *L, int a, int b)
{
    return key_less(L, lua_absindex(L, a), lua_absindex(L, b));
}

/* next key of the sorted list: upvalues table, keys, position */
static int sorted_next(lua_State *L)
{
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(3)) + 1;
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(3));
    if (lua_rawgeti(L, lua_upvalueindex(2), at) == LUA_TNIL)
        return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, lua_upvalueindex(1));
    return 2;
}

/* pairs(t) -> iterator, in the order of the keys. Raises for keys that have none. [-1, +1, e] */
static int sandbox_pairs(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    lua_newtable(L);
    lua_Integer count = 0;
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        int type = lua_type(L, -2);
        if (type != LUA_TNUMBER && type != LUA_TSTRING && type != LUA_TBOOLEAN)
            return luaL_error(L, "pairs: keys must be numbers, strings or booleans");
        lua_pushvalue(L, -2);
        lua_rawseti(L, 2, ++count);
    }
    lua_newtable(L);
    merge_sort(L, 2, 3, 1, count, key_less_at);
    lua_settop(L, 2);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, sorted_next, 3);
    return 1;
}

static bool plain_less(lua_State *L, int a, int b)
{
    return lua_compare(L, a, b, LUA_OPLT);
}

/* The comparison function stands at index 2. */
static bool called_less(lua_State *L, int a, int b)
{
    a = lua_absindex(L, a);
    b = lua_absindex(L, b);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, a);
    lua_pushvalue(L, b);
    lua_call(L, 2, 1);
    bool less = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return less;
}

/* table.sort(t [, less]): stable. [-2, +0, e] */
static int sandbox_sort(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    bool called = !lua_isnoneornil(L, 2);
    if (called)
        luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    lua_newtable(L);
    merge_sort(L, 1, 3, 1, luaL_len(L, 1), called ? called_less : plain_less);
    return 0;
}

/* --- Lua's own, but what they do in one instruction is charged --- */

/* [-n, +n, e] the function of the first upvalue with all arguments */
static int call_own(lua_State *L)
{
    int count = lua_gettop(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, count, LUA_MULTRET);
    return lua_gettop(L);
}

/* insert, remove, concat: they go over the list. */
static int charged_by_list(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    host_charge(L, (uint64_t)lua_rawlen(L, 1));
    return call_own(L);
}

/* byte, unpack: many values at once would be copied by every instruction behind them. */
static int limited_values(lua_State *L)
{
    bool list = lua_istable(L, 1);
    if (!list)
        luaL_checkstring(L, 1);
    lua_Integer from = luaL_optinteger(L, 2, 1);
    lua_Integer to = luaL_optinteger(L, 3, list ? (lua_Integer)lua_rawlen(L, 1) : from);
    lua_Integer size = list ? to : (lua_Integer)lua_rawlen(L, 1);
    if (!list && to < 0)
        to = size + 1 + to;
    if (!list && from < 0)
        from = size + 1 + from;
    if (from < to && (uint64_t)to - (uint64_t)from >= MAX_VALUES)
        return luaL_error(L, "more than %d values at once", MAX_VALUES);
    return call_own(L);
}

/* string.rep(s, n), at most 1 MiB. [-2, +1, e] */
static int sandbox_rep(lua_State *L)
{
    size_t len;
    const char *s = luaL_checklstring(L, 1, &len);
    lua_Integer n = luaL_checkinteger(L, 2);
    luaL_Buffer b;
    if (n < 0 || len == 0)
        n = 0;
    if (len > 0 && (size_t)n > MAX_TEXT / len)
        return luaL_error(L, "string.rep: the text would be longer than 1 MiB");
    luaL_buffinitsize(L, &b, len * (size_t)n);
    for (lua_Integer i = 0; i < n; i++)
        luaL_addlstring(&b, s, len);
    luaL_pushresult(&b);
    return 1;
}

/* text.matches(s, pattern) -> boolean: PCRE2, anywhere in the text. [-2, +1, e] */
static int text_matches(lua_State *L)
{
    size_t len, pattern_len, offset;
    const char *s = luaL_checklstring(L, 1, &len);
    const char *pattern = luaL_checklstring(L, 2, &pattern_len);
    struct host *h = host_of(L);
    struct text why;
    if (pattern_len > MAX_PATTERN)
        return luaL_error(L, "text.matches: the pattern is longer than %d bytes", MAX_PATTERN);
    host_charge(L, 2000 + len / 16);
    arena_reset(&h->scratch);
    struct regex *r = regex_new(&h->scratch, (struct text){pattern, pattern_len}, &why, &offset);
    if (!r)
        return luaL_error(L, "text.matches: wrong pattern at character %d", (int)offset + 1);
    enum regex_result result = regex_search(r, (struct text){s, len}, NULL);
    regex_free(r);
    if (result == REGEX_LIMIT)
        host_charge(L, 200000);
    if (result == REGEX_LIMIT)
        return luaL_error(L, "text.matches: the pattern takes too long on this text");
    lua_pushboolean(L, result == REGEX_MATCH);
    return 1;
}

/* text.trim(s) -> string without blanks at its ends. [-1, +1, e] */
static int text_trim_function(lua_State *L)
{
    size_t len;
    const char *s = luaL_checklstring(L, 1, &len);
    struct text t = text_trim((struct text){s, len});
    lua_pushlstring(L, t.at, t.len);
    return 1;
}

/* --- the environment --- */

/* [-0, +0, m] copies the named fields of the table on top into the one below it */
static void copy_names(lua_State *L, const char *const *names)
{
    for (; *names; names++) {
        lua_getfield(L, -1, *names);
        lua_setfield(L, -3, *names);
    }
}

/* [-0, +1, m] a library with just the named functions */
static void push_library(lua_State *L, lua_CFunction open, const char *const *names)
{
    lua_newtable(L);
    lua_pushcfunction(L, open);
    lua_call(L, 0, 1);
    copy_names(L, names);
    lua_pop(L, 1);
}

static void set_function(lua_State *L, const char *name, lua_CFunction f)
{
    lua_pushcfunction(L, f);
    lua_setfield(L, -2, name);
}

/* [-0, +0, m] Lua's function of that name behind one of ours, into the table on top */
static void set_charged(lua_State *L, lua_CFunction open, const char *name, lua_CFunction f)
{
    lua_pushcfunction(L, open);
    lua_call(L, 0, 1);
    lua_getfield(L, -1, name);
    lua_remove(L, -2);
    lua_pushcclosure(L, f, 1);
    lua_setfield(L, -2, name);
}

/* [-0, +1, m] the functions of texts, without those that run where nothing counts */
static void push_string(lua_State *L)
{
    push_library(L, luaopen_string, string_names);
    set_charged(L, luaopen_string, "byte", limited_values);
    set_function(L, "rep", sandbox_rep);
}

static const luaL_Reg text_functions[] = {
    {"matches", text_matches}, {"trim", text_trim_function}, {NULL, NULL}};

void sandbox_push(lua_State *L)
{
    push_library(L, luaopen_base, base_names);
    set_function(L, "pairs", sandbox_pairs);
    set_function(L, "tostring", sandbox_tostring);
    set_function(L, "log", watch_log);
    push_string(L);
    lua_setfield(L, -2, "string");
    lua_newtable(L);
    set_charged(L, luaopen_table, "concat", charged_by_list);
    set_charged(L, luaopen_table, "insert", charged_by_list);
    set_charged(L, luaopen_table, "remove", charged_by_list);
    set_charged(L, luaopen_table, "unpack", limited_values);
    set_function(L, "sort", sandbox_sort);
    lua_setfield(L, -2, "table");
    push_library(L, luaopen_math, math_names);
    lua_setfield(L, -2, "math");
    luaL_newlib(L, text_functions);
    lua_setfield(L, -2, "text");
    sandbox_open(L); /* opening the library has reset the metatable of strings */
}

/* The metatable of strings is one per state: its methods are the sandbox's own, too. */
void sandbox_open(lua_State *L)
{
    push_string(L);
    lua_newtable(L);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, "");
    lua_pushvalue(L, -2);
    lua_setmetatable(L, -2);
    lua_pop(L, 3);
}
