/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/diag.h"

#include <inttypes.h>
#include <stdarg.h>

enum { DEFAULT_LIMIT = 50, EXCERPT_CHARACTERS = 120 };

void diags_init(struct diags *d)
{
    *d = (struct diags){.arena = ARENA("messages"), .limit = DEFAULT_LIMIT};
}

void diags_free(struct diags *d)
{
    arena_free(&d->arena);
    *d = (struct diags){0};
}

/* Whether so many messages of this code were kept already that this one is only counted. */
static bool beyond_limit(const struct diags *d, const char *code)
{
    size_t same = 0;
    for (size_t i = 0; i < d->count; i++)
        same += d->items[i].code && strcmp(d->items[i].code, code) == 0;
    return same >= (d->limit ? d->limit : DEFAULT_LIMIT);
}

static struct text format_text(struct arena *a, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    char measure[1];
    int len = vsnprintf(measure, sizeof measure, format, args);
    char *made = arena_alloc(a, (size_t)(len < 0 ? 0 : len) + 1, 1);
    if (len > 0)
        vsnprintf(made, (size_t)len + 1, format, again);
    va_end(again);
    return (struct text){made, len < 0 ? 0 : (size_t)len};
}

/* Room for the message, its texts copied; NULL when it is only counted. */
static struct diag *keep(struct diags *d, const struct diag *message)
{
    if (message->code && beyond_limit(d, message->code)) {
        d->suppressed++;
        return NULL;
    }
    struct diag *kept = arena_push(&d->arena, &d->items, &d->count);
    *kept = *message;
    kept->hint = arena_copy(&d->arena, message->hint);
    kept->excerpt = arena_copy(&d->arena, message->excerpt);
    kept->place.file = arena_copy(&d->arena, message->place.file);
    return kept;
}

static void add(struct diags *d, struct diag message, const char *format, va_list args)
{
    d->errors += message.severity == DIAG_ERROR;
    struct diag *kept = keep(d, &message);
    if (kept)
        kept->message = format_text(&d->arena, format, args);
}

void diags_take(struct diags *into, const struct diags *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct diag *kept = keep(into, &from->items[i]);
        if (kept)
            kept->message = arena_copy(&into->arena, from->items[i].message);
    }
    into->errors += from->errors;
    into->suppressed += from->suppressed;
}

static bool is_known(const struct diags *known, const struct diag *m)
{
    for (size_t i = 0; i < known->count; i++) {
        const struct diag *k = &known->items[i];
        if (k->span.source == m->span.source && k->span.begin == m->span.begin &&
            k->severity == m->severity && text_equal(k->message, m->message))
            return true;
    }
    return false;
}

void diags_take_new(struct diags *into, const struct diags *from, const struct diags *known)
{
    bool taken = false;
    for (size_t i = 0; i < from->count; i++) {
        if (from->items[i].severity != DIAG_NOTE)
            taken = !is_known(known, &from->items[i]);
        if (taken)
            diags_take(into, &(struct diags){.items = &from->items[i],
                                             .count = 1,
                                             .errors = from->items[i].severity == DIAG_ERROR});
    }
}

void diags_clear(struct diags *d)
{
    arena_reset(&d->arena);
    d->items = NULL;
    d->count = d->errors = d->suppressed = 0;
}

bool diag_error(struct diags *d, struct span span, const char *code, struct text hint,
                const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(d, (struct diag){.severity = DIAG_ERROR, .span = span, .code = code, .hint = hint}, format,
        args);
    va_end(args);
    return false;
}

bool diag_warning(struct diags *d, struct span span, const char *code, struct text hint,
                  const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(d, (struct diag){.severity = DIAG_WARNING, .span = span, .code = code, .hint = hint},
        format, args);
    va_end(args);
    return false;
}

void diag_note(struct diags *d, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(d, (struct diag){.severity = DIAG_NOTE, .span = span}, format, args);
    va_end(args);
}

bool diag_at(struct diags *d, enum severity severity, struct place place, const char *code,
             struct text hint, struct text excerpt, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(d,
        (struct diag){
            .severity = severity, .place = place, .code = code, .hint = hint, .excerpt = excerpt},
        format, args);
    va_end(args);
    return false;
}

struct text diag_did_you_mean(struct arena *a, struct text word, const struct text *names,
                              size_t count)
{
    size_t at = text_nearest(word, names, count);
    return at < count ? arena_format(a, "did you mean \"%.*s\"?", TEXT_ARG(names[at])) : TEXT("");
}

