/* SPDX-License-Identifier: Apache-2.0
 *
 * Scripts with which shells complete commands, options and their values, out of the tables of
 * commands.
 */
#include <config.h>

#include <string.h>

#include "cli/command.h"
#include "cli/options.h"

/* Each command, and each that is behind one. */
static void each_call(void (*tell)(const struct call *, FILE *), FILE *out)
{
    for (size_t i = 0; program_commands[i]; i++) {
        const struct command *outer = program_commands[i];
        tell(&(struct call){outer, NULL}, out);
        for (const struct command *c = outer->commands; c && c->name; c++)
            tell(&(struct call){outer, c}, out);
    }
}

/* Inside of single quotes of a shell; of the signs in `special` each behind a backslash. */
static void quote(const char *text, const char *special, FILE *out)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", out);
        else if (strchr(special, *text))
            fprintf(out, "\\%c", *text);
        else
            fputc(*text, out);
    }
}

static void put_choices(const char *choices, FILE *out)
{
    for (; *choices; choices++)
        fputc(*choices == '|' ? ' ' : *choices, out);
}

/* "law|bill|ledger": those with commands behind them. */
static void put_outer_names(FILE *out)
{
    for (size_t i = 0, some = 0; program_commands[i]; i++)
        if (program_commands[i]->commands)
            fprintf(out, "%s%s", some++ ? "|" : "", program_commands[i]->name);
}

/* --- bash --- */

static void bash_value(const struct call *call, const struct option_help *option, FILE *out)
{
    char choices[256], letter = option_letter(option->name);
    enum option_value value = call_option_value(call, option, choices, sizeof choices);
    if (value == VALUE_NONE)
        return;
    fprintf(out, "            --%s", option->name);
    if (letter)
        fprintf(out, "|-%c", letter);
    fputs(") ", out);
    if (value == VALUE_CHOICE) {
        fputs("values='", out);
        put_choices(choices, out);
        fputs("' kind=choice ;;\n", out);
    } else {
        fprintf(out, "kind=%s ;;\n",
                value == VALUE_FOLDER ? "folder"
                : value == VALUE_FILE ? "file"
                                      : "any");
    }
}

static void bash_call(const struct call *call, FILE *out)
{
    const struct option_help *option;
    const char *inner = call->inner ? call->inner->name : call->outer->commands ? "-" : "";
    fprintf(out, "        '%s%s%s')\n            options='", call->outer->name, *inner ? " " : "",
            inner);
    for (size_t i = 0; (option = call_option(call, i)) != NULL; i++)
        if (option->help)
            fprintf(out, "%s--%s", i ? " " : "", option->name);
    fputs("'\n            case $prev in\n", out);
    for (size_t i = 0; (option = call_option(call, i)) != NULL; i++)
        if (option->help)
            bash_value(call, option, out);
    fputs("            esac ;;\n", out);
}

static void bash_names(FILE *out)
{
    fputs("        '') words='--help --version", out);
    for (size_t i = 0; program_commands[i]; i++)
        fprintf(out, " %s", program_commands[i]->name);
    fputs("' kind=word ;;\n", out);
    for (size_t i = 0; program_commands[i]; i++) {
        const struct command *outer = program_commands[i];
        if (!outer->commands)
            continue;
        fprintf(out, "        '%s') words='--help", outer->name);
        for (const struct command *c = outer->commands; c->name; c++)
            fprintf(out, " %s", c->name);
        fputs("' kind=word ;;\n", out);
    }
}

static void bash(FILE *out)
{
    fputs("# bash completion for scrutineer, made by `scrutineer help --format bash`.\n"
          "_scrutineer() {\n"
          "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
          "    local called=${COMP_WORDS[1]} options= values= words= kind=file\n"
          "    # --format=json is three words to bash\n"
          "    [ \"$cur\" = = ] && cur=\n"
          "    [ \"$prev\" = = ] && prev=${COMP_WORDS[COMP_CWORD-2]}\n"
          "    [ \"$COMP_CWORD\" -gt 1 ] || called=\n"
          "    case $called in\n    ",
          out);
    put_outer_names(out);
    fputs(") [ \"$COMP_CWORD\" -le 2 ] || called+=\" ${COMP_WORDS[2]/#-*/-}\" ;;\n"
          "    esac\n"
          "    case $called in\n",
          out);
    bash_names(out);
    each_call(bash_call, out);
    fputs(
        "    esac\n"
        "    if [ \"$kind\" = file ] && [[ $cur == -* ]]; then values=$options kind=choice; fi\n"
        "    case $kind in\n"
        "        word) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\") ;;\n"
        "        choice) mapfile -t COMPREPLY < <(compgen -W \"$values\" -- \"$cur\") ;;\n"
        "        folder) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\") "
        ";;\n"
        "        file) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\") ;;\n"
        "        *) COMPREPLY=() ;;\n"
        "    esac\n"
        "}\n"
        "complete -F _scrutineer scrutineer\n",
        out);
}

/* --- zsh --- */

