/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "cli/options.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/confine.h"

enum {
    OPTION_LAWBASE = 256,
    OPTION_PLUGINS,
    OPTION_ADD,
    OPTION_TRACE,
    OPTION_FORMAT,
    OPTION_FORMAT_IN,
    OPTION_ON,
    OPTION_FAIL_ON,
    OPTION_INCLUDE_LOW,
    OPTION_COLOUR,
    OPTION_LANG,
    OPTION_PLUGIN_MEMORY,
    OPTION_PLUGIN_INSTRUCTIONS,
    OPTION_ENCODING,
    OPTION_REJECTS,
    OPTION_MAX_UNREADABLE,
    OPTION_TO,
    OPTION_WITH_SOURCE,
    OPTION_MEMORY,
    OPTION_STATS,
    OPTION_NO_SANDBOX,
    OPTION_PARTIAL,
    OPTION_NOTES,
    OPTION_THRESHOLD,
    OPTION_AGAINST,
    OPTION_TOPIC,
    OPTION_BILL,
    OPTION_AS_IF,
    OPTION_PROGRESS,
    OPTION_HOME,
    OPTION_KIND,
    OPTION_ALIKE,
    OPTION_PAIRS,
    OPTION_DATED,
    OPTION_SELECT,
    OPTION_IDENTITY,
    OPTION_IGNORE,
    OPTION_BASELINE,
    OPTION_NO_PROJECT,
    OPTION_LEDGER,
    OPTION_RECORD,
    OPTION_STATUS,
    OPTION_BY,
    OPTION_WHY,
    OPTION_UNTIL,
    OPTION_HEAD,
    OPTION_KEY,
    OPTION_PROOF,
    OPTION_WATCH,
    OPTION_RELEASE,
    OPTION_TEMPLATE,
    OPTION_REDACT,
    OPTION_SIGN
};

static const struct option options[] = {
    {"help", no_argument, NULL, 'h'},
    {"jurisdiction", required_argument, NULL, 'j'},
    {"register", required_argument, NULL, 'r'},
    {"lawbase", required_argument, NULL, OPTION_LAWBASE},
    {"plugins", required_argument, NULL, OPTION_PLUGINS},
    {"trace", required_argument, NULL, OPTION_TRACE},
    {"release", required_argument, NULL, OPTION_RELEASE},
    {"output", required_argument, NULL, 'o'},
    {"watch", no_argument, NULL, OPTION_WATCH},
    {"add", required_argument, NULL, OPTION_ADD},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"format-in", required_argument, NULL, OPTION_FORMAT_IN},
    {"on", required_argument, NULL, OPTION_ON},
    {"dated", required_argument, NULL, OPTION_DATED},
    {"identity", required_argument, NULL, OPTION_IDENTITY},
    {"select", required_argument, NULL, OPTION_SELECT},
    {"ignore", required_argument, NULL, OPTION_IGNORE},
    {"baseline", required_argument, NULL, OPTION_BASELINE},
    {"ledger", required_argument, NULL, OPTION_LEDGER},
    {"record", no_argument, NULL, OPTION_RECORD},
    {"status", required_argument, NULL, OPTION_STATUS},
    {"by", required_argument, NULL, OPTION_BY},
    {"why", required_argument, NULL, OPTION_WHY},
    {"until", required_argument, NULL, OPTION_UNTIL},
    {"head", required_argument, NULL, OPTION_HEAD},
    {"key", required_argument, NULL, OPTION_KEY},
    {"proof", no_argument, NULL, OPTION_PROOF},
    {"sign", required_argument, NULL, OPTION_SIGN},
    {"redact", required_argument, NULL, OPTION_REDACT},
    {"template", required_argument, NULL, OPTION_TEMPLATE},
    {"no-project", no_argument, NULL, OPTION_NO_PROJECT},
    {"home", required_argument, NULL, OPTION_HOME},
    {"fail-on", required_argument, NULL, OPTION_FAIL_ON},
    {"include-low", no_argument, NULL, OPTION_INCLUDE_LOW},
    {"colour", required_argument, NULL, OPTION_COLOUR},
    {"color", required_argument, NULL, OPTION_COLOUR},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"plugin-memory", required_argument, NULL, OPTION_PLUGIN_MEMORY},
    {"plugin-instructions", required_argument, NULL, OPTION_PLUGIN_INSTRUCTIONS},
    {"encoding", required_argument, NULL, OPTION_ENCODING},
    {"rejects", required_argument, NULL, OPTION_REJECTS},
    {"max-unreadable", required_argument, NULL, OPTION_MAX_UNREADABLE},
    {"to", required_argument, NULL, OPTION_TO},
    {"with-source", no_argument, NULL, OPTION_WITH_SOURCE},
    {"jobs", required_argument, NULL, 'J'},
    {"memory", required_argument, NULL, OPTION_MEMORY},
    {"stats", no_argument, NULL, OPTION_STATS},
    {"no-sandbox", no_argument, NULL, OPTION_NO_SANDBOX},
    {"partial", required_argument, NULL, OPTION_PARTIAL},
    {"threshold", required_argument, NULL, OPTION_THRESHOLD},
    {"against", required_argument, NULL, OPTION_AGAINST},
    {"topic", required_argument, NULL, OPTION_TOPIC},
    {"bill", required_argument, NULL, OPTION_BILL},
    {"as-if", required_argument, NULL, OPTION_AS_IF},
    {"kind", required_argument, NULL, OPTION_KIND},
    {"alike", required_argument, NULL, OPTION_ALIKE},
    {"pairs", no_argument, NULL, OPTION_PAIRS},
    {"notes", no_argument, NULL, OPTION_NOTES},
    {"progress", required_argument, NULL, OPTION_PROGRESS},
    {NULL, 0, NULL, 0},
};

