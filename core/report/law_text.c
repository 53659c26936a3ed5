/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/law_text.h"

#include "report/report.h"

static void row(FILE *out, const char *label, struct text t)
{
    if (t.len)
        fprintf(out, "  %-12s%.*s\n", label, TEXT_ARG(t));
}

/* Provisions of which no version has commenced. */
static size_t count_awaiting(const struct lawbase *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->instrument_count; i++)
        for (size_t k = 0; k < l->instruments[i]->provision_count; k++)
            n += provision_awaits(&l->instruments[i]->provisions[k]);
    return n;
}

static size_t count_versions(const struct lawbase *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->parameter_count; i++)
        n += l->parameters[i]->version_count;
    return n;
}

static size_t count_provisions(const struct lawbase *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->instrument_count; i++)
        n += l->instruments[i]->provision_count;
    return n;
}

static size_t count_tests(const struct lawbase *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->rule_count; i++)
        n += l->rules[i]->tests ? l->rules[i]->tests->count : 0;
    return n;
}

void law_print_counts(const struct lawbase *l, size_t warnings, size_t idle, FILE *out)
{
    fprintf(out,
            "%zu jurisdictions, %zu instruments, %zu provisions, %zu parameters in %zu versions, "
            "%zu definitions, %zu elections, %zu rules with %zu tests, %zu formats: ",
            l->jurisdiction_count, l->instrument_count, count_provisions(l), l->parameter_count,
            count_versions(l), l->definition_count, l->election_count, l->rule_count,
            count_tests(l), l->format_count);
    if (warnings)
        fprintf(out, "%zu warnings\n", warnings);
    else
        fputs("clean\n", out);
    if (idle)
        fprintf(out, "%zu provisions are there to be read, no rule rests on them (--notes)\n",
                idle);
    if (count_awaiting(l))
        fprintf(out, "%zu provisions are enacted or bills, and not in force\n", count_awaiting(l));
}

void law_print_list(const struct lawbase *l, struct text language, FILE *out)
{
    struct arena a = ARENA("list");
    for (size_t i = 0; i < l->jurisdiction_count; i++) {
        const struct jurisdiction *j = l->jurisdictions[i];
        fprintf(out, "%s%.*s  %.*s\n", i ? "\n" : "", TEXT_ARG(j->id),
                TEXT_ARG(words_in(&j->name, language)));
        for (size_t k = 0; k < l->rule_count; k++) {
            const struct rule *r = l->rules[k];
            struct text force = force_print(&a, r->force);
            if (r->jurisdiction == j)
                fprintf(out, "  %-44.*s %-9s  %.*s\n      %.*s\n", TEXT_ARG(r->id),
                        r->is_violation ? "violation" : "indicator", TEXT_ARG(force),
                        TEXT_ARG(words_in(&r->title, language)));
        }
    }
    arena_free(&a);
}

/* --- one thing --- */

/* On which days; or why on none. */
static struct text life_print(struct arena *a, struct force force, enum status status)
{
    return status == STATUS_IN_FORCE ? force_print(a, force) : text_of(status_name(status));
}

static void show_provision(const struct law_question *q, const struct provision *p, struct arena *a)
{
    fprintf(q->out, "%.*s  %.*s\n", TEXT_ARG(p->id), TEXT_ARG(words_in(&p->title, q->language)));
    row(q->out, "citation", citation_print(a, p, q->language));
    for (size_t i = 0; i < p->version_count; i++) {
        const struct provision_version *v = &p->versions[i];
        if (q->on_given && v->status == STATUS_IN_FORCE && !force_holds(v->force, q->on))
            continue;
        fprintf(q->out, "\n");
        row(q->out, "in force", life_print(a, v->force, v->status));
        row(q->out, "says", words_in(&v->summary, q->language));
        row(q->out, "source", v->source);
        row(q->out, "confidence", text_of(confidence_name(v->confidence)));
        row(q->out, "doubt", v->doubt);
    }
    if (q->on_given && !provision_at(p, q->on))
        fprintf(q->out, "\n  not in force on that day\n");
}

