/* SPDX-License-Identifier: Apache-2.0
 *
 * Jurisdictions, instruments with their provisions, definitions, elections.
 */
#include <config.h>

#include "law/kind.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

bool names_read(struct arena *a, struct diags *d, const struct node *n, struct text **names,
                struct span **spans, size_t *count)
{
    *count = 0;
    if (!n)
        return true;
    *names = arena_array(a, n->count, struct text);
    *spans = arena_array(a, n->count, struct span);
    for (size_t i = 0; i < n->count; i++) {
        if (n->items[i]->kind != NODE_SCALAR)
            return diag_error(d, n->items[i]->span, "law-wrong-kind", TEXT(""), "expected a name");
        (*names)[*count] = n->items[i]->text;
        (*spans)[(*count)++] = n->items[i]->span;
    }
    return true;
}

static const struct node_key mutant_exception_keys[] = {{"mutant", true, NODE_SCALAR, false},
                                                        {"because", true, NODE_SCALAR, false}};

bool excepted_read(struct arena *a, struct diags *d, const struct node *n, struct excepted **list,
                   size_t *count)
{
    *list = n ? arena_array(a, n->count, struct excepted) : NULL;
    for (size_t i = 0; n && i < n->count; i++) {
        if (!node_check(d, n->items[i], "exception from mutation", mutant_exception_keys,
                        COUNT(mutant_exception_keys)))
            return false;
        (*list)[(*count)++] = (struct excepted){node_text(n->items[i], "mutant"),
                                                node_text(n->items[i], "because"),
                                                node_find(n->items[i], "mutant")->span};
    }
    return true;
}

struct expression expression_read(const struct node *n)
{
    struct span span = n->span;
    const struct text *body = &span.source->body;
    if (n->quoted && span.begin < body->len &&
        (body->at[span.begin] == '"' || body->at[span.begin] == '\''))
        span.begin++;
    return (struct expression){n->text, span};
}

/* --- jurisdiction --- */

static const struct node_key authority_keys[] = {{"name", true, NODE_MAP, false}};

static bool read_authorities(struct lawbase *l, struct diags *d, const struct node *n,
                             struct jurisdiction *j)
{
    if (!n)
        return true;
    j->authority_ids = arena_array(&l->arena, n->count, struct text);
    j->authorities = arena_array(&l->arena, n->count, struct words);
    for (size_t i = 0; i < n->count; i++) {
        if (!node_check(d, n->items[i], "authority", authority_keys, COUNT(authority_keys)) ||
            !words_read(&l->arena, d, node_find(n->items[i], "name"), &j->authorities[i]))
            return false;
        j->authority_ids[j->authority_count++] = n->keys[i];
    }
    return true;
}

static const struct node_key jurisdiction_keys[] = {
    {"jurisdiction", true, NODE_SCALAR, false}, {"name", true, NODE_MAP, false},
    {"languages", true, NODE_LIST, false},      {"currency", false, NODE_SCALAR, false},
    {"time_zone", false, NODE_SCALAR, false},   {"authorities", false, NODE_MAP, false},
    {"everywhere", false, NODE_SCALAR, false},
};

bool jurisdiction_read(struct lawbase *l, struct diags *d, const struct node *n)
{
    struct span *spans;
    if (!node_check(d, n, "jurisdiction", jurisdiction_keys, COUNT(jurisdiction_keys)))
        return false;
    struct jurisdiction *j = arena_make(&l->arena, struct jurisdiction);
    j->id = node_text(n, "jurisdiction");
    j->time_zone = node_text(n, "time_zone");
    j->everywhere = text_equal(node_text(n, "everywhere"), TEXT("yes"));
    const struct node *money = node_find(n, "currency");
    if (money && !currency_find(money->text, &j->currency))
        return diag_error(d, money->span, "law-currency", TEXT("ISO 4217 codes, like AMD"),
                          "unknown currency \"%.*s\"", TEXT_ARG(money->text));
    if (!words_read(&l->arena, d, node_find(n, "name"), &j->name) ||
        !names_read(&l->arena, d, node_find(n, "languages"), &j->languages, &spans,
                    &j->language_count) ||
        !read_authorities(l, d, node_find(n, "authorities"), j))
        return false;
    *arena_push(&l->arena, &l->jurisdictions, &l->jurisdiction_count) = j;
    return true;
}

/* --- instruments and provisions --- */

