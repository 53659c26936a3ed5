/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "law/letter.h"

#include "law/kind.h"
#include "law/lint.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

const struct letter_word_form letter_words[LETTER_WORDS] = {
    [LETTER_TITLE] = {TEXT_INIT("title"), true},
    [LETTER_DATE] = {TEXT_INIT("date"), false},
    [LETTER_REFERENCE] = {TEXT_INIT("reference"), false},
    [LETTER_ADDRESSEE] = {TEXT_INIT("addressee"), false},
    [LETTER_AUTHORITY] = {TEXT_INIT("authority"), false},
    [LETTER_JURISDICTION] = {TEXT_INIT("jurisdiction"), false},
    [LETTER_MATTER] = {TEXT_INIT("matter"), false},
    [LETTER_AMOUNT] = {TEXT_INIT("amount"), false},
    [LETTER_DAY] = {TEXT_INIT("day"), false},
    [LETTER_CONSEQUENCE] = {TEXT_INIT("consequence"), false},
    [LETTER_DUE] = {TEXT_INIT("due"), false},
    [LETTER_ACTORS] = {TEXT_INIT("actors"), true},
    [LETTER_RECORDS] = {TEXT_INIT("records"), true},
    [LETTER_FACTS] = {TEXT_INIT("facts"), true},
    [LETTER_MISSING] = {TEXT_INIT("missing"), true},
    [LETTER_REASONS] = {TEXT_INIT("reasons"), true},
    [LETTER_ARTICLES] = {TEXT_INIT("articles"), true},
    [LETTER_LIMITS] = {TEXT_INIT("limits"), true},
    [LETTER_SANCTIONS] = {TEXT_INIT("sanctions"), true},
    [LETTER_DOUBTS] = {TEXT_INIT("doubts"), true},
};
static const struct text outcomes[] = {TEXT_INIT("violation"), TEXT_INIT("indicator"),
                                       TEXT_INIT("undetermined")};

/* --- letters.yaml --- */

static const struct node_key letter_keys[] = {
    {"letter", true, NODE_SCALAR, false}, {"title", true, NODE_MAP, false},
    {"to", false, NODE_LIST, false},      {"outcomes", true, NODE_LIST, false},
    {"actions", false, NODE_LIST, false},
};

const struct kind letter_kind = {
    "letter", "A template of a letter: to whom, and for which findings it is fit", letter_keys,
    COUNT(letter_keys),
    (const struct value_form[]){{"title", "words"},
                                {"outcomes", "list of one of violation indicator undetermined"},
                                {NULL, NULL}}};

bool letter_read(struct lawbase *l, struct diags *d, const struct node *n,
                 const struct jurisdiction *j)
{
    if (!node_check(d, n, "letter", letter_keys, COUNT(letter_keys)))
        return false;
    struct letter *t = arena_make(&l->arena, struct letter);
    t->id = node_text(n, "letter");
    t->jurisdiction = j;
    t->node = n;
    t->span = node_find(n, "letter")->span;
    if (letter_find(l, j, t->id))
        return diag_error(d, t->span, "law-duplicate", TEXT("give it another name"),
                          "the letter \"%.*s\" stands here twice", TEXT_ARG(t->id));
    if (!words_read(&l->arena, d, node_find(n, "title"), &t->title) ||
        !names_read(&l->arena, d, node_find(n, "to"), &t->to, &t->to_spans, &t->to_count) ||
        !names_read(&l->arena, d, node_find(n, "outcomes"), &t->outcomes, &t->outcome_spans,
                    &t->outcome_count) ||
        !names_read(&l->arena, d, node_find(n, "actions"), &t->actions, &t->action_spans,
                    &t->action_count))
        return false;
    *arena_push(&l->arena, &l->letters, &l->letter_count) = t;
    return true;
}

static struct letter *find_letter(const struct lawbase *l, const struct jurisdiction *j,
                                  struct text id)
{
    for (size_t i = 0; i < l->letter_count; i++)
        if (l->letters[i]->jurisdiction == j && text_equal(l->letters[i]->id, id))
            return l->letters[i];
    return NULL;
}

const struct letter *letter_find(const struct lawbase *l, const struct jurisdiction *j,
                                 struct text id)
{
    return find_letter(l, j, id);
}

