/* SPDX-License-Identifier: Apache-2.0
 *
 * The tests of plugins: those of the rules that use them, with the lines and conditions they reach.
 */
#include <config.h>

#include "report/plugin_tests.h"

#include <stdlib.h>

#include "engine/case.h"
#include "plugins.h"

struct testing {
    struct scr_session *session;
    struct plugin_tests *tests;
    const struct plugin *plugin; /* at hand */
    struct text file;            /* its file's name */
    struct diags said;
    size_t told; /* of `said`, what belongs to tests before */
    /* What is wrong was told when the tests ran; sources that coverage points into live here. */
    struct diags again;
};

/* --- lines --- */

static int compare_lines(const void *a, const void *b)
{
    const struct line_seen *x = a, *y = b;
    int order = text_compare(x->file, y->file);
    return order ? order : x->line - y->line;
}

static struct line_seen *find_line(struct plugin_tests *t, struct text file, int line)
{
    for (size_t i = t->line_count; i-- > 0;)
        if (t->lines[i].line == line && text_equal(t->lines[i].file, file))
            return &t->lines[i];
    return NULL;
}

/* A line that only closes what was opened: Lua has instructions there that nothing comes to. */
static bool only_closes(struct text line)
{
    line = text_trim(line);
    if (text_equal(line, TEXT("end")))
        return true;
    for (size_t i = 0; i < line.len; i++)
        if (!strchr("})],;", line.at[i]))
            return false;
    return true;
}

static void line_active(void *owner, struct text file, int line)
{
    struct testing *t = owner;
    struct plugin_tests *all = t->tests;
    const struct source *s = t->plugin->source;
    if (!text_equal(file, t->file) || find_line(all, file, line) || (size_t)line > s->line_count ||
        only_closes(source_line(s, (size_t)line)))
        return;
    *arena_push(&all->arena, &all->lines, &all->line_count) = (struct line_seen){t->file, line,
                                                                                 false};
}

static void line_ran(void *owner, struct text file, int line)
{
    struct plugin_tests *all = ((struct testing *)owner)->tests;
    struct line_seen *l = find_line(all, file, line);
    if (l && !l->ran) {
        l->ran = true;
        all->lines_ran++;
    }
}

/* --- results --- */

static struct text messages_since(struct testing *t)
{
    struct growing g = {.arena = &t->tests->arena};
    for (; t->told < t->said.count; t->told++) {
        const struct diag *m = &t->said.items[t->told];
        growing_add(&g, g.len ? TEXT("\n") : TEXT(""));
        growing_add(&g, m->message);
    }
    return growing_text(&g);
}

static void take_result(void *owner, const struct rule *r, const struct node *test, bool passed)
{
    struct testing *t = owner;
    struct plugin_tests *all = t->tests;
    struct text message = messages_since(t);
    *arena_push(&all->arena, &all->results, &all->result_count) = (struct test_result){
        r->plugin, r->id, node_text(test, "name"), passed, message};
    all->failed += !passed;
}

static void test_plugin(struct testing *t, struct text name)
{
    struct scr_session *s = t->session;
    struct text path = plugin_path(&s->arena, &s->law, s->options.plugins, name);
    struct host_watch watch = {.owner = t, .line = line_ran, .active = line_active};
    t->file = arena_format(&t->tests->arena, "%.*s.lua", TEXT_ARG(name));
    t->plugin = plugin_load(s->host, &s->arena, &t->said, path.at);
    if (!t->plugin) {
        t->tests->failed++;
        return;
    }
    host_watch(s->host, &watch);
    host_tell_lines(s->host, t->plugin);
    for (size_t i = 0; i < s->law.rule_count; i++) {
        struct case_choice c = {.only = s->law.rules[i], .tell = take_result, .owner = t};
        if (text_equal(c.only->plugin, name))
            cases_run(&t->said, &s->law, s->vocabulary, s->host, s->options.plugins, &c);
    }
    host_watch(s->host, NULL);
}

/* --- conditions --- */

static bool is_chosen(struct text plugin, const struct text *chosen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(chosen[i], plugin))
            return true;
    return false;
}

/* The rules of other plugins are left out of the law for this. */
static void cover_conditions(struct testing *t, struct plan *p, struct coverage *out,
                             const struct text *chosen, size_t count)
{
    struct scr_session *s = t->session;
    struct lawbase some = s->law;
    some.rules = arena_array(&s->arena, s->law.rule_count + 1, struct rule *);
    some.rule_count = 0;
    for (size_t i = 0; i < s->law.rule_count; i++)
        if (is_chosen(s->law.rules[i]->plugin, chosen, count))
            some.rules[some.rule_count++] = s->law.rules[i];
    plan_make(p, &t->again, &some, s->vocabulary, s->host, s->options.plugins, NULL);
    p->law = &s->law;
    coverage_make(out, &t->tests->arena, &t->again, p);
}

static bool print_tests(struct testing *t, const char *format, FILE *out)
{
    struct plugin_tests *all = t->tests;
    struct scr_session *s = t->session;
    if (all->line_count)
        qsort(all->lines, all->line_count, sizeof *all->lines, compare_lines);
    if (!plugin_tests_print(all, format, out))
        return diag_error(&s->diags, (struct span){0}, "usage", TEXT("text, tap or junit"),
                          "results cannot be written as \"%s\"", format);
    if (all->result_count == 0 && all->failed == 0)
        return diag_error(&s->diags, (struct span){0}, "plugin-untested",
                          TEXT("give a rule that uses the plugin `tests:`"), "there is no test");
    return all->failed == 0;
}

bool scr_plugin_test(struct scr_session *s, const char *const *names, size_t count,
                     const char *format, FILE *out)
{
    struct plugin_tests all = {.arena = ARENA("plugin tests")};
    struct testing t = {.session = s, .tests = &all};
    struct coverage conditions;
    struct plan p;
    struct text *chosen;
    size_t chosen_count;
    if (!s->loaded || !plugins_chosen(s, &s->arena, names, count, &chosen, &chosen_count))
        return false;
    diags_init(&t.said);
    diags_init(&t.again);
    for (size_t i = 0; i < chosen_count; i++)
        test_plugin(&t, chosen[i]);
    cover_conditions(&t, &p, &conditions, chosen, chosen_count);
    all.conditions = &conditions;
    diags_take(&s->diags, &t.said);
    bool ok = print_tests(&t, format, out);
    diags_free(&t.said);
    plan_free(&p);
    diags_free(&t.again);
    arena_free(&all.arena);
    return ok;
}
