/* SPDX-License-Identifier: Apache-2.0
 *
 * names REGISTER [DONORS [SAMPLE]]: how many names a second are looked for in a register by one
 * thread, and that a sample of them finds what comparing with every entry finds. The donors are
 * invented, but for one in fifty, who has a listed name with a letter changed; two in ten are
 * bodies. The same numbers give the same donors.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "session.h"

static uint64_t state = 20261124;

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

static const char *const given[] = {
    "Anna",  "Armen",  "Boris",  "Catherine", "David",  "Elena",   "Frank",  "George", "Hakob",
    "Irina", "James",  "Karen",  "Laura",     "Maria",  "Nikolay", "Oliver", "Peter",  "Robert",
    "Susan", "Tigran", "Ursula", "Victor",    "Walter", "Yusuf",   "Zaven",  "Юрий",   "Ольга",
    "Լևոն",  "Անի",    "გიორგი", "John",      "Mary",   "Michael", "Linda",  "Thomas", "Barbara"};
static const char *const syllables[] = {
    "ba",  "der", "kov", "lin",  "mar", "nis", "or",  "pet", "ros", "san", "ter", "vil", "wer",
    "yan", "zel", "gol", "hart", "bro", "cas", "dun", "fel", "gra", "hol", "ing", "jor"};
static const char *const trades[] = {"Trading",  "Holdings", "Foods",  "Media", "Textiles",
                                     "Shipping", "Partners", "Energy", "Group", "Builders"};
static const char *const forms[] = {"Ltd", "LLC", "GmbH", "SA", "Inc.", "LLP"};

static void surname(char *out)
{
    unsigned count = 2 + below(3);
    *out = '\0';
    for (unsigned i = 0; i < count; i++)
        strcat(out, syllables[below(sizeof syllables / sizeof *syllables)]);
    out[0] = (char)(out[0] - 'a' + 'A');
}

static void donor(char *out, size_t size, const struct name_list *list)
{
    char last[64];
    surname(last);
    if (below(50) == 0 && list->count) {
        struct text name = list->items[below((unsigned)list->count)].who.name;
        snprintf(out, size, "%.*s", TEXT_ARG(name));
        size_t at = below((unsigned)strlen(out) + 1);
        if (out[at] >= 'a' && out[at] <= 'z')
            out[at] = (char)('a' + below(26));
    } else if (below(5) == 0) {
        snprintf(out, size, "%s %s %s", last, trades[below(10)], forms[below(6)]);
    } else if (below(4) == 0) {
        snprintf(out, size, "%s, %s %c.", last, given[below(36)], (char)('A' + below(26)));
    } else {
        snprintf(out, size, "%s %s", given[below(36)], last);
    }
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool same_hits(struct name_hits a, const struct name_hit *kept, size_t count)
{
    bool same = a.count == count;
    for (size_t i = 0; same && i < count; i++)
        same = a.items[i].entry == kept[i].entry && a.items[i].score == kept[i].score;
    return same;
}

static size_t count_different(const struct name_index *x, struct text *names, size_t count,
                              unsigned least)
{
    struct name_search *fast = name_search_new(x), *slow = name_search_new(x);
    size_t different = 0;
    for (size_t i = 0; i < count; i++) {
        struct profile who = {.name = names[i]};
        struct name_hits h = name_search_find(fast, &who, TEXT(""), least);
        different += !same_hits(name_search_slowly(slow, &who, TEXT(""), least), h.items, h.count);
    }
    name_search_free(fast);
    name_search_free(slow);
    return different;
}

static void measure(const struct name_index *x, struct text *names, size_t count, size_t sample,
                    enum name_threshold t)
{
    unsigned least = 10 * name_index_tables(x)->thresholds[t];
    struct name_search *s = name_search_new(x);
    size_t found = 0;
    double began = now();
    for (size_t i = 0; i < count; i++) {
        struct profile who = {.name = names[i]};
        found += name_search_find(s, &who, TEXT(""), least).count > 0;
    }
    double took = now() - began;
    name_search_free(s);
    printf("%s: %zu names in %.2f s, %.0f a second, %zu found\n", name_threshold_name(t), count,
           took, (double)count / took, found);
    if (sample)
        printf("  of a sample of %zu, %zu differ from comparing with every entry\n", sample,
               count_different(x, names, sample, least));
}

int main(int argc, char **argv)
{
    const char *registers[] = {argc > 1 ? argv[1] : ""};
    size_t count = argc > 2 ? strtoul(argv[2], NULL, 10) : 1000000;
    size_t sample = argc > 3 ? strtoul(argv[3], NULL, 10) : 20000;
    sample = sample < count ? sample : count;
    struct scr_options o = {.lawbase = "lawbase", .registers = registers, .register_count = 1};
    struct scr_session *s = scr_session_new(&o);
    struct arena a = ARENA("donors");
    if (argc < 2 || !scr_load(s) || !session_read_registers(s)) {
        fputs("usage, in the source's folder: names REGISTER [DONORS [SAMPLE]]\n", stderr);
        scr_messages_print(s, stderr, false);
        return 2;
    }
    const struct name_list *list = &s->registers->names;
    struct text *names = arena_array(&a, count, struct text);
    for (size_t i = 0; i < count; i++) {
        char name[600];
        donor(name, sizeof name, list);
        names[i] = arena_copy(&a, text_of(name));
    }
    printf("%zu entries\n", list->count);
    for (int t = NAME_EXACT; t <= NAME_BROAD; t++)
        measure(s->registers->index, names, count, t != NAME_USUAL ? 0 : sample,
                (enum name_threshold)t);
    scr_session_free(s);
    arena_free(&a);
    return 0;
}
