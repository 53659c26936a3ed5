/* SPDX-License-Identifier: Apache-2.0
 *
 * JUnit XML, as pipelines read it: each finding is a test case that failed, what is undetermined
 * one that was skipped, a rule without findings one that passed; a file with rows that could not be
 * read is an error.
 */
#include <config.h>

#include <inttypes.h>

#include "report/markup.h"
#include "report/prose.h"

/* ` name="text"` */
static void attribute(FILE *out, const char *name, struct text t)
{
    fprintf(out, " %s=\"", name);
    markup_text(out, t);
    fputc('"', out);
}

static void begin_case(FILE *out, struct text suite, struct text name)
{
    fputs("    <testcase", out);
    attribute(out, "classname", suite);
    attribute(out, "name", name);
}

static void finding_junit(struct report *r, const struct finding *f)
{
    FILE *out = r->findings;
    bool failed = f->outcome >= OUTCOME_INDICATOR;
    const char *element = failed ? "failure" : "skipped";
    if (f->outcome == OUTCOME_EXEMPT)
        return; /* lawful: the rule passes */
    begin_case(
        out, f->task->rule->id,
        arena_format(&r->arena, "%.*s %s", TEXT_ARG(place_print(&r->arena, f)), f->fingerprint));
    if (f->record_count)
        attribute(out, "file", f->records[0].file);
    if (f->record_count && f->records[0].line)
        fprintf(out, " line=\"%" PRIu64 "\"", f->records[0].line);
    fprintf(out, ">\n      <%s", element);
    attribute(out, "message", words_in(&f->task->rule->title, r->language));
    if (failed)
        attribute(out, "type", text_of(outcome_name(f->outcome)));
    fputc('>', out);
    markup_text(out, story_print(&r->arena, f, r->language));
    fprintf(out, "</%s>\n    </testcase>\n", element);
    arena_reset(&r->arena);
}

struct junit_counts {
    uint64_t tests, failures, errors, skipped;
};

static bool has_findings(const struct tally *t)
{
    return t->outcomes[OUTCOME_VIOLATION] || t->outcomes[OUTCOME_INDICATOR] ||
           t->outcomes[OUTCOME_UNDETERMINED];
}

static struct junit_counts count(const struct report *r, const struct report_end *e)
{
    struct junit_counts c = {0};
    for (size_t i = 0; i < r->plan->task_count; i++) {
        const struct tally *t = run_tally(e->run, i);
        uint64_t failures = t->outcomes[OUTCOME_VIOLATION] + t->outcomes[OUTCOME_INDICATOR];
        c.failures += failures;
        c.skipped += t->outcomes[OUTCOME_UNDETERMINED];
        c.tests += failures + t->outcomes[OUTCOME_UNDETERMINED];
        c.tests += t->failed || (t->ran && !has_findings(t));
        c.errors += t->failed;
    }
    for (size_t i = 0; i < e->input_count; i++) {
        c.tests++;
        c.errors += e->inputs[i].counts.unreadable > 0;
    }
    return c;
}

static void write_counts(FILE *out, struct junit_counts c)
{
    fprintf(out,
            " tests=\"%" PRIu64 "\" failures=\"%" PRIu64 "\" errors=\"%" PRIu64
            "\" skipped=\"%" PRIu64 "\">\n",
            c.tests, c.failures, c.errors, c.skipped);
}

static void end_case(FILE *out, const char *error)
{
    if (!error) {
        fputs("/>\n", out);
        return;
    }
    fputs(">\n      <error", out);
    attribute(out, "message", text_of(error));
    fputs("/>\n    </testcase>\n", out);
}

/* Rules that found nothing, or failed; whether all rows of a file were read. */
static void write_rest(struct report *r, const struct report_end *e)
{
    for (size_t i = 0; i < r->plan->task_count; i++) {
        const struct tally *t = run_tally(e->run, i);
        if (!t->failed && (!t->ran || has_findings(t)))
            continue;
        begin_case(r->out, r->plan->tasks[i].rule->id, TEXT("no finding"));
        end_case(r->out, t->failed ? "the rule failed" : NULL);
    }
    for (size_t i = 0; i < e->input_count; i++) {
        const struct input_counts *c = &e->inputs[i].counts;
        struct text why = arena_format(&r->arena, "%" PRIu64 " of %" PRIu64 " rows were not read",
                                       c->unreadable, c->rows);
        begin_case(r->out, e->inputs[i].file, TEXT("every row is read"));
        end_case(r->out, c->unreadable ? why.at : NULL);
    }
}

static void end_junit(struct report *r, const struct report_end *e)
{
    struct junit_counts c = count(r, e);
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites", r->out);
    write_counts(r->out, c);
    fputs("  <testsuite name=\"scrutineer\"", r->out);
    write_counts(r->out, c);
    findings_end(r);
    write_rest(r, e);
    fputs("  </testsuite>\n</testsuites>\n", r->out);
}

const struct report_format report_junit_format = {
    "junit", "JUnit XML, for pipelines", false, findings_begin, finding_junit, end_junit, NULL};
