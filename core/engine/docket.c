/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "engine/docket.h"

#include <stdlib.h>

void docket_init(struct docket *d, const struct plan *p)
{
    *d = (struct docket){.arena = ARENA("lacks")};
    d->ran = heap_alloc(p->all_count, sizeof *d->ran);
    d->failed = heap_alloc(p->all_count, sizeof *d->failed);
}

void docket_clear(struct docket *d)
{
    for (size_t i = 0; i < d->failure_count; i++) {
        d->failed[d->failures[i].task] = false;
        diags_free(&d->failures[i].messages);
    }
    arena_reset(&d->arena);
    d->findings.len = 0;
    d->lacks = NULL;
    d->failures = NULL;
    d->lack_count = d->failure_count = 0;
}

void docket_free(struct docket *d)
{
    docket_clear(d);
    pack_free(&d->findings);
    arena_free(&d->arena);
    free(d->ran);
    free(d->failed);
}

/* --- lacks --- */

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

void docket_lack(struct docket *d, const struct lack *lack)
{
    struct arena *a = &d->arena;
    struct text key = TEXT("");
    if (lack->missing_count)
        qsort(lack->missing, lack->missing_count, sizeof *lack->missing, compare_texts);
    for (size_t i = 0; i < lack->missing_count; i++)
        key = arena_format(a, "%.*s\n%.*s", TEXT_ARG(key), TEXT_ARG(lack->missing[i]));
    for (size_t i = 0; i < d->lack_count; i++)
        if (d->lacks[i].task == lack->task && d->lacks[i].confidence == lack->confidence &&
            text_equal(d->lacks[i].key, key)) {
            d->lacks[i].count += lack->count;
            d->last_lack = i;
            return;
        }
    d->last_lack = d->lack_count;
    struct lack *l = arena_push(a, &d->lacks, &d->lack_count);
    *l = *lack;
    l->key = key;
    l->missing = arena_array(a, lack->missing_count, struct text);
    for (size_t i = 0; i < lack->missing_count; i++)
        l->missing[i] = arena_copy(a, lack->missing[i]);
    l->first.file = arena_copy(a, lack->first.file);
    l->first.ref = arena_copy(a, lack->first.ref);
    l->first.filed = arena_copy(a, lack->first.filed);
}

/* --- packing --- */

static void pack_texts(struct pack *p, const struct text *texts, size_t count)
{
    pack_number(p, count);
    for (size_t i = 0; i < count; i++)
        pack_text(p, texts[i]);
}

static void pack_law(struct pack *p, const struct finding *f)
{
    pack_number(p, f->law_count);
    for (size_t i = 0; i < f->law_count; i++) {
        const struct parameter *parameter = f->law[i].parameter;
        size_t which = 0;
        while (f->task->parameters[which] != parameter)
            which++;
        pack_number(p, which);
        pack_number(p, (uint64_t)(f->law[i].version - parameter->versions));
    }
}

static void pack_steps(struct pack *p, const struct finding *f)
{
    pack_number(p, f->step_count);
    for (size_t i = 0; i < f->step_count; i++) {
        pack_text(p, f->steps[i].condition);
        pack_text(p, f->steps[i].values);
        pack_number(p, f->steps[i].truth);
    }
}

static void pack_holdings(struct pack *p, const struct finding *f)
{
    pack_number(p, f->holding_count);
    for (size_t i = 0; i < f->holding_count; i++) {
        const struct holding_told *h = &f->holdings[i];
        pack_text(p, h->owner);
        pack_text(p, h->owner_from);
        pack_text(p, h->owned);
        pack_text(p, h->interest);
        pack_text(p, h->period);
        pack_text(p, h->source);
        pack_number(p, h->owner_is_body);
        pack_number(p, h->owned_is_body);
        pack_number(p, h->owner_party);
        pack_number(p, h->owned_party);
        pack_number(p, h->owner_side);
        pack_number(p, h->owned_side);
    }
    pack_number(p, f->holdings_left_out);
}

static void pack_subjects(struct pack *p, const struct finding *f)
{
    pack_number(p, f->count);
    pack_number(p, f->record_count);
    for (size_t i = 0; i < f->record_count; i++) {
        pack_text(p, f->records[i].file);
        pack_number(p, f->records[i].line);
        pack_text(p, f->records[i].ref);
        pack_text(p, f->records[i].filed);
    }
    pack_number(p, f->actor_count);
    for (size_t i = 0; i < f->actor_count; i++) {
        pack_text(p, f->actors[i].role);
        pack_text(p, f->actors[i].name);
        pack_number(p, f->actors[i].is_body);
    }
    pack_number(p, f->fact_count);
    for (size_t i = 0; i < f->fact_count; i++) {
        pack_text(p, f->facts[i].name);
        pack_value(p, &f->facts[i].value);
    }
}

