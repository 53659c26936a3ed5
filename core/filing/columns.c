/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/columns.h"

#include <stdlib.h>

#include "filing/memo.h"
#include "filing/scan.h"

/* How a mapping's cells are read. */
enum reading {
    READ_NOTHING,  /* the file has no such column */
    READ_BY_ROW,   /* several columns, an upper end, ...: by decode_mapping() */
    READ_CONSTANT, /* the same in every row */
    READ_TEXT,     /* as it stands */
    READ_MONEY,    /* digits, if the cell has nothing else */
    READ_DATE,     /* digits at fixed places */
    READ_MEMO,     /* by cell_decode(), once for each of the latest distinct cells */
};

struct reader {
    enum reading how;
    size_t column;
    bool follows; /* an earlier mapping of the field may have told */
    struct memo *memo;
    struct date_places {
        size_t len, year, month, day; /* of the pattern, and where its digits begin */
        size_t signs[4], sign_count;  /* where neither year, month nor day stands */
    } places;
    uint64_t told_lengths; /* lengths (below 64) of cells that say "none" or nothing */
};

struct part_reader {
    struct reader *readers;       /* one a mapping */
    struct memo **selector_memos; /* one a selector */
    size_t reader_count, selector_count;
    bool by_row; /* some mapping is READ_BY_ROW */
};

/* On which day each month begins, of the years that nearly all dates lie in. */
enum { FIRST_YEAR = 1900, YEARS = 200 };
struct months {
    day begin[YEARS * 12 + 1];
};

struct columns {
    struct arena arena;
    struct months months;
    struct scan scan;
    size_t next;      /* row of the scan that is read next */
    const char *base; /* what the scan's offsets count from */
    struct part_reader *parts;
    size_t part_count;
};

/* A run of rows of one part that go into one batch. */
struct run {
    struct columns *columns;
    struct input *in;
    const struct part *part;
    const struct route *route;
    const struct part_reader *reader;
    struct batch *batch;
    size_t row; /* first row of the scan */
    size_t count;
    size_t into;                /* first row of the batch */
    bool again[SCAN_MOST_ROWS]; /* rows that are read anew, row-wise */
};

/* --- cells --- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\xA0';
}

static struct text trim(struct text t)
{
    if (t.len && (is_blank(t.at[0]) || t.at[0] == '\xC2' || is_blank(t.at[t.len - 1])))
        return text_trim(t);
    return t;
}

static struct text undouble(struct arena *a, struct text t)
{
    char *out = arena_alloc(a, t.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < t.len; i++) {
        out[len++] = t.at[i];
        if (t.at[i] == '"')
            i++;
    }
    return (struct text){out, len};
}

/* The cell as csv_next() gives it; the scan has seen that its quotes are in order. */
static inline struct text cell_at(const struct columns *c, const struct input *in,
                                  const struct scanned_row *row, size_t column, struct arena *a,
                                  uint32_t *offset)
{
    const uint32_t *ends = c->scan.ends + row->cell;
    uint32_t begin = column ? ends[column - 1] + 1 : row->begin;
    struct text t = {c->base + begin, ends[column] - begin};
    *offset = begin;
    if (column + 1 == in->width && t.len && t.at[t.len - 1] == '\r')
        t.len--;
    if (t.len == 0 || t.at[0] != '"' || in->csv.quotes == QUOTES_NONE)
        return t;
    t = text_slice(t, 1, t.len - 1);
    return memchr(t.at, '"', t.len) ? undouble(a, t) : t;
}

static inline struct text run_cell(const struct run *r, size_t i, size_t column)
{
    uint32_t offset;
    const struct scanned_row *row = &r->columns->scan.rows[r->row + i];
    return trim(cell_at(r->columns, r->in, row, column, &r->batch->arena, &offset));
}

/* One column of a run. What is the same for all rows stands in a variable of its own, which no
 * store into a batch can change: then the compiler does not fetch it anew for each cell. */
struct cells {
    const struct run *run;
    const char *base;
    const struct scanned_row *rows;
    const uint32_t *ends;
    size_t column;
    bool plain; /* not the last column, which may have a CR at its end */
};

static inline struct cells cells_of(const struct run *r, size_t column)
{
    const struct scan *s = &r->columns->scan;
    return (struct cells){r,       r->columns->base, s->rows + r->row,
                          s->ends, column,           column > 0 && column + 1 < r->in->width};
}

