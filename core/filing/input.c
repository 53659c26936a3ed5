/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdarg.h>
#include <stdlib.h>

#include "filing/columns.h"

enum { PERCENT_FROM = 100 };

struct filing {
    struct diags *diags;
    const struct input_options *options;
    struct origin *origin;
    struct arena arena; /* names */
    size_t read, refused;
    bool incomplete;
};

bool input_fail(struct input *in, const char *code, const char *hint, const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    /* In an archive there may be other things besides filings. */
    enum severity severity = origin_is_container(in->origin) && !in->format ? DIAG_WARNING
                                                                            : DIAG_ERROR;
    return diag_at(in->diags, severity, (struct place){.file = in->path}, code, text_of(hint),
                   TEXT(""), "%s", message);
}

/* --- the header --- */

static void add_path(struct input *in, struct text path)
{
    for (size_t i = 0; i < in->layout.column_count; i++)
        if (text_equal(in->layout.columns[i], path))
            return;
    if (path.len && !text_equal(path, WHOLE_ROW))
        *arena_push(&in->arena, &in->layout.columns, &in->layout.column_count) = path;
}

static void add_paths(struct input *in, const struct part *p)
{
    for (size_t i = 0; i < p->selector_count; i++)
        add_path(in, p->selectors[i].column);
    for (size_t i = 0; i < p->mapping_count; i++) {
        add_path(in, p->mappings[i].upper);
        for (size_t k = 0; k < p->mappings[i].column_count; k++)
            add_path(in, p->mappings[i].columns[k]);
    }
}

static bool begin_json(struct input *in)
{
    for (size_t i = 0; i < in->format->part_count; i++)
        add_paths(in, &in->format->parts[i]);
    add_path(in, in->format->currency_column);
    for (size_t i = 0; i < in->options->source_count; i++)
        add_path(in, in->options->source_names[i]);
    in->json.paths = in->layout.columns;
    in->json.path_count = in->layout.column_count;
    json_begin(&in->stream, &in->json, &in->line);
    return true;
}

static bool begin_fec(struct input *in)
{
    const char *why = "it begins with no header (HDR)";
    if (fec_begins(text_trim(stream_window(&in->stream))))
        in->fec = fec_new(&in->arena, &in->stream, in->format, &in->line, &why);
    return in->fec ||
           input_fail(in, "filing-bad-header", "is it an electronic filing to the FEC?", "%s", why);
}

/* Cells of spreadsheets carry a mark in front when they are no texts. */
static struct text take_mark(const struct input *in, struct text cell, enum cell_nature *nature)
{
    *nature = CELL_IS_TEXT;
    if (!origin_is_sheet(in->origin) || cell.len == 0 ||
        (cell.at[0] != CELL_NUMBER && cell.at[0] != CELL_DATE))
        return cell;
    *nature = cell.at[0] == CELL_NUMBER ? CELL_IS_NUMBER : CELL_IS_DATE;
    return text_slice(cell, 1, cell.len);
}

static bool read_header(struct input *in)
{
    enum row_status status;
    enum cell_nature nature;
    size_t above = in->skipped;
    do {
        status = csv_next(&in->stream, &in->csv, &in->line, &in->row);
    } while (status != ROW_END && above-- > 0);
    if (status != ROW_READ || row_convert(&in->row, in->format) != ROW_READ)
        return input_fail(in, "filing-bad-header", "the first line must name the columns",
                          "the header cannot be read");
    if (in->skipped)
        diag_at(in->diags, DIAG_NOTE, (struct place){.file = in->path, .line = in->row.line},
                "filing-header", TEXT(""), TEXT(""),
                "the header stands here; what stands above it is left out");
    in->width = in->row.count;
    in->header = arena_copy(&in->arena, in->row.raw);
    for (size_t i = 0; i < in->row.count; i++)
        *arena_push(&in->arena, &in->layout.columns, &in->layout.column_count) = arena_copy(
            &in->arena, text_trim(take_mark(in, in->row.cells[i], &nature)));
    return true;
}

