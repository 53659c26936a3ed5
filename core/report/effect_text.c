/* SPDX-License-Identifier: Apache-2.0
 *
 * What a bill would have changed, as text: counts and sums first, then the matters that moved, with
 * the reasons of both laws.
 */
#include <config.h>

#include <inttypes.h>

#include "report/effect.h"

enum { MOST_ROWS = 10, MOST_RECORDS = 5 };
/* What is told one by one; that a fact is missing is mostly the same matter again and again. */
static const size_t most_pairs[MOVE_COUNT] = {20, 20, 20, 3, 0};

struct printing {
    struct effect *effect;
    const struct effect_terms *terms;
    struct arena arena;
    FILE *out;
};

static void row(struct printing *p, const char *label, struct text t)
{
    fprintf(p->out, "    %-11s", label);
    text_show(p->out, t);
    fputc('\n', p->out);
}

/* --- sums --- */

static void print_totals(FILE *out, const struct total *totals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char code[CURRENCY_TEXT_SIZE], least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
        const struct total *t = &totals[i];
        currency_print(t->currency, code);
        fprintf(out, "%s%s %s", i ? ", " : "  ", code,
                sum_print_amount(t->least, t->currency, least));
        if (t->most != t->least)
            fprintf(out, " to %s", sum_print_amount(t->most, t->currency, most));
    }
}

void effect_print_inputs(const struct report_end *end, FILE *out)
{
    for (size_t i = 0; i < end->input_count; i++) {
        const struct input_summary *s = &end->inputs[i];
        fputs(i ? "           " : "filings    ", out);
        text_show(out, s->file);
        fprintf(out, " (%.*s): %" PRIu64 " records, %" PRIu64 " unreadable", TEXT_ARG(s->format),
                s->counts.records, s->counts.unreadable);
        for (size_t k = 0; k < s->counts.type_count; k++)
            print_totals(out, s->counts.types[k].totals, s->counts.types[k].total_count);
        fputc('\n', out);
    }
}

/* --- the head --- */

static void print_head(struct printing *p, const struct report_end *end)
{
    const struct bills *b = p->terms->bills;
    char on[DAY_TEXT_SIZE];
    for (size_t i = 0; i < b->count; i++)
        fprintf(p->out, "%s%.*s  %.*s\n", i ? "           " : "bill       ",
                TEXT_ARG(b->items[i]->id),
                TEXT_ARG(words_in(&b->items[i]->title, p->terms->language)));
    if (b->as_if)
        fprintf(p->out, "as if      in force %s%s\n",
                b->as_if_from == DAY_ALWAYS ? "always" : "from ", day_print(b->as_if_from, on));
    effect_print_inputs(end, p->out);
}

/* --- tables --- */

static void print_row(struct printing *p, const struct effect_row *r)
{
    for (int m = 0; m < MOVE_STAYS; m++) {
        if (!r->counts[m])
            continue;
        fprintf(p->out, "      %-20s %6" PRIu64, move_name((enum move)m), r->counts[m]);
        print_totals(p->out, r->totals[m], r->total_counts[m]);
        fputc('\n', p->out);
    }
}

static bool has_moved(const struct effect_row *r)
{
    return r->counts[MOVE_STAYS] < r->before || r->counts[MOVE_STAYS] < r->after;
}

/* Most bills begin after the filings at hand: then --as-if is what the reader looks for. */
static void print_nothing(struct printing *p)
{
    const struct bills *b = p->terms->bills;
    char on[DAY_TEXT_SIZE];
    day first = DAY_NEVER;
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; k < b->items[i]->change_count; k++) {
            day from = change_force(b, b->items[i], &b->items[i]->changes[k]).from;
            first = from < first ? from : first;
        }
    fputs("  nothing changes", p->out);
    if (!b->as_if && first != DAY_NEVER)
        fprintf(p->out,
                ": the bill is in force from %s; --as-if DATE shows its effect on filings "
                "of days before",
                day_print(first, on));
    fputc('\n', p->out);
}

static void print_rules(struct printing *p, const struct effect_table *t)
{
    uint64_t kept = 0;
    bool any = false;
    fputs("\nby rule: findings under today's law, and under the bill\n", p->out);
    for (size_t i = 0; i < t->count; i++) {
        const struct effect_row *r = &t->rows[i];
        kept += r->counts[MOVE_STAYS];
        if (!has_moved(r))
            continue;
        any = true;
        fprintf(p->out, "  %.*s  %.*s\n      %" PRIu64 " -> %" PRIu64 "\n", TEXT_ARG(r->key),
                TEXT_ARG(words_in(&r->rule->title, p->terms->language)), r->before, r->after);
        print_row(p, r);
    }
    if (!any)
        print_nothing(p);
    if (kept)
        fprintf(p->out, "  %" PRIu64 " findings stay as they are\n", kept);
}

