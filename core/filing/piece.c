/* SPDX-License-Identifier: Apache-2.0
 *
 * Tables cut into pieces of whole rows, which several readers read at once. What they count is
 * added to the table in the order of the pieces, so that the result is that of one reader.
 */
#include <config.h>

#include <stdlib.h>

#include "filing/columns.h"
#include "filing/scan.h"

bool input_divisible(const struct input *in)
{
    if (in->kind == FORMAT_NDJSON)
        return !in->json.loose;
    return in->kind == FORMAT_CSV && !origin_is_sheet(in->origin) &&
           in->csv.quotes != QUOTES_EVERY_CELL;
}

static size_t cut_lines(struct text window, bool last, uint64_t *lines)
{
    size_t cut = last ? window.len : 0;
    const char *end = memrchr(window.at, '\n', window.len);
    if (end && !last)
        cut = (size_t)(end - window.at) + 1;
    struct text rest = text_slice(window, 0, cut);
    for (size_t at; (at = text_find(rest, '\n')) < rest.len; ++*lines)
        rest = text_slice(rest, at + 1, rest.len);
    return cut;
}

/* The rows at the front of the window that fit into `wanted` bytes, or the first one alone. */
static size_t cut_front(const struct input *in, size_t wanted, uint64_t *lines)
{
    struct text window = stream_window(&in->stream);
    size_t cut = 0;
    for (size_t len = 0; cut == 0 && len < window.len; wanted *= 2) {
        len = wanted < window.len ? wanted : window.len;
        bool last = in->stream.ended && len == window.len;
        struct text front = text_slice(window, 0, len);
        *lines = 0;
        cut = in->kind == FORMAT_NDJSON ? cut_lines(front, last, lines)
                                        : scan_cut(front, &in->csv, last, lines);
    }
    return cut;
}

static void fill_piece(struct piece *p, struct text rows, uint64_t line)
{
    if (p->room < rows.len) {
        free(p->bytes);
        p->bytes = heap_resize(NULL, rows.len, 1);
        p->room = rows.len;
    }
    memcpy(p->bytes, rows.at, rows.len);
    p->len = rows.len;
    p->line = line;
}

bool input_cut(struct input *in, size_t wanted, struct piece *out)
{
    for (;;) {
        uint64_t lines = 0;
        if (stream_window(&in->stream).len < wanted && stream_fill(&in->stream))
            continue;
        size_t cut = cut_front(in, wanted, &lines);
        if (cut > 0) {
            fill_piece(out, text_slice(stream_window(&in->stream), 0, cut), in->line);
            in->stream.begin += cut;
            in->line += lines;
            return true;
        }
        /* A row that is longer than the window: more of it, or the careful way for the rest. */
        if (in->stream.ended || (!stream_fill(&in->stream) && !in->stream.ended))
            return false;
    }
}

void piece_free(struct piece *p)
{
    free(p->bytes);
    *p = (struct piece){0};
}

/* --- readers --- */

struct input *input_reader(const struct input *table)
{
    struct input *in = heap_alloc(1, sizeof *in);
    *in = *table;
    in->arena = ARENA("reader");
    in->row = (struct row){.arena = ARENA("row")};
    in->own_options = *table->options;
    in->own_options.most_unreadable = UINT64_MAX;
    in->own_options.most_percent = 100;
    in->options = &in->own_options;
    in->noted = arena_array(&in->arena, in->format->part_count, uint64_t);
    in->stream = (struct stream){.ended = true};
    in->rejected = true; /* the table writes the header above the first row */
    in->current = NULL;
    in->lane_count = 0;
    input_make_lanes(in);
    in->columns = columns_new(in);
    in->is_reader = true;
    return in;
}

static void forget_counts(struct input *in)
{
    in->counts = (struct input_counts){0};
    in->wider = in->stray = (struct remark){0};
    memset(in->noted, 0, in->format->part_count * sizeof *in->noted);
    for (size_t i = 0; i < in->lane_count; i++) {
        struct lane *lane = in->lanes[i];
        lane->counts = (struct record_counts){.record = lane->batch.record};
        lane->taken = true;
    }
}

