/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/timeline.h"

#include "report/markup.h"

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
        *arena_push(t->arena, &row->bars, &row->count) = (struct bar){
            v->force, words_in(&v->summary, t->language), v->source, v->doubt, v->confidence};
    }
}

static void add_parameter(struct timeline *t, const struct parameter *p)
{
    struct timeline_row *row = add_row(t, p->id, &p->title);
    for (size_t i = 0; i < p->version_count; i++) {
        const struct parameter_version *v = &p->versions[i];
        *arena_push(t->arena, &row->bars, &row->count) = (struct bar){
            v->force, value_print(t->arena, &v->value), v->source, v->doubt, v->confidence};
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

/* --- a picture --- */

enum { LEFT = 20, WIDTH = 860, ROW = 52, BAR = 20, TOP = 64 };

struct scale {
    day first, last;
};

/* From the first day that is known to some time behind the last. */
static struct scale find_scale(const struct timeline *t)
{
    struct scale s = {DAY_NEVER, DAY_ALWAYS};
    for (size_t i = 0; i < t->count; i++)
        for (size_t k = 0; k < t->rows[i].count; k++) {
            struct force f = t->rows[i].bars[k].force;
            day ends[] = {f.from, f.to};
            for (size_t e = 0; e < 2; e++)
                if (ends[e] != DAY_ALWAYS && ends[e] != DAY_NEVER) {
                    s.first = ends[e] < s.first ? ends[e] : s.first;
                    s.last = ends[e] > s.last ? ends[e] : s.last;
                }
        }
    if (s.first > s.last)
        return (struct scale){day_from_civil(2000, 1, 1), day_from_civil(2030, 1, 1)};
    int from = day_to_civil(s.first).year, to = day_to_civil(s.last).year;
    int margin = (to - from) / 5 + 1;
    return (struct scale){day_from_civil(from - (margin > 3 ? 2 : 1), 1, 1),
                          day_from_civil(to + margin + 1, 1, 1)};
}

static int x_of(struct scale s, day on)
{
    if (on <= s.first)
        return LEFT;
    if (on >= s.last)
        return LEFT + WIDTH;
    return LEFT + (int)((int64_t)WIDTH * (on - s.first) / (s.last - s.first));
}

static void draw_years(struct scale s, int bottom, FILE *out)
{
    int from = day_to_civil(s.first).year, to = day_to_civil(s.last).year;
    int step = (to - from) / 16 + 1;
    for (int year = from; year < to; year += step) {
        int x = x_of(s, day_from_civil(year, 1, 1));
        fprintf(out,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" class=\"year\"/>"
                "<text x=\"%d\" y=\"%d\" class=\"small\">%d</text>\n",
                x, TOP - 14, x, bottom, x, TOP - 18, year);
    }
}

static void draw_bar(const struct timeline *t, struct scale s, const struct bar *b, int y,
                     FILE *out)
{
    int x = x_of(s, b->force.from), width = x_of(s, b->force.to) - x;
    struct text force = force_print(t->arena, b->force);
    size_t fits = width > 16 ? (size_t)(width - 8) / 7 : 0;
    fprintf(out, "<g><title>%.*s: ", TEXT_ARG(force));
    markup_text(out, b->label);
    fprintf(out, " [%s]", confidence_name(b->confidence));
    if (b->doubt.len) {
        fputs("; doubt: ", out);
        markup_text(out, b->doubt);
    }
    fprintf(out,
            "</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"%s\"/>"
            "<text x=\"%d\" y=\"%d\" class=\"label\">",
            x, y, width > 2 ? width : 2, BAR, confidence_name(b->confidence), x + 4, y + 14);
    markup_text(out, text_cut(t->arena, b->label, fits));
    fputs("</text></g>\n", out);
}

void timeline_draw(const struct timeline *t, FILE *out)
{
    struct scale s = find_scale(t);
    int bottom = TOP + (int)t->count * ROW;
    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
            "font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n<title>",
            WIDTH + 2 * LEFT, bottom + 40);
    markup_text(out, t->id);
    fputs("</title>\n"
          "<style>.year{stroke:#ccc}.small{font-size:11px;fill:#666}.label{font-size:12px}"
          "rect{stroke:#555}.high{fill:#b5dcb1}.medium{fill:#f6e3a1}.low{fill:#f3c2b8}</style>\n"
          "<rect width=\"100%\" height=\"100%\" style=\"fill:#fff;stroke:none\"/>\n",
          out);
    fprintf(out, "<text x=\"%d\" y=\"24\" font-weight=\"bold\">", LEFT);
    markup_text(out, t->title);
    fputs("</text>\n", out);
    draw_years(s, bottom, out);
    for (size_t i = 0; i < t->count; i++) {
        int y = TOP + (int)i * ROW;
        fprintf(out, "<text x=\"%d\" y=\"%d\" class=\"small\">", LEFT, y + 10);
        markup_text(out, t->rows[i].id);
        if (t->count > 1) {
            fputs("  ", out);
            markup_text(out, text_cut(t->arena, t->rows[i].title, 90));
        }
        fputs("</text>\n", out);
        for (size_t k = 0; k < t->rows[i].count; k++)
            draw_bar(t, s, &t->rows[i].bars[k], y + 16, out);
    }
    fprintf(out,
            "<text x=\"%d\" y=\"%d\" class=\"small\">confidence: green high, yellow medium, "
            "red low</text>\n</svg>\n",
            LEFT, bottom + 24);
}
