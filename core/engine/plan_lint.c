/* SPDX-License-Identifier: Apache-2.0
 *
 * Checks of the law base that need compiled rules.
 */
#include <config.h>

#include "engine/plan.h"
#include "law/letter.h"

static bool is_used(const struct plan *p, const struct parameter *q)
{
    for (size_t i = 0; i < p->task_count; i++)
        for (size_t k = 0; k < p->tasks[i].parameter_count; k++)
            if (p->tasks[i].parameters[k] == q)
                return true;
    return false;
}

/* A unit that another parameter is a multiple of is used, too. */
static bool is_unit(const struct lawbase *law, const struct parameter *q)
{
    for (size_t i = 0; i < law->parameter_count; i++)
        for (size_t k = 0; k < law->parameters[i]->version_count; k++) {
            struct text w = law->parameters[i]->versions[k].written;
            if (w.len > q->id.len + 3 && text_equal(text_slice(w, w.len - q->id.len, w.len), q->id))
                return true;
        }
    return false;
}

static void lint_parameters(const struct plan *p, struct diags *d)
{
    for (size_t i = 0; i < p->law->parameter_count; i++) {
        const struct parameter *q = p->law->parameters[i];
        if (!is_used(p, q) && !is_unit(p->law, q))
            diag_warning(d, q->span, "law-unused-parameter", TEXT(""),
                         "no rule uses the parameter \"%.*s\"", TEXT_ARG(q->id));
    }
}

/* --- definitions --- */

static bool is_named(const struct lawbase *law, const struct definition *def)
{
    for (size_t i = 0; i < law->rule_count; i++) {
        const struct rule *r = law->rules[i];
        for (size_t k = 0; k < r->with_count; k++)
            if (definition_is_named(def, r->with[k].value.text))
                return true;
        for (size_t k = 0; k < r->unless_count; k++)
            if (definition_is_named(def, r->unless[k].when.text))
                return true;
    }
    for (size_t i = 0; i < law->definition_count; i++)
        if (law->definitions[i] != def && definition_is_named(def, law->definitions[i]->when.text))
            return true;
    return false;
}

/* Compiled by itself, so that one that no rule names yet is right, too. */
static bool lint_definition(const struct plan *p, struct diags *d, const struct definition *def)
{
    struct arena a = ARENA("definition");
    struct text *sources = NULL,
                *records = arena_array(&d->arena, p->vocabulary->record_count, struct text);
    struct regex **regexes = NULL;
    size_t source_count = 0, regex_count = 0;
    for (size_t i = 0; i < p->vocabulary->record_count; i++)
        records[i] = p->vocabulary->records[i].name;
    struct scope s = {.arena = &a,
                      .diags = d,
                      .law = p->law,
                      .vocabulary = p->vocabulary,
                      .jurisdiction = text_slice(def->id, 0, text_find(def->id, '.')),
                      .record = vocabulary_record(p->vocabulary, def->record),
                      .on = def->force.from,
                      .source_names = &sources,
                      .source_count = &source_count,
                      .regexes = &regexes,
                      .regex_count = &regex_count};
    bool ok = s.record ||
              diag_error(
                  d, def->span, "law-unknown-record",
                  diag_did_you_mean(&d->arena, def->record, records, p->vocabulary->record_count),
                  "the definition \"%.*s\" is about \"%.*s\", which is no record",
                  TEXT_ARG(def->id), TEXT_ARG(def->record));
    const struct term *t = ok ? term_compile_as(&s, def->when, TYPE_BOOL) : NULL;
    ok = t && definition_lint_bounds(t, def, p->law, d);
    for (size_t i = 0; i < regex_count; i++)
        regex_free(regexes[i]);
    arena_free(&a);
    return ok;
}

static bool lint_definitions(const struct plan *p, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < p->law->definition_count; i++) {
        const struct definition *def = p->law->definitions[i];
        ok &= lint_definition(p, d, def);
        if (!is_named(p->law, def))
            diag_warning(d, def->span, "law-unused-definition", TEXT(""),
                         "no rule uses the definition \"%.*s\"", TEXT_ARG(def->id));
    }
    return ok;
}

/* --- values --- */

