/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/country.h"
#include "report/draft_match.h"

enum { SHOWN_VALUES = 3, SHOWN_CHARACTERS = 40 };

/* What was guessed, behind the line or above it. */
static void write_unsure(struct draft *d, const char *before, const char *what)
{
    d->unsure++;
    fprintf(d->out, "%s# UNSURE: %s", before, what);
}

/* --- YAML --- */

/* The character at the front, and how many bytes it takes. */
static uint32_t character_of(struct text t, size_t *len)
{
    static const uint32_t first[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned char lead = (unsigned char)t.at[0];
    *len = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint32_t c = lead & first[*len];
    for (size_t i = 1; i < *len; i++)
        c = c << 6 | ((unsigned char)t.at[i] & 0x3F);
    return c;
}

/* What YAML does not take as it stands: controls, line separators, byte order marks. */
static bool is_escaped(uint32_t c)
{
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

/* A text as a YAML scalar between double quotes. */
static void write_quoted(FILE *out, struct text t)
{
    fputc('"', out);
    for (size_t len; t.len; t = text_slice(t, len, t.len)) {
        uint32_t c = character_of(t, &len);
        if (c == '\n')
            fputs("\\n", out);
        else if (is_escaped(c))
            fprintf(out, "\\u%04X", c);
        else if (c == '"' || c == '\\')
            fprintf(out, "\\%c", (int)c);
        else
            fwrite(t.at, 1, len, out);
    }
    fputc('"', out);
}

static const struct column_sample *column_of(const struct draft *d, const struct match *m)
{
    return &d->sample->columns[m->column];
}

/* The first column of a type, from which the format's own styles are taken. */
static const struct column_sample *first_of(const struct draft *d, enum type type)
{
    for (size_t i = 0; i < d->match_count; i++)
        if (d->matches[i].field->type == type)
            return column_of(d, &d->matches[i]);
    return NULL;
}

static void write_head(struct draft *d, FILE *out)
{
    const struct sample *s = d->sample;
    struct text base = d->options->file, stem;
    for (size_t at; (at = text_find(base, '/')) < base.len;)
        base = text_slice(base, at + 1, base.len);
    stem = text_slice(base, 0, text_find(base, '.'));
    fputs("# Drafted by `scrutineer format new` from ", out);
    text_show(out, base);
    fprintf(out, " (%zu rows looked at).\n", s->rows);
    fputs("# Read it through: what is UNSURE was guessed. The fields and their codes stand in "
          "lawbase/vocabulary.yaml.\n"
          "#   scrutineer format test THIS.yaml\n"
          "#   scrutineer format convert --format-in THIS.yaml FILE   shows the records\n"
          "#   scrutineer check --format-in THIS.yaml FILE\n"
          "# In lawbase/formats it is found by its header, without --format-in.\n"
          "format: ",
          out);
    write_quoted(out, arena_format(&d->arena, "%.*s%smy.%.*s", TEXT_ARG(d->options->jurisdiction),
                                   d->options->jurisdiction.len ? "." : "", TEXT_ARG(stem)));
    fputs("\ntitle: {en: ", out);
    write_quoted(out, base);
    fputs("}\n", out);
    if (d->options->jurisdiction.len)
        fprintf(out, "jurisdiction: %.*s\n", TEXT_ARG(d->options->jurisdiction));
    else
        write_unsure(d, "# jurisdiction: am   ",
                     "by whose law? without the line, by that of every country\n");
    fprintf(out, "record: %.*s\nkind: csv\n", TEXT_ARG(d->record->name));
    if (s->delimiter != ',')
        fprintf(out, "delimiter: \"%s\"\n",
                s->delimiter == '\t' ? "\\t" : (char[]){s->delimiter, 0});
    if (!text_equal(s->encoding, TEXT("utf-8")))
        fprintf(out, "encoding: [utf-8, %.*s]", TEXT_ARG(s->encoding));
    if (s->encoding_unsure)
        write_unsure(d, "   ", "look at a name with an accent or in another script");
    if (!text_equal(s->encoding, TEXT("utf-8")))
        fputc('\n', out);
}

static void write_header_names(struct draft *d, FILE *out)
{
    fputs("header: [", out);
    for (size_t i = 0, n = 0; i < d->match_count; i++) {
        fputs(n++ ? ", " : "", out);
        write_quoted(out, column_of(d, &d->matches[i])->name);
    }
    fputs("]\n", out);
}

/* A text as a regular expression, in a YAML scalar between single quotes. */
static void write_literal(FILE *out, struct text t)
{
    for (size_t i = 0; i < t.len; i++) {
        if (t.at[i] == '\'')
            fputc('\'', out);
        else if (t.at[i] && strchr(".^$*+?()[]{}|\\", t.at[i]))
            fputc('\\', out);
        fputc(t.at[i], out);
    }
}

/* Rows that add up others: they say so, and leave empty what no other row does. */
static void write_rows(struct draft *d, FILE *out)
{
    const struct sample *s = d->sample;
    bool certain = false;
    if (s->total_rows == 0)
        return;
    for (size_t i = 0; i < s->column_count; i++)
        certain |= s->rows && s->columns[i].filled == s->rows && s->columns[i].in_totals == 0;
    certain &= s->columns[s->total_column].in_totals == s->total_rows;
    fputs(certain ? "rows: {" : "# rows: {", out);
    write_quoted(out, s->columns[s->total_column].name);
    fputs(": '^(?!\\s*(", out);
    for (size_t i = 0; i < s->total_count; i++) {
        fputs(i ? "|" : "", out);
        write_literal(out, s->totals[i]);
    }
    fputs(")\\s*$)'}   ", out);
    if (certain)
        fputs("# leaves out the rows that add up others\n", out);
    else
        write_unsure(d, "", "do rows that say so add up others? then take the first # away\n");
}

static void write_dates(struct draft *d, FILE *out)
{
    const struct column_sample *c = first_of(d, TYPE_DATE);
    if (!c)
        return;
    fprintf(out, "dates: %.*s", TEXT_ARG(c->dates));
    if (c->other_dates.len) {
        write_unsure(d, "   ", "all days fit ");
        fprintf(out, "%.*s as well", TEXT_ARG(c->other_dates));
    }
    fputc('\n', out);
}

/* A column of currencies' codes. */
static const struct column_sample *find_currencies(const struct draft *d)
{
    for (size_t i = 0; i < d->sample->column_count; i++) {
        const struct column_sample *c = &d->sample->columns[i];
        currency found;
        size_t fitting = 0;
        for (size_t k = 0; k < c->value_count; k++)
            fitting += currency_find(c->values[k], &found);
        if (fitting && fitting == c->value_count)
            return c;
    }
    return NULL;
}

/* The currency of a column of amounts. *own: as the column itself tells; *codes: the column that
 * tells it row by row, or NULL; else it is the jurisdiction's, or 0. */
static currency currency_told(struct draft *d, const struct column_sample *c, currency *own,
                              const struct column_sample **codes)
{
    struct text rest;
    *own = c->currency ? c->currency : draft_currency(d, c->name, &rest);
    *codes = *own ? NULL : find_currencies(d);
    return *own ? *own : *codes ? 0 : d->options->currency;
}

static void write_money(struct draft *d, FILE *out)
{
    const struct column_sample *c = first_of(d, TYPE_MONEY);
    char code[CURRENCY_TEXT_SIZE];
    if (!c)
        return;
    const struct column_sample *codes;
    currency own, told = currency_told(d, c, &own, &codes);
    if (codes) {
        fputs("money: {currency_column: ", out);
        write_quoted(out, codes->name);
    } else {
        fprintf(out, "money: {currency: %s", told ? currency_print(told, code) : "XXX");
    }
    if (c->symbol.len) {
        fputs(", symbol: ", out);
        write_quoted(out, c->symbol);
    }
    fprintf(out, ", decimal: \"%c\"", c->style.decimal);
    if (c->style.group)
        fprintf(out, ", group: \"%c\"", c->style.group);
    if (c->at_most.len) {
        fputs(", at_most: [", out);
        write_quoted(out, c->at_most);
        fputs("]", out);
    }
    fputs("}", out);
    if (!codes && !told)
        write_unsure(d, "   ", "nothing tells the currency; put its code in place of XXX");
    else if (!codes && !own)
        write_unsure(d, "   ", "the file does not tell the currency; this is the jurisdiction's");
    if (c->style_unsure)
        write_unsure(d, "   ", "is the comma for thousands or for decimals?");
    fputc('\n', out);
}

/* --- fields --- */

static bool is_country(const struct field *f)
{
    return f->type == TYPE_COUNTRY || f->type == TYPE_COUNTRIES;
}

/* Which code a cell means, by lawbase/header-words.yaml; empty: none that is known. */
static struct text code_for(struct draft *d, const struct field *f, struct text cell)
{
    struct text last = f->path;
    for (size_t at; (at = text_find(last, '.')) < last.len;)
        last = text_slice(last, at + 1, last.len);
    const struct node *codes = node_find(d->options->words, "codes");
    const char *key = f->type == TYPE_BOOL ? "bool"
                      : is_country(f)      ? "country"
                                           : arena_copy(&d->arena, last).at;
    const struct node *words = codes ? node_find(codes, key) : NULL;
    struct text best = draft_best(&d->arena, draft_plain_name(&d->arena, cell), words, 1);
    if (!best.len && field_has_code(f, cell))
        return cell;
    return best;
}

static void write_codes(struct draft *d, FILE *out, const struct match *m,
                        const struct column_sample *c)
{
    bool countries = is_country(m->field);
    fputs("    codes:\n", out);
    for (size_t i = 0; i < c->value_count; i++) {
        struct text code = code_for(d, m->field, c->values[i]), found;
        if (countries && country_find(c->values[i], &found))
            continue;
        fputs("      ", out);
        write_quoted(out, c->values[i]);
        if (code.len)
            fprintf(out, ": \"%.*s\"\n", TEXT_ARG(code));
        else
            write_unsure(d, ": unknown   ", "which code does it mean?\n");
    }
    fputs(countries ? "    others: try\n" : "    others: unknown\n", out);
}

static bool says_no(struct draft *d, struct text cell)
{
    const struct node *codes = node_find(d->options->words, "codes");
    return text_equal(draft_best(&d->arena, draft_plain_name(&d->arena, cell),
                                 codes ? node_find(codes, "bool") : NULL, DRAFT_EXACT),
                      TEXT("no"));
}

/* Words in a column of days: a "no" says that there is none; others are asked about, and until then
 * their rows are unreadable rather than wrong. */
static void write_asides(struct draft *d, FILE *out, const struct column_sample *c)
{
    bool no = true;
    for (size_t i = 0; i < c->aside_count; i++)
        no &= says_no(d, c->asides[i]);
    if (no)
        fputs(", absent: [", out);
    else
        write_unsure(d, "}   ", "no days; absent: [...] if they say so, else unknown: [...]: ");
    for (size_t i = 0; i < c->aside_count; i++) {
        fputs(i ? ", " : "", out);
        write_quoted(out, c->asides[i]);
    }
    fputs(no ? "]}" : "", out);
}

static void write_field(struct draft *d, FILE *out, const struct match *m)
{
    const struct column_sample *c = column_of(d, m);
    const struct column_sample *dates = first_of(d, TYPE_DATE);
    bool countries = is_country(m->field);
    bool coded = m->field->type == TYPE_CODE ||
                 (m->field->type == TYPE_BOOL && c->shape != SHAPE_BOOL) ||
                 (countries &&
                  (c->shape != SHAPE_COUNTRY || (m->field->type == TYPE_COUNTRY && c->separator)));
    if (m->unsure)
        write_unsure(d, "  ",
                     m->score ? "its name fits only in part\n"
                              : "by its values alone; its name is not known\n");
    fprintf(out, "  %.*s:%s", TEXT_ARG(m->field->path), coded ? "\n    column: " : " ");
    if (coded) {
        write_quoted(out, c->name);
        fputc('\n', out);
        write_codes(d, out, m, c);
        return;
    }
    bool own_dates = m->field->type == TYPE_DATE && !text_equal(c->dates, dates->dates);
    bool asides = m->field->type == TYPE_DATE && c->aside_count;
    if (own_dates || asides || countries)
        fputs("{column: ", out);
    write_quoted(out, c->name);
    if (own_dates)
        fprintf(out, ", dates: %.*s", TEXT_ARG(c->dates));
    if (asides)
        write_asides(d, out, c);
    else if (own_dates)
        fputc('}', out);
    if (countries && c->separator && c->separator != ';')
        fprintf(out, ", separator: \"%c\"", c->separator);
    if (countries)
        fputs(", others: read}", out);
    fputc('\n', out);
}

/* --- what no column says --- */

/* "Party" above the names of recipients tells their kind. */
static bool write_kind_of(struct draft *d, FILE *out, const struct field *kind)
{
    struct text path = kind->path;
    size_t dot = text_find(path, '.');
    if (kind->type != TYPE_CODE || dot == path.len ||
        !text_equal(text_slice(path, dot, path.len), TEXT(".kind")))
        return false;
    struct text name = arena_format(&d->arena, "%.*s.name", TEXT_ARG(text_slice(path, 0, dot)));
    const struct field *f = record_field(d->record, name);
    const struct match *m = f ? draft_matched(d->matches, d->match_count, f, SIZE_MAX) : NULL;
    const struct node *codes = node_find(d->options->words, "codes");
    if (!m || draft_matched(d->matches, d->match_count, kind, SIZE_MAX))
        return false;
    struct text column = column_of(d, m)->name,
                code = draft_best(&d->arena, draft_plain_name(&d->arena, column),
                                  codes ? node_find(codes, "kind") : NULL, DRAFT_EXACT);
    if (!code.len || !field_has_code(kind, code))
        return false;
    fprintf(out, "  %.*s: {constant: %.*s}   ", TEXT_ARG(path), TEXT_ARG(code));
    write_unsure(d, "", "for all rows, by the name of the column ");
    write_quoted(out, column);
    fputc('\n', out);
    return true;
}

/* Proposed, but not said: a comment takes nothing for granted. */
static void write_constants(struct draft *d, FILE *out)
{
    const struct node *all = node_find(d->options->words, "constants"), *own = NULL;
    bool any = false;
    if (all)
        own = node_find(all, arena_copy(&d->arena, d->record->name).at);
    for (size_t i = 0; i < d->record->field_count; i++) {
        const struct field *f = &d->record->fields[i];
        const struct node *value = own ? node_find(own, arena_copy(&d->arena, f->path).at) : NULL;
        if (draft_matched(d->matches, d->match_count, f, SIZE_MAX) || write_kind_of(d, out, f) ||
            !value)
            continue;
        if (!any)
            fputs("  # No column says these. What holds for every row can be said here; take the # "
                  "away:\n",
                  out);
        any = true;
        fprintf(out, "  # %.*s: {constant: ", TEXT_ARG(f->path));
        write_quoted(out, value->text);
        fputs("}\n", out);
    }
}

/* The first characters of a long value. */
static void write_start(FILE *out, struct text t)
{
    size_t len = 0;
    for (size_t count = 0; len < t.len; len++)
        if (((unsigned char)t.at[len] & 0xC0) != 0x80 && count++ == SHOWN_CHARACTERS)
            break;
    text_show(out, text_slice(t, 0, len));
    fputs(len < t.len ? "..." : "", out);
}

static void write_unmapped(struct draft *d, FILE *out)
{
    bool any = false;
    for (size_t i = 0; i < d->sample->column_count; i++) {
        const struct column_sample *c = &d->sample->columns[i];
        if (draft_matched(d->matches, d->match_count, NULL, i))
            continue;
        if (!any)
            fputs("# Columns that are not mapped, with some of their values:\n", out);
        any = true;
        fputs("#   ", out);
        text_show(out, c->name);
        fputs(c->value_count ? ":" : " (always empty)", out);
        for (size_t k = 0; k < c->value_count && k < SHOWN_VALUES; k++) {
            fputs(k ? " | " : " ", out);
            write_start(out, c->values[k]);
        }
        fputc('\n', out);
    }
}

/* What the draft reads in the first row, for whoever looks at it to confirm; false: nothing that is
 * worth it. */
static bool write_expected(struct draft *d, const struct match *m, const char *before)
{
    const struct column_sample *c = column_of(d, m);
    struct value v = {.type = m->field->type, .knowledge = VALUE_KNOWN};
    struct text cell = c->filled == d->sample->rows && c->filled ? c->values[0] : TEXT("");
    const struct column_sample *codes;
    currency own;
    day on;
    if (!cell.len)
        return false;
    switch (m->field->type) {
    case TYPE_TEXT:
        fprintf(d->out, "%s%.*s: ", before, TEXT_ARG(m->field->path));
        write_quoted(d->out, cell);
        return true;
    case TYPE_DATE:
        if (!day_read_pattern(cell, c->dates, &on))
            return false;
        v.number = on;
        break;
    case TYPE_MONEY:
        v.currency = currency_told(d, c, &own, &codes);
        if (codes && codes->filled == d->sample->rows)
            currency_find(codes->values[0], &v.currency);
        if (!v.currency || !decimal_read(cell, c->style, currency_digits(v.currency), &v.number))
            return false;
        break;
    default:
        return false;
    }
    fprintf(d->out, "%s%.*s: %.*s", before, TEXT_ARG(m->field->path),
            TEXT_ARG(value_print(&d->arena, &v)));
    return true;
}

/* Whether a block of indented lines holds the text as it is. */
static bool fits_block(struct text t)
{
    bool fits = t.len && t.at[0] != ' ' && t.at[0] != '\n';
    for (size_t len; fits && t.len; t = text_slice(t, len, t.len))
        fits = !is_escaped(character_of(t, &len)) && !text_starts(t, TEXT("\n\n"));
    return fits;
}

static void write_sample(struct text t, FILE *out)
{
    struct text line;
    if (!fits_block(t)) {
        fputs("    input: ", out);
        write_quoted(out, t);
        fputc('\n', out);
        return;
    }
    fputs("    input: |\n", out);
    while (text_next(&t, '\n', &line))
        if (line.len) {
            fputs("      ", out);
            fwrite(line.at, 1, line.len, out);
            fputc('\n', out);
        }
}

/* A test to begin with: what the first row says, as the draft reads it. */
static void write_test(struct draft *d, FILE *out)
{
    bool any = false;
    fputs("tests:\n  - name: the first row\n", out);
    write_sample(d->sample->first, out);
    fputs("    # Does the row say that? Add what else it says.\n    expect:\n      - {", out);
    for (size_t i = 0; i < d->match_count; i++)
        any |= write_expected(d, &d->matches[i], any ? ", " : "");
    fputs("}\n", out);
}

/* The draft itself mostly goes into a file. */
static void tell_unsure(const struct draft *d, struct diags *diags)
{
    struct place place = {.file = d->options->file};
    if (d->unsure)
        diag_at(diags, DIAG_NOTE, place, "draft-unsure", TEXT("look for UNSURE in it"), TEXT(""),
                "%zu of its lines %s", d->unsure, d->unsure == 1 ? "is a guess" : "are guesses");
}

bool format_draft(struct diags *diags, const struct draft_options *o, const struct sample *s,
                  FILE *out)
{
    struct draft d = {.arena = ARENA("draft"), .options = o, .sample = s, .out = out};
    bool ok = draft_choose(&d);
    if (ok) {
        write_head(&d, out);
        write_header_names(&d, out);
        write_rows(&d, out);
        write_dates(&d, out);
        write_money(&d, out);
        fputs("fields:\n", out);
        for (size_t i = 0; i < d.match_count; i++)
            write_field(&d, out, &d.matches[i]);
        write_constants(&d, out);
        write_unmapped(&d, out);
        write_test(&d, out);
        tell_unsure(&d, diags);
    } else {
        diag_at(diags, DIAG_ERROR, (struct place){.file = o->file}, "draft-unknown-header",
                TEXT("write a format by hand: lawbase/formats has examples, "
                     "lawbase/header-words.yaml the known names"),
                TEXT(""), "no column has a name that is known");
    }
    arena_free(&d.arena);
    return ok;
}
