/* SPDX-License-Identifier: Apache-2.0
 *
 * Conditions: Lua's expression syntax, a closed list of functions, static types, three truth
 * values. A text becomes a tree of terms (parser.c), names are resolved and types checked (type.c),
 * and the tree is evaluated over one row at a time (eval_scalar.c, the reference), or told in words
 * (explain.c).
 *
 * Unknown is not false: a missing fact makes a comparison unknown, and Kleene's logic carries it
 * up. A fact that is absent (stated to be none) makes every comparison false but `~=`, which it
 * makes true.
 */
#ifndef RULE_CONDITION_H
#define RULE_CONDITION_H

#include "base/pack.h"
#include "base/regex.h"
#include "filing/register.h"
#include "law/lawbase.h"

enum operation {
    OP_LITERAL,
    OP_NAME,      /* not resolved yet */
    OP_FIELD,     /* a column of the batch */
    OP_SOURCE,    /* source["Column"] */
    OP_ACTOR,     /* only as an argument */
    OP_PARAMETER, /* dated: the version of the deciding day */
    OP_SLOT,      /* a value of the group: a sum, `count` */
    OP_CALL,
    OP_AND,
    OP_OR,
    OP_NOT,
    OP_EQUAL,
    OP_UNEQUAL,
    OP_LESS,
    OP_LESS_EQUAL,
    OP_GREATER,
    OP_GREATER_EQUAL,
    OP_ADD,
    OP_SUBTRACT,
    OP_MULTIPLY,
};

struct term;
struct context;
struct function {
    const char *name, *arguments;
    enum type result;
    struct value (*call)(const struct term *, const struct context *);
    const char *doc;
};
extern const struct function functions[];
extern const size_t function_count;

struct holding_call;
struct term {
    enum operation op;
    enum type type;
    struct span span; /* of the operator's whole expression */
    struct text name; /* as written: field path, parameter id, function name */
    struct value literal;
    const struct field *field;
    size_t index;                      /* OP_SOURCE: name, OP_SLOT: slot, period(): which one */
    const struct parameter *parameter; /* OP_PARAMETER; what period() rests on */
    const struct function *function;
    struct term **args;
    size_t arg_count;
    struct regex *regex; /* matches() */
    /* one_of() with many texts: a table of them; or NULL */
    struct listed_text {
        uint32_t arg;  /* 0: empty */
        uint32_t sign; /* bits of the text's hash: most texts that are not listed end there */
    } * listed;
    size_t listed_slots;
    const struct field **identity; /* identity(): for each set its fields, NULL behind each set */
    bool *identity_unlike;         /* ... that must differ from the text below */
    struct text *identity_other;
    enum identity_level *identity_level; /* of the field's set */
    size_t identity_len;
    const struct holding_call *holding; /* what looks into registers of owners */
    const struct actor_fields *actor;   /* listed() */
    enum name_threshold threshold;      /* likewise */
    const char *definition;             /* name of the definition it stands for, or NULL */
    struct text printed;                /* the condition as text, once it has a number */
    size_t shared; /* conditions that mean the same have the same number; 0: none */
};

/* A name that a rule's plugin brings: a parameter's value, or a slot of the group. */
struct binding {
    struct text name;
    const struct term *term; /* stands for the name; or, when NULL, ... */
    enum type type;          /* ... the slot's type */
    size_t slot;
};

/* What names mean where a condition stands. */
struct scope {
    struct arena *arena;
    struct diags *diags;
    const struct lawbase *law;
    const struct vocabulary *vocabulary;
    struct text jurisdiction;
    const struct record_type *record; /* NULL: no fields (having) */
    const struct binding *bindings;
    size_t binding_count;
    /* source["..."] names found, shared by all conditions of a plan. */
    struct text **source_names;
    size_t *source_count;
    /* regexes made, to be freed by the owner of the plan. */
    struct regex ***regexes;
    size_t *regex_count;
    enum identity_level identity; /* how far actors are joined */
    unsigned depth;               /* of definitions within definitions */
    day on;                       /* whose versions of definitions are meant */
};

/* Parses, resolves and types. NULL after messages with carets into the YAML. */
struct term *term_compile(const struct scope *, struct expression);
/* Likewise, and the result must be of that type. */
struct term *term_compile_as(const struct scope *, struct expression, enum type);

/* --- inside this floor --- */

/* One comparison, one piece of arithmetic (op and type are the term's). */
struct value value_compare(enum operation, const struct value *, const struct value *);
/* Whether a text is among those of one_of(). */
bool term_lists(const struct term *, struct text);
struct value value_calculate(const struct term *, const struct value *, const struct value *);

struct term *term_parse(struct arena *, struct diags *, struct expression);
/* Where position [begin, end) of the expression's text is in its file. */
struct span expression_span(struct expression, size_t begin, size_t end);

/* --- evaluation --- */

struct context {
    const struct lawbase *law;
    const struct registers *registers; /* NULL: none were given */
    struct text jurisdiction;
    const struct batch *batch;
    size_t row;
    bool on_known;
    day on; /* the day that decides which law applies */
    const struct value *slots;
    struct name_search *search; /* of the registers; NULL: each question makes one */
    struct arena *arena;        /* for texts made on the way */
};

struct value term_value(const struct term *, const struct context *);
/* Appends the value as text, as value_print() has it; false, with nothing appended, when it is not
 * known. For the keys of groups: identities and periods are written without detours. */
bool term_key(const struct term *, const struct context *, struct pack *out);
enum truth term_truth(const struct term *, const struct context *);

/* listed(): the entries that are alike to the actor of the row, best first; they live until the
 * next search. What is known of the actor goes to *who. Unknown when no such list was given or
 * nobody says the name. */
enum truth term_listed(const struct term *, const struct context *, struct name_search *,
                       struct profile *who, struct name_hits *);
/* How a missing register is named among what is missing: "register us-fara". */
#define MISSING_REGISTER TEXT("register ")
/* By what a key of identity() took an actor for one with others: the fields, as "id" or "name, kind
 * (not natural)", and how far that joins; false: the term is no such, or the key is not known. */
bool term_joined_by(const struct term *, struct text key, struct arena *, struct text *fields,
                    enum identity_level *);
/* The facts whose absence made the term unknown ("donor.citizenship"), each once. */
void term_missing(const struct term *, const struct context *, struct text **names, size_t *count);

/* One atomic condition that decided the outcome. */
struct step {
    struct text condition; /* "donor.foreign_share > max_foreign_share" */
    struct text values;    /* "45.5 % > 30 %" */
    enum truth truth;
};
/* "donor.foreign_share > max_foreign_share: yes (45.5 % > 30 %)" */
struct text step_print(struct arena *, const struct step *);
/* The atoms that decided the term's truth, in order. */
void term_steps(const struct term *, const struct context *, struct step **steps, size_t *count);

/* Writes the term's tree, each node with its truth, atoms with their values. */
void term_trace(const struct term *, const struct context *, unsigned indent, FILE *);

/* --- structure --- */

/* Calls `visit` for the term and all below it. */
void term_walk(const struct term *, void (*visit)(const struct term *, void *), void *);
/* Whether it is a call of that function. */
bool term_is_call(const struct term *, const char *function);
/* The term as text, with definitions and plugin parameters written out. */
struct text term_print(struct arena *, const struct term *);
/* What a term that makes groups tells apart, in plain English. */
struct text term_explain_key(struct arena *, const struct term *);
/* The term in plain English, as indented lines. */
struct text term_explain(struct arena *, const struct term *, unsigned indent);

#endif
