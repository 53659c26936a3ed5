/* SPDX-License-Identifier: Apache-2.0
 *
 * Plugins, law and tests packed into one signed file, verified, and installed as an add-on.
 */
#include <config.h>

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bundle.h"
#include "base/storing.h"
#include "plugin/api.h"
#include "plugins.h"

static bool refuse(struct scr_session *s, struct text file, const char *code, struct text hint,
                   struct text message)
{
    return diag_at(&s->diags, DIAG_ERROR, (struct place){.file = file}, code, hint, TEXT(""),
                   "%.*s", TEXT_ARG(message));
}

static bool ends(struct text t, const char *ending)
{
    size_t len = strlen(ending);
    return t.len > len && memcmp(t.at + t.len - len, ending, len) == 0;
}

/* What an add-on consists of: plugins/NAME.lua, lawbase/.../NAME.yaml, and a page about it. */
static bool belongs(struct text path)
{
    struct text plugins = TEXT("plugins/"), law = TEXT("lawbase/");
    if (text_starts(path, plugins)) {
        struct text name = text_slice(path, plugins.len, path.len);
        return ends(name, ".lua") && text_find(name, '/') == name.len;
    }
    return (text_starts(path, law) && ends(path, ".yaml")) || text_equal(path, TEXT("README.md"));
}

/* --- packed --- */

static bool add_file(struct scr_session *s, struct bundle *b, struct text path, struct text name)
{
    const char *why;
    if (!bundle_is_path(name) || !belongs(name))
        return refuse(s, path, "bundle-stray",
                      TEXT("a bundle has plugins/NAME.lua, lawbase/.../NAME.yaml and README.md; "
                           "take other files out of the folder"),
                      TEXT("does not belong into a bundle"));
    const struct source *source = source_read(&s->arena, path.at, &why);
    if (!source)
        return refuse(s, path, "bundle-unreadable", TEXT(""),
                      arena_format(&s->arena, "cannot be read: %s", why));
    if (source->body.len > BUNDLE_MOST_FILE || b->count == BUNDLE_MOST_FILES)
        return refuse(s, path, "bundle-size", TEXT("a bundle has 500 files of 4 MiB at most"),
                      TEXT("is too large, or one too many"));
    *arena_push(&s->arena, &b->files, &b->count) = (struct bundle_file){name, source->body};
    return true;
}

/* The folder's files, and those of the folders in it; links are not followed. */
static bool add_folder(struct scr_session *s, struct bundle *b, struct text folder,
                       struct text prefix, unsigned depth)
{
    DIR *d = depth < 8 ? opendir(folder.at) : NULL;
    struct stat about;
    bool ok = d != NULL;
    if (!d)
        return refuse(s, folder, "bundle-unreadable", TEXT(""), TEXT("cannot be read"));
    for (struct dirent *e; (e = readdir(d)) != NULL;) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        struct text path = arena_format(&s->arena, "%.*s/%s", TEXT_ARG(folder), e->d_name);
        struct text name = arena_format(&s->arena, "%.*s%s", TEXT_ARG(prefix), e->d_name);
        bool found = lstat(path.at, &about) == 0;
        if (found && S_ISDIR(about.st_mode))
            ok &= add_folder(s, b, path, arena_format(&s->arena, "%.*s/", TEXT_ARG(name)),
                             depth + 1);
        else if (found && S_ISREG(about.st_mode))
            ok &= add_file(s, b, path, name);
        else
            ok = refuse(s, path, "bundle-stray", TEXT("put the file itself there"),
                        TEXT("is a link or a device"));
    }
    closedir(d);
    return ok;
}

/* The last part of a path: the add-on's name. */
static struct text name_of(struct text folder)
{
    while (folder.len > 1 && folder.at[folder.len - 1] == '/')
        folder.len--;
    for (size_t at; (at = text_find(folder, '/')) < folder.len;)
        folder = text_slice(folder, at + 1, folder.len);
    return folder;
}

/* What does not work at home will not work elsewhere. */
static bool passes(struct scr_session *s)
{
    char *text = NULL;
    size_t len = 0;
    FILE *results = heap_stream(&text, &len);
    bool ok = scr_plugin_test(s, NULL, 0, "text", results);
    fclose(results);
    free(text);
    return ok || diag_error(&s->diags, (struct span){0}, "bundle-untested",
                            TEXT("`scrutineer plugin test DIR/` tells more"),
                            "not packed: its tests must pass first");
}

