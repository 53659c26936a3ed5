/* SPDX-License-Identifier: Apache-2.0
 *
 * What goes wrong around a program, made to go wrong on purpose. Loaded before it (LD_PRELOAD):
 *
 *   FAULT_MEMORY=once|on  At each allocation, one after the other, a copy of the process is made
 *                         (fork) in which this one fails (once), or this and all after it (on), and
 *                         which then goes on to its end. The copy must end with status 2 and a
 *                         message, or with the status and the output of the whole run.
 * FAULT_EVERY=N tries each Nth only, FAULT_FROM=N begins there. What was seen is told on standard
 * error at the end, as "faults: ..."; a wrong end is a line each. FAULT_IO=short        read,
 * pread, write and pwrite do a few bytes at a time, and are interrupted (EINTR) every third time.
 *   FAULT_ESCAPE=FILE     When Lua first runs protected once the law base is there, it is tried to
 *                         open a socket, to start a program, to read a file that nobody named
 *                         (/etc/passwd) and to make FILE; what came of it is told on standard
 * error. FAULT_CLOCK=back      Each look at a clock is an hour before the last.
 *
 * Only for glibc, and for a program of one thread when memory fails.
 */
#include <config.h>

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

enum { ENDED_WRONG = 2, MOST_SURVIVORS = 1 << 18, TOLD = 4096 };
enum { CHILD_SECONDS = 10, MOST_FILES = 64 };

/* A copy that went on to its end although an allocation had failed. */
struct survivor {
    uint64_t number, output;
    int status;
};

static struct {
    bool on, once, is_copy, failing;
    uint64_t count, every, from, tried, refused, survived, wrong;
    struct survivor *survivors;
} memory;
static bool short_io, clock_back;

#define REAL(name, type) \
    static type real; \
    if (!real) \
    *(void **)(void *)&real = dlsym(RTLD_NEXT, name)

/* --- what a copy does --- */

static uint64_t hash_of(int file)
{
    unsigned char bytes[4096];
    uint64_t hash = 14695981039346656037u;
    ssize_t n;
    for (off_t at = 0; (n = pread(file, bytes, sizeof bytes, at)) > 0; at += n)
        for (ssize_t i = 0; i < n; i++)
            hash = (hash ^ bytes[i]) * 1099511628211u;
    return hash;
}

/* What was written so far goes on in a file of the copy's own. */
static void take_over(int which, int file)
{
    char bytes[4096];
    ssize_t n;
    off_t at = 0, stands = lseek(which, 0, SEEK_CUR);
    for (; (n = pread(which, bytes, sizeof bytes, at)) > 0; at += n)
        if (write(file, bytes, (size_t)n) != n)
            _exit(99);
    lseek(file, stands, SEEK_SET);
    dup2(file, which);
}

/* So does what the program has put aside; and what it reads is opened anew, since both would go on
 * from where the other is. */
static void take_over_open_files(void)
{
    struct stat about;
    char path[40];
    for (int file = 3; file < MOST_FILES; file++) {
        if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode))
            continue;
        bool reads = (fcntl(file, F_GETFL) & O_ACCMODE) == O_RDONLY;
        snprintf(path, sizeof path, "/proc/self/fd/%d", file);
        int own = reads ? open(path, O_RDONLY) : memfd_create("put aside", 0);
        if (reads) {
            lseek(own, lseek(file, 0, SEEK_CUR), SEEK_SET);
            dup2(own, file);
        } else if (about.st_nlink == 0) {
            take_over(file, own);
        }
        close(own);
    }
}

static void tell(const char *text)
{
    if (write(STDERR_FILENO, text, strlen(text)) < 0)
        _exit(99);
}

/* --- what the process does that makes copies --- */

static void complain(uint64_t number, const char *what, int status, int messages)
{
    char line[TOLD + 200], said[TOLD];
    ssize_t n = pread(messages, said, sizeof said - 1, 0);
    said[n > 0 ? n : 0] = '\0';
    snprintf(line, sizeof line, "faults: allocation %llu: %s (status %d): %s\n",
             (unsigned long long)number, what, status, said);
    tell(line);
    memory.wrong++;
}

