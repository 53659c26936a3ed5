/* SPDX-License-Identifier: Apache-2.0
 *
 * `scrutineer lsp`: a server of the Language Server Protocol for the law base's YAML and for
 * plugins. Each open text is linted with all open texts laid over their files; the session of the
 * last time is what completion, hover and "go to definition" ask.
 */
#include <config.h>

#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "editor/cursor.h"
#include "editor/document.h"
#include "editor/rpc.h"
#include "law/kind.h"
#include "session.h"

enum { MOST_DOCUMENTS = 200, MOST_ITEMS = 2000 };

struct document_open {
    struct arena arena; /* of the document */
    struct text uri;
    const char *path; /* by realpath() */
    char *body;       /* on the heap; NUL behind it */
    size_t len;
    bool changed;
    struct arena paths; /* of the session's options */
    struct scr_session *session;
};
struct server {
    const struct scr_options *given;
    FILE *in, *out;
    struct document_open *documents[MOST_DOCUMENTS];
    size_t count;
    bool stopping, ended;
};

static struct text body_of(const struct document_open *d)
{
    return (struct text){d->body, d->len};
}

static bool is_lua(const struct document_open *d)
{
    size_t len = strlen(d->path);
    return len > 4 && strcmp(d->path + len - 4, ".lua") == 0;
}

/* --- which law a file belongs to --- */

static bool same_folder(const char *a, const char *b)
{
    char *x = a ? realpath(a, NULL) : NULL, *y = b ? realpath(b, NULL) : NULL;
    bool same = x && y && strcmp(x, y) == 0;
    free(x);
    free(y);
    return same;
}

/* The last part "/NAME/" of the path; SIZE_MAX: none. */
static size_t find_folder(const char *path, const char *name)
{
    const char *last = NULL;
    for (const char *at = path; (at = strstr(at, name)) != NULL; at++)
        last = at;
    return last ? (size_t)(last - path) : SIZE_MAX;
}

/* The standard law base, another whole one, or an add-on. */
static void find_law(struct document_open *d, struct scr_options *o, bool lua)
{
    struct arena *a = &d->paths;
    size_t at = find_folder(d->path, lua ? "/plugins/" : "/lawbase/");
    if (at == SIZE_MAX)
        return;
    const char *law = arena_format(a, "%.*s/lawbase", (int)at, d->path).at;
    const char *plugins = arena_format(a, "%.*s/plugins", (int)at, d->path).at;
    if (same_folder(law, o->lawbase) || same_folder(plugins, o->plugins))
        return;
    if (access(arena_format(a, "%s/vocabulary.yaml", law).at, R_OK) == 0) {
        o->lawbase = law;
        o->plugins = access(plugins, R_OK) == 0 ? plugins : o->plugins;
    } else {
        o->add_on = arena_format(a, "%.*s", (int)at, d->path).at;
    }
}

/* "am" of .../lawbase/am/rules/x.yaml; NULL for what belongs to all. */
static const char *find_jurisdiction(struct document_open *d)
{
    struct arena *a = &d->paths;
    size_t at = find_folder(d->path, "/lawbase/");
    if (at == SIZE_MAX || is_lua(d))
        return NULL;
    const char *rest = d->path + at + strlen("/lawbase/"), *slash = strchr(rest, '/');
    const char *law =
        slash ? arena_format(a, "%.*s/jurisdiction.yaml", (int)(slash - d->path), d->path).at : "";
    return slash && access(law, R_OK) == 0
               ? arena_copy(a, (struct text){rest, (size_t)(slash - rest)}).at
               : NULL;
}

/* --- diagnostics --- */

static json_t *range_of(struct text body, size_t begin, size_t end)
{
    struct position from = offset_position(body, begin), to = offset_position(body, end);
    return json_pack("{s:{s:I, s:I}, s:{s:I, s:I}}", "start", "line", (json_int_t)from.line,
                     "character", (json_int_t)from.unit, "end", "line", (json_int_t)to.line,
                     "character", (json_int_t)to.unit);
}

static json_t *text_json(struct text t)
{
    json_t *s = json_stringn(t.at ? t.at : "", t.len);
    return s ? s : json_stringn("(not UTF-8)", 11);
}

