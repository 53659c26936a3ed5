/* SPDX-License-Identifier: Apache-2.0
 *
 * The sandbox under attack: each case ends in one message, and the host goes on.
 */
#include <config.h>

#include <unistd.h>

#include "plugin/api.h"
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
    /* Loops of every kind, also where one instruction does a lot in C. */
    {"repeat until false", "plugin-budget: ran more than"},
    {"::again:: goto again", "plugin-budget: ran more than"},
    {"for i = 1, 0x7fffffffffffffff do end", "plugin-budget: ran more than"},
    {"local f f = function() return pcall(f) end while true do f() end", "plugin-budget: "},
    {"while true do pcall(error, {}) end", "plugin-budget: ran more than"},
    {"local s = ('x'):rep(1048576) while true do local t = s .. '' .. s:upper() end",
     "plugin-memory: not enough memory"},
    {"local s = ('x'):rep(500000) while true do pcall(function() return s .. s .. 'y' end) end",
     "plugin-budget: "},
    {"local a, b = ('x'):rep(1000000), ('x'):rep(1000000) while true do a = a == b and a end",
     "plugin-budget: ran more than"},
    {"return ('').rep('', 1e18)", "plugin-failed: check() must return"},
    {"string.rep('', 0x7fffffffffffffff)", "none: "},
    {"local t = {} for i = 1, 5e4 do t[i] = i end while true do table.insert(t, 1, 0) end",
     "plugin-budget: ran more than"},
    {"local t = {} for i = 1, 5e4 do t[i] = '' end while true do table.concat(t) end",
     "plugin-budget: ran more than"},
    {"local t = {} for i = 1, 5e4 do t[i] = 0 end while true do table.sort(t) end",
     "plugin-budget: ran more than"},
    {"local t = {} for i = 1, 5e4 do t[i] = 0 end while true do pairs(t) end", "plugin-budget: "},
    {"while true do pcall(text.matches, ('a'):rep(40) .. 'b', '^(a+)+$') end",
     "plugin-budget: ran more than"},
    {"while true do text.matches('a', 'a') end", "plugin-budget: ran more than"},
    {"text.matches('a', ('a'):rep(1001))", "plugin-failed: text.matches: the pattern is longer"},
    {"text.matches('a', '(')", "plugin-failed: text.matches: wrong pattern at character"},
    {"table.sort({3, 2, 1}, function(a, b) error('x') end)", "plugin-failed: x"},
    {"table.sort({3, 2, 1}, function(a, b) return true end)", "none: "},
    {"local t = {} for i = 1, 100 do t[i] = i end table.sort(t, function() t = nil end)", "none: "},
    /* Memory, Lua's and the program's. */
    {"local t = {} while true do t = {t} end", "plugin-"},
    {"local t = {} while true do pcall(function() t[#t + 1] = ('x'):rep(100000) .. #t end) end",
     "plugin-budget: "},
    {"while true do tostring(record.amount) end", "plugin-budget: "},
    {"while true do pcall(law.finding, {f = ('x'):rep(1000000)}) end", "plugin-budget: "},
    {"return law.finding{f = ('x'):rep(1000000), g = ('y'):rep(1000000)}",
     "plugin-failed: the facts of a finding are longer than 1 MiB"},
    {"local t = {} for i = 1, 201 do t['f' .. i] = 1 end return law.finding(t)",
     "plugin-failed: more than 200 facts in one finding"},
    {"return table.unpack({}, 1, 1e7)", "plugin-failed: more than 200 values at once"},
    {"return table.unpack({}, -0x8000000000000000, 0x7fffffffffffffff)",
     "plugin-failed: more than 200 values at once"},
    {"return ('x'):rep(1000):byte(1, -1)", "plugin-failed: more than 200 values at once"},
    {"return string.rep('x', 0x7fffffffffffffff)", "plugin-failed: string.rep: the text would be"},
    {"return ('x'):rep(-1)", "plugin-failed: check() must return"},
    /* Depth. */
    {"local function f(t) return tostring(f({t})) end return f({})", "plugin-"},
    {"local t = {} for i = 1, 1e5 do t = {t} end", "none: "},
    {"local function f(n) return n == 0 and 0 or 1 + f(n - 1) end return f(1e6)", "plugin-"},
    /* Errors that are no texts, and long ones. */
    {"error(record)", "plugin-failed: error without a message"},
    {"error(law.finding)", "plugin-failed: error without a message"},
    {"error(('x'):rep(1000000))", "plugin-failed: x"},
    {"error('\\27[2J\\0\\255')", "plugin-failed: "},
    {"error('p.lua:99999999999999999999: x', 0)", "plugin-failed: "},
    /* Doors: metatables, methods of texts, other environments, the world outside. */
    {"('').len = 1", "plugin-failed: attempt to index a string value"},
    {"string.len = function() return 99 end assert(('x'):len() == 1)", "none: "},
    {"return _G.os", "plugin-failed: attempt to index a nil value (global '_G')"},
    {"return _ENV.io.open('/etc/passwd')", "plugin-failed: attempt to index a nil value"},
    {"return package.loadlib('/lib/x.so', 'f')", "plugin-failed: attempt to index a nil value"},
    {"return dofile('/etc/passwd')", "plugin-failed: attempt to call a nil value"},
    {"return loadfile('/etc/passwd')", "plugin-failed: attempt to call a nil value"},
    {"return os.getenv('HOME')", "plugin-failed: attempt to index a nil value (global 'os')"},
    {"return io.popen('true')", "plugin-failed: attempt to index a nil value (global 'io')"},
    {"return require('socket').tcp()", "plugin-failed: attempt to call a nil value"},
    {"return debug.getupvalue(record.amount, 1)", "plugin-failed: attempt to index a nil value"},
    {"return rawset(record, 'amount', 1)", "plugin-failed: attempt to call a nil value"},
    {"return collectgarbage('stop')", "plugin-failed: attempt to call a nil value"},
    {"return string.dump(function() end)", "plugin-failed: attempt to call a nil value"},
    {"return load('\\27Lua')", "plugin-failed: attempt to call a nil value (global 'load')"},
    {"return ('%p'):format({})", "plugin-failed: attempt to call a nil value (method 'format')"},
    {"local t = {} t.__gc = function() while true do end end t.__index = t", "none: "},
    {"local a <close> = record", "plugin-failed: variable 'a' got a non-closable value"},
    {"return record.amount()", "plugin-failed: attempt to call a"},
    {"return #record", "plugin-failed: attempt to get length of"},
    {"return record .. 'x'", "plugin-failed: attempt to concatenate"},
    {"return record < law", "plugin-failed: attempt to compare two scrutineer.view values"},
    {"for k in pairs(record) do end", "plugin-failed: bad argument"},
    {"return record[('x'):rep(500)]", "plugin-failed: a record has no field"},
    {"return record['\\0']", "plugin-failed: "},
    {"return record[1e300]", "plugin-failed: "},
    {"return record[{}]", "plugin-failed: bad argument"},
    {"law.finding = nil", "plugin-failed: facts cannot be changed"},
    {"return law.finding(law.finding{})", "plugin-failed: bad argument"},
    {"return law.finding{because = {}}", "plugin-failed: fact \"because\" is a table"},
    {"return law.finding{[('x'):rep(10)] = 0/0}", "plugin-failed: fact \"xxxxxxxxxx\" is a number"},
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

