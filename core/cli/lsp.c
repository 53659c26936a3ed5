/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "cli/command.h"
#include "cli/options.h"

static bool run(const struct cli_options *o, char **words, int count)
{
    (void)words, (void)count;
    return scr_lsp(&o->scr, stdin, stdout);
}

const struct command command_lsp = {
    .name = "lsp",
    .synopsis = "[options]",
    .summary = "serve editors: completion, errors, go to definition",
    .about = "A server of the Language Server Protocol on standard input and output, for editors: "
             "completion, what a name means, go to definition and errors as one types, in the law "
             "base's "
             "YAML and in plugins. doc/editors.md tells how to set editors up.\n",
    .status = "0 ended as the protocol says, 2 not",
    .options = {law_options},
    .run_alone = run,
};
