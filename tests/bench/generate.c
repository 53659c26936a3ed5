/* SPDX-License-Identifier: Apache-2.0
 *
 * Writes contributions of invented people, of any number, as CSV, NDJSON or a .fec filing. The same
 * numbers of rows and donors and the same seed give the same bytes, and the same records in CSV and
 * in NDJSON. Uses nothing of the program that it is there to test.
 * The number of donors is a tenth of that of rows unless told.
 */
#include <config.h>

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "contribution.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- out --- */

struct sink {
    char bytes[1 << 20];
    size_t len;
    uint64_t written; /* before those */
};

/* A row is far below a quarter of the sink; it is emptied between rows only. */
static bool sink_flush(struct sink *s, size_t room)
{
    if (sizeof s->bytes - s->len >= room)
        return true;
    s->written += s->len;
    bool ok = fwrite(s->bytes, 1, s->len, stdout) == s->len;
    s->len = 0;
    return ok;
}

static void sink_put(struct sink *s, const char *text)
{
    s->len = (size_t)(stpcpy(s->bytes + s->len, text) - s->bytes);
}

/* With quotes around it when it needs them. */
static void sink_put_cell(struct sink *s, const char *text, size_t len)
{
    char *out = s->bytes + s->len;
    if (strcspn(text, ",\"\n") == len) {
        memcpy(out, text, len);
        s->len += len;
        return;
    }
    *out++ = '"';
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '"')
            *out++ = '"';
        *out++ = text[i];
    }
    *out++ = '"';
    s->len = (size_t)(out - s->bytes);
}

static void sink_put_string(struct sink *s, const char *text, size_t len)
{
    char *out = s->bytes + s->len;
    *out++ = '"';
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '"' || text[i] == '\n')
            *out++ = '\\';
        *out++ = text[i] == '\n' ? 'n' : text[i];
    }
    *out++ = '"';
    s->len = (size_t)(out - s->bytes);
}

/* --- the three kinds of file --- */

static void csv_begin(struct sink *s, const struct generator *g)
{
    (void)g;
    for (size_t i = 0; i < FIELDS; i++) {
        sink_put(s, i ? "," : "");
        sink_put(s, fields[i].column);
    }
    sink_put(s, "\n");
}

static void csv_row(struct sink *s, const struct generator *g, const struct contribution *row)
{
    char text[TEXT_MAX];
    for (size_t i = 0; i < FIELDS; i++) {
        char *end = fields[i].write(g, row, text);
        *end = '\0';
        s->bytes[s->len] = ',';
        s->len += i > 0;
        sink_put_cell(s, text, (size_t)(end - text));
    }
    sink_put(s, "\n");
}

static void ndjson_begin(struct sink *s, const struct generator *g)
{
    (void)s;
    (void)g;
}

static void ndjson_row(struct sink *s, const struct generator *g, const struct contribution *row)
{
    char text[TEXT_MAX];
    const char *open = "", *before = "{";
    for (size_t i = 0; i < FIELDS; i++) {
        char *end = fields[i].write(g, row, text);
        *end = '\0';
        if (strcmp(open, fields[i].object) != 0) {
            sink_put(s, *open ? "}" : "");
            open = fields[i].object;
            if (*open) {
                sink_put(s, ",\"");
                sink_put(s, open);
                sink_put(s, "\":");
            }
            before = *open ? "{" : ",";
        }
        if (end == text)
            continue;
        sink_put(s, before);
        sink_put_string(s, fields[i].key, strlen(fields[i].key));
        sink_put(s, ":");
        if (fields[i].number)
            sink_put(s, text);
        else
            sink_put_string(s, text, (size_t)(end - text));
        before = ",";
    }
    sink_put(s, "}\n");
}

/* Columns between bytes 28, none of them quoted; a year's report of one committee. */
#define FS "\x1c"

static void fec_begin(struct sink *s, const struct generator *g)
{
    (void)g;
    sink_put(s, "HDR" FS "FEC" FS "8.4" FS "Generated" FS "1" FS FS FS "\n");
    sink_put(s, "F3XN" FS "C00000001" FS "EXAMPLE COMMITTEE" FS FS "1 EXAMPLE STREET" FS FS
                "SAMPLETOWN" FS "TX" FS "75001" FS "YE" FS FS FS FS "20170101" FS "20251231" FS FS
                "TREASURER" FS "EXAMPLE" FS FS FS FS "20260131\n");
}

static void fec_put_day(struct sink *s, const char *day)
{
    char digits[9] = {day[0], day[1], day[2], day[3], day[5], day[6], day[8], day[9]};
    sink_put(s, digits);
}

