/* SPDX-License-Identifier: Apache-2.0
 *
 * Reading a filing whole, and what must hold of it: what was read and what was not adds up, records
 * written out are the same records when they are read again, and reading column by column, many
 * rows at a time, gives the records and messages that reading row by row does, a few at a time.
 */
#include <config.h>

#include "filing/columns.h"
#include "report/records.h"
#include "target.h"

/* Holds every input whole; less to make ready than the usual size. */
enum { ENOUGH = 1 << 16 };

struct reading {
    const struct input_options *options;
    bool row_by_row;
    struct record_writer writer;
    bool one_format; /* CSV: all tables had the same columns */
    bool json;       /* some table is */
    size_t tables;
    uint64_t records; /* of all tables */
    uint64_t unreadable;
    struct arena arena;
    struct text formats; /* "am.donations 0;": by table, with the rows above the header */
    struct text sums; /* "donation 3 1 AMD 5 5;": by table and type, without those that have none */
};

static void add_sum(struct reading *r, const struct record_counts *t)
{
    r->sums = arena_format(&r->arena, "%.*s%.*s %zu %zu", TEXT_ARG(r->sums),
                           TEXT_ARG(t->record->name), (size_t)t->records, (size_t)t->memos);
    for (size_t k = 0; k < t->total_count; k++) {
        char code[CURRENCY_TEXT_SIZE], least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
        r->sums = arena_format(&r->arena, "%.*s %s %s %s", TEXT_ARG(r->sums),
                               currency_print(t->totals[k].currency, code),
                               sum_print_amount(t->totals[k].least, t->totals[k].currency, least),
                               sum_print_amount(t->totals[k].most, t->totals[k].currency, most));
    }
    r->sums = arena_format(&r->arena, "%.*s;", TEXT_ARG(r->sums));
}

/* In the vocabulary's order: formats have their own. */
static void add_sums(struct reading *r, const struct input_counts *c)
{
    const struct vocabulary *v = session_loaded()->vocabulary;
    for (size_t k = 0; k < v->record_count; k++)
        for (size_t i = 0; i < c->type_count; i++)
            if (c->types[i].record == &v->records[k] && c->types[i].records)
                add_sum(r, &c->types[i]);
}

static void read_table(struct reading *r, struct input *in)
{
    struct batch *b;
    uint64_t good = 0, bad = 0;
    r->one_format = records_begin(&r->writer, input_format(in)) && r->one_format;
    while ((b = input_next(in)) != NULL) {
        MUST(b->count > 0, "an empty batch was handed out");
        for (size_t row = 0; row < b->count; row++) {
            good += !b->unreadable[row];
            bad += b->unreadable[row];
        }
        if (r->one_format)
            records_write(&r->writer, b);
    }
    struct input_counts c = input_counts(in);
    uint64_t of_types = 0;
    for (size_t i = 0; i < c.type_count; i++)
        of_types += c.types[i].records;
    MUST(good == c.records, "%zu rows handed out, %zu counted", (size_t)good, (size_t)c.records);
    MUST(of_types == c.records, "%zu by type, %zu counted", (size_t)of_types, (size_t)c.records);
    MUST(bad <= c.unreadable, "%zu unreadable handed out, %zu counted", (size_t)bad,
         (size_t)c.unreadable);
    r->formats = arena_format(&r->arena, "%.*s%.*s %zu;", TEXT_ARG(r->formats),
                              TEXT_ARG(in->format->name), in->skipped);
    r->json |= in->kind == FORMAT_NDJSON;
    r->tables++;
    r->records += c.records;
    r->unreadable += c.unreadable;
    add_sums(r, &c);
}

static void read_tables(struct reading *r, struct diags *d, const char *path)
{
    struct filing *f = filing_open(d, r->options, path);
    struct input *in;
    while (f && (in = filing_next(f)) != NULL) {
        if (r->row_by_row) {
            columns_free(in->columns);
            in->columns = NULL;
        }
        read_table(r, in);
        input_close(in);
    }
    filing_free(f);
}

/* What was written out, and what was said. */
struct told {
    struct reading reading;
    struct text records, messages;
};

enum way { AS_NDJSON = 0, AS_CSV = 1, ROW_BY_ROW = 2 };