/* With hardly any memory and instructions an attack gets less far; it must not get further. */
START_TEST(an_attack_under_the_smallest_limits_ends_in_one_message)
{
    for (size_t memory = 20000; memory < 60000; memory += 9973)
        for (int64_t instructions = 1; instructions < 2000; instructions = instructions * 5 + 1) {
            struct verdict v;
            struct host *h = host_new((struct host_limits){memory, instructions});
            if (!h)
                continue;
            run(h, attacks[_i].body, &v);
            run(h, "return law.clear()", &v);
            host_free(h);
        }
}
END_TEST

static const char *const manifests[] = {
    "local t = {} for i = 1, 1e5 do t['p' .. i] = {type = 'text', doc = 'd'} end m.params = t",
    "m.summary = ('x'):rep(100000)",
    "local t = {} for i = 1, 1000 do t[i] = 'x' end m.group_by = t",
    "local t = {} for i = 1, 1000 do t['s' .. i] = 'x' end m.sum = t",
    "m.params = {p = {type = {}, doc = 'd'}}",
    "m.check = 5",
    "m[{}] = 1",
    "m.where = m",
    "m.name = ('\\0'):rep(10)",
    "while true do end",
    "m = nil",
    "error(m)",
};

START_TEST(a_hostile_manifest_ends_in_one_message)
{
    struct host *h = host_new((struct host_limits){16 << 20, 1000000});
    struct diags d;
    struct verdict v;
    diags_init(&d);
    write_plugin("");
    FILE *f = fopen(path, "w");
    fprintf(f,
            "local m = {api = 1, name = 'p', summary = 's', record = 'r', where = 'true',\n"
            "check = function() end}\n%s\nreturn m\n",
            manifests[_i]);
    fclose(f);
    ck_assert_ptr_null(plugin_load(h, &arena, &d, path));
    ck_assert_uint_eq(d.count, 1);
    unlink(path);
    diags_free(&d);
    ck_assert_str_eq(run(h, "return law.clear()", &v), "none: ");
    host_free(h);
}
END_TEST

