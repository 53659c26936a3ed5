/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "cli/luacheck.h"
#include "cli/watch.h"

/* One of the commands behind `scrutineer plugin`. */
struct plugin_command {
    const char *name;
    int least, most;     /* arguments behind the name */
    bool folder;         /* one argument may be the folder of an add-on */
    const char *formats; /* of --format; NULL: it has none */
    const char *usage, *what, *help;
    bool (*run)(struct scr_session *, const struct cli_options *, const char *const *words,
                size_t count);
};

static bool run_list(struct scr_session *s, const struct cli_options *o, const char *const *words,
                     size_t count)
{
    (void)o, (void)words, (void)count;
    return scr_plugin_list(s, stdout);
}

static bool run_doc(struct scr_session *s, const struct cli_options *o, const char *const *words,
                    size_t count)
{
    (void)count;
    return scr_plugin_doc(s, words[0], o->format, stdout);
}

static bool run_api(struct scr_session *s, const struct cli_options *o, const char *const *words,
                    size_t count)
{
    (void)words, (void)count;
    return scr_plugin_api(s, o->format, stdout);
}

static bool run_new(struct scr_session *s, const struct cli_options *o, const char *const *words,
                    size_t count)
{
    (void)o, (void)count;
    bool ok = scr_plugin_new(s, words[0], stdout);
    if (ok)
        printf("\nnext: scrutineer plugin test %s/\n", words[0]);
    return ok;
}

static bool run_lint(struct scr_session *s, const struct cli_options *o, const char *const *words,
                     size_t count)
{
    (void)o;
    bool ok = scr_plugin_lint(s, words, count, stdout);
    return luacheck(s, words, count) && ok;
}

static bool run_test(struct scr_session *s, const struct cli_options *o, const char *const *words,
                     size_t count)
{
    return scr_plugin_test(s, words, count, o->format, stdout);
}

static bool run_profile(struct scr_session *s, const struct cli_options *o,
                        const char *const *words, size_t count)
{
    (void)o;
    return scr_plugin_profile(s, words, count, stdout);
}

static bool run_pack(struct scr_session *s, const struct cli_options *o, const char *const *words,
                     size_t count)
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

static bool run_verify(struct scr_session *s, const struct cli_options *o, const char *const *words,
                       size_t count)
{
    (void)count;
    return scr_plugin_verify(s, words[0], o->key, o->installed, stdout);
}

static bool run_install(struct scr_session *s, const struct cli_options *o,
                        const char *const *words, size_t count)
{
    (void)count;
    return scr_plugin_install(s, words[0], o->key, o->installed, stdout);
}

