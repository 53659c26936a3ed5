/* SPDX-License-Identifier: Apache-2.0
 *
 * The file: a first line, then parts, each a letter, the length, the bytes:
 *   T terms; F finding; M message; I input; N name of an input; R a rule that met records;
 *   G entries of groups of one rule; C how many files; and at the end D, the digest of all before.
 */
#include <config.h>

#include "engine/partial.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/storing.h"
#include "engine/group_entry.h"

static const char first_line[] = "scrutineer partial result 5\n";
static const char unwritable[] = "partial-unwritable"; /* a message's code */
enum { DIGEST_BYTES = 32, MOST_PART = 1 << 30, FILE_NUMBERS = 1 << 16 };

struct partial_writer {
    struct whole_file *whole;
    FILE *file; /* its stream */
    const char *path;
    struct digest digest;
    struct pack part;
};

/* --- writing --- */

static void write_part(struct partial_writer *w, char tag)
{
    struct pack head = {0};
    pack_raw(&head, &tag, 1);
    pack_number(&head, w->part.len);
    fwrite(head.bytes, 1, head.len, w->file);
    fwrite(w->part.bytes, 1, w->part.len, w->file);
    digest_add(&w->digest, pack_whole(&head));
    digest_add(&w->digest, pack_whole(&w->part));
    w->part.len = 0;
    pack_free(&head);
}

struct partial_writer *partial_create(struct diags *d, const char *path,
                                      const struct partial_terms *t)
{
    struct stat there;
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode)) {
        diag_at(d, DIAG_ERROR, (struct place){.file = text_of(path)}, unwritable,
                TEXT("name a file"), TEXT(""), "is there already, and no ordinary file");
        return NULL;
    }
    struct partial_writer *w = heap_alloc(1, sizeof *w);
    w->path = path;
    w->whole = whole_file_begin(path, WHOLE_FILE_REPLACES, 0666);
    if (!w->whole) {
        whole_file_refused(d, unwritable, path, errno);
        partial_abandon(w);
        return NULL;
    }
    w->file = whole_file_stream(w->whole);
    digest_init(&w->digest);
    fputs(first_line, w->file);
    pack_text(&w->part, t->version);
    pack_text(&w->part, t->law);
    pack_text(&w->part, t->plugins);
    pack_text(&w->part, t->jurisdictions);
    pack_text(&w->part, t->registers);
    write_part(w, 'T');
    return w;
}

void partial_abandon(struct partial_writer *w)
{
    if (!w)
        return;
    if (w->whole)
        whole_file_end(w->whole, false);
    pack_free(&w->part);
    free(w);
}

void partial_finding(struct partial_writer *w, const struct plan *p, const struct finding *f)
{
    finding_pack(&w->part, p, f);
    write_part(w, 'F');
}

static void write_message(struct partial_writer *w, const struct diag *m)
{
    pack_number(&w->part, m->severity);
    pack_text(&w->part, text_of(m->code));
    pack_text(&w->part, m->place.file);
    pack_number(&w->part, m->place.line);
    pack_number(&w->part, m->place.column);
    pack_text(&w->part, m->message);
    pack_text(&w->part, m->hint);
    pack_text(&w->part, m->excerpt);
    write_part(w, 'M');
}

static void write_input(struct partial_writer *w, const struct input_summary *s)
{
    const struct input_counts *c = &s->counts;
    struct pack *p = &w->part;
    pack_text(p, s->file);
    pack_text(p, s->format);
    pack_text(p, s->replaces);
    pack_number(p, c->rows);
    pack_number(p, c->records);
    pack_number(p, c->unreadable);
    pack_number(p, c->unmatched);
    pack_number(p, c->mended);
    pack_number(p, c->bytes);
    pack_number(p, c->size);
    pack_number(p, c->type_count);
    for (size_t i = 0; i < c->type_count; i++) {
        pack_text(p, c->types[i].record->name);
        pack_number(p, c->types[i].records);
        pack_number(p, c->types[i].memos);
        pack_number(p, c->types[i].total_count);
        for (size_t k = 0; k < c->types[i].total_count; k++)
            pack_raw(p, &c->types[i].totals[k], sizeof *c->types[i].totals);
    }
    write_part(w, 'I');
}

static void write_groups(struct partial_writer *w, const struct group_log *log, size_t task)
{
    for (size_t part = 0; part < GROUP_PARTS; part++) {
        struct log_reading reading = {0};
        struct text entries;
        while (group_log_next(log, task, part, &reading, &entries)) {
            pack_number(&w->part, task);
            pack_raw(&w->part, entries.at, entries.len);
            write_part(w, 'G');
        }
        log_reading_free(&reading);
    }
}

