/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <lauxlib.h>
#include <stdlib.h>

#include "plugin/lua_host.h"

enum {
    MOST_TEXT = 1 << 20, /* bytes of one text */
    REFUSAL = 100000,    /* instructions that a refused allocation costs: it collects all garbage */
    CHURN_FLOOR = 1 << 20, /* bytes that any call may allocate, and go through again ... */
    CHURN = 64             /* ... besides so many for each instruction */
};
enum { DEFAULT_MEMORY = 64 << 20, DEFAULT_INSTRUCTIONS = 10000000 };

/* --- limits --- */

/* Memory that is thrown away at once counts as well: filling it takes time. */
static bool is_refused(struct host *h, size_t more)
{
    h->over_memory |= more > h->limits.memory - h->used;
    h->over_churn |= h->allocated >
                     CHURN_FLOOR + h->limits.memory + CHURN * (uint64_t)h->limits.instructions;
    bool refused = more > h->limits.memory - h->used || h->over_churn;
    if (refused)
        h->left -= REFUSAL;
    return refused;
}

/* For a new block `old` is a type tag, not a size; size 0 frees. */
static void *allocate(void *owner, void *block, size_t old, size_t size)
{
    struct host *h = owner;
    bool is_text = !block && old == LUA_TSTRING;
    if (!block)
        old = 0;
    if (size == 0) {
        h->used -= old;
        free(block);
        return NULL;
    }
    if (size > old && is_refused(h, size - old))
        return NULL;
    if (is_text && size > MOST_TEXT + 64) {
        h->over_text = true;
        h->left -= REFUSAL;
        return NULL;
    }
    if (is_text && size > h->longest)
        h->longest = size;
    void *moved = realloc(block, size);
    if (moved)
        h->used += size - old;
    if (moved && size > old)
        h->allocated += size - old;
    return moved;
}

struct host *host_of(lua_State *L)
{
    void *owner;
    lua_getallocf(L, &owner);
    return owner;
}

/* --- the one door --- */

/* Keeps the message and the traceback while the failed call's stack is still there. */
static int keep_error(lua_State *L)
{
    struct host *h = host_of(L);
    size_t len;
    const char *message = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &len) : NULL;
    if (!message) {
        message = "error without a message";
        len = strlen(message);
    }
    h->error = arena_copy(&h->messages, (struct text){message, len < 2000 ? len : 2000});
    lua_sethook(L, NULL, 0, 0);
    luaL_traceback(L, L, NULL, 1);
    const char *trace = lua_tolstring(L, -1, &len);
    h->traceback = arena_copy(&h->messages, (struct text){trace, len < 4000 ? len : 4000});
    return 1;
}

bool host_protect(struct host *h, lua_CFunction body, void *argument)
{
    lua_State *L = h->L;
    int top = lua_gettop(L);
    arena_reset(&h->messages);
    h->left = h->limits.instructions;
    h->over_budget = h->over_memory = h->over_text = h->over_churn = false;
    h->given = 0;
    h->told_calls = 0;
    h->allocated = h->told = 0;
    h->error = h->traceback = TEXT("");
    hook_set(h);
    lua_pushcfunction(L, keep_error); /* light C functions: these three pushes allocate nothing */
    lua_pushcfunction(L, body);
    lua_pushlightuserdata(L, argument);
    int status = lua_pcall(L, 1, 0, top + 1);
    if (status != LUA_OK && h->error.len == 0)
        h->error = status == LUA_ERRMEM ? TEXT("not enough memory")
                                        : TEXT("error in error handling");
    lua_sethook(L, NULL, 0, 0);
    lua_settop(L, top);
    h->generation++;
    return status == LUA_OK;
}

static int open_state(lua_State *L)
{
    sandbox_open(L);
    values_open(L);
    views_open(L);
    return 0;
}

struct host *host_new(struct host_limits limits)
{
    struct host *h = heap_alloc(1, sizeof *h);
    h->limits = limits;
    h->messages = ARENA("lua messages");
    h->scratch = ARENA("lua scratch");
    if (h->limits.memory == 0)
        h->limits.memory = DEFAULT_MEMORY;
    if (h->limits.instructions == 0)
        h->limits.instructions = DEFAULT_INSTRUCTIONS;
    h->L = lua_newstate(allocate, h);
    if (h->L && host_protect(h, open_state, NULL))
        return h;
    host_free(h);
    return NULL;
}

void host_free(struct host *h)
{
    if (!h)
        return;
    if (h->L)
        lua_close(h->L);
    arena_free(&h->messages);
    arena_free(&h->scratch);
    free(h);
}

/* --- messages --- */

/* The last part of a path. Lua shortens long chunk names, so the file's name alone serves as one.
 */
static struct text file_name(struct text path)
{
    size_t slash = path.len;
    while (slash > 0 && path.at[slash - 1] != '/')
        slash--;
    return text_slice(path, slash, path.len);
}

