/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/json_writer.h"

#include <inttypes.h>

static bool needs_escape(unsigned char c)
{
    return c == '"' || c == '\\' || c < 0x20 || c == 0x7F;
}

void json_flush(struct json *j)
{
    fwrite(j->waiting, 1, j->len, j->out);
    j->len = 0;
}

/* A finding is some hundred short pieces: they go to the file together. */
static void put(struct json *j, struct text t)
{
    if (t.len > JSON_ROOM - j->len)
        json_flush(j);
    if (t.len > JSON_ROOM) {
        fwrite(t.at, 1, t.len, j->out);
        return;
    }
    if (t.len)
        memcpy(j->waiting + j->len, t.at, t.len);
    j->len += t.len;
}

static void put_byte(struct json *j, char c)
{
    put(j, (struct text){&c, 1});
}

static void put_escaped(struct json *j, unsigned char c)
{
    char escape[8];
    if (c == '"' || c == '\\')
        snprintf(escape, sizeof escape, "\\%c", c);
    else if (c == '\n')
        snprintf(escape, sizeof escape, "\\n");
    else
        snprintf(escape, sizeof escape, "\\u%04x", c);
    put(j, text_of(escape));
}

/* U+2028 and U+2029 end a line of JavaScript, but not of JSON. */
static bool is_separator(struct text t)
{
    return t.len >= 3 && memcmp(t.at, "\xE2\x80", 2) == 0 &&
           ((unsigned char)t.at[2] & 0xFE) == 0xA8;
}

/* Text that is UTF-8, in runs of what needs no escape. */
static void put_runs(struct json *j, struct text t)
{
    for (size_t i = 0, begin = 0; i <= t.len; i++) {
        bool markup = j->script && i < t.len && strchr("<>&", t.at[i]) != NULL;
        bool separator = j->script && is_separator(text_slice(t, i, t.len));
        if (i < t.len && !markup && !separator && !needs_escape((unsigned char)t.at[i]))
            continue;
        if (i > begin)
            put(j, text_slice(t, begin, i));
        if (separator)
            put(j, (unsigned char)t.at[i + 2] == 0xA8 ? TEXT("\\u2028") : TEXT("\\u2029"));
        else if (i < t.len)
            put_escaped(j, (unsigned char)t.at[i]);
        i += separator ? 2 : 0;
        begin = i + 1;
    }
}

static void put_quoted(struct json *j, struct text t)
{
    put_byte(j, '"');
    while (t.len > 0) {
        size_t bad = 0;
        bool whole = text_is_utf8(t, &bad);
        put_runs(j, text_slice(t, 0, whole ? t.len : bad));
        if (!whole)
            put(j, TEXT("\xEF\xBF\xBD"));
        t = text_slice(t, whole ? t.len : bad + 1, t.len);
    }
    put_byte(j, '"');
}

static void put_line(struct json *j)
{
    put_byte(j, '\n');
    for (unsigned i = 0; i < j->depth; i++)
        put(j, TEXT("  "));
}

static void begin_value(struct json *j, struct text key)
{
    if (j->depth > 0 && !j->first[j->depth])
        put_byte(j, ',');
    if (j->depth > 0 && j->indent)
        put_line(j);
    j->first[j->depth] = false;
    if (key.at) {
        put_quoted(j, key);
        put(j, j->indent ? TEXT(": ") : TEXT(":"));
    }
}

void json_open(struct json *j, const char *key, char bracket)
{
    begin_value(j, text_of(key));
    put_byte(j, bracket);
    j->first[++j->depth] = true;
}

void json_close(struct json *j, char bracket)
{
    bool empty = j->first[j->depth--];
    if (!empty && j->indent)
        put_line(j);
    put_byte(j, bracket);
    if (j->depth == 0)
        put_byte(j, '\n');
    if (j->depth <= j->outer)
        json_flush(j);
}

void json_text(struct json *j, const char *key, struct text t)
{
    begin_value(j, text_of(key));
    put_quoted(j, t);
}

void json_chars(struct json *j, const char *key, const char *string)
{
    json_text(j, key, text_of(string));
}

void json_number(struct json *j, const char *key, uint64_t n)
{
    begin_value(j, text_of(key));
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRIu64, n);
    put(j, text_of(digits));
}

void json_bool(struct json *j, const char *key, bool b)
{
    begin_value(j, text_of(key));
    put(j, b ? TEXT("true") : TEXT("false"));
}

void json_none(struct json *j, const char *key)
{
    begin_value(j, text_of(key));
    put(j, TEXT("null"));
}

void json_raw(struct json *j, const char *key, struct text t)
{
    begin_value(j, text_of(key));
    put(j, t);
}

void json_pair(struct json *j, struct text key, struct text value)
{
    begin_value(j, key.at ? key : TEXT(""));
    put_quoted(j, value);
}
