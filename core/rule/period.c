/* SPDX-License-Identifier: Apache-2.0
 *
 * Periods. A calendar year, quarter, month or day follows from the day alone. A financial year
 * begins with the month that the jurisdiction's parameter "financial_year_month" says on that day;
 * where the law changes within a year, the change cuts the year in two. An election cycle runs from
 * the day after one voting day of the elections calendar to the next voting day. A campaign is that
 * of an election of the calendar.
 *
 * The calendar reaches from its first voting day to its last: a day before or after belongs to a
 * cycle that nobody has written down, which is unknown, not none. So is a day in the campaigns of
 * two elections, and whatever rests on an election of low confidence.
 */
#include <config.h>

#include "rule/period.h"

enum period { CALENDAR_YEAR, QUARTER, MONTH, DAY, FINANCIAL_YEAR, ELECTION_CYCLE, CAMPAIGN };

static const struct {
    const char *word, *phrase;
} periods[] = {
    [CALENDAR_YEAR] = {"calendar-year", "the calendar year"},
    [QUARTER] = {"quarter", "the quarter of the calendar year"},
    [MONTH] = {"month", "the calendar month"},
    [DAY] = {"day", "the day"},
    [FINANCIAL_YEAR] = {"financial-year", "the financial year"},
    [ELECTION_CYCLE] = {"election-cycle", "the time from the day after a voting day to the next"},
    [CAMPAIGN] = {"campaign", "the campaign of an election"},
};
enum { PERIODS = sizeof periods / sizeof *periods };

static const struct value unknown = {.type = TYPE_KEY, .knowledge = VALUE_UNKNOWN};
static const struct value none = {.type = TYPE_KEY, .knowledge = VALUE_ABSENT};

/* --- resolving --- */

static struct term *wrong_word(const struct scope *s, const struct term *t)
{
    struct text list = TEXT("");
    for (size_t i = 0; i < PERIODS; i++)
        list = arena_format(s->arena, "%.*s%s%s", TEXT_ARG(list), i ? ", " : "", periods[i].word);
    diag_error(s->diags, t->args[1]->span, "condition-type", TEXT(""), "expected one of: %.*s",
               TEXT_ARG(list));
    return NULL;
}

static bool is_month(const struct parameter_version *v)
{
    return v->value.knowledge != VALUE_KNOWN || (v->value.number >= 1 && v->value.number <= 12);
}

static struct term *resolve_financial_year(const struct scope *s, struct term *t)
{
    struct text id = arena_format(s->arena, "%.*s.financial_year_month", TEXT_ARG(s->jurisdiction));
    t->parameter = parameter_find(s->law, id);
    if (!t->parameter) {
        diag_error(s->diags, t->args[1]->span, "condition-period",
                   arena_format(s->arena, "add the number %.*s, 1 to 12, to parameters.yaml",
                                TEXT_ARG(id)),
                   "the law base does not say when the financial year of \"%.*s\" begins",
                   TEXT_ARG(s->jurisdiction));
        return NULL;
    }
    for (size_t i = 0; i < t->parameter->version_count; i++)
        if (t->parameter->type != TYPE_NUMBER || !is_month(&t->parameter->versions[i])) {
            diag_error(s->diags, t->parameter->versions[i].span, "condition-period",
                       TEXT("a number from 1 to 12"), "a financial year cannot begin with this");
            return NULL;
        }
    return t;
}

static struct text level_of(const struct term *t)
{
    return t->arg_count > 2 ? t->args[2]->literal.text : TEXT("");
}

static struct term *resolve_elections(const struct scope *s, struct term *t)
{
    for (size_t i = 0; i < s->law->election_count; i++)
        if (election_counts(s->law->elections[i], s->jurisdiction, level_of(t)))
            return t;
    diag_error(s->diags, t->args[1]->span, "condition-period", TEXT("add them to elections.yaml"),
               "the law base knows no such elections of \"%.*s\"", TEXT_ARG(s->jurisdiction));
    return NULL;
}

struct term *period_resolve(const struct scope *s, struct term *t)
{
    for (t->index = 0; t->index < PERIODS; t->index++)
        if (text_equal(t->args[1]->literal.text, text_of(periods[t->index].word)))
            break;
    switch ((enum period)t->index) {
    case FINANCIAL_YEAR:
        return resolve_financial_year(s, t);
    case ELECTION_CYCLE:
    case CAMPAIGN:
        return resolve_elections(s, t);
    default:
        return t->index < PERIODS ? t : wrong_word(s, t);
    }
}

