/* SPDX-License-Identifier: Apache-2.0
 *
 * Terms told: as text, in words, and after an evaluation the facts that were missing and the steps
 * that decided.
 */
#include <config.h>

#include "rule/holding.h"
#include "rule/period.h"

/* A list of thousands of names helps nobody: of more than so many only the first are told. */
enum { MOST_ARGUMENTS = 20, SHOWN_ARGUMENTS = 3 };

void term_walk(const struct term *t, void (*visit)(const struct term *, void *), void *owner)
{
    visit(t, owner);
    for (size_t i = 0; i < t->arg_count; i++)
        term_walk(t->args[i], visit, owner);
}

/* --- as text --- */

static const char *symbol_of(enum operation op)
{
    static const char *const symbols[] = {
        [OP_AND] = "and",          [OP_OR] = "or",  [OP_NOT] = "not",       [OP_EQUAL] = "==",
        [OP_UNEQUAL] = "~=",       [OP_LESS] = "<", [OP_LESS_EQUAL] = "<=", [OP_GREATER] = ">",
        [OP_GREATER_EQUAL] = ">=", [OP_ADD] = "+",  [OP_SUBTRACT] = "-",    [OP_MULTIPLY] = "*",
    };
    return symbols[op];
}

static int strength(enum operation op)
{
    return op == OP_OR         ? 1
           : op == OP_AND      ? 2
           : op == OP_NOT      ? 6
           : op < OP_AND       ? 7
           : op < OP_ADD       ? 3
           : op == OP_MULTIPLY ? 5
                               : 4;
}

static struct text print_inside(struct arena *a, const struct term *t, int outside)
{
    struct text inner = term_print(a, t);
    return strength(t->op) < outside ? arena_format(a, "(%.*s)", TEXT_ARG(inner)) : inner;
}

static struct text print_call(struct arena *a, const struct term *t)
{
    struct text out = arena_format(a, "%.*s(", TEXT_ARG(t->name));
    size_t shown = t->arg_count > MOST_ARGUMENTS ? 1 + SHOWN_ARGUMENTS : t->arg_count;
    for (size_t i = 0; i < shown; i++) {
        struct text arg = term_print(a, t->args[i]);
        out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), i ? ", " : "", TEXT_ARG(arg));
    }
    if (shown < t->arg_count)
        return arena_format(a, "%.*s and %zu more)", TEXT_ARG(out), t->arg_count - shown);
    return arena_format(a, "%.*s)", TEXT_ARG(out));
}

static struct text print_literal(struct arena *a, const struct term *t)
{
    if (t->type == TYPE_BOOL)
        return t->literal.number ? TEXT("true") : TEXT("false");
    struct text written = value_print(a, &t->literal);
    return type_is_text(t->type) ? arena_format(a, "\"%.*s\"", TEXT_ARG(written)) : written;
}

bool term_is_call(const struct term *t, const char *function)
{
    return t->op == OP_CALL && strcmp(t->function->name, function) == 0;
}

struct text term_print(struct arena *a, const struct term *t)
{
    if (t->printed.len)
        return t->printed;
    switch (t->op) {
    case OP_LITERAL:
        return print_literal(a, t);
    case OP_SOURCE:
        return arena_format(a, "source[\"%.*s\"]", TEXT_ARG(t->name));
    case OP_CALL:
        return print_call(a, t);
    case OP_NOT: {
        struct text arg = print_inside(a, t->args[0], strength(OP_NOT));
        return arena_format(a, "not %.*s", TEXT_ARG(arg));
    }
    case OP_NAME:
    case OP_FIELD:
    case OP_ACTOR:
    case OP_PARAMETER:
    case OP_SLOT:
        return t->name;
    default:
        break;
    }
    struct text left = print_inside(a, t->args[0], strength(t->op));
    struct text right = print_inside(a, t->args[1], strength(t->op) + 1);
    return arena_format(a, "%.*s %s %.*s", TEXT_ARG(left), symbol_of(t->op), TEXT_ARG(right));
}

/* --- in words --- */

