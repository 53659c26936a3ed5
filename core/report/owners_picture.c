/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/owners_picture.h"

#include "report/markup.h"
#include "rule/holding.h"

/* The parties from which a way leads to the one that was asked for, in the order of their distance.
 */
struct shown {
    uint32_t parties[MOST_SHOWN_PARTIES];
    unsigned levels[MOST_SHOWN_PARTIES];
    unsigned places[MOST_SHOWN_PARTIES]; /* within the level */
    size_t count;
    bool more; /* than are shown */
};

static size_t place_of(const struct shown *s, uint32_t party)
{
    size_t i = 0;
    while (i < s->count && s->parties[i] != party)
        i++;
    return i;
}

static void show(struct shown *s, uint32_t party, unsigned level)
{
    unsigned place = 0;
    if (place_of(s, party) < s->count)
        return;
    if (s->count == MOST_SHOWN_PARTIES) {
        s->more = true;
        return;
    }
    for (size_t i = 0; i < s->count; i++)
        place += s->levels[i] == level;
    s->parties[s->count] = party;
    s->places[s->count] = place;
    s->levels[s->count++] = level;
}

static struct shown gather(const struct owners_picture *p)
{
    struct shown s = {.count = 0};
    show(&s, p->party, 0);
    for (size_t i = 0; i < s.count; i++) {
        size_t count = 0;
        const struct interest *all = ownership_interests(p->graph, s.parties[i], &count);
        for (size_t k = 0; k < count; k++)
            if (interest_holds(&all[k], p->on))
                show(&s, all[k].owner, s.levels[i] + 1);
    }
    return s;
}

/* "more than 25 % to 50 %"; "unknown" when it may be anything. */
static struct text tell_range(struct arena *a, struct share_range r)
{
    struct value v = holding_share(r);
    return value_print(a, &v);
}

static struct text tell_shares(const struct owners_picture *p)
{
    struct ownership_question q = {.home = p->home, .on = p->on};
    struct text all = tell_range(p->arena, ownership_foreign_share(p->solver, &q, p->party));
    struct text direct = tell_range(p->arena, ownership_direct_share(p->graph, &q, p->party));
    return arena_format(
        p->arena, "held from outside %.*s: %.*s of the capital over all chains, %.*s directly",
        TEXT_ARG(p->home), TEXT_ARG(all), TEXT_ARG(direct));
}

static bool has_capital(const struct owners_picture *p)
{
    return p->home.len && ownership_party(p->graph, p->party)->sort != PARTY_PERSON;
}

/* "Example Roads LLC (AM), C-2103" */
static struct text party_title(struct arena *a, const struct ownership *o, uint32_t number)
{
    const struct party *p = ownership_party(o, number);
    struct text name = party_name(o, number), from = party_belongs(p);
    bool both = p->name.len && p->number.len;
    return arena_format(a, "%.*s (%.*s)%s%.*s", TEXT_ARG(name), TEXT_ARG(from), both ? ", " : "",
                        TEXT_ARG(both ? p->number : TEXT("")));
}

/* --- as text --- */

static void print_line(FILE *out, unsigned depth, struct text line)
{
    fprintf(out, "%*s", (int)(2 * depth), "");
    text_show(out, line);
    fputc('\n', out);
}

/* The owners of a party that was not told before; each is told once. */
static void tell_owners(const struct owners_picture *p, const struct shown *s, bool *told,
                        uint32_t party, unsigned depth, FILE *out)
{
    size_t count = 0, at = place_of(s, party);
    const struct interest *all = ownership_interests(p->graph, party, &count);
    if (at == s->count || told[at])
        return;
    told[at] = true;
    for (size_t i = 0; i < count; i++) {
        if (!interest_holds(&all[i], p->on))
            continue;
        size_t owner = place_of(s, all[i].owner);
        struct holding_told h = holding_tell(p->arena, p->graph, &all[i]);
        print_line(out, depth,
                   arena_format(p->arena, "%.*s (%.*s) has %.*s, %.*s; %.*s%s", TEXT_ARG(h.owner),
                                TEXT_ARG(h.owner_from), TEXT_ARG(h.interest), TEXT_ARG(h.period),
                                TEXT_ARG(h.source),
                                owner < s->count && told[owner] ? "; its owners: see above" : ""));
        tell_owners(p, s, told, all[i].owner, depth + 1, out);
    }
}

