/* SPDX-License-Identifier: Apache-2.0
 *
 * Whether somebody abroad controls a body by what it holds over all chains. Control spreads: what a
 * holder controls counts wholly as the holder's own, what it merely has a share in counts in
 * proportion, by the same equations as the share held abroad. With each body that joins, others may
 * pass the limit, until none does.
 *
 * It is done with the least that the holder has, and with the most: that is what all others, each
 * of them somebody else, do not have for certain.
 */
#include <config.h>

#include <stdlib.h>

#include "name/solver.h"

enum { NO_NODE = UINT32_MAX };
/* Whose control spreads, instead of a place among all above: those who belong abroad, together;
 * somebody whom nobody names. */
enum { EVERYBODY = UINT32_MAX, NOBODY_NAMED = UINT32_MAX - 1 };

/* What somebody holds: its place among all above, and its node when others hold it in turn. */
struct link {
    uint32_t owner, node;
    int32_t weight;
    bool open;
};

/* All holdings of one kind, and room for the equations that they make. */
struct chains {
    uint32_t *places;  /* of the nodes */
    bool *contradicts; /* more than all is stated */
    size_t *first;     /* links of the nodes: [first, first of the next) */
    struct link *links;
    size_t link_count, link_room;
    struct linear linear;
    struct solution *solution;
};

struct spread {
    struct ownership_solver *solver;
    const struct ownership_question *question;
    const struct control_rule *rule;
    struct party_list above; /* what was asked for is the first */
    uint64_t query;          /* by which `above` was gathered */
    struct chains kinds[2];
    size_t kind_count;
    bool *joined; /* whoever is above: who controls, and what is controlled */
    bool certain;
};

static const struct party *party_at(const struct spread *s, uint32_t place)
{
    return ownership_party(s->solver->graph, s->above.items[place]);
}

static bool is_held(const struct spread *s, uint32_t place)
{
    return party_is_seen_through(party_at(s, place), s->question->home);
}

/* --- holdings --- */

static void add_link(struct chains *k, struct link link)
{
    if (k->link_count == k->link_room) {
        k->link_room = k->link_room ? 2 * k->link_room : 64;
        k->links = heap_resize(k->links, k->link_room, sizeof *k->links);
    }
    k->links[k->link_count++] = link;
}

static void add_links(struct chains *k, const struct spread *s, const struct walk *w, size_t node)
{
    const struct ownership *o = s->solver->graph;
    uint32_t party = w->order.items[node];
    struct ownership_question q = question_stated(o, w->question, party);
    struct holding h;
    k->places[node] = s->solver->reaches[party].at;
    k->contradicts[node] = ownership_excess(o, &q, party) > 0;
    k->first[node] = k->link_count;
    for (size_t at = 0; holding_next(o, &q, party, &at, &h);) {
        uint32_t place = s->solver->reaches[h.owner].at;
        add_link(k, (struct link){place,
                                  is_held(s, place) ? s->solver->visits[h.owner].number : NO_NODE,
                                  h.range.least, h.range.least_open});
    }
    k->first[node + 1] = k->link_count;
}

static struct chains chains_new(const struct spread *s, enum interest_kind kind)
{
    struct ownership_question q = *s->question;
    q.kind = kind;
    struct walk w = {.solver = s->solver, .question = &q};
    s->solver->query++;
    walk_from(&w, s->above.items[0]);
    size_t count = w.order.count;
    struct chains k = {.places = heap_alloc(count, sizeof *k.places),
                       .contradicts = heap_alloc(count, sizeof *k.contradicts),
                       .first = heap_alloc(count + 1, sizeof *k.first),
                       .solution = heap_alloc(count, sizeof *k.solution),
                       .linear = {.count = count, .component_count = w.end_count}};
    for (size_t i = 0; i < count; i++)
        add_links(&k, s, &w, i);
    k.linear.nodes = heap_alloc(count + 1, sizeof *k.linear.nodes);
    k.linear.edges = heap_alloc(k.link_count + 1, sizeof *k.linear.edges);
    k.linear.components = heap_alloc(w.end_count + 1, sizeof *k.linear.components);
    for (size_t i = 0; i < w.end_count; i++)
        k.linear.components[i + 1] = w.ends[i];
    walk_free(&w);
    return k;
}

