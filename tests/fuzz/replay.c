/* SPDX-License-Identifier: Apache-2.0
 *
 * Stands in for libFuzzer where the build has none: gives the target each file that is named.
 */
#include <config.h>

#include "target.h"

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        FILE *f = fopen(paths[i], "rb");
        MUST(f, "%s cannot be opened", paths[i]);
        char *bytes = heap_alloc(1 << 20, 1);
        size_t size = fread(bytes, 1, 1 << 20, f);
        fclose(f);
        /* No byte more than the input: a read beyond it is seen. */
        uint8_t *input = malloc(size ? size : 1);
        MUST(input, "out of memory");
        memcpy(input, bytes, size);
        free(bytes);
        fprintf(stderr, "%s\n", paths[i]);
        LLVMFuzzerTestOneInput(input, size);
        free(input);
    }
    return count > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