/* Every day of a rule's life its parameters must have a value. */
static bool lint_gaps(const struct task *t, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < t->parameter_count; i++) {
        const struct parameter *q = t->parameters[i];
        struct force life = t->rule->force;
        day at = life.from;
        for (const struct parameter_version *v; (v = parameter_at(q, at)) != NULL;) {
            at = v->force.to;
            if (at >= life.to || at == DAY_NEVER)
                break;
        }
        if (at >= life.to || at == DAY_NEVER)
            continue;
        char on[DAY_TEXT_SIZE];
        ok = diag_error(d, t->rule->span, "law-gap", TEXT("give it a version, or end the rule"),
                        "\"%.*s\" is in force on %s, but \"%.*s\" has no value then",
                        TEXT_ARG(t->rule->id),
                        at == DAY_ALWAYS ? "any early day" : day_print(at, on), TEXT_ARG(q->id));
        diag_note(d, q->span, "the parameter");
    }
    return ok;
}

static bool lint_low_version(const struct rule *r, struct diags *d, struct text id,
                             enum confidence c, struct force f)
{
    if (c != CONFIDENCE_LOW || f.from >= r->force.to || f.to <= r->force.from)
        return true;
    return diag_error(
        d, r->span, "rule-on-low",
        TEXT("make it an indicator, or say in the rule's own \"doubt:\" why it stands"),
        "a violation rests on \"%.*s\", of low confidence", TEXT_ARG(id));
}

/* What rests on `low` is not reported unless asked for; a rule whose violations do must say so. */
static bool lint_low(const struct task *t, struct diags *d)
{
    const struct rule *r = t->rule;
    bool ok = true;
    if (!r->is_violation || r->doubt.len)
        return true;
    for (size_t i = 0; i < t->provision_count; i++)
        for (size_t k = 0; k < t->provisions[i]->version_count; k++) {
            const struct provision_version *v = &t->provisions[i]->versions[k];
            ok &= lint_low_version(r, d, t->provisions[i]->id, v->confidence, v->force);
        }
    for (size_t i = 0; i < t->parameter_count; i++)
        for (size_t k = 0; k < t->parameters[i]->version_count; k++) {
            const struct parameter_version *v = &t->parameters[i]->versions[k];
            ok &= lint_low_version(r, d, t->parameters[i]->id, v->confidence, v->force);
        }
    return ok;
}

/* --- tests --- */

static bool expects(const struct node *tests, const char *outcome)
{
    for (size_t i = 0; tests && i < tests->count; i++) {
        const struct node *e = node_find(tests->items[i], "expect");
        if (e && e->kind == NODE_SCALAR && text_equal(e->text, text_of(outcome)))
            return true;
        if (e && e->kind == NODE_MAP && node_find(e, outcome))
            return true;
    }
    return false;
}

static void untested(const struct rule *r, struct diags *d, const char *what)
{
    diag_warning(d, r->span, "rule-untested", TEXT("add one under \"tests:\""),
                 "rule \"%.*s\" has no test %s", TEXT_ARG(r->id), what);
}

/* Whether some given record has that day in the field that decides which law applies. */
static bool tests_day(const struct task *t, const char *on)
{
    const struct text field = t->record->fields[t->basis].path;
    const struct node *tests = t->rule->tests;
    for (size_t i = 0; tests && i < tests->count; i++) {
        const struct node *given = node_find(tests->items[i], "given");
        for (size_t k = 0; given && k < given->count; k++) {
            const struct node *record = given->items[k];
            const struct node *fields = record->kind == NODE_MAP && record->count ? record->items[0]
                                                                                  : NULL;
            for (size_t m = 0; fields && fields->kind == NODE_MAP && m < fields->count; m++)
                if (text_equal(fields->keys[m], field) &&
                    text_equal(fields->items[m]->text, text_of(on)))
                    return true;
        }
    }
    return false;
}

static void lint_day(const struct task *t, struct diags *d, day on, const char *what)
{
    char text[DAY_TEXT_SIZE];
    if (tests_day(t, day_print(on, text)))
        return;
    struct text missing = arena_format(&d->arena, "on %s, %s", what, text);
    untested(t->rule, d, missing.at);
}

