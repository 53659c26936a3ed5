/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/case.h"

#include <stdlib.h>

#include "base/storing.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- given --- */

static bool set_field(struct diags *d, const struct record_type *type, struct text path,
                      const struct node *n, struct batch *b, size_t row)
{
    const struct field *f = record_field(type, path);
    struct value v;
    if (!f) {
        struct text *names = arena_array(&b->arena, type->field_count, struct text);
        for (size_t i = 0; i < type->field_count; i++)
            names[i] = type->fields[i].path;
        return diag_error(d, n->span, "test-unknown-field",
                          diag_did_you_mean(&b->arena, path, names, type->field_count),
                          "a \"%.*s\" has no field \"%.*s\"", TEXT_ARG(type->name), TEXT_ARG(path));
    }
    if (n->kind != NODE_SCALAR || !value_read(&b->arena, f->type, n->text, &v))
        return diag_error(d, n->span, "test-value", TEXT(""), "\"%.*s\": expected %s",
                          TEXT_ARG(path), value_expected(f->type));
    if (f->type == TYPE_CODE && v.knowledge == VALUE_KNOWN && !field_has_code(f, v.text))
        return diag_error(d, n->span, "test-value",
                          diag_did_you_mean(&b->arena, v.text, f->codes, f->code_count),
                          "\"%.*s\" has no code \"%.*s\"", TEXT_ARG(path), TEXT_ARG(v.text));
    batch_set(b, row, f->index, &v);
    return true;
}

bool case_row(struct diags *d, const struct node *fields, struct batch *b, size_t row)
{
    bool ok = true;
    for (size_t i = 0; i < fields->count; i++) {
        const struct node *n = fields->items[i];
        if (n->kind != NODE_MAP) {
            ok &= set_field(d, b->record, fields->keys[i], n, b, row);
            continue;
        }
        for (size_t k = 0; k < n->count; k++) {
            struct text path = arena_format(&b->arena, "%.*s.%.*s", TEXT_ARG(fields->keys[i]),
                                            TEXT_ARG(n->keys[k]));
            ok &= set_field(d, b->record, path, n->items[k], b, row);
        }
    }
    return ok;
}

/* The type of a given record that belongs to a register; NULL: it does not. */
static const struct record_type *register_type(const struct vocabulary *v,
                                               const struct node *record)
{
    const struct record_type *t = record->kind == NODE_MAP && record->count == 1
                                      ? vocabulary_record(v, record->keys[0])
                                      : NULL;
    return t && t->holds ? t : NULL;
}

static bool add_registered(struct diags *d, const struct record_type *type,
                           const struct node *fields, uint64_t line, struct registers *r)
{
    struct batch b;
    batch_init(&b, type, 1, NULL, 0);
    b.file = TEXT("test");
    for (size_t i = 0; i < type->field_count; i++)
        b.columns[i].mapped = true;
    bool ok = fields->kind == NODE_MAP && case_row(d, fields, &b, batch_add(&b, line));
    if (ok)
        registers_add(r, &b);
    batch_free(&b);
    return ok;
}

void case_names_free(struct case_names *n)
{
    if (n->read)
        name_tables_free(&n->tables);
    n->read = false;
}

static const struct name_tables *names_of(struct case_names *n, struct diags *d, bool *ok)
{
    if (!n->read) {
        n->read = true;
        *ok &= name_tables_make(&n->tables, d, n->law->names, n->law->name_count);
    }
    return &n->tables;
}

struct registers *case_registers(struct diags *d, struct case_names *n, const struct vocabulary *v,
                                 const struct node *given, bool *ok)
{
    struct registers *r = NULL;
    *ok = true;
    for (size_t i = 0; i < given->count; i++) {
        const struct record_type *type = register_type(v, given->items[i]);
        if (!type)
            continue;
        if (!r)
            r = registers_new(v, names_of(n, d, ok));
        *ok &= add_registered(d, type, given->items[i]->items[0], i + 1, r);
    }
    if (r)
        registers_finish(r);
    return r;
}

