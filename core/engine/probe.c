/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/probe.h"

#include <stdlib.h>

#include "engine/case.h"

struct looking {
    const struct probing *p;
    const struct rule *rule;
    const struct task *task; /* of the rule, one of its versions */
    struct probe *out;
};

/* --- filings --- */

static struct probe_field *find_field(const struct probe_record *r, struct text path)
{
    for (size_t i = 0; i < r->count; i++)
        if (text_equal(r->fields[i].path, path))
            return &r->fields[i];
    return NULL;
}

static void add_field(struct arena *a, struct probe_record *r, struct text path, struct text value)
{
    *arena_push(a, &r->fields, &r->count) = (struct probe_field){path, value, false};
}

static void read_record(struct arena *a, const struct node *n, struct probe_record *out)
{
    for (size_t i = 0; i < n->count; i++) {
        const struct node *item = n->items[i];
        if (item->kind == NODE_SCALAR)
            add_field(a, out, n->keys[i], item->text);
        for (size_t k = 0; item->kind == NODE_MAP && k < item->count; k++)
            if (item->items[k]->kind == NODE_SCALAR)
                add_field(
                    a, out,
                    arena_format(a, "%.*s.%.*s", TEXT_ARG(n->keys[i]), TEXT_ARG(item->keys[k])),
                    item->items[k]->text);
    }
}

static bool read_given(struct arena *a, const struct node *given, struct probe_filing *out)
{
    for (size_t i = 0; i < given->count; i++) {
        const struct node *record = given->items[i];
        if (record->kind != NODE_MAP || record->count != 1 || record->items[0]->kind != NODE_MAP)
            return false;
        struct probe_record *r = arena_push(a, &out->records, &out->count);
        *r = (struct probe_record){0};
        read_record(a, record->items[0], r);
    }
    return out->count > 0;
}

static struct probe_filing copy_filing(struct arena *a, const struct probe_filing *from)
{
    struct probe_filing to = {arena_array(a, from->count, struct probe_record), from->count};
    for (size_t i = 0; i < from->count; i++)
        for (size_t k = 0; k < from->records[i].count; k++)
            *arena_push(a, &to.records[i].fields,
                        &to.records[i].count) = from->records[i].fields[k];
    return to;
}

/* Sets a field in one record; counts it when it is another value. */
static size_t set_field(struct arena *a, struct probe_record *r, struct text path,
                        struct text value)
{
    struct probe_field *f = find_field(r, path);
    if (f && text_equal(f->value, value))
        return 0;
    if (!f) {
        add_field(a, r, path, value);
        f = &r->fields[r->count - 1];
    }
    f->value = value;
    f->changed = true;
    return 1;
}

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

static bool fill_row(const struct looking *l, const struct probe_record *r, struct batch *b)
{
    size_t row = batch_add(b, b->count + 1);
    for (size_t i = 0; i < r->count; i++) {
        const struct field *f = record_field(b->record, r->fields[i].path);
        struct value v;
        if (!f || !value_read(&b->arena, f->type, r->fields[i].value, &v) ||
            (f->type == TYPE_CODE && v.knowledge == VALUE_KNOWN && !field_has_code(f, v.text)))
            return false;
        batch_set(b, row, f->index, &v);
    }
    (void)l;
    return true;
}

static void run_filing(const struct looking *l, struct batch *b, struct seen *s)
{
    struct run *r = run_new(l->p->plan, l->p->diags, (struct run_options){.include_low = true},
                            note_finding, s);
    struct judged_input in = {0, l->rule->jurisdiction->id};
    struct judge *judge = run_judge(r);
    run_name_input(r, in.number, b->file);
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
    batch_init(&b, l->task->record, f->count, l->p->plan->source_names, l->p->plan->source_count);
    b.file = TEXT("probe");
    for (size_t i = 0; i < l->task->record->field_count; i++)
        b.columns[i].mapped = true;
    bool ok = true;
    for (size_t i = 0; i < f->count; i++)
        ok &= fill_row(l, &f->records[i], &b);
    if (ok)
        run_filing(l, &b, s);
    batch_free(&b);
    return ok;
}

/* --- ways --- */

static bool same_filing(const struct probe_filing *a, const struct probe_filing *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (a->records[i].count != b->records[i].count)
            return false;
        for (size_t k = 0; k < a->records[i].count; k++) {
            const struct probe_field *f = &a->records[i].fields[k],
                                     *g = find_field(&b->records[i], f->path);
            if (!g || !text_equal(f->value, g->value))
                return false;
        }
    }
    return true;
}

/* Keeps the way if it leads around the rule. */
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

