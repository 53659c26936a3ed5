/* SPDX-License-Identifier: Apache-2.0
 *
 * verify: a report made again; key: signatures.
 */
#include <config.h>

#include "cli/command.h"
#include "cli/options.h"

static bool run_verify(const struct cli_options *o, char **words, int count)
{
    const char *const *report = (const char *const *)words;
    struct scr_options again = o->scr;
    (void)count;
    if (o->key && !scr_key("verify", o->key, report, 1, stdout, stderr))
        return false;
    again.colour = o->colour_messages;
    return scr_verify(&again, *report, stdout, stderr);
}

static bool run_key_verb(const char *verb, char **words, int count)
{
    return scr_key(verb, words[0], (const char *const *)words + 1, (size_t)count - 1, stdout,
                   stderr);
}

static bool run_key_new(const struct cli_options *o, char **words, int count)
{
    (void)o;
    return run_key_verb("new", words, count);
}

static bool run_key_sign(const struct cli_options *o, char **words, int count)
{
    (void)o;
    return run_key_verb("sign", words, count);
}

static bool run_key_verify(const struct cli_options *o, char **words, int count)
{
    (void)o;
    return run_key_verb("verify", words, count);
}

static const struct option_help verify_options[] = {
    {"key", "NAME.pub", "also holds REPORT.sig against this key (`scrutineer key`)"},
    {0},
};

const struct command command_verify = {
    .name = "verify",
    .synopsis = "[options] REPORT",
    .summary = "make a report again and compare",
    .about = "Makes a report again, from what it says that it was made from, and compares each "
             "byte. REPORT was made by `scrutineer check --format json --proof FILE...`; paths in "
             "it are relative to where that was.\n",
    .status = "0 the same, 2 not, or it could not be made",
    .options = {verify_options, working_options, law_options},
    .least = 1,
    .most = 1,
    .needs = "one report",
    .run_alone = run_verify,
};

static const struct command key_commands[] = {
    {.name = "new",
     .synopsis = "NAME",
     .summary = "makes NAME.key, which only its owner may read, and NAME.pub",
     .least = 1,
     .most = 1,
     .run_alone = run_key_new},
    {.name = "sign",
     .synopsis = "NAME.key FILE...",
     .summary = "writes FILE.sig",
     .least = 2,
     .most = MANY_WORDS,
     .run_alone = run_key_sign},
    {.name = "verify",
     .synopsis = "NAME.pub FILE...",
     .summary = "tells whether a file is what was signed",
     .least = 2,
     .most = MANY_WORDS,
     .run_alone = run_key_verify},
    {0},
};

const struct command command_key = {
    .name = "key",
    .synopsis = "COMMAND NAME [FILE...]",
    .summary = "sign reports and ledgers",
    .about = "Detached signatures (Ed25519) of reports, ledgers, any file.\n",
    .status = "0 done, 2 wrong usage, or a file is not what was signed",
    .commands = key_commands,
};
