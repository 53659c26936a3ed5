/* SPDX-License-Identifier: Apache-2.0
 *
 * The Beneficial Ownership Data Standard: the suite of the standard's authors (tests/data/bods),
 * and what becomes of statements in a graph of owners.
 */
#include <config.h>

#include <unistd.h>

#include "filing/bods.h"
#include "filing/ftm.h"
#include "suite.h"

enum { VALID = 111, INVALID = 192 };

static struct arena arena = {.name = "test"};
static struct diags diags;
static struct vocabulary *vocabulary;
static struct schema *schema;

static char *below(const char *folder, const char *name)
{
    static char path[2048];
    const char *top = getenv("SRC");
    snprintf(path, sizeof path, "%s/%s/%s", top ? top : ".", folder, name);
    return path;
}

static void setup(void)
{
    const char *why;
    diags_init(&diags);
    struct source *s = source_read(&arena, below("lawbase", "vocabulary.yaml"), &why);
    ck_assert_ptr_nonnull(s);
    vocabulary = vocabulary_read(&arena, &diags, yaml_read(&arena, &diags, s));
    ck_assert_ptr_nonnull(vocabulary);
    schema = schema_read(&arena, &diags, below("lawbase/registers", "bods-0.4"));
    ck_assert_ptr_nonnull(schema);
}

static void teardown(void)
{
    schema_free(schema);
    diags_free(&diags);
}

/* --- the suite --- */

struct faults {
    size_t count;
    char keyword[32], path[128], property[64];
};

static void note_fault(void *owner, const struct statement *s, const struct schema_fault *f)
{
    struct faults *all = owner;
    (void)s;
    all->count++;
    snprintf(all->keyword, sizeof all->keyword, "%s", f->keyword);
    snprintf(all->path, sizeof all->path, "%.*s", TEXT_ARG(f->path));
    snprintf(all->property, sizeof all->property, "%.*s", TEXT_ARG(f->property));
}

START_TEST(valid_statements_have_no_fault)
{
    json_t *all = json_load_file(below("tests/data/bods", "valid.json"), 0, NULL);
    ck_assert_uint_eq(json_array_size(all), VALID);
    for (size_t i = 0; i < json_array_size(all); i++) {
        struct faults faults = {0};
        struct statement s = {.object = json_array_get(all, i)};
        bods_check(schema, &s, note_fault, &faults);
        ck_assert_msg(faults.count == 0, "%zu: %s at %s", i, faults.keyword, faults.path);
    }
    json_decref(all);
}
END_TEST

/* The suite's file is the statement alone where that is its fault. */
static void check_invalid(const json_t *expected)
{
    const json_t *document = json_object_get(expected, "document");
    const char *name = json_string_value(json_object_get(expected, "name"));
    const char *keyword = json_string_value(json_object_get(expected, "keyword"));
    struct faults faults = {0};
    struct statement s = {.object = json_is_array(document) ? json_array_get(document, 0)
                                                            : document,
                          .alone = !json_is_array(document)};
    ck_assert_msg(!bods_check(schema, &s, note_fault, &faults), "%s: no fault", name);
    ck_assert_msg(faults.count == 1, "%s: %zu faults", name, faults.count);
    ck_assert_msg(strcmp(faults.keyword, keyword) == 0, "%s: %s", name, faults.keyword);
    ck_assert_msg(strcmp(faults.path, json_string_value(json_object_get(expected, "path"))) == 0,
                  "%s: %s", name, faults.path);
    /* Of what has none of several forms no single key is wrong. */
    if (strcmp(keyword, "anyOf") != 0)
        ck_assert_msg(
            strcmp(faults.property, json_string_value(json_object_get(expected, "property"))) == 0,
            "%s: %s", name, faults.property);
}

START_TEST(each_invalid_statement_has_the_fault_that_the_suite_names)
{
    size_t count = 0;
    FILE *file = fopen(below("tests/data/bods", "invalid.ndjson"), "r");
    ck_assert_ptr_nonnull(file);
    for (json_t *one;
         (one = json_loadf(file, JSON_DISABLE_EOF_CHECK | JSON_DECODE_INT_AS_REAL, NULL)) != NULL;
         count++) {
        check_invalid(one);
        json_decref(one);
    }
    fclose(file);
    ck_assert_uint_eq(count, INVALID);
}
END_TEST

/* --- graphs --- */

static struct owners *read_owners(const char *statements, bool ftm, struct statement_counts *counts)
{
    char path[] = "/tmp/statementsXXXXXX";
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, statements, strlen(statements)), (ssize_t)strlen(statements));
    close(file);
    struct owners *o = owners_new(vocabulary);
    *counts = (struct statement_counts){0};
    ck_assert_int_eq(statements_standard(path), ftm ? STATEMENTS_FTM : STATEMENTS_BODS);
    if (ftm)
        ftm_read(o, &diags, path, counts);
    else
        bods_read(o, schema, &diags, path, counts);
    owners_finish(o);
    unlink(path);
    return o;
}

