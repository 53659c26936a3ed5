/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "law/kind.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool read_with(struct lawbase *l, struct diags *d, const struct node *n, struct rule *r)
{
    if (!n)
        return true;
    r->with = arena_array(&l->arena, n->count, struct argument);
    for (size_t i = 0; i < n->count; i++) {
        if (n->items[i]->kind != NODE_SCALAR)
            return diag_error(d, n->items[i]->span, "law-wrong-kind", TEXT(""),
                              "a plugin parameter is a single value");
        r->with[r->with_count++] = (struct argument){
            n->keys[i], n->key_spans[i], expression_read(n->items[i]), n->items[i]->quoted};
    }
    return true;
}

static const struct node_key exception_keys[] = {
    {"when", true, NODE_SCALAR, false},
    {"provision", true, NODE_SCALAR, false},
    {"title", false, NODE_MAP, false},
};

static bool read_unless(struct lawbase *l, struct diags *d, const struct node *n, struct rule *r)
{
    if (!n)
        return true;
    r->unless = arena_array(&l->arena, n->count, struct exception);
    for (size_t i = 0; i < n->count; i++) {
        const struct node *item = n->items[i];
        struct exception *x = &r->unless[r->unless_count];
        if (!node_check(d, item, "exception", exception_keys, COUNT(exception_keys)))
            return false;
        const struct node *title = node_find(item, "title");
        x->when = expression_read(node_find(item, "when"));
        x->provision = node_text(item, "provision");
        x->provision_span = node_find(item, "provision")->span;
        if (title && !words_read(&l->arena, d, title, &x->title))
            return false;
        r->unless_count++;
    }
    return true;
}

static struct span span_or_none(const struct node *n)
{
    return n ? n->span : (struct span){0};
}

static const struct node_key consequence_keys[] = {
    {"action", true, NODE_SCALAR, false}, {"or", false, NODE_SCALAR, false},
    {"to", false, NODE_SCALAR, false},    {"within", false, NODE_SCALAR, false},
    {"from", false, NODE_SCALAR, false},  {"authority", false, NODE_SCALAR, false},
};

static bool read_consequence(struct diags *d, const struct node *n, struct consequence *c)
{
    if (!n)
        return true;
    if (!node_check(d, n, "consequence", consequence_keys, COUNT(consequence_keys)))
        return false;
    *c = (struct consequence){
        .given = true,
        .action = node_text(n, "action"),
        .otherwise = node_text(n, "or"),
        .to = node_text(n, "to"),
        .within = node_text(n, "within"),
        .from = node_text(n, "from"),
        .authority = node_text(n, "authority"),
        .within_span = span_or_none(node_find(n, "within")),
        .from_span = span_or_none(node_find(n, "from")),
        .authority_span = span_or_none(node_find(n, "authority")),
    };
    return true;
}

static bool read_severity(struct diags *d, const struct node *n, bool *is_violation)
{
    *is_violation = text_equal(n->text, TEXT("violation"));
    return *is_violation || text_equal(n->text, TEXT("indicator")) ||
           diag_error(d, n->span, "law-severity", TEXT(""),
                      "expected a severity: violation or indicator");
}

static const struct node_key rule_keys[] = {
    {"rule", true, NODE_SCALAR, false},     {"title", true, NODE_MAP, false},
    {"provisions", true, NODE_LIST, false}, {"in_force", false, NODE_MAP, false},
    {"basis", false, NODE_SCALAR, false},   {"plugin", true, NODE_SCALAR, false},
    {"with", false, NODE_MAP, false},       {"unless", false, NODE_LIST, false},
    {"severity", true, NODE_SCALAR, false}, {"consequence", false, NODE_MAP, false},
    {"sanctions", false, NODE_LIST, false}, {"doubt", false, NODE_SCALAR, false},
    {"tests", false, NODE_LIST, false},     {"except", false, NODE_LIST, false},
    {"threat", false, NODE_SCALAR, false},
};

bool rule_read(struct lawbase *l, struct diags *d, const struct node *n,
               const struct jurisdiction *j)
{
    if (!node_check(d, n, "rule", rule_keys, COUNT(rule_keys)))
        return false;
    struct rule *r = arena_make(&l->arena, struct rule);
    const struct node *force = node_find(n, "in_force");
    r->id = node_text(n, "rule");
    r->jurisdiction = j;
    r->basis = node_text(n, "basis");
    r->basis_span = span_or_none(node_find(n, "basis"));
    r->plugin = node_text(n, "plugin");
    r->plugin_span = node_find(n, "plugin")->span;
    r->doubt = node_text(n, "doubt");
    r->threat_name = node_text(n, "threat");
    r->threat_span = span_or_none(node_find(n, "threat"));
    r->tests = node_find(n, "tests");
    r->span = node_find(n, "rule")->span;
    r->node = n;
    if (!words_read(&l->arena, d, node_find(n, "title"), &r->title) ||
        !names_read(&l->arena, d, node_find(n, "provisions"), &r->provisions, &r->provision_spans,
                    &r->provision_count) ||
        !names_read(&l->arena, d, node_find(n, "sanctions"), &r->sanctions, &r->sanction_spans,
                    &r->sanction_count) ||
        !life_read(d, force, &r->force) || !read_with(l, d, node_find(n, "with"), r) ||
        !read_unless(l, d, node_find(n, "unless"), r) ||
        !read_severity(d, node_find(n, "severity"), &r->is_violation) ||
        !read_consequence(d, node_find(n, "consequence"), &r->consequence) ||
        !excepted_read(&l->arena, d, node_find(n, "except"), &r->except, &r->except_count))
        return false;
    *arena_push(&l->arena, &l->rules, &l->rule_count) = r;
    return true;
}

/* The first of its provisions that has commenced in no version. */
static const struct provision *awaited(const struct lawbase *l, const struct rule *r)
{
    for (size_t i = 0; i < r->provision_count; i++) {
        const struct provision *p = provision_find(l, r->provisions[i]);
        if (p && provision_awaits(p))
            return p;
    }
    return NULL;
}

void rules_await(struct lawbase *l)
{
    for (size_t i = 0; i < l->rule_count; i++) {
        l->rules[i]->awaits = awaited(l, l->rules[i]);
        if (l->rules[i]->awaits)
            l->rules[i]->force = FORCE_NEVER;
    }
}

/* --- kinds --- */

const struct kind exception_kind = {
    "exception", "When the rule does not apply, under its own provision", exception_keys,
    COUNT(exception_keys), (const struct value_form[]){{"title", "words"}, {NULL, NULL}}};
const struct kind consequence_kind = {"consequence", "What must follow, by whom, until when",
                                      consequence_keys, COUNT(consequence_keys),
                                      (const struct value_form[]){{NULL, NULL}}};
const struct kind rule_kind = {
    "rule", "Binds provisions to a plugin, with conditions, what must follow, and tests", rule_keys,
    COUNT(rule_keys),
    (const struct value_form[]){{"title", "words"},
                                {"in_force", "life"},
                                {"with", "values"},
                                {"unless", "list of exception"},
                                {"severity", "one of violation indicator"},
                                {"consequence", "consequence"},
                                {"tests", "list of test"},
                                {"except", "list of mutant-exception"},
                                {NULL, NULL}}};
