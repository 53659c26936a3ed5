/* SPDX-License-Identifier: Apache-2.0
 *
 * Invented owners: how long it takes to find out how much of each body is held abroad.
 *
 *     owners [PARTIES [INTERESTS [WITHIN]]]
 *
 * Four parties in ten are persons, one in ten of them of another country; owners stand near those
 * whom they own. WITHIN of a thousand interests go the other way, so that bodies hold each other.
 * The same numbers give the same graph.
 */
#include <config.h>

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "name/ownership.h"

static uint64_t seed = 1;

static uint32_t chance(uint32_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((seed >> 33) % below);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void add_party(struct ownership *o, uint32_t i)
{
    char name[32];
    bool person = chance(10) < 4;
    int len = snprintf(name, sizeof name, "Example %s %u", person ? "Person" : "Company", i);
    ownership_add_party(o, &(struct party){.name = {name, (size_t)len},
                                           .sort = person ? PARTY_PERSON : PARTY_BODY,
                                           .knowledge = VALUE_KNOWN,
                                           .countries = chance(10) ? TEXT("AM") : TEXT("CY")});
}

static uint32_t owner_of(uint32_t owned, uint32_t parties, uint32_t within)
{
    uint32_t step = 1 + chance(300);
    if (chance(1000) < within)
        return owned + step % 20 < parties ? owned + step % 20 : owned;
    return owned < step ? 0 : owned - step;
}

static struct ownership *make(uint32_t parties, uint32_t interests, uint32_t within)
{
    struct ownership *o = ownership_new();
    for (uint32_t i = 0; i < parties; i++)
        add_party(o, i);
    for (uint32_t i = 0; i < interests; i++) {
        uint32_t owned = chance(parties);
        int32_t percent = (int32_t)(1 + chance(25)) * 1000000;
        ownership_add_interest(o, &(struct interest){.owner = owner_of(owned, parties, within),
                                                     .owned = owned,
                                                     .range = {percent, percent, false, false},
                                                     .from = DAY_ALWAYS,
                                                     .sure = DAY_ALWAYS,
                                                     .to = DAY_NEVER,
                                                     .file = TEXT("register.csv"),
                                                     .line = i + 2});
    }
    ownership_finish(o);
    return o;
}

static uint64_t resolve(const struct ownership *o, uint32_t parties)
{
    struct ownership_solver *s = ownership_solver_new(o);
    struct share_range *out = calloc(parties + 1, sizeof *out);
    uint32_t *all = calloc(parties + 1, sizeof *all);
    uint64_t sum = 0;
    for (uint32_t i = 0; i < parties; i++)
        all[i] = i;
    ownership_foreign_shares(s, &(struct ownership_question){.home = TEXT("AM")}, all, parties,
                             out);
    for (uint32_t i = 0; i < parties; i++)
        sum += (uint64_t)out[i].least;
    free(all);
    free(out);
    ownership_solver_free(s);
    return sum;
}

int main(int argc, char **argv)
{
    uint32_t parties = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1000000;
    uint32_t interests = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 3 * parties;
    uint32_t within = argc > 3 ? (uint32_t)strtoul(argv[3], NULL, 10) : 2;
    struct rusage used;
    double began = seconds();
    struct ownership *o = make(parties ? parties : 1, interests, within);
    double made = seconds();
    uint64_t sum = resolve(o, parties);
    double done = seconds();
    getrusage(RUSAGE_SELF, &used);
    printf("%u parties, %u interests: made in %.2f s, resolved in %.2f s, %ld MB; mean share held "
           "abroad at "
           "least %.6f %%\n",
           parties, interests, made - began, done - made, used.ru_maxrss / 1024,
           (double)sum / parties / 1e6);
    ownership_free(o);
    return 0;
}
