/* SPDX-License-Identifier: Apache-2.0
 *
 * What this floor can check: names that stand twice, citations, periods, authorities; lint_words.c
 * has translations, sources and doubts.
 */
#include <config.h>

#include "law/lint.h"

#include <stdlib.h>

static bool cites(const struct lawbase *l, struct diags *d, struct text id, struct span span)
{
    if (provision_find(l, id))
        return true;
    struct text *known = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->instrument_count; i++)
        for (size_t k = 0; k < l->instruments[i]->provision_count; k++)
            *arena_push(&d->arena, &known, &count) = l->instruments[i]->provisions[k].id;
    return diag_error(d, span, "law-dangling-citation",
                      diag_did_you_mean(&d->arena, id, known, count), "no provision \"%.*s\"",
                      TEXT_ARG(id));
}

/* What applies today must rest on law that has commenced. */
static bool rests(const struct lawbase *l, struct diags *d, struct text id, struct span span)
{
    const struct provision *p = provision_find(l, id);
    if (!p || !provision_awaits(p))
        return cites(l, d, id, span);
    diag_error(d, span, "law-not-commenced", TEXT("leave it out until it commences"),
               "\"%.*s\" is %s", TEXT_ARG(id), status_name(p->versions[0].status));
    diag_note(d, p->span, "the provision");
    return false;
}

static bool lint_provision(struct diags *d, const struct provision *p)
{
    bool ok = true;
    for (size_t i = 1; i < p->version_count; i++)
        if (p->versions[i].force.from < p->versions[i - 1].force.to)
            ok = diag_error(d, p->span, "law-overlap",
                            TEXT("\"to\" is the first day of the next version"),
                            "versions of \"%.*s\" overlap", TEXT_ARG(p->id));
    return ok;
}

static bool lint_parameter(const struct lawbase *l, struct diags *d, const struct parameter *p)
{
    bool ok = true;
    for (size_t i = 0; i < p->version_count; i++)
        if (p->versions[i].provision.len)
            ok &= (p->versions[i].status == STATUS_IN_FORCE ? rests : cites)(
                l, d, p->versions[i].provision, p->versions[i].provision_span);
    return ok;
}

static bool has_authority(const struct jurisdiction *j, struct text id)
{
    for (size_t i = 0; i < j->authority_count; i++)
        if (text_equal(j->authority_ids[i], id))
            return true;
    return false;
}

static struct text authority_hint(struct diags *d, const struct jurisdiction *j, struct text id)
{
    struct text near = diag_did_you_mean(&d->arena, id, j->authority_ids, j->authority_count);
    return near.len ? near : TEXT("authorities stand in jurisdiction.yaml");
}

/* The first day of the life on which the provision says nothing; DAY_NEVER: it covers all. */
static day uncovered(const struct provision *p, struct force life)
{
    day at = life.from;
    for (const struct provision_version *v; at < life.to && (v = provision_at(p, at)) != NULL;)
        at = v->force.to;
    return at >= life.to ? DAY_NEVER : at;
}

/* A rule must neither begin before what it cites nor outlive it. */
static bool lint_life(struct diags *d, const struct rule *r, const struct provision *p,
                      struct span span)
{
    day gap = p->version_count ? uncovered(p, r->force) : DAY_NEVER;
    char on[DAY_TEXT_SIZE];
    if (gap == DAY_NEVER)
        return true;
    diag_error(d, span, "law-not-in-force",
               TEXT("adjust the rule's in_force, or cite what was in force"),
               "the rule is in force on %s, but \"%.*s\" is not",
               gap == DAY_ALWAYS ? "any early day" : day_print(gap, on), TEXT_ARG(p->id));
    diag_note(d, p->span, "the provision");
    return false;
}

static bool lint_rule(const struct lawbase *l, struct diags *d, const struct rule *r)
{
    bool ok = true;
    if (!text_starts(r->id, r->jurisdiction->id))
        ok = diag_error(d, r->span, "law-wrong-name",
                        TEXT("a rule's name begins with its jurisdiction"),
                        "rule of another jurisdiction");
    if (r->provision_count == 0)
        ok = diag_error(d, r->span, "rule-without-provision", TEXT(""),
                        "a rule must rest on a provision");
    for (size_t i = 0; i < r->provision_count; i++) {
        const struct provision *p = provision_find(l, r->provisions[i]);
        ok &= p ? lint_life(d, r, p, r->provision_spans[i])
                : cites(l, d, r->provisions[i], r->provision_spans[i]);
    }
    for (size_t i = 0; i < r->sanction_count; i++)
        ok &= rests(l, d, r->sanctions[i], r->sanction_spans[i]);
    for (size_t i = 0; i < r->unless_count; i++)
        ok &= rests(l, d, r->unless[i].provision, r->unless[i].provision_span);
    if (r->awaits)
        diag_warning(d, r->span, "law-not-commenced",
                     TEXT("it will, when the provision is in-force from a day"),
                     "the rule finds nothing: \"%.*s\" is %s", TEXT_ARG(r->awaits->id),
                     status_name(r->awaits->versions[0].status));
    const struct consequence *c = &r->consequence;
    if (c->authority.len && !has_authority(r->jurisdiction, c->authority))
        ok = diag_error(d, c->authority_span, "law-unknown-authority",
                        authority_hint(d, r->jurisdiction, c->authority), "no authority \"%.*s\"",
                        TEXT_ARG(c->authority));
    return ok;
}

