/* SPDX-License-Identifier: Apache-2.0
 *
 * For programs that embed the library: filings added one by one, findings and messages as values.
 */
#include <config.h>

#include <stdlib.h>

#include "report/report_json.h"
#include "session.h"

enum { TEXT_COUNT = SCR_JSON + 1, LIST_COUNT = SCR_REASONING + 1 };

struct pair {
    const char *name, *value;
};
struct scr_finding {
    struct scr_finding *next;
    const char *texts[TEXT_COUNT];
    struct pair *lists[LIST_COUNT];
    size_t counts[LIST_COUNT];
    struct scr_place *places;
    size_t place_count;
    uint64_t records;
};

struct embedded {
    const char **paths; /* for the next run */
    size_t path_count;
    struct filing_feed *feeds;
    size_t feed_count;
    struct arena findings; /* of the last run */
    struct scr_finding *first, *last;
    struct scr_input *inputs;
    size_t input_count;
    struct scr_rule *rules;
    size_t rule_count;
};

static struct embedded *embedded_of(struct scr_session *s)
{
    if (!s->embedded) {
        s->embedded = arena_make(&s->arena, struct embedded);
        s->embedded->findings = ARENA("findings");
    }
    return s->embedded;
}

const struct filing_feed *session_feeds(const struct scr_session *s, size_t *count)
{
    *count = s->embedded ? s->embedded->feed_count : 0;
    return s->embedded ? s->embedded->feeds : NULL;
}

void session_drop_embedded(struct scr_session *s)
{
    if (s->embedded)
        arena_free(&s->embedded->findings);
}

/* --- inputs --- */

static const char *add_path(struct scr_session *s, const char *path)
{
    struct embedded *e = embedded_of(s);
    const char *copy = arena_copy(&s->arena, text_of(path)).at;
    *arena_push(&s->arena, &e->paths, &e->path_count) = copy;
    return copy;
}

void scr_add_file(struct scr_session *s, const char *path)
{
    add_path(s, path);
}

void scr_add_reader(struct scr_session *s, const char *name,
                    ptrdiff_t (*read)(void *owner, void *bytes, size_t size), void *owner)
{
    struct embedded *e = embedded_of(s);
    const char *path = add_path(s, name);
    *arena_push(&s->arena, &e->feeds, &e->feed_count) = (struct filing_feed){path, read, owner};
}

/* --- one finding as values --- */

static const char *keep(struct arena *a, struct text t)
{
    return t.len ? arena_copy(a, t).at : "";
}

static const char *keep_day(struct arena *a, bool known, day on)
{
    char text[DAY_TEXT_SIZE];
    return known ? keep(a, text_of(day_print(on, text))) : "";
}

static void add_pair(struct arena *a, struct scr_finding *f, enum scr_pairs list, struct text name,
                     struct text value)
{
    *arena_push(a, &f->lists[list], &f->counts[list]) = (struct pair){keep(a, name),
                                                                      keep(a, value)};
}

static void keep_texts(struct arena *a, struct scr_finding *kept, const struct finding *f,
                       struct text language)
{
    const struct rule *rule = f->task->rule;
    kept->texts[SCR_RULE] = keep(a, rule->id);
    kept->texts[SCR_TITLE] = keep(a, words_in(&rule->title, language));
    kept->texts[SCR_OUTCOME] = outcome_name(f->outcome);
    kept->texts[SCR_JURISDICTION] = keep(a, rule->jurisdiction->id);
    kept->texts[SCR_ON] = keep_day(a, f->on_known, f->on);
    kept->texts[SCR_DUE] = keep_day(a, f->due_known, f->due);
    kept->texts[SCR_CONSEQUENCE] = keep(a, consequence_print(a, f, language));
    kept->texts[SCR_CONFIDENCE] = confidence_name(f->confidence);
    kept->texts[SCR_THREAT] = keep(a, threat_print(a, rule, language));
    kept->texts[SCR_AMOUNT] = f->amount_known ? keep(a, value_print(a, &f->amount)) : "";
    kept->texts[SCR_BECAUSE] = keep(a, f->because);
    kept->texts[SCR_FINGERPRINT] = keep(a, text_of(f->fingerprint));
}

