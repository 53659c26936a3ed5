/* SPDX-License-Identifier: Apache-2.0
 *
 * The same items twice: as the law answers them, and as the law after the bills does, with what the
 * bills say that they answer. What an answer rests on must be in force on either side.
 */
#include <config.h>

#include "report/bill_gaps.h"

#include <inttypes.h>

#include "report/markup.h"

day bills_last_day(const struct bills *b)
{
    day last = DAY_ALWAYS;
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; k < b->items[i]->change_count; k++) {
            const struct change *c = &b->items[i]->changes[k];
            day from = change_force(b, b->items[i], c).from,
                until = change_transition(b, b->items[i], c);
            day on = c->has_transition && until != DAY_NEVER && until > from ? until : from;
            last = on > last ? on : last;
        }
    return last;
}

/* The country of the bills: what stands in front of the first dot. */
static struct text jurisdiction_of(const struct bills *b)
{
    struct text id = b->items[0]->id;
    return text_slice(id, 0, text_find(id, '.'));
}

static const struct bill_answer *answer_of(const struct bill_gaps *g, const struct item *item)
{
    const struct bill_answer *found = NULL;
    for (size_t i = 0; i < g->bills->count; i++)
        for (size_t k = 0; k < g->bills->items[i]->answer_count; k++) {
            const struct bill_answer *a = &g->bills->items[i]->answers[k];
            if (text_equal(a->standard, g->standard->id) && text_equal(a->item, item->id))
                found = a;
        }
    return found;
}

static enum coverage_status status_after(const struct bill_gaps *g, const struct item *item,
                                         struct text jurisdiction, day on)
{
    const struct bill_answer *a = answer_of(g, item);
    if (!a)
        return item_status(g->after, item, jurisdiction, on);
    struct reply reply = {.jurisdiction = jurisdiction,
                          .answer = a->answer,
                          .from = DAY_ALWAYS,
                          .provisions = a->provisions,
                          .provision_count = a->provision_count,
                          .rules = a->rules,
                          .rule_count = a->rule_count};
    struct item changed = *item;
    changed.replies = &reply;
    changed.reply_count = 1;
    return item_status(g->after, &changed, jurisdiction, on);
}

/* From the best to the worst; what nobody knows is no gap that was closed. */
static int rank(enum coverage_status s)
{
    return s == STATUS_COVERED ? 2 : s == STATUS_PARTLY ? 1 : 0;
}

static void print_item(const struct bill_gaps *g, const char *what, const struct item *item,
                       enum coverage_status before, enum coverage_status after)
{
    const struct bill_answer *a = answer_of(g, item);
    struct text asks = words_in(&item->text, g->language);
    fprintf(g->out,
            g->html ? "<tr><td>%s</td><td>%.*s</td><td>%s</td><td>%s</td><td>"
                    : "  %-7s %-8.*s %s -> %s  ",
            what, TEXT_ARG(item->id), coverage_status_name(before), coverage_status_name(after));
    if (g->html)
        markup_text(g->out, asks);
    else
        text_show(g->out, asks);
    if (a && a->remark.len) {
        fputs(g->html ? "<br>" : "\n          ", g->out);
        if (g->html)
            markup_text(g->out, a->remark);
        else
            text_show(g->out, a->remark);
    }
    fputs(g->html ? "</td></tr>\n" : "\n", g->out);
}

void bill_gaps_print(const struct bill_gaps *g)
{
    struct text jurisdiction = jurisdiction_of(g->bills),
                title = words_in(&g->standard->title, g->language);
    day on = bills_last_day(g->bills);
    size_t closes = 0, opens = 0, open = 0;
    char text[DAY_TEXT_SIZE];
    fprintf(g->out, g->html ? "<h3>" : "");
    fprintf(g->out, "%.*s: %.*s%s%s\n", TEXT_ARG(jurisdiction), TEXT_ARG(title),
            on == DAY_ALWAYS ? "" : ", as in force on ", day_print(on, text));
    fputs(g->html ? "</h3>\n<table>\n" : "", g->out);
    for (size_t i = 0; i < g->standard->item_count; i++) {
        const struct item *item = &g->standard->items[i];
        enum coverage_status before = item_status(g->before, item, jurisdiction, on),
                             after = status_after(g, item, jurisdiction, on);
        if (rank(after) > rank(before))
            print_item(g, after == STATUS_COVERED ? "closes" : "narrows", item, before, after);
        else if (rank(after) < rank(before))
            print_item(g, "opens", item, before, after);
        closes += rank(after) > rank(before);
        opens += rank(after) < rank(before);
        open += after == STATUS_MISSING || after == STATUS_PARTLY;
    }
    fputs(g->html ? "</table>\n<p>" : "", g->out);
    fprintf(g->out, "%zu closed or narrowed, %zu opened; %zu of %zu items stay open%s\n", closes,
            opens, open, g->standard->item_count, g->html ? "</p>" : "");
}
