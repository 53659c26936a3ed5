/* SPDX-License-Identifier: Apache-2.0
 *
 * The public function that sweeps a limit over values: as many laws as values, one plan of them,
 * one pass over the filings.
 */
#include <config.h>

#include "law/vary.h"
#include "report/law_text.h"
#include "report/sweep.h"
#include "session.h"

enum { MOST_LIMITS = 4 };

/* A limit and the values that it takes. */
struct range {
    const struct parameter *parameter;
    struct value *values;
    size_t count;
};
struct sweeping {
    struct scr_session *session;
    struct range ranges[MOST_LIMITS];
    size_t range_count;
    struct lawbase *laws; /* one a combination of values */
    const struct lawbase **law_list;
    size_t law_count;
    struct plan plan;
    struct sweep sweep;
    const char *format;
    FILE *out;
};

/* "am.max_foreign_share=5%..50%/5%" */
static bool read_range(struct sweeping *w, const char *word)
{
    struct scr_session *s = w->session;
    struct text t = text_of(word);
    size_t equals = text_find(t, '=');
    struct range *r = &w->ranges[w->range_count];
    if (w->range_count == MOST_LIMITS)
        return diag_error(&s->diags, (struct span){0}, "sweep-value", TEXT("sweep them in turn"),
                          "more than %d limits at once", MOST_LIMITS);
    r->parameter = parameter_find(&s->law, text_slice(t, 0, equals));
    if (!r->parameter)
        return law_unknown(&s->law, &s->diags, text_slice(t, 0, equals));
    w->range_count++;
    return limit_values_read(&s->arena, &s->diags, r->parameter, text_slice(t, equals + 1, t.len),
                             &r->values, &r->count);
}

static bool count_laws(struct sweeping *w)
{
    w->law_count = 1;
    for (size_t i = 0; i < w->range_count; i++)
        w->law_count *= w->ranges[i].count;
    return w->law_count <= MOST_VARIANTS ||
           diag_error(&w->session->diags, (struct span){0}, "sweep-value",
                      TEXT("take larger steps, or one limit after the other"),
                      "%zu combinations of values are more than %d", w->law_count, MOST_VARIANTS);
}

/* The last limit varies fastest. */
static bool make_law(struct sweeping *w, size_t which)
{
    struct arena *a = &w->sweep.arena;
    struct limit_value values[MOST_LIMITS];
    struct sweep_point *p = &w->sweep.points[which];
    size_t left = which;
    p->values = arena_array(a, w->range_count, struct text);
    for (size_t i = w->range_count; i-- > 0; left /= w->ranges[i].count) {
        const struct range *r = &w->ranges[i];
        values[i] = (struct limit_value){r->parameter, r->values[left % r->count]};
        p->values[i] = value_print(a, &values[i].value);
    }
    w->law_list[which] = &w->laws[which];
    return lawbase_vary(&w->laws[which], &w->session->diags, &w->session->law, values,
                        w->range_count);
}

static bool make_laws(struct sweeping *w)
{
    struct sweep *s = &w->sweep;
    struct arena *a = &s->arena;
    bool ok = true;
    w->laws = arena_array(a, w->law_count, struct lawbase);
    w->law_list = arena_array(a, w->law_count, const struct lawbase *);
    s->points = arena_array(a, w->law_count, struct sweep_point);
    s->point_count = w->law_count;
    s->limit_count = w->range_count;
    s->limits = arena_array(a, w->range_count, struct text);
    s->titles = arena_array(a, w->range_count, struct text);
    for (size_t i = 0; i < w->range_count; i++) {
        s->limits[i] = w->ranges[i].parameter->id;
        s->titles[i] = words_in(&w->ranges[i].parameter->title, s->language);
    }
    for (size_t i = 0; i < w->law_count; i++)
        ok &= make_law(w, i);
    return ok;
}

static void take_finding(void *owner, const struct finding *f)
{
    struct sweeping *w = owner;
    sweep_take(&w->sweep, f);
}

static void end_sweep(void *owner, const struct report_end *end)
{
    struct sweeping *w = owner;
    sweep_end(&w->sweep, end);
    if (strcmp(w->format, "csv") == 0)
        sweep_print_csv(&w->sweep, w->out);
    else if (strcmp(w->format, "json") == 0)
        sweep_print_json(&w->sweep, end, w->out);
    else if (strcmp(w->format, "svg") == 0)
        sweep_draw(&w->sweep, w->out);
    else
        sweep_print_text(&w->sweep, end, w->out);
}

static bool run_sweep(struct sweeping *w, const char *const *files, size_t file_count)
{
    struct scr_session *s = w->session;
    struct plan_terms terms = {w->law_list, w->law_count, s->vocabulary, s->host,
                               s->options.plugins};
    struct check_taker taker = {take_finding, end_sweep, w};
    bool ok = plan_make_variants(&w->plan, &s->diags, &terms);
    w->plan.registers = s->registers;
    ok = session_check(s, &w->plan, &taker, files, file_count) && ok;
    plan_free(&w->plan);
    return ok;
}

bool scr_bill_sweep(struct scr_session *s, const char *const *limits, size_t limit_count,
                    const char *const *files, size_t file_count, const char *format, FILE *out)
{
    struct sweeping w = {.session = s, .format = format, .out = out};
    bool ok = s->loaded && session_read_registers(s);
    for (size_t i = 0; i < limit_count && ok; i++)
        ok = read_range(&w, limits[i]);
    if (!ok || !count_laws(&w))
        return false;
    w.sweep = (struct sweep){
        .arena = ARENA("sweep"), .version = PACKAGE_VERSION, .language = session_language(s)};
    ok = make_laws(&w) && run_sweep(&w, files, file_count);
    for (size_t i = 0; i < w.law_count; i++)
        lawbase_close(&w.laws[i]);
    sweep_free(&w.sweep);
    return ok;
}
