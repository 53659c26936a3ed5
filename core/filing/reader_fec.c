/* SPDX-License-Identifier: Apache-2.0
 *
 * Electronic filings to the US Federal Election Commission (.fec): a header, a cover, and rows
 * whose first cell is the form; the form and the header's version say which columns a row has
 * (layout.h).
 *
 *   versions 1, 2    a block from "Header" to "End Header", each name = value; then commas and
 * quotes versions 3 to 5  HDR row, commas and quotes from version 6   HDR row, ASCII 28 between
 * cells, no quotes paper filings    as from version 6, the version is P1 to P3.4
 *
 * To a row's own columns come: `block` (a [BEGINTEXT] block behind it), and as `cover.X` and
 * `header.X` what the cover and the header say.
 */
#include <config.h>

#include <ctype.h>

#include "filing/reader.h"

/* Behind a form's own columns: the text that follows its row, and what the row has beyond them. */
enum { OWN_EXTRAS = 2 };
enum { FIELD_SEPARATOR = 28, MOST_FORMS = 400, MOST_DECLARED = 200 };

/* What is known of one form in this filing. */
struct form {
    struct text name;
    struct layout layout;
    size_t own;   /* how many of the columns are the form's own */
    bool known;   /* there is a layout for it */
    bool nearest; /* ... of another version */
    uint64_t rows;
    uint64_t longer; /* rows with text behind the last column */
    uint64_t longer_line;
    struct text longer_text;
};

struct declared {
    struct text form;
    uint64_t rows;
};

struct fec {
    struct arena *arena;
    struct stream *stream;
    const struct format *format;
    uint64_t *line;
    struct csv_style style;
    struct text version, dates;
    struct text head;
    struct text report_id; /* of the filing that an amendment replaces */
    bool amends;
    uint64_t open_text, cut_text; /* lines where a text begins that has no end, or is too long */
    struct text *header_names, *header_cells;
    size_t header_count;
    struct text *cover_names, *cover_cells;
    size_t cover_count;
    struct declared_cell
        told[MOST_DECLARATIONS]; /* by the cover, one a declaration of the format */
    bool covered;
    struct form *forms[MOST_FORMS];
    size_t form_count;
    struct declared declared[MOST_DECLARED];
    size_t declared_count;
};

/* --- the header --- */

bool fec_begins(struct text start)
{
    start = text_trim(text_slice(start, 0, start.len < 40 ? start.len : 40));
    if (start.len > 8 && text_equal_ascii(text_slice(start, 0, 8), TEXT("/* Heade")))
        return true;
    if (start.len && start.at[0] == '"')
        start = text_slice(start, 1, start.len);
    return start.len > 4 && text_equal_ascii(text_slice(start, 0, 3), TEXT("HDR")) &&
           (start.at[3] == ',' || start.at[3] == '"' || start.at[3] == FIELD_SEPARATOR);
}

static bool is_named(const struct part *p, struct text column)
{
    for (size_t i = 0; i < p->selector_count; i++)
        if (text_equal(p->selectors[i].column, column))
            return true;
    for (size_t i = 0; i < p->mapping_count; i++)
        for (size_t k = 0; k < p->mappings[i].column_count; k++)
            if (text_equal(p->mappings[i].columns[k], column))
                return true;
    return false;
}

/* What the format asks for of the cover and the header is added to every row: no more than that. */
static bool is_wanted(const struct fec *f, struct text column)
{
    for (size_t i = 0; i < f->format->part_count; i++)
        if (is_named(&f->format->parts[i], column))
            return true;
    return false;
}

static void add_header(struct fec *f, struct text name, struct text cell)
{
    size_t count = f->header_count;
    struct text column = arena_format(f->arena, "header.%.*s", TEXT_ARG(name));
    if (!is_wanted(f, column))
        return;
    *arena_push(f->arena, &f->header_names, &count) = column;
    *arena_push(f->arena, &f->header_cells, &f->header_count) = arena_copy(f->arena, cell);
}

