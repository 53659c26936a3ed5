/* SPDX-License-Identifier: Apache-2.0
 *
 * Proof: a report says what it was made from, is made again from that, and compared byte by byte.
 */
#include <config.h>

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/signing.h"
#include "checking.h"
#include "report/proof.h"

struct text session_digest_plugins(struct arena *a, const struct plan *p)
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

/* --- what a report is made from --- */

struct proving {
    struct arena *arena;
    struct diags *diags;
    struct proof proof;
    bool ok;
};

static void add_option(struct proving *p, const char *name, const char *value)
{
    if (value)
        *arena_push(p->arena, &p->proof.options,
                    &p->proof.option_count) = (struct proof_option){text_of(name), text_of(value)};
}

static void add_list(struct proving *p, const char *name, const char *const *items, size_t count)
{
    struct growing g = {.arena = p->arena};
    for (size_t i = 0; i < count; i++) {
        growing_add(&g, i ? TEXT(",") : TEXT(""));
        growing_add(&g, text_of(items[i]));
    }
    if (count)
        add_option(p, name, growing_text(&g).at);
}

static void add_file(struct proving *p, const char *role, const char *path)
{
    const char *why;
    struct text digest;
    if (!path)
        return;
    if (proof_digest_file(p->arena, path, &digest, &why)) {
        *arena_push(p->arena, &p->proof.files, &p->proof.file_count) = (struct proof_file){
            text_of(role), text_of(path), digest};
        return;
    }
    p->ok = diag_at(p->diags, DIAG_ERROR, (struct place){.file = text_of(path)}, "proof-file",
                    TEXT("a proof is of files that can be read again"), TEXT(""),
                    "cannot be read for its digest: %s", why);
}

static bool is_own_format(const char *format)
{
    size_t len = format ? strlen(format) : 0;
    return len > 5 && strcmp(format + len - 5, ".yaml") == 0;
}

static void add_options(struct proving *p, const struct scr_options *o)
{
    add_list(p, "jurisdiction", o->jurisdictions, o->jurisdiction_count);
    add_option(p, "add", o->add_on);
    add_option(p, "select", o->select);
    add_option(p, "ignore", o->ignore);
    add_option(p, "identity", o->identity);
    add_option(p, "include-low", o->include_low ? "yes" : NULL);
    add_option(p, "redact", o->redact ? "public" : NULL);
    add_option(p, "lang", o->language);
    add_option(p, "format-in", is_own_format(o->format_in) ? NULL : o->format_in);
    add_option(p, "encoding", o->encoding);
    add_option(p, "as-if", o->as_if);
    add_option(p, "dated", o->dated);
    if (o->limit_unreadable)
        add_option(p, "max-unreadable",
                   arena_format(p->arena, "%llu%s", (unsigned long long)o->most_unreadable,
                                o->unreadable_is_percent ? "%" : "")
                       .at);
}

bool checking_prove(struct checking *c, struct proof *out)
{
    struct scr_session *s = c->session;
    const struct scr_options *o = &s->options;
    struct proving p = {.arena = &s->arena, .diags = &s->diags, .ok = true};
    p.proof.plugins = session_digest_plugins(&s->arena, c->plan);
    add_options(&p, o);
    for (size_t i = 0; i < c->file_count; i++)
        add_file(&p, "input", c->files[i]);
    for (size_t i = 0; i < o->register_count; i++)
        add_file(&p, "register", o->registers[i]);
    for (size_t i = 0; i < o->bill_count; i++)
        add_file(&p, "bill", o->bills[i]);
    add_file(&p, "baseline", o->baseline);
    add_file(&p, "ledger", o->ledger);
    add_file(&p, "format-in", is_own_format(o->format_in) ? o->format_in : NULL);
    *out = p.proof;
    return p.ok;
}

/* --- making it again --- */

enum { MOST_FILES = 1 << 16 };

struct verifying {
    struct arena arena;
    struct diags diags;
    FILE *messages;
    const char *path;
    struct text report;
    struct proof proof;
    struct scr_options options;
    const char **files;
    size_t file_count;
};

