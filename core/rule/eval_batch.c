/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "base/country.h"
#include "rule/holding.h"
#include "rule/search_memo.h"
#include "rule/vector.h"

enum { FEW_TEXTS = 8, MOST_COLUMNS = 32 };

/* What the registers said of the latest distinct actors. */
enum { LISTED_MEMO = 4096, LISTED_KEY = 126 };
struct listed_memo {
    struct {
        uint8_t len; /* 255: empty */
        uint8_t truth;
        char key[LISTED_KEY];
    } entries[LISTED_MEMO];
};

/* Of one condition. */
struct shared {
    uint64_t batch; /* of which `truths` are */
    struct truths truths;
    struct listed_memo *listed;
    bool counted; /* `search` is its number in its column's memo */
    unsigned search;
};

/* What is learnt of a column once a batch. */
struct learnt {
    const uint8_t *knowledge; /* which column */
    uint64_t *masks[VALUE_KNOWN + 1];
    bool looked, plain; /* amounts are all in one currency, and none is a range */
    currency money;
};

struct evaluator {
    const uint64_t *interest; /* rows for which a search is of interest; NULL: all */
    struct arena arena;       /* of the batch at hand */
    struct shared *shared;
    size_t shared_count;
    uint64_t batch;
    struct pack key;                     /* of the actor at hand */
    struct learnt columns[MOST_COLUMNS]; /* of the batch at hand */
    size_t column_count;
    struct search_memo **memos; /* one a field of the records, where it is searched */
    size_t memo_count;
};

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
        free(e->shared[i].listed);
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

/* NULL: there are too many to remember. */
static struct learnt *learnt_of(struct evaluator *e, const struct vector *v)
{
    for (size_t i = 0; i < e->column_count; i++)
        if (e->columns[i].knowledge == v->knowledge)
            return &e->columns[i];
    if (v->constant || e->column_count == MOST_COLUMNS)
        return NULL;
    e->columns[e->column_count] = (struct learnt){.knowledge = v->knowledge};
    return &e->columns[e->column_count++];
}

/* --- masks --- */

static size_t words_of(const struct frame *f)
{
    return (f->count + 63) / 64;
}

static struct truths truths_new(struct evaluator *e, const struct frame *f)
{
    return (struct truths){arena_array(&e->arena, words_of(f), uint64_t),
                           arena_array(&e->arena, words_of(f), uint64_t)};
}

static void set_bit(uint64_t *mask, size_t row)
{
    mask[row / 64] |= (uint64_t)1 << row % 64;
}

/* The rows of word `w` that exist. */
static uint64_t rows_of_word(const struct frame *f, size_t w)
{
    size_t left = f->count - w * 64;
    return left >= 64 ? UINT64_MAX : ((uint64_t)1 << left) - 1;
}

void mask_flags(const uint8_t *flags, size_t words, uint64_t *mask)
{
    for (size_t w = 0; w < words; w++) {
        uint64_t bits = 0;
        for (unsigned i = 0; i < 8; i++) {
            uint64_t eight;
            memcpy(&eight, flags + w * 64 + i * 8, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
            eight = __builtin_bswap64(eight);
#endif
            bits |= (eight * 0x0102040810204080u >> 56) << i * 8;
        }
        mask[w] = bits;
    }
}

static uint8_t *flags_new(struct evaluator *e, const struct frame *f)
{
    return arena_array(&e->arena, words_of(f) * 64, uint8_t);
}

static uint64_t *make_knowledge(struct evaluator *e, const struct frame *f, const struct vector *v,
                                enum knowledge k)
{
    uint64_t *mask = arena_array(&e->arena, words_of(f), uint64_t);
    if (v->constant) {
        for (size_t w = 0; v->value.knowledge == k && w < words_of(f); w++)
            mask[w] = rows_of_word(f, w);
        return mask;
    }
    uint8_t *flags = flags_new(e, f);
    for (size_t i = 0; i < f->count; i++)
        flags[i] = v->knowledge[i] == (uint8_t)k;
    mask_flags(flags, words_of(f), mask);
    return mask;
}

/* Rows whose knowledge is `k`; not to be changed: others look at it, too. */
static uint64_t *mask_knowledge(struct evaluator *e, const struct frame *f, const struct vector *v,
                                enum knowledge k)
{
    struct learnt *l = learnt_of(e, v);
    if (!l)
        return make_knowledge(e, f, v, k);
    if (!l->masks[k])
        l->masks[k] = make_knowledge(e, f, v, k);
    return l->masks[k];
}

/* --- truths of single conditions --- */

static void set_truth(struct truths *out, size_t row, enum truth t)
{
    if (t == TRUTH_TRUE)
        set_bit(out->yes, row);
    else if (t == TRUTH_UNKNOWN)
        set_bit(out->unknown, row);
}

static bool is_of_interest(const struct evaluator *e, size_t row)
{
    return !e->interest || (e->interest[row / 64] >> row % 64 & 1);
}

static struct truths scalar_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct truths out = truths_new(e, f);
    for (size_t i = 0; i < f->count; i++) {
        if (!is_of_interest(e, i))
            continue;
        struct context c = context_of(&e->arena, f, i);
        set_truth(&out, i, term_truth(t, &c));
    }
    return out;
}

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

