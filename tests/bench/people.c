/* SPDX-License-Identifier: Apache-2.0
 *
 *     people list|gifts COUNT [LISTED]
 *
 * Writes a watch-list of invented people and bodies, or gifts by as many others: two in ten are
 * bodies, and one gift in fifty comes from one of the LISTED first entries of the list, with a
 * letter changed. Names are made of syllables of which some are far more usual than others: of a
 * million there are some 900,000 different ones. The same numbers give the same bytes.
 */
#include <config.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const syllables[] = {
    "ba",  "der", "kov", "lin",  "mar", "nis", "or",  "pet", "ros", "san", "ter", "vil", "wer",
    "yan", "zel", "gol", "hart", "bro", "cas", "dun", "fel", "gra", "hol", "ing", "jor"};
static const char *const trades[] = {"Trading",  "Holdings", "Foods",  "Media", "Textiles",
                                     "Shipping", "Partners", "Energy", "Group", "Builders"};
static const char *const forms[] = {"Ltd", "LLC", "GmbH", "SA", "Inc.", "LLP"};
static const char *const countries[] = {"AM", "CY", "DE", "GB", "RU", "US"};

enum { NAME_SIZE = 96 };

static uint64_t state;

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

/* What the next numbers are of: the same one, the same numbers. */
static void begin(uint64_t of, uint64_t index)
{
    state = (of << 40 | index) * 0x9e3779b97f4a7c15u;
    below(1);
    below(1);
}

/* Of `count`, the first ones most often. */
static unsigned skewed(unsigned count)
{
    return below(count) * (1 + below(count)) / count;
}

static void add_given(char *out)
{
    size_t at = strlen(out);
    strcat(out, syllables[skewed(COUNT(syllables))]);
    strcat(out, syllables[skewed(COUNT(syllables))]);
    out[at] = (char)(out[at] - 'a' + 'A');
}

/* Two or three times a consonant, a vowel and perhaps another consonant. */
static void add_surname(char *out)
{
    static const char first[] = "mkstbrdlgpnhvfzjcwty", then[] = "aeiou",
                      last[] = "nrslmktdgbvpzhxf";
    size_t at = strlen(out), len = at;
    for (unsigned i = 2 + below(2); i > 0; i--) {
        out[len++] = first[skewed(sizeof first - 1)];
        out[len++] = then[below(sizeof then - 1)];
        if (below(2))
            out[len++] = last[skewed(sizeof last - 1)];
    }
    out[len] = '\0';
    out[at] = (char)(out[at] - 'a' + 'A');
}

static void make_name(char *out)
{
    *out = '\0';
    if (below(5) == 0) {
        add_surname(out);
        strcat(strcat(strcat(out, " "), trades[below(COUNT(trades))]), " ");
        strcat(out, forms[below(COUNT(forms))]);
        return;
    }
    add_given(out);
    strcat(out, " ");
    add_surname(out);
}

static void change_letter(char *name)
{
    char *at = &name[below((unsigned)strlen(name))];
    if (*at >= 'a' && *at <= 'z')
        *at = (char)('a' + below(26));
}

static void write_list(uint64_t count)
{
    char name[NAME_SIZE];
    puts("list,ref,name,country");
    for (uint64_t i = 0; i < count; i++) {
        begin(1, i);
        make_name(name);
        printf("invented,%" PRIu64 ",%s,%s\n", i, name, countries[below(COUNT(countries))]);
    }
}

static void write_gifts(uint64_t count, uint64_t listed)
{
    char name[NAME_SIZE];
    puts("record,ref,received,amount,donor.name");
    for (uint64_t i = 0; i < count; i++) {
        begin(2, i);
        unsigned month = 1 + below(12), day = 1 + below(28), amount = 1 + below(5000);
        bool taken = listed && below(50) == 0;
        if (taken)
            begin(1, below((unsigned)listed));
        make_name(name);
        if (taken)
            change_letter(name);
        printf("donation,%" PRIu64 ",2022-%02u-%02u,%u EUR,%s\n", i, month, day, amount, name);
    }
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 2 ? strtoull(argv[2], NULL, 10) : 0;
    if (count && strcmp(argv[1], "list") == 0)
        write_list(count);
    else if (count && strcmp(argv[1], "gifts") == 0)
        write_gifts(count, argc > 3 ? strtoull(argv[3], NULL, 10) : 0);
    else
        return fputs("usage: people list|gifts COUNT [LISTED]\n", stderr), 2;
    return fflush(stdout) == 0 ? 0 : 1;
}
