/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "law/standard.h"

#include "law/kind.h"
#include "law/read.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- reading --- */

bool answer_read(struct diags *d, const struct node *n, enum answer *out)
{
    static const char *const answers[] = {"yes", "partly", "no", "unknown", "not-applicable"};
    for (size_t i = 0; i < COUNT(answers); i++)
        if (text_equal(n->text, text_of(answers[i]))) {
            *out = (enum answer)i;
            return true;
        }
    return diag_error(d, n->span, "standard-answer", TEXT(""),
                      "expected yes, partly, no, unknown or not-applicable");
}

static const struct node_key reply_keys[] = {
    {"answer", true, NODE_SCALAR, false},     {"from", false, NODE_SCALAR, false},
    {"provisions", false, NODE_LIST, false},  {"rules", false, NODE_LIST, false},
    {"remark", false, NODE_SCALAR, false},    {"source", true, NODE_SCALAR, false},
    {"confidence", true, NODE_SCALAR, false},
};

static bool read_reply(struct lawbase *l, struct diags *d, const struct node *n,
                       struct text jurisdiction, struct reply *r)
{
    const struct node *from;
    if (!node_check(d, n, "reply to an item", reply_keys, COUNT(reply_keys)))
        return false;
    *r = (struct reply){.jurisdiction = jurisdiction,
                        .from = DAY_ALWAYS,
                        .remark = node_text(n, "remark"),
                        .source = node_text(n, "source")};
    from = node_find(n, "from");
    return answer_read(d, node_find(n, "answer"), &r->answer) &&
           confidence_read(d, node_find(n, "confidence"), &r->confidence) &&
           (!from || node_day(d, from, &r->from)) &&
           names_read(&l->arena, d, node_find(n, "provisions"), &r->provisions, &r->provision_spans,
                      &r->provision_count) &&
           names_read(&l->arena, d, node_find(n, "rules"), &r->rules, &r->rule_spans,
                      &r->rule_count);
}

static const struct node_key item_keys[] = {
    {"item", true, NODE_SCALAR, false},   {"topic", true, NODE_SCALAR, false},
    {"text", true, NODE_MAP, false},      {"needs", true, NODE_MAP, false},
    {"source", true, NODE_SCALAR, false}, {"confidence", true, NODE_SCALAR, false},
    {"doubt", false, NODE_SCALAR, false}, {"replies", false, NODE_MAP, false},
};

static bool read_item(struct lawbase *l, struct diags *d, const struct node *n, struct item *item)
{
    if (!node_check(d, n, "item", item_keys, COUNT(item_keys)))
        return false;
    const struct node *replies = node_find(n, "replies");
    *item = (struct item){.id = node_text(n, "item"),
                          .topic = node_text(n, "topic"),
                          .source = node_text(n, "source"),
                          .doubt = node_text(n, "doubt"),
                          .span = node_find(n, "item")->span};
    bool ok = words_read(&l->arena, d, node_find(n, "text"), &item->text) &&
              words_read(&l->arena, d, node_find(n, "needs"), &item->needs) &&
              confidence_read(d, node_find(n, "confidence"), &item->confidence);
    item->replies = replies ? arena_array(&l->arena, replies->count, struct reply) : NULL;
    for (size_t i = 0; replies && i < replies->count; i++)
        ok &= read_reply(l, d, replies->items[i], replies->keys[i],
                         &item->replies[item->reply_count++]);
    return ok;
}

static const struct node_key standard_keys[] = {
    {"standard", true, NODE_SCALAR, false},
    {"title", true, NODE_MAP, false},
    {"source", true, NODE_SCALAR, false},
    {"items", true, NODE_LIST, false},
};

static bool read_standard(struct lawbase *l, struct diags *d, const struct node *n,
                          struct standard *s)
{
    if (!node_check(d, n, "standard", standard_keys, COUNT(standard_keys)))
        return false;
    const struct node *items = node_find(n, "items");
    *s = (struct standard){.id = node_text(n, "standard"), .source = node_text(n, "source")};
    bool ok = words_read(&l->arena, d, node_find(n, "title"), &s->title);
    s->items = arena_array(&l->arena, items->count, struct item);
    for (size_t i = 0; i < items->count; i++)
        ok &= read_item(l, d, items->items[i], &s->items[s->item_count++]);
    return ok;
}

bool standards_read(struct standards *all, struct lawbase *l, struct diags *d)
{
    struct text *names;
    size_t count;
    const char *folder = arena_format(&l->arena, "%.*s/standards", TEXT_ARG(l->folder)).at;
    bool ok = folder_list(&l->arena, d, folder, &names, &count);
    *all = (struct standards){arena_array(&l->arena, count, struct standard), 0};
    for (size_t i = 0; i < count; i++) {
        const char *why;
        if (!ends_yaml(names[i]))
            continue;
        struct text path = arena_format(&l->arena, "%s/%.*s", folder, TEXT_ARG(names[i]));
        struct source *s = source_read(&l->arena, path.at, &why);
        if (!s) {
            ok = diag_at(d, DIAG_ERROR, (struct place){.file = path}, "law-unreadable", TEXT(""),
                         TEXT(""), "cannot be read: %s", why);
            continue;
        }
        struct node *n = yaml_read(&l->arena, d, s);
        ok &= n && read_standard(l, d, n, &all->list[all->count++]);
    }
    return ok;
}

