/* SPDX-License-Identifier: Apache-2.0
 *
 * What names mean and whether types fit. Each term is resolved bottom up; the first thing that is
 * wrong in a term is reported, with what is known about the other side.
 */
#include <config.h>

#include "base/country.h"
#include "rule/holding.h"
#include "rule/period.h"

enum { MAX_DEFINITIONS = 16 };

static struct term *resolve(const struct scope *, struct term *);

static struct term *type_error(const struct scope *s, struct span span, const char *hint,
                               struct text message)
{
    diag_error(s->diags, span, "condition-type", text_of(hint), "%.*s", TEXT_ARG(message));
    return NULL;
}

/* --- names --- */

static struct text qualified(const struct scope *s, struct text name)
{
    return arena_format(s->arena, "%.*s.%.*s", TEXT_ARG(s->jurisdiction), TEXT_ARG(name));
}

static struct term *stand_for(const struct scope *s, const struct term *meaning, struct term *t)
{
    struct term *copy = arena_make(s->arena, struct term);
    *copy = *meaning;
    copy->span = t->span;
    return copy;
}

static struct term *resolve_definition(const struct scope *s, struct term *t,
                                       const struct definition *d)
{
    if (s->depth >= MAX_DEFINITIONS)
        return type_error(s, t->span, "does it name itself?", TEXT("definitions nested too deep"));
    struct scope inner = *s;
    inner.depth++;
    inner.binding_count = 0; /* a definition knows the law and the record, not the plugin */
    struct term *meaning = term_compile(&inner, d->when);
    if (!meaning)
        return NULL;
    struct term *copy = stand_for(s, meaning, t);
    copy->definition = d->id.at;
    return copy;
}

/* All names that may stand in a condition, for "did you mean". */
static void gather_names(const struct scope *s, struct text **known, size_t *count)
{
    for (size_t i = 0; s->record && i < s->record->field_count; i++)
        *arena_push(s->arena, known, count) = s->record->fields[i].path;
    for (size_t i = 0; i < s->binding_count; i++)
        *arena_push(s->arena, known, count) = s->bindings[i].name;
    for (size_t i = 0; i < s->law->parameter_count; i++) {
        struct text id = s->law->parameters[i]->id;
        if (text_starts(id, s->jurisdiction) && id.len > s->jurisdiction.len)
            id = text_slice(id, s->jurisdiction.len + 1, id.len);
        *arena_push(s->arena, known, count) = id;
    }
}

static struct term *unknown_name(const struct scope *s, struct term *t)
{
    struct text *known = NULL;
    size_t count = 0;
    gather_names(s, &known, &count);
    struct text hint = diag_did_you_mean(s->arena, t->name, known, count);
    if (!hint.len)
        hint = s->record
                   ? arena_format(s->arena, "a field of \"%.*s\", a parameter or a definition",
                                  TEXT_ARG(s->record->name))
                   : TEXT("a sum, count or a parameter");
    diag_error(s->diags, t->span, "condition-unknown-name", hint, "unknown name \"%.*s\"",
               TEXT_ARG(t->name));
    return NULL;
}

static struct term *resolve_binding(const struct scope *s, struct term *t, const struct binding *b)
{
    if (b->term)
        return stand_for(s, b->term, t);
    t->op = OP_SLOT;
    t->type = b->type;
    t->index = b->slot;
    return t;
}

static struct term *resolve_name(const struct scope *s, struct term *t)
{
    for (size_t i = 0; i < s->binding_count; i++)
        if (text_equal(s->bindings[i].name, t->name))
            return resolve_binding(s, t, &s->bindings[i]);
    const struct field *field = s->record ? record_field(s->record, t->name) : NULL;
    if (field) {
        t->op = OP_FIELD;
        t->field = field;
        t->type = field->type;
        return t;
    }
    if (s->record && record_has_actor(s->record, t->name)) {
        t->op = OP_ACTOR;
        t->type = TYPE_ACTOR;
        return t;
    }
    const struct parameter *p = parameter_find(s->law, t->name);
    if (!p)
        p = parameter_find(s->law, qualified(s, t->name));
    if (p) {
        t->op = OP_PARAMETER;
        t->parameter = p;
        t->type = p->type;
        return t;
    }
    const struct definition *d = definition_at(s->law, t->name, s->on);
    if (!d)
        d = definition_at(s->law, qualified(s, t->name), s->on);
    return d ? resolve_definition(s, t, d) : unknown_name(s, t);
}

