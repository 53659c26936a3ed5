/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>
#include <unistd.h>

#include "engine/plan_making.h"
#include "rule/rising.h"

struct making {
    struct plan *plan;
    struct diags *diags;
    const char *folder;
    const struct rule *rule;
    struct task *task;
    enum identity_level identity;
};

static struct scope scope_of(struct making *m, const struct record_type *record)
{
    return (struct scope){
        .arena = &m->plan->arena,
        .diags = m->diags,
        .law = m->task->law,
        .vocabulary = m->plan->vocabulary,
        .jurisdiction = m->rule->jurisdiction->id,
        .record = record,
        .bindings = m->task->bindings,
        .binding_count = m->task->binding_count,
        .source_names = &m->plan->source_names,
        .source_count = &m->plan->source_count,
        .regexes = &m->plan->regexes,
        .regex_count = &m->plan->regex_count,
        .identity = m->identity,
        .on = m->rule->force.from,
    };
}

/* --- the plugin --- */

struct text plugin_path(struct arena *a, const struct lawbase *law, const char *folder,
                        struct text name)
{
    struct text own = arena_format(a, "%.*s/plugins/%.*s.lua", TEXT_ARG(law->add_on),
                                   TEXT_ARG(name));
    if (law->add_on.len && access(own.at, F_OK) == 0)
        return own;
    return arena_format(a, "%s/%.*s.lua", folder, TEXT_ARG(name));
}

static const struct plugin *find_plugin(struct making *m)
{
    struct plan *p = m->plan;
    for (size_t i = 0; i < p->plugin_count; i++)
        if (text_equal(p->plugins[i]->name, m->rule->plugin))
            return p->plugins[i];
    bool reported = false;
    for (size_t i = 0; i < p->unloadable_count; i++)
        reported |= text_equal(p->unloadable[i], m->rule->plugin);
    struct text path = plugin_path(&p->arena, p->law, m->folder, m->rule->plugin);
    struct plugin *loaded = reported ? NULL : plugin_load(p->host, &p->arena, m->diags, path.at);
    if (!loaded) {
        *arena_push(&p->arena, &p->unloadable, &p->unloadable_count) = m->rule->plugin;
        diag_note(m->diags, m->rule->plugin_span, "rule \"%.*s\" needs this plugin; it cannot run",
                  TEXT_ARG(m->rule->id));
        return NULL;
    }
    *arena_push(&p->arena, &p->plugins, &p->plugin_count) = loaded;
    return loaded;
}

/* An expression that a plugin brings: errors point into the Lua file where it stands. */
static struct expression plugin_expression(const struct plugin *p, struct text t)
{
    struct text body = p->source ? p->source->body : TEXT("");
    const char *at = t.len ? memmem(body.at, body.len, t.at, t.len) : NULL;
    uint32_t begin = at ? (uint32_t)(at - body.at) : 0;
    return (struct expression){t, {p->source, begin, begin + (uint32_t)t.len}};
}

/* --- parameters of the plugin --- */

static enum type kind_type(enum param_kind kind)
{
    switch (kind) {
    case PARAM_MONEY:
        return TYPE_MONEY;
    case PARAM_SHARE:
        return TYPE_SHARE;
    case PARAM_DURATION:
        return TYPE_DURATION;
    case PARAM_NUMBER:
        return TYPE_NUMBER;
    case PARAM_CONDITION:
        return TYPE_BOOL;
    default:
        return TYPE_TEXT;
    }
}

static struct term *literal_term(struct making *m, struct expression e, struct value v)
{
    struct term *t = arena_make(&m->plan->arena, struct term);
    t->op = OP_LITERAL;
    t->type = v.type;
    t->literal = v;
    t->span = e.span;
    t->name = e.text;
    return t;
}

static struct term *compile_param(struct making *m, const struct param *p, struct expression e)
{
    struct scope s = scope_of(m, m->task->record);
    struct value v;
    s.binding_count = 0;
    if (p->kind == PARAM_TEXT || p->kind == PARAM_PERIOD) {
        v = (struct value){.type = TYPE_TEXT, .knowledge = VALUE_KNOWN, .text = e.text};
        return literal_term(m, e, v);
    }
    if (p->kind == PARAM_EXPRESSION)
        return term_compile(&s, e);
    enum type type = kind_type(p->kind);
    if (type != TYPE_BOOL && value_read(&m->plan->arena, type, e.text, &v))
        return literal_term(m, e, v);
    return term_compile_as(&s, e, type);
}

