/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer merge [options] PART...\n"
    "\n"
    "Joins partial results, made by `scrutineer check --partial PART FILE...`, into the report "
    "that\n"
    "one check of all their files, in the order given, would have written: the same, byte for\n"
    "byte. Groups (a donor's gifts of a year) are added up over all of them. The law base, the\n"
    "plugins, -j and the version of the program must be those with which the parts were made.\n"
    "\n"
    "  -j, --jurisdiction LIST  as for `check`\n"
    "  -r, --register FILE      the registers that were given to `check`\n"
    "      --format NAME        the report: text (default), or one of those below\n"
    "      --dated DATE         the day that the report bears, for formats that have one\n"
    "      --select RULE,...    only these rules; patterns like am.donation.*\n"
    "      --ignore RULE,...    not these rules\n"
    "      --identity HOW       the one that was given to `check`\n"
    "      --baseline REPORT    findings of this JSON report are counted, not told again\n"
    "      --ledger FILE        cases: what was dismissed or returned is not told again, what "
    "came\n"
    "                           back or is overdue is said; needs --dated (`scrutineer ledger`)\n"
    "      --record             write what is new or came back into the ledger\n"
    "      --redact public      for publication: of natural persons only what the register "
    "publishes\n"
    "      --fail-on SEVERITY   exit status 1 from: violation, indicator (default),\n"
    "                           undetermined, never\n"
    "      --include-low        also what rests on law of low confidence\n"
    "      --lang en|hy         language of the law's titles\n"
    "      --memory SIZE        for groups of records, before they go to TMPDIR\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "exit status: as of `check`\n"
    "\n"
    "  scrutineer check -j gb --partial monday.part monday.csv\n"
    "  scrutineer check -j gb --partial tuesday.part tuesday.csv\n"
    "  scrutineer merge -j gb monday.part tuesday.part\n";

static int run_merge(struct cli_options *o, char **parts, int count)
{
    options_confine(o, parts, count);
    struct scr_session *s = scr_session_new(&o->scr);
    bool ok = scr_load(s);
    ok = ok && scr_merge(s, (const char *const *)parts, (size_t)count, o->format, stdout);
    return finish(s, o, ok ? findings_status(s, o->fail_on) : EXIT_WRONG);
}

int command_merge(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    if (!options_read_report(&o, argc, argv, help, &done) || done) {
        status = done ? EXIT_NOTHING : EXIT_WRONG;
    } else if (optind == argc) {
        fputs("scrutineer: merge needs a partial result; `scrutineer merge --help` shows how\n",
              stderr);
    } else {
        status = run_merge(&o, argv + optind, argc - optind);
    }
    options_free(&o);
    return status;
}