static struct term *resolve_source(const struct scope *s, struct term *t)
{
    t->type = TYPE_TEXT;
    for (t->index = 0; t->index < *s->source_count; t->index++)
        if (text_equal((*s->source_names)[t->index], t->name))
            return t;
    *arena_push(s->arena, s->source_names, s->source_count) = t->name;
    return t;
}

/* --- literals that take their meaning from the other side --- */

static bool fit_code(const struct scope *s, const struct field *f, struct term *literal)
{
    if (field_has_code(f, literal->literal.text))
        return true;
    struct text hint = diag_did_you_mean(s->arena, literal->literal.text, f->codes, f->code_count);
    return diag_error(s->diags, literal->span, "condition-unknown-code", hint,
                      "\"%.*s\" has no code \"%.*s\"", TEXT_ARG(f->path),
                      TEXT_ARG(literal->literal.text));
}

static bool fit_country(const struct scope *s, struct term *literal)
{
    struct text code;
    if (literal->literal.text.len == 2 && country_find(literal->literal.text, &code) &&
        text_equal(code, literal->literal.text))
        return true;
    return diag_error(s->diags, literal->span, "condition-unknown-country",
                      TEXT("two capital letters of ISO 3166, like AM"),
                      "\"%.*s\" is no country code", TEXT_ARG(literal->literal.text));
}

static bool fit_text(const struct scope *s, const struct term *against, struct term *literal)
{
    if (literal->op != OP_LITERAL || literal->type != TYPE_TEXT)
        return true;
    if (against->type == TYPE_CODE && against->field)
        return fit_code(s, against->field, literal);
    return against->type == TYPE_COUNTRY || against->type == TYPE_COUNTRIES
               ? fit_country(s, literal)
               : true;
}

/* --- operators --- */

static bool is_plain_text(enum type t)
{
    return t == TYPE_TEXT || t == TYPE_CODE || t == TYPE_COUNTRY;
}

static currency static_currency(const struct term *t)
{
    if (t->type != TYPE_MONEY)
        return 0;
    if (t->op == OP_LITERAL)
        return t->literal.currency;
    return t->op == OP_PARAMETER && t->parameter->version_count
               ? t->parameter->versions[0].value.currency
               : 0;
}

static bool check_currencies(const struct scope *s, const struct term *t)
{
    currency a = static_currency(t->args[0]), b = static_currency(t->args[1]);
    char first[CURRENCY_TEXT_SIZE], second[CURRENCY_TEXT_SIZE];
    if (!a || !b || a == b)
        return true;
    return diag_error(s->diags, t->span, "condition-currency", TEXT(""),
                      "two currencies, %s and %s, cannot be compared or added",
                      currency_print(a, first), currency_print(b, second));
}

static struct term *check_comparison(const struct scope *s, struct term *t)
{
    struct term *a = t->args[0], *b = t->args[1];
    bool order = t->op != OP_EQUAL && t->op != OP_UNEQUAL;
    bool texts = is_plain_text(a->type) && is_plain_text(b->type);
    if (a->type == TYPE_COUNTRIES || b->type == TYPE_COUNTRIES)
        return type_error(s, t->span, "write includes(countries, \"AM\")",
                          TEXT("a list of countries cannot be compared"));
    if (a->type != b->type && !texts)
        return type_error(s, t->span, "",
                          arena_format(s->arena, "cannot compare %s with %s", type_name(a->type),
                                       type_name(b->type)));
    if (order && (texts || a->type == TYPE_BOOL || a->type == TYPE_DURATION))
        return type_error(s, t->span, "only == and ~= can",
                          arena_format(s->arena, "%s has no order", type_name(a->type)));
    if (a->type == TYPE_ACTOR || a->type == TYPE_KEY)
        return type_error(s, t->span, "compare one of its fields",
                          arena_format(s->arena, "%s cannot be compared", type_name(a->type)));
    if (!fit_text(s, a, b) || !fit_text(s, b, a) || !check_currencies(s, t))
        return NULL;
    t->type = TYPE_BOOL;
    return t;
}

