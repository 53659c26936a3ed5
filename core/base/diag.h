/* SPDX-License-Identifier: Apache-2.0
 *
 * Messages to the user. A message is data until it is printed: severity, place,
 * a stable code ("law-unknown-key"), the text, a hint that says how to mend it.
 * Style: lower case, no full stop, names in double quotes, "expected X, found Y".
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdio.h>

#include "base/source.h"

enum severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* A place in a filing, which is not kept whole. line 0: the file as such; column 0: the line. */
struct place {
    struct text file;
    uint64_t line;
    uint64_t column;
};

struct diag {
    enum severity severity;
    struct span span;                   /* where in a source, or ... */
    struct place place;                 /* ... where in a filing */
    const char *code;                   /* static */
    struct text message, hint, excerpt; /* hint and excerpt may be empty */
};

struct diags {
    struct arena arena; /* texts of the messages */
    struct diag *items;
    size_t count, errors;
    size_t limit;      /* messages of one code beyond which they are only counted; 0: 50 */
    size_t suppressed; /* how many were only counted */
};

void diags_init(struct diags *);
void diags_free(struct diags *);

/* Add one message. They always return false, so that a reader can end with
 * `return diag_error(...)`. hint may be empty: TEXT(""). */
bool diag_error(struct diags *, struct span, const char *code, struct text hint, const char *format,
                ...) __attribute__((format(printf, 5, 6)));
bool diag_warning(struct diags *, struct span, const char *code, struct text hint,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));
/* The second place of the matter reported just before. */
void diag_note(struct diags *, struct span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Likewise at a place in a filing; `excerpt` is the text of the cell or line, quoted at once. */
bool diag_at(struct diags *, enum severity, struct place, const char *code, struct text hint,
             struct text excerpt, const char *format, ...) __attribute__((format(printf, 7, 8)));

/* Adds the messages of `from` behind those of `into`, as if they had been reported there. */
void diags_take(struct diags *into, const struct diags *from);
/* Likewise of those, with the notes behind them, that are not among `known`. */
void diags_take_new(struct diags *into, const struct diags *from, const struct diags *known);
/* Forgets all messages. */
void diags_clear(struct diags *);

/* "did you mean "X"?" for the nearest of the names (arena text), or empty. */
struct text diag_did_you_mean(struct arena *, struct text word, const struct text *names,
                              size_t count);

/* Prints message by message, in the order added:
 *   path:line:column: error: text [code]
 *      12 | the line
 *         |     ^^^
 *         = hint
 * Control characters of the input are shown escaped. */
void diags_print(const struct diags *, FILE *, bool colour);

#endif
