/* SPDX-License-Identifier: Apache-2.0
 *
 * Rules about groups, record by record: each record that may count goes into the log of groups
 * under its key. A record that might belong to a group (its condition or amount is unknown, or its
 * row was unreadable) is not counted and taints the group. A record whose group is unknown stands
 * alone.
 *
 * An entry: flags, key, input, line, day if known, values of the sums if counted, reference,
 * actors, of what stands alone the parts of its key, of what is not certain the missing facts, and
 * how many it stands for when these are several.
 */
#include <config.h>

#include <stdlib.h>

#include "engine/group_entry.h"
#include "engine/likeness.h"

static bool is_set(const uint64_t *mask, size_t row)
{
    return mask[row / 64] >> row % 64 & 1;
}

/* The rows of a batch on their way into the log, for one rule. */
struct adding {
    struct judge *judge;
    const struct task *task;
    const struct frame *frame;
    const struct batch *batch;
    const struct judged_input *in;
    const struct row_masks *masks;
    /* Rows that stand alone and lack the same are written once, with how many they are. */
    bool compared;
    uint64_t *signatures;
    struct kind {
        uint64_t signature;
        size_t row; /* the first */
        uint64_t count;
    } kinds[MOST_KINDS];
    size_t kind_count;
};

struct row_key {
    bool complete;
    bool nowhere;     /* it lies in no period of the rule: it belongs to no group */
    uint64_t unknown; /* a bit a part */
};

struct lacking {
    struct text *missing;
    size_t count;
};

static bool is_nowhere(const struct term *key, const struct context *c)
{
    return key->type == TYPE_KEY && !key->identity && term_value(key, c).knowledge == VALUE_ABSENT;
}

/* "5:value|" for each part: with their lengths, so that no two keys are alike by accident. */
static struct row_key make_key(struct judge *j, const struct task *t, const struct context *c)
{
    struct row_key k = {.complete = true};
    j->key.len = 0;
    for (size_t i = 0; i < t->key_count; i++) {
        j->part.len = 0;
        if (!term_key(t->keys[i], c, &j->part)) {
            k.nowhere |= is_nowhere(t->keys[i], c);
            k.unknown |= (uint64_t)1 << i % 64;
            k.complete = false;
        }
        pack_decimal(&j->key, j->part.len);
        pack_raw(&j->key, ":", 1);
        pack_raw(&j->key, j->part.bytes, j->part.len);
        pack_raw(&j->key, "|", 1);
    }
    return k;
}

/* The parts as they are told, for a record whose group is not known. */
static void pack_parts(struct judge *j, const struct task *t, const struct context *c)
{
    pack_number(&j->entry, t->key_count);
    for (size_t i = 0; i < t->key_count; i++) {
        struct value v = term_value(t->keys[i], c);
        pack_text(&j->entry, value_print(&j->arena, &v));
    }
}

static bool is_certain(const struct adding *a, size_t row)
{
    return is_set(a->masks->met, row) && !is_set(a->masks->maybe_excepted, row) &&
           !a->batch->unreadable[row];
}

/* What is counted once: whatever it is, as text. */
static struct value as_key(struct arena *a, struct value v)
{
    struct value key = {.type = TYPE_KEY, .knowledge = v.knowledge};
    if (v.knowledge == VALUE_KNOWN)
        key.text = type_is_text(v.type) ? v.text : value_print(a, &v);
    return key;
}

/* What is known of the values of the sums. */
struct sums {
    struct value values[MOST_SUMS];
    bool amounts, all; /* all that are added up; also those of which different ones are counted */
};

static struct sums take_sums(const struct task *t, const struct context *c)
{
    struct sums s = {.amounts = true, .all = true};
    for (size_t i = 0; i < t->sum_count; i++) {
        s.values[i] = term_value(t->sums[i].term, c);
        if (t->sums[i].distinct)
            s.values[i] = as_key(c->arena, s.values[i]);
        bool known = s.values[i].knowledge != VALUE_UNKNOWN;
        s.all &= known;
        s.amounts &= known || t->sums[i].distinct;
    }
    return s;
}

