/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/proof.h"

#include <errno.h>
#include <jansson.h>

#include "base/digest.h"

bool proof_digest_file(struct arena *a, const char *path, struct text *digest, const char **why)
{
    struct digest d;
    char buffer[1 << 16], hex[DIGEST_TEXT_SIZE];
    FILE *f = fopen(path, "rb");
    if (!f) {
        *why = strerror(errno);
        return false;
    }
    digest_init(&d);
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, f)) > 0;)
        digest_add_bytes(&d, (struct text){buffer, n});
    bool ok = !ferror(f);
    *why = ok ? NULL : strerror(errno);
    fclose(f);
    *digest = arena_copy(a, text_of(digest_end(&d, 32, hex)));
    return ok;
}

/* The text of a member; empty when it has none. */
static struct text member(struct arena *a, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    const char *string = json_string_value(value);
    return string ? arena_copy(a, (struct text){string, json_string_length(value)}) : TEXT("");
}

/* False: something that `check` writes is not there, or is no text. */
static bool take_proof(struct arena *a, const json_t *report, const json_t *proof, struct proof *p)
{
    const json_t *options = json_object_get(proof, "options"),
                 *files = json_object_get(proof, "files");
    const char *name;
    json_t *value;
    size_t i;
    bool whole = json_is_object(options) && json_is_array(files);
    p->version = member(a, report, "scrutineer");
    p->law = member(a, json_object_get(report, "law"), "digest");
    p->plugins = member(a, proof, "plugins");
    json_object_foreach((json_t *)(uintptr_t)options, name, value)
    {
        struct proof_option o = {arena_copy(a, text_of(name)), member(a, options, name)};
        whole &= o.name.len && o.value.len;
        *arena_push(a, &p->options, &p->option_count) = o;
    }
    json_array_foreach(files, i, value)
    {
        struct proof_file f = {member(a, value, "role"), member(a, value, "path"),
                               member(a, value, "sha256")};
        whole &= f.role.len && f.path.len && f.digest.len;
        *arena_push(a, &p->files, &p->file_count) = f;
    }
    return whole && p->version.len && p->law.len && p->plugins.len;
}

bool proof_read(struct arena *a, struct diags *d, const char *path, struct text report,
                struct proof *out)
{
    json_error_t error;
    struct place place = {.file = text_of(path)};
    json_t *value = json_loadb(report.at, report.len, JSON_REJECT_DUPLICATES, &error);
    *out = (struct proof){0};
    if (!value) {
        place.line = error.line > 0 ? (uint64_t)error.line : 0;
        place.column = error.column > 0 ? (uint64_t)error.column : 0;
        return diag_at(d, DIAG_ERROR, place, "verify-json",
                       TEXT("give a report made by `scrutineer check --format json --proof`"),
                       TEXT(""), "not JSON any more: %s", error.text);
    }
    const json_t *proof = json_object_get(value, "proof");
    bool whole = proof && take_proof(a, value, proof, out);
    json_decref(value);
    return whole || diag_at(d, DIAG_ERROR, place, proof ? "verify-proof" : "verify-no-proof",
                            TEXT("make it by `scrutineer check --format json --proof`"), TEXT(""),
                            proof ? "what it says that it was made from is not whole"
                                  : "the report does not say what it was made from");
}