static bool is_about(const struct document_open *d, const struct diag *m)
{
    struct text path = m->span.source ? m->span.source->path : m->place.file;
    char whole[PATH_MAX];
    struct arena a = ARENA("path");
    bool same = path.len && path.len < PATH_MAX && realpath(arena_copy(&a, path).at, whole) &&
                strcmp(whole, d->path) == 0;
    arena_free(&a);
    return same;
}

static json_t *diagnostic(const struct document_open *d, const struct diag *m)
{
    static const int severities[] = {3, 2, 1};
    struct arena a = ARENA("message");
    struct text text = m->hint.len
                           ? arena_format(&a, "%.*s\n%.*s", TEXT_ARG(m->message), TEXT_ARG(m->hint))
                           : m->message;
    json_t *out = json_pack("{s:o, s:i, s:s, s:s, s:o}", "range",
                            m->span.source ? range_of(body_of(d), m->span.begin, m->span.end)
                                           : range_of(body_of(d), 0, 0),
                            "severity", severities[m->severity], "code", m->code ? m->code : "",
                            "source", "scrutineer", "message", text_json(text));
    arena_free(&a);
    return out;
}

/* A plugin that cannot be loaded is reported by each that needs it. */
static bool is_repeated(const struct diags *said, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (said->items[k].span.source && said->items[i].span.source &&
            said->items[k].span.begin == said->items[i].span.begin &&
            text_equal(said->items[k].span.source->path, said->items[i].span.source->path) &&
            text_equal(said->items[k].message, said->items[i].message))
            return true;
    return false;
}

static void publish(struct server *v, const struct document_open *d, json_t *list)
{
    rpc_notify(v->out, "textDocument/publishDiagnostics",
               json_pack("{s:o, s:o}", "uri", text_json(d->uri), "diagnostics", list));
}

/* "contribution-cap" of .../plugins/contribution-cap.lua */
static const char *plugin_name(struct document_open *d)
{
    const char *slash = strrchr(d->path, '/');
    size_t len = strlen(slash + 1);
    return arena_copy(&d->paths, (struct text){slash + 1, len - 4}).at;
}

static void lint(struct document_open *d, FILE *nowhere)
{
    struct scr_session *s = d->session;
    struct plan p;
    bool loaded = scr_load(s);
    if (!s->vocabulary)
        return;
    if (!is_lua(d)) {
        scr_law_lint(s, nowhere);
    } else if (loaded) {
        const char *name = plugin_name(d);
        scr_plugin_lint(s, &name, 1, nowhere);
        session_plan(s, &p, NULL);
        plan_free(&p);
    }
}

static void open_session(struct server *v, struct document_open *d)
{
    struct scr_options o = *v->given;
    scr_session_free(d->session);
    arena_reset(&d->paths);
    const char **law = arena_array(&d->paths, 1, const char *);
    find_law(d, &o, is_lua(d));
    *law = find_jurisdiction(d);
    o.jurisdictions = *law ? law : NULL;
    o.jurisdiction_count = *law != NULL;
    d->session = scr_session_new(&o);
}

static void check_document(struct server *v, struct document_open *d)
{
    struct source_overlay overlays[MOST_DOCUMENTS];
    json_t *list = json_array();
    FILE *nowhere = fopen("/dev/null", "w");
    for (size_t i = 0; i < v->count; i++)
        overlays[i] = (struct source_overlay){v->documents[i]->path, body_of(v->documents[i])};
    open_session(v, d);
    source_lay_over(overlays, v->count);
    if (nowhere)
        lint(d, nowhere);
    source_lay_over(NULL, 0);
    if (nowhere)
        fclose(nowhere);
    const struct diags *said = &d->session->diags;
    for (size_t i = 0; i < said->count; i++)
        if (is_about(d, &said->items[i]) && !is_repeated(said, i))
            json_array_append_new(list, diagnostic(d, &said->items[i]));
    d->changed = false;
    publish(v, d, list);
}

/* While more is typed only the last state is worth a look. */
static void check_changed(struct server *v)
{
    for (size_t i = 0; i < v->count && !rpc_waits(v->in); i++)
        if (v->documents[i]->changed)
            check_document(v, v->documents[i]);
}

/* --- documents --- */