/* "donor.foreign_share" -> "the donor's foreign share" */
static struct text field_words(struct arena *a, struct text path)
{
    struct text words = arena_copy(a, path);
    char *at = (char *)(uintptr_t)words.at;
    for (size_t i = 0; i < words.len; i++)
        if (at[i] == '_')
            at[i] = ' ';
    size_t dot = text_find(words, '.');
    if (dot == words.len)
        return arena_format(a, "the %.*s", TEXT_ARG(words));
    return arena_format(a, "the %.*s's %.*s", TEXT_ARG(text_slice(words, 0, dot)),
                        TEXT_ARG(text_slice(words, dot + 1, words.len)));
}

static struct text value_words(struct arena *a, const struct term *t)
{
    if (t->op == OP_CALL && text_equal(t->name, TEXT("first_known"))) {
        struct text first = value_words(a, t->args[0]), second = value_words(a, t->args[1]);
        return arena_format(a, "%.*s (where the filing does not say it: %.*s)", TEXT_ARG(first),
                            TEXT_ARG(second));
    }
    if (t->op == OP_FIELD || t->op == OP_SLOT)
        return field_words(a, t->name);
    if (t->op == OP_PARAMETER) {
        struct text title = words_in(&t->parameter->title, TEXT("en"));
        return arena_format(a, "%.*s (%.*s)", TEXT_ARG(title), TEXT_ARG(t->parameter->id));
    }
    if (t->op == OP_ADD || t->op == OP_SUBTRACT) {
        struct text left = value_words(a, t->args[0]), right = value_words(a, t->args[1]);
        return arena_format(a, "%.*s %s %.*s", TEXT_ARG(left), t->op == OP_ADD ? "plus" : "minus",
                            TEXT_ARG(right));
    }
    return term_print(a, t);
}

/* The texts in quotes behind the first argument, joined with "or". */
static struct text list_words(struct arena *a, const struct term *t)
{
    struct text out = TEXT("");
    size_t shown = t->arg_count > MOST_ARGUMENTS ? 1 + SHOWN_ARGUMENTS : t->arg_count;
    for (size_t i = 1; i < shown; i++)
        out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), i > 1 ? " or " : "",
                           TEXT_ARG(t->args[i]->op == OP_LITERAL ? t->args[i]->literal.text
                                                                 : value_words(a, t->args[i])));
    if (shown < t->arg_count)
        out = arena_format(a, "%.*s or %zu others", TEXT_ARG(out), t->arg_count - shown);
    return out;
}

static struct text call_words(struct arena *a, const struct term *t, bool negated)
{
    static const struct {
        const char *name, *plain, *negated;
    } phrases[] = {
        {"one_of", "%.*s is %.*s", "%.*s is not %.*s"},
        {"includes", "%.*s includes %.*s", "%.*s does not include %.*s"},
        {"any_of", "%.*s includes %.*s", "%.*s includes none of %.*s"},
        {"only", "%.*s is only %.*s", "%.*s is not only %.*s"},
        {"absent", "the filing says \"none\" for %.*s%.*s",
         "the filing does not say \"none\" for %.*s%.*s"},
        {"known", "the filing says %.*s%.*s", "the filing does not say %.*s%.*s"},
        {"during", "%.*s lies in the %.*s of an election",
         "%.*s does not lie in the %.*s of an election"},
        {"listed", "a register lists a name like that of %.*s (%.*s)",
         "no register lists a name like that of %.*s (%.*s)"},
        {"matches", "%.*s has a match of %.*s", "%.*s has no match of %.*s"},
    };
    struct text subject = t->arg_count ? value_words(a, t->args[0]) : TEXT("");
    struct text list = list_words(a, t);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        if (!text_equal(t->name, text_of(phrases[i].name)))
            continue;
        const char *phrase = negated ? phrases[i].negated : phrases[i].plain;
        struct text out = TEXT("");
        for (; *phrase; phrase++) {
            bool hole = strncmp(phrase, "%.*s", 4) == 0;
            struct text part = hole ? subject : (struct text){phrase, 1};
            if (hole) {
                subject = list;
                phrase += 3;
            }
            out = arena_format(a, "%.*s%.*s", TEXT_ARG(out), TEXT_ARG(part));
        }
        return out;
    }
    struct text printed = term_print(a, t);
    return arena_format(a, "%s%.*s", negated ? "not " : "", TEXT_ARG(printed));
}

