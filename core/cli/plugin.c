/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/luacheck.h"
#include "cli/watch.h"

static bool run_list(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_plugin_list(s, stdout);
}

static bool run_doc(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)count;
    return scr_plugin_doc(s, words[0], o->format, stdout);
}

static bool run_api(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)words, (void)count;
    return scr_plugin_api(s, o->format, stdout);
}

static bool run_new(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)count;
    bool ok = scr_plugin_new(s, words[0], stdout);
    if (ok)
        printf("\nnext: scrutineer plugin test %s/\n", words[0]);
    return ok;
}

static bool run_lint(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o;
    const char *const *names = (const char *const *)words;
    bool ok = scr_plugin_lint(s, names, (size_t)count, stdout);
    return luacheck(s, names, (size_t)count) && ok;
}

static bool run_test(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    return scr_plugin_test(s, (const char *const *)words, (size_t)count, o->format, stdout);
}

static bool run_profile(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o;
    return scr_plugin_profile(s, (const char *const *)words, (size_t)count, stdout);
}

static bool run_pack(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    char output[300];
    (void)words;
    if (count || !o->scr.add_on || !o->key || !o->release) {
        fputs("scrutineer: plugin pack needs DIR/, --key NAME.key and --release VERSION\n", stderr);
        return false;
    }
    const char *slash = strrchr(o->scr.add_on, '/');
    snprintf(output, sizeof output, "%.200s.scrutineer-plugin", slash ? slash + 1 : o->scr.add_on);
    return scr_plugin_pack(s, o->key, o->release, o->output ? o->output : output, stdout);
}

static bool run_verify(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)count;
    return scr_plugin_verify(s, words[0], o->key, o->installed, stdout);
}

static bool run_install(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)count;
    return scr_plugin_install(s, words[0], o->key, o->installed, stdout);
}

static void watch_plugins(const struct cli_options *o, char **words, int count, struct watch *w)
{
    (void)words, (void)count;
    watch_folder(w, o->scr.lawbase);
    watch_folder(w, o->scr.plugins);
    watch_folder(w, o->scr.add_on);
}

/* A word with a slash, or the name of a folder that has plugins/ in it. */
static bool is_folder(const char *word)
{
    char path[4096];
    int len = snprintf(path, sizeof path, "%s/plugins", word);
    return strchr(word, '/') || (len < (int)sizeof path && access(path, X_OK) == 0);
}

/* A folder is read besides the standard ones. */
static int take_folder(struct cli_options *o, const struct command *c, char **words, int count)
{
    (void)c;
    if (count != 1 || !is_folder(words[0]))
        return count;
    for (size_t len = strlen(words[0]); len > 1 && words[0][len - 1] == '/'; len--)
        words[0][len - 1] = '\0';
    o->scr.add_on = words[0];
    return 0;
}

static const struct option_help doc_options[] = {{"format", "NAME", "how it is written"}, {0}};
static const struct option_help api_options[] = {
    {"format", "NAME", "luacats: stubs for lua-language-server"},
    {0},
};
static const struct option_help test_options[] = {
    {"format", "NAME", "tap and junit are for what runs tests on servers"},
    {"watch", NULL, "again whenever the law base or a plugin changes; Ctrl-C ends"},
    {0},
};

static const struct option_help pack_options[] = {
    {"key", "NAME.key", "the secret key"},
    {"release", "VERSION", "like 1.2"},
    {"output", "FILE", "another file"},
    {0},
};
static const struct option_help signer_options[] = {
    {"key", "NAME.pub",
     "the signer's public key; without it one of those in the folder signers/ beside what is "
     "installed"},
    {0},
};

