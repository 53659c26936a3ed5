/* SPDX-License-Identifier: Apache-2.0
 *
 * The project file: `scrutineer.yaml` in the working directory or the nearest folder above that has
 * one.
 */
#include <config.h>

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "cli/options.h"

#define PROJECT "scrutineer.yaml"

bool project_find(char *path, size_t size)
{
    char folder[PATH_MAX];
    if (access(PROJECT, F_OK) == 0)
        return (size_t)snprintf(path, size, "%s", PROJECT) < size;
    if (!getcwd(folder, sizeof folder))
        return false;
    for (char *slash; (slash = strrchr(folder, '/')) != NULL;) {
        *slash = '\0';
        int len = snprintf(path, size, "%s/%s", folder, PROJECT);
        if (len > 0 && (size_t)len < size && access(path, F_OK) == 0)
            return true;
    }
    return false;
}

bool project_wanted(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--no-project") == 0 || strcmp(argv[i], "--help") == 0 ||
            strcmp(argv[i], "-h") == 0)
            return false;
    return true;
}