static void chains_free(struct chains *k)
{
    free(k->places);
    free(k->contradicts);
    free(k->first);
    free(k->links);
    free(k->solution);
    free(k->linear.nodes);
    free(k->linear.edges);
    free(k->linear.components);
}

/* --- by shares and votes --- */

/* Whether what flows from it is asked for: from those who joined; else from all others. */
static bool is_source(const struct spread *s, const struct link *l)
{
    return s->certain ? s->joined[l->owner] : l->node == NO_NODE && !s->joined[l->owner];
}

static void fill_equations(const struct spread *s, struct chains *k)
{
    size_t edges = 0;
    for (size_t i = 0; i < k->linear.count; i++) {
        struct linear_node *n = &k->linear.nodes[i];
        *n = (struct linear_node){.first = edges,
                                  .nothing = k->contradicts[i] || s->joined[k->places[i]]};
        for (size_t at = k->first[i]; !n->nothing && at < k->first[i + 1]; at++) {
            const struct link *l = &k->links[at];
            if (is_source(s, l)) {
                n->constant += l->weight;
                n->open |= l->open;
            } else if (l->node != NO_NODE && !s->joined[l->owner]) {
                k->linear.edges[edges++] = (struct edge){l->node, l->weight, l->open};
            }
        }
    }
    k->linear.nodes[k->linear.count] = (struct linear_node){.first = edges};
}

/* Exact where it comes near to a limit, which is all that matters. */
static struct lower lower_near(const struct linear *l, size_t node, const struct solution *x,
                               share limit)
{
    share units = (share)(x->floor / FIXED_UNIT);
    struct lower lower = {.units = units, .open = true};
    bool doubtful;
    if (units == limit || units + 1 == limit)
        lower = lower_of(l, node, x, &doubtful);
    return lower;
}

static bool passes_limit(const struct spread *s, const struct chains *k, size_t node)
{
    const struct linear *l = &k->linear;
    share limit = s->certain ? s->rule->limit : SHARE_WHOLE - s->rule->limit;
    struct lower lower = lower_near(l, node, &k->solution[node], limit);
    if (s->certain)
        return !k->contradicts[node] && control_is_over(s->rule, lower.units, lower.open);
    return control_may_be_over(s->rule, SHARE_WHOLE - lower.units, lower.open);
}

static bool join_by_share(struct spread *s, struct chains *k)
{
    bool more = false;
    fill_equations(s, k);
    linear_solve(&k->linear, k->solution);
    for (size_t i = 0; i < k->linear.count; i++)
        if (!s->joined[k->places[i]] && passes_limit(s, k, i))
            more = s->joined[k->places[i]] = true;
    return more;
}

/* --- by another right --- */

static bool has_right(const struct spread *s, const struct interest *i)
{
    return i->kind == INTEREST_CONTROL && interest_holds(i, s->question->on) &&
           (!s->certain || s->question->on >= i->sure) &&
           s->joined[s->solver->reaches[i->owner].at];
}

static bool join_by_right(struct spread *s)
{
    bool more = false;
    for (uint32_t place = 0; place < s->above.count; place++) {
        size_t count = 0;
        const struct interest *all = ownership_interests(s->solver->graph, s->above.items[place],
                                                         &count);
        for (size_t i = 0; is_held(s, place) && !s->joined[place] && i < count; i++)
            more |= s->joined[place] = has_right(s, &all[i]);
    }
    return more;
}

/* --- of whom --- */

/* Whether the control of the head reaches what was asked for. */
static bool reaches_asked(struct spread *s, uint32_t head)
{
    bool more = true;
    for (uint32_t i = 0; i < s->above.count; i++) {
        enum party_side side = party_side(party_at(s, i), s->question->home);
        bool abroad = side == SIDE_ABROAD || (!s->certain && side == SIDE_UNKNOWN);
        s->joined[i] = head == EVERYBODY ? abroad : i == head;
    }
    while (more && !s->joined[0]) {
        more = join_by_right(s);
        for (size_t k = 0; k < s->kind_count; k++)
            more |= join_by_share(s, &s->kinds[k]);
    }
    return s->joined[0];
}

