/* SPDX-License-Identifier: Apache-2.0
 *
 * Names made at random, of several scripts: taken apart twice they are taken apart once; how alike
 * two are does not depend on which comes first, nor on the order of words; and a search finds just
 * what comparing with every entry of the list finds.
 */
#include <config.h>

#include <stdlib.h>

#include "../unit/suite.h"
#include "law/lawbase.h"
#include "name/index.h"

enum { NAMES = 20000, PAIRS = 20000, LISTED = 1500, SOUGHT = 700, MOST = 400 };

static struct diags messages;
static struct lawbase law;
static struct name_tables tables;
static struct lexicon *words;
static uint64_t state = 20261124; /* the seed */

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

static void setup(void)
{
    struct text none = TEXT("none");
    char path[4096];
    diags_init(&messages);
    snprintf(path, sizeof path, "%s/lawbase", getenv("SRC"));
    lawbase_open(&law, &messages, path, &none, 1);
    ck_assert(name_tables_make(&tables, &messages, law.names, law.name_count));
    words = lexicon_new(&tables);
}

static void teardown(void)
{
    lexicon_free(words);
    name_tables_free(&tables);
    lawbase_close(&law);
    diags_free(&messages);
}

static const char *const parts[] = {
    "Anna",      "Armen",     "Ann",     "Petrosyan", "Bedrossian", "Петросян",  "Պետրոսեան",
    "Hakob",     "Akop",      "Robert",  "Bob",       "al",         "bin",       "J",
    "J.",        "K.",        "Smith",   "Smyth",     "Jones",      "O'Brien",   "Müller",
    "Mueller",   "Юрий",      "გიორგი",  "Bank",      "Group",      "Ministry",  "Foreign",
    "Affairs",   "of",        "the",     "Company",   "Ltd",        "GmbH",      "AG",
    "ООО",       "ՍՊԸ",       "L.L.C.",  "44",        "forty",      "four",      "2nd",
    "Petrovna",  "Ivanovich", "Example", "Exampel",   "Orinak",     "Orinakyan", "Dr",
    "President", "A.B.C.",    "Xi",      "Jinping",   "x",          "習",        "Παπάς"};

static void add_letters(char *name)
{
    size_t len = strlen(name), more = 1 + below(8);
    for (size_t i = 0; i < more; i++)
        name[len++] = (char)('a' + below(26));
    name[len] = '\0';
}

/* A letter more, less, other or exchanged. */
static void spoil(char *name)
{
    size_t len = strlen(name), at = len ? below((unsigned)len) : 0;
    if (len < 2 || (name[at] & 0x80) || (name[at ? at - 1 : 1] & 0x80))
        return;
    if (below(2)) {
        name[at] = (char)('a' + below(26));
    } else {
        size_t other = at ? at - 1 : 1;
        char letter = name[at];
        name[at] = name[other];
        name[other] = letter;
    }
}

static void make_name(char name[MOST])
{
    unsigned count = 1 + below(5);
    name[0] = '\0';
    for (unsigned i = 0; i < count; i++) {
        if (i && below(12))
            strcat(name, below(8) ? " " : ", ");
        if (below(4))
            strcat(name, parts[below(sizeof parts / sizeof *parts)]);
        else
            add_letters(name);
    }
    if (below(4) == 0)
        spoil(name);
}

static enum profile_sort some_sort(void)
{
    return (enum profile_sort)below(3);
}

START_TEST(a_name_taken_apart_twice_is_taken_apart_once)
{
    struct arena a = ARENA("fold");
    char name[MOST];
    for (int i = 0; i < NAMES; i++) {
        struct spelled once, twice;
        enum profile_sort sort = some_sort();
        make_name(name);
        name_spell(words, text_of(name), sort, &once);
        struct text first = spelled_text(&a, &once);
        name_spell(words, first, sort, &twice);
        struct text second = spelled_text(&a, &twice);
        ck_assert_msg(text_equal(first, second), "%s: %.*s, then %.*s", name, TEXT_ARG(first),
                      TEXT_ARG(second));
        arena_reset(&a);
    }
    arena_free(&a);
}
END_TEST

START_TEST(which_name_comes_first_does_not_matter)
{
    char one[MOST], other[MOST];
    for (int i = 0; i < PAIRS; i++) {
        struct spelled x, y;
        struct likeness to, back;
        enum profile_sort sort_x = some_sort(), sort_y = some_sort();
        make_name(one);
        make_name(other);
        if (below(2)) {
            memcpy(other, one, MOST);
            spoil(other);
        }
        name_spell(words, text_of(one), sort_x, &x);
        name_spell(words, text_of(other), sort_y, &y);
        names_compare(&tables, &x, &y, sort_x, sort_y, &to);
        names_compare(&tables, &y, &x, sort_y, sort_x, &back);
        ck_assert_msg(to.score == back.score, "%s, %s: %u, %u", one, other, to.score, back.score);
        ck_assert_uint_le(to.score, SCORE_WHOLE);
    }
}
END_TEST

static bool uses_joins(const struct likeness *l)
{
    for (size_t i = 0; i < l->pair_count; i++)
        if (l->pairs[i].how == MEET_JOINED || l->pairs[i].how == MEET_LETTERS)
            return true;
    return false;
}