static void show_parameter(const struct law_question *q, const struct parameter *p, struct arena *a)
{
    fprintf(q->out, "%.*s  %.*s\n", TEXT_ARG(p->id), TEXT_ARG(words_in(&p->title, q->language)));
    for (size_t i = 0; i < p->version_count; i++) {
        const struct parameter_version *v = &p->versions[i];
        if (q->on_given && v->status == STATUS_IN_FORCE && !force_holds(v->force, q->on))
            continue;
        struct text value = value_print(a, &v->value);
        fprintf(q->out, "\n");
        row(q->out, "value", value);
        row(q->out, "written", v->written);
        row(q->out, "in force", life_print(a, v->force, v->status));
        row(q->out, "provision", v->provision);
        row(q->out, "source", v->source);
        row(q->out, "confidence", text_of(confidence_name(v->confidence)));
        row(q->out, "doubt", v->doubt);
    }
    if (q->on_given && !parameter_at(p, q->on))
        fprintf(q->out, "\n  no value on that day (which is not zero)\n");
}

/* On a day only what is in force then; what is not is counted. */
static void show_instrument(const struct law_question *q, const struct instrument *in,
                            struct arena *a)
{
    size_t left_out = 0;
    fprintf(q->out, "%.*s  %.*s\n", TEXT_ARG(in->id), TEXT_ARG(words_in(&in->title, q->language)));
    row(q->out, "citation", in->citation);
    row(q->out, "in force", life_print(a, in->force, in->status));
    row(q->out, "source", in->source);
    row(q->out, "confidence", text_of(confidence_name(in->confidence)));
    row(q->out, "doubt", in->doubt);
    if (q->on_given && !force_holds(in->force, q->on))
        fprintf(q->out, "\n  not in force on that day\n");
    for (size_t i = 0; i < in->provision_count; i++) {
        const struct provision *p = &in->provisions[i];
        if (q->on_given && !provision_at(p, q->on)) {
            left_out++;
            continue;
        }
        fputc('\n', q->out);
        show_provision(q, p, a);
    }
    if (left_out)
        fprintf(q->out, "\n%zu provisions of this act were not in force on that day\n", left_out);
}

static void show_rule(const struct law_question *q, const struct rule *r, struct arena *a)
{
    fprintf(q->out, "%.*s  %.*s\n", TEXT_ARG(r->id), TEXT_ARG(words_in(&r->title, q->language)));
    row(q->out, "in force",
        r->awaits ? arena_format(a, "never: %.*s is %s", TEXT_ARG(r->awaits->id),
                                 status_name(r->awaits->versions[0].status))
                  : force_print(a, r->force));
    row(q->out, "severity", r->is_violation ? TEXT("violation") : TEXT("indicator"));
    row(q->out, "plugin", r->plugin);
    row(q->out, "threat", threat_print(a, r, q->language));
    for (size_t i = 0; i < r->with_count; i++)
        row(q->out, arena_copy(a, r->with[i].name).at, r->with[i].value.text);
    for (size_t i = 0; i < r->unless_count; i++)
        row(q->out, "unless",
            arena_format(a, "%.*s (%.*s)", TEXT_ARG(r->unless[i].when.text),
                         TEXT_ARG(r->unless[i].provision)));
    row(q->out, "doubt", r->doubt);
    if (q->on_given && !force_holds(r->force, q->on))
        fprintf(q->out, "\n  not in force on that day\n");
    fprintf(q->out, "\n");
    for (size_t i = 0; i < r->provision_count; i++) {
        const struct provision *p = provision_find(q->law, r->provisions[i]);
        if (p)
            show_provision(q, p, a);
    }
}

static void show_election(const struct law_question *q, const struct election *e, struct arena *a)
{
    char on[DAY_TEXT_SIZE];
    fprintf(q->out, "%.*s  %.*s\n", TEXT_ARG(e->id), TEXT_ARG(words_in(&e->title, q->language)));
    row(q->out, "voting day", text_of(day_print(e->day, on)));
    if (e->campaign.to > e->campaign.from)
        row(q->out, "campaign", force_print(a, e->campaign));
    if (e->silence.to > e->silence.from)
        row(q->out, "silence", force_print(a, e->silence));
    row(q->out, "source", e->source);
    row(q->out, "confidence", text_of(confidence_name(e->confidence)));
    row(q->out, "doubt", e->doubt);
}

