/* SPDX-License-Identifier: Apache-2.0
 *
 * Names, by the tables of the law base: how they are taken apart, which meet and which do not.
 */
#include <config.h>

#include <stdlib.h>

#include "law/lawbase.h"
#include "name/index.h"
#include "suite.h"

#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

static struct diags messages;
static struct lawbase law;
static struct name_tables tables;
static struct lexicon *words;
static struct arena arena;

static void setup(void)
{
    struct text none = TEXT("none");
    char path[4096];
    diags_init(&messages);
    arena = ARENA("test");
    snprintf(path, sizeof path, "%s/lawbase", getenv("SRC"));
    lawbase_open(&law, &messages, path, &none, 1);
    diags_clear(&messages); /* there is no jurisdiction "none" */
    ck_assert(name_tables_make(&tables, &messages, law.names, law.name_count));
    words = lexicon_new(&tables);
}

static void teardown(void)
{
    lexicon_free(words);
    name_tables_free(&tables);
    lawbase_close(&law);
    diags_free(&messages);
    arena_free(&arena);
}

static const char *folded(const char *name)
{
    struct spelled s;
    name_spell(words, text_of(name), PROFILE_ANY, &s);
    return arena_copy(&arena, spelled_text(&arena, &s)).at;
}

static unsigned score(const char *a, const char *b, enum profile_sort sort)
{
    struct spelled x, y;
    struct likeness l;
    name_spell(words, text_of(a), sort, &x);
    name_spell(words, text_of(b), sort, &y);
    names_compare(&tables, &x, &y, sort, sort, &l);
    return l.score;
}

/* --- words --- */

static const char *const spellings[][2] = {
    {"Պետրոսյան", "petrosyan"},
    {"ՊԵՏՐՈՍԵԱՆ", "petrosyan"},                /* classical orthography, capitals */
    {"Երևան և Ովսաննա", "yerevan ovsanna"},    /* initial letters; the ligature; "and" left out */
    {"Սուրեն Ուլիխանյան", "suren ulikhanyan"}, /* two letters for one sound */
    {"Щербаков Юрий", "shcherbakov yury"},
    {"გიორგი მარგველაშვილი", "giorgi margvelashvili"},
    {"Παπανδρέου", "papandreu"},
    {"Müller-Lüdenscheidt", "muller ludenscheidt"},
    {"D’Angelo O'Brien", "dangelo obrien"},
    {"  Anna\t EXAMPLE ", "anna example"},
    {"Mr Dr. Example", "example"}, /* titles */
    {"Mr Dr.", "mr dr"},           /* but not when nothing is left */
    {"«Օրինակ» ՍՊԸ", "orinak"},    /* legal forms */
    {"ООО \"Пример\"", "primer"},
    {"Example Sp. z o.o.", "example"},
    {"Example L.L.C.", "example"},
    {"Example Limited Liability Company", "example"},
    {"A.B.C. Company", "abc"}, /* letters of a body */
    {"The Forty-Fourth Bank", "44 bank"},
    {"21st Example", "21 example"},
    {"P\xD0\xB5trosyan", "petrosyan"}, /* a Cyrillic letter that looks like a Latin one */
    {"Petr0syan", "petrosyan"},
    {"", ""},
    {"...", ""},
};

START_TEST(a_name_is_taken_apart_into_words_in_latin_letters)
{
    ck_assert_str_eq(folded(spellings[_i][0]), spellings[_i][1]);
}
END_TEST

/* A letter with one that Latin leaves out is a letter, as it is when what came out is read again.
 */
START_TEST(a_letter_with_a_silent_one_is_an_initial)
{
    struct spelled s;
    name_spell(words, TEXT("\xD1\xBA\xD0\xBD Example"), PROFILE_ANY, &s);
    ck_assert_int_eq(s.words[0]->text.len, 1);
    ck_assert_int_eq(s.words[0]->kind, WORD_INITIAL);
    name_spell(words, TEXT("\xD0\xBF. \xD1\xBA\xD0\xBD Example"), PROFILE_BODY, &s);
    ck_assert_str_eq(arena_copy(&arena, spelled_text(&arena, &s)).at, "pn example");
}
END_TEST

START_TEST(a_name_of_more_words_than_fit_keeps_the_first)
{
    char name[4 * NAME_WORDS + 40] = "";
    struct spelled s;
    for (int i = 0; i < NAME_WORDS + 10; i++)
        strcat(name, "ab ");
    name_spell(words, text_of(name), PROFILE_ANY, &s);
    ck_assert_uint_eq(s.count, NAME_WORDS);
}
END_TEST

