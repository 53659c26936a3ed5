/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/sample.h"

#include "base/country.h"
#include "filing/opened.h"
#include "name/fold.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- encoding --- */

/* Bytes above ASCII stand alone in Latin text, in rows in Cyrillic and Armenian; in ARMSCII-8 the
 * small letters are the odd ones. */
static struct text guess_encoding(struct text t, bool *unsure)
{
    size_t high = 0, in_rows = 0, odd = 0, bad;
    *unsure = false;
    /* The window may end within a character: look only at whole lines. */
    size_t end = t.len;
    while (end > 0 && t.at[end - 1] != '\n')
        end--;
    t = text_slice(t, 0, end ? end : t.len);
    if (text_is_utf8(t, &bad))
        return TEXT("utf-8");
    *unsure = true;
    for (size_t i = 0; i < t.len; i++) {
        unsigned char c = (unsigned char)t.at[i];
        if (c < 0x80)
            continue;
        high++;
        odd += c >= 0xB2 && c % 2;
        in_rows += i > 0 && (unsigned char)t.at[i - 1] >= 0x80;
    }
    if (in_rows * 2 < high)
        return TEXT("windows-1252");
    return odd * 10 > high * 7 ? TEXT("armscii-8") : TEXT("windows-1251");
}

/* --- how it is cut --- */

static bool peek(struct input *in, const struct csv_style *style, size_t rows, size_t *counts,
                 size_t *n)
{
    struct stream copy = in->stream;
    struct row row = {.arena = ARENA("sample")};
    uint64_t line = 1;
    copy.ended = true;
    for (*n = 0; *n < rows && csv_next(&copy, style, &line, &row) == ROW_READ; ++*n)
        counts[*n] = row.count;
    arena_free(&row.arena);
    return *n > 0;
}

/* The delimiter that gives most rows the same, greatest number of cells. */
static char guess_delimiter(struct input *in)
{
    static const char candidates[] = {',', ';', '\t', '|'};
    size_t counts[HEADER_ROWS], n, best = 0;
    char delimiter = ',';
    for (size_t i = 0; i < COUNT(candidates); i++) {
        struct csv_style style = {candidates[i], QUOTES_STRICT, false};
        if (!peek(in, &style, HEADER_ROWS, counts, &n))
            continue;
        size_t same = 0;
        for (size_t k = 0; k < n; k++)
            same += counts[k] == counts[n - 1];
        if (counts[n - 1] > 1 && same * counts[n - 1] > best) {
            best = same * counts[n - 1];
            delimiter = candidates[i];
        }
    }
    return delimiter;
}

/* The header is the first row as wide as most: titles above it are narrower. */
static size_t guess_skipped(struct input *in, const struct csv_style *style)
{
    size_t counts[HEADER_ROWS], n, widest = 0;
    if (!peek(in, style, HEADER_ROWS, counts, &n))
        return 0;
    for (size_t i = 0; i < n; i++)
        widest = counts[i] > widest ? counts[i] : widest;
    for (size_t i = 0; i < n; i++)
        if (counts[i] * 10 >= widest * 8)
            return i;
    return 0;
}

/* --- shapes --- */

static bool all_values(const struct column_sample *c,
                       bool (*fits)(const struct column_sample *, struct text))
{
    for (size_t i = 0; i < c->value_count; i++)
        if (!fits(c, c->values[i]))
            return false;
    return c->value_count > 0;
}

static bool is_bool(const struct column_sample *c, struct text t)
{
    struct arena a = ARENA("shape");
    struct value v;
    (void)c;
    bool ok = value_read(&a, TYPE_BOOL, t, &v) && v.knowledge == VALUE_KNOWN;
    arena_free(&a);
    return ok;
}

static bool is_date(const struct column_sample *c, struct text t)
{
    day on;
    return day_read_pattern(t, c->dates, &on);
}

static bool is_country(const struct column_sample *c, struct text t)
{
    struct text code;
    (void)c;
    return t.len >= 2 && country_find(t, &code);
}

static struct text without_symbol(const struct column_sample *c, struct text t)
{
    if (!c->symbol.len)
        return t;
    if (text_starts(t, c->symbol))
        return text_trim(text_slice(t, c->symbol.len, t.len));
    if (t.len > c->symbol.len && text_equal(text_slice(t, t.len - c->symbol.len, t.len), c->symbol))
        return text_trim(text_slice(t, 0, t.len - c->symbol.len));
    return t;
}

static struct text at_most_of(struct text t)
{
    static const struct text marks[] = {TEXT_INIT("≤"), TEXT_INIT("<="), TEXT_INIT("<")};
    for (size_t i = 0; i < COUNT(marks); i++)
        if (text_starts(t, marks[i]))
            return marks[i];
    return TEXT("");
}

