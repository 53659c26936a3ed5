/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/sweep.h"

#include <inttypes.h>
#include <stdlib.h>

#include "report/effect.h"
#include "report/markup.h"
#include "report/report_json.h"

/* --- taking --- */

static void add_amount(struct sweep *s, struct sweep_point *p, const struct value *v)
{
    size_t i = 0;
    while (i < p->total_count && p->totals[i].currency != v->currency)
        i++;
    if (i == p->total_count)
        arena_push(&s->arena, &p->totals, &p->total_count)->currency = v->currency;
    total_add(&p->totals[i], v->number, value_most(v));
}

static bool put_hash(uint64_t *slots, size_t room, uint64_t hash)
{
    size_t at = hash & (room - 1);
    for (; slots[at]; at = (at + 1) & (room - 1))
        if (slots[at] == hash)
            return false;
    slots[at] = hash;
    return true;
}

/* A name is known by 64 bits of it: among a million names two are taken for one once in some ten
 * million runs. */
static void add_actor(struct sweep_point *p, struct text name)
{
    uint64_t hash = text_hash(name) | 1;
    if (p->actor_count * 2 >= p->actor_room) {
        size_t room = p->actor_room ? p->actor_room * 2 : 64;
        uint64_t *slots = heap_alloc(room, sizeof *slots);
        for (size_t i = 0; i < p->actor_room; i++)
            if (p->actors[i])
                put_hash(slots, room, p->actors[i]);
        free(p->actors);
        p->actors = slots;
        p->actor_room = room;
    }
    p->actor_count += put_hash(p->actors, p->actor_room, hash);
}

static void add_to(struct sweep *s, struct sweep_point *p, const struct finding *f)
{
    p->counts[f->outcome]++;
    if (f->outcome < OUTCOME_INDICATOR)
        return;
    if (f->amount_known)
        add_amount(s, p, &f->amount);
    if (f->actor_count)
        add_actor(p, f->actors[0].name);
}

void sweep_take(void *sweep, const struct finding *f)
{
    struct sweep *s = sweep;
    size_t of = 0;
    for (size_t i = 0; i < s->point_count; i++)
        of += variants_have(&f->task->variants, s->first + i);
    if (of == s->point_count) {
        s->same += f->outcome >= OUTCOME_UNDETERMINED;
        return;
    }
    for (size_t i = 0; i < s->point_count; i++)
        if (variants_have(&f->task->variants, s->first + i))
            add_to(s, &s->points[i], f);
}

/* Whether the task belongs to some law of the sweep. */
static bool is_swept(const struct sweep *s, const struct task *t)
{
    for (size_t i = 0; i < s->point_count; i++)
        if (variants_have(&t->variants, s->first + i))
            return true;
    return false;
}

void sweep_end(void *sweep, const struct report_end *end)
{
    struct sweep *s = sweep;
    const struct plan *p = run_plan_of(end->run);
    for (size_t i = 0; i < p->task_count; i++)
        if (is_swept(s, &p->tasks[i]))
            s->withheld += run_tally(end->run, i)->withheld;
}

void sweep_free(struct sweep *s)
{
    for (size_t i = 0; i < s->point_count; i++)
        free(s->points[i].actors);
    arena_free(&s->arena);
}

/* --- the curve --- */

uint64_t sweep_found(const struct sweep_point *p)
{
    return p->counts[OUTCOME_VIOLATION] + p->counts[OUTCOME_INDICATOR];
}

static uint64_t bend_at(const struct sweep *s, size_t i)
{
    int64_t before = (int64_t)sweep_found(&s->points[i - 1]),
            here = (int64_t)sweep_found(&s->points[i]),
            after = (int64_t)sweep_found(&s->points[i + 1]);
    int64_t bend = (after - here) - (here - before);
    return (uint64_t)(bend < 0 ? -bend : bend);
}

