/* SPDX-License-Identifier: Apache-2.0
 *
 * A law base of a few files, each behind a line "%% zz/instruments.yaml": loaded, linted, listed,
 * shown, its rules compiled, explained and their tests run.
 */
#include <config.h>

#include <sys/stat.h>
#include <unistd.h>

#include "target.h"

static char folder[] = "/tmp/scr-fuzz-XXXXXX";
static const char *const folders[] = {"zz", "zz/rules", "formats"};
static const char *const files[] = {
    "vocabulary.yaml",     "zz/jurisdiction.yaml", "zz/instruments.yaml", "zz/parameters.yaml",
    "zz/definitions.yaml", "zz/elections.yaml",    "zz/rules/r.yaml",     "formats/f.yaml"};
enum { FILES = sizeof files / sizeof *files, FOLDERS = sizeof folders / sizeof *folders };

static const char *path_of(const char *name)
{
    static char path[100];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void remove_folder(void)
{
    for (size_t i = 0; i < FILES; i++)
        unlink(path_of(files[i]));
    for (size_t i = FOLDERS; i-- > 0;)
        rmdir(path_of(folders[i]));
    rmdir(folder);
}

static void make_folder(void)
{
    static bool made;
    if (made)
        return;
    made = true;
    MUST(mkdtemp(folder), "no folder could be made");
    for (size_t i = 0; i < FOLDERS; i++)
        mkdir(path_of(folders[i]), 0700);
    atexit(remove_folder);
}

static void write_file(const char *name, struct text body)
{
    FILE *f = fopen(path_of(name), "wb");
    MUST(f, "%s cannot be written", name);
    if (body.len)
        fwrite(body.at, 1, body.len, f);
    fclose(f);
}

static void write_files(struct text left)
{
    struct named_file p;
    for (size_t i = 0; i < FILES; i++)
        unlink(path_of(files[i]));
    while (take_named_file(&left, &p))
        for (size_t i = 0; i < FILES; i++)
            if (text_equal(p.name, text_of(files[i])))
                write_file(files[i], p.body);
}

/* Everything that the command line can ask of a law base. */
static void use(struct scr_session *s, FILE *out)
{
    scr_law_lint(s, out);
    scr_law_list(s, out);
    scr_law_test(s, NULL, 0, out);
    for (size_t i = 0; i < s->law.rule_count; i++) {
        scr_explain(s, s->law.rules[i]->id.at, out);
        scr_law_show(s, s->law.rules[i]->id.at, NULL, out);
    }
    for (size_t i = 0; i < s->law.parameter_count; i++)
        scr_law_show(s, s->law.parameters[i]->id.at, "2021-01-31", out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct scr_options o = {.lawbase = folder, .plugins = FUZZ_SOURCE "/plugins"};
    char *told;
    size_t len;
    make_folder();
    write_files((struct text){(const char *)bytes, size});
    struct scr_session *s = scr_session_new(&o);
    FILE *out = open_memstream(&told, &len);
    bool loaded = scr_load(s);
    MUST(loaded || scr_error_count(s) > 0, "a law base was refused without a word");
    if (loaded)
        use(s, out);
    fclose(out);
    free(told);
    print_messages(&s->diags);
    scr_session_free(s);
    return 0;
}