static void lint_days(const struct task *t, struct diags *d)
{
    const struct force f = t->rule->force;
    if (f.from != DAY_ALWAYS) {
        lint_day(t, d, f.from, "its first day");
        lint_day(t, d, f.from - 1, "the day before its first");
    }
    if (f.to != DAY_NEVER) {
        lint_day(t, d, f.to - 1, "its last day");
        lint_day(t, d, f.to, "the day after its last");
    }
}

static void note_field(const struct term *t, void *owner)
{
    bool *found = owner;
    *found |= t->op == OP_FIELD || t->op == OP_SOURCE;
}

static void lint_tests(const struct task *t, struct diags *d)
{
    const struct rule *r = t->rule;
    bool facts = false;
    term_walk(t->where, note_field, &facts);
    if (!expects(r->tests, "clear"))
        untested(r, d, "that expects \"clear\"");
    if (r->awaits)
        return; /* it finds nothing yet */
    if (!expects(r->tests, r->is_violation ? "violation" : "indicator"))
        untested(r, d,
                 r->is_violation ? "that expects \"violation\"" : "that expects \"indicator\"");
    if (facts && !expects(r->tests, "undetermined"))
        untested(r, d, "that expects \"undetermined\"");
    if (r->unless_count && t->key_count == 0 && !expects(r->tests, "exempt"))
        untested(r, d, "that expects \"exempt\"");
    lint_days(t, d);
}

/* --- letters --- */

/* To whom letters go: roles of the vocabulary. */
static bool lint_letter(const struct plan *p, struct diags *d, const struct letter *l)
{
    struct text *roles = NULL;
    size_t count = 0;
    bool ok = true;
    for (size_t i = 0; i < p->vocabulary->record_count; i++)
        for (size_t k = 0; k < p->vocabulary->records[i].actor_count; k++)
            *arena_push(&d->arena, &roles, &count) = p->vocabulary->records[i].actors[k];
    for (size_t i = 0; i < l->to_count; i++) {
        bool known = false;
        for (size_t k = 0; k < count; k++)
            known |= text_equal(roles[k], l->to[i]);
        if (!known)
            ok = diag_error(d, l->to_spans[i], "letter-role",
                            diag_did_you_mean(&d->arena, l->to[i], roles, count),
                            "no record has an actor \"%.*s\"", TEXT_ARG(l->to[i]));
    }
    return ok;
}

/* --- what is published --- */

static const struct field *find_field(const struct vocabulary *v, struct text path)
{
    for (size_t i = 0; i < v->record_count; i++) {
        const struct field *f = record_field(&v->records[i], path);
        if (f)
            return f;
    }
    return NULL;
}

static bool lint_published(const struct plan *p, struct diags *d, const struct publication *pub)
{
    bool ok = true;
    for (size_t i = 0; i < pub->field_count; i++) {
        const struct field *f = find_field(p->vocabulary, pub->fields[i]);
        if (!f)
            ok = diag_error(d, pub->field_spans[i], "publication-field",
                            TEXT("write a role and a field of vocabulary.yaml: donor.name"),
                            "no record has a field \"%.*s\"", TEXT_ARG(pub->fields[i]));
        else if (f->personal != PERSONAL_NATURAL)
            ok = diag_error(d, pub->field_spans[i], "publication-never",
                            TEXT("vocabulary.yaml says so (personal)"),
                            f->personal == PERSONAL_NO ? "\"%.*s\" is published in any case"
                                                       : "\"%.*s\" is never published",
                            TEXT_ARG(pub->fields[i]));
    }
    return ok;
}

bool plan_lint(const struct plan *p, struct diags *d)
{
    bool ok = lint_definitions(p, d);
    for (size_t i = 0; i < p->law->letter_count; i++)
        ok &= lint_letter(p, d, p->law->letters[i]);
    for (size_t i = 0; i < p->law->publication_count; i++)
        ok &= lint_published(p, d, p->law->publications[i]);
    for (size_t i = 0; i < p->task_count; i++) {
        ok &= lint_gaps(&p->tasks[i], d);
        ok &= lint_low(&p->tasks[i], d);
        ok &= p->tasks[i].rule->awaits || task_lint_bounds(&p->tasks[i], p->law, d);
    }
    lint_parameters(p, d);
    for (size_t i = 0; i < p->task_count; i++)
        lint_tests(&p->tasks[i], d);
    return ok;
}