void input_feed(struct input *in, const struct piece *p, struct diags *d, FILE *rejects)
{
    forget_counts(in);
    in->diags = d;
    in->own_options.rejects = rejects;
    in->stream.bytes = p->bytes;
    in->stream.begin = 0;
    in->stream.end = p->len;
    in->line = p->line;
    in->ended = in->stopped = in->borrowed = false;
    in->current = NULL;
}

void input_redirect(struct input *in, struct diags *d, FILE *rejects)
{
    in->own_options = *in->options;
    in->own_options.rejects = rejects;
    in->options = &in->own_options;
    in->diags = d;
}

/* --- counts --- */

static void pack_remark(struct pack *p, const struct remark *m)
{
    pack_number(p, m->rows);
    pack_number(p, m->line);
    pack_text(p, m->excerpt);
}

void input_report(const struct input *in, struct pack *p)
{
    pack_number(p, in->counts.rows);
    pack_number(p, in->counts.records);
    pack_number(p, in->counts.unreadable);
    pack_number(p, in->counts.unmatched);
    pack_number(p, in->counts.mended);
    pack_remark(p, &in->wider);
    pack_remark(p, &in->stray);
    for (size_t i = 0; i < in->format->part_count; i++)
        pack_number(p, in->noted[i]);
    for (size_t i = 0; i < in->lane_count; i++) {
        const struct lane *lane = in->lanes[i];
        pack_number(p, lane->counts.records);
        pack_number(p, lane->counts.memos);
        pack_number(p, lane->counts.total_count);
        for (size_t k = 0; k < lane->counts.total_count; k++) {
            pack_number(p, lane->totals[k].currency);
            pack_raw(p, &lane->totals[k].least, sizeof lane->totals[k].least);
            pack_raw(p, &lane->totals[k].most, sizeof lane->totals[k].most);
        }
    }
}

static void absorb_remark(struct input *in, struct remark *m, struct unpack *u)
{
    struct remark more = {.rows = unpack_number(u), .line = unpack_number(u)};
    struct text excerpt = unpack_text(u);
    if (m->rows == 0 && more.rows > 0) {
        m->line = more.line;
        m->excerpt = arena_copy(&in->arena, excerpt);
    }
    m->rows += more.rows;
}

static void absorb_lane(struct lane *lane, struct unpack *u)
{
    lane->counts.records += unpack_number(u);
    lane->counts.memos += unpack_number(u);
    for (size_t left = unpack_count(u); left > 0; left--) {
        struct total t = {.currency = (currency)unpack_number(u)};
        struct text least = unpack_raw(u, sizeof t.least), most = unpack_raw(u, sizeof t.most);
        if (u->broken)
            return;
        memcpy(&t.least, least.at, sizeof t.least);
        memcpy(&t.most, most.at, sizeof t.most);
        lane_add(lane, &t);
    }
}

void input_absorb(struct input *in, struct unpack *u)
{
    in->counts.rows += unpack_number(u);
    in->counts.records += unpack_number(u);
    in->counts.unreadable += unpack_number(u);
    in->counts.unmatched += unpack_number(u);
    in->counts.mended += unpack_number(u);
    absorb_remark(in, &in->wider, u);
    absorb_remark(in, &in->stray, u);
    for (size_t i = 0; i < in->format->part_count; i++)
        in->noted[i] += unpack_number(u);
    for (size_t i = 0; i < in->lane_count; i++)
        absorb_lane(in->lanes[i], u);
    input_check_share(in, false);
}

void input_take_rejects(struct input *in, struct text rows)
{
    FILE *out = in->options->rejects;
    if (!out || rows.len == 0)
        return;
    input_begin_rejects(in);
    fwrite(rows.at, 1, rows.len, out);
}
