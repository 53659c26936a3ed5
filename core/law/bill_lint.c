/* SPDX-License-Identifier: Apache-2.0
 *
 * What can be said of bills by holding the law before them against the law after them.
 */
#include <config.h>

#include "law/bill_apply.h"

struct linting {
    const struct bills *bills;
    const struct lawbase *base, *amended;
    struct diags *diags;
    bool ok;
};

/* --- the law on which it was drafted --- */

static void check_piece(struct linting *l, const struct bill *b, size_t i)
{
    struct arena *a = &l->diags->arena;
    struct text id = b->piece_ids[i], now = piece_digest(a, l->base, id);
    if (text_equal(now, b->piece_digests[i]))
        return;
    l->ok = false;
    if (now.len == 0) {
        diag_error(l->diags, b->piece_spans[i], "bill-moved",
                   TEXT("look for what took its place: `scrutineer law search WORD`"),
                   "the law that this bill amends has no \"%.*s\" any more", TEXT_ARG(id));
        return;
    }
    diag_error(l->diags, b->piece_spans[i], "bill-moved",
               TEXT("read it again; `scrutineer bill base BILL` then writes these lines anew"),
               "\"%.*s\" is not what it was when the bill was drafted", TEXT_ARG(id));
    diag_note(l->diags, piece_span(l->base, id), "as it stands now");
}

static bool is_listed(const struct bill *b, struct text id)
{
    for (size_t i = 0; i < b->piece_count; i++)
        if (text_equal(b->piece_ids[i], id))
            return true;
    return false;
}

static void check_base(struct linting *l, const struct bill *b)
{
    if (b->base_digest.len && text_equal(b->base_digest, text_of(l->base->digest)))
        return;
    for (size_t i = 0; i < b->piece_count; i++)
        check_piece(l, b, i);
    for (size_t i = 0; i < b->change_count; i++) {
        const struct change *c = &b->changes[i];
        if (c->kind != CHANGE_INSERT && !is_listed(b, c->target) &&
            piece_find(l->base, c->target) != PIECE_NONE)
            diag_warning(l->diags, c->span, "bill-base",
                         TEXT("`scrutineer bill base BILL` writes the lines for \"base:\""),
                         "whether \"%.*s\" is still what it was when the bill was drafted "
                         "cannot be told",
                         TEXT_ARG(c->target));
    }
}

void bill_print_base(const struct bill *b, const struct lawbase *l, FILE *out)
{
    struct arena a = ARENA("base");
    char on[DAY_TEXT_SIZE];
    size_t count = 0;
    fprintf(out, "base:\n  date: %s\n  digest: %s\n", day_print(b->drafted, on), l->digest);
    for (size_t i = 0; i < b->change_count; i++) {
        const struct change *c = &b->changes[i];
        bool told = false;
        for (size_t k = 0; k < i; k++)
            told |= text_equal(b->changes[k].target, c->target);
        struct text digest = piece_digest(&a, l, c->target);
        if (told || digest.len == 0)
            continue;
        fprintf(out, "%s    %.*s: \"%.*s\"\n", count++ ? "" : "  pieces:\n", TEXT_ARG(c->target),
                TEXT_ARG(digest));
    }
    arena_free(&a);
}

/* --- bills in each other's way --- */

static bool amends(const struct bill *later, const struct bill *earlier)
{
    for (size_t i = 0; i < later->amends_count; i++)
        if (text_equal(later->amends[i], earlier->id))
            return true;
    return false;
}

static void check_conflict(struct linting *l, const struct bill *b, const struct bill *earlier,
                           const struct change *c)
{
    struct force mine = change_force(l->bills, b, c);
    for (size_t i = 0; i < earlier->change_count; i++) {
        const struct change *o = &earlier->changes[i];
        struct force both = force_common(mine, change_force(l->bills, earlier, o));
        if (!text_equal(o->target, c->target) || both.from >= both.to)
            continue;
        l->ok = diag_error(l->diags, c->span, "bill-conflict",
                           TEXT("if that is meant, say so: \"amends: [BILL]\""),
                           "another bill changes \"%.*s\" as well, for the same days",
                           TEXT_ARG(c->target));
        diag_note(l->diags, o->span, "here, by \"%.*s\"", TEXT_ARG(earlier->id));
        return;
    }
}

static void check_conflicts(struct linting *l, size_t which)
{
    const struct bill *b = l->bills->items[which];
    for (size_t k = 0; k < which; k++)
        for (size_t i = 0; i < b->change_count && !amends(b, l->bills->items[k]); i++)
            check_conflict(l, b, l->bills->items[k], &b->changes[i]);
}

/* --- what it forgets --- */

