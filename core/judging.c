/* SPDX-License-Identifier: Apache-2.0
 *
 * Filings read and judged by one thread or by several, and what they found taken in the order of
 * the records. With several threads small files are read and judged whole by one of them, large
 * tables are cut into pieces, and what cannot be cut is read by one and judged by the others, batch
 * by batch; the findings, messages and totals are the same.
 */
#include <config.h>

#include <sched.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "checking.h"

enum {
    MOST_JOBS = 256,
    PIECE = 1 << 20,
    SMALL_FILE = 4 << 20,
    TABLES_A_FILE = 1 << 16,
    MOST_SPARE = 8
};

/* A large table that is read in pieces. */
struct table {
    struct input *in;
    const struct input *model; /* from which the workers make their readers */
    struct judged_input judged;
    struct batch *spare[MOST_SPARE]; /* judged ones, to be filled again */
    size_t spare_count;
    struct piece spare_pieces[MOST_SPARE];
    size_t spare_piece_count;
};

struct worker {
    struct judge *judge;
    struct input *reader; /* of the pieces of one table */
    const struct table *table;
};

/* A table of a small file, judged whole. */
struct table_result {
    size_t number;
    struct text filed; /* the jurisdiction whose filings it holds */
    struct input_summary summary;
    struct docket docket;
};

/* What a worker is given: a small file, a piece of a table, or a batch of a table that one thread
 * reads. */
struct job {
    struct checking *checking;
    const char *path;
    size_t file_number;
    struct table *table;
    struct batch *batch;
    struct piece piece;
    struct pack counts; /* of the piece */
    struct arena arena;
    struct table_result *tables; /* of a file; of a piece one, for its docket */
    size_t table_count;
    struct diags diags;
    FILE *rejects;
    char *rejected;
    size_t rejected_len;
    bool complete;
};

/* The user may hold one country's filings against another's law, but not without being told. */
static void warn_of_mismatch(const struct scr_session *s, const struct input *in, struct diags *d)
{
    const struct format *f = input_format(in);
    bool named = s->options.jurisdiction_count == 0 || f->jurisdiction.len == 0;
    for (size_t i = 0; i < s->law.jurisdiction_count; i++)
        named |= s->law.jurisdictions[i]->everywhere ||
                 text_equal(s->law.jurisdictions[i]->id, f->jurisdiction);
    if (!named)
        diag_at(d, DIAG_WARNING, (struct place){.file = input_name(in)}, "check-other-law",
                TEXT("leave -j out to judge each filing by its own law"), TEXT(""),
                "these are filings of \"%.*s\", judged by another law", TEXT_ARG(f->jurisdiction));
}

/* --- one thread --- */

static size_t next_number(struct checking *c)
{
    return c->file_number * TABLES_A_FILE + c->table_number++;
}

static bool check_here(struct checking *c, struct table *t)
{
    struct batch *b;
    while ((b = input_next(t->in)) != NULL) {
        run_batch(c->run, b, &t->judged);
        if (!session_go_on(c->session, t->in))
            return false;
    }
    return true;
}

/* --- pieces of a table --- */

static struct job *job_new(struct checking *c)
{
    struct job *j = heap_alloc(1, sizeof *j);
    j->checking = c;
    j->arena = ARENA("job");
    diags_init(&j->diags);
    if (c->options.rejects)
        j->rejects = heap_stream(&j->rejected, &j->rejected_len);
    return j;
}

static struct table_result *add_result(struct job *j, size_t number)
{
    struct table_result *r = arena_push(&j->arena, &j->tables, &j->table_count);
    r->number = number;
    docket_init(&r->docket, j->checking->plan);
    return r;
}

static void batch_discard(struct batch *b)
{
    if (b)
        batch_free(b);
    free(b);
}

static void job_free(struct job *j)
{
    for (size_t i = 0; i < j->table_count; i++)
        docket_free(&j->tables[i].docket);
    if (j->rejects)
        fclose(j->rejects);
    free(j->rejected);
    piece_free(&j->piece);
    pack_free(&j->counts);
    batch_discard(j->batch);
    diags_free(&j->diags);
    arena_free(&j->arena);
    free(j);
}

static void judge_one_batch(struct worker *w, struct job *j)
{
    struct table_result *r = add_result(j, j->table->judged.number);
    judge_batch(w->judge, j->batch, &j->table->judged, &r->docket);
}

static void keep_spare(struct table *t, struct batch *b)
{
    if (t->spare_count == MOST_SPARE)
        batch_discard(b);
    else
        t->spare[t->spare_count++] = b;
}

static void take_batch(struct checking *c, struct job *j)
{
    run_take(c->run, &j->tables[0].docket);
    batch_clear(j->batch);
    keep_spare(j->table, j->batch);
    j->batch = NULL;
}

