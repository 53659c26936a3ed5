/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <string.h>

#include "cli/command.h"
#include "cli/options.h"

static bool is_list(char **words)
{
    return strcmp(words[0], "list") == 0;
}

static int take_words(struct cli_options *o, const struct command *c, char **words, int count)
{
    (void)c;
    return is_list(words) || (count > 1 && o->template) ? count : WORDS_UNFIT;
}

static bool run(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    const struct scr_letter asked = {words[0], o->template, o->format};
    if (is_list(words))
        return scr_letter_list(s, stdout);
    return scr_letter(s, &asked, (const char *const *)(words + 1), (size_t)count - 1, stdout);
}

static const struct option_help options[] = {
    {"template", "NAME", "which letter; `scrutineer letter list` names them"},
    {"lang", "en|hy", "its language; by default the official one of the jurisdiction"},
    {"format", "text|html", "html is a page for printing"},
    {"dated", "DATE", "the day of the letter, like 2026-01-31"},
    {"include-low", NULL, "also when the finding rests on law of low confidence"},
    {0},
};

const struct command command_letter = {
    .name = "letter",
    .synopsis = "[options] FINGERPRINT --template NAME FILE...\nlist [-j LIST]",
    .summary = "write a letter about a finding",
    .about =
        "Writes a letter about a finding of the files: a template of its jurisdiction, filled with "
        "the facts, the articles as in force on the day that decides, what must follow and by "
        "when. What neither the finding nor the law base says is left as [TO FILL IN: ...]. A "
        "template says for which findings it is fit: a notice to return a donation is refused for "
        "a mere indicator. FINGERPRINT is what reports tell behind \"finding\", or how it begins.\n"
        "\n"
        "A letter goes to those concerned and tells all that was filed; read it before it is sent. "
        "Templates are files of the law base: JURISDICTION/letters.yaml and letters/.\n",
    .status = "0 written, 2 wrong usage or input, no such finding, or a letter that does not fit",
    .examples = "  scrutineer letter c81c53a4 --template return-notice --dated 2022-05-16 \\\n"
                "      examples/am/donations.csv\n",
    .options = {options, jurisdiction_options, reading_options, amending_options, working_options,
                law_options},
    .formats = "text or html",
    .least = 1,
    .most = MANY_WORDS,
    .needs = "a finding, --template NAME and the finding's files (`scrutineer letter list` names "
             "the templates)",
    .prepare = take_words,
    .run = run,
};
