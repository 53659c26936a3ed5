/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include <stdlib.h>

#include "engine/case.h"
#include "report/law_text.h"
#include "report/report.h"
#include "session.h"

const char *scr_version(void)
{
    return PACKAGE_VERSION;
}

const char *scr_nearest(const char *word, const char *const *names, size_t count)
{
    struct text *texts = heap_alloc(count + 1, sizeof *texts);
    for (size_t i = 0; i < count; i++)
        texts[i] = text_of(names[i]);
    size_t at = text_nearest(text_of(word), texts, count);
    free(texts);
    return at < count ? names[at] : NULL;
}

struct scr_session *scr_session_new(const struct scr_options *o)
{
    struct scr_session *s = heap_alloc(1, sizeof *s);
    bool older = o->size && o->size < sizeof s->options;
    memcpy(&s->options, o, older ? o->size : sizeof s->options);
    s->arena = ARENA("session");
    diags_init(&s->diags);
    s->host = host_new((struct host_limits){o->plugin_memory, o->plugin_instructions});
    return s;
}

void scr_session_free(struct scr_session *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->formats.count; i++)
        format_free(s->formats.items[i]);
    if (s->given)
        format_free(s->given);
    registers_free(s->registers);
    name_tables_free(&s->names);
    host_free(s->host);
    session_drop_embedded(s);
    lawbase_close(&s->law);
    lawbase_close(&s->base);
    diags_free(&s->diags);
    arena_free(&s->arena);
    free(s);
}

void scr_on_out_of_memory(void (*handler)(size_t wanted))
{
    on_out_of_memory(handler);
}

size_t scr_error_count(const struct scr_session *s)
{
    return s->diags.errors;
}

void scr_messages_print(const struct scr_session *s, FILE *out, bool colour)
{
    diags_print(&s->diags, out, colour);
}

/* --- loading --- */

static bool load_formats(struct scr_session *s)
{
    bool ok = true;
    s->formats.items = arena_array(&s->arena, s->law.format_count + 2, struct format *);
    for (size_t i = 0; i < s->law.format_count; i++) {
        struct format *f = format_read(&s->arena, &s->diags, s->vocabulary, s->law.formats[i]);
        if (f)
            s->formats.items[s->formats.count++] = f;
        ok &= f != NULL;
    }
    s->own_formats = s->formats.count;
    for (int kind = FORMAT_CSV; kind <= FORMAT_NDJSON; kind++)
        s->formats.items[s->formats.count++] = format_of_vocabulary(&s->arena, s->vocabulary,
                                                                    (enum format_kind)kind);
    return ok;
}

bool session_bills(struct scr_session *s, struct bills *out)
{
    const char *from = s->options.as_if;
    *out = (struct bills){.items = s->bills, .count = s->bill_count, .as_if = from != NULL};
    out->as_if_from = DAY_ALWAYS;
    return !from || strcmp(from, "always") == 0 || session_day(s, from, &out->as_if_from);
}

static bool open_bills(struct scr_session *s)
{
    const struct scr_options *o = &s->options;
    bool ok = true;
    s->bills = arena_array(&s->arena, o->bill_count, struct bill *);
    for (size_t i = 0; i < o->bill_count; i++) {
        struct bill *b = bill_open(&s->arena, &s->diags, o->bills[i]);
        ok &= b != NULL;
        if (b)
            s->bills[s->bill_count++] = b;
    }
    return ok;
}

/* The law base, and the law after the bills; without bills there is only one. */
static bool load_law(struct scr_session *s, const struct text *ids)
{
    const struct scr_options *o = &s->options;
    struct bills bills;
    if (o->bill_count == 0)
        return lawbase_open_with(&s->law, &s->diags, o->lawbase, o->add_on, ids,
                                 o->jurisdiction_count);
    bool ok = lawbase_open_with(&s->base, &s->diags, o->lawbase, o->add_on, ids,
                                o->jurisdiction_count);
    ok &= open_bills(s);
    ok &= session_bills(s, &bills);
    s->bills_apply = ok && bills_apply(&s->law, &s->diags, &s->base, &bills);
    if (!ok) { /* what was read of them is not the bill */
        s->law = s->base;
        s->base = (struct lawbase){0};
    }
    return s->bills_apply;
}

/* False after a message: the user said no such way to join actors. */
static bool choose_identity(struct scr_session *s)
{
    const char *how = s->options.identity;
    for (int i = IDENTITY_STRICT; how && i <= IDENTITY_BROAD; i++)
        if (strcmp(how, identity_level_name((enum identity_level)i)) == 0) {
            s->vocabulary->joins = (enum identity_level)i;
            return true;
        }
    return !how || diag_error(&s->diags, (struct span){0}, "usage", TEXT("strict, usual or broad"),
                              "\"%s\" is no way to join actors", how);
}

bool scr_load(struct scr_session *s)
{
    const struct scr_options *o = &s->options;
    struct text *ids = arena_array(&s->arena, o->jurisdiction_count, struct text);
    for (size_t i = 0; i < o->jurisdiction_count; i++)
        ids[i] = text_of(o->jurisdictions[i]);
    if (!s->host)
        return diag_error(&s->diags, (struct span){0}, "plugin-memory",
                          TEXT("give plugins more memory"),
                          "plugins cannot begin with so little memory");
    bool ok = load_law(s, ids);
    if (s->law.vocabulary)
        s->vocabulary = vocabulary_read(&s->arena, &s->diags, s->law.vocabulary);
    if (!s->vocabulary || !choose_identity(s))
        return false;
    ok &= session_choose(s);
    s->loaded = load_formats(s) && ok;
    return s->loaded;
}

bool session_plan(struct scr_session *s, struct plan *p, const struct rule *only)
{
    bool ok = plan_make(p, &s->diags, &s->law, s->vocabulary, s->host, s->options.plugins, only);
    p->registers = s->registers;
    return ok;
}

/* --- counts of the last check --- */

uint64_t scr_violations(const struct scr_session *s)
{
    return s->outcomes[OUTCOME_VIOLATION];
}

uint64_t scr_indicators(const struct scr_session *s)
{
    return s->outcomes[OUTCOME_INDICATOR];
}

uint64_t scr_undetermined(const struct scr_session *s)
{
    return s->outcomes[OUTCOME_UNDETERMINED];
}

bool scr_stopped(const struct scr_session *s)
{
    return s->stopped;
}

/* --- explaining --- */

bool scr_explain(struct scr_session *s, const char *id, FILE *out)
{
    struct plan p;
    if (!s->loaded)
        return false;
    const struct rule *rule = rule_find(&s->law, text_of(id));
    if (!rule)
        return law_unknown(&s->law, &s->diags, text_of(id));
    bool ok = session_plan(s, &p, rule) && p.task_count > 0;
    for (size_t i = 0; ok && i < p.task_count; i++)
        law_explain_rule(&p.tasks[i], session_language(s), out);
    plan_free(&p);
    return ok;
}
