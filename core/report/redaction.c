/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/redaction.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/digest.h"

const struct text redaction_mark = TEXT_INIT("[withheld]");

/* --- fields --- */

static bool is_body(const struct finding *f, struct text role)
{
    for (size_t i = 0; i < f->actor_count; i++)
        if (text_equal(f->actors[i].role, role))
            return f->actors[i].is_body;
    return false;
}

/* In every register from which the finding's records come. */
static bool is_published(const struct finding *f, struct text path)
{
    for (size_t i = 0; i < f->record_count; i++)
        if (!jurisdiction_publishes(f->task->law, f->records[i].filed, path))
            return false;
    return f->record_count > 0;
}

static bool hides_field(const struct finding *f, const struct field *field)
{
    size_t dot = text_find(field->path, '.');
    bool body = dot < field->path.len && is_body(f, text_slice(field->path, 0, dot));
    switch (field->personal) {
    case PERSONAL_NO:
        return false;
    case PERSONAL_NATURAL:
        return !body && !is_published(f, field->path);
    case PERSONAL_NATURAL_NEVER:
        return !body;
    default:
        return true;
    }
}

/* --- conditions --- */

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
}

/* A field by its path, an actor as a whole (its name, its owners), or a cell of the file itself. */
static bool hides_word(const struct finding *f, struct text word)
{
    const struct record_type *t = f->task->record;
    const struct field *field = record_field(t, word);
    return (field && hides_field(f, field)) || record_has_actor(t, word) ||
           text_equal(word, TEXT("source"));
}

/* Whether the values of a condition may say what is withheld. */
static bool hides_condition(const struct finding *f, struct text condition)
{
    for (size_t i = 0, end; i < condition.len; i = end + 1) {
        for (end = i; end < condition.len && is_word_byte(condition.at[end]);)
            end++;
        if (end > i && hides_word(f, text_slice(condition, i, end)))
            return true;
    }
    return false;
}

/* --- a plugin's words --- */

static bool contains(struct text whole, struct text part)
{
    return part.len && memmem(whole.at, whole.len, part.at, part.len);
}

/* Whether the plugin's source has the text between quotes: then no filing put it there. */
static bool is_literal(struct arena *a, const struct finding *f, struct text t)
{
    struct text quoted = arena_format(a, "\"%.*s\"", TEXT_ARG(t));
    return contains(f->task->plugin->source->body, quoted);
}

static size_t digits_at(struct text t, size_t at)
{
    while (at < t.len && t.at[at] >= '0' && t.at[at] <= '9')
        at++;
    return at;
}

/* "it was done 15 days after the term began": literals of the plugin, and numbers between them. */
static bool is_own_sentence(struct arena *a, const struct finding *f, struct text t)
{
    for (size_t i = 0, end; i < t.len; i = digits_at(t, end)) {
        for (end = i; end < t.len && (t.at[end] < '0' || t.at[end] > '9');)
            end++;
        if (end > i && !is_literal(a, f, text_slice(t, i, end)))
            return false;
    }
    return true;
}

/* Plugins tell as donor_kind what the conditions tell as donor.kind. */
static const struct field *field_of(struct arena *a, const struct finding *f, struct text name)
{
    const struct field *field = record_field(f->task->record, name);
    for (size_t i = 0; i < name.len && !field; i++) {
        if (name.at[i] != '_')
            continue;
        struct text path = arena_format(a, "%.*s.%.*s", TEXT_ARG(text_slice(name, 0, i)),
                                        TEXT_ARG(text_slice(name, i + 1, name.len)));
        field = record_field(f->task->record, path);
    }
    return field;
}

/* --- facts --- */

static bool is_same(struct arena *a, const struct value *x, const struct value *y)
{
    return text_equal(value_print(a, x), value_print(a, y));
}

/* Whether a fact that is told, or withheld, has that value. */
static bool has_value(struct arena *a, const struct finding *f, const struct value *v, bool hidden)
{
    for (size_t i = 0; i < f->fact_count; i++) {
        const struct field *field = record_field(f->task->record, f->facts[i].name);
        if (field && hides_field(f, field) == hidden && is_same(a, &f->facts[i].value, v))
            return true;
    }
    return false;
}

/* What a plugin returned under a name of its own. */
static bool hides_own_fact(struct arena *a, const struct finding *f, const struct fact *fact)
{
    const struct value *v = &fact->value;
    if (v->type == TYPE_DATE)
        return !(f->on_known && v->number == f->on) && !(f->due_known && v->number == f->due) &&
               !has_value(a, f, v, false);
    if (v->type == TYPE_MONEY || v->type == TYPE_NUMBER || v->type == TYPE_SHARE)
        return has_value(a, f, v, true);
    if (v->type == TYPE_BOOL || v->type == TYPE_DURATION)
        return false;
    return !is_literal(a, f, v->text);
}

static bool is_window(const struct finding *f, struct text name)
{
    return f->task->window &&
           (text_equal(name, TEXT("first_day")) || text_equal(name, TEXT("last_day")));
}

static bool hides_fact(struct arena *a, const struct finding *f, const struct fact *fact)
{
    const struct field *field = field_of(a, f, fact->name);
    if (field)
        return hides_field(f, field);
    if (text_find(fact->name, '(') < fact->name.len) /* what the records of a group share */
        return hides_condition(f, fact->name);
    for (size_t i = 0; i < f->task->key_count; i++)
        if (text_equal(fact->name, term_print(a, f->task->keys[i])))
            return hides_condition(f, fact->name);
    return !is_window(f, fact->name) && hides_own_fact(a, f, fact);
}

