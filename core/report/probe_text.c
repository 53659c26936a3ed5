/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/probe_text.h"

#include "engine/finding.h"
#include "report/markup.h"

struct telling {
    const struct probe *probe;
    struct text language;
    bool html;
    FILE *out;
};

static void show(const struct telling *t, struct text text)
{
    if (t->html)
        markup_text(t->out, text);
    else
        text_show(t->out, text);
}

/* A value that YAML would take for something else stands in quotes. */
static bool needs_quotes(struct text v)
{
    static const char *const words[] = {"yes",   "no", "on",   "off", "true",
                                        "false", "NO", "null", ""};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(v, text_of(words[i])))
            return true;
    for (size_t i = 0; i < v.len; i++)
        if (strchr(",:{}[]#&*!|>'\"%@`", v.at[i]))
            return true;
    return false;
}

static void show_record(const struct telling *t, const struct probe_record *r, struct text type)
{
    fputs(t->html ? "" : "      - ", t->out);
    show(t, type);
    fputs(": {", t->out);
    for (size_t i = 0; i < r->count; i++) {
        const struct probe_field *f = &r->fields[i];
        const char *quote = needs_quotes(f->value) ? "\"" : "";
        fputs(i ? ", " : "", t->out);
        fputs(t->html && f->changed ? "<b>" : "", t->out);
        show(t, f->path);
        fprintf(t->out, ": %s", quote);
        show(t, f->value);
        fputs(quote, t->out);
        fputs(t->html && f->changed ? "</b>" : "", t->out);
    }
    fputs(t->html ? "}<br>\n" : "}\n", t->out);
}

static void show_filing(const struct telling *t, const struct probe_filing *f)
{
    fputs(t->html ? "<p class=\"filing\">" : "", t->out);
    for (size_t i = 0; i < f->count; i++)
        show_record(t, &f->records[i], f->type->name);
    fputs(t->html ? "</p>\n" : "", t->out);
}

static void show_way(const struct telling *t, const struct way *w, size_t number)
{
    fprintf(t->out, t->html ? "<h4>%zu. " : "\n  %zu. ", number);
    show(t, w->title);
    fputs(t->html ? "</h4>\n<p>" : "\n     ", t->out);
    if (w->outcome == OUTCOME_EXEMPT)
        fputs("exempt from this rule; ", t->out);
    if (w->other_count == 0)
        fputs("stays clear of the whole law", t->out);
    for (size_t i = 0; i < w->other_count; i++)
        fprintf(t->out, "%s%.*s (%s)",
                i ? ", " : "around this rule; of other rules: ", TEXT_ARG(w->others[i].rule->id),
                outcome_name(w->others[i].outcome));
    if (w->also.len) {
        fputs(t->html ? "<br>" : "\n     ", t->out);
        fputs("likewise: ", t->out);
        show(t, w->also);
    }
    fputs(t->html ? "</p>\n" : "\n", t->out);
    show_filing(t, &w->filing);
}

void probe_print(const struct probe *p, struct text language, bool html, FILE *out)
{
    struct telling t = {p, language, html, out};
    fputs(html ? "<h3>" : "", out);
    show(&t, p->rule->id);
    fputs("  ", out);
    show(&t, words_in(&p->rule->title, language));
    fputs(html ? "</h3>\n" : "\n", out);
    if (p->caught.count == 0) {
        fputs(html ? "<p>" : "  ", out);
        fputs("none of its tests has a record that it catches: give it one to begin with", out);
        fputs(html ? "</p>\n" : "\n", out);
        return;
    }
    fprintf(out, html ? "<p>It catches (%s):</p>\n" : "  it catches (%s):\n",
            outcome_name(p->caught_as));
    show_filing(&t, &p->caught);
    for (size_t i = 0; i < p->way_count; i++)
        show_way(&t, &p->ways[i], i + 1);
    fprintf(out,
            html ? "<p>%zu ways around it, of %zu changes tried</p>\n"
                 : "\n  %zu ways around it, of %zu changes tried\n",
            p->way_count, p->tried);
}