enum { MOST_OPTIONS = sizeof options / sizeof *options + 1 };

static bool complain(const char *what, const char *value, const char *expected)
{
    fprintf(stderr, "scrutineer: %s: \"%s\" is not %s\n", what, value, expected);
    return false;
}

/* --- where the data lies --- */

static char *join(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = memory_take(size);
    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

/* The folder of the running program, "" when the system does not say. */
static void own_folder(char *folder, size_t size)
{
    ssize_t len = readlink("/proc/self/exe", folder, size - 1);
    folder[len > 0 ? len : 0] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
}

/* Beside the program (a build folder), then ../share/scrutineer (wherever it was installed), then
 * where it was configured to be. */
static char *find_data(const char *name, const char *variable)
{
    char folder[4096], share[4200];
    const char *given = getenv(variable);
    if (given && *given)
        return memory_copy(given);
    own_folder(folder, sizeof folder);
    snprintf(share, sizeof share, "%s/../share/scrutineer", folder);
    const char *places[] = {folder, share, PKGDATADIR};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char *path = join(places[i], name);
        if (access(path, R_OK | X_OK) == 0)
            return path;
        free(path);
    }
    return join(PKGDATADIR, name);
}

/* Where bundles are unpacked: the user's own folder. */
static char *find_installed(void)
{
    const char *given = getenv("SCRUTINEER_INSTALLED"), *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    if (given && *given)
        return memory_copy(given);
    if (data && *data)
        return join(data, "scrutineer/installed");
    return join(home ? home : ".", ".local/share/scrutineer/installed");
}

/* A folder, or the name of what was installed. */
static const char *find_add_on(struct cli_options *o, const char *name)
{
    if (strchr(name, '/') || access(name, X_OK) == 0)
        return name;
    free(o->owned[4]);
    o->owned[4] = join(o->installed, name);
    return o->owned[4] && access(o->owned[4], X_OK) == 0 ? o->owned[4] : name;
}

/* --- options --- */

static bool read_jurisdictions(struct cli_options *o, const char *list)
{
    free(o->owned[2]);
    o->owned[2] = memory_copy(list);
    o->scr.jurisdiction_count = 0;
    o->scr.jurisdictions = o->jurisdictions;
    for (char *rest = o->owned[2], *id; (id = strtok_r(rest, ",", &rest)) != NULL;) {
        if (o->scr.jurisdiction_count == MOST_JURISDICTIONS)
            return complain("-j", list, "a list of at most 64 jurisdictions");
        o->jurisdictions[o->scr.jurisdiction_count++] = id;
    }
    return o->scr.jurisdiction_count > 0 ||
           complain("-j", list, "a list of jurisdictions, like am,eu");
}

