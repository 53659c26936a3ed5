/* SPDX-License-Identifier: Apache-2.0
 *
 * Dated values with units. A value may be a multiple of another parameter: the unit's value on
 * the first day of the version counts, and the unit must have one value over the whole version.
 * A value that is "unverified" exists, but nobody could read it: it is unknown, and so is what is
 * a multiple of it.
 */
#include <config.h>

#include "law/kind.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Where the "x" of "500 x am.unit" stands; SIZE_MAX: it is no multiple. */
static size_t find_times(struct text written)
{
    for (size_t i = 1; i + 2 < written.len; i++)
        if (memcmp(written.at + i - 1, " x ", 3) == 0)
            return i;
    return SIZE_MAX;
}

static const struct text unverified = TEXT_INIT("unverified");

static bool read_unverified(struct diags *d, const struct parameter *p, struct parameter_version *v)
{
    v->value = (struct value){.type = p->type, .knowledge = VALUE_UNKNOWN};
    return v->confidence == CONFIDENCE_LOW ||
           diag_error(d, v->span, "law-unverified", TEXT("write \"confidence: low\""),
                      "a value that was not read cannot be sure");
}

/* "800.000 AMD" is eight hundred here, and eight hundred thousand to many who write it. */
static bool is_ambiguous(struct text written, const struct value *v)
{
    size_t point = text_find(written, '.'), end = text_find(written, ' ');
    return v->type == TYPE_MONEY && point < end && end - point - 1 > currency_digits(v->currency);
}

static bool read_value(struct lawbase *l, struct diags *d, const struct parameter *p,
                       struct parameter_version *v)
{
    if (text_equal(v->written, unverified))
        return read_unverified(d, p, v);
    if (find_times(v->written) != SIZE_MAX)
        return true; /* see parameters_resolve */
    if (!value_read(&l->arena, p->type, v->written, &v->value) || v->value.knowledge != VALUE_KNOWN)
        return diag_error(
            d, v->span, "law-value",
            p->type == TYPE_MONEY ? TEXT("write no signs between the thousands") : TEXT(""),
            "expected %s, found \"%.*s\"", value_expected(p->type), TEXT_ARG(v->written));
    return !is_ambiguous(v->written, &v->value) ||
           diag_error(d, v->span, "law-value", TEXT("write no signs between the thousands"),
                      "\"%.*s\" has more digits behind the point than the currency",
                      TEXT_ARG(v->written));
}

static const struct node_key parameter_version_keys[] = {
    {"from", false, NODE_SCALAR, false},         {"to", false, NODE_SCALAR, false},
    {"value", true, NODE_SCALAR, false},         {"provision", false, NODE_SCALAR, false},
    {"source", true, NODE_SCALAR, false},        {"confidence", true, NODE_SCALAR, false},
    {"doubt", false, NODE_SCALAR, false},        {"certain_from", false, NODE_SCALAR, false},
    {"doubt_before", false, NODE_SCALAR, false}, {"status", false, NODE_SCALAR, false},
};

/* One version, or two: the days on which it was perhaps not in force yet are of low confidence. */
bool parameter_version_read(struct lawbase *l, struct diags *d, const struct node *n,
                            struct parameter *p)
{
    struct parameter_version v = {.source = node_text(n, "source"), .doubt = node_text(n, "doubt")};
    struct force first;
    struct text why;
    if (!node_check(d, n, "version of a parameter", parameter_version_keys,
                    COUNT(parameter_version_keys)))
        return false;
    v.written = node_text(n, "value");
    v.span = node_find(n, "value")->span;
    v.provision = node_text(n, "provision");
    v.provision_span = node_find(n, "provision") ? node_find(n, "provision")->span : v.span;
    if (!force_read(d, n, &v.force) || !force_split(d, n, &v.force, &first, &why) ||
        !status_read(d, n, STATUS_IN_FORCE, &v.status, &v.force) ||
        !confidence_read(d, node_find(n, "confidence"), &v.confidence))
        return false;
    bool ok = read_value(l, d, p, &v); /* a wrong one stays: it is no gap besides */
    if (first.to > first.from) {
        struct parameter_version *early = &p->versions[p->version_count++];
        *early = v;
        early->force = first;
        early->confidence = CONFIDENCE_LOW;
        early->doubt = v.doubt.len
                           ? arena_format(&l->arena, "%.*s; %.*s", TEXT_ARG(why), TEXT_ARG(v.doubt))
                           : why;
    }
    p->versions[p->version_count++] = v;
    return ok;
}

