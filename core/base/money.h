/* SPDX-License-Identifier: Apache-2.0
 *
 * Money: an integer of the currency's minor unit, never binary floating point.
 * Shares: an integer of millionths of one percent.
 */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include "base/text.h"

/* ISO 4217 letters packed in three bytes, 0 for "none". */
typedef uint32_t currency;
struct money {
    int64_t minor;
    currency currency;
};

/* An ISO 4217 code that exists, in capitals; false otherwise. */
bool currency_find(struct text, currency *out);
/* Digits of the minor unit: 2 for GBP, 0 for JPY. */
unsigned currency_digits(currency);
#define CURRENCY_TEXT_SIZE 4
const char *currency_print(currency, char buffer[CURRENCY_TEXT_SIZE]);

/* How a file writes numbers. `group` 0: digits are not grouped. */
struct number_style {
    char decimal, group;
};
/* A decimal number as an integer scaled by 10^digits: "1,234.5" with digits 2 is 123450.
 * False when it is no number, has more decimals than `digits` that are not zero, or
 * does not fit into 64 bits. A sign in front, or brackets around for a negative number. */
bool decimal_read(struct text, struct number_style, unsigned digits, int64_t *out);
/* The plain style: "." for decimals, no grouping. */
#define NUMBER_PLAIN ((struct number_style){'.', 0})

/* "2500000 AMD", "9556.85 GBP". */
bool money_read(struct text, struct money *out);
#define MONEY_TEXT_SIZE 48
/* "9556.85" without the currency: a decimal string with the currency's digits. */
const char *money_print_amount(struct money, char buffer[MONEY_TEXT_SIZE]);
/* Likewise for a 128-bit sum of minor units. */
const char *sum_print_amount(__int128 minor, currency, char buffer[MONEY_TEXT_SIZE]);
/* "9556.85 GBP" */
const char *money_print(struct money, char buffer[MONEY_TEXT_SIZE]);
/* As people write it: "800,000,000 AMD", "9,556.85 GBP"; decimals only when there are some. */
const char *money_print_grouped(struct money, char buffer[MONEY_TEXT_SIZE]);

/* A sum of amounts in one currency. Amounts known only as ranges make it one: [least, most]. */
struct total {
    currency currency;
    __int128 least, most; /* minor units */
};
static inline void total_add(struct total *t, int64_t least, int64_t most)
{
    t->least += least;
    t->most += most;
}

/* Millionths of one percent: 30 % is 30,000,000. */
typedef int64_t share;
#define SHARE_DIGITS 6
/* "30 %", "45.5%". */
bool share_read(struct text, share *out);
const char *share_print(share, char buffer[MONEY_TEXT_SIZE]);

#endif
