/* SPDX-License-Identifier: Apache-2.0
 *
 * A property: on graphs made at random, of up to 30 parties that hold each other in cycles, the
 * shares held abroad and the control from there are those of a plain solver, which looks at the
 * whole graph: Gauss's elimination over fractions, and going round until nothing changes.
 */
#include <config.h>

#include <gmp.h>

#include "../unit/suite.h"
#include "name/ownership.h"

enum { GRAPHS = 10000, MOST_PARTIES = 30 };

static uint64_t seed = 20240917;

static uint32_t chance(uint32_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((seed >> 33) % below);
}

/* The plain graph: weights in a matrix, [owned][owner]. */
struct plain {
    uint32_t count;
    enum party_sort sort[MOST_PARTIES];
    enum party_side side[MOST_PARTIES];
    int32_t weight[MOST_PARTIES][MOST_PARTIES];
    mpq_t x[MOST_PARTIES];
};

static void make_parties(struct plain *p, struct ownership *graph)
{
    for (uint32_t i = 0; i < p->count; i++) {
        p->sort[i] = chance(3) ? PARTY_BODY : chance(4) ? PARTY_PERSON : PARTY_STATE;
        uint32_t side = chance(p->sort[i] == PARTY_BODY ? 12 : 5);
        p->side[i] = side == 0 ? SIDE_UNKNOWN : side <= 2 ? SIDE_ABROAD : SIDE_HOME;
        struct party party = {.sort = p->sort[i],
                              .knowledge = side ? VALUE_KNOWN : VALUE_UNKNOWN,
                              .countries = side > 2    ? TEXT("AM")
                                           : side == 0 ? TEXT("")
                                                       : TEXT("CY")};
        ck_assert_uint_eq(ownership_add_party(graph, &party), i);
    }
}

/* The owners of a body; now and then they hold all of it, or more than all. */
static void make_holdings(struct plain *p, struct ownership *graph, uint32_t owned)
{
    uint32_t owners = chance(5), unit = chance(4) ? 1000000 : 1;
    int32_t left = SHARE_WHOLE;
    for (uint32_t k = 0; k < owners; k++) {
        uint32_t owner = chance(p->count);
        bool rest = k + 1 == owners && chance(3);
        int32_t part = rest ? left : (int32_t)(chance(60000000 / unit) * unit);
        if (part == 0 || p->weight[owned][owner] || (part > left && chance(20)))
            continue;
        struct interest i = {.owner = owner,
                             .owned = owned,
                             .range = {part, part, false, false},
                             .from = DAY_ALWAYS,
                             .sure = DAY_ALWAYS,
                             .to = DAY_NEVER,
                             .line = k};
        p->weight[owned][owner] = part;
        left -= left < part ? left : part;
        ownership_add_interest(graph, &i);
    }
}

static struct ownership *make(struct plain *p)
{
    struct ownership *graph = ownership_new();
    memset(p->weight, 0, sizeof p->weight);
    p->count = 2 + chance(MOST_PARTIES - 1);
    make_parties(p, graph);
    for (uint32_t i = 0; i < p->count; i++)
        if (p->sort[i] == PARTY_BODY)
            make_holdings(p, graph, i);
    ownership_finish(graph);
    return graph;
}

/* --- the plain solver --- */

static int64_t sum_of(const struct plain *p, uint32_t i)
{
    int64_t sum = 0;
    for (uint32_t k = 0; k < p->count; k++)
        sum += p->weight[i][k];
    return sum;
}

static bool has_unknown(const struct plain *p, uint32_t i, bool abroad)
{
    return p->sort[i] == PARTY_BODY && p->side[i] != SIDE_ABROAD && sum_of(p, i) <= SHARE_WHOLE &&
           (abroad || p->side[i] == SIDE_HOME);
}

/* Bodies from which some way leads to something that is not wholly held by bodies. */
static void mark_fed(const struct plain *p, const bool *through, bool *fed)
{
    for (uint32_t round = 0; round < p->count; round++)
        for (uint32_t i = 0; i < p->count; i++) {
            int64_t within = 0;
            for (uint32_t k = 0; k < p->count; k++) {
                within += through[k] ? p->weight[i][k] : 0;
                fed[i] |= through[k] && fed[k] && p->weight[i][k] > 0;
            }
            fed[i] = through[i] && (fed[i] || within < SHARE_WHOLE);
        }
}

static void eliminate(mpq_t m[MOST_PARTIES][MOST_PARTIES + 1], uint32_t n)
{
    mpq_t factor, part;
    mpq_inits(factor, part, NULL);
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t r = 0; r < n; r++) {
            if (r == k || mpq_sgn(m[r][k]) == 0)
                continue;
            mpq_div(factor, m[r][k], m[k][k]);
            for (uint32_t c = k; c <= n; c++) {
                mpq_mul(part, factor, m[k][c]);
                mpq_sub(m[r][c], m[r][c], part);
            }
        }
    mpq_clears(factor, part, NULL);
}

