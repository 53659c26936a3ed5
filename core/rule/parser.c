/* SPDX-License-Identifier: Apache-2.0
 *
 * From text to tree. Precedence as in Lua: or, and, comparison, + -, *, not and unary.
 */
#include <config.h>

#include "rule/condition.h"

enum { MAX_DEPTH = 64 };

enum token {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING,
    TOKEN_SYMBOL,
    TOKEN_WRONG,
};

struct parser {
    struct arena *arena;
    struct diags *diags;
    struct expression expression;
    size_t at; /* behind the current token */
    enum token token;
    size_t begin;     /* of the current token */
    struct text text; /* name, digits, symbol; of a string its value */
    size_t last_end;  /* of the token before */
    unsigned depth;
};

struct span expression_span(struct expression e, size_t begin, size_t end)
{
    const struct text body = e.span.source ? e.span.source->body : TEXT("");
    /* A folded or escaped scalar has no byte-for-byte place: then the whole scalar is shown. */
    if (e.span.begin + e.text.len > body.len ||
        memcmp(body.at + e.span.begin, e.text.at, e.text.len) != 0)
        return e.span;
    return (struct span){e.span.source, e.span.begin + (uint32_t)begin,
                         e.span.begin + (uint32_t)(end > begin ? end : begin + 1)};
}

static struct span span_from(const struct parser *p, size_t begin)
{
    return expression_span(p->expression, begin, p->last_end);
}

/* --- tokens --- */

static bool is_name_byte(char c, bool first)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (!first && c >= '0' && c <= '9');
}

static bool wrong(struct parser *p, size_t begin, size_t end, const char *hint, const char *what)
{
    if (p->token != TOKEN_WRONG)
        diag_error(p->diags, expression_span(p->expression, begin, end), "condition-syntax",
                   text_of(hint), "%s", what);
    p->token = TOKEN_WRONG;
    return false;
}

static void read_string(struct parser *p)
{
    struct text t = p->expression.text;
    char quote = t.at[p->at++];
    size_t end = p->at, len = 0;
    while (end < t.len && t.at[end] != quote)
        end += t.at[end] == '\\' ? 2 : 1;
    char *value = arena_alloc(p->arena, end - p->at + 1, 1);
    while (p->at < t.len && t.at[p->at] != quote) {
        char c = t.at[p->at++];
        if (c == '\\' && p->at < t.len) {
            char escaped = t.at[p->at++];
            if (escaped != '\\' && escaped != '"' && escaped != '\'') {
                wrong(p, p->at - 2, p->at, "write two backslashes, like \"\\\\d\"",
                      "this is no escape sequence");
                return;
            }
            c = escaped;
        }
        value[len++] = c;
    }
    if (p->at >= t.len) {
        wrong(p, p->begin, t.len, "", "a text without its closing quote");
        return;
    }
    p->at++;
    p->token = TOKEN_STRING;
    p->text = (struct text){value, len};
}

static void read_symbol(struct parser *p)
{
    static const char *const symbols[] = {"==", "~=", "<=", ">=", "<", ">", "+", "-",
                                          "*",  "(",  ")",  "[",  "]", ",", "."};
    struct text rest = text_slice(p->expression.text, p->at, p->expression.text.len);
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (text_starts(rest, text_of(symbols[i]))) {
            p->token = TOKEN_SYMBOL;
            p->text = text_of(symbols[i]);
            p->at += p->text.len;
            return;
        }
    char c = rest.at[0];
    const char *hint = c == '='               ? "write == to compare"
                       : c == '!'             ? "write ~= for \"is not\", and `not` for negation"
                       : c == '/'             ? "multiply the other side instead"
                       : c == '&' || c == '|' ? "write `and` or `or`"
                                              : "";
    wrong(p, p->at, p->at + 1, hint, "this character has no meaning in a condition");
}