/* Words side by side may be one word; letters side by side are an abbreviation; of given names
 * alone the order tells. */
START_TEST(the_order_of_words_does_not_matter)
{
    char one[MOST], other[MOST];
    int compared = 0;
    for (int i = 0; i < PAIRS; i++) {
        struct spelled x, y, turned;
        struct likeness straight, mixed;
        make_name(one);
        make_name(other);
        name_spell(words, text_of(one), PROFILE_PERSON, &x);
        name_spell(words, text_of(other), PROFILE_PERSON, &y);
        turned = x;
        for (size_t k = x.count; k > 1; k--) {
            size_t at = below((unsigned)k);
            const struct word *w = turned.words[at];
            turned.words[at] = turned.words[k - 1];
            turned.words[k - 1] = w;
        }
        turned.join_count = x.join_count = 0;
        names_compare(&tables, &x, &y, PROFILE_PERSON, PROFILE_PERSON, &straight);
        names_compare(&tables, &turned, &y, PROFILE_PERSON, PROFILE_PERSON, &mixed);
        if (uses_joins(&straight) || uses_joins(&mixed) || straight.order_differs ||
            mixed.order_differs)
            continue;
        compared++;
        unsigned more = straight.score > mixed.score ? straight.score : mixed.score;
        unsigned less = straight.score > mixed.score ? mixed.score : straight.score;
        ck_assert_msg(more == less || (more == SCORE_WHOLE && less == SCORE_WHOLE - 1),
                      "%s, %s: %u, %u", one, other, straight.score, mixed.score);
    }
    ck_assert_int_gt(compared, PAIRS / 2);
}
END_TEST

/* --- searching --- */

static struct text keep(struct arena *a, const char *name)
{
    return arena_copy(a, text_of(name));
}

static struct profile some_profile(struct arena *a)
{
    static struct text numbers[] = {TEXT_INIT("AM-1"), TEXT_INIT("am 1"), TEXT_INIT("2"),
                                    TEXT_INIT("3")};
    static const struct text countries[] = {TEXT_INIT("AM"), TEXT_INIT("RU AM"), TEXT_INIT("GE")};
    char name[MOST];
    make_name(name);
    struct profile p = {.name = keep(a, name), .sort = some_sort()};
    if (below(3) == 0) {
        p.birth_known = true;
        p.birth = (day)below(2);
    }
    if (below(3) == 0)
        p.countries = countries[below(3)];
    if (below(8) == 0) {
        p.numbers = &numbers[below(4)];
        p.number_count = 1;
    }
    return p;
}

START_TEST(a_search_finds_what_comparing_with_every_entry_finds)
{
    static const unsigned thresholds[] = {1000, 950, 920, 780, 650, 400, 1};
    struct arena a = ARENA("searched");
    struct name_list list = {.arena = ARENA("list")};
    for (int i = 0; i < LISTED; i++) {
        struct listed e = {.who = some_profile(&a), .list = below(2) ? TEXT("x") : TEXT("y")};
        e.ref = arena_format(&a, "%u", below(LISTED));
        e.apart = below(8) == 0;
        if (i && !e.apart && !list.items[i - 1].apart && below(4) == 0)
            e.other_of = name_list_entry(&list, (uint32_t)i - 1) + 1;
        name_list_add(&list, &e);
    }
    name_list_join(&list);
    struct name_index *index = name_index_new(&tables, &list);
    struct name_search *fast = name_search_new(index), *slow = name_search_new(index);
    size_t found = 0;
    for (int i = 0; i < SOUGHT; i++) {
        struct profile who = some_profile(&a);
        unsigned least = thresholds[below(sizeof thresholds / sizeof *thresholds)];
        struct text of = below(3) ? TEXT("") : TEXT("x");
        struct name_hits h = name_search_find(fast, &who, of, least);
        struct name_hits s = name_search_slowly(slow, &who, of, least);
        ck_assert_msg(h.count == s.count, "%.*s from %u on: %zu, not %zu", TEXT_ARG(who.name),
                      least, h.count, s.count);
        for (size_t k = 0; k < h.count; k++)
            ck_assert_msg(h.items[k].entry == s.items[k].entry &&
                              h.items[k].score == s.items[k].score &&
                              h.items[k].names == s.items[k].names,
                          "%.*s from %u on: hit %zu", TEXT_ARG(who.name), least, k);
        for (size_t k = 1; k < h.count; k++)
            for (size_t n = 0; n < k; n++)
                ck_assert_uint_ne(name_list_entry(&list, h.items[k].entry),
                                  name_list_entry(&list, h.items[n].entry));
        found += h.count;
    }
    ck_assert_uint_gt(found, SOUGHT);
    name_search_free(fast);
    name_search_free(slow);
    name_index_free(index);
    name_list_free(&list);
    arena_free(&a);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("names");
    TCase *c = tcase_create("names");
    tcase_set_timeout(c, 120);
    tcase_add_unchecked_fixture(c, setup, teardown);
    tcase_add_test(c, a_name_taken_apart_twice_is_taken_apart_once);
    tcase_add_test(c, which_name_comes_first_does_not_matter);
    tcase_add_test(c, the_order_of_words_does_not_matter);
    tcase_add_test(c, a_search_finds_what_comparing_with_every_entry_finds);
    suite_add_tcase(s, c);
    return run_suite(s);
}
