/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/ledger.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/fingerprints.h"
#include "base/storing.h"
#include "base/yaml.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const statuses[CASE_STATUSES] = {"open", "confirmed", "dismissed", "returned",
                                                    "referred"};
static const char no_hash[CASE_HASH] = "00000000000000000000000000000000";

const char *case_status_name(enum case_status s)
{
    return statuses[s];
}

bool case_status_find(struct text name, enum case_status *out)
{
    for (size_t i = 0; i < CASE_STATUSES; i++)
        if (text_equal(name, text_of(statuses[i]))) {
            *out = (enum case_status)i;
            return true;
        }
    return false;
}

bool case_is_expired(const struct case_entry *e, day on)
{
    return e->status != CASE_OPEN && e->until < on;
}

bool case_is_overdue(const struct case_entry *e, day on)
{
    bool waits = e->status == CASE_OPEN || e->status == CASE_CONFIRMED || case_is_expired(e, on);
    return waits && e->due < on;
}

/* --- the one form of the file --- */

static void add_quoted(struct growing *g, struct text t)
{
    growing_add(g, TEXT("\""));
    for (size_t i = 0; i < t.len; i++) {
        unsigned char c = (unsigned char)t.at[i];
        if (c == '"' || c == '\\')
            growing_add(g, TEXT("\\"));
        if (c < 0x20 || c == 0x7F)
            growing_add(g, arena_format(g->arena, "\\x%02x", c));
        else
            growing_add(g, text_slice(t, i, i + 1));
    }
    growing_add(g, TEXT("\""));
}

static void add_key(struct growing *g, const char *key, struct text value)
{
    growing_add(g, TEXT("    "));
    growing_add(g, text_of(key));
    growing_add(g, TEXT(": "));
    growing_add(g, value);
    growing_add(g, TEXT("\n"));
}

static void add_words(struct growing *g, const char *key, struct text words)
{
    growing_add(g, TEXT("    "));
    growing_add(g, text_of(key));
    growing_add(g, TEXT(": "));
    add_quoted(g, words);
    growing_add(g, TEXT("\n"));
}

static void add_day(struct growing *g, const char *key, day on)
{
    char buffer[DAY_TEXT_SIZE];
    if (on != DAY_NEVER)
        add_key(g, key, text_of(day_print(on, buffer)));
}

static void add_facts(struct growing *g, const struct case_entry *e)
{
    growing_add(g, TEXT("    facts: ["));
    for (size_t i = 0; i < e->fact_count; i++) {
        growing_add(g, i ? TEXT(", ") : TEXT(""));
        growing_add(g, e->facts[i]);
    }
    growing_add(g, TEXT("]\n"));
}

/* All of an entry that its hash holds. */
static void add_entry(struct growing *g, const struct case_entry *e)
{
    growing_add(g, TEXT("  - finding: "));
    growing_add(g, e->finding);
    growing_add(g, TEXT("\n"));
    add_key(g, "rule", e->rule);
    add_key(g, "status", text_of(statuses[e->status]));
    add_day(g, "on", e->on);
    add_words(g, "by", e->by);
    add_words(g, "why", e->why);
    add_day(g, "until", e->until);
    add_day(g, "due", e->due);
    add_facts(g, e);
}

static struct text render(struct arena *a, const struct ledger *l)
{
    struct growing g = {.arena = a};
    growing_add(&g, TEXT("# Decisions on findings, written by `scrutineer ledger`. Each hash holds "
                         "all that stands above it.\n"
                         "ledger: 1\n"));
    growing_add(&g, l->count ? TEXT("entries:\n") : TEXT("entries: []\n"));
    for (size_t i = 0; i < l->count; i++) {
        add_entry(&g, &l->entries[i]);
        add_key(&g, "hash", text_of(l->entries[i].hash));
    }
    return growing_text(&g);
}

static void hash_entry(const struct case_entry *e, const char *before, char hash[CASE_HASH])
{
    struct arena a = ARENA("ledger entry");
    struct growing g = {.arena = &a};
    struct digest d;
    char hex[DIGEST_TEXT_SIZE];
    add_entry(&g, e);
    digest_init(&d);
    digest_add(&d, text_of(before));
    digest_add(&d, growing_text(&g));
    memcpy(hash, digest_end(&d, 16, hex), CASE_HASH);
    arena_free(&a);
}

