/* SPDX-License-Identifier: Apache-2.0
 *
 * Text, like a good compiler's messages: what, where, who, under which article, why, what must
 * follow.
 */
#include <config.h>

#include <inttypes.h>

#include "report/broader.h"
#include "report/wording.h"

enum { MOST_RECORDS = 12 };

static const char *colour_of(const struct report *r, enum outcome o)
{
    static const char *const colours[] = {"", "\33[32m", "\33[1;36m", "\33[1;33m", "\33[1;31m"};
    return r->colour ? colours[o] : "";
}

static const char *plain(const struct report *r)
{
    return r->colour ? "\33[0m" : "";
}

static void row(struct report *r, const char *label, struct text t)
{
    if (!t.len)
        return;
    fprintf(r->out, "    %-11s", label);
    text_show(r->out, t);
    fputc('\n', r->out);
}

static void print_records(struct report *r, const struct finding *f)
{
    for (size_t i = 0; i < f->record_count && i < MOST_RECORDS; i++) {
        fputs("  --> ", r->out);
        text_show(r->out, f->records[i].file);
        fprintf(r->out, ":%" PRIu64, f->records[i].line);
        if (f->records[i].ref.len) {
            fputs("  ", r->out);
            text_show(r->out, f->records[i].ref);
        }
        fputc('\n', r->out);
    }
    uint64_t shown = f->record_count < MOST_RECORDS ? f->record_count : MOST_RECORDS;
    if (f->count > shown)
        fprintf(r->out, "      and %" PRIu64 " more records\n", f->count - shown);
}

static void print_facts(struct report *r, const struct finding *f)
{
    struct arena *a = &r->arena;
    struct text out = TEXT("");
    for (size_t i = 0; i < f->fact_count; i++) {
        struct text v = value_print(a, &f->facts[i].value);
        out = arena_format(a, "%.*s%s%.*s: %.*s", TEXT_ARG(out), i ? "; " : "",
                           TEXT_ARG(f->facts[i].name), TEXT_ARG(v));
    }
    row(r, "facts", out);
}

static void print_missing(struct report *r, const struct finding *f)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < f->missing_count; i++)
        out = arena_format(&r->arena, "%.*s%s%.*s", TEXT_ARG(out), i ? ", " : "",
                           TEXT_ARG(f->missing[i]));
    row(r, "missing", out);
}

static void print_reasons(struct report *r, const struct finding *f)
{
    row(r, "why", wording_of(wording_find(r->language), f->because));
    for (size_t i = 0; i < f->step_count; i++)
        row(r, f->because.len || i ? "" : "why", step_print(&r->arena, &f->steps[i]));
}

/* "Example Ltd (CY) has 45 % of the shares in Example LLC, since 2019-01-01; register.csv:4" */
static void print_holdings(struct report *r, const struct finding *f)
{
    for (size_t i = 0; i < f->holding_count; i++) {
        const struct holding_told *h = &f->holdings[i];
        row(r, i ? "" : "owners",
            arena_format(&r->arena, "%.*s (%.*s) has %.*s in %.*s, %.*s; %.*s", TEXT_ARG(h->owner),
                         TEXT_ARG(h->owner_from), TEXT_ARG(h->interest), TEXT_ARG(h->owned),
                         TEXT_ARG(h->period), TEXT_ARG(h->source)));
    }
    if (f->holdings_left_out)
        row(r, "", arena_format(&r->arena, "and %zu more", f->holdings_left_out));
}

static void print_law(struct report *r, const struct finding *f)
{
    struct arena *a = &r->arena;
    char on[DAY_TEXT_SIZE];
    for (size_t i = 0; i < f->task->provision_count; i++) {
        const struct provision *p = f->task->provisions[i];
        row(r, i ? "" : "article", citation_print(a, p, r->language));
        const struct provision_version *v = f->on_known ? provision_at(p, f->on) : NULL;
        if (v)
            row(r, "",
                arena_format(a, "as in force on %s; source %.*s", day_print(f->on, on),
                             TEXT_ARG(v->source)));
        if (v && v->doubt.len)
            row(r, "doubt", v->doubt);
    }
    for (size_t i = 0; i < f->law_count; i++) {
        struct text value = value_print(a, &f->law[i].version->value);
        row(r, i ? "" : "limit",
            arena_format(a, "%.*s = %.*s [%s]", TEXT_ARG(f->law[i].parameter->id), TEXT_ARG(value),
                         confidence_name(f->law[i].version->confidence)));
    }
    if (f->exception)
        row(r, "exception", f->exception->provision);
}

