/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/cells.h"

#include <inttypes.h>

#include "report/prose.h"

const struct cell_column cell_columns[CELL_COLUMNS] = {
    {"outcome", 12},    {"rule", 30},        {"title", 40},  {"jurisdiction", 8}, {"file", 24},
    {"line", 8},        {"ref", 14},         {"records", 8}, {"who", 40},         {"on", 11},
    {"amount", 14},     {"currency", 8},     {"due", 11},    {"missing", 24},     {"facts", 50},
    {"why", 50},        {"article", 50},     {"must", 40},   {"threat", 18},      {"priority", 9},
    {"confidence", 10}, {"fingerprint", 34}, {"case", 30},
};

static struct text number(struct arena *a, uint64_t n)
{
    return arena_format(a, "%" PRIu64, n);
}

static struct text on_day(struct arena *a, bool known, day on)
{
    char buffer[DAY_TEXT_SIZE];
    return known ? arena_copy(a, text_of(day_print(on, buffer))) : TEXT("");
}

/* "20.00"; an amount known as a range is "0.00 to 20.00". */
static struct text amount_of(struct arena *a, const struct finding *f)
{
    char least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
    if (!f->amount_known)
        return TEXT("");
    money_print_amount((struct money){f->amount.number, f->amount.currency}, least);
    if (!f->amount.ranged)
        return arena_copy(a, text_of(least));
    money_print_amount((struct money){f->amount.most, f->amount.currency}, most);
    return arena_format(a, "%s to %s", least, most);
}

static struct text currency_of(struct arena *a, const struct finding *f)
{
    char code[CURRENCY_TEXT_SIZE];
    return f->amount_known ? arena_copy(a, text_of(currency_print(f->amount.currency, code)))
                           : TEXT("");
}

void cells_fill(struct report *r, const struct finding *f, struct text cells[CELL_COLUMNS])
{
    struct arena *a = &r->arena;
    const struct rule *rule = f->task->rule;
    const struct threat *threat = rule->threat;
    const struct record_at *at = f->record_count ? &f->records[0] : NULL;
    bool asks = f->outcome >= OUTCOME_INDICATOR;
    const struct text filled[CELL_COLUMNS] = {
        text_of(outcome_name(f->outcome)),
        rule->id,
        words_in(&rule->title, r->language),
        rule->jurisdiction->id,
        at ? at->file : TEXT(""),
        at && at->line ? number(a, at->line) : TEXT(""),
        at ? at->ref : TEXT(""),
        number(a, f->count),
        actors_print(a, f),
        on_day(a, f->on_known, f->on),
        amount_of(a, f),
        currency_of(a, f),
        on_day(a, f->due_known, f->due),
        missing_print(a, f),
        facts_print(a, f),
        reasons_print(a, f),
        articles_print(a, f, r->language),
        asks ? consequence_print(a, f, r->language) : TEXT(""),
        threat ? threat->id : TEXT(""),
        threat ? text_of(level_name(threat->priority)) : TEXT(""),
        text_of(confidence_name(f->confidence)),
        arena_copy(a, text_of(f->fingerprint)),
        r->standing,
    };
    memcpy(cells, filled, sizeof filled);
}