static void zsh_option(const struct call *call, const struct option_help *option, FILE *out)
{
    char choices[256], letter = option_letter(option->name);
    enum option_value value = call_option_value(call, option, choices, sizeof choices);
    for (int spelling = letter ? 0 : 1; spelling < 2; spelling++) {
        if (spelling == 0)
            fprintf(out, " \\\n        '*-%c[", letter);
        else
            fprintf(out, " \\\n        '*--%s%s[", option->name, value == VALUE_NONE ? "" : "=");
        quote(option->help, "[]\\", out);
        fputs("]", out);
        if (value != VALUE_NONE) {
            fputc(':', out);
            quote(value == VALUE_CHOICE ? "value" : option->argument, ":[]\\", out);
            fputc(':', out);
        }
        if (value == VALUE_CHOICE) {
            fputc('(', out);
            put_choices(choices, out);
            fputc(')', out);
        }
        fputs(value == VALUE_FILE ? "_files'" : value == VALUE_FOLDER ? "_files -/'" : "'", out);
    }
}

static void zsh_call(const struct call *call, FILE *out)
{
    const struct option_help *option;
    if (!call->inner && call->outer->commands)
        return; /* its commands are named */
    fprintf(out, "    '%s%s%s')\n        _arguments", call->outer->name, call->inner ? " " : "",
            call->inner ? call->inner->name : "");
    for (size_t i = 0; (option = call_option(call, i)) != NULL; i++)
        if (option->help)
            zsh_option(call, option, out);
    fputs(" \\\n        '*:file:_files' ;;\n", out);
}

static void zsh_name(const struct command *c, FILE *out)
{
    fprintf(out, " \\\n        '%s:", c->name);
    quote(c->summary, "\\", out);
    fputc('\'', out);
}

static void zsh(FILE *out)
{
    fputs("#compdef scrutineer\n# Made by `scrutineer help --format zsh`.\n"
          "local -a names\nlocal called=\n"
          "if (( CURRENT > 2 )); then called=$words[2]; shift words; (( CURRENT-- )); fi\n"
          "case $called in\n    ",
          out);
    put_outer_names(out);
    fputs(")\n    if (( CURRENT > 2 )); then called+=\" $words[2]\"; shift words; (( CURRENT-- )); "
          "fi ;;\nesac\ncase $called in\n    '')\n        names=(",
          out);
    for (size_t i = 0; program_commands[i]; i++)
        zsh_name(program_commands[i], out);
    fputs(")\n        _describe command names ;;\n", out);
    for (size_t i = 0; program_commands[i]; i++) {
        if (!program_commands[i]->commands)
            continue;
        fprintf(out, "    '%s')\n        names=(", program_commands[i]->name);
        for (const struct command *c = program_commands[i]->commands; c->name; c++)
            zsh_name(c, out);
        fputs(")\n        _describe command names ;;\n", out);
    }
    each_call(zsh_call, out);
    fputs("esac\n", out);
}

/* --- fish --- */

static void fish_call(const struct call *call, FILE *out)
{
    const struct option_help *option;
    for (size_t i = 0; (option = call_option(call, i)) != NULL; i++) {
        char choices[256], letter = option_letter(option->name);
        if (!option->help)
            continue;
        enum option_value value = call_option_value(call, option, choices, sizeof choices);
        fprintf(out, "complete -c scrutineer -n '__scrutineer_called %s%s%s' -l %s",
                call->outer->name, call->inner ? " " : "", call->inner ? call->inner->name : "",
                option->name);
        if (letter)
            fprintf(out, " -s %c", letter);
        if (value == VALUE_CHOICE) {
            fputs(" -x -a '", out);
            put_choices(choices, out);
            fputc('\'', out);
        } else if (value != VALUE_NONE) {
            fputs(value == VALUE_FOLDER ? " -x -a '(__fish_complete_directories)'"
                  : value == VALUE_FILE ? " -r -F"
                                        : " -x",
                  out);
        }
        fputs(" -d '", out);
        quote(option->help, "\\", out);
        fputs("'\n", out);
    }
}

static void fish_name(const char *outer, const struct command *c, FILE *out)
{
    fprintf(out, "complete -c scrutineer -f -n '__scrutineer_expects%s%s' -a %s -d '",
            *outer ? " " : "", outer, c->name);
    quote(c->summary, "\\", out);
    fputs("'\n", out);
}

static void fish(FILE *out)
{
    fputs("# fish completion for scrutineer, made by `scrutineer help --format fish`.\n"
          "function __scrutineer_called\n"
          "    set -l words (commandline -opc) ''\n"
          "    set -l last (math 1 + (count $argv))\n"
          "    test \"$words[2..$last]\" = \"$argv\"\n"
          "end\n"
          "function __scrutineer_expects\n"
          "    set -l words (commandline -opc)\n"
          "    test \"$words[2..]\" = \"$argv\"\n"
          "end\n",
          out);
    for (size_t i = 0; program_commands[i]; i++) {
        fish_name("", program_commands[i], out);
        for (const struct command *c = program_commands[i]->commands; c && c->name; c++)
            fish_name(program_commands[i]->name, c, out);
    }
    each_call(fish_call, out);
}

bool help_completion(const char *shell, FILE *out)
{
    static const struct {
        const char *name;
        void (*tell)(FILE *);
    } shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
        if (strcmp(shell, shells[i].name) == 0) {
            shells[i].tell(out);
            return true;
        }
    return false;
}
