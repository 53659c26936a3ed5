/* SPDX-License-Identifier: Apache-2.0
 *
 * --watch: waits for changes of files and folders, by inotify. Folders are watched, not files: an
 * editor that saves writes another file and renames it, and a watch would stay with the old one.
 */
#include <config.h>

#include "cli/watch.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* A signal that comes between looking for one and waiting is seen after LOOK_MS. */
enum { DEEPEST = 8, SETTLE_MS = 30, LOOK_MS = 200 };

static const uint32_t changes = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                IN_CREATE | IN_ONLYDIR;

bool watch_begin(struct watch *w)
{
    *w = (struct watch){.fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
    return w->fd >= 0;
}

void watch_end(struct watch *w)
{
    for (size_t i = 0; i < w->count; i++)
        free(w->items[i].name);
    free(w->items);
    if (w->fd >= 0)
        close(w->fd);
    *w = (struct watch){.fd = -1};
}

static void add(struct watch *w, const char *folder, const char *name)
{
    int at = inotify_add_watch(w->fd, folder, changes);
    struct watched *grown = at < 0 ? NULL : realloc(w->items, (w->count + 1) * sizeof *w->items);
    if (!grown)
        return;
    w->items = grown;
    w->items[w->count++] = (struct watched){at, name ? strdup(name) : NULL};
}

void watch_file(struct watch *w, const char *path)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t len = slash ? (size_t)(slash - path) : 0;
    if (len >= sizeof folder || strcmp(path, "-") == 0)
        return;
    memcpy(folder, path, len);
    folder[len] = '\0';
    add(w, !slash ? "." : len ? folder : "/", slash ? slash + 1 : path);
}

static void add_folder(struct watch *w, const char *path, unsigned depth)
{
    char below[PATH_MAX];
    DIR *d = depth < DEEPEST ? opendir(path) : NULL;
    if (!d)
        return;
    add(w, path, NULL);
    for (struct dirent *e; (e = readdir(d)) != NULL;) {
        bool folder = e->d_type == DT_DIR || e->d_type == DT_UNKNOWN;
        int len = snprintf(below, sizeof below, "%s/%s", path, e->d_name);
        if (folder && e->d_name[0] != '.' && len < (int)sizeof below)
            add_folder(w, below, depth + 1);
    }
    closedir(d);
}

void watch_folder(struct watch *w, const char *path)
{
    if (path)
        add_folder(w, path, 0);
}

/* Editors leave such files beside the one that is written. */
static bool is_aside(const char *name)
{
    size_t len = strlen(name);
    return name[0] == '.' || name[0] == '#' || (len && name[len - 1] == '~') ||
           strspn(name, "0123456789") == len;
}

static bool matters(const struct watch *w, const struct inotify_event *e)
{
    const char *name = e->len ? e->name : "";
    for (size_t i = 0; i < w->count; i++) {
        const struct watched *item = &w->items[i];
        if (item->at == e->wd && (item->name ? strcmp(item->name, name) == 0 : !is_aside(name)))
            return true;
    }
    return false;
}

/* Takes what has happened; whether any of it matters. */
static bool take_events(struct watch *w)
{
    _Alignas(struct inotify_event) char bytes[16384];
    bool found = false;
    for (ssize_t n; (n = read(w->fd, bytes, sizeof bytes)) > 0;)
        for (char *at = bytes; at < bytes + n;) {
            const struct inotify_event *e = (const struct inotify_event *)(void *)at;
            /* A file that is made is not whole before it is closed; a folder is. */
            bool begun = (e->mask & IN_CREATE) && !(e->mask & IN_ISDIR);
            found |= (e->mask & IN_Q_OVERFLOW) || (!begun && matters(w, e));
            at += sizeof *e + e->len;
        }
    return found;
}

/* Waits so long for events; false: none, or a signal came. */
static bool wait_events(const struct watch *w, int milliseconds)
{
    struct pollfd p = {.fd = w->fd, .events = POLLIN};
    return poll(&p, 1, milliseconds) > 0;
}

bool watch_wait(struct watch *w, bool (*interrupted)(void))
{
    bool changed = false;
    while (!changed && !interrupted())
        changed = wait_events(w, LOOK_MS) && take_events(w);
    /* Saving several files is one change. */
    while (changed && !interrupted() && wait_events(w, SETTLE_MS))
        take_events(w);
    return changed && !interrupted();
}

int watch_again(const struct watched_work *work, void *owner)
{
    bool terminal = isatty(STDOUT_FILENO);
    progress_catch_interrupt();
    for (bool more = true; more;) {
        struct watch w;
        if (!watch_begin(&w)) {
            fprintf(stderr, "scrutineer: --watch: %s\n", strerror(errno));
            return EXIT_WRONG;
        }
        work->watch(owner, &w);
        if (terminal)
            fputs("\33[H\33[2J\33[3J", stdout);
        more = work->run(owner) != EXIT_INTERRUPTED && !progress_interrupted();
        fflush(stdout);
        if (more)
            fputs("watching; Ctrl-C ends\n", stderr);
        more = more && watch_wait(&w, progress_interrupted);
        watch_end(&w);
    }
    return EXIT_INTERRUPTED;
}
