/* SPDX-License-Identifier: Apache-2.0
 *
 * Conditions: parsed, typed, evaluated over records, told in words; and of whatever compiles
 * Kleene's laws hold, and a batch has the truths of its rows.
 */
#include <config.h>

#include "rule/eval_batch.h"
#include "target.h"

static const char words[] = "vocabulary: 1\n"
                            "actor:\n"
                            "  name: {type: text, doc: d}\n"
                            "  id: {type: text, doc: d}\n"
                            "  kind: {type: code, doc: d, codes: {natural: d, company: d}}\n"
                            "  citizenship: {type: countries, doc: d}\n"
                            "  country: {type: country, doc: d}\n"
                            "  share: {type: share, doc: d}\n"
                            "identity: [strict: [id], usual: [name, kind~natural]]\n"
                            "records:\n"
                            "  gift:\n"
                            "    doc: d\n"
                            "    date: on\n"
                            "    amount: amount\n"
                            "    fields:\n"
                            "      on: {type: date, doc: d}\n"
                            "      back: {type: date, doc: d}\n"
                            "      amount: {type: money, doc: d}\n"
                            "      open: {type: bool, doc: d}\n"
                            "      shut: {type: bool, doc: d}\n"
                            "      none: {type: bool, doc: d}\n"
                            "      count: {type: number, doc: d}\n"
                            "      donor: {type: actor, doc: d}\n";

static const struct {
    const char *path, *value;
} facts[] = {
    {"on", "2021-01-31"},
    {"back", "none"},
    {"amount", "500.00 AMD"},
    {"open", "yes"},
    {"shut", "no"},
    {"count", "9223372036854775807"},
    {"donor.kind", "company"},
    {"donor.name", "Example  LLC"},
    {"donor.share", "30 %"},
    {"donor.citizenship", "AM;RU"},
};

static struct arena kept = {.name = "vocabulary"};
static struct vocabulary *vocabulary;
static struct batch batch;
static struct lawbase law;

static void set_up(void)
{
    struct diags d;
    diags_init(&d);
    law = (struct lawbase){.arena = ARENA("law")};
    struct source *s = source_from(&kept, TEXT("vocabulary.yaml"), text_of(words));
    vocabulary = vocabulary_read(&kept, &d, yaml_read(&kept, &d, s));
    MUST(vocabulary, "the vocabulary cannot be read");
    /* A record of which everything is known, one of which nothing is, one of which all is absent.
     */
    batch_init(&batch, &vocabulary->records[0], 3, NULL, 0);
    for (size_t row = 0; row < 3; row++)
        batch_add(&batch, row + 1);
    for (size_t i = 0; i < batch.record->field_count; i++)
        batch_set(&batch, 2, i, &(struct value){.knowledge = VALUE_ABSENT});
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const struct field *f = record_field(batch.record, text_of(facts[i].path));
        struct value v;
        MUST(value_read(&kept, f->type, text_of(facts[i].value), &v), "%s", facts[i].path);
        batch_set(&batch, 0, f->index, &v);
    }
}

struct work {
    struct arena arena;
    struct diags diags;
    struct text *source_names;
    size_t source_count;
    struct regex **regexes;
    size_t regex_count;
};

static struct term *compile(struct work *w, struct text condition)
{
    struct scope s = {.arena = &w->arena,
                      .diags = &w->diags,
                      .law = &law,
                      .vocabulary = vocabulary,
                      .jurisdiction = TEXT("zz"),
                      .record = batch.record,
                      .source_names = &w->source_names,
                      .source_count = &w->source_count,
                      .regexes = &w->regexes,
                      .regex_count = &w->regex_count};
    struct source *source = source_from(&w->arena, TEXT("x.yaml"), condition);
    return term_compile(&s, (struct expression){condition, {source, 0, (uint32_t)condition.len}});
}

/* The law of 1970-01-01 decides, but for the record of which no day is known. */
static const uint8_t on_knowledge[] = {VALUE_KNOWN, VALUE_UNKNOWN, VALUE_KNOWN};
static const int64_t on[] = {0, 0, 0};