/* From what holds of the known values: rows with an unknown one are unknown, rows with an absent
 * one are as `absent` says. */
static struct truths finish_comparison(struct evaluator *e, const struct frame *f, uint64_t *holds,
                                       const struct vector *a, const struct vector *b, bool absent)
{
    uint64_t *unknown_a = mask_knowledge(e, f, a, VALUE_UNKNOWN);
    uint64_t *unknown_b = mask_knowledge(e, f, b, VALUE_UNKNOWN);
    uint64_t *absent_a = mask_knowledge(e, f, a, VALUE_ABSENT);
    uint64_t *absent_b = mask_knowledge(e, f, b, VALUE_ABSENT);
    struct truths out = {holds, arena_array(&e->arena, words_of(f), uint64_t)};
    for (size_t w = 0; w < words_of(f); w++) {
        uint64_t none = absent_a[w] | absent_b[w];
        out.unknown[w] = unknown_a[w] | unknown_b[w];
        out.yes[w] = (absent ? holds[w] | none : holds[w] & ~none) & ~out.unknown[w] &
                     rows_of_word(f, w);
    }
    return out;
}

/* Two loops for each operator: against one number, and against another column. */
#define COMPARE_LOOPS(operator) \
    if (b->constant) \
        for (size_t i = 0; i < count; i++) \
            flags[i] = a->number[i] operator b->value.number; \
    else \
        for (size_t i = 0; i < count; i++) \
            flags[i] = a->number[i] operator b->number[i]; \
    break

static void compare_numbers(enum operation op, const struct vector *a, const struct vector *b,
                            size_t count, uint8_t *flags)
{
    switch (op) {
    case OP_EQUAL:
        COMPARE_LOOPS(==);
    case OP_UNEQUAL:
        COMPARE_LOOPS(!=);
    case OP_LESS:
        COMPARE_LOOPS(<);
    case OP_LESS_EQUAL:
        COMPARE_LOOPS(<=);
    case OP_GREATER:
        COMPARE_LOOPS(>);
    default:
        COMPARE_LOOPS(>=);
    }
}

static enum operation mirrored(enum operation op)
{
    return op == OP_LESS            ? OP_GREATER
           : op == OP_LESS_EQUAL    ? OP_GREATER_EQUAL
           : op == OP_GREATER       ? OP_LESS
           : op == OP_GREATER_EQUAL ? OP_LESS_EQUAL
                                    : op;
}

/* The code of a literal among the codes of the field that it is compared with. */
static bool code_of(const struct term *field, const struct value *literal, uint16_t *code)
{
    if (literal->knowledge != VALUE_KNOWN || field->op != OP_FIELD)
        return false;
    *code = field->type == TYPE_COUNTRY ? country_code(literal->text)
                                        : field_code(field->field, literal->text);
    return field->type == TYPE_COUNTRY || *code != CODE_NONE;
}

static bool is_number(enum type t)
{
    return t == TYPE_NUMBER || t == TYPE_SHARE || t == TYPE_DATE || t == TYPE_BOOL;
}

/* No early way out of these loops over rows: then the compiler does many rows at once. */
static bool has_ranges(const struct vector *v, size_t count)
{
    uint64_t differs = v->constant && v->value.ranged;
    for (size_t i = 0; v->most && i < count; i++)
        differs |= (uint64_t)(v->most[i] ^ v->number[i]);
    return differs != 0;
}

static currency first_currency(const struct vector *v, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (v->knowledge[i] == VALUE_KNOWN)
            return v->currency[i];
    return 0;
}

/* Amounts in one currency only, without ranges, are numbers. Rows that are not known do not count.
 */
