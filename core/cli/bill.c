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
    enum { NEEDS_BILLS, NEEDS_FILES, NEEDS_LIMITS } needs; /* beside its options */
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

static bool run_gaps(struct scr_session *s, const struct cli_options *o, const struct words *w)
{
    (void)w;
    return scr_bill_gaps(s, o->against ? o->against : "", stdout);
}

static bool run_probe(struct scr_session *s, const struct cli_options *o, const struct words *w)
{
    (void)o, (void)w;
    return scr_bill_probe(s, stdout);
}

static bool run_report(struct scr_session *s, const struct cli_options *o, const struct words *w)
{
    bool plain = strcmp(o->format, "md") == 0;
    return scr_bill_report(s, w->items, w->count, plain ? "md" : "html", stdout);
}

/* Words with "=" are limits with their values. */
static bool run_sweep(struct scr_session *s, const struct cli_options *o, const struct words *w)
{
    size_t limits = 0;
    while (limits < w->count && strchr(w->items[limits], '='))
        limits++;
    return scr_bill_sweep(s, w->items, limits, w->items + limits, w->count - limits, o->format,
                          stdout);
}

static const struct bill_command commands[] = {
    {"lint", NEEDS_BILLS, "text", "bill lint BILL.yaml...",
     "does it fit the law, and what does it forget?",
     "Tells what moved in the law since the bill was drafted, where bills are in each other's "
     "way,\n"
     "what is wrong with the law after them (citations of what is repealed, limits that nothing\n"
     "uses any more, sanctions without an offence), and runs the tests of the bills' own rules.\n"
     "Errors end with status 2; warnings do not.\n"
     "\n",
     run_lint},
    {"base", NEEDS_BILLS, "text", "bill base BILL.yaml",
     "the lines of \"base:\" for the law as it stands",
     "Put them into the bill when you have read the law that it amends: `bill lint` then tells\n"
     "when that law moves.\n"
     "\n",
     run_base},
    {"show", NEEDS_BILLS, "text or html", "bill show BILL.yaml... [--format html]",
     "the redline, article by article, and the law as it would read",
     "      --format text|html   html: a page with deletions and insertions\n"
     "      --as-if DATE         as if in force from that day\n",
     run_show},
    {"try", NEEDS_FILES, "text or json", "bill try BILL.yaml... FILE... [--as-if DATE]",
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
    {"sweep", NEEDS_LIMITS, "text, csv, json or svg",
     "bill sweep LIMIT=5%..50%/5% [LIMIT=...] [BILL.yaml...] FILE...",
     "what filings would meet over many values of a limit",
     "Reads the filings once, whatever the number of values, and tells findings, actors and sums\n"
     "at each: all versions of the limit have that value then. \"just under\" counts what the\n"
     "value in front finds and this one does not; the curve's sharpest bend is marked.\n"
     "\n"
     "  5%..50%/5%               from, to, step; or a list: 10%,30%. An amount without a currency\n"
     "                           has that of the limit\n"
     "      --format text|csv|json|svg   svg: a picture of the curve\n"
     "      --format-in NAME, -r FILE, -J N, --include-low ...   as in `scrutineer check`\n",
     run_sweep},
    {"gaps", NEEDS_BILLS, "text", "bill gaps BILL.yaml... --against STANDARD",
     "which items of a standard it closes or opens",
     "A bill says under \"answers:\" which items it answers; what it repeals opens those that\n"
     "rest on it.\n"
     "\n"
     "      --against NAME       idea, venice, coe, recommendations (lawbase/standards)\n",
     run_gaps},
    {"probe", NEEDS_BILLS, "text", "bill probe BILL.yaml...",
     "the cheapest ways around what it prohibits",
     "Takes a record that a rule of the bill catches (out of the rule's tests) and changes as\n"
     "little as it can until the rule catches it no more: to the limit, to another kind of donor,\n"
     "by a day, by schemes known from practice (lawbase/schemes.yaml), among them such that turn\n"
     "it into another type of record: a loan in place of a gift. Each way is checked by the whole\n"
     "law and shown as a filing, so that a drafter can close it, and make it a test.\n"
     "\n",
     run_probe},
    {"report", NEEDS_FILES, "html or md", "bill report BILL.yaml... FILE... [--format md]",
     "a paper for the committee, as one page",
     "The redline, the effect on the filings with charts, what it closes and opens of the "
     "standards,\n"
     "ways around it, provisions concerned, the law after it, confidence and limits of the data.\n"
     "\n"
     "      --as-if DATE         the bill as in force from that day\n"
     "      --format html|md     html (default): nothing outside the page is needed; md: Markdown\n"
     "\n"
     "  scrutineer bill report BILL.yaml FILE > paper.html\n",
     run_report},
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
    const char *end = strrchr(word, '.');
    return end && end != word && (strcmp(end, ".yaml") == 0 || strcmp(end, ".yml") == 0);
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

static int wrong_words(const struct cli_options *o, const struct bill_command *c, int left)
{
    if (c->needs != NEEDS_LIMITS && o->scr.bill_count == 0)
        fprintf(stderr,
                "scrutineer: bill %s: there is no bill among the words: a file whose name ends "
                "in .yaml\n",
                c->name);
    else if (c->needs == NEEDS_FILES && left == 0)
        fprintf(stderr, "scrutineer: bill %s: there is no filing among the words\n", c->name);
    fprintf(stderr, "scrutineer: usage: scrutineer %s; `scrutineer bill %s --help` tells more\n",
            c->usage, c->name);
    return EXIT_WRONG;
}

static bool has_what_it_needs(const struct cli_options *o, const struct bill_command *c,
                              char **words, int left)
{
    if (c->needs == NEEDS_LIMITS)
        return left > 1 && strchr(words[0], '=') && !strchr(words[left - 1], '=');
    return o->scr.bill_count > 0 && (left > 0) == (c->needs == NEEDS_FILES);
}

static int run_bill(struct cli_options *o, const struct bill_command *c, char **words, int count)
{
    int left = take_bills(o, words, count);
    if (left < 0)
        return EXIT_WRONG;
    if (!has_what_it_needs(o, c, words, left))
        return wrong_words(o, c, left);
    if (c->needs != NEEDS_BILLS) {
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
