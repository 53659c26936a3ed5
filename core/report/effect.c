/* SPDX-License-Identifier: Apache-2.0
 *
 * Findings wait in a temporary file; in memory there is an entry for each, by which the same
 * matters find each other (their fingerprints are the same). What both laws judge by the same task
 * is only counted.
 */
#include <config.h>

#include "report/effect.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/storing.h"
#include "engine/docket.h"

enum { FINGERPRINT = 32, BEFORE = 0, AFTER = 1 };

struct entry {
    char fingerprint[FINGERPRINT];
    const struct rule *rule;
    uint32_t task;
    uint8_t outcome, side;
    uint32_t len;
    uint64_t offset;
    size_t number; /* as they came */
};

struct effect {
    struct effect_terms terms;
    struct arena arena;
    FILE *store;
    struct pack packed;
    uint64_t stored;
    struct entry *entries;
    size_t count, room;
    uint64_t *kept; /* one a task: findings of both laws */
    struct effect_pair *pairs;
    size_t pair_count;
    struct effect_table *tables;
    size_t table_count;
    uint64_t withheld;
    bool failed;
};

const char *move_name(enum move m)
{
    static const char *const names[] = {"appears", "vanishes", "changes severity",
                                        "becomes undetermined", "stays"};
    return names[m];
}

struct effect *effect_new(const struct effect_terms *terms)
{
    FILE *store = put_aside_stream();
    if (!store)
        return NULL;
    struct effect *e = heap_alloc(1, sizeof *e);
    *e = (struct effect){.terms = *terms, .arena = ARENA("effect"), .store = store};
    e->kept = arena_array(&e->arena, terms->plan->task_count, uint64_t);
    return e;
}

void effect_free(struct effect *e)
{
    if (!e)
        return;
    fclose(e->store);
    pack_free(&e->packed);
    arena_free(&e->arena);
    free(e->entries);
    free(e);
}

bool effect_failed(const struct effect *e)
{
    return e->failed || ferror(e->store);
}

const struct effect_terms *effect_terms_of(const struct effect *e)
{
    return &e->terms;
}

uint64_t effect_withheld(const struct effect *e)
{
    return e->withheld;
}

/* --- taking --- */

/* Whether the task belongs to one of the two laws: a plan may have more. */
static bool is_compared(const struct task *t)
{
    return variants_have(&t->variants, BEFORE) || variants_have(&t->variants, AFTER);
}

void effect_take(void *effect, const struct finding *f)
{
    struct effect *e = effect;
    size_t task = (size_t)(f->task - e->terms.plan->tasks);
    bool before = variants_have(&f->task->variants, BEFORE);
    if (!is_compared(f->task))
        return;
    if (before && variants_have(&f->task->variants, AFTER)) {
        e->kept[task] += f->outcome >= OUTCOME_UNDETERMINED;
        return;
    }
    if (e->count == e->room) {
        e->room = e->room ? e->room * 2 : 256;
        e->entries = heap_resize(e->entries, e->room, sizeof *e->entries);
    }
    e->packed.len = 0;
    finding_pack(&e->packed, e->terms.plan, f);
    struct entry *n = &e->entries[e->count];
    *n = (struct entry){.rule = f->task->rule,
                        .task = (uint32_t)task,
                        .outcome = (uint8_t)f->outcome,
                        .side = before ? BEFORE : AFTER,
                        .len = (uint32_t)e->packed.len,
                        .offset = e->stored,
                        .number = e->count++};
    memcpy(n->fingerprint, f->fingerprint, FINGERPRINT);
    e->failed |= fwrite(e->packed.bytes, 1, e->packed.len, e->store) != e->packed.len;
    e->stored += e->packed.len;
}

struct finding effect_finding(struct effect *e, size_t which, struct arena *a)
{
    const struct entry *n = &e->entries[which];
    char *bytes = arena_alloc(a, n->len ? n->len : 1, 1);
    struct finding f = {.task = &e->terms.plan->tasks[n->task]};
    e->failed |= fseeko(e->store, (off_t)n->offset, SEEK_SET) != 0 ||
                 fread(bytes, 1, n->len, e->store) != n->len;
    struct unpack u = unpack_of((struct text){bytes, n->len});
    e->failed |= !finding_unpack(&u, e->terms.plan, a, &f);
    return f;
}

/* --- the same matter on both sides --- */