bool scr_plugin_pack(struct scr_session *s, const char *key, const char *release,
                     const char *output, FILE *out)
{
    struct text folder = text_of(s->options.add_on);
    struct bundle b = {.name = name_of(folder), .version = text_of(release), .api = API_VERSION};
    if (!s->loaded || !folder.len)
        return false;
    if (!bundle_is_word(b.name) || !bundle_is_word(b.version))
        return diag_error(&s->diags, (struct span){0}, "usage",
                          TEXT("letters, digits, \".\", \"_\" and \"-\", like late-loan and 1.2"),
                          "\"%.*s\" %.*s is no name and version of a bundle", TEXT_ARG(b.name),
                          TEXT_ARG(b.version));
    if (!add_folder(s, &b, folder, TEXT(""), 0) || !passes(s) ||
        !bundle_write(&s->arena, &s->diags, &b, key, output))
        return false;
    fprintf(out, "%s: %.*s %.*s, %zu files, signed by %.*s\n", output, TEXT_ARG(b.name),
            TEXT_ARG(b.version), b.count, TEXT_ARG(b.signer));
    return true;
}

/* --- verified --- */

/* Whether one of the public keys in FOLDER/signers is the signer's; *name is the file's. */
static bool find_signer(struct scr_session *s, const char *folder, struct text signer,
                        struct text *name)
{
    char hex[SIGNING_PUBLIC_TEXT];
    struct text path = arena_format(&s->arena, "%s/signers", folder);
    DIR *d = opendir(path.at);
    bool found = false;
    for (struct dirent *e; d && !found && (e = readdir(d)) != NULL;) {
        *name = arena_format(&s->arena, "%.*s/%s", TEXT_ARG(path), e->d_name);
        found = ends(*name, ".pub") && signing_public(&s->diags, name->at, hex) &&
                text_equal(text_of(hex), signer);
    }
    if (d)
        closedir(d);
    return found;
}

static bool trusts(struct scr_session *s, const struct bundle *b, const char *file, const char *key,
                   const char *folder, struct text *by)
{
    char hex[SIGNING_PUBLIC_TEXT];
    *by = text_of(key);
    if (key && !signing_public(&s->diags, key, hex))
        return false;
    if (key)
        return text_equal(text_of(hex), b->signer) ||
               refuse(s, text_of(file), "bundle-signer",
                      TEXT("is it the key of who made it, and not another's?"),
                      arena_format(&s->arena, "was signed by %.*s, not by %s", TEXT_ARG(b->signer),
                                   key));
    return find_signer(s, folder, b->signer, by) ||
           refuse(s, text_of(file), "bundle-signer",
                  arena_format(&s->arena,
                               "get the public key from who made it, by another way than the file, "
                               "and say --key NAME.pub,\nor put it into %s/signers",
                               folder),
                  arena_format(&s->arena, "was signed by %.*s, whom you do not know",
                               TEXT_ARG(b->signer)));
}

static bool check_contents(struct scr_session *s, const struct bundle *b, const char *file)
{
    for (size_t i = 0; i < b->count; i++)
        if (!belongs(b->files[i].path))
            return refuse(s, text_of(file), "bundle-stray",
                          TEXT("a bundle has plugins, law and a README.md, nothing else"),
                          arena_format(&s->arena, "holds \"%.*s\"", TEXT_ARG(b->files[i].path)));
    if (b->api == API_VERSION)
        return true;
    return refuse(s, text_of(file), "bundle-api",
                  TEXT("ask for one for this api, or take the program that knows it"),
                  arena_format(&s->arena, "needs api %u; this program (scrutineer %s) knows api %d",
                               b->api, PACKAGE_VERSION, API_VERSION));
}

static bool read_trusted(struct scr_session *s, const char *file, const char *key,
                         const char *folder, struct bundle *b, FILE *out)
{
    struct text bytes, by;
    if (!bundle_load(&s->arena, &s->diags, file, &bytes) ||
        !bundle_read(&s->arena, &s->diags, file, bytes, b) ||
        !trusts(s, b, file, key, folder, &by) || !check_contents(s, b, file))
        return false;
    fprintf(out, "%.*s %.*s, api %u, %zu files, signed by %.*s (%.*s)\n", TEXT_ARG(b->name),
            TEXT_ARG(b->version), b->api, b->count, TEXT_ARG(b->signer), TEXT_ARG(by));
    return true;
}

bool scr_plugin_verify(struct scr_session *s, const char *file, const char *key, const char *folder,
                       FILE *out)
{
    struct bundle b;
    return s->loaded && read_trusted(s, file, key, folder, &b, out);
}

/* --- installed --- */

static bool is_there(const char *path)
{
    struct stat about;
    return lstat(path, &about) == 0;
}

