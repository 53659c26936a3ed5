/* SPDX-License-Identifier: Apache-2.0
 *
 * A check: filings read and judged by one thread or by several, and what they found taken in the
 * order of the records. With several threads small files are read and judged whole by one of them,
 * large tables are cut into pieces; the findings, messages and totals are the same.
 */
#include <config.h>

#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/crew.h"
#include "base/digest.h"
#include "engine/partial.h"
#include "report/report.h"
#include "session.h"

enum {
    MOST_JOBS = 256,
    PIECE = 1 << 20,
    SMALL_FILE = 4 << 20,
    TABLES_A_FILE = 1 << 16,
    MOST_SPARE = 8
};

struct worker;
struct checking {
    struct scr_session *session;
    const struct report_format *format;
    struct report report;
    struct partial_writer *partial;  /* instead of a report; NULL: none is asked for */
    const struct check_taker *taker; /* likewise */
    const struct plan *plan;
    struct run *run;
    struct input_options options;
    struct input_summary *summaries;
    size_t summary_count;
    struct worker *workers;
    struct judge **judges;
    size_t worker_count;
    struct crew *crew; /* NULL: one thread does everything */
    atomic_bool stop;
    size_t file_number; /* of the file at hand, and of the table in it */
    size_t table_number;
    bool ok;
};

/* A large table that is read in pieces. */
struct table {
    struct input *in;
    const struct input *model; /* from which the workers make their readers */
    struct judged_input judged;
    struct batch *spare[MOST_SPARE]; /* judged ones, to be filled again */
    size_t spare_count;
};

struct worker {
    struct judge *judge;
    struct input *reader; /* of the pieces of one table */
    const struct table *table;
};

/* A table of a small file, judged whole. */
struct table_result {
    size_t number;
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

static void take_finding(void *owner, const struct finding *f)
{
    struct checking *c = owner;
    if (c->partial) {
        partial_finding(c->partial, c->plan, f);
        return;
    }
    if (c->taker) {
        c->taker->finding(c->taker->owner, f);
        return;
    }
    c->session->outcomes[f->outcome]++;
    c->format->finding(&c->report, f);
}

/* What is known of a table when its reading ended; in the arena, so that it outlives the input. */
static struct input_summary summarise(struct arena *a, struct text file, struct text format,
                                      struct text replaces, struct input_counts counts)
{
    struct input_summary s = {.file = arena_copy(a, file),
                              .format = format,
                              .replaces = arena_copy(a, replaces),
                              .counts = counts};
    struct record_counts *types = arena_array(a, counts.type_count, struct record_counts);
    for (size_t i = 0; i < counts.type_count; i++) {
        types[i] = counts.types[i];
        struct total *totals = arena_array(a, types[i].total_count, struct total);
        for (size_t k = 0; k < types[i].total_count; k++)
            totals[k] = types[i].totals[k];
        types[i].totals = totals;
    }
    s.counts.types = types;
    return s;
}

struct input_summary summary_of(struct arena *a, const struct input *in)
{
    return summarise(a, input_name(in), input_format(in)->name, input_replaces(in),
                     input_counts(in));
}

static void add_summary(struct checking *c, const struct input_summary *s)
{
    *arena_push(&c->session->arena, &c->summaries, &c->summary_count) = summarise(
        &c->session->arena, s->file, s->format, s->replaces, s->counts);
}

static struct text digits_of(struct text t)
{
    while (t.len && (t.at[0] < '0' || t.at[0] > '9'))
        t = text_slice(t, 1, t.len);
    size_t len = 0;
    while (len < t.len && t.at[len] >= '0' && t.at[len] <= '9')
        len++;
    return text_slice(t, 0, len);
}

/* Filings bear their number in the name of the file. */
static struct text number_of(struct text file)
{
    for (size_t at; (at = text_find(file, '/')) < file.len;)
        file = text_slice(file, at + 1, file.len);
    return digits_of(file);
}

/* Of a filing and the one that replaces it both were read: what they tell is counted twice. */
static void warn_of_replaced(const struct checking *c)
{
    struct text *numbers = arena_array(&c->session->arena, c->summary_count, struct text);
    for (size_t i = 0; i < c->summary_count; i++)
        numbers[i] = number_of(c->summaries[i].file);
    for (size_t i = 0; i < c->summary_count; i++) {
        const struct input_summary *later = &c->summaries[i];
        struct text number = digits_of(later->replaces);
        for (size_t k = 0; number.len && k < c->summary_count; k++) {
            const struct input_summary *other = &c->summaries[k];
            bool both_amend = k > i && text_equal(other->replaces, later->replaces);
            if (k == i || (!both_amend && !text_equal(numbers[k], number)))
                continue;
            diag_at(&c->session->diags, DIAG_WARNING, (struct place){.file = later->file},
                    "check-replaced", TEXT("leave one out: what both tell counts twice"), TEXT(""),
                    both_amend ? "replaces the same filing as %.*s" : "replaces %.*s, read as well",
                    TEXT_ARG(other->file));
        }
    }
}

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
        j->rejects = open_memstream(&j->rejected, &j->rejected_len);
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

static void take_piece(struct checking *c, struct job *j)
{
    struct unpack counts = unpack_of(pack_whole(&j->counts));
    diags_take(&c->session->diags, &j->diags);
    run_take(c->run, &j->tables[0].docket);
    input_absorb(j->table->in, &counts);
    input_take_rejects(j->table->in, rejected_of(j));
}

/* --- small files --- */

static void judge_table(struct worker *w, struct job *j, struct input *in)
{
    struct checking *c = j->checking;
    struct table_result *r = add_result(j, j->file_number * TABLES_A_FILE + j->table_count);
    struct judged_input judged = {r->number, input_format(in)->jurisdiction};
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
        run_name_input(c->run, r->number, r->summary.file);
        run_take(c->run, &r->docket);
        run_end_input(c->run, r->summary.file);
        add_summary(c, &r->summary);
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

static void drain(struct checking *c)
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
    struct piece piece;
    bool more = true;
    while (more && input_cut(t->in, wanted, &piece)) {
        struct job *j = job_new(c);
        j->table = t;
        j->piece = piece;
        give(c, j);
        more = go_on(c, t->in);
    }
    drain(c);
    for (size_t i = 0; i < c->worker_count; i++) {
        input_close(c->workers[i].reader);
        c->workers[i].reader = NULL;
        c->workers[i].table = NULL;
    }
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
            drain(c);
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
    drain(c);
    free_spares(t);
    return more;
}

static bool check_table(void *owner, struct input *in)
{
    struct checking *c = owner;
    struct table t = {.in = in, .judged = {next_number(c), input_format(in)->jurisdiction}};
    bool more = true;
    run_name_input(c->run, t.judged.number, input_name(in));
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
        add_summary(c, &s);
    }
    return true;
}

