/* SPDX-License-Identifier: Apache-2.0
 *
 * Reports that are read again, as a baseline and for their proof: refused with a message, or taken
 * without one; what is taken are fingerprints, digests and names.
 */
#include <config.h>

#include "report/baseline.h"
#include "report/proof.h"
#include "target.h"

static void read_baseline(struct text bytes)
{
    struct fingerprints all = {0};
    struct diags d;
    diags_init(&d);
    bool ok = baseline_read(&d, file_in_memory(0, bytes), &all);
    MUST(ok == (d.errors == 0), "a baseline was refused without a word, or taken with one");
    print_messages(&d);
    diags_free(&d);
    fingerprints_free(&all);
}

static void read_proof(struct text bytes)
{
    struct arena a = ARENA("proof");
    struct proof p = {0};
    struct diags d;
    diags_init(&d);
    bool ok = proof_read(&a, &d, "report", bytes, &p);
    MUST(ok == (d.errors == 0), "a proof was refused without a word, or taken with one");
    for (size_t i = 0; ok && i < p.option_count; i++)
        MUST(p.options[i].name.len > 0, "an option without a name");
    for (size_t i = 0; ok && i < p.file_count; i++)
        MUST(p.files[i].path.at && p.files[i].role.len > 0, "a file without a path or a role");
    print_messages(&d);
    diags_free(&d);
    arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text all = {(const char *)bytes, size};
    read_baseline(all);
    read_proof(all);
    return 0;
}