static void keep_lists(struct arena *a, struct scr_finding *kept, const struct finding *f,
                       struct text language)
{
    static const char *const truths[] = {"false", "unknown", "true"};
    for (size_t i = 0; i < f->actor_count; i++)
        add_pair(a, kept, SCR_ACTORS, f->actors[i].role, f->actors[i].name);
    for (size_t i = 0; i < f->fact_count; i++)
        add_pair(a, kept, SCR_FACTS, f->facts[i].name, value_print(a, &f->facts[i].value));
    for (size_t i = 0; i < f->missing_count; i++)
        add_pair(a, kept, SCR_MISSING, f->missing[i], TEXT(""));
    for (size_t i = 0; i < f->task->provision_count; i++)
        add_pair(a, kept, SCR_PROVISIONS, f->task->provisions[i]->id,
                 citation_print(a, f->task->provisions[i], language));
    for (size_t i = 0; i < f->law_count; i++)
        add_pair(a, kept, SCR_LIMITS, f->law[i].parameter->id,
                 value_print(a, &f->law[i].version->value));
    for (size_t i = 0; i < f->step_count; i++)
        add_pair(a, kept, SCR_REASONING,
                 arena_format(a, "%.*s (%.*s)", TEXT_ARG(f->steps[i].condition),
                              TEXT_ARG(f->steps[i].values)),
                 text_of(truths[f->steps[i].truth]));
}

static void keep_places(struct arena *a, struct scr_finding *kept, const struct finding *f)
{
    kept->places = arena_array(a, f->record_count, struct scr_place);
    kept->place_count = f->record_count;
    kept->records = f->count > f->record_count ? f->count : f->record_count;
    for (size_t i = 0; i < f->record_count; i++)
        kept->places[i] = (struct scr_place){keep(a, f->records[i].file),
                                             keep(a, f->records[i].ref), f->records[i].line};
}

static const char *keep_json(struct arena *a, const struct scr_session *s, const struct finding *f)
{
    struct report r = {.language = session_language(s), .arena = ARENA("json")};
    char *line = NULL;
    size_t len = 0;
    FILE *out = heap_stream(&line, &len);
    struct json j = {.out = out};
    json_finding(&r, &j, NULL, f);
    if (fclose(out) != 0)
        out_of_memory(0);
    const char *kept = keep(a, text_trim((struct text){line, len}));
    free(line);
    arena_free(&r.arena);
    return kept;
}

static struct scr_finding *finding_keep(struct arena *a, const struct scr_session *s,
                                        const struct finding *f)
{
    struct scr_finding *kept = arena_make(a, struct scr_finding);
    struct text language = session_language(s);
    keep_texts(a, kept, f, language);
    keep_lists(a, kept, f, language);
    keep_places(a, kept, f);
    kept->texts[SCR_JSON] = keep_json(a, s, f);
    return kept;
}

/* --- a run --- */

struct running {
    struct scr_session *session;
    bool (*take)(void *owner, const struct scr_finding *);
    void *owner;
};

static void take_finding(void *owner, const struct finding *f)
{
    struct running *r = owner;
    struct embedded *e = r->session->embedded;
    r->session->outcomes[f->outcome]++;
    struct scr_finding *kept = finding_keep(&e->findings, r->session, f);
    if (r->take) {
        if (!r->session->stopped && !r->take(r->owner, kept))
            r->session->stopped = true;
        arena_reset(&e->findings);
        return;
    }
    if (e->last)
        e->last->next = kept;
    else
        e->first = kept;
    e->last = kept;
}

