/* SPDX-License-Identifier: Apache-2.0
 *
 * What bills change in rules and definitions. Of a rule that changes on a day there are two
 * versions then, the old one until that day and the new one from it on; a transition lets the old
 * one go on for the records that it spares. A definition has no day of its own: each rule that
 * names it is cut where the definition changes, and is compiled with the version of its days.
 */
#include <config.h>

#include "law/bill_apply.h"
#include "law/read.h"

/* --- rules cut in time --- */

static struct rule *add_rule(struct lawbase *l, const struct rule *model, struct force f)
{
    struct rule *r = arena_make(&l->arena, struct rule);
    *r = *model;
    r->force = f;
    r->versioned = true;
    *arena_push(&l->arena, &l->rules, &l->rule_count) = r;
    return r;
}

/* A version of the old law: its tests told of a law that is no more. */
static struct rule *add_old(struct lawbase *l, const struct rule *model, struct force f)
{
    if (f.from >= f.to)
        return NULL;
    struct rule *r = add_rule(l, model, f);
    r->tests = NULL;
    r->except_count = 0;
    return r;
}

struct parts {
    const struct rule **items; /* what lies within the change, each with its days */
    size_t count;
};

/* Takes all versions of the rule out of the law, as far as they lie within the change. */
static struct parts cut_rules(struct applying *ap, struct text id)
{
    struct lawbase *l = ap->law;
    struct rule **all = l->rules;
    size_t count = l->rule_count;
    struct parts parts = {0};
    l->rules = NULL;
    l->rule_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct rule *r = all[i];
        struct force within = force_common(r->force, ap->force);
        if (!text_equal(r->id, id) || within.from >= within.to) {
            *arena_push(&l->arena, &l->rules, &l->rule_count) = all[i];
            continue;
        }
        add_old(l, r, (struct force){r->force.from, within.from});
        add_old(l, r, (struct force){within.to, r->force.to});
        struct rule *part = arena_make(&l->arena, struct rule);
        *part = *r;
        part->force = within;
        *arena_push(&l->arena, &parts.items, &parts.count) = part;
    }
    return parts;
}

/* --- transition --- */

static bool spare(struct applying *ap, struct rule *r, enum transition_side side)
{
    if (r->transition != TRANSITION_NONE)
        return diag_error(ap->diags, ap->change->transition_span, "bill-transition",
                          TEXT("let one transition end before the next begins"),
                          "\"%.*s\" is in a transition already", TEXT_ARG(r->id));
    r->spared = ap->change->spares;
    r->transition = side;
    return true;
}

/* The old version goes on for those that the transition spares. */
static bool keep_sparing(struct applying *ap, const struct rule *part)
{
    struct force f = part->force;
    if (!ap->change->has_transition)
        return true;
    f.to = f.to < ap->transition_until ? f.to : ap->transition_until;
    struct rule *r = add_old(ap->law, part, f);
    return !r || spare(ap, r, TRANSITION_OLD);
}

/* The new version, in two while the transition lasts. */
static bool add_new(struct applying *ap, const struct rule *made, struct force f)
{
    struct force first = f;
    bool ok = true;
    if (ap->change->has_transition) {
        first.to = f.from = ap->transition_until < f.to ? ap->transition_until : f.to;
        if (first.from < first.to) {
            struct rule *r = add_rule(ap->law, made, first);
            ok = spare(ap, r, TRANSITION_NEW);
            if (f.from < f.to)
                r->tests = NULL; /* the last version carries them for all */
        }
    }
    if (f.from < f.to)
        add_rule(ap->law, made, f);
    return ok;
}

/* --- rules --- */

static const struct jurisdiction *jurisdiction_of(struct applying *ap)
{
    struct text id = ap->change->target;
    const struct jurisdiction *j = jurisdiction_find(ap->law,
                                                     text_slice(id, 0, text_find(id, '.')));
    if (!j)
        diag_error(ap->diags, ap->change->span, "law-wrong-name",
                   TEXT("a rule's name begins with its jurisdiction"),
                   "a rule of a jurisdiction that was not loaded");
    return j;
}