static void fec_row(struct sink *s, const struct generator *g, const struct contribution *row)
{
    char text[TEXT_MAX];
    const struct donor *d = &row->donor;
    bool person = *d->given != '\0';
    sink_put(s, "SA11AI" FS "C00000001" FS);
    *fields[FIELD_REFERENCE].write(g, row, text) = '\0';
    sink_put(s, text);
    sink_put(s, FS FS FS);
    sink_put(s, person ? "IND" FS : "ORG" FS);
    sink_put(s, person ? "" : d->name);
    sink_put(s, FS);
    sink_put(s, d->family);
    sink_put(s, FS);
    sink_put(s, d->given);
    sink_put(s, FS FS FS FS);
    *fields[FIELD_ADDRESS].write(g, row, text) = '\0';
    sink_put(s, text);
    sink_put(s, FS FS "SAMPLETOWN" FS);
    sink_put(s, strcmp(d->country, "AM") == 0 ? "TX" : "ZZ");
    sink_put(s, FS "75001" FS "P2024" FS FS);
    fec_put_day(s, g->days[row->received]);
    sink_put(s, FS);
    *put_amount(text, row->cents / 100) = '\0';
    sink_put(s, text);
    sink_put(s, FS FS FS);
    sink_put(s, row->employer);
    /* Occupation, and nineteen columns that say nothing. */
    sink_put(s, FS "OCCUPATION" FS FS FS FS FS FS FS FS FS FS FS FS FS FS FS FS FS FS FS FS "\n");
}

struct kind {
    const char *name;
    void (*begin)(struct sink *, const struct generator *);
    void (*row)(struct sink *, const struct generator *, const struct contribution *);
    unsigned bytes_per_row; /* about, to know how many donors a size calls for */
};

static const struct kind kinds[] = {
    {"csv", csv_begin, csv_row, 204},
    {"ndjson", ndjson_begin, ndjson_row, 440},
    {"fec", fec_begin, fec_row, 188},
};

/* --- options --- */

static const char help[] =
    "usage: generate csv|ndjson|fec [options] > FILE\n"
    "\n"
    "Writes contributions of invented people for measurements. The same numbers and seed give the\n"
    "same bytes.\n"
    "\n"
    "  --rows N       how many (default: 1000): 500, 20K, 10M\n"
    "  --bytes SIZE   or how large, up to the end of a row: 500000, 64K, 100M, 4G\n"
    "  --seed S       another file of the same kind (default: 1)\n"
    "  --donors N     how many people give (default: a tenth of the rows)\n";

struct order {
    const struct kind *kind;
    uint64_t rows, bytes, donors, seed;
};

/* A whole number with K, M or G (each `step` times the one before) behind it; false when it is
 * none. */
static bool read_size(const char *text, unsigned step, uint64_t *out)
{
    static const char units[] = "KMG";
    char *end;
    *out = strtoull(text, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    if (end == text || *text == '-' || (*end && (!unit || end[1])))
        return false;
    for (const char *u = units; unit && u <= unit; u++)
        *out *= step;
    return true;
}

static bool read_order(int argc, char **argv, struct order *o)
{
    static const struct option options[] = {
        {"help", no_argument, NULL, 'h'},         {"rows", required_argument, NULL, 'r'},
        {"bytes", required_argument, NULL, 'b'},  {"seed", required_argument, NULL, 's'},
        {"donors", required_argument, NULL, 'd'}, {NULL, 0, NULL, 0},
    };
    int c;
    while ((c = getopt_long(argc, argv, "h", options, NULL)) != -1) {
        uint64_t *number = c == 'r'   ? &o->rows
                           : c == 'b' ? &o->bytes
                           : c == 's' ? &o->seed
                           : c == 'd' ? &o->donors
                                      : NULL;
        if (!number || !read_size(optarg, c == 'b' ? 1024 : 1000, number))
            return false;
    }
    for (size_t i = 0; i < COUNT(kinds) && optind == argc - 1; i++)
        if (strcmp(argv[optind], kinds[i].name) == 0)
            o->kind = &kinds[i];
    return o->kind != NULL;
}

static bool generate(const struct order *o, struct generator *g, struct sink *s)
{
    struct contribution row;
    g->seed = o->seed;
    g->latin = o->kind->begin == fec_begin;
    g->donors = o->donors ? o->donors
                          : (o->bytes ? o->bytes / o->kind->bytes_per_row : o->rows) / 10;
    if (g->donors == 0)
        g->donors = 1;
    make_days(g);
    o->kind->begin(s, g);
    for (uint64_t i = 0; o->bytes ? s->written + s->len < o->bytes : i < o->rows; i++) {
        if (!sink_flush(s, 1 << 12))
            return false;
        make_contribution(g, i, &row);
        o->kind->row(s, g, &row);
    }
    return sink_flush(s, sizeof s->bytes) && fflush(stdout) == 0;
}

int main(int argc, char **argv)
{
    static struct generator generator;
    static struct sink sink;
    struct order order = {.rows = 1000, .seed = 1};
    if (!read_order(argc, argv, &order)) {
        fputs(help, stderr);
        return 2;
    }
    if (!generate(&order, &generator, &sink)) {
        perror("generate: standard output");
        return 1;
    }
    return 0;
}
