/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "cli/command.h"
#include "cli/options.h"

static bool run_lint(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_law_lint(s, stdout);
}

static bool run_list(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_law_list(s, stdout);
}

static bool run_show(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)count;
    return scr_law_show(s, words[0], o->on, stdout);
}

static bool run_test(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o;
    return scr_law_test(s, (const char *const *)words, (size_t)count, stdout);
}

static bool run_timeline(struct scr_session *s, const struct cli_options *o, char **words,
                         int count)
{
    (void)count;
    return scr_law_timeline(s, words[0], o->format, stdout);
}

static bool run_diff(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)count;
    return scr_law_diff(s, words[0], words[1], stdout);
}

static bool run_search(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o;
    return scr_law_search(s, (const char *const *)words, (size_t)count, stdout);
}

static bool run_coverage(struct scr_session *s, const struct cli_options *o, char **words,
                         int count)
{
    (void)words, (void)count;
    return scr_law_coverage(s, o->threshold, stdout);
}

static bool run_mutate(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_law_mutate(s, stdout);
}

static bool run_gaps(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)words, (void)count;
    return scr_law_gaps(s, o->against ? o->against : "", o->on, o->format, stdout);
}

static bool run_compare(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)words, (void)count;
    return scr_law_compare(s, o->topic ? o->topic : "", o->on, o->format, stdout);
}

static bool run_export(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)words, (void)count;
    return scr_law_export(s, o->on, o->format, stdout);
}

static bool run_stats(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)words, (void)count;
    return scr_law_stats(s, stdout);
}

static bool run_schema(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)o, (void)count;
    return scr_law_schema(s, words[0], stdout);
}

/* The words of `compare` are the jurisdictions to load. */
static int take_jurisdictions(struct cli_options *o, const struct command *c, char **words,
                              int count)
{
    (void)c;
    for (int i = 0; i < count; i++)
        o->jurisdictions[i] = words[i];
    o->scr.jurisdictions = o->jurisdictions;
    o->scr.jurisdiction_count = (size_t)count;
    return count;
}

static const struct option_help lint_options[] = {
    {"notes", NULL, "also name the provisions that no rule rests on"},
    {0},
};
static const struct option_help show_options[] = {
    {"on", "DATE", "as in force on that day, like 2020-06-01 (default: its history)"},
    {0},
};
static const struct option_help day_options[] = {
    {"on", "DATE", "as in force on that day (default: as last encoded)"},
    {0},
};
static const struct option_help format_options[] = {
    {"format", "NAME", "text (default), a table for a spreadsheet (csv) or a page (html)"},
    {0},
};
static const struct option_help timeline_options[] = {{"format", "NAME", "svg: a picture"}, {0}};
static const struct option_help gaps_options[] = {
    {"against", "idea|venice|coe|recommendations", "the standard (lawbase/standards)"},
    {0},
};
static const struct option_help compare_options[] = {
    {"topic", "NAME", "like foreign-funding; a wrong one is answered with the list"},
    {0},
};
static const struct option_help coverage_options[] = {
    {"threshold", "N", "fail under N percent (default: 100)"},
    {0},
};
static const struct option_help export_options[] = {
    {"on", "DATE", "json: as in force on that day (default: as last encoded)"},
    {"format", "NAME", "json, or a book (html)"},
    {0},
};

