/* SPDX-License-Identifier: Apache-2.0
 *
 * The ledger by itself: decisions made, cases listed, due, counted, the file verified.
 */
#include <config.h>

#include <inttypes.h>
#include <stdlib.h>

#include "base/fingerprints.h"
#include "report/ledger.h"
#include "scrutineer.h"

struct asking {
    const struct scr_ledger_query *query;
    struct ledger ledger;
    struct diags diags;
    struct arena sources; /* that messages quote */
    day on;               /* DAY_NEVER: not given */
    FILE *out;
};

#define WRONG(asking, code, hint, ...) \
    diag_error(&(asking)->diags, (struct span){0}, code, hint, __VA_ARGS__)

static bool is_given(struct asking *a, const char *option, const char *value)
{
    return (value && *value) ||
           WRONG(a, "ledger-decision", TEXT("`scrutineer ledger --help` shows how"),
                 "a decision needs %s", option);
}

/* The case whose fingerprint begins so, when there is just one. */
static const struct case_entry *find_case(struct asking *a)
{
    const struct ledger *l = &a->ledger;
    const struct case_entry *found = NULL;
    struct text begin = text_of(a->query->finding);
    size_t count = 0;
    for (size_t i = 0; i < l->last_count && begin.len >= 6; i++)
        if (text_starts(l->entries[l->last[i]].finding, begin)) {
            found = &l->entries[l->last[i]];
            count++;
        }
    if (count == 1)
        return found;
    WRONG(a, "ledger-no-case",
          count
              ? TEXT("write more of the fingerprint")
              : TEXT("the first six digits at least, of a finding that `scrutineer check --ledger "
                     "FILE --record` wrote there"),
          count ? "several cases begin with \"%s\"" : "the ledger has no case \"%s\"",
          a->query->finding);
    return NULL;
}

static bool read_until(struct asking *a, struct case_entry *e)
{
    const char *until = a->query->until;
    e->until = DAY_NEVER;
    if (!until)
        return true;
    if (!day_read(text_of(until), &e->until))
        return WRONG(a, "usage", TEXT("write it like 2021-01-31"),
                     "\"%s\" is not a day of the calendar", until);
    return e->until >= e->on || WRONG(a, "ledger-decision", TEXT(""),
                                      "the decision would end before it is made: %s", until);
}

static bool are_words(struct asking *a, const char *words)
{
    size_t bad;
    return text_is_utf8(text_of(words), &bad) || WRONG(a, "ledger-decision", TEXT("write UTF-8"),
                                                       "--by or --why is not readable as text");
}

static bool decide(struct asking *a)
{
    const struct scr_ledger_query *q = a->query;
    if (!is_given(a, "a finding", q->finding) || !is_given(a, "--status", q->status) ||
        !is_given(a, "--on, the day on which it is made", q->on) || !is_given(a, "--by", q->by) ||
        !is_given(a, "--why", q->why) || !are_words(a, q->by) || !are_words(a, q->why))
        return false;
    const struct case_entry *last = find_case(a);
    if (!last)
        return false;
    struct case_entry e = *last;
    e.on = a->on;
    e.by = text_of(q->by);
    e.why = text_of(q->why);
    if (!case_status_find(text_of(q->status), &e.status))
        return WRONG(a, "ledger-status", TEXT("open, confirmed, dismissed, returned or referred"),
                     "\"%s\" is no status", q->status);
    if (!read_until(a, &e))
        return false;
    ledger_add(&a->ledger, &e);
    if (!ledger_write(&a->ledger, &a->diags))
        return false;
    fprintf(a->out, "%.*s %s\nledger head %s\n", TEXT_ARG(e.finding), case_status_name(e.status),
            ledger_head(&a->ledger));
    return true;
}

/* --- listing --- */

static void print_case(struct asking *a, const struct case_entry *e)
{
    char on[DAY_TEXT_SIZE], due[DAY_TEXT_SIZE], until[DAY_TEXT_SIZE];
    fprintf(a->out, "%.*s  %-9s  %s  %-10s  %.*s  ", TEXT_ARG(e->finding),
            case_status_name(e->status), day_print(e->on, on), day_print(e->due, due),
            TEXT_ARG(e->rule));
    text_show(a->out, e->by);
    fputs(": ", a->out);
    text_show(a->out, e->why);
    if (e->until != DAY_NEVER)
        fprintf(a->out, " (until %s)", day_print(e->until, until));
    if (a->on != DAY_NEVER && case_is_expired(e, a->on))
        fputs(" (past: open again)", a->out);
    if (a->on != DAY_NEVER && case_is_overdue(e, a->on))
        fputs(" (overdue)", a->out);
    fputc('\n', a->out);
}

