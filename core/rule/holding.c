/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "rule/holding.h"

#include <stdlib.h>

#include "base/country.h"
#include "filing/owners.h"

static const struct value unknown = {.knowledge = VALUE_UNKNOWN};

/* --- when the condition is read --- */

static struct term *refuse(const struct scope *s, struct span span, const char *hint,
                           const char *message)
{
    diag_error(s->diags, span, "condition-arguments", text_of(hint), "%s", message);
    return NULL;
}

/* "one holder" or "holders jointly", either "... over all chains". */
static bool resolve_holders(struct text who, struct holding_call *h)
{
    const struct text chains = TEXT(" over all chains");
    h->over_chains = who.len > chains.len &&
                     text_equal(text_slice(who, who.len - chains.len, who.len), chains);
    if (h->over_chains)
        who.len -= chains.len;
    h->jointly = text_equal(who, TEXT("holders jointly"));
    return h->jointly || text_equal(who, TEXT("one holder"));
}

/* Who holds; "more than" or "at least"; the limit. */
static bool resolve_limit(const struct scope *s, const struct term *t, struct holding_call *h)
{
    struct text how = t->args[2]->literal.text;
    h->at_least = text_equal(how, TEXT("at least"));
    h->limit = t->args[3];
    if (!resolve_holders(t->args[1]->literal.text, h))
        return refuse(s, t->args[1]->span, "either may count what is held \"... over all chains\"",
                      "expected \"one holder\" or \"holders jointly\"");
    return h->at_least || text_equal(how, TEXT("more than")) ||
           refuse(s, t->args[2]->span, "", "expected \"more than\" or \"at least\"");
}

static bool resolve_home(const struct scope *s, const struct term *t, size_t first,
                         struct holding_call *h)
{
    struct text joined = TEXT(""), wrong, code;
    for (size_t i = first; i < t->arg_count; i++) {
        struct text written = t->args[i]->literal.text;
        if (written.len != 2 || !country_find(written, &code) || !text_equal(code, written))
            return refuse(s, t->args[i]->span, "two capital letters of ISO 3166, like AM",
                          "this is no country code");
        joined = arena_format(s->arena, "%.*s%s%.*s", TEXT_ARG(joined), joined.len ? ";" : "",
                              TEXT_ARG(code));
    }
    return countries_read(s->arena, joined, ';', &h->home, &wrong);
}

struct term *holding_resolve(const struct scope *s, struct term *t)
{
    bool control = t->arg_count > 3 && t->args[3]->type == TYPE_SHARE;
    struct holding_call *h = arena_make(s->arena, struct holding_call);
    h->fields = actor_fields_of(s->vocabulary, s->record, t->args[0]->name);
    bool plain = t->arg_count == 1;
    if ((control && !resolve_limit(s, t, h)) || (!plain && !resolve_home(s, t, control ? 4 : 1, h)))
        return NULL;
    t->holding = h;
    return t;
}

static void note_question(const struct term *t, void *owner)
{
    *(bool *)owner |= t->holding != NULL;
}

bool term_asks_owners(const struct term *t)
{
    bool asks = false;
    term_walk(t, note_question, &asks);
    return asks;
}

/* --- answers --- */

struct asked {
    const struct owners *owners;
    const struct ownership *graph;
    struct ownership_question question;
    uint32_t party;
};

static bool find_party(const struct term *t, const struct context *c, struct asked *a)
{
    a->owners = c->registers ? c->registers->owners : NULL;
    if (!a->owners || !c->batch || !c->on_known)
        return false;
    a->graph = owners_graph(a->owners);
    a->question = (struct ownership_question){.home = t->holding->home, .on = c->on};
    return owners_find(a->owners, &t->holding->fields, c->batch, c->row, &a->party);
}

static bool is_person(const struct asked *a)
{
    return ownership_party(a->graph, a->party)->sort == PARTY_PERSON;
}

