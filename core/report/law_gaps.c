/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/law_gaps.h"

#include "report/markup.h"
#include "report/report.h"

/* --- a table that can be text, CSV or HTML --- */

static bool is_format(const struct gaps_question *q, const char *name)
{
    return strcmp(q->format, name) == 0;
}

static void html_begin(FILE *out, struct text title)
{
    fputs("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>", out);
    markup_text(out, title);
    fputs("</title>\n<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
          "td,th{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}"
          ".covered{background:#d5ecd2}.partly{background:#f8edc4}.missing{background:#f6d3cb}"
          ".unknown{background:#eee}@media print{body{margin:0}}</style></head><body>\n<h1>",
          out);
    markup_text(out, title);
    fputs("</h1>\n", out);
}

static void html_cell(FILE *out, const char *class, struct text t)
{
    fprintf(out, "<td%s%s%s>", class ? " class=\"" : "", class ? class : "", class ? "\"" : "");
    markup_text(out, t);
    fputs("</td>", out);
}

static void csv_row(FILE *out, const struct text *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            fputc(',', out);
        csv_field(out, cells[i]);
    }
    fputc('\n', out);
}

static struct text on_words(const struct gaps_question *q, struct arena *a)
{
    char on[DAY_TEXT_SIZE];
    return q->on_given ? arena_format(a, "as in force on %s", day_print(q->on, on))
                       : TEXT("as last encoded");
}

/* Provisions and rules that an answer rests on, as far as they are in force. */
static struct text rests_on(const struct gaps_question *q, struct arena *a, const struct reply *r)
{
    struct text out = TEXT("");
    for (size_t i = 0; r && i < r->provision_count; i++) {
        const struct provision *p = provision_find(q->law, r->provisions[i]);
        if (p && provision_at(p, q->on))
            out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), out.len ? "; " : "",
                               TEXT_ARG(citation_print(a, p, q->language)));
    }
    for (size_t i = 0; r && i < r->rule_count; i++) {
        const struct rule *rule = rule_at(q->law, r->rules[i], q->on);
        if (rule)
            out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), out.len ? "; " : "",
                               TEXT_ARG(rule->id));
    }
    return out;
}

/* --- gaps --- */

struct gap {
    const struct item *item;
    const struct reply *reply;
    enum coverage_status status;
    struct text rests, text;
};

static struct gap gap_of(const struct gaps_question *q, struct arena *a, const struct item *item,
                         const struct jurisdiction *j)
{
    const struct reply *r = reply_find(item, j->id);
    return (struct gap){.item = item,
                        .reply = r,
                        .status = item_status(q->law, item, j->id, q->on),
                        .rests = rests_on(q, a, r),
                        .text = words_in(&item->text, q->language)};
}

static void gap_text(const struct gaps_question *q, const struct gap *g)
{
    fprintf(q->out, "  %-8.*s %-14s ", TEXT_ARG(g->item->id), coverage_status_name(g->status));
    text_show(q->out, g->text);
    fputc('\n', q->out);
    const struct {
        const char *label;
        struct text text;
    } rows[] = {
        {"rests on", g->rests},
        {"needs", g->status == STATUS_COVERED ? TEXT("") : words_in(&g->item->needs, q->language)},
        {"remark", g->reply ? g->reply->remark : TEXT("")},
        {"source", g->reply ? g->reply->source : g->item->source},
        {"doubt", g->item->doubt}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].text.len) {
            fprintf(q->out, "           %-9s ", rows[i].label);
            text_show(q->out, rows[i].text);
            if (i == 3)
                fprintf(q->out, " [%s]",
                        confidence_name(g->reply ? g->reply->confidence : g->item->confidence));
            fputc('\n', q->out);
        }
}

static void gap_csv(const struct gaps_question *q, const struct standard *s,
                    const struct jurisdiction *j, const struct gap *g)
{
    struct text cells[] = {
        j->id,
        s->id,
        g->item->id,
        g->item->topic,
        text_of(coverage_status_name(g->status)),
        g->text,
        words_in(&g->item->needs, q->language),
        g->rests,
        g->reply ? g->reply->remark : TEXT(""),
        g->reply ? g->reply->source : g->item->source,
        text_of(confidence_name(g->reply ? g->reply->confidence : g->item->confidence))};
    csv_row(q->out, cells, sizeof cells / sizeof *cells);
}

