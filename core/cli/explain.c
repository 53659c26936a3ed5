/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer explain [options] RULE\n"
    "       scrutineer explain [options] FINGERPRINT FILE...\n"
    "\n"
    "Tells a rule in plain words: what it finds, under which articles, since when, with which\n"
    "limits, what does not count, what must follow. `scrutineer law list` names the rules.\n"
    "\n"
    "Tells a finding of the files from cell to conclusion, with what the law says, and which "
    "change\n"
    "of one fact would clear its record. FINGERPRINT is what reports tell behind \"finding\", or "
    "how\n"
    "it begins.\n"
    "\n"
    "  -j, --jurisdiction LIST  whose law: am,eu,gb,any\n"
    "  -r, --register FILE      a register to look into besides\n"
    "      --lang en|hy         language of the law's titles\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "  scrutineer explain am.donation.foreign-share\n"
    "  scrutineer explain 1647d30c examples/am/donations.csv\n";

static bool explain(struct scr_session *s, char **words, size_t count)
{
    if (count == 1)
        return scr_explain(s, words[0], stdout);
    return scr_explain_finding(s, words[0], (const char *const *)(words + 1), count - 1, stdout);
}

int command_explain(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    if (!options_read(&o, argc, argv, help, &done)) {
        options_free(&o);
        return status;
    }
    if (done) {
        status = EXIT_NOTHING;
    } else if (argc == optind) {
        fputs(
            "scrutineer: explain needs a rule (`scrutineer law list` names them), or a finding and "
            "its files\n",
            stderr);
    } else {
        struct scr_session *s = scr_session_new(&o.scr);
        bool ok = scr_load(s) && explain(s, argv + optind, (size_t)(argc - optind));
        status = finish(s, &o, ok ? EXIT_NOTHING : EXIT_WRONG);
    }
    options_free(&o);
    return status;
}
