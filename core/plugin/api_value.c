/* SPDX-License-Identifier: Apache-2.0
 *
 * Money, shares, dates and durations in Lua: read-only values that compare and add as the law does.
 */
#include <config.h>

#include <lauxlib.h>

#include "base/arena.h"
#include "plugin/lua_host.h"

#define VALUE "scrutineer.value"

/* [-0, +1, m] */
static void push_typed(lua_State *L, const struct value *v)
{
    struct value *copy = lua_newuserdatauv(L, sizeof *copy, 0);
    *copy = *v;
    luaL_setmetatable(L, VALUE);
}

void value_push(lua_State *L, const struct value *v)
{
    if (v->knowledge != VALUE_KNOWN)
        lua_pushnil(L);
    else if (v->type == TYPE_BOOL)
        lua_pushboolean(L, v->number != 0);
    else if (v->type == TYPE_NUMBER)
        lua_pushinteger(L, v->number);
    else if (type_is_text(v->type))
        lua_pushlstring(L, v->text.at, v->text.len);
    else
        push_typed(L, v);
}

bool value_at(lua_State *L, int index, struct arena *a, struct value *out)
{
    const struct value *typed = luaL_testudata(L, index, VALUE);
    *out = (struct value){.knowledge = VALUE_KNOWN};
    if (typed) {
        *out = *typed;
    } else if (lua_isboolean(L, index)) {
        out->type = TYPE_BOOL;
        out->number = lua_toboolean(L, index);
    } else if (lua_isinteger(L, index)) {
        out->type = TYPE_NUMBER;
        out->number = lua_tointeger(L, index);
    } else if (lua_type(L, index) == LUA_TSTRING) {
        out->type = TYPE_TEXT;
        size_t len;
        const char *s = lua_tolstring(L, index, &len);
        out->text = arena_copy(a, (struct text){s, len});
    } else {
        return false;
    }
    return true;
}

/* [-0, +0, v] two values of one type and currency */
static void check_pair(lua_State *L, const struct value *a, const struct value *b, const char *what)
{
    if (a->type != b->type)
        luaL_error(L, "cannot %s %s and %s", what, type_name(a->type), type_name(b->type));
    if (a->type == TYPE_MONEY && a->currency != b->currency)
        luaL_error(L, "cannot %s amounts in two currencies", what);
}

/* Amounts known as ranges compare true only when every pair of values in them does. */
static void check_order(lua_State *L, const struct value **a, const struct value **b)
{
    *a = luaL_checkudata(L, 1, VALUE);
    *b = luaL_checkudata(L, 2, VALUE);
    check_pair(L, *a, *b, "compare");
    if ((*a)->type == TYPE_DURATION)
        luaL_error(L, "durations have no order");
}

static int value_less(lua_State *L)
{
    const struct value *a, *b;
    check_order(L, &a, &b);
    lua_pushboolean(L, value_most(a) < b->number);
    return 1;
}

static int value_less_equal(lua_State *L)
{
    const struct value *a, *b;
    check_order(L, &a, &b);
    lua_pushboolean(L, value_most(a) <= b->number);
    return 1;
}

static int value_equal(lua_State *L)
{
    const struct value *a = luaL_testudata(L, 1, VALUE), *b = luaL_testudata(L, 2, VALUE);
    bool same = a && b && a->type == b->type && a->currency == b->currency &&
                (a->type == TYPE_DURATION
                     ? a->duration.months == b->duration.months &&
                           a->duration.days == b->duration.days
                     : a->number == b->number && value_most(a) == value_most(b));
    lua_pushboolean(L, same);
    return 1;
}

/* date + duration, date - duration -> date; date - date -> days; money, share with their like */
static int calculate(lua_State *L, int sign)
{
    const struct value *a = luaL_checkudata(L, 1, VALUE), *b = luaL_checkudata(L, 2, VALUE);
    struct value result = *a;
    if (a->type == TYPE_DATE && b->type == TYPE_DURATION) {
        result.number = day_add((day)a->number, b->duration, sign);
        push_typed(L, &result);
        return 1;
    }
    check_pair(L, a, b, sign > 0 ? "add" : "subtract");
    if (a->type == TYPE_DATE && sign < 0) {
        lua_pushinteger(L, a->number - b->number);
        return 1;
    }
    if (a->type != TYPE_MONEY && a->type != TYPE_SHARE)
        return luaL_error(L, "cannot calculate with two values of type %s", type_name(a->type));
    result.ranged = a->ranged || b->ranged;
    bool overflow = sign > 0
                        ? __builtin_add_overflow(a->number, b->number, &result.number) ||
                              __builtin_add_overflow(value_most(a), value_most(b), &result.most)
                        : __builtin_sub_overflow(a->number, value_most(b), &result.number) ||
                              __builtin_sub_overflow(value_most(a), b->number, &result.most);
    if (overflow)
        return luaL_error(L, "the result is too large");
    push_typed(L, &result);
    return 1;
}

static int value_add(lua_State *L)
{
    return calculate(L, 1);
}

static int value_subtract(lua_State *L)
{
    return calculate(L, -1);
}

static int value_tostring(lua_State *L)
{
    const struct value *v = luaL_checkudata(L, 1, VALUE);
    struct arena *scratch = &host_of(L)->scratch;
    arena_reset(scratch);
    struct text t = value_print(scratch, v);
    lua_pushlstring(L, t.at, t.len);
    return 1;
}

static const luaL_Reg value_methods[] = {
    {"__lt", value_less}, {"__le", value_less_equal}, {"__eq", value_equal},
    {"__add", value_add}, {"__sub", value_subtract},  {"__tostring", value_tostring},
    {NULL, NULL},
};

void values_open(lua_State *L)
{
    luaL_newmetatable(L, VALUE);
    luaL_setfuncs(L, value_methods, 0);
    lua_pop(L, 1);
}
