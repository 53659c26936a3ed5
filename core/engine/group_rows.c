/* SPDX-License-Identifier: Apache-2.0
 *
 * Rules about groups, record by record: each record that may count goes into the log of groups
 * under its key. A record that might belong to a group (its condition or amount is unknown, or its
 * row was unreadable) is not counted and taints the group. A record whose group is unknown stands
 * alone.
 *
 * An entry: flags, key, input, line, day if known, values of the sums if counted, reference,
 * actors, and of what is not certain the missing facts.
 */
#include <config.h>

#include <stdlib.h>

#include "engine/group_entry.h"

static bool is_set(const uint64_t *mask, size_t row)
{
    return mask[row / 64] >> row % 64 & 1;
}

struct row_part {
    bool complete;
    bool nowhere; /* it lies in no period of the rule: it belongs to no group */
    struct text *missing;
    size_t missing_count;
};

static bool is_nowhere(const struct term *key, const struct context *c)
{
    return key->type == TYPE_KEY && term_value(key, c).knowledge == VALUE_ABSENT;
}

/* "5:value|" for each part: with their lengths, so that no two keys are alike by accident. What a
 * key that is not complete lacks is told. */
static struct row_part make_key(struct judge *j, const struct task *t, const struct context *c)
{
    struct row_part p = {.complete = true};
    j->key.len = 0;
    for (size_t i = 0; i < t->key_count; i++) {
        j->part.len = 0;
        if (!term_key(t->keys[i], c, &j->part)) {
            p.nowhere |= is_nowhere(t->keys[i], c);
            term_missing(t->keys[i], c, &p.missing, &p.missing_count);
            p.complete = false;
        }
        pack_decimal(&j->key, j->part.len);
        pack_raw(&j->key, ":", 1);
        pack_raw(&j->key, j->part.bytes, j->part.len);
        pack_raw(&j->key, "|", 1);
    }
    return p;
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

/* The values of the sums into the entry; false, with the missing facts, when one is unknown. */
static bool pack_sums(struct judge *j, const struct task *t, const struct context *c,
                      struct row_part *lacking)
{
    struct value values[MOST_SUMS];
    size_t before = lacking->missing_count;
    for (size_t i = 0; i < t->sum_count; i++) {
        values[i] = term_value(t->sums[i].term, c);
        if (values[i].knowledge == VALUE_UNKNOWN)
            term_missing(t->sums[i].term, c, &lacking->missing, &lacking->missing_count);
    }
    if (lacking->missing_count > before)
        return false;
    for (size_t i = 0; i < t->sum_count; i++)
        pack_value(&j->entry, &values[i]);
    return true;
}

/* Names of the record's actors, by their place in the record type. */
static void pack_actors(struct judge *j, const struct task *t, const struct batch *b, size_t row)
{
    for (size_t i = 0; i < t->record->actor_count; i++) {
        size_t field = t->actor_names[i];
        bool known = field != SIZE_MAX && b->columns[field].knowledge[row] == VALUE_KNOWN;
        pack_text(&j->entry, known ? b->columns[field].text[row] : TEXT(""));
    }
}

/* What is not certain about whether the row counts. */
static void gather_lacking(struct judge *j, const struct task *t, const struct context *c,
                           const struct row_masks *m, struct row_part *lacking)
{
    if (!is_set(m->met, c->row))
        term_missing(t->where, c, &lacking->missing, &lacking->missing_count);
    for (size_t i = 0; i < t->rule->unless_count; i++)
        if (term_truth(t->unless[i], c) == TRUTH_UNKNOWN)
            term_missing(t->unless[i], c, &lacking->missing, &lacking->missing_count);
    if (rule_holds(t, c) == TRUTH_UNKNOWN)
        *arena_push(&j->arena, &lacking->missing,
                    &lacking->missing_count) = t->record->fields[t->basis].path;
}

static void add_row(struct judge *j, const struct task *t, const struct batch *b, size_t row,
                    const struct judged_input *in, const struct row_masks *m)
{
    struct context c = row_context(j, t, b, row);
    struct row_part key = make_key(j, t, &c), lacking = {0};
    struct pack *e = &j->entry;
    bool certain = is_set(m->met, row) && !is_set(m->maybe_excepted, row) && !b->unreadable[row];
    struct text ref = TEXT("");
    if (key.nowhere)
        return;
    if (!key.complete) { /* nobody knows with whom it belongs: a group of its own */
        struct text alone = arena_format(&j->arena, "alone:%.*s:%llu", TEXT_ARG(b->file),
                                         (unsigned long long)b->line[row]);
        j->key.len = 0;
        pack_raw(&j->key, alone.at, alone.len);
    }
    e->len = 0;
    bool counted = certain && pack_sums(j, t, &c, &lacking);
    size_t sums = e->len; /* in front of the rest until the flags are known */
    if (!certain)
        gather_lacking(j, t, &c, m, &lacking);
    if (b->unreadable[row])
        *arena_push(&j->arena, &lacking.missing,
                    &lacking.missing_count) = TEXT("an unreadable row");
    bool tainted = !counted || !key.complete;
    if (t->record->reference != SIZE_MAX &&
        b->columns[t->record->reference].knowledge[row] == VALUE_KNOWN)
        ref = b->columns[t->record->reference].text[row];
    pack_number(e, (counted ? ENTRY_COUNTED : 0) | (c.on_known ? ENTRY_DAY : 0) |
                       (key.complete ? 0 : ENTRY_ALONE) | (tainted ? ENTRY_TAINTED : 0));
    pack_text(e, pack_whole(&j->key));
    pack_number(e, in->number);
    pack_number(e, b->line[row]);
    if (c.on_known)
        pack_signed(e, c.on);
    if (counted) {
        pack_room(e, sums); /* before it is asked where they are */
        pack_raw(e, e->bytes, sums);
    }
    pack_text(e, ref);
    pack_actors(j, t, b, row);
    if (!key.complete)
        pack_parts(j, t, &c);
    if (tainted) {
        pack_number(e, key.missing_count + lacking.missing_count);
        for (size_t i = 0; i < key.missing_count; i++)
            pack_text(e, key.missing[i]);
        for (size_t i = 0; i < lacking.missing_count; i++)
            pack_text(e, lacking.missing[i]);
    }
    group_log_add(j->log, (size_t)(t - j->plan->tasks), text_hash(pack_whole(&j->key)),
                  text_slice(pack_whole(e), sums, e->len));
}

void group_rows(struct judge *j, const struct task *t, const struct batch *b,
                const struct judged_input *in, const struct row_masks *m)
{
    for (size_t w = 0; w * 64 < b->count; w++) {
        uint64_t rows = m->may[w] & ~m->excepted[w];
        for (; rows; rows &= rows - 1) {
            size_t row = w * 64 + (size_t)__builtin_ctzll(rows);
            if (batch_is_memo(b, row))
                continue; /* its amount stands in another record */
            add_row(j, t, b, row, in, m);
            arena_reset(&j->arena);
        }
    }
}
