/* SPDX-License-Identifier: Apache-2.0
 *
 * Bills on the law base of an invented country: each behind a line "%% NAME.yaml" (up to four),
 * read, applied, linted, shown, probed, and the law after them read.
 */
#include <config.h>

#include <sys/stat.h>
#include <unistd.h>

#include "target.h"

enum { MOST_BILLS = 4, LINKS = 2 };
static char folder[] = "/tmp/scr-bill-XXXXXX";
static char names[MOST_BILLS][40], law[40], links[LINKS][60];

static void remove_folder(void)
{
    for (size_t i = 0; i < MOST_BILLS; i++)
        unlink(names[i]);
    for (size_t i = 0; i < LINKS; i++)
        unlink(links[i]);
    rmdir(law);
    rmdir(folder);
}

/* The law of Zedland with the shipped vocabulary. */
static void make_folder(void)
{
    static const char *const targets[LINKS][2] = {
        {"zz", FUZZ_SOURCE "/tests/data/zedland/zz"},
        {"vocabulary.yaml", FUZZ_SOURCE "/lawbase/vocabulary.yaml"}};
    if (*law)
        return;
    MUST(mkdtemp(folder), "no folder could be made");
    snprintf(law, sizeof law, "%s/law", folder);
    mkdir(law, 0700);
    for (size_t i = 0; i < LINKS; i++) {
        snprintf(links[i], sizeof links[i], "%s/%s", law, targets[i][0]);
        MUST(symlink(targets[i][1], links[i]) == 0, "no link could be made");
    }
    for (size_t i = 0; i < MOST_BILLS; i++)
        snprintf(names[i], sizeof names[i], "%s/%zu.yaml", folder, i);
    atexit(remove_folder);
}

static size_t write_bills(struct text left)
{
    struct named_file p;
    size_t count = 0;
    while (count < MOST_BILLS && take_named_file(&left, &p)) {
        FILE *f = fopen(names[count++], "wb");
        MUST(f, "a bill cannot be written");
        if (p.body.len)
            fwrite(p.body.at, 1, p.body.len, f);
        fclose(f);
    }
    return count;
}

static void use(struct scr_options *o)
{
    char *told;
    size_t len;
    struct scr_session *s = scr_session_new(o);
    FILE *out = open_memstream(&told, &len);
    bool loaded = scr_load(s);
    MUST(loaded || scr_error_count(s) > 0, "a bill was refused without a word");
    MUST(scr_bill_lint(s, out) || scr_error_count(s) > 0, "a bill failed without a word");
    scr_bill_base(s, out);
    scr_bill_show(s, "text", out);
    scr_bill_show(s, "html", out);
    scr_bill_probe(s, out);
    scr_law_list(s, out);
    for (size_t i = 0; loaded && i < s->law.rule_count; i++) {
        const char *id = arena_copy(&s->arena, s->law.rules[i]->id).at;
        scr_explain(s, id, out);
        scr_law_timeline(s, id, "text", out);
        scr_law_show(s, id, "2005-06-30", out);
    }
    fclose(out);
    free(told);
    print_messages(&s->diags);
    scr_session_free(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const days[] = {NULL, "2003-02-28", "always"};
    const char *files[MOST_BILLS];
    make_folder();
    size_t count = write_bills((struct text){(const char *)bytes, size});
    for (size_t i = 0; i < MOST_BILLS; i++)
        files[i] = names[i];
    for (size_t i = 0; count && i < sizeof days / sizeof *days; i++)
        use(&(struct scr_options){.lawbase = law,
                                  .plugins = FUZZ_SOURCE "/plugins",
                                  .bills = files,
                                  .bill_count = count,
                                  .as_if = days[i]});
    return 0;
}
