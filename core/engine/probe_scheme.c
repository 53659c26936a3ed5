/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/probe_filing.h"

/* --- what a scheme makes of a filing --- */

/* "donor.name" is told as "lender.name" when "donor" moves to "lender"; empty: not told there. */
static struct text moved_path(struct arena *a, const struct scheme *s, struct text path)
{
    for (size_t i = 0; i < s->move_count; i++) {
        struct text from = s->moves[i].field, to = s->moves[i].value;
        if (text_equal(path, from))
            return to;
        if (text_starts(path, from) && path.at[from.len] == '.')
            return arena_format(a, "%.*s%.*s", TEXT_ARG(to),
                                TEXT_ARG(text_slice(path, from.len, path.len)));
    }
    return TEXT("");
}

static struct probe_filing move_filing(const struct scheme_use *u, const struct scheme *s,
                                       const struct probe_filing *from)
{
    struct arena *a = u->arena;
    struct probe_filing to = {vocabulary_record(u->vocabulary, s->becomes),
                              arena_array(a, from->count, struct probe_record), from->count};
    for (size_t i = 0; i < from->count; i++)
        for (size_t k = 0; k < from->records[i].count; k++) {
            const struct probe_field *f = &from->records[i].fields[k];
            struct text path = moved_path(a, s, f->path);
            if (path.len)
                *arena_push(a, &to.records[i].fields,
                            &to.records[i].count) = (struct probe_field){path, f->value, false};
        }
    return to;
}

static struct text setting_value(const struct scheme_use *u, const struct record_type *type,
                                 const struct probe_record *r, const struct setting *s)
{
    static const struct text half = TEXT_INIT("half of ");
    if (text_equal(s->value, TEXT("home")))
        return u->home;
    if (!text_starts(s->value, half))
        return s->value;
    const struct text path = text_slice(s->value, half.len, s->value.len);
    const struct probe_field *f = probe_field_find(r, path);
    const struct field *field = record_field(type, path);
    struct value v;
    if (!f || !field || !value_read(u->arena, field->type, f->value, &v) ||
        v.knowledge != VALUE_KNOWN || type_is_text(v.type))
        return f ? f->value : TEXT("");
    v.number = v.number / 2 + v.number % 2;
    v.most = v.most / 2 + v.most % 2;
    return value_print(u->arena, &v);
}

struct probe_filing scheme_apply(const struct scheme_use *u, const struct scheme *s,
                                 const struct probe_filing *caught, size_t *changes)
{
    struct probe_filing out = {caught->type, NULL, 0};
    *changes = s->becomes.len ? caught->count
                              : 0; /* another type of record is a change by itself */
    for (uint64_t copy = 0; copy < s->copies; copy++) {
        struct probe_filing one = s->becomes.len ? move_filing(u, s, caught)
                                                 : probe_filing_copy(u->arena, caught);
        out.type = one.type;
        for (size_t i = 0; i < one.count; i++) {
            struct probe_record *r = &one.records[i];
            for (size_t k = 0; k < s->setting_count; k++)
                *changes += probe_field_set(u->arena, r, s->settings[k].field,
                                            setting_value(u, one.type, r, &s->settings[k]));
            for (size_t k = 0; s->copies > 1 && k < s->apart_count; k++)
                probe_field_set(u->arena, r, s->apart[k],
                                arena_format(u->arena, "X%d", (int)copy + 1));
            *arena_push(u->arena, &out.records, &out.count) = *r;
        }
    }
    return out;
}

/* --- its words --- */

static bool check_type(struct diags *d, const struct vocabulary *v, struct text name,
                       struct span span, const struct record_type **out)
{
    struct arena a = ARENA("record types");
    struct text *names = arena_array(&a, v->record_count, struct text);
    for (size_t i = 0; i < v->record_count; i++)
        names[i] = v->records[i].name;
    *out = vocabulary_record(v, name);
    if (!*out)
        diag_error(d, span, "scheme-unknown",
                   diag_did_you_mean(&d->arena, name, names, v->record_count),
                   "there is no record type \"%.*s\"", TEXT_ARG(name));
    arena_free(&a);
    return *out != NULL;
}

static const struct field *check_field(struct diags *d, const struct record_type *r,
                                       struct text path, struct span span)
{
    const struct field *f = record_field(r, path);
    struct arena a = ARENA("fields");
    struct text *names = arena_array(&a, r->field_count, struct text);
    for (size_t i = 0; i < r->field_count; i++)
        names[i] = r->fields[i].path;
    if (!f)
        diag_error(d, span, "scheme-unknown",
                   diag_did_you_mean(&d->arena, path, names, r->field_count),
                   "a record \"%.*s\" has no field \"%.*s\"", TEXT_ARG(r->name), TEXT_ARG(path));
    arena_free(&a);
    return f;
}

/* An actor moves to an actor, a field to one of the same type. */
static bool check_move(struct diags *d, const struct record_type *from,
                       const struct record_type *to, const struct setting *m)
{
    bool actor = record_has_actor(from, m->field);
    if (actor && record_has_actor(to, m->value))
        return true;
    if (actor)
        return diag_error(d, m->span, "scheme-unknown", TEXT(""),
                          "a record \"%.*s\" has no actor \"%.*s\"", TEXT_ARG(to->name),
                          TEXT_ARG(m->value));
    const struct field *f = check_field(d, from, m->field, m->field_span);
    const struct field *g = f ? check_field(d, to, m->value, m->span) : NULL;
    return g && (f->type == g->type ||
                 diag_error(d, m->span, "scheme-value", TEXT(""), "\"%.*s\" is %s, \"%.*s\" is %s",
                            TEXT_ARG(m->field), type_name(f->type), TEXT_ARG(m->value),
                            type_name(g->type)));
}

static bool check_setting(struct diags *d, const struct record_type *r, const struct setting *s)
{
    static const struct text half = TEXT_INIT("half of ");
    const struct field *f = check_field(d, r, s->field, s->field_span);
    struct value v;
    if (!f || text_equal(s->value, TEXT("home")))
        return f != NULL;
    if (text_starts(s->value, half))
        return check_field(d, r, text_slice(s->value, half.len, s->value.len), s->span) != NULL;
    bool fits = value_read(&d->arena, f->type, s->value, &v) &&
                (f->type != TYPE_CODE || v.knowledge != VALUE_KNOWN || field_has_code(f, v.text));
    return fits || diag_error(d, s->span, "scheme-value", TEXT(""),
                              "\"%.*s\" cannot be the value of \"%.*s\" (%s)", TEXT_ARG(s->value),
                              TEXT_ARG(s->field), type_name(f->type));
}

static bool check_scheme(struct diags *d, const struct vocabulary *v, const struct scheme *s)
{
    const struct record_type *from, *to;
    if (!check_type(d, v, s->record, s->record_span, &from))
        return false;
    to = from;
    if (s->becomes.len && !check_type(d, v, s->becomes, s->becomes_span, &to))
        return false;
    bool ok = true;
    for (size_t i = 0; i < s->move_count; i++)
        ok &= check_move(d, from, to, &s->moves[i]);
    for (size_t i = 0; i < s->setting_count; i++)
        ok &= check_setting(d, to, &s->settings[i]);
    for (size_t i = 0; i < s->apart_count; i++)
        ok &= check_field(d, to, s->apart[i], s->apart_spans[i]) != NULL;
    return ok;
}

bool schemes_check(const struct schemes *all, const struct vocabulary *v, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < all->count; i++)
        ok &= check_scheme(d, v, &all->list[i]);
    return ok;
}