/* Most cells begin and end with a character that is neither a quote nor a blank. */
static inline struct text cells_at(const struct cells *k, size_t i)
{
    if (k->plain) {
        const uint32_t *ends = k->ends + k->rows[i].cell + k->column;
        struct text t = {k->base + ends[-1] + 1, ends[0] - ends[-1] - 1};
        if (t.len == 0 || ((unsigned char)(t.at[0] - '#') < 0x80 - '#' &&
                           (unsigned char)(t.at[t.len - 1] - '#') < 0x80 - '#'))
            return t;
    }
    return run_cell(k->run, i, k->column);
}

/* The row as the row-wise reading has it. */
static void fill_row(struct columns *c, struct input *in, size_t which)
{
    const struct scanned_row *row = &c->scan.rows[which];
    struct row *r = &in->row;
    arena_reset(&r->arena);
    r->cells = arena_array(&r->arena, in->width, struct text);
    r->offsets = arena_array(&r->arena, in->width, size_t);
    r->count = in->width;
    r->layout = &in->layout;
    r->mended = 0;
    r->raw = (struct text){c->base + row->begin, row[1].begin - row->begin};
    r->line = in->line + (row->line - c->scan.rows[c->next].line);
    for (size_t i = 0; i < in->width; i++) {
        uint32_t offset;
        r->cells[i] = cell_at(c, in, row, i, &r->arena, &offset);
        r->offsets[i] = offset - row->begin;
    }
}

/* --- mappings --- */

/* What the memo holds of a cell that came before; amounts are not read so. */
static inline void set_remembered(struct batch *b, struct column *c, size_t row,
                                  const struct memo_entry *e)
{
    c->knowledge[row] = (uint8_t)e->value.knowledge;
    if (!c->text)
        c->number[row] = e->value.number;
    else if (e->text_len == 0)
        c->text[row] = e->value.text;
    else
        c->text[row] = arena_copy(&b->arena, (struct text){e->text, e->text_len});
    if (c->code)
        c->code[row] = e->code;
}

static void decode_general(struct run *r, size_t mapping, size_t i, struct text cell)
{
    const struct mapping *m = &r->part->mappings[mapping];
    struct decoder d = {.format = r->in->format,
                        .arena = &r->batch->arena,
                        .told = r->route->places[mapping].currency};
    struct value v;
    if (r->route->currency_column != SIZE_MAX)
        d.currency = run_cell(r, i, r->route->currency_column);
    if (cell_decode(&d, m, cell, &v) == DECODED)
        batch_set(r->batch, r->into + i, m->field->index, &v);
    else
        r->again[i] = true;
}

static bool is_told(const struct run *r, const struct mapping *m, size_t i)
{
    return r->batch->columns[m->field->index].knowledge[r->into + i] != VALUE_UNKNOWN;
}

static void read_constant(struct run *r, size_t mapping, bool follows)
{
    const struct mapping *m = &r->part->mappings[mapping];
    for (size_t i = 0; i < r->count; i++)
        if (!follows || !is_told(r, m, i))
            batch_set(r->batch, r->into + i, m->field->index, &m->constant);
}

static void read_texts(struct run *r, size_t mapping)
{
    const struct reader *reader = &r->reader->readers[mapping];
    const struct mapping *m = &r->part->mappings[mapping];
    struct column *c = &r->batch->columns[m->field->index];
    const struct cells cells = cells_of(r, reader->column);
    for (size_t i = 0; i < r->count; i++) {
        if (reader->follows && is_told(r, m, i))
            continue;
        struct text cell = cells_at(&cells, i);
        if (cell.len == 0 || (cell.len < 64 && reader->told_lengths >> cell.len & 1)) {
            decode_general(r, mapping, i, cell);
            continue;
        }
        c->knowledge[r->into + i] = VALUE_KNOWN;
        c->text[r->into + i] = cell;
    }
}