struct value holding_share(struct share_range r)
{
    struct value v = {.type = TYPE_SHARE, .knowledge = VALUE_KNOWN, .number = r.least};
    v.ranged = r.least != r.most;
    v.most = r.most;
    v.least_open = r.least_open;
    v.most_open = r.most_open;
    /* Anything from nothing to all is no knowledge. */
    if (r.least == 0 && r.most == SHARE_WHOLE && !r.least_open && !r.most_open)
        v = unknown;
    v.type = TYPE_SHARE;
    return v;
}

/* A person has no capital. */
static const struct value no_share = {.type = TYPE_SHARE, .knowledge = VALUE_ABSENT};

/* That nobody tells of owners is known. */
struct value call_owners_known(const struct term *t, const struct context *c)
{
    struct asked a;
    size_t count = 0;
    if (find_party(t, c, &a))
        ownership_interests(a.graph, a.party, &count);
    return (struct value){.type = TYPE_BOOL, .knowledge = VALUE_KNOWN, .number = count > 0};
}

struct value call_foreign_share(const struct term *t, const struct context *c)
{
    struct asked a;
    if (!find_party(t, c, &a))
        return unknown;
    if (is_person(&a))
        return no_share;
    struct ownership_solver *s = owners_borrow(a.owners);
    struct share_range r = ownership_foreign_share(s, &a.question, a.party);
    owners_give_back(a.owners, s);
    return holding_share(r);
}

struct value call_direct_foreign_share(const struct term *t, const struct context *c)
{
    struct asked a;
    if (!find_party(t, c, &a))
        return unknown;
    return is_person(&a) ? no_share
                         : holding_share(ownership_direct_share(a.graph, &a.question, a.party));
}

struct value call_largest_foreign_share(const struct term *t, const struct context *c)
{
    struct asked a;
    if (!find_party(t, c, &a))
        return unknown;
    return is_person(&a) ? no_share
                         : holding_share(ownership_largest_share(a.graph, &a.question, a.party));
}

static bool rule_of(const struct term *t, const struct context *c, struct control_rule *r)
{
    struct value limit = term_value(t->holding->limit, c);
    *r = (struct control_rule){limit.number, t->holding->at_least, t->holding->jointly,
                               t->holding->over_chains};
    return limit.knowledge == VALUE_KNOWN;
}

static enum truth ask_control(const struct term *t, const struct context *c, struct asked *a,
                              struct ownership_solver **solver)
{
    struct control_rule rule;
    *solver = NULL;
    if (!find_party(t, c, a) || !rule_of(t, c, &rule))
        return TRUTH_UNKNOWN;
    *solver = owners_borrow(a->owners);
    return ownership_controlled(*solver, &a->question, &rule, a->party);
}

struct value call_controlled_abroad(const struct term *t, const struct context *c)
{
    struct asked a;
    struct ownership_solver *s;
    enum truth truth = ask_control(t, c, &a, &s);
    if (s)
        owners_give_back(a.owners, s);
    return (struct value){.type = TYPE_BOOL,
                          .knowledge = truth == TRUTH_UNKNOWN ? VALUE_UNKNOWN : VALUE_KNOWN,
                          .number = truth == TRUTH_TRUE};
}

/* --- told --- */

enum { MOST_TOLD = 24 };

/* "Example Roads LLC <- Example Holding LLC (AM) <- Example Ltd (CY)"; what is held beside that
 * follows behind a semicolon. */
