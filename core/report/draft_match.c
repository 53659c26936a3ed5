/* SPDX-License-Identifier: Apache-2.0
 *
 * Which record type the rows of a table are, and which column is which field of it.
 */
#include <config.h>

#include "report/draft_match.h"

#include <stdlib.h>

#include "name/fold.h"

enum { SCORE_SAME = DRAFT_EXACT, SCORE_WITHIN = 40, SCORE_NEAR = 30 };

/* --- names --- */

struct text draft_plain_name(struct arena *a, struct text name)
{
    char *out = arena_alloc(a, 2 * name.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool upper = c >= 'A' && c <= 'Z';
        bool hump = upper && i > 0 && name.at[i - 1] >= 'a' && name.at[i - 1] <= 'z';
        bool mark = (unsigned char)c < 0x80 && !upper && !(c >= 'a' && c <= 'z') &&
                    !(c >= '0' && c <= '9');
        if ((hump || mark) && len && out[len - 1] != ' ')
            out[len++] = ' ';
        if (!mark)
            out[len++] = c;
    }
    return name_fold(a, text_trim((struct text){out, len}));
}

static bool holds_words(struct text name, struct text words)
{
    const char *at = words.len ? memmem(name.at, name.len, words.at, words.len) : NULL;
    if (!at)
        return false;
    bool begins = at == name.at || at[-1] == ' ';
    bool ends = at + words.len == name.at + name.len || at[words.len] == ' ';
    return begins && ends;
}

int draft_score(struct arena *a, struct text name, const struct node *words)
{
    int best = 0;
    for (size_t i = 0; i < words->count; i++) {
        struct text word = draft_plain_name(a, words->items[i]->text);
        int length = (int)(word.len < 20 ? word.len : 20), score = 0;
        if (text_equal(name, word))
            score = SCORE_SAME + length;
        else if (2 * word.len >= name.len && holds_words(name, word))
            score = SCORE_WITHIN + length;
        else if (word.len >= 5 && text_distance(name, word) <= 1)
            score = SCORE_NEAR + length;
        best = score > best ? score : best;
    }
    return best;
}

struct text draft_best(struct arena *a, struct text name, const struct node *lists, int least)
{
    struct text best = TEXT("");
    for (size_t i = 0; lists && i < lists->count; i++) {
        int score = draft_score(a, name, lists->items[i]);
        if (score >= least) {
            best = lists->keys[i];
            least = score + 1;
        }
    }
    return best;
}

currency draft_currency(struct draft *d, struct text name, struct text *rest)
{
    const struct node *lists = node_find(d->options->words, "currencies");
    struct text plain = draft_plain_name(&d->arena, name);
    currency found = 0;
    *rest = plain;
    for (size_t i = 0; lists && i < lists->count; i++)
        for (size_t k = 0; k < lists->items[i]->count; k++) {
            struct text word = lists->items[i]->items[k]->text;
            if (!holds_words(plain, word))
                continue;
            currency_find(lists->keys[i], &found);
            if (plain.len > word.len &&
                text_equal(text_slice(plain, plain.len - word.len, plain.len), word))
                *rest = text_trim(text_slice(plain, 0, plain.len - word.len));
        }
    return found;
}

/* --- values --- */

/* Whether a column of that shape can be a field of that type. */
static bool shape_fits(enum type type, const struct column_sample *c)
{
    switch (type) {
    case TYPE_DATE:
        return c->shape == SHAPE_DATE;
    case TYPE_MONEY:
        return c->shape == SHAPE_AMOUNT;
    case TYPE_NUMBER:
        return c->shape == SHAPE_AMOUNT || c->shape == SHAPE_BOOL;
    case TYPE_SHARE:
        return c->shape == SHAPE_AMOUNT || c->shape == SHAPE_PERCENT;
    case TYPE_COUNTRY:
    case TYPE_COUNTRIES:
        return c->shape == SHAPE_COUNTRY ||
               (c->shape == SHAPE_TEXT && c->value_count <= SAMPLE_CODES);
    case TYPE_BOOL:
        return c->shape == SHAPE_BOOL || (c->shape == SHAPE_TEXT && c->value_count <= 3);
    case TYPE_CODE:
        return c->value_count <= SAMPLE_CODES && c->shape != SHAPE_EMPTY && c->shape != SHAPE_DATE;
    default:
        return c->shape != SHAPE_EMPTY;
    }
}

