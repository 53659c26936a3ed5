/* SPDX-License-Identifier: Apache-2.0
 *
 * A page of the manual for each command, in the man macros of roff, out of the tables of commands.
 */
#include <config.h>

#include <ctype.h>
#include <string.h>

#include "cli/command.h"
#include "cli/options.h"

/* Text that roff is not to take for its own commands. */
static void put(const char *text, size_t len, FILE *out)
{
    for (size_t i = 0; i < len; i++) {
        if ((i == 0 || text[i - 1] == '\n') && (text[i] == '.' || text[i] == '\''))
            fputs("\\&", out);
        if (text[i] == '\\')
            fputs("\\e", out);
        else if (text[i] == '-')
            fputs("\\-", out);
        else
            fputc(text[i], out);
    }
}

static void put_line(const char *text, FILE *out)
{
    put(text, strlen(text), out);
    fputc('\n', out);
}

/* Lines as they are; those that are empty would end a paragraph. */
static void put_as_is(const char *text, size_t len, FILE *out)
{
    fputs(".nf\n", out);
    for (size_t at = 0; at < len;) {
        size_t line = strcspn(text + at, "\n");
        if (line)
            put(text + at, line, out);
        else
            fputs(".sp", out);
        fputc('\n', out);
        at += line + 1;
    }
    fputs(".fi\n", out);
}

static void put_about(const char *text, FILE *out)
{
    for (bool first = true; *text; first = false) {
        const char *end = strstr(text, "\n\n");
        size_t len = end ? (size_t)(end - text) : strcspn(text, "\n");
        if (*text == ' ') {
            fputs(first ? "" : ".PP\n", out);
            put_as_is(text, end ? len : strlen(text), out);
            len = end ? len : strlen(text);
        } else {
            fputs(first ? "" : ".PP\n", out);
            put(text, len, out);
            fputc('\n', out);
        }
        text += len;
        text += strspn(text, "\n");
    }
}

static void put_option(const struct call *call, const struct option_help *option, FILE *out)
{
    char letter = option_letter(option->name), argument[96];
    option_argument(call, option, argument, sizeof argument);
    fputs(".TP\n", out);
    if (letter)
        fprintf(out, "\\fB\\-%c\\fR, ", letter);
    fputs("\\fB\\-\\-", out);
    put(option->name, strlen(option->name), out);
    fputs("\\fR", out);
    if (*argument) {
        fputs(" \\fI", out);
        put(argument, strlen(argument), out);
        fputs("\\fR", out);
    }
    fputc('\n', out);
    put_line(option->help, out);
}

static void put_options(const struct call *call, FILE *out)
{
    const struct option_help *option;
    for (size_t i = 0; (option = call_option(call, i)) != NULL; i++)
        if (option->help && !call_shares(call, option))
            put_option(call, option, out);
}

static void put_inner(const struct command *outer, FILE *out)
{
    fputs(".SH COMMANDS\n", out);
    for (const struct command *c = outer->commands; c->name; c++) {
        struct call call = {outer, c};
        fprintf(out, ".SS \"%s %s", outer->name, c->name);
        if (*c->synopsis)
            fputc(' ', out);
        for (const char *at = c->synopsis; *at; at++) /* a quote would end the heading */
            put(at, 1, out);
        fprintf(out, "\"\n%c", toupper((unsigned char)*c->summary));
        put(c->summary + 1, strlen(c->summary) - 1, out);
        fputs(strchr(".?", c->summary[strlen(c->summary) - 1]) ? "\n" : ".\n", out);
        if (c->about) {
            fputs(".PP\n", out);
            put_about(c->about, out);
        }
        put_options(&call, out);
        if (c->examples) {
            fputs(".PP\n", out);
            put_as_is(c->examples, strlen(c->examples), out);
        }
    }
}

static void put_synopsis(const struct command *c, FILE *out)
{
    fputs(".SH SYNOPSIS\n", out);
    const char *line = c->synopsis;
    for (bool first = true; first || *line; first = false) {
        size_t len = strcspn(line, "\n");
        fprintf(out, "%s\\fBscrutineer ", first ? "" : ".br\n");
        put(c->name, strlen(c->name), out);
        fputs("\\fR ", out);
        put(line, len, out);
        fputc('\n', out);
        line += len + (line[len] == '\n');
    }
}

