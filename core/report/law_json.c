/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/json_writer.h"
#include "report/law_export.h"
#include "report/report.h"

struct exporting {
    const struct law_export *request;
    struct json json;
    struct arena arena;
};

static void write_words(struct exporting *e, const char *key, const struct words *w)
{
    json_open(&e->json, key, '{');
    for (size_t i = 0; i < w->count; i++)
        json_pair(&e->json, w->languages[i], w->texts[i]);
    json_close(&e->json, '}');
}

static void write_day(struct exporting *e, const char *key, day on)
{
    char text[DAY_TEXT_SIZE];
    if (on == DAY_ALWAYS || on == DAY_NEVER)
        json_none(&e->json, key);
    else
        json_chars(&e->json, key, day_print(on, text));
}

static void write_force(struct exporting *e, struct force f)
{
    write_day(e, "from", f.from);
    write_day(e, "to", f.to);
}

static void write_trust(struct exporting *e, struct text source, enum confidence c,
                        struct text doubt)
{
    json_text(&e->json, "source", source);
    json_chars(&e->json, "confidence", confidence_name(c));
    if (doubt.len)
        json_text(&e->json, "doubt", doubt);
}

static void write_list(struct exporting *e, const char *key, const struct text *items, size_t count)
{
    json_open(&e->json, key, '[');
    for (size_t i = 0; i < count; i++)
        json_text(&e->json, NULL, items[i]);
    json_close(&e->json, ']');
}

/* --- acts --- */

static void write_provision(struct exporting *e, const struct provision *p, struct text act)
{
    const struct provision_version *v = provision_at(p, e->request->on);
    struct text eid = provision_eid(&e->arena, p);
    if (!v)
        return;
    json_open(&e->json, NULL, '{');
    json_text(&e->json, "id", p->id);
    json_text(&e->json, "eId", eid);
    json_text(&e->json, "uri", arena_format(&e->arena, "%.*s~%.*s", TEXT_ARG(act), TEXT_ARG(eid)));
    json_text(&e->json, "citation", p->citation);
    write_words(e, "title", &p->title);
    write_words(e, "summary", &v->summary);
    write_force(e, v->force);
    write_trust(e, v->source, v->confidence, v->doubt);
    json_close(&e->json, '}');
}

static void write_act(struct exporting *e, const struct instrument *in,
                      const struct jurisdiction *j)
{
    static const char *const statuses[] = {"in-force", "enacted", "bill"};
    struct text uri = act_uri(&e->arena, in, j->id);
    json_open(&e->json, NULL, '{');
    json_text(&e->json, "id", in->id);
    json_text(&e->json, "uri", uri);
    write_words(e, "title", &in->title);
    json_text(&e->json, "citation", in->citation);
    json_chars(&e->json, "status", statuses[in->status]);
    write_force(e, in->force);
    write_trust(e, in->source, in->confidence, in->doubt);
    json_open(&e->json, "provisions", '[');
    for (size_t i = 0; i < in->provision_count; i++)
        write_provision(e, &in->provisions[i], uri);
    json_close(&e->json, ']');
    json_close(&e->json, '}');
}

/* --- limits, definitions, elections --- */

static void write_parameter(struct exporting *e, const struct parameter *p)
{
    const struct parameter_version *v = parameter_at(p, e->request->on);
    if (!v)
        return; /* no value on that day, which is not zero */
    json_open(&e->json, NULL, '{');
    json_text(&e->json, "id", p->id);
    write_words(e, "title", &p->title);
    json_chars(&e->json, "type", type_name(p->type));
    json_text(&e->json, "value", value_print(&e->arena, &v->value));
    json_text(&e->json, "written", v->written);
    json_text(&e->json, "provision", v->provision);
    write_force(e, v->force);
    write_trust(e, v->source, v->confidence, v->doubt);
    json_close(&e->json, '}');
}

static void write_definition(struct exporting *e, const struct definition *d)
{
    json_open(&e->json, NULL, '{');
    json_text(&e->json, "id", d->id);
    write_words(e, "title", &d->title);
    json_text(&e->json, "record", d->record);
    json_text(&e->json, "when", d->when.text);
    write_list(e, "provisions", d->provisions, d->provision_count);
    json_close(&e->json, '}');
}

static void write_period(struct exporting *e, const char *key, struct force f)
{
    if (f.from >= f.to) {
        json_none(&e->json, key);
        return;
    }
    json_open(&e->json, key, '{');
    write_force(e, f);
    json_close(&e->json, '}');
}

static void write_election(struct exporting *e, const struct election *el)
{
    json_open(&e->json, NULL, '{');
    json_text(&e->json, "id", el->id);
    write_words(e, "title", &el->title);
    json_text(&e->json, "level", el->level);
    write_day(e, "day", el->day);
    write_day(e, "called", el->called);
    write_period(e, "campaign", el->campaign);
    write_period(e, "silence", el->silence);
    write_trust(e, el->source, el->confidence, el->doubt);
    json_close(&e->json, '}');
}

