/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/bods.h"

#include <stdlib.h>

#include "filing/told_party.h"

/* One interest, and the statement that tells it. */
struct told_interest {
    struct text relation; /* the record of the relationship */
    day on;
    size_t order;
    bool closed;
    struct told_party *owner, *owned;
    struct interest interest;
};

struct reading {
    struct owners *owners;
    struct schema *schema;
    struct diags *diags;
    struct told_parties parties;
    struct told_interest *interests;
    size_t interest_count, interest_room, order;
    struct statement_counts *counts;
    bool faulty;
};

/* --- faults --- */

struct faults {
    const struct statement *statement;
    bods_fault *take;
    void *owner;
    bool any;
};

static void pass_fault(void *owner, const struct schema_fault *f)
{
    struct faults *all = owner;
    all->any = true;
    all->take(all->owner, all->statement, f);
}

bool bods_check(struct schema *s, const struct statement *statement, bods_fault *take, void *owner)
{
    struct faults faults = {statement, take, owner, false};
    char path[32];
    snprintf(path, sizeof path, "$[%zu]", statement->index);
    if (statement->alone) {
        struct schema_fault f = {"type", TEXT("$"), TEXT(""),
                                 TEXT("expected a list of statements")};
        pass_fault(&faults, &f);
        return false;
    }
    schema_check(s, "urn:statement#/$defs/Statement", statement->object, text_of(path), pass_fault,
                 &faults);
    return !faults.any;
}

static void report_fault(void *owner, const struct statement *s, const struct schema_fault *f)
{
    struct reading *r = owner;
    diag_at(r->diags, DIAG_ERROR, (struct place){.file = s->file, .line = s->line}, "bods-invalid",
            TEXT("the statement is left out"), TEXT(""), "%.*s: %.*s [%s]", TEXT_ARG(f->path),
            TEXT_ARG(f->message), f->keyword);
}

static void refuse(struct reading *r, const struct statement *s, const char *message)
{
    r->faulty = true;
    diag_at(r->diags, DIAG_ERROR, (struct place){.file = s->file, .line = s->line}, "bods-invalid",
            TEXT("the statement is left out"), TEXT(""), "$[%zu]: %s", s->index, message);
}

/* --- records --- */

static day day_at(const json_t *v, const char *path, day otherwise)
{
    return day_of_text(json_part_text(v, path), otherwise);
}

/* The code of a country or of a part of it; else its name. */
static struct text country_part(const json_t *country)
{
    struct text code = json_part_text(country, "code");
    return told_country(code.len ? code : json_part_text(country, "name"));
}

/* All citizenships; one that is not understood leaves them unknown. */
static void set_citizenships(struct reading *r, const json_t *details, struct party *p)
{
    const json_t *list = json_object_get(details, "nationalities");
    struct text joined = TEXT("");
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct text code = country_part(json_array_get(list, i));
        if (!code.len)
            return;
        joined = arena_format(&r->parties.arena, "%.*s%s%.*s", TEXT_ARG(joined),
                              joined.len ? ";" : "", TEXT_ARG(code));
    }
    told_countries(&r->parties, p, joined);
}

static void set_person(struct reading *r, const json_t *details, struct told_party *of)
{
    struct text name = json_part_text(details, "names.0.fullName");
    of->facts.sort = of->who.sort = PARTY_PERSON;
    of->who.name = of->facts.name = told_keep(&r->parties, name);
    day birth = day_at(details, "birthDate", DAY_NEVER);
    of->who.birth_known = birth != DAY_NEVER;
    of->who.birth = of->who.birth_known ? birth : 0;
    set_citizenships(r, details, &of->facts);
}

static void set_entity(struct reading *r, const json_t *details, struct told_party *of)
{
    const json_t *type = json_object_get(details, "entityType");
    struct text sort = json_is_string(type) ? json_part_text(type, "")
                                            : json_part_text(type, "type");
    struct text number = json_part_text(details, "identifiers.0.id");
    struct text country = country_part(json_part(details, "jurisdiction"));
    bool state = text_equal(sort, TEXT("state")) || text_equal(sort, TEXT("stateBody"));
    of->facts.sort = of->who.sort = state ? PARTY_STATE : PARTY_BODY;
    of->who.name = of->facts.name = told_keep(&r->parties, json_part_text(details, "name"));
    of->who.other_number = of->facts.number = told_keep(&r->parties, number);
    if (!country.len)
        country = country_part(json_part(details, "incorporatedInJurisdiction"));
    told_countries(&r->parties, &of->facts, country);
}