static struct text tell_links(struct arena *a, const struct ownership *graph, uint32_t party,
                              const struct interest *const *chain, size_t count)
{
    struct text told = TEXT("");
    uint32_t last = count ? chain[0]->owned + 1 : party;
    for (size_t i = 0; i < count && i < MOST_TOLD; last = chain[i++]->owner) {
        struct text name = party_name(graph, chain[i]->owner);
        struct text from = party_belongs(ownership_party(graph, chain[i]->owner));
        if (chain[i]->owned != last)
            told = arena_format(a, "%.*s%s%.*s", TEXT_ARG(told), told.len ? "; " : "",
                                TEXT_ARG(party_name(graph, chain[i]->owned)));
        told = arena_format(a, "%.*s <- %.*s (%.*s)", TEXT_ARG(told), TEXT_ARG(name),
                            TEXT_ARG(from));
    }
    if (count > MOST_TOLD)
        told = arena_format(a, "%.*s; and %zu more", TEXT_ARG(told), count - MOST_TOLD);
    return count ? told : party_name(graph, party);
}

struct value call_control_chain(const struct term *t, const struct context *c)
{
    struct asked a;
    struct ownership_solver *s;
    size_t count = 0;
    enum truth truth = ask_control(t, c, &a, &s);
    struct value v = {.type = TYPE_TEXT,
                      .knowledge = truth == TRUTH_FALSE  ? VALUE_ABSENT
                                   : truth == TRUTH_TRUE ? VALUE_KNOWN
                                                         : VALUE_UNKNOWN};
    const struct interest *const *chain = s ? ownership_chain(s, &count) : NULL;
    if (truth == TRUTH_TRUE)
        v.text = tell_links(c->arena, a.graph, a.party, chain, count);
    if (s)
        owners_give_back(a.owners, s);
    return v;
}

struct text holding_values(const struct term *t, const struct context *c)
{
    struct asked a;
    struct value chain;
    if (t->holding->limit) {
        chain = call_control_chain(t, c);
        return chain.knowledge == VALUE_ABSENT ? TEXT("by nobody") : value_print(c->arena, &chain);
    }
    if (!find_party(t, c, &a))
        return TEXT("no register has the actor");
    const struct party *p = ownership_party(a.graph, a.party);
    struct text name = party_name(a.graph, a.party);
    return arena_format(c->arena, "%.*s%s%.*s, %.*s:%llu", TEXT_ARG(name),
                        p->name.len && p->number.len ? ", " : "",
                        TEXT_ARG(p->name.len ? p->number : TEXT("")), TEXT_ARG(p->file),
                        (unsigned long long)p->line);
}

static struct text tell_interest(struct arena *a, const struct interest *i)
{
    struct value range = holding_share(i->range);
    if (i->kind >= INTEREST_CONTROL)
        return i->what.len ? i->what : text_of(interest_kind_name(i->kind));
    struct text part = range.knowledge == VALUE_KNOWN ? value_print(a, &range)
                                                      : TEXT("an unknown part");
    return arena_format(a, "%.*s of the %s%s", TEXT_ARG(part), interest_kind_name(i->kind),
                        i->indirect ? ", indirectly" : "");
}

static struct text tell_period(struct arena *a, const struct interest *i)
{
    char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE];
    if (i->from == DAY_ALWAYS && i->sure != DAY_ALWAYS && i->sure != DAY_NEVER)
        return arena_format(a, "as stated on %s", day_print(i->sure, from));
    if (i->from == DAY_ALWAYS && i->to == DAY_NEVER)
        return TEXT("no day is told");
    if (i->to == DAY_NEVER)
        return arena_format(a, "since %s", day_print(i->from, from));
    if (i->from == DAY_ALWAYS)
        return arena_format(a, "up to %s", day_print(i->to, to));
    return arena_format(a, "from %s up to %s", day_print(i->from, from), day_print(i->to, to));
}

static bool is_body(const struct party *p)
{
    return p->sort == PARTY_BODY || p->sort == PARTY_STATE;
}

