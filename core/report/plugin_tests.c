/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/plugin_tests.h"

#include "report/law_tests.h"
#include "report/markup.h"

static void print_share(const char *what, size_t some, size_t all, FILE *out)
{
    size_t tenths = all ? some * 1000 / all : 1000;
    fprintf(out, "%s: %zu of %zu (%zu.%zu %%)\n", what, some, all, tenths / 10, tenths % 10);
}

/* "x.lua: 12 14 15": the lines that no test reached. */
static void print_lines(const struct plugin_tests *t, const char *lead, FILE *out)
{
    struct text file = TEXT("");
    for (size_t i = 0; i < t->line_count; i++) {
        const struct line_seen *l = &t->lines[i];
        if (l->ran)
            continue;
        if (!text_equal(l->file, file))
            fprintf(out, "%s%s%.*s: no test reaches line", file.len ? "\n" : "", lead,
                    TEXT_ARG(l->file));
        file = l->file;
        fprintf(out, " %d", l->line);
    }
    if (file.len)
        fputc('\n', out);
}

static void print_text(const struct plugin_tests *t, FILE *out)
{
    for (size_t i = 0; i < t->result_count; i++) {
        const struct test_result *r = &t->results[i];
        fprintf(out, "%-6s %.*s: %.*s\n", r->passed ? "ok" : "FAILED", TEXT_ARG(r->rule),
                TEXT_ARG(r->name));
    }
    fprintf(out, "%zu passed, %zu failed\n", t->result_count - t->failed, t->failed);
    print_share("lines of Lua", t->lines_ran, t->line_count, out);
    print_lines(t, "  ", out);
    coverage_print(t->conditions, out);
}

static void print_tap(const struct plugin_tests *t, FILE *out)
{
    fprintf(out, "TAP version 13\n1..%zu\n", t->result_count);
    for (size_t i = 0; i < t->result_count; i++) {
        const struct test_result *r = &t->results[i];
        fprintf(out, "%sok %zu - ", r->passed ? "" : "not ", i + 1);
        text_show(out, r->rule);
        fputs(": ", out);
        for (size_t k = 0; k < r->name.len; k++) /* "#" would begin a directive */
            fputc(strchr("#\n\r", r->name.at[k]) ? ' ' : r->name.at[k], out);
        fputc('\n', out);
        struct text rest = r->message;
        for (struct text line; rest.len && text_next(&rest, '\n', &line);)
            fprintf(out, "# %.*s\n", TEXT_ARG(line));
    }
    fprintf(out, "# lines of Lua: %zu of %zu; truths of conditions: %zu of %zu\n", t->lines_ran,
            t->line_count, t->conditions->seen, t->conditions->wanted);
}

static void attribute(FILE *out, const char *name, struct text t)
{
    fprintf(out, " %s=\"", name);
    markup_text(out, t);
    fputc('"', out);
}

static void print_junit(const struct plugin_tests *t, FILE *out)
{
    fprintf(out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites>\n<testsuite name=\"scrutineer plugin test\" tests=\"%zu\" "
            "failures=\"%zu\" errors=\"0\">\n",
            t->result_count, t->failed);
    for (size_t i = 0; i < t->result_count; i++) {
        const struct test_result *r = &t->results[i];
        fputs("<testcase", out);
        attribute(out, "classname", r->rule);
        attribute(out, "name", r->name);
        if (r->passed) {
            fputs("/>\n", out);
            continue;
        }
        fputs(">\n<failure", out);
        size_t end = text_find(r->message, '\n');
        attribute(out, "message", text_slice(r->message, 0, end));
        fputc('>', out);
        markup_text(out, r->message);
        fputs("</failure>\n</testcase>\n", out);
    }
    fputs("</testsuite>\n</testsuites>\n", out);
}

bool plugin_tests_print(const struct plugin_tests *t, const char *form, FILE *out)
{
    static const struct {
        const char *name;
        void (*print)(const struct plugin_tests *, FILE *);
    } forms[] = {{"text", print_text}, {"tap", print_tap}, {"junit", print_junit}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(form, forms[i].name) == 0) {
            forms[i].print(t, out);
            return true;
        }
    return false;
}
