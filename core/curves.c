/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "curves.h"

#include "law/vary.h"

enum { MOST_CURVES = 8 };

/* --- which limits --- */

/* What the limit is on that day, or, when it has no value then, the first that is known. */
static const struct value *value_on(const struct parameter *p, day on)
{
    const struct parameter_version *v = parameter_at(p, on);
    for (size_t i = 0; !v && i < p->version_count; i++)
        if (p->versions[i].value.knowledge == VALUE_KNOWN)
            v = &p->versions[i];
    return v && v->value.knowledge == VALUE_KNOWN ? &v->value : NULL;
}

static bool has_curve(const struct curves *c, struct text limit)
{
    for (size_t i = 0; i < c->count; i++)
        if (text_equal(c->items[i].limit->id, limit))
            return true;
    return false;
}

/* Adds the limit of a change, unless it is none, or none whose value it moves. */
static void add_curve(struct curves *c, struct scr_session *s, const struct bills *b,
                      const struct bill *bill, const struct change *change)
{
    const struct parameter *old = parameter_find(&s->base, change->target),
                           *new = parameter_find(&s->law, change->target);
    day from = change_force(b, bill, change).from;
    struct curve k = {.limit = new};
    if (!old || !new || has_curve(c, change->target))
        return;
    const struct value *before = value_on(old, from), *after = value_on(new, from);
    if (!before || !after ||
        !limit_values_around(&s->arena, before, after, &k.values, &k.value_count))
        return;
    if (c->count == MOST_CURVES) {
        c->left_out++;
        return;
    }
    for (size_t i = 0; i < k.value_count; i++) {
        if (k.values[i].number == before->number)
            k.before = i;
        if (k.values[i].number == after->number)
            k.after = i;
    }
    *arena_push(&s->arena, &c->items, &c->count) = k;
}

/* --- their laws --- */

static bool make_curve(struct curves *c, struct scr_session *s, struct curve *k, size_t first)
{
    struct sweep *w = &k->sweep;
    bool ok = true;
    *w = (struct sweep){.arena = ARENA("curve"),
                        .limit_count = 1,
                        .point_count = k->value_count,
                        .first = first + c->law_count,
                        .version = PACKAGE_VERSION,
                        .language = session_language(s)};
    w->limits = arena_array(&w->arena, 1, struct text);
    w->titles = arena_array(&w->arena, 1, struct text);
    w->limits[0] = k->limit->id;
    w->titles[0] = words_in(&k->limit->title, w->language);
    w->points = arena_array(&w->arena, k->value_count, struct sweep_point);
    for (size_t i = 0; i < k->value_count; i++) {
        struct limit_value v = {k->limit, k->values[i]};
        w->points[i].values = arena_array(&w->arena, 1, struct text);
        w->points[i].values[0] = value_print(&w->arena, &k->values[i]);
        ok &= lawbase_vary(&c->laws[c->law_count++], &s->diags, &s->law, &v, 1);
    }
    w->points[k->before].mark = "today";
    w->points[k->after].mark = "the bill";
    return ok;
}

bool curves_make(struct curves *c, struct scr_session *s, const struct bills *b, size_t first)
{
    size_t laws = 0;
    bool ok = true;
    *c = (struct curves){0};
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; k < b->items[i]->change_count; k++)
            add_curve(c, s, b, b->items[i], &b->items[i]->changes[k]);
    for (size_t i = 0; i < c->count; i++)
        laws += c->items[i].value_count;
    c->laws = arena_array(&s->arena, laws, struct lawbase);
    for (size_t i = 0; i < c->count; i++)
        ok &= make_curve(c, s, &c->items[i], first);
    return ok;
}

void curves_free(struct curves *c)
{
    for (size_t i = 0; i < c->law_count; i++)
        lawbase_close(&c->laws[i]);
    for (size_t i = 0; i < c->count; i++)
        sweep_free(&c->items[i].sweep);
}