/* Versions in time order; two on one day are a message. */
static bool check_versions(struct diags *d, const struct parameter *p)
{
    for (size_t i = 1; i < p->version_count; i++)
        if (p->versions[i].force.from < p->versions[i - 1].force.to) {
            diag_error(d, p->versions[i].span, "law-overlap",
                       TEXT("\"to\" is the first day of the next version"),
                       "this version begins before the one in front of it ends");
            diag_note(d, p->versions[i - 1].span, "the one in front");
            return false;
        }
    return true;
}

static const struct node_key parameter_keys[] = {
    {"parameter", true, NODE_SCALAR, false}, {"title", true, NODE_MAP, false},
    {"type", true, NODE_SCALAR, false},      {"versions", true, NODE_LIST, false},
    {"except", false, NODE_LIST, false},
};

bool parameter_read(struct lawbase *l, struct diags *d, const struct node *n)
{
    if (!node_check(d, n, "parameter", parameter_keys, COUNT(parameter_keys)))
        return false;
    struct parameter *p = arena_make(&l->arena, struct parameter);
    const struct node *versions = node_find(n, "versions"), *type = node_find(n, "type");
    p->id = node_text(n, "parameter");
    p->span = node_find(n, "parameter")->span;
    p->node = n;
    p->type = type_find(type->text);
    if (p->type != TYPE_MONEY && p->type != TYPE_SHARE && p->type != TYPE_DURATION &&
        p->type != TYPE_NUMBER)
        return diag_error(d, type->span, "law-type", TEXT(""),
                          "expected a type: money, share, duration or number");
    p->versions = arena_array(&l->arena, 2 * versions->count, struct parameter_version);
    bool ok = words_read(&l->arena, d, node_find(n, "title"), &p->title) &&
              excepted_read(&l->arena, d, node_find(n, "except"), &p->except, &p->except_count);
    for (size_t i = 0; i < versions->count; i++)
        ok &= parameter_version_read(l, d, versions->items[i], p);
    *arena_push(&l->arena, &l->parameters, &l->parameter_count) = p;
    return ok && check_versions(d, p);
}

const struct parameter_version *parameter_at(const struct parameter *p, day on)
{
    for (size_t i = 0; i < p->version_count; i++)
        if (force_holds(p->versions[i].force, on))
            return &p->versions[i];
    return NULL;
}

const struct parameter_version *parameter_always(const struct parameter *p)
{
    for (size_t i = 0; i < p->version_count; i++)
        if (p->versions[i].force.from == DAY_ALWAYS && p->versions[i].force.to == DAY_NEVER)
            return &p->versions[i];
    return NULL;
}

static bool resolve(struct lawbase *l, struct diags *d, struct parameter *p,
                    struct parameter_version *v)
{
    size_t x = find_times(v->written);
    if (x == SIZE_MAX)
        return false; /* a version that could not be read: told already */
    struct text name = text_trim(text_slice(v->written, x + 1, v->written.len));
    const struct parameter *unit = parameter_find(l, name);
    const struct parameter_version *at = unit ? parameter_at(unit, v->force.from) : NULL;
    int64_t factor, product;
    if (!unit)
        return diag_error(d, v->span, "law-unknown-name", TEXT(""), "unknown unit \"%.*s\"",
                          TEXT_ARG(name));
    if (unit->type != p->type || !at ||
        (at->value.knowledge != VALUE_KNOWN && !text_equal(at->written, unverified)))
        return diag_error(d, v->span, "law-unit", TEXT(""),
                          "\"%.*s\" has no %s value when this version begins", TEXT_ARG(name),
                          type_name(p->type));
    if (at->force.to < v->force.to)
        return diag_error(d, v->span, "law-unit", TEXT("split this version on that day"),
                          "\"%.*s\" changes while this version is in force", TEXT_ARG(name));
    v->value = at->value;
    if (!decimal_read(text_slice(v->written, 0, x), NUMBER_PLAIN, 0, &factor) ||
        __builtin_mul_overflow(factor, at->value.number, &product))
        return diag_error(d, v->span, "law-value", TEXT("write it like 500 x am.unit"),
                          "not a multiple of a unit");
    v->value.number = product;
    if (at->confidence < v->confidence)
        v->confidence = at->confidence;
    return true;
}

