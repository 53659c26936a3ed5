/* SPDX-License-Identifier: Apache-2.0
 *
 * Windows, held against the plainest way to find them: every day of the calendar as a first day.
 * Gifts made at random, of several donors, with refunds, unknown amounts, unknown days, a limit and
 * a length that change; given to one judge or to several, in any order, with room and without.
 * Likewise the largest sum of one party, held against adding up party by party.
 */
#include <config.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../unit/suite.h"
#include "engine/run.h"

enum { ROUNDS = 150, MOST_GIFTS = 40, DONORS = 3, JUDGES = 3, FIRST_DAY = 18993, DAYS = 120 };

static uint64_t state = 20261124; /* the seed */

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

/* --- the law of an invented country --- */

static const char vocabulary[] = "vocabulary: 1\n"
                                 "actor:\n"
                                 "  name: {type: text, doc: d}\n"
                                 "  id: {type: text, doc: d}\n"
                                 "identity: [strict: [id]]\n"
                                 "records:\n"
                                 "  gift:\n"
                                 "    doc: d\n"
                                 "    date: on\n"
                                 "    amount: amount\n"
                                 "    fields:\n"
                                 "      on: {type: date, doc: d}\n"
                                 "      amount: {type: money, doc: d}\n"
                                 "      party: {type: text, doc: d}\n"
                                 "      sure: {type: bool, doc: d}\n"
                                 "      donor: {type: actor, doc: d}\n";
static const char jurisdiction[] = "jurisdiction: zz\nname: {en: Z}\nlanguages: [en]\n";
static const char instruments[] =
    "- instrument: zz.act\n  title: {en: A}\n  citation: A\n  status: in-force\n  source: s\n"
    "  confidence: high\n  provisions:\n"
    "    - {provision: \"1\", citation: c, title: {en: T}, versions: [{summary: {en: S}, source: s,"
    " confidence: high}]}\n";
/* 2022-03-01 is the 60th day from the first: the limit is doubled; 2022-03-11: the span is shorter.
 */
static const char parameters[] =
    "- parameter: zz.cap\n  title: {en: C}\n  type: money\n  versions:\n"
    "    - {to: 2022-03-01, value: 50 EUR, provision: zz.act/1, source: s, confidence: high}\n"
    "    - {from: 2022-03-01, value: 100 EUR, provision: zz.act/1, source: s, confidence: high}\n"
    "- parameter: zz.span\n  title: {en: D}\n  type: duration\n  versions:\n"
    "    - {to: 2022-03-11, value: 30 days, provision: zz.act/1, source: s, confidence: high}\n"
    "    - {from: 2022-03-11, value: 7 days, provision: zz.act/1, source: s, confidence: high}\n";
static const char plugin[] = "return {\n"
                             "  api = 1, name = 'within', summary = 's', record = 'gift',\n"
                             "  params = { span = {type = 'duration', doc = 'd'} },\n"
                             "  where = 'sure', group_by = {'identity(donor)'}, within = 'span',\n"
                             "  sum = {total = 'amount'}, distinct = {parties = 'party'},\n"
                             "  having = 'total > zz.cap and parties >= 2',\n"
                             "  check = function(group, law)\n"
                             "    return law.finding{total = group.total, parties = group.parties, "
                             "count = group.count} end,\n"
                             "}\n";

/* One party got more than six tenths of what a donor gave. */
static const char share_plugin[] =
    "return {\n"
    "  api = 1, name = 'within', summary = 's', record = 'gift',\n"
    "  params = { span = {type = 'duration', doc = 'd'} },\n"
    "  where = 'sure', group_by = {'identity(donor)'},\n"
    "  sum = {total = 'amount'}, distinct = {parties = 'party'},\n"
    "  largest = {top = {sum = 'amount', of = 'parties'}},\n"
    "  having = 'top * 10 > total * 6',\n"
    "  check = function(group, law)\n"
    "    return law.finding{total = group.top, parties = group.parties, count = group.count} end,\n"
    "}\n";

static const struct {
    const char *text;
    struct duration length;
} spans[] = {{"1 day", {0, 1}}, {"30 days", {0, 30}}, {"1 month", {1, 0}}, {"span", {0, 0}}};

static char folder[64];
static struct diags diags;
static struct lawbase law;
static struct vocabulary *words;
static struct host *host;
static struct plan plan;

static void write_file(const char *name, const char *text)
{
    char path[160];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fputs(text, f);
    fclose(f);
}