static bool begin_table(struct input *in)
{
    const struct format *f = in->format;
    in->csv = csv_style_of(in, f);
    if (f->column_count == 0)
        return read_header(in) && route_check(in, &in->layout);
    in->layout.columns = f->columns;
    in->layout.column_count = in->width = f->column_count;
    return true;
}

/* A forced format whose columns are not there reads nothing: better to say so. */
static bool check_columns(struct input *in)
{
    size_t found = 0, asked = 0;
    for (size_t p = 0; in->kind == FORMAT_CSV && p < in->format->part_count; p++) {
        const struct route *r = route_of(in, &in->layout, p);
        for (size_t i = 0; i < in->format->parts[p].mapping_count; i++) {
            bool constant = in->format->parts[p].mappings[i].is_constant;
            asked += !constant;
            found += !constant && r->places[i].found;
        }
    }
    return found > 0 || asked == 0 ||
           input_fail(in, "filing-unknown-format", "check `--format-in`, or the file",
                      "has none of the columns of the format \"%.*s\"", TEXT_ARG(in->format->name));
}

/* --- opening --- */

const struct filing_feed *input_feed_of(const struct input_options *options, const char *path)
{
    for (size_t i = 0; i < options->feed_count; i++)
        if (options->feeds[i].name == path)
            return &options->feeds[i];
    return NULL;
}

struct filing *filing_open(struct diags *d, const struct input_options *options, const char *path)
{
    struct origin *origin = origin_open(d, path, input_feed_of(options, path));
    if (!origin)
        return NULL;
    struct filing *f = heap_alloc(1, sizeof *f);
    *f = (struct filing){
        .diags = d, .options = options, .origin = origin, .arena = ARENA("filing")};
    return f;
}

void filing_free(struct filing *f)
{
    if (!f)
        return;
    origin_free(f->origin);
    arena_free(&f->arena);
    free(f);
}

bool filing_complete(const struct filing *f)
{
    return !f->incomplete;
}

/* Another encoding than the format's, when the user says so. */
static bool settle_encoding(struct input *in)
{
    struct text name = in->options->encoding;
    bool unicode = name.len >= 3 && text_equal_ascii(text_slice(name, 0, 3), TEXT("utf"));
    if (!name.len || in->stream.utf16)
        return true;
    const struct charset *c = unicode ? NULL : charset_new(&in->arena, name);
    if (!unicode && !c)
        return input_fail(in, "filing-encoding",
                          "like utf-8, utf-16le, windows-1252, windows-1251, armscii-8",
                          "no encoding \"%.*s\" is known", TEXT_ARG(name));
    struct format *f = arena_make(&in->arena, struct format);
    *f = *in->format;
    f->encoding_count = 1;
    f->encodings = arena_array(&in->arena, 1, struct text);
    f->encodings[0] = name;
    f->charsets = arena_array(&in->arena, 1, const struct charset *);
    f->charsets[0] = c;
    in->format = f;
    return true;
}

void input_make_lanes(struct input *in)
{
    const struct format *f = in->format;
    for (size_t p = 0; p < f->part_count; p++) {
        size_t i = 0;
        while (i < in->lane_count && in->lanes[i]->batch.record != f->parts[p].record)
            i++;
        if (i < in->lane_count || in->lane_count == MOST_TYPES)
            continue;
        struct lane *lane = arena_make(&in->arena, struct lane);
        batch_init(&lane->batch, f->parts[p].record, in->options->batch_rows,
                   in->options->source_names, in->options->source_count);
        lane->counts.record = f->parts[p].record;
        lane->taken = true;
        in->lanes[in->lane_count++] = lane;
    }
}

static bool begin_rows(struct input *in)
{
    bool ok = in->kind == FORMAT_FEC      ? begin_fec(in)
              : in->kind == FORMAT_NDJSON ? begin_json(in)
                                          : begin_table(in);
    if (!ok || !check_columns(in))
        return false;
    input_make_lanes(in);
    in->noted = arena_array(&in->arena, in->format->part_count, uint64_t);
    declared_begin(in);
    for (size_t i = 0; in->kind != FORMAT_FEC && i < in->format->part_count; i++)
        route_of(in, &in->layout, i);
    in->columns = columns_new(in);
    return true;
}