static void keep_statistics(void *owner, const struct report_end *end)
{
    struct scr_session *s = ((struct running *)owner)->session;
    struct embedded *e = s->embedded;
    const struct plan *p = run_plan_of(end->run);
    e->inputs = arena_array(&s->arena, end->input_count, struct scr_input);
    e->input_count = end->input_count;
    for (size_t i = 0; i < end->input_count; i++) {
        const struct input_summary *in = &end->inputs[i];
        e->inputs[i] = (struct scr_input){keep(&s->arena, in->file), keep(&s->arena, in->format),
                                          in->counts.rows, in->counts.records,
                                          in->counts.unreadable};
    }
    e->rules = arena_array(&s->arena, p->task_count, struct scr_rule);
    e->rule_count = p->task_count;
    for (size_t i = 0; i < p->task_count; i++) {
        const struct tally *t = run_tally(end->run, i);
        e->rules[i] = (struct scr_rule){keep(&s->arena, p->tasks[i].rule->id),
                                        t->outcomes[OUTCOME_VIOLATION],
                                        t->outcomes[OUTCOME_INDICATOR],
                                        t->outcomes[OUTCOME_UNDETERMINED],
                                        t->outcomes[OUTCOME_EXEMPT],
                                        t->withheld,
                                        t->ran,
                                        t->failed};
    }
}

/* What the last run left; the filings of this one are then its own. */
static void begin_run(struct embedded *e)
{
    arena_reset(&e->findings);
    e->first = e->last = NULL;
    e->input_count = e->rule_count = 0;
}

bool scr_run(struct scr_session *s, bool (*take)(void *owner, const struct scr_finding *),
             void *owner)
{
    struct embedded *e = embedded_of(s);
    struct running r = {s, take, owner};
    struct check_taker taker = {take_finding, keep_statistics, &r};
    struct plan p;
    begin_run(e);
    if (!s->loaded || !session_read_registers(s))
        return false;
    bool planned = session_plan(s, &p, NULL);
    bool ok = session_check(s, &p, &taker, e->paths, e->path_count);
    e->path_count = e->feed_count = 0;
    e->paths = NULL;
    e->feeds = NULL;
    plan_free(&p);
    return ok && planned;
}

/* --- what came of it --- */

const struct scr_finding *scr_finding_next(const struct scr_session *s,
                                           const struct scr_finding *before)
{
    if (before)
        return before->next;
    return s->embedded ? s->embedded->first : NULL;
}

const char *scr_finding_text(const struct scr_finding *f, enum scr_text field)
{
    return (size_t)field < TEXT_COUNT ? f->texts[field] : "";
}

bool scr_finding_pair(const struct scr_finding *f, enum scr_pairs list, size_t number,
                      const char **name, const char **value)
{
    if ((size_t)list >= LIST_COUNT || number >= f->counts[list])
        return false;
    *name = f->lists[list][number].name;
    *value = f->lists[list][number].value;
    return true;
}

bool scr_finding_place(const struct scr_finding *f, size_t number, struct scr_place *out)
{
    if (number >= f->place_count)
        return false;
    *out = f->places[number];
    return true;
}

uint64_t scr_finding_records(const struct scr_finding *f)
{
    return f->records;
}

bool scr_run_input(const struct scr_session *s, size_t number, struct scr_input *out)
{
    if (!s->embedded || number >= s->embedded->input_count)
        return false;
    *out = s->embedded->inputs[number];
    return true;
}

bool scr_run_rule(const struct scr_session *s, size_t number, struct scr_rule *out)
{
    if (!s->embedded || number >= s->embedded->rule_count)
        return false;
    *out = s->embedded->rules[number];
    return true;
}

bool scr_message(struct scr_session *s, size_t number, struct scr_message *out)
{
    static const char *const severities[] = {"note", "warning", "error"};
    struct arena *a = &s->arena;
    if (number >= s->diags.count)
        return false;
    const struct diag *m = &s->diags.items[number];
    *out = (struct scr_message){.severity = severities[m->severity],
                                .code = m->code ? m->code : "",
                                .file = keep(a, m->place.file),
                                .line = m->place.line,
                                .column = m->place.column,
                                .text = keep(a, m->message),
                                .hint = keep(a, m->hint)};
    if (m->span.source) {
        size_t line, column;
        source_place(m->span.source, m->span.begin, &line, &column);
        out->file = keep(a, m->span.source->path);
        out->line = line;
        out->column = column;
    }
    return true;
}
