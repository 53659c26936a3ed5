/* SPDX-License-Identifier: Apache-2.0
 *
 * Writes JSON in the order in which it is told, so that the same findings give the same bytes.
 * Text that is not UTF-8 is written with U+FFFD in place of each wrong byte.
 */
#ifndef REPORT_JSON_WRITER_H
#define REPORT_JSON_WRITER_H

#include <stdio.h>

#include "base/text.h"

enum { JSON_ROOM = 4096 };

struct json {
    FILE *out;      /* has it all once the outermost bracket is closed */
    bool indent;    /* else everything on one line */
    bool script;    /* stands in a <script> of a page: nothing in it may end that, nor a line */
    unsigned depth; /* of brackets that are open */
    unsigned outer; /* of those, how many were opened by somebody else */
    bool first[32]; /* nothing was written yet at this depth */
    size_t len;     /* of what waits */
    char waiting[JSON_ROOM];
};

/* `key` NULL inside a list. */
void json_open(struct json *, const char *key, char bracket);
void json_close(struct json *, char bracket);
void json_text(struct json *, const char *key, struct text);
void json_chars(struct json *, const char *key, const char *);
void json_number(struct json *, const char *key, uint64_t);
void json_bool(struct json *, const char *key, bool);
void json_none(struct json *, const char *key);
/* Before something else is written to `out` within an open bracket. */
void json_flush(struct json *);
/* What is JSON already. */
void json_raw(struct json *, const char *key, struct text);
/* A member whose key is not a C string. */
void json_pair(struct json *, struct text key, struct text value);

#endif
