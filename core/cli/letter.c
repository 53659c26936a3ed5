/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <getopt.h>
#include <string.h>

#include "cli/options.h"

static const char help[] =
    "usage: scrutineer letter [options] FINGERPRINT --template NAME FILE...\n"
    "       scrutineer letter list [-j LIST]\n"
    "\n"
    "Writes a letter about a finding of the files: a template of its jurisdiction, filled with "
    "the\n"
    "facts, the articles as in force on the day that decides, what must follow and by when. What\n"
    "neither the finding nor the law base says is left as [TO FILL IN: ...]. A template says for\n"
    "which findings it is fit: a notice to return a donation is refused for a mere indicator.\n"
    "FINGERPRINT is what reports tell behind \"finding\", or how it begins.\n"
    "\n"
    "A letter goes to those concerned and tells all that was filed; read it before it is sent.\n"
    "Templates are files of the law base: JURISDICTION/letters.yaml and letters/.\n"
    "\n"
    "      --template NAME      which letter; `scrutineer letter list` names them\n"
    "      --lang en|hy         its language; by default the official one of the jurisdiction\n"
    "      --format text|html   html is a page for printing\n"
    "      --dated DATE         the day of the letter, like 2026-01-31\n"
    "      --include-low        also when the finding rests on law of low confidence\n"
    "  -j, --jurisdiction LIST  whose law: am,eu,gb,any\n"
    "  -r, --register FILE      a register to look into besides\n"
    "      --lawbase DIR        another law base        --plugins DIR  other plugins\n"
    "\n"
    "exit status: 0 written, 2 wrong usage or input, no such finding, or a letter that does not "
    "fit\n"
    "\n"
    "  scrutineer letter c81c53a4 --template return-notice --dated 2022-05-16 \\\n"
    "      examples/am/donations.csv\n";

static bool run(struct scr_session *s, const struct cli_options *o, char **words, int count)
{
    const struct scr_letter asked = {words[0], o->template, o->format};
    if (strcmp(words[0], "list") == 0)
        return scr_letter_list(s, stdout);
    return scr_letter(s, &asked, (const char *const *)(words + 1), (size_t)count - 1, stdout);
}

int command_letter(int argc, char **argv)
{
    struct cli_options o;
    bool done;
    int status = EXIT_WRONG;
    bool ok = options_read_for(&o, argc, argv, "text or html", &done);
    bool list = optind < argc && strcmp(argv[optind], "list") == 0;
    if (ok && done) {
        fputs(help, stdout);
        status = EXIT_NOTHING;
    } else if (ok && !list && (argc - optind < 2 || !o.template)) {
        fputs("scrutineer: letter needs a finding, --template NAME and the finding's files "
              "(`scrutineer letter list` names the templates)\n",
              stderr);
    } else if (ok) {
        struct scr_session *s = scr_session_new(&o.scr);
        ok = scr_load(s) && run(s, &o, argv + optind, argc - optind);
        status = finish(s, &o, ok ? EXIT_NOTHING : EXIT_WRONG);
    }
    options_free(&o);
    return status;
}
