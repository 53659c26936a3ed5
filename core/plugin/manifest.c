/* SPDX-License-Identifier: Apache-2.0
 *
 * The table that a plugin returns, checked key by key. What is wrong is raised as a Lua error,
 * which the host turns into a message.
 */
#include <config.h>

#include <lauxlib.h>
#include <stdlib.h>

#include "plugin/api.h"
#include "plugin/lua_host.h"

static const char *const kinds[] = {"money",  "share",     "duration",   "number", "text",
                                    "period", "condition", "expression", NULL};
static const char *const keys[] = {"api",    "name",     "summary", "record",   "params",
                                   "where",  "group_by", "sum",     "distinct", "largest",
                                   "within", "having",   "check",   NULL};

enum { MOST_PARAMS = 100, MOST_KEYS = 16, MOST_MANIFEST_TEXT = 16 << 10 };

const char *param_kind_name(enum param_kind k)
{
    return kinds[k];
}

static bool is_listed(const char *const *list, const char *word)
{
    for (; *list; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

/* [-0, +0, v] the string at `index`, copied */
static struct text copy_text(lua_State *L, struct manifest_reading *r, int index, const char *what)
{
    size_t len;
    if (lua_type(L, index) != LUA_TSTRING)
        luaL_error(L, "manifest: %s must be a text, found %s", what, luaL_typename(L, index));
    const char *s = lua_tolstring(L, index, &len);
    if (len > MOST_MANIFEST_TEXT)
        luaL_error(L, "manifest: %s is longer than %d bytes", what, MOST_MANIFEST_TEXT);
    return arena_copy(r->arena, (struct text){s, len});
}

/* [-0, +0, v] field `name` of the table on top; `otherwise` NULL: it must be there */
static struct text text_field(lua_State *L, struct manifest_reading *r, const char *name,
                              const char *otherwise)
{
    lua_pushstring(L, name);
    lua_rawget(L, -2);
    if (lua_isnil(L, -1) && !otherwise)
        luaL_error(L, "manifest: \"%s\" is missing", name);
    struct text t = lua_isnil(L, -1) ? text_of(otherwise) : copy_text(L, r, -1, name);
    lua_pop(L, 1);
    return t;
}

/* --- params --- */

static int compare_params(const void *a, const void *b)
{
    return text_compare(((const struct param *)a)->name, ((const struct param *)b)->name);
}

/* [-0, +0, v] one parameter: its name at -2, its table at -1 */
static void read_param(lua_State *L, struct manifest_reading *r)
{
    struct plugin *p = r->plugin;
    if (p->param_count >= MOST_PARAMS)
        luaL_error(L, "manifest: at most %d parameters", MOST_PARAMS);
    struct param q = {.name = copy_text(L, r, -2, "a parameter's name")};
    if (!lua_istable(L, -1))
        luaL_error(L, "manifest: parameter \"%s\" must be a table {type = ..., doc = ...}",
                   q.name.at);
    struct text kind = text_field(L, r, "type", NULL);
    q.doc = text_field(L, r, "doc", NULL);
    while (kinds[q.kind] && strcmp(kinds[q.kind], kind.at) != 0)
        q.kind++;
    if (!kinds[q.kind])
        luaL_error(L, "manifest: parameter \"%s\" has the unknown type \"%s\"", q.name.at, kind.at);
    lua_pushstring(L, "default");
    q.has_default = lua_rawget(L, -2) != LUA_TNIL;
    if (q.has_default)
        q.standard = copy_text(L, r, -1, "default");
    lua_pop(L, 1);
    *arena_push(r->arena, &p->params, &p->param_count) = q;
}

static void read_params(lua_State *L, struct manifest_reading *r)
{
    lua_pushstring(L, "params");
    lua_rawget(L, -2);
    if (lua_istable(L, -1))
        for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
            read_param(L, r);
    else if (!lua_isnil(L, -1))
        luaL_error(L, "manifest: \"params\" must be a table");
    lua_pop(L, 1);
    if (r->plugin->param_count)
        qsort(r->plugin->params, r->plugin->param_count, sizeof(struct param), compare_params);
}

/* --- groups --- */

static void read_group_by(lua_State *L, struct manifest_reading *r)
{
    struct plugin *p = r->plugin;
    lua_pushstring(L, "group_by");
    lua_rawget(L, -2);
    if (!lua_isnil(L, -1) && !lua_istable(L, -1))
        luaL_error(L, "manifest: \"group_by\" must be a list of expressions");
    lua_Integer count = lua_istable(L, -1) ? luaL_len(L, -1) : 0;
    if (count > MOST_KEYS)
        luaL_error(L, "manifest: at most %d expressions in \"group_by\"", MOST_KEYS);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -1, i);
        *arena_push(r->arena, &p->group_by, &p->group_count) = copy_text(L, r, -1, "group_by");
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

/* Sums in front: the first of them tells which of several windows is the largest. */
static int compare_sums(const void *a, const void *b)
{
    const struct named_text *x = a, *y = b;
    int order = (x->distinct * 2 + x->largest) - (y->distinct * 2 + y->largest);
    return order ? order : text_compare(x->name, y->name);
}

/* [-0, +0, v] The texts of {sum = "amount", of = "givers"}; the second is kept in *whose. */
static struct text read_largest(lua_State *L, struct manifest_reading *r, struct text *whose)
{
    if (!lua_istable(L, -1))
        luaL_error(L,
                   "manifest: \"largest\" must be a table {name = {sum = expression, of = name}}");
    lua_getfield(L, -1, "of");
    *whose = copy_text(L, r, -1, "of");
    lua_pop(L, 1);
    lua_getfield(L, -1, "sum");
    struct text sum = copy_text(L, r, -1, "sum");
    lua_pop(L, 1);
    return sum;
}

/* [-0, +0, v] "sum", "distinct" or "largest" */
static void read_sums(lua_State *L, struct manifest_reading *r, const char *key)
{
    struct plugin *p = r->plugin;
    lua_pushstring(L, key);
    lua_rawget(L, -2);
    if (lua_istable(L, -1))
        for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
            if (p->sum_count >= MOST_SUMS)
                luaL_error(L, "manifest: at most %d sums", MOST_SUMS);
            struct named_text s = {.name = copy_text(L, r, -2, "a sum's name"),
                                   .distinct = strcmp(key, "distinct") == 0,
                                   .largest = strcmp(key, "largest") == 0};
            s.text = s.largest ? read_largest(L, r, &s.whose) : copy_text(L, r, -1, "a sum");
            *arena_push(r->arena, &p->sums, &p->sum_count) = s;
        }
    else if (!lua_isnil(L, -1))
        luaL_error(L, "manifest: \"%s\" must be a table {name = expression}", key);
    lua_pop(L, 1);
    if (p->sum_count)
        qsort(p->sums, p->sum_count, sizeof *p->sums, compare_sums);
}

/* Which values the largest sums are of: names become places. */
static void find_whose(lua_State *L, struct plugin *p)
{
    for (size_t i = 0; i < p->sum_count; i++) {
        struct named_text *s = &p->sums[i];
        for (s->of = 0; s->largest && s->of < p->sum_count; s->of++)
            if (p->sums[s->of].distinct && text_equal(p->sums[s->of].name, s->whose))
                break;
        if (s->largest && s->of == p->sum_count)
            luaL_error(L, "manifest: \"largest\": \"%s\" is not among \"distinct\"", s->whose.at);
        if (s->largest && p->within.len)
            luaL_error(L, "manifest: \"largest\" and \"within\" do not go together");
    }
}

/* --- all --- */

static void check_keys(lua_State *L)
{
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_error(L, "manifest: a key that is no text");
        if (!is_listed(keys, lua_tostring(L, -2)))
            luaL_error(L, "manifest: unknown key \"%s\"", lua_tostring(L, -2));
    }
}

