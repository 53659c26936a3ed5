/* SPDX-License-Identifier: Apache-2.0 */
#include <config.h>

#include "filing/owners.h"

#include <pthread.h>
#include <stdlib.h>

#include "name/fold.h"

struct key {
    struct text text;
    uint32_t party;
    bool ambiguous; /* several parties have it */
};

/* Solvers that nobody uses at the moment. */
struct pool {
    pthread_mutex_t lock;
    struct ownership_solver **idle;
    size_t count, room;
};

struct owners {
    struct arena arena; /* of the keys */
    struct arena row;   /* of the row at hand */
    const struct vocabulary *vocabulary;
    struct ownership *graph;
    struct key *keys; /* a table with open addressing */
    size_t key_count, slots;
    uint8_t *numbered; /* a party: bit i: its number of kind i is known */
    size_t numbered_room;
    struct pool *pool;
};

struct owners *owners_new(const struct vocabulary *v)
{
    struct owners *o = heap_alloc(1, sizeof *o);
    o->arena = ARENA("owners' keys");
    o->row = ARENA("owners' row");
    o->vocabulary = v;
    o->graph = ownership_new();
    o->slots = 1024;
    o->keys = heap_alloc(o->slots, sizeof *o->keys);
    o->pool = heap_alloc(1, sizeof *o->pool);
    pthread_mutex_init(&o->pool->lock, NULL);
    return o;
}

void owners_free(struct owners *o)
{
    if (!o)
        return;
    for (size_t i = 0; i < o->pool->count; i++)
        ownership_solver_free(o->pool->idle[i]);
    pthread_mutex_destroy(&o->pool->lock);
    free(o->pool->idle);
    free(o->pool);
    ownership_free(o->graph);
    free(o->keys);
    free(o->numbered);
    arena_free(&o->row);
    arena_free(&o->arena);
    free(o);
}

const struct ownership *owners_graph(const struct owners *o)
{
    return o->graph;
}

void owners_finish(struct owners *o)
{
    ownership_finish(o->graph);
}

/* --- solvers --- */

struct ownership_solver *owners_borrow(const struct owners *o)
{
    struct ownership_solver *s = NULL;
    pthread_mutex_lock(&o->pool->lock);
    if (o->pool->count)
        s = o->pool->idle[--o->pool->count];
    pthread_mutex_unlock(&o->pool->lock);
    return s ? s : ownership_solver_new(o->graph);
}

void owners_give_back(const struct owners *o, struct ownership_solver *s)
{
    struct pool *p = o->pool;
    pthread_mutex_lock(&p->lock);
    if (p->count == p->room) {
        p->room = p->room ? 2 * p->room : 8;
        p->idle = heap_resize(p->idle, p->room, sizeof(struct ownership_solver *));
    }
    p->idle[p->count++] = s;
    pthread_mutex_unlock(&p->lock);
}

/* --- keys --- */

static struct key *slot_of(const struct owners *o, struct text text)
{
    size_t at = text_hash(text) & (o->slots - 1);
    while (o->keys[at].text.len && !text_equal(o->keys[at].text, text))
        at = (at + 1) & (o->slots - 1);
    return &o->keys[at];
}

static void widen_keys(struct owners *o)
{
    struct key *old = o->keys;
    size_t count = o->slots;
    o->slots *= 2;
    o->keys = heap_alloc(o->slots, sizeof *o->keys);
    for (size_t i = 0; i < count; i++)
        if (old[i].text.len)
            *slot_of(o, old[i].text) = old[i];
    free(old);
}

static const struct key *find_key(const struct owners *o, struct text text)
{
    const struct key *k = text.len ? slot_of(o, text) : NULL;
    return k && k->text.len ? k : NULL;
}

static void add_key(struct owners *o, struct text text, uint32_t party)
{
    if (!text.len)
        return;
    struct key *k = slot_of(o, text);
    if (k->text.len) {
        k->ambiguous |= k->party != party;
        return;
    }
    *k = (struct key){arena_copy(&o->arena, text), party, false};
    if (++o->key_count > o->slots / 2)
        widen_keys(o);
}

/* "2:number" for a number of kind 2, "#number" for one of any kind. */
static struct text number_key(struct arena *a, size_t kind, struct text number)
{
    return number.len ? arena_format(a, "%zu:%.*s", kind, TEXT_ARG(number)) : TEXT("");
}

