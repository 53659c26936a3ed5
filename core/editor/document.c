/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "editor/document.h"

#include <stdlib.h>

/* The bytes of the character that begins there, and the units of UTF-16 that it takes. */
static size_t character_at(struct text body, size_t at, size_t *units)
{
    unsigned char first = (unsigned char)body.at[at];
    size_t len = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    *units = len == 4 ? 2 : 1;
    size_t have = 1; /* broken text: what follows may be a line's end */
    while (have < len && at + have < body.len && ((unsigned char)body.at[at + have] & 0xC0) == 0x80)
        have++;
    return have;
}

size_t position_offset(struct text body, struct position p)
{
    size_t at = 0, unit = 0, units;
    for (; p.line > 0 && at < body.len; p.line--)
        at += text_find(text_slice(body, at, body.len), '\n') + 1;
    if (at >= body.len)
        return body.len;
    while (unit < p.unit && at < body.len && body.at[at] != '\n') {
        at += character_at(body, at, &units);
        unit += units;
    }
    return at;
}

struct position offset_position(struct text body, size_t offset)
{
    struct position p = {0, 0};
    size_t end = offset < body.len ? offset : body.len;
    for (size_t at = 0, units; at < end; p.unit += units) {
        if (body.at[at] == '\n') {
            p = (struct position){p.line + 1, 0};
            units = 0;
            at++;
        } else {
            at += character_at(body, at, &units);
        }
    }
    return p;
}

struct text line_around(struct text body, size_t offset, size_t *begin)
{
    size_t at = offset < body.len ? offset : body.len;
    while (at > 0 && body.at[at - 1] != '\n')
        at--;
    *begin = at;
    struct text rest = text_slice(body, at, body.len);
    return text_slice(rest, 0, text_find(rest, '\n'));
}

static int hex_digit(char c)
{
    const char *digits = "0123456789abcdef", *at = strchr(digits, c | 0x20);
    return c && at ? (int)(at - digits) : -1;
}

struct text uri_path(struct arena *a, struct text uri)
{
    struct text scheme = TEXT("file://");
    if (!text_starts(uri, scheme))
        return TEXT("");
    uri = text_slice(uri, scheme.len, uri.len);
    char *path = arena_alloc(a, uri.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < uri.len; i++) {
        bool escaped = uri.at[i] == '%' && i + 2 < uri.len && hex_digit(uri.at[i + 1]) >= 0 &&
                       hex_digit(uri.at[i + 2]) >= 0;
        path[len++] = escaped ? (char)(hex_digit(uri.at[i + 1]) * 16 + hex_digit(uri.at[i + 2]))
                              : uri.at[i];
        i += escaped ? 2 : 0;
    }
    bool whole = !memchr(path, '\0', len);
    return whole && len && path[0] == '/' ? (struct text){path, len} : TEXT("");
}

struct text path_uri(struct arena *a, struct text path)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    struct growing g = {.arena = a};
    char *whole = realpath(arena_copy(a, path).at, NULL);
    if (whole)
        path = arena_copy(a, text_of(whole));
    free(whole);
    growing_add(&g, TEXT("file://"));
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.at[i];
        growing_add(&g, memchr(plain, c, sizeof plain - 1) ? text_slice(path, i, i + 1)
                                                           : arena_format(a, "%%%02X", c));
    }
    return growing_text(&g);
}
