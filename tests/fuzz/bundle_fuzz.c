/* SPDX-License-Identifier: Apache-2.0
 *
 * A bundle: whatever the bytes are, what is taken has names and paths that stay in their folder,
 * and what is refused is refused with a word. Signed input is among the seeds; other input ends at
 * the latest at its signature.
 */
#include <config.h>

#include "base/bundle.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena a = ARENA("bundle");
    struct diags d;
    struct bundle b;
    diags_init(&d);
    bool ok = bundle_read(&a, &d, "x", (struct text){(const char *)bytes, size}, &b);
    MUST(ok == (d.errors == 0), "a bundle was refused without a word, or taken with one");
    for (size_t i = 0; ok && i < b.count; i++) {
        MUST(bundle_is_path(b.files[i].path), "a path that may lead anywhere");
        MUST(i == 0 || text_compare(b.files[i - 1].path, b.files[i].path) < 0, "not in order");
    }
    MUST(!ok || (bundle_is_word(b.name) && bundle_is_word(b.version)), "a name that is none");
    print_messages(&d);
    diags_free(&d);
    arena_free(&a);
    return 0;
}