static bool is_small(const char *path)
{
    struct stat about;
    return strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISREG(about.st_mode) &&
           about.st_size <= SMALL_FILE;
}

static void check_file(struct checking *c, const char *path, bool others)
{
    if (c->crew && others && is_small(path)) {
        struct job *j = job_new(c);
        j->path = path;
        j->file_number = c->file_number;
        give(c, j);
        return;
    }
    drain(c);
    c->table_number = 0;
    c->ok &= session_read_file(c->session, &c->options, path, check_table, c);
    run_end_file(c->run);
}

/* As many as the machine lets this process have, unless the user says; a limit on unreadable rows
 * means the first rows of the file, so that one thread reads them in their order. */
static size_t threads_wanted(const struct scr_options *o)
{
    cpu_set_t set;
    size_t count = o->jobs;
    if (o->limit_unreadable)
        return 1;
    if (count == 0 && sched_getaffinity(0, sizeof set, &set) == 0)
        count = (size_t)CPU_COUNT(&set);
    return count < 1 ? 1 : count > MOST_JOBS ? MOST_JOBS : count;
}

/* What fails here (memory, a plugin that changed meanwhile) leaves fewer threads. */
static void gather_crew(struct checking *c, const struct judge_options *judging)
{
    const struct scr_options *o = &c->session->options;
    struct host_limits limits = {o->plugin_memory, o->plugin_instructions};
    struct arena *a = &c->session->arena;
    size_t wanted = threads_wanted(o);
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

static void dismiss_crew(struct checking *c)
{
    crew_free(c->crew);
    c->crew = NULL;
}

/* --- a check --- */

static void end_report(struct checking *c)
{
    struct arena *a = &c->session->arena;
    struct task_cost *costs = arena_array(a, c->plan->task_count, struct task_cost);
    for (size_t i = 0; i < c->plan->task_count; i++)
        costs[i] = run_cost(c->run, c->judges, c->worker_count, i);
    struct report_end end = {c->summaries,
                             c->summary_count,
                             c->run,
                             c->session->options.stats ? costs : NULL,
                             c->session->register_files,
                             c->session->register_file_count};
    if (c->taker)
        c->taker->end(c->taker->owner, &end);
    else
        c->format->end(&c->report, &end);
}

static void finish_report(struct checking *c)
{
    warn_of_replaced(c);
    run_finish(c->run, c->judges, c->worker_count);
    for (size_t i = 0; i < c->plan->task_count; i++)
        c->ok &= !run_tally(c->run, i)->failed;
    end_report(c);
}

/* What a failed plugin would have found is missing from a partial result: better none. */
static void end_partial(struct checking *c, size_t file_count)
{
    struct diags *d = &c->session->diags;
    const char *lost = NULL;
    for (size_t i = 0; i < c->plan->task_count; i++)
        c->ok &= !run_tally(c->run, i)->failed;
    for (size_t i = 0; i < c->worker_count && !lost; i++)
        lost = group_log_error(judge_log(c->judges[i]));
    if (lost)
        c->ok = diag_error(d, (struct span){0}, "groups-unwritable",
                           TEXT("give --memory more, or name a folder with room in TMPDIR"),
                           "groups could not be put aside in TMPDIR: %s", lost);
    if (!c->ok)
        return;
    c->ok = partial_finish(c->partial, d,
                           &(struct partial_rest){c->summaries, c->summary_count, file_count,
                                                  c->run, c->judges, c->worker_count, d});
    c->partial = NULL;
}

static void check_files(struct checking *c, const char *const *files, size_t count)
{
    if (!session_begin_reading(c->session, &c->options)) {
        c->ok = false;
        return;
    }
    c->options.source_names = c->plan->source_names;
    c->options.source_count = c->plan->source_count;
    for (size_t i = 0; i < count && !c->session->stopped; i++) {
        c->file_number = i;
        check_file(c, files[i], count > 1);
    }
    drain(c);
    dismiss_crew(c);
    c->ok &= session_end_reading(c->session, &c->options);
    if (c->session->stopped)
        return;
    if (c->partial)
        end_partial(c, count);
    else
        finish_report(c);
}

static void begin_report(struct checking *c, FILE *out)
{
    const struct scr_options *o = &c->session->options;
    c->report = (struct report){
        .out = out,
        .colour = o->colour,
        .version = PACKAGE_VERSION,
        .language = session_language(c->session),
        .plan = c->plan,
        .arena = ARENA("report"),
    };
    c->ok = c->format->begin(&c->report);
    if (!c->ok)
        diag_error(&c->session->diags, (struct span){0}, "report-temporary",
                   TEXT("is there room in TMPDIR?"), "a temporary file could not be made");
}

/* Groups may keep some of the memory before they go on in TMPDIR, where the machine's cache holds
 * them as well. */
static size_t memory_for_groups(const struct scr_options *o, size_t threads)
{
    enum { SHARE = 4 };
    const size_t most = (size_t)128 << 20;
    size_t memory = o->memory ? o->memory
                              : (size_t)sysconf(_SC_PHYS_PAGES) / 4 * (size_t)sysconf(_SC_PAGESIZE);
    size_t all = memory / SHARE < most ? memory / SHARE : most;
    return all / threads;
}

static struct run *begin_run(struct checking *c)
{
    const struct scr_options *o = &c->session->options;
    struct run_options options = {.include_low = o->include_low ||
                                                 c->partial, /* who merges decides */
                                  .judge = {.any_jurisdiction = o->jurisdiction_count > 0,
                                            .timed = o->stats,
                                            .memory = memory_for_groups(o, threads_wanted(o))}};
    c->run = run_new(c->plan, &c->session->diags, options, take_finding, c);
    gather_crew(c, &options.judge);
    return c->run;
}

static void end_run(struct checking *c)
{
    dismiss_crew(c);
    for (size_t i = 1; i < c->worker_count; i++)
        judge_free(c->judges[i]);
    run_free(c->run);
}

/* Checks what may be checked; false after messages. */
static bool begin_check(struct checking *c, struct scr_session *s, struct plan *p)
{
    *c = (struct checking){.session = s, .plan = p, .ok = true};
    memset(s->outcomes, 0, sizeof s->outcomes);
    s->stopped = false;
    return s->loaded;
}

static bool find_report(struct checking *c, const char *format)
{
    c->format = report_format_find(format);
    return c->format || diag_error(&c->session->diags, (struct span){0}, "report-unknown",
                                   TEXT("text, json or ndjson"), "no report format \"%s\"", format);
}

bool scr_check(struct scr_session *s, const char *const *files, size_t file_count,
               const char *format, FILE *out)
{
    struct plan p;
    struct checking c;
    if (!begin_check(&c, s, &p) || !find_report(&c, format))
        return false;
    if (!session_read_registers(s))
        return false;
    bool planned = session_plan(s, &p, NULL);
    begin_report(&c, out);
    if (c.ok) {
        begin_run(&c);
        check_files(&c, files, file_count);
        end_run(&c);
    }
    arena_free(&c.report.arena);
    plan_free(&p);
    return c.ok && planned && !s->stopped;
}

bool session_check(struct scr_session *s, struct plan *p, const struct check_taker *taker,
                   const char *const *files, size_t file_count)
{
    struct checking c;
    if (!begin_check(&c, s, p))
        return false;
    c.taker = taker;
    begin_run(&c);
    check_files(&c, files, file_count);
    end_run(&c);
    return c.ok && !s->stopped;
}

/* --- partial results --- */

static struct text digest_plugins(struct arena *a, const struct plan *p)
{
    struct digest d;
    char hex[DIGEST_TEXT_SIZE];
    digest_init(&d);
    for (size_t i = 0; i < p->plugin_count; i++) {
        digest_add(&d, p->plugins[i]->name);
        digest_add(&d, p->plugins[i]->source->body);
    }
    return arena_copy(a, text_of(digest_end(&d, 16, hex)));
}

static struct partial_terms terms_of(const struct checking *c)
{
    struct arena *a = &c->session->arena;
    const struct scr_options *o = &c->session->options;
    struct partial_terms t = {text_of(PACKAGE_VERSION), text_of(c->session->law.digest),
                              digest_plugins(a, c->plan), TEXT(""), TEXT("none")};
    for (size_t i = 0; i < o->jurisdiction_count; i++)
        t.jurisdictions = arena_format(a, "%.*s%s%s", TEXT_ARG(t.jurisdictions), i ? "," : "",
                                       o->jurisdictions[i]);
    if (o->jurisdiction_count == 0)
        t.jurisdictions = TEXT("each filing's own");
    if (c->session->registers)
        t.registers = text_of(c->session->registers->digest);
    return t;
}

bool scr_check_partial(struct scr_session *s, const char *const *files, size_t file_count,
                       const char *path)
{
    struct plan p;
    struct checking c;
    if (!begin_check(&c, s, &p) || !session_read_registers(s))
        return false;
    bool planned = session_plan(s, &p, NULL);
    struct partial_terms terms = terms_of(&c);
    c.partial = planned ? partial_create(&s->diags, path, &terms) : NULL;
    c.ok = c.partial != NULL;
    if (c.ok) {
        begin_run(&c);
        check_files(&c, files, file_count);
        end_run(&c);
    }
    partial_abandon(c.partial);
    plan_free(&p);
    return c.ok && !s->stopped;
}

static void merge_parts(struct checking *c, const char *const *parts, size_t count)
{
    struct partial_terms terms = terms_of(c);
    struct partial_reading reading = {.diags = &c->session->diags,
                                      .plan = c->plan,
                                      .run = c->run,
                                      .judge = run_judge(c->run),
                                      .arena = &c->session->arena};
    for (size_t i = 0; i < count && c->ok; i++)
        c->ok = partial_read(&reading, parts[i], &terms);
    c->summaries = reading.inputs;
    c->summary_count = reading.input_count;
    dismiss_crew(c);
    if (c->ok)
        finish_report(c);
}

bool scr_merge(struct scr_session *s, const char *const *parts, size_t part_count,
               const char *format, FILE *out)
{
    struct plan p;
    struct checking c;
    if (!begin_check(&c, s, &p) || !find_report(&c, format))
        return false;
    if (!session_read_registers(s))
        return false;
    bool planned = session_plan(s, &p, NULL);
    begin_report(&c, out);
    if (c.ok) {
        begin_run(&c);
        merge_parts(&c, parts, part_count);
        end_run(&c);
    }
    arena_free(&c.report.arena);
    plan_free(&p);
    return c.ok && planned;
}
