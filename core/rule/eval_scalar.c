/* SPDX-License-Identifier: Apache-2.0
 *
 * The plain evaluator: one term, one row. It is the reference for any faster one.
 */
#include <config.h>

#include "base/country.h"
#include "name/fold.h"
#include "rule/holding.h"
#include "rule/listed.h"
#include "rule/period.h"

static const struct value unknown = {.knowledge = VALUE_UNKNOWN};

static struct value truth_value(enum truth t)
{
    return (struct value){.type = TYPE_BOOL,
                          .knowledge = t == TRUTH_UNKNOWN ? VALUE_UNKNOWN : VALUE_KNOWN,
                          .number = t == TRUTH_TRUE};
}

static enum truth truth_of(struct value v)
{
    return v.knowledge == VALUE_UNKNOWN             ? TRUTH_UNKNOWN
           : v.knowledge == VALUE_KNOWN && v.number ? TRUTH_TRUE
                                                    : TRUTH_FALSE;
}

enum truth term_truth(const struct term *t, const struct context *c)
{
    return truth_of(term_value(t, c));
}

/* --- comparison and arithmetic --- */

static int compare_order(const struct value *a, const struct value *b)
{
    if (type_is_text(a->type))
        return text_compare(a->text, b->text);
    if (a->type == TYPE_DURATION)
        return a->duration.months != b->duration.months || a->duration.days != b->duration.days;
    return a->number < b->number ? -1 : a->number > b->number;
}

/* Whether all of `a` lies below all of `b`; an end that is open may touch the other. */
static bool lies_below(const struct value *a, const struct value *b)
{
    int64_t most = value_most(a);
    return most < b->number ||
           (most == b->number && ((a->ranged && a->most_open) || (b->ranged && b->least_open)));
}

/* Amounts that are known as ranges: certain only where every pair of values agrees. */
static enum truth compare_ranges(enum operation op, const struct value *a, const struct value *b)
{
    switch (op) {
    case OP_LESS:
        return lies_below(a, b)             ? TRUTH_TRUE
               : a->number >= value_most(b) ? TRUTH_FALSE
                                            : TRUTH_UNKNOWN;
    case OP_LESS_EQUAL:
        return value_most(a) <= b->number ? TRUTH_TRUE
               : lies_below(b, a)         ? TRUTH_FALSE
                                          : TRUTH_UNKNOWN;
    case OP_GREATER:
        return compare_ranges(OP_LESS, b, a);
    case OP_GREATER_EQUAL:
        return compare_ranges(OP_LESS_EQUAL, b, a);
    case OP_UNEQUAL:
        return truth_not(compare_ranges(OP_EQUAL, b, a));
    default:
        return lies_below(a, b) || lies_below(b, a) ? TRUTH_FALSE : TRUTH_UNKNOWN;
    }
}

struct value value_compare(enum operation op, const struct value *a, const struct value *b)
{
    if (a->knowledge == VALUE_UNKNOWN || b->knowledge == VALUE_UNKNOWN)
        return truth_value(TRUTH_UNKNOWN);
    if (a->knowledge == VALUE_ABSENT || b->knowledge == VALUE_ABSENT)
        return truth_value(op == OP_UNEQUAL ? TRUTH_TRUE : TRUTH_FALSE);
    if (a->type == TYPE_MONEY && a->currency != b->currency)
        return truth_value(TRUTH_UNKNOWN);
    if (a->ranged || b->ranged)
        return truth_value(compare_ranges(op, a, b));
    int order = compare_order(a, b);
    bool holds = op == OP_EQUAL        ? order == 0
                 : op == OP_UNEQUAL    ? order != 0
                 : op == OP_LESS       ? order < 0
                 : op == OP_LESS_EQUAL ? order <= 0
                 : op == OP_GREATER    ? order > 0
                                       : order >= 0;
    return truth_value(holds ? TRUTH_TRUE : TRUTH_FALSE);
}

static bool overflows(enum operation op, int64_t a, int64_t b, int64_t *result)
{
    return op == OP_ADD        ? __builtin_add_overflow(a, b, result)
           : op == OP_SUBTRACT ? __builtin_sub_overflow(a, b, result)
                               : __builtin_mul_overflow(a, b, result);
}