/* --- values --- */

static struct value key_value(struct text text)
{
    return (struct value){.type = TYPE_KEY, .knowledge = VALUE_KNOWN, .text = text};
}

static struct value span_value(struct arena *a, struct force f)
{
    char from[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
    return key_value(
        arena_format(a, "%s to %s", day_print(f.from, from), day_print(f.to - 1, last)));
}

static struct value financial_year(const struct term *t, const struct context *c, day on)
{
    const struct parameter_version *v = parameter_at(t->parameter, on);
    if (!v || v->value.knowledge != VALUE_KNOWN)
        return unknown;
    struct civil d = day_to_civil(on);
    int month = (int)v->value.number, year = d.year - (d.month < month);
    struct force f = {day_from_civil(year, month, 1), day_from_civil(year + 1, month, 1)};
    f.from = v->force.from > f.from ? v->force.from : f.from;
    f.to = v->force.to < f.to ? v->force.to : f.to;
    return span_value(c->arena, f);
}

static const struct election *election_before(const struct term *t, const struct context *c, day on)
{
    const struct election *last = NULL;
    for (size_t i = 0; i < c->law->election_count; i++) {
        const struct election *e = c->law->elections[i];
        if (election_counts(e, c->jurisdiction, level_of(t)) && e->day < on &&
            (!last || e->day > last->day))
            last = e;
    }
    return last;
}

static bool is_sure(const struct election *e)
{
    return e && e->confidence != CONFIDENCE_LOW;
}

static struct value election_cycle(const struct term *t, const struct context *c, day on)
{
    const struct election *next = election_next(c->law, c->jurisdiction, level_of(t), on);
    const struct election *last = election_before(t, c, on);
    if (!is_sure(next) || !is_sure(last))
        return unknown;
    return span_value(c->arena, (struct force){last->day + 1, next->day + 1});
}

static bool has_campaign(const struct election *e)
{
    return e->campaign.to > e->campaign.from;
}

/* Outside the campaigns that are known: none, if the campaign of the next election is known, too,
 * or cannot have begun. */
static struct value outside_campaigns(const struct term *t, const struct context *c, day on)
{
    const struct election *next = election_next(c->law, c->jurisdiction, level_of(t), on);
    if (!next || !election_before(t, c, on))
        return unknown;
    if (next->called != DAY_ALWAYS && on < next->called)
        return none;
    return has_campaign(next) && is_sure(next) ? none : unknown;
}

static struct value campaign(const struct term *t, const struct context *c, day on)
{
    const struct election *found = NULL;
    for (size_t i = 0; i < c->law->election_count; i++) {
        const struct election *e = c->law->elections[i];
        if (!election_counts(e, c->jurisdiction, level_of(t)) || !force_holds(e->campaign, on))
            continue;
        if (found)
            return unknown;
        found = e;
    }
    if (!found)
        return outside_campaigns(t, c, on);
    return is_sure(found) ? key_value(found->id) : unknown;
}

/* The first `len` characters of the day, as ISO 8601 has it. */
static struct value calendar(struct arena *a, day on, size_t len)
{
    char buffer[DAY_TEXT_SIZE];
    struct text whole = text_of(day_print(on, buffer));
    return key_value(arena_copy(a, text_slice(whole, 0, len < whole.len ? len : whole.len)));
}

struct value period_value(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    if (v.knowledge != VALUE_KNOWN)
        return unknown;
    day on = (day)v.number;
    switch ((enum period)t->index) {
    case QUARTER:
        return key_value(arena_format(c->arena, "%d-Q%d", day_to_civil(on).year,
                                      (day_to_civil(on).month + 2) / 3));
    case FINANCIAL_YEAR:
        return financial_year(t, c, on);
    case ELECTION_CYCLE:
        return election_cycle(t, c, on);
    case CAMPAIGN:
        return campaign(t, c, on);
    case CALENDAR_YEAR:
        return calendar(c->arena, on, 4);
    case MONTH:
        return calendar(c->arena, on, 7);
    default:
        return calendar(c->arena, on, DAY_TEXT_SIZE);
    }
}

struct text period_words(struct arena *a, const struct term *t)
{
    struct text date = term_print(a, t->args[0]), level = level_of(t);
    struct text of = level.len ? arena_format(a, " of level \"%.*s\"", TEXT_ARG(level)) : TEXT("");
    return arena_format(a, "%s%.*s, by the day in \"%.*s\"", periods[t->index].phrase, TEXT_ARG(of),
                        TEXT_ARG(date));
}