static struct share_range foreign_share(const struct owners *o, const char *name, const char *on)
{
    struct ownership_question q = {.home = TEXT("AM")};
    uint32_t party;
    ck_assert(day_read(text_of(on), &q.on));
    ck_assert_msg(owners_find_named(o, text_of(name), &party), "%s", name);
    struct ownership_solver *s = owners_borrow(o);
    struct share_range r = ownership_foreign_share(s, &q, party);
    owners_give_back(o, s);
    return r;
}

#define STATEMENT(id, day, type, record, details) \
    "{\"statementId\":\"00000000000000000000000000000000" id "\",\"declarationSubject\":\"x\"," \
    "\"statementDate\":\"" day "\",\"recordType\":\"" type "\",\"recordId\":\"" record "\"," \
    "\"recordDetails\":{\"isComponent\":false," details "}}\n"
#define COMPANY(id, record, name, country) \
    STATEMENT(id, "2019-01-01", "entity", record, \
              "\"entityType\":{\"type\":\"registeredEntity\"}," \
              "\"name\":\"" name "\",\"jurisdiction\":{\"name\":\"x\",\"code\":\"" country "\"}")
#define PERSON(id, record, name, country) \
    STATEMENT(id, "2019-01-01", "person", record, \
              "\"personType\":\"knownPerson\",\"names\":[{" \
              "\"fullName\":\"" name "\"}],\"nationalities\":[{\"name\":\"x\",\"code\":\"" country \
              "\"}]")
#define HOLDS(id, day, record, owner, owned, interest) \
    STATEMENT(id, day, "relationship", record, \
              "\"subject\":\"" owned "\",\"interestedParty\":" owner "," \
              "\"interests\":[{\"type\":\"shareholding\"," interest "}]")

static const char *const bodies = COMPANY("1", "x", "Example LLC", "AM")
    COMPANY("2", "h", "Example Holding Ltd", "CY") PERSON("3", "p", "Anna Example", "AM");

static const struct {
    const char *interests, *on;
    int32_t least, most;
    bool least_open, most_open;
} cases[] = {
    {HOLDS("4", "2020-01-01", "r1", "\"h\"", "x", "\"share\":{\"exact\":30.5}")
         HOLDS("5", "2020-01-01", "r2", "\"p\"", "x", "\"share\":{\"exact\":69.5}"),
     "2020-06-01", 30500000, 30500000, false, false},
    /* before the day of the statement nobody knows whether it was held already */
    {HOLDS("4", "2020-01-01", "r1", "\"h\"", "x", "\"share\":{\"exact\":30.5}")
         HOLDS("5", "2020-01-01", "r2", "\"p\"", "x",
               "\"share\":{\"exact\":69.5},\"startDate\":\"2010-01-01\""),
     "2019-12-31", 0, 30500000, false, false},
    /* a band as registers publish it */
    {HOLDS("4", "2020-01-01", "r1", "\"h\"", "x",
           "\"share\":{\"exclusiveMinimum\":25,\"maximum\":50}")
         HOLDS("5", "2020-01-01", "r2", "\"p\"", "x",
               "\"share\":{\"minimum\":50,\"exclusiveMaximum\":75}"),
     "2020-06-01", 25000000, 50000000, true, false},
    /* nobody is named */
    {HOLDS("4", "2020-01-01", "r1", "{\"reason\":\"unknown\"}", "x", "\"share\":{\"exact\":40}")
         HOLDS("5", "2020-01-01", "r2", "\"p\"", "x", "\"share\":{\"exact\":60}"),
     "2020-06-01", 0, 40000000, false, false},
    /* a later statement on the same record replaces an earlier one, in any order of the file */
    {HOLDS("6", "2020-05-01", "r1", "\"h\"", "x", "\"share\":{\"exact\":20}")
         HOLDS("4", "2020-01-01", "r1", "\"h\"", "x", "\"share\":{\"exact\":40}")
             HOLDS("5", "2020-01-01", "r2", "\"p\"", "x", "\"share\":{\"exact\":60}"),
     "2020-06-01", 20000000, 40000000, false, false},
    /* what is held through others is told with them */
    {HOLDS("4", "2020-01-01", "r1", "\"h\"", "x",
           "\"directOrIndirect\":\"direct\",\"share\":{\"exact\":60}")
         HOLDS("5", "2020-01-01", "r2", "\"p\"", "x",
               "\"directOrIndirect\":\"indirect\",\"share\":{\"exact\":60}")
             HOLDS("6", "2020-01-01", "r3", "\"p\"", "x",
                   "\"directOrIndirect\":\"direct\",\"share\":{\"exact\":40}"),
     "2020-06-01", 60000000, 60000000, false, false},
};

START_TEST(statements_become_a_graph_of_owners)
{
    struct statement_counts counts;
    char all[8192];
    snprintf(all, sizeof all, "%s%s", bodies, cases[_i].interests);
    struct owners *o = read_owners(all, false, &counts);
    struct share_range r = foreign_share(o, "Example LLC", cases[_i].on);
    ck_assert_uint_eq(counts.unreadable, 0);
    ck_assert_int_eq(r.least, cases[_i].least);
    ck_assert_int_eq(r.most, cases[_i].most);
    ck_assert_int_eq(r.least_open, cases[_i].least_open);
    ck_assert_int_eq(r.most_open, cases[_i].most_open);
    owners_free(o);
}
END_TEST