static bool list(struct asking *a)
{
    const struct ledger *l = &a->ledger;
    enum case_status wanted = CASE_OPEN;
    if (a->query->status && !case_status_find(text_of(a->query->status), &wanted))
        return WRONG(a, "ledger-status", TEXT("open, confirmed, dismissed, returned or referred"),
                     "\"%s\" is no status", a->query->status);
    for (size_t i = 0; i < l->last_count; i++) {
        const struct case_entry *e = &l->entries[l->last[i]];
        if (!a->query->status || e->status == wanted)
            print_case(a, e);
    }
    return true;
}

static int compare_due(const void *x, const void *y)
{
    const struct case_entry *a = *(const struct case_entry *const *)x;
    const struct case_entry *b = *(const struct case_entry *const *)y;
    if (a->due != b->due)
        return a->due < b->due ? -1 : 1;
    return text_compare(a->finding, b->finding);
}

/* What waits for something to follow, the first due first; decisions that are past. */
static bool due(struct asking *a)
{
    struct ledger *l = &a->ledger;
    const struct case_entry **waiting = arena_array(&l->arena, l->last_count + 1,
                                                    const struct case_entry *);
    size_t count = 0;
    if (!is_given(a, "--on, the day as of which it is told", a->query->on))
        return false;
    for (size_t i = 0; i < l->last_count; i++) {
        const struct case_entry *e = &l->entries[l->last[i]];
        bool waits = e->status == CASE_OPEN || e->status == CASE_CONFIRMED;
        if ((waits && e->due != DAY_NEVER) || case_is_expired(e, a->on))
            waiting[count++] = e;
    }
    if (count)
        qsort(waiting, count, sizeof *waiting, compare_due);
    for (size_t i = 0; i < count; i++)
        print_case(a, waiting[i]);
    return true;
}

static bool stats(struct asking *a)
{
    const struct ledger *l = &a->ledger;
    size_t counts[CASE_STATUSES] = {0}, expired = 0, overdue = 0;
    for (size_t i = 0; i < l->last_count; i++) {
        const struct case_entry *e = &l->entries[l->last[i]];
        counts[e->status]++;
        expired += a->on != DAY_NEVER && case_is_expired(e, a->on);
        overdue += a->on != DAY_NEVER && case_is_overdue(e, a->on);
    }
    fprintf(a->out, "%zu cases, %zu entries\n", l->last_count, l->count);
    for (size_t i = 0; i < CASE_STATUSES; i++)
        fprintf(a->out, "  %-10s%6zu\n", case_status_name((enum case_status)i), counts[i]);
    if (a->on != DAY_NEVER)
        fprintf(a->out, "  on %s: %zu decisions are past, %zu cases overdue\n", a->query->on,
                expired, overdue);
    return true;
}

/* Reading has verified it. */
static bool verify(struct asking *a)
{
    const char *head = ledger_head(&a->ledger), *kept = a->query->head;
    if (kept && strcmp(kept, head) != 0)
        return diag_at(&a->diags, DIAG_ERROR, (struct place){.file = text_of(a->ledger.path)},
                       "ledger-head", TEXT("entries were added or cut off since"), TEXT(""),
                       "its head is %s, not %s", head, kept);
    fprintf(a->out, "%zu entries, each as it was written; ledger head %s\n", a->ledger.count, head);
    return true;
}

static const struct ledger_verb {
    const char *name;
    bool (*run)(struct asking *);
} verbs[] = {
    {"decide", decide}, {"list", list}, {"due", due}, {"stats", stats}, {"verify", verify},
};

static bool ask(struct asking *a)
{
    const struct scr_ledger_query *q = a->query;
    if (q->on && !day_read(text_of(q->on), &a->on))
        return WRONG(a, "usage", TEXT("write it like 2021-01-31"),
                     "\"%s\" is not a day of the calendar", q->on);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(verbs[i].name, q->verb) == 0)
            return ledger_read(&a->ledger, &a->diags, &a->sources, q->ledger, false) &&
                   verbs[i].run(a);
    return WRONG(a, "usage", TEXT("decide, list, due, stats or verify"), "ledger has no \"%s\"",
                 q->verb);
}

bool scr_ledger(const struct scr_ledger_query *q, FILE *out, FILE *messages, bool colour)
{
    struct asking a = {.query = q, .sources = ARENA("sources"), .on = DAY_NEVER, .out = out};
    diags_init(&a.diags);
    bool ok = ask(&a);
    diags_print(&a.diags, messages, colour);
    diags_free(&a.diags);
    ledger_free(&a.ledger);
    arena_free(&a.sources);
    return ok;
}
