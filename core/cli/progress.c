/* SPDX-License-Identifier: Apache-2.0
 *
 * One line on standard error while a check takes more than a second, only on a terminal.
 */
#include <config.h>

#include <inttypes.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "cli/options.h"

static volatile sig_atomic_t interrupted;
static bool shown;

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

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void print_line(const struct scr_progress *p, double seconds)
{
    double rate = (double)p->bytes / (seconds > 0 ? seconds : 1);
    fprintf(stderr, "\r\33[K%s: %" PRIu64 " records, %.1f MB", p->file, p->records,
            (double)p->bytes / 1e6);
    if (p->size > p->bytes && rate > 0)
        fprintf(stderr, " of %.1f MB (%d %%), %.0f s left", (double)p->size / 1e6,
                (int)(100 * (double)p->bytes / (double)p->size),
                (double)(p->size - p->bytes) / rate);
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
    if (time - began > 1 && time - last > 0.2 && isatty(STDERR_FILENO)) {
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