static void declare(struct fec *f, struct text form, struct text rows)
{
    int64_t n;
    if (f->declared_count < MOST_DECLARED && decimal_read(rows, NUMBER_PLAIN, 0, &n) && n >= 0)
        f->declared[f->declared_count++] = (struct declared){arena_copy(f->arena, form),
                                                             (uint64_t)n};
}

/* "CCYYMMDD" -> "yyyymmdd" */
static struct text read_dates(struct arena *a, struct text t)
{
    char *out = arena_alloc(a, t.len + 1, 1);
    for (size_t i = 0; i < t.len; i++) {
        int c = tolower((unsigned char)t.at[i]);
        out[i] = (char)(c == 'c' ? 'y' : c);
    }
    return (struct text){out, t.len};
}

/* One line "Name = value" of the block; below "Schedule_Counts:" it declares rows. */
static const char *read_header_line(struct fec *f, struct text line, bool *counts)
{
    size_t at = text_find(line, '=');
    struct text name = text_trim(text_slice(line, 0, at));
    struct text value = at < line.len ? text_trim(text_slice(line, at + 1, line.len)) : TEXT("");
    *counts |= text_equal_ascii(name, TEXT("Schedule_Counts:"));
    if (at == line.len)
        return NULL;
    if (*counts)
        declare(f, name, value);
    if (text_equal_ascii(name, TEXT("FEC_Ver_#")))
        f->version = arena_copy(f->arena, value);
    if (text_equal_ascii(name, TEXT("Date_Fmat")))
        f->dates = read_dates(f->arena, value);
    if (text_equal_ascii(name, TEXT("Dec/NoDec")) && !text_equal_ascii(value, TEXT("DEC")))
        return "its amounts are written without a decimal point, which cannot be read";
    add_header(f, name, value);
    return NULL;
}

static void add_head(struct fec *f, struct text raw)
{
    bool ended = raw.len && raw.at[raw.len - 1] == '\n';
    f->head = arena_format(f->arena, "%.*s%.*s%s", TEXT_ARG(f->head), TEXT_ARG(raw),
                           ended ? "" : "\n");
}

static const char *read_header_block(struct fec *f)
{
    struct text line;
    bool whole, counts = false;
    const char *why = NULL;
    f->style = (struct csv_style){',', QUOTES_WITHIN_LINE, false};
    while (!why && stream_line(f->stream, &line, &whole)) {
        ++*f->line;
        add_head(f, line);
        line = text_trim(line);
        if (text_starts(line, TEXT("/*")) && line.len > 5 &&
            text_equal_ascii(text_trim(text_slice(line, 2, 6)), TEXT("End")))
            return f->version.len ? NULL : "its header does not tell the version (FEC_Ver_#)";
        why = read_header_line(f, line, &counts);
    }
    return why ? why : "its header has no end (/* End Header)";
}

static const char *read_header_row(struct fec *f)
{
    struct row row = {.arena = ARENA("header")};
    struct text start = stream_window(f->stream);
    size_t first = text_find(start, '\n');
    bool separated = text_find(text_slice(start, 0, first), FIELD_SEPARATOR) < first;
    f->style = separated ? (struct csv_style){FIELD_SEPARATOR, QUOTES_NONE, false}
                         : (struct csv_style){',', QUOTES_WITHIN_LINE, false};
    const struct layout_version *layout;
    const char *why = NULL;
    if (csv_next(f->stream, &f->style, f->line, &row) != ROW_READ || row.count < 3) {
        why = "its header cannot be read";
    } else {
        add_head(f, row.raw);
        bool paper = !text_equal_ascii(text_trim(row.cells[1]), TEXT("FEC"));
        f->version = arena_copy(f->arena, text_trim(row.cells[paper ? 1 : 2]));
        layout_find(f->format->layouts, TEXT("HDR"), f->version, &layout);
        struct text names = layout ? layout->columns : TEXT(""), name;
        for (size_t i = 0; i < row.count && text_next(&names, ' ', &name); i++) {
            if (text_equal(name, TEXT("report_id")))
                f->report_id = arena_copy(f->arena, text_trim(row.cells[i]));
            add_header(f, name, text_trim(row.cells[i]));
        }
    }
    arena_free(&row.arena);
    return why;
}

