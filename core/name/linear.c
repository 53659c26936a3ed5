/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/linear.h"

#include <gmp.h>
#include <stdlib.h>

#include "base/arena.h"

enum { MOST_ROUNDS = 1000, WHOLE = 100000000 };
#define MOST_VISITS ((uint64_t)100000000)
#define CLOSE_ENOUGH (FIXED_WHOLE / 1000000000000000) /* per round */

static size_t edge_end(const struct linear *l, size_t node)
{
    return l->nodes[node + 1].first;
}

/* --- sums --- */

/* Weights and 10^30 together take 127 bits: the sum is exact, only its division cuts down. */
static struct solution sum_of(const struct linear *l, size_t i, const struct solution *x)
{
    const struct linear_node *n = &l->nodes[i];
    struct solution s = {.exact = true};
    fixed sum = (fixed)n->constant * FIXED_WHOLE;
    if (n->nothing)
        return s;
    s.open = n->open;
    for (size_t e = n->first; e < edge_end(l, i); e++) {
        const struct edge *edge = &l->edges[e];
        const struct solution *of = &x[edge->to];
        sum += (fixed)edge->weight * of->floor;
        s.exact &= of->exact || edge->weight == 0;
        s.loose |= of->loose && edge->weight > 0;
        s.open |= (edge->open && of->floor > 0) || (edge->weight > 0 && of->open);
    }
    s.floor = sum / WHOLE;
    s.exact &= sum % WHOLE == 0;
    return s;
}

/* --- dense components --- */

struct dense {
    size_t n;
    size_t *node;  /* of the component: those into which something flows */
    size_t *place; /* of a node of the component: where it stands; SIZE_MAX: nothing flows in */
    mpz_t *cells;  /* n rows of n + 1: the last column is the right-hand side */
};

static mpz_t *cell(const struct dense *d, size_t row, size_t column)
{
    return &d->cells[row * (d->n + 1) + column];
}

/* What flows round for ever among nodes that are wholly held by each other is no inflow: a node
 * counts when some of it is not held within, or is held by one that counts. */
static void mark_fed(const struct linear *l, size_t begin, size_t end, bool *fed)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t i = begin; i < end; i++) {
            int64_t within = 0;
            bool is_fed = false;
            for (size_t e = l->nodes[i].first; e < edge_end(l, i); e++) {
                const struct edge *edge = &l->edges[e];
                if (edge->to < begin || l->nodes[edge->to].nothing)
                    continue;
                within += edge->weight;
                is_fed |= edge->weight > 0 && fed[edge->to - begin];
            }
            is_fed = (is_fed || within < WHOLE) && !l->nodes[i].nothing;
            more |= is_fed && !fed[i - begin];
            fed[i - begin] |= is_fed;
        }
    }
}

static struct dense dense_new(const struct linear *l, size_t begin, size_t end)
{
    struct dense d = {.node = heap_alloc(end - begin, sizeof *d.node),
                      .place = heap_alloc(end - begin, sizeof *d.place)};
    bool *fed = heap_alloc(end - begin, sizeof *fed);
    mark_fed(l, begin, end, fed);
    for (size_t i = begin; i < end; i++) {
        d.place[i - begin] = fed[i - begin] ? d.n : SIZE_MAX;
        if (fed[i - begin])
            d.node[d.n++] = i;
    }
    free(fed);
    d.cells = heap_alloc(d.n * (d.n + 1) + 1, sizeof *d.cells);
    for (size_t i = 0; i < d.n * (d.n + 1); i++)
        mpz_init(d.cells[i]);
    return d;
}

static void dense_free(struct dense *d)
{
    for (size_t i = 0; i < d->n * (d->n + 1); i++)
        mpz_clear(d->cells[i]);
    free(d->cells);
    free(d->node);
    free(d->place);
}

/* (whole - weights within) x = what flows in from outside, which the caller puts in. */
static void fill_matrix(struct dense *d, const struct linear *l, size_t begin)
{
    for (size_t r = 0; r < d->n; r++) {
        size_t i = d->node[r];
        mpz_set_si(*cell(d, r, r), WHOLE);
        for (size_t e = l->nodes[i].first; e < edge_end(l, i); e++) {
            const struct edge *edge = &l->edges[e];
            size_t at = edge->to < begin ? SIZE_MAX : d->place[edge->to - begin];
            if (at != SIZE_MAX)
                mpz_sub_ui(*cell(d, r, at), *cell(d, r, at), (unsigned long)edge->weight);
        }
    }
}