/* A provision that is gone from the day on: what still rests on it? */
static void still_cited(struct linting *l, const struct change *c, struct span span,
                        const char *what, struct text by)
{
    l->ok = diag_error(l->diags, c->span, "bill-forgets",
                       TEXT("repeal or change it as well, in the same bill"),
                       "%s \"%.*s\" still cites \"%.*s\", which is repealed", what, TEXT_ARG(by),
                       TEXT_ARG(c->target));
    diag_note(l->diags, span, "here");
}

static bool overlaps(struct force a, struct force b)
{
    struct force f = force_common(a, b);
    return f.from < f.to;
}

static void check_rule_citations(struct linting *l, const struct change *c, struct force gone)
{
    for (size_t i = 0; i < l->amended->rule_count; i++) {
        const struct rule *r = l->amended->rules[i];
        if (!overlaps(r->force, gone))
            continue;
        for (size_t k = 0; k < r->sanction_count; k++)
            if (text_equal(r->sanctions[k], c->target))
                still_cited(l, c, r->sanction_spans[k], "the rule", r->id);
        for (size_t k = 0; k < r->unless_count; k++)
            if (text_equal(r->unless[k].provision, c->target))
                still_cited(l, c, r->unless[k].provision_span, "an exception of", r->id);
    }
}

static void check_citations(struct linting *l, const struct change *c, struct force gone)
{
    check_rule_citations(l, c, gone);
    for (size_t i = 0; i < l->amended->parameter_count; i++) {
        const struct parameter *p = l->amended->parameters[i];
        for (size_t k = 0; k < p->version_count; k++)
            if (text_equal(p->versions[k].provision, c->target) &&
                overlaps(p->versions[k].force, gone))
                still_cited(l, c, p->versions[k].span, "the limit", p->id);
    }
    for (size_t i = 0; i < l->amended->definition_count; i++) {
        const struct definition *def = l->amended->definitions[i];
        for (size_t k = 0; k < def->provision_count; k++)
            if (text_equal(def->provisions[k], c->target) && overlaps(def->force, gone))
                still_cited(l, c, def->provision_spans[k], "the definition", def->id);
    }
}

static bool is_sanction(const struct lawbase *law, struct text id, day from)
{
    for (size_t i = 0; i < law->rule_count; i++)
        for (size_t k = 0; k < law->rules[i]->sanction_count; k++)
            if (law->rules[i]->force.to > from && text_equal(law->rules[i]->sanctions[k], id))
                return true;
    return false;
}

/* The offences under a sanction are gone, the sanction stays. */
static void check_sanctions(struct linting *l, const struct change *c, day from)
{
    const struct rule *r = rule_find(l->base, c->target);
    for (size_t i = 0; r && i < r->sanction_count; i++) {
        const struct provision *p = provision_find(l->amended, r->sanctions[i]);
        if (!p || !provision_at(p, from) || is_sanction(l->amended, p->id, from))
            continue;
        diag_warning(l->diags, c->span, "bill-forgets",
                     TEXT("repeal the sanction, or let another rule lead to it"),
                     "the sanction \"%.*s\" has no offence left", TEXT_ARG(p->id));
        diag_note(l->diags, p->span, "the sanction");
    }
}

/* Values that the law already has for later days. */
static void check_later(struct linting *l, const struct change *c, struct force f)
{
    const struct parameter *p = parameter_find(l->base, c->target);
    for (size_t i = 0; p && i < p->version_count; i++) {
        const struct parameter_version *v = &p->versions[i];
        if (v->force.from <= f.from || v->force.from >= f.to)
            continue;
        diag_warning(l->diags, c->span, "bill-overrides",
                     TEXT("give the change an \"until:\", if the later value is to stay"),
                     "this also sets aside a value that \"%.*s\" has from a later day on",
                     TEXT_ARG(c->target));
        diag_note(l->diags, v->span, "the later value");
    }
}

static void check_forgotten(struct linting *l, const struct bill *b)
{
    for (size_t i = 0; i < b->change_count; i++) {
        const struct change *c = &b->changes[i];
        struct force f = change_force(l->bills, b, c);
        enum piece_kind piece = change_piece(l->base, c);
        const struct provision *p = provision_find(l->amended, c->target);
        if (piece == PIECE_PROVISION && c->kind == CHANGE_REPEAL && !provision_at(p, f.from))
            check_citations(l, c, f);
        if (piece == PIECE_RULE && c->kind != CHANGE_INSERT)
            check_sanctions(l, c, f.from);
        if (piece == PIECE_PARAMETER && c->kind == CHANGE_SET && !l->bills->as_if)
            check_later(l, c, f);
    }
}

bool bills_lint(const struct bills *b, const struct lawbase *base, const struct lawbase *amended,
                struct diags *d)
{
    struct linting l = {b, base, amended, d, true};
    for (size_t i = 0; i < b->count; i++) {
        check_base(&l, b->items[i]);
        check_conflicts(&l, i);
        check_forgotten(&l, b->items[i]);
    }
    return l.ok;
}
