/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>
#include <string.h>

#include "cli/options.h"

/* One of the commands behind `scrutineer law`. */
struct law_command {
    const char *name;
    int least, most;     /* arguments behind the name */
    const char *formats; /* of --format; NULL: it has none */
    const char *usage, *what, *help;
    bool (*run)(struct scr_session *, const struct cli_options *, char **words, int count);
};

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

static const struct law_command commands[] = {
    {"lint", 0, 0, NULL, "law lint [--notes]", "checks the law base",
     "Checks names, citations, periods, units, sources, doubts, translations, conditions that are\n"
     "always or never true, what is not used, what is not tested. Errors end with status 2;\n"
     "warnings do not.\n"
     "\n"
     "      --notes              also name the provisions that no rule rests on\n",
     run_lint},
    {"list", 0, 0, NULL, "law list", "the rules, by jurisdiction", "", run_list},
    {"show", 1, 1, NULL, "law show ID [--on DATE]",
     "a rule, provision, act, parameter, definition or election",
     "An act is shown with all its provisions.\n"
     "\n"
     "      --on DATE            as in force on that day, like 2020-06-01 (default: its history)\n",
     run_show},
    {"search", 1, 64, NULL, "law search WORD...", "what holds all the words, in any language",
     "Looks into names, titles, summaries, citations, conditions and doubts.\n"
     "\n",
     run_search},
    {"timeline", 1, 1, "text or svg", "law timeline ID [--format svg]",
     "how a rule, limit, provision or act changed over time",
     "A rule is shown with its limits and provisions, an act with all its provisions.\n"
     "\n"
     "      --format text|svg    svg: a picture\n",
     run_timeline},
    {"diff", 2, 2, NULL, "law diff DATE1 DATE2", "what changed in the law between two days",
     "Tells each change after the first day, up to the second, in the order of time, with its\n"
     "article, source and doubt.\n"
     "\n",
     run_diff},
    {"test", 0, 64, NULL, "law test [WORD...]", "runs the tests that the rules carry",
     "With words only those of which the rule's or the test's name holds them all; each is told "
     "with\n"
     "the outcome that it expects, like: scrutineer law test am.donation.cap T-03\n"
     "\n",
     run_test},
    {"gaps", 0, 0, "text, csv or html", "law gaps --against STANDARD [-j am] [--on DATE]",
     "the law held against an international standard",
     "Tells for each item whether the law covers it, covers it partly, or misses it, and which\n"
     "provisions and rules it rests on. Unknown: no source that was read tells.\n"
     "\n"
     "      --against NAME       idea, venice, coe, recommendations (lawbase/standards)\n"
     "      --on DATE            as in force on that day (default: as last encoded)\n"
     "      --format text|csv|html\n",
     run_gaps},
    {"compare", 1, 64, "text, csv or html", "law compare am ge ... --topic TOPIC [--on DATE]",
     "jurisdictions side by side",
     "Shows all items of the standards and all rules that are about one topic.\n"
     "\n"
     "      --topic NAME         like foreign-funding; a wrong one is answered with the list\n"
     "      --on DATE            as in force on that day (default: as last encoded)\n"
     "      --format text|csv|html\n",
     run_compare},
    {"coverage", 0, 0, NULL, "law coverage [--threshold N]",
     "what the tests have seen of each condition",
     "Names each atomic condition that no test has seen true, false or unknown, as far as it can\n"
     "be that where it is reached.\n"
     "\n"
     "      --threshold N        fail under N percent (default: 100)\n",
     run_coverage},
    {"mutate", 0, 0, NULL, "law mutate", "small changes of the law that no test notices",
     "Changes limits, days and operators one at a time, and runs the tests each time. What no "
     "test\n"
     "notices is alive: write a test, or, when nobody could tell the difference, name it under\n"
     "`except:` of the rule, limit or definition: - {mutant: \"...\", because: \"...\"}.\n"
     "\n",
     run_mutate},
    {"export", 0, 0, "json or html", "law export [-j am] [--on DATE] [--format html]",
     "the law for other programs, or as a book to proof-read",
     "json: acts, provisions (with identifiers in the manner of Akoma Ntoso), limits, elections "
     "and\n"
     "rules as on one day. html: a page to print, with every version, each rule in plain words, "
     "and\n"
     "a line to sign.\n"
     "\n"
     "      --on DATE            json: as in force on that day (default: as last encoded)\n"
     "      --format json|html\n",
     run_export},
    {"stats", 0, 0, NULL, "law stats [-j LIST]", "the figures of the law base, as Markdown",
     "Counts everything, and runs coverage and mutants, which takes some seconds.\n"
     "\n",
     run_stats},
    {"schema", 1, 1, NULL, "law schema NAME", "the JSON Schema of a kind of file",
     "NAME: jurisdiction, instruments, parameters, definitions, elections, rules, letters,\n"
     "publication, threats, standard, bill, schemes, vocabulary, format, layouts, header-words,\n"
     "names. Editors complete and check as one types; lawbase/schema has them all.\n"
     "\n",
     run_schema},
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const char common[] =
    "  -j, --jurisdiction LIST  only these (default: all)\n"
    "      --lang en|hy         language of the titles\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "exit status: 0 in order, 2 not\n";

static void print_help(const struct law_command *c)
{
    if (c) {
        printf("usage: scrutineer %s\n\n%s%s", c->usage, c->help, common);
        return;
    }
    puts("usage: scrutineer law COMMAND [options]\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  law %-10s %s\n", commands[i].name, commands[i].what);
    printf("\n%s\n  scrutineer law COMMAND --help\n"
           "  scrutineer law show am.donation_cap --on 2023-01-01\n",
           common);
}

static const struct law_command *find_command(const char *word)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(word, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

/* The words of `compare` are the jurisdictions to load. */
static void take_jurisdictions(struct cli_options *o, char **words, int count)
{
    for (int i = 0; i < count; i++)
        o->jurisdictions[i] = words[i];
    o->scr.jurisdictions = o->jurisdictions;
    o->scr.jurisdiction_count = (size_t)count;
}

static int run_law(struct cli_options *o, const struct law_command *c, char **words, int count)
{
    if (c->run == run_compare)
        take_jurisdictions(o, words, count);
    struct scr_session *s = scr_session_new(&o->scr);
    bool ok = scr_load(s);
    ok = c->run(s, o, words, count) && ok;
    return finish(s, o, ok ? EXIT_NOTHING : EXIT_WRONG);
}

static int unknown_command(const char *word)
{
    fputs("scrutineer: law: expected one of", stderr);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(stderr, "%s %s", i ? "," : "", commands[i].name);
    fprintf(stderr, "%s%s\n", *word ? "; found " : "", word);
    return EXIT_WRONG;
}

int command_law(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    const struct law_command *c = argc > 1 ? find_command(argv[1]) : NULL;
    if (!options_read_for(&o, argc, argv, c && c->formats ? c->formats : "text", &done)) {
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
    } else if (left - 1 < c->least || left - 1 > c->most) {
        fprintf(stderr, "scrutineer: usage: scrutineer %s; `scrutineer law %s --help` tells more\n",
                c->usage, c->name);
    } else {
        status = run_law(&o, c, argv + optind + 1, left - 1);
    }
    options_free(&o);
    return status;
}