static void check_api(lua_State *L)
{
    lua_pushstring(L, "api");
    lua_rawget(L, -2);
    if (!lua_isinteger(L, -1))
        luaL_error(L, "manifest: \"api\" is missing; write api = 1");
    if (lua_tointeger(L, -1) != API_VERSION)
        luaL_error(L, "manifest: api %d is not known to this program, which knows api %d",
                   (int)lua_tointeger(L, -1), API_VERSION);
    lua_pop(L, 1);
}

void manifest_read(lua_State *L, struct manifest_reading *r)
{
    struct plugin *p = r->plugin;
    if (!lua_istable(L, -1))
        luaL_error(L, "a plugin must return its manifest, a table; found %s", luaL_typename(L, -1));
    check_keys(L);
    check_api(L);
    p->name = text_field(L, r, "name", NULL);
    p->summary = text_field(L, r, "summary", NULL);
    p->record = text_field(L, r, "record", NULL);
    p->where = text_field(L, r, "where", "true");
    p->having = text_field(L, r, "having", "true");
    read_params(L, r);
    read_group_by(L, r);
    read_sums(L, r, "sum");
    read_sums(L, r, "distinct");
    read_sums(L, r, "largest");
    p->within = text_field(L, r, "within", "");
    find_whose(L, p);
    if (p->within.len && !p->group_count)
        luaL_error(L, "manifest: \"within\" needs \"group_by\"");
    lua_pushstring(L, "check");
    if (lua_rawget(L, -2) != LUA_TFUNCTION)
        luaL_error(L, "manifest: \"check\" must be a function");
    p->reference = luaL_ref(L, LUA_REGISTRYINDEX);
}
