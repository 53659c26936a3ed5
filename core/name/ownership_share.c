/* SPDX-License-Identifier: Apache-2.0
 *
 * How much of a body is held abroad.
 *
 * The least share held abroad is the least solution of the holdings' equations with 1 for whoever
 * is abroad; the most is what is left when the same is done for whoever is at home. Both use the
 * least of each holding: what more there may be can belong to anybody.
 */
#include <config.h>

#include <stdlib.h>

#include "name/solver.h"

/* --- equations --- */

/* The same edges with what is abroad as the source, and with what is at home. */
struct equations {
    struct linear abroad, home;
    size_t edge_count, edge_room;
};

static void add_edge(struct equations *e, struct edge edge)
{
    if (e->edge_count == e->edge_room) {
        e->edge_room = e->edge_room ? 2 * e->edge_room : 64;
        e->abroad.edges = heap_resize(e->abroad.edges, e->edge_room, sizeof *e->abroad.edges);
    }
    e->abroad.edges[e->edge_count++] = edge;
}

static void add_constant(struct linear_node *n, const struct holding *h)
{
    n->constant += h->range.least;
    n->open |= h->range.least_open;
}

static void add_holding(struct equations *e, const struct walk *w, size_t node,
                        const struct holding *h)
{
    const struct party *owner = ownership_party(w->solver->graph, h->owner);
    enum party_side side = party_side(owner, w->question->home);
    if (side == SIDE_ABROAD)
        add_constant(&e->abroad.nodes[node], h);
    else if (party_is_seen_through(owner, w->question->home))
        add_edge(e, (struct edge){w->solver->visits[h->owner].number, h->range.least,
                                  h->range.least_open});
    else if (side == SIDE_HOME)
        add_constant(&e->home.nodes[node], h);
}

static void add_node(struct equations *e, const struct walk *w, size_t node)
{
    const struct ownership *o = w->solver->graph;
    uint32_t party = w->order.items[node];
    struct ownership_question q = question_stated(o, w->question, party);
    struct holding h;
    bool contradicts = ownership_excess(o, &q, party) > 0;
    e->abroad.nodes[node] = e->home.nodes[node] = (struct linear_node){.first = e->edge_count,
                                                                       .nothing = contradicts};
    /* A body of which nobody knows where it is registered may, as an owner, be abroad itself. */
    e->home.nodes[node].nothing |= node < w->twins &&
                                   party_side(ownership_party(o, party), q.home) == SIDE_UNKNOWN;
    for (size_t at = 0; !contradicts && holding_next(o, &q, party, &at, &h);)
        add_holding(e, w, node, &h);
}

static struct equations equations_of(const struct walk *w)
{
    size_t count = w->order.count;
    struct equations e = {{.count = count, .component_count = w->end_count},
                          {.count = count, .component_count = w->end_count},
                          0,
                          0};
    e.abroad.nodes = heap_alloc(count + 1, sizeof *e.abroad.nodes);
    e.home.nodes = heap_alloc(count + 1, sizeof *e.home.nodes);
    e.abroad.components = heap_alloc(w->end_count + 1, sizeof *e.abroad.components);
    for (size_t i = 0; i < w->end_count; i++)
        e.abroad.components[i + 1] = w->ends[i];
    for (size_t i = 0; i < count; i++)
        add_node(&e, w, i);
    e.abroad.nodes[count] = e.home.nodes[count] = (struct linear_node){.first = e.edge_count};
    e.home.components = e.abroad.components;
    e.home.edges = e.abroad.edges;
    return e;
}

static void equations_free(struct equations *e)
{
    free(e->abroad.nodes);
    free(e->home.nodes);
    free(e->abroad.components);
    free(e->abroad.edges);
}

/* --- answers --- */

struct lower lower_of(const struct linear *l, size_t node, const struct solution *s, bool *doubtful)
{
    fixed rest = s->floor % FIXED_UNIT;
    struct lower lower = {(share)(s->floor / FIXED_UNIT), rest > 0 || s->open};
    int64_t units;
    bool whole;
    *doubtful = !s->exact && !s->loose && (rest == 0 || rest + l->count >= FIXED_UNIT);
    if (*doubtful && linear_exact(l, node, &units, &whole)) {
        lower = (struct lower){units, !whole || s->open};
        *doubtful = false;
    }
    return lower;
}

static struct share_range range_of(const struct equations *e, const struct solution *abroad,
                                   const struct solution *home, size_t node, bool *doubtful)
{
    bool below, above;
    struct lower least = lower_of(&e->abroad, node, &abroad[node], &below);
    struct lower rest = lower_of(&e->home, node, &home[node], &above);
    *doubtful = below || above;
    return (struct share_range){(int32_t)least.units, (int32_t)(SHARE_WHOLE - rest.units),
                                least.open, rest.open};
}