/* --- names that stand twice --- */

struct named {
    struct text id;
    struct span span;
};

static int compare_named(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int order = text_compare(x->id, y->id);
    return order ? order
           : x->span.source != y->span.source
               ? text_compare(x->span.source->path, y->span.source->path)
               : (x->span.begin > y->span.begin) - (x->span.begin < y->span.begin);
}

#define GATHER(list, count) \
    for (size_t i = 0; i < l->count; i++) \
        *arena_push(&d->arena, &all, &n) = (struct named) \
        { \
            l->list[i]->id, l->list[i]->span \
        }

/* Versions that a bill made of one thing stand under one name. */
static void gather_versioned(const struct lawbase *l, struct diags *d, struct named **all,
                             size_t *n)
{
    for (size_t i = 0; i < l->definition_count; i++) {
        const struct definition *def = l->definitions[i];
        if (!def->versioned || definition_find(l, def->id) == def)
            *arena_push(&d->arena, all, n) = (struct named){def->id, def->span};
    }
    for (size_t i = 0; i < l->rule_count; i++) {
        const struct rule *r = l->rules[i];
        if (!r->versioned || rule_find(l, r->id) == r)
            *arena_push(&d->arena, all, n) = (struct named){r->id, r->span};
    }
}

/* Parameters, definitions, acts, provisions, elections and rules share one space of names: `law
 * show` finds each by its name alone. */
static bool lint_duplicates(const struct lawbase *l, struct diags *d)
{
    struct named *all = NULL;
    size_t n = 0;
    bool ok = true;
    GATHER(instruments, instrument_count);
    GATHER(parameters, parameter_count);
    GATHER(elections, election_count);
    gather_versioned(l, d, &all, &n);
    for (size_t i = 0; i < l->instrument_count; i++)
        for (size_t k = 0; k < l->instruments[i]->provision_count; k++) {
            const struct provision *p = &l->instruments[i]->provisions[k];
            *arena_push(&d->arena, &all, &n) = (struct named){p->id, p->span};
        }
    if (n)
        qsort(all, n, sizeof *all, compare_named);
    for (size_t i = 1; i < n; i++)
        if (text_equal(all[i].id, all[i - 1].id)) {
            ok = diag_error(d, all[i].span, "law-duplicate", TEXT("give it another name"),
                            "the name \"%.*s\" stands here twice", TEXT_ARG(all[i].id));
            diag_note(d, all[i - 1].span, "first here");
        }
    return ok;
}

bool lawbase_lint(const struct lawbase *l, struct diags *d)
{
    bool ok = lint_duplicates(l, d);
    for (size_t i = 0; i < l->instrument_count; i++)
        for (size_t k = 0; k < l->instruments[i]->provision_count; k++)
            ok &= lint_provision(d, &l->instruments[i]->provisions[k]);
    for (size_t i = 0; i < l->parameter_count; i++)
        ok &= lint_parameter(l, d, l->parameters[i]);
    for (size_t i = 0; i < l->definition_count; i++)
        for (size_t k = 0; k < l->definitions[i]->provision_count; k++)
            ok &= rests(l, d, l->definitions[i]->provisions[k],
                        l->definitions[i]->provision_spans[k]);
    for (size_t i = 0; i < l->rule_count; i++)
        ok &= lint_rule(l, d, l->rules[i]);
    ok &= lint_letters(l, d);
    return lint_words(l, d) && ok;
}

/* --- provisions that nothing rests on --- */

static bool lists(const struct text *ids, size_t count, struct text id)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(ids[i], id))
            return true;
    return false;
}

static bool rule_rests_on(const struct rule *r, struct text id)
{
    for (size_t i = 0; i < r->unless_count; i++)
        if (text_equal(r->unless[i].provision, id))
            return true;
    return lists(r->provisions, r->provision_count, id) ||
           lists(r->sanctions, r->sanction_count, id);
}

static bool is_rested_on(const struct lawbase *l, struct text id)
{
    for (size_t i = 0; i < l->rule_count; i++)
        if (rule_rests_on(l->rules[i], id))
            return true;
    for (size_t i = 0; i < l->definition_count; i++)
        if (lists(l->definitions[i]->provisions, l->definitions[i]->provision_count, id))
            return true;
    for (size_t i = 0; i < l->parameter_count; i++)
        for (size_t k = 0; k < l->parameters[i]->version_count; k++)
            if (text_equal(l->parameters[i]->versions[k].provision, id))
                return true;
    return false;
}

size_t lawbase_idle(const struct lawbase *l, struct diags *d)
{
    size_t count = 0;
    for (size_t i = 0; i < l->instrument_count; i++)
        for (size_t k = 0; k < l->instruments[i]->provision_count; k++) {
            const struct provision *p = &l->instruments[i]->provisions[k];
            if (provision_awaits(p) || is_rested_on(l, p->id))
                continue;
            count++;
            if (d)
                diag_note(d, p->span, "nothing rests on the provision \"%.*s\"", TEXT_ARG(p->id));
        }
    return count;
}
