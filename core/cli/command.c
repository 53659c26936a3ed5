/* SPDX-License-Identifier: Apache-2.0
 *
 * Finds the command that was called, reads its options, and runs it.
 */
#include <config.h>

#include "cli/command.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>

#include "cli/watch.h"

enum { MOST_NAMES = 64 };

const struct command *command_find(const char *name)
{
    for (size_t i = 0; program_commands[i]; i++)
        if (strcmp(name, program_commands[i]->name) == 0)
            return program_commands[i];
    return NULL;
}

const struct command *command_find_behind(const struct command *outer, const char *name)
{
    for (const struct command *c = outer->commands; c && c->name; c++)
        if (strcmp(name, c->name) == 0)
            return c;
    return NULL;
}

const struct command *call_command(const struct call *call)
{
    return call->inner ? call->inner : call->outer;
}

const char *call_formats(const struct call *call)
{
    const struct command *c = call_command(call);
    return c->reports ? options_report_formats() : c->formats;
}

static size_t names_behind(const struct command *outer, const char **names)
{
    size_t count = 0;
    for (const struct command *c = outer->commands; c && c->name && count < MOST_NAMES; c++)
        names[count++] = c->name;
    return count;
}

/* Of a program's command, or, when `outer` is one, of a command behind it. */
static int unknown_command(const struct command *outer, const char *word)
{
    const char *names[MOST_NAMES] = {NULL};
    size_t count = 0;
    if (outer)
        count = names_behind(outer, names);
    else
        for (; program_commands[count]; count++)
            names[count] = program_commands[count]->name;
    const char *nearest = scr_nearest(word, names, count);
    fprintf(stderr, "scrutineer: no command \"%s%s%s\"", outer ? outer->name : "", outer ? " " : "",
            word);
    if (nearest)
        fprintf(stderr, "; did you mean \"%s\"?\n", nearest);
    else
        fprintf(stderr, "; `scrutineer %s%s--help` lists them\n", outer ? outer->name : "",
                outer ? " " : "");
    return EXIT_WRONG;
}

static int no_command(const struct command *outer)
{
    fprintf(stderr, "scrutineer: %s: expected one of", outer->name);
    for (const struct command *c = outer->commands; c->name; c++)
        fprintf(stderr, "%s %s", c == outer->commands ? "" : ",", c->name);
    fputc('\n', stderr);
    return EXIT_WRONG;
}

/* The first way to call it, on one line. */
static int wrong_words(const struct call *call)
{
    const struct command *c = call_command(call);
    const char *outer = call->inner ? call->outer->name : "", *gap = call->inner ? " " : "";
    if (c->needs)
        fprintf(stderr, "scrutineer: %s%s%s needs %s; `scrutineer %s%s%s --help` shows how\n",
                outer, gap, c->name, c->needs, outer, gap, c->name);
    else
        fprintf(stderr,
                "scrutineer: usage: scrutineer %s%s%s%s%.*s; `scrutineer %s%s%s --help` tells "
                "more\n",
                outer, gap, c->name, *c->synopsis ? " " : "", (int)strcspn(c->synopsis, "\n"),
                c->synopsis, outer, gap, c->name);
    return EXIT_WRONG;
}

/* --- running --- */

static int run_alone(const struct command *c, struct cli_options *o, char **words, int count)
{
    bool ok = c->run_alone(o, words, count);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return ok ? EXIT_NOTHING : EXIT_WRONG;
    if (errno != EPIPE)
        fprintf(stderr, "scrutineer: the output could not be written: %s\n", strerror(errno));
    return EXIT_WRONG;
}

/* What is run, and may be again. */
struct called {
    const struct call *call;
    struct cli_options *options;
    char **words;
    int count;
};

static int run_with_law(void *owner)
{
    const struct called *called = owner;
    const struct command *c = call_command(called->call);
    struct cli_options *o = called->options;
    if (c->watched) {
        o->scr.progress = progress_show;
        progress_catch_interrupt();
    }
    struct scr_session *s = scr_session_new(&o->scr);
    bool ok = scr_load(s);
    if (ok || called->call->outer->broken_law)
        ok = c->run(s, o, called->words, called->count) && ok;
    progress_clear();
    if (scr_stopped(s)) {
        fputs("scrutineer: interrupted; what was written is not complete\n", stderr);
        return finish(s, o, EXIT_INTERRUPTED);
    }
    int done = c->reports ? findings_status(s, o->fail_on) : EXIT_NOTHING;
    return finish(s, o, ok ? done : EXIT_WRONG);
}

static void watch_called(void *owner, struct watch *w)
{
    const struct called *called = owner;
    call_command(called->call)->watch(called->options, called->words, called->count, w);
}

static int run(const struct call *call, struct cli_options *o, char **words, int count)
{
    const struct command *c = call_command(call);
    int (*prepare)(struct cli_options *, const struct command *, char **,
                   int) = c->prepare ? c->prepare : call->outer->prepare;
    if (count < c->least || count > c->most)
        return wrong_words(call);
    if (prepare)
        count = prepare(o, c, words, count);
    if (count == WORDS_UNFIT)
        return wrong_words(call);
    if (count == WORDS_REFUSED)
        return EXIT_WRONG;
    if (c->run_alone)
        return run_alone(c, o, words, count);
    if (c->confined)
        options_confine(o, words, count);
    struct called called = {call, o, words, count};
    return o->watch ? watch_again(&(struct watched_work){run_with_law, watch_called}, &called)
                    : run_with_law(&called);
}

/* Where the word that names the inner command stands: behind options that stand before it; argc
 * when there is none. */
static int inner_word(int argc, char **argv)
{
    return argc > 1 && *argv[1] != '-' ? 1 : options_first_word(argc, argv);
}

/* Takes the inner command's name out of the arguments. */
static void take_out(int at, int *argc, char **argv)
{
    memmove(argv + at, argv + at + 1, (size_t)(*argc - at) * sizeof *argv);
    --*argc;
}

int command_run(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    struct call call = {command_find(argv[0]), NULL};
    if (!call.outer)
        return unknown_command(NULL, argv[0]);
    if (call.outer->commands) {
        int at = inner_word(argc, argv);
        if (at < argc) {
            call.inner = command_find_behind(call.outer, argv[at]);
            if (!call.inner)
                return unknown_command(call.outer, argv[at]);
            take_out(at, &argc, argv);
        }
    }
    int status = EXIT_WRONG;
    if (!options_read(&o, &call, argc, argv, &done)) {
        status = EXIT_WRONG;
    } else if (done) {
        help_print(&call, stdout);
        status = EXIT_NOTHING;
    } else if (call.outer->commands && !call.inner) {
        status = no_command(call.outer);
    } else {
        status = run(&call, &o, argv + optind, argc - optind);
    }
    options_free(&o);
    return status;
}