static struct text comparison_words(struct arena *a, const struct term *t, bool negated)
{
    static const char *const phrases[][2] = {
        {"is", "is not"},
        {"is not", "is"},
        {"is less than", "is at least"},
        {"is at most", "is more than"},
        {"is more than", "is at most"},
        {"is at least", "is less than"},
    };
    static const char *const dates[][2] = {
        {"is", "is not"},
        {"is not", "is"},
        {"is before", "is not before"},
        {"is not after", "is after"},
        {"is after", "is not after"},
        {"is not before", "is before"},
    };
    struct text left = value_words(a, t->args[0]), right = value_words(a, t->args[1]);
    const char *const(*table)[2] = t->args[0]->type == TYPE_DATE ? dates : phrases;
    return arena_format(a, "%.*s %s %.*s", TEXT_ARG(left), table[t->op - OP_EQUAL][negated],
                        TEXT_ARG(right));
}

static struct text atom_words(struct arena *a, const struct term *t, bool negated)
{
    if (t->op == OP_CALL)
        return call_words(a, t, negated);
    if (t->op >= OP_EQUAL && t->op <= OP_GREATER_EQUAL)
        return comparison_words(a, t, negated);
    if (t->op == OP_LITERAL)
        return (t->literal.number != 0) != negated ? TEXT("always") : TEXT("never");
    struct text subject = value_words(a, t);
    return arena_format(a, "%.*s: %s", TEXT_ARG(subject), negated ? "no" : "yes");
}

/* Lines of a list; nested conditions of the same kind are joined into one list. */
static struct text explain_part(struct arena *a, const struct term *t, unsigned indent,
                                bool negated, enum operation inside)
{
    if (t->op == OP_NOT)
        return explain_part(a, t->args[0], indent, !negated, inside);
    if (t->op != OP_AND && t->op != OP_OR) {
        struct text words = atom_words(a, t, negated);
        return arena_format(a, "%*s- %.*s\n", (int)indent, "", TEXT_ARG(words));
    }
    enum operation op = negated ? (t->op == OP_AND ? OP_OR : OP_AND) : t->op;
    struct text out = TEXT("");
    if (op != inside) {
        out = arena_format(a, "%*s- %s of:\n", (int)indent, "",
                           op == OP_AND ? "all" : "at least one");
        indent += 2;
    }
    for (size_t i = 0; i < t->arg_count; i++) {
        struct text part = explain_part(a, t->args[i], indent, negated, op);
        out = arena_format(a, "%.*s%.*s", TEXT_ARG(out), TEXT_ARG(part));
    }
    return out;
}

struct text term_explain(struct arena *a, const struct term *t, unsigned indent)
{
    return explain_part(a, t, indent, false, OP_AND);
}

struct text term_explain_key(struct arena *a, const struct term *t)
{
    if (t->op == OP_CALL && t->function->call == period_value)
        return period_words(a, t);
    if (t->op == OP_CALL && t->identity)
        return field_words(a, t->args[0]->name);
    if (t->op == OP_CALL && text_equal(t->name, TEXT("pair"))) {
        struct text first = term_explain_key(a, t->args[0]);
        struct text second = term_explain_key(a, t->args[1]);
        return arena_format(a, "%.*s and %.*s, whichever gave", TEXT_ARG(first), TEXT_ARG(second));
    }
    return t->op == OP_LITERAL ? term_print(a, t) : value_words(a, t);
}

/* --- what was missing --- */

struct missing {
    const struct context *context;
    struct text **names;
    size_t *count;
};

static void add_missing(const struct missing *m, struct text name)
{
    for (size_t i = 0; i < *m->count; i++)
        if (text_equal((*m->names)[i], name))
            return;
    *arena_push(m->context->arena, m->names, m->count) = name;
}

static bool is_range(const struct term *t, const struct context *c)
{
    return term_value(t, c).ranged;
}

/* "amount: only known as 0.00 to 100.00 EUR" */
static void add_range(const struct missing *m, const struct term *t)
{
    struct arena *a = m->context->arena;
    struct value v = term_value(t, m->context);
    struct text name = term_print(a, t), value = value_print(a, &v);
    add_missing(m, arena_format(a, "%.*s: only known as %.*s", TEXT_ARG(name), TEXT_ARG(value)));
}

