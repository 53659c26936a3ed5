/* SPDX-License-Identifier: Apache-2.0
 *
 * Conditions: syntax, types, three truth values; and a property: Kleene's laws hold for
 * conditions made at random.
 */
#include <config.h>

#include "rule/condition.h"
#include "suite.h"

static struct arena arena = {.name = "test"};
static struct diags diags;
static struct lawbase law;
static struct vocabulary *vocabulary;
static struct batch batch;
static struct text *source_names;
static size_t source_count;
static struct regex **regexes;
static size_t regex_count;

static const char words[] = "vocabulary: 1\n"
                            "actor:\n"
                            "  name: {type: text, doc: d}\n"
                            "  id: {type: text, doc: d}\n"
                            "  kind: {type: code, doc: d, codes: {natural: d, company: d}}\n"
                            "  citizenship: {type: countries, doc: d}\n"
                            "  country: {type: country, doc: d}\n"
                            "  share: {type: share, doc: d}\n"
                            "identity: [strict: [id], usual: [name, kind~natural]]\n"
                            "records:\n"
                            "  gift:\n"
                            "    doc: d\n"
                            "    date: on\n"
                            "    amount: amount\n"
                            "    fields:\n"
                            "      on: {type: date, doc: d}\n"
                            "      back: {type: date, doc: d}\n"
                            "      amount: {type: money, doc: d}\n"
                            "      open: {type: bool, doc: d}\n"
                            "      shut: {type: bool, doc: d}\n"
                            "      none: {type: bool, doc: d}\n"
                            "      donor: {type: actor, doc: d}\n";

static void setup(void)
{
    diags_init(&diags);
    law = (struct lawbase){.arena = ARENA("law")};
    struct source *s = source_from(&arena, TEXT("vocabulary.yaml"), text_of(words));
    vocabulary = vocabulary_read(&arena, &diags, yaml_read(&arena, &diags, s));
    ck_assert_ptr_nonnull(vocabulary);
    batch_init(&batch, &vocabulary->records[0], 4, NULL, 0);
    batch_add(&batch, 1);
}

static void set(const char *path, const char *text)
{
    const struct field *f = record_field(batch.record, text_of(path));
    struct value v;
    ck_assert_msg(f && value_read(&batch.arena, f->type, text_of(text), &v), "%s = %s", path, text);
    batch_set(&batch, 0, f->index, &v);
}

/* The facts of every case: open is true, shut is false, `none` is unknown. */
static void set_facts(void)
{
    set("on", "2021-01-31");
    set("back", "none");
    set("amount", "500.00 AMD");
    set("open", "yes");
    set("shut", "no");
    set("donor.kind", "company");
    set("donor.name", "Example  LLC");
    set("donor.citizenship", "AM;RU");
    set("donor.share", "30 %");
}

static struct term *compile(const char *condition)
{
    struct scope s = {.arena = &arena,
                      .diags = &diags,
                      .law = &law,
                      .vocabulary = vocabulary,
                      .jurisdiction = TEXT("zz"),
                      .record = batch.record,
                      .source_names = &source_names,
                      .source_count = &source_count,
                      .regexes = &regexes,
                      .regex_count = &regex_count};
    struct source *source = source_from(&arena, TEXT("x.yaml"), text_of(condition));
    return term_compile(
        &s, (struct expression){text_of(condition), {source, 0, (uint32_t)strlen(condition)}});
}

static struct context context(void)
{
    return (struct context){.law = &law,
                            .jurisdiction = TEXT("zz"),
                            .batch = &batch,
                            .on_known = true,
                            .arena = &arena};
}

