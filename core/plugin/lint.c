/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "plugin/lint.h"

#include "plugin/api.h"
#include "plugin/lua_words.h"

enum { MOST_NESTED = 400 };

struct local {
    struct text name;
    unsigned depth; /* of functions around it */
};
struct linter {
    struct arena arena;
    struct diags *diags;
    const struct plugin *plugin;
    const struct lint_record *record;
    struct word *words;
    size_t count, at, found;
    struct local *locals;
    size_t local_count;
    char nested[MOST_NESTED]; /* '{' '(' '[', 'f' a function, 'b' another block */
    size_t depth;
    unsigned functions;
    struct text subject, law; /* what check() calls its arguments */
    bool has_where, *used;    /* parameters read in Lua */
};

static bool is(const struct word *w, const char *text)
{
    return (w->kind == WORD_NAME || w->kind == WORD_SIGN) && text_equal(w->text, text_of(text));
}

static const struct word *word(const struct linter *l, size_t i)
{
    return &l->words[i < l->count ? i : l->count - 1];
}

static struct span span_of(const struct linter *l, size_t from, size_t to)
{
    const struct word *last = word(l, to);
    return (struct span){l->plugin->source, word(l, from)->at, last->at + (uint32_t)last->text.len};
}

static void complain(struct linter *l, size_t from, size_t to, const char *code, struct text hint,
                     struct text message)
{
    l->found++;
    diag_warning(l->diags, span_of(l, from, to), code, hint, "%.*s", TEXT_ARG(message));
}

/* --- what is declared --- */

static void declare(struct linter *l, struct text name, unsigned depth)
{
    *arena_push(&l->arena, &l->locals, &l->local_count) = (struct local){name, depth};
}

static const struct local *find_local(const struct linter *l, struct text name)
{
    for (size_t i = l->local_count; i-- > 0;)
        if (text_equal(l->locals[i].name, name))
            return &l->locals[i];
    return NULL;
}

/* NAME {, NAME} from `i` on, with attributes; gives the word behind them. */
static size_t declare_names(struct linter *l, size_t i, unsigned depth)
{
    for (;; i++) {
        if (word(l, i)->kind == WORD_NAME)
            declare(l, word(l, i++)->text, depth);
        if (is(word(l, i), "<"))
            i += 3;
        if (!is(word(l, i), ","))
            return i;
    }
}

/* --- chains of names: record.donor.name --- */

struct chain {
    size_t first, last; /* words */
    struct text path;   /* behind the first name */
};

static struct chain chain_at(struct linter *l, size_t i)
{
    struct chain c = {i, i, TEXT("")};
    while (is(word(l, c.last + 1), ".") && word(l, c.last + 2)->kind == WORD_NAME) {
        c.last += 2;
        c.path = arena_format(&l->arena, "%.*s%s%.*s", TEXT_ARG(c.path), c.path.len ? "." : "",
                              TEXT_ARG(word(l, c.last)->text));
    }
    return c;
}

static bool group_has(const struct plugin *p, struct text name)
{
    for (size_t i = 0; i < p->sum_count; i++)
        if (text_equal(p->sums[i].name, name))
            return true;
    bool a_day = text_equal(name, TEXT("first_day")) || text_equal(name, TEXT("last_day"));
    return text_equal(name, TEXT("count")) || (a_day && p->within.len);
}

static void lint_subject(struct linter *l, const struct chain *c)
{
    const struct plugin *p = l->plugin;
    if (!c->path.len)
        return;
    if (p->group_count && !group_has(p, c->path))
        complain(l, c->first, c->last, "plugin-unknown-field",
                 TEXT("a group has its sums and count; of its records nothing is left"),
                 arena_format(&l->arena, "the group has no \"%.*s\"", TEXT_ARG(c->path)));
    else if (!p->group_count && !l->record->has(l->record->owner, c->path))
        complain(
            l, c->first, c->last, "plugin-unknown-field",
            diag_did_you_mean(&l->diags->arena, c->path, l->record->fields, l->record->field_count),
            arena_format(&l->arena, "a \"%.*s\" has no field \"%.*s\"", TEXT_ARG(p->record),
                         TEXT_ARG(c->path)));
}

/* Whether the table that begins at `i` has a key besides `because`. */
static bool has_facts(const struct linter *l, size_t i)
{
    unsigned depth = 1;
    for (i++; depth > 0 && word(l, i)->kind != WORD_END; i++) {
        const struct word *w = word(l, i);
        depth += is(w, "{") || is(w, "(");
        depth -= is(w, "}") || is(w, ")");
        bool key = depth == 1 && w->kind == WORD_NAME && is(word(l, i + 1), "=");
        if ((key && !is(w, "because")) || (depth == 1 && is(w, "[")))
            return true;
    }
    return false;
}