static struct context context(struct work *w, size_t row)
{
    return (struct context){.law = &law,
                            .jurisdiction = TEXT("zz"),
                            .batch = &batch,
                            .row = row,
                            .on_known = on_knowledge[row] == VALUE_KNOWN,
                            .arena = &w->arena};
}

/* All that can be told of it. */
static void tell(struct work *w, const struct term *t)
{
    struct context c = context(w, 0);
    struct text *missing = NULL;
    struct step *steps = NULL;
    size_t missing_count = 0, step_count = 0;
    term_explain(&w->arena, t, 0);
    term_print(&w->arena, t);
    if (w->source_count || t->type == TYPE_ACTOR)
        return;
    struct value v = term_value(t, &c);
    value_print(&w->arena, &v);
    term_missing(t, &c, &missing, &missing_count);
    if (t->type == TYPE_BOOL)
        term_steps(t, &c, &steps, &step_count);
    for (size_t i = 0; i < missing_count; i++)
        MUST(missing[i].len, "a missing fact has no name");
}

static const struct {
    const char *before, *after;
    enum truth of[3]; /* by the condition's own truth */
} laws[] = {
    {"not (", ")", {TRUTH_TRUE, TRUTH_UNKNOWN, TRUTH_FALSE}},
    {"not not (", ")", {TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_TRUE}},
    {"none and (", ")", {TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_UNKNOWN}},
    {"none or (", ")", {TRUTH_UNKNOWN, TRUTH_UNKNOWN, TRUTH_TRUE}},
};

/* It may be too deep with brackets around. */
static void check_laws(struct work *w, struct text condition, const struct term *t)
{
    struct context c = context(w, 0);
    enum truth truth = term_truth(t, &c);
    for (size_t i = 0; i < sizeof laws / sizeof *laws; i++) {
        struct text wrapped = arena_format(&w->arena, "%s%.*s%s", laws[i].before,
                                           TEXT_ARG(condition), laws[i].after);
        const struct term *other = compile(w, wrapped);
        MUST(!other || term_truth(other, &c) == laws[i].of[truth], "%s...%s of %d is %d",
             laws[i].before, laws[i].after, truth, term_truth(other, &c));
    }
}

static void check_batch(struct work *w, struct term *t)
{
    struct sharing *sharing = sharing_new();
    sharing_add(sharing, t, &(struct sharing_place){TEXT("zz"), 0, NULL});
    struct evaluator *e = evaluator_new(sharing_count(sharing));
    struct frame f = {.law = &law,
                      .jurisdiction = TEXT("zz"),
                      .batch = &batch,
                      .count = batch.count,
                      .on_knowledge = on_knowledge,
                      .on = on};
    evaluator_begin(e);
    struct truths truths = evaluator_truths(e, t, &f);
    for (size_t row = 0; row < batch.count; row++) {
        struct context c = context(w, row);
        enum truth truth = truths.yes[0] >> row & 1       ? TRUTH_TRUE
                           : truths.unknown[0] >> row & 1 ? TRUTH_UNKNOWN
                                                          : TRUTH_FALSE;
        MUST(truth == term_truth(t, &c), "row %zu is %d in the batch", row, truth);
    }
    evaluator_free(e);
    sharing_free(sharing);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct work w = {.arena = ARENA("condition")};
    if (!vocabulary)
        set_up();
    diags_init(&w.diags);
    struct text condition = {(const char *)bytes, size};
    struct term *t = compile(&w, condition);
    MUST(t || w.diags.errors, "a condition was refused without a word");
    if (t)
        tell(&w, t);
    /* The batch has no columns for source["..."]. */
    if (t && t->type == TYPE_BOOL && !w.source_count) {
        check_laws(&w, condition, t);
        check_batch(&w, t);
    }
    print_messages(&w.diags);
    for (size_t i = 0; i < w.regex_count; i++)
        regex_free(w.regexes[i]);
    diags_free(&w.diags);
    arena_free(&w.arena);
    return 0;
}