/* "x.lua:14: text": the place as a span of the source, the rest as the message. */
static struct text split_place(const struct source *s, struct text error, struct span *span)
{
    struct text file = file_name(s->path);
    size_t at = file.len, line = 0;
    *span = (struct span){s, 0, 0};
    if (!text_starts(error, file) || at >= error.len || error.at[at] != ':')
        return error;
    for (at++; at < error.len && error.at[at] >= '0' && error.at[at] <= '9'; at++)
        line = line * 10 + (size_t)(error.at[at] - '0');
    if (line == 0 || line > s->line_count || at >= error.len)
        return error;
    struct text body = source_line(s, line);
    size_t blanks = 0;
    while (blanks < body.len && (body.at[blanks] == ' ' || body.at[blanks] == '\t'))
        blanks++;
    span->begin = s->lines[line - 1] + (uint32_t)blanks;
    span->end = s->lines[line - 1] + (uint32_t)body.len;
    return text_trim(text_slice(error, at + 1, error.len));
}

static void report(struct host *h, struct diags *d, const struct source *s, const char *code)
{
    struct span span;
    struct text message = split_place(s, h->error, &span);
    bool busy = h->over_budget || h->over_churn;
    const char *kind = busy                             ? "plugin-budget"
                       : h->over_memory || h->over_text ? "plugin-memory"
                                                        : code;
    struct text hint = busy             ? TEXT("does a loop not end?")
                       : h->over_text   ? TEXT("a text may have 1 MiB")
                       : h->over_memory ? TEXT("the plugin wants more memory than it may have")
                                        : h->traceback;
    if (strcmp(kind, "plugin-syntax") == 0 || strcmp(kind, "plugin-manifest") == 0)
        hint = TEXT("");
    diag_error(d, span, kind, hint, "%.*s", TEXT_ARG(message));
}

/* --- loading --- */

struct loading {
    struct manifest_reading reading;
    const struct source *source;
    bool compiled, ran;
};

/* Runs the file's text in an environment of its own and reads the table that it returns. */
static int load_plugin(lua_State *L)
{
    struct loading *l = lua_touserdata(L, 1);
    const char *name = lua_pushfstring(L, "@%s", file_name(l->source->path).at);
    if (luaL_loadbufferx(L, l->source->body.at, l->source->body.len, name, "t") != LUA_OK)
        return lua_error(L);
    l->compiled = true;
    sandbox_push(L);
    lua_setupvalue(L, -2, 1);
    lua_call(L, 0, 1);
    l->ran = true;
    manifest_read(L, &l->reading);
    return 0;
}

static bool named_like_file(struct diags *d, const struct plugin *p)
{
    struct text file = file_name(p->source->path);
    if (file.len == p->name.len + 4 && text_starts(file, p->name))
        return true;
    return diag_error(d, (struct span){p->source, 0, 0}, "plugin-name", TEXT("rename one of them"),
                      "plugin \"%.*s\" stands in the file \"%.*s\"", TEXT_ARG(p->name),
                      TEXT_ARG(file));
}

struct plugin *plugin_load(struct host *h, struct arena *a, struct diags *d, const char *path)
{
    const char *why;
    /* Messages quote the source, so it lives as long as they do. */
    struct source *s = source_read(&d->arena, path, &why);
    if (!s) {
        diag_at(d, DIAG_ERROR, (struct place){.file = text_of(path)}, "plugin-unreadable", TEXT(""),
                TEXT(""), "cannot be read: %s", why);
        return NULL;
    }
    struct loading l = {{h, a, arena_make(a, struct plugin)}, s, false, false};
    l.reading.plugin->source = s;
    if (!host_protect(h, load_plugin, &l)) {
        report(h, d, s, l.ran ? "plugin-manifest" : l.compiled ? "plugin-failed" : "plugin-syntax");
        return NULL;
    }
    return named_like_file(d, l.reading.plugin) ? l.reading.plugin : NULL;
}

/* --- calling --- */

struct calling {
    const struct plugin *plugin;
    const struct facts_source *subject, *law;
};

static int call_check(lua_State *L)
{
    struct calling *c = lua_touserdata(L, 1);
    struct host *h = host_of(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, c->plugin->reference);
    view_push(L, c->subject, c->plugin->group_count ? "group" : "record");
    law_push(L, c->law);
    lua_call(L, 2, 1);
    if (!lua_isnil(L, -1) && lua_touserdata(L, -1) != h->verdict)
        return luaL_error(L, "check() must return law.violation{...}, law.indicator{...}, "
                             "law.finding{...}, law.undetermined{...}, law.clear() or nothing");
    if (lua_isnil(L, -1))
        h->verdict->outcome = OUTCOME_CLEAR;
    return 0;
}

bool plugin_check(struct host *h, struct diags *d, const struct plugin *p,
                  const struct facts_source *subject, const struct facts_source *law,
                  enum outcome severity, struct arena *a, struct verdict *out)
{
    struct calling c = {p, subject, law};
    *out = (struct verdict){.outcome = severity};
    h->arena = a;
    h->verdict = out;
    bool ok = host_protect(h, call_check, &c);
    h->arena = NULL;
    h->verdict = NULL;
    if (!ok)
        report(h, d, p->source, "plugin-failed");
    if (out->outcome > severity)
        out->outcome = severity;
    return ok;
}