struct fec *fec_new(struct arena *a, struct stream *s, const struct format *format, uint64_t *line,
                    const char **why)
{
    struct fec *f = arena_make(a, struct fec);
    *f = (struct fec){.arena = a, .stream = s, .format = format, .line = line};
    struct text start = text_trim(stream_window(s));
    *why = text_starts(start, TEXT("/*")) ? read_header_block(f) : read_header_row(f);
    return *why ? NULL : f;
}

struct text fec_dates(const struct fec *f)
{
    return f->dates;
}

/* --- forms --- */

static void add_column(struct fec *f, struct form *form, struct text name)
{
    *arena_push(f->arena, &form->layout.columns, &form->layout.column_count) = name;
}

static uint32_t find_declarations(const struct format *format, struct text form)
{
    uint32_t found = 0;
    for (size_t i = 0; i < format->declaration_count; i++)
        if (regex_search(format->declarations[i].rows, form, NULL) == REGEX_MATCH)
            found |= 1u << i;
    return found;
}

/* The form's own columns, then `block`, the cover's and the header's. */
static struct form *make_form(struct fec *f, struct text name)
{
    const struct layout_version *version;
    struct form *form = arena_make(f->arena, struct form);
    form->name = arena_copy(f->arena, name);
    enum layout_match match = layout_find(f->format->layouts, name, f->version, &version);
    form->known = match != LAYOUT_NONE;
    form->nearest = match == LAYOUT_NEAREST;
    form->layout.declares = find_declarations(f->format, name);
    struct text columns = version ? version->columns : TEXT("form_type"), column;
    while (text_next(&columns, ' ', &column))
        if (column.len)
            add_column(f, form, column);
    form->own = form->layout.column_count;
    add_column(f, form, TEXT("block"));
    add_column(f, form, TEXT("rest"));
    f->forms[f->form_count++] = form;
    return form;
}

static struct form *find_form(struct fec *f, struct text name)
{
    for (size_t i = 0; i < f->form_count; i++)
        if (text_equal_ascii(f->forms[i]->name, name))
            return f->forms[i];
    /* Beyond any real filing: what comes more is kept together, as a form that is not known. */
    return f->form_count < MOST_FORMS - 1 ? make_form(f, name)
           : f->form_count < MOST_FORMS   ? make_form(f, TEXT("(others)"))
                                          : f->forms[MOST_FORMS - 1];
}

static void add_outer_columns(struct fec *f, struct form *form)
{
    if (form->layout.column_count > form->own + OWN_EXTRAS)
        return;
    for (size_t i = 0; i < f->cover_count; i++)
        add_column(f, form, f->cover_names[i]);
    for (size_t i = 0; i < f->header_count; i++)
        add_column(f, form, f->header_names[i]);
}

/* --- rows --- */

static bool begins_block(struct text w, const char *word)
{
    w = text_trim(text_slice(w, 0, w.len < 40 ? w.len : 40));
    size_t len = strlen(word);
    return w.len >= len && text_equal_ascii(text_slice(w, 0, len), text_of(word));
}

static void copy_cells(struct row *r)
{
    for (size_t i = 0; i < r->count; i++)
        r->cells[i] = arena_copy(&r->arena, r->cells[i]);
    r->raw = arena_copy(&r->arena, r->raw);
}

/* Whether the next line opens a block of free text. The cells of the row at hand lie in the window,
 * so the window is only filled after they were copied. */
static bool text_follows(struct fec *f, struct row *r)
{
    struct text w = stream_window(f->stream);
    size_t blank = 0;
    while (blank < w.len && isspace((unsigned char)w.at[blank]))
        blank++;
    if (blank < w.len && w.at[blank] != '[')
        return false;
    copy_cells(r);
    while (text_trim(stream_window(f->stream)).len < 11 && stream_fill(f->stream))
        ;
    return begins_block(stream_window(f->stream), "[BEGINTEXT]");
}

