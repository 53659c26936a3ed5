/* SPDX-License-Identifier: Apache-2.0
 *
 * The ledger of cases: whatever the bytes are, they are refused with a message or are the one form
 * of what was read. Entries made from the bytes are written, read again the same, and any byte that
 * is then changed is found.
 */
#include <config.h>

#include <unistd.h>

#include "report/ledger.h"
#include "target.h"

enum { MOST_ENTRIES = 6, MOST_FACTS = 3 };
static char folder[] = "/tmp/scr-ledger-XXXXXX", path[40];

static void remove_folder(void)
{
    unlink(path);
    rmdir(folder);
}

static void make_folder(void)
{
    if (*path)
        return;
    MUST(mkdtemp(folder), "no folder could be made");
    snprintf(path, sizeof path, "%s/ledger.yaml", folder);
    atexit(remove_folder);
}

static void put(struct text bytes)
{
    FILE *f = fopen(path, "wb");
    MUST(f && fwrite(bytes.at, 1, bytes.len, f) == bytes.len, "a ledger cannot be written");
    fclose(f);
}

static struct text get(struct arena *a)
{
    FILE *f = fopen(path, "rb");
    char *bytes = arena_alloc(a, 1 << 20, 1);
    MUST(f, "the ledger is gone");
    struct text t = {bytes, fread(bytes, 1, 1 << 20, f)};
    fclose(f);
    return t;
}

/* Whether the ledger is taken; what is taken is written again as it was. */
static bool is_taken(struct arena *a, struct text bytes)
{
    struct ledger l;
    struct diags d;
    diags_init(&d);
    put(bytes);
    bool ok = ledger_read(&l, &d, a, path, false);
    MUST(ok == (d.errors == 0), "a ledger was refused without a word, or taken with one");
    if (ok) {
        MUST(ledger_write(&l, &d), "what was read cannot be written");
        MUST(text_equal(get(a), bytes), "it has another form as well");
    }
    print_messages(&d);
    ledger_free(&l);
    diags_free(&d);
    return ok;
}

/* --- made from the bytes --- */

static unsigned char take_byte(struct text *bytes)
{
    unsigned char byte = bytes->len ? (unsigned char)*bytes->at : 0;
    *bytes = text_slice(*bytes, bytes->len > 0, bytes->len);
    return byte;
}

static struct text take_hex(struct arena *a, struct text *bytes)
{
    unsigned long long first = 0, second = 0;
    for (size_t i = 0; i < 8; i++) {
        first = first << 8 | take_byte(bytes);
        second = second * 31 + first;
    }
    return arena_format(a, "%016llx%016llx", first, second);
}

static struct case_entry make_entry(struct arena *a, struct text *bytes)
{
    struct case_entry e = {.finding = take_hex(a, bytes), .rule = TEXT("zz.some-rule")};
    unsigned char kind = take_byte(bytes);
    e.status = (enum case_status)(kind % CASE_STATUSES);
    e.on = kind * 40;
    e.until = kind & 8 ? e.on + kind : DAY_NEVER;
    e.due = kind & 16 ? e.on + 14 : DAY_NEVER;
    e.fact_count = kind % MOST_FACTS;
    e.facts = arena_array(a, MOST_FACTS, struct text);
    for (size_t i = 0; i < e.fact_count; i++)
        e.facts[i] = arena_format(a, "%032zx", i + kind);
    e.by = TEXT("A. Person");
    e.why = take_line(bytes);
    return e;
}

static void change_each(struct arena *a, struct text whole, size_t from)
{
    char *changed = arena_alloc(a, whole.len, 1);
    for (size_t at = from % 17; at < whole.len; at += 17) {
        memcpy(changed, whole.at, whole.len);
        changed[at] = (char)(changed[at] ^ 1);
        MUST(!is_taken(a, (struct text){changed, whole.len}), "byte %zu does not matter", at);
    }
}

static void make_ledger(struct arena *a, struct text bytes)
{
    struct ledger l;
    struct diags d;
    size_t from = bytes.len;
    diags_init(&d);
    unlink(path);
    MUST(ledger_read(&l, &d, a, path, true), "no ledger is no empty ledger");
    for (size_t i = 0; i < MOST_ENTRIES && bytes.len; i++) {
        struct case_entry e = make_entry(a, &bytes);
        if (text_is_utf8(e.why, &(size_t){0}) && e.why.len)
            ledger_add(&l, &e);
    }
    MUST(ledger_write(&l, &d), "entries cannot be written");
    struct text whole = get(a);
    MUST(is_taken(a, whole), "what was written is not taken");
    change_each(a, whole, from);
    ledger_free(&l);
    diags_free(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena a = ARENA("ledger");
    struct text all = {(const char *)bytes, size};
    make_folder();
    if (text_starts(all, TEXT("+")))
        make_ledger(&a, text_slice(all, 1, all.len));
    else
        is_taken(&a, all);
    arena_free(&a);
    return 0;
}