bool letter_text_read(struct lawbase *l, struct diags *d, const struct source *s, struct text name,
                      const struct jurisdiction *j)
{
    size_t dot = text_find(name, '.'), bad;
    struct text id = text_slice(name, 0, dot);
    struct letter *t = find_letter(l, j, id);
    struct span start = {s, 0, 0};
    if (name.len < dot + sizeof ".txt" || !t) {
        struct text *known = arena_array(&d->arena, l->letter_count + 1, struct text);
        for (size_t i = 0; i < l->letter_count; i++)
            known[i] = l->letters[i]->id;
        struct text hint = diag_did_you_mean(&d->arena, id, known, l->letter_count);
        return diag_error(d, start, "letter-undeclared",
                          hint.len ? hint : TEXT("its name is LETTER.LANGUAGE.txt"),
                          "letters.yaml has no letter \"%.*s\"", TEXT_ARG(id));
    }
    if (!text_is_utf8(s->body, &bad))
        return diag_error(d, (struct span){s, (uint32_t)bad, (uint32_t)bad + 1}, "letter-encoding",
                          TEXT("write UTF-8"), "this is not readable as text");
    *arena_push(&l->arena, &t->texts,
                &t->text_count) = (struct letter_text){text_slice(name, dot + 1, name.len - 4), s};
    return true;
}

/* --- what it is fit for --- */

const struct letter_text *letter_text_find(const struct letter *t, struct text language)
{
    for (size_t i = 0; i < t->text_count; i++)
        if (text_equal(t->texts[i].language, language))
            return &t->texts[i];
    return NULL;
}

static bool lists(const struct text *names, size_t count, struct text name)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(names[i], name))
            return true;
    return false;
}

bool letter_fits_outcome(const struct letter *t, struct text outcome)
{
    return lists(t->outcomes, t->outcome_count, outcome);
}

bool letter_fits_action(const struct letter *t, const struct consequence *c)
{
    return !t->action_count ||
           (c->given && (lists(t->actions, t->action_count, c->action) ||
                         (c->otherwise.len && lists(t->actions, t->action_count, c->otherwise))));
}

/* --- its text --- */

bool letter_line_is_remark(struct text line)
{
    return text_starts(line, TEXT("#"));
}

static size_t find_special(struct text t)
{
    size_t i = 0;
    while (i < t.len && !strchr("{}[]", t.at[i] ? t.at[i] : ' '))
        i++;
    return i;
}

static enum letter_piece_kind word_find(struct text name, enum letter_word *out)
{
    for (size_t i = 0; i < LETTER_WORDS; i++)
        if (text_equal(letter_words[i].name, name)) {
            *out = (enum letter_word)i;
            return LETTER_FILLED;
        }
    return LETTER_WRONG;
}

bool letter_piece_next(struct text *line, struct letter_piece *p)
{
    size_t at = find_special(*line);
    *p = (struct letter_piece){.kind = LETTER_PLAIN, .text = text_slice(*line, 0, at)};
    if (!line->len)
        return false;
    if (at) {
        *line = text_slice(*line, at, line->len);
        return true;
    }
    char open = line->at[0], close = open == '{' ? '}' : ']';
    struct text rest = text_slice(*line, 1, line->len);
    size_t end = find_special(rest);
    if (open == '}' || open == ']' || end == rest.len || rest.at[end] != close) {
        p->kind = LETTER_WRONG;
        p->text = text_slice(*line, 0, 1);
        *line = rest;
        return true;
    }
    p->text = text_slice(rest, 0, end);
    p->kind = open == '[' ? LETTER_BLANK : word_find(p->text, &p->word);
    *line = text_slice(rest, end + 1, rest.len);
    return true;
}

static struct span span_in(const struct source *s, struct text part)
{
    uint32_t begin = (uint32_t)(part.at - s->body.at);
    return (struct span){s, begin, begin + (uint32_t)part.len};
}

static bool is_bracket(struct text t)
{
    return t.len == 1 && strchr("{}[]", t.at[0]);
}

static bool tell_wrong(struct diags *d, const struct source *s, struct text part)
{
    struct text names[LETTER_WORDS];
    if (is_bracket(part))
        return diag_error(d, span_in(s, part), "letter-unclosed",
                          TEXT("write {word} or [what a person is to fill in], on one line"),
                          "\"%.*s\" has no partner", TEXT_ARG(part));
    for (size_t i = 0; i < LETTER_WORDS; i++)
        names[i] = letter_words[i].name;
    struct text hint = diag_did_you_mean(&d->arena, part, names, LETTER_WORDS);
    return diag_error(d, span_in(s, part), "letter-unknown-word",
                      hint.len ? hint : TEXT("lawbase/README.md lists what letters may say"),
                      "no finding can fill in \"%.*s\"", TEXT_ARG(part));
}

