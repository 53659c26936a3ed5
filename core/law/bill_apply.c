/* SPDX-License-Identifier: Apache-2.0
 *
 * Bills applied to a law base, change by change. What changes from a day on is cut in two there.
 */
#include <config.h>

#include "law/bill_apply.h"

#include <stdlib.h>

#include "base/digest.h"
#include "law/read.h"

/* --- lists and maps --- */

void *list_copy(struct arena *a, const void *list, size_t count, size_t size)
{
    size_t room = 1;
    while (room < count)
        room *= 2;
    void *copy = arena_alloc(a, room, size);
    if (count)
        memcpy(copy, list, count * size);
    return copy;
}

struct force force_common(struct force a, struct force b)
{
    return (struct force){a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to};
}

struct node *node_scalar(struct arena *a, struct text t, struct span span)
{
    struct node *n = arena_make(a, struct node);
    *n = (struct node){.kind = NODE_SCALAR, .span = span, .text = t};
    return n;
}

static struct node *map_copy(struct arena *a, const struct node *map)
{
    struct node *n = arena_make(a, struct node);
    *n = *map;
    n->keys = list_copy(a, map->keys, map->count, sizeof *n->keys);
    n->key_spans = list_copy(a, map->key_spans, map->count, sizeof *n->key_spans);
    n->items = list_copy(a, map->items, map->count, sizeof *n->items);
    return n;
}

static void map_put(struct arena *a, struct node *map, struct text key, struct span span,
                    const struct node *item)
{
    size_t i = 0;
    while (i < map->count && !text_equal(map->keys[i], key))
        i++;
    if (i == map->count) {
        map->keys = arena_grow(a, map->keys, map->count, sizeof *map->keys);
        map->key_spans = arena_grow(a, map->key_spans, map->count, sizeof *map->key_spans);
        map->items = arena_grow(a, map->items, map->count, sizeof(struct node *));
        map->count++;
    }
    map->keys[i] = key;
    map->key_spans[i] = span;
    map->items[i] = (struct node *)item; /* maps do not change what they hold */
}

struct node *node_with(struct arena *a, const struct node *map, const char *key,
                       const struct node *item)
{
    struct node *n = map_copy(a, map);
    map_put(a, n, text_of(key), item->span, item);
    return n;
}

static bool drop_key(const struct applying *ap, struct node *map, size_t which)
{
    struct text key = ap->change->without[which];
    size_t i = 0;
    while (i < map->count && !text_equal(map->keys[i], key))
        i++;
    if (i == map->count)
        return diag_error(ap->diags, ap->change->without_spans[which], "bill-unknown",
                          diag_did_you_mean(&ap->diags->arena, key, map->keys, map->count),
                          "\"%.*s\" has no \"%.*s\"", TEXT_ARG(ap->change->target), TEXT_ARG(key));
    for (map->count--; i < map->count; i++) {
        map->keys[i] = map->keys[i + 1];
        map->key_spans[i] = map->key_spans[i + 1];
        map->items[i] = map->items[i + 1];
    }
    return true;
}

const struct node *change_merge(const struct applying *ap, const struct node *own)
{
    const struct change *c = ap->change;
    struct arena *a = &ap->law->arena;
    struct node *n = map_copy(a, own);
    for (size_t i = 0; c->as && i < c->as->count; i++) {
        const struct node *now = node_find(n, arena_copy(a, c->as->keys[i]).at);
        const struct node *item = c->as->items[i];
        if (text_equal(c->as->keys[i], TEXT("with")) && now && now->kind == NODE_MAP &&
            item->kind == NODE_MAP) {
            struct node *both = map_copy(a, now);
            for (size_t k = 0; k < item->count; k++)
                map_put(a, both, item->keys[k], item->key_spans[k], item->items[k]);
            item = both;
        }
        map_put(a, n, c->as->keys[i], c->as->key_spans[i], item);
    }
    for (size_t i = 0; i < c->without_count; i++)
        if (!drop_key(ap, n, i))
            return NULL;
    return n;
}

/* --- names --- */

static const struct election *find_election(const struct lawbase *l, struct text id)
{
    for (size_t i = 0; i < l->election_count; i++)
        if (text_equal(l->elections[i]->id, id))
            return l->elections[i];
    return NULL;
}

enum piece_kind piece_find(const struct lawbase *l, struct text id)
{
    return provision_find(l, id)    ? PIECE_PROVISION
           : parameter_find(l, id)  ? PIECE_PARAMETER
           : definition_find(l, id) ? PIECE_DEFINITION
           : find_election(l, id)   ? PIECE_ELECTION
           : rule_find(l, id)       ? PIECE_RULE
           : instrument_find(l, id) ? PIECE_INSTRUMENT
                                    : PIECE_NONE;
}