static void make_folder(const char *name)
{
    char path[160];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    ck_assert_int_eq(mkdir(path, 0700), 0);
}

static void make_law(const char *span, const char *lua)
{
    char rules[400], path[160];
    strcpy(folder, "/tmp/scrutineer-window-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    make_folder("zz");
    make_folder("zz/rules");
    make_folder("plugins");
    write_file("vocabulary.yaml", vocabulary);
    write_file("zz/jurisdiction.yaml", jurisdiction);
    write_file("zz/instruments.yaml", instruments);
    write_file("zz/parameters.yaml", parameters);
    write_file("plugins/within.lua", lua);
    snprintf(rules, sizeof rules,
             "- rule: zz.gift.within\n  title: {en: T}\n  provisions: [zz.act/1]\n"
             "  plugin: within\n  with: {span: %s}\n  severity: violation\n",
             span);
    write_file("zz/rules/gifts.yaml", rules);
    diags_init(&diags);
    static struct arena arena = {.name = "words"};
    bool ok = lawbase_open(&law, &diags, folder, NULL, 0);
    words = vocabulary_read(&arena, &diags, law.vocabulary);
    host = host_new((struct host_limits){0});
    snprintf(path, sizeof path, "%s/plugins", folder);
    ok = ok && plan_make(&plan, &diags, &law, words, host, path, NULL);
    if (!ok)
        diags_print(&diags, stderr, false);
    ck_assert(ok);
}

static void drop_law(void)
{
    static const char *const names[] = {"vocabulary.yaml",
                                        "zz/jurisdiction.yaml",
                                        "zz/instruments.yaml",
                                        "zz/parameters.yaml",
                                        "zz/rules/gifts.yaml",
                                        "plugins/within.lua",
                                        "zz/rules",
                                        "zz",
                                        "plugins",
                                        ""};
    char path[160];
    plan_free(&plan);
    lawbase_close(&law);
    host_free(host);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        remove(path);
    }
}

/* --- gifts --- */

struct gift {
    unsigned donor, party, line;
    bool day_known, amount_known, party_known, sure;
    day on;
    int64_t amount;
};
static struct gift gifts[MOST_GIFTS];
static unsigned gift_count;

static void make_gifts(void)
{
    gift_count = 1 + below(MOST_GIFTS);
    unsigned uncertain = below(3) ? 0 : 8;
    for (unsigned i = 0; i < gift_count; i++)
        gifts[i] = (struct gift){.donor = below(DONORS),
                                 .party = below(3),
                                 .line = i + 1,
                                 .day_known = !uncertain || below(uncertain) > 0,
                                 .amount_known = !uncertain || below(2 * uncertain) > 0,
                                 .party_known = !uncertain || below(3 * uncertain) > 0,
                                 .sure = !uncertain || below(2 * uncertain) > 0,
                                 .on = FIRST_DAY + (day)below(DAYS),
                                 .amount = below(8) ? 100 * (int64_t)below(60)
                                                    : -100 * (int64_t)below(40)};
}

static void set(struct batch *b, size_t row, const char *path, const char *text)
{
    const struct field *f = record_field(b->record, text_of(path));
    struct value v;
    ck_assert(f && value_read(&b->arena, f->type, text_of(text), &v));
    batch_set(b, row, f->index, &v);
}

static void fill_row(struct batch *b, const struct gift *g)
{
    char text[DAY_TEXT_SIZE + 16];
    size_t row = batch_add(b, g->line);
    snprintf(text, sizeof text, "D%u", g->donor);
    set(b, row, "donor.id", text);
    set(b, row, "donor.name", text);
    snprintf(text, sizeof text, "P%u", g->party);
    if (g->party_known)
        set(b, row, "party", text);
    if (g->day_known)
        set(b, row, "on", day_print(g->on, text));
    if (g->amount_known) {
        snprintf(text, sizeof text, "%s%d.00 EUR", g->amount < 0 ? "-" : "",
                 (int)(g->amount < 0 ? -g->amount : g->amount) / 100);
        set(b, row, "amount", text);
    }
    if (g->sure)
        set(b, row, "sure", "yes");
}

/* --- what is told: "donor first last total parties count: lines", or "donor open" --- */

struct told {
    char line[MOST_GIFTS * DONORS + 4][400];
    size_t count;
};

