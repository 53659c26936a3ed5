/* SPDX-License-Identifier: Apache-2.0
 *
 * The sandbox under attack: each case ends in one message, and the host goes on.
 */
#include <config.h>

#include <unistd.h>

#include "plugin/host.h"
#include "suite.h"

static struct arena arena = {.name = "test"};
static char path[64];

/* A plugin whose check() has this body, as a file named like it. */
static void write_plugin(const char *body)
{
    char folder[] = "/tmp/scr-plugin-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/p.lua", folder);
    FILE *f = fopen(path, "w");
    fprintf(f,
            "return {api = 1, name = 'p', summary = 's', record = 'r', where = 'true',\n"
            "check = function(record, law)\n%s\nend}\n",
            body);
    fclose(f);
}

static bool no_facts(const void *owner, struct text name, struct value *out)
{
    (void)owner;
    if (!text_equal(name, TEXT("amount")) && !text_equal(name, TEXT("cap")))
        return false;
    *out = (struct value){.type = TYPE_MONEY, .knowledge = VALUE_KNOWN};
    out->number = text_equal(name, TEXT("cap")) ? 500 : 700;
    return currency_find(TEXT("AMD"), &out->currency);
}

/* The first message's code after check() has run, or "none". */
static const char *run(struct host *h, const char *body, struct verdict *v)
{
    struct diags d;
    struct facts_source facts = {NULL, no_facts};
    static char code[200];
    diags_init(&d);
    write_plugin(body);
    struct plugin *p = plugin_load(h, &arena, &d, path);
    if (p)
        plugin_check(h, &d, p, &facts, &facts, OUTCOME_VIOLATION, &arena, v);
    ck_assert_uint_le(d.count, 1);
    struct text message = d.count ? d.items[0].message : TEXT("");
    snprintf(code, sizeof code, "%s: %.*s", d.count ? d.items[0].code : "none", TEXT_ARG(message));
    diags_free(&d);
    unlink(path);
    *strrchr(path, '/') = '\0';
    rmdir(path);
    return code;
}

static const struct {
    const char *body, *expected;
} attacks[] = {
    {"while true do end", "plugin-budget: ran more than"},
    {"while true do pcall(function() while true do end end) end", "plugin-budget: ran more than"},
    {"local function f() return f() end return f()", "plugin-budget: ran more than"},
    {"local function f() return 1 + f() end return f()", "plugin-"},
    {"local s = 'x' while true do s = s .. s end", "plugin-memory: not enough memory"},
    {"local t = {} for i = 1, 1e9 do t[i] = i end", "plugin-"},
    {"return string.rep('x', 1e9)",
     "plugin-failed: string.rep: the text would be longer than 1 MiB"},
    {"return ('x'):rep(1e9)", "plugin-failed: string.rep: the text would be longer than 1 MiB"},
    {"return ('a'):find('a')", "plugin-failed: attempt to call a nil value (method 'find')"},
    {"return string.gsub('a', 'a', 'b')",
     "plugin-failed: attempt to call a nil value (field 'gsub')"},
    {"os.execute('true')", "plugin-failed: attempt to index a nil value (global 'os')"},
    {"io.open('/etc/passwd')", "plugin-failed: attempt to index a nil value (global 'io')"},
    {"debug.getregistry()", "plugin-failed: attempt to index a nil value (global 'debug')"},
    {"require('os')", "plugin-failed: attempt to call a nil value (global 'require')"},
    {"load('return 1')()", "plugin-failed: attempt to call a nil value (global 'load')"},
    {"setmetatable({}, {__gc = function() end})",
     "plugin-failed: attempt to call a nil value (global 'setmetatable')"},
    {"getmetatable('').__index.upper = nil",
     "plugin-failed: attempt to call a nil value (global 'getmetatable')"},
    {"coroutine.wrap(function() end)",
     "plugin-failed: attempt to index a nil value (global 'coroutine')"},
    {"error({})", "plugin-failed: error without a message"},
    {"error(nil)", "plugin-failed: error without a message"},
    {"return 5", "plugin-failed: check() must return"},
    {"record.amount = 5", "plugin-failed: facts cannot be changed"},
    {"return record.nothing", "plugin-failed: a record has no field \"nothing\""},
    {"return law.nothing", "plugin-failed: the law has no \"nothing\": name it under params"},
    {"return law.violation{f = function() end}", "plugin-failed: fact \"f\" is a function"},
    {"return law.violation{record.amount}", "plugin-failed: facts have names"},
    {"return record.amount < 5", "plugin-failed: bad argument"},
    {"return text.matches(('a'):rep(40) .. 'b', '^(a+)+$')",
     "plugin-failed: text.matches: the pattern takes too long"},
    {"table.sort({3, 2, 1}, function() while true do end end)", "plugin-budget: ran more than"},
    {"keep = record", "none: "},
};