static struct text text_at(const json_t *map, const char *key)
{
    const json_t *t = json_object_get(map, key);
    return json_is_string(t) ? (struct text){json_string_value(t), json_string_length(t)}
                             : TEXT("");
}

static struct document_open *find_document(struct server *v, const json_t *params)
{
    struct text uri = text_at(json_object_get(params, "textDocument"), "uri");
    for (size_t i = 0; i < v->count; i++)
        if (text_equal(v->documents[i]->uri, uri))
            return v->documents[i];
    return NULL;
}

static void set_body(struct document_open *d, struct text body)
{
    free(d->body);
    d->body = heap_alloc(body.len + 1, 1);
    if (body.len)
        memcpy(d->body, body.at, body.len);
    d->len = body.len;
    d->changed = true;
}

static void document_free(struct document_open *d)
{
    scr_session_free(d->session);
    free(d->body);
    arena_free(&d->paths);
    arena_free(&d->arena);
    free(d);
}

/* A file that is not there yet keeps the path that the editor gave it. */
static void open_document(struct server *v, const json_t *params)
{
    const json_t *item = json_object_get(params, "textDocument");
    char whole[PATH_MAX];
    if (find_document(v, params) || v->count == MOST_DOCUMENTS)
        return;
    struct document_open *d = heap_alloc(1, sizeof *d);
    d->arena = ARENA("document");
    d->paths = ARENA("paths");
    d->uri = arena_copy(&d->arena, text_at(item, "uri"));
    d->path = uri_path(&d->arena, d->uri).at;
    set_body(d, text_at(item, "text"));
    if (!*d->path) {
        document_free(d);
        return;
    }
    if (realpath(d->path, whole))
        d->path = arena_copy(&d->arena, text_of(whole)).at;
    v->documents[v->count++] = d;
}

/* The whole text: that is what the server asks for. */
static void change_document(struct server *v, const json_t *params)
{
    struct document_open *d = find_document(v, params);
    const json_t *changes = json_object_get(params, "contentChanges");
    size_t count = json_array_size(changes);
    if (d && count > 0)
        set_body(d, text_at(json_array_get(changes, count - 1), "text"));
}

/* What was saved may be what other texts rest on. */
static void save_document(struct server *v, const json_t *params)
{
    (void)params;
    for (size_t i = 0; i < v->count; i++)
        v->documents[i]->changed = true;
}

static void close_document(struct server *v, const json_t *params)
{
    struct document_open *d = find_document(v, params);
    for (size_t i = 0; d && i < v->count; i++)
        if (v->documents[i] == d) {
            publish(v, d, json_array());
            v->documents[i] = v->documents[--v->count];
            document_free(d);
            return;
        }
}

/* --- what stands where --- */

/* A question about a place in a text. */
struct asking {
    struct arena arena;
    struct document_open *document;
    struct scr_session *session;
    struct cursor cursor;
    const struct kind *kind;
    struct names names;
    json_t *list;
};

static const struct plugin *load_plugin(void *owner, struct text name)
{
    struct asking *q = owner;
    struct scr_session *s = q->session;
    struct text path = plugin_path(&s->arena, &s->law, s->options.plugins, name);
    return access(path.at, R_OK) == 0 ? plugin_load(s->host, &s->arena, &s->diags, path.at) : NULL;
}

/* By the place of the file in the law base. */
static const struct kind *document_kind(const struct document_open *d)
{
    const char *slash = strrchr(d->path, '/');
    if (is_lua(d))
        return NULL;
    if (strstr(d->path, "/rules/"))
        return law_kind_find(TEXT("rule"));
    for (size_t i = 0; slash && i < law_document_count; i++) {
        const char *file = strrchr(law_documents[i].file, '/');
        if (strcmp(file ? file + 1 : law_documents[i].file, slash + 1) == 0)
            return law_kind_find(text_of(law_documents[i].kind));
    }
    return law_kind_find(TEXT("bill"));
}

