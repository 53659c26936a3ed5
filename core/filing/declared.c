/* SPDX-License-Identifier: Apache-2.0
 *
 * What the cover of a filing declares, held against the rows that were read. Filers err, and files
 * are cut: it is told, and nothing else follows from it.
 */
#include <config.h>

#include "filing/opened.h"

void declared_begin(struct input *in)
{
    in->sums = arena_array(&in->arena, in->format->declaration_count, struct declared_sum);
}

void declared_add(struct input *in, const struct batch *b, size_t row)
{
    for (size_t i = 0; i < in->format->declaration_count; i++) {
        struct declared_sum *s = &in->sums[i];
        if (!(in->row.layout->declares & (1u << i)) || batch_is_memo(b, row))
            continue;
        s->rows++;
        s->unreadable += b->unreadable[row];
        if (b->unreadable[row] || b->record->amount == SIZE_MAX)
            continue;
        struct value v = batch_value(b, row, b->record->amount);
        if (v.knowledge == VALUE_KNOWN)
            total_add(&s->total, v.number, value_most(&v));
    }
}

static void report_sum(struct input *in, const struct declaration *d, const struct declared_sum *s,
                       const struct declared_cell *cover)
{
    const struct format *f = in->format;
    int64_t minor;
    char declared[MONEY_TEXT_SIZE], read[MONEY_TEXT_SIZE], code[CURRENCY_TEXT_SIZE];
    if (!decimal_read(text_trim(cover->cell), f->style, currency_digits(f->currency), &minor))
        return; /* the cover's own record tells that it cannot be read, if the format reads it */
    if (s->unreadable || s->total.least == minor || (d->in_part && s->total.least < minor))
        return;
    diag_at(in->diags, DIAG_WARNING, (struct place){.file = in->path, .line = cover->line},
            "filing-declared-sum", TEXT("was the file cut, or does the filing err?"), TEXT(""),
            "the cover declares %s %s%s (%.*s), the %llu rows for it add up to %s",
            currency_print(f->currency, code), d->in_part ? "no more than " : "",
            sum_print_amount(minor, f->currency, declared), TEXT_ARG(cover->column),
            (unsigned long long)s->rows, sum_print_amount(s->total.least, f->currency, read));
}

void declared_report(struct input *in)
{
    for (size_t i = 0; i < in->format->declaration_count; i++) {
        struct declared_cell cover = fec_declared(in->fec, i);
        if (text_trim(cover.cell).len)
            report_sum(in, &in->format->declarations[i], &in->sums[i], &cover);
    }
}
