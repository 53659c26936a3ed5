/* SPDX-License-Identifier: Apache-2.0
 *
 * Letters: the finding is looked for, the template held against it, and only what can be sent is
 * written.
 */
#include <config.h>

#include <stdlib.h>

#include "report/letter.h"
#include "session.h"

struct writing {
    struct scr_session *session;
    const struct scr_letter *asked;
    bool html, include_low, written;
    char *bytes; /* the letter */
    size_t len, blanks;
};

#define WRONG(w, code, hint, ...) \
    diag_error(&(w)->session->diags, (struct span){0}, code, hint, __VA_ARGS__)

/* --- the template --- */

/* "return-notice, request-information" */
static struct text names_of(struct arena *a, const struct lawbase *law,
                            const struct jurisdiction *j, const struct finding *fit_for)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < law->letter_count; i++) {
        const struct letter *l = law->letters[i];
        if (l->jurisdiction != j)
            continue;
        if (fit_for && (!letter_fits_outcome(l, text_of(outcome_name(fit_for->outcome))) ||
                        !letter_fits_action(l, &fit_for->task->rule->consequence)))
            continue;
        out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), out.len ? ", " : "", TEXT_ARG(l->id));
    }
    return out;
}

static const struct letter *find_template(struct writing *w, const struct finding *f)
{
    const struct jurisdiction *j = f->task->rule->jurisdiction;
    const struct lawbase *law = &w->session->law;
    const struct letter *l = letter_find(law, j, text_of(w->asked->name));
    struct arena *a = &w->session->diags.arena;
    if (l)
        return l;
    struct text names = names_of(a, law, j, NULL);
    WRONG(w, "letter-unknown",
          names.len ? arena_format(a, "it has %.*s", TEXT_ARG(names))
                    : TEXT("write one: lawbase/README.md shows how"),
          "the law base has no letter \"%s\" for \"%.*s\", whose rule %.*s is", w->asked->name,
          TEXT_ARG(j->id), TEXT_ARG(f->task->rule->id));
    return NULL;
}

/* Which ones are fit for the finding. */
static struct text hint_of_others(struct writing *w, const struct finding *f)
{
    struct arena *a = &w->session->diags.arena;
    struct text names = names_of(a, &w->session->law, f->task->rule->jurisdiction, f);
    return names.len ? arena_format(a, "fit is: %.*s", TEXT_ARG(names))
                     : TEXT("no other letter of this jurisdiction is, either");
}

static bool is_fit(struct writing *w, const struct letter *l, const struct finding *f)
{
    const struct consequence *c = &f->task->rule->consequence;
    if (!letter_fits_outcome(l, text_of(outcome_name(f->outcome))))
        return WRONG(w, "letter-unfit", hint_of_others(w, f),
                     "the letter \"%.*s\" is not for findings that are %s: finding %s",
                     TEXT_ARG(l->id), outcome_name(f->outcome), f->fingerprint);
    if (!letter_fits_action(l, c))
        return WRONG(w, "letter-unfit", hint_of_others(w, f),
                     "the letter \"%.*s\" is not for what must follow from finding %s: %.*s",
                     TEXT_ARG(l->id), f->fingerprint,
                     TEXT_ARG(c->given ? c->action : TEXT("the law base names nothing")));
    return true;
}

static const struct letter_text *find_text(struct writing *w, const struct letter *l)
{
    const char *asked = w->session->options.language;
    struct text language = asked                             ? text_of(asked)
                           : l->jurisdiction->language_count ? l->jurisdiction->languages[0]
                                                             : TEXT("en");
    const struct letter_text *t = letter_text_find(l, language);
    if (!t)
        WRONG(w, "letter-language",
              arena_format(&w->session->diags.arena, "write it to %.*s/letters/%.*s.%.*s.txt",
                           TEXT_ARG(l->jurisdiction->id), TEXT_ARG(l->id), TEXT_ARG(language)),
              "the letter \"%.*s\" has no text in \"%.*s\"", TEXT_ARG(l->id), TEXT_ARG(language));
    return t;
}