static void next(struct parser *p)
{
    struct text t = p->expression.text;
    if (p->token == TOKEN_WRONG)
        return;
    p->last_end = p->at;
    while (p->at < t.len && (t.at[p->at] == ' ' || t.at[p->at] == '\n' || t.at[p->at] == '\t'))
        p->at++;
    p->begin = p->at;
    if (p->at == t.len) {
        p->token = TOKEN_END;
        p->text = TEXT("");
        return;
    }
    char c = t.at[p->at];
    if (is_name_byte(c, true)) {
        while (p->at < t.len && is_name_byte(t.at[p->at], false))
            p->at++;
        p->token = TOKEN_NAME;
        p->text = text_slice(t, p->begin, p->at);
    } else if (c >= '0' && c <= '9') {
        while (p->at < t.len && t.at[p->at] >= '0' && t.at[p->at] <= '9')
            p->at++;
        p->token = TOKEN_NUMBER;
        p->text = text_slice(t, p->begin, p->at);
    } else if (c == '"' || c == '\'') {
        read_string(p);
    } else {
        read_symbol(p);
    }
}

static bool at_symbol(const struct parser *p, const char *symbol)
{
    return p->token == TOKEN_SYMBOL && text_equal(p->text, text_of(symbol));
}

static bool at_word(const struct parser *p, const char *word)
{
    return p->token == TOKEN_NAME && text_equal(p->text, text_of(word));
}

static bool expect(struct parser *p, const char *symbol, const char *what)
{
    if (!at_symbol(p, symbol))
        return wrong(p, p->begin, p->at, "", what);
    next(p);
    return true;
}

/* --- terms --- */

static struct term *parse_or(struct parser *p);

static struct term *make(struct parser *p, enum operation op, size_t begin)
{
    struct term *t = arena_make(p->arena, struct term);
    t->op = op;
    t->span = span_from(p, begin);
    return t;
}

static void add_arg(struct parser *p, struct term *t, struct term *arg)
{
    *arena_push(p->arena, &t->args, &t->arg_count) = arg;
}

static struct term *parse_call(struct parser *p, struct text name, size_t begin)
{
    struct term *t = make(p, OP_CALL, begin);
    t->name = name;
    next(p); /* ( */
    while (!at_symbol(p, ")")) {
        if (t->arg_count > 0 && !expect(p, ",", "expected \",\" or \")\""))
            return NULL;
        struct term *arg = parse_or(p);
        if (!arg)
            return NULL;
        add_arg(p, t, arg);
    }
    next(p);
    t->span = span_from(p, begin);
    return t;
}

/* source["Column"] */
static struct term *parse_source(struct parser *p, size_t begin)
{
    next(p); /* [ */
    if (p->token != TOKEN_STRING) {
        wrong(p, p->begin, p->at, "like source[\"Column name\"]",
              "expected a column's name in quotes");
        return NULL;
    }
    struct text name = p->text;
    next(p);
    if (!expect(p, "]", "expected \"]\""))
        return NULL;
    struct term *t = make(p, OP_SOURCE, begin);
    t->name = name;
    return t;
}

static struct term *parse_name(struct parser *p)
{
    size_t begin = p->begin;
    struct text first = p->text;
    next(p);
    if (at_symbol(p, "("))
        return parse_call(p, first, begin);
    if (at_symbol(p, "[") && text_equal(first, TEXT("source")))
        return parse_source(p, begin);
    struct text path = first;
    while (at_symbol(p, ".")) {
        next(p);
        if (p->token != TOKEN_NAME) {
            wrong(p, p->begin, p->at, "", "expected a name behind the dot");
            return NULL;
        }
        path = arena_format(p->arena, "%.*s.%.*s", TEXT_ARG(path), TEXT_ARG(p->text));
        next(p);
    }
    struct term *t = make(p, OP_NAME, begin);
    t->name = path;
    return t;
}

static struct term *parse_literal(struct parser *p, enum type type, int64_t number)
{
    size_t begin = p->begin;
    struct text text = p->text;
    next(p);
    struct term *t = make(p, OP_LITERAL, begin);
    t->type = type;
    t->literal = (struct value){.type = type, .knowledge = VALUE_KNOWN, .number = number};
    if (type == TYPE_TEXT)
        t->literal.text = text;
    return t;
}