/* "1234.5" in minor units; false: it needs a closer look. */
static bool read_digits(struct text t, char decimal, unsigned digits, int64_t *out)
{
    int64_t n = 0;
    size_t i = 0;
    unsigned decimals = 0;
    if (t.len == 0 || t.len > 15)
        return false;
    for (; i < t.len && t.at[i] >= '0' && t.at[i] <= '9'; i++)
        n = n * 10 + (t.at[i] - '0');
    if (i == 0)
        return false;
    if (i < t.len) {
        if (t.at[i] != decimal || ++i == t.len)
            return false;
        for (; i < t.len && decimals < digits && t.at[i] >= '0' && t.at[i] <= '9'; i++, decimals++)
            n = n * 10 + (t.at[i] - '0');
        if (i < t.len)
            return false;
    }
    for (; decimals < digits; decimals++)
        n *= 10;
    *out = n;
    return true;
}

static struct text without_prefix(struct text t, struct text prefix)
{
    return prefix.len && text_starts(t, prefix) ? text_slice(t, prefix.len, t.len) : t;
}

static void read_money(struct run *r, size_t mapping)
{
    const struct reader *reader = &r->reader->readers[mapping];
    const struct mapping *m = &r->part->mappings[mapping];
    const struct format *f = r->in->format;
    struct column *c = &r->batch->columns[m->field->index];
    currency told = r->route->places[mapping].currency;
    currency money = told ? told : f->currency;
    unsigned digits = currency_digits(money);
    const struct cells cells = cells_of(r, reader->column);
    for (size_t i = 0; i < r->count; i++) {
        size_t row = r->into + i;
        if (reader->follows && is_told(r, m, i))
            continue;
        struct text cell = cells_at(&cells, i);
        bool listed = cell.len < 64 && reader->told_lengths >> cell.len & 1;
        if (listed || !read_digits(without_prefix(cell, f->symbol), f->style.decimal, digits,
                                   &c->number[row])) {
            decode_general(r, mapping, i, cell);
            continue;
        }
        c->knowledge[row] = VALUE_KNOWN;
        c->most[row] = c->number[row];
        c->currency[row] = money;
    }
}

/* The pattern must have fixed places: yyyy, mm and dd once each, and other characters as they are.
 */
static bool find_places(struct text pattern, struct date_places *p)
{
    size_t letters[3] = {0, 0, 0};
    *p = (struct date_places){.len = pattern.len};
    for (size_t i = 0; i < pattern.len; i++) {
        char c = pattern.at[i];
        size_t which = c == 'y' ? 0 : c == 'm' ? 1 : c == 'd' ? 2 : 3;
        size_t *begin = which == 0 ? &p->year : which == 1 ? &p->month : &p->day;
        bool too_many = which == 3 && p->sign_count == sizeof p->signs / sizeof *p->signs;
        if (c == '*' || too_many)
            return false;
        if (which == 3)
            p->signs[p->sign_count++] = i;
        else if (letters[which]++ == 0)
            *begin = i;
    }
    return letters[0] == 4 && letters[1] == 2 && letters[2] == 2 && p->year + 4 <= pattern.len &&
           pattern.at[p->year + 3] == 'y' && pattern.at[p->month + 1] == 'm' &&
           pattern.at[p->day + 1] == 'd';
}

static bool two_digits(const char *at, int *out)
{
    unsigned tens = (unsigned)(at[0] - '0'), ones = (unsigned)(at[1] - '0');
    *out = (int)(tens * 10 + ones);
    return tens < 10 && ones < 10;
}

/* False: there is no such day, or it lies far off. */
static inline bool day_in_table(const struct months *m, int year, int month, int day_of_month,
                                int64_t *out)
{
    unsigned at = (unsigned)(year - FIRST_YEAR) * 12 + (unsigned)(month - 1);
    if (year < FIRST_YEAR || month < 1 || month > 12 || at >= YEARS * 12)
        return false;
    *out = m->begin[at] + day_of_month - 1;
    return day_of_month >= 1 && *out < m->begin[at + 1];
}

/* As day_read_pattern() reads it; false: it needs a closer look. */
static bool read_day(struct text t, const struct date_places *p, struct text pattern,
                     const struct months *months, int64_t *out)
{
    int century, year, month, day_of_month;
    if (t.len != p->len || !two_digits(t.at + p->year, &century) ||
        !two_digits(t.at + p->year + 2, &year) || !two_digits(t.at + p->month, &month) ||
        !two_digits(t.at + p->day, &day_of_month))
        return false;
    for (size_t i = 0; i < p->sign_count; i++)
        if (t.at[p->signs[i]] != pattern.at[p->signs[i]])
            return false;
    return day_in_table(months, century * 100 + year, month, day_of_month, out);
}

