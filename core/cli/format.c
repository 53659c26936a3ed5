/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "cli/command.h"
#include "cli/options.h"

/* A format is read without law; the draft's jurisdiction need not be in the law base. */
static int prepare(struct cli_options *o, const struct command *c, char **words, int count)
{
    (void)c, (void)words;
    if (o->scr.jurisdiction_count)
        o->scr.draft_jurisdiction = o->jurisdictions[0];
    o->scr.jurisdiction_count = 0;
    return count;
}

static bool run_list(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_format_list(s, stdout);
}

static bool run_show(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)count;
    return scr_format_show(s, words[0], stdout);
}

static bool run_guess(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)count;
    return scr_format_guess(s, words[0], stdout);
}

static bool run_new(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)count;
    return scr_format_new(s, words[0], stdout);
}

static bool run_lint(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o;
    return scr_format_lint(s, count ? words[0] : NULL, stdout);
}

static bool run_test(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o;
    return scr_format_test(s, count ? words[0] : NULL, stdout);
}

static bool run_convert(struct scr_session *s, const struct cli_options *o, char **files, int count)
{
    FILE *out = progress_output();
    bool ok = scr_convert(s, (const char *const *)files, (size_t)count, o->to, out);
    progress_end(out);
    return ok;
}

static const struct option_help new_options[] = {
    {"jurisdiction", "ID", "whose filings these are"},
    {0},
};
static const struct option_help convert_options[] = {
    {"to", "ndjson|csv", "how records are written (default: ndjson)"},
    {"with-source", NULL, "also the file and line of each record"},
    {0},
};

static const struct command commands[] = {
    {.name = "list", .synopsis = "", .summary = "all formats", .run = run_list},
    {.name = "show",
     .synopsis = "NAME",
     .summary = "one: how it is recognised, what becomes of which column",
     .least = 1,
     .most = 1,
     .run = run_show},
    {.name = "guess",
     .synopsis = "FILE",
     .summary = "which formats fit a file, and what the others lack",
     .options = {reading_options},
     .least = 1,
     .most = 1,
     .watched = true,
     .run = run_guess},
    {.name = "new",
     .synopsis = "[-j ID] FILE > NEW.yaml",
     .summary = "drafts a format for a file that no format knows",
     .examples = "  scrutineer format new -j am donations.xlsx > my-donations.yaml\n"
                 "  scrutineer check --format-in my-donations.yaml donations.xlsx\n",
     .options = {new_options, reading_options},
     .least = 1,
     .most = 1,
     .watched = true,
     .run = run_new},
    {.name = "lint",
     .synopsis = "[NAME|NEW.yaml]",
     .summary = "checks formats",
     .most = 1,
     .run = run_lint},
    {.name = "test",
     .synopsis = "[NAME|NEW.yaml]",
     .summary = "runs the tests that formats carry",
     .most = 1,
     .run = run_test},
    {.name = "convert",
     .synopsis = "[options] FILE...",
     .summary = "the records of the files, one a line",
     .about = "Rows that cannot be read are told and left out.\n",
     .options = {convert_options, reading_options, working_options},
     .least = 1,
     .most = MANY_WORDS,
     .needs = "a file",
     .watched = true,
     .run = run_convert},
    {0},
};

const struct command command_format = {
    .name = "format",
    .synopsis = "COMMAND [options]",
    .summary = "list, guess, draft or test file formats; convert filings",
    .about =
        "A format tells how one publisher's file becomes records. It is a YAML file, no program. "
        "Formats stand in lawbase/formats.\n"
        "\n"
        "Files may be CSV, NDJSON or JSON, XLSX or ODS, .fec; packed by gzip, xz, zstd, bzip2, zip "
        "or tar; \"-\" is standard input.\n",
    .status = "0 done (rows that cannot be read are told and left out), 2 not, 130 interrupted",
    .examples = "  scrutineer format guess donations.xlsx\n"
                "\n"
                "examples/new-format/README.md leads from an unknown file to a finding.\n",
    .options = {law_options},
    .commands = commands,
    .prepare = prepare,
};
