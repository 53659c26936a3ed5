/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/match.h"

#include "name/keys.h"

/* --- two words --- */

enum { VOWELS = 1 };

static uint8_t near_class(const struct name_tables *t, char letter)
{
    unsigned char c = (unsigned char)letter;
    return c < NEAR_CLASSES ? t->near[c] : 0;
}

static unsigned exchange_cost(const struct name_tables *t, char a, char b)
{
    return a == b ? 0 : near_class(t, a) && near_class(t, a) == near_class(t, b) ? 1 : 2;
}

static unsigned lack_cost(const struct name_tables *t, char letter)
{
    return near_class(t, letter) == VOWELS ? 1 : 2;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Damerau's distance with neighbours exchanged at most once, by rows. */
unsigned spelling_distance(const struct name_tables *t, struct text a, struct text b, unsigned most)
{
    unsigned rows[3][WORD_BYTES + 1];
    if (a.len > WORD_BYTES || b.len > WORD_BYTES)
        return most + 1;
    rows[0][0] = 0;
    for (size_t j = 1; j <= b.len; j++)
        rows[0][j] = rows[0][j - 1] + lack_cost(t, b.at[j - 1]);
    for (size_t i = 1; i <= a.len; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *two = rows[(i + 1) % 3];
        unsigned lowest = row[0] = above[0] + lack_cost(t, a.at[i - 1]);
        for (size_t j = 1; j <= b.len; j++) {
            char x = a.at[i - 1], y = b.at[j - 1];
            unsigned best = least(above[j] + lack_cost(t, x), row[j - 1] + lack_cost(t, y));
            best = least(best, above[j - 1] + exchange_cost(t, x, y));
            if (i > 1 && j > 1 && x == b.at[j - 2] && y == a.at[i - 2])
                best = least(best, two[j - 2] + 2);
            row[j] = best;
            lowest = least(lowest, best);
        }
        if (lowest > most)
            return most + 1;
    }
    return rows[a.len % 3][b.len];
}

/* Whether one letter more, less, other, or two exchanged make the one of the other. */
static bool one_letter_apart(struct text a, struct text b)
{
    size_t i = 0;
    if (a.len > b.len) {
        struct text shorter = b;
        b = a;
        a = shorter;
    }
    while (i < a.len && a.at[i] == b.at[i])
        i++;
    struct text rest_a = text_slice(a, i, a.len), rest_b = text_slice(b, i, b.len);
    if (a.len + 1 == b.len)
        return text_equal(rest_a, text_slice(rest_b, 1, rest_b.len));
    if (a.len != b.len || rest_a.len == 0)
        return false;
    if (text_equal(text_slice(rest_a, 1, rest_a.len), text_slice(rest_b, 1, rest_b.len)))
        return true;
    return rest_a.len >= 2 && rest_a.at[0] == rest_b.at[1] && rest_a.at[1] == rest_b.at[0] &&
           text_equal(text_slice(rest_a, 2, rest_a.len), text_slice(rest_b, 2, rest_b.len));
}

static bool same_group(const struct word *a, const struct word *b)
{
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < 2; k++)
            if (a->groups[i] && a->groups[i] == b->groups[k])
                return true;
    return false;
}

static bool is_initial_of(const struct word *letter, const struct word *word)
{
    return letter->kind == WORD_INITIAL && word->kind == WORD_PLAIN &&
           (text_starts(word->text, letter->text) || text_starts(word->close, letter->close));
}

/* Voices and vowels differ, or one letter: the fewer letters, the less they are alike. */
static bool are_alike(const struct name_tables *t, const struct word *a, const struct word *b,
                      uint8_t *quality)
{
    size_t longer = a->close.len > b->close.len ? a->close.len : b->close.len;
    if (a->kind != WORD_PLAIN || b->kind != WORD_PLAIN || a->close.len < LEAST_ALIKE ||
        b->close.len < LEAST_ALIKE)
        return false;
    bool sounds = a->loose.len >= 2 && text_equal(a->loose, b->loose);
    if (!sounds && !one_letter_apart(a->close, b->close))
        return false;
    unsigned most = (unsigned)(2 * longer / 3);
    unsigned distance = spelling_distance(t, a->close, b->close, most);
    *quality = (uint8_t)(100 - 50 * distance / longer);
    return distance <= most;
}

