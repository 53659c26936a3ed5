/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "base/digest.h"
#include "engine/judge.h"

const char *outcome_name(enum outcome o)
{
    static const char *const names[] = {"clear", "exempt", "undetermined", "indicator",
                                        "violation"};
    return names[o];
}

struct context row_context(struct judge *j, const struct task *t, const struct batch *b, size_t row)
{
    struct value basis = batch_value(b, row, t->basis);
    return (struct context){
        .law = t->law,
        .registers = j->plan->registers,
        .search = j->search,
        .jurisdiction = t->rule->jurisdiction->id,
        .batch = b,
        .row = row,
        .on_known = basis.knowledge == VALUE_KNOWN,
        .on = (day)(basis.knowledge == VALUE_KNOWN ? basis.number : 0),
        .arena = &j->arena,
    };
}

struct record_at row_place(const struct task *t, const struct batch *b, size_t row)
{
    struct record_at at = {.file = b->file, .line = b->line[row], .filed = b->jurisdiction};
    struct value ref = {0};
    if (t->record->reference != SIZE_MAX)
        ref = batch_value(b, row, t->record->reference);
    if (ref.knowledge == VALUE_KNOWN)
        at.ref = ref.text;
    return at;
}

bool row_actor_is_body(const struct task *t, const struct batch *b, size_t row, size_t actor)
{
    size_t field = t->actor_kinds[actor];
    struct value v = {0};
    if (field != SIZE_MAX)
        v = batch_value(b, row, field);
    if (v.knowledge != VALUE_KNOWN)
        return false;
    for (size_t i = 0; i < t->vocabulary->recognition.person_count; i++)
        if (text_equal(v.text, t->vocabulary->recognition.persons[i]))
            return false;
    return true;
}

void row_actors(struct arena *a, const struct task *t, const struct batch *b, size_t row,
                struct actor **actors, size_t *count)
{
    for (size_t i = 0; i < t->record->actor_count; i++) {
        struct value v = {0};
        if (t->actor_names[i] != SIZE_MAX)
            v = batch_value(b, row, t->actor_names[i]);
        if (v.knowledge == VALUE_KNOWN)
            *arena_push(a, actors, count) = (struct actor){t->record->actors[i], v.text,
                                                           row_actor_is_body(t, b, row, i)};
    }
}

static bool has_fact(const struct finding *f, struct text name)
{
    for (size_t i = 0; i < f->fact_count; i++)
        if (text_equal(f->facts[i].name, name))
            return true;
    return false;
}

/* donor_kind for donor.kind: names of Lua have no dots. */
static bool is_path_in_lua(struct text name, struct text path)
{
    bool same = name.len == path.len;
    for (size_t i = 0; same && i < name.len; i++)
        same = name.at[i] == path.at[i] || (name.at[i] == '_' && path.at[i] == '.');
    return same;
}

/* A code, a country and several countries are texts in Lua. */
static bool same_value(struct arena *a, const struct value *x, const struct value *y)
{
    bool same = x->type == y->type || (x->type == TYPE_TEXT && type_is_text(y->type));
    return same && x->knowledge == y->knowledge && text_equal(value_print(a, x), value_print(a, y));
}

/* What a plugin tells of a field has the field's name, so that nothing is told twice. */
static void name_fields(struct judge *j, struct finding *f, const struct context *c)
{
    const struct record_type *r = f->task->record;
    for (size_t i = 0; i < f->fact_count; i++)
        for (size_t k = 0; k < r->field_count; k++) {
            if (!is_path_in_lua(f->facts[i].name, r->fields[k].path))
                continue;
            struct value v = batch_value(c->batch, c->row, k);
            if (same_value(&j->arena, &f->facts[i].value, &v))
                f->facts[i] = (struct fact){r->fields[k].path, v};
        }
}

/* The fields that the conditions used, as far as the filing says something about them. */
static void add_fields(struct judge *j, struct finding *f, const struct context *c)
{
    const struct task *t = f->task;
    for (size_t i = 0; i < t->field_count; i++) {
        struct value v = batch_value(c->batch, c->row, t->fields[i]->index);
        if (v.knowledge != VALUE_UNKNOWN && !has_fact(f, t->fields[i]->path))
            *arena_push(&j->arena, &f->facts, &f->fact_count) = (struct fact){t->fields[i]->path,
                                                                              v};
    }
}

