/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/committee.h"

#include <inttypes.h>

#include "report/markup.h"

enum { MOST_ROWS = 15, MOST_PAIRS = 40, BAR = 240 };

static void show(const struct paper *p, struct text t)
{
    if (p->redline->html)
        markup_text(p->redline->out, t);
    else
        text_show(p->redline->out, t);
}

/* --- frame --- */

static const char style[] =
    "body { font: 15px/1.45 sans-serif; max-width: 62em; margin: 2em auto; padding: 0 1em; }\n"
    "h2 { border-bottom: 1px solid #ccc; margin-top: 2em; } .what { color: #555; }\n"
    "del { color: #a00; } ins { color: #060; text-decoration: none; background: #e6f5e6; }\n"
    "table { border-collapse: collapse; } td, th { padding: .2em .7em .2em 0; text-align: left; "
    "vertical-align: top; } th { font-weight: normal; color: #555; }\n"
    "td.n { text-align: right; } .when, .bill { color: #555; margin: .2em 0; }\n"
    ".wide { overflow-x: auto; } "
    ".mark td { background: #eef4fb; }\n"
    "td.n { white-space: nowrap; } @media (max-width: 40em) { td svg { width: 5em; } }\n"
    ".doubt { color: #a60; } .filing { font: 13px monospace; }\n"
    "pre { white-space: pre-wrap; background: #f6f6f6; padding: .8em; }\n"
    "@media print { body { margin: 0; max-width: none; } }\n";

void paper_begin(const struct paper *p)
{
    const struct redline *r = p->redline;
    struct text title = words_in(&r->bills->items[0]->title, r->language);
    if (r->html) {
        fprintf(r->out,
                "<!DOCTYPE html>\n<html lang=\"%.*s\">\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
                TEXT_ARG(r->language));
        show(p, title);
        fprintf(r->out, "</title>\n<style>\n%s</style>\n<h1>", style);
        show(p, title);
        fputs("</h1>\n", r->out);
    } else {
        fputs("# ", r->out);
        show(p, title);
        fputc('\n', r->out);
    }
}

void paper_section(const struct paper *p, const char *title, const char *what)
{
    FILE *out = p->redline->out;
    if (p->redline->html)
        fprintf(out, "<h2>%s</h2>\n<p class=\"what\">%s</p>\n", title, what);
    else
        fprintf(out, "\n## %s\n\n%s\n\n", title, what);
}

void paper_end(const struct paper *p)
{
    FILE *out = p->redline->out;
    fprintf(out,
            p->redline->html ? "<p class=\"what\">Made by scrutineer %s. A tool, not legal "
                               "advice.</p>\n</html>\n"
                             : "\nMade by scrutineer %s. A tool, not legal advice.\n",
            p->version);
}

/* --- effect --- */

static void print_totals(FILE *out, const struct total *totals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char code[CURRENCY_TEXT_SIZE], least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
        const struct total *t = &totals[i];
        currency_print(t->currency, code);
        fprintf(out, "%s%s %s", i ? ", " : "", code,
                sum_print_amount(t->least, t->currency, least));
        if (t->most != t->least)
            fprintf(out, " to %s", sum_print_amount(t->most, t->currency, most));
    }
}

static bool has_moved(const struct effect_row *r)
{
    return r->counts[MOVE_STAYS] < r->before || r->counts[MOVE_STAYS] < r->after;
}

static uint64_t most_of(const struct effect_table *t)
{
    uint64_t most = 1;
    for (size_t i = 0; i < t->count; i++) {
        uint64_t here = t->rows[i].before > t->rows[i].after ? t->rows[i].before : t->rows[i].after;
        most = has_moved(&t->rows[i]) && here > most ? here : most;
    }
    return most;
}

