/* SPDX-License-Identifier: Apache-2.0
 *
 * What the fuzz targets share. A target is one LLVMFuzzerTestOneInput; libFuzzer calls it, or
 * replay.c with the seeds.
 */
#ifndef FUZZ_TARGET_H
#define FUZZ_TARGET_H

#include <stdlib.h>

#include "filing/reader.h"
#include "session.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* What must hold for every input. When it does not, the run ends as if it had crashed. */
#define MUST(holds, ...) \
    do { \
        if (!(holds)) { \
            fprintf(stderr, "%s:%d: not so: %s\n  ", __FILE__, __LINE__, #holds); \
            fprintf(stderr, __VA_ARGS__); \
            fputc('\n', stderr); \
            abort(); \
        } \
    } while (0)

/* The program with the project's own law base and plugins; loaded once. */
struct scr_session *session_loaded(void);

/* The bytes as a file in memory, which has a path until the next file in the same slot. */
enum { FILE_SLOTS = 4 };
const char *file_in_memory(unsigned slot, struct text bytes);

/* The first line, cut off. */
struct text take_line(struct text *bytes);

/* Inputs that are several files: each behind a line "%% NAME". False at the end. */
struct named_file {
    struct text name, body;
};
bool take_named_file(struct text *bytes, struct named_file *out);

/* Bytes that come a few at a time. */
struct drip {
    struct text left;
};
struct byte_source drip_source(struct drip *);

/* Prints the messages to nowhere: that must work for whatever they quote. */
void print_messages(const struct diags *);

/* --- reading.c --- */

struct reading_options {
    struct text format, encoding; /* names; empty: found out */
};
/* Reads every table of the file; the counts must add up, and the records that are written out must
 * be the same when they are read again. */
void read_and_compare(const char *path, const struct reading_options *);

#endif