static int compare_lines(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void note(void *owner, const struct finding *f)
{
    struct told *told = owner;
    char *line = told->line[told->count++];
    struct text facts[6] = {f->actor_count ? f->actors[0].name : TEXT("")};
    static const char *const names[] = {"", "first_day", "last_day", "total", "parties", "count"};
    struct arena a = ARENA("facts");
    for (size_t i = 0; i < f->fact_count; i++)
        for (size_t k = 1; k < 6; k++)
            if (text_equal(f->facts[i].name, text_of(names[k])))
                facts[k] = value_print(&a, &f->facts[i].value);
    if (f->outcome == OUTCOME_UNDETERMINED) {
        snprintf(line, 400, "%.*s open", TEXT_ARG(facts[0]));
        ck_assert_msg(f->missing_count > 0, "undetermined, and nothing is missing");
    } else {
        int len = snprintf(line, 400, "%.*s %.*s %.*s %.*s %.*s %.*s:", TEXT_ARG(facts[0]),
                           TEXT_ARG(facts[1]), TEXT_ARG(facts[2]), TEXT_ARG(facts[3]),
                           TEXT_ARG(facts[4]), TEXT_ARG(facts[5]));
        for (size_t i = 0; i < f->record_count; i++)
            len += snprintf(line + len, 400 - (size_t)len, " %u", (unsigned)f->records[i].line);
    }
    arena_free(&a);
}

/* Gifts to some judges, in a random order. */
static void judge_gifts(unsigned judge_count, size_t memory, struct told *told)
{
    struct run_options o = {.judge = {.memory = memory}};
    struct run *r = run_new(&plan, &diags, o, note, told);
    struct judge *judges[JUDGES] = {run_judge(r)};
    struct batch b;
    struct docket docket;
    unsigned order[MOST_GIFTS];
    told->count = 0;
    for (unsigned i = 1; i < judge_count; i++)
        judges[i] = judge_new(&plan, o.judge);
    for (unsigned i = 0; i < gift_count; i++) {
        unsigned other = below(i + 1);
        order[i] = order[other];
        order[other] = i;
    }
    run_name_input(r, 0, TEXT("gifts"), TEXT("zz"));
    docket_init(&docket, &plan);
    batch_init(&b, &words->records[0], 1, NULL, 0);
    b.file = TEXT("gifts");
    for (unsigned i = 0; i < gift_count; i++) {
        fill_row(&b, &gifts[order[i]]);
        struct judged_input in = {.number = 0, .jurisdiction = TEXT("zz")};
        judge_batch(judges[below(judge_count)], &b, &in, &docket);
        run_take(r, &docket);
        docket_clear(&docket);
        batch_clear(&b);
    }
    run_finish(r, judges, judge_count);
    docket_free(&docket);
    batch_free(&b);
    for (unsigned i = 1; i < judge_count; i++)
        judge_free(judges[i]);
    run_free(r);
    qsort(told->line, told->count, sizeof *told->line, compare_lines);
}

/* --- the plain way --- */

struct plain {
    bool in[MOST_GIFTS];
    int64_t total;
    unsigned parties, party_mask, count;
    day first, last;
};

static int64_t cap_on(day on)
{
    return on < FIRST_DAY + 59 ? 5000 : 10000;
}

static struct duration length_on(int span, day on)
{
    return spans[span].length.days || spans[span].length.months
               ? spans[span].length
               : (struct duration){0, on < FIRST_DAY + 69 ? 30 : 7};
}

static bool counts(const struct gift *g, unsigned donor)
{
    return g->donor == donor && g->amount_known;
}

/* Whether it lies in any window of its day. */
static bool is_certain(const struct gift *g)
{
    return g->sure && g->day_known && g->party_known;
}

/* What lies within the length from that first day on. */
static struct plain window_from(unsigned donor, day first, struct duration length)
{
    struct plain p = {.first = INT32_MAX, .last = INT32_MIN};
    day end = day_add(first, length, 1);
    for (unsigned i = 0; i < gift_count; i++) {
        const struct gift *g = &gifts[i];
        if (!counts(g, donor) || !is_certain(g) || g->on < first || g->on >= end)
            continue;
        p.in[i] = true;
        p.total += g->amount;
        p.count++;
        p.party_mask |= 1u << g->party;
        p.first = g->on < p.first ? g->on : p.first;
        p.last = g->on > p.last ? g->on : p.last;
    }
    p.parties = (unsigned)__builtin_popcount(p.party_mask);
    return p;
}

/* With the gifts of which nobody knows the day or whether they count, each in it or not. */
static enum truth is_over(unsigned donor, const struct plain *p, day on)
{
    int64_t least = p->total, most = p->total;
    unsigned mask = p->party_mask, others = 0;
    for (unsigned i = 0; i < gift_count; i++)
        if (counts(&gifts[i], donor) && !is_certain(&gifts[i])) {
            least += gifts[i].amount < 0 ? gifts[i].amount : 0;
            most += gifts[i].amount > 0 ? gifts[i].amount : 0;
            mask |= gifts[i].party_known ? 1u << gifts[i].party : 0;
            others += !gifts[i].party_known;
        }
    unsigned parties = (unsigned)__builtin_popcount(mask) + others;
    enum truth money = least > cap_on(on)   ? TRUTH_TRUE
                       : most <= cap_on(on) ? TRUTH_FALSE
                                            : TRUTH_UNKNOWN;
    enum truth several = p->parties >= 2 ? TRUTH_TRUE : parties < 2 ? TRUTH_FALSE : TRUTH_UNKNOWN;
    return truth_and(money, several);
}

static bool share_a_gift(const struct plain *a, const struct plain *b)
{
    for (unsigned i = 0; i < gift_count; i++)
        if (a->in[i] && b->in[i])
            return true;
    return false;
}

static bool is_larger(const struct plain *a, const struct plain *b)
{
    return a->total != b->total   ? a->total > b->total
           : a->count != b->count ? a->count > b->count
                                  : a->first < b->first;
}

static void tell_plain(unsigned donor, const struct plain *p, struct told *out)
{
    char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], *line = out->line[out->count++];
    int len = snprintf(line, 400, "D%u %s %s %d.%02d EUR %u %u:", donor, day_print(p->first, first),
                       day_print(p->last, last), (int)(p->total / 100), (int)(p->total % 100),
                       p->parties, p->count);
    for (unsigned i = 0; i < gift_count; i++)
        if (p->in[i])
            len += snprintf(line + len, 400 - (size_t)len, " %u", gifts[i].line);
}