START_TEST(a_word_that_is_too_long_becomes_several)
{
    char name[3 * WORD_BYTES];
    struct spelled s;
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    name_spell(words, text_of(name), PROFILE_ANY, &s);
    ck_assert_uint_gt(s.count, 1);
}
END_TEST

/* --- who meets --- */

static const char *const alike[][2] = {
    {"Hans Friedrich", "Hans Joachim Friedrich"},
    {"Friedrich, Hans", "Hans Friedrich"},        /* a comma tells which is the family's name */
    {"Anna Maria Example", "Maria Anna Example"}, /* the family's name is another word */
    {"Պետրոսյան", "Петросян"},
    {"Պետրոսյան", "Petrosyan"},
    {"Պետրոսյան", "Petrosian"},
    {"Պետրոսյան", "Bedrossian"},
    {"Պետրոսեան", "Petrossian"},
    {"Саргсян", "Sarkisian"},
    {"Հակոբ Յակոբեան", "Akop Akopian"},
    {"Хачатрян", "Khachaturian"},
    {"Юрий Шевчук", "Iouri Chevtchouk"},
    {"Фёдор Гагарин", "Fedor Gagarin"},
    {"Володимир Прикладенко", "Vladimir Prikladenko"},
    {"გიორგი მაგალითიძე", "Giorgi Magalitidze"},
    {"Γιώργος Παραδειγματάκης", "Giorgos Paradeigmatakis"},
    {"Example, Anna Maria", "Anna Maria Example"},
    {"Example Anna Petrovna", "Anna Example"}, /* a father's name left out */
    {"Anna M. Example", "Anna Maria Example"}, /* an initial */
    {"AnnaExample", "Anna Example"},           /* written as one */
    {"Bob Exampleton", "Robert Exampleton"},   /* a short form */
    {"Пет0осян", "Петоосян"},                  /* a nought for an o, in Cyrillic too */
    {"გი0რგი", "გიორგი"},
    {"Exampel Industries Ltd", "Example Industries GmbH"},
    {"People's Example Army", "PEA"},
};

START_TEST(spellings_of_one_name_are_alike)
{
    ck_assert_uint_ge(score(alike[_i][0], alike[_i][1], PROFILE_ANY),
                      10 * tables.thresholds[NAME_USUAL]);
}
END_TEST

static const char *const unlike[][2] = {
    {"Friedrich Hans", "Hans Friedrich"}, /* either may be the family's name: the order tells */
    {"Anna Example", "Maria Example"},
    {"Armen Orinakyan", "Armen Petrosyan"},
    {"Armen Vardanovich Orinakyan", "Armen Petrovich Orinakyan"}, /* two fathers */
    {"John A. Example", "John B. Example"},
    {"Example AG", "Example GmbH"},
    {"Embassy of Example", "Embassy of Sample"},
    {"Ministry of Foreign Affairs of Orinakia", "Ministry of Foreign Affairs of Primeria"},
    {"A.B.C. Company", "C.B.A. Company"},
    {"J. R.", "R. J."}, /* initials alone are no likeness */
    {"Van der", "Van der Berg"},
    {"", "Anna"},
    {"", ""},
};

START_TEST(names_of_two_are_not_alike)
{
    ck_assert_uint_lt(score(unlike[_i][0], unlike[_i][1], PROFILE_ANY),
                      10 * tables.thresholds[NAME_USUAL]);
}
END_TEST

/* Every way to meet has its word: one was missing, and the letters of a name showed none. */
START_TEST(an_explanation_names_how_words_meet)
{
    static const struct {
        const char *first, *second, *expected;
    } cases[] = {
        {"Exampel Sample", "Example Sample", "exampel ~ example (alike, "},
        {"Anna M. Example", "Anna Maria Example", "m ~ maria (initial, "},
        {"AnnaExample", "Anna Example", "annaexample ~ anna example (written as one, "},
        {"People's Example Army", "PEA", "peoples example army ~ pea (first letters, "},
    };
    struct arena a = ARENA("explanations");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct spelled x, y;
        struct likeness l;
        struct evidences none = {EVIDENCE_NONE, EVIDENCE_NONE, EVIDENCE_NONE, EVIDENCE_NONE};
        name_spell(words, text_of(cases[i].first), PROFILE_ANY, &x);
        name_spell(words, text_of(cases[i].second), PROFILE_ANY, &y);
        names_compare(&tables, &x, &y, PROFILE_ANY, PROFILE_ANY, &l);
        struct text told = likeness_print(&a, &x, &y, &l, &none);
        const char *copy = arena_format(&a, "%.*s", TEXT_ARG(told)).at;
        ck_assert_msg(strstr(copy, cases[i].expected), "%s: no \"%s\"", copy, cases[i].expected);
    }
    arena_free(&a);
}
END_TEST