/* x[i] = what flows to i from the sources, through bodies. */
static void solve_from(struct plain *p, const bool *through, const bool *source)
{
    static mpq_t m[MOST_PARTIES][MOST_PARTIES + 1];
    bool fed[MOST_PARTIES] = {false};
    uint32_t n = p->count;
    mark_fed(p, through, fed);
    for (uint32_t i = 0; i < n; i++) {
        int64_t constant = 0;
        for (uint32_t k = 0; k <= n; k++)
            mpq_init(m[i][k]);
        mpq_set_ui(m[i][i], 1, 1);
        for (uint32_t k = 0; fed[i] && k < n; k++) {
            constant += source[k] ? p->weight[i][k] : 0;
            if (!fed[k])
                continue;
            mpq_t w;
            mpq_init(w);
            mpq_set_si(w, p->weight[i][k], SHARE_WHOLE);
            mpq_canonicalize(w);
            mpq_sub(m[i][k], m[i][k], w);
            mpq_clear(w);
        }
        mpq_set_si(m[i][n], constant, SHARE_WHOLE);
        mpq_canonicalize(m[i][n]);
    }
    eliminate(m, n);
    for (uint32_t i = 0; i < n; i++) {
        mpq_div(p->x[i], m[i][n], m[i][i]);
        for (uint32_t k = 0; k <= n; k++)
            mpq_clear(m[i][k]);
    }
}

/* From whoever is abroad, or at home. */
static void solve(struct plain *p, bool abroad)
{
    bool through[MOST_PARTIES], source[MOST_PARTIES];
    for (uint32_t i = 0; i < p->count; i++) {
        through[i] = has_unknown(p, i, abroad);
        source[i] = p->side[i] == (abroad ? SIDE_ABROAD : SIDE_HOME) &&
                    (abroad || p->sort[i] != PARTY_BODY);
    }
    solve_from(p, through, source);
}

/* What flows to the party when it is asked for, whatever it is as an owner. */
static bool asked(const struct plain *p, uint32_t i, bool abroad, int64_t *units)
{
    mpq_t sum, part;
    mpq_inits(sum, part, NULL);
    for (uint32_t k = 0; sum_of(p, i) <= SHARE_WHOLE && k < p->count; k++) {
        bool terminal = p->sort[k] != PARTY_BODY || p->side[k] == SIDE_ABROAD;
        bool source = p->side[k] == (abroad ? SIDE_ABROAD : SIDE_HOME);
        mpq_set_si(part, p->weight[i][k], 1);
        if (!terminal)
            mpq_mul(part, part, p->x[k]);
        if (!terminal || source)
            mpq_add(sum, sum, part);
    }
    bool whole = mpz_cmp_ui(mpq_denref(sum), 1) == 0;
    mpz_fdiv_q(mpq_numref(part), mpq_numref(sum), mpq_denref(sum));
    *units = mpz_get_si(mpq_numref(part));
    mpq_clears(sum, part, NULL);
    return whole;
}

static void compare_shares(struct plain *p, struct ownership_solver *solver,
                           const struct ownership_question *q)
{
    struct share_range least[MOST_PARTIES];
    for (uint32_t i = 0; i < p->count; i++)
        least[i] = ownership_foreign_share(solver, q, i);
    for (int home = 0; home < 2; home++) {
        solve(p, !home);
        for (uint32_t i = 0; i < p->count; i++) {
            int64_t units;
            bool whole = asked(p, i, !home, &units);
            if (p->side[i] == SIDE_ABROAD)
                continue; /* as an owner it is a source, and so it is in the plain matrix */
            ck_assert_int_eq(home ? SHARE_WHOLE - least[i].most : least[i].least, units);
            ck_assert_int_eq(home ? least[i].most_open : least[i].least_open, !whole);
        }
    }
}

/* --- control, plainly --- */

static bool joins(const struct plain *p, const bool *in, uint32_t i, const struct control_rule *r,
                  bool certain)
{
    int64_t all = sum_of(p, i), sum = 0, most = 0, rest = SHARE_WHOLE - all;
    for (uint32_t k = 0; k < p->count; k++)
        if (in[k]) {
            sum += p->weight[i][k];
            most = p->weight[i][k] > most ? p->weight[i][k] : most;
        }
    if (all > SHARE_WHOLE)
        return !certain;
    int64_t held = r->jointly ? sum + (certain ? 0 : rest)
                              : (!certain && rest > most ? rest : most);
    return held > r->limit || (r->at_least && held == r->limit);
}

static void control(const struct plain *p, const struct control_rule *r, bool certain, bool *in)
{
    for (uint32_t i = 0; i < p->count; i++)
        in[i] = p->side[i] == SIDE_ABROAD || (!certain && p->side[i] == SIDE_UNKNOWN);
    for (uint32_t round = 0; round < p->count; round++)
        for (uint32_t i = 0; i < p->count; i++)
            in[i] |= p->sort[i] == PARTY_BODY && joins(p, in, i, r, certain);
}

