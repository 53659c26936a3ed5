/* SPDX-License-Identifier: Apache-2.0
 *
 * What a file is: refused kinds, its encoding where the bytes leave no doubt, and its format by the
 * header.
 */
#include <config.h>

#include <stdlib.h>

#include "filing/opened.h"

enum { PEEK_LINES = 100, MOST_STYLES = 8 };

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
    {"\xD0\xCF\x11\xE0", 4, "an old Excel or Word file", "save the sheet as XLSX or CSV"},
    {"{\\rtf", 5, "an RTF document", "give the table in it, as CSV"},
};

/* Without a byte order mark: every other byte of Latin text is NUL. */
static bool looks_like_utf16(struct text start, bool *big_endian)
{
    size_t nul[2] = {0, 0}, len = start.len < 512 ? start.len : 512;
    for (size_t i = 0; i < len; i++)
        nul[i % 2] += start.at[i] == 0;
    *big_endian = nul[0] > nul[1];
    return len >= 8 && nul[*big_endian ? 0 : 1] * 10 > len * 4 && nul[*big_endian ? 1 : 0] == 0;
}

static void settle_utf16(struct input *in)
{
    struct text start = stream_window(&in->stream);
    struct text asked = in->options->encoding;
    bool big_endian = text_starts(start, TEXT("\xFE\xFF"));
    bool marked = big_endian || text_starts(start, TEXT("\xFF\xFE"));
    if (!marked && text_equal_ascii(asked, TEXT("utf-16be")))
        stream_turn_utf16(&in->stream, true);
    else if (!marked && text_equal_ascii(asked, TEXT("utf-16le")))
        stream_turn_utf16(&in->stream, false);
    else if (marked || looks_like_utf16(start, &big_endian))
        stream_turn_utf16(&in->stream, big_endian);
}

/* As old Macs wrote them. A CR by itself is data otherwise (publishers have it in cells), and the
 * whole file would be one long header. */
static bool check_line_ends(struct input *in)
{
    struct text start = text_trim(stream_window(&in->stream));
    if (text_find(start, '\r') == start.len || text_find(start, '\n') < start.len)
        return true;
    return input_fail(in, "filing-line-ends", "tr '\\r' '\\n' <FILE >MENDED",
                      "its lines end with CR alone");
}

bool detect_kind(struct input *in)
{
    struct text start = stream_window(&in->stream);
    if (start.len == 0)
        return input_fail(in, in->stream.error ? "filing-unreadable" : "filing-empty",
                          in->stream.error ? "" : "nothing was read", "%s",
                          in->stream.error ? in->stream.error : "the file is empty");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_starts(start, (struct text){kinds[i].magic, kinds[i].len}))
            return input_fail(in, "filing-wrong-kind", kinds[i].hint,
                              "this is %s, not a table in text", kinds[i].what);
    settle_utf16(in);
    start = stream_window(&in->stream);
    size_t len = start.len < 4096 ? start.len : 4096;
    if (text_find(text_slice(start, 0, len), '\0') < len)
        return input_fail(in, "filing-wrong-kind", "give a table in text, as CSV or NDJSON",
                          "this is a binary file");
    while (text_starts(stream_window(&in->stream), TEXT("\xEF\xBB\xBF")))
        in->stream.begin += 3;
    return check_line_ends(in);
}

/* --- the first rows, as each style cuts them --- */

struct peeked_row {
    struct text *cells;
    size_t count;
};

struct peek {
    struct csv_style style;
    struct peeked_row rows[HEADER_ROWS];
    size_t count;
};

struct csv_style csv_style_of(const struct input *in, const struct format *f)
{
    bool sheet = origin_is_sheet(in->origin);
    return (struct csv_style){sheet ? ',' : f->delimiter, sheet ? QUOTES_STRICT : f->quotes, sheet};
}

static struct text strip_mark(struct text cell)
{
    bool marked = cell.len && (cell.at[0] == CELL_NUMBER || cell.at[0] == CELL_DATE);
    return marked ? text_slice(cell, 1, cell.len) : cell;
}

static void peek_rows(struct input *in, struct peek *p)
{
    struct stream copy = in->stream;
    struct row row = {.arena = ARENA("header")};
    uint64_t line = 1;
    copy.ended = true; /* a peek never reads on */
    while (p->count < HEADER_ROWS && csv_next(&copy, &p->style, &line, &row) == ROW_READ) {
        struct peeked_row *r = &p->rows[p->count++];
        for (size_t i = 0; i < row.count; i++)
            *arena_push(&in->arena, &r->cells,
                        &r->count) = arena_copy(&in->arena, text_trim(strip_mark(row.cells[i])));
    }
    arena_free(&row.arena);
}

struct peeks {
    struct peek items[MOST_STYLES];
    size_t count;
};

static const struct peek *peek_for(struct input *in, struct peeks *all, const struct format *f)
{
    struct csv_style style = csv_style_of(in, f);
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].style.delimiter == style.delimiter &&
            all->items[i].style.quotes == style.quotes)
            return &all->items[i];
    if (all->count == MOST_STYLES)
        return &all->items[0];
    struct peek *p = &all->items[all->count++];
    *p = (struct peek){.style = style};
    peek_rows(in, p);
    return p;
}

