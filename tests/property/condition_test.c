/* SPDX-License-Identifier: Apache-2.0
 *
 * The evaluator over batches against the plain one, on schemas, data and conditions made at random:
 * every row has the same of the three truths.
 */
#include <config.h>

#include "../unit/suite.h"
#include "rule/eval_batch.h"

enum { SCHEMAS = 40, BATCHES = 50, CONDITIONS = 55, MOST_FIELDS = 14, MOST_ROWS = 200 };

static uint64_t state = 20261124; /* the seed */

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

static const struct {
    enum type type;
    const char *declared;
    const char *values[6]; /* as the law base writes them */
} kinds[] = {
    {TYPE_BOOL, "bool", {"yes", "no", "yes", "no", "yes", "no"}},
    {TYPE_NUMBER, "number", {"0", "1", "2", "7", "-3", "9000000000"}},
    {TYPE_MONEY,
     "money",
     {"0 AMD", "500.00 AMD", "2500000 AMD", "0 to 100 AMD", "100 to 900 AMD", "500.00 EUR"}},
    {TYPE_SHARE, "share", {"0 %", "30 %", "30.000001 %", "50 %", "100 %", "29.999999 %"}},
    {TYPE_DATE,
     "date",
     {"2016-12-31", "2017-01-01", "2020-02-29", "2021-01-31", "2021-02-01", "2026-06-07"}},
    {TYPE_TEXT,
     "text",
     {"Example LLC", "example llc", "x", "Ð", "Գյումրի",
      "a rather long text of more than sixty-two bytes, which no memo holds"}},
    {TYPE_CODE, "code", {"red", "green", "blue", "red", "green", "blue"}},
    {TYPE_COUNTRY, "country", {"AM", "RU", "GB", "AM", "US", "FR"}},
    {TYPE_COUNTRIES, "countries", {"AM", "AM;RU", "RU", "GB;US", "AM;FR;RU", "FR"}},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static struct arena arena = {.name = "test"};
static struct diags diags;
static struct lawbase law;
static struct vocabulary *vocabulary;
static unsigned kind_of[MOST_FIELDS]; /* of each field */
static unsigned field_count;
static struct parameter parameters[KINDS], *parameter_list[KINDS];

/* --- schema, law, data --- */

static void make_vocabulary(void)
{
    struct text words = TEXT("vocabulary: 1\n"
                             "actor: {name: {type: text, doc: d}}\n"
                             "identity: [strict: [name]]\n"
                             "records:\n"
                             "  thing:\n"
                             "    doc: d\n"
                             "    date: f0\n"
                             "    fields:\n");
    field_count = 4 + below(MOST_FIELDS - 3);
    for (unsigned i = 0; i < field_count; i++) {
        kind_of[i] = i == 0 ? 4 : below(KINDS);
        const char *codes = kinds[kind_of[i]].type == TYPE_CODE
                                ? ", codes: {red: d, green: d, blue: d}"
                                : "";
        words = arena_format(&arena, "%.*s      f%u: {type: %s, doc: d%s}\n", TEXT_ARG(words), i,
                             kinds[kind_of[i]].declared, codes);
    }
    struct source *s = source_from(&arena, TEXT("vocabulary.yaml"), words);
    vocabulary = vocabulary_read(&arena, &diags, yaml_read(&arena, &diags, s));
    ck_assert_msg(vocabulary != NULL, "%.*s", TEXT_ARG(words));
}

static day day_of(const char *text)
{
    day on;
    ck_assert(day_read(text_of(text), &on));
    return on;
}

/* One parameter of each kind, with versions that begin, end and leave a gap. */
static void make_parameters(void)
{
    static const char *const from[] = {"2016-01-01", "2018-01-01", "2021-02-01"};
    static const char *const to[] = {"2017-01-01", "2021-01-31", "2025-01-01"};
    for (unsigned k = 0; k < KINDS; k++) {
        struct parameter *p = &parameters[k];
        *p = (struct parameter){.id = arena_format(&arena, "zz.p%u", k), .type = kinds[k].type};
        p->versions = arena_array(&arena, 3, struct parameter_version);
        p->version_count = 3;
        for (unsigned i = 0; i < 3; i++) {
            p->versions[i].force = (struct force){day_of(from[i]), day_of(to[i])};
            ck_assert(
                value_read(&arena, p->type, text_of(kinds[k].values[i]), &p->versions[i].value));
        }
        parameter_list[k] = p;
    }
    law = (struct lawbase){
        .arena = ARENA("law"), .parameters = parameter_list, .parameter_count = KINDS};
}

static void fill(struct batch *b)
{
    bool one_day = below(3) == 0; /* then parameters have one value for all rows */
    unsigned rows = 1 + below(below(4) ? 20 : MOST_ROWS), gaps = below(3);
    batch_clear(b);
    for (unsigned row = 0; row < rows; row++) {
        batch_add(b, row + 1);
        for (unsigned i = 0; i < field_count; i++) {
            const struct field *f = &b->record->fields[i];
            unsigned which = below(6), what = gaps ? below(8) : 7;
            struct value v = {.type = f->type,
                              .knowledge = what == 0 ? VALUE_UNKNOWN : VALUE_ABSENT};
            if (i == 0 && one_day)
                which = 1;
            if (what > gaps)
                ck_assert(
                    value_read(&b->arena, f->type, text_of(kinds[kind_of[i]].values[which]), &v));
            batch_set(b, row, f->index, &v);
        }
    }
}

/* --- conditions --- */

static struct text value_of_kind(unsigned kind, unsigned depth);

static struct text field_of_kind(unsigned kind)
{
    unsigned at = below(field_count);
    for (unsigned i = 0; i < field_count; i++)
        if (kind_of[(at + i) % field_count] == kind)
            return arena_format(&arena, "f%u", (at + i) % field_count);
    return TEXT("");
}

static struct text literal_of_kind(unsigned kind)
{
    const char *value = kinds[kind].values[below(6)];
    switch (kinds[kind].type) {
    case TYPE_BOOL:
        return below(2) ? TEXT("true") : TEXT("false");
    case TYPE_NUMBER:
        return arena_format(&arena, "%u", below(9));
    case TYPE_MONEY:
        return arena_format(&arena, "money(\"%s\")", kinds[kind].values[below(3)]);
    case TYPE_SHARE:
        return arena_format(&arena, "percent(\"%s\")", value);
    case TYPE_DATE:
        return arena_format(&arena, "date(\"%s\")", value);
    default:
        return arena_format(&arena, "\"%s\"", value);
    }
}

static struct text calculated(unsigned kind, unsigned depth)
{
    struct text a = value_of_kind(kind, depth);
    if (kinds[kind].type == TYPE_DATE)
        return arena_format(&arena, "%.*s %s %s(%u)", TEXT_ARG(a), below(2) ? "+" : "-",
                            below(2) ? "days" : "months", below(40));
    if (kinds[kind].type == TYPE_MONEY && below(2))
        return arena_format(&arena, "(%.*s) * %u", TEXT_ARG(a), below(4));
    struct text b = value_of_kind(kind, depth);
    return arena_format(&arena, "%.*s %s (%.*s)", TEXT_ARG(a), below(2) ? "+" : "-", TEXT_ARG(b));
}

static struct text value_of_kind(unsigned kind, unsigned depth)
{
    enum type t = kinds[kind].type;
    bool adds = t == TYPE_NUMBER || t == TYPE_MONEY || t == TYPE_SHARE || t == TYPE_DATE;
    unsigned choice = below(10);
    struct text field = field_of_kind(kind);
    if (depth > 0 && adds && choice == 0)
        return calculated(kind, depth - 1);
    if (choice < 7 && field.len)
        return field;
    return choice == 9 && t != TYPE_BOOL ? arena_format(&arena, "p%u", kind)
                                         : literal_of_kind(kind);
}

static struct text comparison(void)
{
    static const char *const operators[] = {"==", "~=", "<", "<=", ">", ">="};
    unsigned kind = below(KINDS - 1);
    enum type t = kinds[kind].type;
    bool ordered = t == TYPE_NUMBER || t == TYPE_MONEY || t == TYPE_SHARE || t == TYPE_DATE;
    struct text field = field_of_kind(kind), a = field;
    if (!field.len || (ordered && below(3) == 0))
        a = value_of_kind(kind, 2);
    if (!field.len && !ordered)
        return TEXT("true");
    struct text b = value_of_kind(kind, 2);
    if (below(4) == 0 && ordered) {
        struct text swapped = a;
        a = b;
        b = swapped;
    }
    return arena_format(&arena, "%.*s %s %.*s", TEXT_ARG(a), operators[below(ordered ? 6 : 2)],
                        TEXT_ARG(b));
}

static struct text call(void)
{
    static const char *const patterns[] = {"^Ex", "llc$", "(?i)EXAMPLE", "[^ ]{3}", "Գյ"};
    struct text field = arena_format(&arena, "f%u", below(field_count));
    unsigned kind = kind_of[(unsigned)atoi(field.at + 1)];
    struct text one = literal_of_kind(kind), other = literal_of_kind(kind);
    switch (below(3) ? kinds[kind].type : TYPE_NONE) {
    case TYPE_TEXT:
        return arena_format(&arena, "matches(%.*s, \"%s\")", TEXT_ARG(field), patterns[below(5)]);
    case TYPE_CODE:
    case TYPE_COUNTRY:
        return arena_format(&arena, "one_of(%.*s, %.*s, %.*s)", TEXT_ARG(field), TEXT_ARG(one),
                            TEXT_ARG(other));
    case TYPE_COUNTRIES:
        return arena_format(&arena, "%s(%.*s, \"AM\")",
                            (const char *[]){"any_of", "only", "includes"}[below(3)],
                            TEXT_ARG(field));
    default:
        return arena_format(&arena, "%s(%.*s)", below(2) ? "known" : "absent", TEXT_ARG(field));
    }
}

static struct text condition(unsigned depth)
{
    unsigned choice = below(depth ? 8 : 4);
    if (choice < 2)
        return comparison();
    if (choice < 4)
        return call();
    struct text a = condition(depth - 1);
    if (choice == 4)
        return arena_format(&arena, "not (%.*s)", TEXT_ARG(a));
    struct text b = condition(depth - 1);
    return arena_format(&arena, "(%.*s) %s (%.*s)", TEXT_ARG(a), choice < 7 ? "and" : "or",
                        TEXT_ARG(b));
}

/* --- held together --- */

struct made {
    struct term *term;
    struct text text;
};

static struct regex **regexes;
static size_t regex_count;

static struct term *compile(struct text t)
{
    struct text *names = NULL;
    size_t name_count = 0;
    struct scope s = {.arena = &arena,
                      .diags = &diags,
                      .law = &law,
                      .vocabulary = vocabulary,
                      .jurisdiction = TEXT("zz"),
                      .record = &vocabulary->records[0],
                      .source_names = &names,
                      .source_count = &name_count,
                      .regexes = &regexes,
                      .regex_count = &regex_count};
    struct source *source = source_from(&arena, TEXT("condition"), t);
    struct expression e = {source->body, {source, 0, (uint32_t)t.len}};
    return term_compile_as(&s, e, TYPE_BOOL);
}

static enum truth truth_at(const struct truths *t, size_t row)
{
    uint64_t bit = (uint64_t)1 << row % 64;
    return t->yes[row / 64] & bit       ? TRUTH_TRUE
           : t->unknown[row / 64] & bit ? TRUTH_UNKNOWN
                                        : TRUTH_FALSE;
}

static void compare_rows(struct evaluator *e, const struct made *m, const struct batch *b)
{
    const struct column *on = &b->columns[0];
    struct frame f = {.law = &law,
                      .jurisdiction = TEXT("zz"),
                      .batch = b,
                      .count = b->count,
                      .on_knowledge = on->knowledge,
                      .on = on->number};
    struct truths t = evaluator_truths(e, m->term, &f);
    for (size_t row = 0; row < b->count; row++) {
        struct arena scratch = ARENA("row");
        bool known = on->knowledge[row] == VALUE_KNOWN;
        struct context c = {.law = &law,
                            .jurisdiction = TEXT("zz"),
                            .batch = b,
                            .row = row,
                            .on_known = known,
                            .on = known ? (day)on->number[row] : 0,
                            .arena = &scratch};
        ck_assert_msg(truth_at(&t, row) == term_truth(m->term, &c), "row %zu of %.*s", row,
                      TEXT_ARG(m->text));
        arena_free(&scratch);
    }
    for (size_t w = 0; w < (b->count + 63) / 64; w++) {
        size_t left = b->count - w * 64;
        uint64_t rows = left >= 64 ? UINT64_MAX : ((uint64_t)1 << left) - 1;
        ck_assert_uint_eq((t.yes[w] | t.unknown[w]) & ~rows, 0);
        ck_assert_uint_eq(t.yes[w] & t.unknown[w], 0);
    }
}

static size_t compiled, undone;

static void one_schema(void)
{
    struct made made[CONDITIONS];
    struct sharing *sharing = sharing_new();
    size_t count = 0;
    for (unsigned i = 0; i < CONDITIONS; i++) {
        made[count].text = condition(3);
        made[count].term = compile(made[count].text);
        undone += made[count].term == NULL;
        if (!made[count].term)
            continue;
        if (below(4))
            sharing_add(sharing, made[count].term, &(struct sharing_place){TEXT("zz"), 0, NULL});
        count++;
    }
    struct evaluator *e = evaluator_new(sharing_count(sharing));
    struct batch b;
    batch_init(&b, &vocabulary->records[0], MOST_ROWS, NULL, 0);
    for (unsigned i = 0; i < BATCHES; i++) {
        fill(&b);
        evaluator_begin(e);
        for (size_t k = 0; k < count; k++, compiled++)
            compare_rows(e, &made[k], &b);
    }
    batch_free(&b);
    evaluator_free(e);
    sharing_free(sharing);
}

START_TEST(a_batch_has_the_truths_of_its_rows)
{
    diags_init(&diags);
    for (unsigned i = 0; i < SCHEMAS; i++) {
        make_vocabulary();
        make_parameters();
        one_schema();
        for (size_t k = 0; k < regex_count; k++)
            regex_free(regexes[k]);
        regexes = NULL;
        regex_count = 0;
        diags_clear(&diags);
        arena_free(&arena);
    }
    diags_free(&diags);
    ck_assert_msg(compiled >= 100000, "only %zu cases, %zu conditions did not compile", compiled,
                  undone);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("condition");
    TCase *rows = tcase_create("batch against scalar");
    tcase_set_timeout(rows, 0);
    tcase_add_test(rows, a_batch_has_the_truths_of_its_rows);
    suite_add_tcase(s, rows);
    return run_suite(s);
}