void finding_fill_law(struct judge *j, struct finding *f, const struct context *c)
{
    const struct task *t = f->task;
    f->on_known = c->on_known;
    f->on = c->on;
    f->confidence = task_confidence(t, task_day(t, c->on_known, c->on));
    for (size_t i = 0; c->on_known && i < t->parameter_count; i++) {
        const struct parameter_version *v = parameter_at(t->parameters[i], c->on);
        if (v)
            *arena_push(&j->arena, &f->law, &f->law_count) = (struct law_used){t->parameters[i], v};
    }
}

static void add_due(struct finding *f, const struct context *c)
{
    const struct task *t = f->task;
    if (!t->within)
        return;
    struct value from = batch_value(c->batch, c->row, t->due_from);
    struct value within = term_value(t->within, c);
    f->due_known = from.knowledge == VALUE_KNOWN && within.knowledge == VALUE_KNOWN;
    if (f->due_known)
        f->due = day_add((day)from.number, within.duration, 1);
}

/* What the rule's conditions saw in registers of owners. */
static void add_holdings(struct finding *f, const struct context *c)
{
    const struct task *t = f->task;
    term_holdings(t->where, c, &f->holdings, &f->holding_count, &f->holdings_left_out);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        term_holdings(t->unless[i], c, &f->holdings, &f->holding_count, &f->holdings_left_out);
}

/* The same record gives the same text wherever it stands: its own reference, or all that it says.
 */
static struct text record_key(struct judge *j, const struct task *t, const struct context *c)
{
    struct record_at at = row_place(t, c->batch, c->row);
    struct text key = TEXT("");
    if (at.ref.len)
        return arena_format(&j->arena, "ref:%.*s", TEXT_ARG(at.ref));
    for (size_t i = 0; i < t->record->field_count; i++) {
        struct value v = batch_value(c->batch, c->row, i);
        struct text printed = value_print(&j->arena, &v);
        if (v.knowledge != VALUE_UNKNOWN)
            key = arena_format(&j->arena, "%.*s%.*s=%.*s\n", TEXT_ARG(key),
                               TEXT_ARG(t->record->fields[i].path), TEXT_ARG(printed));
    }
    return key;
}

void finding_fingerprint(struct finding *f, struct text key)
{
    struct digest d;
    char hex[DIGEST_TEXT_SIZE];
    digest_init(&d);
    digest_add(&d, f->task->rule->id);
    digest_add(&d, key);
    memcpy(f->fingerprint, digest_end(&d, 16, hex), sizeof f->fingerprint);
}

/* What of an entry is of interest to who decides. */
static struct listing listing_of(struct judge *j, const struct term *t, const struct profile *who,
                                 const struct name_hit *hit)
{
    const struct name_list *names = &j->plan->registers->names;
    const struct listed *e = &names->items[name_list_entry(names, hit->entry)];
    const struct listed *met = &names->items[hit->entry];
    return (struct listing){.role = t->args[0]->name,
                            .name = e->who.name,
                            .alias = met == e ? TEXT("") : met->who.name,
                            .list = e->list,
                            .ref = e->ref,
                            .reason = e->reason,
                            .through = e->through,
                            .countries = e->who.countries,
                            .at = {.file = e->file, .line = e->line},
                            .from_known = e->from_known,
                            .from = e->from,
                            .to_known = e->to_known,
                            .to = e->to,
                            .score = hit->score,
                            .names = hit->names,
                            .how = name_search_explain(j->search, who, hit->entry, &j->arena)};
}

/* Of entries that say the same (a principal has many agents) the first is shown. */
static bool says_the_same(const struct finding *f, const struct listing *l)
{
    for (size_t i = 0; i < f->listing_shown; i++) {
        const struct listing *other = &f->listings[i];
        if (text_equal(other->name, l->name) && text_equal(other->list, l->list) &&
            text_equal(other->countries, l->countries) && text_equal(other->role, l->role))
            return true;
    }
    return false;
}

