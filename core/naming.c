/* SPDX-License-Identifier: Apache-2.0
 *
 * The public functions about names: how one is read, how two are alike, who is listed like it, and
 * how good the comparison is on pairs that somebody has labelled.
 */
#include <config.h>

#include <inttypes.h>

#include "session.h"

/* --- one or two names --- */

static enum profile_sort sort_named(const char *kind)
{
    return !kind ? PROFILE_ANY : strcmp(kind, "person") == 0 ? PROFILE_PERSON : PROFILE_BODY;
}

static bool sort_known(struct scr_session *s, const char *kind)
{
    return !kind || strcmp(kind, "person") == 0 || strcmp(kind, "body") == 0 ||
           diag_error(&s->diags, (struct span){0}, "usage", TEXT("person or body"),
                      "\"%s\" is no kind of name", kind);
}

static void print_notes(const struct word *w, FILE *out)
{
    if (w->kind == WORD_INITIAL)
        fputs("  initial", out);
    if (w->kind == WORD_NUMBER)
        fputs("  number", out);
    if (w->particle)
        fputs("  particle", out);
    else if (w->common)
        fputs("  in many names", out);
    if (w->patronymic)
        fputs("  father's name", out);
    if (w->given)
        fputs("  given name", out);
    if (w->groups[0])
        fputs("  has other forms", out);
}

static void print_forms(const struct name_tables *t, const struct spelled *n, FILE *out)
{
    if (!n->has_form)
        return;
    fputs("  legal form", out);
    for (size_t i = 1; i < t->form_sort_count; i++)
        if (n->forms >> i & 1)
            fprintf(out, ": %.*s", TEXT_ARG(t->form_sorts[i]));
    fputs(" (left out)\n", out);
}

static void print_words(const struct name_tables *t, const struct spelled *n, FILE *out)
{
    fprintf(out, "  %-20s%-20s%-14s%6s\n", "word", "sound", "consonants", "weight");
    for (size_t i = 0; i < n->count; i++) {
        const struct word *w = n->words[i];
        fputs("  ", out);
        text_show(out, w->text);
        fprintf(out, "%*s", (int)(w->text.len < 20 ? 20 - w->text.len : 1), "");
        text_show(out, w->close);
        fprintf(out, "%*s", (int)(w->close.len < 20 ? 20 - w->close.len : 1), "");
        text_show(out, w->loose);
        fprintf(out, "%*s%6u", (int)(w->loose.len < 14 ? 14 - w->loose.len : 1), "", w->weight);
        print_notes(w, out);
        fputc('\n', out);
    }
    print_forms(t, n, out);
}

static void print_thresholds(const struct name_tables *t, unsigned score, FILE *out)
{
    fputs("  alike", out);
    for (int i = NAME_EXACT; i <= NAME_BROAD; i++)
        fprintf(out, "%s %s (%u %%): %s", i ? "," : "", name_threshold_name((enum name_threshold)i),
                t->thresholds[i], score >= 10 * t->thresholds[i] ? "yes" : "no");
    fputc('\n', out);
}

bool scr_name(struct scr_session *s, const char *name, const char *other, const char *kind,
              FILE *out)
{
    const struct name_tables *t = s->loaded && sort_known(s, kind) ? session_names(s) : NULL;
    if (!t)
        return false;
    struct arena a = ARENA("names");
    struct lexicon *words = lexicon_new(t);
    struct spelled x, y;
    struct likeness l;
    struct evidences none = {0};
    name_spell(words, text_of(name), sort_named(kind), &x);
    print_words(t, &x, out);
    if (other) {
        name_spell(words, text_of(other), sort_named(kind), &y);
        fputc('\n', out);
        print_words(t, &y, out);
        names_compare(t, &x, &y, sort_named(kind), sort_named(kind), &l);
        struct text score = score_print(&a, l.score), how = likeness_print(&a, &x, &y, &l, &none);
        fprintf(out, "\n%.*s: ", TEXT_ARG(score));
        text_show(out, how);
        fputc('\n', out);
        print_thresholds(t, l.score, out);
    }
    lexicon_free(words);
    arena_free(&a);
    return true;
}

/* --- who is listed --- */

static bool threshold_named(struct scr_session *s, const char *word, unsigned *least)
{
    for (int i = NAME_EXACT; i <= NAME_BROAD; i++)
        if (strcmp(word, name_threshold_name((enum name_threshold)i)) == 0) {
            *least = 10 * s->names.thresholds[i];
            return true;
        }
    return diag_error(&s->diags, (struct span){0}, "usage", TEXT("exact, strict, usual or broad"),
                      "\"%s\" is no threshold", word);
}

static void print_hit(struct scr_session *s, struct name_search *search, const struct profile *who,
                      const struct name_hit *hit, FILE *out)
{
    const struct name_list *names = &s->registers->names;
    const struct listed *e = &names->items[name_list_entry(names, hit->entry)];
    const struct listed *met = &names->items[hit->entry];
    struct arena *a = &s->arena;
    struct text score = score_print(a, hit->score);
    struct text how = name_search_explain(search, who, hit->entry, a);
    fprintf(out, "%-8.*s", TEXT_ARG(score));
    text_show(out, e->who.name);
    if (e->who.countries.len)
        fprintf(out, " (%.*s)", TEXT_ARG(e->who.countries));
    if (met != e) {
        fputs(", also named ", out);
        text_show(out, met->who.name);
    }
    fputs("  ", out);
    text_show(out, e->list);
    fputs("  ", out);
    text_show(out, e->file);
    fprintf(out, ":%" PRIu64 "\n        ", e->line);
    text_show(out, how);
    fputc('\n', out);
}

