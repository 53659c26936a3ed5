/* SPDX-License-Identifier: Apache-2.0
 *
 * libscrutineer: checks campaign-finance and political-media filings against electoral law.
 *
 *     struct scr_options o = {.lawbase = "lawbase", .plugins = "plugins"};
 *     struct scr_session *s = scr_session_new(&o);
 *     if (scr_load(s)) {
 *         const char *files[] = {"donations.csv"};
 *         scr_check(s, files, 1, "json", stdout);
 *     }
 *     scr_messages_print(s, stderr, false);
 *     scr_session_free(s);
 *
 * or, finding by finding (examples/embed has it whole):
 *
 *         scr_add_file(s, "donations.csv");
 *         scr_run(s, NULL, NULL);
 *         for (const struct scr_finding *f = NULL; (f = scr_finding_next(s, f)) != NULL;)
 *             puts(scr_finding_text(f, SCR_TITLE));
 *
 * Threads: a session is for one thread at a time, and any number of sessions can be used at once,
 * each by a thread of its own; they share nothing that changes. A check uses more threads inside
 * (`jobs`); callbacks come from the thread that called.
 *
 * Nothing here exits, prints where it was not told to, or touches signals, the locale or the
 * working directory. What is wrong in law, filings, plugins or arguments is a message of the
 * session and `false`. The one exception is memory: when there is none left the program ends by
 * abort(), or by what scr_on_out_of_memory() was given.
 *
 * Texts are UTF-8. Texts given in options must outlive the session; texts that a session gives live
 * as long as it says below.
 *
 * Stability: the library's symbols bear the version SCRUTINEER_0; within it functions are added,
 * not changed, and structs grow at their end only. A program sets `size` of scr_options to
 * sizeof(struct scr_options), so that a later library knows where an earlier program's options end.
 */
#ifndef SCRUTINEER_H
#define SCRUTINEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct scr_session;

/* How far a check is. size 0: not known. */
struct scr_progress {
    const char *file;
    uint64_t records, bytes, size;
};

struct scr_options {
    size_t size;         /* sizeof(struct scr_options); 0: as in this very version */
    const char *lawbase; /* folder of the law base */
    const char *plugins; /* folder of the plugins */
    const char *add_on;  /* folder with plugins/ and lawbase/ that is loaded besides; may be NULL */
    const char *const
        *jurisdictions; /* "am", "gb"; none: each filing by the law of its own country */
    size_t jurisdiction_count;
    const char *format_in; /* name of the filings' format, or a file NEW.yaml; NULL: recognised by
                              their headers */
    const char *language;  /* of titles: "en" (also when NULL), "hy" */
    const char *const *bills; /* files of bills, applied to the law base in this order */
    size_t bill_count;
    const char *as_if; /* the day from which bills are taken as in force, or "always"; NULL: their
                        * own days */
    const char *draft_jurisdiction; /* scr_format_new: whose filings these are; may be NULL */
    bool with_source;               /* scr_convert: also file and line of each record */
    const char *encoding; /* of the filings, in place of their format's; NULL: the format's */
    const char *rejects; /* file that gets the rows that cannot be read, as they are; may be NULL */
    const char *const *registers; /* files that a check looks into besides the filings: watch-lists,
                                     companies and their owners */
    size_t register_count;
    bool limit_unreadable; /* stop a file beyond most_unreadable rows (or percent of its rows) */
    bool unreadable_is_percent;
    uint64_t most_unreadable;
    const char *trace; /* "RULE" or "RULE:RECORD" (its reference or line): scr_check writes to
                        * trace_out what became of that rule; by one thread. May be NULL. */
    FILE *trace_out;
    size_t jobs;       /* threads; 0: as many as the machine lets the process have */
    size_t memory;     /* bytes, most of them for groups, before these go to TMPDIR; 0: a quarter
                        * of the machine's */
    size_t piece;      /* bytes of a table that a thread takes at a time; 0: 1 MiB */
    bool stats;        /* the report also tells what each rule cost */
    bool redact;       /* for publication: personal data withheld, see doc/reports.md */
    bool include_low;  /* also report what rests on law of low confidence */
    bool colour;       /* in reports */
    const char *dated; /* "2026-01-31": the day that a report is given, as there is no clock; may be
                          NULL for formats that need none */
    const char *identity; /* how far actors are joined before their gifts are added up: "strict",
                           * "usual", "broad"; reports then also say what the next step would
                           * change; NULL: usual, and they do not */
    const char *select, *ignore; /* which rules run: patterns like "am.donation.*", with commas in
                                  * between; NULL: all; none */
    const char
        *baseline;      /* a JSON report: its findings are not told again, only counted; NULL: none
                         */
    const char *ledger; /* a ledger of cases: what was dismissed or returned is not told again;
                         * needs `dated`; NULL: none */
    bool proof;  /* the report (JSON) says what it was made from, so that it can be verified */
    bool record; /* what is new or came back is written into the ledger, as open */
    size_t plugin_memory;        /* bytes; 0: 64 MiB */
    bool notes;                  /* scr_law_lint: also name what is there to be read only */
    int64_t plugin_instructions; /* per call; 0: 10 million */
    /* Called now and then during a check; false stops it. May be NULL. */
    bool (*progress)(void *owner, const struct scr_progress *);
    void *progress_owner;
};