static const struct argument *find_argument(const struct rule *r, struct text name)
{
    for (size_t i = 0; i < r->with_count; i++)
        if (text_equal(r->with[i].name, name))
            return &r->with[i];
    return NULL;
}

static bool bind_param(struct making *m, const struct param *p)
{
    const struct argument *a = find_argument(m->rule, p->name);
    struct binding *b = &m->task->bindings[m->task->binding_count];
    if (!a && !p->has_default)
        return diag_error(
            m->diags, m->rule->plugin_span, "rule-missing-parameter",
            arena_format(&m->plan->arena, "%.*s: %.*s", TEXT_ARG(p->name), TEXT_ARG(p->doc)),
            "plugin \"%.*s\" needs the parameter \"%.*s\"", TEXT_ARG(m->rule->plugin),
            TEXT_ARG(p->name));
    b->name = p->name;
    b->term = compile_param(m, p, a ? a->value : plugin_expression(m->task->plugin, p->standard));
    if (!b->term)
        return false;
    m->task->binding_count++;
    return true;
}

static bool bind_params(struct making *m)
{
    const struct plugin *p = m->task->plugin;
    struct text *names = arena_array(&m->plan->arena, p->param_count + 1, struct text);
    bool ok = true;
    m->task->bindings = arena_array(&m->plan->arena, p->param_count + p->sum_count + 1,
                                    struct binding);
    for (size_t i = 0; i < p->param_count; i++) {
        names[i] = p->params[i].name;
        ok &= bind_param(m, &p->params[i]);
    }
    for (size_t i = 0; i < m->rule->with_count; i++) {
        const struct argument *a = &m->rule->with[i];
        bool known = false;
        for (size_t k = 0; k < p->param_count; k++)
            known |= text_equal(a->name, names[k]);
        if (!known)
            ok = diag_error(m->diags, a->name_span, "rule-unknown-parameter",
                            diag_did_you_mean(&m->plan->arena, a->name, names, p->param_count),
                            "plugin \"%.*s\" has no parameter \"%.*s\"", TEXT_ARG(p->name),
                            TEXT_ARG(a->name));
    }
    return ok;
}

/* --- conditions --- */

static struct term *join_terms(struct arena *a, enum operation op, struct term *first,
                               struct term *second)
{
    struct term *t = arena_make(a, struct term);
    *t = (struct term){.op = op, .type = TYPE_BOOL, .span = first->span};
    t->args = arena_array(a, 2, struct term *);
    t->args[t->arg_count++] = first;
    if (second)
        t->args[t->arg_count++] = second;
    return t;
}

/* What the plugin asks, and in a transition whether the record is one that it spares. */
static bool compile_where(struct making *m)
{
    struct task *t = m->task;
    struct scope s = scope_of(m, t->record);
    struct arena *a = &m->plan->arena;
    t->where = term_compile_as(&s, plugin_expression(t->plugin, t->plugin->where), TYPE_BOOL);
    if (!t->where || m->rule->transition == TRANSITION_NONE)
        return t->where != NULL;
    struct term *spared = term_compile_as(&s, m->rule->spared, TYPE_BOOL);
    if (spared && m->rule->transition == TRANSITION_NEW)
        spared = join_terms(a, OP_NOT, spared, NULL);
    t->where = spared ? join_terms(a, OP_AND, t->where, spared) : NULL;
    return t->where != NULL;
}

static bool compile_exceptions(struct making *m)
{
    struct scope s = scope_of(m, m->task->record);
    bool ok = true;
    m->task->unless = arena_array(&m->plan->arena, m->rule->unless_count, struct term *);
    for (size_t i = 0; i < m->rule->unless_count; i++) {
        m->task->unless[i] = term_compile_as(&s, m->rule->unless[i].when, TYPE_BOOL);
        ok &= m->task->unless[i] != NULL;
    }
    return ok;
}

static bool compile_groups(struct making *m)
{
    const struct plugin *p = m->task->plugin;
    struct task *t = m->task;
    struct scope s = scope_of(m, t->record);
    bool ok = true;
    t->keys = arena_array(&m->plan->arena, p->group_count, struct term *);
    t->sums = arena_array(&m->plan->arena, p->sum_count, struct sum);
    for (size_t i = 0; i < p->group_count; i++) {
        t->keys[i] = term_compile_as(&s, plugin_expression(p, p->group_by[i]), TYPE_KEY);
        ok &= t->keys[i] != NULL;
    }
    for (size_t i = 0; i < p->sum_count; i++) {
        struct sum *sum = &t->sums[i];
        *sum = (struct sum){.name = p->sums[i].name,
                            .distinct = p->sums[i].distinct,
                            .largest = p->sums[i].largest,
                            .of = p->sums[i].of};
        struct expression e = plugin_expression(p, p->sums[i].text);
        sum->term = sum->distinct ? term_compile_as(&s, e, TYPE_KEY) : term_compile(&s, e);
        sum->type = sum->distinct || !sum->term ? TYPE_NUMBER : sum->term->type;
        t->counts_distinct |= sum->distinct;
        t->asks_shares |= sum->largest;
        ok &= sum->term != NULL;
    }
    t->key_count = p->group_count;
    t->sum_count = p->sum_count;
    return ok;
}

