/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/decode.h"
#include "filing/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 1 << 20, MOST_CURRENCIES = 200, PEEK_LINES = 100 };

struct input {
    struct arena arena;
    struct diags *diags;
    struct text path;
    const struct format *format;
    struct stream stream;
    struct row row;
    uint64_t line;
    size_t width;         /* CSV: cells of the header */
    struct text *columns; /* CSV: its names; NDJSON: the key paths asked for */
    size_t column_count;
    size_t *mapping_column;  /* for each mapping its column, SIZE_MAX: the file has none */
    size_t currency_column;
    struct input_counts counts;
    struct total totals[MOST_CURRENCIES];
};

__attribute__((format(printf, 4, 5))) static bool fail(struct input *in, const char *code,
                                                       const char *hint, const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return diag_at(in->diags, DIAG_ERROR, (struct place){.file = in->path}, code, text_of(hint),
                   TEXT(""), "%s", message);
}

/* --- what kind of file it is --- */

static const struct {
    const char *magic;
    size_t len;
    const char *what, *hint;
} kinds[] = {
    {"\x89PNG", 4, "a PNG picture", "give the table that it shows, as CSV"},
    {"\xFF\xD8\xFF", 3, "a JPEG picture", "give the table that it shows, as CSV"},
    {"GIF8", 4, "a GIF picture", "give the table that it shows, as CSV"},
    {"%PDF", 4, "a PDF", "give the data behind it, as CSV"},
    {"PK\3\4", 4, "a ZIP archive or a spreadsheet", "unpack it, or save the sheet as CSV"},
    {"\x1F\x8B", 2, "a gzip file", "unpack it first: gunzip FILE"},
    {"\xFF\xFE", 2, "UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8 FILE"},
    {"\xFE\xFF", 2, "UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8 FILE"},
};

static bool check_kind(struct input *in)
{
    struct text start = stream_window(&in->stream);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_starts(start, (struct text){kinds[i].magic, kinds[i].len}))
            return fail(in, "filing-wrong-kind", kinds[i].hint, "this is %s, not a table in text",
                        kinds[i].what);
    if (start.len == 0)
        return fail(in, in->stream.error ? "filing-unreadable" : "filing-empty",
                    in->stream.error ? "" : "nothing was read", "%s",
                    in->stream.error ? strerror(in->stream.error) : "the file is empty");
    if (text_find(text_slice(start, 0, start.len < 4096 ? start.len : 4096), '\0') <
        (start.len < 4096 ? start.len : 4096))
        return fail(in, "filing-wrong-kind", "give a table in text, as CSV or NDJSON",
                    "this is a binary file");
    if (text_starts(start, TEXT("\xEF\xBB\xBF")))
        in->stream.begin += 3;
    return true;
}

/* --- which format --- */

static bool has_column(const struct text *columns, size_t count, struct text name)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(columns[i], name))
            return true;
    return false;
}

static size_t count_present(const struct format *f, const struct text *columns, size_t count)
{
    size_t present = 0;
    for (size_t i = 0; i < f->header_count; i++)
        present += has_column(columns, count, f->header[i]);
    return present;
}

/* Cells of the first line by one delimiter, trimmed. */
static size_t peek_header(struct input *in, char delimiter, struct text **cells)
{
    struct stream copy = in->stream;
    struct row row = {.arena = ARENA("header")};
    uint64_t line = 1;
    size_t count = 0;
    *cells = NULL;
    copy.ended = true; /* a peek never reads on */
    if (csv_next(&copy, delimiter, &line, &row) == ROW_READ)
        for (size_t i = 0; i < row.count; i++)
            *arena_push(&in->arena, cells, &count) = arena_copy(&in->arena, text_trim(row.cells[i]));
    arena_free(&row.arena);
    return count;
}

