/* SPDX-License-Identifier: Apache-2.0
 *
 * Asking about one finding, or about one record and one rule: the filings are read again for the
 * records that are asked about.
 */
#include <config.h>

#include <stdlib.h>

#include "report/inquiry_text.h"
#include "report/report.h"
#include "session.h"

/* The record that is asked about. */
struct wanted {
    struct text file; /* empty: by reference */
    uint64_t line;
    struct text ref;
};
struct search {
    struct scr_session *session;
    const struct plan *plan; /* of the one rule */
    const struct wanted *wanted;
    size_t wanted_count;
    size_t number; /* of the input */
    size_t found;
    void (*found_one)(struct search *, const struct batch *, size_t row, struct judged_input);
    struct inquiry *together; /* of all that were found; begun with the first */
    FILE *out;
};

static struct text ref_of(const struct batch *b, size_t row)
{
    size_t field = b->record->reference;
    struct value v = {0};
    if (field != SIZE_MAX)
        v = batch_value(b, row, field);
    return v.knowledge == VALUE_KNOWN ? v.text : TEXT("");
}

/* Named as the report does, or without the folders. */
static bool is_file(struct text file, struct text wanted)
{
    if (wanted.len > file.len)
        return false;
    size_t at = file.len - wanted.len;
    return text_equal(text_slice(file, at, file.len), wanted) && (!at || file.at[at - 1] == '/');
}

static bool is_wanted(const struct wanted *w, const struct batch *b, size_t row)
{
    if (w->file.len)
        return b->line[row] == w->line && is_file(b->file, w->file);
    return text_equal(w->ref, ref_of(b, row));
}

static void print_place(struct search *s, const struct batch *b, size_t row)
{
    fputs("  --> ", s->out);
    text_show(s->out, b->file);
    fprintf(s->out, ":%llu  ", (unsigned long long)b->line[row]);
    text_show(s->out, ref_of(b, row));
    fputc('\n', s->out);
}

static void begin_inquiry(struct search *s, struct inquiry *q, const struct batch *b,
                          size_t capacity, struct judged_input judged)
{
    struct judge_options o = {.any_jurisdiction = s->session->options.jurisdiction_count > 0,
                              .memory = 1 << 20};
    inquiry_begin(q, s->plan, o, b, capacity, judged);
}

static bool is_any_wanted(const struct search *s, const struct batch *b, size_t row)
{
    bool wanted = false;
    for (size_t i = 0; i < s->wanted_count && !wanted; i++)
        wanted = is_wanted(&s->wanted[i], b, row);
    return wanted;
}

/* Reads on when a reference is looked for: another filing may use it as well. */
static bool search_table(void *owner, struct input *in)
{
    struct search *s = owner;
    struct judged_input judged = {s->number++, input_format(in)->jurisdiction};
    struct batch *b;
    while ((b = input_next(in)) != NULL)
        for (size_t row = 0; row < b->count; row++)
            if (is_any_wanted(s, b, row)) {
                s->found++;
                s->found_one(s, b, row, judged);
            }
    return true;
}

static bool search_files(struct search *s, const char *const *files, size_t count)
{
    struct input_options options;
    if (!session_begin_reading(s->session, &options))
        return false;
    options.source_names = s->plan->source_names;
    options.source_count = s->plan->source_count;
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        ok &= session_read_file(s->session, &options, files[i], search_table, s);
    return session_end_reading(s->session) && ok;
}

/* Who asks about one finding is to decide on it. */
static bool is_unredacted(struct scr_session *s)
{
    return !s->options.redact ||
           diag_error(&s->diags, (struct span){0}, "redact-inquiry",
                      TEXT("leave out --redact; what is told here is not for publication"),
                      "explanations and letters are for those who decide, and are never redacted");
}

/* --- why not --- */

/* False, told: the rule does not look at this record at all. */
static bool is_looked_at(struct search *s, struct inquiry *q)
{
    const struct rule *rule = q->task->rule;
    const struct record_type *record = q->records.record;
    if (record != q->task->record) {
        fprintf(s->out, "    %-11sclear: the rule is about records of type %.*s; this is a %.*s\n",
                "so", TEXT_ARG(q->task->record->name), TEXT_ARG(record->name));
        return false;
    }
    if (s->session->options.jurisdiction_count == 0 && q->input.jurisdiction.len &&
        !rule->jurisdiction->everywhere &&
        !text_equal(rule->jurisdiction->id, q->input.jurisdiction)) {
        fprintf(
            s->out,
            "    %-11sclear: a filing of \"%.*s\" is not judged by law of \"%.*s\" (-j does it)\n",
            "so", TEXT_ARG(q->input.jurisdiction), TEXT_ARG(rule->jurisdiction->id));
        return false;
    }
    if (q->records.unreadable[0])
        fprintf(s->out, "    %-11snot judged: the row could not be read (see the messages)\n",
                "so");
    return !q->records.unreadable[0];
}

static void tell_why(struct search *s, struct inquiry *q)
{
    fprintf(s->out, "%.*s [%.*s]\n",
            TEXT_ARG(words_in(&q->task->rule->title, session_language(s->session))),
            TEXT_ARG(q->task->rule->id));
    print_place(s, &q->records, 0);
    if (is_looked_at(s, q))
        inquiry_print_why(q, session_language(s->session), s->out);
}

static void tell_found(struct search *s, const struct batch *b, size_t row,
                       struct judged_input judged)
{
    struct inquiry q;
    begin_inquiry(s, &q, b, 1, judged);
    inquiry_add(&q, b, row);
    tell_why(s, &q);
    inquiry_end(&q);
}