static const struct {
    const char *condition;
    enum truth truth;
} truths[] = {
    {"open", TRUTH_TRUE},
    {"not open", TRUTH_FALSE},
    {"not none", TRUTH_UNKNOWN},
    {"open and none", TRUTH_UNKNOWN},
    {"shut and none", TRUTH_FALSE},
    {"open or none", TRUTH_TRUE},
    {"shut or none", TRUTH_UNKNOWN},
    {"shut and open or open", TRUTH_TRUE},
    {"shut and (open or open)", TRUTH_FALSE},
    {"donor.kind == \"company\"", TRUTH_TRUE},
    {"donor.kind ~= 'company'", TRUTH_FALSE},
    {"donor.country == \"AM\"", TRUTH_UNKNOWN},
    {"includes(donor.citizenship, \"AM\")", TRUTH_TRUE},
    {"includes(donor.citizenship, \"FR\")", TRUTH_FALSE},
    {"only(donor.citizenship, \"AM\", \"RU\", \"FR\")", TRUTH_TRUE},
    {"only(donor.citizenship, \"AM\")", TRUTH_FALSE},
    {"any_of(donor.citizenship, \"FR\", \"RU\")", TRUTH_TRUE},
    {"donor.share > percent(\"30\")", TRUTH_FALSE},
    {"donor.share >= percent(\"30\")", TRUTH_TRUE},
    {"amount == money(\"500 AMD\")", TRUTH_TRUE},
    {"amount > money(\"1 GBP\")", TRUTH_UNKNOWN},
    {"amount + amount == money(\"1000 AMD\")", TRUTH_TRUE},
    {"on + months(1) == date(\"2021-02-28\")", TRUTH_TRUE},
    {"on - days(31) == date(\"2020-12-31\")", TRUTH_TRUE},
    {"on - date(\"2021-01-01\") == 30", TRUTH_TRUE},
    {"back > on", TRUTH_FALSE},
    {"back <= on", TRUTH_FALSE},
    {"back ~= on", TRUTH_TRUE},
    {"absent(back)", TRUTH_TRUE},
    {"absent(on)", TRUTH_FALSE},
    {"absent(donor.id)", TRUTH_UNKNOWN},
    {"known(back) and known(on) and not known(donor.id)", TRUTH_TRUE},
    {"matches(donor.name, \"(?i)^example\\\\s\")", TRUTH_TRUE},
    {"one_of(donor.kind, \"natural\", \"company\")", TRUTH_TRUE},
    {"days_before_election(on) < 5", TRUTH_UNKNOWN},
    {"during(on, \"silence\")", TRUTH_FALSE},
    {"weekdays(date(\"2021-01-29\"), on) == 0", TRUTH_TRUE}, /* Friday to Sunday */
    {"weekdays(date(\"2021-01-28\"), on) == 1", TRUTH_TRUE},
    {"weekdays(on, date(\"2021-02-05\")) == 5", TRUTH_TRUE},
    {"weekdays(on, date(\"2021-02-08\")) == 6", TRUTH_TRUE},
    {"weekdays(date(\"1969-12-26\"), date(\"1970-01-05\")) == 6", TRUTH_TRUE},
    {"weekdays(on, on) == 0", TRUTH_TRUE},
    {"weekdays(date(\"2021-02-08\"), on) == 0", TRUTH_TRUE},
    {"weekdays(on, back) > 0", TRUTH_FALSE},
    {"part_if(amount, open) == money(\"500 AMD\")", TRUTH_TRUE},
    {"part_if(amount, shut) == money(\"0 AMD\")", TRUTH_TRUE},
    {"part_if(amount, none) == money(\"0 AMD\")", TRUTH_UNKNOWN},
};

START_TEST(a_condition_has_one_of_three_truths)
{
    setup();
    set_facts();
    struct term *t = compile(truths[_i].condition);
    struct context c = context();
    if (diags.count)
        diags_print(&diags, stderr, false);
    ck_assert_ptr_nonnull(t);
    ck_assert_msg(term_truth(t, &c) == truths[_i].truth, "%s", truths[_i].condition);
}
END_TEST