static const struct command commands[] = {
    {.name = "list",
     .synopsis = "",
     .summary = "the kinds of rules there are, and how many rules use each",
     .run = run_list},
    {.name = "doc",
     .synopsis = "NAME [--format markdown]",
     .summary = "what one does, its parameters, the law that uses it",
     .options = {doc_options},
     .formats = "text, markdown or html",
     .least = 1,
     .most = 1,
     .run = run_doc},
    {.name = "api",
     .synopsis = "[--format luacats]",
     .summary = "what a plugin may call",
     .options = {api_options},
     .formats = "text, markdown, html or luacats",
     .run = run_api},
    {.name = "new",
     .synopsis = "NAME",
     .summary = "begin one: a folder with a plugin, a law and tests",
     .about = "Writes the folder NAME with a plugin that works, an invented law that uses it, and "
              "tests. plugins/README.md is the tutorial.\n",
     .least = 1,
     .most = 1,
     .run = run_new},
    {.name = "lint",
     .synopsis = "[DIR/ | NAME...]",
     .summary = "what is wrong or unwise in one",
     .about = "Unknown fields and parameters, names that a plugin does not have, state that "
              "outlives a call, findings without facts; and what luacheck finds, when it is "
              "installed. DIR/ is a folder as `plugin new` makes it; nothing: all standard ones.\n",
     .most = MANY_WORDS,
     .prepare = take_folder,
     .run = run_lint},
    {.name = "test",
     .synopsis = "[DIR/ | NAME...] [--format tap] [--watch]",
     .summary = "run the tests of the rules that use one",
     .about = "Tells each test, the lines of Lua that none reaches, and the conditions that none "
              "has seen true, false or unknown. Tests stand under `tests:` of rules "
              "(lawbase/README.md).\n",
     .options = {test_options},
     .formats = "text, tap or junit",
     .most = MANY_WORDS,
     .prepare = take_folder,
     .run = run_test,
     .watch = watch_plugins},
    {.name = "profile",
     .synopsis = "[-j LIST] FILE...",
     .summary = "what each rule and line costs",
     .about = "Checks the files and tells only what that took: of each rule the candidates, calls "
              "of Lua, instructions, memory and time, the dearest first; then the dearest lines. "
              "Instructions are counted, so two runs tell the same but for the time.\n",
     .options = {jurisdiction_options, reading_options, choosing_options, working_options},
     .least = 1,
     .most = MANY_WORDS,
     .run = run_profile},
    {.name = "pack",
     .synopsis = "DIR/ --key NAME.key --release VERSION [-o FILE]",
     .summary = "make one file of plugins, law and tests, signed",
     .about = "Writes NAME.scrutineer-plugin: the plugins, law and tests of a folder as `plugin "
              "new` makes it, each with its digest, signed with your secret key (`scrutineer key "
              "new NAME`). Its tests must pass. The same files, version and key give the same "
              "bytes.\n",
     .options = {pack_options},
     .least = 1,
     .most = 1,
     .prepare = take_folder,
     .run = run_pack},
    {.name = "verify",
     .synopsis = "FILE [--key NAME.pub]",
     .summary = "whether a packed one is what its signer made",
     .about = "Holds each file against its digest and all of them against the signature; installs "
              "nothing.\n",
     .options = {signer_options},
     .least = 1,
     .most = 1,
     .run = run_verify},
    {.name = "install",
     .synopsis = "FILE [--key NAME.pub]",
     .summary = "verify a packed one and unpack it",
     .about =
         "Verifies FILE as `plugin verify` does and unpacks it, whole or not at all, into the "
         "folder SCRUTINEER_INSTALLED, by default ~/.local/share/scrutineer/installed. `--add "
         "NAME` then finds it, in `check` and all other commands. What is there already is not "
         "replaced.\n",
     .options = {signer_options},
     .least = 1,
     .most = 1,
     .run = run_install},
    {0},
};

static const struct option_help options[] = {
    {"jurisdiction", "LIST", "only the law of these (default: all)"},
    {0},
};

const struct command command_plugin = {
    .name = "plugin",
    .synopsis = "COMMAND [options]",
    .summary = "make, document, lint and test kinds of rules",
    .about = "A plugin is a kind of rule: some lines of Lua that say what a breach is.\n",
    .status = "0 in order, 2 not",
    .examples = "  scrutineer plugin new late-loan\n  scrutineer plugin test late-loan/\n",
    .options = {options, law_options},
    .commands = commands,
};
