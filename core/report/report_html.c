/* SPDX-License-Identifier: Apache-2.0
 *
 * HTML: one page that needs nothing else (html/), with the findings as data for its script.
 */
#include <config.h>

#include "report/report_html.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/storing.h"
#include "report/broader.h"
#include "report/json_writer.h"

static bool begin_html(struct report *r)
{
    r->findings = put_aside_stream();
    if (!r->findings)
        return false;
    struct html_report *h = heap_alloc(1, sizeof *h);
    h->page = (struct html_out){r->out, wording_find(r->language)};
    h->arena = ARENA("html");
    h->rule_numbers = arena_array(&h->arena, r->plan->task_count, size_t);
    for (size_t i = 0; i < r->plan->task_count; i++)
        h->rule_numbers[i] = SIZE_MAX;
    text_table_add(&h->texts, TEXT("")); /* 0: no text */
    r->html = h;
    return true;
}

static void free_html(struct report *r)
{
    struct html_report *h = r->html;
    if (!h)
        return; /* it was not begun */
    fclose(r->findings);
    r->findings = NULL;
    outcome_counts_free(&h->priorities);
    outcome_counts_free(&h->jurisdictions);
    outcome_counts_free(&h->tasks);
    outcome_counts_free(&h->days);
    outcome_counts_free(&h->missing);
    for (size_t i = 0; i < h->role_count; i++)
        outcome_counts_free(&h->roles[i].names);
    text_table_free(&h->texts);
    text_table_free(&h->laws);
    arena_free(&h->arena);
    free(h);
}

struct text html_priority(const struct html_report *h, const struct rule *rule)
{
    return wording_of(h->page.wording, rule->threat ? text_of(level_name(rule->threat->priority))
                                                    : TEXT(N_("none named")));
}

/* --- counts --- */

static struct outcome_counts *counts_of_role(struct html_report *h, struct text role)
{
    for (size_t i = 0; i < h->role_count; i++)
        if (text_equal(h->roles[i].role, role))
            return &h->roles[i].names;
    struct role_counts *new = arena_push(&h->arena, &h->roles, &h->role_count);
    new->role = arena_copy(&h->arena, role);
    return &new->names;
}

static void count_finding(struct html_report *h, const struct finding *f)
{
    const struct rule *rule = f->task->rule;
    char on[DAY_TEXT_SIZE];
    h->findings++;
    h->all.of[f->outcome]++;
    if (f->outcome < OUTCOME_UNDETERMINED)
        return; /* lawful: in the list only */
    outcome_counts_add(&h->priorities, html_priority(h, rule), f->outcome);
    outcome_counts_add(&h->jurisdictions, rule->jurisdiction->id, f->outcome);
    outcome_counts_add(&h->tasks, rule->id, f->outcome);
    outcome_counts_add(&h->days, f->on_known ? text_of(day_print(f->on, on)) : TEXT(""),
                       f->outcome);
    for (size_t i = 0; i < f->actor_count; i++)
        outcome_counts_add(counts_of_role(h, f->actors[i].role), f->actors[i].name, f->outcome);
    for (size_t i = 0; i < f->missing_count; i++)
        outcome_counts_add(&h->missing, f->missing[i], f->outcome);
}

/* --- the law of a finding --- */

static void write_day(struct json *j, const char *key, day d)
{
    char on[DAY_TEXT_SIZE];
    json_chars(j, key, day_print(d, on));
}

static void write_article(struct report *r, struct json *j, const struct provision *p,
                          const struct provision_version *v)
{
    json_open(j, NULL, '{');
    json_text(j, "citation", citation_print(&r->arena, p, r->language));
    if (v) {
        json_text(j, "summary", words_in(&v->summary, r->language));
        json_text(j, "source", v->source);
        write_day(j, "from", v->force.from);
        write_day(j, "to", v->force.to);
        json_number(j, "confidence", (uint64_t)v->confidence);
        json_text(j, "doubt", v->doubt);
    }
    json_close(j, '}');
}

static void write_limit(struct report *r, struct json *j, const struct law_used *l)
{
    json_open(j, NULL, '{');
    json_text(j, "id", l->parameter->id);
    json_text(j, "title", words_in(&l->parameter->title, r->language));
    json_text(j, "value", value_print(&r->arena, &l->version->value));
    json_text(j, "source", l->version->source);
    json_number(j, "confidence", (uint64_t)l->version->confidence);
    json_text(j, "doubt", l->version->doubt);
    json_close(j, '}');
}

