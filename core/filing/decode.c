/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/decode.h"

#include "base/country.h"

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

static enum decoding decode_money(struct decoder *d, struct text cell, struct value *out)
{
    const struct format *f = d->format;
    struct money m = {0, f->currency};
    char sign = 0;
    if (f->currency_column.len && !currency_find(text_trim(d->currency), &m.currency))
        return bad(d, "filing-bad-currency",
                   arena_format(d->arena, "an ISO 4217 code in \"%.*s\", found \"%.*s\"",
                                TEXT_ARG(f->currency_column), TEXT_ARG(d->currency)));
    /* A sign may stand in front of the symbol: -£5. */
    if (f->symbol.len && cell.len && cell.at[0] == '-' &&
        text_starts(text_slice(cell, 1, cell.len), f->symbol)) {
        sign = '-';
        cell = text_slice(cell, 1, cell.len);
    }
    if (f->symbol.len && text_starts(cell, f->symbol))
        cell = text_trim(text_slice(cell, f->symbol.len, cell.len));
    else if (f->symbol.len && cell.len > f->symbol.len &&
             text_equal(text_slice(cell, cell.len - f->symbol.len, cell.len), f->symbol))
        cell = text_trim(text_slice(cell, 0, cell.len - f->symbol.len));
    bool zero = is_one_of(cell, f->zero, f->zero_count);
    if (!zero && m.currency == 0) /* "2500000 AMD" */
        zero = money_read(cell, &m);
    else if (!zero &&
             !decimal_read(cell, f->style, currency_digits(m.currency), &m.minor))
        return bad(d, "filing-bad-amount",
                   arena_format(d->arena, "an amount with \"%c\" for decimals", f->style.decimal));
    if (m.currency == 0)
        return bad(d, "filing-bad-amount", TEXT("an amount with its currency, like 5000 AMD"));
    out->number = sign ? -m.minor : m.minor;
    out->currency = m.currency;
    return DECODED;
}

static enum decoding decode_date(struct decoder *d, const struct mapping *m, struct text cell,
                                 struct value *out)
{
    struct text pattern = m->dates.len ? m->dates : d->format->dates;
    day on;
    if (!day_read_pattern(cell, pattern, &on))
        return bad(d, "filing-bad-date",
                   arena_format(d->arena, "a day of the calendar as %.*s", TEXT_ARG(pattern)));
    out->number = on;
    return DECODED;
}

static enum decoding decode_country(struct decoder *d, const struct mapping *m, struct text cell,
                                    struct value *out)
{
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
        return decode_money(d, cell, out);
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
    if (m->others == OTHERWISE_ERROR)
        return bad(d, "filing-bad-code", TEXT("one of the codes that the format lists"));
    out->knowledge = m->others == OTHERWISE_ABSENT ? VALUE_ABSENT : VALUE_UNKNOWN;
    return DECODED;
}

enum decoding cell_decode(struct decoder *d, const struct mapping *m, struct text cell,
                          struct value *out)
{
    *out = (struct value){.type = m->field->type, .knowledge = VALUE_KNOWN};
    if (m->is_constant) {
        *out = m->constant;
        return DECODED;
    }
    cell = text_trim(cell);
    if (is_told(d, m, cell, out))
        return DECODED;
    if (m->match) {
        struct text group;
        if (regex_search(m->match, cell, &group) != REGEX_MATCH || group.len == 0) {
            out->knowledge = VALUE_UNKNOWN;
            return DECODED;
        }
        cell = group;
    }
    return m->code_count ? decode_code(d, m, cell, out) : decode_typed(d, m, cell, out);
}
