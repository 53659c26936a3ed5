/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/probe.h"

#include <stdlib.h>

#include "engine/probe_filing.h"
#include "engine/run.h"

struct looking {
    const struct probing *p;
    const struct rule *rule;
    const struct task *task; /* of the rule, one of its versions */
    struct probe *out;
};

/* --- the check --- */

struct seen {
    const struct looking *looking;
    enum outcome own;
    struct probe_catch *others;
    size_t other_count;
};

static bool is_among(const struct probe_catch *list, size_t count, const struct rule *r,
                     enum outcome outcome)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(list[i].rule->id, r->id) && list[i].outcome >= outcome)
            return true;
    return false;
}

static void note_finding(void *owner, const struct finding *f)
{
    struct seen *s = owner;
    if (text_equal(f->task->rule->id, s->looking->rule->id)) {
        s->own = f->outcome > s->own ? f->outcome : s->own;
        return;
    }
    const struct probe *out = s->looking->out;
    if (f->outcome < OUTCOME_UNDETERMINED ||
        is_among(s->others, s->other_count, f->task->rule, f->outcome) ||
        is_among(out->before, out->before_count, f->task->rule, f->outcome))
        return;
    *arena_push(s->looking->p->arena, &s->others,
                &s->other_count) = (struct probe_catch){f->task->rule, f->outcome};
}

static void run_filing(const struct looking *l, struct batch *b, struct seen *s)
{
    struct run *r = run_new(l->p->plan, l->p->diags, (struct run_options){.include_low = true},
                            note_finding, s);
    struct judged_input in = {0, l->rule->jurisdiction->id};
    struct judge *judge = run_judge(r);
    run_name_input(r, in.number, b->file, b->jurisdiction);
    run_batch(r, b, &in);
    run_end_input(r, b->file);
    run_end_file(r);
    run_finish(r, &judge, 1);
    run_free(r);
}

/* False: it is no filing (a value that does not fit its field). */
static bool check_filing(const struct looking *l, const struct probe_filing *f, struct seen *s)
{
    struct batch b;
    *s = (struct seen){.looking = l, .own = OUTCOME_CLEAR};
    batch_init(&b, f->type, f->count, l->p->plan->source_names, l->p->plan->source_count);
    b.file = TEXT("probe");
    for (size_t i = 0; i < f->type->field_count; i++)
        b.columns[i].mapped = true;
    bool ok = probe_filing_fill(f, &b);
    if (ok)
        run_filing(l, &b, s);
    batch_free(&b);
    return ok;
}

/* --- ways --- */

static bool same_others(const struct way *a, const struct way *b)
{
    for (size_t i = 0; i < a->other_count; i++)
        if (!is_among(b->others, b->other_count, a->others[i].rule, a->others[i].outcome))
            return false;
    return a->other_count == b->other_count && a->outcome == b->outcome;
}

/* Another code of the same field may lead to the same. */
static bool join_way(struct looking *l, const struct way *w, struct text code)
{
    for (size_t i = 0; code.len && i < l->out->way_count; i++) {
        struct way *o = &l->out->ways[i];
        if (!text_equal(o->title, w->title) || !same_others(o, w))
            continue;
        o->also = arena_format(l->p->arena, "%.*s%s%.*s", TEXT_ARG(o->also),
                               o->also.len ? ", " : "", TEXT_ARG(code));
        return true;
    }
    return false;
}

static enum outcome gravest(const struct way *w)
{
    enum outcome most = OUTCOME_CLEAR;
    for (size_t i = 0; i < w->other_count; i++)
        most = w->others[i].outcome > most ? w->others[i].outcome : most;
    return most;
}

/* Keeps the way if it leads around the rule. One that tells the same flow in another type of record
 * leaves all rules about the old one behind: it only does if no rule finds it there. */
static void try_way(struct looking *l, struct way *w, struct text code)
{
    struct probe *out = l->out;
    struct seen seen;
    if (w->changes == 0)
        return;
    for (size_t i = 0; i < out->way_count; i++)
        if (probe_filing_equal(&out->ways[i].filing, &w->filing))
            return;
    out->tried++;
    if (!check_filing(l, &w->filing, &seen) || seen.own >= OUTCOME_UNDETERMINED)
        return;
    w->outcome = seen.own;
    w->others = seen.others;
    w->other_count = seen.other_count;
    w->number = out->way_count;
    if (w->filing.type != l->task->record && gravest(w) >= OUTCOME_INDICATOR)
        return;
    if (!join_way(l, w, code))
        *arena_push(l->p->arena, &out->ways, &out->way_count) = *w;
}