static void print_table(struct printing *p, const struct effect_table *t)
{
    if (t->count == 0)
        return;
    fprintf(p->out, "\nby %.*s (a record that two rules meet counts for each)\n",
            TEXT_ARG(t->name));
    for (size_t i = 0; i < t->count && i < MOST_ROWS; i++) {
        fputs("  ", p->out);
        text_show(p->out, t->rows[i].key);
        fputc('\n', p->out);
        print_row(p, &t->rows[i]);
    }
    if (t->count > MOST_ROWS)
        fprintf(p->out, "  and %zu more (--format json has all)\n", t->count - MOST_ROWS);
}

/* --- matters --- */

static void print_steps(struct printing *p, const char *label, const struct finding *f)
{
    static const char *const truths[] = {"no", "unknown", "yes"};
    struct arena *a = &p->arena;
    row(p, label,
        f->exception ? arena_format(a, "exempt under %.*s", TEXT_ARG(f->exception->provision))
        : f->because.len
            ? arena_format(a, "%s: %.*s", outcome_name(f->outcome), TEXT_ARG(f->because))
            : text_of(outcome_name(f->outcome)));
    for (size_t i = 0; i < f->step_count; i++)
        row(p, "",
            arena_format(a, "%.*s: %s (%.*s)", TEXT_ARG(f->steps[i].condition),
                         truths[f->steps[i].truth], TEXT_ARG(f->steps[i].values)));
    for (size_t i = 0; i < f->missing_count; i++)
        row(p, "", arena_format(a, "not known: %.*s", TEXT_ARG(f->missing[i])));
}

static void print_subject(struct printing *p, const struct finding *f)
{
    char on[DAY_TEXT_SIZE];
    struct arena *a = &p->arena;
    for (size_t i = 0; i < f->record_count && i < MOST_RECORDS; i++) {
        fputs("  --> ", p->out);
        text_show(p->out, f->records[i].file);
        fprintf(p->out, ":%" PRIu64 "%s", f->records[i].line, f->records[i].ref.len ? "  " : "");
        text_show(p->out, f->records[i].ref);
        fputc('\n', p->out);
    }
    if (f->count > MOST_RECORDS)
        fprintf(p->out, "      and %" PRIu64 " more records\n", f->count - MOST_RECORDS);
    for (size_t i = 0; i < f->actor_count; i++)
        row(p, arena_copy(a, f->actors[i].role).at, f->actors[i].name);
    if (f->amount_known)
        row(p, "amount", value_print(a, &f->amount));
    if (f->on_known)
        row(p, "on", text_of(day_print(f->on, on)));
}

static const char *colour_of(const struct printing *p, enum move m)
{
    static const char *const colours[] = {"\33[1;31m", "\33[1;32m", "\33[1;33m", "\33[1;36m", ""};
    return p->terms->colour ? colours[m] : "";
}

static void print_side(struct printing *p, const char *label, const struct finding *own,
                       const struct finding *other, size_t side)
{
    if (own)
        print_steps(p, label, own);
    else
        row(p, label, effect_why_not(p->effect, other, side, &p->arena));
}

static void print_pair(struct printing *p, const struct effect_pair *pair)
{
    struct finding before = {0}, after = {0};
    bool has_before = pair->before != SIZE_MAX, has_after = pair->after != SIZE_MAX;
    if (has_before)
        before = effect_finding(p->effect, pair->before, &p->arena);
    if (has_after)
        after = effect_finding(p->effect, pair->after, &p->arena);
    const struct finding *f = has_after && pair->move != MOVE_VANISHES ? &after : &before;
    fprintf(p->out, "\n%s%s%s: ", colour_of(p, pair->move), move_name(pair->move),
            p->terms->colour ? "\33[0m" : "");
    text_show(p->out, words_in(&f->task->rule->title, p->terms->language));
    fprintf(p->out, " [%.*s]\n", TEXT_ARG(f->task->rule->id));
    print_subject(p, f);
    print_side(p, "today", has_before ? &before : NULL, has_after ? &after : NULL, 0);
    print_side(p, "bill", has_after ? &after : NULL, has_before ? &before : NULL, 1);
    arena_reset(&p->arena);
}

static void print_pairs(struct printing *p)
{
    size_t count, shown[MOVE_COUNT] = {0}, left = 0;
    const struct effect_pair *pairs = effect_pairs(p->effect, &count);
    for (size_t i = 0; i < count; i++) {
        if (pairs[i].move == MOVE_STAYS)
            continue;
        if (shown[pairs[i].move]++ < most_pairs[pairs[i].move])
            print_pair(p, &pairs[i]);
        else
            left++;
    }
    if (left)
        fprintf(p->out, "\nand %zu more (--format json has all)\n", left);
}

void effect_print_text(struct effect *e, const struct report_end *end, FILE *out)
{
    struct printing p = {e, effect_terms_of(e), ARENA("effect text"), out};
    size_t count;
    const struct effect_table *tables = effect_tables(e, &count);
    print_head(&p, end);
    print_rules(&p, &tables[0]);
    for (size_t i = 1; i < count; i++)
        print_table(&p, &tables[i]);
    print_pairs(&p);
    if (effect_withheld(e))
        fprintf(out,
                "\n%" PRIu64 " findings rest on law of low confidence and are left out "
                "(--include-low)\n",
                effect_withheld(e));
    arena_free(&p.arena);
}