uint8_t words_meet(const struct name_tables *t, const struct word *a, const struct word *b,
                   uint8_t *quality)
{
    uint8_t how = MEET_NOT;
    if (text_equal(a->text, b->text))
        how = MEET_EQUAL;
    else if (text_equal(a->close, b->close))
        how = MEET_CLOSE;
    else if (same_group(a, b))
        how = MEET_SAME;
    else if (is_initial_of(a, b) || is_initial_of(b, a))
        how = MEET_INITIAL;
    else if (are_alike(t, a, b, quality))
        return MEET_ALIKE;
    *quality = (uint8_t)(how ? t->meets[how] : 0);
    return how;
}

/* --- two names --- */

static unsigned weight_of_words(const struct spelled *n, size_t from, size_t count)
{
    unsigned weight = 0;
    for (size_t i = from; i < from + count; i++)
        weight += n->words[i]->weight;
    return weight;
}

void pair_weigh(const struct spelled *a, const struct spelled *b, struct word_pair *p)
{
    unsigned x = weight_of_words(a, p->a, p->a_count), y = weight_of_words(b, p->b, p->b_count);
    p->gain = p->quality * least(x, y);
}

uint8_t join_meets(const struct name_tables *t, const struct join *j, const struct word *w,
                   uint8_t *quality)
{
    if (w->kind == WORD_INITIAL)
        return MEET_NOT;
    if (j->close_hash == w->close_hash && text_equal(j->close, w->close)) {
        uint8_t how = j->is_letters ? MEET_LETTERS : MEET_JOINED;
        *quality = (uint8_t)t->meets[how];
        return how;
    }
    size_t longer = j->close.len > w->close.len ? j->close.len : w->close.len;
    if (j->is_letters || w->kind != WORD_PLAIN || j->close.len < LEAST_JOINED ||
        w->close.len < LEAST_JOINED || !one_letter_apart(j->close, w->close))
        return MEET_NOT;
    unsigned distance = spelling_distance(t, j->close, w->close, 2);
    *quality = (uint8_t)(t->meets[MEET_JOINED] * (100 - 50 * distance / longer) / 100);
    return MEET_JOINED;
}

static void add_joins_of(const struct name_tables *t, const struct spelled *joined,
                         const struct spelled *single, bool swapped, struct word_pair *pairs,
                         size_t *count)
{
    for (size_t j = 0; j < joined->join_count; j++) {
        const struct join *join = &joined->joins[j];
        uint8_t len = (uint8_t)(join->to - join->from);
        for (size_t i = 0; i < single->count && *count < NAME_PAIRS; i++) {
            uint8_t quality, how = join_meets(t, join, single->words[i], &quality);
            if (!how || !quality)
                continue;
            struct word_pair *p = &pairs[(*count)++];
            *p = swapped ? (struct word_pair){(uint8_t)i, 1, join->from, len, how, quality, 0}
                         : (struct word_pair){join->from, len, (uint8_t)i, 1, how, quality, 0};
            pair_weigh(swapped ? single : joined, swapped ? joined : single, p);
        }
    }
}

void add_joined(const struct name_tables *t, const struct spelled *a, const struct spelled *b,
                struct word_pair *pairs, size_t *count)
{
    add_joins_of(t, a, b, false, pairs, count);
    add_joins_of(t, b, a, true, pairs, count);
}

/* The same whichever name is first: by what they count, then by their words. */
static int compare_pairs(const struct spelled *a, const struct spelled *b,
                         const struct word_pair *x, const struct word_pair *y)
{
    if (x->gain != y->gain)
        return x->gain > y->gain ? -1 : 1;
    struct text xa = a->words[x->a]->text, xb = b->words[x->b]->text;
    struct text ya = a->words[y->a]->text, yb = b->words[y->b]->text;
    bool x_turned = text_compare(xa, xb) > 0, y_turned = text_compare(ya, yb) > 0;
    int order = text_compare(x_turned ? xb : xa, y_turned ? yb : ya);
    if (!order)
        order = text_compare(x_turned ? xa : xb, y_turned ? ya : yb);
    if (!order) /* a letter may read like a word: the word first */
        order = a->words[x->a]->kind + b->words[x->b]->kind - a->words[y->a]->kind -
                b->words[y->b]->kind;
    if (!order)
        order = (x->a + x->b) - (y->a + y->b);
    return order ? order : x->a * NAME_WORDS + x->b - y->a * NAME_WORDS - y->b;
}