static bool is_span(struct making *m, struct span at, const struct value *v)
{
    return v->knowledge != VALUE_KNOWN || v->duration.days > 0 || v->duration.months > 0 ||
           diag_error(m->diags, at, "rule-window", TEXT("at least 1 day"),
                      "no record lies within 0 days");
}

/* The window is a span in figures or a limit of the law: the same for all records of a day. */
static bool compile_window(struct making *m)
{
    struct task *t = m->task;
    const struct plugin *p = t->plugin;
    if (!p->within.len)
        return true;
    struct scope s = scope_of(m, NULL);
    struct expression e = plugin_expression(p, p->within);
    t->window = term_compile_as(&s, e, TYPE_DURATION);
    if (!t->window)
        return false;
    const struct argument *a = find_argument(m->rule, p->within);
    if (t->window->op == OP_LITERAL)
        return is_span(m, a ? a->value.span : t->window->span, &t->window->literal);
    if (t->window->op != OP_PARAMETER)
        return diag_error(m->diags, t->window->span, "rule-window",
                          TEXT("30 days, or the name of a limit"),
                          "a window is a span of time in figures, or a limit");
    bool ok = true;
    const struct parameter *length = t->window->parameter;
    for (size_t i = 0; i < length->version_count; i++)
        ok &= is_span(m, length->versions[i].span, &length->versions[i].value);
    return ok;
}

/* `having` sees the parameters, the sums and `count`, no fields. */
static bool compile_having(struct making *m)
{
    struct task *t = m->task;
    size_t params = t->binding_count;
    for (size_t i = 0; i < t->sum_count; i++)
        t->bindings[t->binding_count++] = (struct binding){
            .name = t->sums[i].name, .type = t->sums[i].type, .slot = i};
    t->bindings[t->binding_count++] = (struct binding){
        .name = TEXT("count"), .type = TYPE_NUMBER, .slot = t->sum_count};
    struct scope s = scope_of(m, NULL);
    t->having = term_compile_as(&s, plugin_expression(t->plugin, t->plugin->having), TYPE_BOOL);
    t->binding_count = params;
    t->may_fall = t->having && !term_only_rises(t->having);
    return t->having != NULL;
}

static bool find_date(struct making *m, struct text name, struct span span, size_t *index)
{
    const struct field *f = record_field(m->task->record, name);
    if (!f || f->type != TYPE_DATE)
        return diag_error(m->diags, span, "rule-not-a-date", TEXT(""),
                          "\"%.*s\" is not a date of a \"%.*s\"", TEXT_ARG(name),
                          TEXT_ARG(m->task->record->name));
    *index = f->index;
    return true;
}

static bool compile_consequence(struct making *m)
{
    const struct consequence *c = &m->rule->consequence;
    struct task *t = m->task;
    struct scope s = scope_of(m, t->record);
    struct value v;
    t->due_from = t->basis;
    if (c->from.len && !find_date(m, c->from, c->from_span, &t->due_from))
        return false;
    if (!c->within.len)
        return true;
    struct expression e = {c->within, c->within_span};
    t->within = value_read(&m->plan->arena, TYPE_DURATION, c->within, &v)
                    ? literal_term(m, e, v)
                    : term_compile_as(&s, e, TYPE_DURATION);
    return t->within != NULL;
}

/* --- what a task rests on --- */

/* A condition stands both under its parameter's name and where it is used. */
static bool asks_already(struct making *m, const struct term *t)
{
    struct text asked = term_print(&m->plan->arena, t);
    for (size_t i = 0; i < m->task->listed_count; i++)
        if (text_equal(term_print(&m->plan->arena, m->task->listed[i]), asked))
            return true;
    return false;
}