static struct text read_block(struct fec *f, struct row *r)
{
    struct text out = TEXT(""), line;
    size_t capacity = 0;
    char *bytes = NULL;
    bool whole, ended = false;
    uint64_t begin = *f->line;
    while (!ended && stream_line(f->stream, &line, &whole)) {
        ++*f->line;
        ended = begins_block(line, "[ENDTEXT]");
        if (ended || begins_block(line, "[BEGINTEXT]") ||
            (out.len == 0 && text_trim(line).len == 0))
            continue;
        if (out.len + line.len > MAX_ROW || !whole) {
            f->cut_text = begin;
            continue;
        }
        if (out.len + line.len + 1 > capacity) {
            capacity = 2 * (out.len + line.len + 1);
            char *wider = arena_alloc(&r->arena, capacity, 1);
            if (out.len)
                memcpy(wider, bytes, out.len);
            bytes = wider;
        }
        if (line.len && line.at[line.len - 1] == '\r')
            line.len--;
        memcpy(bytes + out.len, line.at, line.len);
        bytes[out.len + line.len] = '\n';
        out = (struct text){bytes, out.len + line.len + 1};
    }
    if (!ended)
        f->open_text = begin;
    return text_trim(out);
}

static void keep_declared(struct fec *f, const struct form *form, const struct row *r)
{
    for (size_t i = 0; i < f->format->declaration_count; i++) {
        const struct declaration *d = &f->format->declarations[i];
        for (size_t k = 0; k < d->column_count && !f->told[i].cell.len; k++)
            for (size_t c = 0; c < form->own && c < r->count && !f->told[i].cell.len; c++)
                if (text_equal(form->layout.columns[c], d->columns[k]))
                    f->told[i] = (struct declared_cell){
                        d->columns[k], arena_copy(f->arena, text_trim(r->cells[c])), r->line};
    }
}

/* The filing's first row is its cover; what it says belongs to every row. */
static void keep_cover(struct fec *f, const struct form *form, const struct row *r)
{
    char last = form->name.len > 2 ? form->name.at[form->name.len - 1] : 0;
    f->covered = true;
    f->amends = last == 'A' || last == 'a'; /* F3XA; N is new, T ends the reporting */
    keep_declared(f, form, r);
    add_head(f, r->raw);
    for (size_t i = 0; i < form->own; i++) {
        size_t count = f->cover_count;
        struct text column = arena_format(f->arena, "cover.%.*s",
                                          TEXT_ARG(form->layout.columns[i]));
        if (!is_wanted(f, column))
            continue;
        *arena_push(f->arena, &f->cover_names, &count) = column;
        *arena_push(f->arena, &f->cover_cells,
                    &f->cover_count) = i < r->count ? arena_copy(f->arena, r->cells[i]) : TEXT("");
    }
}

/* What the row says behind its last known column, as it stands; the first such row is noted. */
static struct text take_rest(struct fec *f, struct form *form, struct row *r)
{
    struct growing joined = {.arena = &r->arena};
    size_t end = r->count;
    while (end > form->own && text_trim(r->cells[end - 1]).len == 0)
        end--;
    for (size_t i = form->own; i < end; i++) {
        growing_add(&joined, (struct text){&f->style.delimiter, i > form->own});
        growing_add(&joined, r->cells[i]);
    }
    struct text rest = growing_text(&joined);
    if (rest.len && form->longer++ == 0) {
        form->longer_line = r->line;
        form->longer_text = arena_copy(f->arena, rest);
    }
    return rest;
}

/* Cells in the order of the layout's columns; what a row leaves off at its end is empty. */
static void arrange(struct fec *f, const struct form *form, struct row *r, struct text text,
                    struct text rest)
{
    size_t total = form->layout.column_count;
    struct text *cells = arena_array(&r->arena, total, struct text);
    size_t *offsets = arena_array(&r->arena, total, size_t);
    for (size_t i = 0; i < form->own && i < r->count; i++) {
        cells[i] = r->cells[i];
        offsets[i] = r->offsets[i];
    }
    cells[form->own] = text;
    cells[form->own + 1] = rest;
    for (size_t i = 0; i < f->cover_count; i++)
        cells[form->own + OWN_EXTRAS + i] = f->cover_cells[i];
    for (size_t i = 0; i < f->header_count; i++)
        cells[form->own + OWN_EXTRAS + f->cover_count + i] = f->header_cells[i];
    r->cells = cells;
    r->offsets = offsets;
    r->count = total;
}

