/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>
#include <string.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer law COMMAND [options]\n"
    "\n"
    "  law lint                 checks the law base: names, citations, periods, units, conditions\n"
    "  law list                 the rules, by jurisdiction\n"
    "  law show ID [--on DATE]  a rule, provision, act, parameter, definition or election\n"
    "  law test                 runs the tests that the rules carry\n"
    "\n"
    "  -j, --jurisdiction LIST  only these (default: all)\n"
    "      --on DATE            as in force on that day, like 2020-06-01\n"
    "      --lang en|hy         language of the titles\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "exit status: 0 in order, 2 not\n"
    "\n"
    "  scrutineer law show am.donation_cap --on 2023-01-01\n";

static int run_law(const struct cli_options *o, const char *command, const char *id)
{
    struct scr_session *s = scr_session_new(&o->scr);
    bool ok = scr_load(s);
    if (strcmp(command, "lint") == 0)
        ok = scr_law_lint(s, stdout) && ok;
    else if (strcmp(command, "list") == 0)
        ok = scr_law_list(s, stdout) && ok;
    else if (strcmp(command, "test") == 0)
        ok = scr_law_test(s, stdout) && ok;
    else
        ok = scr_law_show(s, id, o->on, stdout) && ok;
    return finish(s, o, ok ? EXIT_NOTHING : EXIT_WRONG);
}

static bool is_command(const char *word)
{
    static const char *const commands[] = {"lint", "list", "show", "test"};
    for (size_t i = 0; i < 4; i++)
        if (strcmp(word, commands[i]) == 0)
            return true;
    return false;
}

int command_law(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG, left;
    if (!options_read(&o, argc, argv, help, &done)) {
        options_free(&o);
        return status;
    }
    left = argc - optind;
    const char *command = left > 0 ? argv[optind] : "";
    if (done)
        status = EXIT_NOTHING;
    else if (!is_command(command))
        fprintf(stderr, "scrutineer: law: expected lint, list, show or test%s%s\n",
                *command ? ", found " : "", command);
    else if (strcmp(command, "show") == 0 && left != 2)
        fputs("scrutineer: law show needs one id, like am.donation_cap\n", stderr);
    else
        status = run_law(&o, command, left > 1 ? argv[optind + 1] : NULL);
    options_free(&o);
    return status;
}
