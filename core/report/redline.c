/* SPDX-License-Identifier: Apache-2.0
 *
 * A redline. Pieces of law are held against each other key by key, texts word by word. Each change
 * stands under the article that it concerns.
 */
#include <config.h>

#include "report/redline.h"

#include <stdlib.h>

#include "report/bill_gaps.h"
#include "report/law_text.h"
#include "report/markup.h"
#include "report/report.h"

/* --- words --- */

enum { MOST_TOKENS = 600 };

struct tokens {
    struct text items[MOST_TOKENS];
    size_t count;
};

static bool cut_tokens(struct text t, struct tokens *out)
{
    out->count = 0;
    for (struct text part; t.len && text_next(&t, ' ', &part);) {
        if (part.len == 0)
            continue;
        if (out->count == MOST_TOKENS)
            return false;
        out->items[out->count++] = part;
    }
    return true;
}

static void show(const struct redline *r, struct text t)
{
    if (r->html)
        markup_text(r->out, t);
    else
        text_show(r->out, t);
}

static void open_mark(const struct redline *r, bool inserted)
{
    if (r->html)
        fputs(inserted ? "<ins>" : "<del>", r->out);
    else
        fprintf(r->out, "%s%s", r->colour ? inserted ? "\33[32m" : "\33[31m" : "",
                inserted ? "{+" : "[-");
}

static void close_mark(const struct redline *r, bool inserted)
{
    if (r->html)
        fputs(inserted ? "</ins>" : "</del>", r->out);
    else
        fprintf(r->out, "%s%s", inserted ? "+}" : "-]", r->colour ? "\33[0m" : "");
}

static void mark(const struct redline *r, struct text t, bool inserted)
{
    if (t.len == 0)
        return;
    open_mark(r, inserted);
    show(r, t);
    close_mark(r, inserted);
}

struct comparison {
    struct tokens old, new;
    uint16_t common[MOST_TOKENS + 1][MOST_TOKENS + 1]; /* longest common part of what is left */
};

static void compare(struct comparison *c)
{
    for (size_t i = c->old.count + 1; i-- > 0;)
        for (size_t k = c->new.count + 1; k-- > 0;)
            if (i == c->old.count || k == c->new.count)
                c->common[i][k] = 0;
            else if (text_equal(c->old.items[i], c->new.items[k]))
                c->common[i][k] = (uint16_t)(c->common[i + 1][k + 1] + 1);
            else
                c->common[i][k] = c->common[i + 1][k] >= c->common[i][k + 1] ? c->common[i + 1][k]
                                                                             : c->common[i][k + 1];
}

static void show_run(const struct redline *r, const struct text *items, size_t count, bool inserted,
                     bool *any)
{
    if (count == 0)
        return;
    fputs(*any ? " " : "", r->out);
    open_mark(r, inserted);
    for (size_t i = 0; i < count; i++) {
        fputs(i ? " " : "", r->out);
        show(r, items[i]);
    }
    close_mark(r, inserted);
    *any = true;
}

static void show_comparison(const struct redline *r, const struct comparison *c)
{
    size_t i = 0, k = 0;
    bool any = false;
    while (i < c->old.count || k < c->new.count) {
        size_t gone = i, come = k;
        while (i < c->old.count && (k == c->new.count || c->common[i + 1][k] == c->common[i][k]))
            i++;
        while (k < c->new.count && (i == c->old.count || c->common[i][k + 1] == c->common[i][k]) &&
               !(i < c->old.count && text_equal(c->old.items[i], c->new.items[k])))
            k++;
        show_run(r, c->old.items + gone, i - gone, false, &any);
        show_run(r, c->new.items + come, k - come, true, &any);
        while (i < c->old.count &&
               k < c->new.count &&text_equal(c->old.items[i], c->new.items[k])) {
            fputs(any ? " " : "", r->out);
            show(r, c->old.items[i]);
            any = true;
            i++;
            k++;
        }
    }
}

void redline_words(const struct redline *r, struct text before, struct text after)
{
    struct comparison *c = heap_alloc(1, sizeof *c);
    if (before.len && after.len && cut_tokens(before, &c->old) && cut_tokens(after, &c->new)) {
        compare(c);
        show_comparison(r, c);
    } else {
        mark(r, before, false);
        fputs(before.len && after.len ? " " : "", r->out);
        mark(r, after, true);
    }
    free(c);
}

