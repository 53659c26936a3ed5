/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer explain [options] RULE\n"
    "\n"
    "Tells a rule in plain words: what it finds, under which articles, since when, with which\n"
    "limits, what does not count, what must follow. `scrutineer law list` names the rules.\n"
    "\n"
    "      --lang en|hy         language of the law's titles\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "  scrutineer explain am.donation.foreign-share\n";

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
    } else if (argc - optind != 1) {
        fputs("scrutineer: explain needs one rule; `scrutineer law list` names them\n", stderr);
    } else {
        struct scr_session *s = scr_session_new(&o.scr);
        bool ok = scr_load(s) && scr_explain(s, argv[optind], stdout);
        status = finish(s, &o, ok ? EXIT_NOTHING : EXIT_WRONG);
    }
    options_free(&o);
    return status;
}