struct scr_session *scr_session_new(const struct scr_options *);
void scr_session_free(struct scr_session *);
const char *scr_version(void);
/* What is called, in place of abort(), in the thread that finds no memory left; for the whole
 * program, to be set before the first session. It must not return: it may tell somebody and end the
 * process. (A longjmp out of it leaves the session unusable and its memory lost.) */
void scr_on_out_of_memory(void (*handler)(size_t wanted));
/* The name that the word may have been meant to be, for "did you mean"; NULL: none is near. */
const char *scr_nearest(const char *word, const char *const *names, size_t count);

/* Reads the law base and formats. False when something in it is wrong: see the messages. */
bool scr_load(struct scr_session *);

/* The formats of reports by number, and what each is for; NULL at the end. Static. */
const char *scr_report_format(size_t, const char **what);

/* The ledger of cases (see `check`): verb is "decide", "list", "due", "stats" or "verify"; what is
 * NULL is not asked for. False after messages: nothing was changed. */
struct scr_ledger_query {
    const char *verb, *ledger;                            /* of the file */
    const char *finding, *status, *on, *by, *why, *until; /* of a decision; until may be NULL */
    const char *head;                                     /* the hash with which it should end */
};
bool scr_ledger(const struct scr_ledger_query *, FILE *out, FILE *messages, bool colour);

/* Makes a JSON report that has a proof again and compares it byte by byte; of the options only the
 * folders, jobs and colour count. False after messages: it differs, or cannot be made. */
bool scr_verify(const struct scr_options *, const char *report, FILE *out, FILE *messages);
/* Keys and detached signatures (Ed25519): "new" makes KEY.key and KEY.pub, "sign" writes FILE.sig
 * with a secret key, "verify" holds FILE.sig against a public key. False after messages. */
bool scr_key(const char *verb, const char *key, const char *const *files, size_t file_count,
             FILE *out, FILE *messages);

/* A project file (scrutineer.yaml): gives each key, named as the option of the command line, with
 * its value to `take`, which says by false that it cannot have this value. A list is given with
 * commas, paths one by one and relative to the file's folder, a switch with "". False after
 * messages. */
bool scr_project_read(const char *path,
                      bool (*take)(void *owner, const char *key, const char *value), void *owner,
                      FILE *messages, bool colour);

/* Checks the files ("-": standard input) and writes the report in one of these formats. False when
 * an input, the law base or a plugin was wrong, or the check was stopped: the report, if any was
 * written, then says what was done. */
bool scr_check(struct scr_session *, const char *const *files, size_t file_count,
               const char *format, FILE *out);
/* Likewise, but writes a partial result to a file, whole or not at all; partial results that were
 * made with the same law base, plugins, jurisdictions and program are merged into the report that
 * one check of all their files, in that order, would have given. */
bool scr_check_partial(struct scr_session *, const char *const *files, size_t file_count,
                       const char *path);
bool scr_merge(struct scr_session *, const char *const *parts, size_t part_count,
               const char *format, FILE *out);
/* A file for a report: nobody sees it before all of it is on the disk, and what had its name before
 * is there until then. With a secret key (may be NULL) it will be signed. NULL after a message. */
struct scr_file;
struct scr_file *scr_file_begin(struct scr_session *, const char *path, const char *key);
/* Where to write; closed by scr_file_end(). */
FILE *scr_file_stream(struct scr_file *);
/* What becomes of it: it gets its name, and with a key a detached signature in PATH.sig; its name
 * only; nothing was done. Frees it. False after messages. */
enum scr_file_end { SCR_FILE_SIGN, SCR_FILE_KEEP, SCR_FILE_DROP };
bool scr_file_end(struct scr_session *, struct scr_file *, enum scr_file_end);
/* Findings of the last check or merge. */
uint64_t scr_violations(const struct scr_session *);
uint64_t scr_indicators(const struct scr_session *);
uint64_t scr_undetermined(const struct scr_session *);
bool scr_stopped(const struct scr_session *);

