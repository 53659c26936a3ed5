/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/tables.h"

#include <stdlib.h>

#include "name/kinds.h"
#include "name/script.h"
#include "name/spell.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- kinds --- */

static const struct node_key names_keys[] = {
    {"names", true, NODE_SCALAR, false},    {"source", true, NODE_SCALAR, false},
    {"letters", false, NODE_MAP, false},    {"lookalikes", false, NODE_MAP, false},
    {"close", false, NODE_MAP, false},      {"loose", false, NODE_MAP, false},
    {"near", false, NODE_LIST, false},      {"titles", false, NODE_LIST, false},
    {"articles", false, NODE_LIST, false},  {"particles", false, NODE_LIST, false},
    {"common", false, NODE_LIST, false},    {"patronymics", false, NODE_LIST, false},
    {"same", false, NODE_LIST, false},      {"given", false, NODE_LIST, false},
    {"forms", false, NODE_MAP, false},      {"numbers", false, NODE_MAP, false},
    {"ordinals", false, NODE_LIST, false},  {"meets", false, NODE_MAP, false},
    {"extra", false, NODE_MAP, false},      {"differs", false, NODE_MAP, false},
    {"agrees", false, NODE_MAP, false},     {"weights", false, NODE_MAP, false},
    {"thresholds", false, NODE_MAP, false},
};
static const struct node_key meets_keys[] = {
    {"equal", true, NODE_SCALAR, false},  {"close", true, NODE_SCALAR, false},
    {"same", true, NODE_SCALAR, false},   {"initial", true, NODE_SCALAR, false},
    {"joined", true, NODE_SCALAR, false}, {"letters", true, NODE_SCALAR, false},
};
static const struct node_key extra_keys[] = {
    {"body", true, NODE_SCALAR, false},
    {"person", true, NODE_SCALAR, false},
    {"person_one_word", true, NODE_SCALAR, false},
};
static const struct node_key differs_keys[] = {
    {"legal_form", true, NODE_SCALAR, false},  {"birth_date", true, NODE_SCALAR, false},
    {"country", true, NODE_SCALAR, false},     {"kind", true, NODE_SCALAR, false},
    {"given_order", true, NODE_SCALAR, false},
};
static const struct node_key agrees_keys[] = {
    {"birth_date", true, NODE_SCALAR, false},
    {"country", true, NODE_SCALAR, false},
    {"number", true, NODE_SCALAR, false},
};
static const struct node_key weights_keys[] = {
    {"common", true, NODE_SCALAR, false},
    {"particle", true, NODE_SCALAR, false},
};
static const struct node_key thresholds_keys[] = {
    {"exact", true, NODE_SCALAR, false},
    {"strict", true, NODE_SCALAR, false},
    {"usual", true, NODE_SCALAR, false},
    {"broad", true, NODE_SCALAR, false},
};

static const struct value_form no_forms[] = {{NULL, NULL}};
const struct kind names_kind = {"names", "How names are read and compared", names_keys,
                                COUNT(names_keys),
                                (const struct value_form[]){{"same", "list of texts"},
                                                            {"given", "list of texts"},
                                                            {"forms", "map of texts"},
                                                            {"numbers", "map of texts"},
                                                            {"meets", "name-meets"},
                                                            {"extra", "name-extra"},
                                                            {"differs", "name-differs"},
                                                            {"agrees", "name-agrees"},
                                                            {"weights", "name-weights"},
                                                            {"thresholds", "name-thresholds"},
                                                            {NULL, NULL}}};
static const struct kind score_kinds[] = {
    {"name-meets", "How well two words meet, in percent", meets_keys, COUNT(meets_keys), no_forms},
    {"name-extra", "What a word counts that only one name has, in percent", extra_keys,
     COUNT(extra_keys), no_forms},
    {"name-differs", "Factors for what else differs, in percent", differs_keys, COUNT(differs_keys),
     no_forms},
    {"name-agrees", "How much of the gap to 100 closes what else agrees, in percent", agrees_keys,
     COUNT(agrees_keys), no_forms},
    {"name-weights", "Weights of words that tell little, in percent", weights_keys,
     COUNT(weights_keys), no_forms},
    {"name-thresholds", "From which scores on two names count as alike", thresholds_keys,
     COUNT(thresholds_keys), no_forms},
};

const struct kind *names_kind_find(struct text name)
{
    if (text_equal(name, text_of(names_kind.name)))
        return &names_kind;
    for (size_t i = 0; i < COUNT(score_kinds); i++)
        if (text_equal(name, text_of(score_kinds[i].name)))
            return &score_kinds[i];
    return NULL;
}

const char *name_threshold_name(enum name_threshold t)
{
    return thresholds_keys[t].name;
}

/* --- tables of words --- */

