/* SPDX-License-Identifier: Apache-2.0
 *
 * What lawbase/names says of names: letters of other scripts, spellings of one sound, words that
 * tell little, legal forms, and what a likeness is worth. Data; no word of a name stands in code.
 */
#ifndef NAME_TABLES_H
#define NAME_TABLES_H

#include "base/money.h"
#include "base/yaml.h"
#include "name/rewrite.h"

/* How two words meet. */
enum meeting {
    MEET_NOT,
    MEET_EQUAL,
    MEET_CLOSE,   /* another spelling of the same sound */
    MEET_SAME,    /* another form of the same name */
    MEET_ALIKE,   /* a letter differs, or voices and vowels do */
    MEET_INITIAL, /* one is the other's first letter */
    MEET_JOINED,  /* two words here are one there */
    MEET_LETTERS  /* the first letters of the words of a name */
};

/* What a word is known for. */
struct word_note {
    bool title, article, common, particle, given; /* given: a person's, not a family's */
    bool counts;                                  /* a number in words */
    unsigned number;
    uint32_t groups[2]; /* words of one group are the same; 0: none */
};

/* Texts to numbers, by open addressing. */
struct word_table {
    struct text *keys;
    uint32_t *values;
    size_t size, count; /* size: a power of two */
};
/* The value, or NULL. */
uint32_t *word_table_find(const struct word_table *, struct text);
/* Its place, made when there is none (then 0). The key must outlive the table. */
uint32_t *word_table_put(struct word_table *, struct arena *, struct text);

enum { NAME_THRESHOLDS = 4, NEAR_CLASSES = 128, FORM_WORDS = 8 };

struct name_tables {
    struct arena arena;
    struct rewrite letters, close, loose, lookalikes;
    struct word_table notes_of;        /* word in Latin letters: index in `notes` and one */
    struct word_table groups_of_sound; /* its close spelling: likewise, for groups alone */
    struct word_note *notes;
    size_t note_count;
    struct word_table forms;      /* words joined with blanks: sort of legal form and one */
    struct word_table form_begin; /* first words of forms */
    struct text *form_sorts;      /* "limited"; the first is "": no sort */
    size_t form_sort_count;
    struct word_table long_forms; /* long words, by their sound, that are a form by themselves */
    struct text *patronymics;     /* endings */
    size_t patronymic_count;
    struct text *ordinals; /* endings of numbers */
    size_t ordinal_count;
    uint8_t near[NEAR_CLASSES];       /* letter: its class, 0: none */
    unsigned meets[MEET_LETTERS + 1]; /* percent */
    unsigned extra_body, extra_person, extra_one_word;
    unsigned differs_form, differs_birth, differs_country, differs_kind, differs_order;
    unsigned agrees_birth, agrees_country, agrees_number;
    unsigned weight_common, weight_particle;
    unsigned thresholds[NAME_THRESHOLDS]; /* percent: exact, strict, usual, broad */
    bool *group_is_given;                 /* one a group, the first is 1 */
    size_t group_count;
    struct script_reader *reader; /* of scripts that have no letters here */
};

enum name_threshold { NAME_EXACT, NAME_STRICT, NAME_USUAL, NAME_BROAD };
/* "exact", ... Static. */
const char *name_threshold_name(enum name_threshold);

/* Reads the files of lawbase/names. False after messages; what could be read is there. Nodes must
 * outlive the tables. */
bool name_tables_make(struct name_tables *, struct diags *, struct node *const *files,
                      size_t count);
void name_tables_free(struct name_tables *);

#endif