/* --- findings one by one --- */

/* Files that scr_run() will check, in this order; the paths are copied. */
void scr_add_file(struct scr_session *, const char *path);
/* Likewise a filing that is no file: `read` fills at most `size` bytes and gives how many; 0 is the
 * end, a negative number a failure. `name` is what messages and findings call it. It is read once,
 * by the next scr_run(), in the thread that calls that. */
void scr_add_reader(struct scr_session *, const char *name,
                    ptrdiff_t (*read)(void *owner, void *bytes, size_t size), void *owner);
struct scr_finding;
/* Checks what was added since the last run. `take` (may be NULL) gets each finding as it is made,
 * for as long as it runs, and may stop the check by false; without it they are kept, for
 * scr_finding_next(), until the next run: some kilobytes each. False when an input, the law base or
 * a plugin was wrong, or the check was stopped: what was found is there all the same. Options about
 * reports, baselines and ledgers do not matter here. */
bool scr_run(struct scr_session *, bool (*take)(void *owner, const struct scr_finding *),
             void *owner);
/* The first finding that was kept (after NULL), the next one; NULL at the end. */
const struct scr_finding *scr_finding_next(const struct scr_session *, const struct scr_finding *);

/* A field of a finding as text, "" when the finding has none. Money is "2500000.00 AMD", a day
 * "2021-01-31". */
enum scr_text {
    SCR_RULE,         /* "am.donation.cap" */
    SCR_TITLE,        /* of the rule, in the options' language */
    SCR_OUTCOME,      /* "violation", "indicator", "undetermined" or "exempt" */
    SCR_JURISDICTION, /* "am" */
    SCR_ON,           /* the day whose law decided */
    SCR_DUE,          /* the day by which the consequence must follow */
    SCR_CONSEQUENCE,  /* what must follow, in words */
    SCR_CONFIDENCE,   /* "high", "medium" or "low": of the law that it rests on */
    SCR_THREAT,       /* what the rule guards against, in words */
    SCR_AMOUNT,       /* the sum that it is about */
    SCR_BECAUSE,      /* why it is undetermined, or exempt, in words */
    SCR_FINGERPRINT,  /* the same matter has the same, in every run */
    SCR_JSON          /* all of it, as one line of JSON: report.schema.json describes it */
};
const char *scr_finding_text(const struct scr_finding *, enum scr_text);
/* Pairs of texts, by number from 0; false at the end. */
enum scr_pairs {
    SCR_ACTORS,     /* role, name as filed */
    SCR_FACTS,      /* name, value */
    SCR_MISSING,    /* undetermined: a fact that is missing, "" */
    SCR_PROVISIONS, /* id, citation */
    SCR_LIMITS,     /* id of a parameter, its value on the day */
    SCR_REASONING   /* condition with its values, "true", "false" or "unknown" */
};
bool scr_finding_pair(const struct scr_finding *, enum scr_pairs, size_t number, const char **name,
                      const char **value);
/* The records that it is about, by number from 0; false at the end. A group may have more than are
 * named: `scr_finding_records` says how many. */
struct scr_place {
    const char *file, *reference; /* as filed; the reference may be "" */
    uint64_t line;
};
bool scr_finding_place(const struct scr_finding *, size_t number, struct scr_place *);
uint64_t scr_finding_records(const struct scr_finding *);

/* What the last run read, table by table, by number from 0; false at the end. Of each rule of the
 * plan what it found. The texts live until the session is freed. */
struct scr_input {
    const char *name, *format;
    uint64_t rows, records, unreadable;
};
bool scr_run_input(const struct scr_session *, size_t number, struct scr_input *);
struct scr_rule {
    const char *id;
    uint64_t violations, indicators, undetermined, exempt;
    uint64_t withheld; /* findings that rest on law of low confidence and were not told */
    bool ran;          /* there were records of its type */
    bool failed;       /* its plugin did not work: findings are missing */
};
bool scr_run_rule(const struct scr_session *, size_t number, struct scr_rule *);

/* The messages since the session began, by number from 0; false at the end. The texts live until
 * the session is freed. */
struct scr_message {
    const char *severity;    /* "error", "warning", "note": a second place of the one before */
    const char *code;        /* "law-unknown-key": stable; "" for a note */
    const char *file;        /* "" when it is about no file */
    uint64_t line, column;   /* from 1; 0: not known */
    const char *text, *hint; /* how to mend it; may be "" */
};
bool scr_message(struct scr_session *, size_t number, struct scr_message *);