/* An add-on's plugin goes before a standard one of its name: it would change the rules there are.
 */
static bool check_names(struct scr_session *s, const struct bundle *b, const char *file,
                        struct text place)
{
    for (size_t i = 0; i < b->count; i++) {
        struct text path = b->files[i].path, prefix = TEXT("plugins/");
        if (!text_starts(path, prefix))
            continue;
        path = text_slice(path, prefix.len, path.len);
        if (is_there(arena_format(&s->arena, "%s/%.*s", s->options.plugins, TEXT_ARG(path)).at))
            return refuse(s, text_of(file), "bundle-clash",
                          TEXT("ask who made it to give the plugin another name"),
                          arena_format(&s->arena,
                                       "brings \"%.*s\", which would take the place of a standard "
                                       "plugin",
                                       TEXT_ARG(path)));
    }
    if (!is_there(place.at))
        return true;
    return refuse(
        s, text_of(file), "bundle-clash",
        arena_format(&s->arena, "to replace it, remove that first: rm -r %.*s", TEXT_ARG(place)),
        arena_format(&s->arena, "%.*s is there already", TEXT_ARG(place)));
}

static bool make_folders(struct arena *a, struct text path)
{
    for (size_t i = 1; i < path.len; i++)
        if (path.at[i] == '/' && mkdir(arena_copy(a, text_slice(path, 0, i)).at, 0777) != 0 &&
            errno != EEXIST)
            return false;
    return true;
}

static bool write_file(struct arena *a, struct text path, struct text body)
{
    return make_folders(a, path) && whole_file_write(path.at, WHOLE_FILE_IS_NEW, 0666, body);
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *at)
{
    (void)about, (void)kind, (void)at;
    return remove(path);
}

/* Into a folder beside its place. */
static bool unpack(struct scr_session *s, const struct bundle *b, struct text beside)
{
    bool ok = true;
    for (size_t i = 0; ok && i < b->count; i++)
        ok = write_file(
            &s->arena,
            arena_format(&s->arena, "%.*s/%.*s", TEXT_ARG(beside), TEXT_ARG(b->files[i].path)),
            b->files[i].body);
    return ok || refuse(s, beside, "bundle-unwritable", TEXT("is the disk full?"),
                        arena_format(&s->arena, "cannot be written: %s", strerror(errno)));
}

/* With the law base and plugins that are here. The law is kept until the session ends: messages
 * point into it. */
static bool loads(struct scr_session *s, const struct bundle *b, struct text beside)
{
    bool ok = lawbase_open_with(&s->base, &s->diags, s->options.lawbase, beside.at, NULL, 0);
    for (size_t i = 0; i < b->count; i++)
        if (text_starts(b->files[i].path, TEXT("plugins/")))
            ok &= plugin_load(s->host, &s->arena, &s->diags,
                              arena_format(&s->arena, "%.*s/%.*s", TEXT_ARG(beside),
                                           TEXT_ARG(b->files[i].path))
                                  .at) != NULL;
    return ok || diag_error(&s->diags, (struct span){0}, "bundle-broken",
                            TEXT("tell who made it; nothing was installed"),
                            "it does not fit the law base and the program that are here");
}

bool scr_plugin_install(struct scr_session *s, const char *file, const char *key,
                        const char *folder, FILE *out)
{
    struct arena *a = &s->arena;
    struct bundle b;
    if (!s->loaded || !read_trusted(s, file, key, folder, &b, out))
        return false;
    struct text place = arena_format(a, "%s/%.*s", folder, TEXT_ARG(b.name));
    if (!check_names(s, &b, file, place))
        return false;
    char *beside = heap_alloc(strlen(folder) + 16, 1);
    sprintf(beside, "%s/.new-XXXXXX", folder);
    bool made = make_folders(a, text_of(beside)) && mkdtemp(beside) && chmod(beside, 0755) == 0;
    bool ok = made ? unpack(s, &b, text_of(beside)) && loads(s, &b, text_of(beside))
                   : refuse(s, text_of(folder), "bundle-unwritable",
                            TEXT("may you write there? SCRUTINEER_INSTALLED names another folder"),
                            arena_format(a, "cannot be made: %s", strerror(errno)));
    if (ok && rename(beside, place.at) != 0)
        ok = refuse(s, place, "bundle-unwritable", TEXT("was it made meanwhile?"),
                    arena_format(a, "cannot be made: %s", strerror(errno)));
    if (made && !ok)
        nftw(beside, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(beside);
    if (ok)
        fprintf(out, "installed in %.*s\n", TEXT_ARG(place));
    return ok;
}
