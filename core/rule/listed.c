/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "rule/listed.h"

static struct value truth_value(enum truth t)
{
    return (struct value){.type = TYPE_BOOL,
                          .knowledge = t == TRUTH_UNKNOWN ? VALUE_UNKNOWN : VALUE_KNOWN,
                          .number = t == TRUTH_TRUE};
}

/* Empty: any list. */
static struct text list_named(const struct term *t, size_t arg)
{
    return t->arg_count > arg ? t->args[arg]->literal.text : TEXT("");
}

static bool has_list(const struct registers *r, struct text list)
{
    return r && r->index && name_index_has(r->index, list);
}

struct value call_loaded(const struct term *t, const struct context *c)
{
    return truth_value(has_list(c->registers, list_named(t, 0)) ? TRUTH_TRUE : TRUTH_FALSE);
}

enum truth term_listed(const struct term *t, const struct context *c, struct name_search *search,
                       struct profile *who, struct name_hits *hits)
{
    const struct registers *r = c->registers;
    struct text list = list_named(t, 1);
    *hits = (struct name_hits){0};
    if (!has_list(r, list))
        return TRUTH_UNKNOWN;
    bool named = profile_of(r->vocabulary, t->actor, c->batch, c->row, c->arena, who);
    struct value name = {0};
    if (t->actor->name != SIZE_MAX)
        name = batch_value(c->batch, c->row, t->actor->name);
    if (!named && name.knowledge == VALUE_ABSENT)
        return TRUTH_FALSE;
    *hits = name_search_find(search, who, list, 10 * r->tables->thresholds[t->threshold]);
    return hits->count ? TRUTH_TRUE : named ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

struct value call_listed(const struct term *t, const struct context *c)
{
    struct profile who;
    struct name_hits hits;
    bool own = !c->search && c->registers && c->registers->index;
    struct name_search *search = own ? name_search_new(c->registers->index) : c->search;
    enum truth truth = term_listed(t, c, search, &who, &hits);
    if (own)
        name_search_free(search);
    return truth_value(truth);
}
