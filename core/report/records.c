/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/records.h"

#include <inttypes.h>

#include "report/json_writer.h"

/* --- NDJSON --- */

static void write_countries(struct json *j, const char *key, struct text codes)
{
    struct text code;
    json_open(j, key, '[');
    while (text_next(&codes, ' ', &code))
        json_text(j, NULL, code);
    json_close(j, ']');
}

static void write_value(struct record_writer *w, struct json *j, const char *key,
                        const struct value *v)
{
    if (v->knowledge == VALUE_ABSENT)
        json_none(j, key);
    else if (v->type == TYPE_BOOL)
        json_bool(j, key, v->number != 0);
    else if (v->type == TYPE_COUNTRIES)
        write_countries(j, key, v->text);
    else
        json_text(j, key, value_print(&w->values, v));
}

static void write_object(struct record_writer *w, const struct batch *b, size_t row)
{
    struct json j = {.out = w->out};
    json_open(&j, NULL, '{');
    json_text(&j, "record", b->record->name);
    for (size_t i = 0; i < b->record->field_count; i++) {
        struct value v = batch_value(b, row, i);
        if (v.knowledge != VALUE_UNKNOWN)
            write_value(w, &j, arena_copy(&w->values, b->record->fields[i].path).at, &v);
    }
    if (w->with_source) {
        json_text(&j, "source.file", b->file);
        json_number(&j, "source.line", b->line[row]);
    }
    json_close(&j, '}');
}

/* --- CSV --- */

static void write_cell(FILE *out, struct text t)
{
    bool quoted = t.len && (t.at[0] == ' ' || t.at[t.len - 1] == ' ');
    for (size_t i = 0; i < t.len && !quoted; i++)
        quoted = t.at[i] == '"' || t.at[i] == ',' || t.at[i] == '\n' || t.at[i] == '\r';
    if (!quoted) {
        fwrite(t.at, 1, t.len, out);
        return;
    }
    fputc('"', out);
    for (size_t i = 0; i < t.len; i++) {
        if (t.at[i] == '"')
            fputc('"', out);
        fputc(t.at[i], out);
    }
    fputc('"', out);
}

/* Countries as they are read again: AM;RU. */
static struct text print_cell(struct record_writer *w, const struct value *v)
{
    if (v->knowledge != VALUE_KNOWN)
        return v->knowledge == VALUE_ABSENT ? RECORDS_ABSENT : TEXT("");
    struct text t = value_print(&w->values, v);
    if (v->type != TYPE_COUNTRIES)
        return t;
    char *bytes = (char *)(uintptr_t)arena_copy(&w->values, t).at;
    for (size_t i = 0; i < t.len; i++)
        bytes[i] = bytes[i] == ' ' ? ';' : bytes[i];
    return (struct text){bytes, t.len};
}

static void write_line(struct record_writer *w, const struct batch *b, size_t row)
{
    write_cell(w->out, b->record->name);
    for (size_t i = 0; i < w->column_count; i++) {
        const struct field *f = record_field(b->record, w->columns[i]);
        struct value v = {.knowledge = VALUE_UNKNOWN};
        if (f)
            v = batch_value(b, row, f->index);
        fputc(',', w->out);
        write_cell(w->out, print_cell(w, &v));
    }
    if (w->with_source) {
        fputc(',', w->out);
        write_cell(w->out, b->file);
        fprintf(w->out, ",%" PRIu64, b->line[row]);
    }
    fputc('\n', w->out);
}

static bool has_column(const struct record_writer *w, struct text path)
{
    for (size_t i = 0; i < w->column_count; i++)
        if (text_equal(w->columns[i], path))
            return true;
    return false;
}

/* The fields that the format fills, each once. */
static void name_columns(struct record_writer *w, const struct format *f)
{
    for (size_t p = 0; p < f->part_count; p++)
        for (size_t i = 0; i < f->parts[p].mapping_count; i++) {
            struct text path = f->parts[p].mappings[i].field->path;
            if (!has_column(w, path))
                *arena_push(&w->arena, &w->columns, &w->column_count) = path;
        }
    fputs("record", w->out);
    for (size_t i = 0; i < w->column_count; i++) {
        fputc(',', w->out);
        write_cell(w->out, w->columns[i]);
    }
    fputs(w->with_source ? ",source.file,source.line\n" : "\n", w->out);
}

/* --- both --- */

bool records_begin(struct record_writer *w, const struct format *f)
{
    if (!w->csv)
        return true;
    if (w->format)
        return text_equal(w->format->name, f->name);
    w->format = f;
    name_columns(w, f);
    return true;
}

void records_write(struct record_writer *w, const struct batch *b)
{
    for (size_t row = 0; row < b->count; row++) {
        if (b->unreadable[row])
            continue;
        if (w->csv)
            write_line(w, b, row);
        else
            write_object(w, b, row);
        arena_reset(&w->values);
    }
}

void records_free(struct record_writer *w)
{
    arena_free(&w->arena);
    arena_free(&w->values);
}