size_t sweep_bend(const struct sweep *s)
{
    size_t most = SIZE_MAX;
    for (size_t i = 1; s->limit_count == 1 && i + 1 < s->point_count; i++)
        if (bend_at(s, i) > (most == SIZE_MAX ? 0 : bend_at(s, most)))
            most = i;
    return most;
}

/* What the value in front of this one finds and this one does not: it sits between the two, just
 * under this value. Negative where a higher value finds more. */
static int64_t just_under(const struct sweep *s, size_t i)
{
    return i ? (int64_t)sweep_found(&s->points[i - 1]) - (int64_t)sweep_found(&s->points[i]) : 0;
}

/* --- text --- */

static void print_totals(FILE *out, const struct sweep_point *p)
{
    for (size_t i = 0; i < p->total_count; i++) {
        char code[CURRENCY_TEXT_SIZE], least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
        const struct total *t = &p->totals[i];
        currency_print(t->currency, code);
        fprintf(out, "%s%s %s", i ? ", " : "", code,
                sum_print_amount(t->least, t->currency, least));
        if (t->most != t->least)
            fprintf(out, " to %s", sum_print_amount(t->most, t->currency, most));
    }
}

static struct text joined(const struct sweep *s, const struct sweep_point *p, struct arena *a)
{
    struct text t = p->values[0];
    for (size_t i = 1; i < s->limit_count; i++)
        t = arena_format(a, "%.*s, %.*s", TEXT_ARG(t), TEXT_ARG(p->values[i]));
    return t;
}

static void pad(FILE *out, struct text t, size_t width)
{
    text_show(out, t);
    for (size_t n = text_characters(t); n < width; n++)
        fputc(' ', out);
}

static void print_limits(const struct sweep *s, FILE *out)
{
    for (size_t i = 0; i < s->limit_count; i++)
        fprintf(out, "%s%.*s  %.*s\n", i ? "           " : "limit      ", TEXT_ARG(s->limits[i]),
                TEXT_ARG(s->titles[i]));
}

void sweep_print_table(const struct sweep *s, FILE *out)
{
    struct arena a = ARENA("sweep");
    size_t bend = sweep_bend(s);
    fprintf(out, "%-24s %9s %9s %9s %9s %10s  %s\n", "value", "violat.", "indicat.", "undeter.",
            "actors", "just under", "sums");
    for (size_t i = 0; i < s->point_count; i++) {
        const struct sweep_point *p = &s->points[i];
        pad(out, joined(s, p, &a), 24);
        fprintf(out, " %9" PRIu64 " %9" PRIu64 " %9" PRIu64 " %9zu ", p->counts[OUTCOME_VIOLATION],
                p->counts[OUTCOME_INDICATOR], p->counts[OUTCOME_UNDETERMINED], p->actor_count);
        if (i && s->limit_count == 1)
            fprintf(out, "%10" PRId64, just_under(s, i));
        else if (p->total_count)
            fprintf(out, "%10s", "");
        fputs(p->total_count ? "  " : "", out);
        print_totals(out, p);
        if (p->mark)
            fprintf(out, "  <- %s", p->mark);
        fputs(i == bend ? "  <- the curve bends here\n" : "\n", out);
    }
    arena_free(&a);
}

void sweep_print_text(const struct sweep *s, const struct report_end *end, FILE *out)
{
    print_limits(s, out);
    effect_print_inputs(end, out);
    fputc('\n', out);
    sweep_print_table(s, out);
    if (s->same)
        fprintf(out,
                "\n%" PRIu64 " findings of rules that do not use the limit are the same "
                "at every value\n",
                s->same);
    if (s->withheld)
        fprintf(out,
                "\n%" PRIu64 " findings rest on law of low confidence and are left out "
                "(--include-low)\n",
                s->withheld);
}

/* --- on a page --- */