enum piece_kind change_piece(const struct lawbase *l, const struct change *c)
{
    if (c->kind != CHANGE_INSERT)
        return piece_find(l, c->target);
    for (int k = PIECE_PROVISION; k <= PIECE_INSTRUMENT; k++)
        if (text_equal(c->as->keys[0], text_of(piece_kind_name((enum piece_kind)k))))
            return (enum piece_kind)k;
    return PIECE_NONE;
}

static const struct node *piece_node(const struct lawbase *l, struct text id)
{
    switch (piece_find(l, id)) {
    case PIECE_PROVISION:
        return provision_find(l, id)->node;
    case PIECE_PARAMETER:
        return parameter_find(l, id)->node;
    case PIECE_DEFINITION:
        return definition_find(l, id)->node;
    case PIECE_ELECTION:
        return find_election(l, id)->node;
    case PIECE_RULE:
        return rule_find(l, id)->node;
    case PIECE_INSTRUMENT:
        return instrument_find(l, id)->node;
    default:
        return NULL;
    }
}

struct span piece_span(const struct lawbase *l, struct text id)
{
    const struct node *n = piece_node(l, id);
    return n ? n->items[0]->span : (struct span){0};
}

enum { MOST_DEPTH = 64 };

/* What it says; what proves it (tests) and what proves the tests are no part of the law. */
static void digest_node(struct digest *d, const struct node *n, unsigned depth)
{
    if (n->kind == NODE_SCALAR)
        digest_add(d, n->text);
    for (size_t i = 0; n->kind != NODE_SCALAR && i < n->count && depth < MOST_DEPTH; i++) {
        bool proof = n->kind == NODE_MAP && depth == 0 &&
                     (text_equal(n->keys[i], TEXT("tests")) ||
                      text_equal(n->keys[i], TEXT("except")));
        if (proof)
            continue;
        digest_add(d, n->kind == NODE_MAP ? n->keys[i] : TEXT("-"));
        digest_node(d, n->items[i], depth + 1);
    }
}

struct text piece_digest(struct arena *a, const struct lawbase *l, struct text id)
{
    const struct node *n = piece_node(l, id);
    struct digest d;
    char hex[DIGEST_TEXT_SIZE];
    if (!n)
        return TEXT("");
    digest_init(&d);
    digest_node(&d, n, 0);
    return text_slice(arena_copy(a, text_of(digest_end(&d, 16, hex))), 0, 12);
}

static bool unknown_piece(struct applying *ap)
{
    const struct lawbase *l = ap->law;
    struct arena *a = &ap->diags->arena;
    struct text *names = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->parameter_count; i++)
        *arena_push(a, &names, &count) = l->parameters[i]->id;
    for (size_t i = 0; i < l->rule_count; i++)
        *arena_push(a, &names, &count) = l->rules[i]->id;
    for (size_t i = 0; i < l->definition_count; i++)
        *arena_push(a, &names, &count) = l->definitions[i]->id;
    for (size_t i = 0; i < l->election_count; i++)
        *arena_push(a, &names, &count) = l->elections[i]->id;
    for (size_t i = 0; i < l->instrument_count; i++)
        for (size_t k = 0; k < l->instruments[i]->provision_count; k++)
            *arena_push(a, &names, &count) = l->instruments[i]->provisions[k].id;
    struct text hint = diag_did_you_mean(a, ap->change->target, names, count);
    return diag_error(ap->diags, ap->change->span, "bill-unknown",
                      hint.len ? hint : TEXT("`scrutineer law search WORD` finds it"),
                      "the law has no \"%.*s\"", TEXT_ARG(ap->change->target));
}

/* --- elections and acts --- */

static bool replace_election(struct applying *ap)
{
    struct lawbase *l = ap->law;
    const struct change *c = ap->change;
    struct election **kept = NULL;
    const struct node *own = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->election_count; i++)
        if (text_equal(l->elections[i]->id, c->target))
            own = l->elections[i]->node;
        else
            *arena_push(&l->arena, &kept, &count) = l->elections[i];
    l->elections = kept;
    l->election_count = count;
    l->calendar = arena_make(&l->arena, char); /* another one, whatever it holds */
    if (c->kind == CHANGE_REPEAL)
        return true;
    const struct node *n = c->kind == CHANGE_SET ? change_merge(ap, own) : c->as;
    if (n && !node_find(n, "election"))
        n = node_with(&l->arena, n, "election", node_scalar(&l->arena, c->target, c->span));
    return n && election_read(l, ap->diags, n);
}

static bool apply_election(struct applying *ap)
{
    if (ap->change->has_transition || ap->change->commencement_given)
        return diag_error(ap->diags, ap->change->span, "bill-change",
                          TEXT("leave out \"commencement\" and \"transition\""),
                          "an election has its own days");
    return replace_election(ap);
}

static bool apply_instrument(struct applying *ap)
{
    if (ap->change->kind == CHANGE_INSERT)
        return instrument_read(ap->law, ap->diags, ap->change->as);
    return diag_error(ap->diags, ap->change->span, "bill-change",
                      TEXT("name the provisions: \"am.act/24.1\""),
                      "an act is changed provision by provision");
}