/* Who owns an entity of the registers, by its name or number, as on a day (NULL: what has not
 * ended); `home` (may be NULL): countries, "AM" or "DE;FR", from outside of which shares are held.
 * As "text" or "svg". False when a register was wrong, or there is no such entity. */
bool scr_graph(struct scr_session *, const char *entity, const char *on, const char *home,
               const char *format, FILE *out);

/* The law base: checked; listed; one thing of it shown, as on a day ("2021-01-31" or NULL: its
 * whole history); its tests run, or only those of rules of which the rule's or the test's name
 * holds all the words, each of them told. False when there is something wrong, or no such thing. */
bool scr_law_lint(struct scr_session *, FILE *out);
bool scr_law_list(struct scr_session *, FILE *out);
bool scr_law_show(struct scr_session *, const char *id, const char *on, FILE *out);
bool scr_law_test(struct scr_session *, const char *const *words, size_t count, FILE *out);
/* How one thing changed over time, as "text" or "svg"; what changed after one day, up to another;
 * what holds all the words. */
bool scr_law_timeline(struct scr_session *, const char *id, const char *format, FILE *out);
bool scr_law_diff(struct scr_session *, const char *from, const char *to, FILE *out);
bool scr_law_search(struct scr_session *, const char *const *words, size_t count, FILE *out);
/* What the rules' tests saw of each condition (false when less than so many percent of the truths
 * that it can have); small changes of the law that no test notices (false when there are any). */
bool scr_law_coverage(struct scr_session *, unsigned percent, FILE *out);
bool scr_law_mutate(struct scr_session *, FILE *out);
/* The law held against a standard ("idea"); all that is about a topic, the jurisdictions side by
 * side. `on` may be NULL: as last encoded. As "text", "csv" or "html". */
bool scr_law_gaps(struct scr_session *, const char *against, const char *on, const char *format,
                  FILE *out);
bool scr_law_compare(struct scr_session *, const char *topic, const char *on, const char *format,
                     FILE *out);
/* The whole law as on a day (NULL: as last encoded) as "json"; with its history, to be printed and
 * proof-read, as "html". Its figures, as Markdown. */
bool scr_law_export(struct scr_session *, const char *on, const char *format, FILE *out);
bool scr_law_stats(struct scr_session *, FILE *out);
/* The JSON Schema of one kind of file of the law base ("rules"). */
bool scr_law_schema(struct scr_session *, const char *name, FILE *out);
/* A rule in plain words, with its articles, history and parameters. */
bool scr_explain(struct scr_session *, const char *rule, FILE *out);
/* The finding of these files with that fingerprint (or that begins so, if only one does), and which
 * change of one fact would clear its record, each tried by judging it anew. */
bool scr_explain_finding(struct scr_session *, const char *fingerprint, const char *const *files,
                         size_t file_count, FILE *out);
/* A letter about the finding: a template of its jurisdiction ("return-notice"), filled with what
 * the finding and the law base say, as "text" or "html". In the jurisdiction's official language
 * unless the options name one; the day of the letter is the option `dated`. False after messages:
 * there is no such template, or it is not for such findings. */
struct scr_letter {
    const char *fingerprint, *name, *format;
};
bool scr_letter(struct scr_session *, const struct scr_letter *, const char *const *files,
                size_t file_count, FILE *out);
/* The templates of the jurisdictions that were read, and what each is for. */
bool scr_letter_list(struct scr_session *, FILE *out);
/* Why the rule says of a record (its reference, or FILE:LINE) what it says: nothing, mostly. */
bool scr_why_not(struct scr_session *, const char *rule, const char *record,
                 const char *const *files, size_t file_count, FILE *out);

/* The session's bills: whether they fit the law and each other, and what they forget; the lines of
 * `base:` for the last; how the articles change, as "text" or "html"; what filings would have met
 * under them, as "text" or "json". False when there is something wrong. */
bool scr_bill_lint(struct scr_session *, FILE *out);
bool scr_bill_base(struct scr_session *, FILE *out);
bool scr_bill_show(struct scr_session *, const char *format, FILE *out);
bool scr_bill_try(struct scr_session *, const char *const *files, size_t file_count,
                  const char *format, FILE *out);
/* Which items of a standard ("venice") they close or open. */
bool scr_bill_gaps(struct scr_session *, const char *against, FILE *out);
/* The cheapest ways around each prohibition that they bring or change, each proven by a check; as
 * text. */
bool scr_bill_probe(struct scr_session *, FILE *out);
/* A paper for the committee as "html" (one page) or "md": redline, effect on the filings,
 * standards, ways around it, the law after it, doubts. */
bool scr_bill_report(struct scr_session *, const char *const *files, size_t file_count,
                     const char *format, FILE *out);
