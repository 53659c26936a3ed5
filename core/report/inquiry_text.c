/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/inquiry_text.h"

#include <inttypes.h>

#include "report/report.h"

static void row(FILE *out, const char *label, struct text t)
{
    fprintf(out, "    %-11s", label);
    text_show(out, t);
    fputc('\n', out);
}

void inquiry_print_law(const struct task *t, bool on_known, day on, struct text language, FILE *out)
{
    struct arena a = ARENA("law");
    for (size_t i = 0; on_known && i < t->provision_count; i++) {
        const struct provision *p = t->provisions[i];
        const struct provision_version *v = provision_at(p, on);
        if (v)
            row(out, i ? "" : "law says",
                arena_format(&a, "%.*s, in force %.*s: %.*s", TEXT_ARG(p->citation),
                             TEXT_ARG(force_print(&a, v->force)),
                             TEXT_ARG(words_in(&v->summary, language))));
    }
    arena_free(&a);
}

/* --- changes --- */

static struct text needed_values(struct arena *a, const struct clearing *changes, size_t count,
                                 size_t *at)
{
    enum { NAMED = 5 };
    const struct field *field = changes[*at].field;
    size_t record = changes[*at].row;
    struct text out = value_print(a, &changes[(*at)++].needed);
    size_t more = 0;
    for (size_t named = 1; *at < count && changes[*at].field == field && changes[*at].row == record;
         (*at)++) {
        if (named++ < NAMED)
            out = arena_format(a, "%.*s, or %.*s", TEXT_ARG(out),
                               TEXT_ARG(value_print(a, &changes[*at].needed)));
        else
            more++;
    }
    return more ? arena_format(a, "%.*s, or one of %zu others", TEXT_ARG(out), more) : out;
}

/* "gifts.csv:4 G-1: ", where there are several records. */
static struct text which_record(struct arena *a, const struct inquiry *q, size_t at)
{
    struct record_at place = row_place(q->task, &q->records, at);
    return q->records.count == 1
               ? TEXT("")
               : arena_format(a, "%.*s:%" PRIu64 " %.*s: ", TEXT_ARG(q->files[at]), place.line,
                              TEXT_ARG(place.ref));
}

static void print_heading(const struct inquiry *q, FILE *out)
{
    if (q->records.count == 1)
        fputs("\nThe record would be clear by this rule if one fact differed, all others being the "
              "same\n(each was judged anew; of amounts, shares and days the nearest value):\n",
              out);
    else
        fputs("\nThere would be no finding by this rule if one fact of one record differed, all "
              "others being the same\n(each was judged anew with these records alone; of amounts, "
              "shares and days the nearest value):\n",
              out);
}

static void print_left_out(const struct inquiry *q, size_t more, FILE *out)
{
    if (more)
        fprintf(out, "    %-11sand %zu more like these\n", "", more);
    if (q->records.count > INQUIRY_TRIED)
        fprintf(out, "    %-11sonly the first %d of its %zu records were changed\n", "note",
                INQUIRY_TRIED, q->records.count);
}

void inquiry_print_clearings(struct inquiry *q, FILE *out)
{
    enum { TOLD = 24 };
    size_t count, told = 0, more = 0;
    const struct clearing *changes = inquiry_clearings(q, &count);
    struct arena a = ARENA("changes");
    print_heading(q, out);
    for (size_t i = 0; i < count;) {
        const struct clearing *c = &changes[i];
        struct text filed = value_print(&a, &c->filed);
        struct text needed = needed_values(&a, changes, count, &i);
        struct text which = which_record(&a, q, c->row);
        if (told++ < TOLD)
            row(out, "if",
                arena_format(&a, "%.*s%.*s were %.*s (filed: %.*s)", TEXT_ARG(which),
                             TEXT_ARG(c->field->path), TEXT_ARG(needed), TEXT_ARG(filed)));
        else
            more++;
    }
    if (!count)
        row(out, "none",
            TEXT("no change of a single fact to a value that the rule's conditions, limits or the "
                 "lists of codes name"));
    print_left_out(q, more, out);
    arena_free(&a);
}

/* --- why (not) --- */

static const char *const truths[] = {"no", "unknown", "yes"};