static struct term *parse_primary(struct parser *p)
{
    int64_t number;
    if (at_word(p, "true") || at_word(p, "false"))
        return parse_literal(p, TYPE_BOOL, at_word(p, "true"));
    if (at_word(p, "and") || at_word(p, "or")) {
        wrong(p, p->begin, p->at, "", "expected a condition in front of this");
        return NULL;
    }
    if (p->token == TOKEN_STRING)
        return parse_literal(p, TYPE_TEXT, 0);
    if (p->token == TOKEN_NUMBER) {
        if (decimal_read(p->text, NUMBER_PLAIN, 0, &number))
            return parse_literal(p, TYPE_NUMBER, number);
        wrong(p, p->begin, p->at, "", "this number is too large");
        return NULL;
    }
    if (p->token == TOKEN_NAME)
        return parse_name(p);
    if (at_symbol(p, "(")) {
        next(p);
        struct term *inner = parse_or(p);
        return inner && expect(p, ")", "expected \")\"") ? inner : NULL;
    }
    wrong(p, p->begin, p->at, "",
          p->token == TOKEN_END ? "the condition ends too early" : "expected a value here");
    return NULL;
}

static struct term *parse_unary(struct parser *p)
{
    size_t begin = p->begin;
    if (++p->depth > MAX_DEPTH) {
        wrong(p, p->begin, p->at, "", "nested more than 64 deep");
        return NULL;
    }
    struct term *t = NULL;
    if (at_word(p, "not")) {
        next(p);
        struct term *arg = parse_unary(p);
        if (arg) {
            t = make(p, OP_NOT, begin);
            add_arg(p, t, arg);
        }
    } else {
        t = parse_primary(p);
    }
    p->depth--;
    return t;
}

struct infix {
    const char *symbol;
    enum operation op;
};

/* Left-associative operators of one precedence. */
static struct term *parse_infix(struct parser *p, const struct infix *infixes, size_t count,
                                struct term *(*operand)(struct parser *))
{
    size_t begin = p->begin;
    struct term *left = operand(p);
    while (left) {
        const struct infix *found = NULL;
        for (size_t i = 0; i < count; i++)
            if (at_symbol(p, infixes[i].symbol) || at_word(p, infixes[i].symbol))
                found = &infixes[i];
        if (!found)
            return left;
        next(p);
        struct term *right = operand(p);
        if (!right)
            return NULL;
        struct term *t = make(p, found->op, begin);
        add_arg(p, t, left);
        add_arg(p, t, right);
        left = t;
    }
    return NULL;
}

static struct term *parse_product(struct parser *p)
{
    static const struct infix infixes[] = {{"*", OP_MULTIPLY}};
    return parse_infix(p, infixes, 1, parse_unary);
}

static struct term *parse_sum(struct parser *p)
{
    static const struct infix infixes[] = {{"+", OP_ADD}, {"-", OP_SUBTRACT}};
    return parse_infix(p, infixes, 2, parse_product);
}

static struct term *parse_comparison(struct parser *p)
{
    static const struct infix infixes[] = {
        {"==", OP_EQUAL},      {"~=", OP_UNEQUAL}, {"<", OP_LESS},
        {"<=", OP_LESS_EQUAL}, {">", OP_GREATER},  {">=", OP_GREATER_EQUAL},
    };
    return parse_infix(p, infixes, 6, parse_sum);
}

static struct term *parse_and(struct parser *p)
{
    static const struct infix infixes[] = {{"and", OP_AND}};
    return parse_infix(p, infixes, 1, parse_comparison);
}

static struct term *parse_or(struct parser *p)
{
    static const struct infix infixes[] = {{"or", OP_OR}};
    return parse_infix(p, infixes, 1, parse_and);
}

struct term *term_parse(struct arena *a, struct diags *d, struct expression e)
{
    struct parser p = {.arena = a, .diags = d, .expression = e};
    next(&p);
    struct term *t = parse_or(&p);
    if (t && p.token != TOKEN_END) {
        wrong(&p, p.begin, p.at, "join conditions with `and` or `or`", "expected the end here");
        return NULL;
    }
    return p.token == TOKEN_WRONG ? NULL : t;
}
