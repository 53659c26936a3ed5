/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/origin.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/storing.h"
#include "filing/gunzip.h"
#include "filing/input.h"

enum { BLOCK = 1 << 16, START = 4096 };
enum origin_kind { ORIGIN_PLAIN, ORIGIN_ARCHIVE, ORIGIN_BOOK };

struct origin {
    struct arena arena;
    struct diags *diags;
    struct text path, shown;
    enum origin_kind kind;
    int fd;                         /* -1: none */
    const struct filing_feed *feed; /* NULL: a file */
    char start[START];              /* first bytes, looked at before anything else reads them */
    size_t start_len, start_at;
    char block[BLOCK]; /* for libarchive */
    struct archive *archive;
    struct gunzip *gunzip; /* what comes in front of it; NULL: nothing */
    const struct sheet_kind *sheets;
    void *book;
    bool named; /* members have names of their own: an archive, no mere compressed file */
    bool begun;
    uint64_t read, size;
    const char *broken; /* why the file's own bytes ended; NULL: they did not break off */
};

static bool fail(struct origin *o, const char *code, const char *hint, const char *message)
{
    return diag_at(o->diags, DIAG_ERROR, (struct place){.file = o->shown}, code, text_of(hint),
                   TEXT(""), "%s", message);
}

/* --- the bytes of the file itself --- */

static ssize_t read_more(struct origin *o, char *bytes, size_t size)
{
    ssize_t n;
    if (o->feed) {
        n = o->feed->read(o->feed->owner, bytes, size);
        errno = EIO; /* for messages, when it broke off */
        return n < 0 || (size_t)n > size ? -1 : n;
    }
    do {
        n = read(o->fd, bytes, size);
    } while (n < 0 && errno == EINTR);
    return n;
}

static ssize_t read_file(struct origin *o, char *bytes, size_t size)
{
    ssize_t n;
    if (o->start_at < o->start_len) {
        size_t left = o->start_len - o->start_at;
        n = (ssize_t)(left < size ? left : size);
        memcpy(bytes, o->start + o->start_at, (size_t)n);
        o->start_at += (size_t)n;
        return n;
    }
    n = read_more(o, bytes, size);
    if (n > 0)
        o->read += (uint64_t)n;
    return n;
}

static bool look_at_start(struct origin *o)
{
    while (o->start_len < START) {
        ssize_t n = read_more(o, o->start + o->start_len, START - o->start_len);
        if (n < 0)
            return fail(o, "filing-unreadable", "", strerror(errno));
        if (n == 0)
            break;
        o->start_len += (size_t)n;
    }
    o->read = o->start_len;
    return true;
}

static bool open_file(struct origin *o)
{
    struct stat about;
    if (o->feed)
        return look_at_start(o);
    bool input = text_equal(o->path, TEXT("-"));
    o->fd = input ? dup(STDIN_FILENO) : open(o->path.at, O_RDONLY | O_CLOEXEC);
    if (o->fd < 0) {
        struct text why = arena_format(&o->arena, "cannot be opened: %s", strerror(errno));
        return fail(o, "filing-unreadable", errno == ENOENT ? "check the path" : "", why.at);
    }
    if (fstat(o->fd, &about) != 0 || S_ISDIR(about.st_mode))
        return fail(o, "filing-unreadable", "name the files in it, like DIR/*.csv",
                    "is a directory");
    o->size = S_ISREG(about.st_mode) ? (uint64_t)about.st_size : 0;
    return look_at_start(o);
}

/* --- what kind it is --- */

static bool begins(const struct origin *o, const char *magic, size_t len)
{
    return text_starts((struct text){o->start, o->start_len}, (struct text){magic, len});
}

static bool holds(const struct origin *o, const char *word)
{
    return memmem(o->start, o->start_len, word, strlen(word)) != NULL;
}

