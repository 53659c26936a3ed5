/* SPDX-License-Identifier: Apache-2.0
 *
 * What --help shows, out of the tables of commands; and the command `help`.
 */
#include <config.h>

#include <string.h>

#include "cli/command.h"
#include "cli/options.h"

enum { WIDTH = 90, COLUMN = 27 };

static const struct option_help help_options[] = {{"help", NULL, "what it does, and how"}, {0}};

/* Whether a set before `set`, or an earlier row of it, has an option of this name. */
static bool told_before(const struct option_help *const *sets, size_t set, size_t row)
{
    for (size_t s = 0; s <= set; s++)
        for (size_t r = 0; sets[s] && sets[s][r].name && (s < set || r < row); r++)
            if (strcmp(sets[s][r].name, sets[set][row].name) == 0)
                return true;
    return false;
}

const struct option_help *call_option(const struct call *call, size_t index)
{
    const struct option_help *sets[2 * MOST_SETS + 1] = {NULL};
    const struct command *commands[] = {call->inner, call->outer};
    size_t count = 0;
    for (size_t c = 0; c < 2; c++)
        for (size_t s = 0; commands[c] && s < MOST_SETS && commands[c]->options[s]; s++)
            sets[count++] = commands[c]->options[s];
    sets[count++] = help_options;
    for (size_t s = 0; s < count; s++)
        for (size_t r = 0; sets[s][r].name; r++)
            if (!told_before(sets, s, r) && index-- == 0)
                return &sets[s][r];
    return NULL;
}

bool call_shares(const struct call *call, const struct option_help *option)
{
    struct call all = {call->outer, NULL};
    const struct option_help *shared;
    for (size_t i = 0; call->inner && (shared = call_option(&all, i)) != NULL; i++)
        if (shared == option)
            return true;
    return false;
}

/* --- text --- */