/* One field of all records gets a value. */
static void try_value(struct looking *l, struct text title, struct text path, struct text value,
                      struct text code)
{
    struct arena *a = l->p->arena;
    struct way w = {.title = title, .filing = probe_filing_copy(a, &l->out->caught)};
    for (size_t i = 0; i < w.filing.count; i++)
        w.changes += probe_field_set(a, &w.filing.records[i], path, value);
    try_way(l, &w, code);
}

/* --- out of the rule's own conditions --- */

/* The value of a limit or a literal on the day of the caught record. */
static bool limit_value(const struct looking *l, const struct term *t, struct value *out)
{
    const struct text path = l->task->record->fields[l->task->basis].path;
    const struct probe_field *f = probe_field_find(&l->out->caught.records[0], path);
    day on;
    *out = t->literal;
    if (t->op == OP_LITERAL)
        return out->knowledge == VALUE_KNOWN;
    if (t->op != OP_PARAMETER || !f || !day_read(f->value, &on))
        return false;
    const struct parameter_version *v = parameter_at(t->parameter, on);
    if (v)
        *out = v->value;
    return v && out->knowledge == VALUE_KNOWN;
}

/* At the limit, and the smallest step on either side of it. */
static void try_limit(struct looking *l, struct text path, const struct value *limit)
{
    static const struct {
        const char *title;
        int64_t more;
    } steps[] = {{"exactly the limit", 0}, {"just under the limit", -1}, {"just over it", 1}};
    struct arena *a = l->p->arena;
    size_t before = l->out->way_count;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && l->out->way_count == before; i++) {
        struct value v = *limit;
        if (v.type == TYPE_DURATION || __builtin_add_overflow(v.number, steps[i].more, &v.number))
            continue;
        try_value(l, text_of(steps[i].title), path, value_print(a, &v), TEXT(""));
    }
}

static bool is_ordered(const struct term *t)
{
    return t->op >= OP_EQUAL && t->op <= OP_GREATER_EQUAL;
}

static bool is_field_of(const struct term *t)
{
    return t->op == OP_FIELD && t->field && !type_is_text(t->type);
}

static void probe_comparison(const struct term *t, struct looking *l)
{
    struct value limit;
    for (size_t side = 0; side < 2; side++)
        if (is_field_of(t->args[side]) && limit_value(l, t->args[1 - side], &limit) &&
            limit.type == t->args[side]->type)
            try_limit(l, t->args[side]->field->path, &limit);
    /* A sum over the limit: one record, or as many equal ones. */
    if (t->args[0]->op == OP_SLOT && l->task->record->amount != SIZE_MAX &&
        t->args[0]->type == TYPE_MONEY && limit_value(l, t->args[1], &limit)) {
        limit.number /= (int64_t)l->out->caught.count;
        try_limit(l, l->task->record->fields[l->task->record->amount].path, &limit);
    }
}

static void probe_term(const struct term *t, void *owner)
{
    if (is_ordered(t) && t->arg_count == 2)
        probe_comparison(t, owner);
}

static void probe_conditions(struct looking *l)
{
    const struct task *t = l->task;
    term_walk(t->where, probe_term, l);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        term_walk(t->unless[i], probe_term, l);
    if (t->having)
        term_walk(t->having, probe_term, l);
}

/* Of a field with a closed list of codes another one, of a yes or no the other. */
static void probe_fields(struct looking *l)
{
    struct arena *a = l->p->arena;
    for (size_t i = 0; i < l->task->field_count; i++) {
        const struct field *f = l->task->fields[i];
        for (size_t k = 0; f->type == TYPE_CODE && k < f->code_count; k++)
            try_value(l, arena_format(a, "another %.*s", TEXT_ARG(f->path)), f->path, f->codes[k],
                      f->codes[k]);
        if (f->type != TYPE_BOOL)
            continue;
        try_value(l, arena_format(a, "%.*s: yes", TEXT_ARG(f->path)), f->path, TEXT("yes"),
                  TEXT(""));
        try_value(l, arena_format(a, "%.*s: no", TEXT_ARG(f->path)), f->path, TEXT("no"), TEXT(""));
    }
}

