/* SPDX-License-Identifier: Apache-2.0
 *
 * One line on standard error while a check takes more than a second, only on a terminal: records,
 * bytes, how fast, how long still. It is gone before anything else is written there.
 */
#include <config.h>

#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "cli/options.h"

static volatile sig_atomic_t interrupted;
static bool shown;
static bool within_line; /* of the report, on the same terminal */

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

void progress_catch_interrupt(void)
{
    /* SA_RESETHAND: a second Ctrl-C ends the program at once. */
    struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND};
    sigaction(SIGINT, &action, NULL);
}

bool progress_interrupted(void)
{
    return interrupted;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static enum progress_when when;

void progress_set(enum progress_when w)
{
    when = w;
}

/* "0:07", "2:05:00" */
static void print_time(double seconds, char *out, size_t size)
{
    uint64_t n = (uint64_t)seconds;
    if (n >= 3600)
        snprintf(out, size, "%" PRIu64 ":%02u:%02u", n / 3600, (unsigned)(n / 60 % 60),
                 (unsigned)(n % 60));
    else
        snprintf(out, size, "%u:%02u", (unsigned)(n / 60), (unsigned)(n % 60));
}

/* What is not known (how much is to come from a pipe, how fast it goes at the first moment) is left
 * out. */
static void print_amounts(const struct scr_progress *p, double seconds, char *out, size_t size)
{
    char whole[48] = "", rate[32] = "", left[32] = "", time[24];
    double a_second = seconds > 0 ? (double)p->bytes / seconds : 0;
    bool known = p->size > 0 && p->size >= p->bytes;
    if (known)
        snprintf(whole, sizeof whole, " of %.1f MB (%d %%)", (double)p->size / 1e6,
                 (int)(100 * (double)p->bytes / (double)p->size));
    if (a_second > 0)
        snprintf(rate, sizeof rate, ", %.1f MB/s", a_second / 1e6);
    if (known && a_second > 0) {
        print_time((double)(p->size - p->bytes) / a_second, time, sizeof time);
        snprintf(left, sizeof left, ", %s left", time);
    }
    snprintf(out, size, "%" PRIu64 " records, %.1f%s%s%s%s", p->records, (double)p->bytes / 1e6,
             known ? "" : " MB", whole, rate, left);
}

/* The end of a path that does not fit, from where a character begins. A line that wraps could not
 * be cleared. */
static const char *fit_name(const char *name, size_t room)
{
    size_t len = strlen(name);
    const char *at = len > room ? name + (len - room) : name;
    while ((*at & 0xC0) == 0x80)
        at++;
    return at;
}

static size_t terminal_width(void)
{
    struct winsize w;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 0 ? w.ws_col : 80;
}

static void print_line(const struct scr_progress *p, double seconds)
{
    char amounts[160];
    print_amounts(p, seconds, amounts, sizeof amounts);
    size_t width = terminal_width(), len = strlen(amounts) + 3;
    if (len < width)
        fprintf(stderr, "\r\33[K%s: %s", fit_name(p->file, width - len), amounts);
    else
        fprintf(stderr, "\r\33[K%.*s", (int)width - 1, amounts);
    fflush(stderr);
    shown = true;
}

bool progress_show(void *owner, const struct scr_progress *p)
{
    static double began, last;
    static const char *file;
    (void)owner;
    double time = now();
    if (file != p->file) {
        file = p->file;
        began = last = time;
    }
    bool due = when == PROGRESS_AT_ONCE || (time - began > 1 && time - last > 0.2);
    if (due && !within_line && when != PROGRESS_NEVER && isatty(STDERR_FILENO)) {
        print_line(p, time - began);
        last = time;
    }
    return !interrupted;
}

void progress_clear(void)
{
    if (shown)
        fputs("\r\33[K", stderr);
    shown = false;
}

/* --- a report on the same terminal --- */

static ssize_t write_cleared(void *cookie, const char *bytes, size_t size)
{
    (void)cookie;
    progress_clear();
    fflush(stderr);
    size_t written = fwrite(bytes, 1, size, stdout);
    within_line = size > 0 && bytes[size - 1] != '\n';
    return fflush(stdout) == 0 ? (ssize_t)written : 0;
}

FILE *progress_output(void)
{
    bool both = isatty(STDERR_FILENO) && isatty(STDOUT_FILENO);
    FILE *f = both ? fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_cleared}) : NULL;
    if (f)
        setvbuf(f, NULL, _IOLBF, BUFSIZ);
    return f ? f : stdout;
}

void progress_end(FILE *output)
{
    if (output != stdout)
        fclose(output);
    progress_clear();
}
