/* SPDX-License-Identifier: Apache-2.0
 *
 * A project file: options that stand in `scrutineer.yaml`, under the names that they have on the
 * command line. What a value may be, the command line knows.
 */
#include <config.h>

#include "base/yaml.h"
#include "scrutineer.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What a key may have. */
enum project_value { VALUE_TEXT, VALUE_LIST, VALUE_PATH, VALUE_PATHS, VALUE_FLAG };

static const struct node_key keys[] = {
    {"jurisdiction", false, NODE_SCALAR, true}, {"register", false, NODE_SCALAR, true},
    {"lawbase", false, NODE_SCALAR, false},     {"plugins", false, NODE_SCALAR, false},
    {"format", false, NODE_SCALAR, false},      {"format-in", false, NODE_SCALAR, false},
    {"encoding", false, NODE_SCALAR, false},    {"max-unreadable", false, NODE_SCALAR, false},
    {"fail-on", false, NODE_SCALAR, false},     {"jobs", false, NODE_SCALAR, false},
    {"memory", false, NODE_SCALAR, false},      {"include-low", false, NODE_SCALAR, false},
    {"lang", false, NODE_SCALAR, false},        {"select", false, NODE_SCALAR, true},
    {"ignore", false, NODE_SCALAR, true},       {"baseline", false, NODE_SCALAR, false},
    {"ledger", false, NODE_SCALAR, false},      {"identity", false, NODE_SCALAR, false},
};
static const enum project_value values[COUNT(keys)] = {
    VALUE_LIST, VALUE_PATHS, VALUE_PATH, VALUE_PATH, VALUE_TEXT, VALUE_TEXT,
    VALUE_TEXT, VALUE_TEXT,  VALUE_TEXT, VALUE_TEXT, VALUE_TEXT, VALUE_FLAG,
    VALUE_TEXT, VALUE_LIST,  VALUE_LIST, VALUE_PATH, VALUE_PATH, VALUE_TEXT,
};

struct project {
    struct arena arena;
    struct diags diags;
    const char *path;
    bool (*take)(void *owner, const char *key, const char *value);
    void *owner;
};

static bool give(struct project *p, const char *key, const struct node *n, struct text value)
{
    return p->take(p->owner, key, arena_copy(&p->arena, value).at) ||
           diag_error(&p->diags, n->span, "project-value",
                      TEXT("`scrutineer check --help` tells more"), "\"%s\" cannot have this value",
                      key);
}

/* Paths are relative to the folder of the project file. */
static struct text from_folder(struct project *p, struct text path)
{
    const char *slash = strrchr(p->path, '/');
    if (!slash || (path.len && path.at[0] == '/'))
        return path;
    return arena_format(&p->arena, "%.*s/%.*s", (int)(slash - p->path), p->path, TEXT_ARG(path));
}

static bool take_flag(struct project *p, const char *key, const struct node *n)
{
    if (text_equal(n->text, TEXT("no")) || text_equal(n->text, TEXT("false")))
        return true;
    if (text_equal(n->text, TEXT("yes")) || text_equal(n->text, TEXT("true")))
        return give(p, key, n, TEXT(""));
    return diag_error(&p->diags, n->span, "project-value", TEXT("write yes or no"),
                      "\"%s\" is a switch", key);
}

/* A list is given with commas, as on the command line. */
static bool take_list(struct project *p, const char *key, const struct node *n)
{
    struct text all = TEXT("");
    for (size_t i = 0; i < n->count; i++) {
        if (n->items[i]->kind != NODE_SCALAR)
            return diag_error(&p->diags, n->items[i]->span, "project-value", TEXT(""),
                              "expected a text");
        all = arena_format(&p->arena, "%.*s%s%.*s", TEXT_ARG(all), i ? "," : "",
                           TEXT_ARG(n->items[i]->text));
    }
    return give(p, key, n, all);
}

static bool take_paths(struct project *p, const char *key, const struct node *n)
{
    bool ok = true;
    for (size_t i = 0; i < n->count; i++)
        ok &= n->items[i]->kind == NODE_SCALAR
                  ? give(p, key, n->items[i], from_folder(p, n->items[i]->text))
                  : diag_error(&p->diags, n->items[i]->span, "project-value", TEXT(""),
                               "expected a path");
    return ok;
}

static bool take_key(struct project *p, const struct node *n, size_t i)
{
    const char *key = keys[i].name;
    bool several = values[i] == VALUE_LIST || values[i] == VALUE_PATHS;
    if (n->kind == NODE_LIST && several)
        return values[i] == VALUE_LIST ? take_list(p, key, n) : take_paths(p, key, n);
    if (n->kind != NODE_SCALAR)
        return diag_error(&p->diags, n->span, "project-value", TEXT(""), "expected a text%s",
                          several ? " or a list of them" : "");
    if (values[i] == VALUE_FLAG)
        return take_flag(p, key, n);
    bool path = values[i] == VALUE_PATH || values[i] == VALUE_PATHS;
    return give(p, key, n, path ? from_folder(p, n->text) : n->text);
}

static bool read_project(struct project *p)
{
    const char *why;
    const struct source *source = source_read(&p->arena, p->path, &why);
    if (!source)
        return diag_at(&p->diags, DIAG_ERROR, (struct place){.file = text_of(p->path)},
                       "project-unreadable", TEXT("--no-project leaves it out"), TEXT(""),
                       "cannot be read: %s", why);
    const struct node *n = yaml_read(&p->arena, &p->diags, source);
    bool ok = n && node_check(&p->diags, n, "project file", keys, COUNT(keys));
    for (size_t i = 0; ok && i < COUNT(keys); i++) {
        const struct node *value = node_find(n, keys[i].name);
        ok &= !value || take_key(p, value, i);
    }
    return ok;
}

bool scr_project_read(const char *path,
                      bool (*take)(void *owner, const char *key, const char *value), void *owner,
                      FILE *messages, bool colour)
{
    struct project p = {.arena = ARENA("project"), .path = path, .take = take, .owner = owner};
    diags_init(&p.diags);
    bool ok = read_project(&p);
    diags_print(&p.diags, messages, colour);
    diags_free(&p.diags);
    arena_free(&p.arena);
    return ok;
}
