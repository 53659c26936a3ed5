/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "editor/names.h"

#include "plugin/api.h"
#include "rule/condition.h"

struct giving {
    const struct names *names;
    name_taker *take;
    void *owner;
};

static void give(const struct giving *g, struct name n)
{
    g->take(g->owner, &n);
}

/* "am.donation_cap" is "donation_cap" in the law of "am". */
static struct text short_name(const struct names *n, struct text id)
{
    size_t len = n->jurisdiction.len;
    bool own = len && id.len > len + 1 && text_starts(id, n->jurisdiction) && id.at[len] == '.';
    return own ? text_slice(id, len + 1, id.len) : id;
}

/* --- law --- */

static struct text rule_doc(const struct names *n, const struct rule *r)
{
    struct growing g = {.arena = n->arena};
    growing_add(&g, arena_format(n->arena, "**%.*s**\n\n%.*s", TEXT_ARG(r->id),
                                 TEXT_ARG(words_in(&r->title, n->language))));
    for (size_t i = 0; i < r->provision_count; i++) {
        const struct provision *p = provision_find(n->law, r->provisions[i]);
        if (p)
            growing_add(&g, arena_format(n->arena, "\n\n%.*s, %.*s", TEXT_ARG(p->citation),
                                         TEXT_ARG(words_in(&p->instrument->title, n->language))));
    }
    return growing_text(&g);
}

static void give_rules(const struct giving *g)
{
    const struct names *n = g->names;
    for (size_t i = 0; i < n->law->rule_count; i++) {
        const struct rule *r = n->law->rules[i];
        give(g, (struct name){NAME_RULE, r->id, words_in(&r->title, n->language), rule_doc(n, r),
                              r->span, r});
    }
}

static struct text parameter_doc(const struct names *n, const struct parameter *p)
{
    struct growing g = {.arena = n->arena};
    growing_add(&g, arena_format(n->arena, "**%.*s** (%s)\n\n%.*s\n", TEXT_ARG(p->id),
                                 type_name(p->type), TEXT_ARG(words_in(&p->title, n->language))));
    for (size_t i = 0; i < p->version_count; i++)
        growing_add(&g, arena_format(n->arena, "\n* %.*s: %.*s",
                                     TEXT_ARG(force_print(n->arena, p->versions[i].force)),
                                     TEXT_ARG(value_print(n->arena, &p->versions[i].value))));
    return growing_text(&g);
}

static void give_parameters(const struct giving *g)
{
    const struct names *n = g->names;
    for (size_t i = 0; i < n->law->parameter_count; i++) {
        const struct parameter *p = n->law->parameters[i];
        give(g,
             (struct name){NAME_PARAMETER, short_name(n, p->id), words_in(&p->title, n->language),
                           parameter_doc(n, p), p->span, NULL});
    }
}

static void give_definitions(const struct giving *g)
{
    const struct names *n = g->names;
    for (size_t i = 0; i < n->law->definition_count; i++) {
        const struct definition *d = n->law->definitions[i];
        struct text doc = arena_format(n->arena, "**%.*s**\n\n%.*s\n\n    %.*s", TEXT_ARG(d->id),
                                       TEXT_ARG(words_in(&d->title, n->language)),
                                       TEXT_ARG(d->when.text));
        give(g, (struct name){NAME_DEFINITION, short_name(n, d->id),
                              words_in(&d->title, n->language), doc, d->span, NULL});
    }
}

static void give_provision(const struct giving *g, const struct provision *p)
{
    const struct names *n = g->names;
    struct growing doc = {.arena = n->arena};
    growing_add(&doc, arena_format(n->arena, "**%.*s**, %.*s", TEXT_ARG(p->citation),
                                   TEXT_ARG(words_in(&p->instrument->title, n->language))));
    for (size_t i = 0; i < p->version_count; i++) {
        const struct provision_version *v = &p->versions[i];
        growing_add(&doc, arena_format(n->arena, "\n\n%.*s (%s confidence): %.*s",
                                       TEXT_ARG(force_print(n->arena, v->force)),
                                       confidence_name(v->confidence),
                                       TEXT_ARG(words_in(&v->summary, n->language))));
    }
    give(g, (struct name){NAME_PROVISION, p->id, words_in(&p->title, n->language),
                          growing_text(&doc), p->span, NULL});
}

