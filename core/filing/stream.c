/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

void stream_init(struct stream *s, int fd, size_t block)
{
    *s = (struct stream){.fd = fd, .block = block, .capacity = 2 * block};
    s->bytes = heap_alloc(s->capacity, 1);
}

void stream_free(struct stream *s)
{
    free(s->bytes);
    s->bytes = NULL;
}

/* Moves the window to the front, and widens it when it fills more than half. */
static bool make_room(struct stream *s)
{
    size_t held = s->end - s->begin;
    if (s->begin > 0)
        memmove(s->bytes, s->bytes + s->begin, held);
    s->begin = 0;
    s->end = held;
    if (s->capacity - held >= s->block)
        return true;
    if (s->capacity > INPUT_MAX_ROW + s->block)
        return false;
    s->capacity *= 2;
    s->bytes = heap_resize(s->bytes, s->capacity, 1);
    return true;
}

bool stream_fill(struct stream *s)
{
    if (s->ended || !make_room(s))
        return false;
    ssize_t n;
    do {
        n = read(s->fd, s->bytes + s->end, s->block);
    } while (n < 0 && errno == EINTR);
    if (n <= 0) {
        s->error = n < 0 ? errno : 0;
        s->ended = true;
        return false;
    }
    s->end += (size_t)n;
    s->read += (uint64_t)n;
    return true;
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
        if (w.len > INPUT_MAX_ROW) {
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

void row_place_of(const struct row *r, size_t offset, uint64_t *line, uint64_t *column)
{
    size_t begin = 0;
    *line = r->line;
    for (size_t i = 0; i < offset && i < r->raw.len; i++)
        if (r->raw.at[i] == '\n') {
            ++*line;
            begin = i + 1;
        }
    *column = text_characters(text_slice(r->raw, begin, offset < r->raw.len ? offset : r->raw.len)) + 1;
}

/* --- encodings --- */

/* Windows-1252, bytes 80 to 9F; 0 where the encoding has no character. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static bool convert_cell(struct arena *a, struct text *cell)
{
    char *out = arena_alloc(a, cell->len * 3 + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < cell->len; i++) {
        unsigned char c = (unsigned char)cell->at[i];
        unsigned code = c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c;
        if (code == 0 && c != 0)
            return false;
        if (code < 0x80) {
            out[len++] = (char)code;
        } else if (code < 0x800) {
            out[len++] = (char)(0xC0 | code >> 6);
            out[len++] = (char)(0x80 | (code & 0x3F));
        } else {
            out[len++] = (char)(0xE0 | code >> 12);
            out[len++] = (char)(0x80 | (code >> 6 & 0x3F));
            out[len++] = (char)(0x80 | (code & 0x3F));
        }
    }
    *cell = (struct text){out, len};
    return true;
}

enum row_status row_convert(struct row *r, enum encoding encoding)
{
    for (size_t i = 0; i < r->count; i++) {
        size_t bad = 0;
        bool ok = text_is_utf8(r->cells[i], &bad);
        if (encoding == ENCODING_WINDOWS_1252) {
            bool ascii = true;
            for (size_t k = 0; k < r->cells[i].len; k++)
                ascii &= (unsigned char)r->cells[i].at[k] < 0x80;
            ok = ascii || convert_cell(&r->arena, &r->cells[i]);
        }
        if (!ok) {
            r->code = "filing-encoding";
            r->reason = arena_format(&r->arena, "a byte that is not %s in the %zu. cell",
                                     encoding == ENCODING_UTF8 ? "UTF-8" : "windows-1252", i + 1);
            r->bad = r->offsets[i] + bad;
            return ROW_DAMAGED;
        }
    }
    return ROW_READ;
}