static const struct {
    const char *condition, *message;
    size_t column;
} wrong[] = {
    {"open and", "the condition ends too early", 9},
    {"open = shut", "this character has no meaning in a condition", 6},
    {"(open", "expected \")\"", 6},
    {"open shut", "expected the end here", 6},
    {"opn", "unknown name \"opn\"", 1},
    {"open and donor.knd == 'x'", "unknown name \"donor.knd\"", 10},
    {"on > amount", "cannot compare date with money", 1},
    {"donor.kind == \"firm\"", "\"donor.kind\" has no code \"firm\"", 15},
    {"includes(donor.citizenship, \"Armenia\")", "\"Armenia\" is no country code", 29},
    {"open > shut", "bool has no order", 1},
    {"amount", NULL, 0},
    {"not amount", "expected a condition, found money", 5},
    {"weekdays(on, amount) > 1", "weekdays expects a date here, found money", 14},
    {"part_if(on, open) > amount", "part_if expects an amount here, found date", 9},
    {"part_if(amount, on) > amount", "part_if expects a condition here, found date", 17},
    {"on + 30 > on", "cannot add date and number", 1},
    {"money(\"5 AMD\") + money(\"5 GBP\") > amount",
     "two currencies, AMD and GBP, cannot be compared or added", 1},
    {"matches(donor.name, \"(\")",
     "wrong regular expression: missing closing parenthesis (at character 2)", 21},
    {"during(on, \"party\")", "expected one of: campaign, silence", 12},
    {"foo(on)", "unknown function \"foo\"", 1},
    {"known(on, on)", "known takes no argument here", 11},
    {"known()", "known also needs a field", 1},
    {"'abc", "a text without its closing quote", 1},
    {"\"\\d\" == donor.name", "this is no escape sequence", 2},
    {"99999999999999999999 == 1", "this number is too large", 1},
};

START_TEST(a_wrong_condition_is_shown_where_it_is_wrong)
{
    setup();
    struct term *t = compile(wrong[_i].condition);
    if (!wrong[_i].message) {
        ck_assert_ptr_nonnull(t);
        return;
    }
    ck_assert_msg(!t && diags.count == 1, "%s", wrong[_i].condition);
    ck_assert_str_eq(diags.items[0].message.at, wrong[_i].message);
    ck_assert_msg(diags.items[0].span.begin + 1 == wrong[_i].column, "%s: column %u",
                  wrong[_i].condition, diags.items[0].span.begin + 1);
}
END_TEST

START_TEST(nesting_has_a_limit)
{
    setup();
    char deep[2001] = {0};
    memset(deep, '(', 2000);
    ck_assert_ptr_null(compile(deep));
    ck_assert_str_eq(diags.items[0].message.at, "nested more than 64 deep");
}
END_TEST

