/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/likeness.h"

enum { MOST_SIGNS = 64, MOST_FIELDS = 64 };

/* What tells rows apart for one rule. */
struct signs {
    const struct term *conditions[MOST_SIGNS];
    size_t condition_count;
    const struct field *fields[MOST_FIELDS];
    size_t field_count;
    bool registers; /* there are some to be looked into */
    bool usable;
};

static bool may_overflow(const struct term *t)
{
    enum type first = t->arg_count ? t->args[0]->type : TYPE_NONE;
    return t->op >= OP_ADD && first != TYPE_DATE && first != TYPE_DURATION;
}

/* Whether something is unknown there for a reason that neither the fields nor a truth shows. */
static bool is_opaque(const struct signs *s, const struct term *t)
{
    bool value = t->op == OP_CALL && t->type != TYPE_BOOL;
    if (t->holding)
        return s->registers;
    if (text_equal(t->name, TEXT("first_known")))
        return false; /* its fields show what it lacks */
    return t->op == OP_SOURCE || value || may_overflow(t);
}

static void gather_condition(const struct term *t, void *owner)
{
    struct signs *s = owner;
    s->usable &= !is_opaque(s, t) && s->condition_count < MOST_SIGNS;
    if (t->type == TYPE_BOOL && t->shared && s->usable)
        s->conditions[s->condition_count++] = t;
}

static void add_field(struct signs *s, const struct field *f)
{
    for (size_t i = 0; i < s->field_count; i++)
        if (s->fields[i] == f)
            return;
    s->usable &= s->field_count < MOST_FIELDS;
    if (s->usable)
        s->fields[s->field_count++] = f;
}

static void gather_fields(const struct term *t, void *owner)
{
    struct signs *s = owner;
    s->usable &= !may_overflow(t);
    if (t->field)
        add_field(s, t->field);
    for (size_t i = 0; t->identity && i < t->identity_len; i++)
        if (t->identity[i])
            add_field(s, t->identity[i]);
}

static void gather_signs(const struct task *t, bool registers, struct signs *s)
{
    *s = (struct signs){.registers = registers, .usable = true};
    term_walk(t->where, gather_condition, s);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        term_walk(t->unless[i], gather_condition, s);
    for (size_t i = 0; i < t->field_count; i++)
        add_field(s, t->fields[i]);
    for (size_t i = 0; i < t->key_count; i++)
        term_walk(t->keys[i], gather_fields, s);
    for (size_t i = 0; i < t->sum_count; i++)
        term_walk(t->sums[i].term, gather_fields, s);
}

static void sign_truths(uint64_t *signatures, size_t count, const struct truths *t)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t yes = t->yes[i / 64] >> i % 64 & 1, unknown = t->unknown[i / 64] >> i % 64 & 1;
        signatures[i] = likeness_join(signatures[i], yes | unknown << 1);
    }
}

static void sign_knowledge(uint64_t *signatures, size_t count, const uint8_t *knowledge)
{
    for (size_t i = 0; i < count; i++)
        signatures[i] = likeness_join(signatures[i], knowledge[i]);
}

/* A parameter without a value is told with the day. */
static void sign_versions(uint64_t *signatures, const struct frame *f, const struct parameter *p)
{
    for (size_t i = 0; i < f->count; i++) {
        if (f->on_knowledge[i] != VALUE_KNOWN)
            continue;
        const struct parameter_version *v = parameter_at(p, (day)f->on[i]);
        bool known = v && v->value.knowledge == VALUE_KNOWN;
        signatures[i] = likeness_join(signatures[i], known ? (uint64_t)(v - p->versions)
                                                           : UINT64_MAX - (uint64_t)f->on[i]);
    }
}

/* Days of one stretch of time are judged by law that is equally sure. */
static void sign_confidence(uint64_t *signatures, const struct task *t, const struct frame *f)
{
    struct force stretch = FORCE_NEVER;
    uint64_t confidence = 0;
    for (size_t i = 0; i < f->count; i++) {
        day on = task_day(t, f->on_knowledge[i] == VALUE_KNOWN, (day)f->on[i]);
        if (!force_holds(stretch, on)) {
            stretch = task_stretch(t, on);
            confidence = (uint64_t)task_confidence(t, on);
        }
        signatures[i] = likeness_join(signatures[i], confidence);
    }
}

uint64_t *likeness_signatures(struct judge *j, const struct task *t, const struct frame *f)
{
    struct signs signs;
    gather_signs(t, j->plan->registers != NULL, &signs);
    if (!signs.usable)
        return NULL;
    uint64_t *signatures = arena_array(&j->batch, f->count, uint64_t);
    sign_knowledge(signatures, f->count, f->on_knowledge);
    for (size_t i = 0; i < signs.condition_count; i++) {
        struct truths truths = evaluator_truths(j->evaluator, signs.conditions[i], f);
        sign_truths(signatures, f->count, &truths);
    }
    for (size_t i = 0; i < signs.field_count; i++)
        sign_knowledge(signatures, f->count, f->batch->columns[signs.fields[i]->index].knowledge);
    for (size_t i = 0; i < t->parameter_count; i++)
        sign_versions(signatures, f, t->parameters[i]);
    sign_confidence(signatures, t, f);
    return signatures;
}
