/* SPDX-License-Identifier: Apache-2.0
 *
 * FollowTheMoney, one entity a line: each finding an Event that involves its actors as
 * LegalEntities, because a filing's names do not always tell persons from companies. Actors of
 * different records are different entities, also when they have the same name: to match them is the
 * receiver's work, and nobody is accused for a namesake.
 */
#include <config.h>

#include "report/json_writer.h"
#include "report/prose.h"

/* Properties are lists of texts. */
static void property(struct json *j, const char *name, struct text t)
{
    if (!t.len)
        return;
    json_open(j, name, '[');
    json_text(j, NULL, t);
    json_close(j, ']');
}

static void write_actor(struct report *r, const struct finding *f, const struct actor *actor)
{
    struct json j = {.out = r->out};
    char key[FINGERPRINT_LEN + 1];
    actor_key(f, actor, key);
    if (!actor->name.len || fingerprints_add(&r->told, key) > 1)
        return;
    json_open(&j, NULL, '{');
    json_chars(&j, "id", key);
    json_chars(&j, "schema", "LegalEntity");
    json_open(&j, "properties", '{');
    property(&j, "name", actor->name);
    property(&j, "notes", actor->role);
    json_close(&j, '}');
    json_close(&j, '}');
}

static void write_involved(struct json *j, const struct finding *f)
{
    bool any = false;
    for (size_t i = 0; i < f->actor_count; i++) {
        char key[FINGERPRINT_LEN + 1];
        if (!f->actors[i].name.len)
            continue;
        if (!any)
            json_open(j, "involved", '[');
        any = true;
        actor_key(f, &f->actors[i], key);
        json_chars(j, NULL, key);
    }
    if (any)
        json_close(j, ']');
}

static void write_keywords(struct json *j, const struct finding *f)
{
    const struct rule *rule = f->task->rule;
    json_open(j, "keywords", '[');
    json_chars(j, NULL, outcome_name(f->outcome));
    json_text(j, NULL, rule->id);
    if (rule->threat)
        json_text(j, NULL, rule->threat->id);
    json_close(j, ']');
}

static void finding_ftm(struct report *r, const struct finding *f)
{
    const struct rule *rule = f->task->rule;
    struct json j = {.out = r->out};
    char on[DAY_TEXT_SIZE], key[FINGERPRINT_LEN + 1];
    if (f->outcome < OUTCOME_INDICATOR)
        return; /* what is lawful or not known is nothing to share about anybody */
    for (size_t i = 0; i < f->actor_count; i++)
        write_actor(r, f, &f->actors[i]);
    finding_key(r, f, key);
    json_open(&j, NULL, '{');
    json_chars(&j, "id", key);
    json_chars(&j, "schema", "Event");
    json_open(&j, "properties", '{');
    property(&j, "name", words_in(&rule->title, r->language));
    if (f->on_known)
        property(&j, "date", text_of(day_print(f->on, on)));
    if (!rule->jurisdiction->everywhere)
        property(&j, "country", rule->jurisdiction->id);
    property(&j, "summary", articles_print(&r->arena, f, r->language));
    property(&j, "description", story_print(&r->arena, f, r->language));
    property(&j, "recordId", f->record_count ? f->records[0].ref : TEXT(""));
    write_keywords(&j, f);
    write_involved(&j, f);
    json_close(&j, '}');
    json_close(&j, '}');
    arena_reset(&r->arena);
}

static bool begin_ftm(struct report *r)
{
    return r->out != NULL;
}

static void end_ftm(struct report *r, const struct report_end *e)
{
    (void)r;
    (void)e;
}

const struct report_format report_ftm_format = {
    "ftm", "FollowTheMoney entities, for investigators", false, begin_ftm, finding_ftm, end_ftm,
    NULL};
