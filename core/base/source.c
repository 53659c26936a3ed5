/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/source.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { MAX_SOURCE = 16 << 20 };

static void find_lines(struct arena *a, struct source *s)
{
    *arena_push(a, &s->lines, &s->line_count) = 0;
    for (size_t i = 0; i < s->body.len; i++)
        if (s->body.at[i] == '\n')
            *arena_push(a, &s->lines, &s->line_count) = (uint32_t)i + 1;
}

struct source *source_from(struct arena *a, struct text path, struct text body)
{
    struct source *s = arena_make(a, struct source);
    s->path = path;
    s->body = body;
    find_lines(a, s);
    return s;
}

static const char *read_body(struct arena *a, FILE *f, struct text *body)
{
    struct stat about;
    if (fstat(fileno(f), &about) != 0)
        return strerror(errno);
    if (S_ISDIR(about.st_mode))
        return "it is a directory, not a file";
    if (about.st_size > MAX_SOURCE)
        return "it is larger than 16 MiB";
    char *bytes = arena_alloc(a, (size_t)about.st_size + 1, 1);
    size_t len = fread(bytes, 1, (size_t)about.st_size, f);
    if (ferror(f))
        return strerror(errno);
    *body = (struct text){bytes, len};
    return NULL;
}

static _Thread_local const struct source_overlay *overlays;
static _Thread_local size_t overlay_count;

void source_lay_over(const struct source_overlay *o, size_t count)
{
    overlays = o;
    overlay_count = count;
}

static const struct source_overlay *find_overlay(const char *path)
{
    char whole[PATH_MAX];
    if (overlay_count == 0 || !realpath(path, whole))
        return NULL;
    for (size_t i = 0; i < overlay_count; i++)
        if (strcmp(overlays[i].path, whole) == 0)
            return &overlays[i];
    return NULL;
}

struct source *source_read(struct arena *a, const char *path, const char **why)
{
    struct text body = {0};
    const struct source_overlay *over = find_overlay(path);
    if (over)
        return source_from(a, arena_copy(a, text_of(path)), arena_copy(a, over->body));
    FILE *f = fopen(path, "rb");
    if (!f) {
        *why = strerror(errno);
        return NULL;
    }
    *why = read_body(a, f, &body);
    fclose(f);
    return *why ? NULL : source_from(a, arena_copy(a, text_of(path)), body);
}

void source_place(const struct source *s, uint32_t offset, size_t *line, size_t *column)
{
    size_t low = 0, high = s->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (s->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t end = offset < s->body.len ? offset : s->body.len;
    *line = low + 1;
    *column = text_characters(text_slice(s->body, s->lines[low], end)) + 1;
}

struct text source_line(const struct source *s, size_t line)
{
    if (line == 0 || line > s->line_count)
        return TEXT("");
    size_t end = line < s->line_count ? s->lines[line] - 1 : s->body.len;
    struct text t = text_slice(s->body, s->lines[line - 1], end);
    if (t.len > 0 && t.at[t.len - 1] == '\r')
        t.len--;
    return t;
}

uint32_t source_offset(const struct source *s, size_t line, size_t column)
{
    if (line >= s->line_count)
        return (uint32_t)s->body.len;
    size_t offset = s->lines[line];
    for (; column > 0 && offset < s->body.len; column--) {
        offset++;
        while (offset < s->body.len && ((unsigned char)s->body.at[offset] & 0xC0) == 0x80)
            offset++;
    }
    return (uint32_t)offset;
}
