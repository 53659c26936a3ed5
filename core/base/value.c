/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/value.h"

#include "base/arena.h"
#include "base/country.h"

static const struct {
    const char *name, *expected;
} types[] = {
    [TYPE_NONE] = {"nothing", "nothing"},
    [TYPE_BOOL] = {"bool", "yes or no"},
    [TYPE_NUMBER] = {"number", "a whole number"},
    [TYPE_MONEY] = {"money", "an amount with its currency, like 2500000 AMD"},
    [TYPE_SHARE] = {"share", "a percentage, like 30 %"},
    [TYPE_DATE] = {"date", "a date, like 2021-01-31"},
    [TYPE_DURATION] = {"duration", "a time span, like 14 days or 3 months"},
    [TYPE_TEXT] = {"text", "a text"},
    [TYPE_CODE] = {"code", "one of the field's codes"},
    [TYPE_COUNTRY] = {"country", "a country, like AM or Armenia"},
    [TYPE_COUNTRIES] = {"countries", "countries, like AM;RU"},
    [TYPE_KEY] = {"key", "a key"},
    [TYPE_ACTOR] = {"actor", "an actor"},
};

const char *type_name(enum type type)
{
    return types[type].name;
}

enum type type_find(struct text name)
{
    for (size_t i = TYPE_BOOL; i < sizeof types / sizeof *types; i++)
        if (text_equal(name, text_of(types[i].name)))
            return (enum type)i;
    return TYPE_NONE;
}

bool type_is_text(enum type type)
{
    return type == TYPE_TEXT || type == TYPE_CODE || type == TYPE_COUNTRY ||
           type == TYPE_COUNTRIES || type == TYPE_KEY;
}

const char *value_expected(enum type type)
{
    return types[type].expected;
}

static struct text print_money(struct arena *a, const struct value *v)
{
    char least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
    money_print((struct money){value_most(v), v->currency}, most);
    if (!v->ranged)
        return arena_copy(a, text_of(most));
    money_print_amount((struct money){v->number, v->currency}, least);
    return arena_format(a, "%s to %s", least, most);
}

/* "30 %", "20 % to 100 %", "more than 25 % to 50 %", "45 % to less than 50 %". */
static struct text print_share(struct arena *a, const struct value *v)
{
    char least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
    share_print(v->number, least);
    if (!v->ranged)
        return arena_copy(a, text_of(least));
    return arena_format(a, "%s%s to %s%s", v->least_open ? "more than " : "", least,
                        v->most_open ? "less than " : "", share_print(v->most, most));
}

static struct text print_known(struct arena *a, const struct value *v)
{
    char buffer[MONEY_TEXT_SIZE];
    switch (v->type) {
    case TYPE_BOOL:
        return v->number ? TEXT("yes") : TEXT("no");
    case TYPE_NUMBER:
        return arena_format(a, "%lld", (long long)v->number);
    case TYPE_MONEY:
        return print_money(a, v);
    case TYPE_SHARE:
        return print_share(a, v);
    case TYPE_DATE:
        return arena_copy(a, text_of(day_print((day)v->number, buffer)));
    case TYPE_DURATION:
        return arena_copy(a, text_of(duration_print(v->duration, buffer)));
    default:
        return arena_copy(a, v->text);
    }
}

struct text value_print(struct arena *a, const struct value *v)
{
    return v->knowledge == VALUE_UNKNOWN  ? TEXT("unknown")
           : v->knowledge == VALUE_ABSENT ? TEXT("none")
                                          : print_known(a, v);
}

static bool read_bool(struct text t, int64_t *out)
{
    static const char *const words[2][3] = {{"no", "false", "0"}, {"yes", "true", "1"}};
    for (int b = 0; b < 2; b++)
        for (size_t i = 0; i < 3; i++)
            if (text_equal_ascii(t, text_of(words[b][i]))) {
                *out = b;
                return true;
            }
    return false;
}

/* "5000 AMD", or "0 to 100 EUR". */
static bool read_money(struct text t, struct value *out)
{
    static const char between[] = " to ";
    struct money m;
    const char *at = memmem(t.at, t.len, between, sizeof between - 1);
    struct text most = at ? text_slice(t, (size_t)(at - t.at) + sizeof between - 1, t.len) : t;
    if (!money_read(most, &m))
        return false;
    out->number = m.minor;
    out->currency = m.currency;
    if (!at)
        return true;
    out->ranged = true;
    out->most = m.minor;
    return decimal_read(text_slice(t, 0, (size_t)(at - t.at)), NUMBER_PLAIN,
                        currency_digits(m.currency), &out->number) &&
           out->number <= out->most;
}

static bool read_date(struct text t, struct value *out)
{
    day d;
    if (!day_read(t, &d))
        return false;
    out->number = d;
    return true;
}

bool value_read(struct arena *a, enum type type, struct text t, struct value *out)
{
    struct text wrong;
    t = text_trim(t);
    *out = (struct value){.type = type, .knowledge = VALUE_KNOWN};
    if (text_equal(t, TEXT("none"))) {
        out->knowledge = VALUE_ABSENT;
        return true;
    }
    switch (type) {
    case TYPE_BOOL:
        return read_bool(t, &out->number);
    case TYPE_NUMBER:
        return decimal_read(t, NUMBER_PLAIN, 0, &out->number);
    case TYPE_MONEY:
        return read_money(t, out);
    case TYPE_SHARE:
        return share_read(t, &out->number);
    case TYPE_DATE:
        return read_date(t, out);
    case TYPE_DURATION:
        return duration_read(t, &out->duration);
    case TYPE_COUNTRY:
        return country_find(t, &out->text);
    case TYPE_COUNTRIES:
        return countries_read(a, t, ';', &out->text, &wrong);
    case TYPE_TEXT:
    case TYPE_CODE:
        out->text = arena_copy(a, t);
        return true;
    default:
        return false;
    }
}
