/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "filing/owners.h"

struct registers *registers_new(const struct vocabulary *v, const struct name_tables *t)
{
    struct registers *r = heap_alloc(1, sizeof *r);
    r->arena = ARENA("registers");
    r->names.arena = ARENA("listed names");
    r->vocabulary = v;
    r->tables = t;
    digest_init(&r->content);
    return r;
}

void registers_free(struct registers *r)
{
    if (!r)
        return;
    owners_free(r->owners);
    name_index_free(r->index);
    name_list_free(&r->names);
    arena_free(&r->arena);
    free(r);
}

/* --- actors --- */

static size_t field_at(const struct record_type *t, struct text actor, struct text field)
{
    struct arena a = ARENA("path");
    const struct field *f =
        field.len ? record_field(t, arena_format(&a, "%.*s.%.*s", TEXT_ARG(actor), TEXT_ARG(field)))
                  : NULL;
    arena_free(&a);
    return f ? f->index : SIZE_MAX;
}

struct actor_fields actor_fields_of(const struct vocabulary *v, const struct record_type *t,
                                    struct text actor)
{
    const struct recognition *k = &v->recognition;
    struct actor_fields f = {.name = field_at(t, actor, k->name),
                             .birth_date = field_at(t, actor, k->birth_date),
                             .kind = field_at(t, actor, k->kind)};
    for (size_t i = 0; i < k->number_count && i < MOST_NUMBERS; i++)
        f.numbers[f.number_count++] = field_at(t, actor, k->numbers[i]);
    for (size_t i = 0; i < k->country_count && i < MOST_NUMBERS; i++)
        f.countries[f.country_count++] = field_at(t, actor, k->countries[i]);
    f.citizenship = field_at(t, actor, k->citizenship);
    for (size_t i = 0; i < k->registered_count && i < MOST_NUMBERS; i++)
        f.registered[f.registered_count++] = field_at(t, actor, k->registered[i]);
    return f;
}

static struct value known_at(const struct batch *b, size_t row, size_t field)
{
    struct value v = {.knowledge = VALUE_UNKNOWN};
    if (field != SIZE_MAX)
        v = batch_value(b, row, field);
    if (v.knowledge != VALUE_KNOWN)
        v = (struct value){.knowledge = VALUE_UNKNOWN};
    return v;
}

static struct text text_at(const struct batch *b, size_t row, size_t field)
{
    struct value v = known_at(b, row, field);
    return v.knowledge == VALUE_KNOWN && type_is_text(v.type) ? v.text : TEXT("");
}

static enum profile_sort sort_of(const struct recognition *k, struct text kind)
{
    for (size_t i = 0; i < k->person_count; i++)
        if (text_equal(k->persons[i], kind))
            return PROFILE_PERSON;
    return kind.len ? PROFILE_BODY : PROFILE_ANY;
}

static void add_numbers(const struct actor_fields *f, const struct batch *b, size_t row,
                        struct arena *a, struct profile *out)
{
    for (size_t i = 0; i < f->number_count; i++) {
        struct text number = text_at(b, row, f->numbers[i]);
        if (number.len)
            *arena_push(a, &out->numbers, &out->number_count) = number;
    }
}

static void add_countries(const struct actor_fields *f, const struct batch *b, size_t row,
                          struct arena *a, struct profile *out)
{
    for (size_t i = 0; i < f->country_count; i++) {
        struct text codes = text_at(b, row, f->countries[i]);
        if (!codes.len)
            continue;
        out->countries = out->countries.len ? arena_format(a, "%.*s %.*s", TEXT_ARG(out->countries),
                                                           TEXT_ARG(codes))
                                            : codes;
    }
}

bool profile_of(const struct vocabulary *v, const struct actor_fields *f, const struct batch *b,
                size_t row, struct arena *a, struct profile *out)
{
    *out = (struct profile){.name = text_at(b, row, f->name),
                            .sort = sort_of(&v->recognition, text_at(b, row, f->kind))};
    struct value birth = known_at(b, row, f->birth_date);
    out->birth_known = birth.knowledge == VALUE_KNOWN;
    out->birth = (day)birth.number;
    add_numbers(f, b, row, a, out);
    add_countries(f, b, row, a, out);
    return out->name.len > 0;
}

/* --- names --- */

/* Which fields of the record type play which part. */
struct listing_fields {
    struct actor_fields listed;
    size_t through, list, also, reason, from, to;
};