struct holding_told holding_tell(struct arena *a, const struct ownership *o,
                                 const struct interest *i)
{
    return (struct holding_told){
        .owner = party_name(o, i->owner),
        .owner_from = party_belongs(ownership_party(o, i->owner)),
        .owned = party_name(o, i->owned),
        .interest = tell_interest(a, i),
        .period = tell_period(a, i),
        .source = i->ref.len ? arena_format(a, "%.*s:%llu  %.*s", TEXT_ARG(i->file),
                                            (unsigned long long)i->line, TEXT_ARG(i->ref))
                             : arena_format(a, "%.*s:%llu", TEXT_ARG(i->file),
                                            (unsigned long long)i->line),
        .owner_is_body = is_body(ownership_party(o, i->owner)),
        .owned_is_body = is_body(ownership_party(o, i->owned)),
        .owner_party = i->owner,
        .owned_party = i->owned,
        .owner_side = SIDE_UNKNOWN,
        .owned_side = SIDE_UNKNOWN};
}

struct telling {
    struct arena *arena;
    const struct ownership *graph;
    struct text home;
    struct holding_told **told;
    size_t *count, *left_out;
};

static void tell(struct telling *t, const struct interest *i)
{
    struct holding_told told = holding_tell(t->arena, t->graph, i);
    told.owner_side = party_side(ownership_party(t->graph, i->owner), t->home);
    told.owned_side = party_side(ownership_party(t->graph, i->owned), t->home);
    for (size_t k = 0; k < *t->count; k++)
        if (text_equal((*t->told)[k].source, told.source) &&
            text_equal((*t->told)[k].interest, told.interest) &&
            text_equal((*t->told)[k].owner, told.owner))
            return;
    if (*t->count == MOST_TOLD)
        ++*t->left_out;
    else
        *arena_push(t->arena, t->told, t->count) = told;
}

/* All that is held on the day in those who lie above the party, step by step; of a share that
 * counts direct holdings only, the first step. */
static void tell_above(struct telling *t, const struct asked *a, bool all_steps)
{
    uint32_t parties[MOST_TOLD] = {a->party};
    size_t count = 1;
    for (size_t at = 0; at < count && (all_steps || at == 0); at++) {
        size_t held = 0;
        const struct interest *in = ownership_interests(t->graph, parties[at], &held);
        if (at > 0 &&
            !party_is_seen_through(ownership_party(t->graph, parties[at]), a->question.home))
            continue;
        for (size_t i = 0; i < held; i++) {
            bool known = false;
            if (in[i].kind == INTEREST_OTHER || !interest_holds(&in[i], a->question.on))
                continue;
            tell(t, &in[i]);
            for (size_t k = 0; k < count; k++)
                known |= parties[k] == in[i].owner;
            if (!known && count < MOST_TOLD)
                parties[count++] = in[i].owner;
        }
    }
}

static void tell_chain(struct telling *t, const struct term *term, const struct context *c)
{
    struct asked a;
    struct ownership_solver *s;
    size_t count = 0;
    enum truth truth = ask_control(term, c, &a, &s);
    const struct interest *const *chain = s ? ownership_chain(s, &count) : NULL;
    for (size_t i = 0; truth == TRUTH_TRUE && i < count; i++)
        tell(t, chain[i]);
    if (truth != TRUTH_TRUE && s)
        tell_above(t, &a, true);
    if (s)
        owners_give_back(a.owners, s);
}

struct walking {
    struct telling telling;
    const struct context *context;
};

static void tell_term(const struct term *t, void *owner)
{
    struct walking *w = owner;
    struct asked a;
    if (!t->holding || !t->holding->home.len || !find_party(t, w->context, &a))
        return;
    w->telling.graph = a.graph;
    w->telling.home = t->holding->home;
    if (t->holding->limit)
        tell_chain(&w->telling, t, w->context);
    else
        tell_above(&w->telling, &a, t->function->call == call_foreign_share);
}

void term_holdings(const struct term *t, const struct context *c, struct holding_told **told,
                   size_t *count, size_t *left_out)
{
    struct walking w = {{.arena = c->arena, .told = told, .count = count, .left_out = left_out}, c};
    if (c->registers && c->registers->owners)
        term_walk(t, tell_term, &w);
}