static bool add_register(struct cli_options *o, const char *file)
{
    if (o->scr.register_count == MOST_REGISTERS)
        return complain("-r", file, "one of at most 64 registers");
    o->scr.registers = o->registers;
    o->registers[o->scr.register_count++] = file;
    return true;
}

bool options_add_bill(struct cli_options *o, const char *file)
{
    if (o->scr.bill_count == MOST_BILLS)
        return complain("--bill", file, "one of at most 64 bills");
    o->scr.bills = o->bills;
    o->bills[o->scr.bill_count++] = file;
    return true;
}

static bool read_fail_on(struct cli_options *o, const char *word)
{
    static const char *const words[] = {"violation", "indicator", "undetermined", "never"};
    for (int i = 0; i < 4; i++)
        if (strcmp(word, words[i]) == 0) {
            o->fail_on = (enum fail_on)i;
            return true;
        }
    return complain("--fail-on", word, "violation, indicator, undetermined or never");
}

static bool read_identity(struct cli_options *o, const char *word)
{
    static const char *const words[] = {"strict", "usual", "broad"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0) {
            o->scr.identity = words[i];
            return true;
        }
    return complain("--identity", word, "strict, usual or broad");
}

static bool read_number(const char *option, const char *text, int64_t *out)
{
    char *end;
    errno = 0;
    long long n = strtoll(text, &end, 10);
    int64_t unit = *end == 'K' ? 1 << 10 : *end == 'M' ? 1 << 20 : *end == 'G' ? 1 << 30 : 1;
    if (errno || end == text || n <= 0 || (unit > 1 ? end[1] : *end) || n > INT64_MAX / unit)
        return complain(option, text, "a number, like 5000 or 64M");
    *out = n * unit;
    return true;
}

static bool read_colour(struct cli_options *o, const char *when)
{
    bool always = strcmp(when, "always") == 0;
    if (!always && strcmp(when, "never") != 0 && strcmp(when, "auto") != 0)
        return complain("--colour", when, "always, never or auto");
    if (strcmp(when, "auto") != 0)
        o->scr.colour = o->colour_messages = o->colour_asked = always;
    return true;
}

static bool read_progress(const char *when)
{
    bool always = strcmp(when, "always") == 0, never = strcmp(when, "never") == 0;
    if (!always && !never && strcmp(when, "auto") != 0)
        return complain("--progress", when, "always, never or auto");
    progress_set(always ? PROGRESS_AT_ONCE : never ? PROGRESS_NEVER : PROGRESS_AUTO);
    return true;
}

/* "100", or "5%" of a file's rows. */
static bool read_limit(struct cli_options *o, const char *text)
{
    char *end;
    errno = 0;
    unsigned long long n = strtoull(text, &end, 10);
    bool percent = *end == '%';
    if (errno || end == text || *text == '-' || end[percent] || (percent && n > 100))
        return complain("--max-unreadable", text,
                        "a number of rows, like 100, or a share, like 5%");
    o->scr.limit_unreadable = true;
    o->scr.unreadable_is_percent = percent;
    o->scr.most_unreadable = n;
    return true;
}

/* "90", at most 100. */
static bool read_threshold(struct cli_options *o, const char *text)
{
    int64_t n;
    if (!read_number("--threshold", text, &n) || n > 100)
        return complain("--threshold", text, "a percentage, like 95");
    o->threshold = (unsigned)n;
    return true;
}

/* Options of `name`. */
static bool take_name(struct cli_options *o, int option, const char *value)
{
    if (option == OPTION_KIND)
        o->kind = value;
    else if (option == OPTION_ALIKE)
        o->alike = value;
    else
        o->pairs = true;
    return true;
}