START_TEST(the_whole_score_needs_the_same_words_in_their_order)
{
    ck_assert_uint_eq(score("The Example, LLC", "EXAMPLE", PROFILE_ANY), SCORE_WHOLE);
    ck_assert_uint_eq(score("Anna Example", "Example Anna", PROFILE_ANY), SCORE_WHOLE - 1);
    ck_assert_uint_lt(score("Anna Example", "Anna Exampel", PROFILE_ANY), SCORE_WHOLE - 1);
}
END_TEST

/* --- what else is known --- */

static struct profile born(const char *name, day on)
{
    return (struct profile){.name = text_of(name), .birth_known = on != 0, .birth = on};
}

static unsigned with(const struct profile *a, const struct profile *b, unsigned names)
{
    struct evidences e = profiles_compare(a, b);
    return score_with(&tables, names, &e);
}

START_TEST(a_date_of_birth_raises_a_likeness_or_sinks_it)
{
    struct profile a = born("Anna", 100), b = born("Anna", 100), c = born("Anna", 101),
                   d = born("Anna", 0);
    ck_assert_uint_gt(with(&a, &b, 800), 800);
    ck_assert_uint_lt(with(&a, &c, 1000), 10 * tables.thresholds[NAME_USUAL]);
    ck_assert_uint_eq(with(&a, &d, 800), 800); /* not known: nothing follows */
}
END_TEST

START_TEST(countries_and_sorts_count_where_both_are_known)
{
    struct profile a = {.countries = TEXT("AM RU"), .sort = PROFILE_PERSON};
    struct profile b = {.countries = TEXT("GE RU"), .sort = PROFILE_PERSON};
    struct profile c = {.countries = TEXT("GE"), .sort = PROFILE_BODY};
    struct profile d = {.sort = PROFILE_ANY};
    ck_assert_uint_gt(with(&a, &b, 800), 800);
    ck_assert_uint_lt(with(&a, &c, 800), 700);
    ck_assert_uint_eq(with(&a, &d, 800), 800);
}
END_TEST

START_TEST(a_number_says_more_than_a_name)
{
    struct text x[] = {TEXT("AM 123-456")}, y[] = {TEXT("9"), TEXT("am123456")};
    struct profile a = {.numbers = x, .number_count = 1}, b = {.numbers = y, .number_count = 2};
    ck_assert_uint_ge(with(&a, &b, 0), 10 * tables.thresholds[NAME_USUAL]);
    ck_assert(!numbers_same(TEXT("--"), TEXT("..")));
    ck_assert(!numbers_same(TEXT("12"), TEXT("123")));
}
END_TEST

/* --- lists --- */

static void list_name(struct name_list *l, const char *list, const char *name)
{
    struct listed e = {.who = {.name = text_of(name)}, .list = text_of(list)};
    name_list_add(l, &e);
}

START_TEST(a_list_is_searched_alone_or_with_all_others)
{
    struct name_list l = {.arena = ARENA("list")};
    struct profile who = {.name = TEXT("Anna Exampel")};
    list_name(&l, "one", "Anna Example");
    list_name(&l, "two", "Somebody Quite Other");
    list_name(&l, "two", "EXAMPLE Anna");
    struct name_index *x = name_index_new(&tables, &l);
    struct name_search *s = name_search_new(x);
    ck_assert_uint_eq(name_search_find(s, &who, TEXT(""), 780).count, 2);
    struct name_hits h = name_search_find(s, &who, TEXT("two"), 780);
    ck_assert_uint_eq(h.count, 1);
    ck_assert_uint_eq(h.items[0].entry, 2);
    ck_assert_uint_eq(name_search_find(s, &who, TEXT("three"), 780).count, 0);
    ck_assert(name_index_has(x, TEXT("one")) && !name_index_has(x, TEXT("three")));
    name_search_free(s);
    name_index_free(x);
    name_list_free(&l);
}
END_TEST

START_TEST(an_empty_list_has_nobody)
{
    struct name_list l = {.arena = ARENA("list")};
    struct profile who = {.name = TEXT("Anna")};
    struct name_index *x = name_index_new(&tables, &l);
    struct name_search *s = name_search_new(x);
    ck_assert_uint_eq(name_search_find(s, &who, TEXT(""), 1).count, 0);
    ck_assert(!name_index_has(x, TEXT("")));
    name_search_free(s);
    name_index_free(x);
    name_list_free(&l);
}
END_TEST

