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

struct scr_session *scr_session_new(const struct scr_options *o)
{
    struct scr_session *s = heap_alloc(1, sizeof *s);
    s->options = *o;
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
    host_free(s->host);
    lawbase_close(&s->law);
    diags_free(&s->diags);
    arena_free(&s->arena);
    free(s);
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
    bool ok = lawbase_open(&s->law, &s->diags, o->lawbase, ids, o->jurisdiction_count);
    if (s->law.vocabulary)
        s->vocabulary = vocabulary_read(&s->arena, &s->diags, s->law.vocabulary);
    if (!s->vocabulary)
        return false;
    s->loaded = load_formats(s) && ok;
    return s->loaded;
}

static bool make_plan(struct scr_session *s, struct plan *p, const struct rule *only)
{
    return plan_make(p, &s->diags, &s->law, s->vocabulary, s->host, s->options.plugins, only);
}

/* --- checking --- */

struct checking {
    struct scr_session *session;
    const struct report_format *format;
    struct report report;
    struct run *run;
    struct input_summary *summaries;
    size_t summary_count;
    bool ok;
};

static void take_finding(void *owner, const struct finding *f)
{
    struct checking *c = owner;
    c->session->outcomes[f->outcome]++;
    c->format->finding(&c->report, f);
}

/* What is known of a table when its reading ended; it outlives the input. */
static void note_input(struct checking *c, const struct input *in)
{
    struct arena *a = &c->session->arena;
    struct input_summary *s = arena_push(a, &c->summaries, &c->summary_count);
    s->file = arena_copy(a, input_name(in));
    s->format = input_format(in)->name;
    s->replaces = arena_copy(a, input_replaces(in));
    s->counts = input_counts(in);
    struct record_counts *types = arena_array(a, s->counts.type_count, struct record_counts);
    for (size_t i = 0; i < s->counts.type_count; i++) {
        types[i] = s->counts.types[i];
        struct total *totals = arena_array(a, types[i].total_count, struct total);
        for (size_t k = 0; k < types[i].total_count; k++)
            totals[k] = types[i].totals[k];
        types[i].totals = totals;
    }
    s->counts.types = types;
}

static struct text digits_of(struct text t)
{
    while (t.len && (t.at[0] < '0' || t.at[0] > '9'))
        t = text_slice(t, 1, t.len);
    size_t len = 0;
    while (len < t.len && t.at[len] >= '0' && t.at[len] <= '9')
        len++;
    return text_slice(t, 0, len);
}

/* Filings bear their number in the name of the file. */
static struct text number_of(struct text file)
{
    for (size_t at; (at = text_find(file, '/')) < file.len;)
        file = text_slice(file, at + 1, file.len);
    return digits_of(file);
}

/* Of a filing and the one that replaces it both were read: what they tell is counted twice. */
static void warn_of_replaced(const struct checking *c)
{
    struct text *numbers = arena_array(&c->session->arena, c->summary_count, struct text);
    for (size_t i = 0; i < c->summary_count; i++)
        numbers[i] = number_of(c->summaries[i].file);
    for (size_t i = 0; i < c->summary_count; i++) {
        const struct input_summary *later = &c->summaries[i];
        struct text number = digits_of(later->replaces);
        for (size_t k = 0; number.len && k < c->summary_count; k++) {
            const struct input_summary *other = &c->summaries[k];
            bool both_amend = k > i && text_equal(other->replaces, later->replaces);
            if (k == i || (!both_amend && !text_equal(numbers[k], number)))
                continue;
            diag_at(&c->session->diags, DIAG_WARNING, (struct place){.file = later->file},
                    "check-replaced", TEXT("leave one out: what both tell counts twice"), TEXT(""),
                    both_amend ? "replaces the same filing as %.*s" : "replaces %.*s, read as well",
                    TEXT_ARG(other->file));
        }
    }
}

/* The user may hold one country's filings against another's law, but not without being told. */
static void warn_of_mismatch(struct scr_session *s, const struct input *in)
{
    const struct format *f = input_format(in);
    bool named = s->options.jurisdiction_count == 0 || f->jurisdiction.len == 0;
    for (size_t i = 0; i < s->law.jurisdiction_count; i++)
        named |= s->law.jurisdictions[i]->everywhere ||
                 text_equal(s->law.jurisdictions[i]->id, f->jurisdiction);
    if (!named)
        diag_at(&s->diags, DIAG_WARNING, (struct place){.file = input_name(in)}, "check-other-law",
                TEXT("leave -j out to judge each filing by its own law"), TEXT(""),
                "these are filings of \"%.*s\", judged by another law", TEXT_ARG(f->jurisdiction));
}

