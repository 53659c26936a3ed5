/* SPDX-License-Identifier: Apache-2.0
 *
 * The public functions about plugins: listed, documented, begun, linted.
 */
#include <config.h>

#include "plugins.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/storing.h"
#include "plugin/api.h"
#include "plugin/lint.h"
#include "report/plugin_api.h"
#include "report/plugin_doc.h"

/* --- which there are --- */

static void list_folder(struct arena *a, const char *folder, struct text **names, size_t *count)
{
    DIR *d = opendir(folder);
    if (!d)
        return;
    for (struct dirent *e; (e = readdir(d)) != NULL;) {
        struct text name = text_of(e->d_name);
        if (name.len > 4 && memcmp(name.at + name.len - 4, ".lua", 4) == 0 && name.at[0] != '.')
            *arena_push(a, names, count) = arena_copy(a, text_slice(name, 0, name.len - 4));
    }
    closedir(d);
}

static int compare_names(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

size_t session_plugins(const struct scr_session *s, struct arena *a, bool own, struct text **names)
{
    size_t count = 0, kept = 0;
    *names = NULL;
    if (s->options.add_on)
        list_folder(a, arena_format(a, "%s/plugins", s->options.add_on).at, names, &count);
    if (!own)
        list_folder(a, s->options.plugins, names, &count);
    if (count)
        qsort(*names, count, sizeof **names, compare_names);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !text_equal((*names)[i], (*names)[kept - 1]))
            (*names)[kept++] = (*names)[i];
    return kept;
}

static bool is_there(struct scr_session *s, struct text name, const struct text *names,
                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(names[i], name))
            return true;
    struct text hint = diag_did_you_mean(&s->diags.arena, name, names, count);
    return diag_error(&s->diags, (struct span){0}, "plugin-unknown",
                      hint.len ? hint : TEXT("`scrutineer plugin list` lists them"),
                      "there is no plugin \"%.*s\"", TEXT_ARG(name));
}

bool plugins_chosen(struct scr_session *s, struct arena *a, const char *const *names, size_t count,
                    struct text **out, size_t *out_count)
{
    struct text *all;
    bool ok = true;
    size_t all_count = session_plugins(s, a, count == 0 && s->options.add_on, &all);
    if (count == 0) {
        *out = all;
        *out_count = all_count;
        return all_count > 0 ||
               diag_at(&s->diags, DIAG_ERROR,
                       (struct place){.file = text_of(s->options.add_on ? s->options.add_on
                                                                        : s->options.plugins)},
                       "plugin-unknown", TEXT("plugins are files NAME.lua"), TEXT(""),
                       "has no plugin");
    }
    *out = arena_array(a, count, struct text);
    *out_count = count;
    for (size_t i = 0; i < count; i++) {
        (*out)[i] = text_of(names[i]);
        ok &= is_there(s, (*out)[i], all, all_count);
    }
    return ok;
}

static struct plugin *load(struct scr_session *s, struct text name)
{
    struct text path = plugin_path(&s->arena, &s->law, s->options.plugins, name);
    return plugin_load(s->host, &s->arena, &s->diags, path.at);
}

/* --- told --- */

bool scr_plugin_list(struct scr_session *s, FILE *out)
{
    struct arena a = ARENA("plugins");
    struct text *names;
    size_t count;
    bool ok = s->loaded && plugins_chosen(s, &a, NULL, 0, &names, &count);
    for (size_t i = 0; ok && i < count; i++) {
        const struct plugin *p = load(s, names[i]);
        if (p)
            fprintf(out, "%-28.*s %4zu rules  %.*s\n", TEXT_ARG(names[i]),
                    plugin_uses(&s->law, names[i]), TEXT_ARG(p->summary));
        ok &= p != NULL;
    }
    arena_free(&a);
    return ok;
}

static bool find_form(struct scr_session *s, const char *format, enum page_form *out)
{
    return page_form_find(format, out) ||
           diag_error(&s->diags, (struct span){0}, "usage", TEXT("text, markdown or html"),
                      "a page cannot be written as \"%s\"", format);
}

bool scr_plugin_doc(struct scr_session *s, const char *name, const char *format, FILE *out)
{
    struct page page = {.out = out};
    struct text *chosen;
    size_t count;
    if (!s->loaded || !find_form(s, format, &page.form) ||
        !plugins_chosen(s, &s->arena, &name, 1, &chosen, &count))
        return false;
    struct plugin_doc doc = {load(s, chosen[0]), s->vocabulary, &s->law, session_language(s)};
    if (doc.plugin)
        plugin_print_doc(&doc, &page);
    return doc.plugin != NULL;
}

bool scr_plugin_api(struct scr_session *s, const char *format, FILE *out)
{
    struct page page = {.out = out};
    if (!s->vocabulary)
        return false;
    if (strcmp(format, "luacats") == 0) {
        plugin_print_stubs(s->vocabulary, out);
        return true;
    }
    if (!find_form(s, format, &page.form))
        return false;
    plugin_print_api(&page);
    return true;
}

/* --- begun --- */

/* What the template's files become; "@" stands for the new plugin's name. */
static const struct {
    const char *from, *to;
} pieces[] = {
    {"plugin.lua", "plugins/@.lua"},
    {"rules.yaml", "lawbase/zz/rules/@.yaml"},
    {"jurisdiction.yaml", "lawbase/zz/jurisdiction.yaml"},
    {"instruments.yaml", "lawbase/zz/instruments.yaml"},
    {"parameters.yaml", "lawbase/zz/parameters.yaml"},
};