static bool ask(struct server *v, const json_t *params, struct asking *q)
{
    struct document_open *d = find_document(v, params);
    const json_t *at = json_object_get(params, "position");
    json_int_t line = json_integer_value(json_object_get(at, "line"));
    json_int_t unit = json_integer_value(json_object_get(at, "character"));
    *q = (struct asking){.arena = ARENA("asking"), .document = d};
    if (!d || line < 0 || unit < 0)
        return false;
    if (!d->session)
        check_document(v, d);
    struct scr_session *s = q->session = d->session;
    if (!s->vocabulary)
        return false;
    size_t offset = position_offset(body_of(d), (struct position){(size_t)line, (size_t)unit});
    q->kind = document_kind(d);
    q->cursor = q->kind ? cursor_in_yaml(body_of(d), offset) : cursor_in_lua(body_of(d), offset);
    q->names = (struct names){.arena = &q->arena,
                              .law = &s->law,
                              .vocabulary = s->vocabulary,
                              .language = session_language(s),
                              .load = load_plugin,
                              .owner = q};
    if (s->options.jurisdiction_count)
        q->names.jurisdiction = text_of(s->options.jurisdictions[0]);
    q->names.plugin_count = session_plugins(s, &q->arena, false, &q->names.plugins);
    struct text plugin = q->kind ? q->cursor.plugin : text_of(plugin_name(d));
    q->names.plugin = plugin.len ? load_plugin(q, plugin) : NULL;
    struct text record = q->names.plugin ? q->names.plugin->record : q->cursor.record;
    q->names.record = vocabulary_record(s->vocabulary, record);
    return true;
}

/* "record.amount" asks for "amount" */
static struct text without_subject(const struct cursor *c, struct text word)
{
    const struct text heads[] = {c->subject, c->law};
    for (size_t i = 0; i < 2; i++)
        if (heads[i].len && word.len > heads[i].len && text_starts(word, heads[i]) &&
            word.at[heads[i].len] == '.')
            return text_slice(word, heads[i].len + 1, word.len);
    return word;
}

static const unsigned everything = 2 * NAME_WORD - 1;

static bool find_name(struct asking *q, struct name *out)
{
    struct text word = without_subject(&q->cursor, q->cursor.word);
    struct text key = q->cursor.at_value ? q->cursor.key : TEXT("");
    cursor_wants(&q->cursor, q->kind, &q->names);
    /* A name may mean several things: first what its place asks for. */
    if (text_equal(key, TEXT("plugin")) && names_find(&q->names, NAME_PLUGIN, word, out))
        return true;
    if (word.len && names_find(&q->names, everything & ~(unsigned)NAME_RECORD, word, out))
        return true;
    return word.len && names_find(&q->names, NAME_RECORD, word, out);
}

/* --- completion --- */

static void add_item(void *owner, const struct name *n)
{
    struct asking *q = owner;
    struct text typed = without_subject(&q->cursor, q->cursor.typed);
    static const int kinds[] = {18, 21, 21, 18, 12, 7, 6, 5, 22, 3, 3, 3, 10, 12};
    size_t kind = 0;
    if (!text_starts(n->name, typed) || json_array_size(q->list) == MOST_ITEMS)
        return;
    for (unsigned k = (unsigned)n->kind; k > 1; k >>= 1)
        kind++;
    size_t end = q->cursor.offset, begin = end - typed.len;
    json_array_append_new(q->list, json_pack("{s:o, s:i, s:o, s:{s:s, s:o}, s:{s:o, s:o}}", "label",
                                             text_json(n->name), "kind", kinds[kind], "detail",
                                             text_json(n->detail), "documentation", "kind",
                                             "markdown", "value", text_json(n->doc), "textEdit",
                                             "range", range_of(body_of(q->document), begin, end),
                                             "newText", text_json(n->name)));
}

static json_t *complete(struct server *v, const json_t *params)
{
    struct asking q;
    json_t *list = json_array();
    if (ask(v, params, &q)) {
        q.list = list;
        unsigned kinds = cursor_wants(&q.cursor, q.kind, &q.names);
        names_each(&q.names, kinds, add_item, &q);
    }
    arena_free(&q.arena);
    return json_pack("{s:b, s:o}", "isIncomplete", 0, "items", list);
}

/* --- hover and definition --- */

static json_t *hover(struct server *v, const json_t *params)
{
    struct asking q;
    struct name n = {0};
    json_t *out = NULL;
    if (ask(v, params, &q) && find_name(&q, &n))
        out = json_pack("{s:{s:s, s:o}}", "contents", "kind", "markdown", "value",
                        text_json(n.doc.len ? n.doc : n.detail));
    arena_free(&q.arena);
    return out;
}