void owners_tell(const struct owners_picture *p, FILE *out)
{
    struct shown s = gather(p);
    bool told[MOST_SHOWN_PARTIES] = {false};
    struct text title = party_title(p->arena, p->graph, p->party);
    print_line(out, 0, title);
    if (has_capital(p))
        print_line(out, 1, tell_shares(p));
    if (s.count == 1)
        print_line(out, 1, TEXT("no register tells of an owner on that day"));
    tell_owners(p, &s, told, p->party, 1, out);
    if (s.more)
        print_line(out, 1,
                   arena_format(p->arena, "there are more than %d parties: the rest is left out",
                                MOST_SHOWN_PARTIES));
}

/* --- as a drawing --- */

enum {
    BOX_WIDTH = 210,
    BOX_HEIGHT = 46,
    GAP = 40,
    ROW = 150,
    MARGIN = 30,
    TOP = 76,
    FITS = 28,
    LEAST_WIDTH = 820
};

struct layout {
    unsigned levels, widest;
    unsigned in_level[MOST_SHOWN_PARTIES];
};

static struct layout lay_out(const struct shown *s)
{
    struct layout l = {.widest = 1};
    for (size_t i = 0; i < s->count; i++) {
        l.levels = s->levels[i] + 1 > l.levels ? s->levels[i] + 1 : l.levels;
        l.in_level[s->levels[i]]++;
        if (l.in_level[s->levels[i]] > l.widest)
            l.widest = l.in_level[s->levels[i]];
    }
    return l;
}

/* Each level stands in the middle; the party that was asked for is the lowest. */
static int left_of(const struct shown *s, const struct layout *l, size_t i)
{
    int step = BOX_WIDTH + GAP, missing = (int)(l->widest - l->in_level[s->levels[i]]);
    return MARGIN + (int)s->places[i] * step + missing * step / 2;
}

static int top_of(const struct shown *s, const struct layout *l, size_t i)
{
    return TOP + (int)(l->levels - 1 - s->levels[i]) * ROW;
}

static const char *class_of(const struct owners_picture *p, uint32_t party)
{
    static const char *const classes[] = {"home", "abroad", "open"};
    return p->home.len ? classes[party_side(ownership_party(p->graph, party), p->home)] : "plain";
}

static void draw_text(FILE *out, int x, int y, const char *class, struct text t)
{
    fprintf(out, "<text x=\"%d\" y=\"%d\" class=\"%s\">", x, y, class);
    markup_text(out, t);
    fputs("</text>", out);
}

static void draw_party(const struct owners_picture *p, const struct shown *s,
                       const struct layout *l, size_t i, FILE *out)
{
    const struct party *party = ownership_party(p->graph, s->parties[i]);
    struct text title = party_title(p->arena, p->graph, s->parties[i]);
    int x = left_of(s, l, i), y = top_of(s, l, i);
    fputs("<g><title>", out);
    markup_text(out, title);
    fprintf(out,
            "</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" class=\"%s\"/>",
            x, y, BOX_WIDTH, BOX_HEIGHT, party->sort == PARTY_PERSON ? BOX_HEIGHT / 2 : 4,
            class_of(p, s->parties[i]));
    draw_text(out, x + BOX_WIDTH / 2, y + 19, "name",
              text_cut(p->arena, party_name(p->graph, s->parties[i]), FITS));
    draw_text(out, x + BOX_WIDTH / 2, y + 36, "small", party_belongs(party));
    fputs("</g>\n", out);
}

/* From the owner down to what it owns; upward, where bodies own each other, in a bow beside the
 * boxes. */