static bool look_at_money(const struct vector *v, size_t count, currency *money)
{
    uint64_t differs = 0;
    *money = first_currency(v, count);
    for (size_t i = 0; i < count; i++) {
        uint64_t counts = 0 - (uint64_t)(v->knowledge[i] == VALUE_KNOWN);
        differs |= counts &
                   ((uint64_t)(v->currency[i] ^ *money) | (uint64_t)(v->most[i] ^ v->number[i]));
    }
    return differs == 0;
}

static bool is_plain_money(struct evaluator *e, const struct vector *v, size_t count,
                           currency *money)
{
    if (v->constant) {
        *money = v->value.currency;
        return !v->value.ranged;
    }
    struct learnt *l = learnt_of(e, v);
    if (!l)
        return look_at_money(v, count, money);
    if (!l->looked)
        l->plain = look_at_money(v, count, &l->money);
    l->looked = true;
    *money = l->money;
    return l->plain;
}

static bool are_numbers(struct evaluator *e, const struct vector *a, const struct vector *b,
                        size_t count)
{
    currency x = 0, y = 0;
    if (a->type == TYPE_MONEY)
        return is_plain_money(e, a, count, &x) && is_plain_money(e, b, count, &y) &&
               (x == y || x == 0 || y == 0);
    return is_number(a->type) && !has_ranges(a, count) && !has_ranges(b, count);
}

static struct truths compare_one_by_one(struct evaluator *e, const struct term *t,
                                        const struct frame *f, const struct vector *a,
                                        const struct vector *b)
{
    struct truths out = truths_new(e, f);
    for (size_t i = 0; i < f->count; i++) {
        struct value x = vector_value(a, i), y = vector_value(b, i);
        struct value v = value_compare(t->op, &x, &y);
        set_truth(&out, i,
                  v.knowledge == VALUE_UNKNOWN ? TRUTH_UNKNOWN
                  : v.number                   ? TRUTH_TRUE
                                               : TRUTH_FALSE);
    }
    return out;
}

static struct truths compare_truths(struct evaluator *e, const struct term *t,
                                    const struct frame *f)
{
    struct vector a = vector_of(&e->arena, t->args[0], f), b = vector_of(&e->arena, t->args[1], f);
    const struct term *left = t->args[0];
    enum operation op = t->op;
    uint16_t code;
    if (a.type == TYPE_NONE || b.type == TYPE_NONE || a.type == TYPE_DURATION)
        return scalar_truths(e, t, f);
    if (a.constant && !b.constant) { /* the column comes first */
        struct vector swapped = a;
        a = b;
        b = swapped;
        left = t->args[1];
        op = mirrored(op);
    }
    if (a.constant)
        return compare_one_by_one(e, t, f, &a, &b);
    uint8_t *flags = flags_new(e, f);
    if (a.number && are_numbers(e, &a, &b, f->count) && (b.constant || b.number))
        compare_numbers(op, &a, &b, f->count, flags);
    else if (a.code && b.constant && code_of(left, &b.value, &code))
        for (size_t i = 0; i < f->count; i++)
            flags[i] = (a.code[i] == code) == (op == OP_EQUAL);
    else
        return left == t->args[0] ? compare_one_by_one(e, t, f, &a, &b)
                                  : compare_one_by_one(e, t, f, &b, &a);
    uint64_t *holds = arena_array(&e->arena, words_of(f), uint64_t);
    mask_flags(flags, words_of(f), holds);
    return finish_comparison(e, f, holds, &a, &b, op == OP_UNEQUAL);
}

/* --- functions --- */

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
    uint64_t *holds = arena_array(&e->arena, words_of(f), uint64_t);
    mask_flags(flags, words_of(f), holds);
    return finish_comparison(e, f, holds, &v, &v, false);
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
    uint64_t *holds = arena_array(&e->arena, words_of(f), uint64_t);
    mask_flags(flags, words_of(f), holds);
    return finish_comparison(e, f, holds, &v, &v, false);
}

static enum truth search(const struct term *t, struct text text)
{
    enum regex_result r = regex_search(t->regex, text, NULL);
    return r == REGEX_LIMIT ? TRUTH_UNKNOWN : r == REGEX_MATCH ? TRUTH_TRUE : TRUTH_FALSE;
}

/* The memo of the column that the term searches, and the term's number there; NULL: it has none. */
static struct search_memo *memo_of(struct evaluator *e, const struct term *t, unsigned *number)
{
    struct shared *s = &e->shared[t->shared];
    const struct field *f = t->args[0]->op == OP_FIELD ? t->args[0]->field : NULL;
    if (t->shared == 0 || !f)
        return NULL;
    while (e->memo_count <= f->index) {
        e->memos = heap_resize(e->memos, e->memo_count + 1, sizeof *e->memos);
        e->memos[e->memo_count++] = NULL;
    }
    if (!e->memos[f->index])
        e->memos[f->index] = search_memo_new();
    s->counted = s->counted || search_memo_add(e->memos[f->index], &s->search);
    *number = s->search;
    return s->counted ? e->memos[f->index] : NULL;
}

