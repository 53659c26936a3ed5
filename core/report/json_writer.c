/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/json_writer.h"

#include <inttypes.h>

static bool needs_escape(unsigned char c)
{
    return c == '"' || c == '\\' || c < 0x20 || c == 0x7F;
}

static void write_escaped(FILE *out, unsigned char c)
{
    if (c == '"' || c == '\\')
        fprintf(out, "\\%c", c);
    else if (c == '\n')
        fputs("\\n", out);
    else
        fprintf(out, "\\u%04x", c);
}

/* Text that is UTF-8, in runs of what needs no escape. */
static void write_runs(FILE *out, struct text t)
{
    for (size_t i = 0, begin = 0; i <= t.len; i++) {
        if (i < t.len && !needs_escape((unsigned char)t.at[i]))
            continue;
        if (i > begin)
            fwrite(t.at + begin, 1, i - begin, out);
        if (i < t.len)
            write_escaped(out, (unsigned char)t.at[i]);
        begin = i + 1;
    }
}

static void write_quoted(FILE *out, struct text t)
{
    fputc('"', out);
    while (t.len > 0) {
        size_t bad = 0;
        bool whole = text_is_utf8(t, &bad);
        write_runs(out, text_slice(t, 0, whole ? t.len : bad));
        if (!whole)
            fputs("\xEF\xBF\xBD", out);
        t = text_slice(t, whole ? t.len : bad + 1, t.len);
    }
    fputc('"', out);
}

static void begin_value(struct json *j, struct text key)
{
    if (j->depth > 0 && !j->first[j->depth])
        fputc(',', j->out);
    if (j->depth > 0 && j->indent)
        fprintf(j->out, "\n%*s", (int)j->depth * 2, "");
    j->first[j->depth] = false;
    if (key.at) {
        write_quoted(j->out, key);
        fputs(j->indent ? ": " : ":", j->out);
    }
}

void json_open(struct json *j, const char *key, char bracket)
{
    begin_value(j, text_of(key));
    fputc(bracket, j->out);
    j->first[++j->depth] = true;
}

void json_close(struct json *j, char bracket)
{
    bool empty = j->first[j->depth--];
    if (!empty && j->indent)
        fprintf(j->out, "\n%*s", (int)j->depth * 2, "");
    fputc(bracket, j->out);
    if (j->depth == 0)
        fputc('\n', j->out);
}

void json_text(struct json *j, const char *key, struct text t)
{
    begin_value(j, text_of(key));
    write_quoted(j->out, t);
}

void json_string(struct json *j, const char *key, const char *string)
{
    json_text(j, key, text_of(string));
}

void json_number(struct json *j, const char *key, uint64_t n)
{
    begin_value(j, text_of(key));
    fprintf(j->out, "%" PRIu64, n);
}

void json_bool(struct json *j, const char *key, bool b)
{
    begin_value(j, text_of(key));
    fputs(b ? "true" : "false", j->out);
}

void json_null(struct json *j, const char *key)
{
    begin_value(j, text_of(key));
    fputs("null", j->out);
}

void json_pair(struct json *j, struct text key, struct text value)
{
    begin_value(j, key.at ? key : TEXT(""));
    write_quoted(j->out, value);
}
