/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "cli/command.h"
#include "cli/options.h"

static bool run(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    (void)count;
    return scr_graph(s, words[0], o->on, o->home, o->format, stdout);
}

static const struct option_help options[] = {
    {"register", "FILE", "a register of owners; may be repeated"},
    {"on", "DATE", "as on that day; otherwise all that is told not to have ended"},
    {"home", "AM", "countries that are home (DE;FR): how much is held abroad?"},
    {"format", "NAME", "indented lines, or a drawing (svg)"},
    {0},
};

const struct command command_graph = {
    .name = "graph",
    .synopsis = "[options] ENTITY -r FILE ...",
    .summary = "show who owns somebody, by registers",
    .about =
        "Shows who owns or controls somebody, and who owns the owners, as registers tell it: each "
        "interest with its share, since when it is held, and where that is told. ENTITY is a name "
        "or a number as the register has it. What a register holds, and which files can be one: "
        "lawbase/formats/README.md; also the Beneficial Ownership Data Standard and "
        "FollowTheMoney.\n",
    .status = "0 told, 2 not",
    .examples = "  scrutineer graph \"Example Roads LLC\" -r examples/am/owners.csv \\\n"
                "      --on 2020-06-03 --home AM\n",
    .options = {options, reading_options, law_options},
    .formats = "text or svg",
    .least = 1,
    .most = 1,
    .needs = "the name or number of one entity, in quotes",
    .run = run,
};
