/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "session.h"

#include <errno.h>

#include "base/storing.h"

struct text session_language(const struct scr_session *s)
{
    return text_of(s->options.language ? s->options.language : "en");
}

struct host_limits session_limits(const struct scr_session *s)
{
    return (struct host_limits){s->options.plugin_memory, s->options.plugin_instructions};
}

/* A format that is not in the law base, from its own file; kept, so that it is read once. */
static const struct format *read_own(struct scr_session *s, struct text path)
{
    const char *why;
    struct arena *a = &s->arena;
    const struct source *source = source_read(a, arena_copy(a, path).at, &why);
    if (!source) {
        diag_at(&s->diags, DIAG_ERROR, (struct place){.file = path}, "format-unknown", TEXT(""),
                TEXT(""), "cannot be read: %s", why);
        return NULL;
    }
    const struct node *n = yaml_read(a, &s->diags, source);
    struct format *f = n ? format_read(a, &s->diags, s->vocabulary, n) : NULL;
    if (!f)
        return NULL;
    s->given = f;
    s->given_path = path;
    return f;
}

const struct format *session_format(struct scr_session *s, struct text name)
{
    static const char suffix[] = ".yaml";
    size_t len = sizeof suffix - 1;
    if (name.len > len && text_equal(text_slice(name, name.len - len, name.len), text_of(suffix)))
        return s->given && text_equal(s->given_path, name) ? s->given : read_own(s, name);
    const struct format *f = format_find(&s->formats, name);
    if (f)
        return f;
    struct text *names = arena_array(&s->arena, s->formats.count, struct text);
    for (size_t i = 0; i < s->formats.count; i++)
        names[i] = s->formats.items[i]->name;
    struct text hint = diag_did_you_mean(&s->arena, name, names, s->formats.count);
    diag_error(&s->diags, (struct span){0}, "format-unknown",
               hint.len ? hint : TEXT("`scrutineer format list` lists them"), "no format \"%.*s\"",
               TEXT_ARG(name));
    return NULL;
}

bool session_go_on(struct scr_session *s, const struct input *in)
{
    const struct scr_options *o = &s->options;
    struct input_counts n = input_counts(in);
    struct scr_progress p = {input_name(in).at, n.records + n.unreadable + n.unmatched, n.bytes,
                             n.size};
    if (s->stopped)
        return false;
    if (!o->progress || o->progress(o->progress_owner, &p))
        return true;
    s->stopped = true;
    return false;
}

const struct name_tables *session_names(struct scr_session *s)
{
    if (!s->names_read &&
        !name_tables_make(&s->names, &s->diags, s->law.names, s->law.name_count)) {
        name_tables_free(&s->names);
        return NULL;
    }
    s->names_read = true;
    return &s->names;
}

static bool open_rejects(struct scr_session *s, FILE **out)
{
    const char *path = s->options.rejects;
    s->rejects = path ? whole_file_begin(path, WHOLE_FILE_REPLACES, 0666) : NULL;
    *out = s->rejects ? whole_file_stream(s->rejects) : NULL;
    return !path || *out ||
           diag_at(&s->diags, DIAG_ERROR, (struct place){.file = text_of(path)},
                   "rejects-unwritable", TEXT("name a file in a folder where you may write"),
                   TEXT(""), "cannot be written: %s", strerror(errno));
}

static bool close_rejects(struct scr_session *s)
{
    bool ok = !s->rejects || whole_file_end(s->rejects, !s->stopped);
    s->rejects = NULL;
    return ok || diag_at(&s->diags, DIAG_ERROR, (struct place){.file = text_of(s->options.rejects)},
                         "rejects-unwritable", TEXT("is the disk full?"), TEXT(""),
                         "could not be written whole: %s", strerror(errno));
}

bool session_begin_reading(struct scr_session *s, struct input_options *in)
{
    const struct scr_options *o = &s->options;
    *in = INPUT_OPTIONS(&s->formats);
    in->forced = o->format_in ? session_format(s, text_of(o->format_in)) : NULL;
    if ((o->format_in && !in->forced) || !open_rejects(s, &in->rejects))
        return false;
    in->feeds = session_feeds(s, &in->feed_count);
    in->encoding = text_of(o->encoding);
    if (o->limit_unreadable && o->unreadable_is_percent)
        in->most_percent = (unsigned)o->most_unreadable;
    else if (o->limit_unreadable)
        in->most_unreadable = o->most_unreadable;
    return true;
}

bool session_end_reading(struct scr_session *s)
{
    return close_rejects(s);
}

bool session_read_file(struct scr_session *s, const struct input_options *options, const char *path,
                       bool (*take)(void *owner, struct input *), void *owner)
{
    struct filing *f = filing_open(&s->diags, options, path);
    struct input *in;
    bool ok = f != NULL, more = true;
    while (f && more && !s->stopped && (in = filing_next(f)) != NULL) {
        more = take(owner, in);
        ok &= input_complete(in);
        input_close(in);
    }
    if (f && !s->stopped)
        ok &= filing_complete(f);
    filing_free(f);
    return ok && more;
}