/* A header name in the file's encoding, as the format reads it. */
static bool is_column(struct input *in, const struct format *f, struct text cell, struct text name)
{
    size_t bad;
    for (size_t i = 0; i < f->encoding_count; i++) {
        struct text read = cell;
        if (f->charsets[i] && !charset_read(&in->arena, f->charsets[i], cell, &read, &bad))
            continue;
        if (text_equal(read, name))
            return true;
    }
    return text_equal(cell, name);
}

static bool has_column(struct input *in, const struct format *f, const struct peeked_row *r,
                       struct text name)
{
    for (size_t i = 0; i < r->count; i++)
        if (is_column(in, f, r->cells[i], name))
            return true;
    return false;
}

static size_t count_columns(struct input *in, const struct format *f, const struct peeked_row *r)
{
    size_t present = 0;
    for (size_t i = 0; i < f->header_count; i++)
        present += has_column(in, f, r, f->header[i]);
    return present;
}

/* A file without a header: as many cells as the format has columns, and the first row fits a part.
 */
static bool fits_first_row(const struct format *f, const struct peek *p)
{
    if (f->column_count == 0 || p->count == 0 || p->rows[0].count != f->column_count)
        return false;
    for (size_t i = 0; i < f->part_count; i++) {
        bool fits = f->parts[i].selector_count > 0;
        for (size_t k = 0; fits && k < f->parts[i].selector_count; k++) {
            const struct selector *s = &f->parts[i].selectors[k];
            size_t column = 0;
            while (column < f->column_count && !text_equal(f->columns[column], s->column))
                column++;
            fits = column < f->column_count &&
                   regex_search(s->regex, p->rows[0].cells[column], NULL) == REGEX_MATCH;
        }
        if (fits)
            return true;
    }
    return false;
}

/* --- JSON --- */

/* Records that `format convert` wrote have names in common with the files of publishers; what sets
 * them apart is that "record" names a record type. */
static bool names_record(const struct format *f, struct text cell)
{
    for (size_t i = 0; i < f->part_count; i++)
        if (regex_search(f->parts[i].selectors[0].regex, cell, NULL) == REGEX_MATCH)
            return true;
    return false;
}

/* Marks which of the format's header keys stand in one of the first objects: objects of several
 * kinds may differ. */
static size_t find_keys(struct input *in, const struct format *f, bool *found)
{
    struct row row = {.arena = ARENA("header")};
    struct json_style style = {.paths = f->header, .path_count = f->header_count};
    struct stream copy = in->stream;
    uint64_t line = 1;
    enum row_status status;
    size_t present = 0, objects = 0;
    copy.ended = true; /* a peek never reads on */
    json_begin(&copy, &style, &line);
    while (objects < HEADER_ROWS && line <= PEEK_LINES &&
           (status = json_next(&copy, &style, &line, &row)) != ROW_END) {
        objects += status == ROW_READ;
        for (size_t i = 0; status == ROW_READ && i < row.count; i++)
            found[i] |= row.cells[i].at && (!f->of_vocabulary || names_record(f, row.cells[i]));
    }
    for (size_t i = 0; i < f->header_count; i++)
        present += found[i];
    arena_free(&row.arena);
    return present;
}

static size_t count_keys(struct input *in, const struct format *f)
{
    return find_keys(in, f, arena_array(&in->arena, f->header_count, bool));
}

/* --- which format --- */

enum text_kind { TEXT_TABLE, TEXT_JSON, TEXT_FEC };

static enum text_kind text_kind_of(const struct input *in)
{
    struct text start = text_trim(stream_window(&in->stream));
    if (origin_is_sheet(in->origin) || start.len == 0)
        return TEXT_TABLE;
    if (fec_begins(start))
        return TEXT_FEC;
    return start.at[0] == '{' || start.at[0] == '[' ? TEXT_JSON : TEXT_TABLE;
}

static bool is_kind(const struct format *f, enum text_kind kind)
{
    if (f->kind == FORMAT_EITHER)
        return kind != TEXT_FEC;
    return f->kind == (kind == TEXT_TABLE  ? FORMAT_CSV
                       : kind == TEXT_JSON ? FORMAT_NDJSON
                                           : FORMAT_FEC);
}

enum format_kind detect_reading(const struct input *in, const struct format *f)
{
    if (f->kind != FORMAT_EITHER)
        return f->kind;
    return text_kind_of(in) == TEXT_JSON ? FORMAT_NDJSON : FORMAT_CSV;
}

static bool has_records(const struct format *f, const struct peek *p, size_t above)
{
    if (above + 1 >= p->count)
        return true;
    const struct peeked_row *names = &p->rows[above], *row = &p->rows[above + 1];
    for (size_t i = 0; i < names->count && i < row->count; i++)
        if (text_equal(names->cells[i], f->header[0]))
            return names_record(f, row->cells[i]);
    return false;
}