void sweep_print_html_table(const struct sweep *s, FILE *out)
{
    size_t bend = sweep_bend(s);
    fputs("<table>\n<tr><th>value</th><th>violations</th><th>indicators</th><th>undetermined</th>"
          "<th>actors</th><th>just under</th><th>sums</th><th></th></tr>\n",
          out);
    for (size_t i = 0; i < s->point_count; i++) {
        const struct sweep_point *p = &s->points[i];
        fputs(p->mark ? "<tr class=\"mark\"><td>" : "<tr><td>", out);
        markup_text(out, p->values[0]);
        fprintf(out,
                "</td><td class=\"n\">%" PRIu64 "</td><td class=\"n\">%" PRIu64
                "</td><td class=\"n\">%" PRIu64 "</td><td class=\"n\">%zu</td><td class=\"n\">",
                p->counts[OUTCOME_VIOLATION], p->counts[OUTCOME_INDICATOR],
                p->counts[OUTCOME_UNDETERMINED], p->actor_count);
        if (i)
            fprintf(out, "%" PRId64, just_under(s, i));
        fputs("</td><td class=\"n\">", out);
        print_totals(out, p);
        fprintf(out, "</td><td>%s%s%s</td></tr>\n", p->mark ? p->mark : "",
                p->mark && i == bend ? "; " : "", i == bend ? "the curve bends here" : "");
    }
    fputs("</table>\n", out);
}

/* --- for programs --- */

void sweep_print_csv(const struct sweep *s, FILE *out)
{
    for (size_t i = 0; i < s->limit_count; i++) {
        csv_field(out, s->limits[i]);
        fputc(',', out);
    }
    fputs("violations,indicators,undetermined,actors,amounts\n", out);
    for (size_t i = 0; i < s->point_count; i++) {
        const struct sweep_point *p = &s->points[i];
        for (size_t k = 0; k < s->limit_count; k++) {
            csv_field(out, p->values[k]);
            fputc(',', out);
        }
        fprintf(out, "%" PRIu64 ",%" PRIu64 ",%" PRIu64 ",%zu,\"", p->counts[OUTCOME_VIOLATION],
                p->counts[OUTCOME_INDICATOR], p->counts[OUTCOME_UNDETERMINED], p->actor_count);
        print_totals(out, p);
        fputs("\"\n", out);
    }
}

static void write_point(struct json *j, const struct sweep *s, size_t i, bool bends)
{
    const struct sweep_point *p = &s->points[i];
    json_open(j, NULL, '{');
    json_open(j, "values", '{');
    for (size_t k = 0; k < s->limit_count; k++)
        json_pair(j, s->limits[k], p->values[k]);
    json_close(j, '}');
    json_number(j, "violation", p->counts[OUTCOME_VIOLATION]);
    json_number(j, "indicator", p->counts[OUTCOME_INDICATOR]);
    json_number(j, "undetermined", p->counts[OUTCOME_UNDETERMINED]);
    json_number(j, "exempt", p->counts[OUTCOME_EXEMPT]);
    json_number(j, "actors", p->actor_count);
    json_totals(j, "amounts", p->totals, p->total_count);
    if (bends)
        json_bool(j, "bends", true);
    json_close(j, '}');
}

void sweep_print_json(const struct sweep *s, const struct report_end *end, FILE *out)
{
    struct json j = {.out = out, .indent = true};
    size_t bend = sweep_bend(s);
    json_open(&j, NULL, '{');
    json_chars(&j, "scrutineer", s->version);
    json_open(&j, "limits", '[');
    for (size_t i = 0; i < s->limit_count; i++)
        json_text(&j, NULL, s->limits[i]);
    json_close(&j, ']');
    json_inputs(&j, end);
    json_number(&j, "same_at_every_value", s->same);
    if (s->withheld)
        json_number(&j, "withheld", s->withheld);
    json_open(&j, "points", '[');
    for (size_t i = 0; i < s->point_count; i++)
        write_point(&j, s, i, i == bend);
    json_close(&j, ']');
    json_close(&j, '}');
}

/* --- a picture --- */

enum { WIDTH = 720, HEIGHT = 320, LEFT = 60, BOTTOM = 50, TOP = 20, RIGHT = 20 };

