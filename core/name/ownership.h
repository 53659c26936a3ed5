/* SPDX-License-Identifier: Apache-2.0
 *
 * Who owns whom: a graph of parties (persons, bodies, states) and of the interests that they hold
 * in each other, each for a time. It knows no law: who asks says which countries are home, and by
 * which limits somebody controls somebody.
 *
 * What is not stated is not assumed. A percentage that nobody stated, holders who are not named, a
 * citizenship that is not known make an answer a range, or the truth unknown: a range never leaves
 * out the truth, and no narrower one could be given.
 *
 *   - A person, or a state, is at home when one of its countries is; a person without any
 *     citizenship is neither at home nor abroad.
 *   - A body that is registered abroad is abroad, whoever owns it. Through one that is registered
 * at home, or nobody knows where, one looks at its holders; what its known holders do not hold may
 *     be anybody's.
 *   - Holdings in each other are solved as a system of linear equations: what a body holds in
 * itself over such a cycle belongs to the others, in their proportion.
 *   - Statements that contradict each other (more than 100 %) leave the body's holders unknown.
 */
#ifndef NAME_OWNERSHIP_H
#define NAME_OWNERSHIP_H

#include "base/arena.h"
#include "base/value.h"

enum interest_kind {
    INTEREST_SHARES,  /* of the capital */
    INTEREST_VOTES,   /* where nobody states them they are as the shares, and the other way round */
    INTEREST_CONTROL, /* a right to appoint the board, control by contract or in another way */
    INTEREST_OTHER,   /* shown, but nothing follows from it */
};
/* "shares", "votes", ... Static. */
const char *interest_kind_name(enum interest_kind);

enum party_sort { PARTY_UNKNOWN, PARTY_PERSON, PARTY_BODY, PARTY_STATE };

/* Codes joined with single blanks: citizenships of a person, where a body is registered. */
struct party {
    struct text name, number; /* as the register has them; may be empty */
    enum party_sort sort;
    enum knowledge knowledge; /* of the countries; absent: a stateless person */
    struct text countries;
    struct text file; /* where it is told; may be empty */
    uint64_t line;
};

/* Between two shares; the ends belong to it unless they are `open`. */
struct share_range {
    int32_t least, most; /* as `share` has them */
    bool least_open, most_open;
};
enum { SHARE_WHOLE = 100000000 };
#define SHARE_ANY ((struct share_range){0, SHARE_WHOLE, false, false})

struct interest {
    uint32_t owner, owned; /* numbers of parties */
    enum interest_kind kind;
    struct share_range range; /* of shares or votes */
    /* Held on days from <= d < to, certainly from `sure` on: an extract of a register that does not
     * say since when is certain from its own day. */
    day from, sure, to;
    bool indirect;    /* through others, as stated: what they hold is told, too, or counts for it */
    struct text what; /* the kind of interest as stated; may be empty */
    struct text file, ref;
    uint64_t line;
};

struct ownership;
struct ownership *ownership_new(void);
void ownership_free(struct ownership *);
/* Adds a copy; gives its number. Later facts on a party fill in what is not known yet; another
 * country than the one known makes the country unknown. */
uint32_t ownership_add_party(struct ownership *, const struct party *);
void ownership_amend_party(struct ownership *, uint32_t, const struct party *);
/* Adds a copy; both parties must exist. */
void ownership_add_interest(struct ownership *, const struct interest *);
/* After the last one: then the graph does not change, and several threads may ask. A later
 * statement on the same holding ends an earlier one of which no end is told. The order in which
 * things were added does not matter, but for the numbers of the parties. */
void ownership_finish(struct ownership *);

