/* SPDX-License-Identifier: Apache-2.0
 *
 * What a bill would have changed, as JSON: see report/schema/effect.schema.json.
 */
#include <config.h>

#include "report/effect.h"
#include "report/report_json.h"

static const char *key_of(enum move m)
{
    static const char *const keys[] = {"appears", "vanishes", "changes", "undetermined", "stays"};
    return keys[m];
}

static void write_bills(struct json *j, const struct effect_terms *t)
{
    char on[DAY_TEXT_SIZE];
    json_open(j, "bills", '[');
    for (size_t i = 0; i < t->bills->count; i++) {
        const struct bill *b = t->bills->items[i];
        json_open(j, NULL, '{');
        json_text(j, "bill", b->id);
        json_text(j, "title", words_in(&b->title, t->language));
        json_text(j, "sponsor", b->sponsor);
        json_text(j, "source", b->source);
        json_close(j, '}');
    }
    json_close(j, ']');
    if (t->bills->as_if)
        json_chars(j, "as_if",
                   t->bills->as_if_from == DAY_ALWAYS ? "always"
                                                      : day_print(t->bills->as_if_from, on));
}

static void write_row(struct json *j, const struct effect_row *r, bool is_rule)
{
    json_open(j, NULL, '{');
    json_text(j, is_rule ? "rule" : "key", r->key);
    json_number(j, "before", r->before);
    json_number(j, "after", r->after);
    for (int m = 0; m < MOVE_COUNT; m++) {
        if (m == MOVE_STAYS) {
            json_number(j, key_of((enum move)m), r->counts[m]);
            continue;
        }
        json_open(j, key_of((enum move)m), '{');
        json_number(j, "findings", r->counts[m]);
        json_totals(j, "amounts", r->totals[m], r->total_counts[m]);
        json_close(j, '}');
    }
    json_close(j, '}');
}

static void write_table(struct json *j, const struct effect_table *t, const char *key, bool is_rule)
{
    json_open(j, key, '[');
    for (size_t i = 0; i < t->count; i++)
        write_row(j, &t->rows[i], is_rule);
    json_close(j, ']');
}

static void write_tables(struct json *j, struct arena *a, struct effect *e)
{
    size_t count;
    const struct effect_table *tables = effect_tables(e, &count);
    write_table(j, &tables[0], "rules", true);
    json_open(j, "by", '{');
    for (size_t i = 1; i < count; i++)
        write_table(j, &tables[i], arena_copy(a, tables[i].name).at, false);
    json_close(j, '}');
}

static void write_side(struct report *r, struct json *j, const char *key, const struct finding *own,
                       const struct text *why_not)
{
    if (own) {
        json_finding(r, j, key, own);
        return;
    }
    json_open(j, key, '{');
    json_none(j, "outcome");
    json_text(j, "because", *why_not);
    json_close(j, '}');
}

static void write_pair(struct report *r, struct json *j, struct effect *e,
                       const struct effect_pair *pair, struct arena *a)
{
    struct finding before = {0}, after = {0};
    struct text why = TEXT("");
    bool has_before = pair->before != SIZE_MAX, has_after = pair->after != SIZE_MAX;
    if (has_before)
        before = effect_finding(e, pair->before, a);
    if (has_after)
        after = effect_finding(e, pair->after, a);
    if (!has_before || !has_after)
        why = effect_why_not(e, has_before ? &before : &after, has_before ? 1 : 0, a);
    json_open(j, NULL, '{');
    json_chars(j, "move", key_of(pair->move));
    json_text(j, "rule", (has_before ? &before : &after)->task->rule->id);
    write_side(r, j, "before", has_before ? &before : NULL, &why);
    write_side(r, j, "after", has_after ? &after : NULL, &why);
    json_close(j, '}');
    arena_reset(a);
}

static void write_pairs(struct report *r, struct json *j, struct effect *e)
{
    struct arena a = ARENA("pair");
    size_t count;
    const struct effect_pair *pairs = effect_pairs(e, &count);
    json_open(j, "changes", '[');
    for (size_t i = 0; i < count; i++)
        if (pairs[i].move != MOVE_STAYS)
            write_pair(r, j, e, &pairs[i], &a);
    json_close(j, ']');
    arena_free(&a);
}

void effect_print_json(struct effect *e, const struct report_end *end, FILE *out)
{
    const struct effect_terms *t = effect_terms_of(e);
    struct report r = {.out = out,
                       .version = t->version,
                       .language = t->language,
                       .plan = t->plan,
                       .arena = ARENA("effect json")};
    struct json j = {.out = out, .indent = true};
    struct arena names = ARENA("names");
    json_open(&j, NULL, '{');
    json_chars(&j, "scrutineer", t->version);
    write_bills(&j, t);
    json_open(&j, "law", '{');
    json_chars(&j, "before", t->plan->laws[0]->digest);
    json_chars(&j, "after", t->plan->laws[1]->digest);
    json_close(&j, '}');
    json_inputs(&j, end);
    write_tables(&j, &names, e);
    if (effect_withheld(e))
        json_number(&j, "withheld", effect_withheld(e));
    write_pairs(&r, &j, e);
    json_close(&j, '}');
    arena_free(&names);
    arena_free(&r.arena);
}
