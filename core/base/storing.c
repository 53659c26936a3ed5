/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "base/storing.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

/* --- put aside --- */

const char *put_aside_folder(void)
{
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

int put_aside_file(void)
{
    char path[PATH_MAX];
    int file = open(put_aside_folder(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    /* Some file systems cannot make a file without a name. */
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
        return file;
    int len = snprintf(path, sizeof path, "%s/scrutineer-XXXXXX", put_aside_folder());
    if (len < 0 || (size_t)len >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    file = mkostemp(path, O_CLOEXEC);
    if (file >= 0)
        unlink(path);
    return file;
}

FILE *put_aside_stream(void)
{
    int file = put_aside_file();
    FILE *f = file >= 0 ? fdopen(file, "w+b") : NULL;
    if (!f && file >= 0)
        close(file);
    return f;
}

void put_aside_path(int file, char path[PUT_ASIDE_PATH_SIZE])
{
    snprintf(path, PUT_ASIDE_PATH_SIZE, "/proc/self/fd/%d", file);
}

bool write_all(int file, const void *bytes, size_t len)
{
    const char *at = bytes;
    while (len > 0) {
        ssize_t n = write(file, at, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            errno = n < 0 ? errno : ENOSPC;
            return false;
        }
        at += n;
        len -= (size_t)n;
    }
    return true;
}

/* --- whole files --- */

struct whole_file {
    FILE *out;
    char *path;   /* as it is called at the end; links on the way are followed */
    char *beside; /* the name it has until then, in the same folder */
    enum whole_file_kind kind;
    bool as_it_is; /* a device or pipe: written to directly */
    bool named;    /* beside is there */
};

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t len = slash ? (size_t)(slash - path) : 0;
    char *folder = heap_alloc(len + 2, 1);
    if (slash)
        memcpy(folder, path, len ? len : 1);
    else
        *folder = '.';
    return folder;
}

/* What a link points to is replaced, not the link. */
static char *real_path(const char *path)
{
    char *real = realpath(path, NULL);
    if (real)
        return real;
    size_t size = strlen(path) + 1;
    return memcpy(heap_alloc(size, 1), path, size);
}

/* Without a name where the file system has that, so that nothing stays when the program is killed.
 */
static int open_beside(struct whole_file *w, mode_t mode)
{
    char *folder = folder_of(w->path);
    int file = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    if (file < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT)) {
        file = open(w->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        w->named = file >= 0;
    }
    free(folder);
    return file;
}

static int open_whole(struct whole_file *w, mode_t mode)
{
    struct stat there;
    bool is_there = stat(w->path, &there) == 0;
    if (is_there && S_ISDIR(there.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    w->as_it_is = is_there && !S_ISREG(there.st_mode);
    if (w->kind == WHOLE_FILE_IS_NEW && is_there) {
        errno = EEXIST;
        return -1;
    }
    if (w->as_it_is)
        return open(w->path, O_WRONLY | O_CLOEXEC);
    if (is_there && access(w->path, W_OK) != 0)
        return -1;
    int file = open_beside(w, mode);
    /* The new one may be read by the same people. Only root may give it away: else it is ours. */
    if (file >= 0 && is_there &&
        (fchmod(file, there.st_mode & 07777) != 0 || fchown(file, there.st_uid, there.st_gid) != 0))
        errno = 0;
    return file;
}

static void free_whole(struct whole_file *w)
{
    int why = errno;
    if (w->out)
        fclose(w->out);
    if (w->named)
        unlink(w->beside);
    free(w->path);
    free(w->beside);
    free(w);
    errno = why;
}

struct whole_file *whole_file_begin(const char *path, enum whole_file_kind kind, mode_t mode)
{
    struct whole_file *w = heap_alloc(1, sizeof *w);
    w->path = real_path(path);
    w->kind = kind;
    size_t size = strlen(w->path) + 40;
    w->beside = heap_alloc(size, 1);
    snprintf(w->beside, size, "%s.%ld.new", w->path, (long)getpid());
    int file = open_whole(w, mode);
    w->out = file >= 0 ? fdopen(file, "wb") : NULL;
    if (w->out)
        return w;
    if (file >= 0)
        close(file);
    free_whole(w);
    return NULL;
}

FILE *whole_file_stream(struct whole_file *w)
{
    return w->out;
}

/* Gives the file without a name the one beside its last. */
static bool name_beside(struct whole_file *w)
{
    char path[PUT_ASIDE_PATH_SIZE];
    if (w->named)
        return true;
    put_aside_path(fileno(w->out), path);
    unlink(w->beside); /* of a process of the same number that was killed */
    w->named = linkat(AT_FDCWD, path, AT_FDCWD, w->beside, AT_SYMLINK_FOLLOW) == 0;
    return w->named;
}

/* So that the name, too, is on the disk. A file system that cannot do it keeps it as it can. */
static void keep_name(const char *path)
{
    char *folder = folder_of(path);
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0) {
        fsync(file);
        close(file);
    }
    free(folder);
}

static bool give_name(struct whole_file *w)
{
    if (fsync(fileno(w->out)) != 0 || !name_beside(w))
        return false;
    if (w->kind == WHOLE_FILE_IS_NEW) {
        if (link(w->beside, w->path) != 0)
            return false;
    } else {
        if (rename(w->beside, w->path) != 0)
            return false;
        w->named = false;
    }
    keep_name(w->path);
    return true;
}

/* An earlier write failed, whose reason stdio does not keep: mostly the next one fails like it. */
static int reason_of(FILE *out)
{
    errno = 0;
    clearerr(out);
    bool again = fputc('\n', out) == EOF || fflush(out) != 0;
    return again && errno ? errno : EIO;
}

bool whole_file_end(struct whole_file *w, bool keep)
{
    errno = 0;
    bool ok = keep && !ferror(w->out) && fflush(w->out) == 0 && (w->as_it_is || give_name(w));
    int why = keep && !ok && errno == 0 ? reason_of(w->out) : errno;
    free_whole(w);
    errno = why;
    return ok || !keep;
}

bool whole_file_refused(struct diags *d, const char *code, const char *path, int why)
{
    return diag_at(d, DIAG_ERROR, (struct place){.file = text_of(path)}, code,
                   text_of(why == ENOSPC ? "make room, or name another folder"
                                         : "name a file in a folder where you may write"),
                   TEXT(""), "cannot be written: %s", strerror(why));
}

bool whole_file_write(const char *path, enum whole_file_kind kind, mode_t mode, struct text bytes)
{
    struct whole_file *w = whole_file_begin(path, kind, mode);
    if (!w)
        return false;
    bool whole = fwrite(bytes.at, 1, bytes.len, w->out) == bytes.len;
    int why = errno;
    bool kept = whole_file_end(w, whole);
    if (!whole)
        errno = why;
    return whole && kept;
}