/* What filings meet over values of limits ("am.max_foreign_share=5%..50%/5%"), all in one pass; as
 * "text", "csv", "json" or "svg". Bills are not needed. */
bool scr_bill_sweep(struct scr_session *, const char *const *limits, size_t limit_count,
                    const char *const *files, size_t file_count, const char *format, FILE *out);

/* Plugins: listed; one documented, as "text", "markdown" or "html"; what all may call, as these or
 * as "luacats" stubs for editors; a first one written into a new folder NAME of plugins and law,
 * from the template beside the plugins. */
bool scr_plugin_list(struct scr_session *, FILE *out);
bool scr_plugin_doc(struct scr_session *, const char *name, const char *format, FILE *out);
bool scr_plugin_api(struct scr_session *, const char *format, FILE *out);
bool scr_plugin_new(struct scr_session *, const char *name, FILE *out);
/* The named plugins (none: the add-on's; without one all) linted; the tests of all rules that use
 * them run, as "text", "tap" or "junit". False when there is something wrong. */
bool scr_plugin_lint(struct scr_session *, const char *const *names, size_t count, FILE *out);
/* The files of the plugins so chosen, for other linters; the paths live as long as the session. And
 * the globals that a plugin has, by number; NULL at the end. */
size_t scr_plugin_paths(struct scr_session *, const char *const *names, size_t count,
                        const char *const **paths);
const char *scr_plugin_global(struct scr_session *, size_t number);
bool scr_plugin_test(struct scr_session *, const char *const *names, size_t count,
                     const char *format, FILE *out);
/* Checks the files and tells only what it cost: of each rule the candidates, calls of Lua,
 * instructions, memory and time, the dearest first; the dearest lines. */
bool scr_plugin_profile(struct scr_session *, const char *const *files, size_t file_count,
                        FILE *out);

/* The session's add-on packed into a file (--output), signed with a secret key, once it loads and
 * its tests pass; `release` is its version ("1.2"). */
bool scr_plugin_pack(struct scr_session *, const char *key, const char *release, const char *output,
                     FILE *out);
/* A packed file held against its digests and its signature; the signer must have the public key
 * `key` (may be NULL), or one of those in FOLDER/signers. False after messages. */
bool scr_plugin_verify(struct scr_session *, const char *file, const char *key, const char *folder,
                       FILE *out);
/* Likewise, and then unpacked into FOLDER/NAME, whole or not at all; an add-on of that name must
 * not be there, nor may it bring a plugin that has the name of a standard one. */
bool scr_plugin_install(struct scr_session *, const char *file, const char *key, const char *folder,
                        FILE *out);

/* A server of the Language Server Protocol for the law base's YAML and plugins: answers until the
 * client ends it (true), or its input does. */
bool scr_lsp(const struct scr_options *, FILE *in, FILE *out);

/* Formats: listed; one shown; those that fit a file named (false: none does); one (by name, or a
 * file *.yaml; NULL: all) linted, or its tests run. */
bool scr_format_list(struct scr_session *, FILE *out);
bool scr_format_show(struct scr_session *, const char *name, FILE *out);
bool scr_format_guess(struct scr_session *, const char *file, FILE *out);
bool scr_format_lint(struct scr_session *, const char *name, FILE *out);
bool scr_format_test(struct scr_session *, const char *name, FILE *out);
/* Drafts a format for a file that no format knows, as YAML with comments on what is unsure. */
bool scr_format_new(struct scr_session *, const char *file, FILE *out);
/* Writes the records of the files with the names of the vocabulary, to "ndjson" or "csv"; both are
 * read again as the same records. False when something was not read, or it was stopped. */
bool scr_convert(struct scr_session *, const char *const *files, size_t file_count, const char *to,
                 FILE *out);

/* Names: the words of one and by what they meet others; with another one, how alike they are and
 * why. `kind`: "person", "body" or NULL. */
bool scr_name(struct scr_session *, const char *name, const char *other, const char *kind,
              FILE *out);
/* The entries of the registers that are alike to each name ("exact", "strict", "usual", "broad").
 */
bool scr_name_find(struct scr_session *, const char *const *names, size_t count, const char *kind,
                   const char *alike, FILE *out);
/* How well the comparison does on labelled pairs of names: what it takes for alike and should not,
 * what it misses, precision and recall. */
bool scr_name_pairs(struct scr_session *, const char *const *files, size_t count, const char *alike,
                    FILE *out);

/* Messages since the session began: errors, warnings. */
size_t scr_error_count(const struct scr_session *);
void scr_messages_print(const struct scr_session *, FILE *out, bool colour);

#ifdef __cplusplus
}
#endif

#endif
