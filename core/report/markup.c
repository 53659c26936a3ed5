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

/* U+FFFE and U+FFFF are well-formed UTF-8, but no characters, and XML refuses them. */
static bool is_no_character(struct text t, size_t at)
{
    return t.len - at >= 3 &&
           (memcmp(t.at + at, "\xEF\xBF\xBE", 3) == 0 || memcmp(t.at + at, "\xEF\xBF\xBF", 3) == 0);
}

void markup_text(FILE *out, struct text t)
{
    size_t bad;
    while (t.len) {
        bool whole = text_is_utf8(t, &bad);
        size_t end = whole ? t.len : bad;
        for (size_t i = 0; i < end; i++) {
            if (is_no_character(t, i)) {
                fputs("\xEF\xBF\xBD", out);
                i += 2;
            } else {
                escaped(out, t.at[i]);
            }
        }
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
    bool formula = t.len && memchr("=+-@\t\r", t.at[0], 6);
    for (size_t i = 0; i < t.len; i++)
        quotes |= memchr(",\"\r\n", t.at[i], 4) != NULL;
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

/* How many bytes of UTF-8 text from `at` on may not stand in XML: 0, 1 or 3. */
static size_t unclean(struct text t, size_t at)
{
    unsigned char c = (unsigned char)t.at[at];
    if (c < 0x20 && c != '\n' && c != '\t')
        return 1;
    return is_no_character(t, at) ? 3 : 0;
}

struct text text_clean(struct arena *a, struct text t)
{
    struct growing g = {.arena = a};
    const struct text mark = TEXT("\xEF\xBF\xBD");
    while (t.len) {
        size_t bad, end = 0, skip = 1;
        size_t most = text_is_utf8(t, &bad) ? t.len : bad;
        while (end < most && !unclean(t, end))
            end++;
        if (end < most)
            skip = unclean(t, end);
        growing_add(&g, text_slice(t, 0, end));
        if (end == t.len)
            break;
        growing_add(&g, mark);
        t = text_slice(t, end + skip, t.len);
    }
    return growing_text(&g);
}
