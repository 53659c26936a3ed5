/* SPDX-License-Identifier: Apache-2.0
 *
 * Letters of a jurisdiction: templates that a finding fills. letters.yaml says what each is for,
 * letters/NAME.LANGUAGE.txt is its text, one a language. In a text
 *   {word}   is what the finding and the law base say; a list stands on a line of its own;
 *   [words]  is left for a person to write;
 *   # ...    is a remark, not a part of the letter.
 * A line is told whole, however long; a line right above a list is its heading, and falls away when
 * the list is empty.
 */
#ifndef LAW_LETTER_H
#define LAW_LETTER_H

#include "law/lawbase.h"

enum letter_word {
    LETTER_TITLE,
    LETTER_DATE,
    LETTER_REFERENCE,
    LETTER_ADDRESSEE,
    LETTER_AUTHORITY,
    LETTER_JURISDICTION,
    LETTER_MATTER,
    LETTER_AMOUNT,
    LETTER_DAY,
    LETTER_CONSEQUENCE,
    LETTER_DUE,
    LETTER_ACTORS,
    LETTER_RECORDS,
    LETTER_FACTS,
    LETTER_MISSING,
    LETTER_REASONS,
    LETTER_ARTICLES,
    LETTER_LIMITS,
    LETTER_SANCTIONS,
    LETTER_DOUBTS
};
enum { LETTER_WORDS = LETTER_DOUBTS + 1 };
struct letter_word_form {
    struct text name; /* as it stands between braces */
    bool alone;       /* a heading or a list: on a line of its own */
};
extern const struct letter_word_form letter_words[LETTER_WORDS];

struct letter_text {
    struct text language;
    const struct source *source;
};
struct letter {
    struct text id; /* "return-notice" */
    const struct jurisdiction *jurisdiction;
    struct words title;
    struct text *to; /* roles; the first that a finding has is the addressee; may be none */
    struct text *outcomes, *actions; /* what it is fit for; no actions: any, or none */
    struct span *to_spans, *outcome_spans, *action_spans;
    size_t to_count, outcome_count, action_count;
    struct letter_text *texts;
    size_t text_count;
    struct span span;
    const struct node *node;
};

/* The jurisdiction's letter of that name; NULL: none. */
const struct letter *letter_find(const struct lawbase *, const struct jurisdiction *, struct text);
/* Its text in that language; NULL: none. */
const struct letter_text *letter_text_find(const struct letter *, struct text language);
/* Whether it is for findings of that outcome ("violation") from which this must follow. */
bool letter_fits_outcome(const struct letter *, struct text outcome);
bool letter_fits_action(const struct letter *, const struct consequence *);

/* A piece of a line of a letter's text. */
enum letter_piece_kind { LETTER_PLAIN, LETTER_FILLED, LETTER_BLANK, LETTER_WRONG };
struct letter_piece {
    enum letter_piece_kind kind;
    struct text text;      /* without the braces or brackets */
    enum letter_word word; /* of a filled one */
};
/* Cuts the first piece off a line; false when nothing is left. Wrong is an unknown word, or a brace
 * or bracket that has no partner on its line. */
bool letter_piece_next(struct text *line, struct letter_piece *);
/* Whether the line is a remark. */
bool letter_line_is_remark(struct text line);
/* Whether a template can be filled: unknown words, braces without a partner, lists within a line.
 * False after messages. */
bool letter_text_check(const struct letter_text *, struct diags *);

#endif
