/* SPDX-License-Identifier: Apache-2.0
 *
 * The editors' server: bytes as they may come from a client; and, when they are no message, as a
 * text that somebody types, with the cursor at each place of it.
 */
#include <config.h>

#include "editor/cursor.h"
#include "editor/document.h"
#include "law/kind.h"
#include "target.h"

static void look(struct text body, size_t offset)
{
    struct names names = {0};
    struct cursor yaml = cursor_in_yaml(body, offset), lua = cursor_in_lua(body, offset);
    MUST(yaml.depth <= CURSOR_DEEPEST, "%zu keys around it", yaml.depth);
    MUST(yaml.typed.len <= yaml.word.len && lua.typed.len <= lua.word.len, "a word and its part");
    cursor_wants(&yaml, law_kind_find(TEXT("rule")), &names);
    cursor_wants(&lua, NULL, &names);
    struct position p = offset_position(body, offset);
    size_t back = position_offset(body, p);
    MUST(back >= offset && back <= offset + 4, "%zu is %zu", offset, back);
}

static void serve(struct text body)
{
    struct scr_options o = {.lawbase = FUZZ_SOURCE "/lawbase", .plugins = FUZZ_SOURCE "/plugins"};
    FILE *in = fmemopen((void *)(uintptr_t)body.at, body.len, "r"), *out = fopen("/dev/null", "w");
    if (in && out)
        scr_lsp(&o, in, out);
    if (in)
        fclose(in);
    if (out)
        fclose(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text body = {(const char *)bytes, size};
    struct arena a = ARENA("lsp");
    if (size == 0)
        return 0;
    if (text_starts(body, TEXT("Content-"))) {
        serve(body);
    } else {
        size_t step = size / 64 + 1;
        for (size_t at = 0; at <= size; at += step)
            look(body, at);
        uri_path(&a, body);
    }
    arena_free(&a);
    return 0;
}
