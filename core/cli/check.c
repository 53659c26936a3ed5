/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>

#include "cli/watch.h"

static const char help[] =
    "usage: scrutineer check [options] FILE...\n"
    "\n"
    "Checks filings (donations, political ads) against electoral law and shows what it finds.\n"
    "FILE is CSV, NDJSON or JSON, XLSX or ODS, or .fec, of a format that the law base knows\n"
    "(`scrutineer format list`), also packed by gzip, xz, zstd, bzip2, zip or tar; \"-\" is "
    "standard\n"
    "input.\n"
    "\n"
    "  -j, --jurisdiction LIST  whose law: am,eu,gb,any (default: the law of\n"
    "                           the country whose filing it is)\n"
    "  -r, --register FILE      a register to look into besides: a watch-list, companies and "
    "their\n"
    "                           owners; may be given several times\n"
    "      --format NAME        the report: text (default), or one of those below\n"
    "      --dated DATE         the day that the report bears, for formats that have one\n"
    "      --format-in NAME     the files' format, when their header does not tell, or a file\n"
    "                           NEW.yaml\n"
    "      --encoding NAME      of the files, when it is not the format's: windows-1251, ...\n"
    "      --rejects FILE       gets the rows that cannot be read, as they are\n"
    "      --max-unreadable N   stop a file when more than N rows, or N% of them, cannot be read\n"
    "      --select RULE,...    only these rules; patterns like am.donation.*\n"
    "      --ignore RULE,...    not these rules\n"
    "      --identity HOW       when gifts are of one donor: strict (one number), usual (also one\n"
    "                           name with a date of birth or an address; default), broad (also\n"
    "                           one name: an indicator at most); the report then also says what\n"
    "                           the next step would change\n"
    "      --baseline REPORT    findings of this JSON report are counted, not told again\n"
    "      --ledger FILE        cases: what was dismissed or returned is not told again, what "
    "came\n"
    "                           back or is overdue is said; needs --dated (`scrutineer ledger`)\n"
    "      --record             write what is new or came back into the ledger\n"
    "      --proof              the report (json) says what it was made from, for `scrutineer "
    "verify`\n"
    "      --redact public      for publication: of natural persons only what the register "
    "publishes\n"
    "      --fail-on SEVERITY   exit status 1 from: violation, indicator (default),\n"
    "                           undetermined, never\n"
    "  -J, --jobs N             threads (default: as many as there are processors)\n"
    "      --memory SIZE        for groups of records, before they go to TMPDIR (default: a\n"
    "                           quarter of the machine's)\n"
    "      --stats              also what each rule cost: rows, candidates, calls of Lua, time\n"
    "      --trace RULE[:RECORD]  also, on standard error, what became of one rule: its "
    "conditions\n"
    "                           with their truth and values, the calls of Lua with theirs; RECORD\n"
    "                           is a reference or a line\n"
    "      --partial FILE       write a partial result for `scrutineer merge` instead of a report\n"
    "      --watch              check again whenever a file, the law base or a plugin changes; "
    "Ctrl-C\n"
    "                           ends\n"
    "      --no-sandbox         keep what a check gives up before it loads a plugin: to read and "
    "write\n"
    "                           other files than those named here, to use the network, to start\n"
    "                           programs. A mistake in a plugin or a reader could then use it, "
    "too\n"
    "      --include-low        also what rests on law of low confidence\n"
    "      --lang en|hy         language of the law's titles\n"
    "      --colour WHEN        always, never, auto (default: on a terminal)\n"
    "      --progress WHEN      a line on the terminal: always (at once), never, auto (default:\n"
    "                           after a second)\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "      --add DIR|NAME       the plugins/ and lawbase/ of a folder (`plugin new`), or of what "
    "was\n"
    "                           installed (`plugin install`), besides\n"
    "      --plugin-memory SIZE, --plugin-instructions N   limits of plugins (64M, 10000000)\n"
    "\n"
    "Options may stand in a project file, scrutineer.yaml, in the working directory or a folder\n"
    "above it (`select: [am.donation.*]`); the command line wins, --no-project leaves it out.\n"
    "\n"
    "exit status: 0 nothing found, 1 findings, 2 wrong usage, input, law base or plugin,\n"
    "             130 interrupted\n"
    "\n"
    "  scrutineer check -j am examples/am/donations.csv\n"
    "  scrutineer check -r fara.csv donations.csv     (with a watch-list)\n"
    "  scrutineer check -j gb --format json register.csv > findings.json\n"
    "  scrutineer check --format html register.csv > findings.html    (one page, for a browser)\n";

int findings_status(const struct scr_session *s, enum fail_on fail_on)
{
    uint64_t grave = fail_on == FAIL_ON_NEVER ? 0 : scr_violations(s);
    if (fail_on == FAIL_ON_INDICATOR || fail_on == FAIL_ON_UNDETERMINED)
        grave += scr_indicators(s);
    if (fail_on == FAIL_ON_UNDETERMINED)
        grave += scr_undetermined(s);
    return grave ? EXIT_FINDINGS : EXIT_NOTHING;
}

static int run_check(struct cli_options *o, char **files, int count)
{
    struct scr_session *s = scr_session_new(&o->scr);
    FILE *out = progress_output();
    progress_catch_interrupt();
    bool ok = scr_load(s);
    const char *const *paths = (const char *const *)files;
    if (ok && o->partial)
        ok = scr_check_partial(s, paths, (size_t)count, o->partial);
    else
        ok = ok && scr_check(s, paths, (size_t)count, o->format, out);
    progress_end(out);
    bool stopped = scr_stopped(s);
    if (stopped)
        fputs("scrutineer: interrupted; this is no complete report\n", stderr);
    int status = stopped ? EXIT_INTERRUPTED : ok ? findings_status(s, o->fail_on) : EXIT_WRONG;
    return finish(s, o, status);
}

/* --- again and again --- */

struct checked {
    struct cli_options *options;
    char **files;
    int count;
};

static int check_once(void *owner)
{
    struct checked *c = owner;
    return run_check(c->options, c->files, c->count);
}

static void watch_inputs(void *owner, struct watch *w)
{
    const struct checked *c = owner;
    const struct scr_options *o = &c->options->scr;
    for (int i = 0; i < c->count; i++)
        watch_file(w, c->files[i]);
    for (size_t i = 0; i < o->register_count; i++)
        watch_file(w, o->registers[i]);
    for (size_t i = 0; i < o->bill_count; i++)
        watch_file(w, o->bills[i]);
    watch_folder(w, o->lawbase);
    watch_folder(w, o->plugins);
    watch_folder(w, o->add_on);
}

int command_check(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    if (!options_read_report(&o, argc, argv, help, &done)) {
        status = EXIT_WRONG;
    } else if (done) {
        status = EXIT_NOTHING;
    } else if (optind == argc) {
        fputs("scrutineer: check needs a file; `scrutineer check --help` shows how\n", stderr);
    } else {
        o.scr.progress = progress_show;
        struct checked c = {&o, argv + optind, argc - optind};
        options_confine(&o, c.files, c.count);
        status = o.watch ? watch_again(&(struct watched_work){check_once, watch_inputs}, &c)
                         : check_once(&c);
    }
    options_free(&o);
    return status;
}
