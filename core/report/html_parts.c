/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/html_parts.h"

#include <stdlib.h>

#include "report/html/report_page.h" /* made of the files in html/: see local.mk */
#include "report/markup.h"

static const char part_mark[] = "<!-- part: ", mark_end[] = " -->";

/* The number of the line behind the part's mark. */
static size_t part_begin(const char *name)
{
    size_t len = strlen(name);
    for (size_t i = 0; parts_html[i]; i++) {
        const char *line = parts_html[i];
        if (strncmp(line, part_mark, sizeof part_mark - 1) != 0)
            continue;
        line += sizeof part_mark - 1;
        if (strncmp(line, name, len) == 0 && strncmp(line + len, mark_end, 4) == 0)
            return i + 1;
    }
    abort(); /* the program names a part that its own files do not have */
}

static void write_hole(const struct html_out *p, struct text hole, const struct hole *holes,
                       size_t count)
{
    if (text_starts(hole, TEXT("_ "))) {
        markup_text(p->out, wording_of(p->wording, text_slice(hole, 2, hole.len)));
        return;
    }
    for (size_t i = 0; i < count; i++)
        if (text_equal(hole, text_of(holes[i].name)))
            markup_text(p->out, holes[i].value);
}

static void write_line(const struct html_out *p, const char *line, const struct hole *holes,
                       size_t count)
{
    const char *open, *close;
    while ((open = strstr(line, "{{")) != NULL && (close = strstr(open, "}}")) != NULL) {
        fwrite(line, 1, (size_t)(open - line), p->out);
        write_hole(p, (struct text){open + 2, (size_t)(close - open) - 2}, holes, count);
        line = close + 2;
    }
    fputs(line, p->out);
}

void html_part(const struct html_out *p, const char *part, const struct hole *holes, size_t count)
{
    for (size_t i = part_begin(part); parts_html[i]; i++) {
        if (strncmp(parts_html[i], part_mark, sizeof part_mark - 1) == 0)
            return;
        write_line(p, parts_html[i], holes, count);
    }
}

static void write_lines(const struct html_out *p, const char *const *lines)
{
    for (size_t i = 0; lines[i]; i++)
        fputs(lines[i], p->out);
}

void html_style(const struct html_out *p)
{
    write_lines(p, report_css);
}

void html_script(const struct html_out *p)
{
    write_lines(p, report_js);
}
