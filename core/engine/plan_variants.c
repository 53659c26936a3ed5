/* SPDX-License-Identifier: Apache-2.0
 *
 * Plans of several laws at once, as a bill and the law that it amends, or the values of a sweep: a
 * rule that is the same in them is one task, and tasks whose groups are the same share them.
 */
#include <config.h>

#include <stdlib.h>

#include "engine/plan_making.h"

static bool same_definitions(const struct lawbase *a, const struct lawbase *b)
{
    return a == b || (a->definition_count == b->definition_count &&
                      (a->definition_count == 0 ||
                       memcmp(a->definitions, b->definitions,
                              a->definition_count * sizeof *a->definitions) == 0));
}

/* Whether what a task was made of is there in another law as well, unchanged. */
static bool is_same_in(const struct task *t, const struct rule *r, const struct lawbase *law)
{
    if (t->rule != r || (t->uses_definition && !same_definitions(t->law, law)) ||
        (t->uses_calendar && t->law->calendar != law->calendar))
        return false;
    for (size_t i = 0; i < t->parameter_count; i++)
        if (parameter_find(law, t->parameters[i]->id) != t->parameters[i])
            return false;
    for (size_t i = 0; i < t->provision_count; i++) {
        const struct provision *p = provision_find(law, t->provisions[i]->id);
        if (!p || p->versions != t->provisions[i]->versions ||
            p->title.texts != t->provisions[i]->title.texts)
            return false;
    }
    return true;
}

static int compare_tasks(const void *a, const void *b)
{
    const struct task *x = a, *y = b;
    int order = text_compare(x->rule->id, y->rule->id);
    return order ? order : (x->leader > y->leader) - (x->leader < y->leader);
}

static bool same_terms(struct term *const *a, struct term *const *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!term_same(a[i], b[i]))
            return false;
    return true;
}

/* Whether the records of both fall into the same groups with the same sums. */
static bool same_groups(const struct task *a, const struct task *b)
{
    if (a->window || b->window || a->counts_distinct || b->counts_distinct)
        return false; /* the law of each day decides which records are looked at */
    if (a->record != b->record || a->basis != b->basis || a->key_count != b->key_count ||
        a->sum_count != b->sum_count || a->rule->unless_count != b->rule->unless_count ||
        a->rule->force.from != b->rule->force.from || a->rule->force.to != b->rule->force.to ||
        a->law->calendar != b->law->calendar || !term_same(a->where, b->where) ||
        !same_terms(a->keys, b->keys, a->key_count) ||
        !same_terms(a->unless, b->unless, a->rule->unless_count))
        return false;
    for (size_t i = 0; i < a->sum_count; i++)
        if (!term_same(a->sums[i].term, b->sums[i].term))
            return false;
    return true;
}

/* Of one rule's variants those that differ in `having` alone keep their groups together. */
static void find_leaders(struct plan *p)
{
    for (size_t i = 0; i < p->task_count; i++)
        p->tasks[i].leader = i;
    for (size_t i = 0; i < p->task_count; i++)
        for (size_t k = i; k > 0 && p->tasks[i].key_count > 0 && p->tasks[i].leader == i; k--) {
            const struct task *other = &p->tasks[k - 1];
            if (!text_equal(other->rule->id, p->tasks[i].rule->id))
                break;
            if (other->leader == k - 1 && same_groups(other, &p->tasks[i]))
                p->tasks[i].leader = k - 1;
        }
}

static bool join_task(struct plan *p, size_t which, const struct rule *r)
{
    for (size_t i = 0; i < p->task_count; i++)
        if (is_same_in(&p->tasks[i], r, p->laws[which])) {
            p->tasks[i].variants.words[which / 64] |= (uint64_t)1 << which % 64;
            return true;
        }
    return false;
}

bool plan_make_variants(struct plan *p, struct diags *d, const struct plan_terms *terms)
{
    bool ok = true;
    plan_begin(p, terms);
    for (size_t v = 0; v < terms->law_count; v++)
        for (size_t i = 0; i < terms->laws[v]->rule_count; i++)
            if (!join_task(p, v, terms->laws[v]->rules[i]))
                plan_compile(p, d, terms, v, terms->laws[v]->rules[i], &ok);
    if (p->task_count)
        qsort(p->tasks, p->task_count, sizeof *p->tasks, compare_tasks);
    find_leaders(p);
    p->all_count = p->task_count;
    return ok;
}