static struct value add_numbers(const struct term *t, const struct value *a, const struct value *b)
{
    struct value result = {.type = t->type, .knowledge = VALUE_KNOWN, .currency = a->currency};
    int64_t b_least = t->op == OP_SUBTRACT ? value_most(b) : b->number;
    int64_t b_most = t->op == OP_SUBTRACT ? b->number : value_most(b);
    bool overflow = overflows(t->op, a->number, b_least, &result.number) ||
                    overflows(t->op, value_most(a), b_most, &result.most);
    if (result.most < result.number) { /* a range times a negative number */
        int64_t least = result.most;
        result.most = result.number;
        result.number = least;
    }
    result.ranged = a->ranged || b->ranged;
    bool currencies = a->type == TYPE_MONEY && b->type == TYPE_MONEY && a->currency != b->currency;
    return overflow || currencies ? unknown : result;
}

struct value value_calculate(const struct term *t, const struct value *a, const struct value *b)
{
    if (a->knowledge == VALUE_UNKNOWN || b->knowledge == VALUE_UNKNOWN)
        return unknown;
    struct value result = {.type = t->type, .knowledge = VALUE_KNOWN};
    if (a->knowledge == VALUE_ABSENT || b->knowledge == VALUE_ABSENT) {
        result.knowledge = VALUE_ABSENT;
        return result;
    }
    int sign = t->op == OP_SUBTRACT ? -1 : 1;
    if (a->type == TYPE_DATE && b->type == TYPE_DURATION) {
        result.number = day_add((day)a->number, b->duration, sign);
        return result;
    }
    if (a->type == TYPE_DURATION) {
        result.duration = (struct duration){a->duration.months + sign * b->duration.months,
                                            a->duration.days + sign * b->duration.days};
        return result;
    }
    return add_numbers(t, a, b);
}

/* --- functions --- */

static struct value call_known(const struct term *t, const struct context *c)
{
    return truth_value(term_value(t->args[0], c).knowledge == VALUE_UNKNOWN ? TRUTH_FALSE
                                                                            : TRUTH_TRUE);
}

static struct value call_first_known(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    return v.knowledge == VALUE_UNKNOWN ? term_value(t->args[1], c) : v;
}

static struct value call_absent(const struct term *t, const struct context *c)
{
    enum knowledge k = term_value(t->args[0], c).knowledge;
    return truth_value(k == VALUE_UNKNOWN  ? TRUTH_UNKNOWN
                       : k == VALUE_ABSENT ? TRUTH_TRUE
                                           : TRUTH_FALSE);
}

bool term_lists(const struct term *t, struct text text)
{
    if (t->listed) {
        uint64_t hash = text_hash(text);
        size_t at = hash & (t->listed_slots - 1);
        for (; t->listed[at].arg; at = (at + 1) & (t->listed_slots - 1))
            if (t->listed[at].sign == (uint32_t)(hash >> 32) &&
                text_equal(text, t->args[t->listed[at].arg]->literal.text))
                return true;
        return false;
    }
    for (size_t i = 1; i < t->arg_count; i++)
        if (text_equal(text, t->args[i]->literal.text))
            return true;
    return false;
}

static struct value call_one_of(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    if (v.knowledge == VALUE_UNKNOWN)
        return truth_value(TRUTH_UNKNOWN);
    return truth_value(v.knowledge == VALUE_KNOWN && term_lists(t, v.text) ? TRUTH_TRUE
                                                                           : TRUTH_FALSE);
}

static struct value call_any_of(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    if (v.knowledge == VALUE_UNKNOWN)
        return truth_value(TRUTH_UNKNOWN);
    for (size_t i = 1; v.knowledge == VALUE_KNOWN && i < t->arg_count; i++)
        if (countries_include(v.text, t->args[i]->literal.text))
            return truth_value(TRUTH_TRUE);
    return truth_value(TRUTH_FALSE);
}

static struct value call_includes(const struct term *t, const struct context *c)
{
    struct value list = term_value(t->args[0], c), one = term_value(t->args[1], c);
    if (list.knowledge == VALUE_UNKNOWN || one.knowledge == VALUE_UNKNOWN)
        return truth_value(TRUTH_UNKNOWN);
    bool both = list.knowledge == VALUE_KNOWN && one.knowledge == VALUE_KNOWN;
    return truth_value(both && countries_include(list.text, one.text) ? TRUTH_TRUE : TRUTH_FALSE);
}

static bool is_listed(const struct term *t, struct text country)
{
    for (size_t i = 1; i < t->arg_count; i++)
        if (text_equal(country, t->args[i]->literal.text))
            return true;
    return false;
}

