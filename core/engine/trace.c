/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/trace.h"

static const char *const truths[] = {"no", "unknown", "yes"};

bool trace_wants(const struct trace *trace, const struct record_at *at)
{
    char line[24];
    snprintf(line, sizeof line, "%llu", (unsigned long long)at->line);
    return !trace->record.len || text_equal(trace->record, at->ref) ||
           text_equal(trace->record, text_of(line));
}

static void tell_call(void *owner, struct text what)
{
    const struct trace *t = owner;
    fputs("    ", t->out);
    text_show(t->out, what);
    fputc('\n', t->out);
}

static void listen(struct judge *j)
{
    struct host_watch w = {.owner = j->options.trace, .call = tell_call};
    host_watch(j->host, &w);
}

static void tell_facts(struct judge *j, const struct finding *f, FILE *out)
{
    fprintf(out, "  outcome: %s\n", outcome_name(f->outcome));
    for (size_t i = 0; i < f->fact_count; i++) {
        struct text value = value_print(&j->arena, &f->facts[i].value);
        fprintf(out, "    %.*s = ", TEXT_ARG(f->facts[i].name));
        text_show(out, value);
        fputc('\n', out);
    }
}

void trace_end(struct judge *j, const struct finding *f)
{
    host_watch(j->host, NULL);
    if (f)
        tell_facts(j, f, j->options.trace->out);
    else
        fputs("  the call failed; the message below tells why\n", j->options.trace->out);
}

/* --- single records --- */

struct traced_row {
    const struct batch *batch;
    size_t row;
};

static bool find_in_row(const void *owner, struct text name, struct value *out)
{
    const struct traced_row *r = owner;
    const struct field *f = record_field(r->batch->record, name);
    if (f)
        *out = batch_value(r->batch, r->row, f->index);
    return f != NULL;
}

static void tell_sums(const struct task *t, const struct context *c, FILE *out)
{
    for (size_t i = 0; i < t->key_count; i++) {
        struct value v = term_value(t->keys[i], c);
        fprintf(out, "  group by %.*s = ", TEXT_ARG(term_print(c->arena, t->keys[i])));
        text_show(out, value_print(c->arena, &v));
        fputc('\n', out);
    }
    for (size_t i = 0; i < t->sum_count; i++) {
        struct value v = term_value(t->sums[i].term, c);
        fprintf(out, "  %.*s: adds %.*s\n", TEXT_ARG(t->sums[i].name),
                TEXT_ARG(value_print(c->arena, &v)));
    }
}

/* The call is made once more, by itself, so that its values can be told. */
static void tell_verdict(struct judge *j, const struct task *t, const struct context *c)
{
    struct finding f = {.task = t};
    struct traced_row row = {c->batch, c->row};
    struct facts_source subject = {&row, find_in_row};
    fputs("  check:\n", j->options.trace->out);
    listen(j);
    bool ok = finding_call(j, &f, c, &subject, NULL);
    trace_end(j, ok ? &f : NULL);
}

static void tell_row(struct judge *j, const struct task *t, const struct context *c)
{
    FILE *out = j->options.trace->out;
    enum truth holds = rule_holds(t, c), met = truth_and(holds, term_truth(t->where, c));
    fprintf(out, "  in force: %s\n  where:\n", truths[holds]);
    term_trace(t->where, c, 4, out);
    for (size_t i = 0; i < t->rule->unless_count; i++) {
        fputs("  unless:\n", out);
        term_trace(t->unless[i], c, 4, out);
        met = truth_and(met, truth_not(term_truth(t->unless[i], c)));
    }
    if (t->key_count)
        tell_sums(t, c, out);
    else if (met == TRUTH_TRUE)
        tell_verdict(j, t, c);
    else
        fprintf(out, "  check: is not called (%s)\n", truths[met]);
}

static void trace_task(struct judge *j, const struct task *t, const struct batch *b)
{
    struct trace *trace = j->options.trace;
    for (size_t row = 0; row < b->count; row++) {
        struct record_at at = row_place(t, b, row);
        if (!trace_wants(trace, &at))
            continue;
        struct context c = row_context(j, t, b, row);
        trace->told++;
        fprintf(trace->out, "%.*s: %.*s:%llu", TEXT_ARG(t->rule->id), TEXT_ARG(at.file),
                (unsigned long long)at.line);
        fputs(at.ref.len ? "  " : "", trace->out);
        text_show(trace->out, at.ref);
        fputc('\n', trace->out);
        if (b->unreadable[row])
            fputs("  the row cannot be read\n", trace->out);
        else
            tell_row(j, t, &c);
        arena_reset(&j->arena);
    }
}

void trace_batch(struct judge *j, const struct batch *b)
{
    for (size_t i = 0; i < j->plan->task_count; i++) {
        const struct task *t = &j->plan->tasks[i];
        if (t->rule == j->options.trace->rule && t->record == b->record)
            trace_task(j, t, b);
    }
}

/* --- groups --- */

void trace_group(struct judge *j, const struct task *t, struct text key, const struct context *c)
{
    FILE *out = j->options.trace->out;
    fprintf(out, "%.*s: group ", TEXT_ARG(t->rule->id));
    text_show(out, key);
    fputs("\n  having:\n", out);
    term_trace(t->having, c, 4, out);
    fputs("  check:\n", out);
    listen(j);
}
