/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/markup.h"

static void escaped(FILE *out, char c)
{
    switch (c) {
    case '&':
        fputs("&amp;", out);
        break;
    case '<':
        fputs("&lt;", out);
        break;
    case '>':
        fputs("&gt;", out);
        break;
    case '"':
        fputs("&quot;", out);
        break;
    case '\'':
        fputs("&#39;", out);
        break;
    default:
        if ((unsigned char)c < 0x20 && c != '\n' && c != '\t')
            fputs("\xEF\xBF\xBD", out);
        else
            fputc(c, out);
    }
}

void markup_text(FILE *out, struct text t)
{
    size_t bad;
    while (t.len) {
        bool whole = text_is_utf8(t, &bad);
        size_t end = whole ? t.len : bad;
        for (size_t i = 0; i < end; i++)
            escaped(out, t.at[i]);
        if (whole)
            return;
        fputs("\xEF\xBF\xBD", out);
        t = text_slice(t, bad + 1, t.len);
    }
}

struct text text_cut(struct arena *a, struct text t, size_t characters)
{
    size_t seen = 0, keep = 0;
    if (text_characters(t) <= characters)
        return t;
    if (characters < 2)
        return TEXT("");
    while (keep < t.len && seen < characters - 1) {
        keep++;
        while (keep < t.len && ((unsigned char)t.at[keep] & 0xC0) == 0x80)
            keep++;
        seen++;
    }
    return arena_format(a, "%.*s\xE2\x80\xA6", TEXT_ARG(text_slice(t, 0, keep)));
}

void csv_field(FILE *out, struct text t)
{
    bool quotes = false;
    /* A cell that begins like a formula would be run by a spreadsheet. */
    bool formula = t.len && strchr("=+-@", t.at[0]);
    for (size_t i = 0; i < t.len; i++)
        quotes |= strchr(",\"\r\n", t.at[i]) != NULL;
    if (quotes || formula)
        fputc('"', out);
    if (formula)
        fputc('\'', out);
    for (size_t i = 0; i < t.len; i++) {
        if (t.at[i] == '"')
            fputc('"', out);
        fputc(t.at[i], out);
    }
    if (quotes || formula)
        fputc('"', out);
}