/* Two bars: findings today, and under the bill. */
static void draw_bars(FILE *out, const struct effect_row *r, uint64_t most)
{
    fprintf(out,
            "<svg width=\"%d\" height=\"24\" viewBox=\"0 0 %d 24\" preserveAspectRatio=\"none\" "
            "role=\"img\"><title>today %" PRIu64 ", bill %" PRIu64 "</title><rect width=\"%" PRIu64
            "\" height=\"10\" fill=\"#999\"/><rect y=\"12\" "
            "width=\"%" PRIu64 "\" height=\"10\" fill=\"#06c\"/></svg>",
            BAR, BAR, r->before, r->after, r->before * BAR / most, r->after * BAR / most);
}

static void effect_row(const struct paper *p, const struct effect_row *r, uint64_t most,
                       struct text title)
{
    FILE *out = p->redline->out;
    fputs("<tr><td>", out);
    show(p, title);
    fprintf(out, "</td><td class=\"n\">%" PRIu64 "</td><td class=\"n\">%" PRIu64 "</td><td>",
            r->before, r->after);
    draw_bars(out, r, most);
    fputs("</td><td>", out);
    for (int m = 0; m < MOVE_STAYS; m++) {
        if (!r->counts[m])
            continue;
        fprintf(out, "%s: %" PRIu64 " ", move_name((enum move)m), r->counts[m]);
        print_totals(out, r->totals[m], r->total_counts[m]);
        fputs("<br>", out);
    }
    fputs("</td></tr>\n", out);
}

static void effect_table(const struct paper *p, const struct effect_table *t, bool by_rule)
{
    FILE *out = p->redline->out;
    uint64_t most = most_of(t);
    size_t told = 0, left = 0;
    fprintf(out,
            "<h3>By %.*s</h3>\n<div "
            "class=\"wide\"><table>\n<tr><th></th><th>today</th><th>bill</th><th></th>"
            "<th></th></tr>\n",
            TEXT_ARG(t->name));
    for (size_t i = 0; i < t->count; i++) {
        const struct effect_row *r = &t->rows[i];
        if (!has_moved(r))
            continue;
        if (told++ < MOST_ROWS)
            effect_row(p, r, most,
                       by_rule ? words_in(&r->rule->title, p->redline->language) : r->key);
        else
            left++;
    }
    fputs("</table></div>\n", out);
    if (told == 0)
        fputs("<p>Nothing changes.</p>\n", out);
    if (left)
        fprintf(out, "<p>and %zu more</p>\n", left);
}

static void side(const struct paper *p, const struct finding *f, const struct finding *other,
                 size_t which, struct arena *a)
{
    static const char *const truths[] = {"no", "unknown", "yes"};
    FILE *out = p->redline->out;
    fputs("<td>", out);
    if (!f) {
        show(p, effect_why_not(p->effect, other, which, a));
        fputs("</td>", out);
        return;
    }
    fprintf(out, "%s", outcome_name(f->outcome));
    for (size_t i = 0; i < f->step_count; i++) {
        fputs("<br>", out);
        show(p, f->steps[i].condition);
        fprintf(out, ": %s (", truths[f->steps[i].truth]);
        show(p, f->steps[i].values);
        fputs(")", out);
    }
    for (size_t i = 0; i < f->missing_count; i++) {
        fputs("<br>not known: ", out);
        show(p, f->missing[i]);
    }
    fputs("</td>", out);
}

static void matter(const struct paper *p, const struct effect_pair *pair, struct arena *a)
{
    FILE *out = p->redline->out;
    struct finding before = {0}, after = {0};
    bool has_before = pair->before != SIZE_MAX, has_after = pair->after != SIZE_MAX;
    if (has_before)
        before = effect_finding(p->effect, pair->before, a);
    if (has_after)
        after = effect_finding(p->effect, pair->after, a);
    const struct finding *f = has_after ? &after : &before;
    fprintf(out, "<tr><td>%s: ", move_name(pair->move));
    show(p, words_in(&f->task->rule->title, p->redline->language));
    for (size_t i = 0; i < f->actor_count; i++) {
        fputs("<br>", out);
        show(p, f->actors[i].role);
        fputs(": ", out);
        show(p, f->actors[i].name);
    }
    fputs("<br>", out);
    if (f->amount_known)
        show(p, value_print(a, &f->amount));
    if (f->record_count) {
        fputs("<br>", out);
        show(p, f->records[0].file);
        fprintf(out, ":%" PRIu64, f->records[0].line);
    }
    fputs("</td>", out);
    side(p, has_before ? &before : NULL, &after, 0, a);
    side(p, has_after ? &after : NULL, &before, 1, a);
    fputs("</tr>\n", out);
}

