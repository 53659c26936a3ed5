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

static void print_source(FILE *out, const struct mapping *m)
{
    struct arena a = ARENA("mapping");
    if (m->is_constant)
        fprintf(out, "always %.*s", TEXT_ARG(value_print(&a, &m->constant)));
    else if (m->like)
        fputs("a column by its name's pattern", out);
    for (size_t i = 0; i < m->column_count; i++)
        fprintf(out, "%s\"%.*s\"", i ? " + " : "", TEXT_ARG(m->columns[i]));
    if (m->upper.len)
        fprintf(out, " to \"%.*s\"", TEXT_ARG(m->upper));
    if (m->code_count)
        fprintf(out, ", %zu codes", m->code_count);
    if (m->rounded)
        fprintf(out, ", off by up to %lld", (long long)m->rounded);
    arena_free(&a);
}

static void print_part(FILE *out, const struct part *p)
{
    fprintf(out, "\n  %.*s", TEXT_ARG(p->record->name));
    for (size_t i = 0; i < p->selector_count; i++)
        fprintf(out, "%s\"%.*s\"", i ? ", " : " from rows chosen by ",
                TEXT_ARG(p->selectors[i].column));
    fputc('\n', out);
    for (size_t i = 0; i < p->mapping_count; i++) {
        bool again = i && p->mappings[i].field == p->mappings[i - 1].field;
        fprintf(out, "    %-24.*s %s ", TEXT_ARG(again ? TEXT("") : p->mappings[i].field->path),
                again ? "or" : "<-");
        print_source(out, &p->mappings[i]);
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
    for (size_t i = 0; i < f->part_count; i++)
        print_part(out, &f->parts[i]);
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
