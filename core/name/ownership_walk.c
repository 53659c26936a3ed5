/* SPDX-License-Identifier: Apache-2.0
 *
 * Of the owners of owners only those that lie above a party are looked at; Tarjan's algorithm puts
 * them in an order in which owners come first, and those that hold each other stand together.
 */
#include <config.h>

#include <stdlib.h>

#include "name/solver.h"

struct ownership_solver *ownership_solver_new(const struct ownership *o)
{
    struct ownership_solver *s = heap_alloc(1, sizeof *s);
    s->graph = o;
    s->visits = heap_alloc(ownership_party_count(o) + 1, sizeof *s->visits);
    return s;
}

void ownership_solver_free(struct ownership_solver *s)
{
    if (!s)
        return;
    free(s->visits);
    free(s->reaches);
    free(s->chain);
    free(s);
}

void solver_push(struct party_list *l, uint32_t party)
{
    if (l->count == l->room) {
        l->room = l->room ? 2 * l->room : 64;
        l->items = heap_resize(l->items, l->room, sizeof *l->items);
    }
    l->items[l->count++] = party;
}

enum { OPEN = UINT32_MAX };

static void enter(struct walk *w, uint32_t party)
{
    struct ownership_solver *s = w->solver;
    if (w->depth == w->room) {
        w->room = w->room ? 2 * w->room : 64;
        w->frames = heap_resize(w->frames, w->room, sizeof *w->frames);
    }
    w->frames[w->depth++] = (struct frame){party, 0};
    s->visits[party] = (struct visit){s->query, w->index, w->index, OPEN};
    w->index++;
    solver_push(&w->stack, party);
}

void walk_end_component(struct walk *w)
{
    if (w->end_count == w->end_room) {
        w->end_room = w->end_room ? 2 * w->end_room : 64;
        w->ends = heap_resize(w->ends, w->end_room, sizeof *w->ends);
    }
    w->ends[w->end_count++] = w->order.count;
}

static void leave(struct walk *w)
{
    struct visit *visits = w->solver->visits;
    uint32_t party = w->frames[--w->depth].party, member;
    struct visit *v = &visits[party];
    if (w->depth) {
        struct visit *below = &visits[w->frames[w->depth - 1].party];
        below->low = v->low < below->low ? v->low : below->low;
    }
    if (v->low != v->index)
        return;
    do {
        member = w->stack.items[--w->stack.count];
        visits[member].number = (uint32_t)w->order.count;
        solver_push(&w->order, member);
    } while (member != party);
    walk_end_component(w);
}

static void look_at_owner(struct walk *w, uint32_t party, uint32_t owner)
{
    struct ownership_solver *s = w->solver;
    struct visit *v = &s->visits[party], *other = &s->visits[owner];
    if (!party_is_seen_through(ownership_party(s->graph, owner), w->question->home))
        return;
    if (other->query != s->query)
        enter(w, owner);
    else if (other->number == OPEN && other->index < v->low)
        v->low = other->index;
}

bool walk_from(struct walk *w, uint32_t root)
{
    struct ownership_solver *s = w->solver;
    if (s->visits[root].query == s->query)
        return true;
    enter(w, root);
    while (w->depth) {
        if (w->most && w->index > w->most)
            return false;
        struct frame *f = &w->frames[w->depth - 1];
        uint32_t party = f->party;
        struct ownership_question q = question_stated(s->graph, w->question, party);
        struct holding h;
        if (holding_next(s->graph, &q, party, &f->at, &h))
            look_at_owner(w, party, h.owner);
        else
            leave(w);
    }
    return true;
}

void walk_free(struct walk *w)
{
    free(w->order.items);
    free(w->stack.items);
    free(w->frames);
    free(w->ends);
}
