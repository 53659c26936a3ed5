/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/page.h"

#include "report/markup.h"

enum { WIDTH = 96 };

bool page_form_find(const char *name, enum page_form *out)
{
    static const char *const names[] = {"text", "markdown", "html"};
    for (int i = 0; i < 3; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (enum page_form)i;
            return true;
        }
    return false;
}

static void end_list(struct page *p)
{
    if (p->in_list && p->form == PAGE_HTML)
        fputs("</dl>\n", p->out);
    p->in_list = false;
}

static void element(struct page *p, const char *tag, struct text t)
{
    fprintf(p->out, "<%s>", tag);
    markup_text(p->out, t);
    fprintf(p->out, "</%s>\n", tag);
}

/* Words that fit into the width, indented; line ends of the text count as blanks. */
static void wrapped(struct page *p, struct text t, size_t indent)
{
    size_t column = 0;
    for (size_t i = 0; i < t.len;) {
        size_t end = i;
        while (end < t.len && !strchr(" \n", t.at[end]))
            end++;
        struct text word = text_slice(t, i, end);
        size_t width = text_characters(word);
        if (column && column + 1 + width > WIDTH) {
            fputc('\n', p->out);
            column = 0;
        }
        if (width) {
            fprintf(p->out, "%*s", column ? 1 : (int)indent, "");
            text_show(p->out, word);
            column += (column ? 1 : indent) + width;
        }
        i = end + 1;
    }
    fputc('\n', p->out);
}

/* What Markdown would take for a sign of its own is told to be none. */
static void escaped(struct page *p, struct text t)
{
    for (size_t i = 0; i < t.len; i++) {
        if (strchr("\\`*_<>[]|#", t.at[i]))
            fputc('\\', p->out);
        fputc(t.at[i] == '\n' ? ' ' : t.at[i], p->out);
    }
}

void page_begin(struct page *p, struct text title)
{
    if (p->form == PAGE_HTML) {
        fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n", p->out);
        element(p, "title", title);
        fputs("<style>body{max-width:46em;margin:2em auto;padding:0 1em;font-family:sans-serif;"
              "line-height:1.5}dt{font-family:monospace;font-weight:bold}pre{background:#eee;"
              "padding:.5em;overflow:auto}</style>\n",
              p->out);
        element(p, "h1", title);
    } else if (p->form == PAGE_MARKDOWN) {
        fputs("# ", p->out);
        escaped(p, title);
        fputc('\n', p->out);
    } else {
        text_show(p->out, title);
        fputc('\n', p->out);
    }
}

void page_end(struct page *p)
{
    end_list(p);
    if (p->form == PAGE_HTML)
        fputs("</html>\n", p->out);
}

void page_heading(struct page *p, struct text t)
{
    end_list(p);
    if (p->form == PAGE_HTML) {
        element(p, "h2", t);
        return;
    }
    fputs(p->form == PAGE_MARKDOWN ? "\n## " : "\n", p->out);
    if (p->form == PAGE_MARKDOWN)
        escaped(p, t);
    else
        text_show(p->out, t);
    fputc('\n', p->out);
}

void page_paragraph(struct page *p, struct text t)
{
    end_list(p);
    if (p->form == PAGE_HTML) {
        element(p, "p", t);
    } else if (p->form == PAGE_MARKDOWN) {
        fputc('\n', p->out);
        escaped(p, t);
        fputc('\n', p->out);
    } else {
        wrapped(p, t, 2);
    }
}

void page_entry(struct page *p, struct text name, struct text what)
{
    bool first = !p->in_list;
    p->in_list = true;
    if (p->form == PAGE_HTML) {
        if (first)
            fputs("<dl>\n", p->out);
        element(p, "dt", name);
        element(p, "dd", what);
    } else if (p->form == PAGE_MARKDOWN) {
        fprintf(p->out, "%s* `%.*s`: ", first ? "\n" : "", TEXT_ARG(name));
        escaped(p, what);
        fputc('\n', p->out);
    } else {
        fputs("  ", p->out);
        text_show(p->out, name);
        fputc('\n', p->out);
        wrapped(p, what, 6);
    }
}

void page_code(struct page *p, struct text t)
{
    end_list(p);
    if (p->form == PAGE_HTML)
        element(p, "pre", t);
    else if (p->form == PAGE_MARKDOWN)
        fprintf(p->out, "\n```lua\n%.*s\n```\n", TEXT_ARG(t));
    else
        for (struct text line; text_next(&t, '\n', &line);)
            fprintf(p->out, "      %.*s\n", TEXT_ARG(line));
}
