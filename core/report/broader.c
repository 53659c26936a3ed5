/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/broader.h"

#include <inttypes.h>
#include <stdlib.h>

#include "report/wording.h"

const char *broader_way_name(enum broader_way way)
{
    static const char *const names[] = {N_("appears"), N_("grows"), N_("vanishes")};
    return names[way];
}

/* A record of a finding, by what tells it from others. */
struct mark {
    const struct rule *rule;
    uint64_t record;
};
struct kept {
    struct broader_change told;
    size_t from, to; /* of its side's marks, before they are sorted */
};
struct side {
    struct kept *items;
    size_t count;
    struct mark *marks, *sorted;
    size_t mark_count;
    uint64_t undetermined;
};

struct broader {
    const struct plan *plan;
    struct arena arena;
    struct side sides[2]; /* as they are joined; more broadly */
    struct broader_change *changes;
    size_t change_count;
    uint64_t counts[BROADER_WAYS];
};

struct broader *broader_new(const struct plan *p)
{
    struct broader *b = heap_alloc(1, sizeof *b);
    *b = (struct broader){.plan = p, .arena = ARENA("broader")};
    return b;
}

void broader_free(struct broader *b)
{
    if (!b)
        return;
    arena_free(&b->arena);
    free(b);
}

static uint64_t mark_of(const struct record_at *r)
{
    return text_hash(r->file) ^ r->line * UINT64_C(0x9E3779B97F4A7C15);
}

static struct text first_name(const struct finding *f)
{
    for (size_t i = 0; i < f->actor_count; i++)
        if (f->actors[i].name.len)
            return f->actors[i].name;
    return TEXT("");
}

/* The fields that join most. */
static struct text broadest(const struct finding *f)
{
    const struct joined *best = NULL;
    for (size_t i = 0; i < f->joined_count; i++)
        if (!best || f->joined[i].level > best->level)
            best = &f->joined[i];
    return best ? best->fields : TEXT("");
}

void broader_take(struct broader *b, const struct finding *f)
{
    struct side *s = &b->sides[plan_is_broader(b->plan, f->task)];
    struct arena *a = &b->arena;
    if (f->outcome < OUTCOME_INDICATOR) {
        s->undetermined += f->outcome == OUTCOME_UNDETERMINED ? f->count : 0;
        return;
    }
    struct kept *k = arena_push(a, &s->items, &s->count);
    k->told = (struct broader_change){.rule = f->task->rule,
                                      .outcome = f->outcome,
                                      .actor = arena_copy(a, first_name(f)),
                                      .fields = arena_copy(a, broadest(f)),
                                      .records = f->count};
    memcpy(k->told.fingerprint, f->fingerprint, sizeof k->told.fingerprint);
    if (f->record_count)
        k->told.first = (struct record_at){.file = arena_copy(a, f->records[0].file),
                                           .line = f->records[0].line,
                                           .ref = arena_copy(a, f->records[0].ref),
                                           .filed = arena_copy(a, f->records[0].filed)};
    k->from = s->mark_count;
    for (size_t i = 0; i < f->record_count; i++)
        *arena_push(a, &s->marks, &s->mark_count) = (struct mark){f->task->rule,
                                                                  mark_of(&f->records[i])};
    k->to = s->mark_count;
}

static int compare_marks(const void *a, const void *b)
{
    const struct mark *x = a, *y = b;
    if (x->rule != y->rule)
        return (uintptr_t)x->rule < (uintptr_t)y->rule ? -1 : 1;
    return x->record < y->record ? -1 : x->record > y->record;
}

static void sort_marks(struct broader *b, struct side *s)
{
    s->sorted = arena_array(&b->arena, s->mark_count, struct mark);
    if (!s->mark_count)
        return;
    memcpy(s->sorted, s->marks, s->mark_count * sizeof *s->marks);
    qsort(s->sorted, s->mark_count, sizeof *s->sorted, compare_marks);
}

/* How many of the finding's records are in findings of its rule on the other side. */
static size_t count_shared(const struct side *own, const struct kept *k, const struct side *other)
{
    size_t shared = 0;
    for (size_t i = k->from; i < k->to && other->mark_count; i++)
        shared += bsearch(&own->marks[i], other->sorted, other->mark_count, sizeof *other->sorted,
                          compare_marks) != NULL;
    return shared;
}