static void note_use(const struct term *t, void *owner)
{
    struct making *m = owner;
    struct task *task = m->task;
    task->uses_definition |= t->definition != NULL;
    task->uses_calendar |= t->op == OP_CALL && t->arg_count > 0 && t->args[0]->type == TYPE_DATE;
    if (t->actor && !asks_already(m, t))
        *arena_push(&m->plan->arena, &task->listed, &task->listed_count) = t;
    for (size_t i = 0; t->parameter && i < task->parameter_count; i++)
        if (task->parameters[i] == t->parameter)
            return;
    if (t->parameter)
        *arena_push(&m->plan->arena, &task->parameters, &task->parameter_count) = t->parameter;
    for (size_t i = 0; t->field && i < task->field_count; i++)
        if (task->fields[i] == t->field)
            return;
    if (t->field)
        *arena_push(&m->plan->arena, &task->fields, &task->field_count) = t->field;
}

static void note_uses(struct making *m)
{
    struct task *t = m->task;
    term_walk(t->where, note_use, m);
    for (size_t i = 0; i < m->rule->unless_count; i++)
        term_walk(t->unless[i], note_use, m);
    for (size_t i = 0; i < t->key_count; i++)
        term_walk(t->keys[i], note_use, m);
    if (t->having)
        term_walk(t->having, note_use, m);
    if (t->window)
        term_walk(t->window, note_use, m);
    for (size_t i = 0; i < t->binding_count; i++)
        term_walk(t->bindings[i].term, note_use, m);
    if (t->within)
        term_walk(t->within, note_use, m);
}

/* Conditions that several rules share are worked out once. */
static void note_shared(struct making *m)
{
    struct task *t = m->task;
    struct sharing_place at = {m->rule->jurisdiction->id, t->basis, t->law->calendar};
    sharing_add(m->plan->sharing, t->where, &at);
    for (size_t i = 0; i < m->rule->unless_count; i++)
        sharing_add(m->plan->sharing, t->unless[i], &at);
    if (t->having)
        sharing_add(m->plan->sharing, t->having, &at);
}

static void find_key_actor(const struct term *key, struct text role, bool *found)
{
    size_t dot = text_find(key->name, '.');
    bool is_name = key->op == OP_FIELD && text_equal(text_slice(key->name, 0, dot), role) &&
                   text_equal(text_slice(key->name, dot, key->name.len), TEXT(".name"));
    *found |= is_name || (term_is_call(key, "identity") && text_equal(key->args[0]->name, role));
    for (size_t i = 0; term_is_call(key, "pair") && i < key->arg_count; i++)
        find_key_actor(key->args[i], role, found);
}

static void find_actors(struct making *m)
{
    const struct record_type *r = m->task->record;
    struct arena *a = &m->plan->arena;
    m->task->actor_names = arena_array(a, r->actor_count, size_t);
    m->task->vocabulary = m->plan->vocabulary;
    m->task->actor_kinds = arena_array(a, r->actor_count, size_t);
    m->task->actor_grouped = arena_array(a, r->actor_count, bool);
    for (size_t i = 0; i < r->actor_count; i++) {
        for (size_t k = 0; k < m->task->key_count; k++)
            find_key_actor(m->task->keys[k], r->actors[i], &m->task->actor_grouped[i]);
        struct text kind = m->plan->vocabulary->recognition.kind;
        const struct field *f = record_field(r,
                                             arena_format(a, "%.*s.name", TEXT_ARG(r->actors[i])));
        m->task->actor_names[i] = f ? f->index : SIZE_MAX;
        f = record_field(r, arena_format(a, "%.*s.%.*s", TEXT_ARG(r->actors[i]), TEXT_ARG(kind)));
        m->task->actor_kinds[i] = f ? f->index : SIZE_MAX;
    }
}

static bool find_provisions(struct making *m)
{
    struct task *t = m->task;
    bool ok = true;
    t->provisions = arena_array(&m->plan->arena, m->rule->provision_count,
                                const struct provision *);
    for (size_t i = 0; i < m->rule->provision_count; i++) {
        const struct provision *p = provision_find(t->law, m->rule->provisions[i]);
        if (p)
            t->provisions[t->provision_count++] = p;
        else
            ok = diag_error(m->diags, m->rule->provision_spans[i], "law-dangling-citation",
                            TEXT(""), "no provision \"%.*s\"", TEXT_ARG(m->rule->provisions[i]));
    }
    return ok;
}

/* --- a task --- */