/* --- tables --- */

static const struct {
    const char *file, *message;
} wrong_tables[] = {
    {"names: x\nsource: s\nlettres: {}\n", "unknown key \"lettres\""},
    {"names: x\n", "\"source\""},
    {"names: x\nsource: s\nletters: {^: a}\n", "expected a few letters"},
    {"names: x\nsource: s\ntitles: [\"...\"]\n", "expected a word"},
    {"names: x\nsource: s\nsame: [a, b]\n", "expected a list of words that are the same"},
    {"names: x\nsource: s\nnumbers: {one: [one]}\n", "expected a number"},
    {"names: x\nsource: s\nweights: {common: 130, particle: 10}\n", "expected a percentage"},
    {"names: x\nsource: s\nnear: [é]\n", "expected plain letters"},
    {"names: x\nsource: s\nforms: {limited: ltd}\n", "expected a list of forms"},
};

START_TEST(a_table_that_is_wrong_is_told)
{
    struct name_tables t;
    struct diags d;
    diags_init(&d);
    struct source *s = source_from(&arena, TEXT("names.yaml"), text_of(wrong_tables[_i].file));
    struct node *n = yaml_read(&arena, &d, s);
    ck_assert_ptr_nonnull(n);
    ck_assert(!name_tables_make(&t, &d, &n, 1));
    ck_assert_uint_ge(d.count, 1);
    ck_assert_msg(strstr(arena_copy(&arena, d.items[0].message).at, wrong_tables[_i].message),
                  "%.*s", TEXT_ARG(d.items[0].message));
    name_tables_free(&t);
    diags_free(&d);
}
END_TEST

START_TEST(the_longest_piece_is_rewritten_first)
{
    struct rewrite r = {0};
    char out[WORD_BYTES];
    static const char *const rules[][2] = {{"a", "1"},  {"ab", "2"},  {"^a", "3"},
                                           {"a$", "4"}, {"^a$", "5"}, {"abc", ""}};
    for (int i = 0; i < COUNT(rules); i++)
        ck_assert(rewrite_add(&r, &arena, text_of(rules[i][0]), text_of(rules[i][1])));
    rewrite_finish(&r);
    static const char *const cases[][2] = {{"a", "5"},     {"aa", "34"},    {"aaa", "314"},
                                           {"abab", "22"}, {"xabcx", "xx"}, {"", ""}};
    for (int i = 0; i < COUNT(cases); i++) {
        struct text t = rewrite_word(&r, text_of(cases[i][0]), out);
        ck_assert_msg(text_equal(t, text_of(cases[i][1])), "%s: %.*s", cases[i][0], TEXT_ARG(t));
    }
    ck_assert(!rewrite_add(&r, &arena, TEXT("^"), TEXT("a")));
    ck_assert(!rewrite_add(&r, &arena, TEXT(""), TEXT("a")));
}
END_TEST

int main(void)
{
    Suite *s = suite_create("names");
    TCase *c = tcase_create("names");
    tcase_add_unchecked_fixture(c, setup, teardown);
    tcase_add_loop_test(c, a_name_is_taken_apart_into_words_in_latin_letters, 0, COUNT(spellings));
    tcase_add_test(c, a_letter_with_a_silent_one_is_an_initial);
    tcase_add_test(c, a_name_of_more_words_than_fit_keeps_the_first);
    tcase_add_test(c, a_word_that_is_too_long_becomes_several);
    tcase_add_loop_test(c, spellings_of_one_name_are_alike, 0, COUNT(alike));
    tcase_add_loop_test(c, names_of_two_are_not_alike, 0, COUNT(unlike));
    tcase_add_test(c, an_explanation_names_how_words_meet);
    tcase_add_test(c, the_whole_score_needs_the_same_words_in_their_order);
    tcase_add_test(c, a_date_of_birth_raises_a_likeness_or_sinks_it);
    tcase_add_test(c, countries_and_sorts_count_where_both_are_known);
    tcase_add_test(c, a_number_says_more_than_a_name);
    tcase_add_test(c, a_list_is_searched_alone_or_with_all_others);
    tcase_add_test(c, an_empty_list_has_nobody);
    tcase_add_loop_test(c, a_table_that_is_wrong_is_told, 0, COUNT(wrong_tables));
    tcase_add_test(c, the_longest_piece_is_rewritten_first);
    suite_add_tcase(s, c);
    return run_suite(s);
}