START_TEST(what_is_missing_is_named_and_nothing_else)
{
    setup();
    set_facts();
    struct term *t = compile("open and donor.country == \"AM\" and (shut or donor.id == \"7\")");
    struct context c = context();
    struct text *names = NULL;
    size_t count = 0;
    term_missing(t, &c, &names, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert(text_equal(names[0], TEXT("donor.country")) &&
              text_equal(names[1], TEXT("donor.id")));
}
END_TEST

START_TEST(an_identity_needs_what_identifies)
{
    setup();
    set_facts();
    struct term *t = compile("identity(donor)");
    struct context c = context();
    struct value v = term_value(t, &c);
    ck_assert_msg(text_equal(v.text, TEXT("2:example llc")), "%.*s", TEXT_ARG(v.text));
    set("donor.kind", "natural");
    ck_assert_int_eq(term_value(t, &c).knowledge, VALUE_UNKNOWN);
    set("donor.id", "7");
    v = term_value(t, &c);
    ck_assert(text_equal(v.text, TEXT("0:7")));
}
END_TEST

/* --- periods --- */

static day on(const char *text)
{
    day d = 0;
    ck_assert(day_read(text_of(text), &d));
    return d;
}

/* A financial year from July, from 2026-07-01 on the calendar year; three elections, of which the
 * last has no known campaign, and one of another level. */
static void set_calendar(void)
{
    static struct election elections[4];
    static struct election *listed[] = {&elections[0], &elections[1], &elections[2], &elections[3]};
    static struct parameter month;
    static struct parameter *parameters[] = {&month};
    static const char *const days[] = {"2018-11-06", "2020-11-03", "2022-11-08", "2021-05-09"};
    for (size_t i = 0; i < 4; i++)
        elections[i] = (struct election){.id = text_of(i == 0   ? "zz.a"
                                                       : i == 1 ? "zz.b"
                                                       : i == 2 ? "zz.c"
                                                                : "zz.town"),
                                         .level = text_of(i == 3 ? "local" : "national"),
                                         .day = on(days[i]),
                                         .called = DAY_ALWAYS,
                                         .confidence = CONFIDENCE_HIGH};
    elections[0].campaign = (struct force){on("2018-10-01"), on("2018-11-06")};
    elections[1].campaign = (struct force){on("2020-10-01"), on("2020-11-03")};
    elections[3].campaign = (struct force){on("2021-04-01"), on("2021-05-09")};
    elections[2].called = on("2022-09-01");
    month = (struct parameter){.id = TEXT("zz.financial_year_month"), .type = TYPE_NUMBER};
    month.versions = arena_array(&arena, 2, struct parameter_version);
    month.version_count = 2;
    for (size_t i = 0; i < 2; i++)
        month.versions[i] = (struct parameter_version){
            .value = {.type = TYPE_NUMBER, .knowledge = VALUE_KNOWN, .number = i == 0 ? 7 : 1},
            .confidence = CONFIDENCE_HIGH};
    month.versions[0].force = (struct force){on("2005-12-08"), on("2026-07-01")};
    month.versions[1].force = (struct force){on("2026-07-01"), DAY_NEVER};
    law.elections = listed;
    law.election_count = 4;
    law.parameters = parameters;
    law.parameter_count = 1;
}

static const struct {
    const char *day, *period, *key; /* "none"; "unknown" */
} keys[] = {
    {"2021-03-31", "on, 'quarter'", "2021-Q1"},
    {"2021-04-01", "on, 'quarter'", "2021-Q2"},
    {"2021-12-31", "on, 'quarter'", "2021-Q4"},
    {"2021-12-31", "on, 'calendar-year'", "2021"},
    {"2021-12-31", "on, 'month'", "2021-12"},
    {"2021-12-31", "on, 'day'", "2021-12-31"},
    {"2024-06-30", "on, 'financial-year'", "2023-07-01 to 2024-06-30"},
    {"2024-07-01", "on, 'financial-year'", "2024-07-01 to 2025-06-30"},
    {"2026-06-30", "on, 'financial-year'", "2025-07-01 to 2026-06-30"},
    {"2026-07-01", "on, 'financial-year'", "2026-07-01 to 2026-12-31"},
    {"2027-01-01", "on, 'financial-year'", "2027-01-01 to 2027-12-31"},
    {"2005-12-08", "on, 'financial-year'", "2005-12-08 to 2006-06-30"},
    {"2005-12-07", "on, 'financial-year'", "unknown"},
    {"2018-11-06", "on, 'election-cycle', 'national'", "unknown"},
    {"2018-11-07", "on, 'election-cycle', 'national'", "2018-11-07 to 2020-11-03"},
    {"2020-11-03", "on, 'election-cycle', 'national'", "2018-11-07 to 2020-11-03"},
    {"2020-11-04", "on, 'election-cycle', 'national'", "2020-11-04 to 2022-11-08"},
    {"2020-11-04", "on, 'election-cycle'", "2020-11-04 to 2021-05-09"},
    {"2022-11-09", "on, 'election-cycle', 'national'", "unknown"},
    {"2018-10-01", "on, 'campaign', 'national'", "zz.a"},
    {"2018-09-30", "on, 'campaign', 'national'", "unknown"},
    {"2020-09-30", "on, 'campaign', 'national'", "none"},
    {"2020-10-01", "on, 'campaign', 'national'", "zz.b"},
    {"2020-11-02", "on, 'campaign', 'national'", "zz.b"},
    {"2020-11-03", "on, 'campaign', 'national'", "none"},
    {"2021-04-01", "on, 'campaign'", "zz.town"},
    {"2022-08-31", "on, 'campaign', 'national'", "none"},
    {"2022-09-01", "on, 'campaign', 'national'", "unknown"},
    {"2022-11-09", "on, 'campaign', 'national'", "unknown"},
    {"2021-01-31", "back, 'campaign'", "unknown"},
};

static void check_key(struct term *t, const char *on_day, const char *expected)
{
    struct context c = context();
    struct value v = term_value(t, &c);
    struct text key = v.knowledge == VALUE_KNOWN    ? v.text
                      : v.knowledge == VALUE_ABSENT ? TEXT("none")
                                                    : TEXT("unknown");
    ck_assert_msg(text_equal(key, text_of(expected)), "%s on %s: %.*s", t->args[1]->name.at, on_day,
                  TEXT_ARG(key));
}

START_TEST(a_day_lies_in_a_period_in_none_or_nobody_knows)
{
    setup();
    set_facts();
    set_calendar();
    char condition[80];
    set("on", keys[_i].day);
    snprintf(condition, sizeof condition, "period(%s)", keys[_i].period);
    struct term *t = compile(condition);
    if (diags.count)
        diags_print(&diags, stderr, false);
    ck_assert_ptr_nonnull(t);
    check_key(t, keys[_i].day, keys[_i].key);
}
END_TEST

START_TEST(elections_that_are_not_sure_bound_no_period)
{
    setup();
    set_facts();
    set_calendar();
    set("on", "2020-10-15");
    struct term *cycle = compile("period(on, 'election-cycle', 'national')");
    struct term *campaign = compile("period(on, 'campaign', 'national')");
    check_key(campaign, "2020-10-15", "zz.b");
    law.elections[1]->confidence = CONFIDENCE_LOW;
    check_key(cycle, "2020-10-15", "unknown");
    check_key(campaign, "2020-10-15", "unknown");
    law.elections[1]->confidence = CONFIDENCE_MEDIUM;
    law.elections[0]->confidence = CONFIDENCE_LOW;
    check_key(cycle, "2020-10-15", "unknown");
    check_key(campaign, "2020-10-15", "zz.b");
    law.elections[3]->campaign = (struct force){on("2020-10-15"), on("2020-10-16")};
    check_key(compile("period(on, 'campaign')"), "2020-10-15", "unknown");
}
END_TEST

static const struct {
    const char *condition, *message;
    bool calendar;
} no_periods[] = {
    {"period(on, 'year')",
     "expected one of: calendar-year, quarter, month, day, financial-year, election-cycle, "
     "campaign",
     false},
    {"period(on, 'financial-year')",
     "the law base does not say when the financial year of \"zz\" begins", false},
    {"period(on, 'campaign')", "the law base knows no such elections of \"zz\"", false},
    {"period(on, 'election-cycle', 'federal')", "the law base knows no such elections of \"zz\"",
     true},
};

START_TEST(a_period_of_which_the_law_says_nothing_is_an_error)
{
    setup();
    if (no_periods[_i].calendar)
        set_calendar();
    ck_assert_ptr_null(compile(no_periods[_i].condition));
    ck_assert_str_eq(diags.items[0].message.at, no_periods[_i].message);
}
END_TEST

START_TEST(a_financial_year_begins_with_one_of_twelve_months)
{
    setup();
    set_calendar();
    ck_assert_ptr_nonnull(compile("period(on, 'financial-year')"));
    law.parameters[0]->versions[1].value.number = 13;
    ck_assert_ptr_null(compile("period(on, 'financial-year')"));
}
END_TEST

/* --- property --- */

static unsigned seed = 20261123;

static unsigned next_random(unsigned below)
{
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % below;
}

/* A condition over the three facts, and its truth by the plain tables. */
static enum truth make_condition(unsigned depth, char *out, size_t size)
{
    static const char *const facts[] = {"shut", "none", "open"};
    char left[2000], right[2000];
    unsigned kind = depth == 0 ? 0 : next_random(4);
    if (kind == 0) {
        unsigned fact = next_random(3);
        snprintf(out, size, "%s", facts[fact]);
        return (enum truth)fact;
    }
    enum truth a = make_condition(depth - 1, left, sizeof left);
    if (kind == 1) {
        snprintf(out, size, "not (%s)", left);
        return a == TRUTH_UNKNOWN ? TRUTH_UNKNOWN : a == TRUTH_TRUE ? TRUTH_FALSE : TRUTH_TRUE;
    }
    enum truth b = make_condition(depth - 1, right, sizeof right);
    snprintf(out, size, "(%s) %s (%s)", left, kind == 2 ? "and" : "or", right);
    if (kind == 2)
        return a == TRUTH_FALSE || b == TRUTH_FALSE ? TRUTH_FALSE
               : a == TRUTH_TRUE && b == TRUTH_TRUE ? TRUTH_TRUE
                                                    : TRUTH_UNKNOWN;
    return a == TRUTH_TRUE || b == TRUTH_TRUE     ? TRUTH_TRUE
           : a == TRUTH_FALSE && b == TRUTH_FALSE ? TRUTH_FALSE
                                                  : TRUTH_UNKNOWN;
}

START_TEST(conditions_made_at_random_follow_kleene_and_survive_printing)
{
    setup();
    set_facts();
    struct context c = context();
    char condition[8000];
    for (int i = 0; i < 20000; i++) {
        enum truth expected = make_condition(5, condition, sizeof condition);
        struct term *t = compile(condition);
        ck_assert_msg(t && term_truth(t, &c) == expected, "seed %u: %s", seed, condition);
        struct text printed = term_print(&arena, t);
        struct term *again = compile(printed.at);
        ck_assert_msg(again && term_truth(again, &c) == expected, "printed: %s", printed.at);
        arena_reset(&law.arena);
    }
}
END_TEST

int main(void)
{
    Suite *s = suite_create("rule");
    TCase *c = tcase_create("condition");
    tcase_set_timeout(c, 300);
    tcase_add_loop_test(c, a_condition_has_one_of_three_truths, 0,
                        (int)(sizeof truths / sizeof *truths));
    tcase_add_loop_test(c, a_wrong_condition_is_shown_where_it_is_wrong, 0,
                        (int)(sizeof wrong / sizeof *wrong));
    tcase_add_test(c, nesting_has_a_limit);
    tcase_add_test(c, what_is_missing_is_named_and_nothing_else);
    tcase_add_test(c, an_identity_needs_what_identifies);
    tcase_add_loop_test(c, a_day_lies_in_a_period_in_none_or_nobody_knows, 0,
                        (int)(sizeof keys / sizeof *keys));
    tcase_add_test(c, elections_that_are_not_sure_bound_no_period);
    tcase_add_loop_test(c, a_period_of_which_the_law_says_nothing_is_an_error, 0,
                        (int)(sizeof no_periods / sizeof *no_periods));
    tcase_add_test(c, a_financial_year_begins_with_one_of_twelve_months);
    tcase_add_test(c, conditions_made_at_random_follow_kleene_and_survive_printing);
    suite_add_tcase(s, c);
    return run_suite(s);
}
