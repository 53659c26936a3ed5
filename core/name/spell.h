/* SPDX-License-Identifier: Apache-2.0
 *
 * A name taken apart: words in Latin letters with the keys by which their spellings meet, without
 * titles, articles and legal forms. Idempotent: a name written with the words that came out is
 * taken apart into the same words.
 */
#ifndef NAME_SPELL_H
#define NAME_SPELL_H

#include "name/profile.h"
#include "name/tables.h"

enum { NAME_WORDS = 32, NAME_JOINS = 36, JOIN_BYTES = 1024 };

enum word_kind { WORD_PLAIN, WORD_INITIAL, WORD_NUMBER };
struct word {
    struct text text;  /* in Latin letters, small */
    struct text close; /* what is the same for all spellings of its sound; see spelling.yaml */
    struct text loose;
    uint64_t close_hash;
    uint16_t weight; /* 10 to 100 */
    uint8_t kind;
    bool title, article, common, particle, patronymic, given, begins_form, counts;
    unsigned number;    /* when it `counts` */
    uint32_t long_form; /* sort of the legal form that it is by itself, and one; 0: none */
    uint32_t groups[2]; /* 0: none */
};

/* Words of one thread, each worked out once. They live until lexicon_clear(). */
struct lexicon;
struct lexicon *lexicon_new(const struct name_tables *);
void lexicon_free(struct lexicon *);
const struct word *lexicon_word(struct lexicon *, struct text raw);
/* Forgets all words when there are many; between names only. True: it did. */
bool lexicon_tidy(struct lexicon *);

/* Neighbouring words [from, to) written as one, or their first letters. */
struct join {
    uint8_t from, to;
    bool is_letters;
    uint64_t close_hash;
    struct text close;
};
struct spelled {
    const struct word *words[NAME_WORDS]; /* in their order; further ones are left out */
    size_t count;
    uint32_t forms; /* bit by sort of legal form */
    bool has_form;
    bool has_comma; /* "Example, Anna": the order of the words is told */
    struct join joins[NAME_JOINS];
    size_t join_count;
    char join_room[JOIN_BYTES];
};
/* The name in its words. `sort`: of a person no word is a legal form. */
void name_spell(struct lexicon *, struct text name, enum profile_sort, struct spelled *out);
/* What a word weighs as one that must not be missing: fathers' names may, initials are no words. */
static inline unsigned word_counts(const struct word *w)
{
    return w->kind == WORD_INITIAL || w->patronymic ? 0 : w->weight;
}
/* The words joined with single blanks: the comparable form; in the arena. */
struct text spelled_text(struct arena *, const struct spelled *);

/* --- inside this floor --- */

struct lexicon {
    const struct name_tables *tables;
    struct arena arena, scratch; /* of the words; of the name at hand */
    struct text *raw;            /* as a name has the word; a table with open addressing */
    struct word **words;
    size_t size, count;
};

static inline bool byte_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
/* Cuts a name into words: Unicode NFKC, case folded, apostrophes gone. Texts lie in the arena. */
size_t raw_words(struct arena *, struct text name, struct text *out, size_t most);
/* One such word in Latin letters. */
struct text word_in_latin(const struct name_tables *, struct text raw, char out[WORD_BYTES]);
/* The key of a spelling in Latin letters. */
struct text close_key(const struct name_tables *, struct text latin, char out[WORD_BYTES]);

#endif
