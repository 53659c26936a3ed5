/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "rule/evaluator.h"
#include "rule/holding.h"

enum { FEW_TEXTS = 8 };

struct evaluator *evaluator_new(size_t shared)
{
    struct evaluator *e = heap_alloc(1, sizeof *e);
    e->arena = ARENA("conditions");
    e->shared_count = shared + 1;
    e->shared = heap_alloc(e->shared_count, sizeof *e->shared);
    e->batch = 1;
    return e;
}

void evaluator_free(struct evaluator *e)
{
    if (!e)
        return;
    for (size_t i = 0; i < e->shared_count; i++)
        listed_memo_free(e->shared[i].listed);
    pack_free(&e->key);
    for (size_t i = 0; i < e->memo_count; i++)
        search_memo_free(e->memos[i]);
    free(e->memos);
    free(e->shared);
    arena_free(&e->arena);
    free(e);
}

void evaluator_begin(struct evaluator *e)
{
    arena_reset(&e->arena);
    e->column_count = 0;
    e->batch++;
}

/* --- functions --- */

/* A condition on one day is the same for all rows with that day; they often follow each other. */
static struct truths day_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct truths out = truths_new(e, f);
    struct vector v = vector_of(&e->arena, t->args[0], f);
    enum truth last = TRUTH_UNKNOWN;
    int64_t last_day = INT64_MIN;
    for (size_t i = 0; i < f->count; i++) {
        bool known = !v.constant && v.knowledge && v.knowledge[i] == VALUE_KNOWN;
        if (!known || v.number[i] != last_day) {
            struct context c = context_of(&e->arena, f, i);
            last = term_truth(t, &c);
            last_day = known ? v.number[i] : INT64_MIN;
        }
        set_truth(&out, i, last);
    }
    return out;
}

static struct truths known_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct vector v = vector_of(&e->arena, t->args[0], f);
    struct truths out = truths_new(e, f);
    uint64_t *unknown = mask_knowledge(e, f, &v, VALUE_UNKNOWN);
    for (size_t w = 0; w < words_of(f); w++)
        out.yes[w] = ~unknown[w] & rows_of_word(f, w);
    return out;
}

static struct truths absent_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct vector v = vector_of(&e->arena, t->args[0], f);
    return (struct truths){mask_knowledge(e, f, &v, VALUE_ABSENT),
                           mask_knowledge(e, f, &v, VALUE_UNKNOWN)};
}

static struct truths one_of_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct vector v = vector_of(&e->arena, t->args[0], f);
    uint8_t *flags = flags_new(e, f);
    uint16_t code;
    bool coded = v.code != NULL && t->arg_count <= FEW_TEXTS;
    if (v.constant || !v.text)
        return scalar_truths(e, t, f);
    for (size_t k = 1; k < t->arg_count; k++)
        coded = coded && code_of(t->args[0], &t->args[k]->literal, &code);
    for (size_t k = 1; coded && k < t->arg_count; k++) {
        code_of(t->args[0], &t->args[k]->literal, &code);
        for (size_t i = 0; i < f->count; i++)
            flags[i] |= v.code[i] == code;
    }
    for (size_t i = 0; !coded && i < f->count; i++)
        flags[i] = v.knowledge[i] == VALUE_KNOWN && term_lists(t, v.text[i]);
    return flag_truths(e, f, flags, &v, &v, false);
}

static bool is_among(const struct term *t, struct text country)
{
    for (size_t i = 1; i < t->arg_count; i++)
        if (text_equal(country, t->args[i]->literal.text))
            return true;
    return false;
}

/* any_of(), only(), and includes() with a country that is written out. */
static struct truths countries_truths(struct evaluator *e, const struct term *t,
                                      const struct frame *f)
{
    struct vector v = vector_of(&e->arena, t->args[0], f);
    bool all = text_equal(t->name, TEXT("only"));
    for (size_t i = 1; i < t->arg_count; i++)
        if (t->args[i]->op != OP_LITERAL || v.constant)
            return scalar_truths(e, t, f);
    uint8_t *flags = flags_new(e, f);
    for (size_t i = 0; i < f->count; i++) {
        struct text codes = v.knowledge[i] == VALUE_KNOWN ? v.text[i] : TEXT("");
        bool holds = all && codes.len > 0;
        for (size_t at = 0; at + 2 <= codes.len && holds == all; at += 3)
            holds = is_among(t, text_slice(codes, at, at + 2));
        flags[i] = holds || (all && v.knowledge[i] == VALUE_KNOWN && codes.len == 0);
    }
    return flag_truths(e, f, flags, &v, &v, false);
}

static struct truths call_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    static const struct {
        struct text name;
        struct truths (*truths)(struct evaluator *, const struct term *, const struct frame *);
    } calls[] = {
        {TEXT_INIT("known"), known_truths},    {TEXT_INIT("absent"), absent_truths},
        {TEXT_INIT("one_of"), one_of_truths},  {TEXT_INIT("matches"), matches_truths},
        {TEXT_INIT("during"), day_truths},     {TEXT_INIT("any_of"), countries_truths},
        {TEXT_INIT("only"), countries_truths}, {TEXT_INIT("includes"), countries_truths},
        {TEXT_INIT("listed"), listed_truths},
    };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (text_equal(t->name, calls[i].name))
            return calls[i].truths(e, t, f);
    return scalar_truths(e, t, f);
}

