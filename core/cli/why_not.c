/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer why-not [options] RULE RECORD FILE...\n"
    "\n"
    "Tells why a rule did not find a record: not in force on its day, a condition that is not met\n"
    "(each with its values), an exception, another type of record, the plugin's word. RECORD is\n"
    "its reference, or FILE:LINE as reports tell it. Of a rule about groups of records it tells\n"
    "whether the record counts, and in which group.\n"
    "\n"
    "  -j, --jurisdiction LIST  whose law: am,eu,gb,any\n"
    "  -r, --register FILE      a register to look into besides\n"
    "      --lang en|hy         language of the law's titles\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "  scrutineer why-not am.donation.foreign-share AM-04 examples/am/donations.csv\n"
    "  scrutineer why-not am.donation.foreign-share donations.csv:5 donations.csv\n";

int command_why_not(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    if (!options_read(&o, argc, argv, help, &done)) {
        status = EXIT_WRONG;
    } else if (done) {
        status = EXIT_NOTHING;
    } else if (argc - optind < 3) {
        fputs(
            "scrutineer: why-not needs a rule, a record and its file; `scrutineer why-not --help` "
            "shows how\n",
            stderr);
    } else {
        struct scr_session *s = scr_session_new(&o.scr);
        const char *const *files = (const char *const *)(argv + optind + 2);
        bool ok = scr_load(s) && scr_why_not(s, argv[optind], argv[optind + 1], files,
                                             (size_t)(argc - optind - 2), stdout);
        status = finish(s, &o, ok ? EXIT_NOTHING : EXIT_WRONG);
    }
    options_free(&o);
    return status;
}