static void answer(const struct walk *w, const uint32_t *nodes, size_t count,
                   struct share_range *out, bool *doubtful)
{
    struct equations e = equations_of(w);
    struct solution *abroad = heap_alloc(e.abroad.count, sizeof *abroad);
    struct solution *home = heap_alloc(e.abroad.count, sizeof *home);
    linear_solve(&e.abroad, abroad);
    linear_solve(&e.home, home);
    for (size_t i = 0; i < count; i++)
        out[i] = range_of(&e, abroad, home, nodes[i], &doubtful[i]);
    free(abroad);
    free(home);
    equations_free(&e);
}

/* The node of what was asked for: as an owner it may be something else than in itself. */
static uint32_t asked_node(struct walk *w, uint32_t party)
{
    const struct ownership_solver *s = w->solver;
    if (party_side(ownership_party(s->graph, party), w->question->home) != SIDE_UNKNOWN)
        return s->visits[party].number;
    solver_push(&w->order, party);
    walk_end_component(w);
    return (uint32_t)w->order.count - 1;
}

static void solve(struct ownership_solver *s, const struct ownership_question *q,
                  const uint32_t *parties, size_t count, struct share_range *out, bool *doubtful)
{
    struct walk w = {.solver = s, .question = q};
    uint32_t *nodes = heap_alloc(count + 1, sizeof *nodes);
    s->query++;
    for (size_t i = 0; i < count; i++)
        walk_from(&w, parties[i]);
    w.twins = w.order.count;
    for (size_t i = 0; i < count; i++)
        nodes[i] = asked_node(&w, parties[i]);
    answer(&w, nodes, count, out, doubtful);
    free(nodes);
    walk_free(&w);
}

struct share_range ownership_foreign_share(struct ownership_solver *s,
                                           const struct ownership_question *q, uint32_t party)
{
    struct share_range out;
    bool doubtful;
    solve(s, q, &party, 1, &out, &doubtful);
    return out;
}

/* Whether so few lie above the party that fractions can decide. */
static bool is_small(struct ownership_solver *s, const struct ownership_question *q, uint32_t party)
{
    struct walk w = {.solver = s, .question = q, .most = MOST_FRACTIONS};
    s->query++;
    bool small = walk_from(&w, party);
    walk_free(&w);
    return small;
}

void ownership_foreign_shares(struct ownership_solver *s, const struct ownership_question *q,
                              const uint32_t *parties, size_t count, struct share_range *out)
{
    bool *doubtful = heap_alloc(count + 1, sizeof *doubtful);
    solve(s, q, parties, count, out, doubtful);
    for (size_t i = 0; i < count; i++)
        if (doubtful[i] && is_small(s, q, parties[i]))
            out[i] = ownership_foreign_share(s, q, parties[i]);
    free(doubtful);
}

/* --- one step --- */

share ownership_excess(const struct ownership *o, const struct ownership_question *asked,
                       uint32_t party)
{
    struct ownership_question q = question_of(o, asked, party, asked->kind);
    struct holding h;
    share sum = 0;
    for (size_t at = 0; holding_next(o, &q, party, &at, &h);)
        sum += h.range.least;
    return sum > SHARE_WHOLE ? sum : 0;
}

struct share_range ownership_direct_share(const struct ownership *o,
                                          const struct ownership_question *asked, uint32_t party)
{
    struct ownership_question q = question_stated(o, asked, party);
    struct share_range r = SHARE_ANY;
    struct holding h;
    if (ownership_excess(o, &q, party))
        return r;
    for (size_t at = 0; holding_next(o, &q, party, &at, &h);) {
        enum party_side side = party_side(ownership_party(o, h.owner), q.home);
        if (side == SIDE_ABROAD) {
            r.least += h.range.least;
            r.least_open |= h.range.least_open;
        } else if (side == SIDE_HOME) {
            r.most -= h.range.least;
            r.most_open |= h.range.least_open;
        }
    }
    return r;
}

/* The most that a holder can have beside what the others have at least. */
static share most_beside(const struct holding *h, share all)
{
    share rest = SHARE_WHOLE - (all - h->range.least);
    return h->range.most < rest ? h->range.most : rest;
}

struct share_range ownership_largest_share(const struct ownership *o,
                                           const struct ownership_question *asked, uint32_t party)
{
    struct ownership_question q = question_stated(o, asked, party);
    struct share_range r = {0, 0, false, false};
    struct holding h;
    share all = 0;
    if (ownership_excess(o, &q, party))
        return SHARE_ANY;
    for (size_t at = 0; holding_next(o, &q, party, &at, &h);)
        all += h.range.least;
    r.most = (int32_t)(SHARE_WHOLE - all); /* of somebody who is not named */
    for (size_t at = 0; holding_next(o, &q, party, &at, &h);) {
        enum party_side side = party_side(ownership_party(o, h.owner), q.home);
        if (side != SIDE_HOME && most_beside(&h, all) > r.most)
            r.most = (int32_t)most_beside(&h, all);
        if (side != SIDE_ABROAD || h.range.least < r.least)
            continue;
        r.least_open = h.range.least_open || (r.least_open && h.range.least == r.least);
        r.least = h.range.least;
    }
    return r;
}