static void write_exception(struct report *r, struct json *j, const struct exception *e)
{
    const struct provision *p = provision_find(r->plan->law, e->provision);
    if (p)
        json_text(j, "exception", citation_print(&r->arena, p, r->language));
}

static void write_law(struct report *r, struct json *j, const struct finding *f)
{
    json_open(j, NULL, '{');
    json_open(j, "articles", '[');
    for (size_t i = 0; i < f->task->provision_count; i++) {
        const struct provision *p = f->task->provisions[i];
        write_article(r, j, p, f->on_known ? provision_at(p, f->on) : NULL);
    }
    json_close(j, ']');
    json_open(j, "limits", '[');
    for (size_t i = 0; i < f->law_count; i++)
        write_limit(r, j, &f->law[i]);
    json_close(j, ']');
    if (f->exception)
        write_exception(r, j, f->exception);
    json_close(j, '}');
}

/* The number of the law that a finding rests on; most findings of a rule share theirs. */
static uint64_t law_number(struct report *r, const struct finding *f)
{
    char *bytes = NULL;
    size_t len = 0;
    struct json j = {.out = heap_stream(&bytes, &len), .script = true};
    write_law(r, &j, f);
    fclose(j.out);
    size_t number = text_table_add(&r->html->laws, text_trim((struct text){bytes, len}));
    free(bytes);
    return number;
}

/* --- a finding --- */

static void number_text(struct html_report *h, struct json *j, struct text t)
{
    json_number(j, NULL, text_table_add(&h->texts, t));
}

static void write_records(struct html_report *h, struct json *j, const struct finding *f)
{
    json_open(j, NULL, '[');
    for (size_t i = 0; i < f->record_count; i++) {
        json_open(j, NULL, '[');
        number_text(h, j, f->records[i].file);
        json_number(j, NULL, f->records[i].line);
        number_text(h, j, f->records[i].ref);
        json_close(j, ']');
    }
    json_close(j, ']');
}

static void write_actors(struct html_report *h, struct json *j, const struct finding *f)
{
    json_open(j, NULL, '[');
    for (size_t i = 0; i < f->actor_count; i++) {
        number_text(h, j, wording_of(h->page.wording, f->actors[i].role));
        number_text(h, j, f->actors[i].name);
    }
    json_close(j, ']');
}

/* What a fact is called in the language of the page, or nothing where that is English: there the
 * name by which conditions call it says enough. */
static struct text fact_words(struct report *r, struct text name)
{
    const struct wording *w = r->html->page.wording;
    return w ? wording_of_fact(&r->arena, w, name) : TEXT("");
}

static void write_facts(struct report *r, struct json *j, const struct finding *f)
{
    const struct wording *w = r->html->page.wording;
    json_open(j, NULL, '[');
    for (size_t i = 0; i < f->fact_count; i++) {
        number_text(r->html, j, f->facts[i].name);
        number_text(r->html, j, fact_words(r, f->facts[i].name));
        number_text(r->html, j, wording_of_value(&r->arena, w, &f->facts[i].value));
    }
    struct text joined = joined_print(&r->arena, f);
    if (joined.len) {
        number_text(r->html, j, TEXT("joined"));
        number_text(r->html, j, wording_of(w, TEXT(N_("joined"))));
        number_text(r->html, j, joined);
    }
    json_close(j, ']');
    json_open(j, NULL, '[');
    for (size_t i = 0; i < f->missing_count; i++) {
        number_text(r->html, j, f->missing[i]);
        number_text(r->html, j, fact_words(r, f->missing[i]));
    }
    json_close(j, ']');
}

static void write_steps(struct html_report *h, struct json *j, const struct finding *f)
{
    json_open(j, NULL, '[');
    for (size_t i = 0; i < f->step_count; i++) {
        number_text(h, j, f->steps[i].condition);
        number_text(h, j, f->steps[i].values);
        json_number(j, NULL, (uint64_t)f->steps[i].truth);
    }
    json_close(j, ']');
    number_text(h, j, wording_of(h->page.wording, f->because));
}

/* A party by where it is told first, which says no more than who is the same. */
static uint64_t first_place(const struct finding *f, uint32_t party)
{
    size_t i = 0;
    while (f->holdings[i].owner_party != party && f->holdings[i].owned_party != party)
        i++;
    return 2 * i + (f->holdings[i].owner_party != party);
}