bool parameters_resolve(struct lawbase *l, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < l->parameter_count; i++)
        for (size_t j = 0; j < l->parameters[i]->version_count; j++) {
            struct parameter_version *v = &l->parameters[i]->versions[j];
            if (v->status == STATUS_IN_FORCE && v->value.knowledge != VALUE_KNOWN &&
                v->written.len && !text_equal(v->written, unverified))
                ok &= resolve(l, d, l->parameters[i], v);
        }
    return ok;
}

/* --- a unit that a bill changed --- */

static bool is_multiple_of(const struct parameter_version *v, const struct parameter *unit)
{
    size_t x = find_times(v->written);
    return x != SIZE_MAX &&
           text_equal(text_trim(text_slice(v->written, x + 1, v->written.len)), unit->id);
}

/* One version cut where its unit changes, with no value yet. */
static void cut_by_unit(struct parameter *p, const struct parameter_version *v,
                        const struct parameter *unit)
{
    for (size_t i = 0; i < unit->version_count; i++) {
        struct force f = unit->versions[i].force;
        f.from = f.from > v->force.from ? f.from : v->force.from;
        f.to = f.to < v->force.to ? f.to : v->force.to;
        if (f.from >= f.to)
            continue;
        struct parameter_version *part = &p->versions[p->version_count++];
        *part = *v;
        part->force = f;
        part->value = (struct value){0};
    }
}

bool parameters_revalue(struct lawbase *l, struct diags *d, const struct parameter *unit)
{
    bool ok = true;
    for (size_t i = 0; i < l->parameter_count; i++) {
        const struct parameter *p = l->parameters[i];
        bool rests = false;
        for (size_t k = 0; k < p->version_count; k++)
            rests |= is_multiple_of(&p->versions[k], unit);
        if (!rests)
            continue;
        struct parameter *made = arena_make(&l->arena, struct parameter);
        *made = *p;
        made->versions = arena_array(&l->arena, p->version_count * (unit->version_count + 1),
                                     struct parameter_version);
        made->version_count = 0;
        for (size_t k = 0; k < p->version_count; k++)
            if (is_multiple_of(&p->versions[k], unit))
                cut_by_unit(made, &p->versions[k], unit);
            else
                made->versions[made->version_count++] = p->versions[k];
        l->parameters[i] = made;
        for (size_t k = 0; k < made->version_count; k++)
            if (is_multiple_of(&made->versions[k], unit))
                ok &= resolve(l, d, made, &made->versions[k]);
    }
    return ok;
}

bool parameter_resolve(struct lawbase *l, struct diags *d, struct parameter *p)
{
    bool ok = true;
    for (size_t i = 0; i < p->version_count; i++)
        if (p->versions[i].value.knowledge != VALUE_KNOWN &&
            find_times(p->versions[i].written) != SIZE_MAX)
            ok &= resolve(l, d, p, &p->versions[i]);
    return ok;
}

/* --- kinds --- */

const struct kind parameter_version_kind = {
    "parameter-version", "A value in a stretch of time", parameter_version_keys,
    COUNT(parameter_version_keys),
    (const struct value_form[]){{"from", "day"},
                                {"to", "day"},
                                {"certain_from", "day"},
                                {"status", "one of in-force enacted bill"},
                                {"confidence", "confidence"},
                                {NULL, NULL}}};
const struct kind parameter_kind = {
    "parameter", "A limit, a term, a share or a number", parameter_keys, COUNT(parameter_keys),
    (const struct value_form[]){{"title", "words"},
                                {"type", "one of money share duration number"},
                                {"versions", "list of parameter-version"},
                                {"except", "list of mutant-exception"},
                                {NULL, NULL}}};