static bool make_task(struct making *m)
{
    struct task *t = m->task;
    const struct rule *r = m->rule;
    t->rule = r;
    t->plugin = find_plugin(m);
    if (!t->plugin)
        return false;
    t->record = vocabulary_record(m->plan->vocabulary, t->plugin->record);
    if (!t->record)
        return diag_error(m->diags, plugin_expression(t->plugin, t->plugin->record).span,
                          "plugin-unknown-record", TEXT("see lawbase/vocabulary.yaml"),
                          "plugin \"%.*s\" is about \"%.*s\", which is no record type",
                          TEXT_ARG(t->plugin->name), TEXT_ARG(t->plugin->record));
    t->basis = t->record->date;
    if (r->basis.len && !find_date(m, r->basis, r->basis_span, &t->basis))
        return false;
    if (t->basis == SIZE_MAX)
        return diag_error(m->diags, r->span, "rule-without-basis", TEXT("add \"basis: FIELD\""),
                          "no date decides which law applies");
    if (!bind_params(m))
        return false;
    if (!compile_where(m) || !compile_exceptions(m) || !compile_groups(m) ||
        (t->key_count > 0 && !(compile_window(m) && compile_having(m))) ||
        !compile_consequence(m) || !find_provisions(m))
        return false;
    note_uses(m);
    note_shared(m);
    find_actors(m);
    if (r->is_violation && t->listed_count)
        return diag_error(m->diags, r->span, "rule-listed-violation",
                          TEXT("write \"severity: indicator\""),
                          "that a register lists a name like it is never a violation");
    return true;
}

void plan_compile(struct plan *p, struct diags *d, const struct plan_terms *terms, size_t which,
                  const struct rule *r, bool *ok)
{
    struct making m = {.plan = p, .diags = d, .folder = terms->plugin_folder, .rule = r};
    m.task = &p->tasks[p->task_count];
    *m.task = (struct task){.law = terms->laws[which], .leader = p->task_count};
    m.task->variants.words[which / 64] |= (uint64_t)1 << which % 64;
    if (make_task(&m))
        p->task_count++;
    else
        *ok = false;
}

void plan_begin(struct plan *p, const struct plan_terms *terms)
{
    size_t most = 0;
    for (size_t i = 0; i < terms->law_count; i++)
        most += terms->laws[i]->rule_count;
    *p = (struct plan){.arena = ARENA("plan"),
                       .law = terms->laws[0],
                       .laws = terms->laws,
                       .law_count = terms->law_count,
                       .vocabulary = terms->vocabulary,
                       .host = terms->host,
                       .sharing = sharing_new()};
    p->tasks = arena_array(&p->arena, 2 * most, struct task); /* each may have a broader one */
}

bool plan_make(struct plan *p, struct diags *d, const struct lawbase *law,
               const struct vocabulary *vocabulary, struct host *host, const char *plugin_folder,
               const struct rule *only)
{
    struct plan_terms terms = {NULL, 1, vocabulary, host, plugin_folder};
    bool ok = true;
    terms.laws = &law;
    plan_begin(p, &terms);
    const struct lawbase **own = arena_array(&p->arena, 1, const struct lawbase *);
    own[0] = law;
    p->laws = own;
    for (size_t i = 0; i < law->rule_count; i++)
        if (!only || text_equal(only->id, law->rules[i]->id))
            plan_compile(p, d, &terms, 0, law->rules[i], &ok);
    p->all_count = p->task_count;
    return ok;
}

/* --- joining more broadly --- */

static bool joins_actors(const struct task *t)
{
    bool joins = false;
    for (size_t i = 0; i < t->key_count; i++)
        joins |= t->keys[i]->identity != NULL;
    for (size_t i = 0; i < t->sum_count; i++)
        joins |= t->sums[i].term->identity != NULL;
    return joins;
}

bool plan_add_broader(struct plan *p, struct diags *d, const char *plugin_folder)
{
    bool ok = true;
    if (p->vocabulary->joins == IDENTITY_BROAD)
        return true;
    for (size_t i = 0; i < p->task_count; i++) {
        const struct task *t = &p->tasks[i];
        if (!joins_actors(t))
            continue;
        struct making m = {.plan = p,
                           .diags = d,
                           .folder = plugin_folder,
                           .rule = t->rule,
                           .task = &p->tasks[p->all_count],
                           .identity = p->vocabulary->joins + 1};
        *m.task = (struct task){.law = t->law, .variants = t->variants, .leader = p->all_count};
        if (make_task(&m))
            p->all_count++;
        else
            ok = false;
    }
    return ok;
}

bool plan_is_broader(const struct plan *p, const struct task *t)
{
    return t >= p->tasks + p->task_count;
}

bool plan_has_broader(const struct plan *p, const struct task *t)
{
    return p->all_count > p->task_count && joins_actors(t);
}

void plan_free(struct plan *p)
{
    for (size_t i = 0; i < p->regex_count; i++)
        regex_free(p->regexes[i]);
    sharing_free(p->sharing);
    arena_free(&p->arena);
    *p = (struct plan){0};
}
