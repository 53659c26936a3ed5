/* SPDX-License-Identifier: Apache-2.0
 *
 * The page around the list of findings: summary, charts, what could not be judged, method.
 */
#include <config.h>

#include <inttypes.h>

#include "report/broader.h"
#include "report/json_writer.h"
#include "report/report_html.h"

enum {
    MOST_BARS = 12,
    BAR_WIDE = 1000, /* units of the charts in parts.html */
    COLUMN_WIDE = 10,
    COLUMN_HIGH = 100,
    MOST_COLUMNS = 400,
};

struct writing {
    struct report *report;
    struct html_report *html;
    const struct report_end *end;
    struct arena *arena; /* the report's */
};

static struct text number(const struct writing *w, uint64_t n)
{
    return arena_format(w->arena, "%" PRIu64, n);
}

/* Digits as people read them: a comma behind each three before the point. */
static struct text grouped(const struct writing *w, struct text digits)
{
    size_t whole = text_find(digits, '.');
    struct growing g = {.arena = w->arena};
    for (size_t i = 0; i < digits.len; i++) {
        bool first = i == 0 || digits.at[i - 1] == '-';
        if (i < whole && !first && (whole - i) % 3 == 0)
            growing_add(&g, TEXT(","));
        growing_add(&g, text_slice(digits, i, i + 1));
    }
    return growing_text(&g);
}

static struct text count_text(const struct writing *w, uint64_t n)
{
    return grouped(w, number(w, n));
}

static struct text word(const struct writing *w, const char *words)
{
    return wording_of(w->html->page.wording, text_of(words));
}

#define PART(w, part, ...) HTML_PART(&(w)->html->page, part, __VA_ARGS__)
static void part(const struct writing *w, const char *name)
{
    html_part(&w->html->page, name, NULL, 0);
}

/* --- bars --- */

struct bar {
    const char *field;        /* of the findings, that a click filters by */
    struct text value, label; /* value: of that field */
    struct text note;
    struct outcome_count count;
};

static uint64_t scaled(uint64_t n, uint64_t most, uint64_t wide)
{
    return most ? (uint64_t)((__uint128_t)n * wide / most) : 0;
}

static void write_bar(const struct writing *w, const struct bar *b, uint64_t most)
{
    const uint64_t *of = b->count.of;
    uint64_t v = scaled(of[OUTCOME_VIOLATION], most, BAR_WIDE);
    uint64_t i = scaled(of[OUTCOME_INDICATOR], most, BAR_WIDE);
    uint64_t u = scaled(of[OUTCOME_UNDETERMINED], most, BAR_WIDE);
    PART(w, "bar", {"field", text_of(b->field)}, {"value", b->value}, {"label", b->label},
         {"note", b->note}, {"violation", count_text(w, of[OUTCOME_VIOLATION])},
         {"indicator", count_text(w, of[OUTCOME_INDICATOR])},
         {"undetermined", count_text(w, of[OUTCOME_UNDETERMINED])}, {"v-wide", number(w, v)},
         {"i-at", number(w, v)}, {"i-wide", number(w, i)}, {"u-at", number(w, v + i)},
         {"u-wide", number(w, u)});
}

static void write_bars(const struct writing *w, const struct bar *bars, size_t count, size_t shown)
{
    uint64_t most = 0;
    for (size_t i = 0; i < count; i++)
        if (outcome_count_all(&bars[i].count) > most)
            most = outcome_count_all(&bars[i].count);
    for (size_t i = 0; i < count && i < shown; i++)
        write_bar(w, &bars[i], most);
    if (count > shown)
        PART(w, "bars-left-out", {"count", count_text(w, count - shown)});
}

static void write_chart(const struct writing *w, struct text title, const struct bar *bars,
                        size_t count)
{
    if (!count)
        return;
    PART(w, "chart", {"title", title});
    write_bars(w, bars, count, MOST_BARS);
    part(w, "chart-end");
}

/* One bar a name, whose value and label is the name. */
static struct bar *plain_bars(const struct writing *w, const struct outcome_counts *c,
                              const char *field)
{
    size_t *order = outcome_counts_by_weight(w->arena, c);
    struct bar *bars = arena_array(w->arena, c->names.count, struct bar);
    for (size_t i = 0; i < c->names.count; i++) {
        struct text name = c->names.items[order[i]];
        bars[i] = (struct bar){field, name, name, TEXT(""), c->counts[order[i]]};
    }
    return bars;
}

