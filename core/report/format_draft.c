/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/country.h"
#include "report/draft_match.h"

enum { SHOWN_VALUES = 3 };

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
          "#   scrutineer check --format-in THIS.yaml FILE\n"
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
        fputs("# jurisdiction: am   # by whose law these filings are judged\n", out);
    fprintf(out, "record: %.*s\nkind: csv\n", TEXT_ARG(d->record->name));
    if (s->delimiter != ',')
        fprintf(out, "delimiter: \"%s\"\n",
                s->delimiter == '\t' ? "\\t" : (char[]){s->delimiter, 0});
    if (!text_equal(s->encoding, TEXT("utf-8")))
        fprintf(out, "encoding: [utf-8, %.*s]%s\n", TEXT_ARG(s->encoding),
                s->encoding_unsure
                    ? "   # UNSURE: look at a name with an accent or in another script"
                    : "");
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

static void write_dates(struct draft *d, FILE *out)
{
    const struct column_sample *c = first_of(d, TYPE_DATE);
    if (!c)
        return;
    fprintf(out, "dates: %.*s", TEXT_ARG(c->dates));
    if (c->other_dates.len)
        fprintf(out, "   # UNSURE: all days fit %.*s as well", TEXT_ARG(c->other_dates));
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

static void write_money(struct draft *d, FILE *out)
{
    const struct column_sample *c = first_of(d, TYPE_MONEY);
    char code[CURRENCY_TEXT_SIZE];
    if (!c)
        return;
    currency told = c->currency ? c->currency : d->options->currency;
    const struct column_sample *codes = c->currency ? NULL : find_currencies(d);
    if (codes) {
        fputs("money: {currency_column: ", out);
        write_quoted(out, codes->name);
        told = c->currency;
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
        fputs("   # UNSURE: nothing tells the currency; put its code in place of XXX", out);
    else if (!codes && !c->currency)
        fputs("   # UNSURE: the file does not tell the currency; this is the jurisdiction's", out);
    if (c->style_unsure)
        fputs("   # UNSURE: is the comma for thousands or for decimals?", out);
    fputc('\n', out);
}

/* --- fields --- */

/* Which code a cell means, by lawbase/header-words.yaml; empty: none that is known. */
static struct text code_for(struct draft *d, const struct field *f, struct text cell)
{
    struct text last = f->path;
    for (size_t at; (at = text_find(last, '.')) < last.len;)
        last = text_slice(last, at + 1, last.len);
    const struct node *codes = node_find(d->options->words, "codes");
    bool country = f->type == TYPE_COUNTRY || f->type == TYPE_COUNTRIES;
    const char *key = f->type == TYPE_BOOL ? "bool"
                      : country            ? "country"
                                           : arena_copy(&d->arena, last).at;
    const struct node *words = codes ? node_find(codes, key) : NULL;
    struct text best = TEXT("");
    int score = 0;
    for (size_t i = 0; words && i < words->count; i++) {
        int n = draft_score(&d->arena, draft_plain_name(&d->arena, cell), words->items[i]);
        if (n > score) {
            score = n;
            best = words->keys[i];
        }
    }
    if (!best.len && field_has_code(f, cell))
        return cell;
    return best;
}

static void write_codes(struct draft *d, FILE *out, const struct match *m,
                        const struct column_sample *c)
{
    bool countries = m->field->type == TYPE_COUNTRY || m->field->type == TYPE_COUNTRIES;
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
            fputs(": unknown   # UNSURE: which code does it mean?\n", out);
    }
    fputs(countries ? "    others: try\n" : "    others: unknown\n", out);
}

static void write_field(struct draft *d, FILE *out, const struct match *m)
{
    const struct column_sample *c = column_of(d, m);
    const struct column_sample *dates = first_of(d, TYPE_DATE);
    bool countries = m->field->type == TYPE_COUNTRY || m->field->type == TYPE_COUNTRIES;
    bool coded = m->field->type == TYPE_CODE ||
                 (m->field->type == TYPE_BOOL && c->shape != SHAPE_BOOL) ||
                 (countries && c->shape != SHAPE_COUNTRY);
    if (m->unsure)
        fprintf(out, "  # UNSURE: %s\n",
                m->score ? "its name fits only in part"
                         : "by its values alone; its name is not known");
    fprintf(out, "  %.*s:%s", TEXT_ARG(m->field->path), coded ? "\n    column: " : " ");
    if (coded) {
        write_quoted(out, c->name);
        fputc('\n', out);
        write_codes(d, out, m, c);
        return;
    }
    bool own_dates = m->field->type == TYPE_DATE && !text_equal(c->dates, dates->dates);
    if (own_dates || countries)
        fputs("{column: ", out);
    write_quoted(out, c->name);
    if (own_dates)
        fprintf(out, ", dates: %.*s}", TEXT_ARG(c->dates));
    if (countries)
        fputs(", others: read}", out);
    fputc('\n', out);
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
            text_show(out,
                      text_slice(c->values[k], 0, c->values[k].len < 40 ? c->values[k].len : 40));
        }
        fputc('\n', out);
    }
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

/* A test to begin with: the first row gives one record, with the text of one column as it stands.
 */
static void write_test(struct draft *d, FILE *out)
{
    fputs("tests:\n  - name: the first row\n", out);
    write_sample(d->sample->first, out);
    fputs("    expect:\n      - {", out);
    for (size_t i = 0; i < d->match_count; i++)
        if (d->matches[i].field->type == TYPE_TEXT && column_of(d, &d->matches[i])->value_count &&
            column_of(d, &d->matches[i])->filled == d->sample->rows) {
            fprintf(out, "%.*s: ", TEXT_ARG(d->matches[i].field->path));
            write_quoted(out, column_of(d, &d->matches[i])->values[0]);
            break;
        }
    fputs("}   # add what else it must say\n", out);
}

bool format_draft(struct diags *diags, const struct draft_options *o, const struct sample *s,
                  FILE *out)
{
    struct draft d = {.arena = ARENA("draft"), .options = o, .sample = s};
    bool ok = draft_choose(&d);
    if (ok) {
        write_head(&d, out);
        write_header_names(&d, out);
        write_dates(&d, out);
        write_money(&d, out);
        fputs("fields:\n", out);
        for (size_t i = 0; i < d.match_count; i++)
            write_field(&d, out, &d.matches[i]);
        fputs("  # What holds for every row can be said once, like: recipient.kind: {constant: "
              "party}\n",
              out);
        write_unmapped(&d, out);
        write_test(&d, out);
    } else {
        diag_at(diags, DIAG_ERROR, (struct place){.file = o->file}, "draft-unknown-header",
                TEXT("write a format by hand: lawbase/formats has examples, "
                     "lawbase/header-words.yaml the known names"),
                TEXT(""), "no column has a name that is known");
    }
    arena_free(&d.arena);
    return ok;
}
