/* SPDX-License-Identifier: Apache-2.0
 *
 * Systems of linear equations as holdings make them: a share of each node flows from others,
 *
 *     x[i] = constant[i] + sum over its edges of weight * x[to]
 *
 * with weights and constants in SHARE_WHOLE-ths that for each node add up to at most the whole.
 * Asked for is the least solution: where nodes hold each other wholly, nothing flows in, and they
 * are 0.
 *
 * Nodes stand in components, each of which uses only itself and those before it. A node alone is a
 * sum. A component of up to MOST_DENSE nodes is solved by Gauss's elimination over whole numbers
 * without an error; a larger one is approached from below (Gauss-Seidel from 0), which is never too
 * much. Numbers are cut down to 30 decimals: `floor` is never more than the solution, and less than
 * 10^-30 per node below it unless `loose`. Where that leaves open on which side of a limit a
 * solution lies, linear_exact() works with fractions.
 */
#ifndef NAME_LINEAR_H
#define NAME_LINEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 10^30 is the whole. */
typedef unsigned __int128 fixed;
#define FIXED_WHOLE ((fixed)1000000000000000 * (fixed)1000000000000000)
#define FIXED_UNIT (FIXED_WHOLE / 100000000) /* of the weights */

struct edge {
    uint32_t to;
    int32_t weight;
    bool open; /* a little more than the weight flows */
};
struct linear_node {
    size_t first;     /* its edges: [first, first of the next node) */
    int32_t constant; /* for the last node + 1: not used */
    bool open;        /* a little more than the constant */
    bool nothing;     /* nothing flows in, whatever its edges say */
};
struct linear {
    struct linear_node *nodes; /* count + 1 */
    struct edge *edges;
    size_t *components; /* first nodes of the components, and `count` behind the last */
    size_t count, component_count;
};
struct solution {
    fixed floor;
    bool exact; /* it is floor */
    bool loose; /* it may be far above */
    bool open;  /* a little more flows, by open edges: strictly more than the solution */
};

/* The most nodes for fractions; none of their components may be larger than MOST_DENSE. */
enum { MOST_DENSE = 100, MOST_FRACTIONS = 2000 };

void linear_solve(const struct linear *, struct solution *out);
/* The solution for one node in weights' units, cut down, and whether it is a whole number of them.
 * False: the system is too large for fractions. */
bool linear_exact(const struct linear *, size_t node, int64_t *units, bool *whole);

#endif