/* How many of the format's header keys stand in the first object that can be read. */
static size_t peek_keys(struct input *in, const struct format *f)
{
    struct stream copy = in->stream;
    struct row row = {.arena = ARENA("header")};
    uint64_t line = 1;
    size_t present = 0;
    enum row_status status;
    copy.ended = true;
    do {
        status = ndjson_next(&copy, f->header, f->header_count, &line, &row);
    } while (status == ROW_DAMAGED && line <= PEEK_LINES);
    for (size_t i = 0; status == ROW_READ && i < row.count; i++)
        present += row.cells[i].at != NULL;
    arena_free(&row.arena);
    return present;
}

static size_t present_of(struct input *in, const struct format *f, bool json)
{
    struct text *cells;
    if ((f->kind == FORMAT_NDJSON) != json)
        return 0;
    if (json)
        return peek_keys(in, f);
    size_t count = peek_header(in, f->delimiter, &cells);
    return count_present(f, cells, count);
}

static struct text lacking(struct input *in, const struct format *f)
{
    struct text *cells, out = TEXT("");
    size_t count = f->kind == FORMAT_CSV ? peek_header(in, f->delimiter, &cells) : 0;
    size_t named = 0;
    if (f->kind == FORMAT_CSV && count == 0)
        cells = NULL;
    for (size_t i = 0; f->kind == FORMAT_CSV && i < f->header_count; i++)
        if (!has_column(cells, count, f->header[i]) && named++ < 5)
            out = arena_format(&in->arena, "%.*s%s\"%.*s\"", TEXT_ARG(out), out.len ? ", " : "",
                               TEXT_ARG(f->header[i]));
    if (named > 5)
        out = arena_format(&in->arena, "%.*s and %zu more", TEXT_ARG(out), named - 5);
    return out;
}

static bool no_format(struct input *in, const struct format *nearest)
{
    struct text hint = TEXT("`--format-in NAME` names one; formats stand in lawbase/formats");
    if (nearest) {
        struct text lacks = lacking(in, nearest);
        hint = arena_format(&in->arena, "nearest is %.*s, which also needs %.*s\n%.*s",
                            TEXT_ARG(nearest->name),
                            TEXT_ARG(lacks.len ? lacks : TEXT("other keys")), TEXT_ARG(hint));
    }
    return fail(in, "filing-unknown-format", arena_copy(&in->arena, hint).at,
                "no format knows this file by its header");
}

static bool find_format(struct input *in, const struct format_list *list)
{
    struct text start = text_trim(stream_window(&in->stream));
    bool json = start.len && start.at[0] == '{';
    const struct format *nearest = NULL;
    size_t best = 0, most = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct format *f = list->items[i];
        size_t present = present_of(in, f, json);
        if (present == f->header_count && present > best) {
            best = present;
            in->format = f;
        }
        if (present > most) {
            most = present;
            nearest = f;
        }
    }
    return in->format || no_format(in, nearest);
}

/* --- columns --- */

static bool find_column(struct input *in, struct text name, size_t *column)
{
    *column = SIZE_MAX;
    for (size_t i = 0; i < in->column_count; i++) {
        if (!text_equal(in->columns[i], name))
            continue;
        if (*column != SIZE_MAX)
            return fail(in, "filing-duplicate-column", "rename one of them",
                        "two columns are called \"%s\"", arena_copy(&in->arena, name).at);
        *column = i;
    }
    return true;
}

static bool read_header(struct input *in)
{
    const struct format *f = in->format;
    enum row_status status = csv_next(&in->stream, f->delimiter, &in->line, &in->row);
    if (status != ROW_READ || row_convert(&in->row, f->encoding) != ROW_READ)
        return fail(in, "filing-bad-header", "the first line must name the columns",
                    "the header cannot be read");
    in->width = in->row.count;
    for (size_t i = 0; i < in->row.count; i++)
        *arena_push(&in->arena, &in->columns, &in->column_count) =
            arena_copy(&in->arena, text_trim(in->row.cells[i]));
    return true;
}

static void add_path(struct input *in, struct text path)
{
    if (path.len && !has_column(in->columns, in->column_count, path))
        *arena_push(&in->arena, &in->columns, &in->column_count) = path;
}

