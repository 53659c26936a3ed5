/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "plugin/api.h"

#define FACTS "facts?: table<string, scrutineer.fact>"
#define TABLE_CHECK "the first argument is no table"

const struct api_entry api_entries[] = {
    {"assert", "v: any; message?: string", "any", "Gives v, unless it is false or nil.",
     "v is false or nil", "assert(record.amount > law.cap, 'not over the cap')"},
    {"error", "message: string", "", "Ends check() with a message; the rule is then off.", "always",
     "local ok, why = pcall(error, 'no', 0) assert(not ok and why == 'no')"},
    {"ipairs", "t: table", "function", "Goes over t[1], t[2], ... up to the first nil.",
     "no argument is given",
     "local n = 0 for _, v in ipairs{5, 6} do n = n + v end assert(n == 11)"},
    {"log", "...: any", "", "Writes values into the trace of `check --trace`; nothing elsewhere.",
     "", "log('over by', record.amount - law.cap)"},
    {"pairs", "t: table", "function",
     "Goes over a table in the order of its keys: numbers, then texts, then booleans.",
     "t is no table, or a key is of another type",
     "local s = '' for k in pairs{b = 1, a = 2} do s = s .. k end assert(s == 'ab')"},
    {"pcall", "f: function; ...: any", "boolean",
     "Calls f; true and its results, or false and the error. It does not catch the end of the "
     "budget of instructions.",
     "", "assert(pcall(tostring, 1))"},
    {"select", "n: integer|string; ...: any", "any",
     "The arguments from the n-th on; their number when n is '#'.", "n is 0 or too small",
     "assert(select('#', 'a', 'b') == 2)"},
    {"tonumber", "v: any", "number|nil", "The number that a text spells, or nil.",
     "no argument is given", "assert(tonumber('12') == 12 and tonumber('x') == nil)"},
    {"tostring", "v: any", "string",
     "The value as text: money '7.00 AMD', a date '2021-01-31', a share '45.5 %'. Of tables and "
     "functions the type, never an address.",
     "no argument is given", "assert(tostring(record.amount) == '7.00 AMD')"},
    {"type", "v: any", "string", "The Lua type; money, shares, dates, durations are 'userdata'.",
     "no argument is given", "assert(type(record.amount) == 'userdata')"},
    {"string.byte", "s: string; i?: integer; j?: integer", "integer",
     "The i-th byte (default: 1), to the j-th.", "s is no text, or there are more than 200 of them",
     "assert(string.byte('A') == 65)"},
    {"string.len", "s: string", "integer",
     "Bytes of the text, at most 1 MiB; a letter may be several.", "s is no text",
     "assert(string.len('abc') == 3)"},
    {"string.lower", "s: string", "string", "ASCII letters made small; other bytes as they are.",
     "s is no text", "assert(string.lower('ABc') == 'abc')"},
    {"string.rep", "s: string; n: integer", "string", "n copies of s, at most 1 MiB.",
     "the text would be longer than 1 MiB", "assert(('ab'):rep(2) == 'abab')"},
    {"string.sub", "s: string; i: integer; j?: integer", "string",
     "Bytes i to j, counted from 1; from the end when negative.", "s is no text",
     "assert(('2021-01-31'):sub(1, 4) == '2021')"},
    {"string.upper", "s: string", "string", "ASCII letters made large; other bytes as they are.",
     "s is no text", "assert(string.upper('aBc') == 'ABC')"},
    {"table.concat", "list: table; separator?: string; i?: integer; j?: integer", "string",
     "The texts and numbers of a list, joined.", "an element is neither text nor number",
     "assert(table.concat({'a', 'b'}, ', ') == 'a, b')"},
    {"table.insert", "list: table; position: any; value?: any", "",
     "Puts a value at the end of a list, or at a position.", TABLE_CHECK,
     "local t = {1} table.insert(t, 2) assert(t[2] == 2)"},
    {"table.remove", "list: table; position?: integer", "any",
     "Takes the last value, or the one at a position, out of a list.", TABLE_CHECK,
     "local t = {1, 2} assert(table.remove(t) == 2 and #t == 1)"},
    {"table.sort", "list: table; less?: fun(a: any, b: any): boolean", "",
     "Sorts a list where it stands; equal values keep their order.",
     "two values cannot be compared", "local t = {2, 1} table.sort(t) assert(t[1] == 1)"},
    {"table.unpack", "list: table; i?: integer; j?: integer", "any", "The values of a list.",
     "there are more than 200", "assert(select('#', table.unpack{1, 2}) == 2)"},
    {"math.abs", "x: number", "number", "x without its sign.", "x is no number",
     "assert(math.abs(-2) == 2)"},
    {"math.floor", "x: number", "integer", "The largest whole number that is at most x.",
     "x is no number", "assert(math.floor(2.9) == 2)"},
    {"math.max", "x: number; ...: number", "number", "The largest of its arguments.",
     "an argument is no number", "assert(math.max(1, 3, 2) == 3)"},
    {"math.min", "x: number; ...: number", "number", "The smallest of its arguments.",
     "an argument is no number", "assert(math.min(1, 3, 2) == 1)"},
    {"math.tointeger", "x: any", "integer|nil", "x as a whole number, or nil when it is none.", "",
     "assert(math.tointeger(3.0) == 3)"},
    {"text.matches", "s: string; pattern: string", "boolean",
     "Whether a regular expression (PCRE2) matches anywhere in the text.",
     "the pattern is wrong, longer than 1,000 bytes, or takes too long on this text",
     "assert(text.matches('Example Ltd', '(?i)\\\\bltd$'))"},
    {"text.trim", "s: string", "string", "The text without blanks at its ends.", "s is no text",
     "assert(text.trim('  a ') == 'a')"},
    {"law.finding", FACTS, "scrutineer.verdict",
     "What check() returns when the rule is met: as grave as the rule says. The facts go into the "
     "finding; `because` is its sentence.",
     "a fact has no name, or is no text, whole number, boolean, money, share, date or duration; "
     "more than 200 facts, or longer than 1 MiB in all",
     "return law.finding { because = 'over the cap', excess = record.amount - law.cap }"},
    {"law.violation", FACTS, "scrutineer.verdict",
     "Like law.finding; but never more than the rule's own severity.", "as law.finding",
     "return law.violation { amount = record.amount }"},
    {"law.indicator", FACTS, "scrutineer.verdict",
     "Worth a look, whatever the severity of the rule: it accuses nobody.", "as law.finding",
     "return law.indicator { amount = record.amount }"},
    {"law.undetermined", FACTS, "scrutineer.verdict",
     "A fact is missing that would decide: neither innocence nor guilt.", "as law.finding",
     "return law.undetermined { because = 'nobody says whose company it is' }"},
    {"law.clear", "", "scrutineer.verdict",
     "The rule is not met after all. So says nil, or no return.", "as law.finding",
     "return law.clear()"},
};
const size_t api_count = sizeof api_entries / sizeof *api_entries;