/* Options of `law`. */
static bool take_law(struct cli_options *o, int option, const char *value)
{
    switch (option) {
    case OPTION_NOTES:
        o->scr.notes = true;
        return true;
    case OPTION_AGAINST:
        o->against = value;
        return true;
    case OPTION_TOPIC:
        o->topic = value;
        return true;
    case OPTION_BILL:
        return options_add_bill(o, value);
    case OPTION_AS_IF:
        o->scr.as_if = value;
        return true;
    case OPTION_THRESHOLD:
        return read_threshold(o, value);
    default:
        return take_name(o, option, value);
    }
}

/* Options about how filings are read. */
static bool take_reading(struct cli_options *o, int option, const char *value)
{
    switch (option) {
    case OPTION_TRACE:
        o->scr.trace = value;
        o->scr.trace_out = stderr;
        return true;
    case OPTION_ADD:
        o->scr.add_on = find_add_on(o, value);
        return true;
    case OPTION_RELEASE:
        o->release = value;
        return true;
    case 'o':
        o->output = value;
        return true;
    case OPTION_FORMAT_IN:
        o->scr.format_in = value;
        return true;
    case OPTION_ENCODING:
        o->scr.encoding = value;
        return true;
    case OPTION_REJECTS:
        o->scr.rejects = value;
        return true;
    case OPTION_TO:
        o->to = value;
        return true;
    case OPTION_WITH_SOURCE:
        o->scr.with_source = true;
        return true;
    case OPTION_MAX_UNREADABLE:
        return read_limit(o, value);
    default:
        return take_law(o, option, value);
    }
}

/* Options about cases and decisions. */
static bool take_deciding(struct cli_options *o, int option, const char *value)
{
    switch (option) {
    case OPTION_LEDGER:
        o->scr.ledger = value;
        return true;
    case OPTION_RECORD:
        o->scr.record = true;
        return true;
    case OPTION_STATUS:
        o->status = value;
        return true;
    case OPTION_BY:
        o->by = value;
        return true;
    case OPTION_WHY:
        o->why = value;
        return true;
    case OPTION_UNTIL:
        o->until = value;
        return true;
    case OPTION_HEAD:
        o->head = value;
        return true;
    case OPTION_KEY:
        o->key = value;
        return true;
    case OPTION_PROOF:
        o->scr.proof = true;
        return true;
    case OPTION_SIGN:
        o->sign = value;
        return true;
    case OPTION_REDACT:
        o->scr.redact = true;
        return strcmp(value, "public") == 0 || complain("--redact", value, "public");
    case OPTION_TEMPLATE:
        o->template = value;
        return true;
    default:
        return take_reading(o, option, value);
    }
}

/* Options about what is told, and what not. */
static bool take_telling(struct cli_options *o, int option, const char *value)
{
    switch (option) {
    case OPTION_DATED:
        o->scr.dated = value;
        return true;
    case OPTION_IDENTITY:
        return read_identity(o, value);
    case OPTION_SELECT:
        o->scr.select = value;
        return true;
    case OPTION_IGNORE:
        o->scr.ignore = value;
        return true;
    case OPTION_BASELINE:
        o->scr.baseline = value;
        return true;
    case OPTION_WATCH:
        o->watch = true;
        return true;
    case OPTION_NO_PROJECT:
        return true; /* looked for before the others were read */
    default:
        return take_deciding(o, option, value);
    }
}

/* Options about how the work is done. */
static bool take_working(struct cli_options *o, int option, const char *value)
{
    int64_t n;
    switch (option) {
    case 'r':
        return add_register(o, value);
    case 'J':
        if (!read_number("--jobs", value, &n))
            return false;
        o->scr.jobs = (size_t)n;
        return true;
    case OPTION_MEMORY:
        if (!read_number("--memory", value, &n))
            return false;
        o->scr.memory = (size_t)n;
        return true;
    case OPTION_HOME:
        o->home = value;
        return true;
    case OPTION_NO_SANDBOX:
        o->no_sandbox = true;
        return true;
    case OPTION_STATS:
        o->scr.stats = true;
        return true;
    case OPTION_PARTIAL:
        o->partial = value;
        return true;
    default:
        return take_telling(o, option, value);
    }
}