static bool within_told(const struct gift *g, const struct plain *told, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (g->day_known && told[i].first <= g->on && g->on <= told[i].last)
            return true;
    return false;
}

static void judge_plainly(unsigned donor, int span, struct told *out)
{
    static struct plain over[2 * DAYS + 200], maybe[2 * DAYS + 200], told[MOST_GIFTS];
    unsigned over_count = 0, maybe_count = 0, told_count = 0;
    bool open = false, loose = false;
    for (day x = FIRST_DAY - 40; x < FIRST_DAY + DAYS; x++) {
        static const struct duration lengths[] = {{0, 30}, {0, 7}};
        for (unsigned k = 0; k < 2; k++) {
            bool fixed = spans[span].length.days || spans[span].length.months;
            struct duration length = fixed ? spans[span].length : lengths[k];
            struct plain p = window_from(donor, x, length);
            struct duration asked = length_on(span, p.last);
            if (p.count == 0 || (fixed && k) || asked.days != length.days ||
                asked.months != length.months)
                continue;
            enum truth truth = is_over(donor, &p, p.last);
            if (truth == TRUTH_TRUE)
                over[over_count++] = p;
            else if (truth == TRUTH_UNKNOWN)
                maybe[maybe_count++] = p;
        }
    }
    for (;;) { /* the largest that shares no gift with those before */
        const struct plain *best = NULL;
        for (unsigned i = 0; i < over_count; i++) {
            bool shares = false;
            for (unsigned k = 0; k < told_count; k++)
                shares |= share_a_gift(&over[i], &told[k]);
            if (!shares && (!best || is_larger(&over[i], best)))
                best = &over[i];
        }
        if (!best)
            break;
        told[told_count++] = *best;
        tell_plain(donor, best, out);
    }
    for (unsigned i = 0; i < maybe_count; i++) {
        bool shares = false;
        for (unsigned k = 0; k < told_count; k++)
            shares |= share_a_gift(&maybe[i], &told[k]);
        open |= !shares;
    }
    for (unsigned i = 0; i < gift_count; i++) {
        const struct gift *g = &gifts[i];
        if (g->donor != donor)
            continue;
        open |= !g->amount_known && !within_told(g, told, told_count);
        loose |= counts(g, donor) && !is_certain(g);
    }
    struct plain nothing = {0};
    open |= loose && (is_over(donor, &nothing, FIRST_DAY) != TRUTH_FALSE ||
                      is_over(donor, &nothing, FIRST_DAY + DAYS) != TRUTH_FALSE);
    if (open)
        snprintf(out->line[out->count++], 400, "D%u open", donor);
}

