/* SPDX-License-Identifier: Apache-2.0
 *
 * Translations, sources and doubts: what every piece of law must carry.
 */
#include <config.h>

#include "law/lint.h"

/* Whose law a name like "am.donation_cap" belongs to; NULL when nobody's. */
static const struct jurisdiction *owner_of(const struct lawbase *l, struct text id)
{
    for (size_t i = 0; i < l->jurisdiction_count; i++) {
        struct text own = l->jurisdictions[i]->id;
        if (text_starts(id, own) && id.len > own.len && id.at[own.len] == '.')
            return l->jurisdictions[i];
    }
    return NULL;
}

static void lint_translation(struct diags *d, const struct jurisdiction *j, struct text id,
                             const char *what, const struct words *w, struct span span)
{
    for (size_t i = 0; j && i < j->language_count; i++)
        if (!words_have(w, arena_copy(&d->arena, j->languages[i]).at))
            diag_warning(d, span, "law-untranslated", TEXT(""), "\"%.*s\" has no %s in \"%.*s\"",
                         TEXT_ARG(id), what, TEXT_ARG(j->languages[i]));
}

static bool lint_source(struct diags *d, struct text id, struct text source, struct span span)
{
    return text_trim(source).len > 0 ||
           diag_error(d, span, "law-no-source", TEXT("name where it was read"),
                      "\"%.*s\" has no source", TEXT_ARG(id));
}

static bool lint_doubt(struct diags *d, struct text id, enum confidence c, struct text doubt,
                       struct span span)
{
    return c == CONFIDENCE_HIGH || text_trim(doubt).len > 0 ||
           diag_error(d, span, "law-no-doubt", TEXT("say what is not settled: \"doubt: ...\""),
                      "\"%.*s\" is not certain, but has no doubt", TEXT_ARG(id));
}

static bool lint_provision(const struct lawbase *l, struct diags *d, const struct provision *p)
{
    const struct jurisdiction *j = owner_of(l, p->id);
    bool ok = true;
    lint_translation(d, j, p->id, "title", &p->title, p->span);
    for (size_t i = 0; i < p->version_count; i++) {
        const struct provision_version *v = &p->versions[i];
        lint_translation(d, j, p->id, "summary", &v->summary, p->span);
        ok &= lint_source(d, p->id, v->source, p->span);
        ok &= lint_doubt(d, p->id, v->confidence, v->doubt, p->span);
    }
    return ok;
}

static bool lint_parameter(const struct lawbase *l, struct diags *d, const struct parameter *p)
{
    bool ok = true;
    lint_translation(d, owner_of(l, p->id), p->id, "title", &p->title, p->span);
    for (size_t i = 0; i < p->version_count; i++) {
        const struct parameter_version *v = &p->versions[i];
        ok &= lint_source(d, p->id, v->source, v->span);
        ok &= lint_doubt(d, p->id, v->confidence, v->doubt, v->span);
    }
    return ok;
}

static bool lint_instrument(const struct lawbase *l, struct diags *d, const struct instrument *in)
{
    lint_translation(d, owner_of(l, in->id), in->id, "title", &in->title, in->span);
    bool ok = lint_source(d, in->id, in->source, in->span);
    ok &= lint_doubt(d, in->id, in->confidence, in->doubt, in->span);
    for (size_t i = 0; i < in->provision_count; i++)
        ok &= lint_provision(l, d, &in->provisions[i]);
    return ok;
}

static bool lint_election(const struct lawbase *l, struct diags *d, const struct election *e)
{
    lint_translation(d, owner_of(l, e->id), e->id, "title", &e->title, e->span);
    bool ok = lint_source(d, e->id, e->source, e->span);
    return lint_doubt(d, e->id, e->confidence, e->doubt, e->span) && ok;
}

bool lint_words(const struct lawbase *l, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < l->instrument_count; i++)
        ok &= lint_instrument(l, d, l->instruments[i]);
    for (size_t i = 0; i < l->parameter_count; i++)
        ok &= lint_parameter(l, d, l->parameters[i]);
    for (size_t i = 0; i < l->election_count; i++)
        ok &= lint_election(l, d, l->elections[i]);
    for (size_t i = 0; i < l->threat_count; i++) {
        const struct threat *t = l->threats[i];
        ok &= lint_source(d, t->id, t->source, t->span);
        ok &= lint_doubt(d, t->id, t->confidence, t->doubt, t->span);
    }
    for (size_t i = 0; i < l->definition_count; i++)
        lint_translation(d, owner_of(l, l->definitions[i]->id), l->definitions[i]->id, "title",
                         &l->definitions[i]->title, l->definitions[i]->span);
    for (size_t i = 0; i < l->publication_count; i++) {
        const struct publication *p = l->publications[i];
        ok &= lint_source(d, TEXT("publishes"), p->source, p->span);
        ok &= lint_doubt(d, TEXT("publishes"), p->confidence, p->doubt, p->span);
    }
    for (size_t i = 0; i < l->rule_count; i++)
        lint_translation(d, l->rules[i]->jurisdiction, l->rules[i]->id, "title",
                         &l->rules[i]->title, l->rules[i]->span);
    return ok;
}
