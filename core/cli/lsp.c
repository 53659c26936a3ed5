/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer lsp [options]\n"
    "\n"
    "A server of the Language Server Protocol on standard input and output, for editors: "
    "completion,\n"
    "what a name means, go to definition and errors as one types, in the law base's YAML and in\n"
    "plugins. doc/editors.md tells how to set editors up.\n"
    "\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "      --lang en|hy         language of the law's titles\n"
    "\n"
    "exit status: 0 ended as the protocol says, 2 not\n";

int command_lsp(int argc, char **argv)
{
    struct cli_options o;
    bool done, ok = options_read(&o, argc, argv, help, &done);
    if (ok && !done && optind < argc) {
        fputs("scrutineer: lsp takes no arguments; `scrutineer lsp --help` tells more\n", stderr);
        ok = false;
    }
    ok = ok && (done || scr_lsp(&o.scr, stdin, stdout));
    options_free(&o);
    return ok ? EXIT_NOTHING : EXIT_WRONG;
}