/* The atoms of a condition, with what became of each. */
static void print_atoms(const struct term *t, const struct context *c, const char *label, FILE *out)
{
    struct step *steps = NULL;
    size_t count = 0;
    if (t->op == OP_AND || t->op == OP_OR || t->op == OP_NOT) {
        for (size_t i = 0; i < t->arg_count; i++)
            print_atoms(t->args[i], c, i ? "" : label, out);
        return;
    }
    term_steps(t, c, &steps, &count);
    for (size_t i = 0; i < count; i++)
        row(out, i ? "" : label,
            arena_format(c->arena, "%.*s: %s (%.*s)", TEXT_ARG(steps[i].condition),
                         truths[steps[i].truth], TEXT_ARG(steps[i].values)));
}

static enum truth print_force(const struct task *t, const struct context *c, FILE *out)
{
    char on[DAY_TEXT_SIZE];
    enum truth holds = rule_holds(t, c);
    struct text field = t->record->fields[t->basis].path;
    struct text force = force_print(c->arena, t->rule->force);
    struct text on_day = c->on_known ? text_of(day_print(c->on, on)) : TEXT("unknown");
    if (t->rule->awaits)
        force = arena_format(c->arena, "%.*s: %.*s has not commenced", TEXT_ARG(force),
                             TEXT_ARG(t->rule->awaits->citation));
    row(out, "in force",
        arena_format(c->arena, "%s (%.*s is %.*s; the rule: %.*s)", truths[holds], TEXT_ARG(field),
                     TEXT_ARG(on_day), TEXT_ARG(force)));
    return holds;
}

static enum truth print_exceptions(const struct task *t, const struct context *c, FILE *out)
{
    enum truth excepted = TRUTH_FALSE;
    for (size_t i = 0; i < t->rule->unless_count; i++) {
        enum truth truth = term_truth(t->unless[i], c);
        excepted = truth_or(excepted, truth);
        row(out, "exception",
            arena_format(c->arena, "%.*s applies: %s", TEXT_ARG(t->rule->unless[i].provision),
                         truths[truth]));
        print_atoms(t->unless[i], c, "", out);
    }
    return excepted;
}

static void print_group(const struct task *t, const struct context *c, bool counts, FILE *out)
{
    for (size_t i = 0; i < t->key_count; i++) {
        struct value key = term_value(t->keys[i], c);
        row(out, i ? "" : "group",
            arena_format(c->arena, "%.*s = %.*s", TEXT_ARG(term_print(c->arena, t->keys[i])),
                         TEXT_ARG(value_print(c->arena, &key))));
    }
    if (t->having)
        row(out, "found when", term_print(c->arena, t->having));
    row(out, "so",
        counts ? TEXT("the record counts in its group; the group is judged as a whole")
               : TEXT("the record does not count in any group"));
}

static const char *reason(enum truth holds, enum truth where, enum truth excepted, enum outcome o)
{
    if (holds == TRUTH_FALSE)
        return "the rule was not in force on that day";
    if (where == TRUTH_FALSE)
        return "its condition is not met";
    if (excepted == TRUTH_TRUE)
        return "an exception applies";
    if (o == OUTCOME_UNDETERMINED)
        return "a fact is missing";
    return o == OUTCOME_CLEAR ? "its condition is met, and the plugin said clear"
                              : "its condition is met, and no exception applies";
}

void inquiry_print_why(struct inquiry *q, struct text language, FILE *out)
{
    struct context c = inquiry_context(q);
    const struct task *t = q->task;
    enum outcome o;
    enum truth holds = print_force(t, &c, out);
    enum truth where = term_truth(t->where, &c);
    print_atoms(t->where, &c, "condition", out);
    enum truth excepted = print_exceptions(t, &c, out);
    inquiry_print_law(t, c.on_known, c.on, language, out);
    if (t->key_count) {
        bool counts = holds != TRUTH_FALSE && where != TRUTH_FALSE && excepted != TRUTH_TRUE;
        print_group(t, &c, counts, out);
        return;
    }
    if (inquiry_outcome(q, &o))
        row(out, "so",
            arena_format(&q->arena, "%s: %s", outcome_name(o), reason(holds, where, excepted, o)));
}