/* Whether the word is one of "text, json, ndjson or html". */
static bool is_format(const char *formats, const char *word)
{
    size_t len = strlen(word);
    if (strcmp(word, "or") == 0)
        return false;
    for (const char *at = formats; *at && len; at += strcspn(at, " "), at += strspn(at, " "))
        if (strncmp(at, word, len) == 0 && strchr(" ,", at[len])) /* a name's end, or the list's */
            return true;
    return false;
}

static bool take(struct cli_options *o, int option, const char *value)
{
    int64_t n;
    switch (option) {
    case 'j':
        return read_jurisdictions(o, value);
    case OPTION_LAWBASE:
        o->scr.lawbase = value;
        return true;
    case OPTION_PLUGINS:
        o->scr.plugins = value;
        return true;
    case OPTION_FORMAT:
        o->format = value;
        return is_format(o->formats, value) || complain("--format", value, o->formats);
    case OPTION_ON:
        o->on = value;
        return true;
    case OPTION_FAIL_ON:
        return read_fail_on(o, value);
    case OPTION_INCLUDE_LOW:
        o->scr.include_low = true;
        return true;
    case OPTION_LANG:
        o->scr.language = value;
        return strlen(value) == 2 || complain("--lang", value, "a language, like en or hy");
    case OPTION_PLUGIN_MEMORY:
        if (!read_number("--plugin-memory", value, &n))
            return false;
        o->scr.plugin_memory = (size_t)n;
        return true;
    case OPTION_PLUGIN_INSTRUCTIONS:
        return read_number("--plugin-instructions", value, &o->scr.plugin_instructions);
    case OPTION_COLOUR:
        return read_colour(o, value);
    case OPTION_PROGRESS:
        return read_progress(value);
    default:
        return take_working(o, option, value);
    }
}

static void options_begin(struct cli_options *o, const char *formats)
{
    *o = (struct cli_options){.format = "text",
                              .formats = formats,
                              .to = "ndjson",
                              .threshold = 100,
                              .alike = "usual",
                              .fail_on = FAIL_ON_INDICATOR};
    bool plain = getenv("NO_COLOR") && *getenv("NO_COLOR");
    o->scr.colour = !plain && isatty(STDOUT_FILENO);
    o->colour_messages = !plain && isatty(STDERR_FILENO);
    o->owned[0] = find_data("lawbase", "SCRUTINEER_LAWBASE");
    o->owned[1] = find_data("plugins", "SCRUTINEER_PLUGINS");
    o->owned[3] = find_installed();
    o->installed = o->owned[3];
    o->scr.lawbase = o->owned[0];
    o->scr.plugins = o->owned[1];
}

const char *options_report_formats(void)
{
    static char list[256];
    size_t len = 0;
    const char *name;
    for (size_t i = 0; (name = scr_report_format(i, NULL)) != NULL && len < sizeof list; i++) {
        bool last = !scr_report_format(i + 1, NULL);
        const char *separator = i == 0 ? "" : last ? " or " : ", ";
        len += (size_t)snprintf(list + len, sizeof list - len, "%s%s", separator, name);
    }
    return list;
}

static const struct option *find_option(const char *name)
{
    for (const struct option *known = options; known->name; known++)
        if (strcmp(known->name, name) == 0)
            return known;
    return NULL;
}

static bool is_option(const char *name, int letter)
{
    const struct option *known = find_option(name);
    return known && known->val == letter;
}

/* A key of the project file is the name of an option. */
static bool take_project(void *owner, const char *key, const char *value)
{
    struct cli_options *o = owner;
    if (o->project_count == MOST_PROJECT)
        return complain(key, value, "one of at most 128 values of a project file");
    char *own = memory_copy(value);
    o->project[o->project_count++] = own;
    const struct option *known = find_option(key);
    return known && take(o, known->val, own);
}

static bool read_project(struct cli_options *o, int argc, char **argv)
{
    char path[4200];
    return !project_wanted(argc, argv) || !project_find(path, sizeof path) ||
           scr_project_read(path, take_project, o, stderr, o->colour_messages);
}