static struct input *make_input(struct filing *f, struct text name)
{
    struct input *in = heap_alloc(1, sizeof *in);
    in->arena = ARENA("input");
    in->row.arena = ARENA("row");
    in->diags = f->diags;
    in->options = f->options;
    in->origin = f->origin;
    in->line = 1;
    in->path = arena_copy(&f->arena, name);
    stream_init(&in->stream, origin_source(f->origin), f->options->block);
    /* Enough to look at, however little comes at a time. */
    while (stream_window(&in->stream).len < f->options->block && stream_fill(&in->stream))
        ;
    return in;
}

static bool open_table(struct input *in)
{
    if (!detect_kind(in))
        return false;
    if (in->options->forced)
        detect_forced(in);
    else if (!detect_format(in))
        return false;
    in->kind = detect_reading(in, in->format);
    return settle_encoding(in) && begin_rows(in);
}

/* Goes to the next table; one that cannot be opened is counted and passed over. */
static struct input *next_table(struct filing *f, bool (*opens)(struct input *))
{
    struct text name;
    const char *why;
    while (origin_next(f->origin, &name, &why)) {
        struct input *in = make_input(f, name);
        if (opens(in)) {
            f->read++;
            return in;
        }
        f->refused++;
        f->incomplete |= !origin_is_container(f->origin) || in->format;
        input_close(in);
    }
    if (why) {
        f->incomplete = true;
        diag_at(f->diags, DIAG_ERROR, (struct place){.file = origin_path(f->origin)},
                "filing-bad-archive", TEXT("is it whole?"), TEXT(""), "the archive breaks off: %s",
                why);
    }
    return NULL;
}

struct input *filing_next(struct filing *f)
{
    struct input *in = next_table(f, open_table);
    if (!in && f->read == 0)
        f->incomplete = true;
    return in;
}

struct input *filing_next_raw(struct filing *f)
{
    return next_table(f, detect_kind);
}

void input_close(struct input *in)
{
    if (!in)
        return;
    for (size_t i = 0; i < in->lane_count; i++)
        batch_free(&in->lanes[i]->batch);
    columns_free(in->columns);
    if (!in->is_reader)
        stream_free(&in->stream);
    arena_free(&in->row.arena);
    arena_free(&in->arena);
    free(in);
}

struct text input_name(const struct input *in)
{
    return in->path;
}

struct text input_replaces(const struct input *in)
{
    return in->fec ? fec_replaces(in->fec) : TEXT("");
}

const struct format *input_format(const struct input *in)
{
    return in->format;
}

/* --- what cannot be read --- */

static size_t find_mark(struct text t)
{
    size_t number = text_find(t, CELL_NUMBER), date = text_find(t, CELL_DATE);
    return number < date ? number : date;
}

/* A row as it was; of a sheet without the marks of its cells. */
static void write_raw(struct input *in, FILE *out, struct text raw)
{
    for (size_t at; origin_is_sheet(in->origin) && (at = find_mark(raw)) < raw.len;) {
        fwrite(raw.at, 1, at, out);
        raw = text_slice(raw, at + 1, raw.len);
    }
    fwrite(raw.at, 1, raw.len, out);
    if (raw.len == 0 || raw.at[raw.len - 1] != '\n')
        fputc('\n', out);
}

static bool ends_with(struct text t, struct text end)
{
    return t.len >= end.len && text_equal(text_slice(t, t.len - end.len, t.len), end);
}

static struct text head_of(const struct input *in)
{
    return in->fec ? fec_head(in->fec) : in->header;
}

void input_begin_rejects(struct input *in)
{
    if (!in->rejected && head_of(in).len)
        write_raw(in, in->options->rejects, head_of(in));
    in->rejected = true;
}

