/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "law/vary.h"

#include "law/bill_apply.h"
#include "law/read.h"

/* --- values --- */

enum { MOST_VALUES = 256 };

static const struct parameter_version *known_version(const struct parameter *p)
{
    for (size_t i = 0; i < p->version_count; i++)
        if (p->versions[i].value.knowledge == VALUE_KNOWN)
            return &p->versions[i];
    return NULL;
}

static bool has_letter(struct text t)
{
    for (size_t i = 0; i < t.len; i++)
        if ((t.at[i] >= 'A' && t.at[i] <= 'Z') || (t.at[i] >= 'a' && t.at[i] <= 'z'))
            return true;
    return false;
}

static bool read_one(struct arena *a, struct diags *d, const struct parameter *p, struct text t,
                     struct value *out)
{
    const struct parameter_version *v = known_version(p);
    struct text whole = text_trim(t);
    char code[CURRENCY_TEXT_SIZE];
    if (p->type == TYPE_MONEY && v && !has_letter(whole)) {
        currency_print(v->value.currency, code);
        whole = arena_format(a, "%.*s %s", TEXT_ARG(whole), code);
    }
    return (value_read(a, p->type, whole, out) && out->knowledge == VALUE_KNOWN) ||
           diag_error(d, (struct span){0}, "sweep-value",
                      TEXT("write it like 5%..50%/5%, 100000..500000/50000 or 10%,30%"),
                      "expected %s for \"%.*s\", found \"%.*s\"", value_expected(p->type),
                      TEXT_ARG(p->id), TEXT_ARG(whole));
}

/* Where ".." stands; the length when it does not. */
static size_t find_dots(struct text t)
{
    for (size_t i = 0; i + 1 < t.len; i++)
        if (t.at[i] == '.' && t.at[i + 1] == '.')
            return i;
    return t.len;
}

static bool too_many(struct diags *d)
{
    return diag_error(d, (struct span){0}, "sweep-value", TEXT("take larger steps"),
                      "more than %d values", MOST_VALUES);
}

static bool read_range(struct arena *a, struct diags *d, const struct parameter *p, struct text t,
                       struct value **values, size_t *count)
{
    size_t dots = find_dots(t), slash = text_find(t, '/');
    struct value from, to, step;
    if (slash == t.len || slash < dots || p->type == TYPE_DURATION)
        return diag_error(d, (struct span){0}, "sweep-value",
                          TEXT("write from..to/step, like 5%..50%/5%; spans of time one by one"),
                          "\"%.*s\" has no step", TEXT_ARG(t));
    if (!read_one(a, d, p, text_slice(t, 0, dots), &from) ||
        !read_one(a, d, p, text_slice(t, dots + 2, slash), &to) ||
        !read_one(a, d, p, text_slice(t, slash + 1, t.len), &step))
        return false;
    if (step.number <= 0 || to.number < from.number)
        return diag_error(d, (struct span){0}, "sweep-value", TEXT("like 5%..50%/5%"),
                          "\"%.*s\" leads nowhere", TEXT_ARG(t));
    for (int64_t at = from.number;;) {
        if (*count == MOST_VALUES)
            return too_many(d);
        *arena_push(a, values, count) = from;
        (*values)[*count - 1].number = at;
        if (__builtin_add_overflow(at, step.number, &at) || at > to.number)
            return true;
    }
}

bool limit_values_read(struct arena *a, struct diags *d, const struct parameter *p, struct text t,
                       struct value **values, size_t *count)
{
    *values = NULL;
    *count = 0;
    if (find_dots(t) < t.len)
        return read_range(a, d, p, t, values, count);
    for (struct text part; text_next(&t, ',', &part);) {
        if (*count == MOST_VALUES)
            return too_many(d);
        if (!read_one(a, d, p, part, arena_push(a, values, count)))
            return false;
    }
    return *count > 0 || diag_error(d, (struct span){0}, "sweep-value", TEXT("like 5%..50%/5%"),
                                    "no values for \"%.*s\"", TEXT_ARG(p->id));
}

/* So many steps between the two, and on either side of them. */
enum { STEPS_BETWEEN = 5, STEPS_BEYOND = 3 };

bool limit_values_around(struct arena *a, const struct value *x, const struct value *y,
                         struct value **values, size_t *count)
{
    bool numbers = x->type == TYPE_NUMBER || x->type == TYPE_MONEY || x->type == TYPE_SHARE;
    *values = NULL;
    *count = 0;
    if (!numbers || x->type != y->type || x->currency != y->currency || x->number == y->number)
        return false;
    int64_t low = x->number < y->number ? x->number : y->number;
    int64_t high = x->number < y->number ? y->number : x->number, range, last = 0;
    if (__builtin_sub_overflow(high, low, &range))
        return false;
    for (int64_t i = -STEPS_BEYOND; i <= STEPS_BETWEEN + STEPS_BEYOND; i++) {
        /* In two parts, so that a range of any size can be multiplied; both ends are exact. */
        int64_t whole, at, rest = range % STEPS_BETWEEN * i / STEPS_BETWEEN;
        if (__builtin_mul_overflow(range / STEPS_BETWEEN, i, &whole) ||
            __builtin_add_overflow(low, whole, &at) || __builtin_add_overflow(at, rest, &at) ||
            at <= 0 || (*count && at == last))
            continue;
        last = at;
        *arena_push(a, values, count) = *x;
        (*values)[*count - 1].number = at;
    }
    return true;
}

/* --- the law --- */

static bool vary_one(struct lawbase *l, struct diags *d, const struct limit_value *v)
{
    struct parameter *p = arena_make(&l->arena, struct parameter);
    *p = *v->parameter;
    p->versions = arena_array(&l->arena, p->version_count, struct parameter_version);
    for (size_t i = 0; i < p->version_count; i++) {
        p->versions[i] = v->parameter->versions[i];
        p->versions[i].value = v->value;
        p->versions[i].written = value_print(&l->arena, &v->value);
    }
    for (size_t i = 0; i < l->parameter_count; i++)
        if (l->parameters[i] == v->parameter)
            l->parameters[i] = p;
    return parameters_revalue(l, d, p);
}

bool lawbase_vary(struct lawbase *out, struct diags *d, const struct lawbase *base,
                  const struct limit_value *values, size_t count)
{
    bool ok = true;
    *out = *base;
    out->arena = ARENA("variant");
    out->parameters = list_copy(&out->arena, base->parameters, base->parameter_count,
                                sizeof *base->parameters);
    for (size_t i = 0; i < count; i++)
        ok &= vary_one(out, d, &values[i]);
    return ok;
}