static size_t slot_of(const struct word_table *t, struct text key)
{
    size_t at = text_hash(key) & (t->size - 1);
    while (t->keys[at].at && !text_equal(t->keys[at], key))
        at = (at + 1) & (t->size - 1);
    return at;
}

uint32_t *word_table_find(const struct word_table *t, struct text key)
{
    if (t->size == 0 || key.len == 0)
        return NULL;
    size_t at = slot_of(t, key);
    return t->keys[at].at ? &t->values[at] : NULL;
}

static void double_table(struct word_table *t, struct arena *a)
{
    struct word_table bigger = {.size = t->size ? 2 * t->size : 64, .count = t->count};
    bigger.keys = arena_array(a, bigger.size, struct text);
    bigger.values = arena_array(a, bigger.size, uint32_t);
    for (size_t i = 0; i < t->size; i++) {
        if (!t->keys[i].at)
            continue;
        size_t at = slot_of(&bigger, t->keys[i]);
        bigger.keys[at] = t->keys[i];
        bigger.values[at] = t->values[i];
    }
    *t = bigger;
}

uint32_t *word_table_put(struct word_table *t, struct arena *a, struct text key)
{
    if (2 * (t->count + 1) > t->size)
        double_table(t, a);
    size_t at = slot_of(t, key);
    if (!t->keys[at].at) {
        t->keys[at] = key;
        t->count++;
    }
    return &t->values[at];
}

/* --- reading --- */

struct reading {
    struct name_tables *tables;
    struct diags *diags;
    bool ok;
};

static void complain(struct reading *r, struct span span, const char *expected)
{
    r->ok = diag_error(r->diags, span, "names-entry", TEXT("lawbase/names/README.md shows how"),
                       "expected %s", expected);
}

static void read_rewrite(struct reading *r, const struct node *map, struct rewrite *out)
{
    for (size_t i = 0; map && i < map->count; i++)
        if (map->items[i]->kind != NODE_SCALAR ||
            !rewrite_add(out, &r->tables->arena, map->keys[i], map->items[i]->text))
            complain(r, map->key_spans[i], "a few letters, and what is written for them");
}

/* Letters alike share a class; the vowels come first, and are class 1. */
static void read_near(struct reading *r, const struct node *list)
{
    for (size_t i = 0; list && i < list->count; i++) {
        struct text letters = list->items[i]->text;
        for (size_t k = 0; k < letters.len; k++) {
            unsigned char c = (unsigned char)letters.at[k];
            if (c < NEAR_CLASSES && i < UINT8_MAX)
                r->tables->near[c] = (uint8_t)(i + 1);
            else
                complain(r, list->items[i]->span, "plain letters");
        }
    }
}

/* An entry of a list as its words in Latin letters, joined with single blanks; empty after a
 * message. *first is its first word. */
static struct text entry_words(struct reading *r, const struct node *n, struct text *first)
{
    struct arena *a = &r->tables->arena;
    struct text raw[FORM_WORDS], out = TEXT("");
    char room[WORD_BYTES];
    size_t count = n->kind == NODE_SCALAR ? raw_words(a, n->text, raw, FORM_WORDS) : 0;
    for (size_t i = 0; i < count; i++) {
        struct text word = arena_copy(a, word_in_latin(r->tables, raw[i], room));
        if (i == 0)
            *first = word;
        out = i ? arena_format(a, "%.*s %.*s", TEXT_ARG(out), TEXT_ARG(word)) : word;
    }
    if (out.len == 0)
        complain(r, n->span, "a word");
    return out;
}

static struct word_note *note_of(struct reading *r, struct text word)
{
    struct name_tables *t = r->tables;
    uint32_t *at = word_table_put(&t->notes_of, &t->arena, word);
    if (*at == 0) {
        arena_push(&t->arena, &t->notes, &t->note_count);
        *at = (uint32_t)t->note_count;
    }
    return &t->notes[*at - 1];
}

enum mark { MARK_TITLE, MARK_ARTICLE, MARK_PARTICLE, MARK_COMMON };

static void read_marks(struct reading *r, const struct node *list, enum mark mark)
{
    for (size_t i = 0; list && i < list->count; i++) {
        struct text first, word = entry_words(r, list->items[i], &first);
        if (!word.len)
            continue;
        /* "right honourable": each of its words is one. */
        for (struct text rest = word, part; text_next(&rest, ' ', &part);) {
            struct word_note *n = note_of(r, part);
            n->title |= mark == MARK_TITLE;
            n->article |= mark == MARK_ARTICLE;
            n->particle |= mark == MARK_PARTICLE;
            n->common |= mark == MARK_COMMON;
        }
    }
}

static void add_group(uint32_t groups[2], uint32_t group)
{
    if (groups[0] == group || groups[1] == group)
        return;
    groups[groups[0] != 0] = group;
}

