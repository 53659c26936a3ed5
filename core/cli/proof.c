/* SPDX-License-Identifier: Apache-2.0
 *
 * verify: a report made again; key: signatures.
 */
#include <config.h>

#include <errno.h>
#include <getopt.h>
#include <string.h>

#include "cli/options.h"

static const char verify_help[] =
    "usage: scrutineer verify [options] REPORT\n"
    "\n"
    "Makes a report again, from what it says that it was made from, and compares each byte. "
    "REPORT\n"
    "was made by `scrutineer check --format json --proof FILE...`; paths in it are relative to "
    "where\n"
    "that was.\n"
    "\n"
    "      --key NAME.pub       also holds REPORT.sig against this key (`scrutineer key`)\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "exit status: 0 the same, 2 not, or it could not be made\n";

static const char key_help[] =
    "usage: scrutineer key new NAME\n"
    "       scrutineer key sign NAME.key FILE...\n"
    "       scrutineer key verify NAME.pub FILE...\n"
    "\n"
    "Detached signatures (Ed25519) of reports, ledgers, any file. `new` makes NAME.key, which only "
    "its\n"
    "owner may read, and NAME.pub; `sign` writes FILE.sig; `verify` tells whether a file is what "
    "was\n"
    "signed.\n"
    "\n"
    "exit status: 0 done, 2 wrong usage, or a file is not what was signed\n";

static int ended(struct cli_options *o, bool ok)
{
    options_free(o);
    if (fflush(stdout) == 0)
        return ok ? EXIT_NOTHING : EXIT_WRONG;
    fprintf(stderr, "scrutineer: the output could not be written: %s\n", strerror(errno));
    return EXIT_WRONG;
}

int command_verify(int argc, char **argv)
{
    struct cli_options o;
    bool done, ok = options_read(&o, argc, argv, verify_help, &done);
    if (!ok || done)
        return ended(&o, ok);
    if (optind + 1 != argc) {
        fputs("scrutineer: verify needs one report; `scrutineer verify --help` shows how\n",
              stderr);
        return ended(&o, false);
    }
    const char *const *report = (const char *const *)argv + optind;
    ok = !o.key || scr_key("verify", o.key, report, 1, stdout, stderr);
    o.scr.colour = o.colour_messages;
    ok = ok && scr_verify(&o.scr, *report, stdout, stderr);
    return ended(&o, ok);
}

int command_key(int argc, char **argv)
{
    struct cli_options o;
    bool done, ok = options_read(&o, argc, argv, key_help, &done);
    if (!ok || done)
        return ended(&o, ok);
    const char *verb = optind < argc ? argv[optind] : "";
    bool makes = strcmp(verb, "new") == 0;
    bool known = makes || strcmp(verb, "sign") == 0 || strcmp(verb, "verify") == 0;
    int left = argc - optind - 2;
    if (!known || left < 0 || makes != (left == 0)) {
        fputs("scrutineer: `scrutineer key --help` shows how\n", stderr);
        return ended(&o, false);
    }
    ok = scr_key(verb, argv[optind + 1], (const char *const *)argv + optind + 2, (size_t)left,
                 stdout, stderr);
    return ended(&o, ok);
}
