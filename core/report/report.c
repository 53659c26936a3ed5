/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/report.h"

#include <inttypes.h>

#include "base/digest.h"
#include "base/storing.h"
#include "report/wording.h"

static const struct report_format *const formats[] = {
    &report_text_format, &report_json_format, &report_ndjson_format, &report_html_format,
    &report_csv_format,  &report_xlsx_format, &report_sarif_format,  &report_junit_format,
    &report_ftm_format,  &report_stix_format,
};

const struct report_format *report_format_at(size_t i)
{
    return i < sizeof formats / sizeof *formats ? formats[i] : NULL;
}

const struct report_format *report_format_find(const char *name)
{
    const struct report_format *f;
    for (size_t i = 0; (f = report_format_at(i)) != NULL; i++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

bool findings_begin(struct report *r)
{
    r->findings = put_aside_stream();
    return r->findings != NULL;
}

void findings_end(struct report *r)
{
    char buffer[1 << 16];
    r->failed |= fflush(r->findings) != 0 || ferror(r->findings);
    rewind(r->findings);
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, r->findings)) > 0;)
        fwrite(buffer, 1, n, r->out);
    r->failed |= ferror(r->findings) != 0;
    fclose(r->findings);
    r->findings = NULL;
}

void finding_key(struct report *r, const struct finding *f, char key[FINGERPRINT_LEN + 1])
{
    struct digest d;
    char hex[DIGEST_TEXT_SIZE], time[24];
    uint64_t times = fingerprints_add(&r->told, f->fingerprint);
    memcpy(key, f->fingerprint, FINGERPRINT_LEN + 1);
    if (times == 1)
        return;
    snprintf(time, sizeof time, "%" PRIu64, times);
    digest_init(&d);
    digest_add(&d, text_of(f->fingerprint));
    digest_add(&d, text_of(time));
    memcpy(key, digest_end(&d, 16, hex), FINGERPRINT_LEN + 1);
}

void report_drop(struct report *r, const struct report_format *f)
{
    if (f->free)
        f->free(r);
    if (r->findings)
        fclose(r->findings);
    book_drop(r);
    fingerprints_free(&r->told);
    arena_free(&r->arena);
}

struct text citation_print(struct arena *a, const struct provision *p, struct text language)
{
    static const struct text article = TEXT_INIT("Article ");
    struct text act = words_in(&p->instrument->title, language), place = p->citation;
    const struct wording *w = wording_find(language);
    if (w && text_starts(place, article))
        place = arena_format(a, "%.*s %.*s", TEXT_ARG(wording_of(w, TEXT(N_("Article")))),
                             TEXT_ARG(text_slice(place, article.len, place.len)));
    return arena_format(a, "%.*s, %.*s (%.*s)", TEXT_ARG(place), TEXT_ARG(act),
                        TEXT_ARG(p->instrument->citation));
}

struct text threat_print(struct arena *a, const struct rule *r, struct text language)
{
    if (!r->threat)
        return TEXT("");
    return arena_format(a, "guards against: %.*s (impact %s, priority %s)",
                        TEXT_ARG(words_in(&r->threat->title, language)),
                        level_name(r->threat->impact), level_name(r->threat->priority));
}

struct text authority_print(const struct finding *f, struct text language)
{
    const struct jurisdiction *j = f->task->rule->jurisdiction;
    for (size_t i = 0; i < j->authority_count; i++)
        if (text_equal(j->authority_ids[i], f->task->rule->consequence.authority))
            return words_in(&j->authorities[i], language);
    return TEXT("");
}

/* Codes like "state-budget" as words. */
static struct text spaced(struct arena *a, struct text code)
{
    struct text copy = arena_copy(a, code);
    char *at = (char *)(uintptr_t)copy.at;
    for (size_t i = 0; i < copy.len; i++)
        if (at[i] == '-')
            at[i] = ' ';
    return copy;
}

struct text consequence_print(struct arena *a, const struct finding *f, struct text language)
{
    const struct consequence *c = &f->task->rule->consequence;
    char due[DAY_TEXT_SIZE];
    const struct wording *w = wording_find(language);
    if (!c->given)
        return TEXT("");
    struct text out = wording_of(w, spaced(a, c->action));
    if (c->otherwise.len)
        out = arena_format(a, "%.*s, %.*s %.*s", TEXT_ARG(out),
                           TEXT_ARG(wording_of(w, TEXT(N_("or")))),
                           TEXT_ARG(wording_of(w, spaced(a, c->otherwise))));
    if (c->to.len)
        out = arena_format(a, "%.*s%.*s %.*s", TEXT_ARG(out),
                           TEXT_ARG(wording_of(w, TEXT(N_(" to the")))),
                           TEXT_ARG(wording_of(w, spaced(a, c->to))));
    if (f->due_known)
        out = arena_format(a, "%.*s, %.*s %s", TEXT_ARG(out),
                           TEXT_ARG(wording_of(w, TEXT(N_("by")))), day_print(f->due, due));
    struct text authority = authority_print(f, language);
    if (authority.len)
        out = arena_format(a, "%.*s (%.*s)", TEXT_ARG(out), TEXT_ARG(authority));
    return out;
}

struct text listing_print(struct arena *a, const struct listing *l)
{
    char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE];
    struct text out = arena_copy(a, l->name);
    if (l->countries.len)
        out = arena_format(a, "%.*s (%.*s)", TEXT_ARG(out), TEXT_ARG(l->countries));
    if (l->alias.len)
        out = arena_format(a, "%.*s, also named %.*s", TEXT_ARG(out), TEXT_ARG(l->alias));
    out = arena_format(a, "%.*s, %.*s%s%.*s", TEXT_ARG(out), TEXT_ARG(l->list),
                       l->ref.len ? " " : "", TEXT_ARG(l->ref));
    if (l->from_known)
        out = arena_format(a, "%.*s, from %s", TEXT_ARG(out), day_print(l->from, from));
    if (l->to_known)
        out = arena_format(a, "%.*s to %s", TEXT_ARG(out), day_print(l->to, to));
    if (l->through.len)
        out = arena_format(a, "%.*s, through %.*s", TEXT_ARG(out), TEXT_ARG(l->through));
    return out;
}
