/* SPDX-License-Identifier: Apache-2.0
 *
 * A plan: the rules to run, each with its plugin and its conditions compiled. It is made once
 * and does not change.
 */
#ifndef ENGINE_PLAN_H
#define ENGINE_PLAN_H

#include "plugin/host.h"
#include "rule/eval_batch.h"

struct sum {
    struct text name;
    struct term *term;
    enum type type; /* of what it comes to */
    bool distinct;  /* how many different values, not their sum */
    bool largest;   /* the largest sum of one of the values of `of`, not that of all */
    size_t of;      /* a sum that is `distinct` */
};

/* Which of the laws that a plan was made of a task belongs to. */
enum { MOST_VARIANTS = 256 };
struct variants {
    uint64_t words[MOST_VARIANTS / 64];
};
static inline bool variants_have(const struct variants *v, size_t which)
{
    return v->words[which / 64] >> which % 64 & 1;
}

/* One rule, ready to run. */
struct task {
    const struct rule *rule;
    const struct lawbase *law; /* the first of its variants */
    struct variants variants;
    size_t leader; /* the task whose groups are also this one's: they differ in `having` alone */
    bool uses_definition, uses_calendar;
    const struct plugin *plugin;
    const struct record_type *record;
    size_t basis; /* field whose day decides which law applies */
    struct term *where;
    struct term **unless; /* one an exception of the rule */
    struct term **keys;   /* none: a rule about single records */
    size_t key_count;
    struct sum *sums;
    size_t sum_count;
    bool counts_distinct;
    bool asks_shares;         /* one of the sums is `largest` */
    struct term *window;      /* a span of time: groups within any such; NULL: none */
    struct term *having;      /* of a group rule */
    bool may_fall;            /* a group that is over the limit may not be with more records */
    struct binding *bindings; /* the plugin's parameters by name */
    size_t binding_count;
    struct term *within; /* of the consequence; NULL: no term */
    size_t due_from;     /* field from which it runs */
    const struct provision **provisions;
    size_t provision_count;
    const struct parameter **parameters; /* all that its conditions name, each once */
    size_t parameter_count;
    const struct field **fields; /* likewise */
    size_t field_count;
    const struct term **listed; /* its conditions that ask registers */
    size_t listed_count;
    const struct vocabulary *vocabulary;
    /* One an actor of the record type: its field, or SIZE_MAX. */
    size_t *actor_names, *actor_kinds;
    bool *actor_grouped; /* of the same: the records of a group have this actor in common */
};

struct plan {
    struct arena arena;
    const struct lawbase *law; /* the first */
    const struct lawbase *const *laws;
    size_t law_count;
    const struct vocabulary *vocabulary;
    const struct registers *registers; /* set by who makes the plan; NULL: none were given */
    struct host *host;
    struct task *tasks; /* sorted by rule */
    size_t task_count;
    /* Behind them, up to all_count: tasks once more that join actors, but more broadly; see
     * plan_add_broader(). */
    size_t all_count;
    struct text *source_names;
    size_t source_count;
    struct regex **regexes;
    size_t regex_count;
    struct sharing *sharing; /* which conditions are the same */
    struct plugin **plugins;
    size_t plugin_count;
    struct text *unloadable; /* plugins that were reported already */
    size_t unloadable_count;
};

/* Compiles the rules (NULL: all of the law base; else all versions of one). False after messages:
 * what cannot be compiled is left out, the rest can run. */
bool plan_make(struct plan *, struct diags *, const struct lawbase *, const struct vocabulary *,
               struct host *, const char *plugin_folder, const struct rule *only);
/* Likewise of several laws (at most MOST_VARIANTS): what means the same in some of them is one task
 * of all those. The laws share what they have in common (see law/bill.h). */
struct plan_terms {
    const struct lawbase *const *laws;
    size_t law_count;
    const struct vocabulary *vocabulary;
    struct host *host;
    const char *plugin_folder;
};
bool plan_make_variants(struct plan *, struct diags *, const struct plan_terms *);
/* Compiles the tasks that join actors once more, joining one step more broadly than the vocabulary
 * does, so that a run also finds what that would change. False after messages. */
bool plan_add_broader(struct plan *, struct diags *, const char *plugin_folder);
/* Whether it is such a task; whether there is one for the task. */
bool plan_is_broader(const struct plan *, const struct task *);
bool plan_has_broader(const struct plan *, const struct task *);
void plan_free(struct plan *);
/* The file of a plugin: the law base's add-on goes first. */
struct text plugin_path(struct arena *, const struct lawbase *, const char *folder,
                        struct text name);

/* How sure the law is on which a task rests on a day: the lowest of its provisions and parameters.
 */
enum confidence task_confidence(const struct task *, day on);
/* The day by whose law a record is told how sure it is: its own, or, when it states none, the last
 * of the rule, as the law now stands. */
day task_day(const struct task *, bool on_known, day on);
/* The days around `on` in which nothing changes of what the rule rests on. */
struct force task_stretch(const struct task *, day on);

/* Further checks that need the compiled rules: parameters and definitions that nothing uses,
 * definitions that do not compile, parameters without a value while a rule is in force, violations
 * that rest on law of low confidence, conditions that are always or never true, outcomes and days
 * without a test. */
bool plan_lint(const struct plan *, struct diags *);
/* Of one task: its conditions that are always or never true. */
bool task_lint_bounds(const struct task *, const struct lawbase *, struct diags *);
/* Likewise of a definition by itself, compiled. */
bool definition_lint_bounds(const struct term *, const struct definition *, const struct lawbase *,
                            struct diags *);

#endif
