/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "rule/bounds.h"

#include <stdlib.h>

#include "rule/domain.h"

enum { MOST_SUBJECTS = 48, MOST_ATOMS = 128, BUDGET = 20000, ROUNDS = 4 };

/* What a condition speaks of: a field, a cell of the source, a sum. */
struct subject {
    enum operation op;
    const struct field *field;
    size_t index;
    enum type type;
};

struct solver {
    const struct bounds *bounds;
    const struct lawbase *law;
    day on; /* some day of the stretch of time at hand */
    struct arena arena;
    struct text *texts;
    size_t text_count;
    struct subject subjects[MOST_SUBJECTS];
    size_t subject_count;
    struct domain start[MOST_SUBJECTS];
    day *changes; /* days on which some parameter changes */
    size_t change_count;
    bool overfull; /* more names than this reasoning holds: everything is possible */
    unsigned budget;
};

/* One branch of the search: what each subject can still be, and the atoms that were assumed. */
struct branch {
    struct domain domains[MOST_SUBJECTS];
    const struct assumption *atoms[MOST_ATOMS];
    size_t atom_count;
};

/* --- gathering --- */

static size_t text_number(struct solver *s, struct text t)
{
    for (size_t i = 0; i < s->text_count; i++)
        if (text_equal(s->texts[i], t))
            return i;
    if (s->text_count >= SET_OTHER) {
        s->overfull = true;
        return SET_OTHER;
    }
    *arena_push(&s->arena, &s->texts, &s->text_count) = t;
    return s->text_count - 1;
}

static bool is_subject(const struct term *t)
{
    return t->op == OP_FIELD || t->op == OP_SOURCE || t->op == OP_SLOT;
}

static size_t subject_of(const struct solver *s, const struct term *t)
{
    for (size_t i = 0; i < s->subject_count; i++)
        if (s->subjects[i].op == t->op && s->subjects[i].field == t->field &&
            s->subjects[i].index == t->index)
            return i;
    return SIZE_MAX;
}

static void gather(const struct term *t, void *owner)
{
    struct solver *s = owner;
    if (t->op == OP_LITERAL && t->type == TYPE_TEXT)
        text_number(s, t->literal.text);
    if (is_subject(t) && subject_of(s, t) == SIZE_MAX) {
        if (s->subject_count == MOST_SUBJECTS) {
            s->overfull = true;
            return;
        }
        s->subjects[s->subject_count++] = (struct subject){t->op, t->field, t->index, t->type};
        for (size_t i = 0; t->field && i < t->field->code_count; i++)
            text_number(s, t->field->codes[i]);
    }
    for (size_t i = 0; t->parameter && i < t->parameter->version_count; i++) {
        struct force f = t->parameter->versions[i].force;
        *arena_push(&s->arena, &s->changes, &s->change_count) = f.from;
        *arena_push(&s->arena, &s->changes, &s->change_count) = f.to;
    }
}

/* What a subject can be before anything is assumed. */
static struct domain first_domain(struct solver *s, const struct subject *subject)
{
    struct domain d = {.unknown = true, .absent = true, .least = LEAST, .most = MOST};
    if (subject->type == TYPE_BOOL) {
        d.least = 0;
        d.most = 1;
    } else if (subject->type == TYPE_SHARE && subject->op == OP_FIELD) {
        d.least = 0;
        share_read(TEXT("100 %"), &d.most);
    } else if (subject->type == TYPE_CODE) {
        for (size_t i = 0; i < subject->field->code_count; i++)
            set_add(&d.texts, text_number(s, subject->field->codes[i]));
    } else if (type_is_text(subject->type)) {
        memset(&d.texts, 0xff, sizeof d.texts);
    }
    return d;
}

/* --- values --- */

static struct domain constant(const struct value *v)
{
    struct domain d = {.least = LEAST, .most = MOST};
    if (v->knowledge == VALUE_UNKNOWN) {
        d.unknown = true;
        domain_drop_value(&d);
    } else if (v->type == TYPE_MONEY) {
        d.least = v->number;
        d.most = value_most(v);
        d.currency = v->currency;
    } else if (v->type != TYPE_DURATION) {
        d.least = d.most = v->number;
    }
    return d;
}

