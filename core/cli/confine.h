/* SPDX-License-Identifier: Apache-2.0
 *
 * What the command gives up before the first plugin is loaded, so that a mistake in a reader, in
 * Lua or in a library cannot be made use of: it may read what it was given, write what it was told
 * to, and nothing else; no network, no other program. By Landlock and seccomp, where the kernel has
 * them; nothing of it can be taken back.
 */
#ifndef CLI_CONFINE_H
#define CLI_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

/* Paths may be NULL, and those that are not there are passed over. */
struct confines {
    const char *const *reads; /* files and folders */
    size_t read_count;
    const char *const *files; /* likewise: what the command line names */
    size_t file_count;
    const char *const *writes; /* files that are put beside others, then take their name */
    size_t write_count;
    bool folders; /* of files that are read also their folders: who watches sees new files */
};

/* What could not be had; "" when nothing is missing. */
const char *confine(const struct confines *);

#endif