static void draw_interest(const struct owners_picture *p, const struct shown *s,
                          const struct layout *l, const struct interest *i, FILE *out)
{
    size_t owner = place_of(s, i->owner), owned = place_of(s, i->owned);
    struct holding_told h = holding_tell(p->arena, p->graph, i);
    if (owner == s->count || owned == s->count)
        return;
    bool down = s->levels[owner] > s->levels[owned];
    int x1 = left_of(s, l, owner) + (down ? BOX_WIDTH / 2 : BOX_WIDTH), x2 = left_of(s, l, owned);
    int y1 = top_of(s, l, owner) + (down ? BOX_HEIGHT : BOX_HEIGHT / 2), y2 = top_of(s, l, owned);
    x2 += down ? BOX_WIDTH / 2 : BOX_WIDTH;
    y2 += down ? 0 : BOX_HEIGHT / 2 + 8;
    fputs("<g><title>", out);
    markup_text(out, arena_format(p->arena, "%.*s has %.*s in %.*s, %.*s; %.*s", TEXT_ARG(h.owner),
                                  TEXT_ARG(h.interest), TEXT_ARG(h.owned), TEXT_ARG(h.period),
                                  TEXT_ARG(h.source)));
    fputs("</title>", out);
    int bow = down ? 0 : GAP;
    fprintf(out, "<path d=\"M%d %d C%d %d %d %d %d %d\" marker-end=\"url(#end)\" class=\"%s\"/>",
            x1, y1, down ? x1 : x1 + bow, down ? (y1 + y2) / 2 : y1, down ? x2 : x2 + bow,
            down ? (y1 + y2) / 2 : y2, x2, y2 - (down ? 6 : 0),
            i->kind < INTEREST_CONTROL ? "own" : "other");
    /* Beside the line, nearer to the owner, where lines to one body lie apart. */
    draw_text(out, down ? (3 * x1 + x2) / 4 : x1 + GAP / 2,
              down ? (3 * y1 + y2) / 4 : (y1 + y2) / 2, "label", h.interest);
    fputs("</g>\n", out);
}

static void draw_interests(const struct owners_picture *p, const struct shown *s,
                           const struct layout *l, FILE *out)
{
    for (size_t i = 0; i < s->count; i++) {
        size_t count = 0;
        const struct interest *all = ownership_interests(p->graph, s->parties[i], &count);
        for (size_t k = 0; k < count; k++)
            if (interest_holds(&all[k], p->on))
                draw_interest(p, s, l, &all[k], out);
    }
}

void owners_draw(const struct owners_picture *p, FILE *out)
{
    struct shown s = gather(p);
    struct layout l = lay_out(&s);
    int width = 2 * MARGIN + (int)l.widest * (BOX_WIDTH + GAP);
    int height = TOP + (int)(l.levels - 1) * ROW + BOX_HEIGHT + MARGIN;
    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
            "font-family=\"sans-serif\" "
            "font-size=\"13\" role=\"img\">\n<title>",
            width < LEAST_WIDTH ? LEAST_WIDTH : width, height);
    markup_text(out, party_title(p->arena, p->graph, p->party));
    fputs("</title>\n"
          "<defs><marker id=\"end\" viewBox=\"0 0 8 8\" refX=\"4\" refY=\"4\" markerWidth=\"7\" "
          "markerHeight=\"7\" "
          "orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" "
          "style=\"fill:#555;stroke:none\"/></marker></defs>\n"
          "<style>rect{stroke:#555}path{fill:none;stroke:#555}.other{stroke-dasharray:5 4}"
          ".name,.small,.label{text-anchor:middle}.small{font-size:11px;fill:#444}"
          ".label{font-size:12px;stroke:#fff;stroke-width:4px;paint-order:stroke}"
          ".plain{fill:#eee}.home{fill:#d5e8d4}.abroad{fill:#f3c2b8}.open{fill:#f6e3a1}</style>\n"
          "<rect width=\"100%\" height=\"100%\" style=\"fill:#fff;stroke:none\"/>\n",
          out);
    fprintf(out, "<text x=\"%d\" y=\"24\" font-weight=\"bold\">", MARGIN);
    markup_text(out, party_title(p->arena, p->graph, p->party));
    fputs("</text>\n", out);
    if (has_capital(p) || s.more) {
        fprintf(out, "<text x=\"%d\" y=\"44\">", MARGIN);
        markup_text(out, has_capital(p) ? tell_shares(p) : TEXT(""));
        fputs(s.more ? " (not all parties are shown)</text>\n" : "</text>\n", out);
    }
    draw_interests(p, &s, &l, out);
    for (size_t i = 0; i < s.count; i++)
        draw_party(p, &s, &l, i, out);
    fputs("</svg>\n", out);
}
