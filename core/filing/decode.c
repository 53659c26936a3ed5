/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/decode.h"

#include "base/country.h"
#include "filing/reader.h"

static bool is_one_of(struct text cell, const struct text *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(cell, list[i]))
            return true;
    return false;
}

static enum decoding bad(struct decoder *d, const char *code, struct text expected)
{
    d->code = code;
    d->expected = expected;
    return DECODE_BAD;
}

/* --- types --- */

/* The symbol may stand before or behind the number, a sign in front of it: -£5. */
static struct text strip_symbol(struct text symbol, struct text cell, bool *negative)
{
    *negative = false;
    if (!symbol.len)
        return cell;
    if (cell.len && cell.at[0] == '-' && text_starts(text_slice(cell, 1, cell.len), symbol)) {
        *negative = true;
        cell = text_slice(cell, 1, cell.len);
    }
    if (text_starts(cell, symbol))
        return text_trim(text_slice(cell, symbol.len, cell.len));
    if (cell.len > symbol.len &&
        text_equal(text_slice(cell, cell.len - symbol.len, cell.len), symbol))
        return text_trim(text_slice(cell, 0, cell.len - symbol.len));
    return cell;
}

static bool read_amount(struct decoder *d, struct text cell, currency c, int64_t *minor)
{
    const struct format *f = d->format;
    bool negative;
    cell = strip_symbol(f->symbol, cell, &negative);
    *minor = 0;
    if (is_one_of(cell, f->zero, f->zero_count))
        return true;
    struct number_style style = d->nature == CELL_IS_NUMBER ? NUMBER_PLAIN : f->style;
    if (!decimal_read(cell, style, currency_digits(c), minor))
        return false;
    *minor = negative ? -*minor : *minor;
    return true;
}

static bool find_currency(struct decoder *d, currency *out)
{
    const struct format *f = d->format;
    *out = d->told ? d->told : f->currency;
    return *out || !f->currency_column.len || currency_find(text_trim(d->currency), out);
}

/* "≤100": nobody says more than that it lies between 0 and 100. */
static struct text strip_at_most(const struct format *f, struct text cell, bool *at_most)
{
    *at_most = false;
    for (size_t i = 0; i < f->at_most_count && !*at_most; i++)
        if (text_starts(cell, f->at_most[i])) {
            *at_most = true;
            cell = text_trim(text_slice(cell, f->at_most[i].len, cell.len));
        }
    return cell;
}

static bool widen(struct decoder *d, const struct mapping *m, bool at_most, struct value *out)
{
    int64_t off = m->rounded;
    for (unsigned i = 0; i < currency_digits(out->currency); i++)
        off *= 10;
    out->most = out->number + off;
    out->number = at_most ? 0 : out->number - off < 0 && out->number >= 0 ? 0 : out->number - off;
    if (text_trim(d->upper).len && !read_amount(d, text_trim(d->upper), out->currency, &out->most))
        return false;
    out->ranged = out->most > out->number;
    return out->most >= out->number;
}

static enum decoding decode_money(struct decoder *d, const struct mapping *m, struct text cell,
                                  struct value *out)
{
    bool at_most;
    if (!find_currency(d, &out->currency))
        return bad(d, "filing-bad-currency",
                   arena_format(d->arena, "an ISO 4217 code in \"%.*s\", found \"%.*s\"",
                                TEXT_ARG(d->format->currency_column), TEXT_ARG(d->currency)));
    if (out->currency == 0) { /* "2500000 AMD" */
        struct value v;
        if (!value_read(d->arena, TYPE_MONEY, cell, &v) || v.knowledge != VALUE_KNOWN)
            return bad(d, "filing-bad-amount", TEXT("an amount with its currency, like 5000 AMD"));
        *out = v;
        return DECODED;
    }
    cell = strip_at_most(d->format, cell, &at_most);
    if (!read_amount(d, cell, out->currency, &out->number) || !widen(d, m, at_most, out))
        return bad(
            d, "filing-bad-amount",
            arena_format(d->arena, "an amount with \"%c\" for decimals", d->format->style.decimal));
    return DECODED;
}

