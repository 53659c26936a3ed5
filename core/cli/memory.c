/* SPDX-License-Identifier: Apache-2.0
 *
 * No memory left: one message and status 2. Some libraries would go on as if something else were
 * wrong (jansson: the row is no JSON) or crash (ICU: its table of locales); they are given memory
 * that is there or ends the program.
 */
#include <config.h>

#include <jansson.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uclean.h>
#include <unistd.h>

#include "cli/options.h"

static void end_without_memory(size_t wanted)
{
    fprintf(stderr,
            "scrutineer: out of memory (%zu bytes wanted): nothing was finished; give --memory or "
            "--jobs less, or check fewer files at once\n",
            wanted);
    _exit(EXIT_WRONG); /* other threads may be at work: nothing of theirs is to be ended in order */
}

void *memory_take(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory)
        end_without_memory(size);
    return memory;
}

static void *resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size ? size : 1);
    if (!resized)
        end_without_memory(size);
    return resized;
}

char *memory_copy(const char *string)
{
    size_t size = strlen(string) + 1;
    return memcpy(memory_take(size), string, size);
}

static void *icu_take(const void *context, size_t size)
{
    (void)context;
    return memory_take(size);
}

static void *icu_resize(const void *context, void *memory, size_t size)
{
    (void)context;
    return resize(memory, size);
}

static void icu_give_back(const void *context, void *memory)
{
    (void)context;
    free(memory);
}

void memory_is_there_or_ends(void)
{
    UErrorCode status = U_ZERO_ERROR;
    scr_on_out_of_memory(end_without_memory);
    json_set_alloc_funcs(memory_take, free);
    xmlMemSetup(free, memory_take, resize, memory_copy);
    u_setMemoryFunctions(NULL, icu_take, icu_resize, icu_give_back, &status);
}
