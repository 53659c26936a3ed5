/* SPDX-License-Identifier: Apache-2.0
 *
 * `scrutineer bill`: words that end in .yaml are bills, in the order in which they apply; the
 * others are filings.
 */
#include <config.h>

#include <string.h>

#include "cli/command.h"
#include "cli/options.h"

static bool run_lint(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_bill_lint(s, stdout);
}

static bool run_base(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_bill_base(s, stdout);
}

static bool run_show(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)words, (void)count;
    return scr_bill_show(s, o->format, stdout);
}

static bool run_try(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    FILE *out = progress_output();
    bool ok = scr_bill_try(s, (const char *const *)words, (size_t)count, o->format, out);
    progress_end(out);
    return ok;
}

static bool run_gaps(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)words, (void)count;
    return scr_bill_gaps(s, o->against ? o->against : "", stdout);
}

static bool run_probe(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_bill_probe(s, stdout);
}

static bool run_report(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    bool plain = strcmp(o->format, "md") == 0;
    return scr_bill_report(s, (const char *const *)words, (size_t)count, plain ? "md" : "html",
                           stdout);
}

/* Words with "=" are limits with their values. */
static bool run_sweep(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    const char *const *items = (const char *const *)words;
    size_t limits = 0, all = (size_t)count;
    while (limits < all && strchr(items[limits], '='))
        limits++;
    return scr_bill_sweep(s, items, limits, items + limits, all - limits, o->format, stdout);
}

static bool is_bill(const char *word)
{
    const char *end = strrchr(word, '.');
    return end && end != word && (strcmp(end, ".yaml") == 0 || strcmp(end, ".yml") == 0);
}

/* Moves the bills out of the words; how many are left. */
static int take_bills(struct cli_options *o, char **words, int count)
{
    int left = 0;
    for (int i = 0; i < count; i++)
        if (!is_bill(words[i]))
            words[left++] = words[i];
        else if (!options_add_bill(o, words[i]))
            return WORDS_REFUSED;
    return left;
}

/* Says what is missing among the words before the usage is told. */
static bool has_bill(const struct cli_options *o, const struct command *c)
{
    if (!o->scr.bill_count)
        fprintf(stderr,
                "scrutineer: bill %s: there is no bill among the words: a file whose name ends "
                "in .yaml\n",
                c->name);
    return o->scr.bill_count > 0;
}

/* Bills, and nothing else. */
static int bills(struct cli_options *o, const struct command *c, char **words, int count)
{
    int left = take_bills(o, words, count);
    if (left == WORDS_REFUSED)
        return left;
    return has_bill(o, c) && left == 0 ? left : WORDS_UNFIT;
}

/* Bills and filings. */
static int bills_and_files(struct cli_options *o, const struct command *c, char **words, int count)
{
    int left = take_bills(o, words, count);
    if (left == WORDS_REFUSED)
        return left;
    if (!has_bill(o, c))
        return WORDS_UNFIT;
    if (left == 0)
        fprintf(stderr, "scrutineer: bill %s: there is no filing among the words\n", c->name);
    return left ? left : WORDS_UNFIT;
}

/* Limits with values, then filings, between which bills may stand. */
static int limits_and_files(struct cli_options *o, const struct command *c, char **words, int count)
{
    (void)c;
    int left = take_bills(o, words, count);
    if (left < 0)
        return left;
    bool fit = left > 1 && strchr(words[0], '=') && !strchr(words[left - 1], '=');
    return fit ? left : WORDS_UNFIT;
}

static const struct option_help show_options[] = {
    {"format", "NAME", "html: a page with deletions and insertions"},
    {0},
};
static const struct option_help try_options[] = {
    {"format", "NAME", "json: core/report/schema/effect.schema.json"},
    {0},
};
static const struct option_help sweep_options[] = {
    {"format", "NAME", "svg: a picture of the curve"},
    {0},
};
static const struct option_help standard_options[] = {
    {"against", "idea|venice|coe|recommendations", "the standard (lawbase/standards)"},
    {0},
};
static const struct option_help report_options[] = {
    {"format", "NAME", "html (default): nothing outside the page is needed; md: Markdown"},
    {0},
};

