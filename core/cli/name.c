/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "cli/command.h"
#include "cli/options.h"

/* Without a register or pairs there are two names at most. */
static int prepare(struct cli_options *o, const struct command *c, char **words, int count)
{
    (void)c, (void)words;
    if (count <= 2 || o->pairs || o->scr.register_count)
        return count;
    fputs("scrutineer: name compares two names; a name of several words needs quotes\n", stderr);
    return WORDS_REFUSED;
}

static bool run(struct scr_session *s, const struct cli_options *o, char **names, int count)
{
    const char *const *texts = (const char *const *)names;
    if (o->pairs)
        return scr_name_pairs(s, texts, (size_t)count, o->alike, stdout);
    if (o->scr.register_count)
        return scr_name_find(s, texts, (size_t)count, o->kind, o->alike, stdout);
    return scr_name(s, names[0], count > 1 ? names[1] : NULL, o->kind, stdout);
}

static const struct option_help options[] = {
    {"kind", "person|body", "of whom it is a name (default: legal forms and words tell)"},
    {"alike", "exact|strict|usual|broad",
     "from which score on: exact (the same words in their order), strict, usual (default), broad; "
     "scores.yaml says how much"},
    {"register", "FILE", "a watch-list, as for `check`"},
    {"pairs", NULL, "precision and recall on labelled pairs of names"},
    {0},
};

const struct command command_name = {
    .name = "name",
    .synopsis = "[options] NAME\n[options] NAME OTHER\n-r FILE [options] NAME...\n--pairs "
                "[options] FILE...",
    .summary = "tell how names are read, how alike two are, who is listed",
    .about =
        "Tells of one name how it is read, word by word; of two how alike they are, and why; with "
        "-r who in a register has a name like it; with --pairs precision and recall on labelled "
        "pairs.\n"
        "\n"
        "Names meet in any script and spelling that lawbase/names tells of; a score says how well, "
        "from 0 to 100 %. That names are alike does not say that two people are one.\n",
    .status = "0 told, 2 not",
    .examples = "  scrutineer name Պետրոսյան Bedrossian\n"
                "  scrutineer name -r fara.csv --alike strict 'Ministry of Foreign Affairs'\n"
                "  scrutineer name --pairs nk_checks.csv\n",
    .options = {options, reading_options, law_options},
    .least = 1,
    .most = MANY_WORDS,
    .needs = "a name",
    .prepare = prepare,
    .run = run,
};