/* --- the options of a command --- */

char option_letter(const char *name)
{
    const struct option *known = find_option(name);
    return known && known->val < OPTION_LAWBASE ? (char)known->val : '\0';
}

/* "text, csv or html" as "text|csv|html" */
static void choices_of(const char *formats, char *out, size_t size)
{
    size_t len = 0;
    for (const char *at = formats; *at && len + 1 < size;) {
        size_t word = strcspn(at, ", ");
        if (word && !(word == 2 && strncmp(at, "or", 2) == 0))
            len += (size_t)snprintf(out + len, size - len, "%s%.*s", len ? "|" : "", (int)word, at);
        at += word;
        at += strspn(at, ", ");
    }
}

void option_argument(const struct call *call, const struct option_help *option, char *out,
                     size_t size)
{
    const char *formats = call_formats(call);
    snprintf(out, size, "%s", option->argument ? option->argument : "");
    if (strcmp(option->name, "format") == 0 && formats && !call_command(call)->reports)
        choices_of(formats, out, size);
}

enum option_value call_option_value(const struct call *call, const struct option_help *option,
                                    char *choices, size_t size)
{
    *choices = '\0';
    if (!option->argument)
        return VALUE_NONE;
    const char *formats = strcmp(option->name, "format") == 0 ? call_formats(call) : NULL;
    if (formats)
        choices_of(formats, choices, size);
    else if (strchr(option->argument, '|') && islower((unsigned char)*option->argument))
        snprintf(choices, size, "%s", option->argument);
    if (*choices)
        return VALUE_CHOICE;
    if (strncmp(option->argument, "DIR", 3) == 0)
        return VALUE_FOLDER;
    static const char *const files[] = {"FILE", "REPORT", "NAME.pub", "NAME.key"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strcmp(option->argument, files[i]) == 0)
            return VALUE_FILE;
    return strcmp(option->name, "format-in") == 0 ? VALUE_FILE : VALUE_ANY;
}

/* What getopt_long is to know: the options that the command takes, and their letters. */
struct taken {
    struct option rows[MOST_OPTIONS];
    char letters[32];
};

static void gather_options(const struct call *call, struct taken *taken)
{
    size_t count = 0, letters = 0;
    const struct option_help *told;
    *taken = (struct taken){.letters = ":"};
    for (letters = 1; (told = call_option(call, count)) != NULL; count++) {
        const struct option *known = find_option(told->name);
        assert(known && count + 1 < MOST_OPTIONS && letters + 3 < sizeof taken->letters);
        taken->rows[count] = *known;
        if (known->val >= OPTION_LAWBASE)
            continue;
        taken->letters[letters++] = (char)known->val;
        if (known->has_arg)
            taken->letters[letters++] = ':';
    }
}

/* "law show" */
static const char *called(const struct call *call, char *name, size_t size)
{
    snprintf(name, size, "%s%s%s", call->outer->name, call->inner ? " " : "",
             call->inner ? call->inner->name : "");
    return name;
}

static bool no_such_option(const struct call *call, const char *name)
{
    const char *names[MOST_OPTIONS] = {NULL};
    size_t count = 0;
    const struct option_help *told;
    for (; (told = call_option(call, count)) != NULL; count++)
        names[count] = told->name;
    char command[64];
    called(call, command, sizeof command);
    const char *nearest = scr_nearest(name, names, count);
    if (nearest && find_option(name))
        nearest = NULL;
    fprintf(stderr, "scrutineer: `%s` has no option --%s", command, name);
    if (nearest)
        fprintf(stderr, "; did you mean --%s?", nearest);
    fprintf(stderr, "\nscrutineer: `scrutineer %s --help` lists the options\n", command);
    return false;
}

