/* SPDX-License-Identifier: Apache-2.0
 *
 * check, and merge of what checks in parts have found.
 */
#include <config.h>

#include <sys/stat.h>

#include "cli/command.h"
#include "cli/watch.h"

int findings_status(const struct scr_session *s, enum fail_on fail_on)
{
    uint64_t grave = fail_on == FAIL_ON_NEVER ? 0 : scr_violations(s);
    if (fail_on == FAIL_ON_INDICATOR || fail_on == FAIL_ON_UNDETERMINED)
        grave += scr_indicators(s);
    if (fail_on == FAIL_ON_UNDETERMINED)
        grave += scr_undetermined(s);
    return grave ? EXIT_FINDINGS : EXIT_NOTHING;
}

/* --- where the report goes --- */

static bool is_same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && S_ISREG(x.st_mode) && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

static int refuse(const char *what)
{
    fprintf(stderr, "scrutineer: %s\n", what);
    return WORDS_REFUSED;
}

/* A report must not take the place of what it was made from. */
static int prepare_output(struct cli_options *o, const struct command *c, char **words, int count)
{
    (void)c;
    if (o->sign && !o->output)
        return refuse("--sign signs a file: name it by --output");
    if (o->output && o->partial)
        return refuse("--partial writes no report, so there is none for --output");
    if (o->output && !o->colour_asked)
        o->scr.colour = false;
    for (int i = 0; o->output && i < count; i++)
        if (is_same_file(o->output, words[i])) {
            fprintf(stderr, "scrutineer: --output: \"%s\" is what is to be read\n", words[i]);
            return WORDS_REFUSED;
        }
    return count;
}

typedef bool write_report(struct scr_session *, const char *const *paths, size_t count,
                          const char *format, FILE *out);

/* A report of what could be read is kept, but who signs it must be able to rely on it. */
static bool report_to_file(struct scr_session *s, const struct cli_options *o, write_report *report,
                           const char *const *paths, size_t count)
{
    struct scr_file *file = scr_file_begin(s, o->output, o->sign);
    if (!file)
        return false;
    bool ok = report(s, paths, count, o->format, scr_file_stream(file));
    bool stopped = scr_stopped(s);
    if (!ok && o->sign && !stopped)
        fprintf(stderr, "scrutineer: %s is not signed: not all of it could be checked\n",
                o->output);
    return scr_file_end(s, file,
                        stopped ? SCR_FILE_DROP
                        : ok    ? SCR_FILE_SIGN
                                : SCR_FILE_KEEP) &&
           ok;
}

static bool report_to(struct scr_session *s, const struct cli_options *o, write_report *report,
                      char **words, int count)
{
    const char *const *paths = (const char *const *)words;
    if (o->output)
        return report_to_file(s, o, report, paths, (size_t)count);
    FILE *out = progress_output();
    bool ok = report(s, paths, (size_t)count, o->format, out);
    progress_end(out);
    return ok;
}

static bool run_check(struct scr_session *s, const struct cli_options *o, char **files, int count)
{
    if (o->partial)
        return scr_check_partial(s, (const char *const *)files, (size_t)count, o->partial);
    return report_to(s, o, scr_check, files, count);
}

static void watch_inputs(const struct cli_options *o, char **files, int count, struct watch *w)
{
    for (int i = 0; i < count; i++)
        watch_file(w, files[i]);
    for (size_t i = 0; i < o->scr.register_count; i++)
        watch_file(w, o->scr.registers[i]);
    for (size_t i = 0; i < o->scr.bill_count; i++)
        watch_file(w, o->scr.bills[i]);
    watch_folder(w, o->scr.lawbase);
    watch_folder(w, o->scr.plugins);
    watch_folder(w, o->scr.add_on);
}

static bool run_merge(struct scr_session *s, const struct cli_options *o, char **parts, int count)
{
    return report_to(s, o, scr_merge, parts, count);
}

