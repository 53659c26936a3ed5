/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/inquiry.h"

#include <stdlib.h>

#include "engine/run.h"

static void copy_row(struct batch *to, const struct batch *from, size_t row)
{
    size_t at = batch_add(to, from->line[row]);
    to->unreadable[at] = from->unreadable[row];
    for (size_t i = 0; i < from->record->field_count; i++) {
        struct value v = batch_value(from, row, i);
        if (type_is_text(v.type))
            v.text = arena_copy(&to->arena, v.text);
        if (v.knowledge == VALUE_KNOWN || v.knowledge == VALUE_ABSENT)
            batch_set(to, at, i, &v);
        to->columns[i].mapped = from->columns[i].mapped;
    }
    for (size_t i = 0; i < from->source_count; i++) {
        to->source[i][at] = from->source[i][row];
        if (to->source[i][at].at)
            to->source[i][at] = arena_copy(&to->arena, to->source[i][at]);
    }
}

void inquiry_begin(struct inquiry *q, const struct plan *p, struct judge_options o,
                   const struct batch *like, size_t capacity, struct judged_input in)
{
    *q = (struct inquiry){.plan = p,
                          .task = &p->tasks[0],
                          .input = in,
                          .judge = judge_new(p, o),
                          .arena = ARENA("inquiry")};
    batch_init(&q->records, like->record, capacity, like->source_names, like->source_count);
    q->files = arena_array(&q->arena, capacity, struct text);
    q->records.jurisdiction = arena_copy(&q->arena, like->jurisdiction);
    docket_init(&q->docket, p);
}

void inquiry_add(struct inquiry *q, const struct batch *b, size_t row)
{
    q->files[q->records.count] = arena_copy(&q->arena, b->file);
    q->records.file = q->files[0];
    copy_row(&q->records, b, row);
}

void inquiry_end(struct inquiry *q)
{
    judge_free(q->judge);
    batch_free(&q->records);
    docket_free(&q->docket);
    arena_free(&q->arena);
}

struct context inquiry_context(struct inquiry *q)
{
    return row_context(q->judge, q->task, &q->records, q->row);
}

static bool judge_record(struct inquiry *q, enum outcome *out)
{
    docket_clear(&q->docket);
    judge_batch(q->judge, &q->records, &q->input, &q->docket);
    struct text packed = pack_whole(&q->docket.findings);
    struct unpack u = unpack_of(packed);
    struct finding f = {0};
    if (!q->docket.ran[0] || q->docket.failed[0])
        return false;
    if (packed.len && finding_unpack(&u, q->plan, &q->arena, &f))
        *out = f.outcome;
    else
        *out = q->docket.lack_count ? OUTCOME_UNDETERMINED : OUTCOME_CLEAR;
    return true;
}

static void note_gravest(void *owner, const struct finding *f)
{
    enum outcome *gravest = owner;
    if (f->outcome > *gravest)
        *gravest = f->outcome;
}

/* A judge keeps the groups that it has seen: each time a new run. */
static bool judge_together(struct inquiry *q, enum outcome *out)
{
    struct diags said;
    diags_init(&said);
    *out = OUTCOME_CLEAR;
    struct run_options o = {.include_low = true, .judge = {.memory = 1 << 20}};
    struct run *r = run_new(q->plan, &said, o, note_gravest, out);
    struct judge *judge = run_judge(r);
    run_name_input(r, q->input.number, q->records.file, q->records.jurisdiction);
    run_batch(r, &q->records, &q->input);
    run_end_input(r, q->records.file);
    run_end_file(r);
    run_finish(r, &judge, 1);
    bool ok = run_tally(r, 0)->ran && !run_tally(r, 0)->failed;
    run_free(r);
    diags_free(&said);
    return ok;
}

bool inquiry_outcome(struct inquiry *q, enum outcome *out)
{
    return q->task->key_count ? judge_together(q, out) : judge_record(q, out);
}

/* --- changes --- */

/* Values that are worth a try for one field. */
struct trial {
    struct inquiry *inquiry;
    const struct field *field;
    struct value *items;
    size_t count;
};
enum { MOST_TRIALS = 256 };

static void add_value(struct trial *t, struct value v)
{
    if (t->count < MOST_TRIALS)
        *arena_push(&t->inquiry->arena, &t->items, &t->count) = v;
}

static bool is_ordered(enum type type)
{
    return type == TYPE_NUMBER || type == TYPE_MONEY || type == TYPE_SHARE || type == TYPE_DATE;
}

