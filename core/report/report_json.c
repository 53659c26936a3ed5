/* SPDX-License-Identifier: Apache-2.0
 *
 * JSON: one object (see report/schema/report.schema.json), or one finding a line with a summary
 * line at the end (NDJSON).
 */
#include <config.h>

#include "report/report_json.h"

#include "report/broader.h"

static void write_records(struct json *j, const struct finding *f)
{
    json_open(j, "records", '[');
    for (size_t i = 0; i < f->record_count; i++) {
        json_open(j, NULL, '{');
        json_text(j, "file", f->records[i].file);
        json_number(j, "line", f->records[i].line);
        json_text(j, "ref", f->records[i].ref);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_facts(struct report *r, struct json *j, const struct finding *f)
{
    json_open(j, "facts", '{');
    for (size_t i = 0; i < f->fact_count; i++)
        json_pair(j, f->facts[i].name, value_print(&r->arena, &f->facts[i].value));
    if (f->missing_count) {
        json_open(j, "missing", '[');
        for (size_t i = 0; i < f->missing_count; i++)
            json_text(j, NULL, f->missing[i]);
        json_close(j, ']');
    }
    if (f->count > f->record_count)
        json_number(j, "records", f->count);
    json_close(j, '}');
}

static void write_day(struct json *j, const char *key, bool known, day on)
{
    char text[DAY_TEXT_SIZE];
    if (known)
        json_chars(j, key, day_print(on, text));
}

static void write_listing(struct report *r, struct json *j, const struct listing *l)
{
    json_open(j, NULL, '{');
    json_text(j, "actor", l->role);
    json_text(j, "score", score_print(&r->arena, l->score));
    json_text(j, "names", score_print(&r->arena, l->names));
    json_text(j, "how", l->how);
    json_text(j, "name", l->name);
    if (l->alias.len)
        json_text(j, "alias", l->alias);
    json_text(j, "list", l->list);
    json_text(j, "ref", l->ref);
    json_text(j, "reason", l->reason);
    json_text(j, "through", l->through);
    json_open(j, "countries", '[');
    for (struct text rest = l->countries, code; l->countries.len && text_next(&rest, ' ', &code);)
        json_text(j, NULL, code);
    json_close(j, ']');
    write_day(j, "from", l->from_known, l->from);
    write_day(j, "to", l->to_known, l->to);
    json_text(j, "file", l->at.file);
    json_number(j, "line", l->at.line);
    json_close(j, '}');
}

static void write_listings(struct report *r, struct json *j, const struct finding *f)
{
    if (f->listing_count == 0)
        return;
    json_number(j, "listed_entries", f->listing_count);
    json_open(j, "listed", '[');
    for (size_t i = 0; i < f->listing_shown; i++)
        write_listing(r, j, &f->listings[i]);
    json_close(j, ']');
}

static void write_law(struct report *r, struct json *j, const struct finding *f)
{
    char on[DAY_TEXT_SIZE];
    json_open(j, "law", '{');
    if (f->on_known)
        json_chars(j, "on", day_print(f->on, on));
    json_open(j, "provisions", '[');
    for (size_t i = 0; i < f->task->provision_count; i++) {
        const struct provision *p = f->task->provisions[i];
        const struct provision_version *v = f->on_known ? provision_at(p, f->on) : NULL;
        json_open(j, NULL, '{');
        json_text(j, "id", p->id);
        json_text(j, "citation", citation_print(&r->arena, p, r->language));
        if (v) {
            json_text(j, "summary", words_in(&v->summary, r->language));
            json_text(j, "source", v->source);
            json_chars(j, "confidence", confidence_name(v->confidence));
        }
        json_close(j, '}');
    }
    json_close(j, ']');
    json_open(j, "parameters", '{');
    for (size_t i = 0; i < f->law_count; i++)
        json_pair(j, f->law[i].parameter->id, value_print(&r->arena, &f->law[i].version->value));
    json_close(j, '}');
    if (f->exception)
        json_text(j, "exception", f->exception->provision);
    json_close(j, '}');
}

static void write_reasoning(struct json *j, const struct finding *f)
{
    static const char *const truths[] = {"false", "unknown", "true"};
    json_open(j, "reasoning", '[');
    for (size_t i = 0; i < f->step_count; i++) {
        json_open(j, NULL, '{');
        json_text(j, "condition", f->steps[i].condition);
        json_text(j, "values", f->steps[i].values);
        json_chars(j, "truth", truths[f->steps[i].truth]);
        json_close(j, '}');
    }
    if (f->because.len) {
        json_open(j, NULL, '{');
        json_text(j, "because", f->because);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_holdings(struct json *j, const struct finding *f)
{
    if (!f->holding_count)
        return;
    json_open(j, "holdings", '[');
    for (size_t i = 0; i < f->holding_count; i++) {
        const struct holding_told *h = &f->holdings[i];
        json_open(j, NULL, '{');
        json_text(j, "owner", h->owner);
        json_text(j, "owner_from", h->owner_from);
        json_text(j, "owned", h->owned);
        json_text(j, "interest", h->interest);
        json_text(j, "period", h->period);
        json_text(j, "source", h->source);
        json_close(j, '}');
    }
    json_close(j, ']');
    if (f->holdings_left_out)
        json_number(j, "holdings_left_out", f->holdings_left_out);
}

static void write_joined(struct json *j, const struct finding *f)
{
    if (!f->joined_count || f->count < 2)
        return;
    json_open(j, "joined", '[');
    for (size_t i = 0; i < f->joined_count; i++) {
        json_open(j, NULL, '{');
        json_text(j, "role", f->joined[i].role);
        json_text(j, "by", f->joined[i].fields);
        json_chars(j, "identity", identity_level_name(f->joined[i].level));
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_consequence(struct report *r, struct json *j, const struct finding *f)
{
    const struct rule *rule = f->task->rule;
    char due[DAY_TEXT_SIZE];
    if (!rule->consequence.given && !rule->sanction_count) {
        json_none(j, "consequence");
        return;
    }
    json_open(j, "consequence", '{');
    if (rule->consequence.given)
        json_text(j, "text", consequence_print(&r->arena, f, r->language));
    if (f->due_known)
        json_chars(j, "due", day_print(f->due, due));
    json_open(j, "sanctions", '[');
    for (size_t i = 0; i < rule->sanction_count; i++)
        json_text(j, NULL, rule->sanctions[i]);
    json_close(j, ']');
    json_close(j, '}');
}

static void write_threat(struct report *r, struct json *j, const struct rule *rule)
{
    const struct threat *t = rule->threat;
    if (!t) {
        json_none(j, "threat");
        return;
    }
    json_open(j, "threat", '{');
    json_text(j, "class", t->id);
    json_text(j, "title", words_in(&t->title, r->language));
    json_chars(j, "impact", level_name(t->impact));
    json_chars(j, "priority", level_name(t->priority));
    json_close(j, '}');
}

void json_finding(struct report *r, struct json *j, const char *key, const struct finding *f)
{
    const struct rule *rule = f->task->rule;
    json_open(j, key, '{');
    json_text(j, "rule", rule->id);
    json_chars(j, "outcome", outcome_name(f->outcome));
    json_chars(j, "severity", rule->is_violation ? "violation" : "indicator");
    json_text(j, "jurisdiction", rule->jurisdiction->id);
    json_open(j, "provisions", '[');
    for (size_t i = 0; i < rule->provision_count; i++)
        json_text(j, NULL, rule->provisions[i]);
    json_close(j, ']');
    write_records(j, f);
    json_open(j, "actors", '[');
    for (size_t i = 0; i < f->actor_count; i++) {
        json_open(j, NULL, '{');
        json_text(j, "role", f->actors[i].role);
        json_text(j, "name", f->actors[i].name);
        json_close(j, '}');
    }
    json_close(j, ']');
    write_facts(r, j, f);
    write_joined(j, f);
    write_law(r, j, f);
    write_reasoning(j, f);
    write_holdings(j, f);
    write_listings(r, j, f);
    write_consequence(r, j, f);
    write_threat(r, j, rule);
    if (r->standing.len)
        json_text(j, "case", r->standing);
    json_chars(j, "confidence", confidence_name(f->confidence));
    json_chars(j, "fingerprint", f->fingerprint);
    json_close(j, '}');
    arena_reset(&r->arena);
}

/* --- the head of the object --- */

/* {"EUR": "8235.00"}, or {"EUR": {"least": "8235.00", "most": "76635.00"}} */
void json_totals(struct json *j, const char *key, const struct total *totals, size_t count)
{
    json_open(j, key, '{');
    for (size_t i = 0; i < count; i++) {
        const struct total *t = &totals[i];
        char code[CURRENCY_TEXT_SIZE], least[MONEY_TEXT_SIZE], most[MONEY_TEXT_SIZE];
        currency_print(t->currency, code);
        sum_print_amount(t->least, t->currency, least);
        if (t->most == t->least) {
            json_chars(j, code, least);
            continue;
        }
        json_open(j, code, '{');
        json_chars(j, "least", least);
        json_chars(j, "most", sum_print_amount(t->most, t->currency, most));
        json_close(j, '}');
    }
    json_close(j, '}');
}

static void write_proof(struct json *j, const struct proof *p)
{
    json_open(j, "proof", '{');
    json_text(j, "plugins", p->plugins);
    json_open(j, "options", '{');
    for (size_t i = 0; i < p->option_count; i++)
        json_pair(j, p->options[i].name, p->options[i].value);
    json_close(j, '}');
    json_open(j, "files", '[');
    for (size_t i = 0; i < p->file_count; i++) {
        json_open(j, NULL, '{');
        json_text(j, "role", p->files[i].role);
        json_text(j, "path", p->files[i].path);
        json_text(j, "sha256", p->files[i].digest);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
}

static void write_law_head(struct report *r, struct json *j)
{
    const struct lawbase *law = r->plan->law;
    json_chars(j, "scrutineer", r->version);
    if (r->redacted)
        json_chars(j, "redacted", "public");
    json_open(j, "law", '{');
    json_open(j, "jurisdictions", '[');
    for (size_t i = 0; i < law->jurisdiction_count; i++)
        json_text(j, NULL, law->jurisdictions[i]->id);
    json_close(j, ']');
    json_chars(j, "digest", law->digest);
    json_close(j, '}');
}

static void write_type(struct json *j, const struct record_counts *t)
{
    json_open(j, NULL, '{');
    json_text(j, "record", t->record->name);
    json_number(j, "records", t->records);
    json_number(j, "memos", t->memos);
    json_totals(j, "totals", t->totals, t->total_count);
    json_close(j, '}');
}

void json_inputs(struct json *j, const struct report_end *e)
{
    json_open(j, "inputs", '[');
    for (size_t i = 0; i < e->input_count; i++) {
        const struct input_summary *s = &e->inputs[i];
        json_open(j, NULL, '{');
        json_text(j, "file", s->file);
        json_text(j, "format", s->format);
        json_number(j, "records", s->counts.records);
        json_number(j, "unreadable", s->counts.unreadable);
        json_number(j, "unmatched", s->counts.unmatched);
        json_number(j, "rows", s->counts.rows);
        json_number(j, "mended", s->counts.mended);
        json_open(j, "types", '[');
        for (size_t k = 0; k < s->counts.type_count; k++)
            write_type(j, &s->counts.types[k]);
        json_close(j, ']');
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_registers(struct json *j, const struct report_end *e)
{
    if (!e->register_count)
        return;
    json_open(j, "registers", '[');
    for (size_t i = 0; i < e->register_count; i++) {
        const struct input_summary *s = &e->registers[i];
        json_open(j, NULL, '{');
        json_text(j, "file", s->file);
        json_text(j, "format", s->format);
        json_number(j, "entries", s->counts.records);
        json_number(j, "unreadable", s->counts.unreadable);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_cost(struct json *j, const struct task_cost *c)
{
    json_open(j, "cost", '{');
    json_number(j, "rows", c->rows);
    json_number(j, "candidates", c->candidates);
    json_number(j, "lua_calls", c->calls);
    json_number(j, "microseconds", c->nanoseconds / 1000);
    json_close(j, '}');
}

static void write_rules(struct report *r, struct json *j, const struct report_end *e)
{
    json_open(j, "rules", '[');
    for (size_t i = 0; i < r->plan->task_count; i++) {
        const struct tally *t = run_tally(e->run, i);
        if (!t->ran)
            continue;
        json_open(j, NULL, '{');
        json_text(j, "rule", r->plan->tasks[i].rule->id);
        write_threat(r, j, r->plan->tasks[i].rule);
        json_number(j, "violation", t->outcomes[OUTCOME_VIOLATION]);
        json_number(j, "indicator", t->outcomes[OUTCOME_INDICATOR]);
        json_number(j, "undetermined", t->outcomes[OUTCOME_UNDETERMINED]);
        json_number(j, "exempt", t->outcomes[OUTCOME_EXEMPT]);
        json_totals(j, "amounts", t->amounts, t->amount_count);
        if (t->withheld)
            json_number(j, "withheld", t->withheld);
        if (t->known)
            json_number(j, "known", t->known);
        if (t->failed)
            json_bool(j, "failed", true);
        if (e->costs)
            write_cost(j, &e->costs[i]);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_ledger(struct json *j, const struct report_end *e)
{
    const struct case_counts *c = &e->cases;
    if (!e->ledger)
        return;
    json_open(j, "ledger", '{');
    json_chars(j, "file", e->ledger);
    json_number(j, "new", c->fresh);
    json_number(j, "changed", c->changed);
    json_number(j, "expired", c->expired);
    json_number(j, "standing", c->standing);
    json_number(j, "settled", c->settled);
    json_number(j, "overdue", c->overdue);
    json_number(j, "gone", c->gone);
    json_close(j, '}');
}

static void write_changes(struct json *j, const struct broader *b)
{
    size_t count;
    const struct broader_change *changes = broader_changes(b, &count);
    json_open(j, "changes", '[');
    for (size_t i = 0; i < count; i++) {
        const struct broader_change *c = &changes[i];
        json_open(j, NULL, '{');
        json_chars(j, "change", broader_way_name(c->way));
        json_text(j, "rule", c->rule->id);
        json_chars(j, "outcome", outcome_name(c->outcome));
        json_text(j, "actor", c->actor);
        json_text(j, "by", c->fields);
        json_text(j, "file", c->first.file);
        json_number(j, "line", c->first.line);
        json_number(j, "records", c->records);
        json_chars(j, "fingerprint", c->fingerprint);
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* How far actors were joined, and what the next step would change. */
static void write_identity(struct report *r, struct json *j, const struct report_end *e)
{
    if (!e->identity)
        return;
    json_open(j, "identity", '{');
    json_chars(j, "joined", e->identity);
    if (e->broader) {
        enum identity_level next = r->plan->vocabulary->joins + 1;
        json_open(j, "broader", '{');
        json_chars(j, "joined", identity_level_name(next));
        json_text(j, "also_by", identity_level_print(&r->arena, r->plan->vocabulary, next));
        for (int i = 0; i < BROADER_WAYS; i++)
            json_number(j, broader_way_name((enum broader_way)i),
                        broader_count(e->broader, (enum broader_way)i));
        json_number(j, "undetermined", broader_undetermined(e->broader, true));
        json_number(j, "undetermined_as_joined", broader_undetermined(e->broader, false));
        write_changes(j, e->broader);
        json_close(j, '}');
    }
    json_close(j, '}');
}

/* Findings are written as lines of the list, indented as they will stand. */
static void finding_json(struct report *r, const struct finding *f)
{
    struct json j = {.out = r->findings, .indent = true, .depth = 2, .outer = 2};
    j.first[2] = true;
    bool first = ftello(r->findings) == 0;
    if (!first)
        fputc(',', r->findings);
    json_finding(r, &j, NULL, f);
}

static void end_json(struct report *r, const struct report_end *e)
{
    struct json j = {.out = r->out, .indent = true};
    json_open(&j, NULL, '{');
    write_law_head(r, &j);
    if (e->proof)
        write_proof(&j, e->proof);
    json_inputs(&j, e);
    write_registers(&j, e);
    write_rules(r, &j, e);
    write_ledger(&j, e);
    write_identity(r, &j, e);
    json_open(&j, "findings", '[');
    j.first[j.depth] = ftello(r->findings) == 0;
    json_flush(&j);
    findings_end(r);
    json_close(&j, ']');
    json_close(&j, '}');
}

static bool begin_ndjson(struct report *r)
{
    return r->out != NULL;
}

static void finding_ndjson(struct report *r, const struct finding *f)
{
    struct json j = {.out = r->out};
    json_finding(r, &j, NULL, f);
}

static void end_ndjson(struct report *r, const struct report_end *e)
{
    struct json j = {.out = r->out};
    json_open(&j, NULL, '{');
    write_law_head(r, &j);
    if (e->proof)
        write_proof(&j, e->proof);
    json_inputs(&j, e);
    write_registers(&j, e);
    write_rules(r, &j, e);
    write_ledger(&j, e);
    json_close(&j, '}');
}

const struct report_format report_json_format = {
    "json", "one JSON object", false, findings_begin, finding_json, end_json, NULL};
const struct report_format report_ndjson_format = {"ndjson",
                                                   "one finding a line, then a summary line",
                                                   false,
                                                   begin_ndjson,
                                                   finding_ndjson,
                                                   end_ndjson,
                                                   NULL};