static struct text replace(struct arena *a, struct text t, struct text mark, struct text name)
{
    struct growing g = {.arena = a};
    for (size_t i = 0; i < t.len;) {
        bool here = text_starts(text_slice(t, i, t.len), mark);
        growing_add(&g, here ? name : text_slice(t, i, i + 1));
        i += here ? mark.len : 1;
    }
    return growing_text(&g);
}

static bool unwritable(struct scr_session *s, struct text path)
{
    return diag_at(&s->diags, DIAG_ERROR, (struct place){.file = path}, "plugin-unwritable",
                   TEXT(""), TEXT(""), "cannot be written: %s", strerror(errno));
}

/* The folders of a path, all but its last part. */
static void make_folders(struct arena *a, struct text path)
{
    for (size_t i = 1; i < path.len; i++)
        if (path.at[i] == '/')
            mkdir(arena_copy(a, text_slice(path, 0, i)).at, 0777);
}

static bool write_piece(struct scr_session *s, size_t piece, struct text name, FILE *out)
{
    struct arena *a = &s->arena;
    const char *why;
    struct text from = arena_format(a, "%s/template/%s", s->options.plugins, pieces[piece].from);
    struct text to = arena_format(a, "%.*s/%s", TEXT_ARG(name), pieces[piece].to);
    to = replace(a, to, TEXT("@"), name);
    const struct source *source = source_read(a, from.at, &why);
    if (!source)
        return diag_at(&s->diags, DIAG_ERROR, (struct place){.file = from}, "plugin-template",
                       TEXT(""), TEXT(""), "cannot be read: %s", why);
    struct text body = replace(a, source->body, TEXT("@NAME@"), name);
    make_folders(a, to);
    if (!whole_file_write(to.at, WHOLE_FILE_IS_NEW, 0666, body))
        return unwritable(s, to);
    fprintf(out, "%.*s\n", TEXT_ARG(to));
    return true;
}

static bool is_name(struct text t)
{
    for (size_t i = 0; i < t.len; i++)
        if (!(t.at[i] >= 'a' && t.at[i] <= 'z') && !(i && t.at[i] >= '0' && t.at[i] <= '9') &&
            !(i && t.at[i] == '-'))
            return false;
    return t.len > 0 && t.len <= 60;
}

bool scr_plugin_new(struct scr_session *s, const char *name, FILE *out)
{
    struct text id = text_of(name);
    struct stat about;
    bool ok = true;
    if (!is_name(id))
        return diag_error(&s->diags, (struct span){0}, "usage",
                          TEXT("small letters, digits and hyphens, like late-loan"),
                          "\"%s\" is no name for a plugin", name);
    if (stat(name, &about) == 0)
        return diag_at(&s->diags, DIAG_ERROR, (struct place){.file = id}, "plugin-exists",
                       TEXT("choose another name, or another folder to work in"), TEXT(""),
                       "is there already");
    for (size_t i = 0; ok && i < sizeof pieces / sizeof *pieces; i++)
        ok = write_piece(s, i, id, out);
    return ok;
}

/* --- linted --- */

static bool record_has(const void *owner, struct text path)
{
    const struct record_type *r = owner;
    return record_field(r, path) || record_has_actor(r, path);
}

static size_t lint_one(struct scr_session *s, const struct plugin *p)
{
    const struct record_type *r = vocabulary_record(s->vocabulary, p->record);
    if (!r) {
        diag_error(&s->diags, (struct span){p->source, 0, 0}, "plugin-unknown-record",
                   TEXT("see lawbase/vocabulary.yaml"),
                   "it is about \"%.*s\", which is no record type", TEXT_ARG(p->record));
        return 1;
    }
    struct text *names = arena_array(&s->arena, r->field_count, struct text);
    for (size_t i = 0; i < r->field_count; i++)
        names[i] = r->fields[i].path;
    struct lint_record record = {r, record_has, names, r->field_count};
    return plugin_lint(&s->diags, p, &record);
}

bool scr_plugin_lint(struct scr_session *s, const char *const *names, size_t count, FILE *out)
{
    struct text *chosen;
    size_t chosen_count, found = 0;
    if (!s->loaded || !plugins_chosen(s, &s->arena, names, count, &chosen, &chosen_count))
        return false;
    for (size_t i = 0; i < chosen_count; i++) {
        const struct plugin *p = load(s, chosen[i]);
        found += p ? lint_one(s, p) : 1;
    }
    fprintf(out, "%zu plugins, %zu things to mend\n", chosen_count, found);
    return found == 0;
}

size_t scr_plugin_paths(struct scr_session *s, const char *const *names, size_t count,
                        const char *const **paths)
{
    struct text *chosen;
    size_t chosen_count;
    if (!s->loaded || !plugins_chosen(s, &s->arena, names, count, &chosen, &chosen_count))
        return 0;
    const char **out = arena_array(&s->arena, chosen_count, const char *);
    for (size_t i = 0; i < chosen_count; i++)
        out[i] = plugin_path(&s->arena, &s->law, s->options.plugins, chosen[i]).at;
    *paths = out;
    return chosen_count;
}

/* "string" of "string.rep". What check() is given as `law` is no global. */
static struct text global_of(const struct api_entry *e)
{
    struct text name = text_of(e->name);
    return text_slice(name, 0, text_find(name, '.'));
}

const char *scr_plugin_global(struct scr_session *s, size_t number)
{
    struct text before = TEXT("");
    for (size_t i = 0; i < api_count; i++) {
        struct text name = global_of(&api_entries[i]);
        if (text_equal(name, before) || text_equal(name, TEXT("law")))
            continue;
        if (number-- == 0)
            return arena_copy(&s->arena, name).at;
        before = name;
    }
    return NULL;
}