static const struct command commands[] = {
    {.name = "lint",
     .synopsis = "[--notes]",
     .summary = "checks the law base",
     .about = "Checks names, citations, periods, units, sources, doubts, translations, conditions "
              "that are always or never true, what is not used, what is not tested. Errors end "
              "with status 2; warnings do not.\n",
     .options = {lint_options},
     .run = run_lint},
    {.name = "list", .synopsis = "", .summary = "the rules, by jurisdiction", .run = run_list},
    {.name = "show",
     .synopsis = "ID [--on DATE]",
     .summary = "a rule, provision, act, parameter, definition or election",
     .about = "An act is shown with all its provisions.\n",
     .examples = "  scrutineer law show am.donation_cap --on 2023-01-01\n",
     .options = {show_options},
     .least = 1,
     .most = 1,
     .run = run_show},
    {.name = "search",
     .synopsis = "WORD...",
     .summary = "what holds all the words, in any language",
     .about = "Looks into names, titles, summaries, citations, conditions and doubts.\n",
     .least = 1,
     .most = MANY_WORDS,
     .run = run_search},
    {.name = "timeline",
     .synopsis = "ID [--format svg]",
     .summary = "how a rule, limit, provision or act changed over time",
     .about = "A rule is shown with its limits and provisions, an act with all its provisions.\n",
     .options = {timeline_options},
     .formats = "text or svg",
     .least = 1,
     .most = 1,
     .run = run_timeline},
    {.name = "diff",
     .synopsis = "DATE1 DATE2",
     .summary = "what changed in the law between two days",
     .about = "Tells each change after the first day, up to the second, in the order of time, with "
              "its article, source and doubt.\n",
     .least = 2,
     .most = 2,
     .run = run_diff},
    {.name = "test",
     .synopsis = "[WORD...]",
     .summary = "runs the tests that the rules carry",
     .about =
         "With words only those of which the rule's or the test's name holds them all; each is "
         "told with the outcome that it expects.\n",
     .examples = "  scrutineer law test am.donation.cap T-03\n",
     .most = MANY_WORDS,
     .run = run_test},
    {.name = "gaps",
     .synopsis = "--against STANDARD [-j am] [--on DATE]",
     .summary = "the law held against an international standard",
     .about =
         "Tells for each item whether the law covers it, covers it partly, or misses it, and which "
         "provisions and rules it rests on. Unknown: no source that was read tells.\n",
     .options = {gaps_options, day_options, format_options},
     .formats = "text, csv or html",
     .run = run_gaps},
    {.name = "compare",
     .synopsis = "am ge ... --topic TOPIC [--on DATE]",
     .summary = "jurisdictions side by side",
     .about = "Shows all items of the standards and all rules that are about one topic.\n",
     .options = {compare_options, day_options, format_options},
     .formats = "text, csv or html",
     .least = 1,
     .most = MOST_JURISDICTIONS,
     .prepare = take_jurisdictions,
     .run = run_compare},
    {.name = "coverage",
     .synopsis = "[--threshold N]",
     .summary = "what the tests have seen of each condition",
     .about = "Names each atomic condition that no test has seen true, false or unknown, as far as "
              "it can be that where it is reached.\n",
     .options = {coverage_options},
     .run = run_coverage},
    {.name = "mutate",
     .synopsis = "",
     .summary = "small changes of the law that no test notices",
     .about =
         "Changes limits, days and operators one at a time, and runs the tests each time. What "
         "no test notices is alive: write a test, or, when nobody could tell the difference, "
         "name it under `except:` of the rule, limit or definition: - {mutant: \"...\", "
         "because: \"...\"}.\n",
     .run = run_mutate},
    {.name = "export",
     .synopsis = "[-j am] [--on DATE] [--format html]",
     .summary = "the law for other programs, or as a book to proof-read",
     .about =
         "json: acts, provisions (with identifiers in the manner of Akoma Ntoso), limits, "
         "elections "
         "and rules as on one day. html: a page to print, with every version, each rule in plain "
         "words, and a line to sign.\n",
     .options = {export_options},
     .formats = "json or html",
     .run = run_export},
    {.name = "stats",
     .synopsis = "[-j LIST]",
     .summary = "the figures of the law base, as Markdown",
     .about = "Counts everything, and runs coverage and mutants, which takes some seconds.\n",
     .run = run_stats},
    {.name = "schema",
     .synopsis = "NAME",
     .summary = "the JSON Schema of a kind of file",
     .about =
         "NAME: jurisdiction, instruments, parameters, definitions, elections, rules, letters, "
         "publication, threats, standard, bill, schemes, vocabulary, format, layouts, "
         "header-words, names. Editors complete and check as one types; lawbase/schema has them "
         "all.\n",
     .least = 1,
     .most = 1,
     .run = run_schema},
    {0},
};

static const struct option_help options[] = {
    {"jurisdiction", "LIST", "only these (default: all)"},
    {"include-low", NULL, "also what rests on law of low confidence"},
    {0},
};

const struct command command_law = {
    .name = "law",
    .synopsis = "COMMAND [options]",
    .summary = "read, check, test and compare the law base",
    .status = "0 in order, 2 not",
    .examples = "  scrutineer law show am.donation_cap --on 2023-01-01\n",
    .options = {options, amending_options, law_options},
    .broken_law = true,
    .commands = commands,
};
