/* SPDX-License-Identifier: Apache-2.0
 *
 * CSV as in RFC 4180 and as real files have it: LF or CRLF, line breaks and lone CRs within
 * quotes, quotes within cells that do not begin with one. Other styles: no quotes at all, and
 * quotes that must pair up within their line, where one that does not is data; or every cell within
 * quotes, where one that neither ends the line nor stands before another cell's is data.
 */
#include <config.h>

#include "filing/reader.h"

enum scan { SCAN_RECORD, SCAN_MORE, SCAN_STRAY_QUOTE };

struct scanner {
    struct row *row;
    struct text window;
    const struct csv_style *style;
    bool last;  /* the window ends with the file */
    bool stray; /* a row of QUOTES_EVERY_CELL that cannot be cut strictly */
    size_t at;
    size_t quote; /* where the open quote stands */
};

static bool ends_cell(const struct scanner *s)
{
    if (s->at == s->window.len)
        return s->last;
    char c = s->window.at[s->at];
    if (c == '\r' && s->at + 1 == s->window.len)
        return s->last;
    return c == s->style->delimiter || c == '\n' || (c == '\r' && s->window.at[s->at + 1] == '\n');
}

static void add_cell(struct scanner *s, size_t offset, struct text cell)
{
    struct row *r = s->row;
    size_t count = r->count;
    *arena_push(&r->arena, &r->cells, &r->count) = cell;
    *arena_push(&r->arena, &r->offsets, &count) = offset;
}

/* "a ""b"" c" -> a "b" c */
static struct text undouble(struct arena *a, struct text t)
{
    char *out = arena_alloc(a, t.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < t.len; i++) {
        out[len++] = t.at[i];
        if (t.at[i] == '"' && i + 1 < t.len && t.at[i + 1] == '"')
            i++;
    }
    return (struct text){out, len};
}

static enum scan scan_quoted(struct scanner *s)
{
    size_t begin = s->at;
    bool doubled = false;
    s->quote = begin;
    for (s->at++;; s->at++) {
        s->at += text_find(text_slice(s->window, s->at, s->window.len), '"');
        if (s->at >= s->window.len)
            return SCAN_MORE;
        if (s->at + 1 < s->window.len && s->window.at[s->at + 1] == '"') {
            doubled = true;
            s->at++;
            continue;
        }
        break;
    }
    struct text inside = text_slice(s->window, begin + 1, s->at++);
    if (s->at == s->window.len && !s->last)
        return SCAN_MORE;
    if (!ends_cell(s))
        return s->at + 1 >= s->window.len && !s->last ? SCAN_MORE : SCAN_STRAY_QUOTE;
    add_cell(s, begin, doubled ? undouble(&s->row->arena, inside) : inside);
    return SCAN_RECORD;
}

static enum scan scan_plain(struct scanner *s, size_t begin)
{
    while (!ends_cell(s)) {
        if (s->at >= s->window.len || (s->at + 1 == s->window.len && s->window.at[s->at] == '\r'))
            return SCAN_MORE;
        s->at++;
    }
    add_cell(s, begin, text_slice(s->window, begin, s->at));
    return SCAN_RECORD;
}

/* A quoted cell that ends before the line does: "a "b" c",; if there is none, the quote is left
 * out. */
static enum scan scan_within_line(struct scanner *s)
{
    size_t begin = s->at, at = begin + 1;
    size_t end = begin + text_find(text_slice(s->window, begin, s->window.len), '\n');
    if (end == s->window.len && !s->last)
        return SCAN_MORE;
    for (; at < end; at++) {
        if (s->window.at[at] != '"')
            continue;
        s->at = at + 1;
        if (s->at == s->window.len || ends_cell(s)) {
            add_cell(s, begin, undouble(&s->row->arena, text_slice(s->window, begin + 1, at)));
            return SCAN_RECORD;
        }
    }
    s->at = begin;
    return scan_plain(s, begin + 1);
}

static bool ends_every_cell(const struct scanner *s, size_t behind)
{
    struct text rest = text_slice(s->window, behind, s->window.len);
    if (text_starts(rest, TEXT("\r\n")))
        rest = text_slice(rest, 1, rest.len);
    bool line_end = rest.len > 0 && rest.at[0] == '\n';
    return rest.len == 0 || (rest.len == 1 && line_end) ||
           (rest.len > 1 && (line_end || rest.at[0] == s->style->delimiter) && rest.at[1] == '"');
}