/* FILE:LINE, when there is such a number behind the last colon, else a reference. */
static struct wanted read_wanted(const char *record)
{
    const char *colon = strrchr(record, ':');
    char *end = NULL;
    unsigned long long line = colon && colon[1] >= '0' && colon[1] <= '9'
                                  ? strtoull(colon + 1, &end, 10)
                                  : 0;
    if (line && end && *end == '\0')
        return (struct wanted){{record, (size_t)(colon - record)}, line, TEXT("")};
    return (struct wanted){.ref = text_of(record)};
}

bool scr_why_not(struct scr_session *s, const char *rule_id, const char *record,
                 const char *const *files, size_t file_count, FILE *out)
{
    struct plan p;
    const struct rule *rule = s->loaded ? rule_find(&s->law, text_of(rule_id)) : NULL;
    if (!is_unredacted(s) || !s->loaded || !session_read_registers(s))
        return false;
    if (!rule)
        return diag_error(&s->diags, (struct span){0}, "rule-unknown",
                          TEXT("`scrutineer law list` names the rules"), "no rule \"%s\"", rule_id);
    struct wanted wanted = read_wanted(record);
    struct search search = {.session = s,
                            .plan = &p,
                            .wanted = &wanted,
                            .wanted_count = 1,
                            .found_one = tell_found,
                            .out = out};
    bool ok = session_plan(s, &p, rule) && p.task_count == 1 &&
              search_files(&search, files, file_count);
    if (ok && !search.found)
        ok = diag_error(&s->diags, (struct span){0}, "record-unknown",
                        TEXT("name its reference, or FILE:LINE as reports do"),
                        "no record \"%s\" in these files", record);
    plan_free(&p);
    return ok;
}

/* --- a finding --- */

struct quest {
    struct text fingerprint; /* its beginning */
    finding_sink *tell;
    void *owner;
    size_t found;
};

static void take_finding(void *owner, const struct finding *f)
{
    struct quest *q = owner;
    if (!text_starts(text_of(f->fingerprint), q->fingerprint))
        return;
    q->found++;
    q->tell(q->owner, f);
}

static void take_end(void *owner, const struct report_end *e)
{
    (void)owner;
    (void)e;
}

bool session_find_finding(struct scr_session *s, const char *fingerprint, const char *const *files,
                          size_t file_count, finding_sink *tell, void *owner)
{
    struct plan p;
    struct quest q = {text_of(fingerprint), tell, owner, 0};
    if (!is_unredacted(s) || !s->loaded || !session_read_registers(s))
        return false;
    s->options.include_low = true; /* it was named: what rests on low is told with the rest */
    bool ok = session_plan(s, &p, NULL);
    struct check_taker taker = {take_finding, take_end, &q};
    ok &= session_check(s, &p, &taker, files, file_count);
    if (ok && q.found != 1)
        ok = diag_error(&s->diags, (struct span){0}, "finding-unknown",
                        TEXT("reports tell it behind \"finding\", in JSON as \"fingerprint\""),
                        q.found ? "several findings of these files begin with \"%s\""
                                : "no finding of these files is \"%s\"",
                        fingerprint);
    plan_free(&p);
    return ok;
}

/* --- explained --- */

struct explaining {
    struct scr_session *session;
    struct report report;
    const struct rule *rule; /* of the finding */
    struct wanted *records;
    size_t record_count;
    bool whole_files; /* it is about files that lack something, not about records */
};

static void explain(void *owner, const struct finding *f)
{
    struct explaining *e = owner;
    struct arena *a = &e->session->arena;
    report_text_format.finding(&e->report, f);
    inquiry_print_law(f->task, f->on_known, f->on, e->report.language, e->report.out);
    e->rule = f->task->rule;
    e->record_count = f->record_count;
    e->records = arena_array(a, f->record_count, struct wanted);
    e->whole_files = f->count != f->record_count;
    for (size_t i = 0; i < f->record_count; i++) {
        e->records[i] = (struct wanted){arena_copy(a, f->records[i].file), f->records[i].line,
                                        TEXT("")};
        e->whole_files |= f->records[i].line == 0;
    }
}

static void gather(struct search *s, const struct batch *b, size_t row, struct judged_input judged)
{
    if (s->found == 1)
        begin_inquiry(s, s->together, b, s->wanted_count, judged);
    if (s->found <= s->wanted_count)
        inquiry_add(s->together, b, row);
}

/* The records of the finding, one of them changed, judged again. */
static bool find_changes(struct explaining *e, const char *const *files, size_t count)
{
    struct plan p;
    struct inquiry together = {0};
    struct search search = {.session = e->session,
                            .plan = &p,
                            .wanted = e->records,
                            .wanted_count = e->record_count,
                            .found_one = gather,
                            .together = &together,
                            .out = e->report.out};
    if (e->whole_files) {
        fputs("\nIt is about all records that lack this; which change of one would clear it is not "
              "told.\n",
              e->report.out);
        return true;
    }
    bool ok = session_plan(e->session, &p, e->rule) && search_files(&search, files, count);
    if (search.found) {
        inquiry_print_clearings(&together, e->report.out);
        inquiry_end(&together);
    }
    plan_free(&p);
    return ok;
}

bool scr_explain_finding(struct scr_session *s, const char *fingerprint, const char *const *files,
                         size_t file_count, FILE *out)
{
    struct explaining e = {.session = s,
                           .report = {.out = out,
                                      .colour = s->options.colour,
                                      .version = PACKAGE_VERSION,
                                      .language = session_language(s),
                                      .arena = ARENA("report")}};
    bool ok = session_find_finding(s, fingerprint, files, file_count, explain, &e) &&
              find_changes(&e, files, file_count);
    arena_free(&e.report.arena);
    return ok;
}