/* Gauss and Jordan over whole numbers, after Bareiss: all divisions are without remainder, and in
 * the end each x is its right-hand side through the diagonal. The matrix is a nonsingular M-matrix:
 * no pivot is 0. */
static void eliminate(struct dense *d)
{
    mpz_t before, product;
    mpz_init_set_ui(before, 1);
    mpz_init(product);
    for (size_t k = 0; k < d->n; k++) {
        for (size_t r = 0; r < d->n; r++) {
            if (r == k)
                continue;
            for (size_t c = k + 1; c <= d->n; c++) {
                mpz_mul(product, *cell(d, r, k), *cell(d, k, c));
                mpz_mul(*cell(d, r, c), *cell(d, r, c), *cell(d, k, k));
                mpz_sub(*cell(d, r, c), *cell(d, r, c), product);
                mpz_divexact(*cell(d, r, c), *cell(d, r, c), before);
            }
            mpz_set_ui(*cell(d, r, k), 0);
        }
        for (size_t r = 0; r < k; r++)
            mpz_set(*cell(d, r, r), *cell(d, k, k));
        mpz_set(before, *cell(d, k, k));
    }
    mpz_clear(before);
    mpz_clear(product);
}

static void set_fixed(mpz_t out, fixed value)
{
    uint64_t words[2] = {(uint64_t)value, (uint64_t)(value >> 64)};
    mpz_import(out, 2, -1, sizeof *words, 0, 0, words);
}

static fixed get_fixed(const mpz_t value)
{
    uint64_t words[2] = {0, 0};
    mpz_export(words, NULL, -1, sizeof *words, 0, 0, value);
    return (fixed)words[1] << 64 | words[0];
}

/* What is known to flow in from before the component. */
static bool add_inflow(struct dense *d, const struct linear *l, size_t begin,
                       const struct solution *x, bool *loose)
{
    bool exact = true;
    for (size_t r = 0; r < d->n; r++) {
        size_t i = d->node[r];
        fixed sum = (fixed)l->nodes[i].constant * FIXED_WHOLE;
        for (size_t e = l->nodes[i].first; e < edge_end(l, i); e++) {
            const struct edge *edge = &l->edges[e];
            if (edge->to >= begin || edge->weight == 0)
                continue;
            sum += (fixed)edge->weight * x[edge->to].floor;
            exact &= x[edge->to].exact;
            *loose |= x[edge->to].loose;
        }
        set_fixed(*cell(d, r, d->n), sum);
    }
    return exact;
}

static void solve_dense(const struct linear *l, size_t begin, size_t end, struct solution *x)
{
    struct dense d = dense_new(l, begin, end);
    bool loose = false;
    fill_matrix(&d, l, begin);
    bool exact = add_inflow(&d, l, begin, x, &loose);
    eliminate(&d);
    for (size_t i = begin; i < end; i++)
        x[i] = (struct solution){.exact = true};
    for (size_t r = 0; r < d.n; r++) {
        struct solution *s = &x[d.node[r]];
        s->exact = exact && mpz_divisible_p(*cell(&d, r, d.n), *cell(&d, r, r));
        mpz_fdiv_q(*cell(&d, r, d.n), *cell(&d, r, d.n), *cell(&d, r, r));
        s->floor = get_fixed(*cell(&d, r, d.n));
        s->loose = loose;
    }
    dense_free(&d);
}

/* --- large components --- */

/* From 0 upward, forth and back: each round brings every node nearer to the solution from below. */
static void approach(const struct linear *l, size_t begin, size_t end, struct solution *x)
{
    uint64_t visits = 0, edges = edge_end(l, end - 1) - l->nodes[begin].first + (end - begin);
    bool near = false;
    for (size_t i = begin; i < end; i++)
        x[i] = (struct solution){0};
    for (unsigned round = 0; !near && round < MOST_ROUNDS && visits < MOST_VISITS; round++) {
        near = true;
        for (size_t k = 0; k < end - begin; k++) {
            size_t i = round % 2 ? end - 1 - k : begin + k;
            struct solution s = sum_of(l, i, x);
            near &= s.floor - x[i].floor < CLOSE_ENOUGH;
            x[i].floor = s.floor;
        }
        visits += edges;
    }
    for (size_t i = begin; i < end; i++)
        x[i].loose = true;
}

/* --- open ends --- */

