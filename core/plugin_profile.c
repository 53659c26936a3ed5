/* SPDX-License-Identifier: Apache-2.0
 *
 * A check whose only report is what it cost. Every instruction of Lua is counted where it stands.
 */
#include <config.h>

#include "report/plugin_profile.h"

#include "session.h"

struct profiling {
    struct arena arena;
    struct plan plan;
    struct line_cost *lines;
    size_t line_count, last; /* the line of the instruction before */
    FILE *out;
};

static void note_step(void *owner, struct text file, int line, uint64_t instructions,
                      uint64_t bytes)
{
    struct profiling *p = owner;
    if (p->last >= p->line_count || p->lines[p->last].line != line ||
        !text_equal(p->lines[p->last].file, file))
        for (p->last = 0; p->last < p->line_count; p->last++)
            if (p->lines[p->last].line == line && text_equal(p->lines[p->last].file, file))
                break;
    if (p->last == p->line_count)
        *arena_push(&p->arena, &p->lines,
                    &p->line_count) = (struct line_cost){arena_copy(&p->arena, file), line, 0, 0};
    p->lines[p->last].instructions += instructions;
    p->lines[p->last].bytes += bytes;
}

static void pass_over(void *owner, const struct finding *f)
{
    (void)owner, (void)f;
}

static void print_profile(void *owner, const struct report_end *end)
{
    struct profiling *p = owner;
    plugin_print_profile(&p->plan, end->costs, p->lines, p->line_count, p->out);
}

bool scr_plugin_profile(struct scr_session *s, const char *const *files, size_t file_count,
                        FILE *out)
{
    struct profiling p = {.arena = ARENA("profile"), .out = out};
    struct host_watch watch = {.owner = &p, .step = note_step};
    struct check_taker taker = {pass_over, print_profile, &p};
    struct scr_options given = s->options;
    if (!s->loaded || !session_read_registers(s))
        return false;
    bool planned = session_plan(s, &p.plan, NULL);
    s->options.jobs = 1;
    s->options.stats = true;
    host_watch(s->host, &watch);
    bool ok = session_check(s, &p.plan, &taker, files, file_count);
    host_watch(s->host, NULL);
    s->options = given;
    plan_free(&p.plan);
    arena_free(&p.arena);
    return ok && planned;
}