/* --- what it rests on --- */

static bool is_sure_enough(struct writing *w, const struct finding *f)
{
    struct diags *d = &w->session->diags;
    if (f->confidence == CONFIDENCE_LOW && !w->include_low)
        return WRONG(w, "letter-low",
                     TEXT("hold it against the act itself; --include-low then writes the letter"),
                     "finding %s rests on law of low confidence", f->fingerprint);
    if (f->confidence != CONFIDENCE_HIGH)
        diag_warning(d, (struct span){0}, "letter-confidence",
                     TEXT("hold it against the act itself before it is sent"),
                     "the letter rests on law of %s confidence", confidence_name(f->confidence));
    return true;
}

/* --- the letter --- */

static void print(struct writing *w, const struct letter_order *order)
{
    struct arena a = ARENA("letter");
    free(w->bytes);
    w->bytes = NULL;
    FILE *out = heap_stream(&w->bytes, &w->len);
    w->blanks = letter_print(&a, order, w->html, out);
    fclose(out);
    arena_free(&a);
    w->written = true;
}

static void take_finding(void *owner, const struct finding *f)
{
    struct writing *w = owner;
    const struct letter *l = find_template(w, f);
    const struct letter_text *t = l && is_fit(w, l, f) ? find_text(w, l) : NULL;
    struct letter_order order = {l, t, f, text_of(w->session->options.dated)};
    if (t && is_sure_enough(w, f) && letter_text_check(t, &w->session->diags))
        print(w, &order);
}

bool scr_letter(struct scr_session *s, const struct scr_letter *asked, const char *const *files,
                size_t file_count, FILE *out)
{
    struct writing w = {.session = s,
                        .asked = asked,
                        .html = strcmp(asked->format, "html") == 0,
                        .include_low = s->options.include_low};
    day on;
    if (s->options.dated && !session_day(s, s->options.dated, &on))
        return false;
    bool ok = session_find_finding(s, asked->fingerprint, files, file_count, take_finding, &w) &&
              w.written;
    if (ok)
        fwrite(w.bytes, 1, w.len, out);
    if (ok && w.blanks)
        diag_note(&s->diags, (struct span){0},
                  "%zu places of the letter are left for you to fill in", w.blanks);
    free(w.bytes);
    return ok;
}

static struct text join(struct arena *a, const struct text *names, size_t count)
{
    struct text out = TEXT("");
    for (size_t i = 0; i < count; i++)
        out = arena_format(a, "%.*s%s%.*s", TEXT_ARG(out), i ? ", " : "", TEXT_ARG(names[i]));
    return out;
}

bool scr_letter_list(struct scr_session *s, FILE *out)
{
    struct arena a = ARENA("letters");
    for (size_t i = 0; s->loaded && i < s->law.letter_count; i++) {
        const struct letter *l = s->law.letters[i];
        struct text fit = join(&a, l->outcomes, l->outcome_count), languages = TEXT("");
        if (l->action_count)
            fit = arena_format(&a, "%.*s with %.*s", TEXT_ARG(fit),
                               TEXT_ARG(join(&a, l->actions, l->action_count)));
        for (size_t k = 0; k < l->text_count; k++)
            languages = arena_format(&a, "%.*s%s%.*s", TEXT_ARG(languages), k ? ", " : "",
                                     TEXT_ARG(l->texts[k].language));
        fprintf(out, "%-4.*s%-22.*s %.*s (%.*s)\n    for %.*s\n", TEXT_ARG(l->jurisdiction->id),
                TEXT_ARG(l->id), TEXT_ARG(words_in(&l->title, session_language(s))),
                TEXT_ARG(languages), TEXT_ARG(fit));
    }
    arena_free(&a);
    return s->loaded;
}
