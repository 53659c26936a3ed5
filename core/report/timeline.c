/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/timeline.h"

/* --- gathering --- */

static struct timeline_row *add_row(struct timeline *t, struct text id, const struct words *title)
{
    struct timeline_row *row = arena_push(t->arena, &t->rows, &t->count);
    *row = (struct timeline_row){.id = id, .title = words_in(title, t->language)};
    return row;
}

static void add_provision(struct timeline *t, const struct provision *p)
{
    struct timeline_row *row = add_row(t, p->id, &p->title);
    for (size_t i = 0; i < p->version_count; i++) {
        const struct provision_version *v = &p->versions[i];
        *arena_push(t->arena, &row->bars,
                    &row->count) = (struct bar){.force = v->force,
                                                .label = words_in(&v->summary, t->language),
                                                .source = v->source,
                                                .doubt = v->doubt,
                                                .confidence = v->confidence};
    }
}

/* An amount as it reads best in a picture; empty when it is none. */
static struct text grouped(struct arena *a, const struct value *v)
{
    char buffer[MONEY_TEXT_SIZE];
    if (v->type != TYPE_MONEY || v->knowledge != VALUE_KNOWN || v->ranged)
        return TEXT("");
    return arena_copy(a,
                      text_of(money_print_grouped((struct money){v->number, v->currency}, buffer)));
}

static void add_parameter(struct timeline *t, const struct parameter *p)
{
    struct timeline_row *row = add_row(t, p->id, &p->title);
    for (size_t i = 0; i < p->version_count; i++) {
        const struct parameter_version *v = &p->versions[i];
        *arena_push(t->arena, &row->bars,
                    &row->count) = (struct bar){.force = v->force,
                                                .label = value_print(t->arena, &v->value),
                                                .picture_label = grouped(t->arena, &v->value),
                                                .source = v->source,
                                                .doubt = v->doubt,
                                                .confidence = v->confidence};
    }
}

/* How sure a rule is changes with what it rests on: one bar for each stretch of time. */
static void add_rule(struct timeline *t, const struct task *task)
{
    const struct rule *r = task->rule;
    struct timeline_row *row = add_row(t, r->id, &r->title);
    for (day from = r->force.from; from < r->force.to;) {
        day to = r->force.to;
        for (size_t i = 0; i < task->parameter_count; i++)
            for (size_t k = 0; k < task->parameters[i]->version_count; k++) {
                day change = task->parameters[i]->versions[k].force.from;
                to = change > from && change < to ? change : to;
            }
        for (size_t i = 0; i < task->provision_count; i++)
            for (size_t k = 0; k < task->provisions[i]->version_count; k++) {
                day change = task->provisions[i]->versions[k].force.from;
                to = change > from && change < to ? change : to;
            }
        *arena_push(t->arena, &row->bars, &row->count) = (struct bar){
            .force = {from, to},
            .label = r->is_violation ? TEXT("violation") : TEXT("indicator"),
            .doubt = r->doubt,
            .confidence = task_confidence(task, from)};
        from = to;
    }
}

static void add_task(struct timeline *t, const struct task *task)
{
    add_rule(t, task);
    for (size_t i = 0; i < task->parameter_count; i++)
        add_parameter(t, task->parameters[i]);
    for (size_t i = 0; i < task->provision_count; i++)
        add_provision(t, task->provisions[i]);
}

bool timeline_make(struct timeline *t, const struct lawbase *law, const struct plan *plan,
                   struct text id)
{
    const struct provision *p = provision_find(law, id);
    const struct parameter *q = parameter_find(law, id);
    const struct instrument *in = instrument_find(law, id);
    for (size_t i = 0; plan && i < plan->task_count; i++)
        if (text_equal(plan->tasks[i].rule->id, id))
            add_task(t, &plan->tasks[i]);
    if (p)
        add_provision(t, p);
    if (q)
        add_parameter(t, q);
    for (size_t i = 0; in && i < in->provision_count; i++)
        add_provision(t, &in->provisions[i]);
    t->id = id;
    t->title = in ? words_in(&in->title, t->language) : t->count ? t->rows[0].title : TEXT("");
    return t->count > 0;
}

/* --- text --- */

static void print_bar(const struct bar *b, FILE *out)
{
    char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE];
    if (force_is_never(b->force))
        fprintf(out, "  %-23s  %-8s", "not in force", confidence_name(b->confidence));
    else
        fprintf(out, "  %-10s - %-10s  %-8s", day_print(b->force.from, from),
                b->force.to == DAY_NEVER ? "" : day_print(b->force.to - 1, to),
                confidence_name(b->confidence));
    text_show(out, b->label);
    fputc('\n', out);
    if (b->doubt.len) {
        fputs("                             doubt: ", out);
        text_show(out, b->doubt);
        fputc('\n', out);
    }
}

/* Between two versions, or in front of the first, nothing was in force. */
static void print_gap(day from, day to, FILE *out)
{
    char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
    if (from < to)
        fprintf(out, "  %-10s - %-10s  nothing in force\n", day_print(from, first),
                day_print(to == DAY_NEVER ? to : to - 1, last));
}

void timeline_print(const struct timeline *t, FILE *out)
{
    if (t->count > 1)
        fprintf(out, "%.*s  %.*s\n\n", TEXT_ARG(t->id), TEXT_ARG(t->title));
    for (size_t i = 0; i < t->count; i++) {
        const struct timeline_row *row = &t->rows[i];
        fprintf(out, "%s%.*s  %.*s\n", i ? "\n" : "", TEXT_ARG(row->id), TEXT_ARG(row->title));
        if (!row->count)
            fputs("  not in force\n", out);
        for (size_t k = 0; k < row->count; k++) {
            if (k && !force_is_never(row->bars[k].force))
                print_gap(row->bars[k - 1].force.to, row->bars[k].force.from, out);
            print_bar(&row->bars[k], out);
        }
    }
}