static int compare_matters(const void *a, const void *b)
{
    const struct entry *x = *(const struct entry *const *)a, *y = *(const struct entry *const *)b;
    int order = text_compare(x->rule->id, y->rule->id);
    if (order == 0)
        order = memcmp(x->fingerprint, y->fingerprint, FINGERPRINT);
    if (order == 0)
        order = (int)x->side - (int)y->side;
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

static bool is_same_matter(const struct entry *x, const struct entry *y)
{
    return memcmp(x->fingerprint, y->fingerprint, FINGERPRINT) == 0 &&
           text_equal(x->rule->id, y->rule->id);
}

/* What is lawful under an exception is no finding. */
static bool is_finding(const struct entry *n)
{
    return n && n->outcome >= OUTCOME_UNDETERMINED;
}

/* A pair on its way to its place. */
struct placed {
    struct effect_pair pair;
    const struct entry *first;
};
struct pairing {
    struct effect *effect;
    struct placed *items;
    size_t count;
};

static void add_pair(struct pairing *p, const struct entry *b, const struct entry *a)
{
    enum move move = MOVE_STAYS;
    if (!is_finding(b) && !is_finding(a))
        return;
    if (!is_finding(a))
        move = MOVE_VANISHES;
    else if (is_finding(b) && a->outcome == b->outcome)
        move = MOVE_STAYS;
    else if (a->outcome == OUTCOME_UNDETERMINED)
        move = MOVE_UNDETERMINED;
    else
        move = is_finding(b) ? MOVE_CHANGES : MOVE_APPEARS;
    *arena_push(&p->effect->arena, &p->items, &p->count) = (struct placed){
        {move, b ? b->number : SIZE_MAX, a ? a->number : SIZE_MAX},
        b && (!a || b->number < a->number) ? b : a};
}

/* Of one matter the findings of both sides, in their order: the first with the first. */
static void pair_matter(struct pairing *p, const struct entry *const *order, size_t count)
{
    size_t old_count = 0;
    while (old_count < count && order[old_count]->side == BEFORE)
        old_count++;
    for (size_t i = 0; i < old_count || i < count - old_count; i++)
        add_pair(p, i < old_count ? order[i] : NULL,
                 i < count - old_count ? order[old_count + i] : NULL);
}

/* Rule by rule, in the order of the records. */
static int compare_pairs(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    int order = text_compare(x->first->rule->id, y->first->rule->id);
    if (order == 0)
        order = (int)x->pair.move - (int)y->pair.move;
    return order ? order
                 : (x->first->number > y->first->number) - (x->first->number < y->first->number);
}

static void make_pairs(struct effect *e)
{
    struct pairing p = {.effect = e};
    const struct entry **order = arena_array(&e->arena, e->count, const struct entry *);
    for (size_t i = 0; i < e->count; i++)
        order[i] = &e->entries[i];
    if (e->count)
        qsort(order, e->count, sizeof *order, compare_matters);
    for (size_t from = 0, to; from < e->count; from = to) {
        to = from + 1;
        while (to < e->count && is_same_matter(order[to], order[from]))
            to++;
        pair_matter(&p, order + from, to - from);
    }
    if (p.count)
        qsort(p.items, p.count, sizeof *p.items, compare_pairs);
    e->pairs = arena_array(&e->arena, p.count, struct effect_pair);
    for (size_t i = 0; i < p.count; i++)
        e->pairs[e->pair_count++] = p.items[i].pair;
}

const struct effect_pair *effect_pairs(const struct effect *e, size_t *count)
{
    *count = e->pair_count;
    return e->pairs;
}

/* --- tables --- */

static void double_slots(struct effect *e, struct effect_table *t)
{
    t->slot_count = t->slot_count ? t->slot_count * 2 : 16;
    t->slots = arena_array(&e->arena, t->slot_count, size_t);
    for (size_t i = 0; i < t->count; i++) {
        size_t at = text_hash(t->rows[i].key) & (t->slot_count - 1);
        while (t->slots[at])
            at = (at + 1) & (t->slot_count - 1);
        t->slots[at] = i + 1;
    }
}

static struct effect_row *row_of(struct effect *e, struct effect_table *t, struct text key)
{
    if (t->count * 2 >= t->slot_count)
        double_slots(e, t);
    size_t at = text_hash(key) & (t->slot_count - 1);
    for (; t->slots[at]; at = (at + 1) & (t->slot_count - 1))
        if (text_equal(t->rows[t->slots[at] - 1].key, key))
            return &t->rows[t->slots[at] - 1];
    struct effect_row *r = arena_push(&e->arena, &t->rows, &t->count);
    *r = (struct effect_row){.key = arena_copy(&e->arena, key)};
    t->slots[at] = t->count;
    return r;
}

static void add_amount(struct effect *e, struct effect_row *r, enum move m, const struct value *v)
{
    size_t i = 0;
    while (i < r->total_counts[m] && r->totals[m][i].currency != v->currency)
        i++;
    if (i == r->total_counts[m])
        arena_push(&e->arena, &r->totals[m], &r->total_counts[m])->currency = v->currency;
    total_add(&r->totals[m][i], v->number, value_most(v));
}

static void count_in(struct effect *e, struct effect_row *r, const struct effect_pair *p,
                     const struct finding *f)
{
    r->counts[p->move]++;
    r->before += p->before != SIZE_MAX && is_finding(&e->entries[p->before]);
    r->after += p->after != SIZE_MAX && is_finding(&e->entries[p->after]);
    if (p->move != MOVE_STAYS && f->amount_known)
        add_amount(e, r, p->move, &f->amount);
}

static struct effect_table *table_of(struct effect *e, struct text name)
{
    for (size_t i = 0; i < e->table_count; i++)
        if (text_equal(e->tables[i].name, name))
            return &e->tables[i];
    struct effect_table *t = arena_push(&e->arena, &e->tables, &e->table_count);
    *t = (struct effect_table){.name = arena_copy(&e->arena, name)};
    return t;
}

static void count_pair(struct effect *e, const struct effect_pair *p, struct effect_table *years,
                       struct arena *a)
{
    size_t which = p->after != SIZE_MAX && is_finding(&e->entries[p->after]) ? p->after : p->before;
    struct finding f = effect_finding(e, which, a);
    struct effect_row *r = row_of(e, &e->tables[0], f.task->rule->id);
    r->rule = f.task->rule;
    count_in(e, r, p, &f);
    if (p->move == MOVE_STAYS)
        return;
    for (size_t i = 0; i < f.actor_count; i++)
        count_in(e, row_of(e, table_of(e, f.actors[i].role), f.actors[i].name), p, &f);
    struct text year = f.on_known ? arena_format(a, "%d", day_to_civil(f.on).year)
                                  : TEXT("unknown");
    count_in(e, row_of(e, years, year), p, &f);
}

static uint64_t moved(const struct effect_row *r)
{
    uint64_t n = 0;
    for (int m = 0; m < MOVE_STAYS; m++)
        n += r->counts[m];
    return n;
}

static int compare_keys(const void *a, const void *b)
{
    return text_compare(((const struct effect_row *)a)->key, ((const struct effect_row *)b)->key);
}

static int compare_rows(const void *a, const void *b)
{
    const struct effect_row *x = a, *y = b;
    uint64_t i = moved(x), k = moved(y);
    return i != k ? (i < k) - (i > k) : compare_keys(a, b);
}

static void sort_tables(struct effect *e)
{
    for (size_t i = 0; i < e->table_count; i++) {
        struct effect_table *t = &e->tables[i];
        bool by_key = i == 0 || i + 1 == e->table_count;
        if (t->count)
            qsort(t->rows, t->count, sizeof *t->rows, by_key ? compare_keys : compare_rows);
    }
}

/* Rules that both laws have alike. */
static void count_kept(struct effect *e)
{
    for (size_t i = 0; i < e->terms.plan->task_count; i++) {
        if (!e->kept[i])
            continue;
        const struct rule *rule = e->terms.plan->tasks[i].rule;
        struct effect_row *r = row_of(e, &e->tables[0], rule->id);
        r->rule = rule;
        r->counts[MOVE_STAYS] += e->kept[i];
        r->before += e->kept[i];
        r->after += e->kept[i];
    }
}

static void make_tables(struct effect *e)
{
    struct arena a = ARENA("pair");
    struct effect_table years = {.name = TEXT("year")};
    table_of(e, TEXT("rule"));
    for (size_t i = 0; i < e->pair_count; i++) {
        count_pair(e, &e->pairs[i], &years, &a);
        arena_reset(&a);
    }
    count_kept(e);
    *arena_push(&e->arena, &e->tables, &e->table_count) = years;
    sort_tables(e);
    arena_free(&a);
}

void effect_end(void *effect, const struct report_end *end)
{
    struct effect *e = effect;
    for (size_t i = 0; i < e->terms.plan->task_count; i++)
        if (is_compared(&e->terms.plan->tasks[i]))
            e->withheld += run_tally(end->run, i)->withheld;
    make_pairs(e);
    make_tables(e);
}

const struct effect_table *effect_tables(const struct effect *e, size_t *count)
{
    *count = e->table_count;
    return e->tables;
}

/* --- why not --- */

/* The values of the task's limits on the day. */
static struct text limits_on(const struct task *t, day on, struct arena *a)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < t->parameter_count; i++) {
        const struct parameter_version *v = parameter_at(t->parameters[i], on);
        struct text value = v ? value_print(a, &v->value) : TEXT("no value");
        out = arena_format(a, "%.*s%s%.*s = %.*s", TEXT_ARG(out), i ? ", " : "",
                           TEXT_ARG(t->parameters[i]->id), TEXT_ARG(value));
    }
    return out;
}

struct text effect_why_not(const struct effect *e, const struct finding *f, size_t side,
                           struct arena *a)
{
    const struct plan *p = e->terms.plan;
    bool there = false;
    for (size_t i = 0; i < p->task_count; i++) {
        const struct task *t = &p->tasks[i];
        if (!variants_have(&t->variants, side) || !text_equal(t->rule->id, f->task->rule->id))
            continue;
        there = true;
        if (t->rule->transition == TRANSITION_OLD ||
            (f->on_known && !force_holds(t->rule->force, f->on)))
            continue;
        struct text limits = f->on_known ? limits_on(t, f->on, a) : TEXT("");
        return limits.len ? arena_format(a, "the rule is not met (%.*s)", TEXT_ARG(limits))
                          : TEXT("the rule is not met");
    }
    char on[DAY_TEXT_SIZE];
    if (!there)
        return TEXT("there is no such rule");
    return arena_format(a, "the rule is not in force on %s", day_print(f->on, on));
}