bool case_fill(struct diags *d, const struct vocabulary *v, const struct node *given,
               struct batch *b)
{
    const struct record_type *type = b->record;
    bool ok = true;
    for (size_t i = 0; i < type->field_count; i++)
        b->columns[i].mapped = true;
    for (size_t i = 0; i < given->count; i++) {
        const struct node *record = given->items[i];
        if (record->kind != NODE_MAP || record->count != 1 || record->items[0]->kind != NODE_MAP)
            return diag_error(d, record->span, "test-given", TEXT("write - donation: {...}"),
                              "expected one record");
        if (type->holds == REGISTER_NONE && register_type(v, record))
            continue;
        if (!text_equal(record->keys[0], type->name))
            return diag_error(d, record->key_spans[0], "test-given", TEXT(""),
                              "the rule is about \"%.*s\"", TEXT_ARG(type->name));
        size_t row = batch_add(b, i + 1);
        ok &= case_row(d, record->items[0], b, row);
    }
    return ok;
}

/* --- expected --- */

struct seen {
    enum outcome outcome; /* the gravest */
    struct arena arena;
    struct text *missing;
    size_t missing_count;
    struct fact *facts;
    size_t fact_count;
    struct text because;
    struct text *steps; /* "amount > limit: yes (6.00 EUR > 5.00 EUR)" */
    size_t step_count;
};

/* Exempt is less than undetermined, that less than an indicator: as the enum is ordered. */
static void note_finding(void *owner, const struct finding *f)
{
    struct seen *s = owner;
    if (f->outcome < s->outcome)
        return;
    s->outcome = f->outcome;
    s->missing_count = s->fact_count = s->step_count = 0;
    s->missing = s->steps = NULL;
    s->facts = NULL;
    s->because = arena_copy(&s->arena, f->because);
    for (size_t i = 0; i < f->step_count; i++)
        *arena_push(&s->arena, &s->steps, &s->step_count) = step_print(&s->arena, &f->steps[i]);
    for (size_t i = 0; i < f->missing_count; i++)
        *arena_push(&s->arena, &s->missing, &s->missing_count) = arena_copy(&s->arena,
                                                                            f->missing[i]);
    for (size_t i = 0; i < f->fact_count; i++) {
        struct fact copy = {arena_copy(&s->arena, f->facts[i].name), f->facts[i].value};
        if (type_is_text(copy.value.type))
            copy.value.text = arena_copy(&s->arena, copy.value.text);
        *arena_push(&s->arena, &s->facts, &s->fact_count) = copy;
    }
}

static struct text describe(struct seen *s)
{
    struct text out = text_of(outcome_name(s->outcome));
    for (size_t i = 0; i < s->missing_count; i++)
        out = arena_format(&s->arena, "%.*s%s%.*s", TEXT_ARG(out),
                           i ? ", " : ", missing: ", TEXT_ARG(s->missing[i]));
    return out;
}

static bool same_missing(const struct seen *s, const struct node *list)
{
    if (s->outcome != OUTCOME_UNDETERMINED || list->count != s->missing_count)
        return false;
    for (size_t i = 0; i < list->count; i++) {
        bool found = false;
        for (size_t k = 0; k < s->missing_count; k++)
            found |= text_equal(s->missing[k], list->items[i]->text);
        if (!found)
            return false;
    }
    return true;
}

static bool check_outcome(struct diags *d, struct seen *s, const struct node *test)
{
    const struct node *expect = node_find(test, "expect");
    const struct node *missing = node_find(expect, "undetermined");
    struct text name = node_text(test, "name");
    bool same = missing ? same_missing(s, missing)
                        : expect->kind == NODE_SCALAR &&
                              text_equal(expect->text, text_of(outcome_name(s->outcome)));
    struct text found = describe(s);
    return same ||
           diag_error(d, expect->span, "test-failed", TEXT(""),
                      "test \"%.*s\": the outcome is %.*s", TEXT_ARG(name), TEXT_ARG(found));
}