/* The latest statement counts. */
static void tell_party(struct reading *r, const struct statement *s, struct text id,
                       const json_t *details, bool person)
{
    struct told_party *of = told_party_of(&r->parties, id);
    day on = day_at(s->object, "statementDate", DAY_ALWAYS);
    if (of->told && on < of->told_on)
        return;
    of->told = true;
    of->told_on = on;
    of->who = (struct who){0};
    of->facts = (struct party){.file = told_keep(&r->parties, s->file), .line = s->line};
    if (person)
        set_person(r, details, of);
    else
        set_entity(r, details, of);
}

/* --- interests --- */

/* Codes of 0.4, then those of 0.2 and 0.3. What is influence, not certainly control, may be
 * control. */
static const struct {
    const char *code;
    enum interest_kind kind;
    bool certain;
} kinds[] = {
    {"shareholding", INTEREST_SHARES, true},
    {"votingRights", INTEREST_VOTES, true},
    {"appointmentOfBoard", INTEREST_CONTROL, true},
    {"controlViaCompanyRulesOrArticles", INTEREST_CONTROL, true},
    {"controlByLegalFramework", INTEREST_CONTROL, true},
    {"otherInfluenceOrControl", INTEREST_CONTROL, false},
    {"rightsGrantedByContract", INTEREST_CONTROL, false},
    {"conditionalRightsGrantedByContract", INTEREST_CONTROL, false},
    {"trustee", INTEREST_CONTROL, false},
    {"settlor", INTEREST_CONTROL, false},
    {"protector", INTEREST_CONTROL, false},
    {"nominator", INTEREST_CONTROL, false},
    {"unknownInterest", INTEREST_CONTROL, false},
    {"unpublishedInterest", INTEREST_CONTROL, false},
    {"voting-rights", INTEREST_VOTES, true},
    {"appointment-of-board", INTEREST_CONTROL, true},
    {"control-via-company-rules-or-articles", INTEREST_CONTROL, true},
    {"control-by-legal-framework", INTEREST_CONTROL, true},
    {"influence-or-control", INTEREST_CONTROL, false},
    {"other-influence-or-control", INTEREST_CONTROL, false},
    {"rights-granted-by-contract", INTEREST_CONTROL, false},
    {"conditional-rights-granted-by-contract", INTEREST_CONTROL, false},
    {"settlor-of-trust", INTEREST_CONTROL, false},
    {"trustee-of-trust", INTEREST_CONTROL, false},
    {"protector-of-trust", INTEREST_CONTROL, false},
    {"unknown-interest", INTEREST_CONTROL, false},
};

static void set_kind(struct interest *i)
{
    i->kind = INTEREST_OTHER;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (text_equal(i->what, text_of(kinds[k].code))) {
            i->kind = kinds[k].kind;
            if (!kinds[k].certain)
                i->sure = DAY_NEVER;
        }
}

/* Percent in JSON, which has no decimals of its own: six of them, cut down or up. */
static bool percent_at(const json_t *part, const char *key, bool up, int32_t *out)
{
    const json_t *v = json_object_get(part, key);
    char text[40];
    int64_t scaled;
    if (!json_is_number(v) || json_number_value(v) < 0 || json_number_value(v) > 100)
        return false;
    snprintf(text, sizeof text, "%.9f", json_number_value(v));
    if (!decimal_read(text_of(text), NUMBER_PLAIN, 9, &scaled))
        return false;
    *out = (int32_t)((scaled + (up ? 999 : 0)) / 1000);
    return true;
}

static struct share_range range_of(const json_t *part)
{
    struct share_range r = SHARE_ANY;
    if (percent_at(part, "exact", false, &r.least)) {
        percent_at(part, "exact", true, &r.most);
        return r;
    }
    if (!percent_at(part, "minimum", false, &r.least))
        r.least_open = percent_at(part, "exclusiveMinimum", false, &r.least);
    if (!percent_at(part, "maximum", true, &r.most))
        r.most_open = percent_at(part, "exclusiveMaximum", true, &r.most);
    if (r.least > r.most || (r.least == r.most && (r.least_open || r.most_open)))
        return SHARE_ANY;
    return r;
}