/* --- pieces of law as keys and texts --- */

struct line {
    struct text key, text;
};
struct lines {
    struct arena arena;
    struct line *items;
    size_t count;
};

enum { MOST_DEPTH = 16 };

static bool is_words(const struct node *n)
{
    for (size_t i = 0; i < n->count && n->kind == NODE_MAP; i++)
        if (n->keys[i].len != 2 || n->items[i]->kind != NODE_SCALAR)
            return false;
    return n->kind == NODE_MAP && n->count > 0;
}

static bool is_short_list(const struct node *n)
{
    for (size_t i = 0; i < n->count; i++)
        if (n->items[i]->kind != NODE_SCALAR)
            return false;
    return n->kind == NODE_LIST;
}

static struct text joined(struct arena *a, const struct node *n)
{
    struct text all = TEXT("");
    for (size_t i = 0; i < n->count; i++)
        all = arena_format(a, "%.*s%s%.*s", TEXT_ARG(all), i ? ", " : "",
                           TEXT_ARG(n->items[i]->text));
    return all;
}

/* What proves it is no part of the law, and its name stands above. */
static bool is_left_out(struct text key)
{
    static const char *const keys[] = {"tests", "except", "rule", "definition", "election"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (text_equal(key, text_of(keys[i])))
            return true;
    return false;
}

static struct text in_language(const struct node *n, struct text language)
{
    for (size_t i = 0; i < n->count; i++)
        if (text_equal(n->keys[i], language))
            return n->items[i]->text;
    return n->items[0]->text;
}

static void add_line(struct lines *l, struct text key, struct text t)
{
    *arena_push(&l->arena, &l->items, &l->count) = (struct line){key, t};
}

/* An item of a list is known by what it begins with, so that one more or less moves no other. */
static struct text item_name(struct lines *l, const struct node *item, size_t i)
{
    if (item->kind == NODE_MAP && item->count && item->items[0]->kind == NODE_SCALAR)
        return arena_format(&l->arena, "(%.*s)",
                            TEXT_ARG(text_cut(&l->arena, text_trim(item->items[0]->text), 40)));
    return arena_format(&l->arena, "%zu", i + 1);
}

static void flatten(struct lines *l, const struct node *n, struct text key, struct text language,
                    unsigned depth)
{
    if (n->kind == NODE_SCALAR) {
        add_line(l, key, text_trim(n->text));
    } else if (is_words(n)) {
        add_line(l, key, in_language(n, language));
    } else if (is_short_list(n)) {
        add_line(l, key, joined(&l->arena, n));
    } else {
        for (size_t i = 0; i < n->count && depth < MOST_DEPTH; i++) {
            if (n->kind == NODE_MAP && depth == 0 && is_left_out(n->keys[i]))
                continue;
            struct text own = n->kind == NODE_MAP ? n->keys[i] : item_name(l, n->items[i], i);
            flatten(l, n->items[i],
                    key.len ? arena_format(&l->arena, "%.*s %.*s", TEXT_ARG(key), TEXT_ARG(own))
                            : own,
                    language, depth + 1);
        }
    }
}

static struct text line_find(const struct lines *l, struct text key)
{
    for (size_t i = 0; i < l->count; i++)
        if (text_equal(l->items[i].key, key))
            return l->items[i].text;
    return TEXT("");
}

static bool line_is(const struct lines *l, struct text key)
{
    for (size_t i = 0; i < l->count; i++)
        if (text_equal(l->items[i].key, key))
            return true;
    return false;
}

/* --- the versions of a piece on either side of a change --- */

static const struct rule *rule_on(const struct lawbase *l, struct text id, struct force f)
{
    const struct rule *found = NULL;
    for (size_t i = 0; i < l->rule_count; i++) {
        const struct rule *r = l->rules[i];
        if (text_equal(r->id, id) && r->transition != TRANSITION_OLD && r->force.from < f.to &&
            f.from < r->force.to && !found)
            found = r;
    }
    return found;
}

static void add_provision(struct lines *l, const struct lawbase *law, struct text id, day on,
                          struct text language)
{
    const struct provision *p = provision_find(law, id);
    const struct provision_version *v = p ? provision_at(p, on) : NULL;
    if (!v)
        return;
    add_line(l, TEXT("title"), words_in(&p->title, language));
    add_line(l, TEXT("text"), words_in(&v->summary, language));
}

static void add_parameter(struct lines *l, const struct lawbase *law, struct text id, day on)
{
    const struct parameter *p = parameter_find(law, id);
    const struct parameter_version *v = p ? parameter_at(p, on) : NULL;
    if (!v)
        return;
    add_line(l, TEXT("value"), value_print(&l->arena, &v->value));
    if (memmem(v->written.at, v->written.len, " x ", 3)) /* a multiple of a unit */
        add_line(l, TEXT("written"), v->written);
}

static const struct node *node_of(const struct lawbase *law, enum piece_kind piece, struct text id,
                                  struct force f)
{
    if (piece == PIECE_RULE)
        return rule_on(law, id, f) ? rule_on(law, id, f)->node : NULL;
    if (piece == PIECE_DEFINITION)
        return definition_at(law, id, f.from) ? definition_at(law, id, f.from)->node : NULL;
    for (size_t i = 0; i < law->election_count && piece == PIECE_ELECTION; i++)
        if (text_equal(law->elections[i]->id, id))
            return law->elections[i]->node;
    return piece == PIECE_INSTRUMENT && instrument_find(law, id) ? instrument_find(law, id)->node
                                                                 : NULL;
}

static struct lines lines_of(const struct redline *r, const struct lawbase *law,
                             enum piece_kind piece, struct text id, struct force f)
{
    struct lines l = {.arena = ARENA("lines")};
    const struct node *n = node_of(law, piece, id, f);
    if (piece == PIECE_PROVISION)
        add_provision(&l, law, id, f.from, r->language);
    else if (piece == PIECE_PARAMETER)
        add_parameter(&l, law, id, f.from);
    else if (n)
        flatten(&l, n, TEXT(""), r->language, 0);
    return l;
}

/* The first day on which the change holds in full: a transition has ended. */
static day last_day(const struct redline *r, const struct bill *b, const struct change *c)
{
    struct force f = change_force(r->bills, b, c);
    day last = change_transition(r->bills, b, c);
    return c->has_transition && last > f.from && last < f.to ? last : f.from;
}

/* --- one change --- */

static void print_line(const struct redline *r, struct text key, struct text old, struct text new)
{
    if (r->html)
        fputs("<tr><th>", r->out);
    else
        fputs("      ", r->out);
    show(r, key);
    fputs(r->html ? "</th><td>" : ": ", r->out);
    redline_words(r, old, new);
    fputs(r->html ? "</td></tr>\n" : "\n", r->out);
}

static void print_lines(const struct redline *r, const struct lines *old, const struct lines *new)
{
    fputs(r->html ? "<table>\n" : "", r->out);
    for (size_t i = 0; i < old->count; i++) {
        struct text now = line_find(new, old->items[i].key);
        if (!text_equal(old->items[i].text, now))
            print_line(r, old->items[i].key, old->items[i].text, now);
    }
    for (size_t i = 0; i < new->count; i++)
        if (!line_is(old, new->items[i].key))
            print_line(r, new->items[i].key, TEXT(""), new->items[i].text);
    fputs(r->html ? "</table>\n" : "", r->out);
}

static struct text title_of(const struct redline *r, enum piece_kind piece, struct text id)
{
    const struct lawbase *laws[] = {r->after, r->before};
    for (size_t i = 0; i < 2; i++) {
        const struct lawbase *l = laws[i];
        const struct parameter *p = parameter_find(l, id);
        const struct rule *rule = rule_find(l, id);
        const struct definition *def = definition_find(l, id);
        if (piece == PIECE_PARAMETER && p)
            return words_in(&p->title, r->language);
        if (piece == PIECE_RULE && rule)
            return words_in(&rule->title, r->language);
        if (piece == PIECE_DEFINITION && def)
            return words_in(&def->title, r->language);
    }
    return TEXT("");
}

static void paragraph(const struct redline *r, const char *class, struct text t)
{
    if (t.len == 0)
        return;
    if (r->html)
        fprintf(r->out, "<p class=\"%s\">", class);
    else
        fputs("      ", r->out);
    show(r, t);
    fputs(r->html ? "</p>\n" : "\n", r->out);
}

static void print_transition(const struct redline *r, const struct change *c, struct arena *a)
{
    char until[DAY_TEXT_SIZE] = "";
    if (!c->has_transition)
        return;
    if (c->transition_until != DAY_NEVER)
        day_print(c->transition_until, until);
    struct text what = c->transition_value
                           ? arena_format(a, "transition: %.*s until %s",
                                          TEXT_ARG(c->transition_value->text), until)
                           : arena_format(
                                 a, "transition: what meets \"%.*s\" stays under the old law%s%s",
                                 TEXT_ARG(c->spares.text), *until ? " until " : "", until);
    paragraph(r, "transition", what);
}

static void print_change(const struct redline *r, const struct bill *b, const struct change *c)
{
    static const char *const verbs[] = {"changed", "replaced", "inserted", "repealed"};
    struct arena a = ARENA("change");
    struct force f = change_force(r->bills, b, c);
    enum piece_kind piece = change_piece(r->before, c);
    if (piece == PIECE_NONE)
        piece = piece_find(r->after, c->target);
    struct force last = {last_day(r, b, c), f.to};
    struct lines old = lines_of(r, r->before, piece, c->target, f),
                 new = lines_of(r, r->after, piece, c->target, last);
    struct text force = force_print(&a, f), title = title_of(r, piece, c->target);
    struct text head = arena_format(&a, "%.*s%s%.*s", TEXT_ARG(c->target), title.len ? "  " : "",
                                    TEXT_ARG(title));
    fputs(r->html ? "<h4>" : "    ", r->out);
    show(r, head);
    fputs(r->html ? "</h4>\n" : "\n", r->out);
    paragraph(r, "when",
              piece == PIECE_ELECTION
                  ? arena_format(&a, "%s %s", piece_kind_name(piece), verbs[c->kind])
                  : arena_format(&a, "%s %s %.*s", piece_kind_name(piece), verbs[c->kind],
                                 TEXT_ARG(force)));
    print_lines(r, &old, &new);
    print_transition(r, c, &a);
    paragraph(r, "note", words_in(&c->note, r->language));
    arena_free(&old.arena);
    arena_free(&new.arena);
    arena_free(&a);
}

/* --- article by article --- */

/* The provision that a change concerns, as its heading; empty: none. */
static struct text article_of(const struct redline *r, const struct bill *b, const struct change *c)
{
    struct force f = change_force(r->bills, b, c);
    const struct lawbase *laws[] = {r->after, r->before};
    if (provision_find(r->after, c->target))
        return c->target;
    for (size_t i = 0; i < 2; i++) {
        const struct parameter *p = parameter_find(laws[i], c->target);
        const struct parameter_version *v = p ? parameter_at(p, f.from) : NULL;
        const struct rule *rule = rule_on(laws[i], c->target, f);
        const struct definition *def = definition_find(laws[i], c->target);
        if (v && v->provision.len)
            return v->provision;
        if (rule && rule->provision_count)
            return rule->provisions[0];
        if (def && def->provision_count)
            return def->provisions[0];
    }
    return TEXT("");
}

static void print_heading(const struct redline *r, struct text article)
{
    struct arena a = ARENA("heading");
    const struct provision *p = provision_find(r->after, article);
    struct text t = p ? citation_print(&a, p, r->language) : TEXT("Of no single article");
    fputs(r->html ? "<h3>" : "\n  ", r->out);
    show(r, t);
    fputs(r->html ? "</h3>\n" : "\n", r->out);
    arena_free(&a);
}

static bool told_before(const struct redline *r, const struct bill *b, size_t which)
{
    struct text article = article_of(r, b, &b->changes[which]);
    for (size_t i = 0; i < which; i++)
        if (text_equal(article_of(r, b, &b->changes[i]), article))
            return true;
    return false;
}

static void print_head(const struct redline *r, const struct bill *b)
{
    char on[DAY_TEXT_SIZE];
    struct arena a = ARENA("head");
    fputs(r->html ? "<h2>" : "", r->out);
    show(r, words_in(&b->title, r->language));
    fputs(r->html ? "</h2>\n" : "\n", r->out);
    paragraph(r, "bill",
              arena_format(&a, "%.*s, by %.*s, drafted on the law of %s", TEXT_ARG(b->id),
                           TEXT_ARG(b->sponsor), day_print(b->drafted, on)));
    paragraph(r, "bill", arena_format(&a, "source: %.*s", TEXT_ARG(b->source)));
    if (b->doubt.len)
        paragraph(r, "doubt", arena_format(&a, "doubt: %.*s", TEXT_ARG(b->doubt)));
    if (r->bills->as_if)
        paragraph(r, "bill",
                  arena_format(&a, "as if in force %s%s",
                               r->bills->as_if_from == DAY_ALWAYS ? "always" : "from ",
                               day_print(r->bills->as_if_from, on)));
    arena_free(&a);
}

void redline_print(const struct redline *r)
{
    for (size_t i = 0; i < r->bills->count; i++) {
        const struct bill *b = r->bills->items[i];
        fputs(i && !r->html ? "\n" : "", r->out);
        print_head(r, b);
        for (size_t k = 0; k < b->change_count; k++) {
            if (told_before(r, b, k))
                continue;
            struct text article = article_of(r, b, &b->changes[k]);
            print_heading(r, article);
            for (size_t m = k; m < b->change_count; m++)
                if (text_equal(article_of(r, b, &b->changes[m]), article))
                    print_change(r, b, &b->changes[m]);
        }
    }
}

/* --- the law as it would read --- */

/* As `law show` tells it. */
static void print_piece(const struct redline *r, struct text id, day on)
{
    char *told = NULL;
    size_t len = 0;
    FILE *out = heap_stream(&told, &len);
    law_print_one(&(struct law_question){.law = r->after,
                                         .id = id,
                                         .language = r->language,
                                         .on_given = true,
                                         .on = on,
                                         .out = out},
                  r->diags);
    fclose(out);
    if (r->html) {
        fputs("<pre>", r->out);
        markup_text(r->out, (struct text){told, len});
        fputs("</pre>\n", r->out);
    } else {
        fputc('\n', r->out);
        fwrite(told, 1, len, r->out);
    }
    free(told);
}

static bool is_told(const struct redline *r, size_t bill, size_t change)
{
    struct text id = r->bills->items[bill]->changes[change].target;
    for (size_t i = 0; i <= bill; i++)
        for (size_t k = 0; k < (i < bill ? r->bills->items[i]->change_count : change); k++)
            if (text_equal(r->bills->items[i]->changes[k].target, id))
                return true;
    return false;
}

static bool is_there(const struct lawbase *l, struct text id, day on)
{
    const struct provision *p = provision_find(l, id);
    const struct parameter *q = parameter_find(l, id);
    return p   ? provision_at(p, on) != NULL
           : q ? parameter_at(q, on) != NULL
           : rule_find(l, id)
               ? rule_at(l, id, on) != NULL
               : definition_at(l, id, on) || (!definition_find(l, id) && piece_find(l, id));
}

void redline_print_law(const struct redline *r)
{
    day on = bills_last_day(r->bills);
    char text[DAY_TEXT_SIZE];
    fprintf(r->out,
            r->html ? "<h2>The law as it would read on %s</h2>\n"
                    : "\nThe law as it would read on %s\n",
            day_print(on, text));
    for (size_t i = 0; i < r->bills->count; i++)
        for (size_t k = 0; k < r->bills->items[i]->change_count; k++) {
            struct text id = r->bills->items[i]->changes[k].target;
            if (!is_told(r, i, k) && is_there(r->after, id, on))
                print_piece(r, id, on);
        }
}

void redline_print_all(const struct redline *r)
{
    if (r->html)
        fputs(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Redline</title>\n"
            "<style>\nbody { font: 15px/1.45 sans-serif; max-width: 60em; margin: 2em auto; "
            "padding: 0 1em; }\n"
            "del { color: #a00; } ins { color: #060; text-decoration: none; background: #e6f5e6; "
            "}\n"
            "th { text-align: left; vertical-align: top; padding-right: 1em; font-weight: normal; "
            "color: #555; }\n"
            ".when, .bill { color: #555; margin: .2em 0; } .doubt { color: #a60; }\n"
            "pre { white-space: pre-wrap; background: #f6f6f6; padding: .8em; }\n</style>\n",
            r->out);
    redline_print(r);
    redline_print_law(r);
    fputs(r->html ? "</html>\n" : "", r->out);
}
