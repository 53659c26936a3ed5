/* SPDX-License-Identifier: Apache-2.0
 *
 * The report is read by jansson, value by value: a JSON report is one, NDJSON a finding a line and
 * the head as the last.
 */
#include <config.h>

#include "report/baseline.h"

#include <errno.h>
#include <jansson.h>

struct reading {
    struct diags *diags;
    struct text path;
    struct fingerprints *out;
    bool whole; /* the head of a report was met */
};

static bool no_report(struct reading *r, uint64_t line, const char *what)
{
    return diag_at(r->diags, DIAG_ERROR, (struct place){.file = r->path, .line = line},
                   "baseline-no-report",
                   TEXT("give a report made by `scrutineer check --format json` or ndjson"),
                   TEXT(""), "%s", what);
}

static bool take_finding(struct reading *r, uint64_t line, const json_t *finding)
{
    const char *hex = json_string_value(json_object_get(finding, "fingerprint"));
    if (!hex || !fingerprint_is(text_of(hex)))
        return no_report(r, line, "a finding without a fingerprint");
    fingerprints_add(r->out, hex);
    return true;
}

static bool take_value(struct reading *r, uint64_t line, const json_t *value)
{
    const json_t *findings = json_object_get(value, "findings"), *f;
    size_t i;
    if (json_object_get(value, "fingerprint"))
        return take_finding(r, line, value);
    if (!json_object_get(value, "scrutineer") || (findings && !json_is_array(findings)))
        return no_report(r, line, "this is no report of scrutineer");
    r->whole = true;
    json_array_foreach(findings, i, f)
    {
        if (!take_finding(r, line, f))
            return false;
    }
    return true;
}

/* Skips blanks; false at the end. Counts lines, as jansson begins anew for each value. */
static bool more(FILE *in, uint64_t *line)
{
    int c;
    while ((c = getc(in)) == ' ' || c == '\t' || c == '\r' || c == '\n')
        *line += c == '\n';
    return c != EOF && ungetc(c, in) != EOF;
}

static bool read_values(struct reading *r, FILE *in)
{
    uint64_t line = 1;
    bool ok = true;
    while (ok && more(in, &line)) {
        json_error_t error;
        json_t *value = json_loadf(in, JSON_DISABLE_EOF_CHECK | JSON_REJECT_DUPLICATES, &error);
        if (!value)
            return diag_at(r->diags, DIAG_ERROR,
                           (struct place){.file = r->path,
                                          .line = line + (uint64_t)error.line - 1,
                                          .column = (uint64_t)error.column},
                           "baseline-json", TEXT("was it written whole?"), TEXT(""), "%s",
                           error.text);
        ok = take_value(r, line, value);
        json_decref(value);
    }
    return ok;
}

bool baseline_read(struct diags *d, const char *path, struct fingerprints *out)
{
    struct reading r = {.diags = d, .path = text_of(path), .out = out};
    FILE *in = fopen(path, "rb");
    if (!in)
        return diag_at(d, DIAG_ERROR, (struct place){.file = r.path}, "baseline-unreadable",
                       TEXT("name a report of an earlier check"), TEXT(""), "cannot be read: %s",
                       strerror(errno));
    bool ok = read_values(&r, in);
    if (ok && !r.whole)
        ok = no_report(&r, 0, "the report is not whole: it has no head");
    fclose(in);
    return ok;
}