static struct text pattern_of(const struct run *r, const struct mapping *m)
{
    return m->dates.len ? m->dates : r->in->format->dates;
}

static void read_dates(struct run *r, size_t mapping)
{
    const struct reader *reader = &r->reader->readers[mapping];
    const struct mapping *m = &r->part->mappings[mapping];
    struct column *c = &r->batch->columns[m->field->index];
    struct text pattern = pattern_of(r, m);
    const struct months *months = &r->columns->months;
    const struct cells cells = cells_of(r, reader->column);
    for (size_t i = 0; i < r->count; i++) {
        if (reader->follows && is_told(r, m, i))
            continue;
        struct text cell = cells_at(&cells, i);
        bool listed = cell.len < 64 && reader->told_lengths >> cell.len & 1;
        if (listed || !read_day(cell, &reader->places, pattern, months, &c->number[r->into + i]))
            decode_general(r, mapping, i, cell);
        else
            c->knowledge[r->into + i] = VALUE_KNOWN;
    }
}

static void read_with_memo(struct run *r, size_t mapping)
{
    const struct reader *reader = &r->reader->readers[mapping];
    const struct mapping *m = &r->part->mappings[mapping];
    struct batch *b = r->batch;
    struct column *c = &b->columns[m->field->index];
    const struct cells cells = cells_of(r, reader->column);
    for (size_t i = 0; i < r->count; i++) {
        struct memo_key key;
        if (reader->follows && is_told(r, m, i))
            continue;
        struct text cell = cells_at(&cells, i);
        struct memo_entry *e = memo_key(cell, &key) ? memo_at(reader->memo, &key) : NULL;
        if (e && memo_holds(e, &key)) {
            set_remembered(b, c, r->into + i, e);
            continue;
        }
        decode_general(r, mapping, i, cell);
        if (e && !r->again[i]) {
            struct value v = batch_value(b, r->into + i, m->field->index);
            memo_keep(e, &key, &v, c->code ? c->code[r->into + i] : 0);
        }
    }
}

static void read_mapping(struct run *r, size_t mapping)
{
    const struct reader *reader = &r->reader->readers[mapping];
    switch (reader->how) {
    case READ_CONSTANT:
        read_constant(r, mapping, reader->follows);
        break;
    case READ_TEXT:
        read_texts(r, mapping);
        break;
    case READ_MONEY:
        read_money(r, mapping);
        break;
    case READ_DATE:
        read_dates(r, mapping);
        break;
    case READ_MEMO:
        read_with_memo(r, mapping);
        break;
    default:
        break;
    }
}

/* --- which way is for which mapping --- */

static uint64_t lengths_of(const struct text *words, size_t count)
{
    uint64_t lengths = 0;
    for (size_t i = 0; i < count; i++)
        lengths |= words[i].len < 64 ? (uint64_t)1 << words[i].len : 0;
    return lengths;
}

static enum reading reading_of(const struct format *f, const struct mapping *m,
                               const struct place_of *p)
{
    bool plain = !m->match && !m->order_count && !m->code_count && !m->digits &&
                 m->others == OTHERWISE_ERROR;
    if (!p->found)
        return READ_NOTHING;
    if (m->is_constant)
        return READ_CONSTANT;
    if (m->column_count > 1 || p->upper != SIZE_MAX || p->columns[0] >= (size_t)COLUMN_WHOLE_ROW)
        return READ_BY_ROW;
    if (m->field->type == TYPE_TEXT && plain)
        return READ_TEXT;
    if (m->field->type == TYPE_DATE && plain)
        return READ_DATE;
    if (m->field->type != TYPE_MONEY)
        return READ_MEMO;
    bool currency_known = p->currency || (f->currency && !f->currency_column.len);
    return plain && currency_known && m->rounded == 0 ? READ_MONEY : READ_BY_ROW;
}

static bool field_seen(const struct part *part, size_t mapping, const struct reader *readers,
                       bool *by_row)
{
    bool seen = false;
    for (size_t i = 0; i < mapping; i++)
        if (part->mappings[i].field == part->mappings[mapping].field) {
            seen = true;
            *by_row |= readers[i].how == READ_BY_ROW;
        }
    return seen;
}