static void write_reject(struct input *in)
{
    bool first = !in->rejected;
    if (!in->options->rejects || in->row.raw.len == 0)
        return;
    input_begin_rejects(in);
    /* The cover of a .fec filing stands in its head. */
    if (!first || !in->fec || !ends_with(head_of(in), in->row.raw))
        write_raw(in, in->options->rejects, in->row.raw);
}

void input_check_share(struct input *in, bool at_end)
{
    const struct input_options *o = in->options;
    uint64_t rows = in->counts.records + in->counts.unreadable;
    bool too_many = rows >= (at_end ? 1 : PERCENT_FROM) && o->most_percent < 100 &&
                    in->counts.unreadable * 100 > rows * o->most_percent;
    if (in->stopped || (in->counts.unreadable <= o->most_unreadable && !too_many))
        return;
    in->stopped = true;
    input_fail(in, "filing-too-many-unreadable", "is it the right format?",
               "%llu of %llu rows cannot be read: more than --max-unreadable allows",
               (unsigned long long)in->counts.unreadable, (unsigned long long)rows);
}

static void count_unreadable(struct input *in)
{
    in->counts.unreadable++;
    write_reject(in);
    input_check_share(in, false);
}

static void report_damage(struct input *in, const struct row *r)
{
    struct place place = {.file = in->path};
    bool encoding = text_equal(text_of(r->code), TEXT("filing-encoding"));
    row_place_of(r, r->bad, &place.line, &place.column);
    diag_at(in->diags, DIAG_WARNING, place, r->code,
            encoding ? TEXT("`--encoding NAME` tells another one, like windows-1251 or armscii-8\n"
                            "the row is left out of all findings and totals")
                     : TEXT("the row is left out of all findings and totals"),
            r->raw, "unreadable row: %.*s", TEXT_ARG(r->reason));
    count_unreadable(in);
}

/* The source's own reference of a row, in the form in which it goes into a message. */
static struct text show_reference(struct input *in, const struct batch *b, size_t row)
{
    struct value v = {.knowledge = VALUE_UNKNOWN};
    if (b->record->reference != SIZE_MAX)
        v = batch_value(b, row, b->record->reference);
    return v.knowledge == VALUE_KNOWN ? arena_format(&in->row.arena, " \"%.*s\"",
                                                     TEXT_ARG(value_print(&in->row.arena, &v)))
                                      : TEXT("");
}

static void report_cell(struct input *in, const struct mapping *m, const struct decoder *d,
                        size_t column, struct text cell, struct text reference)
{
    struct place place = {.file = in->path};
    bool real = column < in->row.count;
    row_place_of(&in->row, real ? in->row.offsets[column] : 0, &place.line, &place.column);
    if (origin_is_sheet(in->origin))
        place.column = column + 1;
    struct text name = real ? in->row.layout->columns[column] : WHOLE_ROW;
    struct text hint = arena_format(&in->row.arena, "expected %.*s (format %.*s)\n%s",
                                    TEXT_ARG(d->expected), TEXT_ARG(in->format->name),
                                    "the row is left out of all findings and totals");
    diag_at(in->diags, DIAG_WARNING, place, d->code, hint, cell,
            "unreadable row%.*s: column \"%.*s\" has no %s for \"%.*s\"", TEXT_ARG(reference),
            TEXT_ARG(name), type_name(m->field->type), TEXT_ARG(m->field->path));
}

/* --- rows --- */

/* The cells of a mapping, joined; the mark of a spreadsheet's cell is taken off. */
static struct text gather(struct input *in, const struct place_of *p, size_t count, struct arena *a,
                          enum cell_nature *nature)
{
    struct text first = take_mark(in, route_cell(&in->row, p->columns[0]), nature);
    struct growing out = {.arena = a};
    if (count == 1)
        return first;
    growing_add(&out, first);
    for (size_t i = 1; i < count; i++) {
        enum cell_nature other;
        struct text cell = text_trim(take_mark(in, route_cell(&in->row, p->columns[i]), &other));
        if (cell.len && out.len)
            growing_add(&out, TEXT(" "));
        growing_add(&out, cell);
    }
    return growing_text(&out);
}