bool law_unknown(const struct lawbase *l, struct diags *d, struct text id)
{
    struct text *names = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->rule_count; i++)
        *arena_push(&d->arena, &names, &count) = l->rules[i]->id;
    for (size_t i = 0; i < l->parameter_count; i++)
        *arena_push(&d->arena, &names, &count) = l->parameters[i]->id;
    struct text hint = diag_did_you_mean(&d->arena, id, names, count);
    return diag_error(d, (struct span){0}, "law-unknown-name",
                      hint.len ? hint : TEXT("`scrutineer law list` names the rules"),
                      "the law base has no \"%.*s\"", TEXT_ARG(id));
}

/* Of a rule with several versions (bills make them) the one in force on the day, or else all. */
static void show_rules(const struct law_question *q, struct arena *a)
{
    const struct rule *on = q->on_given ? rule_at(q->law, q->id, q->on) : NULL;
    if (on || (q->on_given && rule_find(q->law, q->id))) {
        show_rule(q, on ? on : rule_find(q->law, q->id), a);
        return;
    }
    for (size_t i = 0; i < q->law->rule_count; i++)
        if (text_equal(q->law->rules[i]->id, q->id))
            show_rule(q, q->law->rules[i], a);
}

static bool show_other(const struct law_question *q, struct arena *a)
{
    const struct definition *d = q->on_given ? definition_at(q->law, q->id, q->on)
                                             : definition_find(q->law, q->id);
    if (d) {
        fprintf(q->out, "%.*s  %.*s\n", TEXT_ARG(d->id),
                TEXT_ARG(words_in(&d->title, q->language)));
        row(q->out, "when", d->when.text);
    }
    for (size_t i = 0; i < q->law->election_count; i++)
        if (text_equal(q->law->elections[i]->id, q->id)) {
            show_election(q, q->law->elections[i], a);
            return true;
        }
    return d != NULL;
}

bool law_print_one(const struct law_question *q, struct diags *d)
{
    struct arena a = ARENA("show");
    const struct rule *rule = rule_find(q->law, q->id);
    const struct provision *provision = provision_find(q->law, q->id);
    const struct parameter *parameter = parameter_find(q->law, q->id);
    const struct instrument *instrument = instrument_find(q->law, q->id);
    bool found = true;
    if (rule)
        show_rules(q, &a);
    else if (provision)
        show_provision(q, provision, &a);
    else if (parameter)
        show_parameter(q, parameter, &a);
    else if (instrument)
        show_instrument(q, instrument, &a);
    else
        found = show_other(q, &a);
    arena_free(&a);
    return found || law_unknown(q->law, d, q->id);
}

/* --- explain --- */

static void explain_parameters(const struct task *t, struct text language, struct arena *a,
                               FILE *out)
{
    if (t->parameter_count)
        fprintf(out, "\nLimits\n");
    for (size_t i = 0; i < t->parameter_count; i++) {
        const struct parameter *p = t->parameters[i];
        fprintf(out, "  %.*s (%.*s)\n", TEXT_ARG(words_in(&p->title, language)), TEXT_ARG(p->id));
        for (size_t k = 0; k < p->version_count; k++) {
            struct text value = value_print(a, &p->versions[k].value);
            struct text force = life_print(a, p->versions[k].force, p->versions[k].status);
            fprintf(out, "    %.*s, %.*s [%s]\n", TEXT_ARG(value), TEXT_ARG(force),
                    confidence_name(p->versions[k].confidence));
        }
    }
}