static void put_reports(FILE *out)
{
    const char *name, *what;
    fputs(".SH REPORTS\n", out);
    for (size_t i = 0; (name = scr_report_format(i, &what)) != NULL; i++) {
        fprintf(out, ".TP\n\\fB%s\\fR\n", name);
        put_line(what, out);
    }
}

static void put_surroundings(FILE *out)
{
    fputs(
        ".SH ENVIRONMENT\n"
        ".TP\n\\fBSCRUTINEER_LAWBASE\\fR, \\fBSCRUTINEER_PLUGINS\\fR\n"
        "Folders of the law base and of the plugins, where \\-\\-lawbase and \\-\\-plugins do not "
        "say.\n"
        ".TP\n\\fBSCRUTINEER_INSTALLED\\fR\nFolder of plugins that were installed "
        "(\\fBscrutineer plugin install\\fR).\n"
        ".TP\n\\fBNO_COLOR\\fR\nWhen it is not empty, no colours.\n"
        ".TP\n\\fBTMPDIR\\fR\nWhere groups of records go that memory does not hold.\n",
        out);
}

static void put_see_also(const struct command *c, FILE *out)
{
    fputs(".SH SEE ALSO\n.nh\n.ad l\n", out);
    if (c)
        fputs(".BR scrutineer (1)", out);
    for (size_t i = 0; program_commands[i]; i++) {
        if (program_commands[i] == c)
            continue;
        fputs(i || c ? ",\n.BR scrutineer\\-" : ".BR scrutineer\\-", out);
        put(program_commands[i]->name, strlen(program_commands[i]->name), out);
        fputs(" (1)", out);
    }
    fputc('\n', out);
}

static void put_title(const struct command *c, FILE *out)
{
    fputs(".TH SCRUTINEER", out);
    const char *name = c ? c->name : "";
    for (const char *at = name; *at; at++) {
        fputs(at == name ? "\\-" : "", out);
        if (*at == '-')
            fputs("\\-", out);
        else
            fputc(toupper((unsigned char)*at), out);
    }
    fprintf(out, " 1 %s \"scrutineer %s\" \"User Commands\"\n.SH NAME\n", RELEASE_DATE,
            scr_version());
    fputs("scrutineer", out);
    if (c) {
        fputs("\\-", out);
        put(c->name, strlen(c->name), out);
    }
    fputs(" \\- ", out);
    put_line(c ? c->summary : "check political filings against electoral law", out);
}

static void program_manual(FILE *out)
{
    put_title(NULL, out);
    fputs(".SH SYNOPSIS\n.B scrutineer\n.I COMMAND\n[options]\n.SH DESCRIPTION\n"
          "Checks campaign\\-finance and political\\-media filings against electoral law and finds "
          "foreign funding and what hides it. A law base in YAML says which rules are in force, "
          "since when, with which limits, under which article; plugins in Lua are the kinds of "
          "rules.\n.SH COMMANDS\n",
          out);
    for (size_t i = 0; program_commands[i]; i++) {
        fprintf(out, ".TP\n\\fB%s\\fR\n", program_commands[i]->name);
        put_line(program_commands[i]->summary, out);
    }
    fputs(".SH EXIT STATUS\n0 nothing found or done, 1 findings, 2 wrong usage, input, law base or "
          "plugin, 130 interrupted.\n",
          out);
    put_surroundings(out);
    fputs(".SH FILES\n.TP\n.I scrutineer.yaml\n"
          "Options of \\fBcheck\\fR and \\fBmerge\\fR, in the working directory or a folder above "
          "it.\n",
          out);
    put_see_also(NULL, out);
}

void help_manual(const struct command *c, FILE *out)
{
    if (!c) {
        program_manual(out);
        return;
    }
    struct call call = {c, NULL};
    put_title(c, out);
    put_synopsis(c, out);
    fputs(".SH DESCRIPTION\n", out);
    if (c->about) {
        put_about(c->about, out);
    } else {
        fprintf(out, "%c", toupper((unsigned char)*c->summary));
        put(c->summary + 1, strlen(c->summary) - 1, out);
        fputs(".\n", out);
    }
    if (c->commands)
        put_inner(c, out);
    fputs(".SH OPTIONS\n", out);
    put_options(&call, out);
    if (c->reports)
        put_reports(out);
    if (c->status) {
        fputs(".SH EXIT STATUS\n", out);
        put_line(c->status, out);
    }
    if (c->examples) {
        fputs(".SH EXAMPLES\n", out);
        put_as_is(c->examples, strlen(c->examples), out);
    }
    put_see_also(c, out);
}