enum row_status fec_next(struct fec *f, struct row *r)
{
    enum row_status status = csv_next(f->stream, &f->style, f->line, r);
    if (status != ROW_READ)
        return status;
    struct form *form = find_form(f, text_trim(r->cells[0]));
    bool lone = begins_block(r->cells[0], "[BEGINTEXT]"); /* text behind no row of its own */
    if (lone)
        copy_cells(r);
    struct text text = lone || text_follows(f, r) ? read_block(f, r) : TEXT("");
    form->rows++;
    struct text rest = take_rest(f, form, r);
    if (!f->covered)
        keep_cover(f, form, r);
    add_outer_columns(f, form);
    arrange(f, form, r, text, rest);
    r->layout = &form->layout;
    return ROW_READ;
}

/* --- at the end --- */

static void report_texts(const struct fec *f, struct diags *d, struct text file)
{
    if (f->open_text)
        diag_at(d, DIAG_WARNING, (struct place){.file = file, .line = f->open_text},
                "filing-open-text", TEXT("was the file cut?"), TEXT(""),
                "a text begins here that has no [ENDTEXT]: all behind it was taken for text");
    if (f->cut_text)
        diag_at(d, DIAG_WARNING, (struct place){.file = file, .line = f->cut_text},
                "filing-long-row", TEXT(""), TEXT(""), "a text of more than %zu MiB was cut",
                MAX_ROW >> 20);
}

struct text fec_head(const struct fec *f)
{
    return f->head;
}

struct text fec_replaces(const struct fec *f)
{
    return f->amends ? f->report_id : TEXT("");
}

struct declared_cell fec_declared(const struct fec *f, size_t i)
{
    return f->told[i];
}

static void report_form(const struct form *form, struct diags *d, struct place place,
                        struct text version)
{
    if (!form->known)
        diag_at(d, DIAG_WARNING, place, "filing-unknown-form",
                TEXT("its rows are kept as they stand, and no rule reads them"), TEXT(""),
                "%llu rows of the form \"%.*s\", whose columns are not known",
                (unsigned long long)form->rows, TEXT_ARG(form->name));
    if (form->nearest)
        diag_at(d, DIAG_WARNING, place, "filing-unknown-version", TEXT(""), TEXT(""),
                "the form \"%.*s\" is not known in version %.*s; read like the newest that is",
                TEXT_ARG(form->name), TEXT_ARG(version));
    if (form->longer && form->known) {
        place.line = form->longer_line;
        diag_at(d, DIAG_WARNING, place, "filing-extra-fields",
                TEXT("the rows are read; is a separator part of some cell?"), form->longer_text,
                "%llu rows of \"%.*s\" have text behind their last column",
                (unsigned long long)form->longer, TEXT_ARG(form->name));
    }
}

void fec_report(const struct fec *f, struct diags *d, struct text file)
{
    struct place place = {.file = file};
    if (f->amends)
        diag_at(d, DIAG_NOTE, place, "filing-amendment",
                TEXT("leave that one out, or what both tell counts twice"), TEXT(""),
                "this filing replaces %s%.*s", f->report_id.len ? "the filing " : "an earlier one",
                TEXT_ARG(f->report_id));
    for (size_t i = 0; i < f->form_count; i++)
        report_form(f->forms[i], d, place, f->version);
    report_texts(f, d, file);
    for (size_t i = 0; i < f->declared_count; i++) {
        uint64_t rows = 0;
        for (size_t k = 0; k < f->form_count; k++)
            if (text_equal_ascii(f->forms[k]->name, f->declared[i].form))
                rows = f->forms[k]->rows;
        if (rows != f->declared[i].rows)
            diag_at(d, DIAG_WARNING, place, "filing-declared-count",
                    TEXT("was the file cut, or put together from two?"), TEXT(""),
                    "the header declares %llu rows of %.*s, there are %llu",
                    (unsigned long long)f->declared[i].rows, TEXT_ARG(f->declared[i].form),
                    (unsigned long long)rows);
    }
}