static void compare(const struct told *plain, const struct told *told, unsigned round)
{
    for (size_t i = 0; i < plain->count || i < told->count; i++)
        ck_assert_msg(
            i < plain->count && i < told->count && strcmp(plain->line[i], told->line[i]) == 0,
            "round %u: expected %s, found %s", round, i < plain->count ? plain->line[i] : "nothing",
            i < told->count ? told->line[i] : "nothing");
}

START_TEST(windows_are_those_of_the_plainest_way)
{
    static struct told plain, told;
    size_t findings = 0, open = 0;
    make_law(spans[_i].text, plugin);
    for (unsigned round = 0; round < ROUNDS; round++) {
        make_gifts();
        plain.count = 0;
        for (unsigned donor = 0; donor < DONORS; donor++)
            judge_plainly(donor, _i, &plain);
        qsort(plain.line, plain.count, sizeof *plain.line, compare_lines);
        judge_gifts(1, 0, &told);
        compare(&plain, &told, round);
        judge_gifts(1 + below(JUDGES), below(2) ? 1 : 0, &told);
        compare(&plain, &told, round);
        for (size_t i = 0; i < plain.count; i++)
            *(strstr(plain.line[i], "open") ? &open : &findings) += 1;
    }
    ck_assert_msg(findings > 10 && open > 20, "%zu findings, %zu open: nothing is tried", findings,
                  open);
    drop_law();
}
END_TEST

/* --- the largest share --- */

/* Lines of what is certain; "open" where gifts that nobody knows enough of could decide. */
static void judge_share_plainly(unsigned donor, struct told *out)
{
    int64_t total = 0, got[3] = {0}, top = 0;
    unsigned mask = 0, count = 0;
    bool open = false;
    for (unsigned i = 0; i < gift_count; i++) {
        const struct gift *g = &gifts[i];
        if (g->donor != donor)
            continue;
        if (!g->sure || !g->party_known || !g->amount_known) {
            open = true;
            continue;
        }
        total += g->amount;
        got[g->party] += g->amount;
        mask |= 1u << g->party;
        count++;
    }
    for (unsigned k = 0; k < 3; k++)
        top = got[k] > top ? got[k] : top;
    if (open) /* more gifts may make a share smaller */
        snprintf(out->line[out->count++], 400, "D%u open", donor);
    else if (count && top * 10 > total * 6)
        snprintf(out->line[out->count++], 400, "D%u %d.%02d EUR %u %u", donor, (int)(top / 100),
                 (int)(top % 100), (unsigned)__builtin_popcount(mask), count);
}

/* Without the days and lines, which a group without a window does not tell. */
static void shorten(struct told *told)
{
    for (size_t i = 0; i < told->count; i++) {
        char donor[20], amount[30], rest[40], *line = told->line[i];
        if (!strstr(line, "open") &&
            sscanf(line, "%19s %29s EUR %39[^:]", donor, amount, rest) == 3)
            snprintf(line, 400, "%s %s EUR %s", donor, amount, rest);
    }
}

START_TEST(the_largest_share_is_that_of_the_plainest_way)
{
    static struct told plain, told;
    size_t findings = 0, clear = 0;
    make_law("1 day", share_plugin);
    for (unsigned round = 0; round < ROUNDS; round++) {
        make_gifts();
        plain.count = 0;
        for (unsigned donor = 0; donor < DONORS; donor++)
            judge_share_plainly(donor, &plain);
        qsort(plain.line, plain.count, sizeof *plain.line, compare_lines);
        judge_gifts(1, 0, &told);
        shorten(&told);
        compare(&plain, &told, round);
        judge_gifts(1 + below(JUDGES), below(2) ? 1 : 0, &told);
        shorten(&told);
        compare(&plain, &told, round);
        findings += plain.count;
        clear += DONORS - plain.count;
    }
    ck_assert_msg(findings > 50 && clear > 20, "%zu findings, %zu clear: nothing is tried",
                  findings, clear);
    drop_law();
}
END_TEST

int main(void)
{
    Suite *s = suite_create("window");
    TCase *c = tcase_create("windows");
    tcase_set_timeout(c, 300);
    tcase_add_loop_test(c, windows_are_those_of_the_plainest_way, 0,
                        (int)(sizeof spans / sizeof *spans));
    tcase_add_test(c, the_largest_share_is_that_of_the_plainest_way);
    suite_add_tcase(s, c);
    return run_suite(s);
}