static void gap_html(const struct gaps_question *q, const struct gap *g)
{
    const char *class = g->status == STATUS_NOT_APPLICABLE ? "unknown"
                                                           : coverage_status_name(g->status);
    fputs("<tr>", q->out);
    html_cell(q->out, NULL, g->item->id);
    html_cell(q->out, class, text_of(coverage_status_name(g->status)));
    html_cell(q->out, NULL, g->text);
    html_cell(q->out, NULL, words_in(&g->item->needs, q->language));
    html_cell(q->out, NULL, g->rests);
    html_cell(q->out, NULL, g->reply ? g->reply->remark : TEXT(""));
    html_cell(q->out, NULL, g->reply ? g->reply->source : g->item->source);
    html_cell(q->out, NULL,
              text_of(confidence_name(g->reply ? g->reply->confidence : g->item->confidence)));
    fputs("</tr>\n", q->out);
}

static void print_counts(const struct gaps_question *q, const size_t counts[5])
{
    for (int i = 0; i <= STATUS_NOT_APPLICABLE; i++)
        fprintf(q->out, "%s%zu %s", i ? ", " : "", counts[i],
                coverage_status_name((enum coverage_status)i));
    fputc('\n', q->out);
}

static void matrix(const struct gaps_question *q, const struct standard *s,
                   const struct jurisdiction *j)
{
    struct arena a = ARENA("gaps");
    size_t counts[5] = {0};
    bool html = is_format(q, "html"), csv = is_format(q, "csv");
    if (html) {
        fputs("<h2>", q->out);
        markup_text(q->out, words_in(&j->name, q->language));
        fputs("</h2>\n<table><tr><th>item</th><th>status</th><th>it asks</th><th>it needs</th>"
              "<th>rests on</th><th>remark</th><th>source</th><th>confidence</th></tr>\n",
              q->out);
    } else if (!csv) {
        fprintf(q->out, "%.*s, %.*s\n", TEXT_ARG(words_in(&j->name, q->language)),
                TEXT_ARG(on_words(q, &a)));
    }
    for (size_t i = 0; i < s->item_count; i++) {
        struct gap g = gap_of(q, &a, &s->items[i], j);
        counts[g.status]++;
        if (html)
            gap_html(q, &g);
        else if (csv)
            gap_csv(q, s, j, &g);
        else
            gap_text(q, &g);
    }
    fputs(html ? "</table><p>" : "", q->out);
    if (!csv)
        print_counts(q, counts);
    fputs(html ? "</p>\n" : "", q->out);
    arena_free(&a);
}

void gaps_print(const struct gaps_question *q, const struct standard *s)
{
    static const struct text columns[] = {
        TEXT_INIT("jurisdiction"), TEXT_INIT("standard"),  TEXT_INIT("item"),
        TEXT_INIT("topic"),        TEXT_INIT("status"),    TEXT_INIT("asks"),
        TEXT_INIT("needs"),        TEXT_INIT("rests_on"),  TEXT_INIT("remark"),
        TEXT_INIT("source"),       TEXT_INIT("confidence")};
    struct text title = words_in(&s->title, q->language);
    if (is_format(q, "html"))
        html_begin(q->out, title);
    else if (is_format(q, "csv"))
        csv_row(q->out, columns, sizeof columns / sizeof *columns);
    else
        fprintf(q->out, "%.*s\n%.*s\n\n", TEXT_ARG(title), TEXT_ARG(s->source));
    for (size_t i = 0; i < q->law->jurisdiction_count; i++) {
        if (q->law->jurisdictions[i]->everywhere)
            continue;
        matrix(q, s, q->law->jurisdictions[i]);
    }
    if (is_format(q, "html"))
        fputs("</body></html>\n", q->out);
}

/* --- side by side --- */

size_t topics_list(struct arena *a, const struct standards *all, const struct lawbase *law,
                   struct text **topics)
{
    size_t count = 0;
    *topics = NULL;
    for (size_t i = 0; i < law->threat_count; i++)
        *arena_push(a, topics, &count) = law->threats[i]->id;
    for (size_t i = 0; i < all->count; i++)
        for (size_t k = 0; k < all->list[i].item_count; k++) {
            struct text topic = all->list[i].items[k].topic;
            bool there = false;
            for (size_t t = 0; t < count; t++)
                there |= text_equal((*topics)[t], topic);
            if (!there)
                *arena_push(a, topics, &count) = topic;
        }
    return count;
}

/* What stands in one cell: the answer, and what it rests on. */
static struct text item_cell(const struct gaps_question *q, struct arena *a,
                             const struct item *item, const struct jurisdiction *j,
                             enum coverage_status *status)
{
    const struct reply *r = reply_find(item, j->id);
    struct text rests = rests_on(q, a, r), remark = r ? r->remark : TEXT("");
    *status = item_status(q->law, item, j->id, q->on);
    struct text out = text_of(coverage_status_name(*status));
    if (r)
        out = arena_format(a, "%.*s [%s]", TEXT_ARG(out), confidence_name(r->confidence));
    if (rests.len)
        out = arena_format(a, "%.*s: %.*s", TEXT_ARG(out), TEXT_ARG(rests));
    return remark.len ? arena_format(a, "%.*s (%.*s)", TEXT_ARG(out), TEXT_ARG(remark)) : out;
}