/* --- charts --- */

/* The most urgent first. */
static void write_priorities(const struct writing *w)
{
    struct outcome_counts *c = &w->html->priorities;
    struct bar bars[LEVEL_URGENT + 2];
    size_t count = 0;
    for (int level = LEVEL_URGENT; level >= LEVEL_LOW - 1; level--) {
        struct text name = word(w,
                                level < LEVEL_LOW ? "none named" : level_name((enum level)level));
        size_t known = c->names.count, i = text_table_add(&c->names, name);
        if (i < known)
            bars[count++] = (struct bar){"priority", name, name, TEXT(""), c->counts[i]};
    }
    write_chart(w, word(w, N_("By priority of the threat")), bars, count);
}

static void write_jurisdictions(const struct writing *w)
{
    struct outcome_counts *c = &w->html->jurisdictions;
    struct bar *bars = plain_bars(w, c, "jurisdiction");
    for (size_t i = 0; i < c->names.count; i++) {
        const struct jurisdiction *j = jurisdiction_find(w->report->plan->law, bars[i].value);
        bars[i].label = words_in(&j->name, w->report->language);
    }
    write_chart(w, word(w, N_("By jurisdiction")), bars, c->names.count);
}

static struct text sum_text(const struct writing *w, __int128 minor, currency in)
{
    char digits[MONEY_TEXT_SIZE];
    return grouped(w, text_of(sum_print_amount(minor, in, digits)));
}

/* "AMD 1,500,000.00, EUR 20.00 – 30.00" */
static struct text totals(const struct writing *w, const struct total *t, size_t count)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < count; i++) {
        char code[CURRENCY_TEXT_SIZE];
        out = arena_format(w->arena, "%.*s%s%s %.*s", TEXT_ARG(out), i ? ", " : "",
                           currency_print(t[i].currency, code),
                           TEXT_ARG(sum_text(w, t[i].least, t[i].currency)));
        if (t[i].most != t[i].least)
            out = arena_format(w->arena, "%.*s – %.*s", TEXT_ARG(out),
                               TEXT_ARG(sum_text(w, t[i].most, t[i].currency)));
    }
    return out;
}

static size_t task_of(const struct writing *w, struct text rule)
{
    size_t i = 0;
    while (!text_equal(w->report->plan->tasks[i].rule->id, rule))
        i++;
    return i;
}

static void write_rules(const struct writing *w)
{
    struct outcome_counts *c = &w->html->tasks;
    struct bar *bars = plain_bars(w, c, "rule");
    for (size_t i = 0; i < c->names.count; i++) {
        size_t task = task_of(w, bars[i].value);
        const struct tally *t = run_tally(w->end->run, task);
        struct text sums = totals(w, t->amounts, t->amount_count);
        bars[i].label = words_in(&w->report->plan->tasks[task].rule->title, w->report->language);
        bars[i].note = arena_format(w->arena, "%.*s%s%.*s", TEXT_ARG(bars[i].value),
                                    sums.len ? "; " : "", TEXT_ARG(sums));
    }
    PART(w, "chart", {"title", word(w, N_("By rule"))});
    write_bars(w, bars, c->names.count, c->names.count);
    part(w, "chart-end");
}

static void write_actors(const struct writing *w)
{
    for (size_t i = 0; i < w->html->role_count; i++) {
        const struct role_counts *r = &w->html->roles[i];
        struct text title = arena_format(w->arena, "%.*s: %.*s",
                                         TEXT_ARG(word(w, N_("By those who are named"))),
                                         TEXT_ARG(wording_of(w->html->page.wording, r->role)));
        write_chart(w, title, plain_bars(w, &r->names, "actor"), r->names.names.count);
    }
}

/* --- months --- */