/* left op right -> result; first match. */
static const struct {
    enum operation op;
    enum type left, right, result;
} arithmetic[] = {
    {OP_ADD, TYPE_NUMBER, TYPE_NUMBER, TYPE_NUMBER},
    {OP_ADD, TYPE_MONEY, TYPE_MONEY, TYPE_MONEY},
    {OP_ADD, TYPE_SHARE, TYPE_SHARE, TYPE_SHARE},
    {OP_ADD, TYPE_DATE, TYPE_DURATION, TYPE_DATE},
    {OP_ADD, TYPE_DURATION, TYPE_DURATION, TYPE_DURATION},
    {OP_SUBTRACT, TYPE_NUMBER, TYPE_NUMBER, TYPE_NUMBER},
    {OP_SUBTRACT, TYPE_MONEY, TYPE_MONEY, TYPE_MONEY},
    {OP_SUBTRACT, TYPE_SHARE, TYPE_SHARE, TYPE_SHARE},
    {OP_SUBTRACT, TYPE_DATE, TYPE_DURATION, TYPE_DATE},
    {OP_SUBTRACT, TYPE_DATE, TYPE_DATE, TYPE_NUMBER},
    {OP_MULTIPLY, TYPE_NUMBER, TYPE_NUMBER, TYPE_NUMBER},
    {OP_MULTIPLY, TYPE_MONEY, TYPE_NUMBER, TYPE_MONEY},
};

static struct term *check_arithmetic(const struct scope *s, struct term *t)
{
    enum type a = t->args[0]->type, b = t->args[1]->type;
    for (size_t i = 0; i < sizeof arithmetic / sizeof *arithmetic; i++)
        if (arithmetic[i].op == t->op && arithmetic[i].left == a && arithmetic[i].right == b) {
            t->type = arithmetic[i].result;
            return check_currencies(s, t) ? t : NULL;
        }
    return type_error(s, t->span, a == TYPE_DATE && b == TYPE_NUMBER ? "write days(30)" : "",
                      arena_format(s->arena, "cannot %s %s and %s",
                                   t->op == OP_ADD        ? "add"
                                   : t->op == OP_SUBTRACT ? "subtract"
                                                          : "multiply",
                                   type_name(a), type_name(b)));
}

static struct term *check_logic(const struct scope *s, struct term *t)
{
    for (size_t i = 0; i < t->arg_count; i++)
        if (t->args[i]->type != TYPE_BOOL)
            return type_error(s, t->args[i]->span, "",
                              arena_format(s->arena, "expected a condition, found %s",
                                           type_name(t->args[i]->type)));
    t->type = TYPE_BOOL;
    return t;
}

/* --- calls --- */

static bool fits(char letter, const struct term *arg)
{
    switch (letter) {
    case 'f':
        return arg->op == OP_FIELD || arg->op == OP_SOURCE;
    case 't':
        return is_plain_text(arg->type);
    case 'c':
        return arg->type == TYPE_COUNTRIES;
    case 'C':
        return arg->type == TYPE_COUNTRY || (arg->op == OP_LITERAL && arg->type == TYPE_TEXT);
    case 'd':
        return arg->type == TYPE_DATE;
    case 'a':
        return arg->type == TYPE_ACTOR;
    case 'k':
        return arg->type == TYPE_KEY;
    case 's':
        return arg->op == OP_LITERAL && arg->type == TYPE_TEXT;
    case 'p':
        return arg->type == TYPE_SHARE;
    case 'm':
        return arg->type == TYPE_MONEY;
    case 'b':
        return arg->type == TYPE_BOOL;
    case 'v':
        return arg->type != TYPE_ACTOR && arg->type != TYPE_KEY;
    default:
        return arg->op == OP_LITERAL && arg->type == TYPE_NUMBER;
    }
}

static const char *letter_word(char letter)
{
    return letter == 'f'   ? "a field"
           : letter == 't' ? "a text"
           : letter == 'c' ? "countries"
           : letter == 'C' ? "a country"
           : letter == 'd' ? "a date"
           : letter == 'a' ? "an actor"
           : letter == 'k' ? "an identity, like identity(donor)"
           : letter == 's' ? "a text in quotes"
           : letter == 'p' ? "a share"
           : letter == 'm' ? "an amount"
           : letter == 'b' ? "a condition"
           : letter == 'v' ? "a value"
                           : "a number";
}

static bool check_arguments(const struct scope *s, const struct term *t)
{
    const char *letter = t->function->arguments;
    bool optional = false;
    for (size_t i = 0; i < t->arg_count; i++) {
        if (*letter == '?') {
            optional = true;
            letter++;
        }
        if (*letter == '\0')
            return diag_error(s->diags, t->args[i]->span, "condition-arguments", TEXT(""),
                              "%s takes no argument here", t->function->name);
        if (!fits(*letter, t->args[i]))
            return diag_error(s->diags, t->args[i]->span, "condition-arguments",
                              text_of(t->function->doc), "%s expects %s here, found %s",
                              t->function->name, letter_word(*letter), type_name(t->args[i]->type));
        if (letter[1] != '*')
            letter++;
        else if (i + 1 == t->arg_count)
            letter += 2;
    }
    if (*letter != '\0' && *letter != '?' && !optional)
        return diag_error(s->diags, t->span, "condition-arguments", text_of(t->function->doc),
                          "%s also needs %s", t->function->name, letter_word(*letter));
    return true;
}