START_TEST(an_attack_ends_in_one_message_and_the_host_goes_on)
{
    struct host *h = host_new((struct host_limits){16 << 20, 1000000});
    struct verdict v;
    const char *seen = run(h, attacks[_i].body, &v);
    ck_assert_msg(strncmp(seen, attacks[_i].expected, strlen(attacks[_i].expected)) == 0,
                  "%s\n  gave %s", attacks[_i].body, seen);
    ck_assert_str_eq(run(h, "return law.violation{excess = record.amount - law.cap}", &v),
                     "none: ");
    ck_assert_int_eq(v.outcome, OUTCOME_VIOLATION);
    ck_assert_uint_eq(v.fact_count, 1);
    ck_assert_int_eq(v.facts[0].value.number, 200);
    host_free(h);
}
END_TEST

START_TEST(an_order_is_always_the_same)
{
    struct host *h = host_new((struct host_limits){0});
    struct verdict v;
    run(h,
        "local s = '' for k in pairs{b = 1, a = 2, [2] = 1, [1] = 1, c = 3} do s = s .. "
        "tostring(k) end\n"
        "local t = {{1, 'x'}, {0, 'y'}, {1, 'z'}, {0, 'w'}}\n"
        "table.sort(t, function(p, q) return p[1] < q[1] end)\n"
        "for _, p in ipairs(t) do s = s .. p[2] end return law.finding{because = s}",
        &v);
    ck_assert_msg(text_equal(v.because, TEXT("12abcywxz")), "%.*s", TEXT_ARG(v.because));
    host_free(h);
}
END_TEST

START_TEST(a_view_does_not_outlive_its_call)
{
    struct host *h = host_new((struct host_limits){0});
    struct diags d;
    struct facts_source facts = {NULL, no_facts};
    struct verdict v;
    diags_init(&d);
    write_plugin("if kept then return kept.amount end kept = record");
    struct plugin *p = plugin_load(h, &arena, &d, path);
    ck_assert(plugin_check(h, &d, p, &facts, &facts, OUTCOME_VIOLATION, &arena, &v));
    ck_assert(!plugin_check(h, &d, p, &facts, &facts, OUTCOME_VIOLATION, &arena, &v));
    ck_assert_str_eq(d.items[0].message.at, "this record is no longer there; copy what you need");
    diags_free(&d);
    host_free(h);
    unlink(path);
}
END_TEST

START_TEST(every_memory_limit_works_or_says_so)
{
    for (size_t bytes = 1024; bytes < 60000; bytes += 7) {
        struct verdict v;
        struct host *h = host_new((struct host_limits){bytes, 0});
        if (!h)
            continue;
        const char *seen = run(h, "return law.clear()", &v);
        ck_assert_msg(strncmp(seen, "none", 4) == 0 || strncmp(seen, "plugin-memory", 13) == 0,
                      "%zu bytes: %s", bytes, seen);
        host_free(h);
    }
}
END_TEST

START_TEST(an_indicator_rule_is_never_a_violation)
{
    struct host *h = host_new((struct host_limits){0});
    struct diags d;
    struct facts_source facts = {NULL, no_facts};
    struct verdict v;
    diags_init(&d);
    write_plugin("return law.violation{}");
    struct plugin *p = plugin_load(h, &arena, &d, path);
    ck_assert(plugin_check(h, &d, p, &facts, &facts, OUTCOME_INDICATOR, &arena, &v));
    ck_assert_int_eq(v.outcome, OUTCOME_INDICATOR);
    diags_free(&d);
    host_free(h);
    unlink(path);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("plugin");
    TCase *c = tcase_create("sandbox");
    tcase_set_timeout(c, 120);
    tcase_add_loop_test(c, an_attack_ends_in_one_message_and_the_host_goes_on, 0,
                        (int)(sizeof attacks / sizeof *attacks));
    tcase_add_test(c, an_order_is_always_the_same);
    tcase_add_test(c, a_view_does_not_outlive_its_call);
    tcase_add_test(c, every_memory_limit_works_or_says_so);
    tcase_add_test(c, an_indicator_rule_is_never_a_violation);
    suite_add_tcase(s, c);
    return run_suite(s);
}
