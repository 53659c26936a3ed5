/* SPDX-License-Identifier: Apache-2.0
 *
 * Files of statements about owners: whatever they say, each object is read or told to be wrong, and
 * a share that is held abroad lies between nothing and all.
 */
#include <config.h>

#include "filing/bods.h"
#include "filing/ftm.h"
#include "target.h"

static void check_share(const struct ownership *o, struct ownership_solver *s, uint32_t party)
{
    struct ownership_question q = {.home = TEXT("AM"), .on = 18000};
    struct control_rule rule = {.limit = 50000000, .jointly = party % 2 == 0};
    struct share_range r = ownership_foreign_share(s, &q, party);
    struct share_range d = ownership_direct_share(o, &q, party);
    MUST(0 <= r.least && r.least <= r.most && r.most <= SHARE_WHOLE, "%d to %d", r.least, r.most);
    MUST(0 <= d.least && d.least <= d.most && d.most <= SHARE_WHOLE, "%d to %d", d.least, d.most);
    ownership_largest_share(o, &q, party);
    ownership_controlled(s, &q, &rule, party);
}

static void read_statements(const struct scr_session *session, const char *path, bool ftm)
{
    static struct schema *schema;
    static struct arena kept = {.name = "schema"};
    struct diags said;
    struct statement_counts counts = {0};
    struct owners *o = owners_new(session->vocabulary);
    diags_init(&said);
    if (!schema)
        schema = schema_read(&kept, &said, FUZZ_SOURCE "/lawbase/registers/bods-0.4");
    bool ok = ftm ? ftm_read(o, &said, path, &counts) : bods_read(o, schema, &said, path, &counts);
    MUST(ok || said.count, "a failure without a message");
    MUST(counts.unreadable == 0 || said.count, "%zu left out in silence",
         (size_t)counts.unreadable);
    owners_finish(o);
    struct ownership_solver *s = owners_borrow(o);
    for (uint32_t i = 0; i < ownership_party_count(owners_graph(o)) && i < 64; i++)
        check_share(owners_graph(o), s, i);
    owners_give_back(o, s);
    print_messages(&said);
    diags_free(&said);
    owners_free(o);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text file = {(const char *)bytes, size};
    const char *path = file_in_memory(0, file);
    statements_standard(path);
    read_statements(session_loaded(), path, false);
    read_statements(session_loaded(), path, true);
    return 0;
}