static void sort_pairs(const struct spelled *a, const struct spelled *b, struct word_pair *pairs,
                       size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct word_pair p = pairs[i];
        size_t k = i;
        for (; k > 0 && compare_pairs(a, b, &p, &pairs[k - 1]) < 0; k--)
            pairs[k] = pairs[k - 1];
        pairs[k] = p;
    }
}

static uint32_t bits(size_t from, size_t count)
{
    return (uint32_t)((((uint64_t)1 << count) - 1) << from);
}

/* Each word at most once, what counts most first. */
static void pick_pairs(const struct word_pair *pairs, size_t count, struct likeness *l)
{
    for (size_t i = 0; i < count && l->pair_count < NAME_WORDS; i++) {
        uint32_t in_a = bits(pairs[i].a, pairs[i].a_count);
        uint32_t in_b = bits(pairs[i].b, pairs[i].b_count);
        if ((l->left_a & in_a) != in_a || (l->left_b & in_b) != in_b)
            continue;
        l->left_a &= ~in_a;
        l->left_b &= ~in_b;
        l->pairs[l->pair_count++] = pairs[i];
    }
}

/* What is left of a name. */
struct left_over {
    unsigned words, initials;       /* how many */
    unsigned weight, fathers_names; /* the latter apart */
};

static struct left_over left_over_of(const struct spelled *n, uint32_t left)
{
    struct left_over l = {0};
    for (size_t i = 0; i < n->count; i++) {
        const struct word *w = n->words[i];
        if (!(left >> i & 1))
            continue;
        l.words++;
        l.initials += w->kind == WORD_INITIAL;
        *(w->patronymic ? &l.fathers_names : &l.weight) += w->weight;
    }
    return l;
}

static bool is_solid(const struct word *w, uint8_t count)
{
    return count > 1 || (w->kind != WORD_INITIAL && !w->particle);
}

/* Pairs of full words; a single one makes extra words weigh more, and initials alone no likeness.
 */
static unsigned solid_words(const struct spelled *a, const struct spelled *b,
                            const struct likeness *l)
{
    unsigned solid = 0;
    for (size_t i = 0; i < l->pair_count; i++) {
        const struct word_pair *p = &l->pairs[i];
        if (is_solid(a->words[p->a], p->a_count) && is_solid(b->words[p->b], p->b_count))
            solid += p->a_count > p->b_count ? p->a_count : p->b_count;
    }
    return solid;
}

/* Initials that are no letters of what the other name has instead: names that differ. */
static unsigned count_contradictions(const struct left_over *a, const struct left_over *b)
{
    unsigned initials = a->initials > b->initials ? a->initials : b->initials;
    return least(initials, least(a->words, b->words));
}

static uint64_t lost_weight(const struct name_tables *t, const struct spelled *a,
                            const struct spelled *b, const struct likeness *l, unsigned solid)
{
    /* FATHERS_NAME: percent, enough that a name without it is not the very same. */
    enum { FATHERS_NAME = 5, CONTRADICTION = 40 };
    struct left_over x = left_over_of(a, l->left_a), y = left_over_of(b, l->left_b);
    uint64_t lost = (uint64_t)200 * CONTRADICTION * count_contradictions(&x, &y);
    if (x.fathers_names && y.fathers_names) {
        x.weight += x.fathers_names;
        y.weight += y.fathers_names;
    } else {
        lost += (uint64_t)FATHERS_NAME * (x.fathers_names + y.fathers_names);
    }
    unsigned both = least(x.weight, y.weight), extra = x.weight + y.weight - 2 * both;
    unsigned percent = l->is_body   ? t->extra_body
                       : solid >= 2 ? t->extra_person
                                    : t->extra_one_word;
    return lost + (uint64_t)200 * both + (uint64_t)percent * extra;
}

static bool is_reordered(const struct likeness *l)
{
    for (size_t i = 0; i < l->pair_count; i++)
        if (l->pairs[i].a != l->pairs[i].b)
            return true;
    return false;
}

/* Whether words that meet stand the other way round, not merely further back. */
static bool is_crossed(const struct likeness *l)
{
    for (size_t i = 0; i < l->pair_count; i++)
        for (size_t k = 0; k < l->pair_count; k++)
            if (l->pairs[i].a < l->pairs[k].a && l->pairs[i].b > l->pairs[k].b)
                return true;
    return false;
}

static bool all_given(const struct spelled *n)
{
    for (size_t i = 0; i < n->count; i++)
        if (!n->words[i]->given && word_counts(n->words[i]))
            return false;
    return true;
}

