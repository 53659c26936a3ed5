/* SPDX-License-Identifier: Apache-2.0
 *
 * Registers: what is known besides the filings (check -r FILE). A register is a file of a format
 * like any other; the vocabulary says which types of records are a register's, and what their
 * fields are there for. It is read whole before the first filing, and does not change then.
 */
#ifndef FILING_REGISTER_H
#define FILING_REGISTER_H

#include "base/digest.h"
#include "filing/batch.h"
#include "name/index.h"

struct owners;
struct registers {
    struct arena arena;
    const struct vocabulary *vocabulary;
    const struct name_tables *tables;
    struct name_list names;
    struct owners *owners;    /* NULL: no register tells of owners */
    struct name_index *index; /* of the names, after registers_finish() */
    uint64_t records;
    struct digest content; /* of all that was read, in its order */
    char digest[DIGEST_TEXT_SIZE];
};

/* Both must outlive them. */
struct registers *registers_new(const struct vocabulary *, const struct name_tables *);
void registers_free(struct registers *);
/* Adds the rows of a register; those that could not be read were reported, and are left out. False:
 * such records are no register's. */
bool registers_add(struct registers *, const struct batch *);
/* The owners, to add to; made when there are none yet. */
struct owners *registers_owners(struct registers *);
/* After the last row. */
void registers_finish(struct registers *);

/* Where an actor of a record type says by what he is recognised, and where he belongs. SIZE_MAX:
 * nowhere. */
enum { MOST_NUMBERS = 8 };
struct actor_fields {
    size_t name, birth_date, kind;
    size_t numbers[MOST_NUMBERS], countries[MOST_NUMBERS];
    size_t number_count, country_count;
    size_t citizenship;
    size_t registered[MOST_NUMBERS]; /* where a body is registered: the first that is known */
    size_t registered_count;
};
struct actor_fields actor_fields_of(const struct vocabulary *, const struct record_type *,
                                    struct text actor);
/* The actor of a row; texts point into the batch, the rest is in the arena. False: nobody says the
 * name; what else is known is there. */
bool profile_of(const struct vocabulary *, const struct actor_fields *, const struct batch *,
                size_t row, struct arena *, struct profile *out);

#endif
