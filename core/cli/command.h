/* SPDX-License-Identifier: Apache-2.0
 *
 * What a command is: a row of a table. From these tables come dispatch, --help, the manual's pages
 * and the completions of shells, so that none of them can tell what another does not.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stddef.h>
#include <stdio.h>

#include "scrutineer.h"

struct cli_options;
struct watch;

/* One option as a command takes it. */
struct option_help {
    const char *name;     /* without "--" */
    const char *argument; /* "FILE", or its choices, "text|svg"; NULL: it has none */
    const char *help;     /* one paragraph; NULL: another spelling, not told */
};

enum { MOST_SETS = 10, MANY_WORDS = 1 << 20 };

/* What `prepare` gives instead of a number of words: they do not fit; or the user was told why. */
enum { WORDS_UNFIT = -1, WORDS_REFUSED = -2 };

struct command {
    const char *name;     /* the word that calls it */
    const char *synopsis; /* what stands behind the name; a line for each way to call it */
    const char *summary;  /* one line, without a full stop */
    const char *about;    /* paragraphs; lines that begin with a blank are shown as they are */
    const char *status;   /* what the exit status tells */
    const char *examples; /* lines */
    /* Sets of options, each ended by an empty one; of two of one name the first is told. */
    const struct option_help *options[MOST_SETS];
    const char *formats; /* that --format may name: "text, csv or html"; NULL: there is no choice */
    bool reports;        /* the formats are those of reports; it heeds the project file */
    int least, most;     /* words behind the name */
    const char *needs;   /* what it lacks when there are fewer; NULL: the synopsis tells */
    bool watched;        /* tells how far it is, and can be interrupted */
    bool confined;       /* gives up what it does not need (confine.h) */
    bool broken_law;     /* runs as far as it can when the law base has errors */
    const struct command *commands; /* those behind it, ended by an empty one; NULL: none */
    /* Takes words that are options in truth out of the others; how many are left. May be NULL. */
    int (*prepare)(struct cli_options *, const struct command *, char **words, int count);
    /* What it does: with a law base, */
    bool (*run)(struct scr_session *, const struct cli_options *, char **words, int count);
    /* again with --watch, when what this names has changed; NULL: there is no --watch; */
    void (*watch)(const struct cli_options *, char **words, int count, struct watch *);
    /* or without one. */
    bool (*run_alone)(const struct cli_options *, char **words, int count);
};

/* A command of the program, and which of those behind it; `inner` is NULL where there are none, or
 * none is named. */
struct call {
    const struct command *outer, *inner;
};

/* The program's commands, in the order of its help, ended by NULL. */
extern const struct command *const program_commands[];
extern const struct command command_check, command_merge, command_ledger, command_letter,
    command_verify, command_key, command_law, command_bill, command_explain, command_why_not,
    command_graph, command_name, command_format, command_plugin, command_lsp, command_help;

/* Options that several commands share. */
extern const struct option_help jurisdiction_options[], law_options[], amending_options[],
    reading_options[], choosing_options[], working_options[];

/* Runs the command that argv[0] names; gives the exit status. */
int command_run(int argc, char **argv);

const struct command *command_find(const char *name);
const struct command *command_find_behind(const struct command *outer, const char *name);
/* The command itself: the inner one where there is one. */
const struct command *call_command(const struct call *);
/* The options in the order of help, those of the inner command first; NULL behind the last. */
const struct option_help *call_option(const struct call *, size_t index);
/* Whether the option is one of all commands behind the outer one. */
bool call_shares(const struct call *, const struct option_help *);
/* The formats that --format may name, "text, csv or html"; NULL: none. */
const char *call_formats(const struct call *);

/* What may stand behind an option: nothing, one of some words ("text|svg"), a file, a folder, or
 * what nobody can guess. */
enum option_value { VALUE_NONE, VALUE_CHOICE, VALUE_FILE, VALUE_FOLDER, VALUE_ANY };
enum option_value call_option_value(const struct call *, const struct option_help *, char *choices,
                                    size_t size);

/* Help as --help shows it; of the program where there is no command. */
void help_print(const struct call *, FILE *);
/* The formats of `help`: a page of the manual, and completions of shells for all commands. */
void help_manual(const struct command *, FILE *);
bool help_completion(const char *shell, FILE *);

#endif