static enum truth search_once(struct searched *s, unsigned number, const struct term *t,
                              struct text text)
{
    uint64_t bit = (uint64_t)1 << number;
    if (!s)
        return search(t, text);
    if (!(s->asked & bit)) {
        enum truth truth = search(t, text);
        s->asked |= bit;
        s->yes |= truth == TRUTH_TRUE ? bit : 0;
        s->unknown |= truth == TRUTH_UNKNOWN ? bit : 0;
    }
    return s->yes & bit ? TRUTH_TRUE : s->unknown & bit ? TRUTH_UNKNOWN : TRUTH_FALSE;
}

static struct truths matches_truths(struct evaluator *e, const struct term *t,
                                    const struct frame *f)
{
    struct vector v = vector_of(&e->arena, t->args[0], f);
    struct truths out = truths_new(e, f);
    unsigned number = 0;
    struct search_memo *memo = memo_of(e, t, &number);
    if (v.constant || !v.text)
        return scalar_truths(e, t, f);
    for (size_t i = 0; i < f->count; i++) {
        enum truth truth = v.knowledge[i] == VALUE_UNKNOWN ? TRUTH_UNKNOWN : TRUTH_FALSE;
        if (!is_of_interest(e, i))
            continue;
        if (v.knowledge[i] == VALUE_KNOWN) {
            struct searched *s = memo ? search_memo_at(memo, &e->arena, e->batch, f->count, i,
                                                       v.text[i])
                                      : NULL;
            truth = search_once(s, number, t, v.text[i]);
        }
        set_truth(&out, i, truth);
    }
    return out;
}

/* --- listed() --- */

static struct listed_memo *listed_memo_of(struct evaluator *e, const struct term *t)
{
    struct shared *s = &e->shared[t->shared];
    if (t->shared == 0 || s->listed)
        return s->listed;
    s->listed = heap_alloc(1, sizeof *s->listed);
    for (size_t i = 0; i < LISTED_MEMO; i++)
        s->listed->entries[i].len = 255;
    return s->listed;
}

/* All that listed() may ask of an actor. */
static void pack_field(struct pack *key, const struct batch *b, size_t row, size_t field)
{
    struct value v = {0};
    if (field != SIZE_MAX)
        v = batch_value(b, row, field);
    pack_value(key, &v);
}

static struct text actor_key(struct evaluator *e, const struct actor_fields *f,
                             const struct batch *b, size_t row)
{
    e->key.len = 0;
    pack_field(&e->key, b, row, f->name);
    pack_field(&e->key, b, row, f->kind);
    pack_field(&e->key, b, row, f->birth_date);
    for (size_t i = 0; i < f->number_count; i++)
        pack_field(&e->key, b, row, f->numbers[i]);
    for (size_t i = 0; i < f->country_count; i++)
        pack_field(&e->key, b, row, f->countries[i]);
    return pack_whole(&e->key);
}

static enum truth listed_once(struct evaluator *e, const struct term *t, const struct frame *f,
                              size_t row, struct listed_memo *memo)
{
    struct context c = context_of(&e->arena, f, row);
    struct text key = actor_key(e, t->actor, f->batch, row);
    if (!memo || key.len > LISTED_KEY)
        return term_truth(t, &c);
    size_t at = text_hash(key) >> 52;
    if (memo->entries[at].len != key.len || memcmp(memo->entries[at].key, key.at, key.len) != 0) {
        memo->entries[at].truth = (uint8_t)term_truth(t, &c);
        memo->entries[at].len = (uint8_t)key.len;
        memcpy(memo->entries[at].key, key.at, key.len);
    }
    return (enum truth)memo->entries[at].truth;
}

static struct truths listed_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct listed_memo *memo = listed_memo_of(e, t);
    struct truths out = truths_new(e, f);
    for (size_t i = 0; i < f->count; i++)
        if (!e->interest || (e->interest[i / 64] >> i % 64 & 1))
            set_truth(&out, i, listed_once(e, t, f, i, memo));
    return out;
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
    uint64_t *holds = arena_array(&e->arena, words_of(f), uint64_t);
    mask_flags(flags, words_of(f), holds);
    return finish_comparison(e, f, holds, &v, &wanted, false);
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