static enum decoding decode_date(struct decoder *d, const struct mapping *m, struct text cell,
                                 struct value *out)
{
    struct text pattern = m->dates.len ? m->dates : d->dates.len ? d->dates : d->format->dates;
    day on;
    /* A sheet's date is no text: it is handed over as 2021-01-31, perhaps with a time. */
    bool read = d->nature == CELL_IS_DATE ? day_read_pattern(cell, TEXT("yyyy-mm-dd*"), &on)
                                          : day_read_pattern(cell, pattern, &on);
    if (!read)
        return bad(d, "filing-bad-date",
                   arena_format(d->arena, "a day of the calendar as %.*s", TEXT_ARG(pattern)));
    out->number = on;
    return DECODED;
}

/* "EU, FI" without EU -> "FI" */
static struct text drop_entries(struct decoder *d, const struct mapping *m, struct text cell)
{
    struct growing out = {.arena = d->arena};
    struct text entry;
    while (text_next(&cell, m->separator, &entry)) {
        entry = text_trim(entry);
        if (is_one_of(entry, m->drop, m->drop_count))
            continue;
        growing_add(&out, (struct text){&m->separator, out.len > 0});
        growing_add(&out, entry);
    }
    return growing_text(&out);
}

static enum decoding decode_country(struct decoder *d, const struct mapping *m, struct text cell,
                                    struct value *out)
{
    if (m->drop_count)
        cell = drop_entries(d, m, cell);
    if (cell.len == 0) {
        out->knowledge = VALUE_UNKNOWN;
        return DECODED;
    }
    struct text wrong = cell;
    bool ok = out->type == TYPE_COUNTRY
                  ? country_find(cell, &out->text)
                  : countries_read(d->arena, cell, m->separator, &out->text, &wrong);
    return ok ? DECODED
              : bad(d, "filing-bad-country",
                    arena_format(d->arena, "a country of ISO 3166 by code or name, found \"%.*s\"",
                                 TEXT_ARG(wrong)));
}

static enum decoding decode_share(struct decoder *d, struct text cell, struct value *out)
{
    if (cell.len && cell.at[cell.len - 1] == '%')
        cell = text_trim(text_slice(cell, 0, cell.len - 1));
    struct number_style style = {d->format->style.decimal, 0};
    return decimal_read(cell, style, SHARE_DIGITS, &out->number)
               ? DECODED
               : bad(d, "filing-bad-value", TEXT("a percentage, like 30 or 30 %"));
}

static enum decoding decode_plain(struct decoder *d, const struct mapping *m, struct text cell,
                                  struct value *out)
{
    struct value v;
    if (m->field->type == TYPE_CODE && !field_has_code(m->field, cell))
        return bad(d, "filing-bad-code", TEXT("one of the codes that the format lists"));
    if (m->field->type == TYPE_TEXT) {
        out->text = arena_copy(d->arena, cell);
        return DECODED;
    }
    if (!value_read(d->arena, m->field->type, cell, &v))
        return bad(d, "filing-bad-value", text_of(value_expected(m->field->type)));
    *out = v;
    return DECODED;
}

static enum decoding decode_typed(struct decoder *d, const struct mapping *m, struct text cell,
                                  struct value *out)
{
    switch (m->field->type) {
    case TYPE_MONEY:
        return decode_money(d, m, cell, out);
    case TYPE_DATE:
        return decode_date(d, m, cell, out);
    case TYPE_COUNTRY:
    case TYPE_COUNTRIES:
        return decode_country(d, m, cell, out);
    case TYPE_SHARE:
        return decode_share(d, cell, out);
    default:
        return decode_plain(d, m, cell, out);
    }
}

/* --- a cell --- */

/* What the format's lists say of a cell before it is read: nothing, none, or go on. */
static bool is_told(const struct decoder *d, const struct mapping *m, struct text cell,
                    struct value *out)
{
    const struct format *f = d->format;
    out->knowledge = VALUE_ABSENT;
    if (is_one_of(cell, m->absent, m->absent_count) || is_one_of(cell, f->absent, f->absent_count))
        return true;
    out->knowledge = m->empty_is_absent && cell.len == 0 ? VALUE_ABSENT : VALUE_UNKNOWN;
    if (cell.len == 0 || is_one_of(cell, m->unknown, m->unknown_count) ||
        is_one_of(cell, f->unknown, f->unknown_count))
        return true;
    out->knowledge = VALUE_KNOWN;
    return false;
}