/* After getopt_long gave '?' or ':' for `word`. */
static bool wrong_option(const struct call *call, int answer, const char *word)
{
    char name[64], command[64], argument[256];
    const struct option_help *told = NULL;
    bool is_long = strncmp(word, "--", 2) == 0;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(word + 2 * is_long, "="), word + 2 * is_long);
    if (is_long && !optopt)
        return no_such_option(call, name);
    called(call, command, sizeof command);
    for (size_t i = 0; (told = call_option(call, i)) != NULL; i++)
        if (is_option(told->name, optopt))
            break;
    if (!told) {
        fprintf(stderr, "scrutineer: `%s` has no option -%c\n", command, optopt);
        fprintf(stderr, "scrutineer: `scrutineer %s --help` lists the options\n", command);
        return false;
    }
    if (call_option_value(call, told, argument, sizeof argument) != VALUE_CHOICE)
        option_argument(call, told, argument, sizeof argument);
    if (answer == ':')
        fprintf(stderr, "scrutineer: --%s needs a value: %s\n", told->name, argument);
    else
        fprintf(stderr, "scrutineer: --%s takes no value\n", told->name);
    return false;
}

static bool read_arguments(struct cli_options *o, const struct call *call, int argc, char **argv,
                           bool *done)
{
    struct taken taken;
    gather_options(call, &taken);
    opterr = 0;
    optind = 0;
    for (int c; (c = getopt_long(argc, argv, taken.letters, taken.rows, NULL)) != -1;) {
        if (c == 'h')
            *done = true;
        else if (c == '?' || c == ':')
            return wrong_option(call, c, argv[optind - 1]);
        else if (!take(o, c, optarg))
            return false;
    }
    return true;
}

int options_first_word(int argc, char **argv)
{
    int c;
    opterr = 0;
    optind = 0;
    /* In front of the command's name may stand options of any command behind it. */
    while ((c = getopt_long(argc, argv, "+:hj:J:r:o:", options, NULL)) != -1 && c != '?' &&
           c != ':')
        continue;
    return c == -1 ? optind : argc;
}

bool options_read(struct cli_options *o, const struct call *call, int argc, char **argv, bool *done)
{
    options_begin(o, call_formats(call));
    *done = false;
    bool ok = !call_command(call)->reports || read_project(o, argc, argv);
    return ok && read_arguments(o, call, argc, argv, done);
}

void options_free(struct cli_options *o)
{
    for (size_t i = 0; i < sizeof o->owned / sizeof *o->owned; i++)
        free(o->owned[i]);
    for (size_t i = 0; i < o->project_count; i++)
        free(o->project[i]);
}

void options_confine(const struct cli_options *o, char **files, int count)
{
    enum { OTHERS = 9 };
    const char *reads[OTHERS + MOST_REGISTERS + MOST_BILLS] = {
        o->scr.lawbase,   o->scr.plugins, o->scr.add_on, o->scr.baseline, o->scr.ledger,
        o->scr.format_in, o->installed,   o->key,        o->sign};
    const char *writes[] = {o->partial, o->output, o->scr.rejects, o->scr.ledger};
    if (o->no_sandbox)
        return;
    size_t count_all = OTHERS;
    for (size_t i = 0; i < o->scr.register_count; i++)
        reads[count_all++] = o->scr.registers[i];
    for (size_t i = 0; i < o->scr.bill_count; i++)
        reads[count_all++] = o->scr.bills[i];
    struct confines c = {.reads = reads,
                         .read_count = count_all,
                         .folders = o->watch,
                         .files = (const char *const *)files,
                         .file_count = (size_t)count,
                         .writes = writes,
                         .write_count = sizeof writes / sizeof *writes};
    const char *left = confine(&c);
    if (*left && o->scr.stats)
        fprintf(stderr, "scrutineer: a mistake in a plugin could reach %s\n", left);
}

int finish(struct scr_session *s, const struct cli_options *o, int status)
{
    /* The report first, so that the messages stand behind it where both go to one place. */
    bool written = fflush(stdout) == 0 && !ferror(stdout);
    int why = errno;
    scr_messages_print(s, stderr, o->colour_messages);
    scr_session_free(s);
    if (written)
        return status;
    /* A reader that went away (`| head`) is no failure of ours. */
    if (why != EPIPE)
        fprintf(stderr, "scrutineer: the output could not be written: %s\n", strerror(why));
    return EXIT_WRONG;
}