/* Of a table the header may stand below a title: the row with the most of its columns. */
static size_t present_of(struct input *in, struct peeks *peeks, const struct format *f,
                         size_t *above)
{
    size_t best = 0;
    *above = 0;
    if (f->kind == FORMAT_FEC)
        return 1;
    if (detect_reading(in, f) == FORMAT_NDJSON)
        return count_keys(in, f);
    const struct peek *p = peek_for(in, peeks, f);
    if (f->column_count)
        return fits_first_row(f, p) ? f->column_count : 0;
    for (size_t i = 0; i < p->count && best < f->header_count; i++) {
        size_t present = count_columns(in, f, &p->rows[i]);
        if (present > best) {
            best = present;
            *above = i;
        }
    }
    return best && f->of_vocabulary && !has_records(f, p, *above) ? 0 : best;
}

static size_t needed_by(const struct format *f)
{
    return f->kind == FORMAT_FEC ? 1 : f->column_count ? f->column_count : f->header_count;
}

static struct text lacking(struct input *in, struct peeks *peeks, const struct format *f,
                           size_t above)
{
    struct text out = TEXT("");
    size_t named = 0;
    bool *found = arena_array(&in->arena, f->header_count, bool);
    if (f->kind == FORMAT_FEC || f->column_count)
        return out;
    if (detect_reading(in, f) == FORMAT_NDJSON) {
        find_keys(in, f, found);
    } else {
        const struct peek *p = peek_for(in, peeks, f);
        for (size_t i = 0; above < p->count && i < f->header_count; i++)
            found[i] = has_column(in, f, &p->rows[above], f->header[i]);
    }
    for (size_t i = 0; i < f->header_count; i++)
        if (!found[i] && named++ < 5)
            out = arena_format(&in->arena, "%.*s%s\"%.*s\"", TEXT_ARG(out), out.len ? ", " : "",
                               TEXT_ARG(f->header[i]));
    if (named > 5)
        out = arena_format(&in->arena, "%.*s and %zu more", TEXT_ARG(out), named - 5);
    return out;
}

static bool no_format(struct input *in, struct text near, struct text lacks)
{
    struct text hint = TEXT("`--format-in NAME` names one; `scrutineer format list` lists them, "
                            "`scrutineer format new FILE` drafts one");
    if (near.len)
        hint = arena_format(&in->arena, "nearest is %.*s, which also needs %.*s\n%.*s",
                            TEXT_ARG(near), TEXT_ARG(lacks), TEXT_ARG(hint));
    return input_fail(in, "filing-unknown-format", arena_copy(&in->arena, hint).at,
                      "no format knows this file by its header");
}

bool detect_format(struct input *in)
{
    const struct format_list *list = in->options->formats;
    struct peeks *peeks = heap_alloc(1, sizeof *peeks);
    enum text_kind kind = text_kind_of(in);
    const struct format *nearest = NULL;
    size_t best = 0, most = 0, above, nearest_above = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct format *f = list->items[i];
        size_t present = is_kind(f, kind) ? present_of(in, peeks, f, &above) : 0;
        if (present && present == needed_by(f) && (present > best || f->of_vocabulary)) {
            best = f->of_vocabulary ? SIZE_MAX : present;
            in->format = f;
            in->skipped = above;
        }
        /* One column of seven is chance. */
        if (3 * present >= needed_by(f) && present > most) {
            most = present;
            nearest = f;
            nearest_above = above;
        }
    }
    if (!in->format)
        no_format(in, nearest ? nearest->name : TEXT(""),
                  nearest ? lacking(in, peeks, nearest, nearest_above) : TEXT(""));
    free(peeks);
    return in->format != NULL;
}

void detect_forced(struct input *in)
{
    struct peeks *peeks = heap_alloc(1, sizeof *peeks);
    size_t above = 0;
    in->format = in->options->forced;
    if (is_kind(in->format, text_kind_of(in)) &&
        present_of(in, peeks, in->format, &above) == needed_by(in->format))
        in->skipped = above;
    free(peeks);
}

/* --- guessing --- */

static int compare_fits(const void *a, const void *b)
{
    const struct fit *x = a, *y = b;
    size_t left = x->present * y->needed, right = y->present * x->needed;
    return left != right              ? (left > right ? -1 : 1)
           : x->present != y->present ? (x->present > y->present ? -1 : 1)
                                      : text_compare(x->format->name, y->format->name);
}

bool input_guess(struct input *in, struct arena *a, struct fits *out)
{
    const struct format_list *list = in->options->formats;
    struct peeks *peeks = heap_alloc(1, sizeof *peeks);
    enum text_kind kind = text_kind_of(in);
    *out = (struct fits){0};
    for (size_t i = 0; i < list->count; i++) {
        const struct format *f = list->items[i];
        size_t above, present = is_kind(f, kind) ? present_of(in, peeks, f, &above) : 0;
        if (present)
            *arena_push(a, &out->items, &out->count) = (struct fit){
                f, present, needed_by(f), arena_copy(a, lacking(in, peeks, f, above))};
    }
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, compare_fits);
    free(peeks);
    return out->count > 0;
}
