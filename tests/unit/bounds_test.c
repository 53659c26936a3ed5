/* SPDX-License-Identifier: Apache-2.0
 *
 * What conditions can be: a table, and a property: what facts made at random give a condition made
 * at random is never called impossible.
 */
#include <config.h>

#include "rule/bounds.h"
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

static const char words[] =
    "vocabulary: 1\n"
    "actor:\n"
    "  kind: {type: code, doc: d, codes: {natural: d, company: d, party: d}}\n"
    "  citizenship: {type: countries, doc: d}\n"
    "  country: {type: country, doc: d}\n"
    "  share: {type: share, doc: d}\n"
    "identity: [strict: [kind]]\n"
    "records:\n"
    "  gift:\n"
    "    doc: d\n"
    "    date: on\n"
    "    fields:\n"
    "      on: {type: date, doc: d}\n"
    "      back: {type: date, doc: d}\n"
    "      amount: {type: money, doc: d}\n"
    "      count: {type: number, doc: d}\n"
    "      open: {type: bool, doc: d}\n"
    "      donor: {type: actor, doc: d}\n";

/* zz.cap is 10 EUR in 2010, 20 EUR from 2011, and nothing before, zz.term 1 day in 2010, 10 days
 * from 2011; silence on 2011-05-01. */
static struct parameter_version caps[2];
static struct parameter cap = {.id = TEXT_INIT("zz.cap"), .type = TYPE_MONEY, .versions = caps};
static struct parameter_version terms[2];
static struct parameter term = {
    .id = TEXT_INIT("zz.term"), .type = TYPE_DURATION, .versions = terms, .version_count = 2};
static struct election vote = {.id = TEXT_INIT("zz.vote"), .level = TEXT_INIT("local")};

static day on(const char *text)
{
    day d = 0;
    ck_assert(day_read(text_of(text), &d));
    return d;
}

static void setup(void)
{
    diags_init(&diags);
    law = (struct lawbase){.arena = ARENA("law")};
    caps[0].force = (struct force){on("2010-01-01"), on("2011-01-01")};
    caps[1].force = (struct force){on("2011-01-01"), DAY_NEVER};
    ck_assert(value_read(&arena, TYPE_MONEY, TEXT("10 EUR"), &caps[0].value));
    ck_assert(value_read(&arena, TYPE_MONEY, TEXT("20 EUR"), &caps[1].value));
    cap.version_count = 2;
    *arena_push(&law.arena, &law.parameters, &law.parameter_count) = &cap;
    for (size_t i = 0; i < 2; i++)
        terms[i].force = caps[i].force;
    ck_assert(value_read(&arena, TYPE_DURATION, TEXT("1 day"), &terms[0].value));
    ck_assert(value_read(&arena, TYPE_DURATION, TEXT("10 days"), &terms[1].value));
    *arena_push(&law.arena, &law.parameters, &law.parameter_count) = &term;
    vote.day = on("2011-05-01");
    vote.silence = (struct force){vote.day, vote.day + 1};
    *arena_push(&law.arena, &law.elections, &law.election_count) = &vote;
    struct source *s = source_from(&arena, TEXT("vocabulary.yaml"), text_of(words));
    vocabulary = vocabulary_read(&arena, &diags, yaml_read(&arena, &diags, s));
    ck_assert_ptr_nonnull(vocabulary);
    batch_init(&batch, &vocabulary->records[0], 4, NULL, 0);
    batch_add(&batch, 1);
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
    struct term *t = term_compile(
        &s, (struct expression){text_of(condition), {source, 0, (uint32_t)strlen(condition)}});
    if (!t)
        diags_print(&diags, stderr, false);
    ck_assert_msg(t != NULL, "%s", condition);
    return t;
}

static bool can_be(const struct term *t, unsigned truth, struct force life)
{
    struct bounds b = {.law = &law,
                       .jurisdiction = TEXT("zz"),
                       .life = life,
                       .basis = record_field(batch.record, TEXT("on"))};
    return bounds_possible(&b, &(struct assumption){t, truth, NULL});
}