static const struct node_key provision_version_keys[] = {
    {"from", false, NODE_SCALAR, false},         {"to", false, NODE_SCALAR, false},
    {"summary", true, NODE_MAP, false},          {"source", true, NODE_SCALAR, false},
    {"confidence", true, NODE_SCALAR, false},    {"doubt", false, NODE_SCALAR, false},
    {"certain_from", false, NODE_SCALAR, false}, {"doubt_before", false, NODE_SCALAR, false},
    {"status", false, NODE_SCALAR, false},
};

const char *status_name(enum status s)
{
    static const char *const names[] = {"in force", "enacted, not in force",
                                        "a bill, not in force"};
    return names[s];
}

static bool read_status(struct diags *d, const struct node *n, enum status *out)
{
    static const char *const names[] = {"in-force", "enacted", "bill"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (text_equal(n->text, text_of(names[i]))) {
            *out = (enum status)i;
            return true;
        }
    return diag_error(d, n->span, "law-status", TEXT(""),
                      "expected a status: in-force, enacted or bill");
}

bool status_read(struct diags *d, const struct node *map, enum status otherwise, enum status *out,
                 struct force *force)
{
    static const char *const days[] = {"from", "to", "certain_from", "in_force"};
    const struct node *n = node_find(map, "status");
    *out = otherwise;
    if (n && !read_status(d, n, out))
        return false;
    for (size_t i = 0; *out != STATUS_IN_FORCE && i < COUNT(days); i++) {
        const struct node *dated = node_find(map, days[i]);
        if (dated)
            return diag_error(d, dated->span, "law-status",
                              TEXT("once it commences it is in-force, from that day"),
                              "it is %s: it has no days", status_name(*out));
    }
    if (*out != STATUS_IN_FORCE)
        *force = FORCE_NEVER;
    return true;
}

/* One version, or two: the days on which it was perhaps not in force yet are of low confidence. */
bool provision_version_read(struct lawbase *l, struct diags *d, const struct node *n,
                            struct provision *p)
{
    struct provision_version v = {.source = node_text(n, "source"), .doubt = node_text(n, "doubt")};
    struct force first;
    struct text why;
    if (!node_check(d, n, "version of a provision", provision_version_keys,
                    COUNT(provision_version_keys)) ||
        !force_read(d, n, &v.force) || !force_split(d, n, &v.force, &first, &why) ||
        !status_read(d, n, p->instrument->status, &v.status, &v.force) ||
        !words_read(&l->arena, d, node_find(n, "summary"), &v.summary) ||
        !confidence_read(d, node_find(n, "confidence"), &v.confidence))
        return false;
    if (first.to > first.from) {
        struct provision_version *early = &p->versions[p->version_count++];
        *early = v;
        early->force = first;
        early->confidence = CONFIDENCE_LOW;
        early->doubt = v.doubt.len
                           ? arena_format(&l->arena, "%.*s; %.*s", TEXT_ARG(why), TEXT_ARG(v.doubt))
                           : why;
    }
    p->versions[p->version_count++] = v;
    return true;
}

static const struct node_key provision_keys[] = {
    {"provision", true, NODE_SCALAR, false},
    {"citation", true, NODE_SCALAR, false},
    {"title", true, NODE_MAP, false},
    {"versions", true, NODE_LIST, false},
};

static bool read_provision(struct lawbase *l, struct diags *d, const struct node *n,
                           const struct instrument *in, struct provision *p)
{
    if (!node_check(d, n, "provision", provision_keys, COUNT(provision_keys)))
        return false;
    const struct node *versions = node_find(n, "versions");
    struct text local = node_text(n, "provision");
    p->id = arena_format(&l->arena, "%.*s/%.*s", TEXT_ARG(in->id), TEXT_ARG(local));
    p->citation = node_text(n, "citation");
    p->instrument = in;
    p->span = node_find(n, "provision")->span;
    p->node = n;
    p->versions = arena_array(&l->arena, 2 * versions->count, struct provision_version);
    bool ok = words_read(&l->arena, d, node_find(n, "title"), &p->title);
    for (size_t i = 0; i < versions->count; i++)
        ok &= provision_version_read(l, d, versions->items[i], p);
    return ok;
}

static const struct node_key life_keys[] = {{"from", false, NODE_SCALAR, false},
                                            {"to", false, NODE_SCALAR, false}};

bool life_read(struct diags *d, const struct node *n, struct force *out)
{
    *out = (struct force){DAY_ALWAYS, DAY_NEVER};
    return !n || (node_check(d, n, "period in force", life_keys, COUNT(life_keys)) &&
                  force_read(d, n, out));
}

static const struct node_key instrument_keys[] = {
    {"instrument", true, NODE_SCALAR, false}, {"title", true, NODE_MAP, false},
    {"citation", true, NODE_SCALAR, false},   {"status", true, NODE_SCALAR, false},
    {"in_force", false, NODE_MAP, false},     {"source", true, NODE_SCALAR, false},
    {"confidence", true, NODE_SCALAR, false}, {"provisions", true, NODE_LIST, false},
    {"doubt", false, NODE_SCALAR, false},
};

bool instrument_read(struct lawbase *l, struct diags *d, const struct node *n)
{
    if (!node_check(d, n, "instrument", instrument_keys, COUNT(instrument_keys)))
        return false;
    struct instrument *in = arena_make(&l->arena, struct instrument);
    const struct node *list = node_find(n, "provisions"), *force = node_find(n, "in_force");
    in->id = node_text(n, "instrument");
    in->citation = node_text(n, "citation");
    in->source = node_text(n, "source");
    in->doubt = node_text(n, "doubt");
    in->span = node_find(n, "instrument")->span;
    in->node = n;
    in->provisions = arena_array(&l->arena, list->count, struct provision);
    bool ok = words_read(&l->arena, d, node_find(n, "title"), &in->title) &&
              life_read(d, force, &in->force) &&
              status_read(d, n, STATUS_IN_FORCE, &in->status, &in->force) &&
              confidence_read(d, node_find(n, "confidence"), &in->confidence);
    for (size_t i = 0; i < list->count; i++)
        ok &= read_provision(l, d, list->items[i], in, &in->provisions[in->provision_count++]);
    *arena_push(&l->arena, &l->instruments, &l->instrument_count) = in;
    return ok;
}

/* --- definitions --- */

static const struct node_key definition_keys[] = {
    {"definition", true, NODE_SCALAR, false}, {"title", true, NODE_MAP, false},
    {"provisions", true, NODE_LIST, false},   {"record", true, NODE_SCALAR, false},
    {"when", true, NODE_SCALAR, false},       {"except", false, NODE_LIST, false},
};

bool definition_read(struct lawbase *l, struct diags *d, const struct node *n)
{
    if (!node_check(d, n, "definition", definition_keys, COUNT(definition_keys)))
        return false;
    struct definition *def = arena_make(&l->arena, struct definition);
    def->id = node_text(n, "definition");
    def->record = node_text(n, "record");
    def->when = expression_read(node_find(n, "when"));
    def->span = node_find(n, "definition")->span;
    def->node = n;
    def->force = (struct force){DAY_ALWAYS, DAY_NEVER};
    if (!words_read(&l->arena, d, node_find(n, "title"), &def->title) ||
        !names_read(&l->arena, d, node_find(n, "provisions"), &def->provisions,
                    &def->provision_spans, &def->provision_count) ||
        !excepted_read(&l->arena, d, node_find(n, "except"), &def->except, &def->except_count))
        return false;
    *arena_push(&l->arena, &l->definitions, &l->definition_count) = def;
    return true;
}

/* --- elections --- */

static const struct node_key period_keys[] = {{"from", true, NODE_SCALAR, false},
                                              {"to", true, NODE_SCALAR, false}};

static bool read_period(struct diags *d, const struct node *n, const char *name, struct force *out)
{
    const struct node *period = node_find(n, name);
    *out = (struct force){0, 0};
    return !period || (node_check(d, period, name, period_keys, COUNT(period_keys)) &&
                       force_read(d, period, out));
}

static const struct node_key election_keys[] = {
    {"election", true, NODE_SCALAR, false},   {"title", true, NODE_MAP, false},
    {"level", true, NODE_SCALAR, false},      {"day", true, NODE_SCALAR, false},
    {"called", false, NODE_SCALAR, false},    {"campaign", false, NODE_MAP, false},
    {"silence", false, NODE_MAP, false},      {"source", true, NODE_SCALAR, false},
    {"confidence", true, NODE_SCALAR, false}, {"doubt", false, NODE_SCALAR, false},
};

bool election_read(struct lawbase *l, struct diags *d, const struct node *n)
{
    if (!node_check(d, n, "election", election_keys, COUNT(election_keys)))
        return false;
    struct election *e = arena_make(&l->arena, struct election);
    const struct node *called = node_find(n, "called");
    e->id = node_text(n, "election");
    e->level = node_text(n, "level");
    e->source = node_text(n, "source");
    e->doubt = node_text(n, "doubt");
    e->called = DAY_ALWAYS;
    e->span = node_find(n, "election")->span;
    e->node = n;
    if (!words_read(&l->arena, d, node_find(n, "title"), &e->title) ||
        !node_day(d, node_find(n, "day"), &e->day) ||
        (called && !node_day(d, called, &e->called)) ||
        !read_period(d, n, "campaign", &e->campaign) ||
        !read_period(d, n, "silence", &e->silence) ||
        !confidence_read(d, node_find(n, "confidence"), &e->confidence))
        return false;
    *arena_push(&l->arena, &l->elections, &l->election_count) = e;
    return true;
}

bool election_counts(const struct election *e, struct text jurisdiction, struct text level)
{
    return e->id.len > jurisdiction.len && text_starts(e->id, jurisdiction) &&
           e->id.at[jurisdiction.len] == '.' && (level.len == 0 || text_equal(level, e->level));
}

const struct election *election_next(const struct lawbase *l, struct text jurisdiction,
                                     struct text level, day on)
{
    const struct election *next = NULL;
    for (size_t i = 0; i < l->election_count; i++) {
        const struct election *e = l->elections[i];
        if (election_counts(e, jurisdiction, level) && e->day >= on &&
            (!next || e->day < next->day))
            next = e;
    }
    return next;
}

bool election_during(const struct lawbase *l, struct text jurisdiction, struct text level,
                     struct text period, day on)
{
    bool silence = text_equal(period, TEXT("silence"));
    for (size_t i = 0; i < l->election_count; i++) {
        const struct election *e = l->elections[i];
        if (election_counts(e, jurisdiction, level) &&
            force_holds(silence ? e->silence : e->campaign, on))
            return true;
    }
    return false;
}

/* --- kinds --- */

const struct kind mutant_exception_kind = {
    "mutant-exception", "A small change of the law that tests need not notice, and why",
    mutant_exception_keys, COUNT(mutant_exception_keys), (const struct value_form[]){{NULL, NULL}}};
const struct kind authority_kind = {"authority", "A body that acts under the law", authority_keys,
                                    COUNT(authority_keys),
                                    (const struct value_form[]){{"name", "words"}, {NULL, NULL}}};
const struct kind jurisdiction_kind = {
    "jurisdiction", "A country or union: its languages, currency and authorities",
    jurisdiction_keys, COUNT(jurisdiction_keys),
    (const struct value_form[]){{"name", "words"},
                                {"everywhere", "one of yes no"},
                                {"authorities", "map of authority"},
                                {NULL, NULL}}};
const struct kind provision_version_kind = {
    "provision-version", "What a provision says in a stretch of time, in our own words",
    provision_version_keys, COUNT(provision_version_keys),
    (const struct value_form[]){{"from", "day"},
                                {"to", "day"},
                                {"certain_from", "day"},
                                {"status", "one of in-force enacted bill"},
                                {"summary", "words"},
                                {"confidence", "confidence"},
                                {NULL, NULL}}};
const struct kind provision_kind = {
    "provision", "An article or a part of one", provision_keys, COUNT(provision_keys),
    (const struct value_form[]){
        {"title", "words"}, {"versions", "list of provision-version"}, {NULL, NULL}}};
const struct kind instrument_kind = {
    "instrument", "An act with its provisions", instrument_keys, COUNT(instrument_keys),
    (const struct value_form[]){{"title", "words"},
                                {"status", "one of in-force enacted bill"},
                                {"in_force", "life"},
                                {"confidence", "confidence"},
                                {"provisions", "list of provision"},
                                {NULL, NULL}}};
const struct kind life_kind = {
    "life", "From the first day to the first day on which it is no longer so", life_keys,
    COUNT(life_keys), (const struct value_form[]){{"from", "day"}, {"to", "day"}, {NULL, NULL}}};
const struct kind definition_kind = {
    "definition", "A condition with a name", definition_keys, COUNT(definition_keys),
    (const struct value_form[]){
        {"title", "words"}, {"except", "list of mutant-exception"}, {NULL, NULL}}};
const struct kind period_kind = {
    "period", "Days from the first to the first that is outside", period_keys, COUNT(period_keys),
    (const struct value_form[]){{"from", "day"}, {"to", "day"}, {NULL, NULL}}};
const struct kind election_kind = {"election",
                                   "A voting day with its campaign and its days of silence",
                                   election_keys, COUNT(election_keys),
                                   (const struct value_form[]){{"title", "words"},
                                                               {"day", "day"},
                                                               {"called", "day"},
                                                               {"campaign", "period"},
                                                               {"silence", "period"},
                                                               {"confidence", "confidence"},
                                                               {NULL, NULL}}};
