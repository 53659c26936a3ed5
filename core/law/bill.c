/* SPDX-License-Identifier: Apache-2.0
 *
 * A bill as it stands in its file. What its changes bring is kept as it is written: whoever applies
 * them reads it as the law base's own files are read.
 */
#include <config.h>

#include "law/bill.h"

#include "law/kind.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const kind_names[] = {"set", "replace", "insert", "repeal"};

const char *change_kind_name(enum change_kind k)
{
    return kind_names[k];
}

const char *piece_kind_name(enum piece_kind k)
{
    static const char *const names[] = {"nothing",  "provision", "parameter", "definition",
                                        "election", "rule",      "instrument"};
    return names[k];
}

/* --- transition --- */

/* Where a map begins, also an empty one. */
static struct span head_of(const struct node *map)
{
    return map->count ? map->key_spans[0] : map->span;
}

static const struct node_key transition_keys[] = {
    {"spares", false, NODE_SCALAR, false},
    {"value", false, NODE_SCALAR, false},
    {"until", false, NODE_SCALAR, false},
};

static bool read_transition(struct diags *d, const struct node *n, struct change *c)
{
    c->transition_until = DAY_NEVER;
    if (!n)
        return true;
    if (!node_check(d, n, "transition", transition_keys, COUNT(transition_keys)))
        return false;
    const struct node *spares = node_find(n, "spares"), *until = node_find(n, "until");
    c->has_transition = true;
    c->transition_span = head_of(n);
    c->transition_value = node_find(n, "value");
    if (!spares == !c->transition_value)
        return diag_error(d, c->transition_span, "bill-transition",
                          TEXT("a rule spares some records; a limit has another value for a while"),
                          "expected either \"spares\" or \"value\"");
    if (c->transition_value && !until)
        return diag_error(d, c->transition_value->span, "bill-transition",
                          TEXT("add \"until: DATE\""), "a transitional value must end");
    if (spares)
        c->spares = expression_read(spares);
    return !until || node_day(d, until, &c->transition_until);
}

/* --- changes --- */

static const struct node_key change_keys[] = {
    {"set", false, NODE_SCALAR, false},   {"replace", false, NODE_SCALAR, false},
    {"insert", false, NODE_MAP, false},   {"repeal", false, NODE_SCALAR, false},
    {"value", false, NODE_SCALAR, false}, {"as", false, NODE_MAP, false},
    {"without", false, NODE_LIST, false}, {"commencement", false, NODE_SCALAR, false},
    {"until", false, NODE_SCALAR, false}, {"transition", false, NODE_MAP, false},
    {"note", false, NODE_MAP, false},
};

/* Which of the four it is; false after a message. */
static bool read_kind(struct diags *d, const struct node *n, struct change *c,
                      const struct node **what)
{
    const struct node *second = NULL;
    *what = NULL;
    for (size_t i = 0; i < COUNT(kind_names); i++) {
        const struct node *found = node_find(n, kind_names[i]);
        if (found && *what)
            second = found;
        else if (found) {
            *what = found;
            c->kind = (enum change_kind)i;
        }
    }
    if (*what && !second)
        return true;
    return diag_error(d, second ? second->span : head_of(n), "bill-change",
                      TEXT("write a change for each"),
                      "a change is one of: set, replace, insert, repeal");
}

/* The key that names a piece of law in its own form: "rule: am.x". */
static const struct node *named(const struct node *n)
{
    static const char *const keys[] = {"provision", "parameter", "definition",
                                       "election",  "rule",      "instrument"};
    for (size_t i = 0; i < COUNT(keys); i++)
        if (n->count && text_equal(n->keys[0], text_of(keys[i])) &&
            n->items[0]->kind == NODE_SCALAR)
            return n->items[0];
    return NULL;
}

static bool read_target(struct diags *d, const struct node *what, struct change *c)
{
    const struct node *name = what;
    if (c->kind == CHANGE_INSERT) {
        c->as = what;
        name = named(what);
        if (!name)
            return diag_error(
                d, head_of(what), "bill-change",
                TEXT("as in the law base: \"insert: {rule: am.x, title: ..., ...}\""),
                "expected first what is inserted: provision, parameter, definition, election, "
                "rule or instrument");
    }
    c->target = name->text;
    c->span = name->span;
    return true;
}