/* --- the tree --- */

static bool is_settled(const struct truths *t, const struct frame *f, bool is_and)
{
    uint64_t open = 0;
    for (size_t w = 0; w < words_of(f); w++)
        open |= is_and ? t->yes[w] | t->unknown[w] : ~t->yes[w] & rows_of_word(f, w);
    return open == 0;
}

static void join_truths(struct truths *out, const struct truths *arg, const struct frame *f,
                        bool is_and)
{
    for (size_t w = 0; w < words_of(f); w++) {
        uint64_t may_a = out->yes[w] | out->unknown[w], may_b = arg->yes[w] | arg->unknown[w];
        uint64_t may = is_and ? may_a & may_b : may_a | may_b;
        out->yes[w] = is_and ? out->yes[w] & arg->yes[w] : out->yes[w] | arg->yes[w];
        out->unknown[w] = may & ~out->yes[w];
    }
}

static bool is_search(const struct term *t)
{
    bool joins = t->op == OP_AND || t->op == OP_OR || t->op == OP_NOT;
    return (t->op == OP_CALL && (t->regex || t->actor)) || (!joins && term_asks_owners(t));
}

/* A search is of interest only for rows that the other conditions leave open. */
static struct truths search_open(struct evaluator *e, const struct term *t, const struct frame *f,
                                 const struct truths *so_far, bool is_and)
{
    uint64_t *open = arena_array(&e->arena, words_of(f), uint64_t);
    const struct shared *s = t->shared < e->shared_count ? &e->shared[t->shared] : NULL;
    if (t->shared && s && s->batch == e->batch)
        return s->truths;
    for (size_t w = 0; w < words_of(f); w++)
        open[w] = is_and ? so_far->yes[w] | so_far->unknown[w]
                         : ~so_far->yes[w] & rows_of_word(f, w);
    e->interest = open;
    struct truths out = t->op == OP_CALL && t->regex   ? matches_truths(e, t, f)
                        : t->op == OP_CALL && t->actor ? listed_truths(e, t, f)
                                                       : scalar_truths(e, t, f);
    e->interest = NULL;
    return out;
}

static struct truths logic_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    bool is_and = t->op == OP_AND;
    struct truths out = truths_new(e, f);
    for (size_t w = 0; is_and && w < words_of(f); w++)
        out.yes[w] = rows_of_word(f, w);
    for (int searches = 0; searches < 2; searches++)
        for (size_t i = 0; i < t->arg_count && !is_settled(&out, f, is_and); i++) {
            if (is_search(t->args[i]) != (searches == 1))
                continue;
            struct truths arg = searches ? search_open(e, t->args[i], f, &out, is_and)
                                         : evaluator_truths(e, t->args[i], f);
            join_truths(&out, &arg, f, is_and);
        }
    return out;
}

static struct truths not_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct truths arg = evaluator_truths(e, t->args[0], f), out = truths_new(e, f);
    for (size_t w = 0; w < words_of(f); w++) {
        out.yes[w] = ~(arg.yes[w] | arg.unknown[w]) & rows_of_word(f, w);
        out.unknown[w] = arg.unknown[w];
    }
    return out;
}

/* A field, parameter or literal that is itself yes or no. */
static struct truths value_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    static const struct value yes = {.type = TYPE_BOOL, .knowledge = VALUE_KNOWN, .number = 1};
    struct vector v = vector_of(&e->arena, t, f), wanted = constant_vector(&yes);
    if (v.constant || !v.number)
        return scalar_truths(e, t, f);
    uint8_t *flags = flags_new(e, f);
    for (size_t i = 0; i < f->count; i++)
        flags[i] = v.number[i] != 0;
    return flag_truths(e, f, flags, &v, &wanted, false);
}

static struct truths work_out(struct evaluator *e, const struct term *t, const struct frame *f)
{
    switch (t->op) {
    case OP_AND:
    case OP_OR:
        return logic_truths(e, t, f);
    case OP_NOT:
        return not_truths(e, t, f);
    case OP_CALL:
        return call_truths(e, t, f);
    case OP_EQUAL:
    case OP_UNEQUAL:
    case OP_LESS:
    case OP_LESS_EQUAL:
    case OP_GREATER:
    case OP_GREATER_EQUAL:
        return compare_truths(e, t, f);
    default:
        return value_truths(e, t, f);
    }
}

struct truths evaluator_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct shared *s = t->shared < e->shared_count ? &e->shared[t->shared] : &e->shared[0];
    if (t->shared && s->batch == e->batch)
        return s->truths;
    struct truths out = work_out(e, t, f);
    if (t->shared) {
        s->truths = out;
        s->batch = e->batch;
    }
    return out;
}