static void add_interest(struct reading *r, const struct told_interest *t)
{
    if (r->interest_count == r->interest_room) {
        r->interest_room = r->interest_room ? 2 * r->interest_room : 64;
        r->interests = heap_resize(r->interests, r->interest_room, sizeof *r->interests);
    }
    r->interests[r->interest_count++] = *t;
}

static void tell_interest(struct reading *r, const struct statement *s, const json_t *one,
                          struct told_interest t)
{
    struct text level = json_part_text(one, "directOrIndirect");
    if (!level.len)
        level = json_part_text(one, "interestLevel"); /* 0.2, 0.3 */
    t.interest = (struct interest){.range = range_of(json_object_get(one, "share")),
                                   .indirect = text_equal(level, TEXT("indirect")),
                                   .what = told_keep(&r->parties, json_part_text(one, "type")),
                                   .from = day_at(one, "startDate", DAY_ALWAYS),
                                   .to = day_at(one, "endDate", DAY_NEVER),
                                   .file = told_keep(&r->parties, s->file),
                                   .line = s->line};
    t.interest.ref = told_keep(&r->parties, json_part_text(s->object, "statementId"));
    if (!t.interest.ref.len)
        t.interest.ref = told_keep(&r->parties, json_part_text(s->object, "statementID"));
    t.interest.sure = t.interest.from == DAY_ALWAYS ? t.on : t.interest.from;
    set_kind(&t.interest);
    add_interest(r, &t);
}

/* Nobody is named; that there is no beneficial owner says nothing about holders. */
static bool is_unnamed(const json_t *party)
{
    struct text reason = json_part_text(party, "reason");
    return !text_equal(reason, TEXT("noBeneficialOwners")) &&
           !text_equal(reason, TEXT("no-beneficial-owners"));
}

static void tell_interests(struct reading *r, const struct statement *s, const json_t *interests,
                           struct told_interest t)
{
    for (size_t i = 0; i < json_array_size(interests); i++)
        tell_interest(r, s, json_array_get(interests, i), t);
    /* A statement without interests still ends what an earlier one told. */
    if (!json_array_size(interests)) {
        t.interest = (struct interest){.kind = INTEREST_OTHER, .to = DAY_ALWAYS, .from = DAY_NEVER};
        add_interest(r, &t);
    }
}

static struct told_party *unnamed_of(struct reading *r, const struct statement *s)
{
    char id[48];
    snprintf(id, sizeof id, "\n%zu of line %llu", s->index, (unsigned long long)s->line);
    return told_party_of(&r->parties, text_of(id));
}

/* --- statements of 0.4 --- */

static void tell_relationship(struct reading *r, const struct statement *s)
{
    const json_t *details = json_object_get(s->object, "recordDetails");
    const json_t *owner = json_object_get(details, "interestedParty");
    struct text owned = json_part_text(details, "subject"),
                named = json_part_text(details, "interestedParty");
    struct told_interest t = {
        .relation = told_keep(&r->parties, json_part_text(s->object, "recordId")),
        .on = day_at(s->object, "statementDate", DAY_ALWAYS),
        .order = r->order++,
        .closed = text_equal(json_part_text(s->object, "recordStatus"), TEXT("closed"))};
    if (!owned.len || (!named.len && !is_unnamed(owner)))
        return;
    t.owned = told_party_of(&r->parties, owned);
    t.owner = named.len ? told_party_of(&r->parties, named) : unnamed_of(r, s);
    tell_interests(r, s, json_object_get(details, "interests"), t);
}

static void tell_new(struct reading *r, const struct statement *s)
{
    struct text type = json_part_text(s->object, "recordType");
    const json_t *details = json_object_get(s->object, "recordDetails");
    if (text_equal(type, TEXT("relationship")))
        tell_relationship(r, s);
    else
        tell_party(r, s, json_part_text(s->object, "recordId"), details,
                   text_equal(type, TEXT("person")));
}

/* --- statements of 0.2 and 0.3 --- */