static void compare_control(const struct plain *p, struct ownership_solver *solver,
                            const struct ownership_question *q)
{
    static const int32_t limits[] = {25000000, 30000000, 50000000};
    struct control_rule r = {limits[chance(3)], chance(2), chance(2), false};
    bool certain[MOST_PARTIES], possible[MOST_PARTIES];
    control(p, &r, true, certain);
    control(p, &r, false, possible);
    for (uint32_t i = 0; i < p->count; i++) {
        enum truth expected = certain[i] ? TRUTH_TRUE : possible[i] ? TRUTH_UNKNOWN : TRUTH_FALSE;
        ck_assert_int_eq(ownership_controlled(solver, q, &r, i), expected);
    }
}

/* --- control over all chains, plainly --- */

/* The least, or the most, of x[i] that those who joined can have. */
static bool passes(const struct plain *p, uint32_t i, const struct control_rule *r, bool certain)
{
    mpq_t held;
    mpq_init(held);
    if (certain)
        mpq_set(held, p->x[i]);
    else
        mpq_set_ui(held, 1, 1), mpq_sub(held, held, p->x[i]);
    int against = mpq_cmp_si(held, r->limit / 1000000, SHARE_WHOLE / 1000000);
    mpq_clear(held);
    return against > 0 || (r->at_least && against == 0);
}

static bool is_terminal(const struct plain *p, uint32_t i)
{
    return p->sort[i] != PARTY_BODY || p->side[i] == SIDE_ABROAD;
}

/* Who is controlled once those of `in` are. */
static void spread(struct plain *p, const struct control_rule *r, bool certain, bool *in)
{
    bool through[MOST_PARTIES], source[MOST_PARTIES], more = true;
    while (more) {
        more = false;
        for (uint32_t i = 0; i < p->count; i++) {
            through[i] = !is_terminal(p, i) && !in[i] && sum_of(p, i) <= SHARE_WHOLE;
            source[i] = certain ? in[i] : is_terminal(p, i) && !in[i];
        }
        solve_from(p, through, source);
        for (uint32_t i = 0; i < p->count; i++) {
            bool judged = certain ? through[i] : !is_terminal(p, i) && !in[i];
            if (judged && passes(p, i, r, certain))
                more = in[i] = true;
        }
    }
}

static void control_over_chains(struct plain *p, const struct control_rule *r, bool certain,
                                bool *out)
{
    bool abroad[MOST_PARTIES], in[MOST_PARTIES] = {false};
    memset(out, 0, MOST_PARTIES * sizeof *out);
    for (uint32_t i = 0; i < p->count; i++)
        abroad[i] = p->side[i] == SIDE_ABROAD || (!certain && p->side[i] == SIDE_UNKNOWN);
    if (r->jointly)
        memcpy(in, abroad, sizeof in);
    spread(p, r, certain, in); /* jointly; else nobody is named */
    for (uint32_t i = 0; i < p->count; i++)
        out[i] |= in[i];
    for (uint32_t head = 0; !r->jointly && head < p->count; head++) {
        if (!abroad[head])
            continue;
        memset(in, 0, sizeof in);
        in[head] = true;
        spread(p, r, certain, in);
        for (uint32_t i = 0; i < p->count; i++)
            out[i] |= in[i];
    }
}

static void compare_control_over_chains(struct plain *p, struct ownership_solver *solver,
                                        const struct ownership_question *q)
{
    static const int32_t limits[] = {25000000, 30000000, 50000000, 75000000};
    struct control_rule r = {limits[chance(4)], chance(2), chance(4) == 0, true};
    bool certain[MOST_PARTIES], possible[MOST_PARTIES];
    control_over_chains(p, &r, true, certain);
    control_over_chains(p, &r, false, possible);
    for (uint32_t i = 0; i < p->count; i++) {
        enum truth expected = certain[i] ? TRUTH_TRUE : possible[i] ? TRUTH_UNKNOWN : TRUTH_FALSE;
        ck_assert_int_eq(ownership_controlled(solver, q, &r, i), expected);
    }
}

START_TEST(shares_and_control_are_those_of_a_plain_solver)
{
    static struct plain p;
    printf("seed %llu\n", (unsigned long long)seed);
    for (uint32_t i = 0; i < MOST_PARTIES; i++)
        mpq_init(p.x[i]);
    for (int i = 0; i < GRAPHS; i++) {
        struct ownership *graph = make(&p);
        struct ownership_solver *solver = ownership_solver_new(graph);
        struct ownership_question q = {.home = TEXT("AM")};
        compare_shares(&p, solver, &q);
        compare_control(&p, solver, &q);
        compare_control_over_chains(&p, solver, &q);
        ownership_solver_free(solver);
        ownership_free(graph);
    }
}
END_TEST

int main(void)
{
    Suite *s = suite_create("ownership");
    TCase *t = tcase_create("plain solver");
    tcase_set_timeout(t, 120);
    tcase_add_test(t, shares_and_control_are_those_of_a_plain_solver);
    suite_add_tcase(s, t);
    return run_suite(s);
}
