/* SPDX-License-Identifier: Apache-2.0
 *
 * Registers that a check looks into, read before the filings.
 */
#include <config.h>

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

/* Formats are found by the header: --format-in and --rejects are about the filings. */
bool session_read_registers(struct scr_session *s)
{
    const struct scr_options *o = &s->options;
    struct input_options in = INPUT_OPTIONS(&s->formats);
    struct registering r = {s, true};
    if (s->registers || o->register_count == 0)
        return true;
    s->registers = registers_new(s->vocabulary);
    for (size_t i = 0; i < o->register_count && !s->stopped; i++)
        r.ok &= session_read_file(s, &in, o->registers[i], take_register, &r);
    registers_finish(s->registers);
    return r.ok && !s->stopped;
}
