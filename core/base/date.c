/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/date.h"

#include <stdio.h>

/* Days from civil and back after Howard Hinnant's "chrono-compatible low-level date algorithms":
 * years begin in March, eras have 400 years. */
day day_from_civil(int year, int month, int day_of_month)
{
    int y = year - (month <= 2);
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day_of_month - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct civil day_to_civil(day d)
{
    int64_t z = (int64_t)d + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = (int)(z - era * 146097);
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int month = mp < 10 ? mp + 3 : mp - 9;
    return (struct civil){(int)(yoe + era * 400) + (month <= 2), month,
                          doy - (153 * mp + 2) / 5 + 1};
}

static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths[month - 1];
}

int day_weekday(day on)
{
    return (int)((((int64_t)on + 3) % 7 + 7) % 7); /* day 0 was a Thursday */
}

bool civil_exists(int year, int month, int day_of_month)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day_of_month >= 1 &&
           day_of_month <= month_length(year, month);
}

bool day_read(struct text t, day *out)
{
    return day_read_pattern(t, TEXT("yyyy-mm-dd"), out);
}

/* Reads `digits` digits; a single letter of the pattern takes one or two. More than MOST is no
 * year, however long the pattern is. */
static bool read_digits(struct text t, size_t *at, size_t digits, int *out)
{
    enum { MOST = 99999 };
    int value = 0;
    size_t most = digits == 1 ? 2 : digits, count = 0;
    while (count < most && *at < t.len && t.at[*at] >= '0' && t.at[*at] <= '9') {
        value = value > MOST ? value : value * 10 + (t.at[*at] - '0');
        ++*at;
        ++count;
    }
    *out = value;
    return digits == 1 ? count >= 1 : count == digits;
}

/* "Jan" to "dec"; false: it is no month. */
static bool read_month_name(struct text t, size_t *at, int *month)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    enum { LETTERS = 3 };
    if (t.len - *at < LETTERS)
        return false;
    for (size_t i = 0; names[i]; i += LETTERS) {
        bool same = true;
        for (size_t k = 0; k < LETTERS; k++) {
            char c = t.at[*at + k];
            same &= (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == names[i + k];
        }
        if (same) {
            *month = (int)(i / LETTERS) + 1;
            *at += LETTERS;
            return true;
        }
    }
    return false;
}

bool day_read_pattern(struct text t, struct text pattern, day *out)
{
    int year = 0, month = 0, day_of_month = 0;
    size_t at = 0;
    for (size_t i = 0; i < pattern.len;) {
        char c = pattern.at[i];
        if (c == '*') {
            at = t.len;
            break;
        }
        int *part = c == 'y' ? &year : c == 'm' ? &month : c == 'd' ? &day_of_month : NULL;
        size_t run = 1;
        while (part && i + run < pattern.len && pattern.at[i + run] == c)
            run++;
        bool named = c == 'm' && run == 3;
        if (named  ? !read_month_name(t, &at, part)
            : part ? !read_digits(t, &at, run, part)
                   : at >= t.len || t.at[at++] != c)
            return false;
        i += run;
    }
    if (at != t.len || !civil_exists(year, month, day_of_month))
        return false;
    *out = day_from_civil(year, month, day_of_month);
    return true;
}

static void put_digits(char *at, int n, int digits)
{
    while (digits-- > 0) {
        at[digits] = (char)('0' + n % 10);
        n /= 10;
    }
}

/* By hand: it is called for every record of a group. */
const char *day_print(day d, char buffer[DAY_TEXT_SIZE])
{
    buffer[0] = '\0';
    if (d == DAY_NEVER || d == DAY_ALWAYS)
        return buffer;
    struct civil c = day_to_civil(d);
    memcpy(buffer, "0000-00-00", 11);
    put_digits(buffer, c.year < 0 ? 0 : c.year % 10000, 4);
    put_digits(buffer + 5, c.month, 2);
    put_digits(buffer + 8, c.day, 2);
    return buffer;
}

day day_add(day d, struct duration by, int sign)
{
    if (d == DAY_NEVER || d == DAY_ALWAYS)
        return d;
    struct civil c = day_to_civil(d);
    int64_t months = (int64_t)c.year * 12 + (c.month - 1) + (int64_t)sign * by.months;
    int64_t year = months >= 0 ? months / 12 : -((11 - months) / 12);
    if (year < 1 || year > 9999)
        return sign > 0 ? DAY_NEVER : DAY_ALWAYS;
    int month = (int)(months - year * 12) + 1;
    int last = month_length((int)year, month);
    int64_t result = day_from_civil((int)year, month, c.day < last ? c.day : last);
    result += (int64_t)sign * by.days;
    return result >= DAY_NEVER ? DAY_NEVER : result <= DAY_ALWAYS ? DAY_ALWAYS : (day)result;
}

/* As far as the calendar goes; then what is printed as months is read as months again. */
enum { MOST_MONTHS = 9999 * 12 };

bool duration_read(struct text t, struct duration *out)
{
    t = text_trim(t);
    size_t digits = 0;
    int32_t number = 0;
    for (; digits < t.len && t.at[digits] >= '0' && t.at[digits] <= '9'; digits++) {
        if (number > 100000)
            return false;
        number = number * 10 + (t.at[digits] - '0');
    }
    if (digits == 0)
        return false;
    struct text unit = text_trim(text_slice(t, digits, t.len));
    *out = (struct duration){0, 0};
    if (text_equal(unit, TEXT("days")) || text_equal(unit, TEXT("day")))
        out->days = number;
    else if (text_equal(unit, TEXT("months")) || text_equal(unit, TEXT("month")))
        out->months = number;
    else if (text_equal(unit, TEXT("years")) || text_equal(unit, TEXT("year")))
        out->months = number * 12;
    else
        return false;
    return out->months <= MOST_MONTHS;
}

const char *duration_print(struct duration d, char buffer[DURATION_TEXT_SIZE])
{
    const char *months = d.months == 1 ? "" : "s", *days = d.days == 1 ? "" : "s";
    if (d.months && d.days)
        snprintf(buffer, DURATION_TEXT_SIZE, "%d month%s and %d day%s", d.months, months, d.days,
                 days);
    else if (d.months)
        snprintf(buffer, DURATION_TEXT_SIZE, "%d month%s", d.months, months);
    else
        snprintf(buffer, DURATION_TEXT_SIZE, "%d day%s", d.days, days);
    return buffer;
}