static struct domain values_of(struct solver *, struct branch *, const struct term *);

static struct domain parameter_values(const struct solver *s, const struct term *t)
{
    const struct parameter_version *v = parameter_at(t->parameter, s->on);
    struct value none = {.knowledge = VALUE_UNKNOWN};
    return constant(v ? &v->value : &none);
}

/* The span of time that stands written, or that a limit is in this stretch of time. */
static const struct duration *span_of(const struct solver *s, const struct term *t)
{
    if (t->op == OP_LITERAL)
        return &t->literal.duration;
    if (t->op != OP_PARAMETER)
        return NULL;
    const struct parameter_version *v = parameter_at(t->parameter, s->on);
    return v && v->value.knowledge == VALUE_KNOWN ? &v->value.duration : NULL;
}

static struct domain values_of(struct solver *s, struct branch *b, const struct term *t)
{
    struct domain any = {.unknown = true, .absent = true, .least = LEAST, .most = MOST};
    size_t subject = is_subject(t) ? subject_of(s, t) : SIZE_MAX;
    if (subject != SIZE_MAX)
        return b->domains[subject];
    if (t->op == OP_LITERAL && type_is_text(t->type)) {
        struct domain d = {.least = LEAST, .most = MOST};
        set_add(&d.texts, text_number(s, t->literal.text));
        return d;
    }
    if (t->op == OP_LITERAL)
        return constant(&t->literal);
    if (t->op == OP_PARAMETER)
        return parameter_values(s, t);
    if (t->op >= OP_ADD) {
        struct domain left = values_of(s, b, t->args[0]), right = values_of(s, b, t->args[1]);
        return domain_calculate(t, &left, &right, span_of(s, t->args[1]));
    }
    memset(&any.texts, 0xff, sizeof any.texts);
    if (t->op == OP_CALL && t->type == TYPE_NUMBER)
        any.least = 0; /* days to an election */
    return any;
}

static void store(struct solver *s, struct branch *b, const struct term *t, const struct domain *d)
{
    size_t subject = is_subject(t) ? subject_of(s, t) : SIZE_MAX;
    if (subject != SIZE_MAX)
        b->domains[subject] = *d;
}

/* What a sum is made of is known where the sum is; and there, where the sum is. */
static void store_parts(struct solver *s, struct branch *b, const struct term *t,
                        bool may_be_absent)
{
    for (size_t i = 0; t->op >= OP_ADD && i < t->arg_count; i++) {
        size_t subject = is_subject(t->args[i]) ? subject_of(s, t->args[i]) : SIZE_MAX;
        if (subject == SIZE_MAX)
            continue;
        b->domains[subject].unknown = false;
        b->domains[subject].absent &= may_be_absent;
    }
}

/* --- atoms --- */

static bool is_same(const struct term *a, const struct term *b)
{
    return is_subject(a) && a->op == b->op && a->field == b->field && a->index == b->index;
}