const char *ledger_head(const struct ledger *l)
{
    return l->count ? l->entries[l->count - 1].hash : no_hash;
}

/* --- reading --- */

static const struct node_key file_keys[] = {
    {"ledger", true, NODE_SCALAR, false},
    {"entries", true, NODE_LIST, false},
};
static const struct node_key entry_keys[] = {
    {"finding", true, NODE_SCALAR, false}, {"rule", true, NODE_SCALAR, false},
    {"status", true, NODE_SCALAR, false},  {"on", true, NODE_SCALAR, false},
    {"by", true, NODE_SCALAR, false},      {"why", true, NODE_SCALAR, false},
    {"until", false, NODE_SCALAR, false},  {"due", false, NODE_SCALAR, false},
    {"facts", true, NODE_LIST, false},     {"hash", true, NODE_SCALAR, false},
};

static bool read_day(struct diags *d, const struct node *map, const char *key, day *out)
{
    const struct node *n = node_find(map, key);
    *out = DAY_NEVER;
    return !n || day_read(n->text, out) ||
           diag_error(d, n->span, "ledger-day", TEXT("write it like 2021-01-31"),
                      "not a day of the calendar");
}

static bool read_print(struct diags *d, const struct node *n, struct text *out)
{
    *out = n->text;
    return (n->kind == NODE_SCALAR && fingerprint_is(n->text)) ||
           diag_error(d, n->span, "ledger-fingerprint", TEXT(""),
                      "expected 32 digits or letters a to f");
}

static bool read_facts(struct ledger *l, struct diags *d, const struct node *list,
                       struct case_entry *e)
{
    e->facts = arena_array(&l->arena, list->count, struct text);
    e->fact_count = list->count;
    for (size_t i = 0; i < list->count; i++)
        if (!read_print(d, list->items[i], &e->facts[i]))
            return false;
    return true;
}

static bool read_entry(struct ledger *l, struct diags *d, const struct node *n,
                       struct case_entry *e)
{
    struct text hash;
    if (!node_check(d, n, "ledger entry", entry_keys, COUNT(entry_keys)))
        return false;
    const struct node *status = node_find(n, "status");
    *e = (struct case_entry){.rule = node_text(n, "rule"),
                             .by = node_text(n, "by"),
                             .why = node_text(n, "why"),
                             .span = node_find(n, "finding")->span};
    if (!case_status_find(status->text, &e->status))
        return diag_error(d, status->span, "ledger-status",
                          TEXT("open, confirmed, dismissed, returned or referred"), "no status");
    bool ok = read_print(d, node_find(n, "finding"), &e->finding) && read_day(d, n, "on", &e->on) &&
              read_day(d, n, "until", &e->until) && read_day(d, n, "due", &e->due) &&
              read_facts(l, d, node_find(n, "facts"), e) &&
              read_print(d, node_find(n, "hash"), &hash);
    if (ok)
        snprintf(e->hash, sizeof e->hash, "%.*s", TEXT_ARG(hash));
    return ok;
}

/* --- verifying --- */

static bool verify_chain(const struct ledger *l, struct diags *d)
{
    const char *before = no_hash;
    bool ok = true;
    for (size_t i = 0; i < l->count; i++) {
        char hash[CASE_HASH];
        hash_entry(&l->entries[i], before, hash);
        before = l->entries[i].hash;
        if (strcmp(hash, before) != 0)
            ok = diag_error(d, l->entries[i].span, "ledger-tampered",
                            TEXT("take the file from where it is kept; decisions are made by "
                                 "`scrutineer ledger decide`"),
                            "this entry is not what was written here: it, its hash, or the order "
                            "of entries was changed");
    }
    return ok;
}

/* What the hashes do not hold: remarks, blanks. */
static bool verify_form(const struct ledger *l, struct diags *d, const struct source *s)
{
    struct arena a = ARENA("ledger form");
    struct text is = s->body, should = render(&a, l);
    uint32_t at = 0;
    while (at < is.len && at < should.len && is.at[at] == should.at[at])
        at++;
    bool same = at == is.len && at == should.len;
    if (!same)
        diag_error(d, (struct span){s, at, at < is.len ? at + 1 : at}, "ledger-tampered",
                   TEXT("take the file from where it is kept"),
                   "the file was changed here after it was written");
    arena_free(&a);
    return same;
}