static bool is_amount(const struct column_sample *c, struct text t)
{
    int64_t n;
    t = text_trim(text_slice(t, at_most_of(t).len, t.len));
    return decimal_read(without_symbol(c, t), c->style, 2, &n);
}

static bool is_percent(const struct column_sample *c, struct text t)
{
    int64_t n;
    if (t.len < 2 || t.at[t.len - 1] != '%')
        return false;
    return decimal_read(text_trim(text_slice(t, 0, t.len - 1)), c->style, SHARE_DIGITS, &n);
}

static bool find_dates(struct column_sample *c)
{
    static const char *const patterns[] = {
        "yyyy-mm-dd", "d.m.yyyy",  "d/m/yyyy",    "m/d/yyyy",   "yyyymmdd",
        "yyyy/mm/dd", "d-m-yyyy",  "mmddyyyy",    "yyyy.mm.dd", "yyyy-mm-dd*",
        "d.m.yyyy*",  "d/m/yyyy*", "yyyy/mm/dd*",
    };
    for (size_t i = 0; i < COUNT(patterns); i++) {
        struct text before = c->dates;
        bool open = patterns[i][strlen(patterns[i]) - 1] == '*';
        if (c->other_dates.len || (open && before.len))
            break;
        c->dates = text_of(patterns[i]);
        if (!all_values(c, is_date))
            c->dates = before;
        else if (before.len) {
            c->other_dates = c->dates;
            c->dates = before;
        }
    }
    return c->dates.len > 0;
}

/* What stands around the first number and is none of its characters: "£", "AMD". */
static struct text find_symbol(struct text t)
{
    size_t begin = 0, end = t.len;
    while (begin < end && !(t.at[begin] >= '0' && t.at[begin] <= '9') && t.at[begin] != '-')
        begin++;
    while (end > begin && !(t.at[end - 1] >= '0' && t.at[end - 1] <= '9'))
        end--;
    struct text front = text_trim(text_slice(t, 0, begin)),
                back = text_trim(text_slice(t, end, t.len));
    if (begin == t.len || (front.len && back.len))
        return TEXT("");
    return front.len ? front : back;
}

static currency currency_of(struct text symbol)
{
    static const struct {
        struct text symbol;
        const char *code;
    } known[] = {
        {TEXT_INIT("£"), "GBP"},    {TEXT_INIT("€"), "EUR"},    {TEXT_INIT("֏"), "AMD"},
        {TEXT_INIT("₽"), "RUB"},  {TEXT_INIT("₴"), "UAH"},    {TEXT_INIT("₾"), "GEL"},
        {TEXT_INIT("դրամ"), "AMD"}, {TEXT_INIT("руб."), "RUB"},
    };
    currency c = 0;
    for (size_t i = 0; i < COUNT(known); i++)
        if (text_equal(symbol, known[i].symbol))
            currency_find(text_of(known[i].code), &c);
    if (!c)
        currency_find(symbol, &c);
    return c;
}

/* "Amount spent (EUR)", "DonationEUR": three capitals that are a currency's code. */
static currency currency_in(struct text name)
{
    currency c = 0;
    for (size_t i = 0, run = 0; i <= name.len && !c; i++) {
        bool upper = i < name.len && name.at[i] >= 'A' && name.at[i] <= 'Z';
        bool lower = i < name.len && name.at[i] >= 'a' && name.at[i] <= 'z';
        if (run == 3 && !upper && !lower)
            currency_find(text_slice(name, i - 3, i), &c);
        run = upper ? run + 1 : 0;
    }
    return c;
}

static bool find_amounts(struct column_sample *c)
{
    static const struct number_style styles[] = {
        {'.', 0}, {'.', ','}, {',', 0}, {',', '.'}, {',', ' '}, {'.', ' '}, {'.', '\''},
    };
    size_t fitting = 0;
    struct number_style first = {0, 0};
    c->symbol = find_symbol(
        text_slice(c->values[0], at_most_of(c->values[0]).len, c->values[0].len));
    for (size_t i = 0; i < COUNT(styles); i++) {
        c->style = styles[i];
        if (!all_values(c, is_amount) && !all_values(c, is_percent))
            continue;
        if (fitting++ == 0)
            first = styles[i];
    }
    c->style = first;
    if (!fitting)
        return false;
    c->currency = currency_of(c->symbol);
    if (!c->currency)
        c->currency = currency_in(c->name);
    for (size_t i = 0; i < c->value_count; i++)
        if (at_most_of(c->values[i]).len)
            c->at_most = at_most_of(c->values[i]);
    /* Whole numbers fit every style; "1,234" fits two that mean different things. */
    for (size_t i = 0; i < c->value_count; i++)
        c->style_unsure |= fitting > 1 && (text_find(c->values[i], ',') < c->values[i].len) &&
                           text_find(c->values[i], '.') == c->values[i].len;
    return true;
}

