/* SPDX-License-Identifier: Apache-2.0
 *
 * What luacheck finds in plugins, when it is installed: of Lua itself (values never used, names
 * that hide others, code never reached) it knows more than we do. It is told which globals there
 * are.
 */
#include <config.h>

#include "cli/luacheck.h"

#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static bool is_installed(void)
{
    const char *path = getenv("PATH");
    char *folders = path ? strdup(path) : NULL, *rest = folders;
    bool found = false;
    for (char *folder; !found && rest && (folder = strsep(&rest, ":")) != NULL;) {
        char file[4096];
        int len = snprintf(file, sizeof file, "%s/luacheck", folder);
        found = len < (int)sizeof file && access(file, X_OK) == 0;
    }
    free(folders);
    return found;
}

/* Runs it, its output on standard error with our own findings; its exit status, -1: it did not run.
 */
static int run(char *const *arguments)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = -1;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return -1;
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
    fflush(stdout);
    if (posix_spawnp(&child, "luacheck", &actions, NULL, arguments, environ) != 0 ||
        waitpid(child, &status, 0) != child)
        status = -1;
    posix_spawn_file_actions_destroy(&actions);
    return status >= 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool luacheck(struct scr_session *s, const char *const *names, size_t count)
{
    static const char *const options[] = {"luacheck",
                                          "--no-config",
                                          "--formatter",
                                          "plain",
                                          "--codes",
                                          "--no-color",
                                          "--no-cache",
                                          "--no-unused-args",
                                          "--std",
                                          "none",
                                          "--max-line-length",
                                          "120",
                                          "--max-cyclomatic-complexity",
                                          "8",
                                          "--read-globals"};
    enum { OPTIONS = sizeof options / sizeof *options, MOST_GLOBALS = 64 };
    const char *const *paths;
    size_t path_count = scr_plugin_paths(s, names, count, &paths), n = OPTIONS;
    const char *name;
    if (!is_installed()) {
        puts("luacheck is not installed (Debian: lua-check): only our own checks were made");
        return true;
    }
    const char **arguments = calloc(OPTIONS + MOST_GLOBALS + path_count + 2, sizeof *arguments);
    if (!arguments || path_count == 0) {
        free(arguments);
        return path_count == 0;
    }
    memcpy(arguments, options, sizeof options);
    for (size_t i = 0; i < MOST_GLOBALS && (name = scr_plugin_global(s, i)) != NULL; i++)
        arguments[n++] = name;
    arguments[n++] = "--";
    memcpy(arguments + n, paths, path_count * sizeof *paths);
    int status = run((char *const *)(uintptr_t)arguments);
    free(arguments);
    puts(status == 0 ? "luacheck: nothing to mend" : "luacheck: see above");
    return status == 0;
}
