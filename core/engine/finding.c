/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "base/digest.h"
#include "engine/making.h"

const char *outcome_name(enum outcome o)
{
    static const char *const names[] = {"clear", "exempt", "undetermined", "indicator",
                                        "violation"};
    return names[o];
}

struct context row_context(struct run *r, const struct task *t, const struct batch *b, size_t row)
{
    struct value basis = batch_value(b, row, t->basis);
    return (struct context){
        .law = r->plan->law,
        .jurisdiction = t->rule->jurisdiction->id,
        .batch = b,
        .row = row,
        .on_known = basis.knowledge == VALUE_KNOWN,
        .on = (day)(basis.knowledge == VALUE_KNOWN ? basis.number : 0),
        .arena = &r->arena,
    };
}

struct record_at row_place(const struct task *t, const struct batch *b, size_t row)
{
    struct record_at at = {.file = b->file, .line = b->line[row]};
    struct value ref = {0};
    if (t->record->reference != SIZE_MAX)
        ref = batch_value(b, row, t->record->reference);
    if (ref.knowledge == VALUE_KNOWN)
        at.ref = ref.text;
    return at;
}

void row_actors(struct arena *a, const struct task *t, const struct batch *b, size_t row,
                struct actor **actors, size_t *count)
{
    for (size_t i = 0; i < t->record->actor_count; i++) {
        struct text role = t->record->actors[i];
        const struct field *f = record_field(t->record,
                                             arena_format(a, "%.*s.name", TEXT_ARG(role)));
        struct value v = {0};
        if (f)
            v = batch_value(b, row, f->index);
        if (v.knowledge == VALUE_KNOWN)
            *arena_push(a, actors, count) = (struct actor){role, arena_copy(a, v.text)};
    }
}

static bool has_fact(const struct finding *f, struct text name)
{
    for (size_t i = 0; i < f->fact_count; i++)
        if (text_equal(f->facts[i].name, name))
            return true;
    return false;
}

/* The fields that the conditions used, as far as the filing says something about them. */
static void add_fields(struct run *r, struct finding *f, const struct context *c)
{
    const struct task *t = f->task;
    for (size_t i = 0; i < t->field_count; i++) {
        struct value v = batch_value(c->batch, c->row, t->fields[i]->index);
        if (v.knowledge != VALUE_UNKNOWN && !has_fact(f, t->fields[i]->path))
            *arena_push(&r->arena, &f->facts, &f->fact_count) = (struct fact){t->fields[i]->path,
                                                                              v};
    }
}

void finding_fill_law(struct run *r, struct finding *f, const struct context *c)
{
    const struct task *t = f->task;
    f->on_known = c->on_known;
    f->on = c->on;
    f->confidence = c->on_known ? task_confidence(t, c->on)
                                : task_confidence(t, t->rule->force.from);
    for (size_t i = 0; c->on_known && i < t->parameter_count; i++) {
        const struct parameter_version *v = parameter_at(t->parameters[i], c->on);
        if (v)
            *arena_push(&r->arena, &f->law, &f->law_count) = (struct law_used){t->parameters[i], v};
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

/* The same record gives the same text wherever it stands: its own reference, or all that it says.
 */
static struct text record_key(struct run *r, const struct task *t, const struct context *c)
{
    struct record_at at = row_place(t, c->batch, c->row);
    struct text key = TEXT("");
    if (at.ref.len)
        return arena_format(&r->arena, "ref:%.*s", TEXT_ARG(at.ref));
    for (size_t i = 0; i < t->record->field_count; i++) {
        struct value v = batch_value(c->batch, c->row, i);
        struct text printed = value_print(&r->arena, &v);
        if (v.knowledge != VALUE_UNKNOWN)
            key = arena_format(&r->arena, "%.*s%.*s=%.*s\n", TEXT_ARG(key),
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

void finding_fill_row(struct run *r, struct finding *f, const struct context *c)
{
    const struct task *t = f->task;
    f->records = arena_make(&r->arena, struct record_at);
    f->records[0] = row_place(t, c->batch, c->row);
    f->record_count = 1;
    f->count = 1;
    row_actors(&r->arena, t, c->batch, c->row, &f->actors, &f->actor_count);
    if (t->record->amount != SIZE_MAX) {
        struct value v = batch_value(c->batch, c->row, t->record->amount);
        f->amount_known = v.knowledge == VALUE_KNOWN;
        f->amount = v;
        struct text path = t->record->fields[t->record->amount].path;
        if (f->amount_known && !has_fact(f, path))
            *arena_push(&r->arena, &f->facts, &f->fact_count) = (struct fact){path, v};
    }
    add_fields(r, f, c);
    finding_fill_law(r, f, c);
    add_due(f, c);
    finding_fingerprint(f, record_key(r, t, c));
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

bool finding_judge(struct run *r, struct finding *f, const struct context *c,
                   const struct facts_source *subject)
{
    struct task_state *state = &r->states[f->task - r->plan->tasks];
    struct law_view view = {f->task, c};
    struct facts_source law = {&view, find_in_law};
    struct verdict v = {0};
    enum outcome most = f->task->rule->is_violation ? OUTCOME_VIOLATION : OUTCOME_INDICATOR;
    if (!plugin_check(r->plan->host, r->diags, f->task->plugin, subject, &law, most, &r->arena,
                      &v)) {
        diag_note(r->diags, f->task->rule->span,
                  "rule \"%.*s\" failed and is off; other rules went on",
                  TEXT_ARG(f->task->rule->id));
        state->tally.failed = true;
        return false;
    }
    f->outcome = v.outcome;
    f->facts = v.facts;
    f->fact_count = v.fact_count;
    f->because = v.because;
    return true;
}

/* --- counting --- */

static void add_amount(struct run *r, struct tally *t, const struct value *amount)
{
    size_t i = 0;
    while (i < t->amount_count && t->amounts[i].currency != amount->currency)
        i++;
    if (i == t->amount_count)
        arena_push(&r->kept, &t->amounts, &t->amount_count)->currency = amount->currency;
    total_add(&t->amounts[i], amount->number, value_most(amount));
}

void finding_emit(struct run *r, struct finding *f)
{
    struct tally *t = &r->states[f->task - r->plan->tasks].tally;
    if (f->outcome == OUTCOME_CLEAR)
        return;
    if (f->confidence == CONFIDENCE_LOW && !r->options.include_low) {
        t->withheld++;
        return;
    }
    t->outcomes[f->outcome]++;
    if (f->outcome >= OUTCOME_INDICATOR && f->amount_known)
        add_amount(r, t, &f->amount);
    r->sink(r->owner, f);
}