static bool check_line(struct diags *d, const struct source *s, struct text line)
{
    struct text rest = line;
    struct letter_piece p;
    bool ok = true;
    while (letter_piece_next(&rest, &p)) {
        bool alone = p.kind == LETTER_FILLED && letter_words[p.word].alone;
        if (p.kind == LETTER_WRONG)
            ok = tell_wrong(d, s, p.text);
        else if (p.kind == LETTER_BLANK && !text_trim(p.text).len)
            ok = diag_error(d, span_in(s, p.text), "letter-blank",
                            TEXT("write what belongs there: [name of the officer]"),
                            "nobody knows what to fill in here");
        else if (alone && text_trim(line).len != p.text.len + 2)
            ok = diag_error(d, span_in(s, p.text), "letter-list-in-line",
                            TEXT("give it a line of its own"), "\"%.*s\" is a heading or a list",
                            TEXT_ARG(p.text));
    }
    return ok;
}

bool letter_text_check(const struct letter_text *t, struct diags *d)
{
    bool ok = true;
    for (size_t i = 1; i <= t->source->line_count; i++) {
        struct text line = source_line(t->source, i);
        if (!letter_line_is_remark(line))
            ok &= check_line(d, t->source, line);
    }
    return ok;
}

/* --- lint --- */

static bool lint_outcomes(struct diags *d, const struct letter *t)
{
    bool ok = true;
    for (size_t i = 0; i < t->outcome_count; i++)
        if (!lists(outcomes, COUNT(outcomes), t->outcomes[i]))
            ok = diag_error(d, t->outcome_spans[i], "letter-outcome",
                            diag_did_you_mean(&d->arena, t->outcomes[i], outcomes, COUNT(outcomes)),
                            "expected violation, indicator or undetermined");
    return ok;
}

/* Some rule of the jurisdiction must ask for it: else the letter would never be fit. */
static bool lint_actions(const struct lawbase *l, struct diags *d, const struct letter *t)
{
    struct text *known = NULL;
    size_t count = 0;
    bool ok = true;
    for (size_t i = 0; i < l->rule_count; i++) {
        const struct consequence *c = &l->rules[i]->consequence;
        if (l->rules[i]->jurisdiction != t->jurisdiction || !c->given)
            continue;
        *arena_push(&d->arena, &known, &count) = c->action;
        if (c->otherwise.len)
            *arena_push(&d->arena, &known, &count) = c->otherwise;
    }
    for (size_t i = 0; i < t->action_count; i++)
        if (!lists(known, count, t->actions[i]))
            ok = diag_error(d, t->action_spans[i], "letter-action",
                            diag_did_you_mean(&d->arena, t->actions[i], known, count),
                            "no rule of this jurisdiction has the consequence \"%.*s\"",
                            TEXT_ARG(t->actions[i]));
    return ok;
}

static bool lint_letter(const struct lawbase *l, struct diags *d, const struct letter *t)
{
    bool ok = lint_outcomes(d, t);
    ok &= lint_actions(l, d, t);
    for (size_t i = 0; i < t->jurisdiction->language_count; i++) {
        struct text language = t->jurisdiction->languages[i];
        if (!letter_text_find(t, language))
            ok = diag_error(
                d, t->span, "letter-untranslated",
                arena_format(&d->arena, "write it to %.*s/letters/%.*s.%.*s.txt",
                             TEXT_ARG(t->jurisdiction->id), TEXT_ARG(t->id), TEXT_ARG(language)),
                "the letter \"%.*s\" has no text in \"%.*s\"", TEXT_ARG(t->id), TEXT_ARG(language));
        if (!words_have(&t->title, arena_copy(&d->arena, language).at))
            ok = diag_error(d, t->span, "letter-untranslated", TEXT("add it under \"title\""),
                            "the letter \"%.*s\" has no title in \"%.*s\"", TEXT_ARG(t->id),
                            TEXT_ARG(language));
    }
    for (size_t i = 0; i < t->text_count; i++)
        ok &= letter_text_check(&t->texts[i], d);
    return ok;
}

bool lint_letters(const struct lawbase *l, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < l->letter_count; i++)
        ok &= lint_letter(l, d, l->letters[i]);
    return ok;
}