static const struct command commands[] = {
    {.name = "lint",
     .synopsis = "BILL.yaml...",
     .summary = "does it fit the law, and what does it forget?",
     .about =
         "Tells what moved in the law since the bill was drafted, where bills are in each "
         "other's way, what is wrong with the law after them (citations of what is repealed, "
         "limits that nothing uses any more, sanctions without an offence), and runs the tests "
         "of the bills' own rules. Errors end with status 2; warnings do not.\n",
     .most = MANY_WORDS,
     .prepare = bills,
     .run = run_lint},
    {.name = "base",
     .synopsis = "BILL.yaml",
     .summary = "the lines of \"base:\" for the law as it stands",
     .about = "Put them into the bill when you have read the law that it amends: `bill lint` then "
              "tells when that law moves.\n",
     .most = MANY_WORDS,
     .prepare = bills,
     .run = run_base},
    {.name = "show",
     .synopsis = "BILL.yaml... [--format html]",
     .summary = "the redline, article by article, and the law as it would read",
     .options = {show_options},
     .formats = "text or html",
     .most = MANY_WORDS,
     .prepare = bills,
     .run = run_show},
    {.name = "try",
     .synopsis = "BILL.yaml... FILE... [--as-if DATE]",
     .summary = "filings under today's law and under the bill",
     .about = "Reads the filings once and tells which findings appear, vanish, change their "
              "severity or become undetermined: counts and sums by rule, actor and year, and both "
              "laws' reasons.\n",
     .options = {try_options, amending_options, reading_options, choosing_options, working_options},
     .formats = "text or json",
     .most = MANY_WORDS,
     .watched = true,
     .prepare = bills_and_files,
     .run = run_try},
    {.name = "sweep",
     .synopsis = "LIMIT=5%..50%/5% [LIMIT=...] [BILL.yaml...] FILE...",
     .summary = "what filings would meet over many values of a limit",
     .about =
         "Reads the filings once, whatever the number of values, and tells findings, actors and "
         "sums at each: all versions of the limit have that value then. \"just under\" counts what "
         "the value in front finds and this one does not; the curve's sharpest bend is marked.\n"
         "\n"
         "  5%..50%/5%   from, to, step; or a list: 10%,30%. An amount without a currency\n"
         "               has that of the limit\n",
     .options = {sweep_options, amending_options, reading_options, choosing_options,
                 working_options},
     .formats = "text, csv, json or svg",
     .most = MANY_WORDS,
     .watched = true,
     .prepare = limits_and_files,
     .run = run_sweep},
    {.name = "gaps",
     .synopsis = "BILL.yaml... --against STANDARD",
     .summary = "which items of a standard it closes or opens",
     .about = "A bill says under \"answers:\" which items it answers; what it repeals opens those "
              "that rest on it.\n",
     .options = {standard_options},
     .most = MANY_WORDS,
     .prepare = bills,
     .run = run_gaps},
    {.name = "probe",
     .synopsis = "BILL.yaml...",
     .summary = "the cheapest ways around what it prohibits",
     .about =
         "Takes a record that a rule of the bill catches (out of the rule's tests) and changes as "
         "little as it can until the rule catches it no more: to the limit, to another kind of "
         "donor, by a day, by schemes known from practice (lawbase/schemes.yaml), among them such "
         "that turn it into another type of record: a loan in place of a gift. Each way is checked "
         "by the whole law and shown as a filing, so that a drafter can close it, and make it a "
         "test.\n",
     .most = MANY_WORDS,
     .prepare = bills,
     .run = run_probe},
    {.name = "report",
     .synopsis = "BILL.yaml... FILE... [--format md]",
     .summary = "a paper for the committee, as one page",
     .about =
         "The redline, the effect on the filings with charts, what it closes and opens of the "
         "standards, ways around it, provisions concerned, the law after it, confidence and limits "
         "of the data.\n",
     .examples = "  scrutineer bill report BILL.yaml FILE > paper.html\n",
     .options = {report_options, amending_options, reading_options, choosing_options,
                 working_options},
     .formats = "html or md",
     .most = MANY_WORDS,
     .watched = true,
     .prepare = bills_and_files,
     .run = run_report},
    {0},
};

static const struct option_help options[] = {
    {"jurisdiction", "LIST", "only these (default: all)"},
    {0},
};

const struct command command_bill = {
    .name = "bill",
    .synopsis = "COMMAND BILL.yaml... [FILE...] [options]",
    .summary = "what an amendment would change, in the law and in filings",
    .about = "A bill is a short YAML file that says what an amendment changes. `check`, `law` and "
             "`explain` take --bill FILE as well; examples/bills/README.md leads from an idea to a "
             "paper for the committee.\n",
    .status = "0 done, 2 not, 130 interrupted",
    .examples = "  scrutineer check --bill BILL.yaml FILE\n",
    .options = {options, amending_options, law_options},
    .broken_law = true,
    .commands = commands,
};
