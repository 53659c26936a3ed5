/* SPDX-License-Identifier: Apache-2.0
 *
 * Work that is done again whenever one of its files changes.
 */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include "cli/options.h"

struct watched {
    int at;     /* inotify's number of the folder */
    char *name; /* of the one file in it that matters; NULL: all */
};
struct watch {
    int fd;
    struct watched *items;
    size_t count;
};

/* False, with errno, when the system cannot watch. */
bool watch_begin(struct watch *);
void watch_end(struct watch *);
/* The file, which may be replaced by another of its name; "-" is not watched. */
void watch_file(struct watch *, const char *path);
/* All files in the folder (NULL: none) and those below. */
void watch_folder(struct watch *, const char *path);
/* Waits until something changed since watch_begin(), and has stopped changing. False: interrupted.
 */
bool watch_wait(struct watch *, bool (*interrupted)(void));

/* `run` gives the exit status; `watch` names what it reads, anew each time. */
struct watched_work {
    int (*run)(void *owner);
    void (*watch)(void *owner, struct watch *);
};
/* Runs, and again after each change, on a terminal with a cleared screen, until Ctrl-C: then
 * EXIT_INTERRUPTED. */
int watch_again(const struct watched_work *, void *owner);

#endif