bool input_decode(struct input *in, const struct part *part, const struct route *route,
                  size_t mapping, struct batch *b, size_t row)
{
    const struct mapping *m = &part->mappings[mapping];
    const struct place_of *p = &route->places[mapping];
    struct decoder d = {.format = in->format, .arena = &b->arena, .told = p->currency};
    enum cell_nature nature;
    struct value v;
    if (!p->found || b->columns[m->field->index].knowledge[row] != VALUE_UNKNOWN)
        return true; /* an earlier mapping of the field has told */
    struct text cell = m->is_constant ? TEXT("")
                                      : gather(in, p, m->column_count, &b->arena, &d.nature);
    d.currency = take_mark(in, route_cell(&in->row, route->currency_column), &nature);
    d.dates = in->fec ? fec_dates(in->fec) : TEXT("");
    d.upper = take_mark(in, route_cell(&in->row, p->upper), &nature);
    if (cell_decode(&d, m, cell, &v) == DECODED) {
        batch_set(b, row, m->field->index, &v);
        return true;
    }
    report_cell(in, m, &d, p->columns[0], cell, show_reference(in, b, row));
    return false;
}

static bool decode_row(struct input *in, const struct part *part, const struct route *route,
                       struct batch *b, size_t row)
{
    bool ok = true;
    for (size_t i = 0; i < part->mapping_count; i++)
        ok &= input_decode(in, part, route, i, b, row);
    return ok;
}

bool input_reread(struct input *in, const struct part *part, const struct route *route,
                  struct batch *b, size_t row)
{
    for (size_t i = 0; i < part->mapping_count; i++)
        b->columns[part->mappings[i].field->index].knowledge[row] = VALUE_UNKNOWN;
    return decode_row(in, part, route, b, row);
}

static void copy_source(struct input *in, const struct route *route, struct batch *b, size_t row)
{
    enum cell_nature nature;
    for (size_t i = 0; i < b->source_count; i++)
        b->source[i][row] = arena_copy(
            &b->arena, text_trim(take_mark(in, route_cell(&in->row, route->sources[i]), &nature)));
}

void lane_add(struct lane *lane, const struct total *t)
{
    size_t i = 0;
    while (i < lane->counts.total_count && lane->totals[i].currency != t->currency)
        i++;
    if (i == lane->counts.total_count && i < MOST_CURRENCIES)
        lane->totals[lane->counts.total_count++] = (struct total){t->currency, 0, 0};
    if (i == MOST_CURRENCIES)
        return;
    lane->totals[i].least += t->least;
    lane->totals[i].most += t->most;
}

static void count_record(struct input *in, struct lane *lane, size_t row)
{
    const struct batch *b = &lane->batch;
    bool memo = batch_is_memo(b, row);
    in->counts.records++;
    lane->counts.records++;
    lane->counts.memos += memo;
    if (b->record->amount == SIZE_MAX || memo)
        return;
    const struct column *c = &b->columns[b->record->amount];
    if (c->knowledge[row] == VALUE_KNOWN)
        lane_add(lane, &(struct total){c->currency[row], c->number[row], c->most[row]});
}

static void remark(struct input *in, struct remark *m, struct text excerpt)
{
    if (m->rows++ > 0)
        return;
    m->line = in->row.line;
    m->excerpt = arena_copy(&in->arena, excerpt);
}

/* A row with another number of cells than the header has: empty cells more at the end are harmless.
 */
