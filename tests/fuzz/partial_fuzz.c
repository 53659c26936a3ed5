/* SPDX-License-Identifier: Apache-2.0
 *
 * Partial results: the bytes are the parts behind those that say with what law a partial result was
 * made, and get the digest that they should have, so that they are looked into. Merged, they are
 * refused with a message or give a report that is JSON. Behind a "!" they come without those terms,
 * and must be refused.
 */
#include <config.h>

#include <jansson.h>
#include <unistd.h>

#include "base/digest.h"
#include "target.h"

/* The first line and the terms of a partial result of this program and law, with all behind. */
static struct text made;
static size_t front;

static struct text read_file(FILE *f)
{
    static char bytes[1 << 20];
    rewind(f);
    return (struct text){bytes, fread(bytes, 1, sizeof bytes, f)};
}

/* Of one part: a letter, its length in sevens of bits, its bytes. False: it is not whole. */
static bool take_part(struct text *rest, struct text *head, struct text *body)
{
    size_t len = 0, at = 1;
    for (unsigned shift = 0; at < rest->len && shift < 28; shift += 7) {
        unsigned char byte = (unsigned char)rest->at[at++];
        len |= (size_t)(byte & 0x7F) << shift;
        if (byte >= 0x80)
            continue;
        if (rest->len - at < len)
            return false;
        *head = text_slice(*rest, 0, at);
        *body = text_slice(*rest, at, at + len);
        *rest = text_slice(*rest, at + len, rest->len);
        return true;
    }
    return false;
}

/* The law of one country: a merge plans all the law that it may need. */
static struct scr_session *session_of_armenia(void)
{
    static struct scr_session *s;
    static const char *const only[] = {"am"};
    struct scr_options o = {.lawbase = FUZZ_SOURCE "/lawbase",
                            .plugins = FUZZ_SOURCE "/plugins",
                            .jurisdictions = only,
                            .jurisdiction_count = 1};
    if (s)
        return s;
    s = scr_session_new(&o);
    MUST(scr_load(s), "the law base cannot be loaded");
    return s;
}

static void make_front(struct scr_session *s)
{
    static const char *const files[] = {FUZZ_SOURCE "/examples/am/donations.csv"};
    char path[] = "/tmp/scr-partial-XXXXXX";
    int file = mkstemp(path);
    struct text head, body;
    MUST(file >= 0 && scr_check_partial(s, files, 1, path), "no partial result can be made");
    close(file);
    FILE *f = fopen(path, "rb");
    MUST(f, "the partial result is gone");
    made = read_file(f);
    fclose(f);
    unlink(path);
    struct text rest = text_slice(made, text_find(made, '\n') + 1, made.len);
    MUST(take_part(&rest, &head, &body) && *head.at == 'T', "it does not begin with its terms");
    front = made.len - rest.len;
}

/* The parts behind the terms, with the digest of all. */
static const char *forge(struct arena *a, struct text parts, bool with_terms)
{
    struct growing g = {.arena = a};
    struct digest d;
    char hex[DIGEST_TEXT_SIZE];
    struct text head, body;
    growing_add(&g, text_slice(made, 0, with_terms ? front : text_find(made, '\n') + 1));
    growing_add(&g, parts);
    struct text whole = growing_text(&g), rest = whole;
    take_line(&rest);
    digest_init(&d);
    while (rest.len && *rest.at != 'D' && take_part(&rest, &head, &body)) {
        digest_add(&d, head);
        digest_add(&d, body);
    }
    growing_add(&g, arena_format(a, "D%s\n", digest_end(&d, 32, hex)));
    return file_in_memory(0, growing_text(&g));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena a = ARENA("partial");
    struct scr_session *s = session_of_armenia();
    struct text parts = {(const char *)bytes, size};
    bool with_terms = !text_starts(parts, TEXT("!"));
    char *report = NULL;
    size_t len = 0;
    if (!made.len)
        make_front(s);
    const char *path = forge(&a, text_slice(parts, !with_terms, size), with_terms);
    diags_clear(&s->diags);
    FILE *out = open_memstream(&report, &len);
    bool ok = scr_merge(s, &path, 1, "json", out);
    fclose(out);
    MUST(!ok || with_terms, "nobody said with what law it was made");
    MUST(ok || scr_error_count(s) > 0, "a partial result was refused without a word");
    /* A value may have a NUL (written as \u0000), a key may not. */
    json_t *read = ok ? json_loadb(report, len, JSON_ALLOW_NUL, NULL) : NULL;
    MUST(!ok || read, "the report is no JSON:\n%.*s", (int)len, report);
    json_decref(read);
    free(report);
    arena_free(&a);
    return 0;
}
