/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/vocabulary.h"

#include "filing/kinds.h"

struct reading {
    struct arena *arena;
    struct diags *diags;
    const struct node *actor;
};

static bool read_codes(struct reading *r, const struct node *n, struct field *f)
{
    const struct node *codes = node_find(n, "codes");
    if ((f->type == TYPE_CODE) != (codes != NULL))
        return diag_error(r->diags, n->span, "vocabulary-codes", TEXT(""),
                          "a code needs \"codes\", and nothing else has them");
    if (!codes)
        return true;
    f->codes = arena_array(r->arena, codes->count, struct text);
    f->code_docs = arena_array(r->arena, codes->count, struct text);
    for (size_t i = 0; i < codes->count; i++) {
        f->codes[f->code_count] = codes->keys[i];
        f->code_docs[f->code_count++] = codes->items[i]->text;
    }
    return true;
}

static bool read_personal(struct reading *r, const struct node *n, struct field *f)
{
    static const char *const names[] = {"none", "natural", "natural-never", "never"};
    const struct node *said = node_find(n, "personal");
    f->personal = f->type == TYPE_TEXT ? PERSONAL_NEVER : PERSONAL_NO;
    for (size_t i = 0; said && i < sizeof names / sizeof *names; i++)
        if (text_equal(said->text, text_of(names[i]))) {
            f->personal = (enum personal)i;
            return true;
        }
    return !said || diag_error(r->diags, said->span, "vocabulary-personal", TEXT(""),
                               "expected none, natural, natural-never or never");
}

static bool check_field(struct reading *r, const struct node *n)
{
    return node_check(r->diags, n, "field", field_kind.keys, field_kind.key_count);
}

static bool add_field(struct reading *r, struct record_type *t, struct text path,
                      const struct node *n)
{
    if (!check_field(r, n))
        return false;
    struct field f = {.path = path, .doc = node_text(n, "doc"), .index = t->field_count};
    f.type = type_find(node_text(n, "type"));
    if (f.type == TYPE_NONE || f.type == TYPE_KEY || f.type == TYPE_ACTOR)
        return diag_error(r->diags, node_find(n, "type")->span, "vocabulary-type", TEXT(""),
                          "unknown type \"%.*s\"", TEXT_ARG(node_text(n, "type")));
    if (!read_codes(r, n, &f) || !read_personal(r, n, &f))
        return false;
    *arena_push(r->arena, &t->fields, &t->field_count) = f;
    return true;
}

static bool add_actor(struct reading *r, struct record_type *t, struct text name)
{
    bool ok = true;
    *arena_push(r->arena, &t->actors, &t->actor_count) = name;
    for (size_t i = 0; i < r->actor->count; i++) {
        struct text path = arena_format(r->arena, "%.*s.%.*s", TEXT_ARG(name),
                                        TEXT_ARG(r->actor->keys[i]));
        ok &= add_field(r, t, path, r->actor->items[i]);
    }
    return ok;
}

static bool find_role(struct reading *r, const struct node *n, const struct record_type *t,
                      const char *key, enum type type, size_t *index)
{
    const struct node *named = node_find(n, key);
    *index = SIZE_MAX;
    if (!named)
        return true;
    const struct field *f = record_field(t, named->text);
    if (!f || f->type != type)
        return diag_error(r->diags, named->span, "vocabulary-role", TEXT(""),
                          "\"%s\" must name a %s of the record", key, type_name(type));
    *index = f->index;
    return true;
}