static struct text any_number_key(struct arena *a, struct text number)
{
    return number.len ? arena_format(a, "#%.*s", TEXT_ARG(number)) : TEXT("");
}

/* A body's name; a person's with what else tells people of one name apart. */
static struct text name_key(struct arena *a, const struct who *w, struct text countries)
{
    struct text folded = name_fold(a, w->name);
    char birth[DAY_TEXT_SIZE];
    if (!folded.len)
        return folded;
    if (w->sort != PARTY_PERSON)
        return arena_format(a, "=%.*s", TEXT_ARG(folded));
    return arena_format(a, "@%.*s\n%s\n%.*s", TEXT_ARG(folded),
                        w->birth_known ? day_print(w->birth, birth) : "",
                        TEXT_ARG(w->birth_known ? TEXT("") : countries));
}

/* --- parties --- */

/* Cuts the next word off a folded name: blanks and marks lie between words. */
static bool next_word(struct text *rest, struct text *word)
{
    static const char marks[] = " .,;:()'\"-/&";
    size_t begin = 0, end;
    while (begin < rest->len && memchr(marks, rest->at[begin], sizeof marks))
        begin++;
    for (end = begin; end < rest->len && !memchr(marks, rest->at[end], sizeof marks);)
        end++;
    *word = text_slice(*rest, begin, end);
    *rest = text_slice(*rest, end, rest->len);
    return word->len > 0;
}

static size_t count_words(struct text name, struct text in, size_t *found)
{
    struct text word, rest, other;
    size_t count = 0;
    for (*found = 0; next_word(&name, &word); count++) {
        bool there = false;
        for (rest = in; !there && next_word(&rest, &other);)
            there = text_equal(word, other);
        *found += there;
    }
    return count;
}

/* More than half of the words of the shorter one. */
static bool names_agree(struct arena *a, struct text first, struct text second)
{
    struct text one = name_fold(a, first), other = name_fold(a, second);
    size_t found, in_other;
    size_t count = count_words(one, other, &found), others = count_words(other, one, &in_other);
    return 2 * (count < others ? found : in_other) > (count < others ? count : others);
}

/* The party with that number of any kind; it is another one when its name is. */
static bool find_by_any_number(const struct owners *o, struct text number, struct text name,
                               struct arena *a, uint32_t *party)
{
    const struct key *k = find_key(o, any_number_key(a, number));
    if (!k || k->ambiguous)
        return false;
    struct text other = ownership_party(o->graph, k->party)->name;
    *party = k->party;
    return !name.len || !other.len || names_agree(a, name, other);
}

/* A number that may be any publisher's own decides nothing by itself. */
static bool find_by_number(const struct owners *o, const struct who *w, struct arena *a,
                           uint32_t *party)
{
    for (size_t i = 0; i < MOST_NUMBERS; i++) {
        const struct key *k = i ? find_key(o, number_key(a, i, w->numbers[i])) : NULL;
        if (k && !k->ambiguous) {
            *party = k->party;
            return true;
        }
        if (find_by_any_number(o, w->numbers[i], w->name, a, party))
            return true;
    }
    return find_by_any_number(o, w->other_number, w->name, a, party);
}

/* Two who have numbers of one kind are not the same: by the number they were not found. */
static bool find_by_name(const struct owners *o, const struct who *w, struct text countries,
                         struct arena *a, uint32_t *party)
{
    const struct key *k = find_key(o, name_key(a, w, countries));
    if (!k || k->ambiguous)
        return false;
    for (size_t i = 0; i < MOST_NUMBERS; i++)
        if (w->numbers[i].len && (o->numbered[k->party] >> i & 1))
            return false;
    *party = k->party;
    return true;
}

static void note_numbers(struct owners *o, const struct who *w, uint32_t party)
{
    if (party >= o->numbered_room) {
        size_t room = o->numbered_room ? 2 * o->numbered_room : 256;
        o->numbered = heap_resize(o->numbered, room, 1);
        memset(o->numbered + o->numbered_room, 0, room - o->numbered_room);
        o->numbered_room = room;
    }
    for (size_t i = 0; i < MOST_NUMBERS; i++) {
        add_key(o, number_key(&o->row, i, w->numbers[i]), party);
        add_key(o, any_number_key(&o->row, w->numbers[i]), party);
        if (w->numbers[i].len)
            o->numbered[party] |= (uint8_t)(1u << i);
    }
    add_key(o, any_number_key(&o->row, w->other_number), party);
}

