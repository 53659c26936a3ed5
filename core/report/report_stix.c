/* SPDX-License-Identifier: Apache-2.0
 *
 * STIX 2.1 (OASIS), a bundle for partner agencies: each violation or indicator a note about the
 * file that it was found in and the actors, as identities, that it names. Objects are made on the
 * day that the user gives. Their ids come from what they say, in the form of a UUID of version 4,
 * so that the same finding keeps its id.
 */
#include <config.h>

#include <inttypes.h>

#include "base/digest.h"
#include "report/json_writer.h"
#include "report/prose.h"

enum { STIX_ID = 64 };

/* "note--3c61f7a0-...", from 32 hex digits. */
static const char *id_print(const char *type, const char *hex, char id[STIX_ID])
{
    snprintf(id, STIX_ID, "%s--%.8s-%.4s-4%.3s-%c%.3s-%.12s", type, hex, hex + 8, hex + 13,
             "89ab"[hex[16] % 4], hex + 17, hex + 20);
    return id;
}

/* The id of what has such a name. */
static const char *id_of(const char *type, struct text name, char id[STIX_ID])
{
    struct digest d;
    char hex[DIGEST_TEXT_SIZE];
    digest_init(&d);
    digest_add(&d, text_of(type));
    digest_add(&d, name);
    return id_print(type, digest_end(&d, 16, hex), id);
}

static void write_made(struct report *r, struct json *j)
{
    struct text at = arena_format(&r->arena, "%.*sT00:00:00.000Z", TEXT_ARG(r->dated));
    char id[STIX_ID];
    json_text(j, "created", at);
    json_text(j, "modified", at);
    json_chars(j, "created_by_ref", id_of("identity", TEXT("scrutineer"), id));
}

/* False when it was written before. */
static bool begin_object(struct report *r, struct json *j, const char *type, const char *hex)
{
    struct digest d;
    char id[STIX_ID], seen[DIGEST_TEXT_SIZE];
    id_print(type, hex, id);
    digest_init(&d);
    digest_add(&d, text_of(id));
    if (fingerprints_add(&r->told, digest_end(&d, 16, seen)) > 1)
        return false;
    json_open(j, NULL, '{');
    json_chars(j, "type", type);
    json_chars(j, "spec_version", "2.1");
    json_chars(j, "id", id);
    return true;
}

static void write_tool(struct report *r, struct json *j)
{
    char id[STIX_ID];
    struct text at = arena_format(&r->arena, "%.*sT00:00:00.000Z", TEXT_ARG(r->dated));
    json_open(j, NULL, '{');
    json_chars(j, "type", "identity");
    json_chars(j, "spec_version", "2.1");
    json_chars(j, "id", id_of("identity", TEXT("scrutineer"), id));
    json_text(j, "created", at);
    json_text(j, "modified", at);
    json_text(j, "name", arena_format(&r->arena, "scrutineer %s", r->version));
    json_chars(j, "identity_class", "system");
    json_close(j, '}');
}

static void write_actor(struct report *r, struct json *j, const struct finding *f,
                        const struct actor *actor)
{
    char key[FINGERPRINT_LEN + 1];
    actor_key(f, actor, key);
    if (!actor->name.len || !begin_object(r, j, "identity", key))
        return;
    write_made(r, j);
    json_text(j, "name", actor->name);
    json_chars(j, "identity_class", "unknown");
    json_open(j, "roles", '[');
    json_text(j, NULL, actor->role);
    json_close(j, ']');
    json_close(j, '}');
}

static const char *file_key(const struct finding *f, char hex[DIGEST_TEXT_SIZE])
{
    struct digest d;
    digest_init(&d);
    digest_add(&d, f->record_count ? f->records[0].file : TEXT(""));
    return digest_end(&d, 16, hex);
}

static void write_file(struct report *r, struct json *j, const struct finding *f)
{
    char hex[DIGEST_TEXT_SIZE];
    if (!f->record_count || !begin_object(r, j, "file", file_key(f, hex)))
        return;
    json_text(j, "name", f->records[0].file);
    json_close(j, '}');
}

static void write_references(struct report *r, struct json *j, const struct finding *f)
{
    if (!f->task->provision_count)
        return;
    json_open(j, "external_references", '[');
    for (size_t i = 0; i < f->task->provision_count; i++) {
        const struct provision *p = f->task->provisions[i];
        json_open(j, NULL, '{');
        json_text(j, "source_name", p->instrument->id);
        json_text(j, "external_id", p->id);
        json_text(j, "description", citation_print(&r->arena, p, r->language));
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void write_refs(struct json *j, const struct finding *f)
{
    char id[STIX_ID], hex[DIGEST_TEXT_SIZE], key[FINGERPRINT_LEN + 1];
    json_open(j, "object_refs", '[');
    json_chars(j, NULL,
               f->record_count ? id_print("file", file_key(f, hex), id)
                               : id_of("identity", TEXT("scrutineer"), id));
    for (size_t i = 0; i < f->actor_count; i++) {
        if (!f->actors[i].name.len)
            continue;
        actor_key(f, &f->actors[i], key);
        json_chars(j, NULL, id_print("identity", key, id));
    }
    json_close(j, ']');
}

static void write_note(struct report *r, struct json *j, const struct finding *f)
{
    /* The middle of "low", "medium" and "high" on the scale of the standard's appendix A. */
    static const uint64_t confidences[] = {15, 50, 85};
    char key[FINGERPRINT_LEN + 1];
    finding_key(r, f, key);
    if (!begin_object(r, j, "note", key))
        return;
    write_made(r, j);
    json_number(j, "confidence", confidences[f->confidence]);
    json_open(j, "labels", '[');
    json_chars(j, NULL, outcome_name(f->outcome));
    json_text(j, NULL, f->task->rule->id);
    json_close(j, ']');
    write_references(r, j, f);
    json_text(j, "abstract", words_in(&f->task->rule->title, r->language));
    json_text(j, "content", story_print(&r->arena, f, r->language));
    write_refs(j, f);
    json_close(j, '}');
}

static void finding_stix(struct report *r, const struct finding *f)
{
    struct json j = {.out = r->findings, .indent = true, .depth = 2, .outer = 2};
    if (f->outcome < OUTCOME_INDICATOR)
        return; /* what is lawful or not known is nothing to share about anybody */
    write_file(r, &j, f);
    for (size_t i = 0; i < f->actor_count; i++)
        write_actor(r, &j, f, &f->actors[i]);
    write_note(r, &j, f);
    arena_reset(&r->arena);
}

static void end_stix(struct report *r, const struct report_end *e)
{
    struct json j = {.out = r->out, .indent = true};
    struct growing all = {.arena = &r->arena};
    char id[STIX_ID];
    growing_add(&all, text_of(r->version));
    growing_add(&all, r->dated);
    for (size_t i = 0; i < e->input_count; i++)
        growing_add(&all, e->inputs[i].file);
    json_open(&j, NULL, '{');
    json_chars(&j, "type", "bundle");
    json_chars(&j, "id", id_of("bundle", growing_text(&all), id));
    json_open(&j, "objects", '[');
    write_tool(r, &j);
    json_flush(&j);
    findings_end(r);
    json_close(&j, ']');
    json_close(&j, '}');
}

const struct report_format report_stix_format = {
    "stix",       "a STIX 2.1 bundle, for partner agencies (needs --dated)",
    true,         findings_begin,
    finding_stix, end_stix,
    NULL};
