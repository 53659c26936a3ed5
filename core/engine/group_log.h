/* SPDX-License-Identifier: Apache-2.0
 *
 * Inside this floor: the records of groups as one worker meets them, task by task, parted by the
 * hash of their group, so that each part can later be added up by itself. Beyond its budget of
 * memory a log goes on in a file of its own in TMPDIR, which nobody else sees.
 */
#ifndef ENGINE_GROUP_LOG_H
#define ENGINE_GROUP_LOG_H

#include "base/pack.h"

enum { GROUP_PARTS = 256 };

/* In front of each entry, so that who adds up need not look at the key of one that does not
 * matter. */
struct log_head {
    uint64_t hash; /* of the key */
    uint32_t len;  /* of the entry behind it */
};

struct group_log;
struct group_log *group_log_new(size_t tasks, size_t budget);
void group_log_free(struct group_log *);
/* Adds an entry (under 4 GiB) to the part that the hash says. */
void group_log_add(struct group_log *, size_t task, uint64_t hash, struct text entry);
/* NULL, or why entries were lost (static or errno's text): then nothing of the log counts. */
const char *group_log_error(const struct group_log *);
uint64_t group_log_size(const struct group_log *, size_t task, size_t part);
/* The entries of a part, some at a time: whole ones, one behind the other, there until the next
 * call with the same buffer. False at the end. Several threads may read, each with its own buffer.
 */
struct log_reading {
    size_t next; /* block */
    char *buffer;
    size_t room;
    bool lasting; /* these entries are there as long as the log is */
    bool failed;  /* the file could not be read again */
};
bool group_log_next(const struct group_log *, size_t task, size_t part, struct log_reading *,
                    struct text *entries);
/* The next of them with its head; false at the end. */
bool log_entry_next(struct unpack *entries, struct log_head *, struct text *entry);
void log_reading_free(struct log_reading *);

#endif