static void lint_outcome(struct linter *l, const struct chain *c, bool needs_facts)
{
    size_t next = c->last + 1;
    if (is(word(l, next), "(") && (is(word(l, next + 1), "{") || is(word(l, next + 1), ")")))
        next++;
    bool bare = is(word(l, next), ")") || (is(word(l, next), "{") && !has_facts(l, next));
    if (needs_facts && bare)
        complain(l, c->first, c->last, "plugin-no-facts",
                 TEXT("name what was seen: law.finding { amount = record.amount }"),
                 TEXT("a finding without facts: nobody can check it"));
}

static void lint_law(struct linter *l, const struct chain *c)
{
    const char *name;
    for (size_t i = 0; (name = law_outcome_name(i)) != NULL; i++)
        if (text_equal(c->path, text_of(name))) {
            lint_outcome(l, c, strcmp(name, "clear") != 0 && strcmp(name, "undetermined") != 0);
            return;
        }
    struct text *names = arena_array(&l->diags->arena, l->plugin->param_count + 1, struct text);
    for (size_t i = 0; i < l->plugin->param_count; i++) {
        names[i] = l->plugin->params[i].name;
        if (text_equal(c->path, names[i])) {
            l->used[i] = true;
            return;
        }
    }
    if (c->path.len)
        complain(
            l, c->first, c->last, "plugin-unknown-parameter",
            diag_did_you_mean(&l->diags->arena, c->path, names, l->plugin->param_count),
            arena_format(&l->arena, "\"%.*s\" is no parameter of the manifest", TEXT_ARG(c->path)));
}

/* --- globals --- */

static bool is_library(struct text name)
{
    for (size_t i = 0; i < api_count; i++) {
        struct text whole = text_of(api_entries[i].name);
        if (whole.len > name.len && text_starts(whole, name) && whole.at[name.len] == '.')
            return true;
    }
    return false;
}

static void lint_absent(struct linter *l, const struct chain *c, struct text name)
{
    const char *why = api_absence_of(name);
    bool assigned = is(word(l, c->last + 1), "=");
    if (why)
        complain(l, c->first, c->last, "plugin-absent", text_of(why),
                 arena_format(&l->arena, "a plugin has no \"%.*s\"", TEXT_ARG(name)));
    else if (assigned)
        complain(
            l, c->first, c->last, "plugin-global", TEXT("write \"local\" in front of it"),
            arena_format(&l->arena, "\"%.*s\" is a global: it outlives the call", TEXT_ARG(name)));
    else
        complain(l, c->first, c->last, "plugin-unknown-name",
                 TEXT("`scrutineer plugin api` lists what there is"),
                 arena_format(&l->arena, "there is no \"%.*s\"", TEXT_ARG(name)));
}

static void lint_global(struct linter *l, const struct chain *c)
{
    struct text name = word(l, c->first)->text;
    if (api_find(name) && !is(word(l, c->last + 1), "="))
        return;
    if (!is_library(name) || text_equal(name, TEXT("law"))) {
        lint_absent(l, c, name);
    } else if (c->path.len) {
        struct text whole = arena_format(&l->arena, "%.*s.%.*s", TEXT_ARG(name), TEXT_ARG(c->path));
        if (!api_find(whole))
            lint_absent(l, c, whole);
    }
}

/* --- words --- */

