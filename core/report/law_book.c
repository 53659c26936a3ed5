/* SPDX-License-Identifier: Apache-2.0
 *
 * A jurisdiction's encoded law as one page to print and to proof-read: every provision in every
 * version, every limit, every rule in plain words, with a line to sign.
 */
#include <config.h>

#include "report/law_export.h"
#include "report/markup.h"
#include "report/report.h"

struct book {
    const struct law_export *request;
    const struct lawbase *law;
    const struct jurisdiction *jurisdiction;
    struct arena arena;
    FILE *out;
};

static void element(struct book *b, const char *tag, struct text t)
{
    fprintf(b->out, "<%s>", tag);
    markup_text(b->out, t);
    fprintf(b->out, "</%s>\n", tag);
}

/* In every language that the law base has, the asked one first. */
static void all_languages(struct book *b, const char *class, const struct words *w)
{
    struct text first = words_in(w, b->request->language);
    fprintf(b->out, "<p class=\"%s\">", class);
    markup_text(b->out, first);
    for (size_t i = 0; i < w->count; i++)
        if (!text_equal(w->texts[i], first)) {
            fprintf(b->out, "<br><span lang=\"%.*s\">", TEXT_ARG(w->languages[i]));
            markup_text(b->out, w->texts[i]);
            fputs("</span>", b->out);
        }
    fputs("</p>\n", b->out);
}

static void row(struct book *b, const char *label, struct text t)
{
    if (!t.len)
        return;
    fprintf(b->out, "<tr><th>%s</th><td>", label);
    markup_text(b->out, t);
    fputs("</td></tr>\n", b->out);
}

static void trust(struct book *b, struct text source, enum confidence c, struct text doubt)
{
    row(b, "source", source);
    fprintf(b->out, "<tr><th>confidence</th><td class=\"%s\">%s</td></tr>\n", confidence_name(c),
            confidence_name(c));
    row(b, "doubt", doubt);
}

/* --- acts --- */

static void provision(struct book *b, const struct provision *p)
{
    fputs("<section>\n<h4 id=\"", b->out);
    markup_text(b->out, p->id);
    fputs("\">", b->out);
    markup_text(b->out, p->citation);
    fputs(": ", b->out);
    markup_text(b->out, words_in(&p->title, b->request->language));
    fputs("</h4>\n", b->out);
    for (size_t i = 0; i < p->version_count; i++) {
        const struct provision_version *v = &p->versions[i];
        all_languages(b, "summary", &v->summary);
        fputs("<table>\n", b->out);
        row(b, "in force",
            v->status == STATUS_IN_FORCE ? force_print(&b->arena, v->force)
                                         : text_of(status_name(v->status)));
        trust(b, v->source, v->confidence, v->doubt);
        fputs("</table>\n", b->out);
    }
    fprintf(b->out, "<p class=\"id\">%.*s</p>\n</section>\n", TEXT_ARG(p->id));
}

static void acts(struct book *b)
{
    fputs("<h2>Acts and provisions</h2>\n", b->out);
    for (size_t i = 0; i < b->law->instrument_count; i++) {
        const struct instrument *in = b->law->instruments[i];
        if (!is_law_of(b->jurisdiction, in->id))
            continue;
        element(b, "h3", words_in(&in->title, b->request->language));
        all_languages(b, "summary", &in->title);
        fputs("<table>\n", b->out);
        row(b, "citation", in->citation);
        row(b, "in force",
            in->status == STATUS_IN_FORCE ? force_print(&b->arena, in->force)
                                          : text_of(status_name(in->status)));
        row(b, "identifier", act_uri(&b->arena, in, b->jurisdiction->id));
        trust(b, in->source, in->confidence, in->doubt);
        fputs("</table>\n", b->out);
        for (size_t k = 0; k < in->provision_count; k++)
            provision(b, &in->provisions[k]);
    }
}

/* --- limits and elections --- */

static void limits(struct book *b)
{
    fputs("<h2>Limits and terms</h2>\n", b->out);
    for (size_t i = 0; i < b->law->parameter_count; i++) {
        const struct parameter *p = b->law->parameters[i];
        if (!is_law_of(b->jurisdiction, p->id))
            continue;
        element(b, "h4", words_in(&p->title, b->request->language));
        fputs("<table><tr><th>value</th><th>in force</th><th>provision</th><th>source</th>"
              "<th>confidence</th><th>doubt</th></tr>\n",
              b->out);
        for (size_t k = 0; k < p->version_count; k++) {
            const struct parameter_version *v = &p->versions[k];
            const struct text cells[] = {value_print(&b->arena, &v->value),
                                         force_print(&b->arena, v->force),
                                         v->provision,
                                         v->source,
                                         text_of(confidence_name(v->confidence)),
                                         v->doubt};
            fputs("<tr>", b->out);
            for (size_t c = 0; c < sizeof cells / sizeof *cells; c++) {
                fputs("<td>", b->out);
                markup_text(b->out, cells[c]);
                fputs("</td>", b->out);
            }
            fputs("</tr>\n", b->out);
        }
        fprintf(b->out, "</table>\n<p class=\"id\">%.*s</p>\n", TEXT_ARG(p->id));
    }
}