/* By its letters, and by its sound: other spellings of a name belong to its group as well. */
static void read_groups(struct reading *r, const struct node *list, bool given)
{
    struct name_tables *t = r->tables;
    for (size_t i = 0; list && i < list->count; i++) {
        const struct node *group = list->items[i];
        *arena_push(&t->arena, &t->group_is_given, &t->group_count) = given;
        uint32_t number = (uint32_t)t->group_count;
        if (group->kind != NODE_LIST)
            complain(r, group->span, "a list of words that are the same");
        for (size_t k = 0; group->kind == NODE_LIST && k < group->count; k++) {
            char room[WORD_BYTES];
            struct text first, word = entry_words(r, group->items[k], &first);
            if (!word.len)
                continue;
            struct word_note *note = note_of(r, word);
            add_group(note->groups, number);
            note->given |= given;
            struct text sound = arena_copy(&t->arena, close_key(t, word, room));
            if (sound.len)
                *word_table_put(&t->groups_of_sound, &t->arena, sound) = number;
        }
    }
}

/* Long words are a form in any spelling of theirs. */
enum { LONG_FORM = 8 };

static void add_long_form(struct reading *r, struct text word, size_t sort)
{
    struct name_tables *t = r->tables;
    char room[WORD_BYTES];
    struct text sound = arena_copy(&t->arena, close_key(t, word, room));
    if (sound.len)
        *word_table_put(&t->long_forms, &t->arena, sound) = (uint32_t)sort + 1;
}

static void read_forms(struct reading *r, const struct node *map)
{
    struct name_tables *t = r->tables;
    for (size_t i = 0; map && i < map->count; i++) {
        const struct node *list = map->items[i];
        size_t sort = 0;
        while (sort < t->form_sort_count && !text_equal(t->form_sorts[sort], map->keys[i]))
            sort++;
        if (sort == t->form_sort_count)
            *arena_push(&t->arena, &t->form_sorts, &t->form_sort_count) = map->keys[i];
        if (list->kind != NODE_LIST || sort >= 32) {
            complain(r, map->key_spans[i], "a list of forms, of at most 31 sorts");
            continue;
        }
        for (size_t k = 0; k < list->count; k++) {
            struct text first, words = entry_words(r, list->items[k], &first);
            if (!words.len)
                continue;
            *word_table_put(&t->forms, &t->arena, words) = (uint32_t)sort + 1;
            *word_table_put(&t->form_begin, &t->arena, first) = 1;
            if (text_equal(first, words) && words.len >= LONG_FORM)
                add_long_form(r, words, sort);
        }
    }
}

static void read_endings(struct reading *r, const struct node *list, struct text **endings,
                         size_t *count)
{
    for (size_t i = 0; list && i < list->count; i++) {
        struct text first, word = entry_words(r, list->items[i], &first);
        if (word.len)
            *arena_push(&r->tables->arena, endings, count) = word;
    }
}

static void read_numbers(struct reading *r, const struct node *map)
{
    for (size_t i = 0; map && i < map->count; i++) {
        const struct node *list = map->items[i];
        int64_t number;
        if (list->kind != NODE_LIST || !decimal_read(map->keys[i], NUMBER_PLAIN, 0, &number) ||
            number < 0 || number > 1000000) {
            complain(r, map->key_spans[i], "a number, and the words for it");
            continue;
        }
        for (size_t k = 0; k < list->count; k++) {
            struct text first, word = entry_words(r, list->items[k], &first);
            struct word_note *n = word.len ? note_of(r, word) : NULL;
            if (n) {
                n->counts = true;
                n->number = (unsigned)number;
            }
        }
    }
}

/* --- numbers --- */

static void read_percent(struct reading *r, const struct node *map, const char *key, unsigned *out)
{
    const struct node *n = node_find(map, key);
    int64_t value = -1;
    if (!n || !decimal_read(n->text, NUMBER_PLAIN, 0, &value) || value < 0 || value > 100)
        complain(r, n ? n->span : map->span, "a percentage from 0 to 100");
    else
        *out = (unsigned)value;
}

static const struct node *checked(struct reading *r, const struct node *file, const char *key,
                                  const struct kind *k)
{
    const struct node *n = node_find(file, key);
    if (n && !node_check(r->diags, n, key, k->keys, k->key_count)) {
        r->ok = false;
        return NULL;
    }
    return n;
}