/* Names of the record's actors, by their place in the record type. */
static void pack_actors(struct judge *j, const struct task *t, const struct batch *b, size_t row)
{
    for (size_t i = 0; i < t->record->actor_count; i++) {
        size_t field = t->actor_names[i];
        bool known = field != SIZE_MAX && b->columns[field].knowledge[row] == VALUE_KNOWN;
        struct text name = known ? b->columns[field].text[row] : TEXT("");
        pack_text(&j->entry, name);
        if (name.len)
            pack_number(&j->entry, row_actor_is_body(t, b, row, i));
    }
}

/* What is not certain about the row's group, and about whether the row counts. */
static struct lacking gather_lacking(const struct adding *a, const struct context *c,
                                     const struct row_key *key)
{
    const struct task *t = a->task;
    struct lacking l = {0};
    for (size_t i = 0; !key->complete && i < t->key_count; i++)
        if (key->unknown >> i % 64 & 1)
            term_missing(t->keys[i], c, &l.missing, &l.count);
    if (is_certain(a, c->row)) {
        for (size_t i = 0; i < t->sum_count; i++)
            term_missing(t->sums[i].term, c, &l.missing, &l.count);
        return l;
    }
    if (!is_set(a->masks->met, c->row))
        term_missing(t->where, c, &l.missing, &l.count);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        if (term_truth(t->unless[i], c) == TRUTH_UNKNOWN)
            term_missing(t->unless[i], c, &l.missing, &l.count);
    if (rule_holds(t, c) == TRUTH_UNKNOWN)
        *arena_push(c->arena, &l.missing, &l.count) = t->record->fields[t->basis].path;
    if (a->batch->unreadable[c->row])
        *arena_push(c->arena, &l.missing, &l.count) = TEXT("an unreadable row");
    return l;
}

/* --- entries --- */

static struct text reference_of(const struct adding *a, size_t row)
{
    size_t field = a->task->record->reference;
    bool known = field != SIZE_MAX && a->batch->columns[field].knowledge[row] == VALUE_KNOWN;
    return known ? a->batch->columns[field].text[row] : TEXT("");
}

/* Nobody knows with whom it belongs: a group of its own. */
static void key_alone(const struct adding *a, const struct context *c)
{
    struct pack *key = &a->judge->key;
    struct text alone = arena_format(c->arena, "alone:%.*s:%llu", TEXT_ARG(a->batch->file),
                                     (unsigned long long)a->batch->line[c->row]);
    key->len = 0;
    pack_raw(key, alone.at, alone.len);
}

/* `count`: for how many rows it stands. */
static void write_entry(const struct adding *a, const struct context *c, const struct row_key *key,
                        uint64_t count)
{
    struct judge *j = a->judge;
    struct pack *e = &j->entry;
    const struct sums sums = take_sums(a->task, c);
    bool counted = is_certain(a, c->row) && sums.all;
    bool closely = task_looks_closely(a->task) && !a->batch->unreadable[c->row];
    bool valued = counted || (closely && sums.amounts);
    bool tainted = !counted || !key->complete;
    if (!key->complete)
        key_alone(a, c);
    e->len = 0;
    pack_number(e, (counted  ? ENTRY_COUNTED
                    : valued ? ENTRY_PERHAPS
                             : 0) |
                       (c->on_known ? ENTRY_DAY : 0) | (key->complete ? 0 : ENTRY_ALONE) |
                       (tainted ? ENTRY_TAINTED : 0) | (count > 1 ? ENTRY_ALIKE : 0));
    pack_text(e, pack_whole(&j->key));
    pack_number(e, a->in->number);
    pack_number(e, a->batch->line[c->row]);
    if (c->on_known)
        pack_signed(e, c->on);
    for (size_t i = 0; valued && i < a->task->sum_count; i++)
        pack_value(e, &sums.values[i]);
    pack_text(e, reference_of(a, c->row));
    pack_actors(j, a->task, a->batch, c->row);
    if (!key->complete)
        pack_parts(j, a->task, c);
    if (tainted) {
        struct lacking l = gather_lacking(a, c, key);
        pack_number(e, l.count);
        for (size_t i = 0; i < l.count; i++)
            pack_text(e, l.missing[i]);
    }
    if (count > 1)
        pack_number(e, count);
    group_log_add(j->log, (size_t)(a->task - j->plan->tasks), text_hash(pack_whole(&j->key)),
                  pack_whole(e));
}