/* Reads a rule without adding it to the law. */
static const struct rule *read_rule(struct applying *ap, const struct node *n)
{
    struct lawbase *l = ap->law;
    const struct jurisdiction *j = jurisdiction_of(ap);
    size_t count = l->rule_count;
    if (!n || !j)
        return NULL;
    if (!node_find(n, "rule"))
        n = node_with(&l->arena, n, "rule",
                      node_scalar(&l->arena, ap->change->target, ap->change->span));
    if (!rule_read(l, ap->diags, n, j))
        return NULL;
    struct rule *r = l->rules[count];
    l->rule_count = count;
    if (!text_equal(r->id, ap->change->target)) {
        diag_error(ap->diags, r->span, "bill-change", TEXT("leave it out, or repeat the name"),
                   "this is to replace \"%.*s\"", TEXT_ARG(ap->change->target));
        return NULL;
    }
    if (!r->doubt.len)
        r->doubt = ap->bill->doubt;
    return threat_resolve(l, ap->diags, r) ? r : NULL;
}

/* A `set` has the days of what it changes. */
static bool set_rule(struct applying *ap, const struct parts *parts)
{
    const struct change *c = ap->change;
    bool ok = true;
    if (c->as && node_find(c->as, "in_force"))
        return diag_error(ap->diags, node_find(c->as, "in_force")->span, "bill-change",
                          TEXT("write \"commencement\" and \"until\" beside it"),
                          "the change itself says from when on it holds");
    for (size_t i = 0; i < parts->count; i++) {
        const struct rule *made = read_rule(ap, change_merge(ap, parts->items[i]->node));
        if (!made)
            return false;
        struct rule *r = arena_make(&ap->law->arena, struct rule);
        *r = *made;
        if (!c->as || !node_find(c->as, "tests"))
            r->tests = NULL; /* they told of what was changed */
        ok &= keep_sparing(ap, parts->items[i]) && add_new(ap, r, parts->items[i]->force);
    }
    return ok;
}

bool apply_rule(struct applying *ap)
{
    const struct change *c = ap->change;
    const struct rule *made = NULL;
    bool ok = true;
    if (c->value || c->transition_value)
        return diag_error(ap->diags, c->value ? c->value->span : c->transition_value->span,
                          "bill-change", TEXT("write \"as:\" with the keys that change"),
                          "a rule has no value of its own");
    if ((c->kind == CHANGE_INSERT || c->kind == CHANGE_REPLACE) &&
        (made = read_rule(ap, c->as)) == NULL)
        return false;
    struct parts parts = cut_rules(ap, c->target);
    if (c->kind != CHANGE_INSERT && c->kind != CHANGE_REPLACE && parts.count == 0)
        return diag_error(ap->diags, c->span, "bill-not-in-force",
                          TEXT("`scrutineer law timeline` shows when it is"),
                          "\"%.*s\" is not in force from the commencement on", TEXT_ARG(c->target));
    if (c->kind == CHANGE_SET)
        return set_rule(ap, &parts);
    for (size_t i = 0; i < parts.count; i++)
        ok &= keep_sparing(ap, parts.items[i]);
    return ok && (!made || add_new(ap, made, force_common(made->force, ap->force)));
}

/* --- definitions --- */

static bool names_any(struct text condition, const struct text *ids, size_t count,
                      const struct lawbase *l)
{
    for (size_t i = 0; i < count; i++) {
        const struct definition *def = definition_find(l, ids[i]);
        if (def && definition_is_named(def, condition))
            return true;
    }
    return false;
}

static bool is_listed(const struct text *ids, size_t count, struct text id)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(ids[i], id))
            return true;
    return false;
}