static bool check_width(struct input *in)
{
    struct row *r = &in->row;
    size_t used = r->count;
    while (used > in->width && text_trim(r->cells[used - 1]).len == 0)
        used--;
    if (used == in->width)
        return true;
    if (used > in->width && in->format->reads_wider) {
        remark(in, &in->wider, r->cells[in->width]);
        r->count = in->width;
        return true;
    }
    if (origin_is_sheet(in->origin) && used < in->width) { /* empty cells are not stored */
        struct text *cells = arena_array(&r->arena, in->width, struct text);
        size_t *offsets = arena_array(&r->arena, in->width, size_t);
        memcpy(cells, r->cells, used * sizeof *cells);
        memcpy(offsets, r->offsets, used * sizeof *offsets);
        r->cells = cells;
        r->offsets = offsets;
        r->count = in->width;
        return true;
    }
    struct text reason = arena_format(&r->arena, "expected %zu cells, found %zu%s", in->width,
                                      r->count, r->count < in->width ? "; was the file cut?" : "");
    row_damage(r, "filing-wrong-width", 0, reason);
    return false;
}

static enum row_status next_row(struct input *in)
{
    struct row *r = &in->row;
    enum row_status status;
    r->mended = 0;
    r->layout = &in->layout;
    if (in->kind == FORMAT_NDJSON)
        return json_next(&in->stream, &in->json, &in->line, r);
    if (in->kind == FORMAT_FEC) {
        status = fec_next(in->fec, r);
    } else {
        status = csv_next(&in->stream, &in->csv, &in->line, r);
        if (status == ROW_READ && !check_width(in))
            status = ROW_DAMAGED;
        if (status == ROW_READ && r->stray)
            remark(in, &in->stray, r->raw);
    }
    return status == ROW_READ ? row_convert(r, in->format) : status;
}

static struct lane *lane_of(struct input *in, const struct record_type *record)
{
    size_t i = 0;
    while (in->lanes[i]->batch.record != record)
        i++;
    return in->lanes[i];
}

static void begin_batch(struct input *in, struct lane *lane)
{
    struct batch *b = &lane->batch;
    batch_clear(b);
    b->file = in->path;
    b->jurisdiction = in->format->jurisdiction;
    lane->taken = false;
}

static void mark_mapped(const struct part *part, const struct route *route, struct batch *b)
{
    for (size_t i = 0; i < part->mapping_count; i++)
        b->columns[part->mappings[i].field->index].mapped |= route->places[i].found;
}

struct lane *input_lane(struct input *in, const struct part *part, const struct route *route)
{
    struct lane *lane = lane_of(in, part->record);
    if (lane->taken)
        begin_batch(in, lane);
    mark_mapped(part, route, &lane->batch);
    return lane;
}

void input_count(struct input *in, struct lane *lane, size_t row, bool readable)
{
    lane->batch.unreadable[row] = !readable;
    if (readable)
        count_record(in, lane, row);
    else
        count_unreadable(in);
}

/* Puts the row into the batch of its type; gives that lane. */
static struct lane *take_row(struct input *in)
{
    size_t p = route_part(in, &in->row);
    if (p == SIZE_MAX) {
        in->counts.unmatched++;
        return NULL;
    }
    const struct part *part = &in->format->parts[p];
    const struct route *route = route_of(in, in->row.layout, p);
    struct lane *lane = input_lane(in, part, route);
    in->noted[p]++;
    struct batch *b = &lane->batch;
    size_t row = batch_add(b, in->row.line);
    copy_source(in, route, b, row);
    in->counts.mended += in->row.mended;
    input_count(in, lane, row, decode_row(in, part, route, b, row));
    if (in->row.layout->declares)
        declared_add(in, b, row);
    return lane;
}

static struct batch *hand_out(struct lane *lane)
{
    lane->taken = true;
    return &lane->batch;
}

static void report_remark(struct input *in, const struct remark *m, const char *code,
                          const char *hint, const char *what)
{
    struct place place = {.file = in->path, .line = m->line};
    if (m->rows)
        diag_at(in->diags, DIAG_WARNING, place, code, text_of(hint), m->excerpt,
                "%llu rows have %s", (unsigned long long)m->rows, what);
}

