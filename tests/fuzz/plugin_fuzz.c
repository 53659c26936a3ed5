/* SPDX-License-Identifier: Apache-2.0
 *
 * A plugin's Lua source, hostile or broken: it ends in a verdict or in one message, and the host
 * goes on working.
 */
#include <config.h>

#include <unistd.h>

#include "plugin/host.h"
#include "target.h"

static char folder[] = "/tmp/scr-fuzz-XXXXXX", path[64];

static void remove_folder(void)
{
    unlink(path);
    rmdir(folder);
}

static void write_plugin(struct text source)
{
    if (!path[0]) {
        MUST(mkdtemp(folder), "no folder could be made");
        snprintf(path, sizeof path, "%s/p.lua", folder);
        atexit(remove_folder);
    }
    FILE *f = fopen(path, "wb");
    MUST(f, "%s cannot be written", path);
    if (source.len)
        fwrite(source.at, 1, source.len, f);
    fclose(f);
}

/* amount and cap are money, on is a date, kind a code, name a text, back is absent, share is not
 * known. */
static bool find_fact(const void *owner, struct text name, struct value *out)
{
    static const struct {
        const char *name, *value;
        enum type type;
    } facts[] = {{"amount", "700.00 AMD", TYPE_MONEY}, {"cap", "500.00 AMD", TYPE_MONEY},
                 {"on", "2021-01-31", TYPE_DATE},      {"kind", "company", TYPE_CODE},
                 {"donor.name", "Example", TYPE_TEXT}, {"back", "none", TYPE_DATE},
                 {"count", "3", TYPE_NUMBER},          {"within", "3 months", TYPE_DURATION},
                 {"share", "unknown", TYPE_SHARE},     {"open", "yes", TYPE_BOOL}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (text_equal(name, text_of(facts[i].name))) {
            *out = (struct value){.type = facts[i].type};
            value_read((struct arena *)(uintptr_t)owner, facts[i].type, text_of(facts[i].value),
                       out);
            return true;
        }
    return false;
}

static struct host *host;

/* Messages that came of it. */
static size_t run(struct text source, enum outcome *outcome)
{
    struct arena a = ARENA("plugin");
    struct facts_source facts = {&a, find_fact};
    struct verdict v = {.outcome = OUTCOME_CLEAR};
    struct diags d;
    diags_init(&d);
    write_plugin(source);
    struct plugin *p = plugin_load(host, &a, &d, path);
    MUST(p || d.count, "a plugin was refused without a word");
    if (p && !plugin_check(host, &d, p, &facts, &facts, OUTCOME_INDICATOR, &a, &v))
        MUST(d.count, "a plugin failed without a word");
    size_t count = d.count;
    *outcome = v.outcome;
    print_messages(&d);
    diags_free(&d);
    arena_free(&a);
    return count;
}

static const char good[] =
    "return {api = 1, name = 'p', summary = 's', record = 'r', where = 'true',\n"
    "check = function(record, law) return law.indicator{excess = record.amount - law.cap} end}";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static unsigned uses;
    enum outcome outcome;
    if (uses++ % 64 == 0) {
        host_free(host);
        host = host_new((struct host_limits){4 << 20, 100000});
    }
    run((struct text){(const char *)bytes, size}, &outcome);
    MUST(outcome != OUTCOME_VIOLATION, "more than the rule allows");
    MUST(run(text_of(good), &outcome) == 0 && outcome == OUTCOME_INDICATOR,
         "a good plugin does not work any more");
    return 0;
}
