/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "rule/evaluator.h"

/* --- matches() --- */

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

struct truths matches_truths(struct evaluator *e, const struct term *t, const struct frame *f)
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

/* What the registers said of the latest distinct actors. */
enum { LISTED_MEMO = 4096, LISTED_KEY = 126 };
struct listed_memo {
    struct {
        uint8_t len; /* 255: empty */
        uint8_t truth;
        char key[LISTED_KEY];
    } entries[LISTED_MEMO];
};

void listed_memo_free(struct listed_memo *m)
{
    free(m);
}

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

struct truths listed_truths(struct evaluator *e, const struct term *t, const struct frame *f)
{
    struct listed_memo *memo = listed_memo_of(e, t);
    struct truths out = truths_new(e, f);
    for (size_t i = 0; i < f->count; i++)
        if (is_of_interest(e, i))
            set_truth(&out, i, listed_once(e, t, f, i, memo));
    return out;
}
