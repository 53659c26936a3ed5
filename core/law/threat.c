/* SPDX-License-Identifier: Apache-2.0
 *
 * Classes of threat to an election: how grave, and how soon to respond. A rule names its threat, or
 * the list in threats.yaml has a pattern for its name; the first that fits counts.
 */
#include <config.h>

#include <fnmatch.h>

#include "law/kind.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const levels[] = {"low", "medium", "high", "urgent"};

const char *level_name(enum level l)
{
    return levels[l];
}

static bool read_level(struct diags *d, const struct node *n, enum level most, enum level *out)
{
    for (size_t i = 0; i <= (size_t)most; i++)
        if (text_equal(n->text, text_of(levels[i]))) {
            *out = (enum level)i;
            return true;
        }
    return diag_error(d, n->span, "law-level", TEXT(""), "expected low, medium%s",
                      most == LEVEL_URGENT ? ", high or urgent" : " or high");
}

static const struct node_key threat_keys[] = {
    {"threat", true, NODE_SCALAR, false}, {"title", true, NODE_MAP, false},
    {"impact", true, NODE_SCALAR, false}, {"priority", true, NODE_SCALAR, false},
    {"source", true, NODE_SCALAR, false}, {"confidence", true, NODE_SCALAR, false},
    {"doubt", false, NODE_SCALAR, false}, {"rules", false, NODE_LIST, false},
};

bool threat_read(struct lawbase *l, struct diags *d, const struct node *n)
{
    struct span *spans;
    if (!node_check(d, n, "threat", threat_keys, COUNT(threat_keys)))
        return false;
    struct threat *t = arena_make(&l->arena, struct threat);
    t->id = node_text(n, "threat");
    t->source = node_text(n, "source");
    t->doubt = node_text(n, "doubt");
    t->span = node_find(n, "threat")->span;
    if (!words_read(&l->arena, d, node_find(n, "title"), &t->title) ||
        !read_level(d, node_find(n, "impact"), LEVEL_HIGH, &t->impact) ||
        !read_level(d, node_find(n, "priority"), LEVEL_URGENT, &t->priority) ||
        !confidence_read(d, node_find(n, "confidence"), &t->confidence) ||
        !names_read(&l->arena, d, node_find(n, "rules"), &t->rules, &spans, &t->rule_count))
        return false;
    *arena_push(&l->arena, &l->threats, &l->threat_count) = t;
    return true;
}

const struct threat *threat_find(const struct lawbase *l, struct text id)
{
    for (size_t i = 0; i < l->threat_count; i++)
        if (text_equal(l->threats[i]->id, id))
            return l->threats[i];
    return NULL;
}

static bool fits(struct arena *a, const struct threat *t, struct text rule)
{
    const char *name = arena_copy(a, rule).at;
    for (size_t i = 0; i < t->rule_count; i++)
        if (fnmatch(arena_copy(a, t->rules[i]).at, name, 0) == 0)
            return true;
    return false;
}

bool threat_resolve(struct lawbase *l, struct diags *d, struct rule *r)
{
    if (!r->threat_name.len) {
        for (size_t i = 0; i < l->threat_count && !r->threat; i++)
            if (fits(&l->arena, l->threats[i], r->id))
                r->threat = l->threats[i];
        return true;
    }
    r->threat = threat_find(l, r->threat_name);
    struct text *names = arena_array(&d->arena, l->threat_count, struct text);
    for (size_t i = 0; i < l->threat_count; i++)
        names[i] = l->threats[i]->id;
    return r->threat ||
           diag_error(d, r->threat_span, "law-unknown-name",
                      diag_did_you_mean(&d->arena, r->threat_name, names, l->threat_count),
                      "no threat \"%.*s\" in threats.yaml", TEXT_ARG(r->threat_name));
}

bool threats_resolve(struct lawbase *l, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < l->rule_count; i++)
        ok &= threat_resolve(l, d, l->rules[i]);
    return ok;
}

/* --- kinds --- */

const struct kind threat_kind = {
    "threat", "A class of threat, and the rules that guard against it", threat_keys,
    COUNT(threat_keys),
    (const struct value_form[]){{"title", "words"},
                                {"impact", "one of low medium high"},
                                {"priority", "one of low medium high urgent"},
                                {"confidence", "confidence"},
                                {NULL, NULL}}};
