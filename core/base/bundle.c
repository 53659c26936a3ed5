/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/pack.h"
#include "base/storing.h"

static const char manifest_name[] = "MANIFEST";
static const char first_line[] = "scrutineer-plugin 1";

static bool refuse(struct diags *d, const char *path, const char *code, const char *hint,
                   struct text message)
{
    return diag_at(d, DIAG_ERROR, (struct place){.file = text_of(path)}, code, text_of(hint),
                   TEXT(""), "%.*s", TEXT_ARG(message));
}

/* --- names --- */

bool bundle_is_word(struct text t)
{
    static const char may[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    for (size_t i = 0; i < t.len; i++)
        if (!memchr(may, t.at[i], sizeof may - 1))
            return false;
    return t.len > 0 && t.len <= 60 && t.at[0] != '.';
}

bool bundle_is_path(struct text path)
{
    enum { DEEPEST = 6 };
    size_t parts = 0;
    bool ok = path.len > 0 && path.at[path.len - 1] != '/';
    for (struct text part; ok && text_next(&path, '/', &part); parts++)
        ok = bundle_is_word(part) && parts < DEEPEST;
    return ok;
}

static struct text hex_digest(struct arena *a, struct text body)
{
    struct digest d;
    char hex[DIGEST_TEXT_SIZE];
    digest_init(&d);
    digest_add_bytes(&d, body);
    return arena_copy(a, text_of(digest_end(&d, 32, hex)));
}

/* --- written --- */

static int compare_paths(const void *a, const void *b)
{
    return text_compare(((const struct bundle_file *)a)->path,
                        ((const struct bundle_file *)b)->path);
}

/* All lines above the signature. */
static struct text print_head(struct arena *a, const struct bundle *b)
{
    struct growing g = {.arena = a};
    growing_add(&g,
                arena_format(a, "%s\nname %.*s\nversion %.*s\napi %u\nsigner %.*s\n", first_line,
                             TEXT_ARG(b->name), TEXT_ARG(b->version), b->api, TEXT_ARG(b->signer)));
    for (size_t i = 0; i < b->count; i++)
        growing_add(&g, arena_format(a, "file %.*s %zu %.*s\n",
                                     TEXT_ARG(hex_digest(a, b->files[i].body)),
                                     b->files[i].body.len, TEXT_ARG(b->files[i].path)));
    return growing_text(&g);
}

static la_ssize_t take_bytes(struct archive *archive, void *owner, const void *bytes, size_t len)
{
    (void)archive;
    pack_raw(owner, bytes, len);
    return (la_ssize_t)len;
}

/* No time, no owner: the same files give the same bytes. */
static bool add_member(struct archive *tar, const char *path, struct text body)
{
    struct archive_entry *e = archive_entry_new();
    archive_entry_set_pathname(e, path);
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_perm(e, 0644);
    archive_entry_set_mtime(e, 0, 0);
    archive_entry_set_size(e, (la_int64_t)body.len);
    bool ok = archive_write_header(tar, e) == ARCHIVE_OK &&
              archive_write_data(tar, body.at, body.len) == (la_ssize_t)body.len;
    archive_entry_free(e);
    return ok;
}

static bool make_tar(struct arena *a, const struct bundle *b, struct text manifest,
                     struct pack *out)
{
    struct archive *tar = archive_write_new();
    archive_write_set_format_ustar(tar);
    bool ok = archive_write_open(tar, out, NULL, take_bytes, NULL) == ARCHIVE_OK &&
              add_member(tar, manifest_name, manifest);
    for (size_t i = 0; ok && i < b->count; i++)
        ok = add_member(tar, arena_copy(a, b->files[i].path).at, b->files[i].body);
    ok = archive_write_close(tar) == ARCHIVE_OK && ok;
    archive_write_free(tar);
    return ok;
}

static bool write_whole(struct arena *a, struct diags *d, const char *path, struct text bytes)
{
    return whole_file_write(path, WHOLE_FILE_REPLACES, 0666, bytes) ||
           refuse(d, path, "bundle-unwritable", "name a file in a folder where you may write",
                  arena_format(a, "cannot be written: %s", strerror(errno)));
}

bool bundle_write(struct arena *a, struct diags *d, struct bundle *b, const char *key,
                  const char *path)
{
    struct pack tar = {0};
    char signer[SIGNING_PUBLIC_TEXT], signature[SIGNING_SIGNATURE_TEXT];
    if (!signing_signer(d, key, signer))
        return false;
    b->signer = arena_copy(a, text_of(signer));
    if (b->count)
        qsort(b->files, b->count, sizeof *b->files, compare_paths);
    struct text head = print_head(a, b);
    if (!signing_sign_text(d, key, head, signature))
        return false;
    struct text manifest = arena_format(a, "%.*ssignature %s\n", TEXT_ARG(head), signature);
    bool ok = make_tar(a, b, manifest, &tar)
                  ? write_whole(a, d, path, pack_whole(&tar))
                  : refuse(d, path, "bundle-unwritable", "are the paths too long?",
                           TEXT("cannot be made"));
    pack_free(&tar);
    return ok;
}

/* --- read --- */

struct reading {
    struct arena *arena;
    struct diags *diags;
    const char *path;
    struct bundle *bundle;
    struct text manifest;
    size_t bytes;
};

static bool refuse_form(const struct reading *r, struct text what)
{
    return refuse(r->diags, r->path, "bundle-form",
                  "ask who made it for a bundle as `scrutineer plugin pack` writes it", what);
}

static bool check_member(struct reading *r, struct archive_entry *e, struct text path)
{
    la_int64_t size = archive_entry_size(e);
    bool first = !r->manifest.at, plain = archive_entry_filetype(e) == AE_IFREG &&
                                          !archive_entry_hardlink(e) && !archive_entry_symlink(e);
    if (!plain)
        return refuse(
            r->diags, r->path, "bundle-member",
            "a link or device could reach outside of it; do not install it",
            arena_format(r->arena, "holds \"%.*s\", which is no plain file", TEXT_ARG(path)));
    if (!bundle_is_path(path))
        return refuse(
            r->diags, r->path, "bundle-path",
            "such a path could reach outside of its folder; do not install it",
            arena_format(r->arena, "holds a file with the path \"%.*s\"", TEXT_ARG(path)));
    if (first != text_equal(path, text_of(manifest_name)))
        return refuse_form(r, TEXT("its first file, and no other, must be MANIFEST"));
    if (size < 0 || size > BUNDLE_MOST_FILE || r->bundle->count == BUNDLE_MOST_FILES)
        return refuse(
            r->diags, r->path, "bundle-size", "a bundle has 500 files of 4 MiB at most",
            arena_format(r->arena, "\"%.*s\" is too large, or one too many", TEXT_ARG(path)));
    return true;
}

static bool read_body(struct reading *r, struct archive *tar, size_t size, struct text *out)
{
    char *body = arena_alloc(r->arena, size + 1, 1);
    size_t len = 0;
    for (la_ssize_t n = 1; n > 0 && len<size; len += n> 0 ? (size_t)n : 0)
        n = archive_read_data(tar, body + len, size - len);
    *out = (struct text){body, len};
    return len == size || refuse_form(r, TEXT("it breaks off"));
}

static bool read_member(struct reading *r, struct archive *tar, struct archive_entry *e)
{
    const char *name = archive_entry_pathname(e);
    struct text path = arena_copy(r->arena, text_of(name ? name : "")), body;
    struct bundle *b = r->bundle;
    if (!check_member(r, e, path) || !read_body(r, tar, (size_t)archive_entry_size(e), &body))
        return false;
    if (!r->manifest.at)
        r->manifest = body;
    else
        *arena_push(r->arena, &b->files, &b->count) = (struct bundle_file){path, body};
    return true;
}

static bool read_members(struct reading *r, struct text bytes)
{
    struct archive *tar = archive_read_new();
    struct archive_entry *e;
    int status = ARCHIVE_OK;
    archive_read_support_format_tar(tar);
    bool ok = archive_read_open_memory(tar, bytes.at, bytes.len) == ARCHIVE_OK;
    while (ok && (status = archive_read_next_header(tar, &e)) == ARCHIVE_OK)
        ok = read_member(r, tar, e);
    if (ok && status != ARCHIVE_EOF)
        ok = refuse_form(r, TEXT("it is no archive, or it breaks off"));
    else if (!ok && !r->diags->errors)
        ok = refuse_form(r, TEXT("it is no archive"));
    archive_read_free(tar);
    return ok && (r->manifest.at || refuse_form(r, TEXT("it is empty")));
}

/* The rest of the next line behind "WORD "; false when the line is another one. */
static bool take_line(struct text *rest, const char *word, struct text *out)
{
    struct text line;
    size_t len = strlen(word);
    if (!text_next(rest, '\n', &line) || !text_starts(line, text_of(word)) || line.len <= len ||
        line.at[len] != ' ')
        return false;
    *out = text_slice(line, len + 1, line.len);
    return true;
}

static bool read_small(struct text t, size_t most, size_t *out)
{
    *out = 0;
    for (size_t i = 0; i < t.len; i++) {
        if (t.at[i] < '0' || t.at[i] > '9' || *out > most)
            return false;
        *out = 10 * *out + (size_t)(t.at[i] - '0');
    }
    return t.len > 0 && *out <= most && (t.len == 1 || t.at[0] != '0');
}

static bool read_head(struct reading *r, struct text *rest)
{
    struct bundle *b = r->bundle;
    struct text line, api;
    size_t number = 0;
    if (!text_next(rest, '\n', &line) || !text_equal(line, text_of(first_line)))
        return refuse(r->diags, r->path, "bundle-form",
                      "a later program may know it; see `scrutineer --version`",
                      TEXT("its MANIFEST is of no form that this program knows"));
    bool ok = take_line(rest, "name", &b->name) && bundle_is_word(b->name) &&
              take_line(rest, "version", &b->version) && bundle_is_word(b->version) &&
              take_line(rest, "api", &api) && read_small(api, 1000, &number) &&
              take_line(rest, "signer", &b->signer) && b->signer.len == SIGNING_PUBLIC_TEXT - 1;
    b->api = (unsigned)number;
    return ok || refuse_form(r, TEXT("its MANIFEST has no name, version, api or signer"));
}

/* file DIGEST SIZE PATH */
static bool check_file(struct reading *r, struct text line, const struct bundle_file *f)
{
    struct text digest, size, path;
    size_t len;
    bool told = text_next(&line, ' ', &digest) && text_next(&line, ' ', &size) &&
                text_next(&line, ' ', &path) && read_small(size, BUNDLE_MOST_FILE, &len) &&
                text_equal(path, f->path);
    if (!told)
        return refuse_form(r, arena_format(r->arena, "\"%.*s\" is not what its MANIFEST tells",
                                           TEXT_ARG(f->path)));
    if (len == f->body.len && text_equal(digest, hex_digest(r->arena, f->body)))
        return true;
    return refuse(
        r->diags, r->path, "bundle-digest",
        "it was damaged or changed on the way: fetch it again from who made it",
        arena_format(r->arena, "\"%.*s\" is not the file that was packed", TEXT_ARG(f->path)));
}

static bool check_manifest(struct reading *r)
{
    struct text rest = r->manifest, line, signature;
    struct bundle *b = r->bundle;
    bool ok = read_head(r, &rest);
    for (size_t i = 0; ok && i < b->count; i++)
        ok = take_line(&rest, "file", &line)
                 ? check_file(r, line, &b->files[i])
                 : refuse_form(r, TEXT("it holds files that its MANIFEST does not tell"));
    for (size_t i = 1; ok && i < b->count; i++)
        if (text_compare(b->files[i - 1].path, b->files[i].path) >= 0)
            ok = refuse_form(r, TEXT("its files are not in order, or one is there twice"));
    if (!ok || !rest.at)
        return ok && refuse_form(r, TEXT("its MANIFEST has no signature"));
    struct text head = text_slice(r->manifest, 0, (size_t)(rest.at - r->manifest.at));
    if (!take_line(&rest, "signature", &signature) || rest.len)
        return refuse_form(r, TEXT("its MANIFEST tells files that are not there, or no signature"));
    return signing_verify_text(b->signer, head, signature) ||
           refuse(r->diags, r->path, "bundle-signature",
                  "it was changed after it was signed: fetch it again from who made it",
                  TEXT("its signature does not hold"));
}

bool bundle_read(struct arena *a, struct diags *d, const char *path, struct text bytes,
                 struct bundle *out)
{
    struct diags said;
    struct reading r = {.arena = a, .diags = &said, .path = path, .bundle = out};
    *out = (struct bundle){0};
    diags_init(&said);
    bool ok = read_members(&r, bytes) && check_manifest(&r);
    diags_take(d, &said);
    diags_free(&said);
    return ok;
}

bool bundle_load(struct arena *a, struct diags *d, const char *path, struct text *bytes)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return refuse(d, path, "bundle-unreadable", "check the path",
                      arena_format(a, "cannot be opened: %s", strerror(errno)));
    char *whole = arena_alloc(a, BUNDLE_MOST_BYTES + 1, 1);
    size_t len = fread(whole, 1, BUNDLE_MOST_BYTES + 1, f);
    bool failed = ferror(f) != 0;
    fclose(f);
    *bytes = (struct text){whole, len};
    if (failed)
        return refuse(d, path, "bundle-unreadable", "", TEXT("cannot be read"));
    return len <= BUNDLE_MOST_BYTES ||
           refuse(d, path, "bundle-size", "a bundle has 16 MiB at most", TEXT("is too large"));
}
