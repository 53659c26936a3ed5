/* SPDX-License-Identifier: Apache-2.0
 *
 * What the commands share: options, where the law base lies, exit status.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdio.h>

#include "scrutineer.h"

enum { EXIT_NOTHING = 0, EXIT_FINDINGS = 1, EXIT_WRONG = 2, EXIT_INTERRUPTED = 130 };
enum { MOST_BILLS = 64, MOST_JURISDICTIONS = 64, MOST_REGISTERS = 64, MOST_PROJECT = 128 };

enum fail_on { FAIL_ON_VIOLATION, FAIL_ON_INDICATOR, FAIL_ON_UNDETERMINED, FAIL_ON_NEVER };

struct cli_options {
    struct scr_options scr;
    const char *jurisdictions[MOST_JURISDICTIONS];
    const char *registers[MOST_REGISTERS];
    const char *bills[MOST_BILLS];
    const char *format;
    const char *partial; /* file that gets a partial result instead of a report; NULL: none */
    const char *to;      /* of records that are converted */
    const char *on;
    const char *home;     /* countries */
    const char *formats;  /* that --format may name: "text, json or ndjson" */
    unsigned threshold;   /* percent */
    const char *template; /* of a letter */
    const char *status, *by, *why, *until, *head, *key; /* of a decision; of a ledger */
    const char *against, *topic;                        /* a standard; a topic */
    const char *kind, *alike;                           /* of names */
    const char *output;    /* the file that a report or a bundle is written to */
    const char *sign;      /* the secret key that signs the report */
    const char *release;   /* of a bundle */
    const char *installed; /* the folder of bundles that were installed */
    bool pairs;
    bool watch;      /* again whenever something changes */
    bool no_sandbox; /* everything that the user may, plugins' mistakes may */
    enum fail_on fail_on;
    bool colour_messages, colour_asked; /* asked: also where the report goes to no terminal */
    char *owned[5];                     /* folders found, jurisdictions cut apart */
    char *project[MOST_PROJECT];        /* values of the project file */
    size_t project_count;
};

struct call;
struct option_help;

/* Reads the options that the command takes; words that are left begin at optind. False, with a
 * message, on a wrong one. *done: help is asked for, and nothing else. */
bool options_read(struct cli_options *, const struct call *, int argc, char **argv, bool *done);
/* Where the first word stands that is neither an option nor an option's value; argc: nowhere. */
int options_first_word(int argc, char **argv);
/* The letter that is short for it; '\0': none. */
char option_letter(const char *name);
/* What to show as its value, "" for none: of --format the formats, when they are few. */
void option_argument(const struct call *, const struct option_help *, char *out, size_t size);
/* "text, json or ndjson" */
const char *options_report_formats(void);
/* The nearest project file, from the working directory upward; false: there is none. */
bool project_find(char *path, size_t size);
/* False when the arguments leave it out, or ask for help. */
bool project_wanted(int argc, char **argv);
/* One bill more; false after a message. */
bool options_add_bill(struct cli_options *, const char *file);
void options_free(struct cli_options *);

/* Gives up what the command does not need (cli/confine.h); before a plugin is loaded. */
void options_confine(const struct cli_options *, char **files, int count);

/* Prints messages and frees the session; gives `status`, or EXIT_WRONG when output failed. */
int finish(struct scr_session *, const struct cli_options *, int status);

/* No memory: one message and EXIT_WRONG, also where a library would go on without. */
void memory_is_there_or_ends(void);
/* The same for ours: the caller frees it. */
void *memory_take(size_t size);
char *memory_copy(const char *string);

/* The exit status that the findings ask for. */
int findings_status(const struct scr_session *, enum fail_on);

/* A line on the terminal; nothing elsewhere. */
enum progress_when { PROGRESS_AUTO, PROGRESS_AT_ONCE, PROGRESS_NEVER };
void progress_set(enum progress_when);
bool progress_show(void *owner, const struct scr_progress *);
void progress_clear(void);
/* Where a report goes: standard output, the line cleared before each write on the same terminal. */
FILE *progress_output(void);
/* After the last write: the line is cleared. */
void progress_end(FILE *output);
/* Ctrl-C asks the check to stop; a second one ends the program. */
void progress_catch_interrupt(void);
bool progress_interrupted(void);

#endif