/* --- rules --- */

static void write_condition(struct exporting *e, const char *key, const struct term *t)
{
    if (!t)
        return;
    json_open(&e->json, key, '{');
    json_text(&e->json, "condition", term_print(&e->arena, t));
    json_text(&e->json, "words", term_explain(&e->arena, t, 0));
    json_close(&e->json, '}');
}

static void write_exceptions(struct exporting *e, const struct task *t)
{
    json_open(&e->json, "unless", '[');
    for (size_t i = 0; i < t->rule->unless_count; i++) {
        json_open(&e->json, NULL, '{');
        write_condition(e, "when", t->unless[i]);
        json_text(&e->json, "provision", t->rule->unless[i].provision);
        json_close(&e->json, '}');
    }
    json_close(&e->json, ']');
}

static void write_limits(struct exporting *e, const struct task *t)
{
    json_open(&e->json, "limits", '[');
    for (size_t i = 0; i < t->parameter_count; i++)
        json_text(&e->json, NULL, t->parameters[i]->id);
    json_close(&e->json, ']');
}

static void write_rule(struct exporting *e, const struct task *t)
{
    const struct rule *r = t->rule;
    struct finding none = {.task = t};
    if (!force_holds(r->force, e->request->on))
        return;
    json_open(&e->json, NULL, '{');
    json_text(&e->json, "id", r->id);
    write_words(e, "title", &r->title);
    json_chars(&e->json, "severity", r->is_violation ? "violation" : "indicator");
    write_force(e, r->force);
    json_text(&e->json, "record", t->record->name);
    json_text(&e->json, "judged_by_law_of", t->record->fields[t->basis].path);
    json_text(&e->json, "plugin", r->plugin);
    write_condition(e, "when", t->where);
    if (t->window)
        json_text(&e->json, "window", term_print(&e->arena, t->window));
    write_condition(e, "having", t->having);
    write_exceptions(e, t);
    write_limits(e, t);
    write_list(e, "provisions", r->provisions, r->provision_count);
    write_list(e, "sanctions", r->sanctions, r->sanction_count);
    if (r->consequence.given)
        json_text(&e->json, "consequence",
                  consequence_print(&e->arena, &none, e->request->language));
    if (r->consequence.within.len)
        json_text(&e->json, "within", r->consequence.within);
    if (r->threat)
        json_text(&e->json, "threat", r->threat->id);
    json_chars(&e->json, "confidence", confidence_name(task_confidence(t, e->request->on)));
    if (r->doubt.len)
        json_text(&e->json, "doubt", r->doubt);
    json_number(&e->json, "tests", r->tests ? r->tests->count : 0);
    json_close(&e->json, '}');
    arena_reset(&e->arena);
}

/* --- all --- */

#define WRITE_ALL(key, list, count, write) \
    json_open(&e->json, key, '['); \
    for (size_t i = 0; i < law->count; i++) \
        if (is_law_of(j, law->list[i]->id)) \
            write; \
    json_close(&e->json, ']')

static void write_jurisdiction(struct exporting *e, const struct jurisdiction *j)
{
    const struct lawbase *law = e->request->plan->law;
    json_open(&e->json, NULL, '{');
    json_text(&e->json, "id", j->id);
    write_words(e, "name", &j->name);
    WRITE_ALL("acts", instruments, instrument_count, write_act(e, law->instruments[i], j));
    WRITE_ALL("limits", parameters, parameter_count, write_parameter(e, law->parameters[i]));
    WRITE_ALL("definitions", definitions, definition_count,
              write_definition(e, law->definitions[i]));
    WRITE_ALL("elections", elections, election_count, write_election(e, law->elections[i]));
    json_open(&e->json, "rules", '[');
    for (size_t i = 0; i < e->request->plan->task_count; i++)
        if (e->request->plan->tasks[i].rule->jurisdiction == j)
            write_rule(e, &e->request->plan->tasks[i]);
    json_close(&e->json, ']');
    json_close(&e->json, '}');
    arena_reset(&e->arena);
}

void law_export_json(const struct law_export *request)
{
    struct exporting e = {.request = request,
                          .json = {.out = request->out, .indent = true},
                          .arena = ARENA("export")};
    const struct lawbase *law = request->plan->law;
    json_open(&e.json, NULL, '{');
    json_chars(&e.json, "scrutineer", request->version);
    if (request->on_given)
        write_day(&e, "on", request->on);
    else
        json_none(&e.json, "on");
    json_chars(&e.json, "digest", law->digest);
    json_chars(&e.json, "note",
               "summaries are in our own words, not the text of the law; identifiers follow Akoma "
               "Ntoso but are assigned by nobody");
    json_open(&e.json, "jurisdictions", '[');
    for (size_t i = 0; i < law->jurisdiction_count; i++)
        write_jurisdiction(&e, law->jurisdictions[i]);
    json_close(&e.json, ']');
    json_close(&e.json, '}');
    arena_free(&e.arena);
}