/* "a "b" c","d": the quote that ends the cell stands at a line end or before another cell. */
static enum scan scan_every_cell(struct scanner *s)
{
    enum { AHEAD = 4 }; /* quote, CR, LF, quote */
    size_t begin = s->at + 1, at = begin;
    for (;; at++) {
        at += text_find(text_slice(s->window, at, s->window.len), '"');
        if (at + AHEAD > s->window.len && !s->last)
            return SCAN_MORE;
        if (at >= s->window.len)
            return SCAN_STRAY_QUOTE;
        if (ends_every_cell(s, at + 1))
            break;
    }
    s->at = at + 1;
    add_cell(s, begin - 1, undouble(&s->row->arena, text_slice(s->window, begin, at)));
    return SCAN_RECORD;
}

/* One record from the front of the window; s->at is then behind its line end. */
static enum scan scan_record(struct scanner *s)
{
    arena_reset(&s->row->arena);
    s->row->cells = NULL;
    s->row->offsets = NULL;
    s->row->count = 0;
    s->at = 0;
    for (;;) {
        bool quoted = s->style->quotes != QUOTES_NONE && s->at < s->window.len &&
                      s->window.at[s->at] == '"';
        enum scan result = !quoted                                  ? scan_plain(s, s->at)
                           : s->style->quotes == QUOTES_WITHIN_LINE ? scan_within_line(s)
                           : s->stray                               ? scan_every_cell(s)
                                                                    : scan_quoted(s);
        if (result != SCAN_RECORD)
            return result;
        if (s->at == s->window.len)
            return SCAN_RECORD;
        char c = s->window.at[s->at++];
        if (c == '\r' && s->at < s->window.len)
            s->at++;
        if (c != s->style->delimiter)
            return SCAN_RECORD;
    }
}

static uint64_t count_lines(struct text t)
{
    uint64_t lines = 0;
    for (size_t at; (at = text_find(t, '\n')) < t.len; lines++)
        t = text_slice(t, at + 1, t.len);
    return lines;
}

/* Gives up a row and goes on with the next physical line, so that no more than it is lost. What is
 * wrong behind that line began with the quote that is open at its end. */
static enum row_status damage(struct stream *s, struct row *r, uint64_t *line, const char *code,
                              const struct scanner *scan, size_t bad, struct text reason)
{
    bool whole;
    size_t quote = scan->quote;
    stream_line(s, &r->raw, &whole);
    ++*line;
    if (bad > r->raw.len)
        bad = quote < r->raw.len ? quote : r->raw.len;
    return row_damage(r, code, bad, reason);
}

static bool only_line_end(struct text w)
{
    return w.len > 0 && (w.at[0] == '\n' || (w.len > 1 && w.at[0] == '\r' && w.at[1] == '\n'));
}

static void skip_empty_lines(struct stream *s, uint64_t *line)
{
    for (;;) {
        struct text w = stream_window(s);
        if (w.len < 2 && stream_fill(s))
            continue;
        if (!only_line_end(w))
            return;
        s->begin += w.at[0] == '\n' ? 1 : 2;
        ++*line;
    }
}

enum row_status csv_next(struct stream *s, const struct csv_style *style, uint64_t *line,
                         struct row *r)
{
    skip_empty_lines(s, line);
    if (stream_window(s).len == 0)
        return ROW_END;
    r->line = *line;
    for (;;) {
        struct scanner scan = {r, stream_window(s), style, s->ended, false, 0, 0};
        enum scan result = scan_record(&scan);
        if (result == SCAN_STRAY_QUOTE && style->quotes == QUOTES_EVERY_CELL) {
            scan.stray = true;
            result = scan_record(&scan);
        }
        r->stray = scan.stray;
        if (result == SCAN_STRAY_QUOTE)
            return damage(s, r, line, "filing-stray-quote", &scan, scan.at,
                          TEXT("text behind a closing quote"));
        if (result == SCAN_RECORD) {
            r->raw = text_slice(scan.window, 0, scan.at);
            s->begin += scan.at;
            uint64_t lines = count_lines(r->raw);
            *line += lines && !style->line_is_row ? lines : 1;
            return ROW_READ;
        }
        if (scan.window.len > MAX_ROW)
            return damage(s, r, line, "filing-long-row", &scan, 0,
                          arena_format(&r->arena, "longer than %zu MiB%s", MAX_ROW >> 20,
                                       scan.quote ? "; is a quote not closed?" : ""));
        if (!stream_fill(s) && s->ended && scan.last)
            return damage(s, r, line, "filing-open-quote", &scan, scan.quote,
                          TEXT("a quote that is never closed"));
    }
}