size_t ownership_party_count(const struct ownership *);
size_t ownership_interest_count(const struct ownership *);
const struct party *ownership_party(const struct ownership *, uint32_t);
/* The name, else the number. */
struct text party_name(const struct ownership *, uint32_t);
/* "CY", "AM FR", "stateless"; "?" when nobody tells. */
struct text party_belongs(const struct party *);
/* The interests in a party, sorted by owner, kind and day. */
const struct interest *ownership_interests(const struct ownership *, uint32_t owned, size_t *count);
/* The interests that a party holds: the next behind *at, which begins as 0; NULL: no more. */
const struct interest *ownership_held(const struct ownership *, uint32_t owner, size_t *at);
bool interest_holds(const struct interest *, day on);

/* --- questions --- */

enum party_side { SIDE_HOME, SIDE_ABROAD, SIDE_UNKNOWN };
enum party_side party_side(const struct party *, struct text home);

struct ownership_question {
    struct text home; /* countries, joined with single blanks */
    day on;
    enum interest_kind kind; /* shares or votes */
    bool direct_only;        /* set by this folder: of the body direct holdings are stated */
};
/* Answers for one thread at a time; it keeps memory for the next question. */
struct ownership_solver;
struct ownership_solver *ownership_solver_new(const struct ownership *);
void ownership_solver_free(struct ownership_solver *);

/* The share of the body that is held abroad, over all chains. */
struct share_range ownership_foreign_share(struct ownership_solver *,
                                           const struct ownership_question *, uint32_t party);
/* Likewise of many parties at once. */
void ownership_foreign_shares(struct ownership_solver *, const struct ownership_question *,
                              const uint32_t *parties, size_t count, struct share_range *out);
/* Only what holders abroad hold themselves: all of them together; the largest of them. */
struct share_range ownership_direct_share(const struct ownership *,
                                          const struct ownership_question *, uint32_t party);
struct share_range ownership_largest_share(const struct ownership *,
                                           const struct ownership_question *, uint32_t party);
/* The sum of what is stated, when that is more than all: a contradiction; 0 otherwise. */
share ownership_excess(const struct ownership *, const struct ownership_question *, uint32_t party);

/* Who has more than (or at least) a limit of the shares or of the votes of a body, or controls it
 * in another way, controls it; so do several of whom each is abroad or controlled from there, if
 * they count jointly. A body is controlled abroad that is controlled by somebody abroad, or by a
 * body that is controlled abroad.
 *
 * Over all chains a holder also controls a body of which it has more than the limit together with
 * the bodies that it controls, counting what they hold through others, and through holdings in each
 * other, in proportion: who has 40 % of each of two bodies that hold the other 60 % of each other
 * controls both. That solves equations for each holder abroad (once for all of them when all of
 * them together do not reach the limit) as often as control spreads to one more body. */
struct control_rule {
    share limit;
    bool at_least, jointly, over_chains;
};
enum truth ownership_controlled(struct ownership_solver *, const struct ownership_question *,
                                const struct control_rule *, uint32_t party);
/* The shortest chain of the last question that was answered with true: from the party to somebody
 * abroad; of those who count jointly or over all chains, the links of all, from the party up. On
 * the heap of the solver. */
const struct interest *const *ownership_chain(const struct ownership_solver *, size_t *count);

/* --- inside this folder --- */

/* What one owner holds of a kind on a day; several statements at once are not added up. */
struct holding {
    uint32_t owner;
    struct share_range range;
    const struct interest *interest;
};
/* The next holding of that kind in the party; *at begins as 0. */
bool holding_next(const struct ownership *, const struct ownership_question *, uint32_t owned,
                  size_t *at, struct holding *out);
/* Shares or votes, whichever was asked for; the other where only that is stated. What is held
 * indirectly counts only where nothing is stated that is held directly. */
struct ownership_question question_stated(const struct ownership *,
                                          const struct ownership_question *, uint32_t owned);
/* Likewise of one kind, stated or not. */
struct ownership_question question_of(const struct ownership *, const struct ownership_question *,
                                      uint32_t owned, enum interest_kind);
/* Whether one looks at its holders: not at those of people, of states and of bodies abroad. */
bool party_is_seen_through(const struct party *, struct text home);

#endif
