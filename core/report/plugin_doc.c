/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/plugin_doc.h"

/* The comment in front of the code: from the first "---" on, as long as lines are comments. */
static struct text leading_comment(struct arena *a, const struct source *s)
{
    struct growing g = {.arena = a};
    for (size_t i = 1; i <= s->line_count; i++) {
        struct text line = source_line(s, i);
        bool begins = text_starts(line, TEXT("---"));
        if (!begins && (!g.len || !text_starts(line, TEXT("--")))) {
            if (g.len)
                break;
            continue;
        }
        growing_add(&g, text_trim(text_slice(line, begins ? 3 : 2, line.len)));
        growing_add(&g, TEXT(" "));
    }
    return text_trim(growing_text(&g));
}

static void print_params(struct arena *a, const struct plugin *p, struct page *page)
{
    if (p->param_count)
        page_heading(page, TEXT("Parameters"));
    for (size_t i = 0; i < p->param_count; i++) {
        const struct param *q = &p->params[i];
        struct text name = arena_format(a, "%.*s: %s", TEXT_ARG(q->name), param_kind_name(q->kind));
        struct text what = q->doc;
        if (q->has_default)
            what = arena_format(a, "%.*s (default: \"%.*s\")", TEXT_ARG(what),
                                TEXT_ARG(q->standard));
        page_entry(page, name, what);
    }
}

static void print_conditions(const struct plugin *p, struct page *page)
{
    page_heading(page, TEXT("What is looked at"));
    page_entry(page, TEXT("where"), p->where);
    for (size_t i = 0; i < p->group_count; i++)
        page_entry(page, TEXT("group_by"), p->group_by[i]);
    for (size_t i = 0; i < p->sum_count; i++)
        page_entry(page, p->sums[i].name, p->sums[i].text);
    if (p->within.len)
        page_entry(page, TEXT("within"), p->within);
    if (p->group_count)
        page_entry(page, TEXT("having"), p->having);
}

static struct text provisions_of(struct arena *a, const struct plugin_doc *d, const struct rule *r)
{
    struct growing g = {.arena = a};
    for (size_t i = 0; i < r->provision_count; i++) {
        const struct provision *p = provision_find(d->law, r->provisions[i]);
        if (!p)
            continue;
        growing_add(&g, g.len ? TEXT("; ") : TEXT(" \xE2\x80\x94 "));
        growing_add(&g, p->citation);
        growing_add(&g, TEXT(", "));
        growing_add(&g, words_in(&p->instrument->title, d->language));
    }
    return growing_text(&g);
}

static void print_statutes(struct arena *a, const struct plugin_doc *d, struct page *page)
{
    page_heading(page, TEXT("Law that uses it"));
    if (plugin_uses(d->law, d->plugin->name) == 0)
        page_paragraph(page, TEXT("None of the law that was read."));
    for (size_t i = 0; i < d->law->rule_count; i++) {
        const struct rule *r = d->law->rules[i];
        if (!text_equal(r->plugin, d->plugin->name))
            continue;
        struct text provisions = provisions_of(a, d, r);
        page_entry(page, r->id,
                   arena_format(a, "%.*s%.*s", TEXT_ARG(words_in(&r->title, d->language)),
                                TEXT_ARG(provisions)));
    }
}

size_t plugin_uses(const struct lawbase *law, struct text plugin)
{
    size_t count = 0;
    for (size_t i = 0; i < law->rule_count; i++)
        count += text_equal(law->rules[i]->plugin, plugin);
    return count;
}

void plugin_print_doc(const struct plugin_doc *d, struct page *page)
{
    struct arena a = ARENA("plugin doc");
    const struct plugin *p = d->plugin;
    const struct record_type *record = vocabulary_record(d->vocabulary, p->record);
    page_begin(page, p->name);
    struct text comment = leading_comment(&a, p->source);
    if (!text_starts(comment, p->summary))
        page_paragraph(page, p->summary);
    if (comment.len)
        page_paragraph(page, comment);
    page_paragraph(page, arena_format(&a, "About %s of type \"%.*s\": %.*s.",
                                      p->group_count ? "groups of records" : "single records",
                                      TEXT_ARG(p->record),
                                      TEXT_ARG(record ? record->doc : TEXT("unknown"))));
    print_params(&a, p, page);
    print_conditions(p, page);
    print_statutes(&a, d, page);
    page_end(page);
    arena_free(&a);
}