static struct value call_only(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    if (v.knowledge == VALUE_UNKNOWN)
        return truth_value(TRUTH_UNKNOWN);
    bool all = v.knowledge == VALUE_KNOWN;
    for (size_t i = 0; all && i + 2 <= v.text.len; i += 3)
        all = is_listed(t, text_slice(v.text, i, i + 2));
    return truth_value(all ? TRUTH_TRUE : TRUTH_FALSE);
}

/* A regular expression that runs into its limit decides nothing. */
static struct value call_matches(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    if (v.knowledge != VALUE_KNOWN)
        return truth_value(v.knowledge == VALUE_UNKNOWN ? TRUTH_UNKNOWN : TRUTH_FALSE);
    enum regex_result r = regex_search(t->regex, v.text, NULL);
    return truth_value(r == REGEX_LIMIT   ? TRUTH_UNKNOWN
                       : r == REGEX_MATCH ? TRUTH_TRUE
                                          : TRUTH_FALSE);
}

static struct text optional_text(const struct term *t, size_t arg)
{
    return t->arg_count > arg ? t->args[arg]->literal.text : TEXT("");
}

static struct value call_during(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    if (v.knowledge != VALUE_KNOWN)
        return truth_value(v.knowledge == VALUE_UNKNOWN ? TRUTH_UNKNOWN : TRUTH_FALSE);
    return truth_value(election_during(c->law, c->jurisdiction, optional_text(t, 2),
                                       t->args[1]->literal.text, (day)v.number)
                           ? TRUTH_TRUE
                           : TRUTH_FALSE);
}

static struct value call_days_before_election(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    struct value result = {.type = TYPE_NUMBER, .knowledge = v.knowledge};
    if (v.knowledge != VALUE_KNOWN)
        return result;
    const struct election *e = election_next(c->law, c->jurisdiction, optional_text(t, 1),
                                             (day)v.number);
    if (!e)
        return unknown; /* the calendar does not reach so far */
    result.number = e->day - (day)v.number;
    return result;
}

/* False when nothing is left of the name. */
static bool add_folded(struct arena *a, struct text name, struct pack *out)
{
    size_t len;
    if (name_fold_ascii(name, pack_room(out, name.len), &len)) {
        out->len += len;
        return len > 0;
    }
    struct text folded = name_fold(a, name);
    pack_raw(out, folded.at, folded.len);
    return folded.len > 0;
}

/* One field of an identity as text, names folded; false when it does not serve. */
static bool add_identity_part(const struct term *t, const struct context *c, size_t i, bool first,
                              struct pack *out)
{
    const struct field *f = t->identity[i];
    const struct column *column = &c->batch->columns[f->index];
    if (column->knowledge[c->row] != VALUE_KNOWN)
        return false;
    if (t->identity_unlike[i])
        return !text_equal(column->text[c->row], t->identity_other[i]);
    if (!first)
        pack_raw(out, ", ", 2);
    if (f->type == TYPE_TEXT)
        return add_folded(c->arena, column->text[c->row], out);
    struct value v = batch_value(c->batch, c->row, f->index);
    struct text part = type_is_text(v.type) ? v.text : value_print(c->arena, &v);
    pack_raw(out, part.at, part.len);
    return part.len > 0;
}

/* Like "2:anna example, 1980-01-31": the number in front keeps the sets of fields apart. */
static bool add_identity(const struct term *t, const struct context *c, struct pack *out)
{
    size_t begin = out->len;
    for (size_t i = 0; i < t->identity_len; i++) {
        size_t first = i;
        bool serves = true;
        out->len = begin;
        pack_decimal(out, first);
        pack_raw(out, ":", 1);
        size_t bare = out->len;
        for (; t->identity[i]; i++)
            serves = serves && add_identity_part(t, c, i, out->len == bare, out);
        if (serves && i > first)
            return true;
    }
    out->len = begin;
    return false;
}

static struct value call_identity(const struct term *t, const struct context *c)
{
    struct pack key = {0};
    struct value v = unknown;
    if (add_identity(t, c, &key))
        v = (struct value){.type = TYPE_KEY,
                           .knowledge = VALUE_KNOWN,
                           .text = arena_copy(c->arena, pack_whole(&key))};
    pack_free(&key);
    return v;
}

/* Both in one order: money that goes either way is between the same two. */
static struct value call_pair(const struct term *t, const struct context *c)
{
    struct value a = term_value(t->args[0], c), b = term_value(t->args[1], c);
    if (a.knowledge != VALUE_KNOWN || b.knowledge != VALUE_KNOWN)
        return unknown;
    bool swapped = text_compare(a.text, b.text) > 0;
    const struct text *first = swapped ? &b.text : &a.text, *second = swapped ? &a.text : &b.text;
    return (struct value){
        .type = TYPE_KEY,
        .knowledge = VALUE_KNOWN,
        .text = arena_format(c->arena, "%.*s and %.*s", TEXT_ARG(*first), TEXT_ARG(*second))};
}