static void print_listings(struct report *r, const struct finding *f)
{
    struct arena *a = &r->arena;
    for (size_t i = 0; i < f->listing_shown; i++) {
        const struct listing *l = &f->listings[i];
        struct text score = score_print(a, l->score), what = listing_print(a, l);
        row(r, i ? "" : "listed",
            arena_format(a, "%.*s alike: %.*s", TEXT_ARG(score), TEXT_ARG(what)));
        row(r, "",
            arena_format(a, "%.*s:%" PRIu64 "; %.*s", TEXT_ARG(l->at.file), l->at.line,
                         TEXT_ARG(l->how)));
        row(r, "", l->reason);
    }
    if (f->listing_count > f->listing_shown)
        row(r, "", arena_format(a, "%zu entries in all", f->listing_count));
}

static void print_sanctions(struct report *r, const struct finding *f)
{
    for (size_t i = 0; i < f->task->rule->sanction_count; i++) {
        const struct provision *p = provision_find(f->task->law, f->task->rule->sanctions[i]);
        if (p)
            row(r, i ? "" : "sanction", citation_print(&r->arena, p, r->language));
    }
}

static void finding_text(struct report *r, const struct finding *f)
{
    struct text title = words_in(&f->task->rule->title, r->language);
    if (f->outcome == OUTCOME_EXEMPT)
        return; /* lawful: counted in the summary, told by the JSON report */
    fprintf(r->out, "%s%s%s: ", colour_of(r, f->outcome), outcome_name(f->outcome), plain(r));
    text_show(r->out, title);
    fputs(" [", r->out);
    text_show(r->out, f->task->rule->id);
    fputs("]\n", r->out);
    print_records(r, f);
    for (size_t i = 0; i < f->actor_count; i++)
        row(r, arena_copy(&r->arena, f->actors[i].role).at, f->actors[i].name);
    print_missing(r, f);
    print_facts(r, f);
    row(r, "joined", joined_print(&r->arena, f));
    print_reasons(r, f);
    print_holdings(r, f);
    print_listings(r, f);
    print_law(r, f);
    if (f->outcome >= OUTCOME_INDICATOR)
        row(r, "threat", threat_print(&r->arena, f->task->rule, r->language));
    if (f->outcome >= OUTCOME_INDICATOR)
        row(r, "must", consequence_print(&r->arena, f, r->language));
    if (f->outcome == OUTCOME_VIOLATION)
        print_sanctions(r, f);
    row(r, "case", r->standing);
    row(r, "confidence",
        arena_format(&r->arena, "%s; finding %s", confidence_name(f->confidence), f->fingerprint));
    fputc('\n', r->out);
    arena_reset(&r->arena);
}

/* --- summary --- */

static void print_totals(struct report *r, const struct total *totals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char code[CURRENCY_TEXT_SIZE], amount[MONEY_TEXT_SIZE];
        fprintf(r->out, "%s%s %s", i ? ", " : "  ", currency_print(totals[i].currency, code),
                sum_print_amount(totals[i].least, totals[i].currency, amount));
        if (totals[i].most != totals[i].least)
            fprintf(r->out, " to %s", sum_print_amount(totals[i].most, totals[i].currency, amount));
    }
    fputc('\n', r->out);
}

/* One type of records goes on the file's line, several on lines of their own. */
static void print_types(struct report *r, const struct input_counts *c)
{
    if (c->unmatched)
        fprintf(r->out, ", %" PRIu64 " of no kind that is read", c->unmatched);
    if (c->rows != c->records)
        fprintf(r->out, ", of %" PRIu64 " rows", c->rows);
    if (c->type_count == 1) {
        print_totals(r, c->types[0].totals, c->types[0].total_count);
        return;
    }
    fputc('\n', r->out);
    for (size_t i = 0; i < c->type_count; i++) {
        const struct record_counts *t = &c->types[i];
        fprintf(r->out, "    %-12.*s%9" PRIu64, TEXT_ARG(t->record->name), t->records);
        if (t->memos)
            fprintf(r->out, " (%" PRIu64 " memos, not added up)", t->memos);
        print_totals(r, t->totals, t->total_count);
    }
}

static void print_tally(struct report *r, const struct rule *rule, const struct tally *t)
{
    static const enum outcome shown[] = {OUTCOME_VIOLATION, OUTCOME_INDICATOR, OUTCOME_UNDETERMINED,
                                         OUTCOME_EXEMPT};
    fprintf(r->out, "  %-46.*s", TEXT_ARG(rule->id));
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        uint64_t n = t->outcomes[shown[i]];
        fprintf(r->out, "%s%9" PRIu64 "%s", n ? colour_of(r, shown[i]) : "", n, n ? plain(r) : "");
    }
    print_totals(r, t->amounts, t->amount_count);
}

static uint64_t count_threat(struct report *r, const struct report_end *e, const struct threat *t)
{
    uint64_t n = 0;
    for (size_t i = 0; i < r->plan->task_count; i++)
        if (r->plan->tasks[i].rule->threat == t)
            n += run_tally(e->run, i)->outcomes[OUTCOME_VIOLATION] +
                 run_tally(e->run, i)->outcomes[OUTCOME_INDICATOR];
    return n;
}