static bool holds_digit(struct text t)
{
    for (size_t i = 0; i < t.len; i++)
        if (t.at[i] >= '0' && t.at[i] <= '9')
            return true;
    return false;
}

/* Days and one or two words that say that there is none: the words are put aside. */
static bool find_dates_but(struct arena *a, struct column_sample *c)
{
    struct column_sample days = {0};
    for (size_t i = 0; i < c->value_count; i++) {
        bool digit = holds_digit(c->values[i]);
        if (!digit && days.aside_count == SAMPLE_ASIDES)
            return false;
        if (digit)
            *arena_push(a, &days.values, &days.value_count) = c->values[i];
        else
            *arena_push(a, &days.asides, &days.aside_count) = c->values[i];
    }
    if (!find_dates(&days))
        return false;
    c->dates = days.dates;
    c->other_dates = days.other_dates;
    c->asides = days.asides;
    c->aside_count = days.aside_count;
    return true;
}

/* Cells with several countries, whatever parts them. */
static bool find_countries(struct arena *a, struct column_sample *c)
{
    static const char separators[] = {';', ',', '/', '|'};
    struct text codes, wrong;
    for (size_t k = 0; k < COUNT(separators); k++) {
        bool all = true;
        for (size_t i = 0; i < c->value_count && all; i++)
            all = countries_read(a, c->values[i], separators[k], &codes, &wrong);
        if (all) {
            c->separator = separators[k];
            return true;
        }
    }
    return false;
}

static void find_shape(struct arena *a, struct column_sample *c)
{
    if (c->value_count == 0)
        c->shape = SHAPE_EMPTY;
    else if (find_dates(c) || find_dates_but(a, c))
        c->shape = SHAPE_DATE;
    else if (all_values(c, is_bool) && c->value_count <= 2)
        c->shape = SHAPE_BOOL;
    else if (find_amounts(c))
        c->shape = all_values(c, is_percent) ? SHAPE_PERCENT : SHAPE_AMOUNT;
    else
        c->shape = all_values(c, is_country) || find_countries(a, c) ? SHAPE_COUNTRY : SHAPE_TEXT;
}

/* --- rows --- */

static void add_value(struct arena *a, struct column_sample *c, struct text t)
{
    if (!t.len)
        return;
    c->filled++;
    for (size_t i = 0; i < c->value_count; i++)
        if (text_equal(c->values[i], t))
            return;
    *arena_push(a, &c->values, &c->value_count) = arena_copy(a, t);
}

static struct text strip_mark(const struct input *in, struct text cell)
{
    bool marked = origin_is_sheet(in->origin) && cell.len &&
                  (cell.at[0] == CELL_NUMBER || cell.at[0] == CELL_DATE);
    return text_trim(marked ? text_slice(cell, 1, cell.len) : cell);
}

static bool holds(struct text t, char c)
{
    return text_find(t, c) < t.len;
}

/* The row as a line of UTF-8, quoted where need be. */
static void keep_line(const struct input *in, struct growing *line, const struct sample *s)
{
    const struct row *r = &in->row;
    for (size_t i = 0; i < r->count; i++) {
        struct text cell = strip_mark(in, r->cells[i]);
        bool quoted = holds(cell, s->delimiter) || holds(cell, '"') || holds(cell, '\n');
        struct text quote = quoted ? TEXT("\"") : TEXT("");
        growing_add(line, (struct text){&s->delimiter, i > 0});
        growing_add(line, quote);
        for (size_t k = 0; k < cell.len; k++) {
            growing_add(line, cell.at[k] == '"' ? TEXT("\"") : TEXT(""));
            growing_add(line, cell.at[k] == '\n' ? TEXT(" ") : text_slice(cell, k, k + 1));
        }
        growing_add(line, quote);
    }
    growing_add(line, TEXT("\n"));
}

/* "Total", "Ընդամենը / Итого:": every word of the cell is one of a sum. */
static bool is_total(struct arena *a, struct text cell, const struct node *words)
{
    struct text rest = name_fold(a, cell), part;
    size_t found = 0;
    for (size_t i = 0; i < words->count; i++)
        if (text_equal(rest, words->items[i]->text))
            return true;
    while (text_next(&rest, ' ', &part)) {
        bool known = part.len == 1; /* "/", "-" */
        while (part.len && (part.at[part.len - 1] == ':' || part.at[part.len - 1] == '.'))
            part.len--;
        for (size_t i = 0; i < words->count && !known; i++)
            if (text_equal(part, words->items[i]->text)) {
                known = true;
                found++;
            }
        if (!known && part.len)
            return false;
    }
    return found > 0;
}

static void keep_total(struct arena *a, struct sample *s, size_t column, struct text cell)
{
    if (s->total_rows++ == 0)
        s->total_column = column;
    for (size_t i = 0; i < s->total_count; i++)
        if (text_equal(s->totals[i], cell))
            return;
    *arena_push(a, &s->totals, &s->total_count) = arena_copy(a, cell);
}

