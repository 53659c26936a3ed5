/* SPDX-License-Identifier: Apache-2.0
 *
 * The Lua host: one Lua state with a sandbox, an allocator with a limit and an instruction
 * budget per call. Only this floor knows Lua. A plugin that fails, loops or overruns gives one
 * message; the host goes on working.
 */
#ifndef PLUGIN_HOST_H
#define PLUGIN_HOST_H

#include "base/diag.h"
#include "base/value.h"

struct host_limits {
    size_t memory;        /* bytes of all Lua objects; 0: 64 MiB */
    int64_t instructions; /* per call; 0: 10 million */
};
struct host;
struct host *host_new(struct host_limits); /* NULL when the memory limit is too small to begin */
void host_free(struct host *);

/* Who is told what plugins do, while they run. Texts live until the call returns; files are named
 * without their folder. Any of the functions may be NULL. They must not call the host. */
struct host_watch {
    void *owner;
    void (*line)(void *owner, struct text file, int line);   /* a line begins */
    void (*active)(void *owner, struct text file, int line); /* something can run on it */
    void (*step)(void *owner, struct text file, int line, uint64_t instructions,
                 uint64_t bytes); /* each instruction, and what was allocated */
    void (*call)(void *owner,
                 struct text what); /* a function with its values; a fact read; log() */
};
void host_watch(struct host *, const struct host_watch *); /* NULL: nobody any more */

/* What a plugin's parameter may be. */
enum param_kind {
    PARAM_MONEY,
    PARAM_SHARE,
    PARAM_DURATION,
    PARAM_NUMBER,
    PARAM_TEXT,
    PARAM_PERIOD,
    PARAM_CONDITION,  /* text of a condition: true, false or unknown */
    PARAM_EXPRESSION, /* text of an expression of any type */
};
/* "money", "share", ...: as manifests write it. Static. */
const char *param_kind_name(enum param_kind);
struct param {
    struct text name, doc;
    enum param_kind kind;
    bool has_default;
    struct text standard; /* the default, as text */
};
struct named_text {
    struct text name, text;
    bool distinct;     /* how many different values, not their sum */
    bool largest;      /* the largest sum of one of the values that another counts */
    size_t of;         /* which other: its place among the sums */
    struct text whose; /* and its name */
};

enum { MOST_SUMS = 8 };

/* A plugin: one Lua file that returns a table, read and checked once. Texts live in the arena. */
struct plugin {
    struct text name, summary, record;
    struct source *source;
    struct param *params;
    size_t param_count;
    struct text where;     /* condition; "true" when the plugin has none */
    struct text *group_by; /* expressions; none: a rule about single records */
    size_t group_count;
    struct named_text *sums; /* name = expression; by name: sums, then largest ones, then counts */
    size_t sum_count;
    struct text within; /* a span of time: of each group what lies within any such; "" for none */
    struct text having; /* condition over sums, `count` and params; "true" when none */
    int reference;      /* of check() in the host */
};

/* Loads DIR/NAME.lua's text; NULL after messages. The manifest is checked key by key. */
struct plugin *plugin_load(struct host *, struct arena *, struct diags *, const char *path);

/* What the last call took: exactly while a watcher is told each step, else in thousands. */
void host_spent(const struct host *, uint64_t *instructions, uint64_t *bytes);
/* Tells the watcher the lines of check() and of the functions that it can reach. */
void host_tell_lines(struct host *, const struct plugin *);

/* What check() is shown: named values. For a record: all its fields (by path; `record.donor.name`
 * and record["donor.name"] both work); for a group: its sums and `count`, with a window also
 * `first_day` and `last_day`; law: parameters by name.
 */
struct fact {
    struct text name;
    struct value value;
};
struct facts_source {
    const void *owner;
    /* False when there is no such name (then Lua raises an error that names it). */
    bool (*find)(const void *owner, struct text name, struct value *out);
};

enum outcome {
    OUTCOME_CLEAR,
    OUTCOME_EXEMPT,
    OUTCOME_UNDETERMINED,
    OUTCOME_INDICATOR,
    OUTCOME_VIOLATION
};
struct verdict {
    enum outcome outcome;
    struct fact *facts; /* what check() returned, sorted by name; in the arena */
    size_t fact_count;
    struct text because; /* the plugin's own sentence; may be empty */
};

/* Calls check(subject, law). False when the plugin failed: one message (with the Lua place and
 * traceback) was added. `severity` is the most that the rule allows: a violation from a plugin
 * under an indicator rule is an indicator. */
bool plugin_check(struct host *, struct diags *, const struct plugin *,
                  const struct facts_source *subject, const struct facts_source *law,
                  enum outcome severity, struct arena *, struct verdict *out);

#endif
