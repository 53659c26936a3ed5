/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/prose.h"

#include <inttypes.h>

#include "base/digest.h"

/* One more of a list, with what separates it from the one before. */
static void add(struct growing *g, const char *separator, struct text t)
{
    if (g->len)
        growing_add(g, text_of(separator));
    growing_add(g, t);
}

static void add_named(struct growing *g, struct text name, struct text t)
{
    add(g, "; ", name);
    growing_add(g, TEXT(": "));
    growing_add(g, t);
}

struct text actors_print(struct arena *a, const struct finding *f)
{
    struct growing g = {.arena = a};
    for (size_t i = 0; i < f->actor_count; i++)
        add_named(&g, f->actors[i].role, f->actors[i].name);
    return growing_text(&g);
}

struct text facts_print(struct arena *a, const struct finding *f)
{
    struct growing g = {.arena = a};
    for (size_t i = 0; i < f->fact_count; i++)
        add_named(&g, f->facts[i].name, value_print(a, &f->facts[i].value));
    return growing_text(&g);
}

struct text missing_print(struct arena *a, const struct finding *f)
{
    struct growing g = {.arena = a};
    for (size_t i = 0; i < f->missing_count; i++)
        add(&g, ", ", f->missing[i]);
    return growing_text(&g);
}

struct text reasons_print(struct arena *a, const struct finding *f)
{
    static const char *const truths[] = {"no", "unknown", "yes"};
    struct growing g = {.arena = a};
    if (f->because.len)
        add(&g, "; ", f->because);
    for (size_t i = 0; i < f->step_count; i++) {
        const struct step *s = &f->steps[i];
        add(&g, "; ", s->condition);
        growing_add(&g, TEXT(": "));
        growing_add(&g, text_of(truths[s->truth]));
        growing_add(&g, TEXT(" ("));
        growing_add(&g, s->values);
        growing_add(&g, TEXT(")"));
    }
    return growing_text(&g);
}

struct text articles_print(struct arena *a, const struct finding *f, struct text language)
{
    struct growing g = {.arena = a};
    char on[DAY_TEXT_SIZE];
    for (size_t i = 0; i < f->task->provision_count; i++) {
        const struct provision *p = f->task->provisions[i];
        const struct provision_version *v = f->on_known ? provision_at(p, f->on) : NULL;
        add(&g, "; ", citation_print(a, p, language));
        if (v)
            growing_add(&g, arena_format(a, ", as in force on %s; source %.*s",
                                         day_print(f->on, on), TEXT_ARG(v->source)));
    }
    return growing_text(&g);
}

struct text place_print(struct arena *a, const struct finding *f)
{
    if (!f->record_count)
        return TEXT("");
    struct text file = f->records[0].file;
    return f->records[0].line ? arena_format(a, "%.*s:%" PRIu64, TEXT_ARG(file), f->records[0].line)
                              : file;
}

static void add_line(struct growing *g, const char *label, struct text t)
{
    if (!t.len)
        return;
    add(g, "\n", text_of(label));
    growing_add(g, TEXT(": "));
    growing_add(g, t);
}

struct text story_print(struct arena *a, const struct finding *f, struct text language)
{
    struct growing g = {.arena = a};
    struct text place = place_print(a, f);
    if (f->record_count && f->records[0].ref.len)
        place = arena_format(a, "%.*s  %.*s", TEXT_ARG(place), TEXT_ARG(f->records[0].ref));
    if (f->count > 1)
        place = arena_format(a, "%.*s and %" PRIu64 " more records", TEXT_ARG(place), f->count - 1);
    add_line(&g, outcome_name(f->outcome), words_in(&f->task->rule->title, language));
    add_line(&g, "record", place);
    add_line(&g, "who", actors_print(a, f));
    add_line(&g, "missing", missing_print(a, f));
    add_line(&g, "facts", facts_print(a, f));
    add_line(&g, "why", reasons_print(a, f));
    add_line(&g, "article", articles_print(a, f, language));
    if (f->exception)
        add_line(&g, "exception", f->exception->provision);
    if (f->outcome >= OUTCOME_INDICATOR) {
        add_line(&g, "threat", threat_print(a, f->task->rule, language));
        add_line(&g, "must", consequence_print(a, f, language));
    }
    add_line(&g, "confidence", text_of(confidence_name(f->confidence)));
    return growing_text(&g);
}

void actor_key(const struct finding *f, const struct actor *actor, char key[FINGERPRINT_LEN + 1])
{
    struct digest d;
    char hex[DIGEST_TEXT_SIZE], line[24] = "";
    digest_init(&d);
    digest_add(&d, f->task->record->name);
    digest_add(&d, actor->role);
    digest_add(&d, actor->name);
    if (f->record_count && f->records[0].ref.len) {
        digest_add(&d, f->records[0].ref);
    } else if (f->record_count) {
        snprintf(line, sizeof line, "%" PRIu64, f->records[0].line);
        digest_add(&d, f->records[0].file);
        digest_add(&d, text_of(line));
    }
    memcpy(key, digest_end(&d, 16, hex), FINGERPRINT_LEN + 1);
}
