/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "cli/command.h"
#include "cli/options.h"

static bool run_verb(const char *verb, const struct cli_options *o, char **words, int count)
{
    struct scr_ledger_query q = {.ledger = o->scr.ledger ? o->scr.ledger : "scrutineer.ledger.yaml",
                                 .verb = verb,
                                 .finding = count ? words[0] : NULL,
                                 .status = o->status,
                                 .on = o->on,
                                 .by = o->by,
                                 .why = o->why,
                                 .until = o->until,
                                 .head = o->head};
    return scr_ledger(&q, stdout, stderr, o->colour_messages);
}

static bool run_decide(const struct cli_options *o, char **words, int count)
{
    return run_verb("decide", o, words, count);
}

static bool run_list(const struct cli_options *o, char **words, int count)
{
    return run_verb("list", o, words, count);
}

static bool run_due(const struct cli_options *o, char **words, int count)
{
    return run_verb("due", o, words, count);
}

static bool run_stats(const struct cli_options *o, char **words, int count)
{
    return run_verb("stats", o, words, count);
}

static bool run_verify(const struct cli_options *o, char **words, int count)
{
    return run_verb("verify", o, words, count);
}

#define STATUSES "open|confirmed|dismissed|returned|referred"

static const struct option_help decide_options[] = {
    {"status", STATUSES, "what was decided"},
    {"on", "DATE", "the day on which it is made"},
    {"by", "NAME", "by whom"},
    {"why", "TEXT", "why"},
    {"until", "DATE", "the last day on which it holds; then the case is open again"},
    {0},
};
static const struct option_help list_options[] = {
    {"status", STATUSES, "only these"},
    {"on", "DATE", "as of that day"},
    {0},
};
static const struct option_help due_options[] = {{"on", "DATE", "as of that day"}, {0}};
static const struct option_help stats_options[] = {
    {"on", "DATE", "also how many are overdue on that day"},
    {0},
};
static const struct option_help verify_options[] = {
    {"head", "HASH", "also whether it ends where it ended then"},
    {0},
};

static const struct command commands[] = {
    {.name = "decide",
     .synopsis = "FINDING --status STATUS --on DATE --by NAME --why TEXT [--until DATE]",
     .summary = "a decision on a finding",
     .about = "FINDING is its fingerprint, or the first of its digits.\n",
     .examples = "  scrutineer ledger decide 1647d30c --status dismissed --on 2026-01-31 --by \"A. "
                 "Person\" \\\n"
                 "      --why \"returned in time, receipt seen\" --until 2026-12-31\n",
     .options = {decide_options},
     .most = 1,
     .run_alone = run_decide},
    {.name = "list",
     .synopsis = "[--status STATUS] [--on DATE]",
     .summary = "all cases",
     .options = {list_options},
     .run_alone = run_list},
    {.name = "due",
     .synopsis = "--on DATE",
     .summary = "what must follow, the first due first, and decisions that are past",
     .options = {due_options},
     .run_alone = run_due},
    {.name = "stats",
     .synopsis = "[--on DATE]",
     .summary = "how many cases of each status",
     .options = {stats_options},
     .run_alone = run_stats},
    {.name = "verify",
     .synopsis = "[--head HASH]",
     .summary = "whether each line is as it was written",
     .options = {verify_options},
     .run_alone = run_verify},
    {0},
};

static const struct option_help options[] = {
    {"ledger", "FILE", "the ledger (default: scrutineer.ledger.yaml)"},
    {"colour", "always|never|auto", "colours (default: auto, on a terminal)"},
    {"color", "always|never|auto", NULL},
    {0},
};

const struct command command_ledger = {
    .name = "ledger",
    .synopsis = "COMMAND [options]",
    .summary = "decide on findings, and see what is due",
    .about =
        "The ledger of cases: what was decided on findings, by whom, when, why and until when. "
        "Findings come into it by `scrutineer check --ledger FILE --dated DATE --record`, as "
        "open.\n",
    .status = "0 done, 2 wrong usage, or a ledger that was changed by other hands",
    .examples = "  scrutineer ledger list --status open\n"
                "  scrutineer ledger decide --help\n",
    .options = {options},
    .commands = commands,
};