static void pack_joined(struct pack *p, const struct finding *f)
{
    pack_number(p, f->joined_count);
    for (size_t i = 0; i < f->joined_count; i++) {
        pack_text(p, f->joined[i].role);
        pack_text(p, f->joined[i].fields);
        pack_number(p, f->joined[i].level);
    }
}

static void pack_day(struct pack *p, bool known, day on)
{
    pack_number(p, known);
    pack_signed(p, on);
}

static void pack_listings(struct pack *p, const struct finding *f)
{
    pack_number(p, f->listing_count);
    pack_number(p, f->listing_shown);
    for (size_t i = 0; i < f->listing_shown; i++) {
        const struct listing *l = &f->listings[i];
        const struct text texts[] = {l->role,   l->name,    l->alias,     l->list, l->ref,
                                     l->reason, l->through, l->countries, l->how,  l->at.file};
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            pack_text(p, texts[k]);
        pack_number(p, l->at.line);
        pack_day(p, l->from_known, l->from);
        pack_day(p, l->to_known, l->to);
        pack_number(p, l->score);
        pack_number(p, l->names);
    }
}

void finding_pack(struct pack *p, const struct plan *plan, const struct finding *f)
{
    pack_number(p, (uint64_t)(f->task - plan->tasks));
    pack_number(p, f->outcome);
    pack_number(p, f->confidence);
    pack_number(p, f->exception ? (uint64_t)(f->exception - f->task->rule->unless) + 1 : 0);
    pack_number(p, f->on_known);
    pack_signed(p, f->on);
    pack_number(p, f->due_known);
    pack_signed(p, f->due);
    pack_number(p, f->amount_known);
    if (f->amount_known)
        pack_value(p, &f->amount);
    pack_raw(p, f->fingerprint, sizeof f->fingerprint - 1);
    pack_text(p, f->because);
    pack_subjects(p, f);
    pack_joined(p, f);
    pack_texts(p, f->missing, f->missing_count);
    pack_law(p, f);
    pack_steps(p, f);
    pack_holdings(p, f);
    pack_listings(p, f);
}

/* --- unpacking --- */

static struct text *unpack_texts(struct unpack *u, struct arena *a, size_t *count)
{
    *count = unpack_count(u);
    struct text *texts = arena_array(a, *count, struct text);
    for (size_t i = 0; i < *count; i++)
        texts[i] = unpack_text(u);
    return texts;
}

static void unpack_law(struct unpack *u, struct arena *a, struct finding *f)
{
    f->law_count = unpack_count(u);
    f->law = arena_array(a, f->law_count, struct law_used);
    for (size_t i = 0; i < f->law_count; i++) {
        uint64_t which = unpack_number(u), version = unpack_number(u);
        u->broken |= which >= f->task->parameter_count;
        const struct parameter *p = u->broken ? NULL : f->task->parameters[which];
        u->broken |= !p || version >= p->version_count;
        if (!u->broken)
            f->law[i] = (struct law_used){p, &p->versions[version]};
    }
}

static void unpack_steps(struct unpack *u, struct arena *a, struct finding *f)
{
    f->step_count = unpack_count(u);
    f->steps = arena_array(a, f->step_count, struct step);
    for (size_t i = 0; i < f->step_count; i++) {
        f->steps[i].condition = unpack_text(u);
        f->steps[i].values = unpack_text(u);
        uint64_t truth = unpack_number(u);
        u->broken |= truth > TRUTH_TRUE;
        f->steps[i].truth = u->broken ? TRUTH_UNKNOWN : (enum truth)truth;
    }
}

static enum party_side unpack_side(struct unpack *u)
{
    uint64_t side = unpack_number(u);
    u->broken |= side > SIDE_UNKNOWN;
    return u->broken ? SIDE_UNKNOWN : (enum party_side)side;
}

static void unpack_holdings(struct unpack *u, struct arena *a, struct finding *f)
{
    f->holding_count = unpack_count(u);
    f->holdings = arena_array(a, f->holding_count, struct holding_told);
    for (size_t i = 0; i < f->holding_count; i++) {
        struct holding_told *h = &f->holdings[i];
        h->owner = unpack_text(u);
        h->owner_from = unpack_text(u);
        h->owned = unpack_text(u);
        h->interest = unpack_text(u);
        h->period = unpack_text(u);
        h->source = unpack_text(u);
        h->owner_is_body = unpack_number(u) != 0;
        h->owned_is_body = unpack_number(u) != 0;
        h->owner_party = (uint32_t)unpack_number(u);
        h->owned_party = (uint32_t)unpack_number(u);
        h->owner_side = unpack_side(u);
        h->owned_side = unpack_side(u);
    }
    f->holdings_left_out = unpack_number(u);
}