static struct term *literal_call(const struct scope *s, struct term *t)
{
    struct text written = t->args[0]->literal.text;
    if (t->type == TYPE_DURATION) {
        int64_t n = t->args[0]->literal.number;
        bool months = t->name.at[0] == 'm';
        if (n > 100000)
            return type_error(s, t->span, "", TEXT("this time span is too long"));
        t->literal = (struct value){
            .duration = {months ? (int32_t)n : 0, months ? 0 : (int32_t)n},
        };
    } else {
        if (t->type == TYPE_SHARE && written.len && written.at[written.len - 1] != '%')
            written = arena_format(s->arena, "%.*s %%", TEXT_ARG(written));
        if (!value_read(s->arena, t->type, written, &t->literal))
            return type_error(s, t->args[0]->span, "",
                              arena_format(s->arena, "expected %s", value_expected(t->type)));
    }
    t->literal.type = t->type;
    t->literal.knowledge = VALUE_KNOWN;
    t->op = OP_LITERAL;
    return t;
}

static struct term *compile_regex(const struct scope *s, struct term *t)
{
    struct text why;
    size_t offset;
    t->regex = regex_new(s->arena, t->args[1]->literal.text, &why, &offset);
    if (!t->regex)
        return type_error(s, t->args[1]->span, "",
                          arena_format(s->arena,
                                       "wrong regular expression: %.*s (at character %zu)",
                                       TEXT_ARG(why), offset + 1));
    *arena_push(s->arena, s->regexes, s->regex_count) = t->regex;
    return t;
}

/* One set of fields that identifies an actor: "kind~natural" must differ from "natural". */
static void resolve_identity_set(const struct scope *s, struct term *t,
                                 const struct identity_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        struct text item = set->fields[i];
        size_t tilde = text_find(item, '~'), at = t->identity_len + i;
        t->identity_level[at] = set->level;
        t->identity_unlike[at] = tilde < item.len;
        t->identity_other[at] = tilde < item.len ? text_slice(item, tilde + 1, item.len) : TEXT("");
        t->identity[at] = record_field(
            s->record, arena_format(s->arena, "%.*s.%.*s", TEXT_ARG(t->args[0]->name),
                                    TEXT_ARG(text_slice(item, 0, tilde))));
    }
}

/* Sets that join too broadly leave their places empty: a key says by the place which set it is of,
 * and that must not depend on how far actors are joined. */
static struct term *resolve_identity(const struct scope *s, struct term *t)
{
    const struct vocabulary *v = s->vocabulary;
    enum identity_level joins = s->identity ? s->identity : v->joins;
    size_t most = 0;
    for (size_t i = 0; i < v->identity_count; i++)
        most += v->identity[i].count + 1;
    t->identity = arena_array(s->arena, most, const struct field *);
    t->identity_unlike = arena_array(s->arena, most, bool);
    t->identity_other = arena_array(s->arena, most, struct text);
    t->identity_level = arena_array(s->arena, most, enum identity_level);
    for (size_t i = 0; i < v->identity_count; i++) {
        if (v->identity[i].level <= joins)
            resolve_identity_set(s, t, &v->identity[i]);
        t->identity_len += v->identity[i].count + 1;
    }
    return t;
}

static struct term *check_words(const struct scope *s, struct term *t, const char *const *words,
                                size_t count, size_t arg)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(t->args[arg]->literal.text, text_of(words[i])))
            return t;
    struct text list = TEXT("");
    for (size_t i = 0; i < count; i++)
        list = arena_format(s->arena, "%.*s%s%s", TEXT_ARG(list), i ? ", " : "", words[i]);
    return type_error(s, t->args[arg]->span, "",
                      arena_format(s->arena, "expected one of: %.*s", TEXT_ARG(list)));
}

/* By what the actor is recognised, and how alike names must be. */
static struct term *resolve_listed(const struct scope *s, struct term *t)
{
    const char *words[NAME_BROAD + 1];
    struct actor_fields *fields = arena_make(s->arena, struct actor_fields);
    *fields = actor_fields_of(s->vocabulary, s->record, t->args[0]->name);
    t->actor = fields;
    t->threshold = NAME_USUAL;
    for (int i = NAME_EXACT; i <= NAME_BROAD; i++) {
        words[i] = name_threshold_name((enum name_threshold)i);
        if (t->arg_count > 2 && text_equal(t->args[2]->literal.text, text_of(words[i])))
            t->threshold = (enum name_threshold)i;
    }
    return t->arg_count > 2 ? check_words(s, t, words, NAME_BROAD + 1, 2) : t;
}

