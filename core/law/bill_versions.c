/* SPDX-License-Identifier: Apache-2.0
 *
 * What bills change in limits and provisions: both have dated versions. The versions are cut on the
 * day of the commencement, and the bill's own stands between.
 */
#include <config.h>

#include "law/bill_apply.h"
#include "law/kind.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Source, confidence and doubt of what a bill brings are the bill's, where a change says nothing.
 */
static const struct node *with_standing(const struct applying *ap, const struct node *n)
{
    const struct bill *b = ap->bill;
    struct arena *a = &ap->law->arena;
    struct span span = b->span;
    if (!node_find(n, "source"))
        n = node_with(a, n, "source", node_scalar(a, b->source, span));
    if (!node_find(n, "confidence"))
        n = node_with(a, n, "confidence",
                      b->confidence ? b->confidence : node_scalar(a, TEXT("high"), span));
    if (!node_find(n, "doubt") && b->doubt.len)
        n = node_with(a, n, "doubt", node_scalar(a, b->doubt, span));
    return n;
}

static bool wrong_change(struct applying *ap, const char *what, const char *hint)
{
    return diag_error(ap->diags, ap->change->span, "bill-change", text_of(hint),
                      "%s cannot be changed by \"%s\"", what, change_kind_name(ap->change->kind));
}

/* A date would be read, and then the commencement would count. */
static bool refuse_days(struct applying *ap, const struct node *n)
{
    static const char *const keys[] = {"from", "to", "certain_from", "doubt_before"};
    for (size_t i = 0; i < COUNT(keys); i++)
        if (node_find(n, keys[i]))
            return diag_error(ap->diags, node_find(n, keys[i])->span, "bill-change",
                              TEXT("write \"commencement\" and \"until\" beside it"),
                              "the change itself says from when on it holds");
    return true;
}

/* --- limits --- */

/* Of the old versions what lies outside the change. */
static void keep_outside(const struct parameter *old, struct force f, bool behind,
                         struct parameter *out)
{
    struct force side = behind ? (struct force){f.to, DAY_NEVER}
                               : (struct force){DAY_ALWAYS, f.from};
    for (size_t i = 0; i < old->version_count; i++) {
        struct force left = force_common(old->versions[i].force, side);
        if (left.from >= left.to)
            continue;
        out->versions[out->version_count] = old->versions[i];
        out->versions[out->version_count++].force = left;
    }
}

/* The version that holds on a day, or else the first one after it: what a change leaves out, it
 * takes over. */
static const struct parameter_version *model_of(const struct parameter *p, day on)
{
    for (size_t i = 0; i < p->version_count; i++)
        if (p->versions[i].force.to > on)
            return &p->versions[i];
    return p->version_count ? &p->versions[p->version_count - 1] : NULL;
}

static bool add_version(struct applying *ap, const struct parameter *old, struct parameter *p,
                        const struct node *n, struct force f)
{
    struct arena *a = &ap->law->arena;
    const struct parameter_version *model = model_of(old, f.from);
    size_t before = p->version_count;
    if (f.from >= f.to)
        return true;
    if (!node_find(n, "provision") && model && model->provision.len)
        n = node_with(a, n, "provision", node_scalar(a, model->provision, ap->change->span));
    bool ok = parameter_version_read(ap->law, ap->diags, with_standing(ap, n), p);
    if (p->version_count > before)
        p->versions[p->version_count - 1].force = f;
    return ok;
}

static const struct node *empty_map(struct arena *a, struct span span)
{
    struct node *n = arena_make(a, struct node);
    *n = (struct node){.kind = NODE_MAP, .span = span};
    return n;
}

static bool add_versions(struct applying *ap, const struct parameter *old, struct parameter *p)
{
    const struct change *c = ap->change;
    struct arena *a = &ap->law->arena;
    const struct node *n = c->as ? c->as : empty_map(a, c->span);
    struct force first = ap->force, rest = ap->force;
    if (c->value)
        n = node_with(a, n, "value", c->value);
    if (!c->transition_value)
        return refuse_days(ap, n) && add_version(ap, old, p, n, rest);
    first.to = rest.from = ap->transition_until < first.to ? ap->transition_until : first.to;
    return refuse_days(ap, n) &&
           add_version(ap, old, p, node_with(a, n, "value", c->transition_value), first) &&
           add_version(ap, old, p, n, rest);
}

static bool put_parameter(struct applying *ap, struct parameter *p)
{
    struct lawbase *l = ap->law;
    for (size_t i = 0; i < l->parameter_count; i++)
        if (text_equal(l->parameters[i]->id, p->id))
            l->parameters[i] = p;
    return parameter_resolve(l, ap->diags, p) && parameters_revalue(l, ap->diags, p);
}

static bool insert_parameter(struct applying *ap)
{
    struct lawbase *l = ap->law;
    return parameter_read(l, ap->diags, ap->change->as) &&
           parameter_resolve(l, ap->diags, l->parameters[l->parameter_count - 1]);
}

bool apply_parameter(struct applying *ap)
{
    const struct change *c = ap->change;
    struct arena *a = &ap->law->arena;
    if (c->spares.text.len)
        return diag_error(ap->diags, c->transition_span, "bill-transition",
                          TEXT("let rules spare records; give the limit a \"value\" until a day"),
                          "a limit cannot spare single records");
    if (c->kind == CHANGE_INSERT)
        return insert_parameter(ap);
    if (c->kind == CHANGE_REPLACE || c->without_count)
        return wrong_change(ap, "a limit", "write \"set: ID\" with its new \"value\"");
    const struct parameter *old = parameter_find(ap->law, c->target);
    struct parameter *p = arena_make(a, struct parameter);
    *p = *old;
    p->version_count = 0;
    p->versions = arena_array(a, 2 * old->version_count + 4, struct parameter_version);
    keep_outside(old, ap->force, false, p);
    bool ok = c->kind == CHANGE_REPEAL || add_versions(ap, old, p);
    keep_outside(old, ap->force, true, p);
    return ok && put_parameter(ap, p);
}