static bool check_facts(struct diags *d, struct seen *s, const struct node *facts)
{
    bool ok = true;
    for (size_t i = 0; facts && i < facts->count; i++) {
        struct text found = TEXT("not there");
        for (size_t k = 0; k < s->fact_count; k++)
            if (text_equal(s->facts[k].name, facts->keys[i]))
                found = value_print(&s->arena, &s->facts[k].value);
        /* Both in the form in which values are printed: "1500000 AMD" is 1500000.00 AMD. */
        struct value v;
        struct text wanted = facts->items[i]->text;
        if (value_read(&s->arena, TYPE_MONEY, wanted, &v) ||
            value_read(&s->arena, TYPE_SHARE, wanted, &v))
            wanted = value_print(&s->arena, &v);
        if (!text_equal(found, wanted))
            ok = diag_error(d, facts->items[i]->span, "test-failed", TEXT(""),
                            "fact \"%.*s\" is %.*s", TEXT_ARG(facts->keys[i]), TEXT_ARG(found));
    }
    return ok;
}

/* The plugin's sentence. */
static bool check_because(struct diags *d, const struct seen *s, const struct node *because)
{
    return !because || text_equal(because->text, s->because) ||
           diag_error(d, because->span, "test-failed", TEXT(""), "because is \"%.*s\"",
                      TEXT_ARG(s->because));
}

/* Each line is a condition with its truth, as reports tell it; its values may be left out. */
static bool check_why(struct diags *d, struct seen *s, const struct node *why)
{
    bool ok = true;
    for (size_t i = 0; why && i < why->count; i++) {
        struct text line = why->items[i]->text, all = TEXT("nothing");
        struct text open = arena_format(&s->arena, "%.*s (", TEXT_ARG(line));
        bool found = false;
        for (size_t k = 0; k < s->step_count; k++) {
            found |= text_equal(s->steps[k], line) || text_starts(s->steps[k], open);
            all = arena_format(&s->arena, "%.*s%s%.*s", TEXT_ARG(k ? all : TEXT("")), k ? "; " : "",
                               TEXT_ARG(s->steps[k]));
        }
        if (!found)
            ok = diag_error(d, why->items[i]->span, "test-failed", TEXT(""),
                            "what decided it was: %.*s", TEXT_ARG(all));
    }
    return ok;
}

/* --- running --- */

static const struct node_key test_keys[] = {
    {"name", true, NODE_SCALAR, false},     {"given", true, NODE_LIST, false},
    {"expect", true, NODE_SCALAR, true},    {"facts", false, NODE_MAP, false},
    {"because", false, NODE_SCALAR, false}, {"why", false, NODE_LIST, false},
};

static bool run_case(struct diags *d, const struct plan *p, struct case_names *names,
                     const struct node *test)
{
    if (!node_check(d, test, "test", test_keys, COUNT(test_keys)))
        return false;
    const struct node *given = node_find(test, "given");
    struct seen seen = {.outcome = OUTCOME_CLEAR, .arena = ARENA("test")};
    struct plan with = *p; /* the given registers beside the plan's rules */
    bool read;
    struct registers *registers = case_registers(d, names, p->vocabulary, given, &read);
    with.registers = registers;
    struct run *r = run_new(&with, d, (struct run_options){.include_low = true}, note_finding,
                            &seen);
    struct batch b;
    batch_init(&b, p->tasks[0].record, given->count ? given->count : 1, p->source_names,
               p->source_count);
    b.file = TEXT("test");
    bool ok = case_fill(d, p->vocabulary, given, &b) && read;
    if (ok) {
        struct judged_input in = {0, TEXT("")};
        struct judge *judge = run_judge(r);
        run_name_input(r, in.number, b.file, b.jurisdiction);
        run_batch(r, &b, &in);
        run_end_input(r, b.file);
        run_end_file(r);
        run_finish(r, &judge, 1);
        ok = !run_tally(r, 0)->failed && check_outcome(d, &seen, test) &&
             check_facts(d, &seen, node_find(test, "facts")) &&
             check_because(d, &seen, node_find(test, "because")) &&
             check_why(d, &seen, node_find(test, "why"));
    }
    batch_free(&b);
    run_free(r);
    registers_free(registers);
    arena_free(&seen.arena);
    return ok;
}