static const struct {
    const char *condition, *can; /* of f, u, t */
} cases[] = {
    {"open", "fut"},
    {"true", "t"},
    {"open and not open", "fu"},
    {"open or not open", "ut"},
    {"known(open)", "ft"},
    {"known(donor.citizenship)", "ft"},
    {"absent(donor.citizenship)", "fut"},
    {"known(open) and not known(open)", "f"},
    {"absent(open) and open", "fu"},
    {"known(open) and open", "ft"},
    {"donor.kind == \"natural\"", "fut"},
    {"donor.kind == \"natural\" and donor.kind == \"party\"", "fu"},
    {"donor.kind ~= \"natural\" or donor.kind ~= \"party\"", "ut"},
    {"donor.kind ~= \"natural\" and donor.kind ~= \"party\" and donor.kind ~= \"company\"", "fut"},
    {"known(donor.kind) and not absent(donor.kind) and not one_of(donor.kind, \"natural\", "
     "\"party\", \"company\")",
     "f"},
    {"one_of(donor.kind, \"natural\", \"party\") and one_of(donor.kind, \"company\")", "fu"},
    {"donor.share > percent(\"100\")", "fu"},
    {"donor.share >= percent(\"0\")", "fut"}, /* absent makes it false */
    {"donor.share > percent(\"50\") and donor.share < percent(\"50\")", "fu"},
    {"donor.share > percent(\"50\") and donor.share < percent(\"51\")", "fut"},
    {"count > 5 and count < 6", "fu"},
    {"count > 5 and count <= 6 and count ~= 6", "fu"},
    {"count + 2 > 5 and count < 2", "fu"},
    {"amount > cap and amount < cap", "fu"},
    {"amount > cap and amount < money(\"10.01 EUR\")", "fu"},
    {"amount > cap and amount < money(\"10.02 EUR\")", "fut"},
    {"amount > cap and amount < money(\"20 EUR\") and on >= date(\"2011-01-01\")", "fu"},
    {"amount > cap and amount < money(\"20 EUR\") and on < date(\"2011-01-01\")", "fut"},
    {"amount > amount", "fu"},
    {"on < date(\"2010-01-01\")", "fu"},
    {"on >= date(\"2010-01-01\")", "ut"},
    {"on + days(1) > date(\"2012-12-31\")", "fut"},
    {"on + days(1) > date(\"2013-01-01\")", "fu"},
    {"on + term > date(\"2013-01-09\")", "fut"}, /* 10 days */
    {"on + term > date(\"2013-01-10\")", "fu"},
    {"on - term < date(\"2009-12-31\")", "fu"}, /* 1 day, at that time */
    {"on < date(\"2011-01-01\") and on + term > date(\"2011-01-01\")", "fu"},
    {"known(on) and back < date(\"2010-06-01\") and on > date(\"2010-07-01\") and on <= back + "
     "days(5)",
     "fu"}, /* known sums have known parts */
    {"during(on, \"silence\")", "fut"},
    {"during(on, \"campaign\")", "fu"},
    {"during(on, \"silence\", \"national\")", "fu"},
    {"during(on, \"silence\") and on < date(\"2011-05-01\")", "fu"},
    {"days_before_election(on) < 0", "fu"},
    {"includes(donor.citizenship, \"AM\") and not includes(donor.citizenship, \"AM\")", "fu"},
    {"includes(donor.citizenship, \"AM\") and includes(donor.citizenship, \"FR\")", "fut"},
    {"only(donor.citizenship, \"AM\") and includes(donor.citizenship, \"FR\")", "fu"},
    {"only(donor.citizenship, \"AM\", \"FR\") and not any_of(donor.citizenship, \"AM\", \"FR\")",
     "fu"},
    {"donor.country == \"AM\" and one_of(donor.country, \"FR\", \"DE\")", "fu"},
    {"donor.country ~= \"AM\" and not one_of(donor.country, \"FR\", \"DE\")", "fut"},
    {"(open or donor.kind == \"party\") and not open and donor.kind == \"natural\"", "fu"},
    {"back > on and back < date(\"2010-01-02\")", "fu"},
    {"source[\"x\"] == \"a\" and source[\"x\"] == \"b\"", "fu"},
};

START_TEST(a_condition_can_be_what_facts_can_make_it)
{
    setup();
    struct term *t = compile(cases[_i].condition);
    struct force life = {on("2010-01-01"), on("2013-01-01")};
    char can[4] = "", *end = can;
    for (int i = 0; i < 3; i++)
        if (can_be(t, 1u << i, life))
            *end++ = "fut"[i];
    ck_assert_msg(strcmp(can, cases[_i].can) == 0, "%s: can be \"%s\", expected \"%s\"",
                  cases[_i].condition, can, cases[_i].can);
}
END_TEST

START_TEST(a_day_that_is_known_decides)
{
    setup();
    struct bounds b = {.law = &law,
                       .jurisdiction = TEXT("zz"),
                       .life = {on("2010-01-01"), on("2010-01-02")},
                       .basis = record_field(batch.record, TEXT("on"))};
    struct assumption met = {compile("open and on > date(\"2010-01-01\")"), CAN_TRUE | CAN_UNKNOWN,
                             NULL};
    ck_assert(bounds_possible(&b, &met)); /* nobody said on which day */
    b.basis_known = true;
    ck_assert(!bounds_possible(&b, &met));
}
END_TEST

START_TEST(a_parameter_without_a_value_decides_nothing)
{
    setup();
    struct term *t = compile("amount > cap");
    struct force before = {on("2009-01-01"), on("2010-01-01")};
    ck_assert(!can_be(t, CAN_TRUE | CAN_FALSE, before) && can_be(t, CAN_UNKNOWN, before));
}
END_TEST

/* --- property --- */