/* --- which record, which columns --- */

const struct match *draft_matched(const struct match *m, size_t count, const struct field *f,
                                  size_t column)
{
    for (size_t i = 0; i < count; i++)
        if ((f && m[i].field == f) || m[i].column == column)
            return &m[i];
    return NULL;
}

static int compare_matches(const void *a, const void *b)
{
    const struct match *x = a, *y = b;
    return x->score != y->score     ? y->score - x->score
           : x->column != y->column ? (x->column < y->column ? -1 : 1)
                                    : (x->field->index < y->field->index ? -1 : 1);
}

static int compare_fields(const void *a, const void *b)
{
    const struct match *x = a, *y = b;
    return x->field->index < y->field->index ? -1 : x->field->index > y->field->index;
}

/* All pairs of fields and columns whose names fit; the best of them are kept, each field and column
 * once. */
static int match_record(struct draft *d, const struct node *words, const struct record_type *t,
                        struct match **out, size_t *out_count)
{
    struct arena *a = &d->arena;
    struct match *all = NULL;
    size_t count = 0;
    int total = 0;
    for (size_t w = 0; w < words->count; w++) {
        const struct field *f = record_field(t, words->keys[w]);
        for (size_t c = 0; f && c < d->sample->column_count; c++) {
            const struct column_sample *column = &d->sample->columns[c];
            struct text name;
            draft_currency(d, column->name, &name);
            int score = draft_score(a, name, words->items[w]);
            if (score && shape_fits(f->type, column))
                *arena_push(a, &all, &count) = (struct match){f, c, score, score < SCORE_SAME};
        }
    }
    if (count)
        qsort(all, count, sizeof *all, compare_matches);
    *out = NULL;
    *out_count = 0;
    for (size_t i = 0; i < count; i++)
        if (!draft_matched(*out, *out_count, all[i].field, all[i].column)) {
            *arena_push(a, out, out_count) = all[i];
            total += all[i].score;
        }
    return total;
}

/* The one column of a shape that nobody claimed, for the fields without which a record says little.
 */
static void fill_gap(struct draft *d, size_t field, enum shape shape)
{
    size_t found = SIZE_MAX;
    if (field == SIZE_MAX ||
        draft_matched(d->matches, d->match_count, &d->record->fields[field], SIZE_MAX))
        return;
    for (size_t c = 0; c < d->sample->column_count; c++)
        if (d->sample->columns[c].shape == shape &&
            !draft_matched(d->matches, d->match_count, NULL, c)) {
            if (found != SIZE_MAX)
                return; /* two might be it */
            found = c;
        }
    if (found != SIZE_MAX)
        *arena_push(&d->arena, &d->matches,
                    &d->match_count) = (struct match){&d->record->fields[field], found, 0, true};
}

bool draft_choose(struct draft *d)
{
    const struct node *records = node_find(d->options->words, "records");
    int best = 0;
    for (size_t i = 0; records && i < records->count; i++) {
        const struct record_type *t = vocabulary_record(d->options->vocabulary, records->keys[i]);
        struct match *m = NULL;
        size_t count = 0;
        int total = t ? match_record(d, records->items[i], t, &m, &count) : 0;
        if (total > best) {
            best = total;
            d->record = t;
            d->matches = m;
            d->match_count = count;
        }
    }
    if (!d->record)
        return false;
    fill_gap(d, d->record->amount, SHAPE_AMOUNT);
    fill_gap(d, d->record->date, SHAPE_DATE);
    qsort(d->matches, d->match_count, sizeof *d->matches, compare_fields);
    return true;
}
