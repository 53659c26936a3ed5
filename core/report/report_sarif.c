/* SPDX-License-Identifier: Apache-2.0
 *
 * SARIF 2.1.0 (OASIS): findings as results with file and line, for code viewers and pipelines. A
 * violation is an error, an indicator a warning; what is undetermined is a result of kind "open",
 * what is exempt of kind "notApplicable". Rows that could not be read are notifications.
 */
#include <config.h>

#include <inttypes.h>

#include "report/json_writer.h"
#include "report/prose.h"

/* A path as a URI reference: a relative one stays relative. */
static struct text uri_of(struct arena *a, struct text path)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    struct growing g = {.arena = a};
    if (path.len && path.at[0] == '/')
        growing_add(&g, TEXT("file://"));
    for (size_t i = 0; i < path.len; i++)
        if (memchr(plain, path.at[i], sizeof plain - 1))
            growing_add(&g, text_slice(path, i, i + 1));
        else
            growing_add(&g, arena_format(a, "%%%02X", (unsigned char)path.at[i]));
    return growing_text(&g);
}

static void write_message(struct json *j, const char *key, struct text t)
{
    json_open(j, key, '{');
    json_text(j, "text", t);
    json_close(j, '}');
}

static void write_location(struct report *r, struct json *j, const struct record_at *at)
{
    json_open(j, NULL, '{');
    json_open(j, "physicalLocation", '{');
    json_open(j, "artifactLocation", '{');
    json_text(j, "uri", uri_of(&r->arena, at->file));
    json_close(j, '}');
    if (at->line) {
        json_open(j, "region", '{');
        json_number(j, "startLine", at->line);
        json_close(j, '}');
    }
    json_close(j, '}');
    if (at->ref.len)
        write_message(j, "message", at->ref);
    json_close(j, '}');
}

static void write_properties(struct report *r, struct json *j, const struct finding *f)
{
    char buffer[DAY_TEXT_SIZE];
    json_open(j, "properties", '{');
    json_chars(j, "outcome", outcome_name(f->outcome));
    json_text(j, "jurisdiction", f->task->rule->jurisdiction->id);
    if (f->on_known)
        json_chars(j, "on", day_print(f->on, buffer));
    if (f->due_known)
        json_chars(j, "due", day_print(f->due, buffer));
    json_number(j, "records", f->count);
    json_text(j, "article", articles_print(&r->arena, f, r->language));
    json_chars(j, "confidence", confidence_name(f->confidence));
    json_close(j, '}');
}

static void finding_sarif(struct report *r, const struct finding *f)
{
    static const char *const kinds[] = {"pass", "notApplicable", "open", "fail", "fail"};
    static const char *const levels[] = {"none", "none", "none", "warning", "error"};
    struct json j = {.out = r->findings, .indent = true, .depth = 4, .outer = 4};
    j.first[4] = true;
    if (r->finding_count++)
        fputc(',', r->findings);
    json_open(&j, NULL, '{');
    json_text(&j, "ruleId", f->task->rule->id);
    json_chars(&j, "kind", kinds[f->outcome]);
    json_chars(&j, "level", levels[f->outcome]);
    write_message(&j, "message", story_print(&r->arena, f, r->language));
    json_open(&j, "locations", '[');
    if (f->record_count)
        write_location(r, &j, &f->records[0]);
    json_close(&j, ']');
    if (f->record_count > 1) {
        json_open(&j, "relatedLocations", '[');
        for (size_t i = 1; i < f->record_count; i++)
            write_location(r, &j, &f->records[i]);
        json_close(&j, ']');
    }
    json_open(&j, "partialFingerprints", '{');
    json_chars(&j, "scrutineer/v1", f->fingerprint);
    json_close(&j, '}');
    write_properties(r, &j, f);
    json_close(&j, '}');
    arena_reset(&r->arena);
}

static void write_rule(struct report *r, struct json *j, const struct task *t)
{
    struct text title = words_in(&t->rule->title, r->language);
    struct growing law = {.arena = &r->arena};
    for (size_t i = 0; i < t->provision_count; i++) {
        growing_add(&law, i ? TEXT("; ") : TEXT(""));
        growing_add(&law, citation_print(&r->arena, t->provisions[i], r->language));
    }
    json_open(j, NULL, '{');
    json_text(j, "id", t->rule->id);
    write_message(j, "shortDescription", title);
    if (law.len)
        write_message(j, "fullDescription", growing_text(&law));
    json_open(j, "defaultConfiguration", '{');
    json_chars(j, "level", t->rule->is_violation ? "error" : "warning");
    json_close(j, '}');
    json_close(j, '}');
    arena_reset(&r->arena);
}

static void write_tool(struct report *r, struct json *j, const struct report_end *e)
{
    json_open(j, "tool", '{');
    json_open(j, "driver", '{');
    json_chars(j, "name", "scrutineer");
    json_chars(j, "version", r->version);
    json_open(j, "rules", '[');
    for (size_t i = 0; i < r->plan->task_count; i++)
        if (run_tally(e->run, i)->ran)
            write_rule(r, j, &r->plan->tasks[i]);
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, '}');
}

static void write_notification(struct json *j, struct text message)
{
    json_open(j, NULL, '{');
    json_chars(j, "level", "error");
    write_message(j, "message", message);
    json_close(j, '}');
}

/* What was not done: rows that were not read, rules that failed. */
static void write_invocation(struct report *r, struct json *j, const struct report_end *e)
{
    bool whole = true;
    json_open(j, "invocations", '[');
    json_open(j, NULL, '{');
    json_open(j, "toolExecutionNotifications", '[');
    for (size_t i = 0; i < e->input_count; i++) {
        const struct input_counts *c = &e->inputs[i].counts;
        if (c->unreadable)
            write_notification(
                j, arena_format(&r->arena, "%.*s: %" PRIu64 " of %" PRIu64 " rows were not read",
                                TEXT_ARG(e->inputs[i].file), c->unreadable, c->rows));
    }
    for (size_t i = 0; i < r->plan->task_count; i++) {
        if (!run_tally(e->run, i)->failed)
            continue;
        whole = false;
        write_notification(
            j, arena_format(&r->arena, "rule %.*s failed", TEXT_ARG(r->plan->tasks[i].rule->id)));
    }
    json_close(j, ']');
    json_bool(j, "executionSuccessful", whole);
    json_close(j, '}');
    json_close(j, ']');
}

static void end_sarif(struct report *r, const struct report_end *e)
{
    struct json j = {.out = r->out, .indent = true};
    json_open(&j, NULL, '{');
    json_chars(&j, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_chars(&j, "version", "2.1.0");
    json_open(&j, "runs", '[');
    json_open(&j, NULL, '{');
    write_tool(r, &j, e);
    write_invocation(r, &j, e);
    json_chars(&j, "columnKind", "unicodeCodePoints");
    json_open(&j, "properties", '{');
    json_chars(&j, "lawDigest", r->plan->law->digest);
    json_close(&j, '}');
    json_open(&j, "results", '[');
    j.first[j.depth] = r->finding_count == 0;
    json_flush(&j);
    findings_end(r);
    json_close(&j, ']');
    json_close(&j, '}');
    json_close(&j, ']');
    json_close(&j, '}');
}

const struct report_format report_sarif_format = {
    "sarif",       "SARIF 2.1.0, for code viewers and pipelines",
    false,         findings_begin,
    finding_sarif, end_sarif,
    NULL};