static const struct sheet_kind *sheet_kind_of(const struct origin *o)
{
    if (!begins(o, "PK\3\4", 4))
        return NULL;
    if (holds(o, "application/vnd.oasis.opendocument.spreadsheet"))
        return &sheet_ods;
    return holds(o, "[Content_Types].xml") || holds(o, "xl/") ? &sheet_xlsx : NULL;
}

static bool is_packed(const struct origin *o)
{
    return begins(o, "PK\3\4", 4) || begins(o, "\x1F\x8B", 2) || begins(o, "BZh", 3) ||
           begins(o,
                  "\xFD"
                  "7zXZ",
                  5) ||
           begins(o, "\x28\xB5\x2F\xFD", 4) ||
           (o->start_len > 262 && memcmp(o->start + 257, "ustar", 5) == 0);
}

/* A workbook is read in several passes: what comes through a pipe is put aside first. */
static bool put_aside(struct origin *o)
{
    int aside = put_aside_file();
    char path[PUT_ASIDE_PATH_SIZE];
    ssize_t n = 0;
    if (aside < 0)
        return fail(o, "filing-unreadable", "is there room in TMPDIR?",
                    "a temporary file could not be made");
    bool kept = true;
    while (kept && (n = read_file(o, o->block, BLOCK)) > 0)
        kept = write_all(aside, o->block, (size_t)n);
    if (o->fd >= 0)
        close(o->fd);
    o->feed = NULL;
    o->fd = aside;
    put_aside_path(o->fd, path);
    o->path = arena_copy(&o->arena, text_of(path));
    return (kept && n == 0) || fail(o, "filing-unreadable", "is there room in TMPDIR?",
                                    "the workbook could not be put aside");
}

static bool open_book(struct origin *o)
{
    const char *why = NULL;
    o->kind = ORIGIN_BOOK;
    if ((o->size == 0 || text_equal(o->path, TEXT("-"))) && !put_aside(o))
        return false;
    o->book = o->sheets->open(&o->arena, o->path.at, &why);
    if (o->book)
        return true;
    struct text message = arena_format(&o->arena, "the workbook cannot be read: %s", why);
    return fail(o, "filing-bad-archive", "is it whole? save it again, or as CSV", message.at);
}

static ssize_t pull_file(void *owner, char *bytes, size_t size, const char **why)
{
    ssize_t n = read_file(owner, bytes, size);
    if (n < 0)
        *why = strerror(errno);
    return n;
}

static la_ssize_t feed_archive(struct archive *archive, void *owner, const void **bytes)
{
    struct origin *o = owner;
    const char *why = "";
    ssize_t n = o->gunzip ? gunzip_pull(o->gunzip, o->block, BLOCK, &why)
                          : pull_file(o, o->block, BLOCK, &why);
    *bytes = o->block;
    if (n < 0) {
        o->broken = arena_copy(&o->arena, text_of(why)).at;
        archive_set_error(archive, EIO, "%s", why);
    }
    return n;
}

/* libarchive forgets it while it finds out what kind of archive this is. */
static const char *why_broken(const struct origin *o)
{
    return o->broken ? o->broken : archive_error_string(o->archive);
}

static bool open_archive(struct origin *o)
{
    o->kind = ORIGIN_ARCHIVE;
    o->archive = archive_read_new();
    if (begins(o, "\x1F\x8B", 2))
        o->gunzip = gunzip_new((struct byte_source){pull_file, o});
    archive_read_support_filter_bzip2(o->archive);
    archive_read_support_filter_xz(o->archive);
    archive_read_support_filter_zstd(o->archive);
    archive_read_support_format_zip(o->archive);
    archive_read_support_format_tar(o->archive);
    archive_read_support_format_raw(o->archive);
    if (archive_read_open(o->archive, o, NULL, feed_archive, NULL) == ARCHIVE_OK)
        return true;
    struct text message = arena_format(&o->arena, "the archive cannot be read: %s", why_broken(o));
    return fail(o, "filing-bad-archive", "is it whole?", message.at);
}