START_TEST(bytecode_is_not_loaded)
{
    struct host *h = host_new((struct host_limits){0});
    struct diags d;
    diags_init(&d);
    write_plugin("");
    FILE *f = fopen(path, "w");
    fputs("\33LuaT", f);
    fclose(f);
    ck_assert_ptr_null(plugin_load(h, &arena, &d, path));
    ck_assert_str_eq(d.items[0].code, "plugin-syntax");
    unlink(path);
    diags_free(&d);
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

/* --- the reference --- */

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A new name in the sandbox, or one that is gone, is a name too many or too few here. */
START_TEST(a_plugin_sees_what_the_reference_tells_and_nothing_else)
{
    struct host *h = host_new((struct host_limits){0});
    struct verdict v;
    const char *names[200];
    char told[8000] = "";
    size_t count = 0, used = 0, libraries = 0;
    for (size_t i = 0; i < api_count; i++)
        if (strncmp(api_entries[i].name, "law.", 4) != 0)
            names[count++] = api_entries[i].name;
    qsort(names, count, sizeof *names, compare_words);
    for (size_t i = 0; i < count; i++)
        used += (size_t)snprintf(told + used, sizeof told - used, "%s ", names[i]);
    run(h,
        "local all = {}\n"
        "for k, f in pairs(_ENV) do\n"
        "  if type(f) ~= 'table' then table.insert(all, k) else\n"
        "  for m in pairs(f) do table.insert(all, k .. '.' .. m) end end end\n"
        "table.sort(all) return law.finding{because = table.concat(all, ' ') .. ' '}",
        &v);
    ck_assert_msg(text_equal(v.because, text_of(told)), "%.*s\n%s", TEXT_ARG(v.because), told);
    for (const char *name; (name = law_outcome_name(libraries)) != NULL; libraries++) {
        char whole[64];
        snprintf(whole, sizeof whole, "law.%s", name);
        ck_assert_msg(api_find(text_of(whole)) != NULL, "%s", whole);
    }
    ck_assert_uint_eq(libraries, api_count - count);
    host_free(h);
}
END_TEST

START_TEST(the_methods_of_texts_are_those_of_the_reference)
{
    struct host *h = host_new((struct host_limits){0});
    struct verdict v;
    const char *seen = run(h,
                           "assert(not pcall(function() return (''):gsub('a', 'b') end))\n"
                           "assert(not pcall(function() return (''):format() end))\n"
                           "assert(not pcall(function() string.upper.x = 1 end))",
                           &v);
    ck_assert_str_eq(seen, "none: ");
    host_free(h);
}
END_TEST

START_TEST(what_is_told_to_be_absent_is)
{
    struct host *h = host_new((struct host_limits){0});
    struct verdict v;
    char body[200];
    snprintf(body, sizeof body, "assert(%s == nil)", api_absences[_i].name);
    ck_assert_str_eq(run(h, body, &v), "none: ");
    host_free(h);
}
END_TEST

START_TEST(an_example_of_the_reference_runs)
{
    struct host *h = host_new((struct host_limits){0});
    struct verdict v;
    ck_assert_msg(strstr(api_entries[_i].example, strrchr(api_entries[_i].name, '.')
                                                      ? strrchr(api_entries[_i].name, '.') + 1
                                                      : api_entries[_i].name) != NULL ||
                      strstr(api_entries[_i].example, ":") != NULL,
                  "the example of %s does not show it", api_entries[_i].name);
    const char *seen = run(h, api_entries[_i].example, &v);
    ck_assert_msg(strcmp(seen, "none: ") == 0, "%s: %s", api_entries[_i].name, seen);
    host_free(h);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("plugin");
    TCase *c = tcase_create("sandbox");
    tcase_set_timeout(c, 120);
    tcase_add_loop_test(c, an_attack_ends_in_one_message_and_the_host_goes_on, 0,
                        (int)(sizeof attacks / sizeof *attacks));
    tcase_add_loop_test(c, an_attack_under_the_smallest_limits_ends_in_one_message, 0,
                        (int)(sizeof attacks / sizeof *attacks));
    tcase_add_loop_test(c, a_hostile_manifest_ends_in_one_message, 0,
                        (int)(sizeof manifests / sizeof *manifests));
    tcase_add_test(c, bytecode_is_not_loaded);
    tcase_add_test(c, an_order_is_always_the_same);
    tcase_add_test(c, a_view_does_not_outlive_its_call);
    tcase_add_test(c, every_memory_limit_works_or_says_so);
    tcase_add_test(c, an_indicator_rule_is_never_a_violation);
    tcase_add_test(c, a_plugin_sees_what_the_reference_tells_and_nothing_else);
    tcase_add_test(c, the_methods_of_texts_are_those_of_the_reference);
    tcase_add_loop_test(c, what_is_told_to_be_absent_is, 0, (int)api_absence_count);
    tcase_add_loop_test(c, an_example_of_the_reference_runs, 0, (int)api_count);
    suite_add_tcase(s, c);
    return run_suite(s);
}