/* All of them together have at least what one has. */
static bool is_reached(struct spread *s, bool certain)
{
    bool somebody = false;
    s->certain = certain;
    if (!reaches_asked(s, EVERYBODY))
        return false;
    for (uint32_t i = 0; !s->rule->jointly && i < s->above.count; i++) {
        enum party_side side = party_side(party_at(s, i), s->question->home);
        if (side == SIDE_HOME || (certain && side == SIDE_UNKNOWN))
            continue;
        somebody = true;
        if (reaches_asked(s, i))
            return true;
    }
    return s->rule->jointly || (!certain && !somebody && reaches_asked(s, NOBODY_NAMED));
}

/* --- the links --- */

static bool counts(const struct spread *s, const struct interest *i)
{
    return i->kind != INTEREST_OTHER && interest_holds(i, s->question->on);
}

/* Whatever those who joined have a part in, be it through others. */
static void mark_fed(const struct spread *s, bool *fed)
{
    struct party_list next = {0};
    for (uint32_t i = 0; i < s->above.count; i++)
        if ((fed[i] = s->joined[i]))
            solver_push(&next, s->above.items[i]);
    for (size_t i = 0; i < next.count; i++) {
        const struct interest *held;
        for (size_t at = 0;
             (held = ownership_held(s->solver->graph, next.items[i], &at)) != NULL;) {
            const struct reach *r = &s->solver->reaches[held->owned];
            if (r->query != s->query || fed[r->at] || !counts(s, held) || !is_held(s, r->at))
                continue;
            fed[r->at] = true;
            solver_push(&next, held->owned);
        }
    }
    free(next.items);
}

static void gather_links(const struct spread *s)
{
    bool *fed = heap_alloc(s->above.count, sizeof *fed);
    bool *told = heap_alloc(s->above.count, sizeof *told);
    struct party_list next = {0};
    mark_fed(s, fed);
    solver_push(&next, s->above.items[0]);
    told[0] = true;
    for (size_t i = 0; i < next.count; i++) {
        size_t count = 0;
        const struct interest *all = ownership_interests(s->solver->graph, next.items[i], &count);
        for (size_t k = 0; k < count && is_held(s, s->solver->reaches[next.items[i]].at); k++) {
            uint32_t owner = counts(s, &all[k]) ? s->solver->reaches[all[k].owner].at : 0;
            if (!counts(s, &all[k]) || !fed[owner])
                continue;
            solver_add_link(s->solver, &all[k]);
            if (!told[owner])
                solver_push(&next, all[k].owner);
            told[owner] = true;
        }
    }
    free(next.items);
    free(told);
    free(fed);
}

/* --- the answer --- */

static bool has_votes(const struct spread *s)
{
    for (size_t i = 0; i < s->above.count; i++) {
        size_t count = 0;
        const struct interest *all = ownership_interests(s->solver->graph, s->above.items[i],
                                                         &count);
        for (size_t k = 0; k < count; k++)
            if (all[k].kind == INTEREST_VOTES && counts(s, &all[k]))
                return true;
    }
    return false;
}

enum truth ownership_controlled_over_chains(struct ownership_solver *solver,
                                            const struct ownership_question *q,
                                            const struct control_rule *rule, uint32_t party)
{
    struct spread s = {.solver = solver, .question = q, .rule = rule, .query = ++solver->query};
    solver->chain_count = 0;
    s.above = solver_above(solver, q, party);
    s.joined = heap_alloc(s.above.count, sizeof *s.joined);
    s.kinds[s.kind_count++] = chains_new(&s, INTEREST_SHARES);
    if (has_votes(&s))
        s.kinds[s.kind_count++] = chains_new(&s, INTEREST_VOTES);
    enum truth truth = is_reached(&s, true)    ? TRUTH_TRUE
                       : is_reached(&s, false) ? TRUTH_UNKNOWN
                                               : TRUTH_FALSE;
    if (truth == TRUTH_TRUE)
        gather_links(&s);
    for (size_t k = 0; k < s.kind_count; k++)
        chains_free(&s.kinds[k]);
    free(s.above.items);
    free(s.joined);
    return truth;
}
