/* SPDX-License-Identifier: Apache-2.0
 *
 * Objects of NDJSON and of JSON lists. No byte is lost but white space (no-break spaces as well),
 * commas and the list's brackets; lines are counted right; objects do not depend on how the bytes
 * arrive.
 */
#include <config.h>

#include "target.h"

enum { ENOUGH = 1 << 16 }; /* of which json_begin() sees the first two lines */

static const struct text paths[] = {TEXT_INIT("a"), TEXT_INIT("b.c"), TEXT_INIT("b"),
                                    TEXT_INIT("d.0.e"), TEXT_INIT("")};

static void must_be_between(struct text file, size_t from, size_t to)
{
    MUST(from <= to, "an object begins at %zu, before the last one's end at %zu", to, from);
    for (size_t i = from; i < to; i++) {
        bool unbroken = i + 1 < to && memcmp(file.at + i, "\xC2\xA0", 2) == 0;
        MUST(unbroken || (strchr(" \t\r\n,[]", file.at[i]) && file.at[i]),
             "byte %zu is in no object", i);
        i += unbroken;
    }
}

static void check_object(struct text file, const struct row *r, enum row_status status, size_t from,
                         size_t to)
{
    uint64_t line = 1;
    bool cut = to > from && r->raw.len < to - from && file.at[to - 1] == '\n';
    size_t end = to - cut, begin = end - r->raw.len;
    MUST(r->raw.len <= end - from, "an object of %zu bytes in %zu", r->raw.len, end - from);
    MUST(text_equal(text_slice(file, begin, end), r->raw), "an object's bytes are not the file's");
    must_be_between(file, from, begin);
    for (size_t i = 0; i < begin; i++)
        line += file.at[i] == '\n';
    /* That a list has no end is told behind the last line, whether that has an end or not. */
    MUST(r->line == line || r->raw.len == 0, "line %zu is told as %zu", (size_t)line,
         (size_t)r->line);
    MUST(status == ROW_READ || r->bad <= r->raw.len, "the wrong byte is outside its object");
}

static char *objects_of(struct text file, size_t block)
{
    char *out = NULL;
    size_t len = 0, at = 0;
    FILE *seen = open_memstream(&out, &len);
    struct drip drip = {file};
    struct stream s;
    struct row r = {.arena = ARENA("row")};
    uint64_t line = 1;
    struct json_style style = {.paths = paths, .path_count = sizeof paths / sizeof *paths};
    stream_init(&s, drip_source(&drip), block);
    while (stream_window(&s).len < ENOUGH && stream_fill(&s))
        ;
    json_begin(&s, &style, &line);
    for (enum row_status status; (status = json_next(&s, &style, &line, &r)) != ROW_END;) {
        size_t now = (size_t)s.read - stream_window(&s).len;
        check_object(file, &r, status, at, now);
        at = now;
        fprintf(seen, "%d %s", (int)r.line, status == ROW_DAMAGED ? r.code : "");
        for (size_t i = 0; status == ROW_READ && i < r.count; i++)
            fprintf(seen, "[%.*s]", TEXT_ARG(r.cells[i]));
        fputc('\n', seen);
    }
    must_be_between(file, at, file.len);
    fclose(seen);
    stream_free(&s);
    arena_free(&r.arena);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text file = {(const char *)bytes, size};
    if (size > ENOUGH)
        return 0;
    char *whole = objects_of(file, 1 << 17);
    for (size_t block = 1; block < 8; block += 3) {
        char *cut = objects_of(file, block);
        MUST(strcmp(whole, cut) == 0, "at once\n%sin blocks of %zu\n%s", whole, block, cut);
        free(cut);
    }
    free(whole);
    return 0;
}
