/* SPDX-License-Identifier: Apache-2.0
 *
 * The public function that writes a bill's paper for a committee.
 */
#include <config.h>

#include "curves.h"
#include "report/bill_gaps.h"
#include "report/committee.h"
#include "session.h"

struct writing {
    struct scr_session *session;
    struct bills bills;
    struct redline redline;
    struct paper paper;
    struct standards standards;
    struct curves curves;
    bool ok;
};

static void fence(const struct writing *w)
{
    fputs(w->redline.html ? "" : "```\n", w->redline.out);
}

static void write_law(struct writing *w)
{
    paper_section(&w->paper, "The redline", "Article by article, what is struck out and put in.");
    fence(w);
    redline_print(&w->redline);
    fence(w);
    paper_section(&w->paper, "Provisions concerned",
                  "What the bill changes, or what a changed rule rests on.");
    paper_provisions(&w->paper);
}

static void write_gaps(struct writing *w)
{
    paper_section(&w->paper, "Against international standards",
                  "Items that the bill closes, narrows or opens.");
    fence(w);
    for (size_t i = 0; i < w->standards.count; i++)
        bill_gaps_print(&(struct bill_gaps){.bills = &w->bills,
                                            .before = w->redline.before,
                                            .after = w->redline.after,
                                            .standard = &w->standards.list[i],
                                            .language = w->redline.language,
                                            .html = w->redline.html,
                                            .out = w->redline.out});
    fence(w);
}

static void write_curves(struct writing *w, const struct report_end *end)
{
    const struct curves *c = &w->curves;
    if (c->count == 0)
        return;
    paper_section(&w->paper, "Around the new value",
                  "What the same filings would meet at other values of the limit, as if it always "
                  "had them: where the curve bends, and how many sit just under each value.");
    for (size_t i = 0; i < c->count; i++) {
        sweep_end(&c->items[i].sweep, end);
        paper_curve(&w->paper, &c->items[i].sweep);
    }
    if (c->left_out)
        paper_note(&w->paper,
                   "The bill sets more limits: `scrutineer bill sweep` has their curves.");
}

static void end_paper(void *owner, const struct report_end *end)
{
    struct writing *w = owner;
    effect_end(w->paper.effect, end);
    w->paper.end = end;
    paper_begin(&w->paper);
    write_law(w);
    paper_section(
        &w->paper, "Effect on filings",
        "Findings under today's law and under the bill, in the same filings. A finding is "
        "no judgement.");
    paper_effect(&w->paper);
    write_curves(w, end);
    write_gaps(w);
    paper_section(&w->paper, "Ways around it",
                  "The nearest facts that escape each prohibition, each proven by a check.");
    fence(w);
    w->ok = session_probe(w->session, w->redline.html, w->redline.out);
    fence(w);
    paper_section(&w->paper, "The law as it would read",
                  "As encoded, with sources and confidence.");
    fence(w);
    redline_print_law(&w->redline);
    fence(w);
    paper_section(&w->paper, "Confidence and limits", "What this paper cannot know.");
    paper_limits(&w->paper);
    paper_end(&w->paper);
}

static void take_finding(void *owner, const struct finding *f)
{
    struct writing *w = owner;
    effect_take(w->paper.effect, f);
    for (size_t i = 0; i < w->curves.count; i++)
        sweep_take(&w->curves.items[i].sweep, f);
}

static bool write_paper(struct writing *w, struct plan *p, const char *const *files,
                        size_t file_count)
{
    struct scr_session *s = w->session;
    struct effect_terms terms = {p, &w->bills, session_language(s), PACKAGE_VERSION, false};
    struct check_taker taker = {take_finding, end_paper, w};
    w->paper.effect = effect_new(&terms);
    bool ok = w->paper.effect && session_check(s, p, &taker, files, file_count) && w->ok;
    if (!w->paper.effect || effect_failed(w->paper.effect))
        ok = diag_error(&s->diags, (struct span){0}, "report-temporary",
                        TEXT("is there room in TMPDIR?"), "a temporary file could not be used");
    effect_free(w->paper.effect);
    return ok;
}

/* Today's law, the bill's, and that of each value of its limits. */
static bool make_plan(struct writing *w, struct plan *p)
{
    struct scr_session *s = w->session;
    bool ok = curves_make(&w->curves, s, &w->bills, 2);
    const struct lawbase **laws = arena_array(&s->arena, 2 + w->curves.law_count,
                                              const struct lawbase *);
    laws[0] = &s->base;
    laws[1] = &s->law;
    for (size_t i = 0; i < w->curves.law_count; i++)
        laws[2 + i] = &w->curves.laws[i];
    struct plan_terms terms = {laws, 2 + w->curves.law_count, s->vocabulary, s->host,
                               s->options.plugins};
    ok = plan_make_variants(p, &s->diags, &terms) && ok;
    p->registers = s->registers;
    return ok;
}

bool scr_bill_report(struct scr_session *s, const char *const *files, size_t file_count,
                     const char *format, FILE *out)
{
    struct writing w = {.session = s, .ok = true};
    struct plan p;
    if (!s->loaded || !s->bills_apply || !session_bills(s, &w.bills) ||
        !session_read_registers(s) || !standards_read(&w.standards, &s->law, &s->diags))
        return false;
    w.redline = (struct redline){.bills = &w.bills,
                                 .before = &s->base,
                                 .after = &s->law,
                                 .language = session_language(s),
                                 .diags = &s->diags,
                                 .out = out,
                                 .html = strcmp(format, "html") == 0};
    w.paper = (struct paper){.redline = &w.redline, .version = PACKAGE_VERSION};
    bool ok = make_plan(&w, &p);
    ok = write_paper(&w, &p, files, file_count) && ok;
    plan_free(&p);
    curves_free(&w.curves);
    return ok;
}