/* Whether the row adds up others. It is counted then, and its cells bend no column's shape. */
static bool take_total(struct input *in, struct arena *a, struct sample *s,
                       const struct node *words)
{
    struct row *r = &in->row;
    bool total = false;
    for (size_t i = 0; words && i < r->count && i < s->column_count && !total; i++) {
        struct text cell = strip_mark(in, r->cells[i]);
        total = cell.len && cell.len < 100 && !holds_digit(cell) &&
                is_total(&r->arena, cell, words);
        if (total)
            keep_total(a, s, i, cell);
    }
    for (size_t i = 0; total && i < r->count && i < s->column_count; i++)
        s->columns[i].in_totals += strip_mark(in, r->cells[i]).len > 0;
    return total;
}

static void take_sample(struct input *in, struct arena *a, struct growing *first, struct sample *s)
{
    struct row *r = &in->row;
    if (s->rows == 0)
        keep_line(in, first, s);
    for (size_t i = 0; i < r->count && i < s->column_count; i++)
        add_value(a, &s->columns[i], strip_mark(in, r->cells[i]));
    s->rows++;
}

static void take_header(struct input *in, struct arena *a, struct growing *first, struct sample *s)
{
    struct row *r = &in->row;
    keep_line(in, first, s);
    for (size_t i = 0; i < r->count; i++)
        arena_push(a, &s->columns, &s->column_count)->name = arena_copy(
            a, strip_mark(in, r->cells[i]));
}

static void read_rows(struct input *in, struct arena *a, struct sample *s, const struct format *as,
                      const struct node *totals)
{
    struct row *r = &in->row;
    struct csv_style style = csv_style_of(in, as);
    enum row_status status;
    size_t above = s->skipped, seen = 0;
    struct growing first = {.arena = a};
    while (seen < SAMPLE_TOTALS &&
           (status = csv_next(&in->stream, &style, &in->line, r)) != ROW_END) {
        if (status != ROW_READ || row_convert(r, as) != ROW_READ)
            continue;
        if (above > 0)
            above--;
        else if (!s->columns)
            take_header(in, a, &first, s);
        else if (!take_total(in, a, s, totals) && seen < SAMPLE_ROWS)
            take_sample(in, a, &first, s);
        seen++;
    }
    s->first = growing_text(&first);
}

/* What the user says, else what the bytes look like; *charset NULL: UTF-8. */
static bool choose_encoding(struct input *in, struct arena *a, struct sample *s,
                            const struct charset **charset)
{
    struct text asked = in->options->encoding;
    *charset = NULL;
    s->encoding = asked;
    if (origin_is_sheet(in->origin) || in->stream.utf16 ||
        (asked.len >= 3 && text_equal_ascii(text_slice(asked, 0, 3), TEXT("utf"))))
        s->encoding = TEXT("utf-8");
    else if (!asked.len)
        s->encoding = guess_encoding(stream_window(&in->stream), &s->encoding_unsure);
    if (text_equal(s->encoding, TEXT("utf-8")))
        return true;
    *charset = charset_new(a, s->encoding);
    return *charset || input_fail(in, "filing-encoding",
                                  "like utf-8, utf-16le, windows-1252, windows-1251, armscii-8",
                                  "no encoding \"%.*s\" is known", TEXT_ARG(s->encoding));
}

bool sample_read(struct input *in, struct arena *a, const struct node *totals, struct sample *s)
{
    struct text start = text_trim(stream_window(&in->stream));
    bool sheet = origin_is_sheet(in->origin);
    *s = (struct sample){.first = TEXT("")};
    if (!sheet && start.len && (start.at[0] == '{' || start.at[0] == '[' || fec_begins(start)))
        return input_fail(
            in, "draft-no-table", "see `scrutineer format guess`, and lawbase/formats for examples",
            "formats are drafted for tables only, this is %s",
            start.at[0] == '{' || start.at[0] == '[' ? "JSON" : "a filing to the FEC");
    const struct charset *charset;
    if (!choose_encoding(in, a, s, &charset))
        return false;
    s->delimiter = sheet ? ',' : guess_delimiter(in);
    struct format as = {.delimiter = s->delimiter,
                        .encodings = &s->encoding,
                        .charsets = &charset,
                        .encoding_count = 1};
    struct csv_style style = csv_style_of(in, &as);
    s->skipped = guess_skipped(in, &style);
    read_rows(in, a, s, &as, totals);
    for (size_t i = 0; i < s->column_count; i++)
        find_shape(a, &s->columns[i]);
    return s->column_count > 1 ||
           input_fail(in, "draft-no-table", "is it a table? columns are parted by , ; | or tabs",
                      "the file has one column at most");
}
