/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "cli/confine.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- files: Landlock --- */

/* The kernel's numbers stand here, as the headers of a system may be older than its kernel. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif
enum { RULE_PATH_BENEATH = 1, ASK_VERSION = 1 };
enum right {
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
    REMOVE_FILE = 1 << 5,
    MAKE_REG = 1 << 8,
    BEFORE_REFER = (1 << 13) - 1, /* all of version 1 */
    REFER = 1 << 13,              /* version 2: move between folders */
    TRUNCATE = 1 << 14,           /* version 3 */
    OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE,
    READING = READ_FILE | READ_DIR,
    WRITING = READING | WRITE_FILE | TRUNCATE | REMOVE_FILE | MAKE_REG,
};
struct ruleset {
    uint64_t files, net, scoped;
};
struct beneath {
    uint64_t allowed;
    int32_t parent;
} __attribute__((packed));

/* What each version of Landlock can refuse. */
static struct ruleset refused(long version)
{
    struct ruleset r = {.files = BEFORE_REFER};
    if (version >= 2)
        r.files |= REFER;
    if (version >= 3)
        r.files |= TRUNCATE;
    if (version >= 4)
        r.net = 3; /* to bind and to connect TCP */
    if (version >= 6)
        r.scoped = 3; /* sockets without a file, signals to others */
    return r;
}

static size_t size_of_ruleset(long version)
{
    size_t words = version >= 6 ? 3 : version >= 4 ? 2 : 1;
    return words * sizeof(uint64_t);
}

struct gate {
    int ruleset;
    uint64_t known; /* rights that this kernel knows */
};

static void allow(const struct gate *g, const char *path, uint64_t rights)
{
    struct stat about;
    int file = path && *path ? open(path, O_PATH | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    if (fstat(file, &about) == 0 && !S_ISDIR(about.st_mode))
        rights &= OF_FILES;
    struct beneath b = {.allowed = rights & g->known, .parent = file};
    syscall(SYS_landlock_add_rule, g->ruleset, RULE_PATH_BENEATH, &b, 0);
    close(file);
}

static void allow_folder_of(const struct gate *g, const char *path, uint64_t rights)
{
    char folder[PATH_MAX], real[PATH_MAX];
    const char *at = realpath(path, real) ? real : path, *slash = strrchr(at, '/');
    size_t len = slash ? (size_t)(slash - at) : 0;
    if (!slash)
        snprintf(folder, sizeof folder, ".");
    else
        snprintf(folder, sizeof folder, "%.*s", len ? (int)len : 1, at);
    allow(g, folder, rights);
}

/* A device or pipe is written to as it is; any other file is made beside and takes its name. */
static void allow_writing(const struct gate *g, const char *path)
{
    struct stat about;
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode))
        allow(g, path, WRITING);
    else
        allow_folder_of(g, path, WRITING);
}

/* What the libraries look into while they work: tables of encodings and words, how many processors.
 */
static const char *const of_the_system[] = {
    "/usr",  "/lib",           "/lib64",    "/etc/ld.so.cache", "/etc/locale.alias",
    "/proc", "/sys/fs/cgroup", "/dev/null", "/dev/urandom",     "/sys/devices/system/cpu",
};

/* Files and folders of a law base may be links to what lies elsewhere. */
static void allow_links_in(const struct gate *g, const char *folder, unsigned depth)
{
    enum { DEEPEST = 8 };
    char below[PATH_MAX];
    DIR *d = depth < DEEPEST ? opendir(folder) : NULL;
    for (struct dirent *e; d && (e = readdir(d)) != NULL;) {
        int len = snprintf(below, sizeof below, "%s/%s", folder, e->d_name);
        if (e->d_name[0] == '.' || len >= (int)sizeof below)
            continue;
        if (e->d_type == DT_LNK || e->d_type == DT_UNKNOWN)
            allow(g, below, READING);
        if (e->d_type == DT_DIR || e->d_type == DT_UNKNOWN)
            allow_links_in(g, below, depth + 1);
    }
    if (d)
        closedir(d);
}

static void allow_reading(const struct gate *g, const struct confines *c, const char *const *paths,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        allow(g, paths[i], READING);
        if (c->folders && paths[i])
            allow_folder_of(g, paths[i], READING);
    }
}

static void allow_all(const struct gate *g, const struct confines *c)
{
    const char *aside = getenv("TMPDIR");
    for (size_t i = 0; i < COUNT(of_the_system); i++)
        allow(g, of_the_system[i], READING);
    allow(g, aside && *aside ? aside : "/tmp", WRITING);
    allow_reading(g, c, c->reads, c->read_count);
    for (size_t i = 0; i < c->read_count; i++)
        if (c->reads[i])
            allow_links_in(g, c->reads[i], 0);
    allow_reading(g, c, c->files, c->file_count);
    for (size_t i = 0; i < c->write_count; i++)
        if (c->writes[i])
            allow_writing(g, c->writes[i]);
}

static bool confine_files(const struct confines *c)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
    if (version < 1)
        return false;
    struct ruleset r = refused(version);
    struct gate g = {.known = r.files};
    g.ruleset = (int)syscall(SYS_landlock_create_ruleset, &r, size_of_ruleset(version), 0);
    if (g.ruleset < 0)
        return false;
    allow_all(&g, c);
    bool ok = syscall(SYS_landlock_restrict_self, g.ruleset, 0) == 0;
    close(g.ruleset);
    return ok;
}

/* --- calls: seccomp --- */

#if defined __x86_64__
enum { ARCHITECTURE = (int)AUDIT_ARCH_X86_64 };
#elif defined __aarch64__
enum { ARCHITECTURE = (int)AUDIT_ARCH_AARCH64 };
#else
enum { ARCHITECTURE = 0 };
#endif

#ifdef __has_feature
#define SANITIZED (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#elif defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

/* Networks, other programs, other processes, the machine. Threads, files and memory stay. */
static const unsigned refused_calls[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_execve,
    SYS_execveat,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_unshare,
    SYS_setns,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_open_by_handle_at,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_reboot,
    425 /* io_uring_setup: calls that no filter sees */,
#if !SANITIZED
    SYS_ptrace,
    SYS_kill,
    SYS_tkill, /* sanitizers stop the other threads with these */
#endif
};

static bool confine_calls(void)
{
    enum { X32 = 0x40000000, HEAD = 5, CALLS = COUNT(refused_calls) };
    struct sock_filter filter[HEAD + CALLS + 2] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        /* Another architecture's numbers mean other calls: none of them is ours. */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32, CALLS + 1, 0),
    };
    if (ARCHITECTURE == 0)
        return false;
    for (size_t i = 0; i < CALLS; i++)
        filter[HEAD + i] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, refused_calls[i],
                                                        (uint8_t)(CALLS - i), 0);
    filter[HEAD + CALLS] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    filter[HEAD + CALLS + 1] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
                                                            SECCOMP_RET_ERRNO | EPERM);
    struct sock_fprog program = {COUNT(filter), filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

const char *confine(const struct confines *c)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return "anything: this kernel lets no program give something up";
    bool files = confine_files(c), calls = confine_calls();
    if (files && calls)
        return "";
    return files   ? "networks and other programs: this kernel has no seccomp"
           : calls ? "files that it was not given: this kernel has no Landlock"
                   : "anything: this kernel has neither Landlock nor seccomp";
}