static bool holds_word(struct text t, struct text word)
{
    for (size_t i = 0; i + word.len <= t.len; i++)
        if (memcmp(t.at + i, word.at, word.len) == 0)
            return true;
    return false;
}

static bool is_chosen(const struct case_choice *c, const struct rule *r, const struct node *test)
{
    struct text name = node_text(test, "name");
    for (size_t i = 0; i < c->word_count; i++)
        if (!holds_word(r->id, c->words[i]) && !holds_word(name, c->words[i]))
            return false;
    return true;
}

static void run_rule(struct diags *d, const struct plan *p, struct case_names *names,
                     const struct rule *rule, const struct case_choice *c,
                     struct case_result *result)
{
    for (size_t i = 0; i < rule->tests->count; i++) {
        const struct node *test = rule->tests->items[i];
        if (!is_chosen(c, rule, test))
            continue;
        bool passed = p && run_case(d, p, names, test);
        result->passed += passed;
        result->failed += !passed;
        if (c->tell)
            c->tell(c->owner, rule, test, passed);
    }
}

struct case_result cases_run(struct diags *d, const struct lawbase *law, const struct vocabulary *v,
                             struct host *host, const char *plugin_folder,
                             const struct case_choice *c)
{
    struct case_result result = {0, 0};
    struct case_names names = {.law = law};
    for (size_t i = 0; i < law->rule_count; i++) {
        const struct rule *rule = law->rules[i];
        struct plan p;
        if ((c->only && c->only != rule) || !rule->tests)
            continue;
        bool made = plan_make(&p, d, law, v, host, plugin_folder, rule);
        run_rule(d, made ? &p : NULL, &names, rule, c, &result);
        plan_free(&p);
    }
    case_names_free(&names);
    return result;
}

/* --- formats --- */

/* One expected field ({donor.kind: natural}) against the row that was read. */
static bool check_expected(struct diags *d, const struct batch *b, size_t row, struct text path,
                           const struct node *n, struct arena *a)
{
    if (text_equal(path, TEXT("record")))
        return text_equal(n->text, b->record->name) ||
               diag_error(d, n->span, "test-failed", TEXT(""), "it is a \"%.*s\"",
                          TEXT_ARG(b->record->name));
    const struct field *f = record_field(b->record, path);
    struct value wanted = {.knowledge = VALUE_UNKNOWN};
    bool unknown = text_equal(n->text, TEXT("unknown"));
    if (!f || (!unknown && !value_read(a, f->type, n->text, &wanted)))
        return diag_error(d, n->span, "test-value", TEXT(""), "\"%.*s\": no such field or value",
                          TEXT_ARG(path));
    struct value found = batch_value(b, row, f->index);
    struct text w = value_print(a, &wanted), s = value_print(a, &found);
    return text_equal(w, s) || diag_error(d, n->span, "test-failed", TEXT(""), "\"%.*s\" is %.*s",
                                          TEXT_ARG(path), TEXT_ARG(s));
}

/* The first expected record that no row was held against yet; of several types, each says which it
 * is. */
static const struct node *take_expected(const struct node *expect, struct text record, bool *taken)
{
    for (size_t i = 0; i < expect->count; i++) {
        struct text of = node_text(expect->items[i], "record");
        if (taken[i] || (of.len && !text_equal(of, record)))
            continue;
        taken[i] = true;
        return expect->items[i];
    }
    return NULL;
}

static bool check_rows(struct diags *d, const struct batch *b, const struct node *expect,
                       bool *taken, struct arena *a)
{
    bool ok = true;
    for (size_t row = 0; row < b->count; row++) {
        const struct node *wanted = take_expected(expect, b->record->name, taken);
        if (!wanted)
            return diag_error(d, expect->span, "test-failed", TEXT(""),
                              "a \"%.*s\" was read that is not expected",
                              TEXT_ARG(b->record->name));
        if (b->unreadable[row])
            ok = diag_error(d, wanted->span, "test-failed", TEXT(""), "its row cannot be read");
        for (size_t k = 0; k < wanted->count && !b->unreadable[row]; k++)
            ok &= check_expected(d, b, row, wanted->keys[k], wanted->items[k], a);
    }
    return ok;
}

