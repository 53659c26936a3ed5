/* SPDX-License-Identifier: Apache-2.0
 *
 * Views on the record or group and on the law, alive during one call of check().
 */
#include <config.h>

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>

#include "plugin/api.h"
#include "plugin/lua_host.h"

#define VIEW "scrutineer.view"

enum { PATH_SIZE = 128 };

/* record.donor is a view with the prefix "donor." */
struct view {
    uint64_t generation;
    const struct facts_source *source;
    const char *what;
    bool is_law;
    char prefix[PATH_SIZE];
};

static struct view *new_view(lua_State *L, const struct facts_source *source, const char *what)
{
    struct view *v = lua_newuserdatauv(L, sizeof *v, 0);
    *v = (struct view){host_of(L)->generation, source, what, false, ""};
    luaL_setmetatable(L, VIEW);
    return v;
}

void view_push(lua_State *L, const struct facts_source *source, const char *what)
{
    new_view(L, source, what);
}

static struct view *check_view(lua_State *L)
{
    struct view *v = luaL_checkudata(L, 1, VIEW);
    if (v->generation != host_of(L)->generation)
        luaL_error(L, "this %s is no longer there; copy what you need", v->what);
    return v;
}

static int view_newindex(lua_State *L)
{
    return luaL_error(L, "facts cannot be changed");
}

/* --- law --- */

static int compare_facts(const void *a, const void *b)
{
    return text_compare(((const struct fact *)a)->name, ((const struct fact *)b)->name);
}

enum { MOST_FACTS = 200, MOST_GIVEN = 1 << 20 };

/* [-0, +0, v] what a plugin says leaves Lua's memory: the name and the value on top */
static void count_given(lua_State *L, struct host *h, size_t name)
{
    size_t value = lua_type(L, -1) == LUA_TSTRING ? lua_rawlen(L, -1) : sizeof(struct value);
    h->given += name + value;
    if (h->given > MOST_GIVEN)
        luaL_error(L, "the facts of a finding are longer than 1 MiB");
}

/* [-0, +0, v] the facts of the table at index 1 into the verdict */
static void take_facts(lua_State *L, struct host *h)
{
    struct verdict *v = h->verdict;
    lua_settop(L, 1);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        struct fact f;
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_error(L, "facts have names: law.violation{excess = ...}");
        size_t len;
        const char *name = lua_tolstring(L, -2, &len);
        if (v->fact_count >= MOST_FACTS)
            luaL_error(L, "more than %d facts in one finding", MOST_FACTS);
        if (memchr(name, '\0', len))
            luaL_error(L, "the name of a fact has a NUL byte");
        count_given(L, h, len);
        if (!value_at(L, -1, h->arena, &f.value))
            luaL_error(L,
                       "fact \"%s\" is a %s; expected a text, a whole number, a boolean, money, "
                       "a share, a date or a duration",
                       name, luaL_typename(L, -1));
        f.name = arena_copy(h->arena, (struct text){name, len});
        if (text_equal(f.name, TEXT("because")) && f.value.type == TYPE_TEXT)
            v->because = f.value.text;
        else
            *arena_push(h->arena, &v->facts, &v->fact_count) = f;
    }
    if (v->fact_count)
        qsort(v->facts, v->fact_count, sizeof *v->facts, compare_facts);
}

/* law.X{facts} -> verdict. The outcome is the upvalue; -1 is the rule's own severity. [-1, +1, e]
 */
static int law_outcome(lua_State *L)
{
    struct host *h = host_of(L);
    lua_Integer outcome = lua_tointeger(L, lua_upvalueindex(1));
    if (!h->verdict)
        return luaL_error(L, "only check() can give an outcome");
    if (!lua_isnoneornil(L, 1)) {
        luaL_checktype(L, 1, LUA_TTABLE);
        take_facts(L, h);
    }
    if (outcome >= 0)
        h->verdict->outcome = (enum outcome)outcome;
    lua_pushlightuserdata(L, h->verdict);
    return 1;
}

static const struct {
    const char *name;
    int outcome;
} outcomes[] = {
    {"violation", OUTCOME_VIOLATION},
    {"indicator", OUTCOME_INDICATOR},
    {"undetermined", OUTCOME_UNDETERMINED},
    {"clear", OUTCOME_CLEAR},
    {"finding", -1},
};

const char *law_outcome_name(size_t i)
{
    return i < sizeof outcomes / sizeof *outcomes ? outcomes[i].name : NULL;
}

const char *view_kind(lua_State *L, int index)
{
    const struct view *v = luaL_testudata(L, index, VIEW);
    return v ? v->what : NULL;
}

/* law.name: an outcome function, or a parameter of the rule. [-2, +1, e] */
static int law_index(lua_State *L, const struct view *v, const char *key)
{
    struct value value = {0};
    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++)
        if (strcmp(key, outcomes[i].name) == 0) {
            lua_pushinteger(L, outcomes[i].outcome);
            lua_pushcclosure(L, law_outcome, 1);
            return 1;
        }
    if (!v->source->find(v->source->owner, text_of(key), &value))
        return luaL_error(L, "the law has no \"%s\": name it under params", key);
    value_push(L, &value);
    watch_value(L, "law", key);
    return 1;
}

/* view.name -> value, nil when unknown or none; a view for the first part of a path. [-2, +1, e] */
static int view_index(lua_State *L)
{
    struct view *v = check_view(L);
    const char *key = luaL_checkstring(L, 2);
    if (v->is_law)
        return law_index(L, v, key);
    struct value value = {0};
    char path[2 * PATH_SIZE];
    int len = snprintf(path, sizeof path, "%s%s", v->prefix, key);
    if (len >= PATH_SIZE - 1)
        return luaL_error(L, "a %s has no field \"%s\"", v->what, key);
    if (v->source->find(v->source->owner, text_of(path), &value)) {
        value_push(L, &value);
        watch_value(L, v->what, path);
        return 1;
    }
    /* An actor is recognised by its name field: every actor has one. */
    char probe[2 * PATH_SIZE + 8];
    snprintf(probe, sizeof probe, "%s.name", path);
    if (!v->source->find(v->source->owner, text_of(probe), &value))
        return luaL_error(L, "a %s has no field \"%s\"", v->what, path);
    struct view *part = new_view(L, v->source, v->what);
    snprintf(part->prefix, PATH_SIZE, "%.*s.", PATH_SIZE - 2, path);
    return 1;
}

void law_push(lua_State *L, const struct facts_source *source)
{
    new_view(L, source, "law")->is_law = true;
}

static const luaL_Reg view_methods[] = {
    {"__index", view_index}, {"__newindex", view_newindex}, {NULL, NULL}};

void views_open(lua_State *L)
{
    luaL_newmetatable(L, VIEW);
    luaL_setfuncs(L, view_methods, 0);
    lua_pop(L, 1);
}