/* Where each word may be the family's name, the order tells whose: "Friedrich Hans" is not "Hans
 * Friedrich". A comma says which one it is. */
static bool is_order_telling(const struct spelled *a, const struct spelled *b,
                             const struct likeness *l)
{
    return !l->is_body && !a->has_comma && !b->has_comma && is_crossed(l) && all_given(a) &&
           all_given(b);
}

bool spelled_is_body(const struct spelled *n, enum profile_sort sort)
{
    bool common = false;
    for (size_t i = 0; i < n->count; i++)
        common |= n->words[i]->common && !n->words[i]->particle;
    return sort == PROFILE_BODY || (sort == PROFILE_ANY && (n->has_form || common));
}

void likeness_score(const struct name_tables *t, const struct spelled *a, const struct spelled *b,
                    bool is_body, struct word_pair *pairs, size_t count, struct likeness *l)
{
    *l = (struct likeness){.left_a = bits(0, a->count), .left_b = bits(0, b->count)};
    l->is_body = is_body;
    sort_pairs(a, b, pairs, count);
    pick_pairs(pairs, count, l);
    unsigned solid = solid_words(a, b, l);
    uint64_t met = 0, lost = 0;
    for (size_t i = 0; i < l->pair_count; i++) {
        const struct word_pair *p = &l->pairs[i];
        met += (uint64_t)2 * p->gain;
        lost += (uint64_t)2 * (p->gain / p->quality) * (100 - p->quality);
    }
    lost += lost_weight(t, a, b, l, solid);
    l->forms_differ = a->forms && b->forms && !(a->forms & b->forms);
    unsigned score = solid ? (unsigned)(SCORE_WHOLE * met / (met + lost)) : 0;
    if (score == SCORE_WHOLE && is_reordered(l))
        score--; /* the very same only in the same order */
    l->order_differs = is_order_telling(a, b, l);
    score = l->forms_differ ? score * t->differs_form / 100 : score;
    l->names = l->score = l->order_differs ? score * t->differs_order / 100 : score;
}

void names_compare(const struct name_tables *t, const struct spelled *a, const struct spelled *b,
                   enum profile_sort sort_a, enum profile_sort sort_b, struct likeness *out)
{
    struct word_pair pairs[NAME_PAIRS];
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++) {
            uint8_t quality, how = words_meet(t, a->words[i], b->words[k], &quality);
            if (!how || !quality)
                continue;
            struct word_pair *p = &pairs[count++];
            *p = (struct word_pair){(uint8_t)i, 1, (uint8_t)k, 1, how, quality, 0};
            pair_weigh(a, b, p);
        }
    add_joined(t, a, b, pairs, &count);
    bool body = spelled_is_body(a, sort_a) || spelled_is_body(b, sort_b);
    likeness_score(t, a, b, body, pairs, count, out);
}

/* --- what else is known --- */

