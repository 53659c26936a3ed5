/* SPDX-License-Identifier: Apache-2.0
 *
 * Work that several threads do at once, and whose results are taken in the order in which it was
 * given. One thread gives and takes.
 */
#ifndef BASE_CREW_H
#define BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>

struct crew;
/* `workers` has one pointer a thread, handed to `work` with each job that the thread does. With one
 * thread, jobs are done when they are given, by the thread that gives them. */
struct crew *crew_new(size_t threads, void **workers, void (*work)(void *worker, void *job));
/* Waits for the jobs that were begun; those that nobody took are lost. */
void crew_free(struct crew *);
void crew_give(struct crew *, void *job);
/* Whether so many jobs were given and not taken that more would only pile up. */
bool crew_is_full(const struct crew *);
/* The oldest job that was not taken, when it is done; NULL: all were taken. */
void *crew_take(struct crew *);
/* Likewise, but NULL when it is not done yet. */
void *crew_take_done(struct crew *);

#endif