static void try_way(struct looking *l, struct way *w, struct text code)
{
    struct probe *out = l->out;
    struct seen seen;
    if (w->changes == 0)
        return;
    for (size_t i = 0; i < out->way_count; i++)
        if (same_filing(&out->ways[i].filing, &w->filing))
            return;
    out->tried++;
    if (!check_filing(l, &w->filing, &seen) || seen.own >= OUTCOME_UNDETERMINED)
        return;
    w->outcome = seen.own;
    w->others = seen.others;
    w->other_count = seen.other_count;
    w->number = out->way_count;
    if (!join_way(l, w, code))
        *arena_push(l->p->arena, &out->ways, &out->way_count) = *w;
}

/* One field of all records gets a value. */
static void try_value(struct looking *l, struct text title, struct text path, struct text value,
                      struct text code)
{
    struct arena *a = l->p->arena;
    struct way w = {.title = title, .filing = copy_filing(a, &l->out->caught)};
    for (size_t i = 0; i < w.filing.count; i++)
        w.changes += set_field(a, &w.filing.records[i], path, value);
    try_way(l, &w, code);
}

/* --- out of the rule's own conditions --- */

/* The value of a limit or a literal on the day of the caught record. */
static bool limit_value(const struct looking *l, const struct term *t, struct value *out)
{
    const struct text path = l->task->record->fields[l->task->basis].path;
    const struct probe_field *f = find_field(&l->out->caught.records[0], path);
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

static struct text setting_value(const struct looking *l, const struct probe_record *r,
                                 const struct setting *s)
{
    struct arena *a = l->p->arena;
    static const struct text half = TEXT_INIT("half of ");
    if (text_equal(s->value, TEXT("home")))
        return upper(a, l->rule->jurisdiction->id);
    if (!text_starts(s->value, half))
        return s->value;
    const struct text path = text_slice(s->value, half.len, s->value.len);
    const struct probe_field *f = find_field(r, path);
    const struct field *field = record_field(l->task->record, path);
    struct value v;
    if (!f || !field || !value_read(a, field->type, f->value, &v) || v.knowledge != VALUE_KNOWN ||
        type_is_text(v.type))
        return f ? f->value : TEXT("");
    v.number = v.number / 2 + v.number % 2;
    v.most = v.most / 2 + v.most % 2;
    return value_print(a, &v);
}

/* Whether the rule looks at something that the scheme changes. */
static bool concerns(const struct task *t, const struct scheme *s)
{
    for (size_t i = 0; i < t->field_count; i++)
        for (size_t k = 0; k < s->setting_count; k++)
            if (text_equal(t->fields[i]->path, s->settings[k].field))
                return true;
    return false;
}

static void try_scheme(struct looking *l, const struct scheme *s)
{
    struct arena *a = l->p->arena;
    struct way w = {.title = words_in(&s->title, l->p->language), .scheme = s};
    for (uint64_t copy = 0; copy < s->copies; copy++)
        for (size_t i = 0; i < l->out->caught.count; i++) {
            struct probe_filing one = copy_filing(a, &l->out->caught);
            struct probe_record *r = &one.records[i];
            for (size_t k = 0; k < s->setting_count; k++)
                w.changes += set_field(a, r, s->settings[k].field,
                                       setting_value(l, r, &s->settings[k]));
            for (size_t k = 0; s->copies > 1 && k < s->apart_count; k++)
                set_field(a, r, s->apart[k], arena_format(a, "X%d", (int)copy + 1));
            *arena_push(a, &w.filing.records, &w.filing.count) = *r;
        }
    try_way(l, &w, TEXT(""));
}

static void probe_schemes(struct looking *l)
{
    for (size_t i = 0; i < l->p->schemes->count; i++) {
        const struct scheme *s = &l->p->schemes->list[i];
        if (text_equal(s->record, l->task->record->name) && concerns(l->task, s))
            try_scheme(l, s);
    }
}

/* --- what is caught --- */

/* The first of the rule's tests whose records it catches. */
static bool find_caught(struct looking *l)
{
    const struct node *tests = node_find(l->rule->node, "tests"); /* also those that it inherits */
    for (size_t i = 0; tests && i < tests->count; i++) {
        const struct node *given = node_find(tests->items[i], "given");
        struct probe_filing f = {0};
        struct seen seen;
        if (!given || given->kind != NODE_LIST || !read_given(l->p->arena, given, &f) ||
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

static enum outcome gravest(const struct way *w)
{
    enum outcome most = OUTCOME_CLEAR;
    for (size_t i = 0; i < w->other_count; i++)
        most = w->others[i].outcome > most ? w->others[i].outcome : most;
    return most;
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
    if (l.task)
        out->type = l.task->record->name;
    if (!l.task || !find_caught(&l))
        return;
    probe_conditions(&l);
    probe_schemes(&l);
    probe_days(&l);
    probe_fields(&l);
    if (out->way_count)
        qsort(out->ways, out->way_count, sizeof *out->ways, compare_ways);
}