/* The days just outside the rule's life. */
static void probe_days(struct looking *l)
{
    struct text path = l->task->record->fields[l->task->basis].path;
    struct force f = l->task->rule->force;
    char on[DAY_TEXT_SIZE];
    struct arena *a = l->p->arena;
    if (f.from != DAY_ALWAYS)
        try_value(l, TEXT("a day before it begins"), path,
                  arena_copy(a, text_of(day_print(f.from - 1, on))), TEXT(""));
    if (f.to != DAY_NEVER)
        try_value(l, TEXT("on the first day after its end"), path,
                  arena_copy(a, text_of(day_print(f.to, on))), TEXT(""));
}

/* --- schemes --- */

static struct text upper(struct arena *a, struct text t)
{
    struct text copy = arena_copy(a, t);
    char *at = (char *)(uintptr_t)copy.at;
    for (size_t i = 0; i < copy.len; i++)
        at[i] = (char)(at[i] >= 'a' && at[i] <= 'z' ? at[i] - 'a' + 'A' : at[i]);
    return copy;
}

/* Whether the rule looks at something that the scheme changes; another type of record changes all.
 */
static bool concerns(const struct task *t, const struct scheme *s)
{
    if (s->becomes.len)
        return true;
    for (size_t i = 0; i < t->field_count; i++)
        for (size_t k = 0; k < s->setting_count; k++)
            if (text_equal(t->fields[i]->path, s->settings[k].field))
                return true;
    return false;
}

static void probe_schemes(struct looking *l)
{
    struct arena *a = l->p->arena;
    struct scheme_use use = {a, l->p->plan->vocabulary, upper(a, l->rule->jurisdiction->id)};
    for (size_t i = 0; i < l->p->schemes->count; i++) {
        const struct scheme *s = &l->p->schemes->list[i];
        if (!text_equal(s->record, l->task->record->name) || !concerns(l->task, s))
            continue;
        struct way w = {.title = words_in(&s->title, l->p->language), .scheme = s};
        w.filing = scheme_apply(&use, s, &l->out->caught, &w.changes);
        try_way(l, &w, TEXT(""));
    }
}

/* --- what is caught --- */

/* The first of the rule's tests whose records it catches. */
static bool find_caught(struct looking *l)
{
    const struct node *tests = node_find(l->rule->node, "tests"); /* also those that it inherits */
    for (size_t i = 0; tests && i < tests->count; i++) {
        const struct node *given = node_find(tests->items[i], "given");
        struct probe_filing f;
        struct seen seen;
        if (!given || given->kind != NODE_LIST ||
            !probe_filing_read(l->p->arena, given, l->task->record, &f) ||
            !check_filing(l, &f, &seen) || seen.own < OUTCOME_INDICATOR)
            continue;
        l->out->caught = f;
        l->out->caught_as = seen.own;
        l->out->before = seen.others;
        l->out->before_count = seen.other_count;
        return true;
    }
    return false;
}

static int compare_ways(const void *a, const void *b)
{
    const struct way *x = a, *y = b;
    int order = (int)gravest(x) - (int)gravest(y);
    if (order == 0)
        order = (x->changes > y->changes) - (x->changes < y->changes);
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

static const struct task *task_of(const struct plan *p, const struct rule *r)
{
    for (size_t i = 0; i < p->task_count; i++)
        if (p->tasks[i].rule == r)
            return &p->tasks[i];
    return NULL;
}

void probe_rule(const struct probing *p, const struct rule *rule, struct probe *out)
{
    *out = (struct probe){.rule = rule};
    struct looking l = {.p = p, .rule = rule, .task = task_of(p->plan, rule), .out = out};
    if (!l.task || !find_caught(&l))
        return;
    probe_conditions(&l);
    probe_schemes(&l);
    probe_days(&l);
    probe_fields(&l);
    if (out->way_count)
        qsort(out->ways, out->way_count, sizeof *out->ways, compare_ways);
}
