/* SPDX-License-Identifier: Apache-2.0
 *
 * A check: what is asked for, and what comes of it: a report, a partial result, or what a taker
 * makes of the findings.
 */
#include <config.h>

#include "checking.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/digest.h"
#include "engine/partial.h"
#include "report/baseline.h"
#include "report/broader.h"
#include "report/law_text.h"
#include "report/redaction.h"

/* Who decided on it, and why, is nobody else's business, either. */
static void take_redacted(struct checking *c, const struct finding *f)
{
    struct arena a = ARENA("redaction");
    struct finding published = finding_redacted(&a, f);
    c->report.standing = TEXT("");
    c->format->finding(&c->report, &published);
    arena_free(&a);
}

static void take_finding(void *owner, const struct finding *f)
{
    struct checking *c = owner;
    if (c->partial) {
        partial_finding(c->partial, c->plan, f);
        return;
    }
    if (c->taker) {
        c->taker->finding(c->taker->owner, f);
        return;
    }
    c->session->outcomes[f->outcome]++;
    if (c->session->options.redact) {
        take_redacted(c, f);
        return;
    }
    c->format->finding(&c->report, f);
}

/* Rows that say the same have the same fingerprint: each finding of the baseline stands for one. */
static bool is_known(void *owner, const struct finding *f)
{
    struct checking *c = owner;
    if (fingerprints_take(&c->baseline, f->fingerprint))
        return true;
    return c->cases && cases_take(c->cases, &c->report.arena, f, &c->report.standing);
}

static void take_joined(void *owner, const struct finding *f)
{
    struct checking *c = owner;
    broader_take(c->broader, f);
}

/* What is known of a table when its reading ended; in the arena, so that it outlives the input. */
static struct input_summary summarise(struct arena *a, struct text file, struct text format,
                                      struct text replaces, struct input_counts counts)
{
    struct input_summary s = {.file = arena_copy(a, file),
                              .format = format,
                              .replaces = arena_copy(a, replaces),
                              .counts = counts};
    struct record_counts *types = arena_array(a, counts.type_count, struct record_counts);
    for (size_t i = 0; i < counts.type_count; i++) {
        types[i] = counts.types[i];
        struct total *totals = arena_array(a, types[i].total_count, struct total);
        for (size_t k = 0; k < types[i].total_count; k++)
            totals[k] = types[i].totals[k];
        types[i].totals = totals;
    }
    s.counts.types = types;
    return s;
}

struct input_summary summary_of(struct arena *a, const struct input *in)
{
    return summarise(a, input_name(in), input_format(in)->name, input_replaces(in),
                     input_counts(in));
}

