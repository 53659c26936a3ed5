/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "filing/reader.h"

void stream_init(struct stream *s, struct byte_source source, size_t block)
{
    *s = (struct stream){.source = source, .block = block, .capacity = 2 * block};
    s->bytes = heap_alloc(s->capacity, 1);
}

void stream_free(struct stream *s)
{
    utf16_free(s->utf16);
    free(s->raw);
    free(s->bytes);
    s->bytes = s->raw = NULL;
    s->utf16 = NULL;
}

/* Moves the window to the front, and widens it when it fills more than half. */
static bool make_room(struct stream *s)
{
    size_t held = s->end - s->begin, need = s->utf16 ? 2 * s->block + 8 : s->block;
    if (s->begin > 0)
        memmove(s->bytes, s->bytes + s->begin, held);
    s->begin = 0;
    s->end = held;
    if (s->capacity - held >= need)
        return true;
    if (s->capacity > MAX_ROW + need)
        return false;
    while (s->capacity - held < need)
        s->capacity *= 2;
    s->bytes = heap_resize(s->bytes, s->capacity, 1);
    return true;
}

bool stream_fill(struct stream *s)
{
    if (s->ended || !make_room(s))
        return false;
    char *into = s->utf16 ? s->raw : s->bytes + s->end;
    ssize_t n = s->source.pull(s->source.owner, into, s->block, &s->error);
    if (n <= 0) {
        s->ended = true;
        return false;
    }
    s->read += (uint64_t)n;
    s->end += s->utf16 ? utf16_read(s->utf16, (struct text){s->raw, (size_t)n}, s->bytes + s->end)
                       : (size_t)n;
    return true;
}

void stream_turn_utf16(struct stream *s, bool big_endian)
{
    struct text held = stream_window(s);
    s->utf16 = utf16_new(big_endian);
    s->raw = heap_alloc(s->block, 1);
    char *turned = heap_alloc(2 * held.len + 8, 1);
    size_t len = utf16_read(s->utf16, held, turned);
    free(s->bytes);
    s->bytes = turned;
    s->capacity = 2 * held.len + 8;
    s->begin = 0;
    s->end = len;
}

/* Drops everything up to the next line feed; the window may be refilled on the way. */
static void skip_line(struct stream *s)
{
    for (;;) {
        struct text w = stream_window(s);
        size_t at = text_find(w, '\n');
        if (at < w.len) {
            s->begin += at + 1;
            return;
        }
        s->begin = s->end;
        if (!stream_fill(s))
            return;
    }
}

bool stream_line(struct stream *s, struct text *line, bool *whole)
{
    size_t seen = 0;
    *whole = true;
    for (;;) {
        struct text w = stream_window(s);
        size_t at = seen + text_find(text_slice(w, seen, w.len), '\n');
        if (at < w.len || (s->ended && w.len > 0)) {
            *line = text_slice(w, 0, at);
            s->begin += at < w.len ? at + 1 : w.len;
            return true;
        }
        if (w.len > MAX_ROW) {
            *line = text_slice(w, 0, 0);
            *whole = false;
            skip_line(s);
            return true;
        }
        seen = w.len;
        if (!stream_fill(s) && stream_window(s).len == 0)
            return false;
    }
}

/* --- rows --- */

void row_place_of(const struct row *r, size_t offset, uint64_t *line, uint64_t *column)
{
    size_t begin = 0;
    *line = r->line;
    for (size_t i = 0; i < offset && i < r->raw.len; i++)
        if (r->raw.at[i] == '\n') {
            ++*line;
            begin = i + 1;
        }
    *column =
        text_characters(text_slice(r->raw, begin, offset < r->raw.len ? offset : r->raw.len)) + 1;
}

enum row_status row_damage(struct row *r, const char *code, size_t bad, struct text reason)
{
    r->code = code;
    r->bad = bad;
    r->reason = reason;
    r->count = 0;
    return ROW_DAMAGED;
}

static bool read_cell(struct arena *a, const struct format *f, struct text *cell, size_t *bad)
{
    size_t first_bad = 0;
    for (size_t i = 0; i < f->encoding_count; i++) {
        struct text out = *cell;
        bool ok = f->charsets[i] ? charset_read(a, f->charsets[i], *cell, &out, bad)
                                 : text_is_utf8(*cell, bad);
        if (ok) {
            *cell = out;
            return true;
        }
        if (i == 0)
            first_bad = *bad;
    }
    *bad = first_bad;
    return false;
}

/* A NUL is in no text; it may also lie in a block below the row, or behind its known cells. */
static bool has_nul(const struct row *r, size_t *bad)
{
    *bad = text_find(r->raw, '\0');
    for (size_t i = 0; *bad == r->raw.len && i < r->count; i++)
        if (text_find(r->cells[i], '\0') < r->cells[i].len)
            *bad = r->offsets[i];
    return *bad < r->raw.len;
}

enum row_status row_convert(struct row *r, const struct format *f)
{
    size_t bad;
    r->mended = 0;
    r->format = f;
    if (has_nul(r, &bad))
        return row_damage(r, "filing-nul", bad, TEXT("a NUL byte"));
    for (size_t i = 0; i < r->count; i++) {
        if (!read_cell(&r->arena, f, &r->cells[i], &bad)) {
            struct text reason = arena_format(&r->arena, "a byte that is not %.*s in the %zu. cell",
                                              TEXT_ARG(f->encodings[0]), i + 1);
            return row_damage(r, "filing-encoding", r->offsets[i] + bad, reason);
        }
        if (f->mend)
            r->mended += text_mend_double(&r->arena, f->mend, r->cells[i], &r->cells[i]);
    }
    return ROW_READ;
}

static size_t put_byte(struct row *r, struct text byte, char *out)
{
    struct text read;
    size_t bad;
    for (size_t i = 0; i < r->format->encoding_count; i++) {
        const struct charset *c = r->format->charsets[i];
        if (!c || !charset_read(&r->arena, c, byte, &read, &bad))
            continue;
        memcpy(out, read.at, read.len);
        return read.len;
    }
    memcpy(out, "\xEF\xBF\xBD", 3);
    return 3;
}

/* Cells of one row may be in different encodings: each byte that is no UTF-8 is read by itself. */
struct text row_whole(struct row *r)
{
    struct text rest = r->raw;
    bool unicode = !r->format;
    size_t bad, len = 0;
    for (size_t i = 0; r->format && i < r->format->encoding_count; i++)
        unicode |= !r->format->charsets[i];
    if (!r->format || (unicode && text_is_utf8(rest, &bad)))
        return rest;
    char *out = arena_alloc(&r->arena, 3 * rest.len + 1, 1);
    while (rest.len) {
        size_t good = !unicode ? 0 : text_is_utf8(rest, &bad) ? rest.len : bad;
        memcpy(out + len, rest.at, good);
        len += good;
        if (good < rest.len)
            len += put_byte(r, text_slice(rest, good, good + 1), out + len);
        rest = text_slice(rest, good < rest.len ? good + 1 : good, rest.len);
    }
    return (struct text){out, len};
}