/* --- questions --- */

const struct standard *standard_find(const struct standards *all, struct text id)
{
    for (size_t i = 0; i < all->count; i++)
        if (text_equal(all->list[i].id, id))
            return &all->list[i];
    return NULL;
}

const struct reply *reply_find(const struct item *item, struct text jurisdiction)
{
    for (size_t i = 0; i < item->reply_count; i++)
        if (text_equal(item->replies[i].jurisdiction, jurisdiction))
            return &item->replies[i];
    return NULL;
}

const char *coverage_status_name(enum coverage_status s)
{
    static const char *const names[] = {"covered", "partly", "missing", "unknown",
                                        "not applicable"};
    return names[s];
}

static bool any_in_force(const struct lawbase *l, const struct reply *r, day on)
{
    for (size_t i = 0; i < r->provision_count; i++) {
        const struct provision *p = provision_find(l, r->provisions[i]);
        if (p && provision_at(p, on))
            return true;
    }
    for (size_t i = 0; i < r->rule_count; i++) {
        if (rule_at(l, r->rules[i], on))
            return true;
    }
    return false;
}

enum coverage_status item_status(const struct lawbase *l, const struct item *item,
                                 struct text jurisdiction, day on)
{
    static const enum coverage_status by_answer[] = {
        [ANSWER_YES] = STATUS_COVERED,
        [ANSWER_PARTLY] = STATUS_PARTLY,
        [ANSWER_NO] = STATUS_MISSING,
        [ANSWER_UNKNOWN] = STATUS_NOT_KNOWN,
        [ANSWER_NOT_APPLICABLE] = STATUS_NOT_APPLICABLE,
    };
    const struct reply *r = reply_find(item, jurisdiction);
    if (!r)
        return STATUS_NOT_KNOWN;
    enum coverage_status status = by_answer[r->answer];
    bool cites = r->provision_count + r->rule_count > 0;
    if (status > STATUS_PARTLY)
        return status;
    if (on < r->from)
        return STATUS_MISSING;
    return cites && !any_in_force(l, r, on) ? STATUS_NOT_KNOWN : status;
}

/* --- lint --- */

static bool is_loaded(const struct lawbase *l, struct text id)
{
    return jurisdiction_find(l, text_slice(id, 0, text_find(id, '.'))) != NULL;
}

static bool lint_reply(const struct lawbase *l, struct diags *d, const struct reply *r)
{
    bool ok = true;
    for (size_t i = 0; i < r->provision_count; i++)
        if (is_loaded(l, r->provisions[i]) && !provision_find(l, r->provisions[i]))
            ok = diag_error(d, r->provision_spans[i], "law-dangling-citation", TEXT(""),
                            "no provision \"%.*s\"", TEXT_ARG(r->provisions[i]));
    for (size_t i = 0; i < r->rule_count; i++)
        if (is_loaded(l, r->rules[i]) && !rule_find(l, r->rules[i]))
            ok = diag_error(d, r->rule_spans[i], "law-dangling-citation", TEXT(""),
                            "no rule \"%.*s\"", TEXT_ARG(r->rules[i]));
    return ok;
}

bool standards_lint(const struct standards *all, const struct lawbase *l, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < all->count; i++)
        for (size_t k = 0; k < all->list[i].item_count; k++) {
            const struct item *item = &all->list[i].items[k];
            if (!text_trim(item->source).len)
                ok = diag_error(d, item->span, "law-no-source", TEXT("name where it was read"),
                                "item \"%.*s\" has no source", TEXT_ARG(item->id));
            if (item->confidence != CONFIDENCE_HIGH && !item->doubt.len)
                ok = diag_error(
                    d, item->span, "law-no-doubt", TEXT("say what is not settled: \"doubt: ...\""),
                    "item \"%.*s\" is not certain, but has no doubt", TEXT_ARG(item->id));
            for (size_t r = 0; r < item->reply_count; r++)
                ok &= lint_reply(l, d, &item->replies[r]);
        }
    return ok;
}

/* --- kinds --- */

const struct kind reply_kind = {
    "reply", "What one jurisdiction answers", reply_keys, COUNT(reply_keys),
    (const struct value_form[]){{"answer", "one of yes partly no unknown not-applicable"},
                                {"from", "day"},
                                {"confidence", "confidence"},
                                {NULL, NULL}}};
const struct kind item_kind = {"item", "One thing that a standard asks", item_keys,
                               COUNT(item_keys),
                               (const struct value_form[]){{"text", "words"},
                                                           {"needs", "words"},
                                                           {"confidence", "confidence"},
                                                           {"replies", "map of reply"},
                                                           {NULL, NULL}}};
const struct kind standard_kind = {
    "standard", "A list of what an international text asks", standard_keys, COUNT(standard_keys),
    (const struct value_form[]){{"title", "words"}, {"items", "list of item"}, {NULL, NULL}}};
