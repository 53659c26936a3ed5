/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "editor/rpc.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_BODY = 16 << 20, MOST_HEADER = 4096 };

void rpc_begin(FILE *in)
{
    setvbuf(in, NULL, _IONBF, 0);
}

/* One line of the header without its end; false at the end of the input, or when it is too long. */
static bool read_line(FILE *in, char *line, size_t size)
{
    size_t len = 0;
    for (int c; (c = getc(in)) != EOF;) {
        if (c == '\n') {
            line[len && line[len - 1] == '\r' ? len - 1 : len] = '\0';
            return true;
        }
        if (len + 1 == size)
            return false;
        line[len++] = (char)c;
    }
    return false;
}

/* The body's length; false: there is none that could be followed. */
static bool read_header(FILE *in, size_t *length)
{
    static const char word[] = "Content-Length:";
    char line[MOST_HEADER];
    bool told = false;
    while (read_line(in, line, sizeof line)) {
        if (!*line && told)
            return true;
        if (strncasecmp(line, word, sizeof word - 1) == 0) {
            char *end;
            unsigned long n = strtoul(line + sizeof word - 1, &end, 10);
            told = *end == '\0' && n <= MOST_BODY;
            *length = n;
        }
        if (!*line)
            return false;
    }
    return false;
}

json_t *rpc_read(FILE *in, bool *malformed)
{
    size_t length = 0;
    *malformed = false;
    if (!read_header(in, &length))
        return NULL;
    char *body = malloc(length + 1);
    json_t *message = NULL;
    if (body && fread(body, 1, length, in) == length) {
        message = json_loadb(body, length, JSON_ALLOW_NUL, NULL);
        *malformed = !json_is_object(message);
    }
    free(body);
    if (*malformed) {
        json_decref(message);
        return NULL;
    }
    return message;
}

bool rpc_waits(FILE *in)
{
    struct pollfd p = {.fd = fileno(in), .events = POLLIN};
    return p.fd >= 0 && poll(&p, 1, 0) > 0 && (p.revents & POLLIN);
}

static void write_message(FILE *out, json_t *message)
{
    char *body = json_dumps(message, JSON_COMPACT);
    if (body)
        fprintf(out, "Content-Length: %zu\r\n\r\n%s", strlen(body), body);
    fflush(out);
    free(body);
    json_decref(message);
}

static json_t *id_of(const json_t *request)
{
    json_t *id = json_object_get(request, "id");
    return id ? json_incref(id) : json_pack("n");
}

void rpc_answer(FILE *out, const json_t *request, json_t *result)
{
    write_message(out, json_pack("{s:s, s:o, s:o}", "jsonrpc", "2.0", "id", id_of(request),
                                 "result", result ? result : json_pack("n")));
}

void rpc_refuse(FILE *out, const json_t *request, int code, const char *why)
{
    write_message(out, json_pack("{s:s, s:o, s:{s:i, s:s}}", "jsonrpc", "2.0", "id", id_of(request),
                                 "error", "code", code, "message", why));
}

void rpc_notify(FILE *out, const char *method, json_t *params)
{
    write_message(
        out, json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method", method, "params", params));
}
