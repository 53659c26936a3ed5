/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/letter.h"

#include <inttypes.h>

#include "report/markup.h"
#include "report/prose.h"

struct filling {
    struct arena *arena;
    const struct letter_order *order;
    const struct finding *finding;
    struct text language;
    const struct wording *wording;
    struct letter_sheet *sheet;
    struct text *above; /* the line before, which is not written yet; empty: none */
};

static struct text say(const struct filling *w, const char *words)
{
    return wording_of(w->wording, text_of(words));
}

/* --- words --- */

static struct text blank(const struct filling *w, const char *what)
{
    return arena_format(w->arena, LETTER_OPEN "%.*s" LETTER_CLOSE, TEXT_ARG(say(w, what)));
}

static struct text known_or_blank(const struct filling *w, struct text t, const char *what)
{
    return t.len ? text_clean(w->arena, t) : blank(w, what);
}

static struct text day_or_blank(const struct filling *w, bool known, day on, const char *what)
{
    char text[DAY_TEXT_SIZE];
    return known ? arena_copy(w->arena, text_of(day_print(on, text))) : blank(w, what);
}

/* Of several of them nobody can say here to whom it goes. */
static struct text addressee(const struct filling *w)
{
    const struct letter *l = w->order->letter;
    const struct finding *f = w->finding;
    for (size_t i = 0; i < l->to_count; i++) {
        size_t of_role = 0, last = 0;
        for (size_t k = 0; k < f->actor_count; k++)
            if (text_equal(f->actors[k].role, l->to[i])) {
                of_role++;
                last = k;
            }
        if (of_role)
            return of_role == 1 ? f->actors[last].name : TEXT("");
    }
    return TEXT("");
}

static struct text amount(const struct filling *w)
{
    const struct finding *f = w->finding;
    return f->amount_known ? value_print(w->arena, &f->amount) : TEXT("");
}

static struct text word_of(const struct filling *w, enum letter_word word)
{
    const struct finding *f = w->finding;
    const struct rule *rule = f->task->rule;
    switch (word) {
    case LETTER_TITLE:
        return words_in(&w->order->letter->title, w->language);
    case LETTER_DATE:
        return known_or_blank(w, w->order->dated, N_("day of the letter"));
    case LETTER_REFERENCE:
        return arena_copy(w->arena, text_of(f->fingerprint));
    case LETTER_ADDRESSEE:
        return known_or_blank(w, addressee(w), N_("name of the addressee"));
    case LETTER_AUTHORITY:
        return known_or_blank(w, authority_print(f, w->language), N_("name of the authority"));
    case LETTER_JURISDICTION:
        return words_in(&rule->jurisdiction->name, w->language);
    case LETTER_MATTER:
        return words_in(&rule->title, w->language);
    case LETTER_AMOUNT:
        return known_or_blank(w, amount(w), N_("amount"));
    case LETTER_DAY:
        return day_or_blank(w, f->on_known, f->on, N_("day of the matter"));
    case LETTER_CONSEQUENCE:
        return known_or_blank(w, consequence_print(w->arena, f, w->language),
                              N_("what must follow"));
    case LETTER_DUE:
        return day_or_blank(w, f->due_known, f->due, N_("last day"));
    default:
        return TEXT(""); /* lists */
    }
}

/* --- lists --- */

static void write_above(const struct filling *w)
{
    if (w->above->len)
        letter_sheet_line(w->sheet, *w->above);
    *w->above = TEXT("");
}

static void item(const struct filling *w, struct text t)
{
    write_above(w);
    letter_sheet_item(w->sheet, text_clean(w->arena, t));
}

static void list_actors(const struct filling *w)
{
    for (size_t i = 0; i < w->finding->actor_count; i++) {
        const struct actor *a = &w->finding->actors[i];
        item(w, arena_format(w->arena, "%.*s: %.*s", TEXT_ARG(wording_of(w->wording, a->role)),
                             TEXT_ARG(a->name)));
    }
}

/* Without the folders: where it lies on our machine is nobody else's business. */
static struct text file_name(struct text path)
{
    for (size_t slash; (slash = text_find(path, '/')) < path.len;)
        path = text_slice(path, slash + 1, path.len);
    return path;
}

static void list_records(const struct filling *w)
{
    const struct finding *f = w->finding;
    for (size_t i = 0; i < f->record_count; i++) {
        const struct record_at *r = &f->records[i];
        struct text file = file_name(r->file), t = file;
        if (r->line)
            t = arena_format(w->arena, "%.*s, %.*s %" PRIu64, TEXT_ARG(file),
                             TEXT_ARG(say(w, N_("line"))), r->line);
        if (r->ref.len)
            t = arena_format(w->arena, "%.*s (%.*s)", TEXT_ARG(r->ref), TEXT_ARG(t));
        item(w, t);
    }
    if (f->count > f->record_count)
        item(w, arena_format(w->arena, "%.*s: %" PRIu64, TEXT_ARG(say(w, N_("further records"))),
                             f->count - f->record_count));
}

/* The keys by which records were put together are the program's, not the filing's. */
static bool is_key(struct text name)
{
    return text_find(name, '(') < name.len;
}

static void list_facts(const struct filling *w)
{
    const struct finding *f = w->finding;
    for (size_t i = 0; i < f->fact_count; i++) {
        if (is_key(f->facts[i].name))
            continue;
        item(w, arena_format(w->arena, "%.*s: %.*s",
                             TEXT_ARG(wording_of_fact(w->arena, w->wording, f->facts[i].name)),
                             TEXT_ARG(wording_of_value(w->arena, w->wording, &f->facts[i].value))));
    }
}

