/* SPDX-License-Identifier: Apache-2.0
 *
 * Civil days and spans of days in the proleptic Gregorian calendar. A day
 * belongs to a jurisdiction's own calendar; there is no clock and no time zone.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/text.h"

/* Days since 1970-01-01. */
typedef int32_t day;
#define DAY_NEVER INT32_MAX  /* an open end */
#define DAY_ALWAYS INT32_MIN /* an open beginning */

struct civil {
    int year, month, day;
};

day day_from_civil(int year, int month, int day_of_month);
struct civil day_to_civil(day);
/* 0 Monday to 6 Sunday. */
int day_weekday(day);
bool civil_exists(int year, int month, int day_of_month);

/* "2021-01-31" exactly. */
bool day_read(struct text, day *out);
/* By a pattern of the letters y, m, d (one letter per digit; "d/m/yyyy" takes one or
 * two digits for a single letter; mmm is a month in English, "Jan") and other characters
 * as they are; a final "*" ignores the rest. False when the text does not fit or the day does not
 * exist. */
bool day_read_pattern(struct text, struct text pattern, day *out);

#define DAY_TEXT_SIZE 16
/* ISO 8601; "" for the open ends. Returns buffer. */
const char *day_print(day, char buffer[DAY_TEXT_SIZE]);

/* Calendar time: months first, then days. A month's end is kept within the month
 * (31 January + 1 month is the last day of February). */
struct duration {
    int32_t months, days;
};
day day_add(day, struct duration, int sign);
/* "14 days", "1 day", "3 months", "5 years". */
bool duration_read(struct text, struct duration *out);
#define DURATION_TEXT_SIZE 48
const char *duration_print(struct duration, char buffer[DURATION_TEXT_SIZE]);

#endif