static void redact_facts(struct arena *a, const struct finding *f, struct finding *out)
{
    out->facts = arena_array(a, f->fact_count, struct fact);
    for (size_t i = 0; i < f->fact_count; i++) {
        out->facts[i] = f->facts[i];
        if (hides_fact(a, f, &f->facts[i]))
            out->facts[i].value = (struct value){
                .type = TYPE_TEXT, .knowledge = VALUE_KNOWN, .text = redaction_mark};
    }
}

/* --- who --- */

static bool hides_actor(struct arena *a, const struct finding *f, const struct actor *actor)
{
    struct text path = arena_format(a, "%.*s.name", TEXT_ARG(actor->role));
    const struct field *field = record_field(f->task->record, path);
    return !field || hides_field(f, field);
}

static void redact_actors(struct arena *a, const struct finding *f, struct finding *out)
{
    out->actors = arena_array(a, f->actor_count, struct actor);
    for (size_t i = 0; i < f->actor_count; i++) {
        out->actors[i] = f->actors[i];
        if (hides_actor(a, f, &f->actors[i]))
            out->actors[i].name = redaction_mark;
    }
}

/* --- why --- */

static void redact_reasons(struct arena *a, const struct finding *f, struct finding *out)
{
    if (!is_own_sentence(a, f, f->because))
        out->because = redaction_mark;
    out->steps = arena_array(a, f->step_count, struct step);
    for (size_t i = 0; i < f->step_count; i++) {
        out->steps[i] = f->steps[i];
        if (f->steps[i].values.len && hides_condition(f, f->steps[i].condition))
            out->steps[i].values = redaction_mark;
    }
}

/* --- registers --- */

/* "register.csv:4", without the register's own number, which may be a person's. */
static struct text place_only(struct text source)
{
    for (size_t i = 0; i + 1 < source.len; i++)
        if (source.at[i] == ' ' && source.at[i + 1] == ' ')
            return text_slice(source, 0, i);
    return source;
}

static void redact_holdings(struct arena *a, const struct finding *f, struct finding *out)
{
    out->holdings = arena_array(a, f->holding_count, struct holding_told);
    for (size_t i = 0; i < f->holding_count; i++) {
        struct holding_told *h = &out->holdings[i];
        *h = f->holdings[i];
        h->source = place_only(h->source);
        if (!h->owner_is_body)
            h->owner = redaction_mark;
        if (!h->owned_is_body)
            h->owned = redaction_mark;
    }
}

/* An entry that is alike tells the name of whom it is alike to; through whom, and why it is listed,
 * are free text. */
static void redact_listings(struct arena *a, const struct finding *f, struct finding *out)
{
    out->listings = arena_array(a, f->listing_shown, struct listing);
    for (size_t i = 0; i < f->listing_shown; i++) {
        struct listing *l = &out->listings[i];
        *l = f->listings[i];
        struct actor alike = {.role = l->role};
        if (l->reason.len)
            l->reason = redaction_mark;
        l->through = TEXT("");
        if (!is_body(f, l->role) || hides_actor(a, f, &alike)) {
            l->name = l->how = redaction_mark;
            l->alias = l->alias.len ? redaction_mark : l->alias;
            l->ref = TEXT("");
        }
    }
}

/* --- the whole --- */

static void digest_record(struct digest *d, const struct record_at *r)
{
    char line[24];
    if (r->ref.len) {
        digest_add(d, r->ref);
        return;
    }
    snprintf(line, sizeof line, "%" PRIu64, r->line);
    digest_add(d, r->file);
    digest_add(d, text_of(line));
}

static void refingerprint(struct arena *a, struct finding *f)
{
    struct digest d;
    char hex[DIGEST_TEXT_SIZE];
    digest_init(&d);
    digest_add(&d, TEXT("published"));
    digest_add(&d, f->task->rule->id);
    digest_add(&d, text_of(outcome_name(f->outcome)));
    for (size_t i = 0; i < f->record_count; i++)
        digest_record(&d, &f->records[i]);
    for (size_t i = 0; i < f->fact_count; i++) {
        digest_add(&d, f->facts[i].name);
        digest_add(&d, value_print(a, &f->facts[i].value));
    }
    for (size_t i = 0; i < f->missing_count; i++)
        digest_add(&d, f->missing[i]);
    memcpy(f->fingerprint, digest_end(&d, 16, hex), sizeof f->fingerprint);
}

struct finding finding_redacted(struct arena *a, const struct finding *f)
{
    struct finding out = *f;
    redact_facts(a, f, &out);
    redact_actors(a, f, &out);
    redact_reasons(a, f, &out);
    redact_holdings(a, f, &out);
    redact_listings(a, f, &out);
    refingerprint(a, &out);
    return out;
}

/* --- messages --- */

/* What a message quotes stands between quotes; from the first to the last of them nothing stays. */
static struct text without_quotes(struct arena *a, struct text t)
{
    size_t first = text_find(t, '"'), last = t.len;
    if (first == t.len)
        return t;
    while (t.at[last - 1] != '"')
        last--;
    return arena_format(a, "%.*s%.*s%.*s", TEXT_ARG(text_slice(t, 0, first)),
                        TEXT_ARG(redaction_mark), TEXT_ARG(text_slice(t, last, t.len)));
}

void diags_redacted(struct diags *out, const struct diags *d)
{
    diags_init(out);
    diags_take(out, d);
    for (size_t i = 0; i < out->count; i++) {
        out->items[i].message = without_quotes(&out->arena, out->items[i].message);
        out->items[i].hint = without_quotes(&out->arena, out->items[i].hint);
        out->items[i].excerpt = TEXT("");
    }
}