static void explain_law(const struct task *t, struct text language, struct arena *a, FILE *out)
{
    fprintf(out, "\nLaw\n");
    for (size_t i = 0; i < t->provision_count; i++) {
        const struct provision *p = t->provisions[i];
        fprintf(out, "  %.*s\n", TEXT_ARG(citation_print(a, p, language)));
        for (size_t k = 0; k < p->version_count; k++) {
            struct text force = life_print(a, p->versions[k].force, p->versions[k].status);
            fprintf(out, "    %.*s: %.*s [%s]\n", TEXT_ARG(force),
                    TEXT_ARG(words_in(&p->versions[k].summary, language)),
                    confidence_name(p->versions[k].confidence));
            if (p->versions[k].doubt.len)
                fprintf(out, "    doubt: %.*s\n", TEXT_ARG(p->versions[k].doubt));
        }
    }
}

static void explain_exceptions(const struct task *t, struct text language, struct arena *a,
                               FILE *out)
{
    for (size_t i = 0; i < t->rule->unless_count; i++) {
        const struct exception *x = &t->rule->unless[i];
        struct text title = words_in(&x->title, language);
        fprintf(out, "\nBut not when%s%.*s (%.*s)\n%.*s", title.len ? " " : "", TEXT_ARG(title),
                TEXT_ARG(x->provision), TEXT_ARG(term_explain(a, t->unless[i], 2)));
    }
}

static void explain_sum(const struct task *t, const struct sum *s, struct arena *a, FILE *out)
{
    fprintf(out, "  %.*s is the %s of %.*s", TEXT_ARG(s->name),
            s->distinct  ? "number of different values"
            : s->largest ? "largest sum"
                         : "sum",
            TEXT_ARG(term_print(a, s->term)));
    if (s->largest)
        fprintf(out, " that one value of %.*s has", TEXT_ARG(term_print(a, t->sums[s->of].term)));
    fputs("\n", out);
}

static void explain_groups(const struct task *t, struct arena *a, FILE *out)
{
    if (!t->key_count)
        return;
    fprintf(out, "\nTogether, for each\n");
    for (size_t i = 0; i < t->key_count; i++)
        fprintf(out, "  - %.*s\n", TEXT_ARG(term_explain_key(a, t->keys[i])));
    if (t->window)
        fprintf(out, "  - within any %.*s, by the day in \"%.*s\"\n",
                TEXT_ARG(term_explain_key(a, t->window)),
                TEXT_ARG(t->record->fields[t->basis].path));
    for (size_t i = 0; i < t->sum_count; i++)
        explain_sum(t, &t->sums[i], a, out);
    fprintf(out, "\nFound when\n%.*s", TEXT_ARG(term_explain(a, t->having, 2)));
}

void law_explain_rule(const struct task *t, struct text language, FILE *out)
{
    struct arena a = ARENA("explain");
    const struct rule *r = t->rule;
    struct finding none = {.task = t};
    struct text force = force_print(&a, r->force);
    fprintf(out, "%.*s\n  %.*s, %s, in force %.*s\n", TEXT_ARG(words_in(&r->title, language)),
            TEXT_ARG(r->id), r->is_violation ? "a violation" : "an indicator (never an accusation)",
            TEXT_ARG(force));
    fprintf(out, "  Each %.*s is judged by the law of the day in \"%.*s\".\n",
            TEXT_ARG(t->record->name), TEXT_ARG(t->record->fields[t->basis].path));
    fprintf(out, "\n%s\n%.*s", t->key_count ? "Counted when" : "Found when",
            TEXT_ARG(term_explain(&a, t->where, 2)));
    explain_groups(t, &a, out);
    explain_exceptions(t, language, &a, out);
    explain_parameters(t, language, &a, out);
    explain_law(t, language, &a, out);
    struct text threat = threat_print(&a, r, language);
    if (threat.len)
        fprintf(out, "\nThreat\n  %.*s\n", TEXT_ARG(threat));
    struct text must = consequence_print(&a, &none, language);
    if (must.len)
        fprintf(out, "\nWhat must follow\n  %.*s%s%.*s\n", TEXT_ARG(must),
                r->consequence.within.len ? ", within " : "", TEXT_ARG(r->consequence.within));
    if (r->doubt.len)
        fprintf(out, "\nDoubt\n  %.*s\n", TEXT_ARG(r->doubt));
    fprintf(out, "\nTests: %zu (run them with `scrutineer law test`)\n",
            r->tests ? r->tests->count : 0);
    arena_free(&a);
}
