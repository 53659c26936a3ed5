/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/money.h"

#include <stdio.h>
#include <unicode/ucurr.h>

/* ICU takes currencies as three UTF-16 letters. */
static void currency_wide(currency c, UChar wide[4])
{
    wide[0] = (UChar)(c & 0x7F);
    wide[1] = (UChar)(c >> 8 & 0x7F);
    wide[2] = (UChar)(c >> 16 & 0x7F);
    wide[3] = 0;
}

bool currency_find(struct text t, currency *out)
{
    if (t.len != 3)
        return false;
    currency packed = 0;
    for (unsigned i = 0; i < 3; i++) {
        if (t.at[i] < 'A' || t.at[i] > 'Z')
            return false;
        packed |= (currency)t.at[i] << (8 * i);
    }
    UChar wide[4];
    currency_wide(packed, wide);
    /* 0 is the number of no currency; ISO has no number for private codes. */
    if (ucurr_getNumericCode(wide) == 0)
        return false;
    *out = packed;
    return true;
}

unsigned currency_digits(currency c)
{
    /* Nearly every call asks for the same currency as the call before. */
    static _Thread_local currency last;
    static _Thread_local unsigned last_digits;
    if (c == last && c != 0)
        return last_digits;
    UChar wide[4];
    currency_wide(c, wide);
    UErrorCode error = U_ZERO_ERROR;
    int32_t digits = ucurr_getDefaultFractionDigits(wide, &error);
    last = c;
    last_digits = U_FAILURE(error) || digits < 0 || digits > 6 ? 2 : (unsigned)digits;
    return last_digits;
}

const char *currency_print(currency c, char buffer[CURRENCY_TEXT_SIZE])
{
    for (unsigned i = 0; i < 3; i++)
        buffer[i] = (char)(c >> (8 * i) & 0x7F);
    buffer[3] = '\0';
    return buffer;
}

/* value = value * 10 + digit, false on overflow. */
static bool append_digit(int64_t *value, char digit)
{
    return !__builtin_mul_overflow(*value, 10, value) &&
           !__builtin_add_overflow(*value, digit - '0', value);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The whole part, whose groups have three digits each but the first ("12,34" is no number). */
static bool read_whole(struct text t, size_t *at, char group, int64_t *out)
{
    size_t run = 0, groups = 0;
    for (; *at < t.len; ++*at) {
        char c = t.at[*at];
        if (is_digit(c)) {
            run++;
            if (!append_digit(out, c))
                return false;
        } else if (group && c == group) {
            if (run == 0 || run > 3 || (groups > 0 && run != 3))
                return false;
            groups++;
            run = 0;
        } else {
            break;
        }
    }
    return groups == 0 ? run > 0 : run == 3;
}

bool decimal_read(struct text t, struct number_style style, unsigned digits, int64_t *out)
{
    t = text_trim(t);
    bool negative = false;
    if (t.len > 2 && t.at[0] == '(' && t.at[t.len - 1] == ')') {
        negative = true;
        t = text_trim(text_slice(t, 1, t.len - 1));
    } else if (t.len > 1 && (t.at[0] == '-' || t.at[0] == '+')) {
        negative = t.at[0] == '-';
        t = text_slice(t, 1, t.len);
    }
    size_t at = 0;
    int64_t value = 0;
    if (!read_whole(t, &at, style.group, &value))
        return false;
    unsigned decimals = 0;
    if (at < t.len && t.at[at] == style.decimal) {
        if (++at == t.len)
            return false;
        for (; at < t.len && is_digit(t.at[at]); at++) {
            if (decimals < digits ? !append_digit(&value, t.at[at]) : t.at[at] != '0')
                return false;
            decimals += decimals < digits;
        }
    }
    if (at != t.len)
        return false;
    for (; decimals < digits; decimals++)
        if (!append_digit(&value, '0'))
            return false;
    *out = negative ? -value : value;
    return true;
}

bool money_read(struct text t, struct money *out)
{
    t = text_trim(t);
    if (t.len < 5)
        return false;
    struct text code = text_slice(t, t.len - 3, t.len);
    struct text amount = text_slice(t, 0, t.len - 3);
    return amount.at[amount.len - 1] == ' ' && currency_find(code, &out->currency) &&
           decimal_read(amount, NUMBER_PLAIN, currency_digits(out->currency), &out->minor);
}

const char *sum_print_amount(__int128 minor, currency c, char buffer[MONEY_TEXT_SIZE])
{
    unsigned digits = c ? currency_digits(c) : 0, written = 0;
    bool negative = minor < 0;
    unsigned __int128 rest = negative ? -(unsigned __int128)minor : (unsigned __int128)minor;
    char *at = buffer + MONEY_TEXT_SIZE - 1;
    *at = '\0';
    do {
        if (written == digits && digits > 0)
            *--at = '.';
        *--at = (char)('0' + (int)(rest % 10));
        rest /= 10;
        written++;
    } while (rest > 0 || written <= digits);
    if (negative)
        *--at = '-';
    memmove(buffer, at, (size_t)(buffer + MONEY_TEXT_SIZE - at));
    return buffer;
}

const char *money_print_amount(struct money m, char buffer[MONEY_TEXT_SIZE])
{
    return sum_print_amount(m.minor, m.currency, buffer);
}

const char *money_print(struct money m, char buffer[MONEY_TEXT_SIZE])
{
    char amount[MONEY_TEXT_SIZE], code[CURRENCY_TEXT_SIZE];
    snprintf(buffer, MONEY_TEXT_SIZE, "%.40s %s", money_print_amount(m, amount),
             currency_print(m.currency, code));
    return buffer;
}

const char *money_print_grouped(struct money m, char buffer[MONEY_TEXT_SIZE])
{
    char plain[MONEY_TEXT_SIZE], code[CURRENCY_TEXT_SIZE];
    const char *from = money_print_amount(m, plain);
    size_t whole = strcspn(from, "."), len = 0;
    for (size_t i = 0; i < whole; i++) {
        buffer[len++] = from[i];
        if (from[i] != '-' && i + 1 < whole && (whole - i - 1) % 3 == 0)
            buffer[len++] = ',';
    }
    bool is_whole = strspn(from + whole, ".0") == strlen(from + whole);
    snprintf(buffer + len, MONEY_TEXT_SIZE - len, "%.20s %s", is_whole ? "" : from + whole,
             currency_print(m.currency, code));
    return buffer;
}

bool share_read(struct text t, share *out)
{
    t = text_trim(t);
    if (t.len < 2 || t.at[t.len - 1] != '%')
        return false;
    return decimal_read(text_slice(t, 0, t.len - 1), NUMBER_PLAIN, SHARE_DIGITS, out);
}

const char *share_print(share s, char buffer[MONEY_TEXT_SIZE])
{
    const int64_t scale = 1000000;
    int len = snprintf(buffer, MONEY_TEXT_SIZE, "%s%lld.%06lld", s < 0 ? "-" : "",
                       (long long)((s < 0 ? -s : s) / scale),
                       (long long)((s < 0 ? -s : s) % scale));
    while (len > 0 && buffer[len - 1] == '0')
        len--;
    if (len > 0 && buffer[len - 1] == '.')
        len--;
    snprintf(buffer + len, MONEY_TEXT_SIZE - (size_t)len, " %%");
    return buffer;
}
