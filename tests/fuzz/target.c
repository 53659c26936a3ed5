/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "target.h"

#include <sys/mman.h>
#include <unistd.h>

struct scr_session *session_loaded(void)
{
    static struct scr_session *session;
    if (session)
        return session;
    struct scr_options o = {.lawbase = FUZZ_SOURCE "/lawbase", .plugins = FUZZ_SOURCE "/plugins"};
    session = scr_session_new(&o);
    if (!scr_load(session)) {
        scr_messages_print(session, stderr, false);
        abort();
    }
    return session;
}

const char *file_in_memory(unsigned slot, struct text bytes)
{
    static int files[FILE_SLOTS];
    static char paths[FILE_SLOTS][32];
    if (!files[slot])
        files[slot] = memfd_create("input", MFD_CLOEXEC);
    MUST(files[slot] > 0, "no file in memory could be made");
    MUST(ftruncate(files[slot], 0) == 0, "it could not be emptied");
    MUST(pwrite(files[slot], bytes.len ? bytes.at : "", bytes.len, 0) == (ssize_t)bytes.len,
         "it could not be written");
    snprintf(paths[slot], sizeof paths[slot], "/proc/self/fd/%d", files[slot]);
    return paths[slot];
}

struct text take_line(struct text *bytes)
{
    struct text line = text_slice(*bytes, 0, text_find(*bytes, '\n'));
    *bytes = text_slice(*bytes, line.len + (line.len < bytes->len), bytes->len);
    return text_trim(line);
}

bool take_named_file(struct text *bytes, struct named_file *out)
{
    struct text mark = TEXT("%% ");
    while (bytes->len && !text_starts(*bytes, mark))
        take_line(bytes);
    if (!bytes->len)
        return false;
    struct text line = take_line(bytes), body = *bytes;
    out->name = line.len > mark.len ? text_trim(text_slice(line, mark.len, line.len)) : TEXT("");
    while (bytes->len && !text_starts(*bytes, mark))
        take_line(bytes);
    out->body = text_slice(body, 0, body.len - bytes->len);
    return true;
}

static ssize_t drip(void *owner, char *bytes, size_t size, const char **why)
{
    struct drip *d = owner;
    size_t n = d->left.len < size ? d->left.len : size;
    (void)why;
    if (n)
        memcpy(bytes, d->left.at, n);
    d->left = text_slice(d->left, n, d->left.len);
    return (ssize_t)n;
}

struct byte_source drip_source(struct drip *d)
{
    return (struct byte_source){drip, d};
}

void print_messages(const struct diags *d)
{
    static FILE *nowhere;
    if (!nowhere)
        nowhere = fopen("/dev/null", "w");
    diags_print(d, nowhere, true);
}