bool scr_name_find(struct scr_session *s, const char *const *names, size_t count, const char *kind,
                   const char *alike, FILE *out)
{
    unsigned least = SCORE_WHOLE;
    if (!s->loaded || !sort_known(s, kind) || !session_read_registers(s))
        return false;
    if (!s->registers)
        return diag_error(&s->diags, (struct span){0}, "usage", TEXT("give one with -r FILE"),
                          "there is no register to look into");
    if (!threshold_named(s, alike, &least))
        return false;
    struct name_search *search = name_search_new(s->registers->index);
    for (size_t i = 0; i < count; i++) {
        struct profile who = {.name = text_of(names[i]), .sort = sort_named(kind)};
        struct name_hits hits = name_search_find(search, &who, TEXT(""), least);
        fprintf(out, "%s%s: %zu entries alike\n", i ? "\n" : "", names[i], hits.count);
        for (size_t k = 0; k < hits.count; k++)
            print_hit(s, search, &who, &hits.items[k], out);
    }
    name_search_free(search);
    return true;
}

/* --- pairs --- */

struct pairs {
    struct scr_session *session;
    struct lexicon *words;
    FILE *out;
    unsigned least;
    uint64_t found, wrong, missed, rightly_not, unlabelled;
    bool ok;
};

struct pair_fields {
    struct actor_fields listed;
    const struct field *also, *same;
};

static void judge_pair(struct pairs *p, const struct profile *who, struct text also, bool same)
{
    const struct name_tables *t = &p->session->names;
    struct arena a = ARENA("pair");
    struct spelled x, y;
    struct likeness l;
    struct evidences none = {0};
    name_spell(p->words, who->name, who->sort, &x);
    name_spell(p->words, also, who->sort, &y);
    names_compare(t, &x, &y, who->sort, who->sort, &l);
    bool alike = l.score >= p->least;
    ++*(alike ? same ? &p->found : &p->wrong : same ? &p->missed : &p->rightly_not);
    if (alike != same) {
        struct text score = score_print(&a, l.score), how = likeness_print(&a, &x, &y, &l, &none);
        fprintf(p->out, "%-7s%-8.*s", alike ? "wrong" : "missed", TEXT_ARG(score));
        text_show(p->out, who->name);
        fputs(" | ", p->out);
        text_show(p->out, also);
        fputs("\n               ", p->out);
        text_show(p->out, how);
        fputc('\n', p->out);
    }
    arena_free(&a);
}

static void judge_pairs(struct pairs *p, const struct pair_fields *f, const struct batch *b)
{
    struct arena a = ARENA("pairs");
    for (size_t row = 0; row < b->count; row++) {
        struct profile who;
        struct value also = batch_value(b, row, f->also->index);
        struct value same = batch_value(b, row, f->same->index);
        bool named = profile_of(p->session->vocabulary, &f->listed, b, row, &a, &who);
        if (b->unreadable[row])
            continue;
        if (named && also.knowledge == VALUE_KNOWN && same.knowledge == VALUE_KNOWN)
            judge_pair(p, &who, also.text, same.number != 0);
        else
            p->unlabelled++;
        arena_reset(&a);
    }
    arena_free(&a);
}

static bool take_pairs(void *owner, struct input *in)
{
    struct pairs *p = owner;
    struct batch *b;
    while ((b = input_next(in)) != NULL) {
        const struct record_type *t = b->record;
        struct pair_fields f = {
            actor_fields_of(p->session->vocabulary, t, record_role(t, "listed")),
            record_field(t, record_role(t, "also")), record_field(t, record_role(t, "same"))};
        if (!f.also || !f.same || f.also->type != TYPE_TEXT || f.same->type != TYPE_BOOL) {
            p->ok = diag_at(&p->session->diags, DIAG_ERROR, (struct place){.file = input_name(in)},
                            "names-no-pairs", TEXT("`scrutineer format show any.name-pairs`"),
                            TEXT(""), "holds no pairs of names");
            return false;
        }
        judge_pairs(p, &f, b);
    }
    return true;
}

static void print_share(FILE *out, const char *what, uint64_t part, uint64_t whole)
{
    uint64_t permille = whole ? part * 1000 / whole : 0;
    fprintf(out, "%s %" PRIu64 ".%" PRIu64 " %% (%" PRIu64 " of %" PRIu64 ")", what, permille / 10,
            permille % 10, part, whole);
}

bool scr_name_pairs(struct scr_session *s, const char *const *files, size_t count,
                    const char *alike, FILE *out)
{
    struct input_options in = INPUT_OPTIONS(&s->formats);
    struct pairs p = {.session = s, .out = out, .ok = true};
    if (!s->loaded || !session_names(s) || !threshold_named(s, alike, &p.least))
        return false;
    p.words = lexicon_new(&s->names);
    for (size_t i = 0; i < count; i++)
        p.ok &= session_read_file(s, &in, files[i], take_pairs, &p);
    lexicon_free(p.words);
    uint64_t twice = 2 * p.found;
    fprintf(out, "%" PRIu64 " pairs, from %s on: ", p.found + p.wrong + p.missed + p.rightly_not,
            alike);
    print_share(out, "precision", p.found, p.found + p.wrong);
    print_share(out, ", recall", p.found, p.found + p.missed);
    print_share(out, ", F1", twice, twice + p.wrong + p.missed);
    fputc('\n', out);
    if (p.unlabelled)
        fprintf(out, "%" PRIu64 " rows without two names and a label\n", p.unlabelled);
    return p.ok;
}
