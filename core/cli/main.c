/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"

static const struct command {
    const char *name, *what;
    int (*run)(int argc, char **argv);
} commands[] = {
    {"check", "check filings against the law", command_check},
    {"merge", "join partial results of checks into one report", command_merge},
    {"ledger", "decide on findings, and see what is due", command_ledger},
    {"letter", "write a letter about a finding", command_letter},
    {"verify", "make a report again and compare", command_verify},
    {"key", "sign reports and ledgers", command_key},
    {"law", "read, check, test and compare the law base", command_law},
    {"bill", "what an amendment would change, in the law and in filings", command_bill},
    {"explain", "tell a rule in plain words, or a finding from cell to conclusion",
     command_explain},
    {"why-not", "why a rule did not find a record", command_why_not},
    {"graph", "show who owns somebody, by registers", command_graph},
    {"name", "tell how names are read, how alike two are, who is listed", command_name},
    {"format", "list, guess, draft or test file formats; convert filings", command_format},
    {"plugin", "make, document, lint and test kinds of rules", command_plugin},
    {"lsp", "serve editors: completion, errors, go to definition", command_lsp},
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_help(FILE *out)
{
    fputs("usage: scrutineer COMMAND [options]\n\n"
          "Checks campaign-finance and political-media filings against electoral law.\n\n",
          out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  %-10s %s\n", commands[i].name, commands[i].what);
    fputs("\n`scrutineer COMMAND --help` tells more; `scrutineer --version` the version.\n\n"
          "  scrutineer check -j am examples/am/donations.csv\n"
          "  scrutineer format new my.csv > my.yaml    (examples/new-format shows how to go on)\n",
          out);
}

/* How many letters two words begin with in common. */
static size_t common(const char *a, const char *b)
{
    size_t n = 0;
    while (a[n] && a[n] == b[n])
        n++;
    return n;
}

static int unknown_command(const char *word)
{
    const struct command *nearest = NULL;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (common(word, commands[i].name) >= 2)
            nearest = &commands[i];
    fprintf(stderr, "scrutineer: no command \"%s\"", word);
    if (nearest)
        fprintf(stderr, "; did you mean \"%s\"?\n", nearest->name);
    else
        fputs("; `scrutineer --help` lists them\n", stderr);
    return EXIT_WRONG;
}

int main(int argc, char **argv)
{
    memory_is_there_or_ends();
    setlocale(LC_CTYPE, "");
    /* Writing to a reader that went away gives an error that finish() sees, not a silent death. */
    signal(SIGPIPE, SIG_IGN);
    /* So does a file that may not grow any more (ulimit -f). */
    signal(SIGXFSZ, SIG_IGN);
    if (argc < 2) {
        print_help(stderr);
        return EXIT_WRONG;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        print_help(stdout);
        return EXIT_NOTHING;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("scrutineer %s\n", scr_version());
        return EXIT_NOTHING;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    return unknown_command(argv[1]);
}