static void add_listings(struct judge *j, struct finding *f, const struct context *c)
{
    enum { MOST_SHOWN = 8 };
    for (size_t i = 0; i < f->task->listed_count && j->search; i++) {
        const struct term *t = f->task->listed[i];
        struct profile who;
        struct name_hits hits;
        term_listed(t, c, j->search, &who, &hits);
        f->listing_count += hits.count;
        for (size_t k = 0; k < hits.count && f->listing_shown < MOST_SHOWN; k++) {
            struct listing l = listing_of(j, t, &who, &hits.items[k]);
            if (!says_the_same(f, &l))
                *arena_push(&j->arena, &f->listings, &f->listing_shown) = l;
        }
    }
}

void finding_fill_row(struct judge *j, struct finding *f, const struct context *c)
{
    const struct task *t = f->task;
    f->records = arena_make(&j->arena, struct record_at);
    f->records[0] = row_place(t, c->batch, c->row);
    f->record_count = 1;
    f->count = 1;
    row_actors(&j->arena, t, c->batch, c->row, &f->actors, &f->actor_count);
    name_fields(j, f, c);
    if (t->record->amount != SIZE_MAX) {
        struct value v = batch_value(c->batch, c->row, t->record->amount);
        f->amount_known = v.knowledge == VALUE_KNOWN;
        f->amount = v;
        struct text path = t->record->fields[t->record->amount].path;
        if (f->amount_known && !has_fact(f, path))
            *arena_push(&j->arena, &f->facts, &f->fact_count) = (struct fact){path, v};
    }
    add_fields(j, f, c);
    add_listings(j, f, c);
    finding_fill_law(j, f, c);
    add_due(f, c);
    add_holdings(f, c);
    finding_fingerprint(f, record_key(j, t, c));
}

/* --- the plugin's word --- */

struct law_view {
    const struct task *task;
    const struct context *context;
};

static bool find_in_law(const void *owner, struct text name, struct value *out)
{
    const struct law_view *view = owner;
    for (size_t i = 0; i < view->task->binding_count; i++)
        if (text_equal(view->task->bindings[i].name, name)) {
            /* Of a group there is no row left: only the law's own values can be asked for. */
            const struct term *t = view->task->bindings[i].term;
            bool needs_row = t->op != OP_LITERAL && t->op != OP_PARAMETER;
            *out = (struct value){0};
            if (!needs_row || view->context->batch)
                *out = term_value(t, view->context);
            return true;
        }
    return false;
}

/* The judge's own copy of the task's plugin. */
static const struct plugin *plugin_of(const struct judge *j, const struct task *t)
{
    size_t i = 0;
    while (j->plan->plugins[i] != t->plugin)
        i++;
    return j->plugins[i];
}

static void keep_failure(struct judge *j, size_t task, const struct diags *said)
{
    struct docket *d = j->docket;
    struct failure *f = arena_push(&d->arena, &d->failures, &d->failure_count);
    f->task = task;
    diags_init(&f->messages);
    diags_take(&f->messages, said);
    d->failed[task] = true;
}

bool finding_call(struct judge *j, struct finding *f, const struct context *c,
                  const struct facts_source *subject, struct diags *said)
{
    struct law_view view = {f->task, c};
    struct facts_source law = {&view, find_in_law};
    struct verdict v = {0};
    struct diags own;
    enum outcome most = f->task->rule->is_violation ? OUTCOME_VIOLATION : OUTCOME_INDICATOR;
    diags_init(&own);
    bool ok = plugin_check(j->host, said ? said : &own, plugin_of(j, f->task), subject, &law, most,
                           &j->arena, &v);
    diags_free(&own);
    f->outcome = v.outcome;
    f->facts = v.facts;
    f->fact_count = v.fact_count;
    f->because = v.because;
    return ok;
}

static void note_cost(struct judge *j, size_t task)
{
    uint64_t instructions, bytes;
    host_spent(j->host, &instructions, &bytes);
    j->costs[task].calls++;
    j->costs[task].instructions += instructions;
    j->costs[task].bytes += bytes;
}

bool finding_judge(struct judge *j, struct finding *f, const struct context *c,
                   const struct facts_source *subject)
{
    size_t task = (size_t)(f->task - j->plan->tasks);
    struct diags said;
    diags_init(&said);
    bool ok = finding_call(j, f, c, subject, &said);
    note_cost(j, task);
    if (!ok) {
        diag_note(&said, f->task->rule->span,
                  "rule \"%.*s\" failed and is off; other rules went on",
                  TEXT_ARG(f->task->rule->id));
        keep_failure(j, task, &said);
    }
    diags_free(&said);
    return ok;
}
