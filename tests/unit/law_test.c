/* SPDX-License-Identifier: Apache-2.0
 *
 * The law base on the day before, the day, and the day after.
 */
#include <config.h>

#include <sys/stat.h>
#include <unistd.h>

#include "law/bill.h"
#include "law/vary.h"
#include "suite.h"

static char folder[64];

static void write_file(const char *name, const char *text)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fputs(text, f);
    fclose(f);
}

/* A small law base of an invented country. */
static void setup(void)
{
    char zz[100];
    snprintf(folder, sizeof folder, "/tmp/scr-law-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(zz, sizeof zz, "%s/zz", folder);
    mkdir(zz, 0700);
    write_file("vocabulary.yaml", "vocabulary: 1\n");
    write_file("zz/jurisdiction.yaml",
               "jurisdiction: zz\nname: {en: Zedland}\nlanguages: [en]\ncurrency: EUR\n");
    write_file(
        "zz/parameters.yaml",
        "- parameter: zz.unit\n  title: {en: Unit}\n  type: money\n  versions:\n"
        "    - {from: 2000-01-01, value: 10 EUR, source: s, confidence: medium, doubt: d}\n"
        "- parameter: zz.cap\n  title: {en: Cap}\n  type: money\n  versions:\n"
        "    - {from: 2010-01-01, to: 2015-06-01, value: 5 EUR, source: s, confidence: high}\n"
        "    - {from: 2015-06-01, to: 2020-01-01, value: 7 x zz.unit, source: s, confidence: "
        "high}\n"
        "- parameter: zz.late\n  title: {en: Late}\n  type: number\n  versions:\n"
        "    - {from: 2010-01-01, certain_from: 2011-01-01, to: 2012-01-01, value: 3, source: s,\n"
        "       confidence: high, doubt_before: first day not read}\n");
    write_file("zz/elections.yaml",
               "- election: zz.vote\n  title: {en: Vote}\n  level: national\n  day: 2019-05-26\n"
               "  campaign: {from: 2019-05-01, to: 2019-05-25}\n  silence: {from: 2019-05-25, to: "
               "2019-05-27}\n"
               "  source: s\n  confidence: high\n");
}

static bool open_law(struct lawbase *l, struct diags *d)
{
    diags_init(d);
    return lawbase_open(l, d, folder, NULL, 0);
}

static const struct {
    const char *on;
    int64_t minor; /* -1: no value */
} caps[] = {{"2009-12-31", -1},   {"2010-01-01", 500},  {"2015-05-31", 500},
            {"2015-06-01", 7000}, {"2019-12-31", 7000}, {"2020-01-01", -1}};

START_TEST(a_parameter_has_the_value_in_force_on_the_day)
{
    struct lawbase l;
    struct diags d;
    day on;
    ck_assert(open_law(&l, &d));
    ck_assert(day_read(text_of(caps[_i].on), &on));
    const struct parameter_version *v = parameter_at(parameter_find(&l, TEXT("zz.cap")), on);
    ck_assert_int_eq(v ? v->value.number : -1, caps[_i].minor);
    lawbase_close(&l);
    diags_free(&d);
}
END_TEST

START_TEST(a_multiple_is_no_surer_than_its_unit)
{
    struct lawbase l;
    struct diags d;
    ck_assert(open_law(&l, &d));
    ck_assert_int_eq(parameter_find(&l, TEXT("zz.cap"))->versions[1].confidence, CONFIDENCE_MEDIUM);
    lawbase_close(&l);
    diags_free(&d);
}
END_TEST

/* It is there, it is not zero, and what is a multiple of it is not known either. */
START_TEST(an_unverified_value_is_unknown)
{
    struct lawbase l;
    struct diags d;
    write_file("zz/parameters.yaml",
               "- parameter: zz.wage\n  title: {en: Wage}\n  type: money\n  versions:\n"
               "    - {to: 2020-01-01, value: unverified, source: s, confidence: low, doubt: d}\n"
               "    - {from: 2020-01-01, value: 10 EUR, source: s, confidence: high}\n"
               "- parameter: zz.cap\n  title: {en: Cap}\n  type: money\n  versions:\n"
               "    - {from: 2019-01-01, to: 2020-01-01, value: 6 x zz.wage, source: s, "
               "confidence: high}\n"
               "    - {from: 2020-01-01, value: 6 x zz.wage, source: s, confidence: high}\n");
    ck_assert(open_law(&l, &d));
    const struct parameter *cap = parameter_find(&l, TEXT("zz.cap"));
    ck_assert_int_eq(cap->versions[0].value.knowledge, VALUE_UNKNOWN);
    ck_assert_int_eq(cap->versions[0].confidence, CONFIDENCE_LOW);
    ck_assert_int_eq(cap->versions[1].value.knowledge, VALUE_KNOWN);
    ck_assert_int_eq(cap->versions[1].value.number, 6000);
    ck_assert_int_eq(cap->versions[1].confidence, CONFIDENCE_HIGH);
    lawbase_close(&l);
    diags_free(&d);
}
END_TEST

static const struct {
    const char *on;
    int64_t number; /* -1: no value */
    enum confidence confidence;
} uncertain[] = {{"2009-12-31", -1, CONFIDENCE_LOW}, {"2010-01-01", 3, CONFIDENCE_LOW},
                 {"2010-12-31", 3, CONFIDENCE_LOW},  {"2011-01-01", 3, CONFIDENCE_HIGH},
                 {"2011-12-31", 3, CONFIDENCE_HIGH}, {"2012-01-01", -1, CONFIDENCE_LOW}};

START_TEST(what_is_not_certain_is_low_until_it_is)
{
    struct lawbase l;
    struct diags d;
    day on;
    ck_assert(open_law(&l, &d));
    ck_assert(day_read(text_of(uncertain[_i].on), &on));
    const struct parameter_version *v = parameter_at(parameter_find(&l, TEXT("zz.late")), on);
    ck_assert_int_eq(v ? v->value.number : -1, uncertain[_i].number);
    if (v) {
        ck_assert_int_eq(v->confidence, uncertain[_i].confidence);
        ck_assert_str_eq(arena_copy(&d.arena, v->doubt).at,
                         v->confidence == CONFIDENCE_LOW ? "first day not read" : "");
    }
    lawbase_close(&l);
    diags_free(&d);
}
END_TEST

static const struct {
    const char *on;
    bool campaign, silence;
} days[] = {{"2019-04-30", false, false}, {"2019-05-01", true, false},
            {"2019-05-24", true, false},  {"2019-05-25", false, true},
            {"2019-05-26", false, true},  {"2019-05-27", false, false}};

START_TEST(campaign_and_silence_have_first_and_last_days)
{
    struct lawbase l;
    struct diags d;
    day on;
    ck_assert(open_law(&l, &d));
    ck_assert(day_read(text_of(days[_i].on), &on));
    ck_assert(election_during(&l, TEXT("zz"), TEXT(""), TEXT("campaign"), on) == days[_i].campaign);
    ck_assert(election_during(&l, TEXT("zz"), TEXT("national"), TEXT("silence"), on) ==
              days[_i].silence);
    ck_assert(!election_during(&l, TEXT("zz"), TEXT("local"), TEXT("silence"), on));
    const struct election *next = election_next(&l, TEXT("zz"), TEXT(""), on);
    ck_assert((next != NULL) == (on <= l.elections[0]->day));
    lawbase_close(&l);
    diags_free(&d);
}
END_TEST

START_TEST(the_digest_changes_with_the_law)
{
    struct lawbase l;
    struct diags d;
    char before[65];
    ck_assert(open_law(&l, &d));
    memcpy(before, l.digest, sizeof before);
    lawbase_close(&l);
    diags_free(&d);
    ck_assert(open_law(&l, &d));
    ck_assert_str_eq(l.digest, before);
    lawbase_close(&l);
    diags_free(&d);
    write_file("zz/elections.yaml", "[]\n");
    ck_assert(open_law(&l, &d));
    ck_assert_str_ne(l.digest, before);
    lawbase_close(&l);
    diags_free(&d);
}
END_TEST

static const struct {
    const char *file, *text, *message;
} wrong[] = {
    {"zz/parameters.yaml",
     "- parameter: zz.a\n  title: {en: A}\n  type: money\n  versions:\n    - {value: 5, source: s, "
     "confidence: high}\n",
     "expected an amount with its currency, like 2500000 AMD, found \"5\""},
    {"zz/parameters.yaml", "- parameter: zz.a\n  title: {en: A}\n  type: monney\n  versions: []\n",
     "expected a type: money, share, duration or number"},
    {"zz/parameters.yaml",
     "- parameter: zz.a\n  title: {en: A}\n  type: share\n  versions:\n    - {value: 2 x zz.b, "
     "source: s, confidence: high}\n",
     "unknown unit \"zz.b\""},
    {"zz/parameters.yaml",
     "- parameter: zz.a\n  title: {en: A}\n  type: money\n  versions:\n    - {from: 200-01-01, "
     "value: "
     "5 EUR, source: s, confidence: high}\n",
     "\"200-01-01\" is not a day of the calendar"},
    {"zz/parameters.yaml",
     "- parameter: zz.a\n  title: {en: A}\n  type: money\n  versions:\n    - {value: unverified, "
     "source: s, confidence: medium}\n",
     "a value that was not read cannot be sure"},
    {"zz/parameters.yaml",
     "- parameter: zz.a\n  title: {en: A}\n  type: share\n  versions:\n    - {from: 2010-01-01, "
     "certain_from: 2010-01-01, value: 2 %, source: s, confidence: high, doubt_before: d}\n",
     "the first certain day lies outside the version"},
    {"zz/instruments.yaml",
     "- instrument: zz.act\n  title: {en: A}\n  citation: c\n  status: in-force\n  source: s\n"
     "  confidence: high\n  provisions:\n    - provision: \"1\"\n      citation: c\n"
     "      title: {en: A}\n      versions:\n        - {from: 2010-01-01, certain_from: "
     "2011-01-01, "
     "summary: {en: S}, source: s, confidence: high}\n",
     "the days in front of this one are not certain, but have no doubt"},
    {"zz/jurisdiction.yaml", "jurisdiction: zy\nname: {en: Z}\nlanguages: [en]\n",
     "\"zy\" stands in the folder \"zz\""},
    {"zz/jurisdiction.yaml", "jurisdiction: zz\nname: {en: Z}\nlanguages: [en]\ncurrency: QQQ\n",
     "unknown currency \"QQQ\""},
    {"zz/elections.yaml", "a: 1\n", "expected a list"},
};

START_TEST(a_mistake_in_the_law_is_told)
{
    struct lawbase l;
    struct diags d;
    write_file(wrong[_i].file, wrong[_i].text);
    ck_assert(!open_law(&l, &d));
    ck_assert_str_eq(d.items[0].message.at, wrong[_i].message);
    lawbase_close(&l);
    diags_free(&d);
}
END_TEST

/* --- bills --- */

#define BILL(changes) \
    "bill: zz.b\ntitle: {en: B}\nsponsor: s\nsource: s\nbase: {date: 2011-06-01}\n" \
    "commencement: 2012-01-01\nchanges:\n" changes

static struct lawbase base, amended;
static struct diags said;

/* The law after one bill. */
static bool apply(const char *text, const char *as_if)
{
    ck_assert(open_law(&base, &said));
    struct source *source = source_from(&base.arena, TEXT("b.yaml"), text_of(text));
    struct bill *b = bill_read(&base.arena, &said, source);
    struct bills bills = {.items = &b, .count = 1, .as_if = as_if != NULL};
    ck_assert(!as_if || day_read(text_of(as_if), &bills.as_if_from));
    return b && bills_apply(&amended, &said, &base, &bills);
}

static void end_bill(void)
{
    lawbase_close(&amended);
    lawbase_close(&base);
    diags_free(&said);
}

static int64_t value_on(const struct lawbase *l, const char *id, const char *on)
{
    day at;
    ck_assert(day_read(text_of(on), &at));
    const struct parameter_version *v = parameter_at(parameter_find(l, text_of(id)), at);
    return v ? v->value.number : -1;
}

static const struct {
    const char *on;
    int64_t cents; /* -1: no value */
} values_after[] = {
    {"2009-12-31", -1},  {"2011-12-31", 500}, {"2012-01-01", 900}, {"2012-12-31", 900},
    {"2013-01-01", 800}, {"2013-12-31", 800}, {"2014-01-01", 500}, {"2015-06-01", 7000},
};

START_TEST(a_limit_has_the_bills_values_from_its_commencement_on_until_its_end)
{
    ck_assert(apply(BILL("- set: zz.cap\n  value: 8 EUR\n  until: 2014-01-01\n"
                         "  transition: {value: 9 EUR, until: 2013-01-01}\n"),
                    NULL));
    ck_assert_int_eq(value_on(&amended, "zz.cap", values_after[_i].on), values_after[_i].cents);
    ck_assert_int_eq(value_on(&base, "zz.cap", "2013-06-01"), 500);
    end_bill();
}
END_TEST

START_TEST(a_multiple_follows_a_unit_that_a_bill_changes)
{
    ck_assert(apply(BILL("- set: zz.unit\n  value: 20 EUR\n  commencement: 2018-01-01\n"), NULL));
    ck_assert_int_eq(value_on(&amended, "zz.cap", "2017-12-31"), 7000);
    ck_assert_int_eq(value_on(&amended, "zz.cap", "2018-01-01"), 14000);
    ck_assert_int_eq(value_on(&amended, "zz.cap", "2012-01-01"), 500);
    end_bill();
}
END_TEST

START_TEST(what_no_bill_touches_is_the_same_piece_of_law)
{
    ck_assert(apply(BILL("- set: zz.cap\n  value: 8 EUR\n"), NULL));
    ck_assert_ptr_eq(parameter_find(&amended, TEXT("zz.late")),
                     parameter_find(&base, TEXT("zz.late")));
    ck_assert_ptr_ne(parameter_find(&amended, TEXT("zz.cap")),
                     parameter_find(&base, TEXT("zz.cap")));
    ck_assert_ptr_eq(amended.calendar, base.calendar);
    ck_assert_str_ne(amended.digest, base.digest);
    end_bill();
}
END_TEST

START_TEST(as_if_moves_all_days_of_a_bill_along)
{
    ck_assert(apply(BILL("- set: zz.cap\n  value: 8 EUR\n"
                         "  transition: {value: 9 EUR, until: 2013-01-01}\n"),
                    "2010-02-01"));
    ck_assert_int_eq(value_on(&amended, "zz.cap", "2010-01-31"), 500);
    ck_assert_int_eq(value_on(&amended, "zz.cap", "2010-02-01"), 900);
    ck_assert_int_eq(value_on(&amended, "zz.cap", "2011-01-31"), 900);
    ck_assert_int_eq(value_on(&amended, "zz.cap", "2011-02-01"), 800);
    end_bill();
}
END_TEST

START_TEST(an_election_that_a_bill_moves_is_on_another_day)
{
    ck_assert(apply(BILL("- set: zz.vote\n  as: {day: 2019-06-02}\n"), NULL));
    day on;
    ck_assert(day_read(TEXT("2019-05-27"), &on));
    ck_assert_ptr_null(election_next(&base, TEXT("zz"), TEXT(""), on));
    ck_assert_ptr_nonnull(election_next(&amended, TEXT("zz"), TEXT(""), on));
    ck_assert(election_during(&amended, TEXT("zz"), TEXT(""), TEXT("campaign"), on - 10));
    ck_assert_ptr_ne(amended.calendar, base.calendar);
    end_bill();
}
END_TEST

static const struct {
    const char *changes, *message;
} wrong_bills[] = {
    {"- set: zz.cap\n", "nothing says what \"zz.cap\" shall be"},
    {"- set: zz.cup\n  value: 8 EUR\n", "the law has no \"zz.cup\""},
    {"- set: zz.cap\n  value: 8\n",
     "expected an amount with its currency, like 2500000 AMD, found \"8\""},
    {"- set: zz.cap\n  value: 8 EUR\n  until: 2011-01-01\n", "it would end before it begins"},
    {"- set: zz.cap\n  as: {value: 8 EUR, from: 2012-01-01}\n",
     "the change itself says from when on it holds"},
    {"- set: zz.cap\n  value: 8 EUR\n  transition: {spares: amount < cap}\n",
     "a limit cannot spare single records"},
    {"- insert: {parameter: zz.cap, title: {en: C}, type: money, versions: []}\n",
     "the law has a parameter \"zz.cap\" already"},
    {"- insert: {title: {en: C}}\n",
     "expected first what is inserted: provision, parameter, definition, election, rule or "
     "instrument"},
    {"- repeal: zz.vote\n  commencement: 2013-01-01\n", "an election has its own days"},
    {"- repeal: zz.cap\n  as: {value: 8 EUR}\n", "this does not go with \"repeal\""},
    {"- {}\n", "a change is one of: set, replace, insert, repeal"},
};

START_TEST(a_mistake_in_a_bill_is_told)
{
    char text[600];
    snprintf(text, sizeof text, BILL("%s"), wrong_bills[_i].changes);
    ck_assert(!apply(text, NULL));
    ck_assert_str_eq(said.items[0].message.at, wrong_bills[_i].message);
    end_bill();
}
END_TEST

/* count 0: no values; first and last: the lowest and the highest of them. */
static const struct {
    const char *before, *after;
    enum type type;
    size_t count;
    const char *first, *last;
} around[] = {
    {"2500000 AMD", "1200000 AMD", TYPE_MONEY, 12, "420000.00 AMD", "3280000.00 AMD"},
    {"1200000 AMD", "2500000 AMD", TYPE_MONEY, 12, "420000.00 AMD", "3280000.00 AMD"},
    {"1000 EUR", "10000 EUR", TYPE_MONEY, 9, "1000.00 EUR", "15400.00 EUR"},
    {"30 %", "25 %", TYPE_SHARE, 12, "22 %", "33 %"},
    {"1", "3", TYPE_NUMBER, 4, "1", "4"},
    {"0.01 EUR", "92233720368547758.07 EUR", TYPE_MONEY, 6, "0.01 EUR", "92233720368547758.07 EUR"},
    {"5 EUR", "5 EUR", TYPE_MONEY, 0, NULL, NULL},
    {"5 EUR", "5 AMD", TYPE_MONEY, 0, NULL, NULL},
    {"14 days", "30 days", TYPE_DURATION, 0, NULL, NULL},
};

START_TEST(values_around_two_have_both_among_them)
{
    struct arena a = ARENA("around");
    struct value before, after, *values;
    size_t count;
    ck_assert(value_read(&a, around[_i].type, text_of(around[_i].before), &before));
    ck_assert(value_read(&a, around[_i].type, text_of(around[_i].after), &after));
    ck_assert(limit_values_around(&a, &before, &after, &values, &count) == (around[_i].count > 0));
    ck_assert_uint_eq(count, around[_i].count);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        found += values[i].number == before.number || values[i].number == after.number;
        ck_assert(i == 0 || values[i].number > values[i - 1].number);
    }
    ck_assert_uint_eq(found, count ? 2 : 0);
    if (count) {
        ck_assert_str_eq(value_print(&a, &values[0]).at, around[_i].first);
        ck_assert_str_eq(value_print(&a, &values[count - 1]).at, around[_i].last);
    }
    arena_free(&a);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("law");
    TCase *c = tcase_create("law");
    tcase_add_checked_fixture(c, setup, NULL);
    tcase_add_loop_test(c, a_parameter_has_the_value_in_force_on_the_day, 0, 6);
    tcase_add_test(c, a_multiple_is_no_surer_than_its_unit);
    tcase_add_test(c, an_unverified_value_is_unknown);
    tcase_add_loop_test(c, what_is_not_certain_is_low_until_it_is, 0, 6);
    tcase_add_loop_test(c, campaign_and_silence_have_first_and_last_days, 0, 6);
    tcase_add_test(c, the_digest_changes_with_the_law);
    tcase_add_loop_test(c, a_mistake_in_the_law_is_told, 0, (int)(sizeof wrong / sizeof *wrong));
    tcase_add_loop_test(c, a_limit_has_the_bills_values_from_its_commencement_on_until_its_end, 0,
                        (int)(sizeof values_after / sizeof *values_after));
    tcase_add_test(c, a_multiple_follows_a_unit_that_a_bill_changes);
    tcase_add_test(c, what_no_bill_touches_is_the_same_piece_of_law);
    tcase_add_test(c, as_if_moves_all_days_of_a_bill_along);
    tcase_add_test(c, an_election_that_a_bill_moves_is_on_another_day);
    tcase_add_loop_test(c, a_mistake_in_a_bill_is_told, 0,
                        (int)(sizeof wrong_bills / sizeof *wrong_bills));
    tcase_add_loop_test(c, values_around_two_have_both_among_them, 0,
                        (int)(sizeof around / sizeof *around));
    suite_add_tcase(s, c);
    return run_suite(s);
}