/* --- one change --- */

static bool apply_change(struct applying *ap)
{
    static bool (*const apply[])(struct applying *) = {
        unknown_piece,  apply_provision, apply_parameter, apply_definition,
        apply_election, apply_rule,      apply_instrument};
    const struct change *c = ap->change;
    enum piece_kind piece = change_piece(ap->law, c), there = piece_find(ap->law, c->target);
    if (c->kind == CHANGE_INSERT && there != PIECE_NONE) {
        diag_error(ap->diags, c->span, "bill-exists",
                   TEXT("\"set\" or \"replace\" it, or give the new one another name"),
                   "the law has a %s \"%.*s\" already", piece_kind_name(there),
                   TEXT_ARG(c->target));
        diag_note(ap->diags, piece_span(ap->law, c->target), "here");
        return false;
    }
    return apply[piece](ap);
}

/* --- bills --- */

static day first_commencement(const struct bill *bill)
{
    day first = DAY_NEVER;
    for (size_t i = 0; i < bill->change_count; i++)
        if (bill->changes[i].force.from < first)
            first = bill->changes[i].force.from;
    return first;
}

/* A day of a bill, moved by --as-if: as far behind the first commencement as before, in months when
 * it is a whole number of them. */
static day moved(const struct bills *b, const struct bill *bill, day on)
{
    day first = first_commencement(bill);
    if (!b->as_if || on == DAY_NEVER || on == DAY_ALWAYS)
        return on;
    struct civil from = day_to_civil(first), to = day_to_civil(on);
    struct duration behind = {.days = on - first};
    if (from.day == to.day)
        behind = (struct duration){.months = (to.year - from.year) * 12 + to.month - from.month};
    return day_add(b->as_if_from, behind, 1);
}

static bool is_always(const struct bills *b)
{
    return b->as_if && b->as_if_from == DAY_ALWAYS;
}

struct force change_force(const struct bills *b, const struct bill *bill, const struct change *c)
{
    if (is_always(b))
        return (struct force){DAY_ALWAYS, DAY_NEVER};
    return (struct force){moved(b, bill, c->force.from), moved(b, bill, c->force.to)};
}

day change_transition(const struct bills *b, const struct bill *bill, const struct change *c)
{
    return is_always(b) ? DAY_ALWAYS : moved(b, bill, c->transition_until);
}

static bool apply_bill(struct lawbase *l, struct diags *d, const struct bills *b,
                       const struct bill *bill)
{
    bool ok = true;
    for (size_t i = 0; i < bill->change_count; i++) {
        struct applying ap = {.law = l,
                              .diags = d,
                              .bill = bill,
                              .change = &bill->changes[i],
                              .force = change_force(b, bill, &bill->changes[i])};
        ap.transition_until = change_transition(b, bill, ap.change);
        ok &= apply_change(&ap);
    }
    return ok;
}

static void digest_bills(struct lawbase *l, const struct bills *b)
{
    struct digest d;
    char from[DAY_TEXT_SIZE];
    digest_init(&d);
    digest_add(&d, text_of(l->digest));
    for (size_t i = 0; i < b->count; i++)
        digest_add(&d, b->items[i]->span.source->body);
    digest_add(&d, is_always(b) ? TEXT("always")
                   : b->as_if   ? text_of(day_print(b->as_if_from, from))
                                : TEXT(""));
    digest_end(&d, 32, l->digest);
}

/* Bills that another one of them amends come in front of it. */
static bool check_amended(struct diags *d, const struct bills *b, size_t which)
{
    const struct bill *bill = b->items[which];
    bool ok = true;
    for (size_t i = 0; i < bill->amends_count; i++) {
        bool found = false;
        for (size_t k = 0; k < which; k++)
            found |= text_equal(b->items[k]->id, bill->amends[i]);
        if (!found)
            ok = diag_error(d, bill->amends_spans[i], "bill-amends",
                            TEXT("give that bill's file in front of this one"),
                            "amends the bill \"%.*s\", which was not given before it",
                            TEXT_ARG(bill->amends[i]));
    }
    return ok;
}

#define COPY(list, n) out->list = list_copy(&out->arena, base->list, base->n, sizeof *base->list)

bool bills_apply(struct lawbase *out, struct diags *d, const struct lawbase *base,
                 const struct bills *b)
{
    bool ok = true;
    *out = *base;
    out->arena = ARENA("bills");
    COPY(instruments, instrument_count);
    COPY(parameters, parameter_count);
    COPY(definitions, definition_count);
    COPY(elections, election_count);
    COPY(rules, rule_count);
    for (size_t i = 0; i < b->count; i++) {
        ok &= check_amended(d, b, i);
        ok &= apply_bill(out, d, b, b->items[i]);
    }
    rules_sort(out);
    digest_bills(out, b);
    return ok;
}