/* `left R right` must hold, or be denied; a fact that is absent denies all comparisons but ~=. */
static bool narrow_comparison(struct solver *s, struct branch *b, const struct term *t, bool holds)
{
    static const enum operation opposites[] = {OP_UNEQUAL, OP_EQUAL,      OP_GREATER_EQUAL,
                                               OP_GREATER, OP_LESS_EQUAL, OP_LESS};
    enum operation op = holds ? t->op : opposites[t->op - OP_EQUAL];
    bool absent_serves = (t->op == OP_UNEQUAL) == holds;
    struct domain left = values_of(s, b, t->args[0]), right = values_of(s, b, t->args[1]);
    struct domain l = left, r = right;
    l.unknown = r.unknown = false;
    if (!absent_serves)
        l.absent = r.absent = false;
    if (is_same(t->args[0], t->args[1]) && (op == OP_UNEQUAL || op == OP_LESS || op == OP_GREATER))
        domain_drop_value(&l);
    else
        domain_compare(op, &l, &r, t->args[0]->type);
    /* Where the other side may be absent, this side's value need not fit. */
    bool left_free = absent_serves && right.absent, right_free = absent_serves && left.absent;
    if (left_free)
        l = (struct domain){.absent = left.absent,
                            .least = left.least,
                            .most = left.most,
                            .texts = left.texts,
                            .needs = left.needs,
                            .currency = left.currency};
    if (right_free)
        r = (struct domain){.absent = right.absent,
                            .least = right.least,
                            .most = right.most,
                            .texts = right.texts,
                            .needs = right.needs,
                            .currency = right.currency};
    if (domain_empty(&l, t->args[0]->type) || domain_empty(&r, t->args[1]->type))
        return false;
    store(s, b, t->args[0], &l);
    store(s, b, t->args[1], &r);
    for (size_t i = 0; i < 2; i++)
        store_parts(s, b, t->args[i], absent_serves);
    return true;
}

/* The texts in quotes behind the first argument. */
static struct set named_texts(struct solver *s, const struct term *t)
{
    struct set named = {{0}};
    for (size_t i = 1; i < t->arg_count; i++)
        if (t->args[i]->op == OP_LITERAL)
            set_add(&named, text_number(s, t->args[i]->literal.text));
    return named;
}

static void narrow_countries(const struct term *t, bool holds, struct set named, struct domain *d)
{
    struct set outside = set_minus(d->texts, named), inside = set_both(d->texts, named);
    if (text_equal(t->name, TEXT("only"))) {
        if (holds)
            d->texts = inside;
        else if (!set_count(&outside))
            domain_drop_value(d);
    } else if (t->args[1]->op == OP_LITERAL) { /* any_of, includes */
        if (!holds)
            d->texts = outside;
        else if (set_count(&named) == 1)
            set_add(&d->needs, set_first(&named));
        else if (!set_count(&inside))
            domain_drop_value(d);
    }
}

/* Some voting day's campaign or silence must touch the days that the date can be. */
static bool can_be_during(struct solver *s, const struct term *t, const struct domain *d)
{
    bool silence = text_equal(t->args[1]->literal.text, TEXT("silence"));
    struct text level = t->arg_count > 2 ? t->args[2]->literal.text : TEXT("");
    for (size_t i = 0; i < s->law->election_count; i++) {
        const struct election *e = s->law->elections[i];
        struct force f = silence ? e->silence : e->campaign;
        bool ours = text_starts(e->id, s->bounds->jurisdiction) &&
                    (level.len == 0 || text_equal(level, e->level));
        if (ours && f.from < f.to && f.from <= d->most && f.to > d->least)
            return true;
    }
    return false;
}

/* The functions that are reasoned about; of any other everything is possible. */
static bool is_understood(const struct term *t)
{
    static const char *const names[] = {"known", "absent",   "one_of",  "any_of",
                                        "only",  "includes", "matches", "during"};
    for (size_t i = 0; t->arg_count && i < sizeof names / sizeof *names; i++)
        if (text_equal(t->name, text_of(names[i])))
            return true;
    return false;
}

static bool narrow_call(struct solver *s, struct branch *b, const struct term *t, bool holds)
{
    if (!is_understood(t))
        return true;
    const struct term *subject = t->args[0];
    struct domain d = values_of(s, b, subject);
    bool value_decides = true;
    if (text_equal(t->name, TEXT("known"))) {
        d.unknown = d.unknown && !holds;
        d.absent = d.absent && holds;
        value_decides = holds;
    } else if (text_equal(t->name, TEXT("absent"))) {
        d.unknown = false;
        d.absent = d.absent && holds;
        value_decides = !holds;
    } else {
        d.unknown = false;
        d.absent = d.absent && !holds;
    }
    if (!value_decides)
        domain_drop_value(&d);
    else if (text_equal(t->name, TEXT("one_of")))
        d.texts = holds ? set_both(d.texts, named_texts(s, t))
                        : set_minus(d.texts, named_texts(s, t));
    else if (subject->type == TYPE_COUNTRIES && t->arg_count > 1)
        narrow_countries(t, holds, named_texts(s, t), &d);
    else if (text_equal(t->name, TEXT("during")) && holds && !can_be_during(s, t, &d))
        domain_drop_value(&d);
    if (domain_empty(&d, subject->type))
        return false;
    store(s, b, subject, &d);
    return true;
}

