/* SPDX-License-Identifier: Apache-2.0
 *
 * What this floor can check: citations, periods, doubts, translations, authorities.
 */
#include <config.h>

#include "law/lawbase.h"

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

static bool lint_words(struct diags *d, const struct lawbase *l, struct text id,
                       const struct words *w, struct span span)
{
    for (size_t i = 0; i < l->jurisdiction_count; i++) {
        const struct jurisdiction *j = l->jurisdictions[i];
        if (!text_starts(id, j->id) || id.len <= j->id.len || id.at[j->id.len] != '.')
            continue;
        for (size_t k = 0; k < j->language_count; k++)
            if (!words_have(w, arena_copy(&d->arena, j->languages[k]).at))
                diag_warning(d, span, "law-untranslated", TEXT(""),
                             "\"%.*s\" has no title in \"%.*s\"", TEXT_ARG(id),
                             TEXT_ARG(j->languages[k]));
    }
    return true;
}

static bool lint_provision(const struct lawbase *l, struct diags *d, const struct provision *p)
{
    bool ok = lint_words(d, l, p->id, &p->title, p->span);
    for (size_t i = 0; i < p->version_count; i++) {
        const struct provision_version *v = &p->versions[i];
        if (v->confidence != CONFIDENCE_HIGH && v->doubt.len == 0)
            ok = diag_error(d, p->span, "law-no-doubt",
                            TEXT("say what is not settled: \"doubt: ...\""),
                            "\"%.*s\" is not certain, but has no doubt", TEXT_ARG(p->id));
        if (i > 0 && v->force.from < p->versions[i - 1].force.to)
            ok = diag_error(d, p->span, "law-overlap", TEXT(""), "versions of \"%.*s\" overlap",
                            TEXT_ARG(p->id));
    }
    return ok;
}

static bool lint_parameter(const struct lawbase *l, struct diags *d, const struct parameter *p)
{
    bool ok = lint_words(d, l, p->id, &p->title, p->span);
    for (size_t i = 0; i < p->version_count; i++) {
        const struct parameter_version *v = &p->versions[i];
        if (v->provision.len)
            ok &= cites(l, d, v->provision, v->span);
        if (v->confidence != CONFIDENCE_HIGH && v->doubt.len == 0)
            ok = diag_error(d, v->span, "law-no-doubt",
                            TEXT("say what is not settled: \"doubt: ...\""),
                            "this value is not certain, but has no doubt");
    }
    return ok;
}

static bool has_authority(const struct jurisdiction *j, struct text id)
{
    for (size_t i = 0; i < j->authority_count; i++)
        if (text_equal(j->authority_ids[i], id))
            return true;
    return false;
}

/* A rule must not outlive what it cites. */
static bool lint_life(struct diags *d, const struct rule *r, const struct provision *p,
                      struct span span)
{
    day on = r->force.from == DAY_ALWAYS ? (p->version_count ? p->versions[0].force.from : 0)
                                         : r->force.from;
    char text[DAY_TEXT_SIZE];
    if (p->version_count == 0 || provision_at(p, on))
        return true;
    return diag_error(d, span, "law-not-in-force",
                      TEXT("adjust in_force, or cite what was in force"),
                      "\"%.*s\" was not in force when the rule begins (%s)", TEXT_ARG(p->id),
                      day_print(on, text));
}

static bool lint_rule(const struct lawbase *l, struct diags *d, const struct rule *r)
{
    bool ok = lint_words(d, l, r->id, &r->title, r->span);
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
        ok &= cites(l, d, r->sanctions[i], r->sanction_spans[i]);
    for (size_t i = 0; i < r->unless_count; i++)
        ok &= cites(l, d, r->unless[i].provision, r->unless[i].provision_span);
    const struct consequence *c = &r->consequence;
    if (c->authority.len && !has_authority(r->jurisdiction, c->authority))
        ok = diag_error(d, c->authority_span, "law-unknown-authority",
                        TEXT("authorities stand in jurisdiction.yaml"), "no authority \"%.*s\"",
                        TEXT_ARG(c->authority));
    return ok;
}

static bool lint_duplicates(const struct lawbase *l, struct diags *d)
{
    bool ok = true;
    for (size_t i = 1; i < l->rule_count; i++)
        if (text_equal(l->rules[i]->id, l->rules[i - 1]->id)) {
            ok = diag_error(d, l->rules[i]->span, "law-duplicate", TEXT(""),
                            "rule \"%.*s\" stands here twice", TEXT_ARG(l->rules[i]->id));
            diag_note(d, l->rules[i - 1]->span, "first here");
        }
    return ok;
}

bool lawbase_lint(const struct lawbase *l, struct diags *d)
{
    bool ok = lint_duplicates(l, d);
    for (size_t i = 0; i < l->instrument_count; i++)
        for (size_t k = 0; k < l->instruments[i]->provision_count; k++)
            ok &= lint_provision(l, d, &l->instruments[i]->provisions[k]);
    for (size_t i = 0; i < l->parameter_count; i++)
        ok &= lint_parameter(l, d, l->parameters[i]);
    for (size_t i = 0; i < l->definition_count; i++)
        for (size_t k = 0; k < l->definitions[i]->provision_count; k++)
            ok &= cites(l, d, l->definitions[i]->provisions[k],
                        l->definitions[i]->provision_spans[k]);
    for (size_t i = 0; i < l->rule_count; i++)
        ok &= lint_rule(l, d, l->rules[i]);
    return ok;
}