static struct told read_file(const struct input_options *o, const char *path, unsigned way)
{
    struct told out = {{.options = o, .one_format = true, .arena = ARENA("sums")}, {0}, {0}};
    struct reading *r = &out.reading;
    char *records, *messages;
    struct diags d;
    diags_init(&d);
    r->row_by_row = way & ROW_BY_ROW;
    r->writer = (struct record_writer){.out = open_memstream(&records, &out.records.len),
                                       .csv = way & AS_CSV,
                                       .arena = ARENA("columns"),
                                       .values = ARENA("record")};
    read_tables(r, &d, path);
    fclose(r->writer.out);
    records_free(&r->writer);
    FILE *said = open_memstream(&messages, &out.messages.len);
    diags_print(&d, said, true);
    fclose(said);
    diags_free(&d);
    out.records.at = records;
    out.messages.at = messages;
    return out;
}

static void told_free(struct told *o)
{
    free((char *)(uintptr_t)o->records.at);
    free((char *)(uintptr_t)o->messages.at);
    arena_free(&o->reading.arena);
}

static void must_be_read_again(const struct told *o, enum way way)
{
    struct input_options again = INPUT_OPTIONS(o->reading.options->formats);
    const struct reading *a = &o->reading;
    again.block = ENOUGH;
    again.batch_rows = 16;
    if (a->records == 0 || !a->one_format)
        return;
    struct told other = read_file(&again, file_in_memory(3, o->records), way);
    const struct reading *b = &other.reading;
    MUST(b->unreadable == 0 && a->records == b->records,
         "%zu records\n%.*s\nread again %zu and %zu not\n%.*s", (size_t)a->records,
         TEXT_ARG(o->records), (size_t)b->records, (size_t)b->unreadable, TEXT_ARG(other.messages));
    /* As CSV a column that holds nothing in any row is written all the same. */
    MUST(way == AS_CSV || text_equal(o->records, other.records), "records\n%.*sread again\n%.*s",
         TEXT_ARG(o->records), TEXT_ARG(other.records));
    /* The tables of a workbook or an archive are one when they are written out. */
    MUST(a->tables > 1 || text_equal(a->sums, b->sums), "sums %.*s\nread again %.*s",
         TEXT_ARG(a->sums), TEXT_ARG(b->sums));
    told_free(&other);
}

/* What a table is taken for depends on how many of its first bytes one sees. */
static bool tells_what_it_is(const struct told *t)
{
    static const char *const codes[] = {"[filing-wrong-kind]", "[filing-unknown-format]",
                                        "[filing-bad-header]"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (memmem(t->messages.at, t->messages.len, codes[i], strlen(codes[i])))
            return true;
    return false;
}

static void must_be_same(const struct told *a, const struct told *b, const char *how)
{
    MUST(text_equal(a->records, b->records), "records\n%.*s\n%s\n%.*s", TEXT_ARG(a->records), how,
         TEXT_ARG(b->records));
    MUST(text_equal(a->messages, b->messages), "messages\n%.*s\n%s\n%.*s", TEXT_ARG(a->messages),
         how, TEXT_ARG(b->messages));
    MUST(text_equal(a->reading.sums, b->reading.sums), "sums %.*s\n%s %.*s",
         TEXT_ARG(a->reading.sums), how, TEXT_ARG(b->reading.sums));
}

/* Of a window that is too small the format may be another; of JSON the first two lines are looked
 * at. */
static bool looks_same(const struct told *a, const struct told *b, bool json)
{
    return !json && a->reading.tables && text_equal(a->reading.formats, b->reading.formats);
}

void read_and_compare(const char *path, const struct reading_options *r)
{
    const struct scr_session *s = session_loaded();
    struct input_options o = INPUT_OPTIONS(&s->formats), few, small;
    o.forced = format_find(&s->formats, r->format);
    o.encoding = r->encoding;
    o.block = ENOUGH;
    o.batch_rows = 16;
    few = small = o;
    few.batch_rows = 3;
    small.block = 700;
    struct told plain = read_file(&o, path, AS_NDJSON), rows = read_file(&few, path, ROW_BY_ROW),
                csv = read_file(&small, path, AS_CSV), cut = read_file(&small, path, AS_NDJSON);
    must_be_same(&plain, &rows, "row by row");
    if (looks_same(&plain, &cut, plain.reading.json) && !tells_what_it_is(&plain) &&
        !tells_what_it_is(&cut))
        must_be_same(&plain, &cut, "in small blocks");
    must_be_read_again(&plain, AS_NDJSON);
    must_be_read_again(&csv, AS_CSV);
    told_free(&plain);
    told_free(&rows);
    told_free(&csv);
    told_free(&cut);
}