static bool check_table(void *owner, struct input *in)
{
    struct checking *c = owner;
    struct batch *b;
    struct judged_input judged = run_begin_input(c->run, input_name(in),
                                                 input_format(in)->jurisdiction);
    warn_of_mismatch(c->session, in);
    while ((b = input_next(in)) != NULL) {
        run_batch(c->run, b, &judged);
        if (!session_go_on(c->session, in))
            break;
    }
    run_end_input(c->run, input_name(in));
    note_input(c, in);
    return true;
}

static void check_files(struct checking *c, const struct plan *p, const char *const *files,
                        size_t count)
{
    c->ok &= session_read(c->session, files, count, p->source_names, p->source_count, check_table,
                          c);
    if (c->session->stopped)
        return;
    warn_of_replaced(c);
    struct judge *judge = run_judge(c->run);
    run_finish(c->run, &judge, 1);
    for (size_t i = 0; i < p->task_count; i++)
        c->ok &= !run_tally(c->run, i)->failed;
    c->format->end(&c->report, &(struct report_end){c->summaries, c->summary_count, c->run});
}

static void begin_report(struct checking *c, const struct plan *p, FILE *out)
{
    const struct scr_options *o = &c->session->options;
    c->report = (struct report){
        .out = out,
        .colour = o->colour,
        .version = PACKAGE_VERSION,
        .language = text_of(o->language ? o->language : "en"),
        .plan = p,
        .arena = ARENA("report"),
    };
    c->ok = c->format->begin(&c->report);
    if (!c->ok)
        diag_error(&c->session->diags, (struct span){0}, "report-temporary",
                   TEXT("is there room in TMPDIR?"), "a temporary file could not be made");
}

bool scr_check(struct scr_session *s, const char *const *files, size_t file_count,
               const char *format, FILE *out)
{
    struct checking c = {.session = s, .format = report_format_find(format)};
    struct plan p;
    memset(s->outcomes, 0, sizeof s->outcomes);
    s->stopped = false;
    if (!s->loaded)
        return false;
    if (!c.format)
        return diag_error(&s->diags, (struct span){0}, "report-unknown",
                          TEXT("text, json or ndjson"), "no report format \"%s\"", format);
    bool planned = make_plan(s, &p, NULL);
    begin_report(&c, &p, out);
    if (c.ok) {
        struct run_options options = {
            .include_low = s->options.include_low,
            .judge = {.any_jurisdiction = s->options.jurisdiction_count > 0,
                      .memory = (size_t)256 << 20}};
        c.run = run_new(&p, &s->diags, options, take_finding, &c);
        check_files(&c, &p, files, file_count);
        run_free(c.run);
    }
    arena_free(&c.report.arena);
    plan_free(&p);
    return c.ok && planned && !s->stopped;
}

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

/* --- law --- */

bool scr_law_lint(struct scr_session *s, FILE *out)
{
    struct plan p;
    if (!s->vocabulary)
        return false;
    bool ok = lawbase_lint(&s->law, &s->diags);
    /* With rules missing, what is left would look unused. */
    ok = make_plan(s, &p, NULL) && plan_lint(&p, &s->diags) && ok;
    plan_free(&p);
    if (ok && s->loaded)
        law_print_counts(&s->law, out);
    return ok && s->loaded;
}

bool scr_law_list(struct scr_session *s, FILE *out)
{
    if (!s->loaded)
        return false;
    law_print_list(&s->law, text_of(s->options.language ? s->options.language : "en"), out);
    return true;
}

bool scr_law_show(struct scr_session *s, const char *id, const char *on, FILE *out)
{
    struct law_question q = {.law = &s->law,
                             .id = text_of(id),
                             .out = out,
                             .language = text_of(s->options.language ? s->options.language : "en")};
    q.on_given = on != NULL;
    if (on && !day_read(text_of(on), &q.on))
        return diag_error(&s->diags, (struct span){0}, "usage", TEXT("write it like 2021-01-31"),
                          "\"%s\" is not a day of the calendar", on);
    return s->loaded && law_print_one(&q, &s->diags);
}

bool scr_law_test(struct scr_session *s, FILE *out)
{
    if (!s->loaded)
        return false;
    struct case_result r = cases_run(&s->diags, &s->law, s->vocabulary, s->host, s->options.plugins,
                                     NULL);
    for (size_t i = 0; i < s->own_formats; i++)
        case_format(&s->diags, s->formats.items[i], &r);
    fprintf(out, "%zu passed, %zu failed\n", r.passed, r.failed);
    return r.failed == 0 && r.passed > 0;
}

bool scr_explain(struct scr_session *s, const char *id, FILE *out)
{
    struct plan p;
    if (!s->loaded)
        return false;
    const struct rule *rule = rule_find(&s->law, text_of(id));
    if (!rule)
        return law_unknown(&s->law, &s->diags, text_of(id));
    bool ok = make_plan(s, &p, rule) && p.task_count == 1;
    if (ok)
        law_explain_rule(&p.tasks[0], text_of(s->options.language ? s->options.language : "en"),
                         out);
    plan_free(&p);
    return ok;
}
