/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/letter_sheet.h"

#include "report/markup.h"

static const char style[] =
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 serif;color:#111;"
    "background:#fff;overflow-wrap:anywhere}"
    "h1{font-size:1.3rem;line-height:1.3}p,ul{margin:0 0 1rem}p+ul{margin-top:-.8rem}"
    "mark{background:#ffe9a8;color:#111;border-bottom:1px solid #111}"
    "@page{size:A4;margin:2.5cm}"
    "@media print{body{margin:0;padding:0;max-width:none;font-size:11pt}"
    "mark{background:none}li{break-inside:avoid}}";

void letter_sheet_begin(struct letter_sheet *s, struct text language, struct text title)
{
    if (!s->html)
        return;
    fputs("<!DOCTYPE html>\n<html lang=\"", s->out);
    markup_text(s->out, language);
    fputs("\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "style-src 'unsafe-inline'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
          s->out);
    markup_text(s->out, title);
    fprintf(s->out, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n", style);
}

static void leave(struct letter_sheet *s)
{
    if (s->html && s->inside == SHEET_PARAGRAPH)
        fputs("</p>\n", s->out);
    if (s->html && s->inside == SHEET_LIST)
        fputs("</ul>\n", s->out);
    s->inside = SHEET_NOTHING;
}

/* --- what a person is to fill in --- */

static void write_marked(struct letter_sheet *s, struct text t)
{
    while (t.len) {
        size_t open = text_find(t, *LETTER_OPEN);
        markup_text(s->out, text_slice(t, 0, open));
        if (open == t.len)
            return;
        t = text_slice(t, open + 1, t.len);
        size_t close = text_find(t, *LETTER_CLOSE);
        fputs("<mark>[", s->out);
        markup_text(s->out, wording_of(s->wording, TEXT(N_("TO FILL IN"))));
        fputs(": ", s->out);
        markup_text(s->out, text_slice(t, 0, close));
        fputs("]</mark>", s->out);
        t = text_slice(t, close < t.len ? close + 1 : close, t.len);
    }
}

static void count_blanks(struct letter_sheet *s, struct text t)
{
    for (size_t i = 0; i < t.len; i++)
        s->blanks += t.at[i] == *LETTER_OPEN;
}

/* --- as text: lines of at most WIDTH characters --- */

enum { WIDTH = 78 };

static struct text with_marks(struct arena *a, const struct letter_sheet *s, struct text t)
{
    struct growing g = {.arena = a};
    for (size_t i = 0; i < t.len; i++) {
        if (t.at[i] == *LETTER_OPEN) {
            growing_add(&g, TEXT("["));
            growing_add(&g, wording_of(s->wording, TEXT("TO FILL IN")));
            growing_add(&g, TEXT(": "));
        } else {
            growing_add(&g, t.at[i] == *LETTER_CLOSE ? TEXT("]") : text_slice(t, i, i + 1));
        }
    }
    return growing_text(&g);
}

static void write_wrapped(struct letter_sheet *s, struct text t, const char *first,
                          const char *others)
{
    struct arena a = ARENA("line");
    struct text rest = with_marks(&a, s, t), word;
    size_t at = strlen(first);
    bool begun = false;
    fputs(first, s->out);
    while (text_next(&rest, ' ', &word)) {
        size_t width = text_characters(word);
        if (begun && at + 1 + width > WIDTH) {
            fprintf(s->out, "\n%s", others);
            at = strlen(others);
        } else if (begun) {
            fputc(' ', s->out);
            at++;
        }
        fwrite(word.at, 1, word.len, s->out);
        at += width;
        begun = true;
    }
    fputc('\n', s->out);
    arena_free(&a);
}

/* --- lines --- */

void letter_sheet_heading(struct letter_sheet *s, struct text t)
{
    leave(s);
    count_blanks(s, t);
    s->gap = false;
    if (!s->html) {
        write_wrapped(s, t, "", "");
        return;
    }
    fputs("<h1>", s->out);
    write_marked(s, t);
    fputs("</h1>\n", s->out);
}

void letter_sheet_line(struct letter_sheet *s, struct text t)
{
    count_blanks(s, t);
    if (!t.len || s->inside == SHEET_LIST)
        leave(s);
    if (!s->html) {
        if (t.len || !s->gap)
            write_wrapped(s, t, "", "");
        s->gap = !t.len;
        return;
    }
    if (!t.len)
        return;
    fputs(s->inside == SHEET_PARAGRAPH ? "<br>\n" : "<p>", s->out);
    s->inside = SHEET_PARAGRAPH;
    write_marked(s, t);
}

void letter_sheet_item(struct letter_sheet *s, struct text t)
{
    count_blanks(s, t);
    s->gap = false;
    if (!s->html) {
        write_wrapped(s, t, "- ", "  ");
        return;
    }
    if (s->inside != SHEET_LIST) {
        leave(s);
        fputs("<ul>\n", s->out);
        s->inside = SHEET_LIST;
    }
    fputs("<li>", s->out);
    write_marked(s, t);
    fputs("</li>\n", s->out);
}

void letter_sheet_end(struct letter_sheet *s)
{
    leave(s);
    if (s->html)
        fputs("</main>\n</body>\n</html>\n", s->out);
}