static void give_provisions(const struct giving *g)
{
    const struct lawbase *law = g->names->law;
    for (size_t i = 0; i < law->instrument_count; i++)
        for (size_t k = 0; k < law->instruments[i]->provision_count; k++)
            give_provision(g, &law->instruments[i]->provisions[k]);
}

static void give_threats(const struct giving *g)
{
    const struct names *n = g->names;
    for (size_t i = 0; i < n->law->threat_count; i++) {
        const struct threat *t = n->law->threats[i];
        give(g, (struct name){NAME_THREAT, t->id, words_in(&t->title, n->language), TEXT(""),
                              t->span, NULL});
    }
}

/* --- plugins --- */

static struct text plugin_doc(const struct names *n, const struct plugin *p)
{
    struct growing g = {.arena = n->arena};
    growing_add(&g, arena_format(n->arena, "**%.*s** (about: %.*s)\n\n%.*s\n", TEXT_ARG(p->name),
                                 TEXT_ARG(p->record), TEXT_ARG(p->summary)));
    for (size_t i = 0; i < p->param_count; i++)
        growing_add(&g, arena_format(n->arena, "\n* `%.*s`: %.*s", TEXT_ARG(p->params[i].name),
                                     TEXT_ARG(p->params[i].doc)));
    return growing_text(&g);
}

static void give_plugins(const struct giving *g)
{
    const struct names *n = g->names;
    for (size_t i = 0; i < n->plugin_count; i++) {
        const struct plugin *p = n->load(n->owner, n->plugins[i]);
        if (p)
            give(g, (struct name){NAME_PLUGIN,
                                  n->plugins[i],
                                  p->summary,
                                  plugin_doc(n, p),
                                  {p->source, 0, 0},
                                  NULL});
    }
}

static void give_params(const struct giving *g)
{
    const struct names *n = g->names;
    for (size_t i = 0; n->plugin && i < n->plugin->param_count; i++) {
        const struct param *p = &n->plugin->params[i];
        struct text doc = arena_format(n->arena, "**%.*s**: %s, a parameter of %.*s\n\n%.*s",
                                       TEXT_ARG(p->name), param_kind_name(p->kind),
                                       TEXT_ARG(n->plugin->name), TEXT_ARG(p->doc));
        give(g, (struct name){NAME_PARAM, p->name, p->doc, doc, {n->plugin->source, 0, 0}, NULL});
    }
}

/* --- records --- */

static void give_record_fields(const struct giving *g, const struct record_type *r)
{
    struct arena *a = g->names->arena;
    for (size_t i = 0; i < r->field_count; i++) {
        const struct field *f = &r->fields[i];
        struct growing doc = {.arena = a};
        growing_add(&doc,
                    arena_format(a, "**%.*s**: %s, a field of %.*s\n\n%.*s\n", TEXT_ARG(f->path),
                                 type_name(f->type), TEXT_ARG(r->name), TEXT_ARG(f->doc)));
        for (size_t k = 0; k < f->code_count; k++)
            growing_add(&doc, arena_format(a, "\n* `%.*s`: %.*s", TEXT_ARG(f->codes[k]),
                                           TEXT_ARG(f->code_docs[k])));
        give(g, (struct name){NAME_FIELD, f->path, f->doc, growing_text(&doc), {0}, NULL});
    }
}

static void give_fields(const struct giving *g)
{
    const struct names *n = g->names;
    if (n->record)
        give_record_fields(g, n->record);
    for (size_t i = 0; !n->record && i < n->vocabulary->record_count; i++)
        give_record_fields(g, &n->vocabulary->records[i]);
}

