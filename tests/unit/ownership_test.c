/* SPDX-License-Identifier: Apache-2.0
 *
 * Ownership: what is held abroad, who controls from there; chains, cycles, ranges, days. The graphs
 * are written as lines: "NAME COUNTRY" is a body, "NAME COUNTRY person" a person ("-": none, "?":
 * nobody knows), "OWNER PERCENT OWNED [votes|control|other] [FROM TO]" an interest.
 */
#include <config.h>

#include "name/ownership.h"
#include "suite.h"

static struct ownership *graph;
static struct ownership_solver *solver;
static char names[64][8];
static uint32_t name_count;

static uint32_t party_of(const char *name)
{
    for (uint32_t i = 0; i < name_count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    ck_abort_msg("no party %s", name);
}

static void add_party(const char *name, const char *country, const char *sort)
{
    struct party p = {.name = text_of(name),
                      .sort = strcmp(sort, "person") == 0  ? PARTY_PERSON
                              : strcmp(sort, "state") == 0 ? PARTY_STATE
                                                           : PARTY_BODY,
                      .knowledge = *country == '?'   ? VALUE_UNKNOWN
                                   : *country == '-' ? VALUE_ABSENT
                                                     : VALUE_KNOWN,
                      .countries = text_of(*country == '?' || *country == '-' ? "" : country)};
    char codes[8];
    snprintf(codes, sizeof codes, "%.*s", TEXT_ARG(p.countries));
    for (char *c = codes; *c; c++)
        *c = *c == '_' ? ' ' : *c;
    p.countries = text_of(codes);
    snprintf(names[name_count++], sizeof names[0], "%s", name);
    ownership_add_party(graph, &p);
}

static int32_t units(const char *percent)
{
    char text[32];
    share s;
    snprintf(text, sizeof text, "%s%%", percent);
    ck_assert_msg(share_read(text_of(text), &s), "%s", percent);
    return (int32_t)s;
}

/* "40", "20..30", "(25..50]" and "?", which may be any. */
static struct share_range range_read(const char *text)
{
    struct share_range r = SHARE_ANY;
    char least[24], most[24];
    if (*text == '?')
        return r;
    r.least_open = *text == '(';
    r.most_open = strchr(text, ')') != NULL;
    text += *text == '(' || *text == '[';
    const char *dots = strstr(text, "..");
    snprintf(least, sizeof least, "%.*s", (int)(dots ? dots - text : (long)strlen(text)), text);
    snprintf(most, sizeof most, "%.*s", (int)strcspn(dots ? dots + 2 : text, ")]"),
             dots ? dots + 2 : text);
    r.least = units(least);
    r.most = units(most);
    return r;
}

static void add_interest(const char *owner, const char *percent, const char *owned, char *rest)
{
    struct interest i = {.owner = party_of(owner),
                         .owned = party_of(owned),
                         .range = range_read(percent),
                         .from = DAY_ALWAYS,
                         .sure = DAY_ALWAYS,
                         .to = DAY_NEVER,
                         .line = 1};
    for (char *word = strtok(rest, " "); word; word = strtok(NULL, " ")) {
        if (strcmp(word, "votes") == 0)
            i.kind = INTEREST_VOTES;
        else if (strcmp(word, "control") == 0)
            i.kind = INTEREST_CONTROL;
        else if (strcmp(word, "other") == 0)
            i.kind = INTEREST_OTHER;
        else if (strcmp(word, "indirect") == 0)
            i.indirect = true;
        else if (i.from == DAY_ALWAYS && *word != '*')
            i.from = i.sure = atoi(word);
        else if (*word == '*')
            i.sure = atoi(word + 1);
        else
            i.to = atoi(word);
    }
    ownership_add_interest(graph, &i);
}

static void add_line(const char *line)
{
    char first[8], second[24], third[8], rest[64] = "";
    int count = sscanf(line, "%7s %23s %7s %63[^\n]", first, second, third, rest);
    if (count == 2 || strcmp(third, "person") == 0 || strcmp(third, "state") == 0)
        add_party(first, second, count == 2 ? "body" : third);
    else
        add_interest(first, second, third, rest);
}

/* Lines are separated by ";". */
static void build(const char *lines)
{
    char line[128];
    name_count = 0;
    graph = ownership_new();
    for (size_t len; *lines; lines += len + (lines[len] == ';')) {
        len = strcspn(lines, ";");
        snprintf(line, sizeof line, "%.*s", (int)len, lines);
        add_line(line + strspn(line, " "));
    }
    ownership_finish(graph);
    solver = ownership_solver_new(graph);
}

static void drop(void)
{
    ownership_solver_free(solver);
    ownership_free(graph);
}

static const char *print(struct share_range r)
{
    static char out[2 * MONEY_TEXT_SIZE + 8];
    char least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
    if (r.least == r.most)
        return strcpy(out, share_print(r.least, least));
    snprintf(out, sizeof out, "%c%s..%s%c", r.least_open ? '(' : '[', share_print(r.least, least),
             share_print(r.most, most), r.most_open ? ')' : ']');
    return out;
}

#define HOME(day) ((struct ownership_question){.home = TEXT("AM"), .on = day})

/* --- shares --- */

static const struct {
    const char *graph, *share; /* of X, on day 100 */
} shares[] = {
    /* one owner */
    {"X AM; A AM person; A 100 X", "0 %"},
    {"X AM; A RU person; A 100 X", "100 %"},
    {"X AM; A RU person; B AM person; A 30 X; B 70 X", "30 %"},
    /* a citizen of two states, one of them home, is at home */
    {"X AM; A AM_RU person; A 100 X", "0 %"},
    /* of a stateless person nothing follows; nor of one whose citizenship nobody knows */
    {"X AM; A - person; B AM person; A 40 X; B 60 X", "[0 %..40 %]"},
    {"X AM; A ? person; B RU person; A 40 X; B 60 X", "[60 %..100 %]"},
    /* a state at home, a state abroad */
    {"X AM; S AM state; T RU state; S 51 X; T 49 X", "49 %"},
    /* what nobody is named for may be anybody's */
    {"X AM; A RU person; A 20 X", "[20 %..100 %]"},
    {"X AM; A AM person; A 80 X", "[0 %..20 %]"},
    {"X AM", "[0 %..100 %]"},
    /* a holding at home with an owner abroad */
    {"X AM; H AM; A LU person; B AM person; A 100 H; H 40 X; B 60 X", "40 %"},
    {"X AM; H AM; A LU person; B AM person; A 50 H; B 50 H; H 40 X; B 60 X", "20 %"},
    /* a body abroad is abroad, whoever owns it */
    {"X AM; H LU; B AM person; B 100 H; H 45 X; B 55 X", "45 %"},
    /* a body of which nobody knows where it is registered */
    {"X AM; H ?; B AM person; B 100 H; H 45 X; B 55 X", "[0 %..45 %]"},
    {"X AM; H ?; A RU person; A 100 H; H 45 X; A 55 X", "100 %"},
    {"X ?; B AM person; B 100 X", "0 %"},
    {"X ?; Y AM; A RU person; X 50 Y; A 50 Y; Y 50 X; A 50 X", "100 %"},
    /* two ways lead abroad */
    {"X AM; H AM; G AM; A LU person; B AM person; A 50 H; B 50 H; A 10 G; B 90 G; H 50 X; G 50 X",
     "30 %"},
    /* half of what the body does not hold in itself */
    {"X AM; A RU person; B AM person; A 40 X; B 40 X; X 20 X", "50 %"},
    /* holdings in each other */
    {"X AM; Y AM; A RU person; A 50 X; Y 50 X; X 100 Y", "100 %"},
    {"X AM; Y AM; A RU person; B AM person; A 15 X; B 35 X; Y 50 X; X 100 Y", "30 %"},
    {"X AM; Y AM; A RU person; B AM person; A 10 X; B 20 X; Y 70 X; X 100 Y",
     "(33.333333 %..33.333334 %)"},
    /* a third, and nine tenths of it: fractions decide that this is a whole number */
    {"Z AM; X AM; Y AM; A RU person; B AM person; A 10 X; B 20 X; Y 70 X; X 100 Y; X 90 Z; B 10 Z",
     "(33.333333 %..33.333334 %)"},
    /* bodies that hold each other wholly: nobody knows who is behind them */
    {"X AM; Y AM; Y 100 X; X 100 Y", "[0 %..100 %]"},
    {"X AM; Y AM; Z AM; A RU person; Y 100 Z; Z 100 Y; Y 40 X; A 60 X", "[60 %..100 %]"},
    /* a missing percentage */
    {"X AM; A RU person; B AM person; A ? X; B 75 X", "[0 %..25 %]"},
    {"X AM; A RU person; B AM person; A 30..40 X; B 60 X", "[30 %..40 %]"},
    {"X AM; A RU person; B AM person; A (25..50] X; B 50 X", "(25 %..50 %]"},
    {"X AM; H AM; A RU person; B AM person; A (25..50] H; B 50 H; H 100 X", "(25 %..50 %]"},
    /* statements that contradict each other */
    {"X AM; A RU person; B AM person; A 60 X; B 60 X", "[0 %..100 %]"},
    /* told twice: the same holding, or two parts of it */
    {"X AM; A RU person; B AM person; A 20 X; A 20 X; B 60 X", "[20 %..40 %]"},
    /* votes do not count as shares where shares are stated */
    {"X AM; A RU person; B AM person; A 10 X; B 90 X; A 60 X votes", "10 %"},
    {"X AM; A RU person; B AM person; A 60 X votes; B 40 X votes", "60 %"},
    {"X AM; A RU person; B AM person; A 60 X other; B 100 X", "0 %"},
    /* held through others: already among what these hold, if that is told */
    {"X AM; H AM; A RU person; B AM person; H 60 X; B 40 X; A 100 H; A 60 X indirect", "60 %"},
    {"X AM; A RU person; B AM person; A 60 X indirect; B 40 X indirect", "60 %"},
    /* days: from inclusive, to exclusive */
    {"X AM; A RU person; B AM person; B 100 X 0 100; A 100 X 100 200", "100 %"},
    {"X AM; A RU person; B AM person; B 100 X 0 101; A 100 X 101 200", "0 %"},
    /* a later statement on the same holding replaces the earlier one */
    {"X AM; A RU person; B AM person; A 20 X 0; A 40 X 90; B 60 X", "40 %"},
    /* an extract of a later day does not say since when */
    {"X AM; A RU person; B AM person; A 40 X *101; B 60 X", "[0 %..40 %]"},
    {"X AM; A RU person; B AM person; A 40 X *100; B 60 X", "40 %"},
};

START_TEST(the_share_held_abroad_is_exact_or_a_range)
{
    build(shares[_i].graph);
    struct ownership_question q = HOME(100);
    struct share_range r = ownership_foreign_share(solver, &q, party_of("X"));
    ck_assert_msg(strcmp(print(r), shares[_i].share) == 0, "%s: %s, not %s", shares[_i].graph,
                  print(r), shares[_i].share);
    drop();
}
END_TEST

START_TEST(fractions_decide_where_decimals_cannot)
{
    build("Z AM; X AM; Y AM; A RU person; B AM person; A 10 X; B 20 X; Y 70 X; X 100 Y; X 90 Z; B "
          "10 Z");
    struct ownership_question q = HOME(100);
    struct share_range r = ownership_foreign_share(solver, &q, party_of("Z"));
    ck_assert_str_eq(print(r), "30 %");
    ck_assert(!r.least_open && !r.most_open);
    drop();
}
END_TEST

static const struct {
    const char *graph, *direct, *largest;
} direct[] = {
    {"X AM; A RU person; C LU; B AM person; A 20 X; C 20 X; B 60 X", "40 %", "20 %"},
    {"X AM; H AM; A LU person; B AM person; A 100 H; H 40 X; B 60 X", "0 %", "0 %"},
    {"X AM; A RU person; B AM person; A 20 X; B 50 X", "[20 %..50 %]", "[20 %..30 %]"},
    {"X AM; A RU person; B AM person; A ? X; B 75 X", "[0 %..25 %]", "[0 %..25 %]"},
    {"X AM; A RU person; C RU person; B AM person; A ? X; C 20 X; B 75 X", "[20 %..25 %]", "20 %"},
    {"X AM; A RU person; B AM person; A 60 X; B 60 X", "[0 %..100 %]", "[0 %..100 %]"},
    {"X AM; A ? person; B AM person; A 40 X; B 60 X", "[0 %..40 %]", "[0 %..40 %]"},
    {"X AM; A RU person; B AM person; A (25..50] X; B 50 X", "(25 %..50 %]", "(25 %..50 %]"},
};

START_TEST(direct_holdings_are_those_of_the_first_step)
{
    build(direct[_i].graph);
    struct ownership_question q = HOME(100);
    ck_assert_str_eq(print(ownership_direct_share(graph, &q, party_of("X"))), direct[_i].direct);
    ck_assert_str_eq(print(ownership_largest_share(graph, &q, party_of("X"))), direct[_i].largest);
    drop();
}
END_TEST

START_TEST(a_contradiction_tells_its_sum)
{
    build("X AM; A RU person; B AM person; A 60 X; B 60 X");
    struct ownership_question q = HOME(100);
    ck_assert_int_eq(ownership_excess(graph, &q, party_of("X")), units("120"));
    drop();
}
END_TEST

/* --- control --- */

static const struct {
    const char *graph;
    const char *rule; /* ">50", ">=50", "j>50"; "o>50", "jo>50": over all chains */
    enum truth truth;
    const char *chain; /* who is passed, from X up; jointly: all */
} controls[] = {
    {"X AM; A RU person; B AM person; A 51 X; B 49 X", ">50", TRUTH_TRUE, "A"},
    {"X AM; A RU person; B AM person; A 50 X; B 50 X", ">50", TRUTH_FALSE, ""},
    {"X AM; A RU person; B AM person; A 50 X; B 50 X", ">=50", TRUTH_TRUE, "A"},
    /* two of 30 %: alone none, together more than half */
    {"X AM; A RU person; C LU; B AM person; A 30 X; C 30 X; B 40 X", ">50", TRUTH_FALSE, ""},
    {"X AM; A RU person; C LU; B AM person; A 30 X; C 30 X; B 40 X", "j>50", TRUTH_TRUE, "AC"},
    {"X AM; A RU person; C LU; B AM person; A 20 X; C 20 X; B 60 X", "j>30", TRUTH_TRUE, "AC"},
    {"X AM; A RU person; C LU; B AM person; A 15 X; C 15 X; B 70 X", "j>30", TRUTH_FALSE, ""},
    /* a chain; its first link is too thin */
    {"X AM; H AM; A LU person; B AM person; A 60 H; B 40 H; H 60 X; B 40 X", ">50", TRUTH_TRUE,
     "HA"},
    {"X AM; H AM; A LU person; B AM person; A 50 H; B 50 H; H 60 X; B 40 X", ">50", TRUTH_FALSE,
     ""},
    /* the shorter of two */
    {"X AM; H AM; G AM; A LU person; A 60 H; H 60 G; G 60 X; A 40 X control; A 40 G; A 40 H; H 40 "
     "X",
     ">50", TRUTH_TRUE, "A"},
    {"X AM; A RU person; B AM person; A 1 X; B 99 X; A 0 X control", ">50", TRUTH_TRUE, "A"},
    {"X AM; A RU person; B AM person; A 1 X; B 99 X; A 60 X votes; B 40 X votes", ">50", TRUTH_TRUE,
     "A"},
    {"X AM; A RU person; B AM person; A 1 X; B 99 X; A 0 X other", ">50", TRUTH_FALSE, ""},
    /* who is not named, or where nobody knows */
    {"X AM; B AM person; B 49 X", ">50", TRUTH_UNKNOWN, ""},
    {"X AM; B AM person; B 50 X", ">50", TRUTH_FALSE, ""},
    {"X AM; A ? person; B AM person; A 60 X; B 40 X", ">50", TRUTH_UNKNOWN, ""},
    {"X AM; A RU person; B AM person; A ? X; B 40 X", ">50", TRUTH_UNKNOWN, ""},
    {"X AM; A RU person; B AM person; A ? X; B 60 X", ">50", TRUTH_FALSE, ""},
    {"X AM; A RU person; B AM person; A (50..75) X; B 25 X", ">50", TRUTH_TRUE, "A"},
    {"X AM; A RU person; B AM person; A [50..75) X; B 25 X", ">50", TRUTH_UNKNOWN, ""},
    {"X AM; A RU person; B AM person; A 25..75 X; B 25 X", ">=75", TRUTH_UNKNOWN, ""},
    {"X AM; A RU person; B AM person; A [25..75) X; B 25 X", ">=75", TRUTH_FALSE, ""},
    {"X AM; H ?; B AM person; B 100 H; H 60 X; B 40 X", ">50", TRUTH_UNKNOWN, ""},
    {"X AM; A RU person; B AM person; A 60 X; B 60 X", ">50", TRUTH_UNKNOWN, ""},
    /* they control each other, and nobody abroad does */
    {"X AM; Y AM; Y 100 X; X 100 Y", ">50", TRUTH_FALSE, ""},
    {"X AM; Y AM; A RU person; Y 100 X; X 49 Y; A 51 Y", ">50", TRUTH_TRUE, "YA"},
    /* what is abroad itself */
    {"X CY; B AM person; B 100 X", ">50", TRUTH_TRUE, ""},
    {"X AM person", ">50", TRUTH_FALSE, ""},
    {"X ? person", ">50", TRUTH_UNKNOWN, ""},
    /* over all chains: two hold each other, and A has the rest of both, or of one */
    {"X AM; Y AM; A RU person; A 40 X; A 40 Y; Y 60 X; X 60 Y", ">50", TRUTH_FALSE, ""},
    {"X AM; Y AM; A RU person; A 40 X; A 40 Y; Y 60 X; X 60 Y", "o>50", TRUTH_TRUE, "YAXA"},
    {"X AM; Y AM; A RU person; A 40 X; A 40 Y; Y 60 X; X 60 Y", "o>=100", TRUTH_TRUE, "YAXA"},
    {"X AM; Y AM; A RU person; A 40 X; A 40 Y; Y 60 X; X 60 Y", "o>100", TRUTH_FALSE, ""},
    {"X AM; Y AM; A RU person; B AM person; A 40 X; B 40 Y; Y 60 X; X 60 Y", "o>50", TRUTH_TRUE,
     "YAX"},
    /* 62.5 % of Y is A's, and most of X is Y's; so it is B's likewise, who is at home */
    {"X AM; Y AM; A RU person; B AM person; A 40 Y; B 40 X; Y 60 X; X 60 Y", "o>50", TRUTH_TRUE,
     "YXA"},
    {"X AM; Y AM; A RU person; B AM person; A 20 Y; B 20 Y; B 40 X; Y 60 X; X 60 Y", "o>50",
     TRUTH_FALSE, ""},
    {"X AM; Y AM; A RU person; B AM person; A 20 X; B 20 X; A 20 Y; B 20 Y; Y 60 X; X 60 Y", "o>50",
     TRUTH_FALSE, ""},
    {"X AM; Y AM; A RU person; B AM person; A 20 X; B 20 X; A 20 Y; B 20 Y; Y 60 X; X 60 Y",
     "o>=50", TRUTH_TRUE, "YAXA"},
    {"X AM; Y AM; A RU person; C LU; A 20 X; C 20 X; A 20 Y; C 20 Y; Y 60 X; X 60 Y", "o>50",
     TRUTH_FALSE, ""},
    {"X AM; Y AM; A RU person; C LU; A 20 X; C 20 X; A 20 Y; C 20 Y; Y 60 X; X 60 Y", "jo>50",
     TRUTH_TRUE, "YACXAC"},
    {"X AM; Y AM; A RU person; A 40 Y; Y 60 X; X 60 Y", "o>50", TRUTH_TRUE, "YXA"},
    {"X AM; Y AM; A RU person; A 20 Y; Y 60 X; X 60 Y", "o>50", TRUTH_UNKNOWN, ""},
    {"X AM; Y AM; A ? person; A 40 X; A 40 Y; Y 60 X; X 60 Y", "o>50", TRUTH_UNKNOWN, ""},
    {"X AM; Y AM; A RU person; B AM person; B 100 X; B 100 Y; A 40 X votes; Y 60 X votes; A 40 Y "
     "votes; X 60 Y votes",
     "o>50", TRUTH_TRUE, "YAXA"},
    {"X AM; Y AM; A RU person; B AM person; B 100 X; B 100 Y; A 40 X votes; Y 60 X votes; B 40 Y "
     "votes; X 60 Y votes",
     "o>75", TRUTH_FALSE, ""},
    /* with what A controls, and in proportion with what it has a part of */
    {"X AM; G AM; A LU person; B AM person; A 60 G; B 40 G; G 25 X; A 30 X; B 45 X", ">50",
     TRUTH_FALSE, ""},
    {"X AM; G AM; A LU person; B AM person; A 60 G; B 40 G; G 25 X; A 30 X; B 45 X", "o>50",
     TRUTH_TRUE, "GAA"},
    {"X AM; G AM; A LU person; B AM person; A 50 G; B 50 G; G 40 X; A 30 X; B 30 X", "o>50",
     TRUTH_FALSE, ""},
    {"X AM; G AM; A LU person; B AM person; A 50 G; B 50 G; G 42 X; A 30 X; B 28 X", "o>50",
     TRUTH_TRUE, "GAA"},
    {"X AM; G AM; A LU person; B AM person; B 100 G; A 0 G control; G 30 X; A 30 X; B 40 X", "o>50",
     TRUTH_TRUE, "GAA"},
    {"X AM; A RU person; C LU; B AM person; A 30 X; C 30 X; B 40 X", "o>50", TRUTH_FALSE, ""},
    {"X AM; A RU person; B AM person; A 30 X; B 40 X", "o>50", TRUTH_UNKNOWN, ""},
    {"X AM; B AM person; B 50 X", "o>50", TRUTH_FALSE, ""},
    {"X AM; B AM person; B 49 X", "o>50", TRUTH_UNKNOWN, ""},
    /* not yet, or not certainly */
    {"X AM; A RU person; B AM person; A 60 X *101; B 40 X", ">50", TRUTH_UNKNOWN, ""},
    {"X AM; A RU person; B AM person; A 60 X 0 100; B 100 X 100 200", ">50", TRUTH_FALSE, ""},
};

static const char *print_chain(void)
{
    static char out[16];
    size_t count, len = 0;
    const struct interest *const *chain = ownership_chain(solver, &count);
    for (size_t i = 0; i < count && i < sizeof out - 1; i++)
        out[len++] = names[chain[i]->owner][0];
    out[len] = '\0';
    return out;
}

START_TEST(control_from_abroad_is_a_chain_over_the_limit)
{
    const char *rule = controls[_i].rule;
    build(controls[_i].graph);
    struct ownership_question q = HOME(100);
    struct control_rule r = {.jointly = *rule == 'j'};
    rule += r.jointly;
    r.over_chains = *rule == 'o';
    rule += r.over_chains;
    r.at_least = rule[1] == '=';
    r.limit = units(rule + 1 + r.at_least);
    ck_assert_msg(ownership_controlled(solver, &q, &r, party_of("X")) == controls[_i].truth, "%s",
                  controls[_i].graph);
    ck_assert_msg(strcmp(print_chain(), controls[_i].chain) == 0, "%s: %s", controls[_i].graph,
                  print_chain());
    drop();
}
END_TEST

START_TEST(later_facts_fill_in_what_is_not_known_and_deny_what_differs)
{
    build("X AM; A ? person; B RU person");
    struct party more = {.sort = PARTY_PERSON, .knowledge = VALUE_KNOWN, .countries = TEXT("RU")};
    ownership_amend_party(graph, party_of("A"), &more);
    ck_assert_int_eq(party_side(ownership_party(graph, party_of("A")), TEXT("AM")), SIDE_ABROAD);
    more.countries = TEXT("AM");
    ownership_amend_party(graph, party_of("A"), &more);
    ck_assert_int_eq(party_side(ownership_party(graph, party_of("A")), TEXT("AM")), SIDE_UNKNOWN);
    drop();
}
END_TEST

START_TEST(many_questions_at_once_have_the_answers_of_each)
{
    build("Z AM; X AM; Y AM; A RU person; B AM person; A 10 X; B 20 X; Y 70 X; X 100 Y; X 90 Z; B "
          "10 Z;"
          "Q ?; Z 50 Q; A 50 Q");
    struct ownership_question q = HOME(100);
    uint32_t parties[] = {party_of("Q"), party_of("Z"), party_of("X"), party_of("Y")};
    struct share_range out[4];
    ownership_foreign_shares(solver, &q, parties, 4, out);
    for (size_t i = 0; i < 4; i++) {
        struct share_range one = ownership_foreign_share(solver, &q, parties[i]);
        ck_assert_int_eq(out[i].least, one.least);
        ck_assert_int_eq(out[i].most, one.most);
    }
    ck_assert_str_eq(print(out[0]), "65 %");
    drop();
}
END_TEST

int main(void)
{
    Suite *s = suite_create("ownership");
    TCase *t = tcase_create("shares");
    tcase_add_loop_test(t, the_share_held_abroad_is_exact_or_a_range, 0,
                        sizeof shares / sizeof *shares);
    tcase_add_test(t, fractions_decide_where_decimals_cannot);
    tcase_add_loop_test(t, direct_holdings_are_those_of_the_first_step, 0,
                        sizeof direct / sizeof *direct);
    tcase_add_test(t, a_contradiction_tells_its_sum);
    tcase_add_test(t, later_facts_fill_in_what_is_not_known_and_deny_what_differs);
    tcase_add_test(t, many_questions_at_once_have_the_answers_of_each);
    suite_add_tcase(s, t);
    t = tcase_create("control");
    tcase_add_loop_test(t, control_from_abroad_is_a_chain_over_the_limit, 0,
                        sizeof controls / sizeof *controls);
    suite_add_tcase(s, t);
    return run_suite(s);
}