static void unpack_subjects(struct unpack *u, struct arena *a, struct finding *f)
{
    f->count = unpack_number(u);
    f->record_count = unpack_count(u);
    f->records = arena_array(a, f->record_count, struct record_at);
    for (size_t i = 0; i < f->record_count; i++) {
        f->records[i].file = unpack_text(u);
        f->records[i].line = unpack_number(u);
        f->records[i].ref = unpack_text(u);
        f->records[i].filed = unpack_text(u);
    }
    f->actor_count = unpack_count(u);
    f->actors = arena_array(a, f->actor_count, struct actor);
    for (size_t i = 0; i < f->actor_count; i++) {
        f->actors[i].role = unpack_text(u);
        f->actors[i].name = unpack_text(u);
        f->actors[i].is_body = unpack_number(u) != 0;
    }
    f->fact_count = unpack_count(u);
    f->facts = arena_array(a, f->fact_count, struct fact);
    for (size_t i = 0; i < f->fact_count; i++) {
        f->facts[i].name = unpack_text(u);
        /* It is a key in JSON, and many readers take no NUL in keys. */
        u->broken |= text_find(f->facts[i].name, '\0') < f->facts[i].name.len;
        f->facts[i].value = unpack_value(u);
    }
}

static void unpack_joined(struct unpack *u, struct arena *a, struct finding *f)
{
    f->joined_count = unpack_count(u);
    f->joined = arena_array(a, f->joined_count, struct joined);
    for (size_t i = 0; i < f->joined_count; i++) {
        struct joined *j = &f->joined[i];
        j->role = unpack_text(u);
        j->fields = unpack_text(u);
        uint64_t level = unpack_number(u);
        u->broken |= level > IDENTITY_BROAD;
        j->level = u->broken ? IDENTITY_CHOSEN : (enum identity_level)level;
    }
}

static void unpack_listings(struct unpack *u, struct arena *a, struct finding *f)
{
    f->listing_count = unpack_number(u);
    f->listing_shown = unpack_count(u);
    f->listings = arena_array(a, f->listing_shown, struct listing);
    for (size_t i = 0; i < f->listing_shown; i++) {
        struct listing *l = &f->listings[i];
        struct text *const texts[] = {&l->role, &l->name,   &l->alias,   &l->list,
                                      &l->ref,  &l->reason, &l->through, &l->countries,
                                      &l->how,  &l->at.file};
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            *texts[k] = unpack_text(u);
        l->at.line = unpack_number(u);
        l->from_known = unpack_number(u);
        l->from = (day)unpack_signed(u);
        l->to_known = unpack_number(u);
        l->to = (day)unpack_signed(u);
        l->score = (unsigned)unpack_number(u);
        l->names = (unsigned)unpack_number(u);
    }
}

bool finding_unpack(struct unpack *u, const struct plan *plan, struct arena *a, struct finding *f)
{
    uint64_t task = unpack_number(u), outcome = unpack_number(u), confidence = unpack_number(u);
    uint64_t exception = unpack_number(u);
    *f = (struct finding){0};
    if (u->broken || task >= plan->all_count || outcome > OUTCOME_VIOLATION ||
        confidence > CONFIDENCE_HIGH || exception > plan->tasks[task].rule->unless_count) {
        u->broken = true;
        return false;
    }
    f->task = &plan->tasks[task];
    f->outcome = (enum outcome)outcome;
    f->confidence = (enum confidence)confidence;
    f->exception = exception ? &f->task->rule->unless[exception - 1] : NULL;
    f->on_known = unpack_number(u);
    f->on = (day)unpack_signed(u);
    f->due_known = unpack_number(u);
    f->due = (day)unpack_signed(u);
    f->amount_known = unpack_number(u);
    if (f->amount_known)
        f->amount = unpack_value(u);
    struct text fingerprint = unpack_raw(u, sizeof f->fingerprint - 1);
    if (fingerprint.len)
        memcpy(f->fingerprint, fingerprint.at, fingerprint.len);
    f->because = unpack_text(u);
    unpack_subjects(u, a, f);
    unpack_joined(u, a, f);
    f->missing = unpack_texts(u, a, &f->missing_count);
    unpack_law(u, a, f);
    unpack_steps(u, a, f);
    unpack_holdings(u, a, f);
    unpack_listings(u, a, f);
    return !u->broken;
}
