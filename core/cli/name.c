/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer name [options] NAME            how a name is read, word by word\n"
    "       scrutineer name [options] NAME OTHER      how alike two names are, and why\n"
    "       scrutineer name -r FILE [options] NAME... who in a register has a name like it\n"
    "       scrutineer name --pairs [options] FILE... precision and recall on labelled pairs\n"
    "\n"
    "Names meet in any script and spelling that lawbase/names tells of; a score says how well, "
    "from\n"
    "0 to 100 %. That names are alike does not say that two people are one.\n"
    "\n"
    "      --kind person|body   of whom it is a name (default: legal forms and words tell)\n"
    "      --alike HOW          from which score on: exact (the same words in their order),\n"
    "                           strict, usual (default), broad; scores.yaml says how much\n"
    "  -r, --register FILE      a watch-list, as for `check`\n"
    "      --lawbase DIR        another law base\n"
    "\n"
    "  scrutineer name Պետրոսյան Bedrossian\n"
    "  scrutineer name -r fara.csv --alike strict 'Ministry of Foreign Affairs'\n"
    "  scrutineer name --pairs nk_checks.csv\n";

static int run_name(struct cli_options *o, char **names, size_t count)
{
    struct scr_session *s = scr_session_new(&o->scr);
    const char *const *texts = (const char *const *)names;
    bool ok = scr_load(s);
    if (ok && o->pairs)
        ok = scr_name_pairs(s, texts, count, o->alike, stdout);
    else if (ok && o->scr.register_count)
        ok = scr_name_find(s, texts, count, o->kind, o->alike, stdout);
    else if (ok)
        ok = scr_name(s, names[0], count > 1 ? names[1] : NULL, o->kind, stdout);
    return finish(s, o, ok ? EXIT_NOTHING : EXIT_WRONG);
}

int command_name(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    if (!options_read(&o, argc, argv, help, &done) || done) {
        status = done ? EXIT_NOTHING : EXIT_WRONG;
    } else if (optind == argc) {
        fputs("scrutineer: name needs a name; `scrutineer name --help` shows how\n", stderr);
    } else if (argc - optind > 2 && !o.pairs && !o.scr.register_count) {
        fputs("scrutineer: name compares two names; a name of several words needs quotes\n",
              stderr);
    } else {
        status = run_name(&o, argv + optind, (size_t)(argc - optind));
    }
    options_free(&o);
    return status;
}
