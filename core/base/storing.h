/* SPDX-License-Identifier: Apache-2.0
 *
 * Files that are written. Two kinds, and nothing in core/ writes any other way:
 *
 *   put aside   what is needed until the program ends: in TMPDIR, without a name, so that it is
 *               gone with the process, however that ends.
 *   whole file  what stays: nobody sees it before all of it is on the disk. What had its name
 *               before is there until then, and if the program is killed, stays.
 *
 * Which says nothing of standard output: a report is whole when the exit status says so.
 */
#ifndef BASE_STORING_H
#define BASE_STORING_H

#include <stdio.h>
#include <sys/types.h>

#include "base/diag.h"

/* The folder for what is put aside: TMPDIR, else /tmp. */
const char *put_aside_folder(void);
/* A file without a name, to be read and written. -1 or NULL with errno set. */
int put_aside_file(void);
FILE *put_aside_stream(void);
/* The path by which such a file can be opened once more, while it is open. */
enum { PUT_ASIDE_PATH_SIZE = 40 };
void put_aside_path(int file, char path[PUT_ASIDE_PATH_SIZE]);

/* All bytes, in as many calls as it takes. False with errno set. */
bool write_all(int file, const void *bytes, size_t len);

struct whole_file;
/* What to do about a file of that name: put the new one in its place, or leave it alone (EEXIST). A
 * device or pipe is written to as it is. */
enum whole_file_kind { WHOLE_FILE_REPLACES, WHOLE_FILE_IS_NEW };
/* `mode` is as for open(). NULL with errno set. */
struct whole_file *whole_file_begin(const char *path, enum whole_file_kind, mode_t mode);
/* Where to write; closed by whole_file_end(). */
FILE *whole_file_stream(struct whole_file *);
/* With `keep` the file gets its name, if all that was written is on the disk; without, nothing was
 * done. Frees it in any case. False with errno set when it was to be kept and is not. */
bool whole_file_end(struct whole_file *, bool keep);
/* Says that it could not be begun or ended, for the reason `why` (errno). False. */
bool whole_file_refused(struct diags *, const char *code, const char *path, int why);
/* The three in one. */
bool whole_file_write(const char *path, enum whole_file_kind, mode_t mode, struct text bytes);

#endif