/* A limit itself, and the values next to it. */
static void add_around(struct trial *t, const struct value *limit)
{
    static const int steps[] = {0, -1, 1};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct value v = *limit;
        v.ranged = false;
        if (limit->knowledge == VALUE_KNOWN && limit->type == t->field->type &&
            !__builtin_add_overflow(limit->number, steps[i], &v.number))
            add_value(t, v);
    }
}

static bool is_comparison(enum operation op)
{
    return op >= OP_EQUAL && op <= OP_GREATER_EQUAL;
}

static void note_field(const struct term *term, void *owner)
{
    const struct field **wanted = owner;
    if (term->op == OP_FIELD && term->field == *wanted)
        *wanted = NULL;
}

static bool holds_field(const struct term *term, const struct field *field)
{
    const struct field *wanted = field;
    term_walk(term, note_field, &wanted);
    return wanted == NULL;
}

/* Texts that stand beside the field: donor.country == "FR", includes(donor.citizenship, "FR"). */
static void add_named(const struct term *term, void *owner)
{
    struct trial *t = owner;
    struct value v;
    if (term->op == OP_LITERAL && type_is_text(term->literal.type) &&
        value_read(&t->inquiry->arena, t->field->type, term->literal.text, &v))
        add_value(t, v);
}

static void add_from_atom(const struct term *term, void *owner)
{
    struct trial *t = owner;
    struct context c = inquiry_context(t->inquiry);
    bool atom = is_comparison(term->op) || term->op == OP_CALL;
    if (!atom || !holds_field(term, t->field))
        return;
    if (type_is_text(t->field->type))
        term_walk(term, add_named, t);
    for (size_t i = 0; is_ordered(t->field->type) && i < term->arg_count; i++) {
        struct value v = {0};
        if (is_comparison(term->op) && !holds_field(term->args[i], t->field))
            v = term_value(term->args[i], &c);
        add_around(t, &v);
    }
}

/* What the plugin is given may be a limit that its own code compares with. */
static void add_bindings(struct trial *t, const struct context *c)
{
    const struct task *task = t->inquiry->task;
    for (size_t i = 0; i < task->binding_count; i++) {
        const struct term *term = task->bindings[i].term;
        if (term && term->type == t->field->type && is_ordered(term->type)) {
            struct value v = term_value(term, c);
            add_around(t, &v);
        }
    }
}

/* The days on which the rule was not yet, or no longer, in force. */
static void add_force(struct trial *t)
{
    const struct task *task = t->inquiry->task;
    struct force f = task->rule->force;
    struct value v = {.type = TYPE_DATE, .knowledge = VALUE_KNOWN};
    if (t->field->index != task->basis)
        return;
    if (f.from != DAY_ALWAYS) {
        v.number = f.from - 1;
        add_value(t, v);
    }
    if (f.to != DAY_NEVER) {
        v.number = f.to;
        add_value(t, v);
    }
}

static void add_closed(struct trial *t)
{
    struct value v = {.type = t->field->type, .knowledge = VALUE_KNOWN};
    for (int i = 0; i < 2 && v.type == TYPE_BOOL; i++) {
        v.number = i;
        add_value(t, v);
    }
    for (size_t i = 0; i < t->field->code_count; i++) {
        v.text = t->field->codes[i];
        add_value(t, v);
    }
    add_value(t, (struct value){.type = t->field->type, .knowledge = VALUE_ABSENT});
}

/* Sums and periods name no value to try: one far below and one far above, from which the nearest is
 * looked for. */
static void add_far(struct trial *t, const struct value *filed)
{
    enum { TIMES = 1000, FEW_DAYS = 400, MANY_DAYS = 2000 };
    static const int days[] = {-FEW_DAYS, FEW_DAYS, -MANY_DAYS, MANY_DAYS};
    struct value v = *filed;
    v.ranged = false;
    if (!t->inquiry->task->key_count || filed->knowledge != VALUE_KNOWN)
        return;
    for (size_t i = 0; t->field->type == TYPE_DATE && i < sizeof days / sizeof *days; i++) {
        v.number = filed->number + days[i];
        add_value(t, v);
    }
    if (t->field->type != TYPE_MONEY && t->field->type != TYPE_NUMBER)
        return;
    v.number = 0;
    add_value(t, v);
    if (!__builtin_mul_overflow(filed->number, TIMES, &v.number))
        add_value(t, v);
}

