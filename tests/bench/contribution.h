/* SPDX-License-Identifier: Apache-2.0
 *
 * Contributions of invented people, drawn from a seed and a number: the same on every machine.
 * Donor 0 gives most often. A donor keeps name, kind, citizenship and share from row to row: all of
 * it is drawn from the donor's number.
 */
#ifndef BENCH_CONTRIBUTION_H
#define BENCH_CONTRIBUTION_H

#include <stdbool.h>
#include <stdint.h>

enum { RECIPIENTS = 24, DAYS = 3287, LONGEST_DELAY = 40, TEXT_MAX = 160, FIELDS = 20 };

struct donor {
    uint64_t number;
    const char *kind, *citizenship, *country;
    int share_tenths; /* foreign share in tenths of a percent; -1: says nothing, 0: none */
    bool has_id;
    unsigned favourite; /* recipient */
    char name[TEXT_MAX];
    const char *given; /* of a natural person, as the next one */
    char family[TEXT_MAX];
};

struct contribution {
    uint64_t number;
    unsigned received, reported, returned; /* days from the first; returned 0: did not go back */
    uint64_t cents;
    unsigned recipient;
    const char *form, *payment, *paid_from, *employer;
    unsigned house, street, remark;
    struct donor donor;
};

struct generator {
    uint64_t seed, donors;
    bool latin;                          /* names in Latin letters only */
    char days[DAYS + LONGEST_DELAY][11]; /* yyyy-mm-dd */
};

void make_days(struct generator *);
void make_contribution(const struct generator *, uint64_t number, struct contribution *);

/* "125.00", and its end. */
char *put_amount(char *out, uint64_t cents);
/* Writes a field as plain text, at most TEXT_MAX bytes; returns its end. Empty: says nothing. */
typedef char *write_field(const struct generator *, const struct contribution *, char *out);

/* The columns of the CSV, and where they stand in an object of the NDJSON. */
struct field {
    const char *column, *object, *key;
    bool number;
    write_field *write;
};
extern const struct field fields[FIELDS];
enum { FIELD_REFERENCE = 0, FIELD_ADDRESS = 18 }; /* where two of them stand */

#endif