const struct api_absence api_absences[] = {
    {"io", "a plugin sees the records that it is shown, and no files"},
    {"os", "the same filing gives the same findings on any day and machine"},
    {"debug", "it opens every door of the sandbox"},
    {"package", "a plugin is one file"},
    {"require", "a plugin is one file"},
    {"load", "code that is made on the way cannot be reviewed"},
    {"loadstring", "code that is made on the way cannot be reviewed"},
    {"loadfile", "a plugin is one file"},
    {"dofile", "a plugin is one file"},
    {"print", "use log(), which goes to the trace"},
    {"coroutine", "its instructions would be counted apart"},
    {"utf8", "nothing needed it yet"},
    {"next", "its order is chance; use pairs"},
    {"rawget", "facts are read through their fields"},
    {"rawset", "facts cannot be changed"},
    {"rawequal", "values compare as the law does"},
    {"rawlen", "use #"},
    {"setmetatable", "finalizers run outside of every limit"},
    {"getmetatable", "texts share one metatable among all plugins"},
    {"collectgarbage", "what it tells is chance"},
    {"warn", "use log(), which goes to the trace"},
    {"xpcall", "use pcall"},
    {"_G", "there are no globals to keep between two calls"},
    {"string.find", "it runs where no limit counts; use text.matches"},
    {"string.match", "it runs where no limit counts; use text.matches"},
    {"string.gmatch", "it runs where no limit counts; use text.matches"},
    {"string.gsub", "it runs where no limit counts; use text.matches"},
    {"string.format", "it prints addresses; use .. and tostring"},
    {"string.reverse", "letters may be several bytes"},
    {"string.dump", "bytecode can crash the program"},
    {"string.pack", "nothing needed it yet"},
    {"string.unpack", "nothing needed it yet"},
    {"string.char", "nothing needed it yet"},
    {"table.pack", "use {...}"},
    {"table.move", "it can take long where no limit counts"},
    {"math.random", "the same filing gives the same findings"},
    {"math.randomseed", "the same filing gives the same findings"},
    {"math.huge", "amounts are whole; there is no infinity"},
};
const size_t api_absence_count = sizeof api_absences / sizeof *api_absences;

const struct api_type api_types[] = {
    {"scrutineer.money",
     "An amount with its currency, in whole minor units. Two amounts of one currency compare, add "
     "and subtract.",
     "---@operator add(scrutineer.money): scrutineer.money\n"
     "---@operator sub(scrutineer.money): scrutineer.money"},
    {"scrutineer.share", "A share, exact: '45.5 %'. Shares compare, add and subtract.",
     "---@operator add(scrutineer.share): scrutineer.share\n"
     "---@operator sub(scrutineer.share): scrutineer.share"},
    {"scrutineer.date",
     "A day. Days compare; a day and a duration give a day; two days give the number of days "
     "between them.",
     "---@operator add(scrutineer.duration): scrutineer.date\n"
     "---@operator sub(scrutineer.duration): scrutineer.date\n"
     "---@operator sub(scrutineer.date): integer"},
    {"scrutineer.duration", "Days, months, years. Durations have no order: a month is no 30 days.",
     ""},
    {"scrutineer.verdict", "What check() returns.", ""},
};
const size_t api_type_count = sizeof api_types / sizeof *api_types;

const struct api_entry *api_find(struct text name)
{
    for (size_t i = 0; i < api_count; i++)
        if (text_equal(text_of(api_entries[i].name), name))
            return &api_entries[i];
    return NULL;
}

const char *api_absence_of(struct text name)
{
    for (size_t i = 0; i < api_absence_count; i++)
        if (text_equal(text_of(api_absences[i].name), name))
            return api_absences[i].why;
    return NULL;
}