static bool map_columns(struct input *in)
{
    const struct format *f = in->format;
    for (size_t i = 0; f->kind == FORMAT_NDJSON && i < f->mapping_count; i++)
        add_path(in, f->mappings[i].column);
    if (f->kind == FORMAT_NDJSON)
        add_path(in, f->currency_column);
    in->mapping_column = arena_array(&in->arena, f->mapping_count, size_t);
    for (size_t i = 0; i < f->mapping_count; i++)
        if (!find_column(in, f->mappings[i].column, &in->mapping_column[i]))
            return false;
    return find_column(in, f->currency_column, &in->currency_column);
}

/* A forced format whose columns are not there reads nothing: better to say so. */
static bool check_forced(struct input *in)
{
    size_t found = 0;
    for (size_t i = 0; i < in->format->mapping_count; i++)
        found += in->mapping_column[i] != SIZE_MAX;
    if (found > 0)
        return true;
    return fail(in, "filing-unknown-format", "check `--format-in`, or the file",
                "has none of the columns of the format \"%s\"",
                arena_copy(&in->arena, in->format->name).at);
}

static bool open_file(struct input *in, const char *path)
{
    struct stat about;
    int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(in, "filing-unreadable", errno == ENOENT ? "check the path" : "",
                    "cannot be opened: %s", strerror(errno));
    stream_init(&in->stream, fd, BLOCK);
    if (fstat(fd, &about) != 0 || S_ISDIR(about.st_mode))
        return fail(in, "filing-unreadable", "name the files in it, like DIR/*.csv",
                    "is a directory");
    in->counts.size = S_ISREG(about.st_mode) ? (uint64_t)about.st_size : 0;
    stream_fill(&in->stream);
    return true;
}

struct input *input_open(struct diags *d, const struct format_list *list,
                         const struct format *forced, const char *path)
{
    struct input *in = heap_alloc(1, sizeof *in);
    in->arena = ARENA("input");
    in->row.arena = ARENA("row");
    in->diags = d;
    in->line = 1;
    in->path = arena_copy(&in->arena, text_of(strcmp(path, "-") == 0 ? "standard input" : path));
    in->format = forced;
    in->stream.fd = -1;
    if (open_file(in, path) && check_kind(in) && (forced || find_format(in, list)) &&
        (in->format->kind == FORMAT_NDJSON || read_header(in)) && map_columns(in) &&
        check_forced(in))
        return in;
    input_close(in);
    return NULL;
}

void input_close(struct input *in)
{
    if (!in)
        return;
    if (in->stream.fd >= 0)
        close(in->stream.fd);
    stream_free(&in->stream);
    arena_free(&in->row.arena);
    arena_free(&in->arena);
    free(in);
}

const struct format *input_format(const struct input *in)
{
    return in->format;
}

/* --- rows --- */

static void report_damage(struct input *in, const struct row *r)
{
    struct place place = {.file = in->path};
    row_place_of(r, r->bad, &place.line, &place.column);
    diag_at(in->diags, DIAG_WARNING, place, r->code,
            TEXT("the row is left out of all findings and totals"), r->raw, "unreadable row: %.*s",
            TEXT_ARG(r->reason));
    in->counts.unreadable++;
}

static void report_cell(struct input *in, const struct mapping *m, const struct decoder *d,
                        size_t column, struct text cell)
{
    struct place place = {.file = in->path};
    row_place_of(&in->row, in->row.offsets[column], &place.line, &place.column);
    struct text hint =
        arena_format(&in->row.arena, "expected %.*s (format %.*s)\n%s", TEXT_ARG(d->expected),
                     TEXT_ARG(in->format->name),
                     "the row is left out of all findings and totals");
    diag_at(in->diags, DIAG_WARNING, place, d->code, hint, cell,
            "unreadable row: column \"%.*s\" has no %s for \"%.*s\"", TEXT_ARG(in->columns[column]),
            type_name(m->field->type), TEXT_ARG(m->field->path));
}