static void write_rest(struct partial_writer *w, const struct partial_rest *r)
{
    const struct plan *plan = run_plan_of(r->run);
    const struct input_names *names = run_names(r->run);
    for (size_t i = 0; i < r->messages->count; i++)
        write_message(w, &r->messages->items[i]);
    for (size_t i = 0; i < r->input_count; i++)
        write_input(w, &r->inputs[i]);
    for (size_t i = 0; i < names->count; i++) {
        pack_number(&w->part, names->items[i].number);
        pack_text(&w->part, names->items[i].file);
        pack_text(&w->part, names->items[i].filed);
        write_part(w, 'N');
    }
    for (size_t i = 0; i < plan->all_count; i++) {
        if (run_tally(r->run, i)->ran) {
            pack_number(&w->part, i);
            write_part(w, 'R');
        }
        for (size_t k = 0; k < r->judge_count; k++)
            write_groups(w, judge_log(r->judges[k]), i);
    }
    pack_number(&w->part, r->file_count);
    pack_number(&w->part, r->messages->suppressed);
    write_part(w, 'C');
}

bool partial_finish(struct partial_writer *w, struct diags *d, const struct partial_rest *r)
{
    char hex[DIGEST_TEXT_SIZE];
    write_rest(w, r);
    fprintf(w->file, "D%s\n", digest_end(&w->digest, DIGEST_BYTES, hex));
    bool ok = whole_file_end(w->whole, true);
    w->whole = NULL;
    if (!ok)
        whole_file_refused(d, unwritable, w->path, errno);
    partial_abandon(w);
    return ok;
}

/* --- reading --- */

struct part_reader {
    FILE *file;
    struct digest digest;
    char *bytes;
    size_t room;
    struct text part;
    char tag;
    bool broken;
};

static bool read_length(struct part_reader *r, struct pack *head, size_t *len)
{
    uint64_t n = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        int c = getc(r->file);
        if (c == EOF)
            return false;
        char byte = (char)c;
        pack_raw(head, &byte, 1);
        n |= (uint64_t)(c & 0x7F) << shift;
        if (c < 0x80) {
            *len = (size_t)n;
            return n <= MOST_PART;
        }
    }
    return false;
}

/* False at the digest, or where the file is broken. */
static bool next_part(struct part_reader *r)
{
    struct pack head = {0};
    size_t len = 0;
    int c = getc(r->file);
    r->tag = (char)c;
    r->broken = c == EOF;
    if (r->broken || r->tag == 'D')
        return false;
    pack_raw(&head, &r->tag, 1);
    r->broken = !read_length(r, &head, &len);
    if (!r->broken && r->room < len) {
        r->room = len;
        r->bytes = heap_resize(r->bytes, r->room, 1);
    }
    r->broken = r->broken || fread(r->bytes, 1, len, r->file) != len;
    r->part = (struct text){r->bytes, len};
    if (!r->broken) {
        digest_add(&r->digest, pack_whole(&head));
        digest_add(&r->digest, r->part);
    }
    pack_free(&head);
    return !r->broken;
}

static bool begin_parts(struct part_reader *r)
{
    char line[sizeof first_line];
    rewind(r->file);
    digest_init(&r->digest);
    return fgets(line, sizeof line, r->file) && strcmp(line, first_line) == 0;
}

/* Goes through all of it, so that nothing is taken from a file that is not whole. */
static bool is_whole(struct part_reader *r)
{
    char hex[DIGEST_TEXT_SIZE], written[2 * DIGEST_BYTES];
    while (next_part(r))
        ;
    return !r->broken && fread(written, 1, sizeof written, r->file) == sizeof written &&
           memcmp(written, digest_end(&r->digest, DIGEST_BYTES, hex), sizeof written) == 0 &&
           getc(r->file) == '\n' && getc(r->file) == EOF;
}

static bool refuse(const struct partial_reading *p, const char *path, const char *code,
                   const char *hint, const char *what)
{
    return diag_at(p->diags, DIAG_ERROR, (struct place){.file = text_of(path)}, code, text_of(hint),
                   TEXT(""), "%s", what);
}

static bool check_terms(const struct partial_reading *p, const char *path, struct unpack *u,
                        const struct partial_terms *t)
{
    const struct {
        struct text wanted;
        const char *name;
    } terms[] = {{t->version, "version of the program"},
                 {t->law, "law base"},
                 {t->plugins, "set of plugins"},
                 {t->jurisdictions, "choice of law (-j, --select, --ignore, --identity)"},
                 {t->registers, "set of registers (-r)"}};
    bool ok = true;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        struct text made = unpack_text(u), wanted = terms[i].wanted;
        if (text_equal(made, wanted))
            continue;
        ok = diag_at(p->diags, DIAG_ERROR, (struct place){.file = text_of(path)}, "partial-terms",
                     TEXT("make it again from its filings"), TEXT(""),
                     "was made with another %s (%.*s, here %.*s)", terms[i].name, TEXT_ARG(made),
                     TEXT_ARG(wanted));
    }
    return ok;
}