/* The definition and all that name it, also by way of others. */
static size_t names_affected(struct applying *ap, struct text **ids)
{
    struct lawbase *l = ap->law;
    size_t count = 0, before;
    *ids = NULL;
    *arena_push(&l->arena, ids, &count) = ap->change->target;
    do {
        before = count;
        for (size_t i = 0; i < l->definition_count; i++)
            if (!is_listed(*ids, count, l->definitions[i]->id) &&
                names_any(l->definitions[i]->when.text, *ids, count, l))
                *arena_push(&l->arena, ids, &count) = l->definitions[i]->id;
    } while (count > before);
    return count;
}

static bool rule_names(const struct rule *r, const struct text *ids, size_t count,
                       const struct lawbase *l)
{
    for (size_t i = 0; i < r->with_count; i++)
        if (names_any(r->with[i].value.text, ids, count, l))
            return true;
    for (size_t i = 0; i < r->unless_count; i++)
        if (names_any(r->unless[i].when.text, ids, count, l))
            return true;
    return false;
}

/* Each rule that names it is cut on the days on which it changes. */
static void cut_rules_naming(struct applying *ap)
{
    struct lawbase *l = ap->law;
    struct text *ids;
    size_t id_count = names_affected(ap, &ids), count = l->rule_count;
    struct rule **all = l->rules;
    l->rules = NULL;
    l->rule_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct rule *r = all[i];
        struct force within = force_common(r->force, ap->force);
        if (within.from >= within.to || !rule_names(r, ids, id_count, l)) {
            *arena_push(&l->arena, &l->rules, &l->rule_count) = all[i];
            continue;
        }
        add_old(l, r, (struct force){r->force.from, within.from});
        add_old(l, r, within);
        add_old(l, r, (struct force){within.to, r->force.to});
    }
}

static void add_definition(struct lawbase *l, const struct definition *model, struct force f)
{
    if (f.from >= f.to)
        return;
    struct definition *def = arena_make(&l->arena, struct definition);
    *def = *model;
    def->force = f;
    def->versioned = true;
    *arena_push(&l->arena, &l->definitions, &l->definition_count) = def;
}

/* Takes the definition out of the law within the change; gives what it was there. */
static const struct definition *cut_definitions(struct applying *ap)
{
    struct lawbase *l = ap->law;
    struct definition **all = l->definitions;
    const struct definition *was = NULL;
    size_t count = l->definition_count;
    l->definitions = NULL;
    l->definition_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct force within = force_common(all[i]->force, ap->force);
        if (!text_equal(all[i]->id, ap->change->target) || within.from >= within.to) {
            *arena_push(&l->arena, &l->definitions, &l->definition_count) = all[i];
            continue;
        }
        add_definition(l, all[i], (struct force){all[i]->force.from, within.from});
        add_definition(l, all[i], (struct force){within.to, all[i]->force.to});
        was = was ? was : all[i];
    }
    return was;
}

bool apply_definition(struct applying *ap)
{
    const struct change *c = ap->change;
    struct lawbase *l = ap->law;
    if (c->value || c->has_transition)
        return diag_error(
            ap->diags, c->span, "bill-change",
            TEXT("write \"as: {when: ...}\"; let the rules that use it spare records"),
            "a definition has neither a value nor a transition");
    const struct definition *was = cut_definitions(ap);
    cut_rules_naming(ap);
    if (c->kind == CHANGE_REPEAL)
        return true;
    const struct node *n = c->kind == CHANGE_SET && was ? change_merge(ap, was->node) : c->as;
    if (n && !node_find(n, "definition"))
        n = node_with(&l->arena, n, "definition", node_scalar(&l->arena, c->target, c->span));
    size_t count = l->definition_count;
    if (!n || !definition_read(l, ap->diags, n))
        return false;
    const struct definition *made = l->definitions[count];
    l->definition_count = count;
    add_definition(l, made, ap->force);
    return true;
}
