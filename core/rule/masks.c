/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "rule/evaluator.h"

struct learnt *learnt_of(struct evaluator *e, const struct vector *v)
{
    for (size_t i = 0; i < e->column_count; i++)
        if (e->columns[i].knowledge == v->knowledge)
            return &e->columns[i];
    if (v->constant || e->column_count == MOST_COLUMNS)
        return NULL;
    e->columns[e->column_count] = (struct learnt){.knowledge = v->knowledge};
    return &e->columns[e->column_count++];
}

struct truths truths_new(struct evaluator *e, const struct frame *f)
{
    return (struct truths){arena_array(&e->arena, words_of(f), uint64_t),
                           arena_array(&e->arena, words_of(f), uint64_t)};
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

uint8_t *flags_new(struct evaluator *e, const struct frame *f)
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

uint64_t *mask_knowledge(struct evaluator *e, const struct frame *f, const struct vector *v,
                         enum knowledge k)
{
    struct learnt *l = learnt_of(e, v);
    if (!l)
        return make_knowledge(e, f, v, k);
    if (!l->masks[k])
        l->masks[k] = make_knowledge(e, f, v, k);
    return l->masks[k];
}

struct truths flag_truths(struct evaluator *e, const struct frame *f, const uint8_t *flags,
                          const struct vector *a, const struct vector *b, bool absent)
{
    uint64_t *holds = arena_array(&e->arena, words_of(f), uint64_t);
    mask_flags(flags, words_of(f), holds);
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

struct truths scalar_truths(struct evaluator *e, const struct term *t, const struct frame *f)
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