static bool decode_row(struct input *in, struct batch *b, size_t row)
{
    const struct format *f = in->format;
    struct decoder d = {.format = f, .arena = &b->arena};
    bool ok = true;
    if (in->currency_column != SIZE_MAX)
        d.currency = in->row.cells[in->currency_column];
    for (size_t i = 0; i < f->mapping_count; i++) {
        const struct mapping *m = &f->mappings[i];
        size_t column = in->mapping_column[i];
        struct value v;
        if (column == SIZE_MAX && !m->is_constant)
            continue;
        struct text cell = column == SIZE_MAX ? TEXT("") : in->row.cells[column];
        if (cell_decode(&d, m, cell, &v) == DECODED) {
            batch_set(b, row, m->field->index, &v);
        } else {
            report_cell(in, m, &d, column, cell);
            ok = false;
        }
    }
    return ok;
}

static void copy_source(struct input *in, struct batch *b, size_t row)
{
    for (size_t i = 0; i < b->source_count; i++)
        for (size_t k = 0; k < in->column_count; k++)
            if (text_equal(in->columns[k], b->source_names[i]))
                b->source[i][row] = arena_copy(&b->arena, text_trim(in->row.cells[k]));
}

static void add_total(struct input *in, const struct batch *b, size_t row)
{
    size_t i = 0;
    if (b->record->amount == SIZE_MAX)
        return;
    struct value v = batch_value(b, row, b->record->amount);
    if (v.knowledge != VALUE_KNOWN)
        return;
    while (i < in->counts.total_count && in->totals[i].currency != v.currency)
        i++;
    if (i == in->counts.total_count && i < MOST_CURRENCIES)
        in->totals[in->counts.total_count++] = (struct total){v.currency, 0};
    if (i < MOST_CURRENCIES)
        in->totals[i].minor += v.number;
}

/* A row with another number of cells than the header has: one empty cell more at the end is harmless. */
static bool check_width(struct input *in)
{
    struct row *r = &in->row;
    if (in->format->kind == FORMAT_NDJSON || r->count == in->width)
        return true;
    if (r->count == in->width + 1 && r->cells[in->width].len == 0)
        return true;
    r->code = "filing-wrong-width";
    r->reason = arena_format(&r->arena, "expected %zu cells, found %zu%s", in->width, r->count,
                             r->count < in->width ? "; was the file cut?" : "");
    r->bad = 0;
    return false;
}

static enum row_status next_row(struct input *in)
{
    const struct format *f = in->format;
    enum row_status status =
        f->kind == FORMAT_CSV
            ? csv_next(&in->stream, f->delimiter, &in->line, &in->row)
            : ndjson_next(&in->stream, in->columns, in->column_count, &in->line, &in->row);
    if (status == ROW_READ && !check_width(in))
        status = ROW_DAMAGED;
    if (status == ROW_READ && f->kind == FORMAT_CSV)
        status = row_convert(&in->row, f->encoding);
    return status;
}

static void begin_batch(struct input *in, struct batch *b)
{
    batch_clear(b);
    b->file = in->path;
    for (size_t i = 0; i < in->format->mapping_count; i++)
        if (in->format->mappings[i].is_constant || in->mapping_column[i] != SIZE_MAX)
            b->columns[in->format->mappings[i].field->index].mapped = true;
}

bool input_next(struct input *in, struct batch *b)
{
    begin_batch(in, b);
    while (b->count < b->capacity) {
        enum row_status status = next_row(in);
        if (status == ROW_END)
            break;
        if (status == ROW_DAMAGED) {
            report_damage(in, &in->row);
            continue;
        }
        size_t row = batch_add(b, in->row.line);
        copy_source(in, b, row);
        b->unreadable[row] = !decode_row(in, b, row);
        if (b->unreadable[row]) {
            in->counts.unreadable++;
        } else {
            in->counts.records++;
            add_total(in, b, row);
        }
    }
    if (b->count == 0 && in->stream.error)
        fail(in, "filing-read-error", "", "reading broke off: %s", strerror(in->stream.error));
    return b->count > 0;
}

struct input_counts input_counts(const struct input *in)
{
    struct input_counts c = in->counts;
    c.bytes = in->stream.read;
    c.totals = in->totals;
    return c;
}

bool input_complete(const struct input *in)
{
    return in->stream.error == 0;
}
