/* SPDX-License-Identifier: Apache-2.0
 *
 * `scrutineer bill`: words that end in .yaml are bills, in the order in which they apply; the
 * others are filings.
 */
#include <config.h>

#include <getopt.h>
#include <string.h>

#include "cli/options.h"

struct words {
    const char *const *items; /* what is left when the bills are taken out */
    size_t count;
};

struct bill_command {
    const char *name;
    bool needs_files;
    const char *formats, *usage, *what, *help;
    bool (*run)(struct scr_session *, const struct cli_options *, const struct words *);
};

static bool run_lint(struct scr_session *s, const struct cli_options *o, const struct words *w)
{
    (void)o, (void)w;
    return scr_bill_lint(s, stdout);
}

static bool run_base(struct scr_session *s, const struct cli_options *o, const struct words *w)
{
    (void)o, (void)w;
    return scr_bill_base(s, stdout);
}

static bool run_show(struct scr_session *s, const struct cli_options *o, const struct words *w)
{
    (void)w;
    return scr_bill_show(s, o->format, stdout);
}

static bool run_try(struct scr_session *s, const struct cli_options *o, const struct words *w)
{
    FILE *out = progress_output();
    bool ok = scr_bill_try(s, w->items, w->count, o->format, out);
    progress_end(out);
    return ok;
}

static const struct bill_command commands[] = {
    {"lint", false, "text", "bill lint BILL.yaml...",
     "does it fit the law, and what does it forget?",
     "Tells what moved in the law since the bill was drafted, where bills are in each other's "
     "way,\n"
     "what is wrong with the law after them (citations of what is repealed, limits that nothing\n"
     "uses any more, sanctions without an offence), and runs the tests of the bills' own rules.\n"
     "Errors end with status 2; warnings do not.\n"
     "\n",
     run_lint},
    {"base", false, "text", "bill base BILL.yaml",
     "the lines of \"base:\" for the law as it stands",
     "Put them into the bill when you have read the law that it amends: `bill lint` then tells\n"
     "when that law moves.\n"
     "\n",
     run_base},
    {"show", false, "text or html", "bill show BILL.yaml... [--format html]",
     "the redline, article by article, and the law as it would read",
     "      --format text|html   html: a page with deletions and insertions\n"
     "      --as-if DATE         as if in force from that day\n",
     run_show},
    {"try", true, "text or json", "bill try BILL.yaml... FILE... [--as-if DATE]",
     "filings under today's law and under the bill",
     "Reads the filings once and tells which findings appear, vanish, change their severity or\n"
     "become undetermined: counts and sums by rule, actor and year, and both laws' reasons.\n"
     "\n"
     "      --as-if DATE         the bill as in force from that day, so that past filings show\n"
     "                           its effect; its later days move along. always: without a first\n"
     "                           day, for filings that name no days\n"
     "      --format text|json   json: core/report/schema/effect.schema.json\n"
     "      --format-in NAME, -r FILE, -J N, --include-low ...   as in `scrutineer check`\n",
     run_try},
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const char common[] =
    "  -j, --jurisdiction LIST  only these (default: all)\n"
    "      --lang en|hy         language of the titles\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "exit status: 0 done, 2 not\n";

static void print_help(const struct bill_command *c)
{
    if (c) {
        printf("usage: scrutineer %s\n\n%s%s", c->usage, c->help, common);
        return;
    }
    puts("usage: scrutineer bill COMMAND BILL.yaml... [FILE...] [options]\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  bill %-7s %s\n", commands[i].name, commands[i].what);
    printf("\n%s\n"
           "  scrutineer bill COMMAND --help\n"
           "  scrutineer check --bill BILL.yaml FILE    also `law` and `explain` take --bill\n"
           "  examples/bills/README.md leads from an idea to a paper for the committee\n",
           common);
}

static const struct bill_command *find_command(const char *word)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(word, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

static int unknown_command(const char *word)
{
    fputs("scrutineer: bill: expected one of", stderr);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(stderr, "%s %s", i ? "," : "", commands[i].name);
    fprintf(stderr, "%s%s\n", *word ? "; found " : "", word);
    return EXIT_WRONG;
}

static bool is_bill(const char *word)
{
    size_t len = strlen(word);
    return len > 5 && strcmp(word + len - 5, ".yaml") == 0;
}

/* Moves the bills out of the words; how many are left, or -1 after a message. */
static int take_bills(struct cli_options *o, char **words, int count)
{
    int left = 0;
    for (int i = 0; i < count; i++)
        if (!is_bill(words[i]))
            words[left++] = words[i];
        else if (!options_add_bill(o, words[i]))
            return -1;
    return left;
}

static int wrong_words(const struct bill_command *c)
{
    fprintf(stderr, "scrutineer: usage: scrutineer %s; `scrutineer bill %s --help` tells more\n",
            c->usage, c->name);
    return EXIT_WRONG;
}

static int run_bill(struct cli_options *o, const struct bill_command *c, char **words, int count)
{
    int left = take_bills(o, words, count);
    if (left < 0)
        return EXIT_WRONG;
    if (o->scr.bill_count == 0 || (left > 0) != c->needs_files)
        return wrong_words(c);
    if (c->needs_files) {
        o->scr.progress = progress_show;
        progress_catch_interrupt();
    }
    struct words w = {(const char *const *)words, (size_t)left};
    struct scr_session *s = scr_session_new(&o->scr);
    bool ok = scr_load(s);
    ok = c->run(s, o, &w) && ok;
    progress_clear();
    if (scr_stopped(s))
        fputs("scrutineer: interrupted; this is no complete report\n", stderr);
    return finish(s, o, scr_stopped(s) ? EXIT_INTERRUPTED : ok ? EXIT_NOTHING : EXIT_WRONG);
}

int command_bill(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    const struct bill_command *c = argc > 1 ? find_command(argv[1]) : NULL;
    if (!options_read_for(&o, argc, argv, c ? c->formats : "text", &done)) {
        options_free(&o);
        return status;
    }
    int left = argc - optind;
    const char *word = left > 0 ? argv[optind] : "";
    c = find_command(word);
    if (done) {
        print_help(c);
        status = EXIT_NOTHING;
    } else if (!c) {
        status = unknown_command(word);
    } else {
        status = run_bill(&o, c, argv + optind + 1, left - 1);
    }
    options_free(&o);
    return status;
}