static const struct plugin_command commands[] = {
    {"list", 0, 0, false, NULL, "plugin list",
     "the kinds of rules there are, and how many rules use each", "", run_list},
    {"doc", 1, 1, false, "text, markdown or html", "plugin doc NAME [--format markdown]",
     "what one does, its parameters, the law that uses it", "      --format text|markdown|html\n",
     run_doc},
    {"api", 0, 0, false, "text, markdown, html or luacats", "plugin api [--format luacats]",
     "what a plugin may call",
     "      --format text|markdown|html|luacats   luacats: stubs for lua-language-server\n",
     run_api},
    {"new", 1, 1, false, NULL, "plugin new NAME",
     "begin one: a folder with a plugin, a law and tests",
     "Writes the folder NAME with a plugin that works, an invented law that uses it, and tests.\n"
     "plugins/README.md is the tutorial.\n"
     "\n",
     run_new},
    {"lint", 0, 64, true, NULL, "plugin lint [DIR/ | NAME...]", "what is wrong or unwise in one",
     "Unknown fields and parameters, names that a plugin does not have, state that outlives a "
     "call,\n"
     "findings without facts; and what luacheck finds, when it is installed. DIR/ is a folder as\n"
     "`plugin new` makes it; nothing: all standard ones.\n"
     "\n",
     run_lint},
    {"test", 0, 64, true, "text, tap or junit",
     "plugin test [DIR/ | NAME...] [--format tap] [--watch]",
     "run the tests of the rules that use one",
     "Tells each test, the lines of Lua that none reaches, and the conditions that none has seen "
     "true,\n"
     "false or unknown. Tests stand under `tests:` of rules (lawbase/README.md).\n"
     "\n"
     "      --format text|tap|junit\n"
     "      --watch              again whenever the law base or a plugin changes; Ctrl-C ends\n",
     run_test},
    {"profile", 1, 64, false, NULL, "plugin profile [-j LIST] FILE...",
     "what each rule and line costs",
     "Checks the files and tells only what that took: of each rule the candidates, calls of Lua,\n"
     "instructions, memory and time, the dearest first; then the dearest lines. Instructions are\n"
     "counted, so two runs tell the same but for the time.\n"
     "\n"
     "  -j, --jurisdiction LIST  whose law\n",
     run_profile},
    {"pack", 1, 1, true, NULL, "plugin pack DIR/ --key NAME.key --release VERSION [-o FILE]",
     "make one file of plugins, law and tests, signed",
     "Writes NAME.scrutineer-plugin: the plugins, law and tests of a folder as `plugin new` makes "
     "it,\n"
     "each with its digest, signed with your secret key (`scrutineer key new NAME`). Its tests "
     "must\n"
     "pass. The same files, version and key give the same bytes.\n"
     "\n"
     "      --key NAME.key       the secret key\n"
     "      --release VERSION    like 1.2\n"
     "  -o, --output FILE        another file\n",
     run_pack},
    {"verify", 1, 1, false, NULL, "plugin verify FILE [--key NAME.pub]",
     "whether a packed one is what its signer made",
     "Holds each file against its digest and all of them against the signature; installs nothing.\n"
     "\n"
     "      --key NAME.pub       the signer's public key; without it one of those in the folder\n"
     "                           signers/ beside what is installed\n",
     run_verify},
    {"install", 1, 1, false, NULL, "plugin install FILE [--key NAME.pub]",
     "verify a packed one and unpack it",
     "Verifies FILE as `plugin verify` does and unpacks it, whole or not at all, into the folder\n"
     "SCRUTINEER_INSTALLED, by default ~/.local/share/scrutineer/installed. `--add NAME` then "
     "finds\n"
     "it, in `check` and all other commands. What is there already is not replaced.\n"
     "\n"
     "      --key NAME.pub       the signer's public key; without it one of those in the folder\n"
     "                           signers/ beside what is installed\n",
     run_install},
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const char options_help[] =
    "      --add DIR|NAME       plugins/ and lawbase/ of a folder, or of what was installed,\n"
    "                           besides the standard ones\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "      --plugin-memory SIZE, --plugin-instructions N   limits of plugins (64M, 10000000)\n"
    "\n"
    "exit status: 0 in order, 2 not\n";

static void print_help(const struct plugin_command *c)
{
    if (c) {
        printf("usage: scrutineer %s\n\n%s%s", c->usage, c->help, options_help);
        return;
    }
    puts("usage: scrutineer plugin COMMAND [options]\n\n"
         "A plugin is a kind of rule: some lines of Lua that say what a breach is.\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  plugin %-8s %s\n", commands[i].name, commands[i].what);
    printf("\n%s\n  scrutineer plugin new late-loan\n  scrutineer plugin test late-loan/\n",
           options_help);
}

static const struct plugin_command *find_command(const char *word)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(word, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

/* A word with a slash, or the name of a folder that has plugins/ in it. */
static bool is_folder(const char *word)
{
    char path[4096];
    int len = snprintf(path, sizeof path, "%s/plugins", word);
    return strchr(word, '/') || (len < (int)sizeof path && access(path, X_OK) == 0);
}

struct called {
    struct cli_options *options;
    const struct plugin_command *command;
    char **words;
    int count;
};

static int run_once(void *owner)
{
    const struct called *c = owner;
    struct scr_session *s = scr_session_new(&c->options->scr);
    bool ok = scr_load(s);
    ok = ok && c->command->run(s, c->options, (const char *const *)c->words, (size_t)c->count);
    return finish(s, c->options, ok ? EXIT_NOTHING : EXIT_WRONG);
}

static void watch_plugins(void *owner, struct watch *w)
{
    const struct scr_options *o = &((const struct called *)owner)->options->scr;
    watch_folder(w, o->lawbase);
    watch_folder(w, o->plugins);
    watch_folder(w, o->add_on);
}

static int run(struct cli_options *o, const struct plugin_command *c, char **words, int count)
{
    if (count == 1 && c->folder && is_folder(words[0])) {
        for (size_t len = strlen(words[0]); len > 1 && words[0][len - 1] == '/'; len--)
            words[0][len - 1] = '\0';
        o->scr.add_on = words[0];
        count = 0;
    }
    struct called called = {o, c, words, count};
    if (o->watch && c->run == run_test)
        return watch_again(&(struct watched_work){run_once, watch_plugins}, &called);
    return run_once(&called);
}

static int unknown_command(const char *word)
{
    fputs("scrutineer: plugin: expected one of", stderr);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(stderr, "%s %s", i ? "," : "", commands[i].name);
    fprintf(stderr, "%s%s\n", *word ? "; found " : "", word);
    return EXIT_WRONG;
}

int command_plugin(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    const struct plugin_command *c = argc > 1 ? find_command(argv[1]) : NULL;
    if (!options_read_for(&o, argc, argv, c && c->formats ? c->formats : "text", &done)) {
        options_free(&o);
        return status;
    }
    int left = argc - optind;
    const char *word = left > 0 ? argv[optind] : "";
    c = find_command(word);
    if (done) {
        print_help(c);
        status = EXIT_NOTHING;
    } else if (!c) {
        status = unknown_command(word);
    } else if (left - 1 < c->least || left - 1 > c->most) {
        fprintf(stderr,
                "scrutineer: usage: scrutineer %s; `scrutineer plugin %s --help` tells more\n",
                c->usage, c->name);
    } else {
        status = run(&o, c, argv + optind + 1, left - 1);
    }
    options_free(&o);
    return status;
}