uint32_t owners_add_party(struct owners *o, const struct who *w, const struct party *p, bool apart)
{
    uint32_t party;
    if (find_by_number(o, w, &o->row, &party) ||
        (!apart && find_by_name(o, w, p->countries, &o->row, &party)))
        ownership_amend_party(o->graph, party, p);
    else
        party = ownership_add_party(o->graph, p);
    note_numbers(o, w, party);
    add_key(o, name_key(&o->row, w, p->countries), party);
    arena_reset(&o->row);
    return party;
}

void owners_add_interest(struct owners *o, const struct interest *i)
{
    ownership_add_interest(o->graph, i);
}

/* --- what a row tells of an actor --- */

static struct value value_at(const struct batch *b, size_t row, size_t field)
{
    struct value v = {.knowledge = VALUE_UNKNOWN};
    return field == SIZE_MAX ? v : batch_value(b, row, field);
}

static struct text text_at(const struct batch *b, size_t row, size_t field)
{
    struct value v = value_at(b, row, field);
    return v.knowledge == VALUE_KNOWN && type_is_text(v.type) ? text_trim(v.text) : TEXT("");
}

static bool is_among(struct text code, const struct text *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(codes[i], code))
            return true;
    return false;
}

static enum party_sort sort_at(const struct owners *o, const struct actor_fields *f,
                               const struct batch *b, size_t row)
{
    const struct recognition *r = &o->vocabulary->recognition;
    struct text kind = text_at(b, row, f->kind);
    return !kind.len                                     ? PARTY_UNKNOWN
           : is_among(kind, r->persons, r->person_count) ? PARTY_PERSON
           : is_among(kind, r->states, r->state_count)   ? PARTY_STATE
                                                         : PARTY_BODY;
}

static struct who who_at(const struct owners *o, const struct actor_fields *f,
                         const struct batch *b, size_t row)
{
    struct who w = {.name = text_at(b, row, f->name), .sort = sort_at(o, f, b, row)};
    struct value birth = value_at(b, row, f->birth_date);
    w.birth_known = birth.knowledge == VALUE_KNOWN;
    w.birth = w.birth_known ? (day)birth.number : 0;
    for (size_t i = 0; i < f->number_count; i++)
        w.numbers[i] = text_at(b, row, f->numbers[i]);
    return w;
}

/* People belong where their citizenship is, others where they are registered. */
static void set_countries(const struct actor_fields *f, const struct batch *b, size_t row,
                          struct party *p)
{
    struct value v = value_at(b, row, f->citizenship);
    if (p->sort != PARTY_PERSON && (p->sort != PARTY_UNKNOWN || v.knowledge != VALUE_KNOWN)) {
        v.knowledge = VALUE_UNKNOWN;
        for (size_t i = 0; i < f->registered_count && v.knowledge != VALUE_KNOWN; i++)
            v = value_at(b, row, f->registered[i]);
    }
    p->knowledge = v.knowledge;
    p->countries = v.knowledge == VALUE_KNOWN ? v.text : TEXT("");
}

static uint32_t add_actor(struct owners *o, const struct actor_fields *f, const struct batch *b,
                          size_t row, bool is_owned)
{
    struct who w = who_at(o, f, b, row);
    if (is_owned && w.sort == PARTY_UNKNOWN)
        w.sort = PARTY_BODY;
    struct party p = {.name = w.name, .sort = w.sort, .file = b->file, .line = b->line[row]};
    for (size_t i = 0; i < MOST_NUMBERS && !p.number.len; i++)
        p.number = w.numbers[i];
    set_countries(f, b, row, &p);
    bool nameless = !p.name.len && !p.number.len;
    return nameless ? ownership_add_party(o->graph, &p) : owners_add_party(o, &w, &p, false);
}

/* --- interests --- */

/* Which fields of the record type play which part. */
struct interest_fields {
    struct actor_fields owned, owner;
    size_t share, share_most, held, direct, what, from, stated, to, ref;
};

static size_t role_at(const struct record_type *t, const char *role)
{
    const struct field *f = record_field(t, record_role(t, role));
    return f ? f->index : SIZE_MAX;
}

