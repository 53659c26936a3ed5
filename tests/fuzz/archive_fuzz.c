/* SPDX-License-Identifier: Apache-2.0
 *
 * Packed filings as they come: .gz, .xz, .zst, .bz2, .zip, .tar, .xlsx, .ods.
 */
#include <config.h>

#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct reading_options o = {0};
    read_and_compare(file_in_memory(0, (struct text){(const char *)bytes, size}), &o);
    return 0;
}
