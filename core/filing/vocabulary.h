/* SPDX-License-Identifier: Apache-2.0
 *
 * The vocabulary: which kinds of records there are, and their fields. It is read
 * from lawbase/vocabulary.yaml; the core knows no field by name. Fields of an actor
 * are flattened: "donor.citizenship".
 */
#ifndef FILING_VOCABULARY_H
#define FILING_VOCABULARY_H

#include "base/value.h"
#include "base/yaml.h"

/* Whether a report that is published may show what stands in a field: always; of natural persons
 * only what the register itself publishes; of natural persons never; never. A text of which the
 * vocabulary does not say is never shown: anything may stand in it. */
enum personal { PERSONAL_NO, PERSONAL_NATURAL, PERSONAL_NATURAL_NEVER, PERSONAL_NEVER };

struct field {
    struct text path; /* "donor.citizenship" */
    struct text doc;
    enum type type;
    struct text *codes; /* TYPE_CODE: the closed list, and what each means */
    struct text *code_docs;
    size_t code_count;
    enum personal personal;
    size_t index; /* in record_type.fields, and of its column in a batch */
};

/* A record type may be what registers hold: names (who is listed, and since when), interests (who
 * owns or controls whom) or parties (where they belong). */
enum register_kind { REGISTER_NONE, REGISTER_NAMES, REGISTER_INTERESTS, REGISTER_PARTIES };

struct record_type {
    struct text name; /* "donation" */
    struct text doc;
    struct field *fields;
    size_t field_count;
    struct text *actors; /* "donor", "recipient": prefixes of actor fields */
    size_t actor_count;
    /* Indexes into fields, SIZE_MAX when the record has none. */
    size_t date, amount, reference;
    size_t memo; /* a bool: the record only explains another, its amount is never added up */
    enum register_kind holds;
    struct text *roles, *role_fields; /* of a register: "listed" is the field or actor "actor" */
    size_t role_count;
};

/* By which fields of an actor one can tell whether two are the same. */
struct recognition {
    struct text name, birth_date, kind; /* kind: a code */
    struct text *persons;               /* codes of `kind` that mean natural persons */
    size_t person_count;
    struct text *numbers; /* numbers that belong to one actor only */
    size_t number_count;
    struct text *countries;
    size_t country_count;
    struct text *states; /* codes of `kind` that mean states and their bodies */
    size_t state_count;
    struct text citizenship; /* of people */
    struct text *registered; /* of others: where they are registered, the first that is known */
    size_t registered_count;
};

/* How far actors are taken for one: each way joins what the one before joins, and more. */
enum identity_level { IDENTITY_CHOSEN, IDENTITY_STRICT, IDENTITY_USUAL, IDENTITY_BROAD };
/* "strict", ... Static; of IDENTITY_CHOSEN "". */
const char *identity_level_name(enum identity_level);
/* Fields that together identify an actor: "id"; "name", "birth_date". */
struct identity_set {
    enum identity_level level; /* from which on it counts */
    struct text *fields;       /* "kind~natural": known, and not "natural" */
    size_t count;
};

struct vocabulary {
    struct record_type *records;
    size_t record_count;
    struct identity_set *identity; /* the first that serves identifies */
    size_t identity_count;
    enum identity_level joins; /* how far they are joined: usual, unless the user says */
    struct recognition recognition;
};

/* NULL after messages. In the arena. */
struct vocabulary *vocabulary_read(struct arena *, struct diags *, const struct node *);
const struct record_type *vocabulary_record(const struct vocabulary *, struct text name);
const struct field *record_field(const struct record_type *, struct text path);
bool record_has_actor(const struct record_type *, struct text name);
/* Of a register: the field or actor with that role ("listed"); empty when it has none. */
struct text record_role(const struct record_type *, const char *role);
bool field_has_code(const struct field *, struct text code);
/* The code's place in the field's list; CODE_NONE: it is not in it. */
enum { CODE_NONE = UINT16_MAX };
uint16_t field_code(const struct field *, struct text code);

#endif
