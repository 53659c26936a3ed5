/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/markup.h"
#include "report/timeline.h"
#include "report/wording.h"

/* How sure a version is must be seen in print, in grey and by the colour-blind too: its pattern,
 * its border and a word say what the colour says. A version that goes on is an arrow. */

enum { LEFT = 20, WIDTH = 860, ROW = 52, BAR = 20, TOP = 64, TIP = 10, LETTER = 8 };

struct picture {
    const struct timeline *timeline;
    const struct wording *wording;
    day first, last; /* the days at its left and right */
    FILE *out;
};

static const char style[] =
    "<style>.year{stroke:#ccc}.small{font-size:11px;fill:#666}"
    ".label{font-size:12px;paint-order:stroke;stroke:#fff;stroke-opacity:.75;stroke-width:3px}"
    ".bar{stroke:#333}.high{fill:#b5dcb1}.medium{fill:url(#medium);stroke-dasharray:6 3}"
    ".low{fill:url(#low);stroke-dasharray:2 3}</style>\n"
    "<defs>"
    "<pattern id=\"medium\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
    "<rect width=\"8\" height=\"8\" fill=\"#f6e3a1\"/>"
    "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" stroke=\"#c9a93c\"/></pattern>"
    "<pattern id=\"low\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
    "<rect width=\"6\" height=\"6\" fill=\"#f3c2b8\"/>"
    "<circle cx=\"3\" cy=\"3\" r=\"1.2\" fill=\"#b4553f\"/></pattern></defs>\n"
    "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";

/* From the first day that is known to some time behind the last. */
static void find_scale(struct picture *p)
{
    const struct timeline *t = p->timeline;
    p->first = DAY_NEVER;
    p->last = DAY_ALWAYS;
    for (size_t i = 0; i < t->count; i++)
        for (size_t k = 0; k < t->rows[i].count; k++) {
            struct force f = t->rows[i].bars[k].force;
            day ends[] = {f.from, f.to};
            for (size_t e = 0; e < 2; e++)
                if (ends[e] != DAY_ALWAYS && ends[e] != DAY_NEVER) {
                    p->first = ends[e] < p->first ? ends[e] : p->first;
                    p->last = ends[e] > p->last ? ends[e] : p->last;
                }
        }
    if (p->first > p->last) {
        p->first = day_from_civil(2000, 1, 1);
        p->last = day_from_civil(2030, 1, 1);
        return;
    }
    int from = day_to_civil(p->first).year, to = day_to_civil(p->last).year;
    int margin = (to - from) / 5 + 1;
    p->first = day_from_civil(from - (margin > 3 ? 2 : 1), 1, 1);
    p->last = day_from_civil(to + margin + 1, 1, 1);
}

static int x_of(const struct picture *p, day on)
{
    if (on <= p->first)
        return LEFT;
    if (on >= p->last)
        return LEFT + WIDTH;
    return LEFT + (int)((int64_t)WIDTH * (on - p->first) / (p->last - p->first));
}

static void draw_years(const struct picture *p, int bottom)
{
    int from = day_to_civil(p->first).year, to = day_to_civil(p->last).year;
    int step = (to - from) / 16 + 1;
    for (int year = from; year < to; year += step) {
        int x = x_of(p, day_from_civil(year, 1, 1));
        fprintf(p->out,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" class=\"year\"/>"
                "<text x=\"%d\" y=\"%d\" class=\"small\">%d</text>\n",
                x, TOP - 14, x, bottom, x, TOP - 18, year);
    }
}

static void write_word(const struct picture *p, const char *words)
{
    markup_text(p->out, wording_of(p->wording, text_of(words)));
}

/* What has not commenced is a mere mark: it has neither a beginning nor an end. */
static void draw_outline(const struct picture *p, int x, int right, int y, struct force force,
                         const char *class)
{
    fprintf(p->out, "<path d=\"M%d %d", x, y);
    if (force.from == DAY_ALWAYS)
        fprintf(p->out, "l-%d %d", TIP, BAR / 2);
    fprintf(p->out, "L%d %dH%d", x, y + BAR, right);
    if (force.to == DAY_NEVER && !force_is_never(force))
        fprintf(p->out, "l%d -%d", TIP, BAR / 2);
    fprintf(p->out, "L%d %dZ\" class=\"bar %s\"/>", right, y, class);
}