static void elections(struct book *b)
{
    char on[DAY_TEXT_SIZE];
    fputs("<h2>Elections</h2>\n", b->out);
    for (size_t i = 0; i < b->law->election_count; i++) {
        const struct election *e = b->law->elections[i];
        if (!is_law_of(b->jurisdiction, e->id))
            continue;
        element(b, "h4", words_in(&e->title, b->request->language));
        fputs("<table>\n", b->out);
        row(b, "voting day", text_of(day_print(e->day, on)));
        if (e->campaign.from < e->campaign.to)
            row(b, "campaign", force_print(&b->arena, e->campaign));
        if (e->silence.from < e->silence.to)
            row(b, "silence", force_print(&b->arena, e->silence));
        trust(b, e->source, e->confidence, e->doubt);
        fputs("</table>\n", b->out);
    }
}

/* --- rules --- */

static void condition(struct book *b, const char *heading, const struct term *t)
{
    if (!t)
        return;
    fprintf(b->out, "<p><b>%s</b></p>\n<pre>", heading);
    markup_text(b->out, term_explain(&b->arena, t, 0));
    fputs("</pre>\n", b->out);
}

static void citations(struct book *b, const char *label, const struct text *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct provision *p = provision_find(b->law, ids[i]);
        if (p)
            row(b, i ? "" : label, citation_print(&b->arena, p, b->request->language));
    }
}

static void tests(struct book *b, const struct rule *r)
{
    if (!r->tests)
        return;
    fputs("<details><summary>tests</summary><ul>\n", b->out);
    for (size_t i = 0; i < r->tests->count; i++) {
        const struct node *expect = node_find(r->tests->items[i], "expect");
        fputs("<li>", b->out);
        markup_text(b->out, node_text(r->tests->items[i], "name"));
        fputs(": ", b->out);
        markup_text(b->out,
                    expect && expect->kind == NODE_SCALAR ? expect->text : TEXT("undetermined"));
        fputs("</li>\n", b->out);
    }
    fputs("</ul></details>\n", b->out);
}

static void rule(struct book *b, const struct task *t)
{
    const struct rule *r = t->rule;
    struct finding none = {.task = t};
    fputs("<section class=\"rule\">\n", b->out);
    element(b, "h3", words_in(&r->title, b->request->language));
    all_languages(b, "summary", &r->title);
    condition(b, t->key_count ? "Counted when" : "Found when", t->where);
    if (t->key_count)
        condition(b, "Found when", t->having);
    for (size_t i = 0; i < r->unless_count; i++)
        condition(b, "But not when", t->unless[i]);
    fputs("<table>\n", b->out);
    row(b, "it is",
        r->is_violation ? TEXT("a violation") : TEXT("an indicator, which accuses nobody"));
    row(b, "in force", force_print(&b->arena, r->force));
    row(b, "day that decides", t->record->fields[t->basis].path);
    if (t->window)
        row(b, "within any", term_explain_key(&b->arena, t->window));
    citations(b, "article", r->provisions, r->provision_count);
    for (size_t i = 0; i < r->unless_count; i++)
        citations(b, "exception", &r->unless[i].provision, 1);
    row(b, "must follow", consequence_print(&b->arena, &none, b->request->language));
    row(b, "within", r->consequence.within);
    citations(b, "sanction", r->sanctions, r->sanction_count);
    row(b, "threat", threat_print(&b->arena, r, b->request->language));
    row(b, "doubt", r->doubt);
    fputs("</table>\n", b->out);
    tests(b, r);
    fprintf(b->out,
            "<p class=\"id\">%.*s</p>\n<p class=\"sign\">right / wrong because "
            "______________________________ &nbsp; by ______________ on __________</p>\n"
            "</section>\n",
            TEXT_ARG(r->id));
}

/* --- all --- */

static void chapter(struct book *b)
{
    element(b, "h1", words_in(&b->jurisdiction->name, b->request->language));
    acts(b);
    limits(b);
    elections(b);
    fputs("<h2>Rules in plain words</h2>\n", b->out);
    for (size_t i = 0; i < b->request->plan->task_count; i++) {
        if (b->request->plan->tasks[i].rule->jurisdiction == b->jurisdiction)
            rule(b, &b->request->plan->tasks[i]);
        arena_reset(&b->arena);
    }
}

void law_export_book(const struct law_export *request)
{
    struct book b = {
        .request = request, .law = request->plan->law, .arena = ARENA("book"), .out = request->out};
    fprintf(b.out,
            "<!DOCTYPE html>\n<html lang=\"%.*s\"><head><meta charset=\"utf-8\">"
            "<title>Encoded law</title>\n"
            "<style>body{font-family:serif;max-width:50em;margin:2em auto;line-height:1.4}"
            "table{border-collapse:collapse;margin:.5em 0}th,td{border:1px solid #aaa;"
            "padding:.2em .5em;text-align:left;vertical-align:top}th{font-weight:normal;color:#555}"
            "pre{white-space:pre-wrap;font-family:inherit;background:#f6f6f6;padding:.5em}"
            ".id{color:#777;font-family:monospace}.high{background:#d5ecd2}"
            ".medium{background:#f8edc4}.low{background:#f6d3cb}.sign{margin-top:1em}"
            "section{break-inside:avoid}h1{break-before:page}</style></head><body>\n"
            "<p>The law as it is encoded, for proof-reading. Summaries are in our own words, not "
            "the text of the law; this is no legal advice. Program %s, law base %s.</p>\n",
            TEXT_ARG(request->language), request->version, b.law->digest);
    for (size_t i = 0; i < b.law->jurisdiction_count; i++) {
        b.jurisdiction = b.law->jurisdictions[i];
        chapter(&b);
    }
    fputs("</body></html>\n", b.out);
    arena_free(&b.arena);
}