static void matters(const struct paper *p)
{
    struct arena a = ARENA("matters");
    FILE *out = p->redline->out;
    size_t count, told = 0, left = 0;
    const struct effect_pair *pairs = effect_pairs(p->effect, &count);
    fputs("<h3>One by one</h3>\n<div "
          "class=\"wide\"><table>\n<tr><th></th><th>today</th><th>bill</th></tr>\n",
          out);
    for (size_t i = 0; i < count; i++) {
        if (pairs[i].move == MOVE_STAYS)
            continue;
        if (told < MOST_PAIRS) {
            matter(p, &pairs[i], &a);
            arena_reset(&a);
            told++;
        } else {
            left++;
        }
    }
    fputs("</table></div>\n", out);
    if (left)
        fprintf(out, "<p>and %zu more</p>\n", left);
    arena_free(&a);
}

void paper_effect(const struct paper *p)
{
    FILE *out = p->redline->out;
    size_t count;
    const struct effect_table *tables = effect_tables(p->effect, &count);
    if (!p->redline->html) {
        fputs("```\n", out);
        effect_print_text(p->effect, p->end, out);
        fputs("```\n", out);
        return;
    }
    fputs("<pre>", out);
    effect_print_inputs(p->end, out);
    fputs("</pre>\n", out);
    for (size_t i = 0; i < count; i++)
        if (tables[i].count)
            effect_table(p, &tables[i], i == 0);
    matters(p);
}

/* --- around the values --- */

void paper_curve(const struct paper *p, const struct sweep *s)
{
    FILE *out = p->redline->out;
    fputs(p->redline->html ? "<h3>" : "### ", out);
    show(p, s->titles[0]);
    fputs(p->redline->html ? "</h3>\n" : "\n\n", out);
    if (p->redline->html) {
        fputs("<div class=\"wide\">\n", out);
        sweep_draw(s, out);
        sweep_print_html_table(s, out);
        fputs("</div>\n", out);
    } else {
        fputs("```\n", out);
        sweep_print_table(s, out);
        fputs("```\n", out);
    }
}

void paper_note(const struct paper *p, const char *text)
{
    fprintf(p->redline->out, p->redline->html ? "<p>%s</p>\n" : "%s\n", text);
}

/* --- affected provisions --- */

static void item(const struct paper *p, struct text head, struct text t, const char *class)
{
    FILE *out = p->redline->out;
    fprintf(out, p->redline->html ? "<p class=\"%s\"><b>" : "* ", class);
    show(p, head);
    fputs(p->redline->html ? "</b> " : ": ", out);
    show(p, t);
    fputs(p->redline->html ? "</p>\n" : "\n", out);
}

static void add_once(struct arena *a, struct text **list, size_t *count, struct text id)
{
    for (size_t i = 0; i < *count; i++)
        if (text_equal((*list)[i], id))
            return;
    *arena_push(a, list, count) = id;
}