static void add_change(struct broader *b, const struct kept *k, enum broader_way way)
{
    struct broader_change *c = arena_push(&b->arena, &b->changes, &b->change_count);
    *c = k->told;
    c->way = way;
    b->counts[way]++;
}

void broader_end(struct broader *b)
{
    struct side *as_joined = &b->sides[0], *broadly = &b->sides[1];
    sort_marks(b, as_joined);
    sort_marks(b, broadly);
    for (size_t i = 0; i < broadly->count; i++) {
        const struct kept *k = &broadly->items[i];
        size_t shared = count_shared(broadly, k, as_joined);
        if (shared < k->to - k->from)
            add_change(b, k, shared ? BROADER_GROWS : BROADER_APPEARS);
    }
    for (size_t i = 0; i < as_joined->count; i++)
        if (count_shared(as_joined, &as_joined->items[i], broadly) == 0)
            add_change(b, &as_joined->items[i], BROADER_VANISHES);
}

const struct broader_change *broader_changes(const struct broader *b, size_t *count)
{
    *count = b->change_count;
    return b->changes;
}

uint64_t broader_count(const struct broader *b, enum broader_way way)
{
    return b->counts[way];
}

uint64_t broader_undetermined(const struct broader *b, bool broadly)
{
    return b->sides[broadly].undetermined;
}

/* --- in words --- */

struct text identity_level_print(struct arena *a, const struct vocabulary *v,
                                 enum identity_level level)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < v->identity_count; i++) {
        const struct identity_set *set = &v->identity[i];
        struct text fields = TEXT("");
        for (size_t k = 0; k < set->count; k++) {
            size_t tilde = text_find(set->fields[k], '~');
            bool unlike = tilde < set->fields[k].len;
            struct text other = unlike ? text_slice(set->fields[k], tilde + 1, set->fields[k].len)
                                       : TEXT("");
            fields = arena_format(a, "%.*s%s%.*s%s%.*s%s", TEXT_ARG(fields), k ? " and " : "",
                                  TEXT_ARG(text_slice(set->fields[k], 0, tilde)),
                                  unlike ? " (not " : "", TEXT_ARG(other), unlike ? ")" : "");
        }
        if (set->level == level)
            out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), out.len ? ", or " : "",
                               TEXT_ARG(fields));
    }
    return out;
}

struct text joined_print(struct arena *a, const struct finding *f)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < f->joined_count && f->count > 1; i++)
        out = arena_format(a, "%.*s%s%.*s by %.*s", TEXT_ARG(out), i ? "; " : "",
                           TEXT_ARG(f->joined[i].role), TEXT_ARG(f->joined[i].fields));
    return out.len ? arena_format(a, "%" PRIu64 " records: %.*s", f->count, TEXT_ARG(out)) : out;
}

void broader_print_text(const struct broader *b, const struct report *r)
{
    enum { MOST = 20 };
    const struct vocabulary *v = b->plan->vocabulary;
    struct arena a = ARENA("broader in words");
    enum identity_level next = v->joins + 1;
    struct text more = identity_level_print(&a, v, next);
    fprintf(r->out,
            "\njoined more broadly (--identity %s: also by %.*s): %" PRIu64
            " findings more, %" PRIu64 " with more records, %" PRIu64 " fewer; %" PRIu64
            " records undetermined, not %" PRIu64 "\n",
            identity_level_name(next), TEXT_ARG(more), b->counts[BROADER_APPEARS],
            b->counts[BROADER_GROWS], b->counts[BROADER_VANISHES], broader_undetermined(b, true),
            broader_undetermined(b, false));
    for (size_t i = 0; i < b->change_count && i < MOST; i++) {
        const struct broader_change *c = &b->changes[i];
        fprintf(r->out, "  %-9s%-13s%.*s  ", broader_way_name(c->way), outcome_name(c->outcome),
                TEXT_ARG(c->rule->id));
        text_show(r->out, c->actor);
        fputs("  ", r->out);
        text_show(r->out, c->first.file);
        fprintf(r->out, ":%" PRIu64 ", %" PRIu64 " records", c->first.line, c->records);
        if (c->fields.len)
            fprintf(r->out, " by %.*s", TEXT_ARG(c->fields));
        fputc('\n', r->out);
    }
    if (b->change_count > MOST)
        fprintf(r->out, "  and %zu more; --format json names all\n", b->change_count - MOST);
    arena_free(&a);
}