static bool wrong(struct verifying *v, uint64_t line, const char *code, const char *what,
                  struct text which)
{
    return diag_at(&v->diags, DIAG_ERROR, (struct place){.file = text_of(v->path), .line = line},
                   code, TEXT(""), TEXT(""), "%s%s%.*s", what, which.len ? " " : "",
                   TEXT_ARG(which));
}

static bool read_report(struct verifying *v)
{
    struct stat about;
    FILE *f = fopen(v->path, "rb");
    bool ok = f && fstat(fileno(f), &about) == 0 && S_ISREG(about.st_mode);
    if (ok) {
        size_t size = (size_t)about.st_size;
        char *bytes = arena_alloc(&v->arena, size + 1, 1);
        v->report = (struct text){bytes, fread(bytes, 1, size, f)};
        ok = v->report.len == size;
    }
    if (f)
        fclose(f);
    return ok || wrong(v, 0, "verify-unreadable", "cannot be read", TEXT(""));
}

/* The files of one role. */
static const char **files_of(struct verifying *v, const char *role, size_t *count)
{
    const char **paths = arena_array(&v->arena, v->proof.file_count + 1, const char *);
    *count = 0;
    for (size_t i = 0; i < v->proof.file_count; i++)
        if (text_equal(v->proof.files[i].role, text_of(role)))
            paths[(*count)++] = v->proof.files[i].path.at;
    return paths;
}

static const char *file_of(struct verifying *v, const char *role)
{
    size_t count;
    const char **paths = files_of(v, role, &count);
    return count ? paths[0] : NULL;
}

static const char *option_of(const struct verifying *v, const char *name)
{
    for (size_t i = 0; i < v->proof.option_count; i++)
        if (text_equal(v->proof.options[i].name, text_of(name)))
            return v->proof.options[i].value.at;
    return NULL;
}

static void take_jurisdictions(struct verifying *v)
{
    const char *list = option_of(v, "jurisdiction");
    const char **ids = NULL;
    size_t count = 0;
    struct text rest = text_of(list), id;
    while (text_next(&rest, ',', &id))
        *arena_push(&v->arena, &ids, &count) = arena_copy(&v->arena, id).at;
    v->options.jurisdictions = ids;
    v->options.jurisdiction_count = count;
}

static void take_options(struct verifying *v)
{
    struct scr_options *o = &v->options;
    const char *unreadable = option_of(v, "max-unreadable");
    take_jurisdictions(v);
    o->add_on = option_of(v, "add");
    o->select = option_of(v, "select");
    o->ignore = option_of(v, "ignore");
    o->identity = option_of(v, "identity");
    o->include_low = option_of(v, "include-low") != NULL;
    o->redact = option_of(v, "redact") != NULL;
    o->language = option_of(v, "lang");
    o->encoding = option_of(v, "encoding");
    o->as_if = option_of(v, "as-if");
    o->dated = option_of(v, "dated");
    o->limit_unreadable = unreadable != NULL;
    o->most_unreadable = unreadable ? strtoull(unreadable, NULL, 10) : 0;
    o->unreadable_is_percent = unreadable && strchr(unreadable, '%');
    o->format_in = file_of(v, "format-in") ? file_of(v, "format-in") : option_of(v, "format-in");
    o->registers = files_of(v, "register", &o->register_count);
    o->bills = files_of(v, "bill", &o->bill_count);
    o->baseline = file_of(v, "baseline");
    o->ledger = file_of(v, "ledger");
    o->proof = true;
    v->files = files_of(v, "input", &v->file_count);
}

/* What is not as it was: told, before the reports are compared. */
static bool same_files(struct verifying *v)
{
    bool ok = true;
    for (size_t i = 0; i < v->proof.file_count; i++) {
        const struct proof_file *f = &v->proof.files[i];
        struct text digest;
        const char *why;
        struct place place = {.file = f->path};
        if (!proof_digest_file(&v->arena, f->path.at, &digest, &why))
            ok = diag_at(&v->diags, DIAG_ERROR, place, "verify-file", TEXT(""), TEXT(""),
                         "cannot be read: %s", why);
        else if (!text_equal(digest, f->digest))
            ok = diag_at(&v->diags, DIAG_ERROR, place, "verify-file",
                         TEXT("it, or what the report says of it, was changed"), TEXT(""),
                         "is not the %.*s from which the report was made", TEXT_ARG(f->role));
    }
    return ok;
}