static void read_scores(struct reading *r, const struct node *file)
{
    struct name_tables *t = r->tables;
    static const enum meeting meetings[] = {MEET_EQUAL,   MEET_CLOSE,  MEET_SAME,
                                            MEET_INITIAL, MEET_JOINED, MEET_LETTERS};
    unsigned *const extras[] = {&t->extra_body, &t->extra_person, &t->extra_one_word};
    unsigned *const differences[] = {&t->differs_form, &t->differs_birth, &t->differs_country,
                                     &t->differs_kind, &t->differs_order};
    unsigned *const agreements[] = {&t->agrees_birth, &t->agrees_country, &t->agrees_number};
    unsigned *const weights[] = {&t->weight_common, &t->weight_particle};
    const struct node *meets = checked(r, file, "meets", &score_kinds[0]),
                      *extra = checked(r, file, "extra", &score_kinds[1]),
                      *differs = checked(r, file, "differs", &score_kinds[2]),
                      *agrees = checked(r, file, "agrees", &score_kinds[3]),
                      *weight = checked(r, file, "weights", &score_kinds[4]),
                      *thresholds = checked(r, file, "thresholds", &score_kinds[5]);
    for (size_t i = 0; meets && i < COUNT(meetings); i++)
        read_percent(r, meets, meets_keys[i].name, &t->meets[meetings[i]]);
    for (size_t i = 0; extra && i < COUNT(extras); i++)
        read_percent(r, extra, extra_keys[i].name, extras[i]);
    for (size_t i = 0; differs && i < COUNT(differences); i++)
        read_percent(r, differs, differs_keys[i].name, differences[i]);
    for (size_t i = 0; agrees && i < COUNT(agreements); i++)
        read_percent(r, agrees, agrees_keys[i].name, agreements[i]);
    for (size_t i = 0; weight && i < COUNT(weights); i++)
        read_percent(r, weight, weights_keys[i].name, weights[i]);
    for (size_t i = 0; thresholds && i < NAME_THRESHOLDS; i++)
        read_percent(r, thresholds, thresholds_keys[i].name, &t->thresholds[i]);
}

/* What holds as long as no file says otherwise: words meet as they are, or not. */
static void set_plain(struct name_tables *t)
{
    *t = (struct name_tables){.arena = ARENA("names")};
    for (size_t i = 0; i <= MEET_LETTERS; i++)
        t->meets[i] = 100;
    for (size_t i = 0; i < NAME_THRESHOLDS; i++)
        t->thresholds[i] = 100;
    t->extra_body = t->extra_person = t->extra_one_word = 100;
    t->differs_form = t->differs_birth = t->differs_country = t->differs_kind = 100;
    t->differs_order = 100;
    t->weight_common = t->weight_particle = 100;
    *arena_push(&t->arena, &t->form_sorts, &t->form_sort_count) = TEXT("");
}

bool name_tables_make(struct name_tables *t, struct diags *d, struct node *const *files,
                      size_t count)
{
    struct reading r = {t, d, true};
    set_plain(t);
    t->reader = script_reader_new();
    struct node **good = arena_array(&t->arena, count, struct node *);
    size_t good_count = 0;
    for (size_t i = 0; i < count; i++)
        if (node_check(d, files[i], "file of names", names_kind.keys, names_kind.key_count))
            good[good_count++] = files[i];
        else
            r.ok = false;
    /* Letters first: by them the words of all other tables are read. */
    for (size_t i = 0; i < good_count; i++) {
        read_rewrite(&r, node_find(good[i], "letters"), &t->letters);
        read_rewrite(&r, node_find(good[i], "lookalikes"), &t->lookalikes);
        read_rewrite(&r, node_find(good[i], "close"), &t->close);
        read_rewrite(&r, node_find(good[i], "loose"), &t->loose);
        read_near(&r, node_find(good[i], "near"));
        read_scores(&r, good[i]);
    }
    rewrite_finish(&t->letters);
    rewrite_finish(&t->lookalikes);
    rewrite_finish(&t->close);
    rewrite_finish(&t->loose);
    for (size_t i = 0; i < good_count; i++) {
        read_marks(&r, node_find(good[i], "titles"), MARK_TITLE);
        read_marks(&r, node_find(good[i], "articles"), MARK_ARTICLE);
        read_marks(&r, node_find(good[i], "particles"), MARK_PARTICLE);
        read_marks(&r, node_find(good[i], "common"), MARK_COMMON);
        read_groups(&r, node_find(good[i], "same"), false);
        read_groups(&r, node_find(good[i], "given"), true);
        read_forms(&r, node_find(good[i], "forms"));
        read_numbers(&r, node_find(good[i], "numbers"));
        read_endings(&r, node_find(good[i], "patronymics"), &t->patronymics, &t->patronymic_count);
        read_endings(&r, node_find(good[i], "ordinals"), &t->ordinals, &t->ordinal_count);
    }
    return r.ok;
}

void name_tables_free(struct name_tables *t)
{
    script_reader_free(t->reader);
    arena_free(&t->arena);
    *t = (struct name_tables){0};
}