static size_t role_at(const struct record_type *t, const char *role)
{
    const struct field *f = record_field(t, record_role(t, role));
    return f ? f->index : SIZE_MAX;
}

static struct listing_fields listing_fields_of(const struct registers *r,
                                               const struct record_type *t)
{
    struct text through = record_role(t, "through");
    return (struct listing_fields){
        .listed = actor_fields_of(r->vocabulary, t, record_role(t, "listed")),
        .through = through.len ? field_at(t, through, r->vocabulary->recognition.name) : SIZE_MAX,
        .list = role_at(t, "list"),
        .also = role_at(t, "also"),
        .reason = role_at(t, "reason"),
        .from = role_at(t, "from"),
        .to = role_at(t, "to")};
}

static void note_texts(struct registers *r, const struct listed *e)
{
    struct text days = arena_format(&r->arena, "%d %d %d %d", e->from_known, e->from, e->to_known,
                                    e->to);
    digest_add(&r->content, e->who.name);
    digest_add(&r->content, e->list);
    digest_add(&r->content, e->ref);
    digest_add(&r->content, e->reason);
    digest_add(&r->content, e->through);
    digest_add(&r->content, e->who.countries);
    for (size_t i = 0; i < e->who.number_count; i++)
        digest_add(&r->content, e->who.numbers[i]);
    digest_add(&r->content, days);
    arena_reset(&r->arena);
}

static uint32_t add_entry(struct registers *r, const struct listed *e)
{
    note_texts(r, e);
    return name_list_add(&r->names, e);
}

/* Other names of an entry are joined with ";". */
static void add_aliases(struct registers *r, struct listed e, struct text aliases)
{
    struct text alias;
    while (text_next(&aliases, ';', &alias)) {
        e.who.name = text_trim(alias);
        if (e.who.name.len)
            add_entry(r, &e);
    }
}

static void add_listing(struct registers *r, const struct listing_fields *f, const struct batch *b,
                        size_t row, struct arena *a)
{
    struct value from = known_at(b, row, f->from), to = known_at(b, row, f->to);
    size_t ref = b->record->reference;
    struct listed e = {.list = text_at(b, row, f->list),
                       .ref = text_at(b, row, ref),
                       .reason = text_at(b, row, f->reason),
                       .through = text_at(b, row, f->through),
                       .from_known = from.knowledge == VALUE_KNOWN,
                       .from = (day)from.number,
                       .to_known = to.knowledge == VALUE_KNOWN,
                       .to = (day)to.number,
                       .file = b->file,
                       .line = b->line[row]};
    if (profile_of(r->vocabulary, &f->listed, b, row, a, &e.who))
        e.other_of = add_entry(r, &e) + 1;
    e.apart = !e.other_of && e.ref.len; /* the entry's own name stands in another row */
    add_aliases(r, e, text_at(b, row, f->also));
}

static void add_listings(struct registers *r, const struct batch *b)
{
    struct listing_fields f = listing_fields_of(r, b->record);
    struct arena a = ARENA("entry");
    for (size_t row = 0; row < b->count; row++) {
        if (b->unreadable[row])
            continue;
        add_listing(r, &f, b, row, &a);
        r->records++;
        arena_reset(&a);
    }
    arena_free(&a);
}

/* --- owners --- */

struct owners *registers_owners(struct registers *r)
{
    if (!r->owners)
        r->owners = owners_new(r->vocabulary);
    return r->owners;
}

static void note_rows(struct registers *r, const struct batch *b)
{
    for (size_t row = 0; row < b->count; row++) {
        for (size_t i = 0; i < b->record->field_count; i++) {
            struct value v = batch_value(b, row, i);
            if (v.knowledge == VALUE_UNKNOWN)
                continue;
            digest_add(&r->content, b->record->fields[i].path);
            digest_add(&r->content, value_print(&r->arena, &v));
        }
        arena_reset(&r->arena);
    }
}

/* --- registers --- */

bool registers_add(struct registers *r, const struct batch *b)
{
    switch (b->record->holds) {
    case REGISTER_NAMES:
        add_listings(r, b);
        return true;
    case REGISTER_INTERESTS:
    case REGISTER_PARTIES:
        note_rows(r, b);
        r->records += owners_add(registers_owners(r), b);
        return true;
    default:
        return false;
    }
}

void registers_finish(struct registers *r)
{
    if (r->owners)
        owners_finish(r->owners);
    digest_end(&r->content, 16, r->digest);
    name_list_join(&r->names);
    r->index = name_index_new(r->tables, &r->names);
}