void checking_add_summary(struct checking *c, const struct input_summary *s)
{
    *arena_push(&c->session->arena, &c->summaries, &c->summary_count) = summarise(
        &c->session->arena, s->file, s->format, s->replaces, s->counts);
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

/* --- a check --- */

static void end_report(struct checking *c)
{
    struct arena *a = &c->session->arena;
    struct task_cost *costs = arena_array(a, c->plan->task_count, struct task_cost);
    for (size_t i = 0; i < c->plan->task_count; i++)
        costs[i] = run_cost(c->run, c->judges, c->worker_count, i);
    struct report_end end = {.inputs = c->summaries,
                             .input_count = c->summary_count,
                             .run = c->run,
                             .costs = c->session->options.stats ? costs : NULL,
                             .registers = c->session->register_files,
                             .register_count = c->session->register_file_count,
                             .messages = &c->session->diags};
    if (c->cases) {
        end.ledger = c->session->options.ledger;
        end.cases = cases_count(c->cases);
    }
    end.identity = c->session->options.identity;
    if (c->broader) {
        broader_end(c->broader);
        end.broader = c->broader;
    }
    struct diags published;
    diags_init(&published);
    if (c->session->options.redact) {
        diags_free(&published);
        diags_redacted(&published, &c->session->diags);
        end.messages = &published;
    }
    struct proof proof;
    if (c->session->options.proof && !c->taker) {
        c->ok &= checking_prove(c, &proof);
        end.proof = &proof;
    }
    if (c->taker)
        c->taker->end(c->taker->owner, &end);
    else
        c->format->end(&c->report, &end);
    diags_free(&published);
    if (c->report.failed)
        c->ok = diag_error(&c->session->diags, (struct span){0}, "report-temporary",
                           TEXT("is there room in TMPDIR?"),
                           "findings are missing: a temporary file could not be written");
}

static void finish_report(struct checking *c)
{
    warn_of_replaced(c);
    run_finish(c->run, c->judges, c->worker_count);
    for (size_t i = 0; i < c->plan->task_count; i++)
        c->ok &= !run_tally(c->run, i)->failed;
    end_report(c);
}

/* What a failed plugin would have found is missing from a partial result: better none. */
static void end_partial(struct checking *c, size_t file_count)
{
    struct diags *d = &c->session->diags;
    const char *lost = NULL;
    for (size_t i = 0; i < c->plan->task_count; i++)
        c->ok &= !run_tally(c->run, i)->failed;
    for (size_t i = 0; i < c->worker_count && !lost; i++)
        lost = group_log_error(judge_log(c->judges[i]));
    if (lost)
        c->ok = diag_error(d, (struct span){0}, "groups-unwritable",
                           TEXT("give --memory more, or name a folder with room in TMPDIR"),
                           "groups could not be put aside in TMPDIR: %s", lost);
    if (!c->ok)
        return;
    c->ok = partial_finish(c->partial, d,
                           &(struct partial_rest){c->summaries, c->summary_count, file_count,
                                                  c->run, c->judges, c->worker_count, d});
    c->partial = NULL;
}

static void check_files(struct checking *c, const char *const *files, size_t count)
{
    if (!session_begin_reading(c->session, &c->options)) {
        c->ok = false;
        return;
    }
    c->options.source_names = c->plan->source_names;
    c->options.source_count = c->plan->source_count;
    for (size_t i = 0; i < count && !c->session->stopped; i++) {
        c->file_number = i;
        judging_file(c, files[i], count > 1);
    }
    judging_drain(c);
    judging_end(c);
    c->ok &= session_end_reading(c->session);
    if (c->session->stopped)
        return;
    if (c->partial)
        end_partial(c, count);
    else
        finish_report(c);
}

static bool begin_cases(struct checking *c)
{
    const struct scr_options *o = &c->session->options;
    day on;
    if (!o->ledger)
        return !o->record ||
               diag_error(&c->session->diags, (struct span){0}, "ledger-none",
                          TEXT("say --ledger FILE"), "there is no ledger to write into");
    if (!o->dated || !day_read(text_of(o->dated), &on))
        return diag_error(
            &c->session->diags, (struct span){0}, "ledger-undated",
            TEXT("say --dated 2026-01-31: the day as of which decisions hold and terms "
                 "are past"),
            "a ledger needs the day of the check");
    c->cases = arena_make(&c->session->arena, struct cases);
    return cases_begin(c->cases, &c->session->diags, &c->session->arena, o->ledger, on);
}

static void begin_report(struct checking *c, FILE *out)
{
    const struct scr_options *o = &c->session->options;
    c->ok = !o->baseline || baseline_read(&c->session->diags, o->baseline, &c->baseline);
    c->ok = c->ok && begin_cases(c);
    if (!c->ok)
        return;
    c->report = (struct report){
        .out = out,
        .colour = o->colour,
        .version = PACKAGE_VERSION,
        .language = session_language(c->session),
        .plan = c->plan,
        .dated = text_of(o->dated),
        .redacted = o->redact,
        .arena = ARENA("report"),
    };
    c->ok = c->format->begin(&c->report);
    if (!c->ok)
        diag_error(&c->session->diags, (struct span){0}, "report-temporary",
                   TEXT("is there room in TMPDIR?"), "a temporary file could not be made");
}

/* Groups may keep some of the memory before they go on in TMPDIR, where the machine's cache holds
 * them as well. */
static size_t memory_for_groups(const struct scr_options *o, size_t threads)
{
    enum { SHARE = 4 };
    const size_t most = (size_t)128 << 20;
    size_t memory = o->memory ? o->memory
                              : (size_t)sysconf(_SC_PHYS_PAGES) / 4 * (size_t)sysconf(_SC_PAGESIZE);
    size_t all = memory / SHARE < most ? memory / SHARE : most;
    return all / threads;
}

/* "RULE" or "RULE:RECORD"; false after a message. */
static bool begin_trace(struct checking *c)
{
    struct scr_session *s = c->session;
    struct text rest = text_of(s->options.trace), id = {0};
    if (!s->options.trace || !s->options.trace_out)
        return true;
    size_t colon = text_find(rest, ':');
    id = text_slice(rest, 0, colon);
    c->trace = (struct trace){.rule = rule_find(&s->law, id), .out = s->options.trace_out};
    if (colon < rest.len)
        c->trace.record = text_slice(rest, colon + 1, rest.len);
    return c->trace.rule || law_unknown(&s->law, &s->diags, id);
}

static void end_trace(struct checking *c)
{
    if (c->trace.rule && !c->trace.told)
        diag_at(&c->session->diags, DIAG_WARNING,
                (struct place){.file = text_of(c->session->options.trace)}, "trace-nothing",
                TEXT("a record is named by its reference or its line"), TEXT(""),
                "no record of the files is that one");
}

static struct run *begin_run(struct checking *c)
{
    const struct scr_options *o = &c->session->options;
    struct run_options options = {.include_low = o->include_low ||
                                                 c->partial, /* who merges decides */
                                  .known = is_known,
                                  .joined = c->broader ? take_joined : NULL,
                                  .judge = {.any_jurisdiction = o->jurisdiction_count > 0,
                                            .timed = o->stats,
                                            .trace = c->trace.rule ? &c->trace : NULL,
                                            .memory = memory_for_groups(o, judging_threads(o))}};
    c->run = run_new(c->plan, &c->session->diags, options, take_finding, c);
    judging_begin(c, &options.judge);
    return c->run;
}

static void end_run(struct checking *c)
{
    judging_end(c);
    for (size_t i = 1; i < c->worker_count; i++)
        judge_free(c->judges[i]);
    run_free(c->run);
    broader_free(c->broader);
}

/* The rules, and when the user says how far actors are joined, what joining more would change. */
static bool plan_check(struct scr_session *s, struct plan *p)
{
    bool ok = session_plan(s, p, NULL);
    return (!s->options.identity || plan_add_broader(p, &s->diags, s->options.plugins)) && ok;
}

static void begin_broader(struct checking *c)
{
    if (c->session->options.identity && c->plan->vocabulary->joins < IDENTITY_BROAD)
        c->broader = broader_new(c->plan);
}

/* Checks what may be checked; false after messages. */
static bool begin_check(struct checking *c, struct scr_session *s, struct plan *p)
{
    *c = (struct checking){.session = s, .plan = p, .ok = true};
    memset(s->outcomes, 0, sizeof s->outcomes);
    s->stopped = false;
    return s->loaded;
}

static bool find_report(struct checking *c, const char *format)
{
    struct scr_session *s = c->session;
    const char *dated = s->options.dated;
    day given;
    c->format = report_format_find(format);
    if (!c->format)
        return diag_error(&s->diags, (struct span){0}, "report-unknown",
                          TEXT("`scrutineer check --help` lists them"), "no report format \"%s\"",
                          format);
    if (s->options.redact && s->options.identity)
        return diag_error(&s->diags, (struct span){0}, "redact-identity",
                          TEXT("leave out --identity, or --redact"),
                          "who may be the same person as whom is not for publication");
    if (s->options.proof && strcmp(format, "json") != 0)
        return diag_error(&s->diags, (struct span){0}, "proof-format", TEXT("say --format json"),
                          "only a report as json has room for a proof");
    if (dated && !session_day(s, dated, &given))
        return false;
    return dated || !c->format->needs_day ||
           diag_error(&s->diags, (struct span){0}, "report-undated",
                      TEXT("say --dated 2026-01-31, so that the same input gives the same report"),
                      "a report as %s needs the day on which it is made", format);
}

static void end_telling(struct checking *c)
{
    bool whole = c->ok && !c->session->stopped;
    if (c->cases && whole && c->session->options.record)
        c->ok = cases_record(c->cases, &c->session->diags);
    if (c->cases)
        cases_free(c->cases);
    report_drop(&c->report, c->format);
    fingerprints_free(&c->baseline);
}

bool scr_check(struct scr_session *s, const char *const *files, size_t file_count,
               const char *format, FILE *out)
{
    struct plan p;
    struct checking c;
    if (!begin_check(&c, s, &p) || !find_report(&c, format))
        return false;
    if (!begin_trace(&c) || !session_read_registers(s))
        return false;
    bool planned = plan_check(s, &p);
    c.files = files;
    c.file_count = file_count;
    begin_report(&c, out);
    begin_broader(&c);
    if (c.ok) {
        begin_run(&c);
        check_files(&c, files, file_count);
        end_run(&c);
        end_trace(&c);
    }
    end_telling(&c);
    plan_free(&p);
    return c.ok && planned && !s->stopped;
}

bool session_check(struct scr_session *s, struct plan *p, const struct check_taker *taker,
                   const char *const *files, size_t file_count)
{
    struct checking c;
    if (!begin_check(&c, s, p))
        return false;
    c.taker = taker;
    begin_run(&c);
    check_files(&c, files, file_count);
    end_run(&c);
    return c.ok && !s->stopped;
}

/* --- partial results --- */

static struct partial_terms terms_of(const struct checking *c)
{
    struct arena *a = &c->session->arena;
    const struct scr_options *o = &c->session->options;
    struct partial_terms t = {text_of(PACKAGE_VERSION), text_of(c->session->law.digest),
                              session_digest_plugins(a, c->plan), TEXT(""), TEXT("none")};
    for (size_t i = 0; i < o->jurisdiction_count; i++)
        t.jurisdictions = arena_format(a, "%.*s%s%s", TEXT_ARG(t.jurisdictions), i ? "," : "",
                                       o->jurisdictions[i]);
    if (o->jurisdiction_count == 0)
        t.jurisdictions = TEXT("each filing's own");
    if (o->select)
        t.jurisdictions = arena_format(a, "%.*s; only %s", TEXT_ARG(t.jurisdictions), o->select);
    if (o->ignore)
        t.jurisdictions = arena_format(a, "%.*s; not %s", TEXT_ARG(t.jurisdictions), o->ignore);
    if (o->identity)
        t.jurisdictions = arena_format(a, "%.*s; joined %s", TEXT_ARG(t.jurisdictions),
                                       o->identity);
    if (c->session->registers)
        t.registers = text_of(c->session->registers->digest);
    return t;
}

bool scr_check_partial(struct scr_session *s, const char *const *files, size_t file_count,
                       const char *path)
{
    struct plan p;
    struct checking c;
    if (s->options.redact)
        return diag_error(&s->diags, (struct span){0}, "redact-partial",
                          TEXT("say --redact public to `scrutineer merge`"),
                          "a partial result holds all that was found, and is not for publication");
    if (!begin_check(&c, s, &p) || !session_read_registers(s))
        return false;
    bool planned = plan_check(s, &p);
    struct partial_terms terms = terms_of(&c);
    c.partial = planned ? partial_create(&s->diags, path, &terms) : NULL;
    c.ok = c.partial != NULL;
    if (c.ok) {
        begin_run(&c);
        check_files(&c, files, file_count);
        end_run(&c);
    }
    partial_abandon(c.partial);
    plan_free(&p);
    return c.ok && !s->stopped;
}

static void merge_parts(struct checking *c, const char *const *parts, size_t count)
{
    struct partial_terms terms = terms_of(c);
    struct partial_reading reading = {.diags = &c->session->diags,
                                      .plan = c->plan,
                                      .run = c->run,
                                      .judge = run_judge(c->run),
                                      .arena = &c->session->arena};
    for (size_t i = 0; i < count && c->ok; i++)
        c->ok = partial_read(&reading, parts[i], &terms);
    c->summaries = reading.inputs;
    c->summary_count = reading.input_count;
    judging_end(c);
    if (c->ok)
        finish_report(c);
}

bool scr_merge(struct scr_session *s, const char *const *parts, size_t part_count,
               const char *format, FILE *out)
{
    struct plan p;
    struct checking c;
    if (!begin_check(&c, s, &p) || !find_report(&c, format))
        return false;
    if (s->options.proof)
        return diag_error(&s->diags, (struct span){0}, "proof-merge",
                          TEXT("check the filings themselves with --proof"),
                          "a merged report cannot be made again from its parts alone");
    if (!session_read_registers(s))
        return false;
    bool planned = plan_check(s, &p);
    begin_report(&c, out);
    begin_broader(&c);
    if (c.ok) {
        begin_run(&c);
        merge_parts(&c, parts, part_count);
        end_run(&c);
    }
    end_telling(&c);
    plan_free(&p);
    return c.ok && planned;
}
