/* SPDX-License-Identifier: Apache-2.0
 *
 * Scrutineer inside another program: files, and filings that come through a callback, checked, and
 * the findings used as values. README.md tells how to build it.
 *
 *     ./embed LAWBASE PLUGINS FILE...
 */
#include <scrutineer.h>
#include <stdio.h>
#include <string.h>

/* A filing that is no file: here a text, as it might come out of a database or a form. */
struct text_left {
    const char *at;
    size_t len;
};

static ptrdiff_t read_text(void *owner, void *bytes, size_t size)
{
    struct text_left *t = owner;
    size_t n = t->len < size ? t->len : size;
    memcpy(bytes, t->at, n);
    t->at += n;
    t->len -= n;
    return (ptrdiff_t)n;
}

static void print_finding(const struct scr_finding *f)
{
    const char *name, *value;
    struct scr_place place;
    printf("%s: %s\n", scr_finding_text(f, SCR_OUTCOME), scr_finding_text(f, SCR_TITLE));
    for (size_t i = 0; scr_finding_place(f, i, &place); i++)
        printf("  %s:%llu %s\n", place.file, (unsigned long long)place.line, place.reference);
    for (size_t i = 0; scr_finding_pair(f, SCR_PROVISIONS, i, &name, &value); i++)
        printf("  %s\n", value);
    for (size_t i = 0; scr_finding_pair(f, SCR_FACTS, i, &name, &value); i++)
        printf("  %s = %s\n", name, value);
}

static void print_messages(struct scr_session *s)
{
    struct scr_message m;
    for (size_t i = 0; scr_message(s, i, &m); i++)
        fprintf(stderr, "%s %s:%llu: %s\n", m.severity, m.file, (unsigned long long)m.line, m.text);
}

static void print_statistics(const struct scr_session *s)
{
    struct scr_input in;
    for (size_t i = 0; scr_run_input(s, i, &in); i++)
        printf("%s (%s): %llu records, %llu unreadable\n", in.name, in.format,
               (unsigned long long)in.records, (unsigned long long)in.unreadable);
    printf("%llu violations, %llu indicators\n", (unsigned long long)scr_violations(s),
           (unsigned long long)scr_indicators(s));
}

int main(int argc, char **argv)
{
    /* An invented gift. */
    static const char gifts[] =
        "{\"ref\": \"form-1\", \"received\": \"2022-10-05\", \"amount\": \"700000\", "
        "\"recipient\": {\"name\": \"Second Example Party\", \"kind\": \"party\"}, "
        "\"donor\": {\"name\": \"Embassy of Samplia\", \"kind\": \"foreign-state\", "
        "\"anonymous\": false}, \"returned\": \"no\"}\n";
    struct text_left left = {gifts, sizeof gifts - 1};
    const char *law[] = {"am"};
    struct scr_options o = {.size = sizeof o, .jurisdictions = law, .jurisdiction_count = 1};
    if (argc < 3) {
        fputs("usage: embed LAWBASE PLUGINS FILE...\n", stderr);
        return 2;
    }
    o.lawbase = argv[1];
    o.plugins = argv[2];
    struct scr_session *s = scr_session_new(&o);
    bool ok = scr_load(s);
    for (int i = 3; i < argc; i++)
        scr_add_file(s, argv[i]);
    scr_add_reader(s, "a form", read_text, &left);
    ok = ok && scr_run(s, NULL, NULL);
    for (const struct scr_finding *f = NULL; (f = scr_finding_next(s, f)) != NULL;)
        print_finding(f);
    print_statistics(s);
    print_messages(s);
    scr_session_free(s);
    return ok ? 0 : 2;
}
