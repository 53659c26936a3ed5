/* SPDX-License-Identifier: Apache-2.0
 *
 * Registers that a check looks into, read before the filings.
 */
#include <config.h>

#include "filing/bods.h"
#include "filing/ftm.h"
#include "session.h"

struct registering {
    struct scr_session *session;
    bool ok;
};

static bool refuse_record(struct registering *r, const struct input *in, const struct batch *b)
{
    r->ok = diag_at(&r->session->diags, DIAG_ERROR, (struct place){.file = input_name(in)},
                    "register-not-one", TEXT("give filings without -r"), TEXT(""),
                    "holds a \"%.*s\" (format %.*s), which is no entry of a register",
                    TEXT_ARG(b->record->name), TEXT_ARG(input_format(in)->name));
    return false;
}

static bool take_register(void *owner, struct input *in)
{
    struct registering *r = owner;
    struct scr_session *s = r->session;
    struct batch *b;
    while ((b = input_next(in)) != NULL) {
        if (!registers_add(s->registers, b))
            return refuse_record(r, in, b);
        if (!session_go_on(s, in))
            return false;
    }
    *arena_push(&s->arena, &s->register_files, &s->register_file_count) = summary_of(&s->arena, in);
    return true;
}

/* The law base brings the schema of the standard. */
static struct schema *read_schema(struct scr_session *s)
{
    struct text folder = arena_format(&s->arena, "%s/registers/bods-0.4", s->options.lawbase);
    return schema_read(&s->arena, &s->diags, folder.at);
}

static bool read_bods(struct scr_session *s, const char *path, struct statement_counts *counts)
{
    struct schema *schema = read_schema(s);
    bool ok = schema && bods_read(registers_owners(s->registers), schema, &s->diags, path, counts);
    schema_free(schema);
    return ok;
}

/* Objects that refer to each other are read whole, not row by row. */
static bool read_statements(struct scr_session *s, const char *path,
                            enum statement_standard standard)
{
    struct statement_counts counts = {.content = &s->registers->content};
    bool bods = standard == STATEMENTS_BODS;
    bool ok = bods ? read_bods(s, path, &counts)
                   : ftm_read(registers_owners(s->registers), &s->diags, path, &counts);
    s->registers->records += counts.read;
    struct input_summary *summary = arena_push(&s->arena, &s->register_files,
                                               &s->register_file_count);
    summary->file = text_of(path);
    summary->format = bods ? TEXT("Beneficial Ownership Data Standard") : TEXT("FollowTheMoney");
    summary->counts.records = counts.read;
    summary->counts.unreadable = counts.unreadable;
    return ok;
}

static bool read_register(struct registering *r, const struct input_options *in, const char *path)
{
    enum statement_standard standard = statements_standard(path);
    return standard ? read_statements(r->session, path, standard)
                    : session_read_file(r->session, in, path, take_register, r);
}

/* Formats are found by the header: --format-in and --rejects are about the filings. */
bool session_read_registers(struct scr_session *s)
{
    const struct scr_options *o = &s->options;
    struct input_options in = INPUT_OPTIONS(&s->formats);
    struct registering r = {s, true};
    if (s->registers || o->register_count == 0)
        return true;
    const struct name_tables *names = session_names(s);
    if (!names)
        return false;
    s->registers = registers_new(s->vocabulary, names);
    for (size_t i = 0; i < o->register_count && !s->stopped; i++)
        r.ok &= read_register(&r, &in, o->registers[i]);
    registers_finish(s->registers);
    return r.ok && !s->stopped;
}