/* The rules of one jurisdiction about the topic that are in force, with their articles. */
static struct text rules_cell(const struct gaps_question *q, struct arena *a,
                              const struct jurisdiction *j)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < q->law->rule_count; i++) {
        const struct rule *r = q->law->rules[i];
        if (r->jurisdiction != j || !r->threat || !text_equal(r->threat->id, q->topic) ||
            !force_holds(r->force, q->on))
            continue;
        const struct provision *p = r->provision_count ? provision_find(q->law, r->provisions[0])
                                                       : NULL;
        struct text citation = p ? p->citation : TEXT("");
        out = arena_format(a, "%.*s%s%.*s (%.*s, %.*s)", TEXT_ARG(out), out.len ? "; " : "",
                           TEXT_ARG(words_in(&r->title, q->language)), TEXT_ARG(r->id),
                           TEXT_ARG(citation));
    }
    return out.len ? out : TEXT("none encoded");
}

static void compare_row(const struct gaps_question *q, struct text title, const struct text *cells,
                        const enum coverage_status *statuses)
{
    const struct lawbase *law = q->law;
    if (is_format(q, "csv")) {
        csv_field(q->out, title);
        fputc(law->jurisdiction_count ? ',' : '\n', q->out);
        csv_row(q->out, cells, law->jurisdiction_count);
        return;
    }
    bool html = is_format(q, "html");
    fputs(html ? "<tr>" : "", q->out);
    if (html)
        html_cell(q->out, NULL, title);
    else
        fprintf(q->out, "\n%.*s\n", TEXT_ARG(title));
    for (size_t i = 0; i < law->jurisdiction_count; i++)
        if (html)
            html_cell(q->out,
                      !statuses || statuses[i] == STATUS_NOT_APPLICABLE
                          ? NULL
                          : coverage_status_name(statuses[i]),
                      cells[i]);
        else
            fprintf(q->out, "  %-4.*s %.*s\n", TEXT_ARG(law->jurisdictions[i]->id),
                    TEXT_ARG(cells[i]));
    fputs(html ? "</tr>\n" : "", q->out);
}

static void compare_head(const struct gaps_question *q, struct arena *a)
{
    struct text title = arena_format(a, "%.*s, %.*s", TEXT_ARG(q->topic), TEXT_ARG(on_words(q, a)));
    struct text *names = arena_array(a, q->law->jurisdiction_count, struct text);
    for (size_t i = 0; i < q->law->jurisdiction_count; i++)
        names[i] = words_in(&q->law->jurisdictions[i]->name, q->language);
    if (is_format(q, "html")) {
        html_begin(q->out, title);
        fputs("<table>\n", q->out);
    } else if (!is_format(q, "csv")) {
        fprintf(q->out, "%.*s\n", TEXT_ARG(title));
    }
    compare_row(q, TEXT("asked"), names, NULL);
}

void compare_print(const struct gaps_question *q)
{
    struct arena a = ARENA("compare");
    size_t columns = q->law->jurisdiction_count;
    struct text *cells = arena_array(&a, columns, struct text);
    enum coverage_status *statuses = arena_array(&a, columns, enum coverage_status);
    compare_head(q, &a);
    for (size_t i = 0; i < q->standards->count; i++)
        for (size_t k = 0; k < q->standards->list[i].item_count; k++) {
            const struct item *item = &q->standards->list[i].items[k];
            if (!text_equal(item->topic, q->topic))
                continue;
            for (size_t c = 0; c < columns; c++)
                cells[c] = item_cell(q, &a, item, q->law->jurisdictions[c], &statuses[c]);
            compare_row(q,
                        arena_format(&a, "%.*s %.*s: %.*s", TEXT_ARG(q->standards->list[i].id),
                                     TEXT_ARG(item->id),
                                     TEXT_ARG(words_in(&item->text, q->language))),
                        cells, statuses);
        }
    for (size_t c = 0; c < columns; c++)
        cells[c] = rules_cell(q, &a, q->law->jurisdictions[c]);
    if (threat_find(q->law, q->topic))
        compare_row(q, TEXT("rules that are in force"), cells, NULL);
    if (is_format(q, "html"))
        fputs("</table></body></html>\n", q->out);
    arena_free(&a);
}