static struct part_reader make_part(struct columns *c, const struct input *in, size_t which)
{
    const struct format *f = in->format;
    const struct part *part = &f->parts[which];
    const struct route *route = in->layout.routes[which];
    struct part_reader r = {
        .readers = arena_array(&c->arena, part->mapping_count, struct reader),
        .selector_memos = arena_array(&c->arena, part->selector_count, struct memo *),
        .reader_count = part->mapping_count,
        .selector_count = part->selector_count};
    for (size_t i = 0; i < part->selector_count; i++)
        r.selector_memos[i] = memo_new();
    for (size_t i = 0; i < part->mapping_count; i++) {
        const struct mapping *m = &part->mappings[i];
        struct reader *reader = &r.readers[i];
        bool by_row = false;
        reader->how = reading_of(f, m, &route->places[i]);
        reader->follows = field_seen(part, i, r.readers, &by_row);
        if (by_row && reader->how != READ_NOTHING)
            reader->how = READ_BY_ROW; /* mappings of a field keep their order */
        if (reader->how > READ_CONSTANT)
            reader->column = route->places[i].columns[0];
        struct text dates = m->dates.len ? m->dates : f->dates;
        if (reader->how == READ_DATE && !find_places(dates, &reader->places))
            reader->how = READ_MEMO;
        if (reader->how == READ_MEMO)
            reader->memo = memo_new();
        reader->told_lengths = lengths_of(m->absent, m->absent_count) |
                               lengths_of(f->absent, f->absent_count) |
                               lengths_of(m->unknown, m->unknown_count) |
                               lengths_of(f->unknown, f->unknown_count) |
                               lengths_of(f->zero, f->zero_count);
        r.by_row |= reader->how == READ_BY_ROW;
    }
    return r;
}

struct columns *columns_new(const struct input *in)
{
    bool table = in->kind == FORMAT_CSV && !origin_is_sheet(in->origin) && in->width > 1 &&
                 (in->csv.quotes == QUOTES_STRICT || in->csv.quotes == QUOTES_NONE);
    if (!table)
        return NULL;
    struct columns *c = heap_alloc(1, sizeof *c);
    c->arena = ARENA("columns");
    for (int i = 0; i <= YEARS * 12; i++)
        c->months.begin[i] = day_from_civil(FIRST_YEAR + i / 12, 1 + i % 12, 1);
    c->part_count = in->format->part_count;
    c->parts = arena_array(&c->arena, c->part_count, struct part_reader);
    for (size_t i = 0; i < c->part_count; i++)
        c->parts[i] = make_part(c, in, i);
    return c;
}

void columns_free(struct columns *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->part_count; i++) {
        for (size_t k = 0; k < c->parts[i].reader_count; k++)
            memo_free(c->parts[i].readers[k].memo);
        for (size_t k = 0; k < c->parts[i].selector_count; k++)
            memo_free(c->parts[i].selector_memos[k]);
    }
    scan_free(&c->scan);
    arena_free(&c->arena);
    free(c);
}

/* --- runs of rows --- */

/* Whether bytes that are not all ASCII are text as the format has it, so that no cell needs to be
 * converted or mended: text that was encoded twice has a letter between U+00C0 and U+00FF. */
static bool is_plain_text(const struct format *f, struct text t)
{
    size_t bad;
    if (memchr(t.at, '\0', t.len))
        return false;
    return f->encoding_count > 0 && !f->charsets[0] && text_is_utf8(t, &bad) &&
           (!f->mend || !memchr(t.at, 0xC3, t.len));
}

/* Makes sure that the scan knows the row at the front of the window. */
static bool look_ahead(struct columns *c, struct input *in)
{
    struct scan *s = &c->scan;
    struct text window = stream_window(&in->stream);
    if (c->next < s->row_count && c->base + s->rows[c->next].begin == window.at)
        return true;
    scan_rows(s, window, &in->csv);
    c->base = window.at;
    c->next = 0;
    return s->row_count > 0;
}

/* As many cells as the header has, in text that needs no conversion. An empty line has one cell. */
static bool is_regular(const struct columns *c, const struct input *in, size_t which)
{
    const struct scanned_row *row = &c->scan.rows[which];
    struct text raw = {c->base + row->begin, row[1].begin - row->begin};
    bool ascii = row[1].other == row->other;
    return row[1].cell - row->cell == in->width && (ascii || is_plain_text(in->format, raw));
}