static void write_column(const struct writing *w, const struct bar *b, size_t at, uint64_t most)
{
    const uint64_t *of = b->count.of;
    uint64_t v = scaled(of[OUTCOME_VIOLATION], most, COLUMN_HIGH);
    uint64_t i = scaled(of[OUTCOME_INDICATOR], most, COLUMN_HIGH);
    uint64_t u = scaled(of[OUTCOME_UNDETERMINED], most, COLUMN_HIGH);
    if (v + i + u == 0 && outcome_count_all(&b->count))
        u = 1; /* few beside many are still to be seen */
    PART(w, "month", {"label", b->label}, {"all", count_text(w, outcome_count_all(&b->count))},
         {"at", number(w, at * COLUMN_WIDE + 1)}, {"v-at", number(w, COLUMN_HIGH - v)},
         {"v-high", number(w, v)}, {"i-at", number(w, COLUMN_HIGH - v - i)},
         {"i-high", number(w, i)}, {"u-at", number(w, COLUMN_HIGH - v - i - u)},
         {"u-high", number(w, u)});
}

/* How many periods lie from one to another: "2020-11" to "2021-02" are 3, "2020" to "2022" are 2.
 * Years only when the text has no month. */
static size_t periods_between(struct text from, struct text to)
{
    struct civil a = {0, 1, 0}, b = {0, 1, 0};
    bool months = from.len == 7;
    sscanf(from.at, "%d-%d", &a.year, &a.month);
    sscanf(to.at, "%d-%d", &b.year, &b.month);
    int n = months ? (b.year - a.year) * 12 + b.month - a.month : b.year - a.year;
    return n > 0 ? (size_t)n : 0;
}

/* By the first `len` characters of the days: 7 for months, 4 for years; in their order. */
static struct bar *dated_bars(const struct writing *w, size_t len, size_t *count)
{
    struct outcome_counts *days = &w->html->days;
    size_t *order = outcome_counts_by_name(w->arena, days);
    struct bar *bars = NULL;
    for (size_t i = 0; i < days->names.count; i++) {
        struct text on = days->names.items[order[i]];
        if (on.len < len)
            continue; /* on no known day */
        struct text name = arena_copy(w->arena, text_slice(on, 0, len));
        if (!*count || !text_equal(bars[*count - 1].value, name))
            *arena_push(w->arena, &bars,
                        count) = (struct bar){"month", name, name, TEXT(""), {{0}}};
        for (int o = 0; o <= OUTCOME_VIOLATION; o++)
            bars[*count - 1].count.of[o] += days->counts[order[i]].of[o];
    }
    return bars;
}

static void write_columns(const struct writing *w, const struct bar *bars, size_t count,
                          struct text title)
{
    struct text first = bars[0].value, last = bars[count - 1].value;
    uint64_t most = 0;
    for (size_t i = 0; i < count; i++)
        if (outcome_count_all(&bars[i].count) > most)
            most = outcome_count_all(&bars[i].count);
    size_t span = periods_between(first, last) + 1;
    bool gaps = span <= MOST_COLUMNS; /* else only those with findings stand side by side */
    PART(w, "months", {"title", title}, {"first", first}, {"last", last},
         {"wide", number(w, (gaps ? span : count) * COLUMN_WIDE)});
    for (size_t i = 0; i < count; i++)
        write_column(w, &bars[i], gaps ? periods_between(first, bars[i].value) : i, most);
    PART(w, "months-end", {"first", first}, {"last", last}, {"most", number(w, most)});
    PART(w, "chart", {"title", title});
    write_bars(w, bars, count, count);
    part(w, "chart-end");
    part(w, "months-close");
}

static void write_months(const struct writing *w)
{
    size_t count = 0;
    struct bar *bars = dated_bars(w, 7, &count);
    bool years = count && periods_between(bars[0].value, bars[count - 1].value) >= MOST_COLUMNS;
    if (years) {
        count = 0;
        bars = dated_bars(w, 4, &count);
    }
    if (count)
        write_columns(w, bars, count, word(w, years ? N_("By year") : N_("By month")));
}

/* --- the summary --- */