static bool is_keyword(const struct word *w)
{
    static const char *const keywords[] = {"and",   "break", "do",     "else",    "elseif", "end",
                                           "false", "for",   "goto",   "if",      "in",     "nil",
                                           "not",   "or",    "repeat", "return",  "then",   "true",
                                           "until", "while", "local",  "function"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (is(w, keywords[i]))
            return true;
    return false;
}

static void nest(struct linter *l, char what)
{
    if (l->depth < MOST_NESTED)
        l->nested[l->depth] = what;
    l->depth++;
    l->functions += what == 'f';
}

static void leave(struct linter *l)
{
    if (l->depth == 0)
        return;
    l->depth--;
    l->functions -= l->depth < MOST_NESTED && l->nested[l->depth] == 'f' && l->functions > 0;
}

static bool in_table(const struct linter *l)
{
    return l->depth > 0 && l->depth <= MOST_NESTED && l->nested[l->depth - 1] == '{';
}

/* function [NAME] (PARAMETERS) */
static void enter_function(struct linter *l, bool local)
{
    const struct word *name = word(l, l->at + 1);
    size_t i = l->at + 1;
    bool named = name->kind == WORD_NAME;
    if (named && !local && !find_local(l, name->text))
        complain(l, i, i, "plugin-global", TEXT("write \"local function\""),
                 arena_format(&l->arena, "\"%.*s\" is a global: it outlives the call",
                              TEXT_ARG(name->text)));
    while (!is(word(l, i), "(") && word(l, i)->kind != WORD_END)
        i++;
    i = declare_names(l, i + 1, l->functions + 1);
    while (!is(word(l, i), ")") && word(l, i)->kind != WORD_END)
        i++;
    nest(l, 'f');
    l->at = i + 1;
}

static void lint_name(struct linter *l)
{
    struct chain c = chain_at(l, l->at);
    const struct word *w = word(l, l->at), *before = l->at ? word(l, l->at - 1) : word(l, l->count);
    bool key = in_table(l) && is(word(l, l->at + 1), "=") &&
               (is(before, "{") || is(before, ",") || is(before, ";"));
    const struct local *local = find_local(l, w->text);
    l->at = c.last + 1;
    if (key) {
        l->has_where |= is(w, "where");
        return;
    }
    if (is(before, ".") || is(before, ":") || is(before, "::") || is(before, "goto"))
        return;
    if (!local) {
        lint_global(l, &c);
        return;
    }
    if (local->depth == 0 && l->functions > 0 && is(word(l, c.last + 1), "="))
        complain(l, c.first, c.last, "plugin-state", TEXT("make it local to the function"),
                 arena_format(&l->arena,
                              "\"%.*s\" outlives the call: findings would depend on the order of "
                              "the records",
                              TEXT_ARG(w->text)));
    if (l->subject.len && text_equal(w->text, l->subject))
        lint_subject(l, &c);
    if (l->law.len && text_equal(w->text, l->law))
        lint_law(l, &c);
}

static void lint_word(struct linter *l)
{
    const struct word *w = word(l, l->at), *next = word(l, l->at + 1);
    if (is(w, "local") && is(next, "function")) {
        declare(l, word(l, l->at + 2)->text, l->functions);
        l->at++;
        enter_function(l, true);
    } else if (is(w, "local") || is(w, "for")) {
        l->at = declare_names(l, l->at + 1, l->functions);
    } else if (is(w, "function")) {
        enter_function(l, false);
    } else if (w->kind == WORD_NAME && !is_keyword(w)) {
        lint_name(l);
    } else {
        if (is(w, "if") || is(w, "do") || is(w, "repeat"))
            nest(l, 'b');
        else if (is(w, "{") || is(w, "(") || is(w, "["))
            nest(l, w->text.at[0]);
        else if (is(w, "end") || is(w, "until") || is(w, "}") || is(w, ")") || is(w, "]"))
            leave(l);
        l->at++;
    }
}

/* check(SUBJECT, LAW): functions that it calls have the same names for the same things. */
static void find_check(struct linter *l)
{
    for (size_t i = 1; i < l->count; i++) {
        bool named = is(word(l, i), "check") && is(word(l, i - 1), "function");
        bool field = is(word(l, i), "check") && is(word(l, i + 1), "=") &&
                     is(word(l, i + 2), "function");
        size_t open = i + (field ? 3 : 1);
        if ((!named && !field) || !is(word(l, open), "("))
            continue;
        if (word(l, open + 1)->kind == WORD_NAME)
            l->subject = word(l, open + 1)->text;
        if (is(word(l, open + 2), ","))
            l->law = word(l, open + 3)->text;
    }
}

/* --- the manifest --- */

static bool mentions(struct text expression, struct text name)
{
    for (size_t i = 0; i + name.len <= expression.len; i++) {
        char before = i ? expression.at[i - 1] : ' ';
        char after = i + name.len < expression.len ? expression.at[i + name.len] : ' ';
        bool whole =
            !strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.", before) &&
            !strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", after);
        if (whole && memcmp(expression.at + i, name.at, name.len) == 0)
            return true;
    }
    return false;
}

static bool manifest_mentions(const struct plugin *p, struct text name)
{
    bool found = mentions(p->where, name) || mentions(p->having, name) || mentions(p->within, name);
    for (size_t i = 0; i < p->group_count; i++)
        found |= mentions(p->group_by[i], name);
    for (size_t i = 0; i < p->sum_count; i++)
        found |= mentions(p->sums[i].text, name);
    return found;
}

static void lint_manifest(struct linter *l)
{
    const struct plugin *p = l->plugin;
    for (size_t i = 0; i < p->param_count; i++)
        if (!l->used[i] && !manifest_mentions(p, p->params[i].name)) {
            l->found++;
            diag_warning(l->diags, (struct span){p->source, 0, 0}, "plugin-unused-parameter",
                         TEXT("use it, or take it out"), "nothing uses the parameter \"%.*s\"",
                         TEXT_ARG(p->params[i].name));
        }
    if (l->has_where)
        return;
    l->found++;
    diag_warning(l->diags, (struct span){p->source, 0, 0}, "plugin-no-where",
                 TEXT("where = \"CONDITION\" picks the candidates without calling Lua"),
                 "no `where`: check() is called for every record");
}

size_t plugin_lint(struct diags *d, const struct plugin *p, const struct lint_record *record)
{
    struct linter l = {.arena = ARENA("lint"), .diags = d, .plugin = p, .record = record};
    l.count = lua_words(&l.arena, p->source, &l.words);
    l.used = arena_array(&l.arena, p->param_count + 1, bool);
    find_check(&l);
    while (word(&l, l.at)->kind != WORD_END)
        lint_word(&l);
    lint_manifest(&l);
    arena_free(&l.arena);
    return l.found;
}
