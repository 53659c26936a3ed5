/* SPDX-License-Identifier: Apache-2.0
 *
 * flips COUNT LAWBASE PLUGINS KIND FILE [FILING]: COUNT times one bit of FILE is flipped, always
 * the same ones for the same file, and the file is read.
 *
 *   filing    checked; may be read as something else, but the run must end
 *   sealed    checked; its format makes a change visible: there is a message, or the report is the
 * same partial   merged; likewise ledger    FILING is checked with it; likewise
 *
 * Ends with 1 and the flips at fault when a change went unseen; a crash, or a reading of more than
 * ten seconds, ends it with the flip that was at work.
 */
#include <config.h>

#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "scrutineer.h"

enum { SECONDS = 10 };

struct flipping {
    struct scr_options options;
    const char *kind, *path, *filing;
    unsigned char *bytes;
    size_t size;
    char *report; /* of the file as it is */
    size_t errors;
};

static char at_work[128];

static void stop(int signal_number)
{
    if (write(STDERR_FILENO, at_work, strlen(at_work)) < 0)
        _exit(3);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void give_up(const char *what)
{
    fprintf(stderr, "flips: %s\n", what);
    exit(2);
}

/* The report on the file as it lies at `path`; the caller frees it. */
static char *read_it(struct flipping *f, const char *path, size_t *errors)
{
    char *report = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&report, &len);
    bool ledger = strcmp(f->kind, "ledger") == 0;
    f->options.ledger = ledger ? path : NULL;
    const char *files[] = {ledger ? f->filing : path};
    struct scr_session *s = scr_session_new(&f->options);
    if (!scr_load(s))
        give_up("the law base cannot be read");
    if (strcmp(f->kind, "partial") == 0)
        scr_merge(s, files, 1, "csv", out);
    else
        scr_check(s, files, 1, "csv", out);
    *errors = scr_error_count(s);
    scr_session_free(s);
    fclose(out);
    return report;
}

static void put(const char *path, const unsigned char *bytes, size_t size)
{
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(bytes, 1, size, f) != size || fclose(f) != 0)
        give_up("a changed file cannot be written");
}

/* Whether a change went unseen. */
static bool is_unseen(struct flipping *f)
{
    size_t errors;
    put(f->path, f->bytes, f->size);
    alarm(SECONDS);
    char *report = read_it(f, f->path, &errors);
    alarm(0);
    bool unseen = strcmp(f->kind, "filing") != 0 && errors == f->errors &&
                  strcmp(report, f->report) != 0;
    free(report);
    return unseen;
}

static void read_file(struct flipping *f, const char *path)
{
    FILE *in = fopen(path, "rb");
    f->bytes = malloc(1 << 22);
    if (!in || !f->bytes)
        give_up("the file cannot be read");
    f->size = fread(f->bytes, 1, 1 << 22, in);
    fclose(in);
    if (f->size == 0)
        give_up("the file is empty");
}

int main(int count, char **arguments)
{
    if (count < 6)
        give_up("needs COUNT LAWBASE PLUGINS KIND FILE [FILING]");
    uint64_t times = strtoull(arguments[1], NULL, 10), random = 88172645463325252u, unseen = 0;
    struct flipping f = {.options = {.lawbase = arguments[2],
                                     .plugins = arguments[3],
                                     .jobs = 1,
                                     .dated = "2001-06-01"},
                         .kind = arguments[4],
                         .path = arguments[5],
                         .filing = arguments[6]};
    const int watched[] = {SIGALRM, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
    for (size_t i = 0; i < sizeof watched / sizeof *watched; i++)
        signal(watched[i], stop);
    read_file(&f, f.path);
    f.report = read_it(&f, f.path, &f.errors);
    for (uint64_t i = 0; i < times; i++) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17;
        uint64_t bit = random % (f.size * 8);
        snprintf(at_work, sizeof at_work, "flips: at bit %" PRIu64 "\n", bit);
        f.bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
        if (is_unseen(&f)) {
            fprintf(stderr, "flips: bit %" PRIu64 " changed what is found, unseen\n", bit);
            unseen++;
        }
        f.bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
    }
    put(f.path, f.bytes, f.size);
    free(f.report);
    free(f.bytes);
    return unseen ? 1 : 0;
}