/* Statements are referred to by their own number; one that replaces another is about the same. */
static struct text record_id_old(const struct statement *s)
{
    struct text replaced = json_part_text(s->object, "replacesStatements.0");
    return replaced.len ? replaced : json_part_text(s->object, "statementID");
}

static void tell_relationship_old(struct reading *r, const struct statement *s)
{
    const json_t *owner = json_object_get(s->object, "interestedParty");
    struct text owned = json_part_text(s->object, "subject.describedByEntityStatement");
    struct text named = json_part_text(owner, "describedByEntityStatement");
    if (!named.len)
        named = json_part_text(owner, "describedByPersonStatement");
    struct told_interest t = {.relation = told_keep(&r->parties, record_id_old(s)),
                              .on = day_at(s->object, "statementDate", DAY_ALWAYS),
                              .order = r->order++};
    if (!owned.len) {
        refuse(r, s, "the subject is not told");
        return;
    }
    if (!named.len && !is_unnamed(json_object_get(owner, "unspecified")))
        return;
    t.owned = told_party_of(&r->parties, owned);
    t.owner = named.len ? told_party_of(&r->parties, named) : unnamed_of(r, s);
    tell_interests(r, s, json_object_get(s->object, "interests"), t);
}

static void tell_old(struct reading *r, const struct statement *s)
{
    struct text type = json_part_text(s->object, "statementType");
    struct text id = json_part_text(s->object, "statementID"), replaced = record_id_old(s);
    if (!id.len)
        refuse(r, s, "the key \"statementID\" is lacking");
    else if (text_equal(type, TEXT("ownershipOrControlStatement")))
        tell_relationship_old(r, s);
    else if (text_equal(type, TEXT("personStatement")) ||
             text_equal(type, TEXT("entityStatement"))) {
        if (!text_equal(id, replaced))
            told_party_same(&r->parties, id, replaced);
        tell_party(r, s, id, s->object, text_equal(type, TEXT("personStatement")));
    } else {
        refuse(r, s,
               "\"statementType\" is none of entityStatement, personStatement, "
               "ownershipOrControlStatement");
    }
}

static void take_statement(void *owner, const struct statement *s)
{
    struct reading *r = owner;
    bool old = json_object_get(s->object, "statementType") ||
               json_object_get(s->object, "statementID");
    r->faulty = false;
    if (old)
        tell_old(r, s);
    else if (bods_check(r->schema, s, report_fault, r))
        tell_new(r, s);
    else
        r->faulty = true;
    if (r->faulty) {
        r->counts->read--;
        r->counts->unreadable++;
    }
}

/* --- into the graph --- */

static int compare_told(const void *first, const void *second)
{
    const struct told_interest *a = first, *b = second;
    int order = text_compare(a->relation, b->relation);
    order = order ? order : (a->on > b->on) - (a->on < b->on);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* What a statement tells lasts until the next one on the same relationship. */
static void end_replaced(struct told_interest *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t k = i + 1;
        while (k < count && all[k].order == all[i].order)
            k++;
        bool replaced = k < count && text_equal(all[k].relation, all[i].relation);
        day end = all[i].closed ? all[i].on : replaced ? all[k].on : DAY_NEVER;
        if (all[i].interest.to > end)
            all[i].interest.to = end;
    }
}

static void add_interests(struct reading *r)
{
    if (r->interest_count)
        qsort(r->interests, r->interest_count, sizeof *r->interests, compare_told);
    end_replaced(r->interests, r->interest_count);
    for (size_t i = 0; i < r->interest_count; i++) {
        struct told_interest *t = &r->interests[i];
        t->interest.owner = t->owner->party;
        t->interest.owned = t->owned->party;
        if (t->interest.from < t->interest.to)
            owners_add_interest(r->owners, &t->interest);
    }
}

bool bods_read(struct owners *o, struct schema *s, struct diags *d, const char *path,
               struct statement_counts *counts)
{
    struct reading r = {.owners = o, .schema = s, .diags = d, .counts = counts};
    told_parties_init(&r.parties);
    bool read = statements_read(d, path, take_statement, &r, counts);
    told_parties_add(&r.parties, o);
    add_interests(&r);
    free(r.interests);
    told_parties_free(&r.parties);
    return read;
}