/* A paragraph, filled; the cursor stands in `column`, and each line begins at `indent`. */
static void fill(const char *text, size_t len, size_t column, size_t indent, FILE *out)
{
    bool first = true;
    for (size_t at = 0; at < len;) {
        size_t word = strcspn(text + at, " \n");
        word = word < len - at ? word : len - at;
        if (!first && column + 1 + word > WIDTH) {
            fprintf(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (!first) {
            fputc(' ', out);
            column++;
        }
        fprintf(out, "%.*s", (int)word, text + at);
        column += word;
        first = false;
        at += word;
        at += strspn(text + at, " \n");
    }
    fputc('\n', out);
}

/* How long the part of a text is that begins at `text`: a paragraph, or lines as they are. */
static size_t part_length(const char *text)
{
    const char *end = text;
    bool as_is = *text == ' ';
    while (*end && *end != '\n' && (*end == ' ') == as_is) {
        end += strcspn(end, "\n");
        end += *end == '\n';
    }
    return (size_t)(end - text);
}

static void print_about(const char *text, FILE *out)
{
    while (*text) {
        size_t len = part_length(text);
        if (len == 0)
            fputc(*text, out), len = 1;
        else if (*text == ' ')
            fwrite(text, 1, len, out);
        else
            fill(text, len, 0, 0, out);
        text += len;
    }
    fputc('\n', out);
}

static void print_option(const struct call *call, const struct option_help *option, FILE *out)
{
    char letter = option_letter(option->name), spelled[128], argument[96];
    option_argument(call, option, argument, sizeof argument);
    int len = snprintf(spelled, sizeof spelled, "  %c%c%c --%s%s%s", letter ? '-' : ' ',
                       letter ? letter : ' ', letter ? ',' : ' ', option->name,
                       *argument ? " " : "", argument);
    size_t used = (size_t)len;
    fputs(spelled, out);
    if (used > COLUMN - 2)
        fprintf(out, "\n%*s", COLUMN, "");
    else
        fprintf(out, "%*s", (int)(COLUMN - used), "");
    fill(option->help, strlen(option->help), COLUMN, COLUMN, out);
}

/* Those of all commands behind the outer one are only named. */
static void print_options(const struct call *call, FILE *out)
{
    char shared[1024] = "";
    size_t len = 0, told = 0;
    const struct option_help *option;
    for (size_t i = 0; (option = call_option(call, i)) != NULL; i++)
        if (option->help && !call_shares(call, option)) {
            print_option(call, option, out);
            told++;
        } else if (option->help && len < sizeof shared) {
            len += (size_t)snprintf(shared + len, sizeof shared - len, "%s--%s", len ? ", " : "",
                                    option->name);
        }
    if (!len)
        return;
    char line[1200];
    snprintf(line, sizeof line, "also, as `scrutineer %s --help` tells: %s", call->outer->name,
             shared);
    fputs(told ? "\n" : "", out);
    fill(line, strlen(line), 0, 0, out);
}

static void print_usage(const struct call *call, FILE *out)
{
    const struct command *c = call_command(call);
    const char *line = c->synopsis;
    for (bool first = true; first || *line; first = false) {
        size_t len = strcspn(line, "\n");
        fprintf(out, "%s scrutineer %s%s%s%s%.*s\n", first ? "usage:" : "      ",
                call->inner ? call->outer->name : "", call->inner ? " " : "", c->name,
                len ? " " : "", (int)len, line);
        line += len + (line[len] == '\n');
    }
    fputc('\n', out);
}

static void print_commands(const struct command *outer, FILE *out)
{
    int widest = 0;
    for (const struct command *c = outer->commands; c->name; c++)
        widest = (int)strlen(c->name) > widest ? (int)strlen(c->name) : widest;
    for (const struct command *c = outer->commands; c->name; c++)
        fprintf(out, "  %s %-*s  %s\n", outer->name, widest, c->name, c->summary);
    fputc('\n', out);
}

static void print_program(FILE *out)
{
    fputs("usage: scrutineer COMMAND [options]\n\n"
          "Checks campaign-finance and political-media filings against electoral law.\n\n",
          out);
    for (size_t i = 0; program_commands[i]; i++)
        fprintf(out, "  %-10s %s\n", program_commands[i]->name, program_commands[i]->summary);
    fputs("\n`scrutineer COMMAND --help` tells more; `scrutineer --version` the version.\n\n"
          "  scrutineer check -j am examples/am/donations.csv\n"
          "  scrutineer format new my.csv > my.yaml    (examples/new-format shows how to go on)\n",
          out);
}

static void print_reports(FILE *out)
{
    const char *name, *what;
    fputs("\nreports:\n", out);
    for (size_t i = 0; (name = scr_report_format(i, &what)) != NULL; i++)
        fprintf(out, "  %-8s %s\n", name, what);
}

void help_print(const struct call *call, FILE *out)
{
    if (!call->outer) {
        print_program(out);
        return;
    }
    const struct command *c = call_command(call);
    print_usage(call, out);
    if (c->about)
        print_about(c->about, out);
    if (c->commands)
        print_commands(c, out);
    print_options(call, out);
    if (c->commands)
        fprintf(out, "\n`scrutineer %s COMMAND --help` tells more.\n", c->name);
    const char *status = c->status ? c->status : call->outer->status;
    if (status) {
        fputs("\nexit status: ", out);
        fill(status, strlen(status), 13, 13, out);
    }
    if (c->examples)
        fprintf(out, "\n%s", c->examples);
    if (c->reports)
        print_reports(out);
}

/* --- the command --- */

static bool run_help(const struct cli_options *o, char **words, int count)
{
    struct call call = {NULL, NULL};
    if (count > 0)
        call.outer = command_find(words[0]);
    if (count > 1 && call.outer)
        call.inner = command_find_behind(call.outer, words[1]);
    if ((count > 0 && !call.outer) || (count > 1 && !call.inner)) {
        fprintf(stderr, "scrutineer: no command \"%s%s%s\"; `scrutineer help%s%s` lists them\n",
                words[0], count > 1 ? " " : "", count > 1 ? words[1] : "", call.outer ? " " : "",
                call.outer ? words[0] : "");
        return false;
    }
    if (strcmp(o->format, "man") == 0)
        help_manual(call.outer, stdout);
    else if (!help_completion(o->format, stdout))
        help_print(&call, stdout);
    return true;
}

static const struct option_help options[] = {
    {"format", "NAME",
     "text (default); man: a page of the manual; bash, zsh, fish: what completes commands, options "
     "and their values in that shell"},
    {0},
};

const struct command command_help = {
    .name = "help",
    .synopsis = "[COMMAND [COMMAND]] [--format text|man|bash|zsh|fish]",
    .summary = "tell what a command does, as text or as a page of the manual",
    .about = "As `scrutineer COMMAND --help`. The pages of the manual (`man scrutineer-check`) and "
             "the completions of shells are made from the same tables.",
    .examples = "  scrutineer help law show\n"
                "  scrutineer help --format man law | man -l -\n"
                "  . <(scrutineer help --format bash)\n",
    .options = {options},
    .formats = "text, man, bash, zsh or fish",
    .most = 2,
    .run_alone = run_help,
};