struct origin *origin_open(struct diags *d, const char *path, const struct filing_feed *feed)
{
    struct origin *o = heap_alloc(1, sizeof *o);
    o->arena = ARENA("origin");
    o->diags = d;
    o->fd = -1;
    o->feed = feed;
    o->path = arena_copy(&o->arena, text_of(path));
    o->shown = !feed && strcmp(path, "-") == 0 ? TEXT("standard input") : o->path;
    if (open_file(o)) {
        o->sheets = sheet_kind_of(o);
        if (o->sheets ? open_book(o) : !is_packed(o) || open_archive(o))
            return o;
    }
    origin_free(o);
    return NULL;
}

void origin_free(struct origin *o)
{
    if (!o)
        return;
    if (o->archive)
        archive_read_free(o->archive);
    gunzip_free(o->gunzip);
    if (o->book)
        o->sheets->close(o->book);
    if (o->fd >= 0)
        close(o->fd);
    arena_free(&o->arena);
    free(o);
}

/* --- one thing after the other --- */

static struct text name_member(struct origin *o, struct text member)
{
    return arena_format(&o->arena, "%.*s/%.*s", TEXT_ARG(o->shown), TEXT_ARG(member));
}

/* A tar says where it ends, and libarchive reads no further; gzip's check sum stands behind that.
 * Returns what is wrong there, or NULL; what broke off before was told when it was wanted. */
static const char *wrong_in_rest(struct origin *o)
{
    const char *why = NULL;
    ssize_t n = 1;
    while (o->gunzip && !o->broken && n > 0)
        n = gunzip_pull(o->gunzip, o->block, BLOCK, &why);
    return n < 0 ? why : NULL;
}

static bool next_member(struct origin *o, struct text *name, const char **why)
{
    struct archive_entry *entry;
    for (;;) {
        int status = archive_read_next_header(o->archive, &entry);
        if (status == ARCHIVE_EOF) {
            *why = wrong_in_rest(o);
            return false;
        }
        if (status < ARCHIVE_WARN) {
            *why = arena_copy(&o->arena, text_of(why_broken(o))).at;
            return false;
        }
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        const char *member = archive_entry_pathname_utf8(entry);
        o->named = archive_format(o->archive) != ARCHIVE_FORMAT_RAW;
        *name = o->named ? name_member(o, text_of(member ? member : "member")) : o->shown;
        return true;
    }
}

bool origin_next(struct origin *o, struct text *name, const char **why)
{
    struct text sheet;
    *why = NULL;
    if (o->kind == ORIGIN_ARCHIVE)
        return next_member(o, name, why);
    if (o->kind == ORIGIN_BOOK) {
        if (!o->sheets->next(o->book, &sheet, why))
            return false;
        *name = name_member(o, sheet);
        return true;
    }
    *name = o->shown;
    bool first = !o->begun;
    o->begun = true;
    return first;
}

static ssize_t pull(void *owner, char *bytes, size_t size, const char **why)
{
    struct origin *o = owner;
    if (o->kind == ORIGIN_BOOK)
        return o->sheets->pull(o->book, bytes, size, why);
    if (o->kind == ORIGIN_PLAIN)
        return pull_file(o, bytes, size, why);
    ssize_t n = archive_read_data(o->archive, bytes, size);
    if (n < 0)
        *why = arena_copy(&o->arena, text_of(why_broken(o))).at;
    return n < 0 ? -1 : n;
}

struct byte_source origin_source(struct origin *o)
{
    return (struct byte_source){pull, o};
}

struct text origin_path(const struct origin *o)
{
    return o->shown;
}

bool origin_is_container(const struct origin *o)
{
    return o->kind == ORIGIN_BOOK || o->named;
}

bool origin_is_sheet(const struct origin *o)
{
    return o->kind == ORIGIN_BOOK;
}

uint64_t origin_read(const struct origin *o)
{
    return o->read;
}

uint64_t origin_size(const struct origin *o)
{
    return o->kind == ORIGIN_BOOK ? 0 : o->size;
}