static struct text rejected_of(struct job *j)
{
    if (!j->rejects)
        return TEXT("");
    fflush(j->rejects);
    return (struct text){j->rejected, j->rejected_len};
}

static void judge_piece(struct worker *w, struct job *j)
{
    struct table_result *r = add_result(j, j->table->judged.number);
    struct batch *b;
    if (w->table != j->table) {
        input_close(w->reader);
        w->reader = input_reader(j->table->model);
        w->table = j->table;
    }
    input_feed(w->reader, &j->piece, &j->diags, j->rejects);
    while (!atomic_load(&j->checking->stop) && (b = input_next(w->reader)) != NULL)
        judge_batch(w->judge, b, &j->table->judged, &r->docket);
    input_report(w->reader, &j->counts);
}

/* Its memory is filled again: to ask the system for other takes longer than to copy the rows. */
static void keep_piece(struct table *t, struct piece *p)
{
    if (t->spare_piece_count == MOST_SPARE)
        return;
    t->spare_pieces[t->spare_piece_count++] = *p;
    *p = (struct piece){0};
}

static void take_piece(struct checking *c, struct job *j)
{
    struct unpack counts = unpack_of(pack_whole(&j->counts));
    diags_take(&c->session->diags, &j->diags);
    run_take(c->run, &j->tables[0].docket);
    input_absorb(j->table->in, &counts);
    input_take_rejects(j->table->in, rejected_of(j));
    keep_piece(j->table, &j->piece);
}

/* --- small files --- */

static void judge_table(struct worker *w, struct job *j, struct input *in)
{
    struct checking *c = j->checking;
    struct table_result *r = add_result(j, j->file_number * TABLES_A_FILE + j->table_count);
    r->filed = input_format(in)->jurisdiction;
    struct judged_input judged = {r->number, r->filed};
    struct batch *b;
    warn_of_mismatch(c->session, in, &j->diags);
    while (!atomic_load(&c->stop) && (b = input_next(in)) != NULL)
        judge_batch(w->judge, b, &judged, &r->docket);
    r->summary = summary_of(&j->arena, in);
}

static void judge_file(struct worker *w, struct job *j)
{
    struct input_options options = j->checking->options;
    options.rejects = j->rejects;
    struct filing *f = filing_open(&j->diags, &options, j->path);
    struct input *in;
    j->complete = f != NULL;
    while (f && (in = filing_next(f)) != NULL) {
        judge_table(w, j, in);
        j->complete &= input_complete(in);
        input_close(in);
    }
    j->complete &= f && filing_complete(f);
    filing_free(f);
}

static void take_file(struct checking *c, struct job *j)
{
    struct text rejected = rejected_of(j);
    diags_take(&c->session->diags, &j->diags);
    for (size_t i = 0; i < j->table_count; i++) {
        struct table_result *r = &j->tables[i];
        run_name_input(c->run, r->number, r->summary.file, r->filed);
        run_take(c->run, &r->docket);
        run_end_input(c->run, r->summary.file);
        checking_add_summary(c, &r->summary);
    }
    run_end_file(c->run);
    if (rejected.len)
        fwrite(rejected.at, 1, rejected.len, c->options.rejects);
    c->ok &= j->complete;
}

/* --- the crew --- */

static void do_job(void *worker, void *job)
{
    struct job *j = job;
    if (j->batch)
        judge_one_batch(worker, j);
    else if (j->table)
        judge_piece(worker, j);
    else
        judge_file(worker, j);
}

static void take_job(struct checking *c, struct job *j)
{
    if (!atomic_load(&c->stop)) {
        if (j->batch)
            take_batch(c, j);
        else if (j->table)
            take_piece(c, j);
        else
            take_file(c, j);
    }
    job_free(j);
}

/* Takes what is done; waits only while there is no room for more. */
static void give(struct checking *c, struct job *j)
{
    struct job *done;
    while ((done = crew_take_done(c->crew)) != NULL)
        take_job(c, done);
    if (crew_is_full(c->crew))
        take_job(c, crew_take(c->crew));
    crew_give(c->crew, j);
}

void judging_drain(struct checking *c)
{
    struct job *j;
    while (c->crew && (j = crew_take(c->crew)) != NULL)
        take_job(c, j);
}

static bool go_on(struct checking *c, const struct input *in)
{
    if (session_go_on(c->session, in))
        return true;
    atomic_store(&c->stop, true);
    return false;
}

static bool give_pieces(struct checking *c, struct table *t)
{
    size_t wanted = c->session->options.piece ? c->session->options.piece : PIECE;
    struct piece piece = {0};
    bool more = true;
    while (more && input_cut(t->in, wanted, &piece)) {
        struct job *j = job_new(c);
        j->table = t;
        j->piece = piece;
        give(c, j);
        piece = t->spare_piece_count ? t->spare_pieces[--t->spare_piece_count] : (struct piece){0};
        more = go_on(c, t->in);
    }
    piece_free(&piece);
    judging_drain(c);
    for (size_t i = 0; i < c->worker_count; i++) {
        input_close(c->workers[i].reader);
        c->workers[i].reader = NULL;
        c->workers[i].table = NULL;
    }
    while (t->spare_piece_count)
        piece_free(&t->spare_pieces[--t->spare_piece_count]);
    return more && go_on(c, t->in);
}