static void take_message(const struct partial_reading *p, struct unpack *u)
{
    uint64_t severity = unpack_number(u);
    struct text code = unpack_text(u);
    struct place place = {.file = unpack_text(u)};
    place.line = unpack_number(u);
    place.column = unpack_number(u);
    struct text message = unpack_text(u), hint = unpack_text(u), excerpt = unpack_text(u);
    if (u->broken || severity > DIAG_ERROR)
        return;
    diag_at(p->diags, (enum severity)severity, place, arena_copy(p->arena, code).at, hint, excerpt,
            "%.*s", TEXT_ARG(message));
}

static void take_input(struct partial_reading *p, struct unpack *u)
{
    struct arena *a = p->arena;
    struct input_summary s = {.file = arena_copy(a, unpack_text(u))};
    s.format = arena_copy(a, unpack_text(u));
    s.replaces = arena_copy(a, unpack_text(u));
    s.counts.rows = unpack_number(u);
    s.counts.records = unpack_number(u);
    s.counts.unreadable = unpack_number(u);
    s.counts.unmatched = unpack_number(u);
    s.counts.mended = unpack_number(u);
    s.counts.bytes = unpack_number(u);
    s.counts.size = unpack_number(u);
    s.counts.type_count = unpack_count(u);
    struct record_counts *types = arena_array(a, s.counts.type_count, struct record_counts);
    for (size_t i = 0; i < s.counts.type_count; i++) {
        types[i].record = vocabulary_record(p->plan->vocabulary, unpack_text(u));
        types[i].records = unpack_number(u);
        types[i].memos = unpack_number(u);
        types[i].total_count = unpack_count(u);
        struct total *totals = arena_array(a, types[i].total_count, struct total);
        for (size_t k = 0; k < types[i].total_count; k++) {
            struct text raw = unpack_raw(u, sizeof *totals);
            if (raw.len)
                memcpy(&totals[k], raw.at, raw.len);
        }
        types[i].totals = totals;
        u->broken |= !types[i].record;
    }
    s.counts.types = types;
    if (!u->broken)
        *arena_push(a, &p->inputs, &p->input_count) = s;
}

/* Entries get the numbers of their inputs among all that are merged. */
static void take_groups(const struct partial_reading *p, struct unpack *u)
{
    uint64_t task = unpack_number(u);
    struct pack shifted = {0};
    struct log_head head;
    struct text entry;
    u->broken |= task >= p->plan->all_count;
    while (!u->broken && log_entry_next(u, &head, &entry)) {
        uint64_t hash = entry_shift(entry, p->files_before * FILE_NUMBERS, &shifted);
        u->broken = shifted.len == 0;
        if (!u->broken)
            group_log_add(judge_log(p->judge), (size_t)task, hash, pack_whole(&shifted));
    }
    pack_free(&shifted);
}

static size_t take_part(struct partial_reading *p, char tag, struct text part)
{
    struct unpack u = unpack_of(part);
    size_t files = 0;
    if (tag == 'F') {
        run_take_finding(p->run, &u);
    } else if (tag == 'M') {
        take_message(p, &u);
    } else if (tag == 'I') {
        take_input(p, &u);
    } else if (tag == 'N') {
        size_t number = (size_t)unpack_number(&u) + p->files_before * FILE_NUMBERS;
        struct text file = unpack_text(&u);
        run_name_input(p->run, number, file, unpack_text(&u));
    } else if (tag == 'R') {
        run_note_ran(p->run, (size_t)unpack_number(&u));
    } else if (tag == 'G') {
        take_groups(p, &u);
    } else if (tag == 'C') {
        files = (size_t)unpack_number(&u);
        p->diags->suppressed += (size_t)unpack_number(&u);
    }
    return files;
}

static bool read_parts(struct partial_reading *p, struct part_reader *r, const char *path,
                       const struct partial_terms *t)
{
    size_t files = 0;
    bool known = false;
    if (!begin_parts(r))
        return refuse(p, path, "partial-wrong-kind", "`scrutineer check --partial FILE` makes one",
                      "this is no partial result of this version");
    if (!is_whole(r))
        return refuse(p, path, "partial-broken", "make it again from its filings",
                      "is cut or changed: its digest does not fit");
    begin_parts(r);
    while (next_part(r)) {
        struct unpack u = unpack_of(r->part);
        if (r->tag == 'T' && !check_terms(p, path, &u, t))
            return false;
        known |= r->tag == 'T';
        if (!known)
            return refuse(p, path, "partial-broken", "make it again from its filings",
                          "does not begin with the law and the program that made it");
        files += take_part(p, r->tag, r->part);
    }
    p->files_before += files;
    return true;
}

bool partial_read(struct partial_reading *p, const char *path, const struct partial_terms *t)
{
    struct part_reader r = {.file = fopen(path, "rb")};
    if (!r.file)
        return refuse(p, path, "partial-unreadable", "check the path", strerror(errno));
    bool ok = read_parts(p, &r, path, t);
    free(r.bytes);
    fclose(r.file);
    return ok;
}