static bool same_terms(struct verifying *v, const struct scr_session *s)
{
    bool ok = true;
    if (!text_equal(v->proof.version, text_of(PACKAGE_VERSION)))
        ok = wrong(v, 0, "verify-version",
                   "was made by another version of the program:", v->proof.version);
    if (!text_equal(v->proof.law, text_of(s->law.digest)))
        ok = wrong(v, 0, "verify-law", "was made by another law base, with digest", v->proof.law);
    return ok;
}

static bool same_bytes(struct verifying *v, struct text again)
{
    uint64_t line = 1;
    size_t at = 0;
    struct proof now;
    if (proof_read(&v->arena, &v->diags, v->path, again, &now) &&
        !text_equal(v->proof.plugins, now.plugins))
        wrong(v, 0, "verify-plugins", "was made by other plugins, with digest", v->proof.plugins);
    while (at < again.len && at < v->report.len && again.at[at] == v->report.at[at])
        line += again.at[at++] == '\n';
    return (at == again.len && at == v->report.len) ||
           wrong(v, line, "verify-differs", "made again, the report differs from here on",
                 TEXT(""));
}

static bool make_again(struct verifying *v)
{
    struct scr_session *s = scr_session_new(&v->options);
    char *again = NULL;
    size_t len = 0;
    FILE *out = heap_stream(&again, &len);
    bool ok = scr_load(s);
    if (ok) {
        ok = same_terms(v, s);
        bool made = scr_check(s, v->files, v->file_count, "json", out);
        ok = made && ok;
    }
    fclose(out);
    if (ok)
        ok = same_bytes(v, (struct text){again, len});
    else
        scr_messages_print(s, v->messages,
                           v->options.colour); /* they quote what the session holds */
    free(again);
    scr_session_free(s);
    return ok;
}

static bool verify(struct verifying *v)
{
    if (!read_report(v) || !proof_read(&v->arena, &v->diags, v->path, v->report, &v->proof))
        return false;
    if (v->proof.file_count > MOST_FILES)
        return wrong(v, 0, "verify-files", "names too many files", TEXT(""));
    take_options(v);
    return same_files(v) && make_again(v);
}

bool scr_verify(const struct scr_options *o, const char *report, FILE *out, FILE *messages)
{
    struct verifying v = {.arena = ARENA("verify"), .messages = messages, .path = report};
    v.options.lawbase = o->lawbase;
    v.options.plugins = o->plugins;
    v.options.jobs = o->jobs;
    diags_init(&v.diags);
    bool ok = verify(&v);
    diags_print(&v.diags, messages, o->colour);
    if (ok)
        fprintf(out, "%s: made again, byte for byte the same\n", report);
    diags_free(&v.diags);
    arena_free(&v.arena);
    return ok;
}

bool scr_key(const char *verb, const char *key, const char *const *files, size_t file_count,
             FILE *out, FILE *messages)
{
    struct diags d;
    bool ok = true;
    diags_init(&d);
    if (strcmp(verb, "new") == 0) {
        ok = signing_key_new(&d, key);
        if (ok)
            fprintf(out, "%s.key: keep it secret\n%s.pub: give it to those who verify\n", key, key);
    }
    for (size_t i = 0; i < file_count; i++) {
        bool signs = strcmp(verb, "sign") == 0;
        bool done = signs ? signing_sign(&d, key, files[i]) : signing_verify(&d, key, files[i]);
        if (done)
            fprintf(out, signs ? "%s.sig\n" : "%s: is what was signed\n", files[i]);
        ok &= done;
    }
    diags_print(&d, messages, false);
    diags_free(&d);
    return ok;
}