/* What a change concerns: itself, or the provisions of its rule, definition or limit. */
static void gather(const struct paper *p, const struct change *c, struct arena *a,
                   struct text **list, size_t *count)
{
    const struct lawbase *l = p->redline->after;
    const struct parameter *q = parameter_find(l, c->target);
    const struct definition *def = definition_find(l, c->target);
    if (provision_find(l, c->target))
        add_once(a, list, count, c->target);
    for (size_t i = 0; q && i < q->version_count; i++)
        if (q->versions[i].provision.len)
            add_once(a, list, count, q->versions[i].provision);
    for (size_t i = 0; def && i < def->provision_count; i++)
        add_once(a, list, count, def->provisions[i]);
    for (size_t i = 0; i < l->rule_count; i++) {
        const struct rule *r = l->rules[i];
        for (size_t k = 0; text_equal(r->id, c->target) && k < r->provision_count; k++)
            add_once(a, list, count, r->provisions[k]);
        for (size_t k = 0; text_equal(r->id, c->target) && k < r->sanction_count; k++)
            add_once(a, list, count, r->sanctions[k]);
    }
}

static size_t gather_all(const struct paper *p, struct arena *a, struct text **list)
{
    const struct bills *b = p->redline->bills;
    size_t count = 0;
    *list = NULL;
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; k < b->items[i]->change_count; k++)
            gather(p, &b->items[i]->changes[k], a, list, &count);
    return count;
}

void paper_provisions(const struct paper *p)
{
    struct arena a = ARENA("provisions");
    struct text *list;
    size_t count = gather_all(p, &a, &list);
    for (size_t i = 0; i < count; i++) {
        const struct provision *v = provision_find(p->redline->after, list[i]);
        if (v)
            item(p, citation_print(&a, v, p->redline->language),
                 words_in(&v->title, p->redline->language), "provision");
    }
    arena_free(&a);
}

/* --- limits --- */

static void doubts_of_law(const struct paper *p, struct arena *a)
{
    struct text *list;
    size_t count = gather_all(p, a, &list);
    for (size_t i = 0; i < count; i++) {
        const struct provision *v = provision_find(p->redline->after, list[i]);
        const struct provision_version *last = v && v->version_count
                                                   ? &v->versions[v->version_count - 1]
                                                   : NULL;
        if (last && (last->doubt.len || last->confidence < CONFIDENCE_HIGH))
            item(p,
                 arena_format(a, "%.*s, confidence %s", TEXT_ARG(v->citation),
                              confidence_name(last->confidence)),
                 last->doubt, "doubt");
    }
}

static void doubts_of_filings(const struct paper *p, struct arena *a)
{
    for (size_t i = 0; i < p->end->input_count; i++) {
        const struct input_summary *s = &p->end->inputs[i];
        item(p, s->file,
             arena_format(a,
                          "%" PRIu64 " records read; %" PRIu64 " rows could not be read and are "
                          "in no figure",
                          s->counts.records, s->counts.unreadable + s->counts.unmatched),
             "doubt");
    }
    size_t count, undetermined = 0;
    const struct effect_pair *pairs = effect_pairs(p->effect, &count);
    for (size_t i = 0; i < count; i++)
        undetermined += pairs[i].move == MOVE_UNDETERMINED;
    if (undetermined)
        item(p, TEXT("Facts that nobody filed"),
             arena_format(a, "%zu matters would be undetermined under the bill", undetermined),
             "doubt");
    if (effect_withheld(p->effect))
        item(p, TEXT("Law of low confidence"),
             arena_format(a, "%" PRIu64 " findings rest on it and are left out",
                          effect_withheld(p->effect)),
             "doubt");
}

void paper_limits(const struct paper *p)
{
    struct arena a = ARENA("limits");
    const struct bills *b = p->redline->bills;
    char on[DAY_TEXT_SIZE];
    for (size_t i = 0; i < b->count; i++)
        if (b->items[i]->doubt.len)
            item(p, b->items[i]->id, b->items[i]->doubt, "doubt");
    if (b->as_if)
        item(p, TEXT("As if"),
             arena_format(&a,
                          "the filings were held against the bill as if it had been in force %s%s; "
                          "who gives would have acted otherwise under it",
                          b->as_if_from == DAY_ALWAYS ? "always" : "from ",
                          day_print(b->as_if_from, on)),
             "doubt");
    doubts_of_law(p, &a);
    doubts_of_filings(p, &a);
    arena_free(&a);
}
