/* SPDX-License-Identifier: Apache-2.0
 *
 * explain: a rule, or a finding; why-not: a record that a rule did not find.
 */
#include <config.h>

#include "cli/command.h"
#include "cli/options.h"

static bool run_explain(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    const char *const *files = (const char *const *)words + 1;
    (void)o;
    if (count == 1)
        return scr_explain(s, words[0], stdout);
    return scr_explain_finding(s, words[0], files, (size_t)count - 1, stdout);
}

static bool run_why_not(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    const char *const *files = (const char *const *)words + 2;
    (void)o;
    return scr_why_not(s, words[0], words[1], files, (size_t)count - 2, stdout);
}

const struct command command_explain = {
    .name = "explain",
    .synopsis = "[options] RULE\n[options] FINGERPRINT FILE...",
    .summary = "tell a rule in plain words, or a finding from cell to conclusion",
    .about =
        "Tells a rule in plain words: what it finds, under which articles, since when, with which "
        "limits, what does not count, what must follow. `scrutineer law list` names the rules.\n"
        "\n"
        "Tells a finding of the files from cell to conclusion, with what the law says, and which "
        "change of one fact of one record would clear it. FINGERPRINT is what reports tell behind "
        "\"finding\", or how it begins.\n",
    .status = "0 told, 2 not",
    .examples = "  scrutineer explain am.donation.foreign-share\n"
                "  scrutineer explain 1647d30c examples/am/donations.csv\n",
    .options = {jurisdiction_options, reading_options, choosing_options, amending_options,
                working_options, law_options},
    .least = 1,
    .most = MANY_WORDS,
    .needs = "a rule (`scrutineer law list` names them), or a finding and its files",
    .run = run_explain,
};

const struct command command_why_not = {
    .name = "why-not",
    .synopsis = "[options] RULE RECORD FILE...",
    .summary = "why a rule did not find a record",
    .about =
        "Tells why a rule did not find a record: not in force on its day, a condition that is not "
        "met (each with its values), an exception, another type of record, the plugin's word. "
        "RECORD is its reference, or FILE:LINE as reports tell it. Of a rule about groups of "
        "records it tells whether the record counts, and in which group.\n",
    .status = "0 told, 2 not",
    .examples = "  scrutineer why-not am.donation.foreign-share AM-04 examples/am/donations.csv\n"
                "  scrutineer why-not am.donation.foreign-share donations.csv:5 donations.csv\n",
    .options = {jurisdiction_options, reading_options, amending_options, working_options,
                law_options},
    .least = 3,
    .most = MANY_WORDS,
    .needs = "a rule, a record and its file",
    .run = run_why_not,
};