static void print_cases(struct report *r, const struct report_end *e)
{
    const struct case_counts *c = &e->cases;
    fputs("\nledger ", r->out);
    text_show(r->out, text_of(e->ledger));
    fprintf(r->out,
            ": %" PRIu64 " new, %" PRIu64 " came back (%" PRIu64 " a fact changed, %" PRIu64
            " the decision ended), %" PRIu64 " as they were, %" PRIu64 " settled; %" PRIu64
            " overdue; %" PRIu64 " cases not found\n",
            c->fresh, c->changed + c->expired, c->changed, c->expired, c->standing, c->settled,
            c->overdue, c->gone);
}

/* The most urgent first. */
static void print_threats(struct report *r, const struct report_end *e)
{
    const struct lawbase *law = r->plan->law;
    bool any = false;
    for (int level = LEVEL_URGENT; level >= LEVEL_LOW; level--)
        for (size_t i = 0; i < law->threat_count; i++) {
            const struct threat *t = law->threats[i];
            uint64_t n = (int)t->priority == level ? count_threat(r, e, t) : 0;
            if (!n)
                continue;
            if (!any)
                fprintf(r->out, "\n  %-46s%9s%9s%9s\n", "threat", "impact", "priority", "findings");
            any = true;
            fprintf(r->out, "  %-46.*s%9s%9s%9" PRIu64 "\n", TEXT_ARG(t->id), level_name(t->impact),
                    level_name(t->priority), n);
        }
}

static bool any_ran(struct report *r, const struct report_end *e)
{
    for (size_t i = 0; i < r->plan->task_count; i++)
        if (run_tally(e->run, i)->ran)
            return true;
    fputs("\nno rule of the law base is about these records\n", r->out);
    return false;
}

/* What each rule cost; conditions that rules share are on the account of the first. */
static void print_costs(struct report *r, const struct report_end *e)
{
    fprintf(r->out, "\n  %-46s%12s%12s%12s%10s\n", "cost of the rule", "rows", "candidates",
            "Lua calls", "ms");
    for (size_t i = 0; i < r->plan->task_count; i++) {
        const struct task_cost *c = &e->costs[i];
        if (c->rows)
            fprintf(r->out, "  %-46.*s%12" PRIu64 "%12" PRIu64 "%12" PRIu64 "%10.1f\n",
                    TEXT_ARG(r->plan->tasks[i].rule->id), c->rows, c->candidates, c->calls,
                    (double)c->nanoseconds / 1e6);
    }
}

static void print_redaction(struct report *r)
{
    if (r->redacted)
        fputs("\nfor publication: of natural persons only what the register publishes is told; "
              "fingerprints are those of published reports\n",
              r->out);
}

static void end_text(struct report *r, const struct report_end *e)
{
    uint64_t withheld = 0, known = 0;
    for (size_t i = 0; i < e->input_count; i++) {
        const struct input_summary *s = &e->inputs[i];
        text_show(r->out, s->file);
        fprintf(r->out, " (%.*s): %" PRIu64 " records, %" PRIu64 " unreadable", TEXT_ARG(s->format),
                s->counts.records, s->counts.unreadable);
        print_types(r, &s->counts);
    }
    for (size_t i = 0; i < e->register_count; i++) {
        const struct input_summary *s = &e->registers[i];
        fputs("register ", r->out);
        text_show(r->out, s->file);
        fprintf(r->out, " (%.*s): %" PRIu64 " entries, %" PRIu64 " unreadable\n",
                TEXT_ARG(s->format), s->counts.records, s->counts.unreadable);
    }
    if (!e->input_count)
        return;
    if (!any_ran(r, e))
        return;
    fprintf(r->out, "\n  %-46s%9s%9s%9s%9s\n", "rule", "violat.", "indicat.", "undeter.", "exempt");
    for (size_t i = 0; i < r->plan->task_count; i++) {
        const struct tally *t = run_tally(e->run, i);
        withheld += t->withheld;
        known += t->known;
        if (t->ran)
            print_tally(r, r->plan->tasks[i].rule, t);
    }
    print_threats(r, e);
    if (withheld)
        fprintf(r->out,
                "\n%" PRIu64 " findings rest on law of low confidence and are not shown; "
                "--include-low shows them\n",
                withheld);
    if (known)
        fprintf(r->out, "\n%" PRIu64 " findings are known already and not told again\n", known);
    if (e->ledger)
        print_cases(r, e);
    if (e->broader)
        broader_print_text(e->broader, r);
    print_redaction(r);
    if (e->costs)
        print_costs(r, e);
}

static bool begin_text(struct report *r)
{
    return r->out != NULL;
}

const struct report_format report_text_format = {"text",       "for people", false, begin_text,
                                                 finding_text, end_text,     NULL};
