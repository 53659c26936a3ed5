/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/ftm.h"

#include <stdlib.h>

#include "filing/told_party.h"

struct link {
    struct told_party *owner, *owned;
    struct interest interest;
};

struct reading {
    struct told_parties parties;
    struct diags *diags;
    struct link *links;
    size_t link_count, link_room;
    struct statement_counts *counts;
};

static struct text first(const json_t *properties, const char *key)
{
    const json_t *v = json_array_get(json_object_get(properties, key), 0);
    return json_is_string(v) ? (struct text){json_string_value(v), json_string_length(v)}
                             : TEXT("");
}

static void refuse(struct reading *r, const struct statement *s, const char *message)
{
    r->counts->read--;
    r->counts->unreadable++;
    diag_at(r->diags, DIAG_ERROR, (struct place){.file = s->file, .line = s->line}, "ftm-invalid",
            TEXT("the entity is left out"), TEXT(""), "%s", message);
}

/* --- parties --- */

static enum party_sort sort_of(struct text schema)
{
    return text_equal(schema, TEXT("Person"))       ? PARTY_PERSON
           : text_equal(schema, TEXT("PublicBody")) ? PARTY_STATE
           : text_equal(schema, TEXT("Company")) || text_equal(schema, TEXT("Organization"))
               ? PARTY_BODY
               : PARTY_UNKNOWN;
}

/* All codes of a property; one that is not understood leaves them unknown. */
static struct text codes_of(struct reading *r, const json_t *properties, const char *key)
{
    const json_t *list = json_object_get(properties, key);
    struct text joined = TEXT("");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *v = json_array_get(list, i);
        struct text code = told_country(text_of(json_is_string(v) ? json_string_value(v) : ""));
        if (!code.len)
            return TEXT("");
        joined = arena_format(&r->parties.arena, "%.*s%s%.*s", TEXT_ARG(joined),
                              joined.len ? ";" : "", TEXT_ARG(code));
    }
    return joined;
}

/* The country of a person is where he lives, not whose citizen he is. */
static void set_countries(struct reading *r, const json_t *properties, struct party *p)
{
    static const char *const of_people[] = {"nationality", "citizenship"};
    static const char *const of_bodies[] = {"jurisdiction", "mainCountry"};
    const char *const *keys = p->sort == PARTY_PERSON ? of_people : of_bodies;
    struct text codes = codes_of(r, properties, keys[0]);
    struct text more = codes_of(r, properties, keys[1]);
    if (codes.len && more.len && p->sort == PARTY_PERSON)
        codes = arena_format(&r->parties.arena, "%.*s;%.*s", TEXT_ARG(codes), TEXT_ARG(more));
    told_countries(&r->parties, p, codes.len ? codes : more);
}

static void tell_party(struct reading *r, const struct statement *s, struct text id,
                       enum party_sort sort)
{
    const json_t *properties = json_object_get(s->object, "properties");
    struct told_party *p = told_party_of(&r->parties, id);
    struct text number = first(properties, "registrationNumber");
    if (!number.len)
        number = first(properties, "taxNumber");
    day birth = day_of_text(first(properties, "birthDate"), DAY_NEVER);
    p->told = true;
    p->who = (struct who){.name = told_keep(&r->parties, first(properties, "name")),
                          .sort = sort,
                          .birth_known = birth != DAY_NEVER,
                          .birth = birth != DAY_NEVER ? birth : 0,
                          .other_number = told_keep(&r->parties, number)};
    p->facts = (struct party){.name = p->who.name,
                              .number = p->who.other_number,
                              .sort = sort,
                              .file = told_keep(&r->parties, s->file),
                              .line = s->line};
    set_countries(r, properties, &p->facts);
}

/* --- links --- */

/* "50", "50.5%", "50,5 %" */
static struct share_range range_of(struct text percentage)
{
    struct share_range r = SHARE_ANY;
    struct text t = text_trim(percentage);
    int64_t units;
    if (t.len && t.at[t.len - 1] == '%')
        t = text_trim(text_slice(t, 0, t.len - 1));
    bool comma = text_find(t, ',') < t.len;
    if (t.len &&
        decimal_read(t, (struct number_style){comma ? ',' : '.', 0}, SHARE_DIGITS, &units) &&
        units >= 0 && units <= SHARE_WHOLE)
        r.least = r.most = (int32_t)units;
    return r;
}

static void tell_link(struct reading *r, const struct statement *s, struct text owner,
                      struct text owned, enum interest_kind kind)
{
    const json_t *properties = json_object_get(s->object, "properties");
    day stated = day_of_text(first(properties, "date"), DAY_ALWAYS);
    if (r->link_count == r->link_room) {
        r->link_room = r->link_room ? 2 * r->link_room : 64;
        r->links = heap_resize(r->links, r->link_room, sizeof *r->links);
    }
    struct link *l = &r->links[r->link_count++];
    *l = (struct link){told_party_of(&r->parties, owner), told_party_of(&r->parties, owned), {0}};
    l->interest = (struct interest){.kind = kind,
                                    .range = range_of(first(properties, "percentage")),
                                    .from = day_of_text(first(properties, "startDate"), DAY_ALWAYS),
                                    .to = day_of_text(first(properties, "endDate"), DAY_NEVER),
                                    .what = told_keep(&r->parties, first(properties, "role")),
                                    .file = told_keep(&r->parties, s->file),
                                    .ref = told_keep(&r->parties, json_part_text(s->object, "id")),
                                    .line = s->line};
    l->interest.sure = l->interest.from == DAY_ALWAYS ? stated : l->interest.from;
}

static void take_entity(void *owner, const struct statement *s)
{
    static const struct {
        const char *schema, *owner, *owned;
        enum interest_kind kind;
    } links[] = {{"Ownership", "owner", "asset", INTEREST_SHARES},
                 {"Directorship", "director", "organization", INTEREST_OTHER}};
    struct reading *r = owner;
    struct text id = json_part_text(s->object, "id"), schema = json_part_text(s->object, "schema");
    const json_t *properties = json_object_get(s->object, "properties");
    if (!id.len || !schema.len || !json_is_object(properties)) {
        refuse(r, s, "an entity has an \"id\", a \"schema\" and \"properties\"");
        return;
    }
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        if (!text_equal(schema, text_of(links[i].schema)))
            continue;
        struct text from = first(properties, links[i].owner),
                    of = first(properties, links[i].owned);
        if (from.len && of.len)
            tell_link(r, s, from, of, links[i].kind);
        else
            refuse(r, s, "the link does not tell both of its ends");
        return;
    }
    enum party_sort sort = sort_of(schema);
    if (sort != PARTY_UNKNOWN || text_equal(schema, TEXT("LegalEntity")))
        tell_party(r, s, id, sort);
}

bool ftm_read(struct owners *o, struct diags *d, const char *path, struct statement_counts *counts)
{
    struct reading r = {.diags = d, .counts = counts};
    told_parties_init(&r.parties);
    bool read = statements_read(d, path, take_entity, &r, counts);
    told_parties_add(&r.parties, o);
    for (size_t i = 0; i < r.link_count; i++) {
        r.links[i].interest.owner = r.links[i].owner->party;
        r.links[i].interest.owned = r.links[i].owned->party;
        if (r.links[i].interest.from < r.links[i].interest.to)
            owners_add_interest(o, &r.links[i].interest);
    }
    free(r.links);
    told_parties_free(&r.parties);
    return read;
}