static void give_records(const struct giving *g)
{
    const struct vocabulary *v = g->names->vocabulary;
    for (size_t i = 0; i < v->record_count; i++)
        give(g,
             (struct name){
                 NAME_RECORD, v->records[i].name, v->records[i].doc, v->records[i].doc, {0}, NULL});
}

/* --- the languages --- */

static void give_functions(const struct giving *g)
{
    struct arena *a = g->names->arena;
    for (size_t i = 0; i < function_count; i++)
        give(g, (struct name){NAME_FUNCTION,
                              text_of(functions[i].name),
                              text_of(functions[i].doc),
                              arena_format(a, "**%s**(): %s\n\n%s", functions[i].name,
                                           type_name(functions[i].result), functions[i].doc),
                              {0},
                              NULL});
}

static void give_api(const struct giving *g)
{
    struct arena *a = g->names->arena;
    for (size_t i = 0; i < api_count; i++) {
        const struct api_entry *e = &api_entries[i];
        struct text doc = arena_format(a, "**%s**(%s)%s%s\n\n%s", e->name, e->takes,
                                       *e->gives ? ": " : "", e->gives, e->doc);
        give(g, (struct name){NAME_API, text_of(e->name), text_of(e->doc), doc, {0}, NULL});
    }
}

static void give_outcomes(const struct giving *g)
{
    const char *name;
    for (size_t i = 0; (name = law_outcome_name(i)) != NULL; i++)
        give(g,
             (struct name){
                 NAME_OUTCOME, text_of(name), TEXT("what check() returns"), TEXT(""), {0}, NULL});
}

static void give_keys(const struct giving *g)
{
    const struct kind *k = g->names->keys;
    for (size_t i = 0; k && i < k->key_count; i++)
        give(g, (struct name){NAME_KEY,
                              text_of(k->keys[i].name),
                              k->keys[i].required ? TEXT("must be there") : TEXT("may be there"),
                              text_of(k->doc),
                              {0},
                              NULL});
}

static void give_words(const struct giving *g)
{
    struct text rest = g->names->words;
    for (struct text word; rest.len && text_next(&rest, ' ', &word);)
        give(g, (struct name){NAME_WORD, word, TEXT(""), TEXT(""), {0}, NULL});
}

void names_each(const struct names *n, unsigned kinds, name_taker *take, void *owner)
{
    static const struct {
        enum name_kind kind;
        void (*give)(const struct giving *);
    } givers[] = {
        {NAME_KEY, give_keys},         {NAME_WORD, give_words},
        {NAME_PARAM, give_params},     {NAME_FIELD, give_fields},
        {NAME_RECORD, give_records},   {NAME_PARAMETER, give_parameters},
        {NAME_PLUGIN, give_plugins},   {NAME_DEFINITION, give_definitions},
        {NAME_RULE, give_rules},       {NAME_PROVISION, give_provisions},
        {NAME_THREAT, give_threats},   {NAME_FUNCTION, give_functions},
        {NAME_OUTCOME, give_outcomes}, {NAME_API, give_api},
    };
    struct giving g = {n, take, owner};
    for (size_t i = 0; i < sizeof givers / sizeof *givers; i++)
        if (kinds & givers[i].kind)
            givers[i].give(&g);
}

struct finding_name {
    const struct names *names;
    struct text word;
    struct name *out;
    bool found;
};

/* Limits and definitions may be written with and without their prefix. */
static void compare(void *owner, const struct name *n)
{
    struct finding_name *f = owner;
    bool prefixed = n->kind == NAME_PARAMETER || n->kind == NAME_DEFINITION;
    struct text word = prefixed ? short_name(f->names, f->word) : f->word;
    if (f->found || !text_equal(n->name, word))
        return;
    *f->out = *n;
    f->found = true;
}

bool names_find(const struct names *n, unsigned kinds, struct text word, struct name *out)
{
    struct finding_name f = {n, word, out, false};
    names_each(n, kinds, compare, &f);
    return f.found;
}