static bool selects(struct columns *c, struct input *in, size_t which, size_t part, size_t i)
{
    const struct selector *s = &in->format->parts[part].selectors[i];
    size_t column = in->layout.routes[part]->selectors[i];
    uint32_t offset;
    struct text cell = TEXT("");
    if (column == (size_t)COLUMN_WHOLE_ROW)
        return false; /* never asked: such formats are read row-wise */
    if (column != SIZE_MAX)
        cell = cell_at(c, in, &c->scan.rows[which], column, &in->row.arena, &offset);
    struct memo_key key;
    struct memo_entry *e = memo_key(cell, &key) ? memo_at(c->parts[part].selector_memos[i], &key)
                                                : NULL;
    if (e && memo_holds(e, &key))
        return e->value.number;
    struct value v = {.type = TYPE_BOOL, .knowledge = VALUE_KNOWN};
    v.number = regex_search(s->regex, cell, NULL) == REGEX_MATCH;
    if (e)
        memo_keep(e, &key, &v, 0);
    return v.number;
}

static size_t part_of(struct columns *c, struct input *in, size_t which)
{
    if (c->part_count == 1 && c->parts[0].selector_count == 0)
        return 0;
    for (size_t p = 0; p < c->part_count; p++) {
        bool fits = true;
        for (size_t i = 0; fits && i < c->parts[p].selector_count; i++)
            fits = selects(c, in, which, p, i);
        if (fits)
            return p;
    }
    return SIZE_MAX;
}

static void copy_sources(struct run *r)
{
    struct batch *b = r->batch;
    for (size_t s = 0; s < b->source_count; s++) {
        size_t column = r->route->sources[s];
        const struct cells cells = cells_of(r, column);
        for (size_t i = 0; i < r->count; i++)
            b->source[s][r->into + i] = column < r->in->width ? cells_at(&cells, i) : TEXT("");
    }
}

/* Mappings of several columns; rows of which some cell was odd; and the counts, in the rows' order.
 */
static void finish_rows(struct run *r, struct lane *lane)
{
    for (size_t i = 0; i < r->count && !r->in->stopped; i++) {
        bool ok = true;
        if (r->again[i] || r->reader->by_row)
            fill_row(r->columns, r->in, r->row + i);
        if (r->again[i])
            ok = input_reread(r->in, r->part, r->route, r->batch, r->into + i);
        for (size_t k = 0; !r->again[i] && r->reader->by_row && k < r->reader->reader_count; k++)
            if (r->reader->readers[k].how == READ_BY_ROW)
                ok &= input_decode(r->in, r->part, r->route, k, r->batch, r->into + i);
        r->in->counts.rows++;
        input_count(r->in, lane, r->into + i, ok);
    }
}

static struct lane *take_run(struct run *r)
{
    struct columns *c = r->columns;
    struct input *in = r->in;
    const struct scanned_row *rows = c->scan.rows;
    struct lane *lane = input_lane(in, r->part, r->route);
    r->batch = &lane->batch;
    if (r->count > r->batch->capacity - r->batch->count)
        r->count = r->batch->capacity - r->batch->count;
    r->into = r->batch->count;
    for (size_t i = 0; i < r->count; i++)
        batch_add(r->batch, in->line + rows[r->row + i].line - rows[r->row].line);
    copy_sources(r);
    for (size_t k = 0; k < r->reader->reader_count; k++)
        read_mapping(r, k);
    finish_rows(r, lane);
    in->noted[r->part - in->format->parts] += r->count;
    const struct scanned_row *behind = &rows[r->row + r->count];
    in->line += behind->line - rows[r->row].line;
    in->stream.begin += behind->begin - rows[r->row].begin;
    c->next += r->count;
    return lane;
}

struct lane *columns_take(struct columns *c, struct input *in)
{
    if (!look_ahead(c, in) || !is_regular(c, in, c->next))
        return NULL;
    size_t part = part_of(c, in, c->next);
    if (part == SIZE_MAX)
        return NULL;
    struct run r = {.columns = c,
                    .in = in,
                    .part = &in->format->parts[part],
                    .route = in->layout.routes[part],
                    .reader = &c->parts[part],
                    .row = c->next,
                    .count = 1};
    while (r.row + r.count < c->scan.row_count && is_regular(c, in, r.row + r.count) &&
           part_of(c, in, r.row + r.count) == part)
        r.count++;
    return take_run(&r);
}