static const struct option_help report_options[] = {
    {"format", "NAME", "the report: text (default), or one of those below"},
    {"output", "FILE", "where the report goes: all of it, or no such file; else standard output"},
    {"sign", "NAME.key", "also FILE.sig, a signature of the report by this key (`scrutineer key`)"},
    {"dated", "DATE", "the day that the report bears, for formats that have one"},
    {"baseline", "REPORT", "findings of this JSON report are counted, not told again"},
    {"ledger", "FILE",
     "cases: what was dismissed or returned is not told again, what came back or is overdue is "
     "said; needs --dated (`scrutineer ledger`)"},
    {"record", NULL, "write what is new or came back into the ledger"},
    {"redact", "public", "for publication: of natural persons only what the register publishes"},
    {"fail-on", "violation|indicator|undetermined|never",
     "exit status 1 from this severity on (default: indicator)"},
    {"no-project", NULL, "leave the project file out"},
    {0},
};

static const struct option_help confining_options[] = {
    {"no-sandbox", NULL,
     "keep what is given up before a plugin is loaded: to read and write other files than those "
     "named here, to use the network, to start programs. A mistake in a plugin or a reader could "
     "then use it, too"},
    {0},
};

static const struct option_help check_options[] = {
    {"proof", NULL, "the report (json) says what it was made from, for `scrutineer verify`"},
    {"partial", "FILE", "write a partial result for `scrutineer merge` instead of a report"},
    {"watch", NULL, "check again whenever a file, the law base or a plugin changes; Ctrl-C ends"},
    {"stats", NULL, "also what each rule cost: rows, candidates, calls of Lua, time"},
    {"trace", "RULE[:RECORD]",
     "also, on standard error, what became of one rule: its conditions with their truth and "
     "values, "
     "the calls of Lua with theirs; RECORD is a reference or a line"},
    {0},
};

static const struct option_help merge_options[] = {
    {"register", "FILE", "the registers that were given to `check`"},
    {"identity", "strict|usual|broad", "the one that was given to `check`"},
    {0},
};

const struct command command_check = {
    .name = "check",
    .synopsis = "[options] FILE...",
    .summary = "check filings against the law",
    .about =
        "Checks filings (donations, political ads) against electoral law and shows what it finds. "
        "FILE is CSV, NDJSON or JSON, XLSX or ODS, or .fec, of a format that the law base knows "
        "(`scrutineer format list`), also packed by gzip, xz, zstd, bzip2, zip or tar; \"-\" is "
        "standard input.\n"
        "\n"
        "Options may stand in a project file, scrutineer.yaml, in the working directory or a "
        "folder above it (`select: [am.donation.*]`); the command line wins, --no-project leaves "
        "it out.\n",
    .status = "0 nothing found, 1 findings, 2 wrong usage, input, law base or plugin, 130 "
              "interrupted",
    .examples = "  scrutineer check -j am examples/am/donations.csv\n"
                "  scrutineer check -r fara.csv donations.csv     (with a watch-list)\n"
                "  scrutineer check -j gb --format json register.csv > findings.json\n"
                "  scrutineer check --format html register.csv > findings.html    (one page, for a "
                "browser)\n",
    .options = {jurisdiction_options, reading_options, report_options, choosing_options,
                check_options, amending_options, working_options, confining_options, law_options},
    .reports = true,
    .confined = true,
    .least = 1,
    .most = MANY_WORDS,
    .needs = "a file",
    .prepare = prepare_output,
    .watched = true,
    .run = run_check,
    .watch = watch_inputs,
};

const struct command command_merge = {
    .name = "merge",
    .synopsis = "[options] PART...",
    .summary = "join partial results of checks into one report",
    .about =
        "Joins partial results, made by `scrutineer check --partial PART FILE...`, into the report "
        "that one check of all their files, in the order given, would have written: the same, byte "
        "for byte. Groups (a donor's gifts of a year) are added up over all of them. The law base, "
        "the plugins, -j and the version of the program must be those with which the parts were "
        "made.\n",
    .status = "as of `check`",
    .examples = "  scrutineer check -j gb --partial monday.part monday.csv\n"
                "  scrutineer check -j gb --partial tuesday.part tuesday.csv\n"
                "  scrutineer merge -j gb monday.part tuesday.part\n",
    .options = {jurisdiction_options, merge_options, report_options, choosing_options,
                amending_options, working_options, confining_options, law_options},
    .reports = true,
    .confined = true,
    .least = 1,
    .most = MANY_WORDS,
    .needs = "a partial result",
    .prepare = prepare_output,
    .run = run_merge,
};
