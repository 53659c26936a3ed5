/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/options.h"

const struct command *const program_commands[] = {
    &command_check, &command_merge, &command_ledger, &command_letter,  &command_verify,
    &command_key,   &command_law,   &command_bill,   &command_explain, &command_why_not,
    &command_graph, &command_name,  &command_format, &command_plugin,  &command_lsp,
    &command_help,  NULL,
};

int main(int argc, char **argv)
{
    struct call program = {NULL, NULL};
    memory_is_there_or_ends();
    setlocale(LC_CTYPE, "");
    /* Writing to a reader that went away gives an error that finish() sees, not a silent death. */
    signal(SIGPIPE, SIG_IGN);
    /* So does a file that may not grow any more (ulimit -f). */
    signal(SIGXFSZ, SIG_IGN);
    if (argc < 2) {
        help_print(&program, stderr);
        return EXIT_WRONG;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        help_print(&program, stdout);
        return EXIT_NOTHING;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("scrutineer %s\n", scr_version());
        return EXIT_NOTHING;
    }
    return command_run(argc - 1, argv + 1);
}