static void add_place(struct asking *q, struct span span)
{
    if (!span.source)
        return;
    struct text path = span.source->path;
    json_array_append_new(q->list,
                          json_pack("{s:o, s:o}", "uri", text_json(path_uri(&q->arena, path)),
                                    "range", range_of(span.source->body, span.begin, span.end)));
}

/* Of a rule: its plugin and its provisions; where it stands one sees already. */
static void add_rule_places(struct asking *q, const struct rule *r)
{
    const struct plugin *p = load_plugin(q, r->plugin);
    if (p)
        add_place(q, (struct span){p->source, 0, 0});
    for (size_t i = 0; i < r->provision_count; i++) {
        const struct provision *provision = provision_find(&q->session->law, r->provisions[i]);
        if (provision)
            add_place(q, provision->span);
    }
}

static json_t *definition(struct server *v, const json_t *params)
{
    struct asking q;
    struct name n = {0};
    json_t *list = json_array();
    if (ask(v, params, &q) && find_name(&q, &n)) {
        q.list = list;
        if (n.rule && text_equal(n.rule->id, q.cursor.rule))
            add_rule_places(&q, n.rule);
        else
            add_place(&q, n.span);
    }
    arena_free(&q.arena);
    return list;
}

/* --- the protocol --- */

static json_t *initialize(struct server *v, const json_t *params)
{
    (void)v, (void)params;
    return json_pack("{s:{s:{s:b, s:i, s:{s:b}}, s:{s:[s, s, s, s]}, s:b, s:b}, s:{s:s, s:s}}",
                     "capabilities", "textDocumentSync", "openClose", 1, "change", 1, "save",
                     "includeText", 0, "completionProvider", "triggerCharacters", ".", ":", " ",
                     "\"", "hoverProvider", 1, "definitionProvider", 1, "serverInfo", "name",
                     "scrutineer", "version", PACKAGE_VERSION);
}

static json_t *shut_down(struct server *v, const json_t *params)
{
    (void)params;
    v->stopping = true;
    return NULL;
}

static void end(struct server *v, const json_t *params)
{
    (void)params;
    v->ended = true;
}

static const struct {
    const char *method;
    json_t *(*answer)(struct server *, const json_t *params); /* of a request ... */
    void (*take)(struct server *, const json_t *params);      /* ... or of a notification */
} methods[] = {
    {"initialize", initialize, NULL},
    {"shutdown", shut_down, NULL},
    {"exit", NULL, end},
    {"textDocument/didOpen", NULL, open_document},
    {"textDocument/didChange", NULL, change_document},
    {"textDocument/didSave", NULL, save_document},
    {"textDocument/didClose", NULL, close_document},
    {"textDocument/completion", complete, NULL},
    {"textDocument/hover", hover, NULL},
    {"textDocument/definition", definition, NULL},
};

static void dispatch(struct server *v, const json_t *message)
{
    struct text method = text_at(message, "method");
    const json_t *params = json_object_get(message, "params");
    bool request = json_object_get(message, "id") != NULL;
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (!text_equal(method, text_of(methods[i].method)))
            continue;
        if (methods[i].answer && request)
            rpc_answer(v->out, message, methods[i].answer(v, params));
        else if (methods[i].take)
            methods[i].take(v, params);
        return;
    }
    if (request && method.len)
        rpc_refuse(v->out, message, RPC_NO_METHOD, "this server has no such method");
    else if (request && !json_object_get(message, "result"))
        rpc_refuse(v->out, message, RPC_BAD_REQUEST, "a request needs a method");
}

bool scr_lsp(const struct scr_options *o, FILE *in, FILE *out)
{
    struct server v = {.given = o, .in = in, .out = out};
    bool malformed;
    rpc_begin(in);
    while (!v.ended) {
        json_t *message = rpc_read(in, &malformed);
        if (!message && !malformed)
            break;
        if (message)
            dispatch(&v, message);
        else
            rpc_refuse(out, NULL, RPC_PARSE_ERROR, "the body is no JSON object");
        json_decref(message);
        check_changed(&v);
    }
    for (size_t i = 0; i < v.count; i++)
        document_free(v.documents[i]);
    return v.stopping;
}
