/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>
#include <string.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer graph [options] ENTITY -r FILE ...\n"
    "\n"
    "Shows who owns or controls somebody, and who owns the owners, as registers tell it: each\n"
    "interest with its share, since when it is held, and where that is told. ENTITY is a name or "
    "a\n"
    "number as the register has it. What a register holds, and which files can be one:\n"
    "lawbase/formats/README.md; also the Beneficial Ownership Data Standard and FollowTheMoney.\n"
    "\n"
    "  -r, --register FILE      a register of owners; may be repeated\n"
    "      --on DAY             as on that day; otherwise all that is told not to have ended\n"
    "      --home AM            countries that are home (DE;FR): how much is held abroad?\n"
    "      --format text|svg    indented lines, or a drawing\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "  scrutineer graph \"Example Roads LLC\" -r examples/am/owners.csv --on 2020-06-03 --home "
    "AM\n";

int command_graph(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    if (!options_read_for(&o, argc, argv, "text or svg", &done)) {
        options_free(&o);
        return status;
    }
    if (done) {
        fputs(help, stdout);
        status = EXIT_NOTHING;
    } else if (argc - optind != 1) {
        fputs("scrutineer: graph needs the name or number of one entity, in quotes\n", stderr);
    } else {
        struct scr_session *s = scr_session_new(&o.scr);
        bool ok = scr_load(s) && scr_graph(s, argv[optind], o.on, o.home, o.format, stdout);
        status = finish(s, &o, ok ? EXIT_NOTHING : EXIT_WRONG);
    }
    options_free(&o);
    return status;
}