bool term_joined_by(const struct term *t, struct text key, struct arena *a, struct text *fields,
                    enum identity_level *level)
{
    size_t colon = text_find(key, ':');
    int64_t at = 0;
    if (t->op != OP_CALL || !t->identity || colon == key.len ||
        !decimal_read(text_slice(key, 0, colon), NUMBER_PLAIN, 0, &at) || at < 0)
        return false;
    *fields = TEXT("");
    for (size_t i = (size_t)at; i < t->identity_len && t->identity[i]; i++) {
        struct text path = t->identity[i]->path;
        struct text name = text_slice(path, text_find(path, '.') + 1, path.len);
        const char *between = fields->len ? ", " : "";
        *level = t->identity_level[i];
        *fields = t->identity_unlike[i]
                      ? arena_format(a, "%.*s%s%.*s (not %.*s)", TEXT_ARG(*fields), between,
                                     TEXT_ARG(name), TEXT_ARG(t->identity_other[i]))
                      : arena_format(a, "%.*s%s%.*s", TEXT_ARG(*fields), between, TEXT_ARG(name));
    }
    return fields->len > 0;
}

static void add_identity(const struct missing *m, const struct term *t)
{
    /* The best identity is what one would ask for. */
    for (size_t i = 0; i < t->identity_len && t->identity[i]; i++)
        add_missing(m, t->identity[i]->path);
}

/* The register, or else the name. */
static void missing_listed(const struct term *t, const struct missing *m)
{
    const struct registers *r = m->context->registers;
    struct text list = t->arg_count > 1 ? t->args[1]->literal.text : TEXT("");
    struct arena *a = m->context->arena;
    if (!r || !name_index_has(r->index, list))
        add_missing(m, list.len ? arena_format(a, "register %.*s", TEXT_ARG(list))
                                : TEXT("register of any list"));
    else
        add_missing(m, arena_format(a, "%.*s.%.*s", TEXT_ARG(t->args[0]->name),
                                    TEXT_ARG(r->vocabulary->recognition.name)));
}

static void missing_in(const struct term *t, const struct missing *m);

static void missing_leaf(const struct term *t, const struct missing *m)
{
    struct arena *a = m->context->arena;
    char on[DAY_TEXT_SIZE];
    if (t->op == OP_CALL && t->actor)
        missing_listed(t, m);
    else if (t->op == OP_PARAMETER && m->context->on_known)
        add_missing(m, arena_format(a, "%.*s on %s", TEXT_ARG(t->parameter->id),
                                    day_print(m->context->on, on)));
    else if (t->op == OP_FIELD || t->op == OP_SLOT)
        add_missing(m, t->name);
    else if (t->op == OP_SOURCE)
        add_missing(m, term_print(a, t));
    else if (t->op == OP_CALL && t->identity)
        add_identity(m, t);
    else
        for (size_t i = 0; i < t->arg_count; i++)
            missing_in(t->args[i], m);
}

static void missing_in(const struct term *t, const struct missing *m)
{
    struct value v = term_value(t, m->context);
    if (v.knowledge != VALUE_UNKNOWN)
        return;
    bool any_unknown = false;
    for (size_t i = 0; i < t->arg_count; i++)
        any_unknown |= term_value(t->args[i], m->context).knowledge == VALUE_UNKNOWN;
    if (t->op == OP_CALL && text_equal(t->name, TEXT("first_known"))) {
        missing_in(t->args[0], m);
        if (m->context->registers && m->context->registers->owners)
            missing_in(t->args[1], m);
        return;
    }
    if (t->holding) {
        add_missing(m, term_print(m->context->arena, t));
        return;
    }
    if (t->arg_count == 2 && t->op >= OP_EQUAL && !any_unknown && t->args[0]->type == TYPE_SHARE) {
        for (size_t i = 0; i < 2; i++)
            if (is_range(t->args[i], m->context))
                add_range(m, t->args[i]);
        return;
    }
    if (t->arg_count == 2 && !any_unknown && t->args[0]->type == TYPE_MONEY) {
        char code[CURRENCY_TEXT_SIZE];
        for (size_t i = 0; i < 2; i++)
            if (is_range(t->args[i], m->context)) {
                add_range(m, t->args[i]);
                return;
            }
        struct value right = term_value(t->args[1], m->context);
        struct text left = term_print(m->context->arena, t->args[0]);
        add_missing(m, arena_format(m->context->arena, "%.*s in %s", TEXT_ARG(left),
                                    currency_print(right.currency, code)));
        return;
    }
    if (t->op == OP_CALL && !any_unknown && !t->identity)
        add_missing(m, term_print(m->context->arena, t));
    missing_leaf(t, m);
}

