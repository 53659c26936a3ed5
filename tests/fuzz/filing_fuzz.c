/* SPDX-License-Identifier: Apache-2.0
 *
 * A filing through the whole path: its kind and format found, rows cut, cells decoded, records
 * written out. The input's first line is "FORMAT ENCODING" (either may be empty), the rest the
 * file.
 */
#include <config.h>

#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text file = {(const char *)bytes, size}, line = take_line(&file);
    struct reading_options o = {0};
    text_next(&line, ' ', &o.format);
    o.encoding = line;
    read_and_compare(file_in_memory(0, file), &o);
    return 0;
}