static unsigned seed = 20261124;

static unsigned next_random(unsigned below)
{
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % below;
}

static void make_condition(unsigned depth, char *out, size_t size)
{
    static const char *const atoms[] = {"open",
                                        "known(open)",
                                        "absent(back)",
                                        "donor.kind == \"natural\"",
                                        "donor.kind ~= \"party\"",
                                        "one_of(donor.kind, \"company\", \"party\")",
                                        "donor.share > percent(\"30\")",
                                        "donor.share <= percent(\"30\")",
                                        "amount > cap",
                                        "amount < money(\"15 EUR\")",
                                        "count >= 3",
                                        "count + 1 == 3",
                                        "back > on",
                                        "on >= date(\"2011-01-01\")",
                                        "on + days(30) < back",
                                        "during(on, \"silence\")",
                                        "includes(donor.citizenship, \"AM\")",
                                        "only(donor.citizenship, \"AM\", \"FR\")",
                                        "any_of(donor.citizenship, \"FR\", \"RU\")",
                                        "donor.country == \"AM\"",
                                        "donor.country ~= \"FR\"",
                                        "days_before_election(on) <= 90"};
    char left[3000], right[3000];
    unsigned kind = depth == 0 ? 0 : next_random(4);
    if (kind == 0) {
        snprintf(out, size, "%s", atoms[next_random(sizeof atoms / sizeof *atoms)]);
        return;
    }
    make_condition(depth - 1, left, sizeof left);
    make_condition(depth - 1, right, sizeof right);
    if (kind == 1)
        snprintf(out, size, "not (%s)", left);
    else
        snprintf(out, size, "(%s) %s (%s)", left, kind == 2 ? "and" : "or", right);
}

static void set_at_random(void)
{
    static const struct {
        const char *path, *texts[5];
    } facts[] = {{"on", {"2010-01-01", "2010-12-31", "2011-01-01", "2011-05-01", "2012-12-31"}},
                 {"back", {"none", "2010-01-15", "2011-05-02", "2013-01-01", "none"}},
                 {"amount", {"9.99 EUR", "10.01 EUR", "20.01 EUR", "12 GBP", "15 EUR"}},
                 {"count", {"0", "2", "3", "7", "none"}},
                 {"open", {"yes", "no", "yes", "no", "none"}},
                 {"donor.kind", {"natural", "company", "party", "none", "natural"}},
                 {"donor.share", {"0 %", "30 %", "30.01 %", "100 %", "none"}},
                 {"donor.citizenship", {"AM", "AM;FR", "RU", "none", "DE"}},
                 {"donor.country", {"AM", "FR", "DE", "none", "AM"}}};
    batch_clear(&batch);
    batch_add(&batch, 1);
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const struct field *f = record_field(batch.record, text_of(facts[i].path));
        struct value v;
        unsigned which = next_random(6);
        if (which == 5)
            continue; /* unknown */
        ck_assert(value_read(&batch.arena, f->type, text_of(facts[i].texts[which]), &v));
        batch_set(&batch, 0, f->index, &v);
    }
}

START_TEST(what_facts_make_true_is_never_called_impossible)
{
    setup();
    char condition[10000];
    struct arena scratch = ARENA("scratch");
    size_t impossible = 0;
    struct force life = {on("2010-01-01"), on("2013-01-01")};
    for (int i = 0; i < 3000; i++) {
        make_condition(4, condition, sizeof condition);
        struct term *t = compile(condition);
        bool can[3];
        for (int k = 0; k < 3; k++)
            can[k] = can_be(t, 1u << k, life);
        impossible += !can[0] + !can[1] + !can[2];
        for (int k = 0; k < 10; k++) {
            set_at_random();
            struct value basis = batch_value(&batch, 0,
                                             record_field(batch.record, TEXT("on"))->index);
            struct context c = {.law = &law,
                                .jurisdiction = TEXT("zz"),
                                .batch = &batch,
                                .on_known = basis.knowledge == VALUE_KNOWN,
                                .on = (day)basis.number,
                                .arena = &scratch};
            enum truth truth = term_truth(t, &c);
            ck_assert_msg(can[truth], "seed %u: truth %d of %s", seed, truth, condition);
            arena_reset(&scratch);
        }
    }
    ck_assert_uint_gt(impossible, 100); /* it does find something */
}
END_TEST

int main(void)
{
    Suite *s = suite_create("bounds");
    TCase *c = tcase_create("bounds");
    tcase_set_timeout(c, 300);
    tcase_add_loop_test(c, a_condition_can_be_what_facts_can_make_it, 0,
                        (int)(sizeof cases / sizeof *cases));
    tcase_add_test(c, a_day_that_is_known_decides);
    tcase_add_test(c, a_parameter_without_a_value_decides_nothing);
    tcase_add_test(c, what_facts_make_true_is_never_called_impossible);
    suite_add_tcase(s, c);
    return run_suite(s);
}