bool number_sign(struct text *t, char *sign)
{
    while (t->len) {
        unsigned char c = (unsigned char)t->at[0];
        *t = text_slice(*t, 1, t->len);
        *sign = (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        if (c >= 0x80 || (c >= '0' && c <= '9') || (*sign >= 'A' && *sign <= 'Z'))
            return true;
    }
    return false;
}

bool numbers_same(struct text a, struct text b)
{
    char x, y;
    bool any = false;
    for (;; any = true) {
        bool more_a = number_sign(&a, &x), more_b = number_sign(&b, &y);
        if (!more_a || !more_b)
            return any && more_a == more_b;
        if (x != y)
            return false;
    }
}

static bool share_country(struct text a, struct text b)
{
    for (struct text rest = a, code; text_next(&rest, ' ', &code);)
        for (struct text other = b, with; text_next(&other, ' ', &with);)
            if (text_equal(code, with))
                return true;
    return false;
}

struct evidences profiles_compare(const struct profile *a, const struct profile *b)
{
    struct evidences e = {0};
    if (a->birth_known && b->birth_known)
        e.birth_date = a->birth == b->birth ? EVIDENCE_AGREES : EVIDENCE_DIFFERS;
    if (a->countries.len && b->countries.len)
        e.country = share_country(a->countries, b->countries) ? EVIDENCE_AGREES : EVIDENCE_DIFFERS;
    for (size_t i = 0; i < a->number_count; i++)
        for (size_t k = 0; k < b->number_count; k++)
            if (numbers_same(a->numbers[i], b->numbers[k]))
                e.number = EVIDENCE_AGREES;
    if (a->sort != PROFILE_ANY && b->sort != PROFILE_ANY && a->sort != b->sort)
        e.kind = EVIDENCE_DIFFERS;
    return e;
}

static unsigned weigh(unsigned score, enum evidence e, unsigned agrees, unsigned differs)
{
    return e == EVIDENCE_AGREES    ? score + (SCORE_WHOLE - score) * agrees / 100
           : e == EVIDENCE_DIFFERS ? score * differs / 100
                                   : score;
}

/* What sinks the score comes first: it is the names' own likeness that it sinks. */
unsigned score_with(const struct name_tables *t, unsigned names, const struct evidences *e)
{
    unsigned score = weigh(names, e->kind, 0, t->differs_kind);
    if (names > 0) { /* many share a country and a day of birth */
        score = weigh(score, e->country, t->agrees_country, t->differs_country);
        score = weigh(score, e->birth_date, t->agrees_birth, t->differs_birth);
    }
    return weigh(score, e->number, t->agrees_number, 100);
}

/* --- in words --- */

struct text score_print(struct arena *a, unsigned score)
{
    return score % 10 ? arena_format(a, "%u.%u %%", score / 10, score % 10)
                      : arena_format(a, "%u %%", score / 10);
}

static struct text words_print(struct arena *a, const struct spelled *n, size_t from, size_t count)
{
    struct text out = TEXT("");
    for (size_t i = from; i < from + count; i++)
        out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), out.len ? " " : "",
                           TEXT_ARG(n->words[i]->text));
    return out;
}

static const char *meeting_word(uint8_t how)
{
    static const char *const words[MEET_LETTERS + 1] = {
        [MEET_NOT] = "",
        [MEET_EQUAL] = "",
        [MEET_CLOSE] = "another spelling",
        [MEET_SAME] = "same name",
        [MEET_ALIKE] = "alike",
        [MEET_INITIAL] = "initial",
        [MEET_JOINED] = "written as one",
        [MEET_LETTERS] = "first letters",
    };
    return words[how];
}

static void add_part(struct arena *a, struct text *out, struct text part)
{
    *out = out->len ? arena_format(a, "%.*s; %.*s", TEXT_ARG(*out), TEXT_ARG(part)) : part;
}

static struct text left_print(struct arena *a, const struct spelled *n, uint32_t left)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < n->count; i++)
        if (left >> i & 1)
            out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), out.len ? " " : "",
                               TEXT_ARG(n->words[i]->text));
    return out;
}

static void print_evidence(struct arena *a, struct text *out, const char *what, enum evidence e)
{
    if (e != EVIDENCE_NONE)
        add_part(a, out,
                 arena_format(a, "%s %s", what, e == EVIDENCE_AGREES ? "agrees" : "differs"));
}

struct text likeness_print(struct arena *a, const struct spelled *x, const struct spelled *y,
                           const struct likeness *l, const struct evidences *e)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < l->pair_count; i++) {
        const struct word_pair *p = &l->pairs[i];
        struct text first = words_print(a, x, p->a, p->a_count);
        struct text second = words_print(a, y, p->b, p->b_count);
        add_part(a, &out,
                 p->how == MEET_EQUAL
                     ? arena_format(a, "%.*s = %.*s", TEXT_ARG(first), TEXT_ARG(second))
                     : arena_format(a, "%.*s ~ %.*s (%s, %u %%)", TEXT_ARG(first), TEXT_ARG(second),
                                    meeting_word(p->how), p->quality));
    }
    struct text left_x = left_print(a, x, l->left_a), left_y = left_print(a, y, l->left_b);
    if (left_x.len)
        add_part(a, &out, arena_format(a, "only in the first: %.*s", TEXT_ARG(left_x)));
    if (left_y.len)
        add_part(a, &out, arena_format(a, "only in the second: %.*s", TEXT_ARG(left_y)));
    if (l->forms_differ)
        add_part(a, &out, TEXT("legal forms of two sorts"));
    if (l->order_differs)
        add_part(a, &out, TEXT("given names in another order"));
    print_evidence(a, &out, "date of birth", e->birth_date);
    print_evidence(a, &out, "country", e->country);
    print_evidence(a, &out, "number", e->number);
    print_evidence(a, &out, "kind", e->kind);
    return out;
}
