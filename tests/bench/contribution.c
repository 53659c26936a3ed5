/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "contribution.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- chance --- */

struct chance {
    uint64_t state;
};

/* splitmix64: one multiplication chain a number, no state but a counter. */
static uint64_t draw(struct chance *c)
{
    uint64_t x = c->state += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

static unsigned below(struct chance *c, unsigned end)
{
    return (unsigned)(((draw(c) >> 32) * end) >> 32);
}

static struct chance chance_of(uint64_t seed, uint64_t kind, uint64_t number)
{
    struct chance c = {seed ^ (kind << 56)};
    c.state = draw(&c) + number;
    c.state = draw(&c);
    return c;
}

/* --- numbers --- */

/* printf would take most of the time. */
static char *put_number(char *out, uint64_t n, unsigned digits)
{
    char turned[20];
    unsigned count = 0;
    do
        turned[count++] = (char)('0' + n % 10);
    while (n /= 10);
    while (digits-- > count)
        *out++ = '0';
    while (count)
        *out++ = turned[--count];
    return out;
}

char *put_amount(char *out, uint64_t cents)
{
    out = put_number(out, cents / 100, 1);
    *out++ = '.';
    return put_number(out, cents % 100, 2);
}

/* --- one contribution --- */

void make_days(struct generator *g)
{
    static const unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    unsigned year = 2017, month = 1, day = 1;
    for (size_t i = 0; i < COUNT(g->days); i++) {
        snprintf(g->days[i], sizeof g->days[i], "%04u-%02u-%02u", year % 10000, month % 100,
                 day % 100);
        if (day++ < lengths[month - 1] + (month == 2 && year % 4 == 0))
            continue;
        day = 1;
        if (month++ == 12) {
            month = 1;
            year++;
        }
    }
}

static const char *const recipient_kinds[RECIPIENTS / 4] = {
    "party", "party", "party", "party", "party-campaign-fund", "candidate-campaign-fund"};
/* The first few percent of the rows have one. */
static const char *const remarks[] = {"two lines,\nby the treasurer", "said to be \"a loan\"",
                                      "for the roof, \"later\"", "see\nthe \"annex\",\npage 2"};

/* Family names are put together from syllables, so that they are nobody's. */
static const char *const syllables[][16] = {
    {"va", "ro", "mel", "tig", "sar", "dov", "lu", "kin", "bar", "zo", "nel", "gri", "pha", "or",
     "ste", "ul"},
    {"վա", "րո", "մել", "տիգ", "սար", "դով", "լու", "կին", "բար", "զո", "նել", "գրի", "փա", "օր",
     "ստե", "ուլ"},
    {"ва", "ро", "мел", "тиг", "сар", "дов", "лу", "кин", "бар", "зо", "нел", "гри", "фа", "ор",
     "сте", "ул"},
};
static const char *const beginnings[][8] = {
    {"Va", "Ro", "Mel", "Tig", "Sar", "Dov", "Lu", "Kin"},
    {"Վա", "Րո", "Մել", "Տիգ", "Սար", "Դով", "Լու", "Կին"},
    {"Ва", "Ро", "Мел", "Тиг", "Сар", "Дов", "Лу", "Кин"},
};
static const char *const endings[][4] = {
    {"yan", "ov", "berg", "son"}, {"յան", "ունի", "ենց", "յանց"}, {"ян", "ов", "енко", "ин"}};
static const char *const given_names[][8] = {
    {"Anna", "David", "Maria", "Levon", "Sona", "Peter", "Jane", "Ivan"},
    {"Աննա", "Դավիթ", "Մարիա", "Լևոն", "Սոնա", "Պետրոս", "Նարե", "Հայկ"},
    {"Анна", "Давид", "Мария", "Левон", "Соня", "Пётр", "Елена", "Иван"},
};
static const char *const trades[] = {"Stone", "Copper", "Bread", "Water",
                                     "Light", "Road",   "Cloth", "Glass"};
static const char *const company_forms[] = {"LLC", "CJSC", "OJSC", "Ltd."};

static void name_person(const struct generator *g, struct chance *c, struct donor *d)
{
    unsigned luck = below(c, 10), script = g->latin || luck < 6 ? 0 : luck < 9 ? 1 : 2;
    char *end = stpcpy(d->family, beginnings[script][below(c, COUNT(beginnings[0]))]);
    for (unsigned i = 0; i < 2; i++)
        end = stpcpy(end, syllables[script][below(c, COUNT(syllables[0]))]);
    stpcpy(end, endings[script][below(c, COUNT(endings[0]))]);
    d->given = given_names[script][below(c, COUNT(given_names[0]))];
    stpcpy(stpcpy(stpcpy(d->name, d->given), " "), d->family);
}

static void name_body(struct chance *c, struct donor *d)
{
    const char *trade = trades[below(c, 8)], *form = company_forms[below(c, 4)];
    bool quoted = below(c, 2);
    char *end = stpcpy(stpcpy(d->name, quoted ? "\"Example " : "Example "), trade);
    end = put_number(stpcpy(end, " "), below(c, 9000) + 1000, 4);
    stpcpy(stpcpy(end, quoted ? "\" " : ", "), form);
}

static void make_person(const struct generator *g, struct chance *c, struct donor *d)
{
    static const char *const abroad[] = {"RU", "US", "FR", "GE", "IR", "DE", "LB", "CN"};
    unsigned luck = below(c, 1000);
    const char *other = abroad[below(c, 8)];
    d->kind = "natural";
    d->country = luck < 970 ? "AM" : other;
    d->citizenship = luck < 955 ? "AM" : luck < 965 ? "AM;RU" : luck < 990 ? other : "";
    d->share_tenths = -1;
    name_person(g, c, d);
}

static void make_body(struct chance *c, struct donor *d)
{
    static const char *const kinds[] = {"charity", "trade-union", "foreign-state", "public-body"};
    unsigned luck = below(c, 100), share = below(c, 10);
    d->kind = luck < 90 ? "company" : kinds[luck % 4];
    d->country = luck < 95 ? "AM" : "CY";
    d->citizenship = "";
    d->share_tenths = luck >= 90 || share == 0 ? -1 : share < 7 ? 0 : (int)below(c, 1000) + 1;
    name_body(c, d);
}

static void make_donor(const struct generator *g, uint64_t number, struct donor *d)
{
    struct chance c = chance_of(g->seed, 1, number);
    d->number = number;
    d->family[0] = '\0';
    d->given = "";
    d->favourite = below(&c, RECIPIENTS);
    d->has_id = below(&c, 100) != 0;
    if (below(&c, 100) < 92)
        make_person(g, &c, d);
    else
        make_body(&c, d);
}

/* Donor i gives about as often as 1 / sqrt(i) says; a whole number in, a whole number out, so that
 * every machine draws the same. */
static uint64_t draw_donor(const struct generator *g, struct chance *c)
{
    uint64_t luck = draw(c) >> 32;
    return (((luck * luck) >> 32) * g->donors) >> 32;
}

/* From 10.00 up, most of them small; one in 500 has its fractions and one in 2000 is large. */
static uint64_t draw_cents(struct chance *c)
{
    unsigned octave = below(c, 9);
    uint64_t units = UINT64_C(1000) << octave;
    units += 500 * (uint64_t)below(c, (unsigned)(units / 500));
    if (below(c, 2000) == 0)
        units *= 10;
    return units * 100 + (below(c, 500) == 0 ? below(c, 100) : 0);
}

void make_contribution(const struct generator *g, uint64_t number, struct contribution *row)
{
    static const char *const payments[] = {"bank", "card", "banknotes", "other"};
    static const char *const employers[] = {"Municipal Library", "Ministry of Samples",
                                            "Example Stone LLC", "Self, employed",
                                            "Example \"Glass\"", "none"};
    struct chance c = chance_of(g->seed, 2, number);
    row->number = number;
    make_donor(g, draw_donor(g, &c), &row->donor);
    row->recipient = below(&c, 3) ? row->donor.favourite : below(&c, RECIPIENTS);
    row->received = below(&c, DAYS);
    row->reported = row->received + 1 + below(&c, LONGEST_DELAY - 1);
    row->returned = below(&c, 200) ? 0 : row->received + 1 + below(&c, LONGEST_DELAY - 1);
    row->cents = draw_cents(&c);
    row->form = below(&c, 20) ? "cash" : "non-cash";
    unsigned luck = below(&c, 100);
    row->payment = payments[luck < 80 ? 0 : luck < 94 ? 1 : luck < 99 ? 2 : 3];
    row->paid_from = below(&c, 400) ? row->donor.country : "RU";
    row->employer = row->donor.share_tenths < 0 && below(&c, 4) ? employers[below(&c, 6)] : "";
    row->house = below(&c, 200) + 1;
    row->street = below(&c, 90) + 10;
    row->remark = below(&c, 100);
}

/* --- its fields as text --- */

#define FIELD(name, end) \
    static char *name(const struct generator *g, const struct contribution *row, char *out) \
    { \
        (void)g; \
        (void)row; \
        return end; \
    }

FIELD(write_reference, put_number(stpcpy(out, "R"), row->number + 1, 9))
FIELD(write_received, stpcpy(out, g->days[row->received]))
FIELD(write_reported, stpcpy(out, g->days[row->reported]))
FIELD(write_returned, stpcpy(out, row->returned ? g->days[row->returned] : "no"))
FIELD(write_amount, put_amount(out, row->cents))
FIELD(write_form, stpcpy(out, row->form))
FIELD(write_payment, stpcpy(out, row->payment))
FIELD(write_paid_from, stpcpy(out, row->paid_from))
FIELD(write_recipient, put_number(stpcpy(out, "Example Party No. "), row->recipient + 1, 1))
FIELD(write_recipient_id, put_number(stpcpy(out, "P"), row->recipient + 1, 2))
FIELD(write_recipient_kind, stpcpy(out, recipient_kinds[row->recipient / 4]))
FIELD(write_donor, stpcpy(out, row->donor.name))
FIELD(write_donor_id,
      row->donor.has_id ? put_number(stpcpy(out, "D"), row->donor.number + 1, 8) : out)
FIELD(write_donor_kind, stpcpy(out, row->donor.kind))
FIELD(write_citizenship, stpcpy(out, row->donor.citizenship))
FIELD(write_country, stpcpy(out, row->donor.country))
FIELD(write_employer, stpcpy(out, row->employer))
FIELD(write_address,
      put_number(stpcpy(put_number(out, row->house, 1), " Example Street, Sampletown 00"),
                 row->street, 2))
FIELD(write_remark, stpcpy(out, row->remark < COUNT(remarks) ? remarks[row->remark] : ""))

static char *write_share(const struct generator *g, const struct contribution *row, char *out)
{
    int share = row->donor.share_tenths;
    (void)g;
    if (share <= 0)
        return share < 0 ? out : stpcpy(out, "none");
    out = put_number(out, (uint64_t)share / 10, 1);
    *out++ = '.';
    return put_number(out, (uint64_t)share % 10, 1);
}

const struct field fields[FIELDS] = {
    {"reference", "", "reference", false, write_reference},
    {"received", "", "received", false, write_received},
    {"reported", "", "reported", false, write_reported},
    {"returned", "", "returned", false, write_returned},
    {"amount", "", "amount", true, write_amount},
    {"form", "", "form", false, write_form},
    {"payment", "", "payment", false, write_payment},
    {"paid_from_country", "", "paid_from_country", false, write_paid_from},
    {"recipient", "recipient", "name", false, write_recipient},
    {"recipient_id", "recipient", "id", false, write_recipient_id},
    {"recipient_kind", "recipient", "kind", false, write_recipient_kind},
    {"donor", "donor", "name", false, write_donor},
    {"donor_id", "donor", "id", false, write_donor_id},
    {"donor_kind", "donor", "kind", false, write_donor_kind},
    {"donor_citizenship", "donor", "citizenship", false, write_citizenship},
    {"donor_country", "donor", "country", false, write_country},
    {"donor_foreign_share", "donor", "foreign_share", false, write_share},
    {"donor_employer", "donor", "employer", false, write_employer},
    {"donor_address", "donor", "address", false, write_address},
    {"remark", "", "remark", false, write_remark},
};