static void list_missing(const struct filling *w)
{
    for (size_t i = 0; i < w->finding->missing_count; i++)
        item(w, wording_of_fact(w->arena, w->wording, w->finding->missing[i]));
}

/* As step_print(): the condition is the program's own language, whether it held is told in words.
 */
static struct text step_words(const struct filling *w, const struct step *s)
{
    static const struct text truths[] = {TEXT_INIT("no"), TEXT_INIT("unknown"), TEXT_INIT("yes")};
    return arena_format(w->arena, "%.*s: %.*s (%.*s)", TEXT_ARG(s->condition),
                        TEXT_ARG(wording_of(w->wording, truths[s->truth])), TEXT_ARG(s->values));
}

static void list_reasons(const struct filling *w)
{
    if (w->finding->because.len)
        item(w, wording_of(w->wording, w->finding->because));
    for (size_t i = 0; i < w->finding->step_count; i++)
        item(w, step_words(w, &w->finding->steps[i]));
}

/* What the law said on the day, in the law base's own words: they are no quotation. */
static void list_articles(const struct filling *w)
{
    const struct finding *f = w->finding;
    char on[DAY_TEXT_SIZE];
    for (size_t i = 0; i < f->task->provision_count; i++) {
        const struct provision *p = f->task->provisions[i];
        const struct provision_version *v = f->on_known ? provision_at(p, f->on) : NULL;
        struct text t = citation_print(w->arena, p, w->language);
        if (v)
            t = arena_format(w->arena, "%.*s. %.*s %s: %.*s", TEXT_ARG(t),
                             TEXT_ARG(say(w, N_("In substance, as in force on"))),
                             day_print(f->on, on), TEXT_ARG(words_in(&v->summary, w->language)));
        item(w, t);
    }
}

static void list_limits(const struct filling *w)
{
    for (size_t i = 0; i < w->finding->law_count; i++) {
        const struct law_used *l = &w->finding->law[i];
        item(w, arena_format(w->arena, "%.*s: %.*s",
                             TEXT_ARG(words_in(&l->parameter->title, w->language)),
                             TEXT_ARG(wording_of_value(w->arena, w->wording, &l->version->value))));
    }
}

static void list_sanctions(const struct filling *w)
{
    const struct task *t = w->finding->task;
    for (size_t i = 0; i < t->rule->sanction_count; i++) {
        const struct provision *p = provision_find(t->law, t->rule->sanctions[i]);
        if (p)
            item(w, citation_print(w->arena, p, w->language));
    }
}

static void list_doubts(const struct filling *w)
{
    const struct finding *f = w->finding;
    if (f->task->rule->doubt.len)
        item(w, f->task->rule->doubt);
    for (size_t i = 0; f->on_known && i < f->task->provision_count; i++) {
        const struct provision_version *v = provision_at(f->task->provisions[i], f->on);
        if (v && v->doubt.len)
            item(w, v->doubt);
    }
    for (size_t i = 0; i < f->law_count; i++)
        if (f->law[i].version->doubt.len)
            item(w, f->law[i].version->doubt);
}

static void (*const lists[LETTER_WORDS])(const struct filling *) = {
    [LETTER_ACTORS] = list_actors,   [LETTER_RECORDS] = list_records,
    [LETTER_FACTS] = list_facts,     [LETTER_MISSING] = list_missing,
    [LETTER_REASONS] = list_reasons, [LETTER_ARTICLES] = list_articles,
    [LETTER_LIMITS] = list_limits,   [LETTER_SANCTIONS] = list_sanctions,
    [LETTER_DOUBTS] = list_doubts,
};

/* --- the whole --- */

/* A heading or a list that has the line for itself. */
static bool print_alone(const struct filling *w, struct text line)
{
    struct text rest = text_trim(line);
    struct letter_piece p;
    if (!letter_piece_next(&rest, &p) || p.kind != LETTER_FILLED || !letter_words[p.word].alone)
        return false;
    if (p.word == LETTER_TITLE) {
        write_above(w);
        letter_sheet_heading(w->sheet, word_of(w, p.word));
        return true;
    }
    lists[p.word](w);
    *w->above = TEXT(""); /* still there: the list is empty */
    return true;
}

static void print_line(const struct filling *w, struct text line)
{
    struct growing g = {.arena = w->arena};
    struct letter_piece p;
    if (print_alone(w, line))
        return;
    while (letter_piece_next(&line, &p)) {
        if (p.kind == LETTER_FILLED) {
            growing_add(&g, word_of(w, p.word));
        } else if (p.kind == LETTER_BLANK) {
            growing_add(&g, TEXT(LETTER_OPEN));
            growing_add(&g, p.text);
            growing_add(&g, TEXT(LETTER_CLOSE));
        } else {
            growing_add(&g, p.text);
        }
    }
    write_above(w);
    *w->above = growing_text(&g);
    if (!w->above->len)
        letter_sheet_line(w->sheet, TEXT(""));
}

size_t letter_print(struct arena *a, const struct letter_order *o, bool html, FILE *out)
{
    struct text language = o->text->language;
    const struct source *template = o->text->source;
    struct letter_sheet sheet = {.out = out, .html = html, .wording = wording_find(language)};
    struct text above = TEXT("");
    struct filling w = {a, o, o->finding, language, sheet.wording, &sheet, &above};
    bool begun = false;
    letter_sheet_begin(&sheet, language, words_in(&o->letter->title, language));
    for (size_t i = 1; i <= template->line_count; i++) {
        struct text line = source_line(template, i);
        bool last = i == template->line_count && !line.len; /* behind the last line end */
        if (letter_line_is_remark(line) || last || (!begun && !text_trim(line).len))
            continue;
        begun = true;
        print_line(&w, line);
    }
    write_above(&w);
    letter_sheet_end(&sheet);
    return sheet.blanks;
}