/* What a bar says in words, as much as fits into it; how sure it is, whenever that fits. */
static void draw_label(const struct picture *p, const struct bar *b, int x, int width, int y)
{
    struct arena *a = p->timeline->arena;
    struct text sure = wording_of(p->wording, text_of(confidence_name(b->confidence)));
    size_t fits = width > 2 * LETTER ? (size_t)(width - LETTER) / LETTER : 0;
    size_t tail = text_characters(sure) + 3;
    struct text label = b->picture_label.len ? b->picture_label : b->label;
    fprintf(p->out, "<text x=\"%d\" y=\"%d\" class=\"label\">", x + 4, y + 14);
    markup_text(p->out, text_cut(a, label, fits > 2 * tail ? fits - tail : fits));
    if (fits > 2 * tail) {
        fputs(" [", p->out);
        markup_text(p->out, sure);
        fputc(']', p->out);
    }
    fputs("</text>", p->out);
}

static void draw_bar(const struct picture *p, const struct bar *b, int y)
{
    int x = x_of(p, b->force.from), right = x_of(p, b->force.to);
    right = right < x + 2 ? x + 2 : right;
    struct text force = force_print(p->timeline->arena, b->force);
    fprintf(p->out, "<g><title>%.*s: ", TEXT_ARG(force));
    markup_text(p->out, b->label);
    fprintf(p->out, " [%s]", confidence_name(b->confidence));
    if (b->doubt.len) {
        fputs("; doubt: ", p->out);
        markup_text(p->out, b->doubt);
    }
    fputs("</title>", p->out);
    draw_outline(p, x, right, y, b->force, confidence_name(b->confidence));
    draw_label(p, b, x, right - x, y);
    fputs("</g>\n", p->out);
}

static void draw_row(const struct picture *p, const struct timeline_row *row, int y)
{
    fprintf(p->out, "<text x=\"%d\" y=\"%d\" class=\"small\">", LEFT, y + 10);
    markup_text(p->out, row->id);
    if (p->timeline->count > 1) {
        fputs("  ", p->out);
        markup_text(p->out, text_cut(p->timeline->arena, row->title, 90));
    }
    fputs("</text>\n", p->out);
    for (size_t k = 0; k < row->count; k++)
        draw_bar(p, &row->bars[k], y + 16);
}

static void draw_legend(const struct picture *p, int y)
{
    static const char *const sure[] = {N_("high"), N_("medium"), N_("low")};
    int x = LEFT;
    fprintf(p->out, "<g class=\"small\"><text x=\"%d\" y=\"%d\">", x, y + 14);
    write_word(p, N_("confidence"));
    fputs("</text>\n", p->out);
    x += 120;
    for (size_t i = 0; i < 3; i++, x += 110) {
        draw_outline(p, x, x + 30, y, (struct force){0, 1}, sure[i]);
        fprintf(p->out, "<text x=\"%d\" y=\"%d\">", x + 38, y + 14);
        write_word(p, sure[i]);
        fputs("</text>\n", p->out);
    }
    draw_outline(p, x, x + 30, y, (struct force){0, DAY_NEVER}, "high");
    fprintf(p->out, "<text x=\"%d\" y=\"%d\">", x + 48, y + 14);
    write_word(p, N_("in force, no end is set"));
    fputs("</text></g>\n", p->out);
}

void timeline_draw(const struct timeline *t, FILE *out)
{
    struct picture p = {.timeline = t, .wording = wording_find(t->language), .out = out};
    find_scale(&p);
    int bottom = TOP + (int)t->count * ROW;
    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
            "font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n<title>",
            WIDTH + 2 * LEFT, bottom + 50);
    markup_text(out, t->id);
    fprintf(out, "</title>\n%s<text x=\"%d\" y=\"24\" font-weight=\"bold\">", style, LEFT);
    markup_text(out, t->title);
    fputs("</text>\n", out);
    draw_years(&p, bottom);
    for (size_t i = 0; i < t->count; i++)
        draw_row(&p, &t->rows[i], TOP + (int)i * ROW);
    draw_legend(&p, bottom + 12);
    fputs("</svg>\n", out);
}