static bool narrow_bool(struct solver *s, struct branch *b, const struct term *t, bool holds)
{
    struct domain d = values_of(s, b, t);
    d.unknown = false;
    d.absent = d.absent && !holds;
    if (holds)
        d.least = 1;
    else
        d.most = 0;
    if (domain_empty(&d, TYPE_BOOL))
        return false;
    store(s, b, t, &d);
    return true;
}

static bool narrow_atom(struct solver *s, struct branch *b, const struct term *t, bool holds)
{
    if (t->op == OP_LITERAL)
        return (t->literal.number != 0) == holds;
    if (t->op == OP_CALL)
        return narrow_call(s, b, t, holds);
    if (is_subject(t))
        return narrow_bool(s, b, t, holds);
    return narrow_comparison(s, b, t, holds);
}

/* What a filing says, and which registers were given, is always known. */
static bool is_never_unknown(const struct term *t)
{
    return t->op == OP_CALL &&
           (text_equal(t->name, TEXT("known")) || text_equal(t->name, TEXT("owners_known")) ||
            text_equal(t->name, TEXT("loaded")));
}

struct doubtful {
    struct solver *solver;
    struct branch *branch;
    bool found;
};

static void find_doubtful(const struct term *t, void *owner)
{
    struct doubtful *d = owner;
    if (is_subject(t) || t->op == OP_PARAMETER)
        d->found |= values_of(d->solver, d->branch, t).unknown;
    d->found |= t->op == OP_CALL && !is_understood(t) &&
                !is_never_unknown(t); /* like a calendar that may end */
}

/* Whether the atom can be unknown: some fact that it needs may be. */
static bool can_be_unknown(struct solver *s, struct branch *b, const struct term *t)
{
    struct doubtful d = {s, b, false};
    if (is_never_unknown(t))
        return false;
    term_walk(t, find_doubtful, &d);
    return d.found;
}

/* --- the search --- */

static bool assume_atom(struct solver *s, struct branch *b, const struct assumption *a)
{
    bool unknown = (a->truths & CAN_UNKNOWN) && can_be_unknown(s, b, a->term);
    if (unknown)
        return true;
    struct branch other = *b;
    bool can_true = (a->truths & CAN_TRUE) && narrow_atom(s, &other, a->term, true);
    if (!can_true)
        return (a->truths & CAN_FALSE) && narrow_atom(s, b, a->term, false);
    if ((a->truths & CAN_FALSE) && narrow_atom(s, b, a->term, false))
        return true; /* either: nothing is learnt that both have in common */
    *b = other;
    return true;
}

static bool search(struct solver *, struct branch *, const struct assumption *todo);

static bool with_all(struct solver *s, struct branch *b, const struct term *t, unsigned truths,
                     const struct assumption *rest)
{
    struct assumption *list = arena_array(&s->arena, t->arg_count, struct assumption);
    for (size_t i = t->arg_count; i-- > 0; rest = &list[i])
        list[i] = (struct assumption){t->args[i], truths, rest};
    return search(s, b, rest);
}

/* One part after the other is tried as the one that decides. */
static bool with_any(struct solver *s, const struct branch *b, const struct term *t,
                     unsigned truths, const struct assumption *rest)
{
    for (size_t i = 0; i < t->arg_count; i++) {
        struct branch copy = *b;
        if (search(s, &copy, &(struct assumption){t->args[i], truths, rest}))
            return true;
    }
    return false;
}

