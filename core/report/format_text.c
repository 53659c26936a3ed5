/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/format_text.h"

enum { MOST_FITS = 5 };

static void label(FILE *out, const char *name)
{
    fprintf(out, "  %-14s", name);
}

static void list_texts(FILE *out, const char *name, const struct text *texts, size_t count)
{
    if (!count)
        return;
    label(out, name);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%.*s", i ? ", " : "", TEXT_ARG(texts[i]));
    fputc('\n', out);
}

void format_print_line(const struct format *f, FILE *out)
{
    fprintf(out, "%-36.*s %-7s %.*s\n", TEXT_ARG(f->name), format_kind_name(f->kind),
            TEXT_ARG(f->title));
}

/* --- one format --- */

static struct text source_of(struct arena *a, const struct mapping *m)
{
    struct text out = TEXT("");
    if (m->is_constant)
        return arena_format(a, "always %.*s", TEXT_ARG(value_print(a, &m->constant)));
    if (m->like)
        out = TEXT("a column by its name's pattern");
    for (size_t i = 0; i < m->column_count; i++)
        out = arena_format(a, "%.*s%s\"%.*s\"", TEXT_ARG(out), i ? " + " : "",
                           TEXT_ARG(m->columns[i]));
    if (m->upper.len)
        out = arena_format(a, "%.*s to \"%.*s\"", TEXT_ARG(out), TEXT_ARG(m->upper));
    if (m->code_count)
        out = arena_format(a, "%.*s, %zu codes", TEXT_ARG(out), m->code_count);
    if (m->rounded)
        out = arena_format(a, "%.*s, off by up to %lld", TEXT_ARG(out), (long long)m->rounded);
    return out;
}

/* A field of codes without a list of its own takes the vocabulary's. */
static void print_codes(FILE *out, const struct mapping *m)
{
    if (m->field->type != TYPE_CODE || m->code_count || m->is_constant)
        return;
    fprintf(out, "    %-24s    one of: ", "");
    for (size_t i = 0; i < m->field->code_count; i++)
        fprintf(out, "%s%.*s", i ? ", " : "", TEXT_ARG(m->field->codes[i]));
    fputc('\n', out);
}

static void print_part(FILE *out, const struct part *p)
{
    struct arena a = ARENA("mappings");
    fprintf(out, "\n  %.*s", TEXT_ARG(p->record->name));
    for (size_t i = 0; i < p->selector_count; i++)
        fprintf(out, "%s\"%.*s\"", i ? ", " : " from rows chosen by ",
                TEXT_ARG(p->selectors[i].column));
    fputc('\n', out);
    for (size_t i = 0; i < p->mapping_count; i++) {
        const struct mapping *m = &p->mappings[i];
        bool again = i && m->field == p->mappings[i - 1].field;
        struct text source = source_of(&a, m);
        if (again)
            fprintf(out, "    %-24s or %.*s\n", "", TEXT_ARG(source));
        else
            fprintf(out, "    %-24.*s <- %-28.*s  %s: %.*s\n", TEXT_ARG(m->field->path),
                    TEXT_ARG(source), type_name(m->field->type), TEXT_ARG(m->field->doc));
        print_codes(out, m);
    }
    arena_free(&a);
}

/* What the format's first test reads. */
static void print_example(FILE *out, const struct format *f)
{
    struct text line, input = TEXT("");
    if (f->tests && f->tests->count && f->kind != FORMAT_FEC)
        input = node_text(f->tests->items[0], "input");
    if (input.len)
        fputs("\n  example\n", out);
    while (text_next(&input, '\n', &line))
        if (line.len) {
            fputs("    ", out);
            text_show(out, line);
            fputc('\n', out);
        }
}

void format_print(const struct format *f, FILE *out)
{
    fprintf(out, "%.*s: %.*s\n", TEXT_ARG(f->name), TEXT_ARG(f->title));
    if (f->note.len)
        fprintf(out, "  %.*s\n", TEXT_ARG(f->note));
    label(out, "kind");
    fprintf(out, "%s\n", format_kind_name(f->kind));
    list_texts(out, "encoding", f->encodings, f->encoding_count);
    list_texts(out, "law of", &f->jurisdiction, f->jurisdiction.len > 0);
    list_texts(out, "recognised by", f->header, f->header_count);
    list_texts(out, "columns", f->columns, f->column_count);
    label(out, "dates");
    fprintf(out, "%.*s\n", TEXT_ARG(f->dates));
    list_texts(out, "currency in", &f->currency_column, f->currency_column.len > 0);
    for (size_t i = 0; i < f->part_count; i++)
        print_part(out, &f->parts[i]);
    print_example(out, f);
}

/* --- fits --- */

void format_print_fits(struct text file, const struct fits *fits, FILE *out)
{
    text_show(out, file);
    fputs(fits->count ? ":\n"
                      : ": no format has a column of it; `scrutineer format new` drafts one\n",
          out);
    for (size_t i = 0; i < fits->count && i < MOST_FITS; i++) {
        const struct fit *f = &fits->items[i];
        bool whole = f->present == f->needed;
        fprintf(out, "  %-8s %-36.*s %zu of %zu", whole ? "fits" : "lacks",
                TEXT_ARG(f->format->name), f->present, f->needed);
        if (!whole && f->lacking.len)
            fprintf(out, ", not: %.*s", TEXT_ARG(f->lacking));
        fputc('\n', out);
    }
}