static struct batch *take_spare(struct table *t, const struct record_type *record)
{
    for (size_t i = 0; i < t->spare_count; i++)
        if (t->spare[i]->record == record) {
            struct batch *b = t->spare[i];
            t->spare[i] = t->spare[--t->spare_count];
            return b;
        }
    return NULL;
}

static void free_spares(struct table *t)
{
    for (size_t i = 0; i < t->spare_count; i++)
        batch_discard(t->spare[i]);
    t->spare_count = 0;
}

/* A table that cannot be cut is read by this thread and judged by the others, batch by batch. */
static bool give_batches(struct checking *c, struct table *t)
{
    struct batch *b;
    bool more = true;
    while (more && (b = input_next(t->in)) != NULL) {
        struct batch *spare = take_spare(t, b->record);
        struct batch *own = input_take_batch(t->in, b, spare);
        if (!own) {
            judging_drain(c);
            run_batch(c->run, b, &t->judged);
            if (spare)
                keep_spare(t, spare);
        } else {
            struct job *j = job_new(c);
            j->table = t;
            j->batch = own;
            give(c, j);
        }
        more = go_on(c, t->in);
    }
    judging_drain(c);
    free_spares(t);
    return more;
}

static bool check_table(void *owner, struct input *in)
{
    struct checking *c = owner;
    struct table t = {.in = in, .judged = {next_number(c), input_format(in)->jurisdiction}};
    bool more = true;
    run_name_input(c->run, t.judged.number, input_name(in), t.judged.jurisdiction);
    warn_of_mismatch(c->session, in, &c->session->diags);
    if (c->crew && input_divisible(in)) {
        struct input *model = input_reader(in);
        t.model = model;
        more = give_pieces(c, &t);
        input_close(model);
    }
    /* What cannot be cut, or is left. */
    if (more && (c->crew ? give_batches(c, &t) : check_here(c, &t))) {
        run_end_input(c->run, input_name(in));
        struct input_summary s = summary_of(&c->session->arena, in);
        checking_add_summary(c, &s);
    }
    return true;
}

static bool is_small(const char *path)
{
    struct stat about;
    return strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISREG(about.st_mode) &&
           about.st_size <= SMALL_FILE;
}

void judging_file(struct checking *c, const char *path, bool others)
{
    if (c->crew && others && !input_feed_of(&c->options, path) && is_small(path)) {
        struct job *j = job_new(c);
        j->path = path;
        j->file_number = c->file_number;
        give(c, j);
        return;
    }
    judging_drain(c);
    c->table_number = 0;
    c->ok &= session_read_file(c->session, &c->options, path, check_table, c);
    run_end_file(c->run);
}

/* As many as the machine lets this process have, unless the user says; a limit on unreadable rows
 * means the first rows of the file, so that one thread reads them in their order. */
size_t judging_threads(const struct scr_options *o)
{
    cpu_set_t set;
    size_t count = o->jobs;
    if (o->limit_unreadable || o->trace)
        return 1;
    if (count == 0 && sched_getaffinity(0, sizeof set, &set) == 0)
        count = (size_t)CPU_COUNT(&set);
    return count < 1 ? 1 : count > MOST_JOBS ? MOST_JOBS : count;
}

/* What fails here (memory, a plugin that changed meanwhile) leaves fewer threads. */
void judging_begin(struct checking *c, const struct judge_options *judging)
{
    const struct scr_options *o = &c->session->options;
    struct host_limits limits = {o->plugin_memory, o->plugin_instructions};
    struct arena *a = &c->session->arena;
    size_t wanted = judging_threads(o);
    c->judges = arena_array(a, wanted, struct judge *);
    c->workers = arena_array(a, wanted, struct worker);
    void **workers = arena_array(a, wanted, void *);
    for (size_t i = 0; i < wanted; i++) {
        struct diags said;
        diags_init(&said);
        c->judges[i] = i == 0 ? run_judge(c->run)
                              : judge_new_with_host(c->plan, *judging, &said, limits);
        diags_free(&said);
        if (!c->judges[i])
            break;
        c->workers[i].judge = c->judges[i];
        workers[i] = &c->workers[i];
        c->worker_count++;
    }
    if (c->worker_count > 1)
        c->crew = crew_new(c->worker_count, workers, do_job);
}

void judging_end(struct checking *c)
{
    crew_free(c->crew);
    c->crew = NULL;
}