/* Which keys go with which kind of change. */
static bool check_parts(struct diags *d, const struct node *n, const struct change *c)
{
    bool says = c->kind == CHANGE_SET || c->kind == CHANGE_REPLACE;
    const struct node *as = node_find(n, "as"), *without = node_find(n, "without");
    const struct node *odd = !says && as                         ? as
                             : c->kind != CHANGE_SET && c->value ? c->value
                             : c->kind != CHANGE_SET && without  ? without
                             : c->value && as                    ? as
                                                                 : NULL;
    if (odd)
        return diag_error(d, odd->span, "bill-change",
                          TEXT("set: \"value\", or \"as\" and \"without\"; replace: \"as\""),
                          "this does not go with \"%s\"%s", kind_names[c->kind],
                          c->value && as ? " beside a value" : "");
    if ((c->kind == CHANGE_SET && !as && !c->value && !without) ||
        (c->kind == CHANGE_REPLACE && !as))
        return diag_error(d, c->span, "bill-change", TEXT("add \"as:\" with what it shall read"),
                          "nothing says what \"%.*s\" shall be", TEXT_ARG(c->target));
    return true;
}

static bool read_force(struct diags *d, const struct node *n, day standard, struct change *c)
{
    const struct node *from = node_find(n, "commencement"), *until = node_find(n, "until");
    c->force = (struct force){standard, DAY_NEVER};
    c->commencement_given = from != NULL;
    if ((from && !node_day(d, from, &c->force.from)) ||
        (until && !node_day(d, until, &c->force.to)))
        return false;
    if (c->force.from == DAY_ALWAYS)
        return diag_error(d, c->span, "bill-commencement",
                          TEXT("add \"commencement: DATE\" to the change or to the bill"),
                          "nothing says from when on this holds");
    return c->force.from < c->force.to || diag_error(d, until->span, "bill-commencement", TEXT(""),
                                                     "it would end before it begins");
}

static bool read_change(struct arena *a, struct diags *d, const struct node *n, day standard,
                        struct change *c)
{
    const struct node *what, *note = node_find(n, "note");
    if (!node_check(d, n, "change", change_keys, COUNT(change_keys)) ||
        !read_kind(d, n, c, &what) || !read_target(d, what, c))
        return false;
    c->value = node_find(n, "value");
    if (!check_parts(d, n, c))
        return false;
    if (c->kind != CHANGE_INSERT)
        c->as = node_find(n, "as");
    return names_read(a, d, node_find(n, "without"), &c->without, &c->without_spans,
                      &c->without_count) &&
           read_force(d, n, standard, c) && read_transition(d, node_find(n, "transition"), c) &&
           (!note || words_read(a, d, note, &c->note));
}

/* --- answers to standards --- */

static const struct node_key answer_keys[] = {
    {"standard", true, NODE_SCALAR, false}, {"item", true, NODE_SCALAR, false},
    {"answer", true, NODE_SCALAR, false},   {"provisions", false, NODE_LIST, false},
    {"rules", false, NODE_LIST, false},     {"remark", false, NODE_SCALAR, false},
};

static bool read_answers(struct arena *a, struct diags *d, const struct node *list, struct bill *b)
{
    bool ok = true;
    b->answers = list ? arena_array(a, list->count, struct bill_answer) : NULL;
    for (size_t i = 0; list && i < list->count && ok; i++) {
        const struct node *n = list->items[i];
        struct bill_answer *answer = &b->answers[b->answer_count++];
        if (!node_check(d, n, "answer", answer_keys, COUNT(answer_keys)))
            return false;
        answer->standard = node_text(n, "standard");
        answer->item = node_text(n, "item");
        answer->span = node_find(n, "item")->span;
        answer->remark = node_text(n, "remark");
        ok = answer_read(d, node_find(n, "answer"), &answer->answer) &&
             names_read(a, d, node_find(n, "provisions"), &answer->provisions,
                        &answer->provision_spans, &answer->provision_count) &&
             names_read(a, d, node_find(n, "rules"), &answer->rules, &answer->rule_spans,
                        &answer->rule_count);
    }
    return ok;
}

/* --- the bill --- */

static const struct node_key base_keys[] = {
    {"date", true, NODE_SCALAR, false},
    {"digest", false, NODE_SCALAR, false},
    {"pieces", false, NODE_MAP, false},
};

static bool read_base(struct arena *a, struct diags *d, const struct node *n, struct bill *b)
{
    if (!node_check(d, n, "base", base_keys, COUNT(base_keys)) ||
        !node_day(d, node_find(n, "date"), &b->drafted))
        return false;
    const struct node *pieces = node_find(n, "pieces");
    b->base_digest = node_text(n, "digest");
    if (!pieces)
        return true;
    b->piece_ids = pieces->keys;
    b->piece_spans = pieces->key_spans;
    b->piece_digests = arena_array(a, pieces->count, struct text);
    for (size_t i = 0; i < pieces->count; i++) {
        if (pieces->items[i]->kind != NODE_SCALAR)
            return diag_error(d, pieces->items[i]->span, "law-wrong-kind",
                              TEXT("`scrutineer bill base BILL` writes them"), "expected a digest");
        b->piece_digests[b->piece_count++] = pieces->items[i]->text;
    }
    return true;
}

