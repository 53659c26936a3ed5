/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>
#include <string.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer format COMMAND [options]\n"
    "\n"
    "A format tells how one publisher's file becomes records. It is a YAML file, no program.\n"
    "\n"
    "  format list                      all formats\n"
    "  format show NAME                 one: how it is recognised, what becomes of which column\n"
    "  format guess FILE                which formats fit a file, and what the others lack\n"
    "  format new FILE > NEW.yaml       drafts a format for a file that no format knows\n"
    "  format lint [NAME|NEW.yaml]      checks formats\n"
    "  format test [NAME|NEW.yaml]      runs the tests that formats carry\n"
    "  format convert FILE...           the records of the files, one a line\n"
    "\n"
    "      --to ndjson|csv      convert: how records are written (default: ndjson)\n"
    "      --with-source        convert: also the file and line of each record\n"
    "  -j, --jurisdiction ID    new: whose filings these are\n"
    "      --format-in NAME     the files' format, or a file NEW.yaml\n"
    "      --encoding NAME      of the files, like windows-1251, armscii-8, utf-16le\n"
    "      --rejects FILE       gets the rows that cannot be read, as they are\n"
    "      --max-unreadable N   stop a file when more than N rows, or N% of them, cannot be read\n"
    "      --lawbase DIR        another law base\n"
    "\n"
    "Files may be CSV, NDJSON or JSON, XLSX or ODS, .fec; packed by gzip, xz, zstd, bzip2, zip or\n"
    "tar; \"-\" is standard input. Formats stand in lawbase/formats.\n"
    "\n"
    "exit status: 0 done (rows that cannot be read are told and left out), 2 not\n"
    "\n"
    "  scrutineer format new -j am donations.xlsx > my-donations.yaml\n"
    "  scrutineer check --format-in my-donations.yaml donations.xlsx\n"
    "\n"
    "examples/new-format/README.md leads from an unknown file to a finding.\n";

struct format_command {
    const char *name;
    int least, most; /* arguments behind the name */
};

static const struct format_command commands[] = {
    {"list", 0, 0}, {"show", 1, 1}, {"guess", 1, 1},         {"new", 1, 1},
    {"lint", 0, 1}, {"test", 0, 1}, {"convert", 1, 1 << 20},
};

static const struct format_command *find_command(const char *word)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(word, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

static bool run(struct scr_session *s, const struct cli_options *o, const char *command,
                char **files, int count)
{
    const char *name = count ? files[0] : NULL;
    if (strcmp(command, "list") == 0)
        return scr_format_list(s, stdout);
    if (strcmp(command, "show") == 0)
        return scr_format_show(s, name, stdout);
    if (strcmp(command, "guess") == 0)
        return scr_format_guess(s, name, stdout);
    if (strcmp(command, "new") == 0)
        return scr_format_new(s, name, stdout);
    if (strcmp(command, "lint") == 0)
        return scr_format_lint(s, name, stdout);
    if (strcmp(command, "test") == 0)
        return scr_format_test(s, name, stdout);
    FILE *out = progress_output();
    bool ok = scr_convert(s, (const char *const *)files, (size_t)count, o->to, out);
    progress_end(out);
    return ok;
}

static int run_format(struct cli_options *o, const char *command, char **files, int count)
{
    /* The draft's jurisdiction need not be in the law base. */
    if (strcmp(command, "new") == 0 && o->scr.jurisdiction_count)
        o->scr.draft_jurisdiction = o->jurisdictions[0];
    o->scr.jurisdiction_count = 0;
    o->scr.progress = progress_show;
    struct scr_session *s = scr_session_new(&o->scr);
    progress_catch_interrupt();
    bool ok = scr_load(s);
    ok = ok && run(s, o, command, files, count);
    progress_clear();
    bool stopped = scr_stopped(s);
    if (stopped)
        fputs("scrutineer: interrupted; not all records were written\n", stderr);
    return finish(s, o, stopped ? EXIT_INTERRUPTED : ok ? EXIT_NOTHING : EXIT_WRONG);
}

int command_format(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    if (!options_read(&o, argc, argv, help, &done)) {
        options_free(&o);
        return status;
    }
    int left = argc - optind - 1;
    const char *word = left >= 0 ? argv[optind] : "";
    const struct format_command *c = find_command(word);
    if (done)
        status = EXIT_NOTHING;
    else if (!c)
        fprintf(stderr,
                "scrutineer: format: expected list, show, guess, new, lint, test or convert%s%s\n",
                *word ? ", found " : "", word);
    else if (left < c->least || left > c->most)
        fprintf(stderr, "scrutineer: format %s takes %s; `scrutineer format --help` shows how\n",
                word,
                c->most == 0    ? "no argument"
                : c->least == 0 ? "one name at most"
                                : "a name or file");
    else
        status = run_format(&o, word, argv + optind + 1, left);
    options_free(&o);
    return status;
}