struct drawing {
    const struct sweep *sweep;
    FILE *out;
    uint64_t most;
};

static double x_of(const struct drawing *d, size_t i)
{
    size_t steps = d->sweep->point_count > 1 ? d->sweep->point_count - 1 : 1;
    return LEFT + (double)(WIDTH - LEFT - RIGHT) * (double)i / (double)steps;
}

static double y_of(const struct drawing *d, size_t i)
{
    double part = (double)sweep_found(&d->sweep->points[i]) / (double)d->most;
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * part;
}

static void draw_axes(const struct drawing *d)
{
    FILE *o = d->out;
    fprintf(o, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#888\"/>\n", LEFT,
            HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    fprintf(o, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#888\"/>\n", LEFT, TOP, LEFT,
            HEIGHT - BOTTOM);
    fprintf(o, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%" PRIu64 "</text>\n", LEFT - 6,
            TOP + 5, d->most);
    fprintf(o, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>\n", LEFT - 6, HEIGHT - BOTTOM);
    fputs("<text x=\"4\" y=\"14\">findings</text>\n", o);
}

/* At most ten values have their names under the axis. */
static void draw_values(const struct drawing *d)
{
    const struct sweep *s = d->sweep;
    size_t every = s->point_count / 10 + 1;
    for (size_t i = 0; i < s->point_count; i += every) {
        fprintf(d->out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"11\">",
                x_of(d, i), HEIGHT - BOTTOM + 18);
        markup_text(d->out, s->points[i].values[0]);
        fputs("</text>\n", d->out);
    }
}

/* A line down to the values that are something in particular. */
static void draw_marks(const struct drawing *d)
{
    const struct sweep *s = d->sweep;
    for (size_t i = 0; i < s->point_count; i++)
        if (s->points[i].mark)
            fprintf(d->out,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#888\" "
                    "stroke-dasharray=\"4 3\"/><text x=\"%.1f\" y=\"%d\" "
                    "text-anchor=\"middle\">%s</text>\n",
                    x_of(d, i), TOP, x_of(d, i), HEIGHT - BOTTOM, x_of(d, i), TOP - 6,
                    s->points[i].mark);
}

static void draw_curve(const struct drawing *d)
{
    const struct sweep *s = d->sweep;
    size_t bend = sweep_bend(s);
    fputs("<polyline fill=\"none\" stroke=\"#06c\" stroke-width=\"2\" points=\"", d->out);
    for (size_t i = 0; i < s->point_count; i++)
        fprintf(d->out, "%s%.1f,%.1f", i ? " " : "", x_of(d, i), y_of(d, i));
    fputs("\"/>\n", d->out);
    for (size_t i = 0; i < s->point_count; i++) {
        fprintf(d->out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"><title>", x_of(d, i),
                y_of(d, i), i == bend ? 6 : 3, i == bend ? "#c40" : "#06c");
        markup_text(d->out, s->points[i].values[0]);
        fprintf(d->out, ": %" PRIu64 "%s</title></circle>\n", sweep_found(&s->points[i]),
                i == bend ? ", the curve bends here" : "");
    }
}

void sweep_draw(const struct sweep *s, FILE *out)
{
    struct drawing d = {s, out, 1};
    for (size_t i = 0; i < s->point_count; i++)
        d.most = sweep_found(&s->points[i]) > d.most ? sweep_found(&s->points[i]) : d.most;
    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
            "viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n"
            "<title>findings over ",
            WIDTH, HEIGHT, WIDTH, HEIGHT);
    markup_text(out, s->limits[0]);
    fputs("</title>\n", out);
    draw_axes(&d);
    draw_values(&d);
    draw_marks(&d);
    draw_curve(&d);
    fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">", (LEFT + WIDTH - RIGHT) / 2,
            HEIGHT - 10);
    markup_text(out, s->titles[0]);
    fputs("</text>\n</svg>\n", out);
}
