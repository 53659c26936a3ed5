/* SPDX-License-Identifier: Apache-2.0
 *
 * Which rules run: those that a pattern of `select` fits (none given: all), without those that a
 * pattern of `ignore` fits.
 */
#include <config.h>

#include <fnmatch.h>

#include "session.h"

static bool fits(struct arena *a, struct text pattern, struct text id)
{
    return fnmatch(arena_copy(a, pattern).at, arena_copy(a, id).at, FNM_NOESCAPE) == 0;
}

/* A pattern that fits no rule is a slip of the pen: what it should have kept out would go on. */
static bool is_known(struct scr_session *s, const char *option, struct text pattern)
{
    struct arena a = ARENA("choice");
    struct text *ids = arena_array(&a, s->law.rule_count + 1, struct text);
    bool known = false;
    for (size_t i = 0; i < s->law.rule_count && !known; i++) {
        ids[i] = s->law.rules[i]->id;
        known = fits(&a, pattern, ids[i]);
    }
    struct text hint = TEXT("");
    if (!known)
        hint = diag_did_you_mean(&a, pattern, ids, s->law.rule_count);
    if (!known)
        diag_error(&s->diags, (struct span){0}, "rule-unknown",
                   hint.len ? hint : TEXT("`scrutineer law list` shows the rules"),
                   "%s: no rule \"%.*s\"", option, TEXT_ARG(pattern));
    arena_free(&a);
    return known;
}

static bool all_known(struct scr_session *s, const char *option, const char *list)
{
    struct text rest = text_of(list), pattern;
    bool ok = true;
    while (text_next(&rest, ',', &pattern))
        ok &= is_known(s, option, text_trim(pattern));
    return ok;
}

static bool any_fits(struct arena *a, const char *list, struct text id)
{
    struct text rest = text_of(list), pattern;
    while (text_next(&rest, ',', &pattern))
        if (fits(a, text_trim(pattern), id))
            return true;
    return false;
}

bool session_choose(struct scr_session *s)
{
    const char *select = s->options.select, *ignore = s->options.ignore;
    struct arena a = ARENA("choice");
    size_t kept = 0;
    bool ok = all_known(s, "--select", select);
    ok &= all_known(s, "--ignore", ignore);
    for (size_t i = 0; i < s->law.rule_count; i++) {
        struct rule *r = s->law.rules[i];
        if ((!select || any_fits(&a, select, r->id)) && !any_fits(&a, ignore, r->id))
            s->law.rules[kept++] = r;
        arena_reset(&a);
    }
    s->law.rule_count = kept;
    arena_free(&a);
    return ok;
}
