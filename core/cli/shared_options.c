/* SPDX-License-Identifier: Apache-2.0
 *
 * Options that several commands share, as --help and the manual tell them.
 */
#include <config.h>

#include "cli/command.h"

const struct option_help jurisdiction_options[] = {
    {"jurisdiction", "LIST",
     "whose law: am,eu,gb,any (default: that of the country whose filing it is)"},
    {0},
};

const struct option_help law_options[] = {
    {"lang", "en|hy", "language of the law's titles"},
    {"lawbase", "DIR", "another law base"},
    {"plugins", "DIR", "other plugins"},
    {"add", "DIR|NAME",
     "the plugins/ and lawbase/ of a folder (`plugin new`), or of what was installed (`plugin "
     "install`), besides the standard ones"},
    {"plugin-memory", "SIZE", "the most memory of a plugin (default: 64M)"},
    {"plugin-instructions", "N", "the most instructions of a call of a plugin (default: 10000000)"},
    {"colour", "always|never|auto", "colours (default: auto, on a terminal)"},
    {"color", "always|never|auto", NULL},
    {0},
};

const struct option_help amending_options[] = {
    {"bill", "FILE",
     "the law as a bill would change it (`scrutineer bill --help`); may be repeated"},
    {"as-if", "DATE",
     "a bill as in force from that day, so that past filings show its effect; its later days move "
     "along. always: without a first day, for filings that name no days"},
    {0},
};

const struct option_help reading_options[] = {
    {"register", "FILE",
     "a register to look into besides: a watch-list, companies and their owners; may be repeated"},
    {"format-in", "NAME", "the files' format, when their header does not tell, or a file NEW.yaml"},
    {"encoding", "NAME",
     "of the files, when it is not the format's: windows-1251, armscii-8, utf-16le, ..."},
    {"rejects", "FILE", "gets the rows that cannot be read, as they are"},
    {"max-unreadable", "N", "stop a file when more than N rows, or N% of them, cannot be read"},
    {0},
};

const struct option_help choosing_options[] = {
    {"select", "RULE,...", "only these rules; patterns like am.donation.*"},
    {"ignore", "RULE,...", "not these rules"},
    {"identity", "strict|usual|broad",
     "when gifts are of one donor: strict (one number), usual (also one name with a date of birth "
     "or an address; default), broad (also one name: an indicator at most); the report then also "
     "says what the next step would change"},
    {"include-low", NULL, "also what rests on law of low confidence"},
    {0},
};

const struct option_help working_options[] = {
    {"jobs", "N", "threads (default: as many as there are processors)"},
    {"memory", "SIZE",
     "for groups of records, before they go to TMPDIR (default: a quarter of the machine's)"},
    {"progress", "always|never|auto",
     "a line on the terminal: always (at once), never, auto (default: after a second)"},
    {0},
};