static void write_inputs(const struct writing *w)
{
    const struct report_end *e = w->end;
    part(w, "inputs");
    for (size_t i = 0; i < e->input_count + e->register_count; i++) {
        bool is_register = i >= e->input_count;
        const struct input_summary *s = is_register ? &e->registers[i - e->input_count]
                                                    : &e->inputs[i];
        struct text sums = TEXT("");
        for (size_t k = 0; k < s->counts.type_count && !is_register; k++) {
            const struct record_counts *t = &s->counts.types[k];
            sums = arena_format(w->arena, "%.*s%s%.*s %" PRIu64 ": %.*s", TEXT_ARG(sums),
                                k ? "; " : "", TEXT_ARG(t->record->name), t->records,
                                TEXT_ARG(totals(w, t->totals, t->total_count)));
        }
        PART(w, "input", {"file", s->file}, {"format", s->format},
             {"records", count_text(w, s->counts.records)},
             {"unreadable", count_text(w, s->counts.unreadable)},
             {"totals", is_register ? word(w, N_("a register")) : sums});
    }
    part(w, "inputs-end");
}

static uint64_t unreadable_rows(const struct report_end *e)
{
    uint64_t n = 0;
    for (size_t i = 0; i < e->input_count; i++)
        n += e->inputs[i].counts.unreadable;
    for (size_t i = 0; i < e->register_count; i++)
        n += e->registers[i].counts.unreadable;
    return n;
}

static void write_summary(const struct writing *w)
{
    const uint64_t *of = w->html->all.of;
    uint64_t records = 0;
    for (size_t i = 0; i < w->end->input_count; i++)
        records += w->end->inputs[i].counts.records;
    PART(w, "summary", {"violation", count_text(w, of[OUTCOME_VIOLATION])},
         {"indicator", count_text(w, of[OUTCOME_INDICATOR])},
         {"undetermined", count_text(w, of[OUTCOME_UNDETERMINED])},
         {"exempt", count_text(w, of[OUTCOME_EXEMPT])},
         {"unreadable", count_text(w, unreadable_rows(w->end))},
         {"records", count_text(w, records)});
    if (outcome_count_all(&w->html->all)) {
        write_priorities(w);
        write_jurisdictions(w);
        write_rules(w);
        write_actors(w);
        write_months(w);
    }
    write_inputs(w);
    part(w, "summary-end");
}

/* --- what could not be judged --- */

static void write_missing(const struct writing *w)
{
    struct outcome_counts *c = &w->html->missing;
    size_t *order = outcome_counts_by_weight(w->arena, c);
    if (!c->names.count)
        return;
    part(w, "missing");
    for (size_t i = 0; i < c->names.count; i++)
        PART(w, "missing-fact", {"fact", c->names.items[order[i]]},
             {"count", count_text(w, outcome_count_all(&c->counts[order[i]]))});
    part(w, "table-end");
}

static struct text place_print(const struct writing *w, const struct diag *d)
{
    const struct place *p = &d->place;
    if (!p->file.len && d->span.source)
        return d->span.source->path;
    if (!p->line)
        return p->file;
    struct text at = arena_format(w->arena, "%.*s:%" PRIu64, TEXT_ARG(p->file), p->line);
    return p->column ? arena_format(w->arena, "%.*s:%" PRIu64, TEXT_ARG(at), p->column) : at;
}

static void write_messages(const struct writing *w)
{
    const struct diags *d = w->end->messages;
    if (!d->count && !unreadable_rows(w->end))
        return;
    PART(w, "unread", {"unreadable", count_text(w, unreadable_rows(w->end))});
    for (size_t i = 0; i < d->count; i++)
        PART(w, "message", {"place", place_print(w, &d->items[i])},
             {"message", d->items[i].message}, {"excerpt", d->items[i].excerpt},
             {"hint", d->items[i].hint});
    part(w, "unread-end");
    if (d->suppressed)
        PART(w, "unshown", {"count", count_text(w, d->suppressed)});
}

static void write_unmatched(const struct writing *w)
{
    for (size_t i = 0; i < w->end->input_count; i++) {
        const struct input_summary *s = &w->end->inputs[i];
        if (s->counts.unmatched)
            PART(w, "unmatched", {"count", count_text(w, s->counts.unmatched)}, {"file", s->file});
    }
}

/* What rules could not say: their law is too unsure, or they failed. */
static void write_silent_rules(const struct writing *w)
{
    for (size_t i = 0; i < w->report->plan->task_count; i++) {
        const struct tally *t = run_tally(w->end->run, i);
        struct text rule = w->report->plan->tasks[i].rule->id;
        if (t->withheld)
            PART(w, "withheld", {"rule", rule}, {"count", count_text(w, t->withheld)});
        if (t->failed)
            PART(w, "failed", {"rule", rule});
    }
}