START_TEST(a_statement_with_a_fault_is_told_and_loses_nothing_else)
{
    struct statement_counts counts;
    char all[8192];
    snprintf(all, sizeof all, "%s%s", bodies,
             HOLDS("4", "2020-01-01", "r1", "\"h\"", "x", "\"share\":{\"exact\":130}")
                 HOLDS("5", "2020-01-01", "r2", "\"p\"", "x", "\"share\":{\"exact\":60}"));
    struct owners *o = read_owners(all, false, &counts);
    ck_assert_uint_eq(counts.read, 4);
    ck_assert_uint_eq(counts.unreadable, 1);
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_msg(
        strstr(arena_copy(&arena, diags.items[0].message).at,
               "$[3].recordDetails.interests[0].share.exact: 130 is more than 100 [maximum]"),
        "%.*s", TEXT_ARG(diags.items[0].message));
    ck_assert_uint_eq(diags.items[0].place.line, 4);
    struct share_range r = foreign_share(o, "Example LLC", "2020-06-01");
    ck_assert_int_eq(r.least, 0);
    ck_assert_int_eq(r.most, 40000000);
    owners_free(o);
}
END_TEST

START_TEST(statements_of_0_2_are_read)
{
    struct statement_counts counts;
    struct owners *o = read_owners(
        "[{\"statementID\":\"a\",\"statementType\":\"entityStatement\",\"entityType\":"
        "\"registeredEntity\","
        "\"name\":\"Example "
        "LLC\",\"incorporatedInJurisdiction\":{\"name\":\"Armenia\",\"code\":\"AM\"}},\n"
        "{\"statementID\":\"b\",\"statementType\":\"personStatement\",\"names\":[{\"fullName\":"
        "\"Anna\"}],"
        "\"nationalities\":[{\"code\":\"FR\"}]},\n"
        "{\"statementID\":\"a2\",\"replacesStatements\":[\"a\"],\"statementType\":"
        "\"entityStatement\","
        "\"entityType\":\"registeredEntity\",\"name\":\"Example "
        "LLC\",\"statementDate\":\"2020-01-01\","
        "\"incorporatedInJurisdiction\":{\"name\":\"Armenia\",\"code\":\"AM\"}},\n"
        "{\"statementID\":\"c\",\"statementType\":\"ownershipOrControlStatement\","
        "\"statementDate\":\"2019-01-01\","
        "\"subject\":{\"describedByEntityStatement\":\"a2\"},"
        "\"interestedParty\":{\"describedByPersonStatement\":\"b\"},"
        "\"interests\":[{\"type\":\"shareholding\",\"interestLevel\":\"direct\",\"share\":{"
        "\"exact\":33.3}}]}]\n",
        false, &counts);
    struct share_range r = foreign_share(o, "Example LLC", "2020-06-01");
    ck_assert_int_eq(r.least, 33300000);
    ck_assert_uint_eq(counts.unreadable, 0);
    owners_free(o);
}
END_TEST

START_TEST(entities_of_follow_the_money_are_read)
{
    struct statement_counts counts;
    struct owners *o = read_owners(
        "{\"id\":\"a\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Example "
        "LLC\"],\"jurisdiction\":[\"am\"]}}\n"
        "{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Anna\"],\"nationality\":["
        "\"ru\"],"
        "\"country\":[\"am\"]}}\n"
        "{\"id\":\"c\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"b\"],\"asset\":[\"a\"]"
        ","
        "\"percentage\":[\"33.3%\"],\"startDate\":[\"2019-01-01\"],\"endDate\":[\"2020-01-01\"]}}\n"
        "{\"id\":\"d\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"b\"]}}\n",
        true, &counts);
    ck_assert_int_eq(foreign_share(o, "Example LLC", "2019-12-31").least, 33300000);
    ck_assert_int_eq(foreign_share(o, "Example LLC", "2020-01-01").least, 0);
    ck_assert_uint_eq(counts.read, 3);
    ck_assert_uint_eq(counts.unreadable, 1);
    ck_assert_uint_eq(diags.count, 1);
    owners_free(o);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("bods");
    TCase *t = tcase_create("suite");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, valid_statements_have_no_fault);
    tcase_add_test(t, each_invalid_statement_has_the_fault_that_the_suite_names);
    suite_add_tcase(s, t);
    t = tcase_create("graph");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_loop_test(t, statements_become_a_graph_of_owners, 0, sizeof cases / sizeof *cases);
    tcase_add_test(t, a_statement_with_a_fault_is_told_and_loses_nothing_else);
    tcase_add_test(t, statements_of_0_2_are_read);
    tcase_add_test(t, entities_of_follow_the_money_are_read);
    suite_add_tcase(s, t);
    return run_suite(s);
}