/* --- printing --- */

struct paint {
    FILE *out;
    bool colour;
};

static const char *colour_of(enum severity severity)
{
    return severity == DIAG_ERROR     ? "\33[1;31m"
           : severity == DIAG_WARNING ? "\33[1;35m"
                                      : "\33[1;36m";
}

static void painted(struct paint p, const char *colour, const char *text)
{
    fprintf(p.out, "%s%s%s", p.colour ? colour : "", text, p.colour ? "\33[0m" : "");
}

/* A line of a source: its tabs stay, so that the carets below stand right. */
static void print_escaped(FILE *out, struct text t)
{
    for (struct text part; text_next(&t, '\t', &part);) {
        text_show(out, part);
        if (t.at)
            fputc('\t', out);
    }
}

/* The text's first characters, "..." behind them when there are more. */
static struct text shorten(struct text t, bool *more)
{
    size_t at = 0;
    for (size_t n = 0; n < EXCERPT_CHARACTERS && at < t.len; n++) {
        at++;
        while (at < t.len && ((unsigned char)t.at[at] & 0xC0) == 0x80)
            at++;
    }
    *more = at < t.len;
    return text_slice(t, 0, at);
}

static void print_line(struct paint p, size_t number, struct text line, size_t column, size_t width)
{
    bool more;
    struct text shown = shorten(line, &more);
    fprintf(p.out, "%5zu | ", number);
    print_escaped(p.out, shown);
    fprintf(p.out, "%s\n      | ", more ? "..." : "");
    size_t at = 0;
    for (size_t n = 1; n < column && at < shown.len; n++) {
        fputc(shown.at[at] == '\t' ? '\t' : ' ', p.out);
        at++;
        while (at < shown.len && ((unsigned char)shown.at[at] & 0xC0) == 0x80)
            at++;
    }
    for (size_t n = 0; n < width; n++)
        painted(p, "\33[1;32m", "^");
    fputc('\n', p.out);
}

static void print_source(struct paint p, const struct span *span)
{
    size_t line, column;
    source_place(span->source, span->begin, &line, &column);
    struct text whole = source_line(span->source, line);
    size_t begin = span->source->lines[line - 1];
    size_t end = span->end < begin + whole.len ? span->end : begin + whole.len;
    size_t width = span->begin < end
                       ? text_characters(text_slice(span->source->body, span->begin, end))
                       : 1;
    if (column <= EXCERPT_CHARACTERS)
        print_line(p, line, whole, column, width < EXCERPT_CHARACTERS ? width : EXCERPT_CHARACTERS);
}

static void print_place(FILE *out, const struct diag *m)
{
    if (m->span.source) {
        size_t line, column;
        source_place(m->span.source, m->span.begin, &line, &column);
        print_escaped(out, m->span.source->path);
        fprintf(out, ":%zu:%zu: ", line, column);
    } else if (m->place.file.len) {
        print_escaped(out, m->place.file);
        if (m->place.line)
            fprintf(out, ":%" PRIu64, m->place.line);
        if (m->place.line && m->place.column)
            fprintf(out, ":%" PRIu64, m->place.column);
        fputs(": ", out);
    }
}

static void print_hint(FILE *out, struct text hint)
{
    for (struct text line; hint.len && text_next(&hint, '\n', &line);) {
        fputs("      = ", out);
        print_escaped(out, line);
        fputc('\n', out);
    }
}

static void print_one(struct paint p, const struct diag *m)
{
    static const char *const words[] = {"note", "warning", "error"};
    print_place(p.out, m);
    painted(p, colour_of(m->severity), words[m->severity]);
    fputs(": ", p.out);
    print_escaped(p.out, m->message);
    if (m->code)
        fprintf(p.out, " [%s]", m->code);
    fputc('\n', p.out);
    if (m->span.source)
        print_source(p, &m->span);
    if (m->excerpt.len) {
        bool more;
        fputs("      | ", p.out);
        print_escaped(p.out, shorten(text_trim(m->excerpt), &more));
        fputs(more ? "...\n" : "\n", p.out);
    }
    print_hint(p.out, m->hint);
}

void diags_print(const struct diags *d, FILE *out, bool colour)
{
    struct paint p = {out, colour};
    for (size_t i = 0; i < d->count; i++)
        print_one(p, &d->items[i]);
    if (d->suppressed)
        fprintf(out, "... and %zu more messages of the same kinds\n", d->suppressed);
}