static void write_party(struct json *j, const struct finding *f, uint32_t party, bool is_body,
                        enum party_side side)
{
    json_number(j, NULL, first_place(f, party));
    json_number(j, NULL, is_body);
    json_number(j, NULL, (uint64_t)side);
}

/* What the page draws, too: of each interest owner, from where, owned, interest, period, source; of
 * owner and owned which party, whether it is a body, on which side. */
static void write_holdings(struct html_report *h, struct json *j, const struct finding *f)
{
    json_open(j, NULL, '[');
    for (size_t i = 0; i < f->holding_count; i++) {
        const struct holding_told *told = &f->holdings[i];
        number_text(h, j, told->owner);
        number_text(h, j, told->owner_from);
        number_text(h, j, told->owned);
        number_text(h, j, told->interest);
        number_text(h, j, told->period);
        number_text(h, j, told->source);
        write_party(j, f, told->owner_party, told->owner_is_body, told->owner_side);
        write_party(j, f, told->owned_party, told->owned_is_body, told->owned_side);
    }
    json_close(j, ']');
    json_number(j, NULL, f->holdings_left_out);
}

/* Entries of watch-lists: whose they are alike to, how much, the entry, where it stands and how the
 * words meet, why it is listed. */
static void write_listings(struct report *r, struct json *j, const struct finding *f)
{
    json_open(j, NULL, '[');
    for (size_t i = 0; i < f->listing_shown; i++) {
        const struct listing *l = &f->listings[i];
        number_text(r->html, j, wording_of(r->html->page.wording, l->role));
        number_text(r->html, j, score_print(&r->arena, l->score));
        number_text(r->html, j, listing_print(&r->arena, l));
        number_text(r->html, j,
                    arena_format(&r->arena, "%.*s:%" PRIu64 "; %.*s", TEXT_ARG(l->at.file),
                                 l->at.line, TEXT_ARG(l->how)));
        number_text(r->html, j, l->reason);
    }
    json_close(j, ']');
    json_number(j, NULL, f->listing_count - f->listing_shown);
}

static uint64_t rule_number(struct report *r, const struct task *t)
{
    struct html_report *h = r->html;
    size_t *number = &h->rule_numbers[t - r->plan->tasks];
    if (*number == SIZE_MAX) {
        *number = h->rule_count;
        *arena_push(&h->arena, &h->rules, &h->rule_count) = (size_t)(t - r->plan->tasks);
    }
    return *number;
}

/* [outcome, rule, day, records, actors, facts (name, words, value), missing (name, words), steps,
 * because, law, due, confidence, fingerprint, count, amount, what must follow, who owns whom, how
 * many more of these, entries of watch-lists, how many more] */
static void finding_html(struct report *r, const struct finding *f)
{
    struct html_report *h = r->html;
    struct json j = {.out = r->findings, .script = true};
    char on[DAY_TEXT_SIZE];
    bool grave = f->outcome >= OUTCOME_INDICATOR;
    if (h->findings)
        fputc(',', r->findings);
    count_finding(h, f);
    json_open(&j, NULL, '[');
    json_number(&j, NULL, (uint64_t)f->outcome);
    json_number(&j, NULL, rule_number(r, f->task));
    number_text(h, &j, f->on_known ? text_of(day_print(f->on, on)) : TEXT(""));
    write_records(h, &j, f);
    write_actors(h, &j, f);
    write_facts(r, &j, f);
    write_steps(h, &j, f);
    json_number(&j, NULL, law_number(r, f));
    number_text(h, &j, grave && f->due_known ? text_of(day_print(f->due, on)) : TEXT(""));
    json_number(&j, NULL, (uint64_t)f->confidence);
    json_chars(&j, NULL, f->fingerprint);
    json_number(&j, NULL, f->count);
    number_text(h, &j, f->amount_known ? value_print(&r->arena, &f->amount) : TEXT(""));
    number_text(h, &j, grave ? consequence_print(&r->arena, f, r->language) : TEXT(""));
    write_holdings(h, &j, f);
    write_listings(r, &j, f);
    json_close(&j, ']');
    arena_reset(&r->arena);
}

static void end_html(struct report *r, const struct report_end *e)
{
    html_write(r, r->html, e);
}

const struct report_format report_html_format = {
    "html",       "one page for people, with a list to filter",
    false,        begin_html,
    finding_html, end_html,
    free_html};