/* Crashes and endless runs are wrong here; the others are held against the whole run at its end. */
static void judge_copy(uint64_t number, int status, int output, int messages)
{
    struct stat said;
    fstat(messages, &said);
    if (WIFSIGNALED(status)) {
        complain(number, strsignal(WTERMSIG(status)), status, messages);
    } else if (WEXITSTATUS(status) == ENDED_WRONG) {
        memory.refused++;
        if (said.st_size == 0)
            complain(number, "ended without a message", ENDED_WRONG, messages);
    } else if (memory.survived < MOST_SURVIVORS) {
        memory.survivors[memory.survived++] = (struct survivor){number, hash_of(output),
                                                                WEXITSTATUS(status)};
    }
}

static bool is_copy_now(void)
{
    int output = memfd_create("output", 0), messages = memfd_create("messages", 0), status = 0;
    pid_t copy = output >= 0 && messages >= 0 ? fork() : -1;
    if (copy < 0) {
        tell("faults: no copy can be made\n");
        _exit(99);
    }
    if (copy == 0) {
        memory.is_copy = true;
        take_over(STDOUT_FILENO, output);
        dup2(messages, STDERR_FILENO);
        take_over_open_files();
        alarm(CHILD_SECONDS);
        memory.failing = true;
        return true;
    }
    while (waitpid(copy, &status, 0) < 0 && errno == EINTR)
        ;
    memory.tried++;
    judge_copy(memory.count, status, output, messages);
    close(output);
    close(messages);
    return false;
}

/* Whether the allocation that is asked for now fails. */
static bool fails(void)
{
    static bool within;
    if (!memory.on || within)
        return false;
    if (memory.is_copy) {
        bool now = memory.failing;
        memory.failing = memory.failing && !memory.once;
        if (now)
            errno = ENOMEM;
        return now;
    }
    memory.count++;
    if (memory.count < memory.from || memory.count % memory.every != 0)
        return false;
    within = true;
    int before = errno;
    bool copy = is_copy_now();
    within = false;
    errno = before;
    return copy && fails();
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
    return fails() ? NULL : __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    *block = fails() ? NULL : __libc_memalign(alignment, size);
    return *block ? 0 : ENOMEM;
}

/* The C library keeps a lock for ever when memory fails in here. That is its mistake, not ours. */
char *setlocale(int category, const char *name)
{
    typedef char *call(int, const char *);
    REAL("setlocale", call *);
    bool on = memory.on;
    memory.on = false;
    char *given = real(category, name);
    memory.on = on;
    return given;
}

/* --- input and output --- */

/* How many bytes are done of `size` this time; 0: it was interrupted. */
static size_t bytes_now(size_t size)
{
    static unsigned calls;
    calls++;
    if (!short_io || size == 0)
        return size;
    if (calls % 3 == 0) {
        errno = EINTR;
        return 0;
    }
    size_t most = 1 + calls % 4093;
    return size < most ? size : most;
}

ssize_t read(int file, void *bytes, size_t size)
{
    typedef ssize_t call(int, void *, size_t);
    REAL("read", call *);
    size_t now = bytes_now(size);
    return now || !size ? real(file, bytes, now) : -1;
}

ssize_t pread(int file, void *bytes, size_t size, off_t at)
{
    typedef ssize_t call(int, void *, size_t, off_t);
    REAL("pread", call *);
    size_t now = bytes_now(size);
    return now || !size ? real(file, bytes, now, at) : -1;
}

ssize_t write(int file, const void *bytes, size_t size)
{
    typedef ssize_t call(int, const void *, size_t);
    REAL("write", call *);
    size_t now = bytes_now(size);
    return now || !size ? real(file, bytes, now) : -1;
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    typedef ssize_t call(int, const void *, size_t, off_t);
    REAL("pwrite", call *);
    size_t now = bytes_now(size);
    return now || !size ? real(file, bytes, now, at) : -1;
}

/* --- escapes --- */