static void write_unjudged(const struct writing *w)
{
    part(w, "unjudged");
    if (!w->html->missing.names.count && !unreadable_rows(w->end))
        part(w, "unjudged-none");
    write_missing(w);
    write_messages(w);
    write_unmatched(w);
    write_silent_rules(w);
    part(w, "unjudged-end");
}

/* --- the whole --- */

static void write_method(const struct writing *w)
{
    const struct lawbase *law = w->report->plan->law;
    struct text names = TEXT("");
    uint64_t rules = 0;
    for (size_t i = 0; i < law->jurisdiction_count; i++)
        names = arena_format(w->arena, "%.*s%s%.*s", TEXT_ARG(names), i ? ", " : "",
                             TEXT_ARG(words_in(&law->jurisdictions[i]->name, w->report->language)));
    for (size_t i = 0; i < w->report->plan->task_count; i++)
        rules += run_tally(w->end->run, i)->ran;
    PART(w, "method", {"version", text_of(w->report->version)}, {"digest", text_of(law->digest)},
         {"jurisdictions", names}, {"rules", number(w, rules)});
}

/* The first files' names; how many more. */
static struct text title_of(const struct writing *w)
{
    enum { NAMED = 3 };
    struct text out = TEXT("");
    size_t count = w->end->input_count;
    for (size_t i = 0; i < count && i < NAMED; i++)
        out = arena_format(w->arena, "%.*s%s%.*s", TEXT_ARG(out), i ? ", " : "",
                           TEXT_ARG(w->end->inputs[i].file));
    return count > NAMED ? arena_format(w->arena, "%.*s +%zu", TEXT_ARG(out), count - NAMED) : out;
}

static struct text wording(const struct writing *w, struct text word)
{
    return wording_of(w->html->page.wording, word);
}

static void write_broader_changes(const struct writing *w, const struct broader *b)
{
    size_t count;
    const struct broader_change *changes = broader_changes(b, &count);
    for (size_t i = 0; i < count; i++) {
        const struct broader_change *c = &changes[i];
        PART(w, "broader-change", {"way", wording(w, text_of(broader_way_name(c->way)))},
             {"outcome", wording(w, text_of(outcome_name(c->outcome)))}, {"rule", c->rule->id},
             {"actor", c->actor}, {"by", c->fields}, {"records", count_text(w, c->records)},
             {"place",
              arena_format(w->arena, "%.*s:%" PRIu64, TEXT_ARG(c->first.file), c->first.line)});
    }
}

/* What joining actors one step more broadly would change, when the user said how they are joined.
 */
static void write_broader(const struct writing *w)
{
    const struct broader *b = w->end->broader;
    const struct vocabulary *v = w->report->plan->vocabulary;
    if (!b)
        return;
    PART(w, "broader", {"fields", identity_level_print(w->arena, v, v->joins + 1)},
         {"level", text_of(identity_level_name(v->joins + 1))},
         {"appears", number(w, broader_count(b, BROADER_APPEARS))},
         {"grows", number(w, broader_count(b, BROADER_GROWS))},
         {"vanishes", number(w, broader_count(b, BROADER_VANISHES))},
         {"after", number(w, broader_undetermined(b, true))},
         {"before", number(w, broader_undetermined(b, false))});
    write_broader_changes(w, b);
    part(w, "broader-end");
}

void html_write(struct report *r, struct html_report *h, const struct report_end *e)
{
    struct writing w = {r, h, e, &r->arena};
    struct text title = title_of(&w);
    PART(&w, "head", {"lang", r->language}, {"title", title});
    html_style(&h->page);
    PART(&w, "top", {"title", title}, {"version", text_of(r->version)});
    if (r->redacted)
        part(&w, "redacted");
    write_summary(&w);
    write_unjudged(&w);
    write_broader(&w);
    part(&w, "findings");
    write_method(&w);
    html_write_data(r, h);
    part(&w, "code");
    html_script(&h->page);
    part(&w, "end");
}