/* --- rows --- */

/* Whether the record by itself is, or may be, over the limit. */
static bool is_over_alone(const struct adding *a, struct context c)
{
    const struct task *t = a->task;
    struct value slots[MOST_SUMS + 1];
    const struct sums sums = take_sums(t, &c);
    if (!is_certain(a, c.row) || !sums.all)
        return false;
    memcpy(slots, sums.values, sizeof sums.values);
    const struct value one = {.type = TYPE_NUMBER, .knowledge = VALUE_KNOWN, .number = 1};
    for (size_t i = 0; i < t->sum_count; i++)
        if (t->sums[i].distinct)
            slots[i] = one;
    slots[t->sum_count] = one;
    c.slots = slots;
    return term_truth(t->having, &c) != TRUTH_FALSE;
}

/* Counts a row that stands alone with those that lack the same; false: it must be looked at. */
static bool count_alike(struct adding *a, const struct context *c, const struct row_key *key)
{
    size_t row = c->row;
    if (!a->compared)
        a->signatures = likeness_signatures(a->judge, a->task, a->frame);
    a->compared = true;
    if (!a->signatures || is_over_alone(a, *c))
        return false;
    uint64_t certainty = (uint64_t)is_set(a->masks->met, row) |
                         (uint64_t)is_set(a->masks->maybe_excepted, row) << 1 |
                         (uint64_t)a->batch->unreadable[row] << 2;
    uint64_t signature = likeness_join(likeness_join(a->signatures[row], key->unknown), certainty);
    for (size_t i = 0; i < a->kind_count; i++)
        if (a->kinds[i].signature == signature) {
            a->kinds[i].count++;
            return true;
        }
    if (a->kind_count == MOST_KINDS)
        return false;
    a->kinds[a->kind_count++] = (struct kind){signature, row, 1};
    return true;
}

static void add_row(struct adding *a, size_t row)
{
    struct context c = row_context(a->judge, a->task, a->batch, row);
    struct row_key key = make_key(a->judge, a->task, &c);
    if (!key.nowhere && (key.complete || !count_alike(a, &c, &key)))
        write_entry(a, &c, &key, 1);
    arena_reset(&a->judge->arena);
}

static void write_kinds(const struct adding *a)
{
    for (size_t i = 0; i < a->kind_count; i++) {
        struct context c = row_context(a->judge, a->task, a->batch, a->kinds[i].row);
        struct row_key key = make_key(a->judge, a->task, &c);
        write_entry(a, &c, &key, a->kinds[i].count);
        arena_reset(&a->judge->arena);
    }
}

void group_rows(struct judge *j, const struct task *t, const struct frame *f,
                const struct judged_input *in, const struct row_masks *m)
{
    const struct batch *b = f->batch;
    struct adding a = {.judge = j, .task = t, .frame = f, .batch = b, .in = in, .masks = m};
    for (size_t w = 0; w * 64 < b->count; w++)
        for (uint64_t rows = m->may[w] & ~m->excepted[w]; rows; rows &= rows - 1) {
            size_t row = w * 64 + (size_t)__builtin_ctzll(rows);
            if (!batch_is_memo(b, row)) /* else its amount stands in another record */
                add_row(&a, row);
        }
    write_kinds(&a);
}
