/* SPDX-License-Identifier: Apache-2.0
 *
 * `format new` and `format guess`: what is drafted for a table is a format that can be read. The
 * input's first line is the encoding that the user names (may be empty).
 */
#include <config.h>

#include "report/format_draft.h"
#include "report/format_text.h"
#include "target.h"

static struct arena words_arena = {.name = "words"};

static const struct node *header_words(struct diags *d)
{
    static const struct node *words;
    const char *why;
    if (!words)
        words = yaml_read(
            &words_arena, d,
            source_read(&words_arena, FUZZ_SOURCE "/lawbase/header-words.yaml", &why));
    return words;
}

/* Where nothing tells the currency the draft leaves it open, and is refused for that alone. */
static bool only_lacks_currency(const struct diags *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (!d->items[i].code || strcmp(d->items[i].code, "format-currency") != 0)
            return false;
    return d->count > 0;
}

static void must_be_a_format(struct text draft)
{
    struct arena a = ARENA("draft");
    struct diags d;
    diags_init(&d);
    struct node *n = yaml_read(&a, &d, source_from(&a, TEXT("draft.yaml"), draft));
    struct format *f = n ? format_read(&a, &d, session_loaded()->vocabulary, n) : NULL;
    bool good = f || only_lacks_currency(&d);
    if (!good)
        diags_print(&d, stderr, false);
    MUST(good, "the draft is no format:\n%.*s", TEXT_ARG(draft));
    if (f)
        format_free(f);
    diags_free(&d);
    arena_free(&a);
}

static void guess(struct input *in)
{
    struct arena a = ARENA("fits");
    struct fits fits;
    char *out;
    size_t len;
    FILE *f = open_memstream(&out, &len);
    input_guess(in, &a, &fits);
    format_print_fits(TEXT("x.csv"), &fits, f);
    fclose(f);
    free(out);
    arena_free(&a);
}

static void draft(struct input *in, struct diags *d)
{
    struct draft_options o = {.vocabulary = session_loaded()->vocabulary,
                              .words = header_words(d),
                              .file = TEXT("x.csv")};
    struct arena a = ARENA("sample");
    struct sample sample;
    char *out;
    size_t len;
    FILE *f = open_memstream(&out, &len);
    bool ok = sample_read(in, &a, node_find(o.words, "totals"), &sample) &&
              format_draft(d, &o, &sample, f);
    fclose(f);
    if (ok)
        must_be_a_format((struct text){out, len});
    free(out);
    arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text file = {(const char *)bytes, size};
    struct input_options o = INPUT_OPTIONS(&session_loaded()->formats);
    struct diags d;
    o.encoding = take_line(&file);
    diags_init(&d);
    struct filing *f = filing_open(&d, &o, file_in_memory(0, file));
    struct input *in = f ? filing_next_raw(f) : NULL;
    if (in) {
        guess(in);
        draft(in, &d);
    }
    input_close(in);
    filing_free(f);
    print_messages(&d);
    diags_free(&d);
    return 0;
}