static const struct node_key bill_keys[] = {
    {"bill", true, NODE_SCALAR, false},
    {"title", true, NODE_MAP, false},
    {"sponsor", true, NODE_SCALAR, false},
    {"source", true, NODE_SCALAR, false},
    {"confidence", false, NODE_SCALAR, false},
    {"doubt", false, NODE_SCALAR, false},
    {"base", true, NODE_MAP, false},
    {"amends", false, NODE_LIST, false},
    {"commencement", false, NODE_SCALAR, false},
    {"changes", true, NODE_LIST, false},
    {"answers", false, NODE_LIST, false},
};

static bool read_head(struct arena *a, struct diags *d, const struct node *n, struct bill *b)
{
    enum confidence sure;
    b->node = n;
    b->id = node_text(n, "bill");
    b->span = node_find(n, "bill")->span;
    b->sponsor = node_text(n, "sponsor");
    b->source = node_text(n, "source");
    b->doubt = node_text(n, "doubt");
    b->confidence = node_find(n, "confidence");
    return words_read(a, d, node_find(n, "title"), &b->title) &&
           read_base(a, d, node_find(n, "base"), b) &&
           (!b->confidence || confidence_read(d, b->confidence, &sure)) &&
           read_answers(a, d, node_find(n, "answers"), b) &&
           names_read(a, d, node_find(n, "amends"), &b->amends, &b->amends_spans, &b->amends_count);
}

struct bill *bill_read(struct arena *a, struct diags *d, const struct source *source)
{
    const struct node *n = yaml_read(a, d, source);
    struct bill *b = arena_make(a, struct bill);
    day standard = DAY_ALWAYS;
    if (!n || !node_check(d, n, "bill", bill_keys, COUNT(bill_keys)) || !read_head(a, d, n, b))
        return NULL;
    const struct node *from = node_find(n, "commencement"), *list = node_find(n, "changes");
    if (from && !node_day(d, from, &standard))
        return NULL;
    bool ok = true;
    b->changes = arena_array(a, list->count, struct change);
    for (size_t i = 0; i < list->count; i++)
        ok &= read_change(a, d, list->items[i], standard, &b->changes[b->change_count++]);
    if (ok && list->count == 0)
        ok = diag_error(d, list->span, "bill-change", TEXT(""), "a bill without changes");
    return ok ? b : NULL;
}

struct bill *bill_open(struct arena *a, struct diags *d, const char *path)
{
    const char *why;
    const struct source *s = source_read(a, path, &why);
    if (s)
        return bill_read(a, d, s);
    diag_at(d, DIAG_ERROR, (struct place){.file = arena_copy(a, text_of(path))}, "bill-unreadable",
            TEXT("a bill is a YAML file; examples/bills has some"), TEXT(""), "cannot be read: %s",
            why);
    return NULL;
}

/* --- kinds --- */

const struct kind bill_transition_kind = {
    "transition", "Who stays under the old law, or which value holds for a while", transition_keys,
    COUNT(transition_keys), (const struct value_form[]){{"until", "day"}, {NULL, NULL}}};
const struct kind bill_change_kind = {
    "change", "One change: set some keys, replace, insert or repeal a piece of law", change_keys,
    COUNT(change_keys),
    (const struct value_form[]){{"insert", "anything"},
                                {"as", "anything"},
                                {"commencement", "day"},
                                {"until", "day"},
                                {"transition", "transition"},
                                {"note", "words"},
                                {NULL, NULL}}};
const struct kind bill_base_kind = {
    "base", "The law on which the bill was drafted; `scrutineer bill base` writes it", base_keys,
    COUNT(base_keys), (const struct value_form[]){{"date", "day"}, {NULL, NULL}}};
const struct kind bill_answer_kind = {
    "answer", "What the bill answers to an item of a standard, and what that rests on", answer_keys,
    COUNT(answer_keys),
    (const struct value_form[]){{"answer", "one of yes partly no unknown not-applicable"},
                                {NULL, NULL}}};
const struct kind bill_kind = {"bill", "An amendment of the law: what it changes, from when on",
                               bill_keys, COUNT(bill_keys),
                               (const struct value_form[]){{"title", "words"},
                                                           {"confidence", "confidence"},
                                                           {"base", "base"},
                                                           {"commencement", "day"},
                                                           {"changes", "list of change"},
                                                           {"answers", "list of answer"},
                                                           {NULL, NULL}}};