static bool search_logic(struct solver *s, struct branch *b, const struct assumption *a)
{
    /* `or` is `and` with true and false changed places. */
    bool is_and = a->term->op == OP_AND;
    unsigned decides = is_and ? CAN_FALSE : CAN_TRUE, other = is_and ? CAN_TRUE : CAN_FALSE;
    struct branch copy = *b;
    if ((a->truths & decides) &&
        with_any(s, &copy, a->term, decides | (a->truths & CAN_UNKNOWN), a->next))
        return true;
    copy = *b;
    if ((a->truths & other) &&
        with_all(s, &copy, a->term, other | (a->truths & CAN_UNKNOWN), a->next))
        return true;
    if (a->truths != CAN_UNKNOWN)
        return false;
    struct assumption *all = arena_array(&s->arena, a->term->arg_count, struct assumption);
    const struct assumption *rest = a->next;
    for (size_t i = 0; i < a->term->arg_count; i++) {
        all[i] = (struct assumption){a->term->args[i], other | CAN_UNKNOWN, rest};
        rest = &all[i];
    }
    return with_any(s, b, a->term, CAN_UNKNOWN, rest);
}

/* What a later atom has taught may contradict an earlier one. */
static bool settle(struct solver *s, struct branch *b)
{
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < b->atom_count; i++)
            if (!assume_atom(s, b, b->atoms[i]))
                return false;
    return true;
}

static bool search(struct solver *s, struct branch *b, const struct assumption *todo)
{
    for (; todo; todo = todo->next) {
        if (s->overfull || s->budget-- == 0 || b->atom_count == MOST_ATOMS) {
            s->overfull = true;
            return true;
        }
        const struct term *t = todo->term;
        if (t->op == OP_AND || t->op == OP_OR)
            return search_logic(s, b, todo);
        if (t->op == OP_NOT) {
            unsigned swapped = (todo->truths & CAN_UNKNOWN) |
                               (todo->truths & CAN_TRUE ? CAN_FALSE : 0) |
                               (todo->truths & CAN_FALSE ? CAN_TRUE : 0);
            return search(s, b, &(struct assumption){t->args[0], swapped, todo->next});
        }
        if (!assume_atom(s, b, todo))
            return false;
        b->atoms[b->atom_count++] = todo;
    }
    return settle(s, b);
}

/* --- time --- */

/* The days [from, to) have one value of every parameter. */
static bool possible_between(struct solver *s, const struct assumption *a, struct force f)
{
    struct branch b = {.atom_count = 0};
    s->on = f.from;
    s->budget = BUDGET;
    memcpy(b.domains, s->start, sizeof b.domains);
    for (size_t i = 0; i < s->subject_count; i++)
        if (s->subjects[i].field && s->subjects[i].field == s->bounds->basis) {
            b.domains[i].least = f.from == DAY_ALWAYS ? LEAST : f.from;
            b.domains[i].most = f.to == DAY_NEVER ? MOST : f.to - 1;
            b.domains[i].absent = false;
            b.domains[i].unknown = !s->bounds->basis_known;
        }
    return search(s, &b, a);
}

static day next_change(const struct solver *s, day from, day to)
{
    day next = to;
    for (size_t i = 0; i < s->change_count; i++)
        if (s->changes[i] > from && s->changes[i] < next)
            next = s->changes[i];
    return next;
}

bool bounds_possible(const struct bounds *bounds, const struct assumption *a)
{
    struct solver *s = heap_alloc(1, sizeof *s);
    bool possible = false;
    *s = (struct solver){.bounds = bounds, .law = bounds->law, .arena = ARENA("bounds")};
    for (const struct assumption *i = a; i; i = i->next)
        term_walk(i->term, gather, s);
    for (size_t i = 0; i < s->subject_count; i++)
        s->start[i] = first_domain(s, &s->subjects[i]);
    for (day from = bounds->life.from; !possible && from < bounds->life.to;) {
        day to = next_change(s, from, bounds->life.to);
        possible = s->overfull || possible_between(s, a, (struct force){from, to});
        from = to;
    }
    arena_free(&s->arena);
    free(s);
    return possible;
}
