/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/law_diff.h"

#include <stdlib.h>

#include "report/report.h"

enum change_kind { CHANGE_LIMIT, CHANGE_PROVISION, CHANGE_RULE };

struct change {
    day on;
    enum change_kind kind;
    struct text id;
    const struct parameter *parameter;
    const struct provision *provision;
    const struct rule *rule;
};

struct diffing {
    const struct lawbase *law;
    struct text language;
    day from, to;
    struct arena arena;
    struct change *changes;
    size_t count;
    FILE *out;
};

/* --- gathering --- */

static void add_change(struct diffing *d, struct change c)
{
    bool inside = c.on != DAY_ALWAYS && c.on != DAY_NEVER && c.on > d->from && c.on <= d->to;
    for (size_t i = 0; inside && i < d->count; i++)
        inside = d->changes[i].on != c.on || !text_equal(d->changes[i].id, c.id);
    if (inside)
        *arena_push(&d->arena, &d->changes, &d->count) = c;
}

static void gather_provisions(struct diffing *d, const struct instrument *in)
{
    for (size_t i = 0; i < in->provision_count; i++) {
        const struct provision *p = &in->provisions[i];
        for (size_t k = 0; k < p->version_count; k++) {
            struct change c = {p->versions[k].force.from, CHANGE_PROVISION, p->id, .provision = p};
            add_change(d, c);
            c.on = p->versions[k].force.to;
            add_change(d, c);
        }
    }
}

static void gather(struct diffing *d)
{
    for (size_t i = 0; i < d->law->parameter_count; i++) {
        const struct parameter *p = d->law->parameters[i];
        for (size_t k = 0; k < p->version_count; k++) {
            struct change c = {p->versions[k].force.from, CHANGE_LIMIT, p->id, .parameter = p};
            add_change(d, c);
            c.on = p->versions[k].force.to;
            add_change(d, c);
        }
    }
    for (size_t i = 0; i < d->law->instrument_count; i++)
        gather_provisions(d, d->law->instruments[i]);
    for (size_t i = 0; i < d->law->rule_count; i++) {
        const struct rule *r = d->law->rules[i];
        add_change(d, (struct change){r->force.from, CHANGE_RULE, r->id, .rule = r});
        add_change(d, (struct change){r->force.to, CHANGE_RULE, r->id, .rule = r});
    }
}

static int compare_changes(const void *a, const void *b)
{
    const struct change *x = a, *y = b;
    if (x->on != y->on)
        return x->on < y->on ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return text_compare(x->id, y->id);
}

/* --- in words --- */

static void line(struct diffing *d, const char *label, struct text t)
{
    if (!t.len)
        return;
    fprintf(d->out, "    %-11s", label);
    text_show(d->out, t);
    fputc('\n', d->out);
}

static void print_trust(struct diffing *d, struct text source, enum confidence c, struct text doubt)
{
    line(d, "source", arena_format(&d->arena, "%.*s [%s]", TEXT_ARG(source), confidence_name(c)));
    line(d, "doubt", doubt);
}

static void print_limit(struct diffing *d, const struct change *c)
{
    const struct parameter_version *now = parameter_at(c->parameter, c->on);
    const struct parameter_version *before = parameter_at(c->parameter, c->on - 1);
    struct text old = before ? value_print(&d->arena, &before->value) : TEXT("no value");
    struct text new = now ? value_print(&d->arena, &now->value) : TEXT("no value");
    const struct parameter_version *v = now ? now : before;
    const struct provision *p = provision_find(d->law, v->provision);
    fprintf(d->out, "  limit      %.*s (%.*s)\n",
            TEXT_ARG(words_in(&c->parameter->title, d->language)), TEXT_ARG(c->id));
    line(d, "was", old);
    line(d, "is", new);
    if (p)
        line(d, "article", citation_print(&d->arena, p, d->language));
    print_trust(d, v->source, v->confidence, v->doubt);
}

static void print_provision(struct diffing *d, const struct change *c)
{
    const struct provision_version *now = provision_at(c->provision, c->on);
    const struct provision_version *before = provision_at(c->provision, c->on - 1);
    const struct provision_version *v = now ? now : before;
    fprintf(d->out, "  provision  %.*s (%.*s)\n",
            TEXT_ARG(words_in(&c->provision->title, d->language)), TEXT_ARG(c->id));
    line(d, "was", before ? words_in(&before->summary, d->language) : TEXT("not in force"));
    line(d, "is", now ? words_in(&now->summary, d->language) : TEXT("no longer in force"));
    line(d, "article", citation_print(&d->arena, c->provision, d->language));
    print_trust(d, v->source, v->confidence, v->doubt);
}

static void print_rule(struct diffing *d, const struct change *c)
{
    fprintf(d->out, "  rule       %.*s (%.*s)\n", TEXT_ARG(words_in(&c->rule->title, d->language)),
            TEXT_ARG(c->id));
    line(d, "is",
         c->on == c->rule->force.from ? TEXT("in force from this day")
                                      : TEXT("no longer in force"));
    for (size_t i = 0; i < c->rule->provision_count; i++) {
        const struct provision *p = provision_find(d->law, c->rule->provisions[i]);
        if (p)
            line(d, i ? "" : "article", citation_print(&d->arena, p, d->language));
    }
    line(d, "doubt", c->rule->doubt);
}

static void print_changes(struct diffing *d)
{
    char on[DAY_TEXT_SIZE];
    size_t counts[3] = {0};
    for (size_t i = 0; i < d->count; i++) {
        const struct change *c = &d->changes[i];
        if (i == 0 || c->on != d->changes[i - 1].on)
            fprintf(d->out, "%s\n", day_print(c->on, on));
        if (c->kind == CHANGE_LIMIT)
            print_limit(d, c);
        else if (c->kind == CHANGE_PROVISION)
            print_provision(d, c);
        else
            print_rule(d, c);
        counts[c->kind]++;
        fputc('\n', d->out);
    }
    fprintf(d->out, "%zu changes: %zu of limits, %zu of provisions, %zu of rules\n", d->count,
            counts[CHANGE_LIMIT], counts[CHANGE_PROVISION], counts[CHANGE_RULE]);
}

void law_print_diff(const struct lawbase *law, struct text language, day from, day to, FILE *out)
{
    struct diffing d = {.law = law,
                        .language = language,
                        .from = from,
                        .to = to,
                        .arena = ARENA("diff"),
                        .out = out};
    gather(&d);
    if (d.count)
        qsort(d.changes, d.count, sizeof *d.changes, compare_changes);
    print_changes(&d);
    arena_free(&d.arena);
}