/* --- provisions --- */

static const struct node_key bill_provision_keys[] = {
    {"provision", false, NODE_SCALAR, false},  {"citation", false, NODE_SCALAR, false},
    {"title", false, NODE_MAP, false},         {"summary", false, NODE_MAP, false},
    {"source", false, NODE_SCALAR, false},     {"doubt", false, NODE_SCALAR, false},
    {"confidence", false, NODE_SCALAR, false},
};

/* The act "am.parties-2016" of "am.parties-2016/24.4", copied, with room for one provision more. */
static struct instrument *own_instrument(struct applying *ap)
{
    struct lawbase *l = ap->law;
    struct text target = ap->change->target;
    struct text id = text_slice(target, 0, text_find(target, '/'));
    for (size_t i = 0; i < l->instrument_count; i++) {
        if (!text_equal(l->instruments[i]->id, id))
            continue;
        struct instrument *in = arena_make(&l->arena, struct instrument);
        *in = *l->instruments[i];
        in->provisions = arena_array(&l->arena, in->provision_count + 1, struct provision);
        memcpy(in->provisions, l->instruments[i]->provisions,
               in->provision_count * sizeof *in->provisions);
        for (size_t k = 0; k < in->provision_count; k++)
            in->provisions[k].instrument = in;
        l->instruments[i] = in;
        return in;
    }
    diag_error(ap->diags, ap->change->span, "bill-unknown",
               TEXT("write the act, a slash and the article: \"am.parties-2016/24.4\""),
               "the law has no act \"%.*s\"", TEXT_ARG(id));
    return NULL;
}

static struct provision *own_provision(struct applying *ap, struct instrument *in)
{
    for (size_t i = 0; i < in->provision_count; i++)
        if (text_equal(in->provisions[i].id, ap->change->target))
            return &in->provisions[i];
    struct provision *p = &in->provisions[in->provision_count++];
    *p = (struct provision){.id = ap->change->target, .instrument = in, .span = ap->change->span};
    return p;
}

static void keep_provision(const struct provision_version *old, size_t count, struct force side,
                           struct provision *out)
{
    for (size_t i = 0; i < count; i++) {
        struct force left = force_common(old[i].force, side);
        if (left.from >= left.to)
            continue;
        out->versions[out->version_count] = old[i];
        out->versions[out->version_count++].force = left;
    }
}

/* The version's own keys, as the law base has them. */
static const struct node *version_node(const struct applying *ap, const struct node *n)
{
    static const char *const keys[] = {"summary", "source", "confidence", "doubt"};
    struct arena *a = &ap->law->arena;
    const struct node *v = empty_map(a, ap->change->span);
    n = with_standing(ap, n);
    for (size_t i = 0; i < COUNT(keys); i++)
        if (node_find(n, keys[i]))
            v = node_with(a, v, keys[i], node_find(n, keys[i]));
    return v;
}

static bool read_names(struct applying *ap, const struct node *n, struct provision *p)
{
    const struct node *title = node_find(n, "title"), *citation = node_find(n, "citation");
    if (citation)
        p->citation = citation->text;
    if (title && !words_read(&ap->law->arena, ap->diags, title, &p->title))
        return false;
    if (p->title.count && p->citation.len)
        return true;
    return diag_error(ap->diags, ap->change->span, "law-missing-key", TEXT(""),
                      "a new provision needs \"citation\", \"title\" and \"summary\"");
}

static bool add_provision_version(struct applying *ap, struct provision *p)
{
    const struct node *n = ap->change->as;
    size_t before = p->version_count;
    if (!n ||
        !node_check(ap->diags, n, "provision of a bill", bill_provision_keys,
                    COUNT(bill_provision_keys)) ||
        !read_names(ap, n, p))
        return n != NULL && false;
    if (!node_find(n, "summary"))
        return diag_error(ap->diags, ap->change->span, "law-missing-key",
                          TEXT("say in your own words what it shall say"),
                          "missing key \"summary\"");
    bool ok = provision_version_read(ap->law, ap->diags, version_node(ap, n), p);
    if (p->version_count > before)
        p->versions[p->version_count - 1].force = ap->force;
    return ok;
}

bool apply_provision(struct applying *ap)
{
    const struct change *c = ap->change;
    if (c->has_transition)
        return diag_error(ap->diags, c->transition_span, "bill-transition",
                          TEXT("rules and limits have transitions"),
                          "a provision has no transition");
    if (c->value || c->without_count)
        return wrong_change(ap, "a provision", "write \"as: {summary: {en: ...}}\"");
    struct instrument *in = own_instrument(ap);
    if (!in)
        return false;
    struct provision *p = own_provision(ap, in);
    struct provision_version *old = p->versions;
    size_t count = p->version_count;
    p->versions = arena_array(&ap->law->arena, 2 * count + 2, struct provision_version);
    p->version_count = 0;
    keep_provision(old, count, (struct force){DAY_ALWAYS, ap->force.from}, p);
    bool ok = c->kind == CHANGE_REPEAL || add_provision_version(ap, p);
    keep_provision(old, count, (struct force){ap->force.to, DAY_NEVER}, p);
    if (!p->node)
        p->node = c->as;
    return ok;
}

const struct kind bill_provision_kind = {
    "bill-provision", "A provision as a bill wants it; its name has the act in front",
    bill_provision_keys, COUNT(bill_provision_keys),
    (const struct value_form[]){
        {"title", "words"}, {"summary", "words"}, {"confidence", "confidence"}, {NULL, NULL}}};
