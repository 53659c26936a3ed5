/* SPDX-License-Identifier: Apache-2.0
 *
 * Whether a body is controlled abroad. From those who are abroad one goes down along their
 * interests, breadth first: what they control joins them, and may control more. That is done twice:
 * with what is certain, and with all that may be, where holders who are not named or of whom nobody
 * knows where they belong count, too. Not even then: no. Only then: unknown.
 */
#include <config.h>

#include <stdlib.h>

#include "name/solver.h"

struct controlling {
    struct ownership_solver *solver;
    const struct ownership_question *question;
    const struct control_rule *rule;
    uint32_t asked;
    struct party_list above; /* all from whom a chain leads to what was asked for */
    struct party_list joined;
};

/* --- who lies above --- */

static struct reach *reach_of(const struct controlling *c, uint32_t party)
{
    return &c->solver->reaches[party];
}

static bool is_above(const struct controlling *c, uint32_t party)
{
    return reach_of(c, party)->query == c->solver->query;
}

/* Whether others can control it. */
static bool is_held(const struct controlling *c, uint32_t party)
{
    return party_is_seen_through(ownership_party(c->solver->graph, party), c->question->home);
}

static void add_above(struct ownership_solver *s, uint32_t party, struct party_list *above)
{
    if (s->reaches[party].query == s->query)
        return;
    s->reaches[party] = (struct reach){.query = s->query, .at = (uint32_t)above->count};
    solver_push(above, party);
}

struct party_list solver_above(struct ownership_solver *s, const struct ownership_question *q,
                               uint32_t asked)
{
    struct party_list above = {0};
    add_above(s, asked, &above);
    for (size_t i = 0; i < above.count; i++) {
        const struct party *party = ownership_party(s->graph, above.items[i]);
        size_t count = 0;
        const struct interest *all = ownership_interests(s->graph, above.items[i], &count);
        for (size_t k = 0; party_is_seen_through(party, q->home) && k < count; k++)
            if (all[k].kind != INTEREST_OTHER && interest_holds(&all[k], q->on))
                add_above(s, all[k].owner, &above);
    }
    return above;
}

/* --- limits --- */

bool control_is_over(const struct control_rule *r, share least, bool open)
{
    return least > r->limit || (least == r->limit && (open || r->at_least));
}

bool control_may_be_over(const struct control_rule *r, share most, bool open)
{
    return most > r->limit || (most == r->limit && r->at_least && !open);
}

/* --- certainly --- */

/* Whether one owner holds enough of a kind; jointly, whether all who joined do. */
static bool is_over_certainly(const struct controlling *c, uint32_t party, uint32_t owner,
                              enum interest_kind kind)
{
    const struct ownership *o = c->solver->graph;
    struct ownership_question q = question_of(o, c->question, party, kind);
    struct holding h;
    share sum = 0;
    bool open = false;
    for (size_t at = 0; holding_next(o, &q, party, &at, &h);) {
        if (c->rule->jointly ? !reach_of(c, h.owner)->certain : h.owner != owner)
            continue;
        sum += h.range.least;
        open |= h.range.least_open;
    }
    return control_is_over(c->rule, sum, open) && !ownership_excess(o, &q, party);
}

static bool is_controlled_certainly(const struct controlling *c, uint32_t party,
                                    const struct interest *by)
{
    if (by->kind == INTEREST_CONTROL)
        return c->question->on >= by->sure;
    return is_over_certainly(c, party, by->owner, by->kind);
}

/* --- possibly --- */

/* Holders who are not named have what is left; the named ones what the others leave them. */
static bool may_be_over_of(const struct controlling *c, uint32_t party, enum interest_kind kind)
{
    const struct ownership *o = c->solver->graph;
    struct ownership_question q = question_of(o, c->question, party, kind);
    struct holding h;
    share all = 0, others = 0;
    bool all_open = false, others_open = false;
    if (ownership_excess(o, &q, party))
        return true;
    for (size_t at = 0; holding_next(o, &q, party, &at, &h);) {
        all += h.range.least;
        all_open |= h.range.least_open;
        if (reach_of(c, h.owner)->possible)
            continue;
        others += h.range.least;
        others_open |= h.range.least_open;
    }
    if (control_may_be_over(c->rule, SHARE_WHOLE - all, all_open))
        return true;
    if (c->rule->jointly)
        return control_may_be_over(c->rule, SHARE_WHOLE - others, others_open);
    for (size_t at = 0; holding_next(o, &q, party, &at, &h);) {
        share rest = SHARE_WHOLE - (all - h.range.least);
        bool own = h.range.most <= rest;
        if (reach_of(c, h.owner)->possible &&
            control_may_be_over(c->rule, own ? h.range.most : rest, own && h.range.most_open))
            return true;
    }
    return false;
}

static bool is_controlled_otherwise(const struct controlling *c, uint32_t party)
{
    size_t count = 0;
    const struct interest *all = ownership_interests(c->solver->graph, party, &count);
    for (size_t i = 0; i < count; i++)
        if (all[i].kind == INTEREST_CONTROL && interest_holds(&all[i], c->question->on) &&
            reach_of(c, all[i].owner)->possible)
            return true;
    return false;
}

