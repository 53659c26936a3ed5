/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/plugin_profile.h"

#include <inttypes.h>
#include <stdlib.h>

enum { MOST_LINES = 20 };

struct ranked {
    const struct task *task;
    const struct task_cost *cost;
};

static int compare_numbers(uint64_t a, uint64_t b)
{
    return a > b ? -1 : a < b;
}

/* What runs in the core counts by its candidates, when no Lua was called. */
static int compare_rules(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = compare_numbers(x->cost->instructions, y->cost->instructions);
    if (order == 0)
        order = compare_numbers(x->cost->candidates, y->cost->candidates);
    return order ? order : text_compare(x->task->rule->id, y->task->rule->id);
}

static int compare_lines(const void *a, const void *b)
{
    const struct line_cost *x = a, *y = b;
    int order = compare_numbers(x->instructions, y->instructions);
    if (order == 0)
        order = text_compare(x->file, y->file);
    return order ? order : x->line - y->line;
}

static void print_rules(struct arena *a, const struct plan *p, const struct task_cost *costs,
                        FILE *out)
{
    struct ranked *rules = arena_array(a, p->task_count + 1, struct ranked);
    for (size_t i = 0; i < p->task_count; i++)
        rules[i] = (struct ranked){&p->tasks[i], &costs[i]};
    qsort(rules, p->task_count, sizeof *rules, compare_rules);
    fprintf(out, "%-44s%12s%9s%14s%12s%10s\n", "rule", "candidates", "calls", "instructions",
            "bytes", "ms");
    for (size_t i = 0; i < p->task_count; i++) {
        const struct task_cost *c = rules[i].cost;
        if (c->rows)
            fprintf(out, "%-44.*s%12" PRIu64 "%9" PRIu64 "%14" PRIu64 "%12" PRIu64 "%10.1f\n",
                    TEXT_ARG(rules[i].task->rule->id), c->candidates, c->calls, c->instructions,
                    c->bytes, (double)c->nanoseconds / 1e6);
    }
}

/* The text of a line; the file's name is that of the plugin. */
static struct text line_text(const struct plan *p, const struct line_cost *l)
{
    for (size_t i = 0; i < p->plugin_count; i++) {
        const struct plugin *plugin = p->plugins[i];
        if (l->file.len == plugin->name.len + 4 && text_starts(l->file, plugin->name) &&
            l->line > 0 && (size_t)l->line <= plugin->source->line_count)
            return text_trim(source_line(plugin->source, (size_t)l->line));
    }
    return TEXT("");
}

void plugin_print_profile(const struct plan *p, const struct task_cost *costs,
                          struct line_cost *lines, size_t line_count, FILE *out)
{
    struct arena a = ARENA("profile");
    uint64_t all = 0;
    print_rules(&a, p, costs, out);
    for (size_t i = 0; i < line_count; i++)
        all += lines[i].instructions;
    if (line_count)
        qsort(lines, line_count, sizeof *lines, compare_lines);
    fprintf(out, "\n%-44s%8s%14s%12s  %s\n", "line", "share", "instructions", "bytes", "text");
    for (size_t i = 0; i < line_count && i < MOST_LINES; i++) {
        const struct line_cost *l = &lines[i];
        struct text place = arena_format(&a, "%.*s:%d", TEXT_ARG(l->file), l->line);
        fprintf(out, "%-44.*s%6.1f %%%14" PRIu64 "%12" PRIu64 "  ", TEXT_ARG(place),
                (double)l->instructions * 100 / (double)all, l->instructions, l->bytes);
        text_show(out, line_text(p, l));
        fputc('\n', out);
    }
    arena_free(&a);
}
