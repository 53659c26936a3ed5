/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/crew.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"

enum { JOBS_A_THREAD = 4 };

struct member {
    struct crew *crew;
    void *worker;
    pthread_t thread;
};

struct crew {
    pthread_mutex_t lock;
    pthread_cond_t given, done;
    void (*work)(void *worker, void *job);
    struct member *members;
    size_t member_count;
    /* A ring: jobs [taken, given) are there, those before `begun` are being done or done. */
    void **jobs;
    bool *is_done;
    size_t room, taken_count, begun_count, given_count;
    bool ending;
};

static void *run_member(void *argument)
{
    struct member *m = argument;
    struct crew *c = m->crew;
    pthread_mutex_lock(&c->lock);
    for (;;) {
        while (c->begun_count == c->given_count && !c->ending)
            pthread_cond_wait(&c->given, &c->lock);
        if (c->ending)
            break;
        size_t at = c->begun_count++ % c->room;
        void *job = c->jobs[at];
        pthread_mutex_unlock(&c->lock);
        c->work(m->worker, job);
        pthread_mutex_lock(&c->lock);
        c->is_done[at] = true;
        pthread_cond_signal(&c->done);
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

struct crew *crew_new(size_t threads, void **workers, void (*work)(void *worker, void *job))
{
    struct crew *c = heap_alloc(1, sizeof *c);
    c->work = work;
    c->room = threads * JOBS_A_THREAD;
    c->jobs = heap_alloc(c->room, sizeof *c->jobs);
    c->is_done = heap_alloc(c->room, sizeof *c->is_done);
    c->members = heap_alloc(threads, sizeof *c->members);
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->given, NULL);
    pthread_cond_init(&c->done, NULL);
    c->members[0] = (struct member){.crew = c, .worker = workers[0]};
    for (size_t i = 0; threads > 1 && i < threads; i++) {
        c->members[i] = (struct member){.crew = c, .worker = workers[i]};
        if (pthread_create(&c->members[i].thread, NULL, run_member, &c->members[i]) != 0)
            break; /* with fewer threads the work takes longer */
        c->member_count++;
    }
    return c;
}

void crew_free(struct crew *c)
{
    if (!c)
        return;
    pthread_mutex_lock(&c->lock);
    c->ending = true;
    pthread_cond_broadcast(&c->given);
    pthread_mutex_unlock(&c->lock);
    for (size_t i = 0; i < c->member_count; i++)
        pthread_join(c->members[i].thread, NULL);
    pthread_cond_destroy(&c->done);
    pthread_cond_destroy(&c->given);
    pthread_mutex_destroy(&c->lock);
    free(c->members);
    free(c->is_done);
    free(c->jobs);
    free(c);
}

void crew_give(struct crew *c, void *job)
{
    pthread_mutex_lock(&c->lock);
    size_t at = c->given_count++ % c->room;
    c->jobs[at] = job;
    c->is_done[at] = false;
    pthread_cond_signal(&c->given);
    pthread_mutex_unlock(&c->lock);
    if (c->member_count > 0)
        return;
    c->begun_count++;
    c->work(c->members[0].worker, job);
    c->is_done[at] = true;
}

bool crew_is_full(const struct crew *c)
{
    return c->given_count - c->taken_count == c->room;
}

static void *take(struct crew *c, bool wait)
{
    if (c->taken_count == c->given_count)
        return NULL;
    size_t at = c->taken_count % c->room;
    pthread_mutex_lock(&c->lock);
    while (wait && !c->is_done[at])
        pthread_cond_wait(&c->done, &c->lock);
    bool done = c->is_done[at];
    pthread_mutex_unlock(&c->lock);
    if (!done)
        return NULL;
    c->taken_count++;
    return c->jobs[at];
}

void *crew_take(struct crew *c)
{
    return take(c, true);
}

void *crew_take_done(struct crew *c)
{
    return take(c, false);
}
