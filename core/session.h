/* SPDX-License-Identifier: Apache-2.0
 *
 * Behind scrutineer.h: what a session holds, and the reading of filings that several of its
 * functions share.
 */
#ifndef SESSION_H
#define SESSION_H

#include "engine/run.h"
#include "filing/input.h"
#include "filing/register.h"
#include "law/bill.h"
#include "law/standard.h"
#include "report/report.h"
#include "scrutineer.h"

struct scr_session {
    struct scr_options options;
    struct arena arena;
    struct diags diags;
    struct lawbase law;  /* after the bills, when there are some ... */
    struct lawbase base; /* ... and before them */
    struct bill **bills;
    size_t bill_count;
    bool bills_apply; /* false: something in them cannot be applied */
    struct vocabulary *vocabulary;
    struct format_list formats; /* the law base's, then the vocabulary's own */
    size_t own_formats;         /* how many are the law base's */
    struct format *given;       /* the one that the user gave as a file; may be NULL */
    struct text given_path;
    struct host *host;
    struct name_tables names; /* see session_names() */
    bool names_read;
    struct registers *registers; /* NULL: not read yet, or none given */
    struct input_summary *register_files;
    size_t register_file_count;
    struct embedded *embedded;  /* inputs and findings of scr_run(); NULL: none yet */
    struct whole_file *rejects; /* while filings are read, when the user wants them */
    uint64_t outcomes[4 + 1];   /* by enum outcome */
    bool loaded, stopped;
};

/* The filings that scr_add_reader() named; and lets go of all that scr_run() kept. */
const struct filing_feed *session_feeds(const struct scr_session *, size_t *count);
void session_drop_embedded(struct scr_session *);
/* The language of titles. */
struct text session_language(const struct scr_session *);
/* How filings are to be read; false after messages. What was begun is ended, also after a failure
 * while reading; false: rejected rows could not be written. */
bool session_begin_reading(struct scr_session *, struct input_options *);
bool session_end_reading(struct scr_session *);
/* Hands every table of a file to `take`, which reads it and may end everything by false. False when
 * something was not read, or reading was stopped. */
bool session_read_file(struct scr_session *, const struct input_options *, const char *path,
                       bool (*take)(void *owner, struct input *), void *owner);
/* How names are compared, read once from the law base; NULL after messages. */
const struct name_tables *session_names(struct scr_session *);
/* Reads the registers that the user gave, once. False after messages: one of them could not be
 * read, or not whole. */
bool session_read_registers(struct scr_session *);
/* What is known of a table when its reading ended; in the arena, so that it outlives the input. */
struct input_summary summary_of(struct arena *, const struct input *);
/* The rules (NULL: all of the law base) compiled; false after messages: some are left out. */
bool session_plan(struct scr_session *, struct plan *, const struct rule *only);
/* Holds the files against a plan and hands on what is found, and at the end what is known only then
 * (not when the check was stopped). False after messages. */
struct check_taker {
    finding_sink *finding;
    void (*end)(void *owner, const struct report_end *);
    void *owner;
};
bool session_check(struct scr_session *, struct plan *, const struct check_taker *,
                   const char *const *files, size_t file_count);
/* Checks the files and hands on the one finding whose fingerprint begins so. False after messages,
 * also when several begin so: then each was handed on. What rests on low law is found as well. */
bool session_find_finding(struct scr_session *, const char *fingerprint, const char *const *files,
                          size_t file_count, finding_sink *tell, void *owner);
/* A digest of the plugins that the plan uses. */
struct text session_digest_plugins(struct arena *, const struct plan *);
/* Leaves the rules that the user chose; false after messages: some pattern fits none. */
bool session_choose(struct scr_session *);
/* Tells the progress; false when the user wants to stop. */
bool session_go_on(struct scr_session *, const struct input *);
/* The standard of that name among all; NULL after a message that names them. */
const struct standard *session_standard(struct scr_session *, const struct standards *,
                                        const char *);
/* Ways around what the bills prohibit, as text or as a part of a page. */
bool session_probe(struct scr_session *, bool html, FILE *out);
/* The session's bills with the day that the user gave; false after a message about that day. */
bool session_bills(struct scr_session *, struct bills *out);
/* The format of that name; NULL after a message. */
const struct format *session_format(struct scr_session *, struct text name);
struct host_limits session_limits(const struct scr_session *);
/* The plugins there are, sorted: names of files without ".lua", the add-on's (only these: own) and
 * the folder's. */
size_t session_plugins(const struct scr_session *, struct arena *, bool own, struct text **names);
/* A day that the user gave; false after a message. */
bool session_day(struct scr_session *, const char *, day *out);

#endif
