/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "report/cases.h"

#include <stdlib.h>

#include "base/digest.h"

/* A finding of this check. */
struct case_seen {
    struct text rule;
    day due;
    char finding[FINGERPRINT_LEN + 1], facts[FINGERPRINT_LEN + 1];
    const char *why; /* to be opened: "new"; NULL: it stands as it is */
};

/* --- what a decision rests on --- */

/* Outcome, facts and what is missing; not where the record stands, nor how names are written. */
static void digest_facts(const struct finding *f, char hex[FINGERPRINT_LEN + 1])
{
    struct arena a = ARENA("facts");
    struct digest d;
    char whole[DIGEST_TEXT_SIZE];
    digest_init(&d);
    digest_add(&d, text_of(outcome_name(f->outcome)));
    for (size_t i = 0; i < f->fact_count; i++) {
        digest_add(&d, f->facts[i].name);
        digest_add(&d, value_print(&a, &f->facts[i].value));
    }
    for (size_t i = 0; i < f->missing_count; i++)
        digest_add(&d, f->missing[i]);
    memcpy(hex, digest_end(&d, 16, whole), FINGERPRINT_LEN + 1);
    arena_free(&a);
}

static void digest_both(struct text finding, struct text facts, char hex[FINGERPRINT_LEN + 1])
{
    struct digest d;
    char whole[DIGEST_TEXT_SIZE];
    digest_init(&d);
    digest_add(&d, finding);
    digest_add(&d, facts);
    memcpy(hex, digest_end(&d, 16, whole), FINGERPRINT_LEN + 1);
}

bool cases_begin(struct cases *c, struct diags *d, struct arena *sources, const char *path, day on)
{
    *c = (struct cases){.arena = ARENA("cases"), .on = on};
    if (!ledger_read(&c->ledger, d, sources, path, true))
        return false;
    for (size_t i = 0; i < c->ledger.last_count; i++) {
        const struct case_entry *e = &c->ledger.entries[c->ledger.last[i]];
        for (size_t k = 0; k < e->fact_count; k++) {
            char both[FINGERPRINT_LEN + 1];
            digest_both(e->finding, e->facts[k], both);
            fingerprints_add(&c->same, both);
        }
    }
    return true;
}

void cases_free(struct cases *c)
{
    fingerprints_free(&c->same);
    fingerprints_free(&c->met);
    ledger_free(&c->ledger);
    arena_free(&c->arena);
}

/* --- a finding --- */

/* What is undetermined asks for a better filing, not for a decision, unless it was a case before.
 */
static bool is_case(const struct cases *c, const struct finding *f)
{
    return f->outcome >= OUTCOME_INDICATOR ||
           (f->outcome == OUTCOME_UNDETERMINED && ledger_find(&c->ledger, text_of(f->fingerprint)));
}

static struct text decision_print(struct arena *a, const struct case_entry *e)
{
    char on[DAY_TEXT_SIZE];
    return arena_format(a, "%s on %s by %.*s", case_status_name(e->status), day_print(e->on, on),
                        TEXT_ARG(e->by));
}

static struct text standing_print(struct cases *c, struct arena *a, const struct case_entry *e,
                                  const struct case_seen *s)
{
    char day_text[DAY_TEXT_SIZE];
    struct text t = TEXT("new");
    if (s->why && e && case_is_expired(e, c->on))
        t = arena_format(a, "reopened: %.*s, which held until %s", TEXT_ARG(decision_print(a, e)),
                         day_print(e->until, day_text));
    else if (s->why && e)
        t = arena_format(a, "reopened: a fact changed since it was %.*s",
                         TEXT_ARG(decision_print(a, e)));
    else if (e)
        t = arena_format(a, "%.*s: %.*s", TEXT_ARG(decision_print(a, e)), TEXT_ARG(e->why));
    bool waits = s->why || e->status == CASE_OPEN || e->status == CASE_CONFIRMED;
    if (waits && s->due < c->on)
        t = arena_format(a, "%.*s; overdue since %s", TEXT_ARG(t), day_print(s->due, day_text));
    c->counts.overdue += waits && s->due < c->on;
    return t;
}

/* Compared with what the ledger says; NULL: it stands as it is. */
static const char *why_open(struct cases *c, const struct case_entry *e, const struct case_seen *s)
{
    char both[FINGERPRINT_LEN + 1];
    digest_both(text_of(s->finding), text_of(s->facts), both);
    if (!e) {
        c->counts.fresh++;
        return "new";
    }
    bool same = fingerprints_take(&c->same, both);
    if (case_is_expired(e, c->on)) {
        c->counts.expired++;
        return "the decision held until then";
    }
    if (!same) {
        c->counts.changed++;
        return "a fact changed";
    }
    return NULL;
}

bool cases_take(struct cases *c, struct arena *a, const struct finding *f, struct text *standing)
{
    *standing = TEXT("");
    if (!is_case(c, f))
        return false;
    struct case_seen *s = arena_push(&c->arena, &c->seen, &c->seen_count);
    *s = (struct case_seen){.rule = f->task->rule->id, .due = f->due_known ? f->due : DAY_NEVER};
    memcpy(s->finding, f->fingerprint, sizeof s->finding);
    digest_facts(f, s->facts);
    fingerprints_add(&c->met, s->finding);
    const struct case_entry *e = ledger_find(&c->ledger, text_of(s->finding));
    s->why = why_open(c, e, s);
    if (!s->why && (e->status == CASE_DISMISSED || e->status == CASE_RETURNED)) {
        c->counts.settled++;
        return true;
    }
    c->counts.standing += !s->why;
    *standing = standing_print(c, a, e, s);
    return false;
}

struct case_counts cases_count(struct cases *c)
{
    c->counts.gone = 0;
    for (size_t i = 0; i < c->ledger.last_count; i++)
        c->counts.gone += !fingerprints_count(&c->met,
                                              c->ledger.entries[c->ledger.last[i]].finding.at);
    return c->counts;
}

/* --- recording --- */

static int compare_seen(const void *a, const void *b)
{
    const struct case_seen *x = a, *y = b;
    int order = strcmp(x->finding, y->finding);
    return order ? order : strcmp(x->facts, y->facts);
}

/* One entry for the findings that have one fingerprint, when any of them is to be opened. */
static bool open_case(struct cases *c, const struct case_seen *s, size_t count)
{
    struct case_entry e = {.finding = text_of(s->finding),
                           .rule = s->rule,
                           .status = CASE_OPEN,
                           .on = c->on,
                           .by = TEXT("scrutineer check"),
                           .until = DAY_NEVER,
                           .due = DAY_NEVER,
                           .fact_count = count};
    const char *why = NULL;
    e.facts = arena_array(&c->arena, count, struct text);
    for (size_t i = 0; i < count; i++) {
        e.facts[i] = text_of(s[i].facts);
        e.due = s[i].due < e.due ? s[i].due : e.due;
        why = s[i].why ? s[i].why : why;
    }
    e.why = text_of(why);
    if (why)
        ledger_add(&c->ledger, &e);
    return why != NULL;
}

bool cases_record(struct cases *c, struct diags *d)
{
    bool any = false;
    if (c->seen_count)
        qsort(c->seen, c->seen_count, sizeof *c->seen, compare_seen);
    for (size_t i = 0, end; i < c->seen_count; i = end) {
        for (end = i + 1; end < c->seen_count; end++)
            if (strcmp(c->seen[i].finding, c->seen[end].finding) != 0)
                break;
        any |= open_case(c, &c->seen[i], end - i);
    }
    return !any || ledger_write(&c->ledger, d);
}