static struct value call_part_if(const struct term *t, const struct context *c)
{
    struct value v = term_value(t->args[0], c);
    enum truth holds = term_truth(t->args[1], c);
    if (holds == TRUTH_FALSE && v.knowledge == VALUE_KNOWN)
        return (struct value){.type = TYPE_MONEY, .knowledge = VALUE_KNOWN, .currency = v.currency};
    return holds == TRUTH_UNKNOWN ? (struct value){.type = TYPE_MONEY} : v;
}

/* Of the days behind the first, up to the second, those from Monday to Friday. */
static int64_t count_weekdays(day from, day to)
{
    int64_t weeks = (to - from) / 7, count = weeks * 5;
    for (day on = from + (day)(weeks * 7) + 1; on <= to; on++)
        count += day_weekday(on) < 5;
    return count;
}

static struct value call_weekdays(const struct term *t, const struct context *c)
{
    struct value from = term_value(t->args[0], c), to = term_value(t->args[1], c);
    struct value result = {.type = TYPE_NUMBER};
    if (from.knowledge == VALUE_KNOWN && to.knowledge == VALUE_KNOWN) {
        result.knowledge = VALUE_KNOWN;
        result.number = to.number > from.number ? count_weekdays((day)from.number, (day)to.number)
                                                : 0;
    } else if (from.knowledge != VALUE_UNKNOWN && to.knowledge != VALUE_UNKNOWN) {
        result.knowledge = VALUE_ABSENT;
    }
    return result;
}

#define FUNCTION(name, arguments, result, call, doc) {#name, arguments, result, call, doc},
const struct function functions[] = {
#include "rule/functions.def"
};
#undef FUNCTION
const size_t function_count = sizeof functions / sizeof *functions;

/* --- the tree --- */

static struct value source_value(const struct term *t, const struct context *c)
{
    const struct text *cells = c->batch->source ? c->batch->source[t->index] : NULL;
    if (!cells || cells[c->row].len == 0)
        return unknown;
    return (struct value){.type = TYPE_TEXT, .knowledge = VALUE_KNOWN, .text = cells[c->row]};
}

static struct value parameter_value(const struct term *t, const struct context *c)
{
    const struct parameter_version *v = c->on_known ? parameter_at(t->parameter, c->on)
                                                    : parameter_always(t->parameter);
    return v ? v->value : unknown;
}

/* Stops as soon as the outcome is certain: a false `and` needs no other fact. */
static struct value logic_value(const struct term *t, const struct context *c)
{
    bool is_and = t->op == OP_AND;
    enum truth result = is_and ? TRUTH_TRUE : TRUTH_FALSE;
    for (size_t i = 0; i < t->arg_count; i++) {
        enum truth arg = term_truth(t->args[i], c);
        result = is_and ? truth_and(result, arg) : truth_or(result, arg);
        if (result == (is_and ? TRUTH_FALSE : TRUTH_TRUE))
            break;
    }
    return truth_value(result);
}

struct value term_value(const struct term *t, const struct context *c)
{
    switch (t->op) {
    case OP_LITERAL:
        return t->literal;
    case OP_FIELD:
        return batch_value(c->batch, c->row, t->field->index);
    case OP_SOURCE:
        return source_value(t, c);
    case OP_PARAMETER:
        return parameter_value(t, c);
    case OP_SLOT:
        return c->slots[t->index];
    case OP_CALL:
        return t->function->call(t, c);
    case OP_AND:
    case OP_OR:
        return logic_value(t, c);
    case OP_NOT:
        return truth_value(truth_not(term_truth(t->args[0], c)));
    case OP_NAME:
    case OP_ACTOR:
        return unknown;
    default:
        break;
    }
    struct value a = term_value(t->args[0], c), b = term_value(t->args[1], c);
    return t->op >= OP_ADD ? value_calculate(t, &a, &b) : value_compare(t->op, &a, &b);
}

bool term_key(const struct term *t, const struct context *c, struct pack *out)
{
    if (t->op == OP_CALL && t->identity)
        return add_identity(t, c, out);
    struct value v = term_value(t, c);
    if (v.knowledge != VALUE_KNOWN)
        return false;
    struct text text = type_is_text(v.type) ? v.text : value_print(c->arena, &v);
    pack_raw(out, text.at, text.len);
    return true;
}
