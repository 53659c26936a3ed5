/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <errno.h>
#include <getopt.h>
#include <string.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer ledger decide|list|due|stats|verify [options]\n"
    "\n"
    "The ledger of cases: what was decided on findings, by whom, when, why and until when. "
    "Findings\n"
    "come into it by `scrutineer check --ledger FILE --dated DATE --record`, as open.\n"
    "\n"
    "  ledger decide FINDING    a decision on a finding, named by its fingerprint or the first of "
    "its\n"
    "                           digits\n"
    "      --status STATUS      open, confirmed, dismissed, returned or referred\n"
    "      --on DATE            the day on which it is made\n"
    "      --by NAME            by whom\n"
    "      --why TEXT           why\n"
    "      --until DATE         the last day on which it holds; then the case is open again\n"
    "  ledger list              all cases, with --status only those; with --on as of that day\n"
    "  ledger due --on DATE     what must follow, the first due first, and decisions that are "
    "past\n"
    "  ledger stats             how many cases of each status; with --on how many are overdue\n"
    "  ledger verify            whether each line is as it was written; with --head HASH also "
    "whether\n"
    "                           it ends where it ended then\n"
    "\n"
    "      --ledger FILE        the ledger (default: scrutineer.ledger.yaml)\n"
    "\n"
    "exit status: 0 done, 2 wrong usage, or a ledger that was changed by other hands\n"
    "\n"
    "  scrutineer ledger decide 1647d30c --status dismissed --on 2026-01-31 --by \"A. Person\" \\\n"
    "      --why \"returned in time, receipt seen\" --until 2026-12-31\n";

int command_ledger(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    if (!options_read(&o, argc, argv, help, &done) || done) {
        options_free(&o);
        return done ? EXIT_NOTHING : EXIT_WRONG;
    }
    struct scr_ledger_query q = {.ledger = o.scr.ledger ? o.scr.ledger : "scrutineer.ledger.yaml",
                                 .verb = optind < argc ? argv[optind] : "",
                                 .finding = optind + 1 < argc ? argv[optind + 1] : NULL,
                                 .status = o.status,
                                 .on = o.on,
                                 .by = o.by,
                                 .why = o.why,
                                 .until = o.until,
                                 .head = o.head};
    bool ok = scr_ledger(&q, stdout, stderr, o.colour_messages);
    options_free(&o);
    if (fflush(stdout) == 0)
        return ok ? EXIT_NOTHING : EXIT_WRONG;
    fprintf(stderr, "scrutineer: the output could not be written: %s\n", strerror(errno));
    return EXIT_WRONG;
}
