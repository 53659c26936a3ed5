/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "name/fold.h"
#include "report/law_diff.h"
#include "report/markup.h"

struct searching {
    const struct lawbase *law;
    struct text language;
    struct text *words; /* folded */
    size_t count, found;
    struct arena arena; /* reset after each thing */
    FILE *out;
};

/* One thing of the law base: all its texts, in all languages. */
struct candidate {
    const char *kind;
    struct text id, title;
    struct text *texts;
    size_t count;
};

static void add_text(struct searching *s, struct candidate *c, struct text t)
{
    if (t.len)
        *arena_push(&s->arena, &c->texts, &c->count) = t;
}

static void add_words(struct searching *s, struct candidate *c, const struct words *w)
{
    for (size_t i = 0; i < w->count; i++)
        add_text(s, c, w->texts[i]);
}

static bool holds(struct text t, struct text word)
{
    return word.len == 0 || memmem(t.at, t.len, word.at, word.len) != NULL;
}

/* Each word must stand somewhere; the first text that holds one is shown. */
static void consider(struct searching *s, struct candidate *c)
{
    struct text shown = TEXT("");
    bool all = true;
    for (size_t i = 0; all && i < s->count; i++) {
        all = false;
        for (size_t k = 0; !all && k < c->count; k++) {
            all = holds(name_fold(&s->arena, c->texts[k]), s->words[i]);
            if (all && !shown.len && !text_equal(c->texts[k], c->id) &&
                !text_equal(c->texts[k], c->title))
                shown = c->texts[k];
        }
    }
    if (all) {
        s->found++;
        fprintf(s->out, "%-10s %.*s  %.*s\n", c->kind, TEXT_ARG(c->id), TEXT_ARG(c->title));
        if (shown.len) {
            fputs("             ", s->out);
            text_show(s->out, text_cut(&s->arena, shown, 200));
            fputc('\n', s->out);
        }
    }
    arena_reset(&s->arena);
}

static struct candidate begin(struct searching *s, const char *kind, struct text id,
                              const struct words *title)
{
    struct candidate c = {.kind = kind, .id = id, .title = words_in(title, s->language)};
    add_text(s, &c, id);
    add_words(s, &c, title);
    return c;
}

static void search_rules(struct searching *s)
{
    for (size_t i = 0; i < s->law->rule_count; i++) {
        const struct rule *r = s->law->rules[i];
        struct candidate c = begin(s, "rule", r->id, &r->title);
        for (size_t k = 0; k < r->with_count; k++)
            add_text(s, &c, r->with[k].value.text);
        for (size_t k = 0; k < r->unless_count; k++)
            add_text(s, &c, r->unless[k].when.text);
        add_text(s, &c, r->doubt);
        consider(s, &c);
    }
}

static void search_parameters(struct searching *s)
{
    for (size_t i = 0; i < s->law->parameter_count; i++) {
        const struct parameter *p = s->law->parameters[i];
        struct candidate c = begin(s, "limit", p->id, &p->title);
        for (size_t k = 0; k < p->version_count; k++) {
            add_text(s, &c, p->versions[k].written);
            add_text(s, &c, p->versions[k].doubt);
        }
        consider(s, &c);
    }
}

static void search_instruments(struct searching *s)
{
    for (size_t i = 0; i < s->law->instrument_count; i++) {
        const struct instrument *in = s->law->instruments[i];
        struct candidate act = begin(s, "act", in->id, &in->title);
        add_text(s, &act, in->citation);
        consider(s, &act);
        for (size_t k = 0; k < in->provision_count; k++) {
            const struct provision *p = &in->provisions[k];
            struct candidate c = begin(s, "provision", p->id, &p->title);
            add_text(s, &c, p->citation);
            for (size_t v = 0; v < p->version_count; v++) {
                add_words(s, &c, &p->versions[v].summary);
                add_text(s, &c, p->versions[v].doubt);
            }
            consider(s, &c);
        }
    }
}

static void search_others(struct searching *s)
{
    for (size_t i = 0; i < s->law->definition_count; i++) {
        const struct definition *d = s->law->definitions[i];
        struct candidate c = begin(s, "definition", d->id, &d->title);
        add_text(s, &c, d->when.text);
        consider(s, &c);
    }
    for (size_t i = 0; i < s->law->election_count; i++) {
        const struct election *e = s->law->elections[i];
        struct candidate c = begin(s, "election", e->id, &e->title);
        add_text(s, &c, e->doubt);
        consider(s, &c);
    }
}

size_t law_print_search(const struct lawbase *law, struct text language, const struct text *words,
                        size_t count, FILE *out)
{
    struct arena kept = ARENA("words");
    struct searching s = {.law = law,
                          .language = language,
                          .words = arena_array(&kept, count, struct text),
                          .count = count,
                          .arena = ARENA("search"),
                          .out = out};
    for (size_t i = 0; i < count; i++)
        s.words[i] = name_fold(&kept, words[i]);
    search_rules(&s);
    search_parameters(&s);
    search_instruments(&s);
    search_others(&s);
    arena_free(&s.arena);
    arena_free(&kept);
    return s.found;
}