static bool clears(struct trial *t, const struct value *v)
{
    struct inquiry *q = t->inquiry;
    enum outcome o;
    batch_set(&q->records, q->row, t->field->index, v);
    return inquiry_outcome(q, &o) && o <= OUTCOME_EXEMPT;
}

/* Halves the way from what was filed to what clears, down to the last step. */
static struct value nearest(struct trial *t, const struct value *filed, struct value clear)
{
    struct value still = *filed;
    while (still.number + 1 < clear.number || clear.number + 1 < still.number) {
        struct value middle = clear;
        middle.number = still.number / 2 + clear.number / 2 +
                        (still.number % 2 + clear.number % 2) / 2;
        if (middle.number == still.number || middle.number == clear.number)
            break;
        if (clears(t, &middle))
            clear = middle;
        else
            still.number = middle.number;
    }
    return clear;
}

static uint64_t distance(const struct value *a, const struct value *b)
{
    uint64_t x = (uint64_t)a->number, y = (uint64_t)b->number;
    return a->number < b->number ? y - x : x - y;
}

struct clearings {
    struct clearing *items;
    size_t count;
};

static void add_change(struct trial *t, struct clearings *out, const struct value *filed,
                       const struct value *needed)
{
    struct text new = value_print(&t->inquiry->arena, needed);
    for (size_t i = 0; i < out->count; i++)
        if (out->items[i].row == t->inquiry->row && out->items[i].field == t->field &&
            text_equal(value_print(&t->inquiry->arena, &out->items[i].needed), new))
            return;
    *arena_push(&t->inquiry->arena, &out->items,
                &out->count) = (struct clearing){t->inquiry->row, t->field, *filed, *needed};
}

static bool same_value(struct arena *a, const struct value *x, const struct value *y)
{
    return x->knowledge == y->knowledge && text_equal(value_print(a, x), value_print(a, y));
}

static void try_values(struct trial *t, const struct value *filed, struct clearings *out)
{
    const struct value *best = NULL;
    bool is_number = is_ordered(t->field->type), told = false;
    bool ordered = is_number && filed->knowledge == VALUE_KNOWN && !filed->ranged;
    for (size_t i = 0; i < t->count; i++) {
        struct value *v = &t->items[i];
        bool beside = is_number && !ordered && told &&
                      v->knowledge == VALUE_KNOWN; /* one is enough */
        if (beside || same_value(&t->inquiry->arena, v, filed) || !clears(t, v))
            continue;
        told |= v->knowledge == VALUE_KNOWN;
        if (!ordered || v->knowledge != VALUE_KNOWN || v->currency != filed->currency) {
            add_change(t, out, filed, v);
            continue;
        }
        *v = nearest(t, filed, *v);
        if (!best || distance(v, filed) < distance(best, filed))
            best = v;
    }
    if (best)
        add_change(t, out, filed, best);
}

static void find_changes(struct inquiry *q, const struct field *field, struct clearings *out)
{
    struct trial t = {.inquiry = q, .field = field};
    struct context c = inquiry_context(q);
    struct value filed = batch_value(&q->records, q->row, field->index);
    term_walk(q->task->where, add_from_atom, &t);
    for (size_t i = 0; i < q->task->rule->unless_count; i++)
        term_walk(q->task->unless[i], add_from_atom, &t);
    add_bindings(&t, &c);
    add_force(&t);
    add_closed(&t);
    add_far(&t, &filed);
    try_values(&t, &filed, out);
    batch_set(&q->records, q->row, field->index, &filed);
}

/* Whether the rule looks at the field, be it for its groups or its sums. */
static bool is_used(const struct task *t, const struct field *field)
{
    bool used = field->index == t->basis;
    for (size_t i = 0; i < t->field_count; i++)
        used |= t->fields[i] == field;
    for (size_t i = 0; i < t->key_count; i++)
        used |= holds_field(t->keys[i], field);
    for (size_t i = 0; i < t->sum_count; i++)
        used |= t->sums[i].term && holds_field(t->sums[i].term, field);
    return used;
}

struct clearing *inquiry_clearings(struct inquiry *q, size_t *count)
{
    struct clearings out = {0};
    const struct record_type *r = q->task->record;
    for (q->row = 0; q->row < q->records.count && q->row < INQUIRY_TRIED; q->row++)
        for (size_t i = 0; i < r->field_count; i++)
            if (is_used(q->task, &r->fields[i]))
                find_changes(q, &r->fields[i], &out);
    q->row = 0;
    *count = out.count;
    return out.items;
}