/* one_of() with many texts, as a list of names is: a table, so that it costs no more than a few. */
static struct term *list_texts(const struct scope *s, struct term *t)
{
    enum { FEW = 9 };
    if (t->arg_count <= FEW)
        return t;
    for (t->listed_slots = 64; t->listed_slots < 2 * t->arg_count;)
        t->listed_slots *= 2;
    t->listed = arena_array(s->arena, t->listed_slots, struct listed_text);
    for (size_t i = 1; i < t->arg_count; i++) {
        uint64_t hash = text_hash(t->args[i]->literal.text);
        size_t at = hash & (t->listed_slots - 1);
        while (t->listed[at].arg)
            at = (at + 1) & (t->listed_slots - 1);
        t->listed[at] = (struct listed_text){(uint32_t)i, (uint32_t)(hash >> 32)};
    }
    return t;
}

/* Both are of one type, which is that of the whole. */
static struct term *check_alternatives(const struct scope *s, struct term *t)
{
    enum type a = t->args[0]->type, b = t->args[1]->type;
    t->type = a;
    return a == b ? t
                  : type_error(s, t->span, "",
                               arena_format(s->arena, "%s and %s cannot stand for each other",
                                            type_name(a), type_name(b)));
}

static struct term *finish_call(const struct scope *s, struct term *t)
{
    static const char *const times[] = {"campaign", "silence"};
    if (!t->function->call)
        return literal_call(s, t);
    if (text_equal(t->name, TEXT("matches")))
        return compile_regex(s, t);
    if (text_equal(t->name, TEXT("identity")))
        return resolve_identity(s, t);
    if (text_equal(t->name, TEXT("listed")))
        return resolve_listed(s, t);
    if (text_equal(t->name, TEXT("period")))
        return period_resolve(s, t);
    if (text_equal(t->name, TEXT("first_known")))
        return check_alternatives(s, t);
    if (t->arg_count == 0)
        return t;
    if (t->args[0]->type == TYPE_ACTOR)
        return holding_resolve(s, t);
    if (text_equal(t->name, TEXT("during")))
        return check_words(s, t, times, 2, 1);
    for (size_t i = 1; i < t->arg_count; i++)
        if (!fit_text(s, t->args[0], t->args[i]))
            return NULL;
    return text_equal(t->name, TEXT("one_of")) ? list_texts(s, t) : t;
}

static struct term *check_call(const struct scope *s, struct term *t)
{
    struct text *names = arena_array(s->arena, function_count, struct text);
    for (size_t i = 0; i < function_count; i++) {
        names[i] = text_of(functions[i].name);
        if (text_equal(t->name, names[i]))
            t->function = &functions[i];
    }
    if (!t->function) {
        diag_error(s->diags, t->span, "condition-unknown-function",
                   diag_did_you_mean(s->arena, t->name, names, function_count),
                   "unknown function \"%.*s\"", TEXT_ARG(t->name));
        return NULL;
    }
    t->type = t->function->result;
    return check_arguments(s, t) ? finish_call(s, t) : NULL;
}

/* --- all --- */

static struct term *resolve(const struct scope *s, struct term *t)
{
    for (size_t i = 0; i < t->arg_count; i++) {
        t->args[i] = resolve(s, t->args[i]);
        if (!t->args[i])
            return NULL;
    }
    switch (t->op) {
    case OP_NAME:
        return resolve_name(s, t);
    case OP_SOURCE:
        return resolve_source(s, t);
    case OP_CALL:
        return check_call(s, t);
    case OP_AND:
    case OP_OR:
    case OP_NOT:
        return check_logic(s, t);
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_MULTIPLY:
        return check_arithmetic(s, t);
    case OP_LITERAL:
        return t;
    default:
        return check_comparison(s, t);
    }
}

struct term *term_compile(const struct scope *s, struct expression e)
{
    struct term *t = term_parse(s->arena, s->diags, e);
    return t ? resolve(s, t) : NULL;
}

struct term *term_compile_as(const struct scope *s, struct expression e, enum type type)
{
    struct term *t = term_compile(s, e);
    if (!t || t->type == type || (type == TYPE_KEY && t->type != TYPE_ACTOR))
        return t;
    return type_error(s, t->span, "",
                      arena_format(s->arena, "expected %s, found %s",
                                   type == TYPE_BOOL ? "a condition" : value_expected(type),
                                   type_name(t->type)));
}
