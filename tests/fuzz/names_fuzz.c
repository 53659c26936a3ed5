/* SPDX-License-Identifier: Apache-2.0
 *
 * Names: the input is a file of lawbase/names behind a line "%% names", and names, one a line,
 * behind a line "%% list". Whatever the tables say, a name taken apart twice is taken apart once by
 * the project's own, two names are alike whichever comes first, and a search finds what comparing
 * finds.
 */
#include <config.h>

#include "name/index.h"
#include "target.h"

enum { MOST_NAMES = 40 };

static struct text read_names(struct text body, struct name_list *list)
{
    struct text line, last = TEXT("");
    while (list->count < MOST_NAMES && text_next(&body, '\n', &line)) {
        struct listed e = {.who = {.name = line, .sort = (enum profile_sort)(line.len % 3)},
                           .list = TEXT("list")};
        name_list_add(list, &e);
        last = line;
    }
    return last;
}

/* A letter that Latin writes with two, as the Cyrillic kh, read again is the letters of two names.
 */
static bool has_two_letter_initial(const struct spelled *n)
{
    bool any = false;
    for (size_t i = 0; i < n->count; i++)
        any |= n->words[i]->kind == WORD_INITIAL && n->words[i]->text.len > 1;
    return any;
}

static void check_folding(struct lexicon *words, struct arena *a, const struct profile *who)
{
    struct spelled once, twice;
    name_spell(words, who->name, who->sort, &once);
    if (has_two_letter_initial(&once))
        return;
    struct text first = spelled_text(a, &once);
    name_spell(words, first, who->sort, &twice);
    struct text second = spelled_text(a, &twice);
    MUST(text_equal(first, second), "\"%.*s\": \"%.*s\", then \"%.*s\"", TEXT_ARG(who->name),
         TEXT_ARG(first), TEXT_ARG(second));
}

static bool repeats_a_word(const struct spelled *n)
{
    for (size_t i = 0; i < n->count; i++)
        for (size_t k = 0; k < i; k++)
            if (n->words[i] == n->words[k])
                return true;
    return false;
}

/* Of a word that a name has twice, which of the two is paired may hang on which name is first. */
static void check_pair(struct lexicon *words, const struct name_tables *t, struct arena *a,
                       const struct profile *x, const struct profile *y)
{
    struct spelled one, other;
    struct likeness to, back;
    struct evidences e = profiles_compare(x, y);
    name_spell(words, x->name, x->sort, &one);
    name_spell(words, y->name, y->sort, &other);
    names_compare(t, &one, &other, x->sort, y->sort, &to);
    names_compare(t, &other, &one, y->sort, x->sort, &back);
    bool ties = repeats_a_word(&one) || repeats_a_word(&other);
    MUST(ties || to.score == back.score, "%u, %u: \"%.*s\" and \"%.*s\"", to.score, back.score,
         TEXT_ARG(x->name), TEXT_ARG(y->name));
    MUST(to.score <= SCORE_WHOLE, "%u", to.score);
    likeness_print(a, &one, &other, &to, &e);
}

static void check_search(struct name_search *fast, struct name_search *slow,
                         const struct profile *who, unsigned least)
{
    struct name_hits h = name_search_find(fast, who, TEXT(""), least);
    struct name_hits s = name_search_slowly(slow, who, TEXT(""), least);
    MUST(h.count == s.count, "\"%.*s\" from %u on: %zu, not %zu", TEXT_ARG(who->name), least,
         h.count, s.count);
    for (size_t i = 0; i < h.count; i++)
        MUST(h.items[i].entry == s.items[i].entry && h.items[i].score == s.items[i].score,
             "hit %zu", i);
}

static void check_names(const struct name_tables *t, struct text body, bool own)
{
    struct arena a = ARENA("fuzz");
    struct name_list list = {.arena = ARENA("list")};
    read_names(body, &list);
    struct lexicon *words = lexicon_new(t);
    struct name_index *index = name_index_new(t, &list);
    struct name_search *fast = name_search_new(index), *slow = name_search_new(index);
    for (size_t i = 0; i < list.count; i++) {
        const struct profile *who = &list.items[i].who;
        if (own)
            check_folding(words, &a, who);
        check_pair(words, t, &a, who, &list.items[(i * 7 + 1) % list.count].who);
        check_search(fast, slow, who, own ? 780 : 500);
    }
    name_search_free(fast);
    name_search_free(slow);
    name_index_free(index);
    lexicon_free(words);
    name_list_free(&list);
    arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text input = {(const char *)bytes, size}, file = TEXT(""), names = TEXT("");
    struct named_file f;
    struct arena a = ARENA("tables");
    struct diags d;
    struct name_tables t;
    while (take_named_file(&input, &f))
        *(text_equal(f.name, TEXT("names")) ? &file : &names) = f.body;
    diags_init(&d);
    check_names(session_names(session_loaded()), names, true);
    struct node *n = yaml_read(&a, &d, source_from(&a, TEXT("names.yaml"), file));
    if (n) {
        bool good = name_tables_make(&t, &d, &n, 1);
        MUST(good || d.errors, "refused without a word");
        check_names(&t, names, false);
        name_tables_free(&t);
    }
    print_messages(&d);
    diags_free(&d);
    arena_free(&a);
    return 0;
}