/* A cell that is not in the code list. */
static enum decoding decode_other(struct decoder *d, const struct mapping *m, struct text cell,
                                  struct value *out)
{
    switch (m->others) {
    case OTHERWISE_ERROR:
        return bad(d, "filing-bad-code", TEXT("one of the codes that the format lists"));
    case OTHERWISE_READ:
        return decode_typed(d, m, cell, out);
    case OTHERWISE_TRY:
        if (decode_typed(d, m, cell, out) == DECODED)
            return DECODED;
        break;
    case OTHERWISE_VALUE:
        return value_read(d->arena, m->field->type, m->others_value, out) ? DECODED : DECODE_BAD;
    default:
        break;
    }
    *out = (struct value){.type = m->field->type};
    out->knowledge = m->others == OTHERWISE_ABSENT ? VALUE_ABSENT : VALUE_UNKNOWN;
    return DECODED;
}

static enum decoding decode_code(struct decoder *d, const struct mapping *m, struct text cell,
                                 struct value *out)
{
    for (size_t i = 0; i < m->code_count; i++) {
        if (!text_equal(cell, m->cells[i]))
            continue;
        struct text code = m->codes[i];
        bool unknown = text_equal(code, TEXT("unknown"));
        if (unknown || text_equal(code, TEXT("absent"))) {
            out->knowledge = unknown ? VALUE_UNKNOWN : VALUE_ABSENT;
            return DECODED;
        }
        if (m->field->type != TYPE_CODE)
            return value_read(d->arena, m->field->type, code, out) ? DECODED : DECODE_BAD;
        out->text = code;
        return DECODED;
    }
    return decode_other(d, m, cell, out);
}

/* "Kellner^Lawrence^Mr" in the order 2, 1 -> "Lawrence Kellner" */
static struct text order_pieces(struct arena *a, const struct mapping *m, struct text cell)
{
    struct growing out = {.arena = a};
    for (size_t i = 0; i < m->order_count; i++) {
        struct text rest = cell, piece = TEXT("");
        size_t at = 0;
        while (at < m->order[i] && text_next(&rest, m->piece_separator, &piece))
            at++;
        piece = at == m->order[i] ? text_trim(piece) : TEXT("");
        if (piece.len && out.len)
            growing_add(&out, TEXT(" "));
        growing_add(&out, piece);
    }
    return growing_text(&out);
}

/* "1234567" with 8 digits -> "01234567"; what is no number stays as it is. */
static struct text restore_zeros(struct arena *a, size_t digits, struct text cell)
{
    static const char zeros[] = "00000000000000000000000000000000";
    if (cell.len == 0 || cell.len >= digits)
        return cell;
    for (size_t i = 0; i < cell.len; i++)
        if (cell.at[i] < '0' || cell.at[i] > '9')
            return cell;
    return arena_format(a, "%.*s%.*s", (int)(digits - cell.len), zeros, TEXT_ARG(cell));
}

/* What the mapping's regular expression takes out of the cell; false: it says nothing. */
static bool take_match(const struct mapping *m, struct text *cell, struct value *out)
{
    struct text group;
    if (regex_search(m->match, *cell, &group) != REGEX_MATCH || (group.len == 0 && !m->has_value)) {
        out->knowledge = VALUE_UNKNOWN;
        return false;
    }
    *cell = group;
    if (m->has_value)
        *out = m->value;
    return !m->has_value;
}

enum decoding cell_decode(struct decoder *d, const struct mapping *m, struct text cell,
                          struct value *out)
{
    *out = (struct value){.type = m->field->type, .knowledge = VALUE_KNOWN};
    if (m->is_constant) {
        *out = m->constant;
        return DECODED;
    }
    if (cell.at == null_cell.at && cell.at) {
        out->knowledge = d->format->null_is_absent ? VALUE_ABSENT : VALUE_UNKNOWN;
        return DECODED;
    }
    cell = text_trim(cell);
    if (is_told(d, m, cell, out) || (m->match && !take_match(m, &cell, out)))
        return DECODED;
    if (m->order_count)
        cell = order_pieces(d->arena, m, cell);
    cell = restore_zeros(d->arena, m->digits, cell);
    if (cell.len == 0) {
        out->knowledge = VALUE_UNKNOWN;
        return DECODED;
    }
    return m->code_count || m->others != OTHERWISE_ERROR ? decode_code(d, m, cell, out)
                                                         : decode_typed(d, m, cell, out);
}
