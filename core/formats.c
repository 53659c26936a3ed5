/* SPDX-License-Identifier: Apache-2.0
 *
 * The public functions about formats: listed, shown, guessed, drafted, tested; records converted.
 */
#include <config.h>

#include "engine/case.h"
#include "report/format_draft.h"
#include "report/format_text.h"
#include "report/records.h"
#include "session.h"

/* --- records --- */

struct converting {
    struct scr_session *session;
    struct record_writer writer;
};

static bool convert_table(void *owner, struct input *in)
{
    struct converting *c = owner;
    struct batch *b;
    if (!records_begin(&c->writer, input_format(in)))
        return diag_at(&c->session->diags, DIAG_ERROR, (struct place){.file = input_name(in)},
                       "convert-columns", TEXT("convert it by itself, or to ndjson"), TEXT(""),
                       "has another format than the first file, and so other columns");
    while ((b = input_next(in)) != NULL) {
        records_write(&c->writer, b);
        if (!session_go_on(c->session, in))
            break;
    }
    return true;
}

bool scr_convert(struct scr_session *s, const char *const *files, size_t file_count, const char *to,
                 FILE *out)
{
    struct converting c = {.session = s};
    c.writer = (struct record_writer){.out = out,
                                      .csv = strcmp(to, "csv") == 0,
                                      .with_source = s->options.with_source,
                                      .arena = ARENA("columns"),
                                      .values = ARENA("record")};
    if (!s->loaded)
        return false;
    if (!c.writer.csv && strcmp(to, "ndjson") != 0)
        return diag_error(&s->diags, (struct span){0}, "usage", TEXT("ndjson or csv"),
                          "records cannot be written as \"%s\"", to);
    s->stopped = false;
    struct input_options options;
    if (!session_begin_reading(s, &options))
        return false;
    bool ok = true;
    for (size_t i = 0; i < file_count && !s->stopped; i++)
        ok &= session_read_file(s, &options, files[i], convert_table, &c);
    ok &= session_end_reading(s);
    records_free(&c.writer);
    return ok && !s->stopped;
}

/* --- the list --- */

bool scr_format_list(struct scr_session *s, FILE *out)
{
    for (size_t i = 0; s->loaded && i < s->formats.count; i++)
        format_print_line(s->formats.items[i], out);
    return s->loaded;
}

bool scr_format_show(struct scr_session *s, const char *name, FILE *out)
{
    const struct format *f = s->loaded ? session_format(s, text_of(name)) : NULL;
    if (f)
        format_print(f, out);
    return f != NULL;
}

/* A format is named, or its file is given. None: all of the law base. */
static bool each_format(struct scr_session *s, const char *name,
                        void (*visit)(struct scr_session *, const struct format *, void *),
                        void *owner)
{
    const struct format *f = name && s->loaded ? session_format(s, text_of(name)) : NULL;
    if (!s->loaded || (name && !f))
        return false;
    for (size_t i = 0; i < (name ? 1 : s->own_formats); i++)
        visit(s, name ? f : s->formats.items[i], owner);
    return true;
}

struct linting {
    size_t count, untested;
};

static void lint_one(struct scr_session *s, const struct format *f, void *owner)
{
    struct linting *l = owner;
    l->count++;
    if (f->tests && f->tests->count)
        return;
    l->untested++;
    diag_at(&s->diags, DIAG_WARNING, (struct place){.file = f->name}, "format-untested",
            TEXT("add `tests:` with a few rows and the records that they are"), TEXT(""),
            "the format carries no test");
}

bool scr_format_lint(struct scr_session *s, const char *name, FILE *out)
{
    struct linting l = {0, 0};
    if (!each_format(s, name, lint_one, &l))
        return false;
    fprintf(out, "%zu formats, %zu without a test\n", l.count, l.untested);
    return l.untested == 0;
}

static void test_one(struct scr_session *s, const struct format *f, void *owner)
{
    case_format(&s->diags, f, owner);
}

bool scr_format_test(struct scr_session *s, const char *name, FILE *out)
{
    struct case_result r = {0, 0};
    if (!each_format(s, name, test_one, &r))
        return false;
    fprintf(out, "%zu passed, %zu failed\n", r.passed, r.failed);
    return r.failed == 0 && r.passed > 0;
}

/* --- guessing and drafting --- */

bool scr_format_guess(struct scr_session *s, const char *file, FILE *out)
{
    struct input_options options = INPUT_OPTIONS(&s->formats);
    struct filing *f = s->loaded ? filing_open(&s->diags, &options, file) : NULL;
    struct input *in;
    bool any = false;
    while (f && (in = filing_next_raw(f)) != NULL) {
        struct arena a = ARENA("fits");
        struct fits fits;
        any |= input_guess(in, &a, &fits) && fits.items[0].present == fits.items[0].needed;
        format_print_fits(input_name(in), &fits, out);
        arena_free(&a);
        input_close(in);
    }
    filing_free(f);
    return any;
}

static const struct node *read_words(struct scr_session *s)
{
    const char *why;
    struct text path = arena_format(&s->arena, "%s/header-words.yaml", s->options.lawbase);
    const struct source *source = source_read(&s->arena, path.at, &why);
    if (source)
        return yaml_read(&s->arena, &s->diags, source);
    diag_at(&s->diags, DIAG_ERROR, (struct place){.file = path}, "draft-words", TEXT(""), TEXT(""),
            "cannot be read: %s", why);
    return NULL;
}

static void know_jurisdiction(const struct scr_session *s, struct draft_options *o)
{
    o->jurisdiction = text_of(s->options.draft_jurisdiction);
    for (size_t i = 0; i < s->law.jurisdiction_count; i++)
        if (text_equal(s->law.jurisdictions[i]->id, o->jurisdiction))
            o->currency = s->law.jurisdictions[i]->currency;
}

bool scr_format_new(struct scr_session *s, const char *file, FILE *out)
{
    struct input_options options = INPUT_OPTIONS(&s->formats);
    struct draft_options draft = {.vocabulary = s->vocabulary,
                                  .file = strcmp(file, "-") == 0 ? TEXT("standard input")
                                                                 : text_of(file)};
    draft.words = s->loaded ? read_words(s) : NULL;
    if (!draft.words)
        return false;
    options.encoding = text_of(s->options.encoding);
    know_jurisdiction(s, &draft);
    struct filing *f = filing_open(&s->diags, &options, file);
    struct input *in = f ? filing_next_raw(f) : NULL;
    struct arena a = ARENA("sample");
    struct sample sample;
    bool ok = in && sample_read(in, &a, node_find(draft.words, "totals"), &sample) &&
              format_draft(&s->diags, &draft, &sample, out);
    arena_free(&a);
    input_close(in);
    filing_free(f);
    return ok;
}
