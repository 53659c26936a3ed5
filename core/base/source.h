/* SPDX-License-Identifier: Apache-2.0
 *
 * A text file kept whole (YAML, Lua), with its line starts. Filings are not
 * kept: they are named by place (diag.h).
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/arena.h"

struct source {
    struct text path; /* as the user gave it */
    struct text body;
    uint32_t *lines; /* offset of each line's first byte */
    size_t line_count;
};

/* Byte offsets into a source, end exclusive. Source NULL: nowhere in particular. */
struct span {
    const struct source *source;
    uint32_t begin, end;
};

/* Reads a whole file of at most 16 MiB. NULL on failure, *why then says so ("no such file"). */
struct source *source_read(struct arena *, const char *path, const char **why);
/* Texts that stand in for files, as an editor has them that has not saved yet: while set, in this
 * thread, source_read() gives these. The same file counts by whatever path it is read. NULL: none.
 */
struct source_overlay {
    const char *path; /* as realpath() gives it */
    struct text body;
};
void source_lay_over(const struct source_overlay *, size_t count);
/* A source that is already in memory; both texts must outlive it. */
struct source *source_from(struct arena *, struct text path, struct text body);
/* Line and column (both from 1, columns in characters) of a byte offset. */
void source_place(const struct source *, uint32_t offset, size_t *line, size_t *column);
/* A line's text without its line end. */
struct text source_line(const struct source *, size_t line);
/* The byte offset of a line and of a column counted in characters, both from 0. */
uint32_t source_offset(const struct source *, size_t line, size_t column);

#endif