static void tell_escape(const char *what, bool done)
{
    char line[200];
    snprintf(line, sizeof line, "escape: %s: %s\n", what, done ? "done" : strerror(errno));
    tell(line);
}

static void escape(const char *path)
{
    char name[] = "true", *const arguments[] = {name, NULL};
    tell_escape("a socket", socket(AF_INET, SOCK_DGRAM, 0) >= 0);
    tell_escape("a socket of this machine", socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
    pid_t other = vfork();
    if (other == 0) {
        execv("/bin/true", arguments);
        _exit(errno == EPERM || errno == EACCES ? 1 : 2);
    }
    int status = -1;
    waitpid(other, &status, 0);
    errno = EPERM;
    tell_escape("another program", WIFEXITED(status) && WEXITSTATUS(status) == 0);
    tell_escape("a file that nobody named", open("/etc/passwd", O_RDONLY) >= 0);
    tell_escape("a file of its own", open(path, O_WRONLY | O_CREAT, 0600) >= 0);
}

/* Lua's door. The first time it only makes itself ready, before anything is given up. */
int lua_pcallk(void *lua, int arguments, int results, int handler, intptr_t context, void *next)
{
    typedef int call(void *, int, int, int, intptr_t, void *);
    static int times;
    REAL("lua_pcallk", call *);
    const char *path = getenv("FAULT_ESCAPE");
    if (path && ++times == 2)
        escape(path);
    return real(lua, arguments, results, handler, context, next);
}

/* --- clocks --- */

static time_t hours_back(void)
{
    static time_t looks;
    return clock_back ? 3600 * ++looks : 0;
}

int clock_gettime(clockid_t which, struct timespec *t)
{
    typedef int call(clockid_t, struct timespec *);
    REAL("clock_gettime", call *);
    int failed = real(which, t);
    t->tv_sec -= hours_back();
    return failed;
}

time_t time(time_t *out)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    if (out)
        *out = t.tv_sec;
    return t.tv_sec;
}

/* --- beginning and end --- */

static uint64_t number_of(const char *name, uint64_t otherwise)
{
    const char *given = getenv(name);
    return given ? strtoull(given, NULL, 10) : otherwise;
}

__attribute__((constructor)) static void begin(void)
{
    const char *which = getenv("FAULT_MEMORY"), *io = getenv("FAULT_IO"),
               *hour = getenv("FAULT_CLOCK");
    short_io = io && strcmp(io, "short") == 0;
    clock_back = hour && strcmp(hour, "back") == 0;
    memory.once = which && strcmp(which, "once") == 0;
    memory.every = number_of("FAULT_EVERY", 1);
    memory.from = number_of("FAULT_FROM", 1);
    if (!which)
        return;
    memory.survivors = mmap(NULL, MOST_SURVIVORS * sizeof *memory.survivors, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memory.on = true;
}

/* Run at the very end, when the output is whole: by exit() itself, whose status is not known here,
 * so that it stands in FAULT_STATUS. */
__attribute__((destructor)) static void end(void)
{
    char line[200];
    if (!memory.on || memory.is_copy)
        return;
    memory.on = false;
    fflush(stdout);
    uint64_t whole = hash_of(STDOUT_FILENO);
    int status = (int)number_of("FAULT_STATUS", 0);
    for (uint64_t i = 0; i < memory.survived; i++) {
        const struct survivor *s = &memory.survivors[i];
        if (s->status == status && s->output == whole)
            continue;
        snprintf(line, sizeof line, "faults: allocation %llu: went on, and %s (status %d)\n",
                 (unsigned long long)s->number,
                 s->status != status ? "ended otherwise" : "wrote something else", s->status);
        tell(line);
        memory.wrong++;
    }
    snprintf(line, sizeof line,
             "faults: %llu allocations, %llu tried: %llu refused, %llu went on, %llu wrong\n",
             (unsigned long long)memory.count, (unsigned long long)memory.tried,
             (unsigned long long)memory.refused, (unsigned long long)memory.survived,
             (unsigned long long)memory.wrong);
    tell(line);
    if (memory.wrong)
        _exit(98);
}