void term_missing(const struct term *t, const struct context *c, struct text **names, size_t *count)
{
    struct missing m = {c, names, count};
    missing_in(t, &m);
}

/* --- what decided --- */

/* Who was looked for. */
static struct text actor_print(struct arena *a, const struct term *t, const struct context *c)
{
    struct value name = {0};
    if (t->actor->name != SIZE_MAX)
        name = batch_value(c->batch, c->row, t->actor->name);
    struct text printed = value_print(a, &name);
    return arena_format(a, "%.*s is %.*s", TEXT_ARG(t->args[0]->name), TEXT_ARG(printed));
}

static struct text print_values(struct arena *a, const struct term *t, const struct context *c)
{
    if (t->holding && t->type == TYPE_BOOL)
        return holding_values(t, c);
    if (t->op >= OP_EQUAL && t->op <= OP_GREATER_EQUAL) {
        struct value left = term_value(t->args[0], c), right = term_value(t->args[1], c);
        struct text l = value_print(a, &left), r = value_print(a, &right);
        return arena_format(a, "%.*s %s %.*s", TEXT_ARG(l), symbol_of(t->op), TEXT_ARG(r));
    }
    const struct term *subject = t->op == OP_CALL && t->arg_count ? t->args[0] : t;
    if (t->op == OP_CALL && t->arg_count == 2 && t->args[1]->op == OP_FIELD) {
        struct value left = term_value(t->args[0], c), right = term_value(t->args[1], c);
        struct text l = value_print(a, &left), r = value_print(a, &right);
        return arena_format(a, "%.*s is %.*s, %.*s is %.*s", TEXT_ARG(t->args[0]->name),
                            TEXT_ARG(l), TEXT_ARG(t->args[1]->name), TEXT_ARG(r));
    }
    if (t->op == OP_CALL && t->arg_count == 0)
        return TEXT("");
    if (t->op == OP_CALL && t->actor)
        return actor_print(a, t, c);
    struct value v = term_value(subject, c);
    struct text printed = subject->op == OP_ACTOR ? subject->name : value_print(a, &v);
    return t->op == OP_CALL
               ? arena_format(a, "%.*s is %.*s", TEXT_ARG(subject->name), TEXT_ARG(printed))
               : printed;
}

static void steps_in(const struct term *t, const struct context *c, struct step **steps,
                     size_t *count, bool negated)
{
    enum truth truth = term_truth(t, c);
    if (t->op == OP_NOT) {
        steps_in(t->args[0], c, steps, count, !negated);
    } else if (t->op == OP_AND || t->op == OP_OR) {
        /* Of a false `and` one false part decides, of a true one all; likewise for `or`. */
        for (size_t i = 0; i < t->arg_count; i++)
            if (term_truth(t->args[i], c) == truth)
                steps_in(t->args[i], c, steps, count, negated);
    } else if (t->op != OP_LITERAL) {
        struct text condition = term_print(c->arena, t);
        if (negated && strength(t->op) < strength(OP_NOT))
            condition = arena_format(c->arena, "(%.*s)", TEXT_ARG(condition));
        *arena_push(c->arena, steps, count) = (struct step){
            .condition = negated ? arena_format(c->arena, "not %.*s", TEXT_ARG(condition))
                                 : condition,
            .values = print_values(c->arena, t, c),
            .truth = negated ? truth_not(truth) : truth,
        };
    }
}

void term_steps(const struct term *t, const struct context *c, struct step **steps, size_t *count)
{
    steps_in(t, c, steps, count, false);
}

struct text step_print(struct arena *a, const struct step *s)
{
    static const char *const truths[] = {"no", "unknown", "yes"};
    return arena_format(a, s->values.len ? "%.*s: %s (%.*s)" : "%.*s: %s%.*s",
                        TEXT_ARG(s->condition), truths[s->truth], TEXT_ARG(s->values));
}