/* register: {holds: names, listed: actor, from: from} */
static bool read_register(struct reading *r, const struct node *n, struct record_type *t)
{
    static const char *const kinds[] = {"", "names", "interests", "parties"};
    const struct node *holds = n ? node_find(n, "holds") : NULL;
    if (!n)
        return true;
    for (int k = REGISTER_NAMES; holds && k <= REGISTER_PARTIES; k++)
        if (text_equal(holds->text, text_of(kinds[k])))
            t->holds = (enum register_kind)k;
    if (!t->holds)
        return diag_error(r->diags, n->span, "vocabulary-register", TEXT(""),
                          "a register holds: names, interests or parties");
    t->roles = arena_array(r->arena, n->count, struct text);
    t->role_fields = arena_array(r->arena, n->count, struct text);
    for (size_t i = 0; i < n->count; i++) {
        struct text field = n->items[i]->text;
        if (n->items[i] == holds)
            continue;
        if (!record_field(t, field) && !record_has_actor(t, field))
            return diag_error(r->diags, n->items[i]->span, "vocabulary-register", TEXT(""),
                              "the record has no field or actor \"%.*s\"", TEXT_ARG(field));
        t->roles[t->role_count] = n->keys[i];
        t->role_fields[t->role_count++] = field;
    }
    return true;
}

static bool read_record(struct reading *r, struct text name, const struct node *n,
                        struct record_type *t)
{
    if (!node_check(r->diags, n, "record type", record_type_kind.keys, record_type_kind.key_count))
        return false;
    const struct node *fields = node_find(n, "fields");
    bool ok = true;
    t->name = name;
    t->doc = node_text(n, "doc");
    for (size_t i = 0; i < fields->count; i++) {
        bool actor = text_equal(node_text(fields->items[i], "type"), TEXT("actor"));
        ok &= actor ? check_field(r, fields->items[i]) && add_actor(r, t, fields->keys[i])
                    : add_field(r, t, fields->keys[i], fields->items[i]);
    }
    return ok && find_role(r, n, t, "date", TYPE_DATE, &t->date) &&
           find_role(r, n, t, "amount", TYPE_MONEY, &t->amount) &&
           find_role(r, n, t, "reference", TYPE_TEXT, &t->reference) &&
           find_role(r, n, t, "memo", TYPE_BOOL, &t->memo) &&
           read_register(r, node_find(n, "register"), t);
}

static bool check_actor_field(struct reading *r, const struct node *n)
{
    return !n || node_find(r->actor, arena_copy(r->arena, n->text).at) ||
           diag_error(r->diags, n->span, "vocabulary-recognition", TEXT(""),
                      "an actor has no field \"%.*s\"", TEXT_ARG(n->text));
}

static bool read_actor_fields(struct reading *r, const struct node *n, struct text **fields,
                              size_t *count)
{
    *fields = n ? arena_array(r->arena, n->count, struct text) : NULL;
    for (size_t i = 0; n && i < n->count; i++) {
        if (!check_actor_field(r, n->items[i]))
            return false;
        (*fields)[(*count)++] = n->items[i]->text;
    }
    return true;
}

static void read_kinds(struct reading *r, const struct node *n, struct text **codes, size_t *count)
{
    *codes = n ? arena_array(r->arena, n->count, struct text) : NULL;
    for (size_t i = 0; n && i < n->count; i++)
        (*codes)[(*count)++] = n->items[i]->text;
}

static bool read_recognition(struct reading *r, const struct node *n, struct vocabulary *v)
{
    struct recognition *k = &v->recognition;
    if (!n)
        return true;
    if (!node_check(r->diags, n, "recognition", recognition_kind.keys, recognition_kind.key_count))
        return false;
    k->name = node_text(n, "name");
    k->birth_date = node_text(n, "birth_date");
    k->kind = node_text(n, "kind");
    k->citizenship = node_text(n, "citizenship");
    read_kinds(r, node_find(n, "persons"), &k->persons, &k->person_count);
    read_kinds(r, node_find(n, "states"), &k->states, &k->state_count);
    return check_actor_field(r, node_find(n, "name")) &&
           check_actor_field(r, node_find(n, "birth_date")) &&
           check_actor_field(r, node_find(n, "kind")) &&
           check_actor_field(r, node_find(n, "citizenship")) &&
           read_actor_fields(r, node_find(n, "registered"), &k->registered, &k->registered_count) &&
           read_actor_fields(r, node_find(n, "numbers"), &k->numbers, &k->number_count) &&
           read_actor_fields(r, node_find(n, "countries"), &k->countries, &k->country_count);
}