static bool check_table(struct diags *d, struct input *in, const struct node *expect)
{
    struct batch *b;
    for (size_t i = 0; i < expect->count; i++)
        if (expect->items[i]->kind != NODE_MAP)
            return diag_error(d, expect->items[i]->span, "test-value", TEXT(""),
                              "expected a record's fields, like {amount: 500 EUR}");
    struct arena a = ARENA("format test");
    bool *taken = arena_array(&a, expect->count, bool), ok = true;
    while ((b = input_next(in)) != NULL)
        ok &= check_rows(d, b, expect, taken, &a);
    for (size_t i = 0; i < expect->count && ok; i++)
        ok = taken[i] || diag_error(d, expect->items[i]->span, "test-failed", TEXT(""),
                                    "no such record was read");
    arena_free(&a);
    return ok;
}

/* The sample goes through a file, as every filing does. */
static bool run_sample(struct diags *d, const struct format *f, const struct node *test)
{
    struct text sample = node_text(test, "input");
    FILE *file = put_aside_stream();
    char path[PUT_ASIDE_PATH_SIZE];
    if (!file)
        return diag_error(d, test->span, "test-failed", TEXT(""), "no temporary file");
    fwrite(sample.at, 1, sample.len, file);
    fflush(file);
    put_aside_path(fileno(file), path);
    struct format_list list = {(struct format *[]){(struct format *)(uintptr_t)f}, 1};
    struct input_options options = INPUT_OPTIONS(&list);
    struct filing *filing = filing_open(d, &options, path);
    struct input *in = filing ? filing_next(filing) : NULL;
    bool ok = in && check_table(d, in, node_find(test, "expect"));
    input_close(in);
    filing_free(filing);
    fclose(file);
    return ok;
}

/* What reading a sample says is only of interest when the sample is not read as expected. */
static void pass_on(struct diags *d, const struct diags *said)
{
    for (size_t i = 0; i < said->count; i++) {
        const struct diag *m = &said->items[i];
        if (m->span.source)
            diag_error(d, m->span, m->code, m->hint, "%.*s", TEXT_ARG(m->message));
        else
            diag_at(d, m->severity, m->place, m->code, m->hint, m->excerpt, "%.*s",
                    TEXT_ARG(m->message));
    }
}

static bool run_quietly(struct diags *d, const struct format *f, const struct node *test)
{
    struct diags said;
    diags_init(&said);
    bool ok = run_sample(&said, f, test);
    if (!ok)
        pass_on(d, &said);
    diags_free(&said);
    return ok;
}

static const struct node_key format_test_keys[] = {
    {"name", true, NODE_SCALAR, false},
    {"input", true, NODE_SCALAR, false},
    {"expect", true, NODE_LIST, false},
};

void case_format(struct diags *d, const struct format *f, struct case_result *result)
{
    for (size_t i = 0; f->tests && i < f->tests->count; i++) {
        const struct node *test = f->tests->items[i];
        bool ok = node_check(d, test, "test of a format", format_test_keys,
                             COUNT(format_test_keys)) &&
                  run_quietly(d, f, test);
        result->passed += ok;
        result->failed += !ok;
    }
}

/* --- kinds --- */

const struct kind test_kind = {"test", "Given records, the expected outcome", test_keys,
                               COUNT(test_keys),
                               (const struct value_form[]){{"given", "records"},
                                                           {"expect", "outcome"},
                                                           {"facts", "values"},
                                                           {"why", "texts"},
                                                           {NULL, NULL}}};
const struct kind format_test_kind = {
    "format-test", "A sample of a file, and the records that it is", format_test_keys,
    COUNT(format_test_keys),
    (const struct value_form[]){{"expect", "list of values"}, {NULL, NULL}}};