static bool is_controlled_possibly(const struct controlling *c, uint32_t party)
{
    struct ownership_question votes = *c->question, shares = *c->question;
    votes.kind = INTEREST_VOTES;
    shares.kind = INTEREST_SHARES;
    votes = question_stated(c->solver->graph, &votes, party);
    shares = question_stated(c->solver->graph, &shares, party);
    return may_be_over_of(c, party, shares.kind) ||
           (votes.kind != shares.kind && may_be_over_of(c, party, votes.kind)) ||
           is_controlled_otherwise(c, party);
}

/* --- going down --- */

static void join(struct controlling *c, uint32_t party, const struct interest *through,
                 bool certainly)
{
    struct reach *r = reach_of(c, party);
    if (certainly) {
        r->certain = true;
        r->through = through;
    } else {
        r->possible = true;
    }
    solver_push(&c->joined, party);
}

static bool has_joined(const struct controlling *c, uint32_t party, bool certainly)
{
    const struct reach *r = reach_of(c, party);
    return certainly ? r->certain : r->possible;
}

static void look_at(struct controlling *c, uint32_t party, const struct interest *through,
                    bool certainly)
{
    if (!is_above(c, party) || has_joined(c, party, certainly) || !is_held(c, party))
        return;
    if (through && certainly ? is_controlled_certainly(c, party, through)
                             : !certainly && is_controlled_possibly(c, party))
        join(c, party, through, certainly);
}

static void go_down(struct controlling *c, bool certainly)
{
    c->joined.count = 0;
    for (size_t i = 0; i < c->above.count; i++) {
        uint32_t party = c->above.items[i];
        enum party_side side = party_side(ownership_party(c->solver->graph, party),
                                          c->question->home);
        if (side == SIDE_ABROAD || (!certainly && side == SIDE_UNKNOWN))
            join(c, party, NULL, certainly);
    }
    for (size_t i = 0; !certainly && i < c->above.count; i++)
        look_at(c, c->above.items[i], NULL, false);
    for (size_t i = 0; i < c->joined.count; i++) {
        const struct interest *held;
        size_t at = 0;
        while ((held = ownership_held(c->solver->graph, c->joined.items[i], &at)) != NULL)
            if (held->kind != INTEREST_OTHER && interest_holds(held, c->question->on))
                look_at(c, held->owned, held, certainly);
    }
}

/* --- the chain --- */

void solver_add_link(struct ownership_solver *s, const struct interest *i)
{
    if (s->chain_count == s->chain_room) {
        s->chain_room = s->chain_room ? 2 * s->chain_room : 16;
        s->chain = heap_resize(s->chain, s->chain_room, sizeof *s->chain);
    }
    s->chain[s->chain_count++] = i;
}

/* All that those who joined before it hold of the party: jointly they control it. */
static void add_joint_links(struct controlling *c, uint32_t party, struct party_list *next)
{
    size_t count = 0;
    const struct interest *all = ownership_interests(c->solver->graph, party, &count);
    for (size_t i = 0; i < count; i++) {
        if (all[i].kind == INTEREST_OTHER || !interest_holds(&all[i], c->question->on) ||
            !reach_of(c, all[i].owner)->certain)
            continue;
        solver_add_link(c->solver, &all[i]);
        solver_push(next, all[i].owner);
    }
}

static void gather_chain(struct controlling *c)
{
    struct party_list next = {0};
    solver_push(&next, c->asked);
    for (size_t i = 0; i < next.count; i++) {
        struct reach *r = reach_of(c, next.items[i]);
        const struct interest *through = r->through;
        r->through = NULL; /* each once */
        if (through && c->rule->jointly) {
            add_joint_links(c, next.items[i], &next);
        } else if (through) {
            solver_add_link(c->solver, through);
            solver_push(&next, through->owner);
        }
    }
    free(next.items);
}

/* Link by link. */
static enum truth is_controlled(struct ownership_solver *s, const struct ownership_question *q,
                                const struct control_rule *rule, uint32_t party)
{
    struct controlling c = {.solver = s, .question = q, .rule = rule, .asked = party};
    if (!s->reaches)
        s->reaches = heap_alloc(ownership_party_count(s->graph) + 1, sizeof *s->reaches);
    s->query++;
    s->chain_count = 0;
    c.above = solver_above(s, q, party);
    go_down(&c, true);
    bool certain = reach_of(&c, party)->certain;
    if (certain)
        gather_chain(&c);
    else
        go_down(&c, false);
    bool possible = certain || reach_of(&c, party)->possible;
    free(c.above.items);
    free(c.joined.items);
    return certain ? TRUTH_TRUE : possible ? TRUTH_UNKNOWN : TRUTH_FALSE;
}

/* A chain of links is the shorter answer where there is one. */
enum truth ownership_controlled(struct ownership_solver *s, const struct ownership_question *q,
                                const struct control_rule *rule, uint32_t party)
{
    enum truth truth = is_controlled(s, q, rule, party);
    bool held = party_is_seen_through(ownership_party(s->graph, party), q->home);
    return rule->over_chains && held && truth != TRUTH_TRUE
               ? ownership_controlled_over_chains(s, q, rule, party)
               : truth;
}

const struct interest *const *ownership_chain(const struct ownership_solver *s, size_t *count)
{
    *count = s->chain_count;
    return s->chain;
}