static void mark_open(const struct linear *l, size_t begin, size_t end, struct solution *x)
{
    enum { ROUNDS = 128 };
    bool more = end > begin + 1;
    for (size_t i = begin; i < end; i++)
        x[i].open = sum_of(l, i, x).open;
    for (unsigned round = 0; more && round < ROUNDS; round++) {
        more = false;
        for (size_t i = begin; i < end; i++) {
            bool open = sum_of(l, i, x).open;
            more |= open != x[i].open;
            x[i].open = open;
        }
    }
}

/* --- all --- */

static bool stands_alone(const struct linear *l, size_t begin, size_t end)
{
    if (end != begin + 1)
        return false;
    for (size_t e = l->nodes[begin].first; e < edge_end(l, begin); e++)
        if (l->edges[e].to == begin)
            return false;
    return true;
}

void linear_solve(const struct linear *l, struct solution *x)
{
    for (size_t c = 0; c < l->component_count; c++) {
        size_t begin = l->components[c], end = l->components[c + 1];
        if (stands_alone(l, begin, end)) {
            x[begin] = sum_of(l, begin, x);
            continue;
        }
        if (end - begin <= MOST_DENSE)
            solve_dense(l, begin, end, x);
        else
            approach(l, begin, end, x);
        mark_open(l, begin, end, x);
    }
}

/* --- fractions --- */

static void fraction_sum(const struct linear *l, size_t i, size_t before, const mpq_t *x, mpq_t sum)
{
    mpq_t part;
    mpq_init(part);
    mpq_set_si(sum, l->nodes[i].nothing ? 0 : l->nodes[i].constant, 1);
    for (size_t e = l->nodes[i].first; e < edge_end(l, i) && !l->nodes[i].nothing; e++) {
        const struct edge *edge = &l->edges[e];
        if (edge->to >= before)
            continue;
        mpq_set_si(part, edge->weight, 1);
        mpq_mul(part, part, x[edge->to]);
        mpq_add(sum, sum, part);
    }
    mpq_clear(part);
}

/* All right-hand sides over one denominator, so that the elimination has whole numbers. */
static void fractions_dense(const struct linear *l, size_t begin, size_t end, mpq_t *x)
{
    struct dense d = dense_new(l, begin, end);
    mpz_t common;
    mpz_init_set_ui(common, 1);
    fill_matrix(&d, l, begin);
    for (size_t r = 0; r < d.n; r++) {
        fraction_sum(l, d.node[r], begin, (const mpq_t *)x, x[d.node[r]]);
        mpz_lcm(common, common, mpq_denref(x[d.node[r]]));
    }
    for (size_t r = 0; r < d.n; r++) {
        mpz_divexact(*cell(&d, r, d.n), common, mpq_denref(x[d.node[r]]));
        mpz_mul(*cell(&d, r, d.n), *cell(&d, r, d.n), mpq_numref(x[d.node[r]]));
    }
    eliminate(&d);
    for (size_t r = 0; r < d.n; r++) {
        mpz_set(mpq_numref(x[d.node[r]]), *cell(&d, r, d.n));
        mpz_mul(mpq_denref(x[d.node[r]]), *cell(&d, r, r), common);
        mpq_canonicalize(x[d.node[r]]);
    }
    mpz_clear(common);
    dense_free(&d);
}

static bool fits_fractions(const struct linear *l)
{
    for (size_t c = 0; c < l->component_count; c++)
        if (l->components[c + 1] - l->components[c] > MOST_DENSE)
            return false;
    return l->count <= MOST_FRACTIONS;
}

bool linear_exact(const struct linear *l, size_t node, int64_t *units, bool *whole)
{
    if (!fits_fractions(l))
        return false;
    mpq_t *x = heap_alloc(l->count, sizeof *x), share;
    mpq_init(share);
    mpq_set_ui(share, 1, WHOLE);
    for (size_t i = 0; i < l->count; i++)
        mpq_init(x[i]);
    for (size_t c = 0; c < l->component_count; c++) {
        size_t begin = l->components[c], end = l->components[c + 1];
        if (stands_alone(l, begin, end)) {
            fraction_sum(l, begin, begin, (const mpq_t *)x, x[begin]);
            mpq_mul(x[begin], x[begin], share);
        } else {
            fractions_dense(l, begin, end, x);
        }
    }
    mpq_div(share, x[node], share);
    *whole = mpz_cmp_ui(mpq_denref(share), 1) == 0;
    mpz_fdiv_q(mpq_numref(share), mpq_numref(share), mpq_denref(share));
    *units = mpz_get_si(mpq_numref(share));
    for (size_t i = 0; i < l->count; i++)
        mpq_clear(x[i]);
    mpq_clear(share);
    free(x);
    return true;
}