/* Of a finding the last entry counts: sorted, so that it is found. */
static int compare_entries(const void *a, const void *b, void *entries)
{
    const struct case_entry *e = entries;
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    int order = text_compare(e[x].finding, e[y].finding);
    return order ? order : x < y ? -1 : x > y;
}

static void find_last(struct ledger *l)
{
    size_t *all = arena_array(&l->arena, l->count + 1, size_t);
    for (size_t i = 0; i < l->count; i++)
        all[i] = i;
    if (l->count)
        qsort_r(all, l->count, sizeof *all, compare_entries, l->entries);
    l->last = all;
    l->last_count = 0;
    for (size_t i = 0; i < l->count; i++)
        if (i + 1 == l->count ||
            !text_equal(l->entries[all[i]].finding, l->entries[all[i + 1]].finding))
            l->last[l->last_count++] = all[i];
}

static bool read_file(struct ledger *l, struct diags *d, const struct source *s)
{
    const struct node *n = yaml_read(&l->arena, d, s);
    if (!n || !node_check(d, n, "ledger", file_keys, COUNT(file_keys)))
        return false;
    if (!text_equal(node_text(n, "ledger"), TEXT("1")))
        return diag_error(d, node_find(n, "ledger")->span, "ledger-version", TEXT(""),
                          "not a ledger of this version: expected 1");
    const struct node *list = node_find(n, "entries");
    for (size_t i = 0; i < list->count; i++)
        if (!read_entry(l, d, list->items[i], arena_push(&l->arena, &l->entries, &l->count)))
            return false;
    return verify_chain(l, d) && verify_form(l, d, s);
}

bool ledger_read(struct ledger *l, struct diags *d, struct arena *sources, const char *path,
                 bool new_allowed)
{
    const char *why;
    *l = (struct ledger){.arena = ARENA("ledger"), .path = path};
    bool ok = true;
    if (access(path, F_OK) != 0 && errno == ENOENT && new_allowed) {
        find_last(l);
        return true;
    }
    const struct source *s = source_read(sources, path, &why);
    if (!s)
        ok = diag_at(d, DIAG_ERROR, (struct place){.file = text_of(path)}, "ledger-unreadable",
                     TEXT("`scrutineer check --ledger FILE --record` begins one"), TEXT(""),
                     "cannot be read: %s", why);
    ok = ok && read_file(l, d, s);
    find_last(l);
    return ok;
}

void ledger_free(struct ledger *l)
{
    arena_free(&l->arena);
}

const struct case_entry *ledger_find(const struct ledger *l, struct text finding)
{
    size_t low = 0, high = l->last_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct case_entry *e = &l->entries[l->last[middle]];
        int order = text_compare(e->finding, finding);
        if (order == 0)
            return e;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* --- writing --- */

void ledger_add(struct ledger *l, const struct case_entry *entry)
{
    char before[CASE_HASH];
    memcpy(before, ledger_head(l), CASE_HASH);
    struct case_entry *e = arena_push(&l->arena, &l->entries, &l->count);
    *e = *entry;
    e->finding = arena_copy(&l->arena, entry->finding);
    e->rule = arena_copy(&l->arena, entry->rule);
    e->by = arena_copy(&l->arena, entry->by);
    e->why = arena_copy(&l->arena, entry->why);
    e->facts = arena_array(&l->arena, entry->fact_count, struct text);
    for (size_t i = 0; i < entry->fact_count; i++)
        e->facts[i] = arena_copy(&l->arena, entry->facts[i]);
    hash_entry(e, before, e->hash);
}

bool ledger_write(const struct ledger *l, struct diags *d)
{
    struct arena a = ARENA("ledger file");
    bool ok = whole_file_write(l->path, WHOLE_FILE_REPLACES, 0666, render(&a, l));
    if (!ok)
        diag_at(d, DIAG_ERROR, (struct place){.file = text_of(l->path)}, "ledger-unwritable",
                TEXT("it is as it was before"), TEXT(""), "cannot be written: %s", strerror(errno));
    arena_free(&a);
    return ok;
}