static void note_rows(struct input *in)
{
    struct place place = {.file = in->path};
    for (size_t p = 0; p < in->format->part_count; p++)
        if (in->noted[p] && in->format->parts[p].note.len)
            diag_at(in->diags, DIAG_NOTE, place, "filing-note", TEXT(""), TEXT(""),
                    "%llu rows: %.*s", (unsigned long long)in->noted[p],
                    TEXT_ARG(in->format->parts[p].note));
    report_remark(in, &in->wider, "filing-extra-cells",
                  "they were read by the columns that have a name",
                  "text behind the last column of the header");
    report_remark(in, &in->stray, "filing-stray-quote", "they were taken for parts of the cells",
                  "quotes within their cells that are not doubled");
}

static void finish(struct input *in)
{
    struct place place = {.file = in->path};
    in->ended = true;
    if (in->is_reader)
        return; /* the table tells what there is to tell */
    if (in->stream.error)
        input_fail(in, "filing-read-error", "is the file whole?", "reading broke off: %s",
                   in->stream.error);
    if (in->fec) {
        fec_report(in->fec, in->diags, in->path);
        declared_report(in);
    }
    note_rows(in);
    if (in->counts.unmatched)
        diag_at(in->diags, DIAG_WARNING, place, "filing-unmatched",
                TEXT("add a part to the format if they matter"), TEXT(""),
                "%llu rows are of no kind that the format \"%.*s\" reads",
                (unsigned long long)in->counts.unmatched, TEXT_ARG(in->format->name));
    if (in->counts.mended)
        diag_at(in->diags, DIAG_NOTE, place, "filing-mended", TEXT(""), TEXT(""),
                "%llu cells had been encoded twice and were put right",
                (unsigned long long)in->counts.mended);
    input_check_share(in, true);
}

static struct batch *next_left(struct input *in)
{
    struct lane *lane = in->current;
    return lane && !lane->taken && lane->batch.count ? hand_out(lane) : NULL;
}

/* One row, whatever it is like; NULL when it gave no record. */
static struct lane *next_lane(struct input *in)
{
    enum row_status status = next_row(in);
    in->counts.rows += status != ROW_END;
    if (status == ROW_END)
        finish(in);
    else if (status == ROW_DAMAGED)
        report_damage(in, &in->row);
    return status == ROW_READ ? take_row(in) : NULL;
}

struct batch *input_next(struct input *in)
{
    while (!in->ended && !in->stopped) {
        struct lane *before = in->current;
        bool waiting = before && !before->taken && before->batch.count > 0;
        struct lane *lane = in->columns ? columns_take(in->columns, in) : NULL;
        if (lane) {
            in->borrowed = true;
        } else if (waiting && in->borrowed && !in->stream.ended) {
            in->borrowed = false; /* reading on would move what the batch points to */
            return hand_out(before);
        } else {
            lane = next_lane(in);
        }
        if (!lane)
            continue;
        in->current = lane;
        if (waiting && lane != before)
            return hand_out(before);
        if (lane->batch.count == lane->batch.capacity)
            return hand_out(lane);
    }
    return in->stopped ? NULL : next_left(in);
}

struct batch *input_take_batch(struct input *in, struct batch *taken, struct batch *spare)
{
    if (in->borrowed)
        return NULL;
    struct batch *own = spare ? spare : heap_alloc(1, sizeof *own), swap = *taken;
    if (!spare)
        batch_init(own, taken->record, taken->capacity, taken->source_names, taken->source_count);
    *taken = *own; /* it is emptied and named before the next row */
    *own = swap;
    return own;
}

struct input_counts input_counts(const struct input *in)
{
    struct input_counts c = in->counts;
    struct record_counts *types = ((struct input *)(uintptr_t)in)->types;
    c.bytes = origin_read(in->origin);
    c.size = origin_size(in->origin);
    for (size_t i = 0; i < in->lane_count; i++) {
        if (in->lanes[i]->counts.records == 0 && in->lane_count > 1)
            continue;
        types[c.type_count] = in->lanes[i]->counts;
        types[c.type_count++].totals = in->lanes[i]->totals;
    }
    c.types = types;
    return c;
}

bool input_complete(const struct input *in)
{
    return in->stream.error == NULL && !in->stopped;
}
