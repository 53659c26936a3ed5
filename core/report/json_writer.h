/* SPDX-License-Identifier: Apache-2.0
 *
 * Writes JSON in the order in which it is told, so that the same findings give the same bytes.
 * Text that is not UTF-8 is written with U+FFFD in place of each wrong byte.
 */
#ifndef REPORT_JSON_WRITER_H
#define REPORT_JSON_WRITER_H

#include <stdio.h>

#include "base/text.h"

struct json {
    FILE *out;
    bool indent; /* else everything on one line */
    unsigned depth;
    bool first[32]; /* nothing was written yet at this depth */
};

/* `key` NULL inside a list. */
void json_open(struct json *, const char *key, char bracket);
void json_close(struct json *, char bracket);
void json_text(struct json *, const char *key, struct text);
void json_string(struct json *, const char *key, const char *);
void json_number(struct json *, const char *key, uint64_t);
void json_bool(struct json *, const char *key, bool);
void json_null(struct json *, const char *key);
/* A member whose key is not a C string. */
void json_pair(struct json *, struct text key, struct text value);

#endif
