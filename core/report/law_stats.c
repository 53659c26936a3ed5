/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/law_stats.h"

#include "report/law_export.h"

struct figures {
    size_t acts, provisions, provision_versions, limits, limit_versions, elections, rules, tests;
    size_t confidence[3]; /* of versions of provisions and limits */
};

static struct figures count(const struct lawbase *l, const struct jurisdiction *j)
{
    struct figures f = {0};
    for (size_t i = 0; i < l->instrument_count; i++) {
        const struct instrument *in = l->instruments[i];
        if (!is_law_of(j, in->id))
            continue;
        f.acts++;
        f.provisions += in->provision_count;
        for (size_t k = 0; k < in->provision_count; k++)
            for (size_t v = 0; v < in->provisions[k].version_count; v++) {
                f.provision_versions++;
                f.confidence[in->provisions[k].versions[v].confidence]++;
            }
    }
    for (size_t i = 0; i < l->parameter_count; i++) {
        const struct parameter *p = l->parameters[i];
        for (size_t v = 0; is_law_of(j, p->id) && v < p->version_count; v++)
            f.confidence[p->versions[v].confidence]++;
        f.limits += is_law_of(j, p->id);
        f.limit_versions += is_law_of(j, p->id) ? p->version_count : 0;
    }
    for (size_t i = 0; i < l->election_count; i++)
        f.elections += is_law_of(j, l->elections[i]->id);
    for (size_t i = 0; i < l->rule_count; i++)
        if (l->rules[i]->jurisdiction == j) {
            f.rules++;
            f.tests += l->rules[i]->tests ? l->rules[i]->tests->count : 0;
        }
    return f;
}

static void add(struct figures *all, const struct figures *f)
{
    all->acts += f->acts;
    all->provisions += f->provisions;
    all->provision_versions += f->provision_versions;
    all->limits += f->limits;
    all->limit_versions += f->limit_versions;
    all->elections += f->elections;
    all->rules += f->rules;
    all->tests += f->tests;
    for (int c = 0; c < 3; c++)
        all->confidence[c] += f->confidence[c];
}

static void print_row(struct text name, const struct figures *f, FILE *out)
{
    fprintf(out, "| %.*s | %zu | %zu in %zu | %zu in %zu | %zu | %zu | %zu | %zu / %zu / %zu |\n",
            TEXT_ARG(name), f->acts, f->provisions, f->provision_versions, f->limits,
            f->limit_versions, f->elections, f->rules, f->tests, f->confidence[CONFIDENCE_HIGH],
            f->confidence[CONFIDENCE_MEDIUM], f->confidence[CONFIDENCE_LOW]);
}

void law_print_stats(const struct lawbase *l, const struct standards *s, const struct coverage *c,
                     const struct mutation *m, FILE *out)
{
    struct figures all = {0};
    size_t items = 0, tenths = c->wanted ? c->seen * 1000 / c->wanted : 1000;
    fputs("| | acts | provisions in versions | limits in versions | elections | rules | tests | "
          "high / medium / low |\n|---|---|---|---|---|---|---|---|\n",
          out);
    for (size_t i = 0; i < l->jurisdiction_count; i++) {
        struct figures f = count(l, l->jurisdictions[i]);
        add(&all, &f);
        print_row(words_in(&l->jurisdictions[i]->name, TEXT("en")), &f, out);
    }
    print_row(TEXT("all"), &all, out);
    for (size_t i = 0; i < s->count; i++)
        items += s->list[i].item_count;
    fprintf(out,
            "\n%zu threats, %zu standards with %zu items. The tests see %zu of %zu truths of %zu "
            "atomic conditions (%zu.%zu %%), and notice %zu of %zu small changes of the law; %zu "
            "nobody could notice, %zu are open.\n",
            l->threat_count, s->count, items, c->seen, c->wanted, c->count, tenths / 10,
            tenths % 10, m->noticed, m->count, m->excepted, m->count - m->noticed - m->excepted);
}