const char *identity_level_name(enum identity_level level)
{
    static const char *const names[] = {"", "strict", "usual", "broad"};
    return names[level];
}

static bool read_identity_set(struct reading *r, const struct node *fields,
                              struct identity_set *set)
{
    set->fields = arena_array(r->arena, fields->count, struct text);
    for (size_t i = 0; i < fields->count; i++) {
        struct text item = fields->items[i]->text;
        struct text field = text_slice(item, 0, text_find(item, '~'));
        if (!node_find(r->actor, arena_copy(r->arena, field).at))
            return diag_error(r->diags, fields->items[i]->span, "vocabulary-identity", TEXT(""),
                              "an actor has no field \"%.*s\"", TEXT_ARG(field));
        set->fields[set->count++] = item;
    }
    return true;
}

static bool read_identity(struct reading *r, const struct node *n, struct vocabulary *v)
{
    v->joins = IDENTITY_USUAL;
    v->identity = arena_array(r->arena, n->count, struct identity_set);
    for (size_t i = 0; i < n->count; i++) {
        const struct node *item = n->items[i];
        struct identity_set *set = &v->identity[v->identity_count++];
        if (!node_check(r->diags, item, "set of identity", identity_kind.keys,
                        identity_kind.key_count))
            return false;
        if (item->count != 1)
            return diag_error(r->diags, item->span, "vocabulary-identity",
                              TEXT("strict: [id], usual: [name, birth_date] or broad: [name]"),
                              "expected one way to join actors, and its fields");
        for (int level = IDENTITY_STRICT; level <= IDENTITY_BROAD; level++)
            if (text_equal(item->keys[0], text_of(identity_level_name((enum identity_level)level))))
                set->level = (enum identity_level)level;
        if (!read_identity_set(r, item->items[0], set))
            return false;
    }
    return true;
}

struct vocabulary *vocabulary_read(struct arena *a, struct diags *d, const struct node *n)
{
    if (!node_check(d, n, "vocabulary", vocabulary_kind.keys, vocabulary_kind.key_count))
        return NULL;
    struct vocabulary *v = arena_make(a, struct vocabulary);
    struct reading r = {a, d, node_find(n, "actor")};
    const struct node *records = node_find(n, "records");
    bool ok = read_identity(&r, node_find(n, "identity"), v) &&
              read_recognition(&r, node_find(n, "recognition"), v);
    v->records = arena_array(a, records->count, struct record_type);
    for (size_t i = 0; i < records->count; i++)
        ok &= read_record(&r, records->keys[i], records->items[i], &v->records[v->record_count++]);
    return ok ? v : NULL;
}

const struct record_type *vocabulary_record(const struct vocabulary *v, struct text name)
{
    for (size_t i = 0; i < v->record_count; i++)
        if (text_equal(v->records[i].name, name))
            return &v->records[i];
    return NULL;
}

const struct field *record_field(const struct record_type *t, struct text path)
{
    for (size_t i = 0; i < t->field_count; i++)
        if (text_equal(t->fields[i].path, path))
            return &t->fields[i];
    return NULL;
}

bool record_has_actor(const struct record_type *t, struct text name)
{
    for (size_t i = 0; i < t->actor_count; i++)
        if (text_equal(t->actors[i], name))
            return true;
    return false;
}

struct text record_role(const struct record_type *t, const char *role)
{
    for (size_t i = 0; i < t->role_count; i++)
        if (text_equal(t->roles[i], text_of(role)))
            return t->role_fields[i];
    return TEXT("");
}

uint16_t field_code(const struct field *f, struct text code)
{
    for (size_t i = 0; i < f->code_count && i < CODE_NONE; i++)
        if (f->codes[i].at == code.at || text_equal(f->codes[i], code))
            return (uint16_t)i;
    return CODE_NONE;
}

bool field_has_code(const struct field *f, struct text code)
{
    return field_code(f, code) != CODE_NONE;
}