static struct interest_fields interest_fields_of(const struct owners *o,
                                                 const struct record_type *t)
{
    return (struct interest_fields){
        .owned = actor_fields_of(o->vocabulary, t, record_role(t, "owned")),
        .owner = actor_fields_of(o->vocabulary, t, record_role(t, "owner")),
        .share = role_at(t, "share"),
        .share_most = role_at(t, "share_most"),
        .held = role_at(t, "held"),
        .direct = role_at(t, "direct"),
        .what = role_at(t, "what"),
        .from = role_at(t, "from"),
        .stated = role_at(t, "stated"),
        .to = role_at(t, "to"),
        .ref = t->reference};
}

static enum interest_kind kind_at(const struct batch *b, size_t row, size_t field)
{
    struct text held = text_at(b, row, field);
    if (!held.len)
        return INTEREST_SHARES;
    for (int k = INTEREST_SHARES; k < INTEREST_OTHER; k++)
        if (text_equal(held, text_of(interest_kind_name((enum interest_kind)k))))
            return (enum interest_kind)k;
    return INTEREST_OTHER;
}

static struct share_range range_at(const struct interest_fields *f, const struct batch *b,
                                   size_t row)
{
    struct value least = value_at(b, row, f->share), most = value_at(b, row, f->share_most);
    struct share_range r = SHARE_ANY;
    if (least.knowledge == VALUE_KNOWN && least.number >= 0 && least.number <= SHARE_WHOLE)
        r.least = r.most = (int32_t)least.number;
    if (most.knowledge == VALUE_KNOWN && most.number >= r.least && most.number <= SHARE_WHOLE)
        r.most = (int32_t)most.number;
    return r;
}

static void set_days(const struct interest_fields *f, const struct batch *b, size_t row,
                     struct interest *i)
{
    struct value from = value_at(b, row, f->from), to = value_at(b, row, f->to);
    struct value stated = value_at(b, row, f->stated);
    i->from = i->sure = from.knowledge == VALUE_KNOWN ? (day)from.number : DAY_ALWAYS;
    if (from.knowledge != VALUE_KNOWN && stated.knowledge == VALUE_KNOWN)
        i->sure = (day)stated.number;
    i->to = to.knowledge == VALUE_KNOWN ? (day)to.number : DAY_NEVER;
}

static void add_interest(struct owners *o, const struct interest_fields *f, const struct batch *b,
                         size_t row)
{
    struct value direct = value_at(b, row, f->direct);
    struct interest i = {.kind = kind_at(b, row, f->held),
                         .range = range_at(f, b, row),
                         .indirect = direct.knowledge == VALUE_KNOWN && !direct.number,
                         .what = text_at(b, row, f->what),
                         .file = b->file,
                         .ref = text_at(b, row, f->ref),
                         .line = b->line[row]};
    i.owned = add_actor(o, &f->owned, b, row, true);
    i.owner = add_actor(o, &f->owner, b, row, false);
    set_days(f, b, row, &i);
    ownership_add_interest(o->graph, &i);
}

uint64_t owners_add(struct owners *o, const struct batch *b)
{
    uint64_t taken = 0;
    bool interests = b->record->holds == REGISTER_INTERESTS;
    struct interest_fields f = {0};
    struct actor_fields party = {0};
    if (interests)
        f = interest_fields_of(o, b->record);
    else
        party = actor_fields_of(o->vocabulary, b->record, record_role(b->record, "party"));
    for (size_t row = 0; row < b->count; row++) {
        if (b->unreadable[row])
            continue;
        if (interests)
            add_interest(o, &f, b, row);
        else
            add_actor(o, &party, b, row, false);
        taken++;
    }
    return taken;
}

/* --- finding --- */

bool owners_find(const struct owners *o, const struct actor_fields *f, const struct batch *b,
                 size_t row, uint32_t *party)
{
    struct arena a = ARENA("actor");
    struct who w = who_at(o, f, b, row);
    bool found = find_by_number(o, &w, &a, party) ||
                 (w.sort == PARTY_BODY && find_by_name(o, &w, TEXT(""), &a, party)) ||
                 (w.sort == PARTY_PERSON && w.birth_known &&
                  find_by_name(o, &w, TEXT(""), &a, party));
    arena_free(&a);
    return found;
}

bool owners_find_named(const struct owners *o, struct text name_or_number, uint32_t *party)
{
    struct arena a = ARENA("named");
    struct who w = {.name = name_or_number, .sort = PARTY_BODY};
    bool found = find_by_any_number(o, name_or_number, TEXT(""), &a, party) ||
                 find_by_name(o, &w, TEXT(""), &a, party);
    arena_free(&a);
    return found;
}
